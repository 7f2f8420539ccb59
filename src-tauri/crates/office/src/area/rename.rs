use chrono::NaiveDate;
use domain::account::Permission;
use domain::date::dmy;
use domain::ids::AreaId;
use domain::lineage::FormerName;
use serde::Deserialize;
use ts_rs::TS;

use super::{AreaForm, EditArea};
use crate::error::{Error, ErrorCode};
use crate::issuer::name_of;
use crate::{Act, Result, Write};

/// An area called otherwise from a day on, with whatever else of it changes. Papers of evenings before keep
/// its old name; a slip of the pen is mended by [`EditArea`] alone.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct RenameArea {
    pub id: AreaId,
    /// First day of the new name.
    pub from: NaiveDate,
    pub area: AreaForm,
    /// The decision, in the office's words.
    pub because: String,
}

impl Write for RenameArea {
    type Answer = ();
    const NAME: &'static str = "rename_area";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn why(&self) -> Option<&str> {
        Some(&self.because)
    }

    fn run(self, act: &Act<'_>) -> Result<()> {
        let before = act.get_area(self.id)?;
        let because = name_of(&self.because, "căn cứ")?;
        let until = super::day_before(self.from)?;
        let last = act.list_former_names(act.get_campaign()?.id)?.into_iter().rfind(|f| f.area == self.id);
        let starts = last.map(|f| f.until).max(before.began_on);
        if starts.is_some_and(|s| until <= s) || before.ended_on.is_some_and(|e| self.from > e) {
            return Err(Error::of(ErrorCode::AreaPastOrder).with("area", before.name).with("date", dmy(self.from)));
        }
        act.insert_former_name(&FormerName {
            area: self.id,
            until,
            name: before.name,
            kind: before.kind,
            cluster: before.cluster,
            because,
        })?;
        EditArea { id: self.id, area: self.area }.run(act)
    }
}
