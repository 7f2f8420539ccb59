use chrono::NaiveDate;
use domain::account::Permission;
use domain::ids::{AreaId, TeamId, VisitId};
use serde::Deserialize;
use store::NewVisit;
use ts_rs::TS;

use super::check_evening;
use crate::{Act, Result, Write};

/// One more evening for an area, at the campaign's hours.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct AddVisit {
    pub area: AreaId,
    pub on: NaiveDate,
    /// Empty: the campaign's first team.
    pub teams: Vec<TeamId>,
}

impl Write for AddVisit {
    type Answer = VisitId;
    const NAME: &'static str = "add_visit";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<VisitId> {
        let campaign = act.get_campaign()?;
        act.get_area(self.area)?;
        check_evening(act, &campaign, self.area, self.on, None)?;
        let teams = if self.teams.is_empty() {
            act.list_teams(campaign.id)?.first().map(|t| t.id).into_iter().collect()
        } else {
            self.teams
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
