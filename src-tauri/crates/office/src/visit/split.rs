use chrono::NaiveDate;
use domain::account::Permission;
use domain::ids::VisitId;
use serde::Deserialize;
use store::NewVisit;
use ts_rs::TS;

use super::{check_evening, teams_at_home};
use crate::error::{Error, ErrorCode};
use crate::{Act, Result, Write};

/// A second evening for an area, at the hours and with the teams of its first where they are at home. The
/// first keeps its sheets; the second gets its own, for the households not met before.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SplitVisit {
    pub id: VisitId,
    pub on: NaiveDate,
}

impl Write for SplitVisit {
    type Answer = VisitId;
    const NAME: &'static str = "split_visit";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<VisitId> {
        let campaign = act.get_campaign()?;
        let visit = act.get_visit(self.id)?;
        if !visit.is_on() {
            return Err(Error::of(ErrorCode::Missing));
        }
        check_evening(act, &campaign, visit.area, self.on, &[])?;
        let teams = teams_at_home(act, campaign.id, self.on, &visit.teams)?;
        let second = NewVisit { area: visit.area, on: self.on, starts: visit.starts, ends: visit.ends, teams };
        Ok(act.insert_visit(campaign.id, &second)?)
    }
}
