use domain::account::Permission;
use domain::ids::UnitIndicatorId;
use domain::text::{clean, fold};
use serde::Deserialize;
use ts_rs::TS;

use super::listed;
use crate::error::{Error, ErrorCode};
use crate::issuer::name_of;
use crate::{Act, Result, Write};

/// A column as typed.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct IndicatorForm {
    /// `null`: a new one.
    pub id: Option<UnitIndicatorId>,
    pub label: String,
}

/// What schools count, in order. A column that is not named any more goes with its figures; a blank one is
/// passed over.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PutUnitIndicators {
    pub indicators: Vec<IndicatorForm>,
}

impl Write for PutUnitIndicators {
    type Answer = ();
    const NAME: &'static str = "put_unit_indicators";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<()> {
        let campaign = act.get_campaign()?.id;
        let there = act.list_unit_indicators(campaign)?;
        let mut wanted: Vec<(Option<UnitIndicatorId>, String)> = Vec::new();
        for form in self.indicators.iter().filter(|f| !clean(&f.label).is_empty()) {
            let label = name_of(&form.label, "đối tượng")?;
            if wanted.iter().any(|(_, other)| fold(other) == fold(&label)) {
                return Err(Error::of(ErrorCode::ListedTwice).with("name", label));
            }
            if form.id.is_some_and(|id| !there.iter().any(|i| i.id == id)) {
                return Err(Error::of(ErrorCode::Missing));
            }
            wanted.push((form.id, label));
        }
        if wanted.is_empty() {
            return Err(Error::of(ErrorCode::Blank).with("field", "đối tượng"));
        }
        for gone in there.iter().filter(|i| !wanted.iter().any(|(id, _)| *id == Some(i.id))) {
            act.delete_unit_indicator(gone.id)?;
        }
        // Two columns may exchange their names, which the table takes only by way of a third.
        for ((id, label), place) in wanted.iter().zip(1u32..) {
            if let Some(id) = id
                && there.iter().any(|i| i.id == *id && i.label != *label)
            {
                act.update_unit_indicator(*id, &format!("{label} ({id})"), place)?;
            }
        }
        for ((id, label), place) in wanted.iter().zip(1u32..) {
            let id = match id {
                Some(id) => *id,
                None => act.append_unit_indicator(campaign, label).map_err(listed(label))?,
            };
            act.update_unit_indicator(id, label, place).map_err(listed(label))?;
        }
        Ok(())
    }
}
