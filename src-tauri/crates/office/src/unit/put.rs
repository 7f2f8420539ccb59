use chrono::NaiveDate;
use domain::account::Permission;
use domain::ids::UnitId;
use domain::text::{clean, fold};
use domain::unit::{DEFAULT_INDICATORS, ReportingUnit};
use serde::Deserialize;
use ts_rs::TS;

use super::listed;
use crate::error::{Error, ErrorCode};
use crate::issuer::name_of;
use crate::named::NamedForm;
use crate::{Act, Result, Write};

/// Schools by name, one or a pasted list of them. With the first come the three columns the plan names.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct AddUnits {
    /// Blank lines are passed over.
    pub names: Vec<String>,
    pub due_on: Option<NaiveDate>,
}

impl Write for AddUnits {
    type Answer = Vec<UnitId>;
    const NAME: &'static str = "add_units";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<Vec<UnitId>> {
        let campaign = act.get_campaign()?.id;
        let mut known: Vec<String> = act.list_units(campaign)?.iter().map(|u| fold(&u.name)).collect();
        let mut added = Vec::new();
        for typed in self.names.iter().filter(|n| !clean(n).is_empty()) {
            let name = name_of(typed, "tên trường")?;
            if known.contains(&fold(&name)) {
                return Err(Error::of(ErrorCode::ListedTwice).with("name", name));
            }
            added.push(act.append_unit(campaign, &name, self.due_on).map_err(listed(&name))?);
            known.push(fold(&name));
        }
        if added.is_empty() {
            return Err(Error::of(ErrorCode::Blank).with("field", "tên trường"));
        }
        if act.list_unit_indicators(campaign)?.is_empty() {
            for label in DEFAULT_INDICATORS {
                act.append_unit_indicator(campaign, label)?;
            }
        }
        Ok(added)
    }
}

/// A school's name, deadline and who answers for it.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PutUnit {
    pub id: UnitId,
    pub name: String,
    pub due_on: Option<NaiveDate>,
    pub contact: Option<NamedForm>,
}

impl Write for PutUnit {
    type Answer = ();
    const NAME: &'static str = "put_unit";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<()> {
        let units = act.list_units(act.get_campaign()?.id)?;
        let before = units.iter().find(|u| u.id == self.id).ok_or_else(|| Error::of(ErrorCode::Missing))?;
        let name = name_of(&self.name, "tên trường")?;
        if units.iter().any(|u| u.id != self.id && fold(&u.name) == fold(&name)) {
            return Err(Error::of(ErrorCode::ListedTwice).with("name", name));
        }
        let contact = act.named(before.contact, self.contact.as_ref())?;
        let unit = ReportingUnit { id: self.id, name, due_on: self.due_on, contact };
        act.update_unit(&unit).map_err(listed(&unit.name))
    }
}

/// A school taken off the list, with its figures.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct RemoveUnit {
    pub id: UnitId,
}

impl Write for RemoveUnit {
    type Answer = ();
    const NAME: &'static str = "remove_unit";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<()> {
        Ok(act.delete_unit(self.id)?)
    }
}
