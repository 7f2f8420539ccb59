use domain::account::Permission;
use domain::ids::{TeamId, VisitId};
use serde::Deserialize;
use ts_rs::TS;

use super::{known_teams, not_lightly};
use crate::error::{Error, ErrorCode};
use crate::{Act, Result, Write};

/// Who goes out on an evening. A team that holds numbered sheets of it is taken off only when a person
/// says so: its papers are printed.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SetVisitTeams {
    pub id: VisitId,
    pub teams: Vec<TeamId>,
    #[serde(default)]
    pub confirmed: bool,
}

impl Write for SetVisitTeams {
    type Answer = ();
    const NAME: &'static str = "set_visit_teams";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<()> {
        let campaign = act.get_campaign()?.id;
        let visit = act.get_visit(self.id)?;
        let teams = known_teams(act, campaign, &self.teams)?;
        if teams == visit.teams {
            return Ok(());
        }
        let papers = act.view().papers(campaign)?.remove(&visit.id).unwrap_or_default();
        let holds = act
            .list_teams(campaign)?
            .into_iter()
            .find(|t| visit.teams.contains(&t.id) && !teams.contains(&t.id) && papers.teams.contains(&t.id));
        if let Some(team) = holds.filter(|_| !self.confirmed) {
            return Err(Error::of(ErrorCode::TeamHasSheets).with("team", team.name));
        }
        not_lightly(act, &visit, self.confirmed)?;
        Ok(act.set_visit_teams(visit.id, &teams)?)
    }
}
