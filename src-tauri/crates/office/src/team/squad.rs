use domain::account::Permission;
use domain::ids::TeamId;
use serde::Deserialize;
use store::NewTeam;
use ts_rs::TS;

use crate::error::{Error, ErrorCode};
use crate::issuer::name_of;
use crate::{Act, Result, Write};

/// One more team, for several areas on an evening.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct AddTeam {
    pub name: String,
}

impl Write for AddTeam {
    type Answer = TeamId;
    const NAME: &'static str = "add_team";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<TeamId> {
        let name = name_of(&self.name, "tên tổ")?;
        let campaign = act.get_campaign()?.id;
        let number = act.list_teams(campaign)?.iter().map(|t| t.number).max().unwrap_or_default() + 1;
        Ok(act.insert_team(campaign, &NewTeam { number, name })?)
    }
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct RenameTeam {
    pub id: TeamId,
    pub name: String,
}

impl Write for RenameTeam {
    type Answer = ();
    const NAME: &'static str = "rename_team";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<()> {
        act.view().get_team(self.id)?;
        Ok(act.rename_team(self.id, &name_of(&self.name, "tên tổ")?)?)
    }
}

/// A team taken off, if no evening and no sheet names it.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct RemoveTeam {
    pub id: TeamId,
}

impl Write for RemoveTeam {
    type Answer = ();
    const NAME: &'static str = "remove_team";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<()> {
        let campaign = act.get_campaign()?.id;
        let team = act.view().get_team(self.id)?;
        let evenings = act.list_visits(campaign)?.iter().filter(|v| v.teams.contains(&self.id)).count();
        let sheets = act.list_sheets(campaign)?.iter().filter(|s| s.team == Some(self.id)).count();
        let people = act.list_rosters(campaign)?.iter().filter(|l| l.team == self.id).count();
        if evenings + sheets + people > 0 {
            return Err(Error::of(ErrorCode::TeamInUse)
                .with("name", team.name)
                .with("evenings", evenings)
                .with("sheets", sheets));
        }
        Ok(act.delete_team(self.id)?)
    }
}
