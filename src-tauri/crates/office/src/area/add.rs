use domain::account::Permission;
use domain::ids::AreaId;
use serde::Deserialize;
use ts_rs::TS;

use super::{AreaForm, exists};
use crate::{Act, Result, Write};

/// A new area, after the last.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct AddArea {
    pub area: AreaForm,
}

impl Write for AddArea {
    type Answer = AreaId;
    const NAME: &'static str = "add_area";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<AreaId> {
        super::refuse_name(act, &self.area.name, None, self.area.accept_near == Some(true))?;
        self.area.insert(act)
    }
}

impl AreaForm {
    /// Without a look at the names of others.
    pub(crate) fn insert(&self, act: &Act<'_>) -> Result<AreaId> {
        let row = self.row(act, None)?;
        act.insert_area(act.get_campaign()?.id, &row).map_err(exists(&row.name))
    }
}
