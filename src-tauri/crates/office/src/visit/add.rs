use chrono::NaiveDate;
use domain::account::Permission;
use domain::ids::{AreaId, TeamId, VisitId};
use serde::Deserialize;
use store::NewVisit;
use ts_rs::TS;

use super::{check_evening, known_teams, teams_at_home};
use crate::{Act, Result, Write};

/// One more evening for an area, at the campaign's hours.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct AddVisit {
    pub area: AreaId,
    pub on: NaiveDate,
    /// Empty: the first team that is at home that evening.
    pub teams: Vec<TeamId>,
}

impl Write for AddVisit {
    type Answer = VisitId;
    const NAME: &'static str = "add_visit";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<VisitId> {
        let campaign = act.get_campaign()?;
        check_evening(act, &campaign, self.area, self.on, &[])?;
        let teams = match self.teams[..] {
            [] => teams_at_home(act, campaign.id, self.on, &[])?,
            _ => known_teams(act, campaign.id, &self.teams)?,
        };
        let visit = NewVisit {
            area: self.area,
            on: self.on,
            starts: campaign.evening_starts,
            ends: campaign.evening_ends,
            teams,
        };
        Ok(act.insert_visit(campaign.id, &visit)?)
    }
}
