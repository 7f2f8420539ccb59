use std::collections::BTreeSet;

use domain::account::Permission;
use domain::ids::CostLineId;
use serde::Deserialize;
use store::CostRow;
use ts_rs::TS;

use super::CostForm;
use crate::error::{Error, ErrorCode};
use crate::task::words;
use crate::{Act, Result, Write};

const LONGEST_NAME: usize = 150;
const LONGEST_UNIT: usize = 20;
const MOST_EACH: u32 = 100_000;
const MOST_SPARE: u32 = 100;
/// In đồng, for one piece.
const DEAREST: u64 = 100_000_000;

/// A line of the estimate: a new one after the last, or one that is there put right.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PutCostLine {
    /// `null`: a new one.
    pub id: Option<CostLineId>,
    pub line: CostForm,
}

impl Write for PutCostLine {
    type Answer = CostLineId;
    const NAME: &'static str = "put_cost_line";
    const NEEDS: Permission = Permission::Print;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<CostLineId> {
        let row = self.line.row()?;
        match self.id {
            Some(id) => act.update_cost_line(id, &row).map(|()| id).map_err(Into::into),
            None => Ok(act.append_cost_line(act.get_campaign()?.id, &row)?),
        }
    }
}

impl CostForm {
    fn row(&self) -> Result<CostRow> {
        let filled = |typed: &str, field: &str, most| {
            words(Some(typed), field, most)?.ok_or_else(|| Error::of(ErrorCode::Blank).with("field", field))
        };
        within("Số lượng trên 100", self.per_hundred.into(), 1, MOST_EACH.into())?;
        within("Tỷ lệ dự phòng", self.spare_percent.into(), 0, MOST_SPARE.into())?;
        within("Đơn giá", self.unit_price.unwrap_or_default(), 0, DEAREST)?;
        Ok(CostRow {
            name: filled(&self.name, "nội dung", LONGEST_NAME)?,
            unit: filled(&self.unit, "đơn vị tính", LONGEST_UNIT)?,
            basis: self.basis,
            per_hundred: self.per_hundred,
            spare_percent: self.spare_percent,
            unit_price: self.unit_price,
        })
    }
}

fn within(what: &str, n: u64, least: u64, most: u64) -> Result<()> {
    if (least..=most).contains(&n) {
        return Ok(());
    }
    let most = domain::number::grouped(most);
    Err(Error::of(ErrorCode::NumberOutOfRange).with("what", what).with("least", least).with("most", most))
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct RemoveCostLine {
    pub id: CostLineId,
}

impl Write for RemoveCostLine {
    type Answer = ();
    const NAME: &'static str = "remove_cost_line";
    const NEEDS: Permission = Permission::Print;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<()> {
        Ok(act.delete_cost_line(self.id)?)
    }
}

/// The lines in another order: every line once, so that an order of a list that has changed meanwhile is refused.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct OrderCostLines {
    pub ids: Vec<CostLineId>,
}

impl Write for OrderCostLines {
    type Answer = ();
    const NAME: &'static str = "order_cost_lines";
    const NEEDS: Permission = Permission::Print;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<()> {
        let there: BTreeSet<CostLineId> =
            act.list_cost_lines(act.get_campaign()?.id)?.into_iter().map(|l| l.id).collect();
        let asked: BTreeSet<CostLineId> = self.ids.iter().copied().collect();
        if asked != there || self.ids.len() != there.len() {
            return Err(Error::of(ErrorCode::Missing));
        }
        for (id, place) in self.ids.into_iter().zip(1u32..) {
            act.place_cost_line(id, place)?;
        }
        Ok(())
    }
}
