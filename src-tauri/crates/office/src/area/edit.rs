use domain::account::Permission;
use domain::ids::AreaId;
use domain::spelling::bare_spelling;
use serde::Deserialize;
use ts_rs::TS;

use super::{AreaForm, exists};
use crate::error::{Error, ErrorCode};
use crate::{Act, Result, Write};

/// An area changed, or its name spelled right: sheets and evenings follow, also those of before. A new name
/// from a day on is [`super::RenameArea`].
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
        if before.is_living() && bare_spelling(&before.name) != bare_spelling(&self.area.name) {
            super::refuse_name(act, &self.area.name, Some(self.id), self.area.accept_near == Some(true))?;
        }
        self.area.update(act, self.id)
    }
}

impl AreaForm {
    /// Without a look at the names of others.
    pub(crate) fn update(&self, act: &Act<'_>, id: AreaId) -> Result<()> {
        let before = act.get_area(id)?;
        if before.self_report_due.is_none() && self.self_report_due.is_some() && act.view().has_evenings(id)? {
            return Err(Error::of(ErrorCode::SelfReportHasEvenings).with("area", before.label()));
        }
        let row = self.row(act, before.leader)?;
        act.update_area(id, &row).map_err(exists(&row.name))
    }
}
