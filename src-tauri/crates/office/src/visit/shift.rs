use chrono::NaiveDate;
use domain::account::Permission;
use domain::ids::VisitId;
use serde::Deserialize;
use ts_rs::TS;

use super::check_evening;
use crate::{Act, Result, Write};

/// An evening moved to another day. Its sheets stay valid and open with the new date.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct MoveVisit {
    pub id: VisitId,
    pub on: NaiveDate,
}

impl Write for MoveVisit {
    type Answer = ();
    const NAME: &'static str = "move_visit";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<()> {
        let visit = act.get_visit(self.id)?;
        check_evening(act, &act.get_campaign()?, visit.area, self.on, Some(self.id))?;
        Ok(act.move_visit(self.id, self.on, visit.starts, visit.ends)?)
    }
}
