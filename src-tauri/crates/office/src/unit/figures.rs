use chrono::NaiveDate;
use domain::account::Permission;
use domain::ids::{UnitId, UnitIndicatorId};
use domain::number::grouped;
use domain::tally::MOST;
use domain::unit::UnitFigure;
use serde::Deserialize;
use ts_rs::TS;

use crate::error::{Error, ErrorCode};
use crate::task::not_ahead;
use crate::{Act, Result, Write};

/// One box of a school's row. Blank is unknown, never zero.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct UnitValue {
    pub indicator: UnitIndicatorId,
    pub people: Option<u32>,
    pub done: Option<u32>,
}

/// What a school reported of a day. Columns that are not named stay as they are.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PutUnitFigures {
    pub unit: UnitId,
    pub as_of: NaiveDate,
    pub values: Vec<UnitValue>,
}

impl Write for PutUnitFigures {
    type Answer = ();
    const NAME: &'static str = "put_unit_figures";
    const NEEDS: Permission = Permission::Key;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<()> {
        let campaign = act.get_campaign()?.id;
        let missing = || Error::of(ErrorCode::Missing);
        let units = act.list_units(campaign)?;
        let unit = units.iter().find(|u| u.id == self.unit).ok_or_else(missing)?;
        let indicators = act.list_unit_indicators(campaign)?;
        not_ahead(act, self.as_of)?;
        for value in &self.values {
            let UnitValue { indicator, people, done } = *value;
            let label = &indicators.iter().find(|i| i.id == indicator).ok_or_else(missing)?.label;
            for (n, field) in [(people, "tổng số"), (done, "đã thực hiện")] {
                if let Some(n) = n.filter(|n| *n > MOST) {
                    return Err(Error::of(ErrorCode::NotACount)
                        .with("box", format!("{field} {}, {}", label.to_lowercase(), unit.name))
                        .with("typed", n)
                        .with("most", MOST));
                }
            }
            let figure = UnitFigure { unit: unit.id, indicator, as_of: self.as_of, people, done };
            if !figure.is_possible() {
                let count = |n: Option<u32>| grouped(n.unwrap_or_default().into());
                return Err(Error::of(ErrorCode::MoreDoneThanPeople)
                    .with("unit", &unit.name)
                    .with("indicator", label.to_lowercase())
                    .with("done", count(done))
                    .with("people", count(people)));
            }
            act.put_unit_figure(&figure)?;
        }
        Ok(())
    }
}
