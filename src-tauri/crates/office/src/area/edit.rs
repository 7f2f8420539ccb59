use domain::account::Permission;
use domain::ids::AreaId;
use serde::Deserialize;
use ts_rs::TS;

use super::{AreaForm, exists};
use crate::{Act, Result, Write};

/// An area changed. Sheets and evenings follow its new name.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct EditArea {
    pub id: AreaId,
    pub area: AreaForm,
}

impl Write for EditArea {
    type Answer = ();
    const NAME: &'static str = "edit_area";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<()> {
        let before = act.get_area(self.id)?;
        let row = self.area.row(act, before.leader)?;
        act.update_area(self.id, &row).map_err(exists(&row.name))
    }
}
