//! Forces and teams.

use chrono::NaiveDate;
use domain::ids::{CampaignId, ForceId, MemberId, PersonId, TeamId};
use domain::team::{Force, ForceKind, Member, Team};
use rusqlite::{named_params, params};

use crate::error::Result;
use crate::rows::{Columns, Rows, day, word};
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

    pub fn update_force(&self, id: ForceId, new: &NewForce) -> Result<()> {
        self.run_one(
            "force",
            id.0,
            include_str!("update_force.sql"),
            named_params! {
                ":id": id.0,
                ":kind": word(new.kind)?,
                ":name": new.name,
                ":role": new.role,
                ":quota": new.quota,
                ":detailing": new.detailing,
                ":detailed_by_id": new.detailed_by.map(|p| p.0),
            },
        )
    }

    /// A force without members.
    pub fn delete_force(&self, id: ForceId) -> Result<()> {
        self.run_one("force", id.0, "DELETE FROM force WHERE id = ?1", [id.0])
    }

    /// The forces in a new order, as the plan lists them.
    pub fn order_forces(&self, order: &[ForceId]) -> Result<()> {
        for (id, place) in order.iter().zip(1i64..) {
            self.run("UPDATE force SET place = ?2 WHERE id = ?1 AND place <> ?2", params![id.0, place])?;
        }
        Ok(())
    }

    pub fn rename_team(&self, id: TeamId, name: &str) -> Result<()> {
        self.run_one("team", id.0, "UPDATE team SET name = ?2 WHERE id = ?1", params![id.0, name])
    }

    /// A team that goes out on no evening and has no sheet.
    pub fn delete_team(&self, id: TeamId) -> Result<()> {
        self.run_one("team", id.0, "DELETE FROM team WHERE id = ?1", [id.0])
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

    pub fn update_member(&self, id: MemberId, force: ForceId, left_on: Option<NaiveDate>) -> Result<()> {
        self.run_one(
            "member",
            id.0,
            "UPDATE member SET force_id = ?2, left_on = ?3 WHERE id = ?1",
            params![id.0, force.0, left_on.map(day)],
        )
    }

    /// A member who is on no roster.
    pub fn delete_member(&self, id: MemberId) -> Result<()> {
        self.run_one("member", id.0, "DELETE FROM member WHERE id = ?1", [id.0])
    }
}
