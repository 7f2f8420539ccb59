//! Forces and teams.

use domain::ids::{CampaignId, ForceId, MemberId, PersonId, TeamId};
use domain::team::{Force, ForceKind, Member, Team};
use rusqlite::{named_params, params};

use crate::error::Result;
use crate::rows::{Columns, Rows, word};
use crate::transact::Tx;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewForce {
    pub kind: ForceKind,
    pub name: String,
    pub role: Option<String>,
    pub quota: Option<u32>,
    pub detailing: Option<String>,
    pub detailed_by: Option<PersonId>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewTeam {
    pub number: u32,
    pub name: String,
}

impl Rows<'_> {
    pub fn list_forces(&self, campaign: CampaignId) -> Result<Vec<Force>> {
        self.list(include_str!("forces.sql"), [campaign.0], |row| {
            Ok(Force {
                id: ForceId(row.get("id")?),
                kind: row.word("kind")?,
                name: row.get("name")?,
                role: row.get("role")?,
                quota: row.get("quota")?,
                detailing: row.get("detailing")?,
                detailed_by: row.get::<_, Option<i64>>("detailed_by_id")?.map(PersonId),
            })
        })
    }

    pub fn list_teams(&self, campaign: CampaignId) -> Result<Vec<Team>> {
        self.list("SELECT id, number, name FROM team WHERE campaign_id = ?1 ORDER BY number", [campaign.0], |row| {
            Ok(Team { id: TeamId(row.get("id")?), number: row.get("number")?, name: row.get("name")? })
        })
    }

    pub fn list_members(&self, campaign: CampaignId) -> Result<Vec<Member>> {
        self.list(include_str!("members.sql"), [campaign.0], |row| {
            Ok(Member {
                id: MemberId(row.get("id")?),
                force: ForceId(row.get("force_id")?),
                person: PersonId(row.get("person_id")?),
                left_on: row.maybe_day("left_on")?,
            })
        })
    }
}

impl Tx<'_> {
    /// Appends a force after the campaign's last.
    pub fn insert_force(&self, campaign: CampaignId, new: &NewForce) -> Result<ForceId> {
        let id = self.insert(
            include_str!("insert_force.sql"),
            named_params! {
                ":campaign_id": campaign.0,
                ":kind": word(new.kind)?,
                ":name": new.name,
                ":role": new.role,
                ":quota": new.quota,
                ":detailing": new.detailing,
                ":detailed_by_id": new.detailed_by.map(|p| p.0),
            },
        )?;
        Ok(ForceId(id))
    }

    pub fn insert_team(&self, campaign: CampaignId, new: &NewTeam) -> Result<TeamId> {
        let id = self
            .insert(
                "INSERT INTO team (campaign_id, number, name) VALUES (?1, ?2, ?3)",
                params![campaign.0, new.number, new.name],
            )
            .map_err(|e| e.or_duplicate("team"))?;
        Ok(TeamId(id))
    }

    pub fn insert_member(&self, force: ForceId, person: PersonId) -> Result<MemberId> {
        Ok(MemberId(
            self.insert("INSERT INTO member (force_id, person_id) VALUES (?1, ?2)", params![force.0, person.0])?,
        ))
    }
}
