//! Evenings, the teams that go out on them, and days on which nobody does.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime};
use domain::holiday::OwnDay;
use domain::ids::{AreaId, CampaignId, TeamId, VisitId};
use domain::schedule::Visit;
use rusqlite::{Row, named_params, params};

use crate::error::{Result, StoreError};
use crate::rows::{Columns, Rows, day, time};
use crate::transact::Tx;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewVisit {
    pub area: AreaId,
    pub on: NaiveDate,
    pub starts: NaiveTime,
    pub ends: NaiveTime,
    pub teams: Vec<TeamId>,
}

fn visit(row: &Row<'_>) -> rusqlite::Result<Visit> {
    Ok(Visit {
        id: VisitId(row.get("id")?),
        area: AreaId(row.get("area_id")?),
        on: row.day("on_day")?,
        starts: row.time("starts")?,
        ends: row.time("ends")?,
        cancelled: row.get("cancelled")?,
        teams: Vec::new(),
    })
}

impl Rows<'_> {
    /// By evening.
    pub fn list_visits(&self, campaign: CampaignId) -> Result<Vec<Visit>> {
        let mut visits = self.list(include_str!("list.sql"), [campaign.0], visit)?;
        let pairs: Vec<(i64, i64)> =
            self.list(include_str!("teams.sql"), [campaign.0], |r| Ok((r.get(0)?, r.get(1)?)))?;
        let mut teams: BTreeMap<i64, Vec<TeamId>> = BTreeMap::new();
        for (visit, team) in pairs {
            teams.entry(visit).or_default().push(TeamId(team));
        }
        for visit in &mut visits {
            visit.teams = teams.remove(&visit.id.0).unwrap_or_default();
        }
        Ok(visits)
    }

    /// Days the office itself set off or lifted, by day.
    pub fn list_days_off(&self, campaign: CampaignId) -> Result<Vec<OwnDay>> {
        let sql = "SELECT on_day, name, works FROM day_off WHERE campaign_id = ?1 ORDER BY on_day";
        self.list(sql, [campaign.0], |row| {
            Ok(OwnDay { on: row.day("on_day")?, name: row.get("name")?, works: row.get("works")? })
        })
    }

    /// Whether a sheet or a printed paper names the evening.
    pub fn is_on_paper(&self, id: VisitId) -> Result<bool> {
        let sql = "SELECT 1 WHERE EXISTS (SELECT 1 FROM sheet WHERE visit_id = ?1)
                              OR EXISTS (SELECT 1 FROM printed WHERE visit_id = ?1)";
        Ok(self.find(sql, [id.0], |_| Ok(()))?.is_some())
    }

    pub fn get_visit(&self, id: VisitId) -> Result<Visit> {
        let mut visit = self
            .find(include_str!("get.sql"), [id.0], visit)?
            .ok_or(StoreError::Missing { noun: "visit", id: id.0 })?;
        visit.teams =
            self.list("SELECT team_id FROM visit_team WHERE visit_id = ?1 ORDER BY team_id", [id.0], |r| {
                Ok(TeamId(r.get(0)?))
            })?;
        Ok(visit)
    }
}

impl Tx<'_> {
    pub fn insert_visit(&self, campaign: CampaignId, new: &NewVisit) -> Result<VisitId> {
        let id = self.insert(
            include_str!("insert.sql"),
            named_params! {
                ":campaign_id": campaign.0,
                ":area_id": new.area.0,
                ":on_day": day(new.on),
                ":starts": time(new.starts),
                ":ends": time(new.ends),
            },
        )?;
        for team in &new.teams {
            self.run("INSERT INTO visit_team (visit_id, team_id) VALUES (?1, ?2)", params![id, team.0])?;
        }
        Ok(VisitId(id))
    }

    /// Moves an evening; its sheets go with it.
    pub fn move_visit(&self, id: VisitId, on: NaiveDate, starts: NaiveTime, ends: NaiveTime) -> Result<()> {
        self.run_one(
            "visit",
            id.0,
            "UPDATE visit SET on_day = ?2, starts = ?3, ends = ?4 WHERE id = ?1",
            params![id.0, day(on), time(starts), time(ends)],
        )
    }

    /// Calls an evening off with a reason, or with `None` on again.
    pub fn cancel_visit(&self, id: VisitId, reason: Option<&str>) -> Result<()> {
        self.run_one("visit", id.0, "UPDATE visit SET cancelled = ?2 WHERE id = ?1", params![id.0, reason])
    }

    /// The evening's teams. Where one takes the place of another, its members go along; members of a team
    /// that stays at home stay at home.
    pub fn set_visit_teams(&self, id: VisitId, teams: &[TeamId]) -> Result<()> {
        let before = self.get_visit(id)?.teams;
        let gone: Vec<TeamId> = before.iter().copied().filter(|t| !teams.contains(t)).collect();
        let come: Vec<TeamId> = teams.iter().copied().filter(|t| !before.contains(t)).collect();
        for team in &come {
            self.run("INSERT INTO visit_team (visit_id, team_id) VALUES (?1, ?2)", params![id.0, team.0])?;
        }
        for team in &gone {
            let members = match come[..] {
                [other] if gone.len() == 1 => self.run(
                    "UPDATE visit_member SET team_id = ?3 WHERE visit_id = ?1 AND team_id = ?2",
                    params![id.0, team.0, other.0],
                ),
                _ => self.run("DELETE FROM visit_member WHERE visit_id = ?1 AND team_id = ?2", params![id.0, team.0]),
            };
            members?;
            self.run("DELETE FROM visit_team WHERE visit_id = ?1 AND team_id = ?2", params![id.0, team.0])?;
        }
        Ok(())
    }

    /// Takes an evening out of the schedule, roster and all. One that papers name cannot go: it is called off.
    pub fn delete_visit(&self, id: VisitId) -> Result<()> {
        self.run("DELETE FROM visit_member WHERE visit_id = ?1", [id.0])?;
        self.run("DELETE FROM visit_team WHERE visit_id = ?1", [id.0])?;
        self.run_one("visit", id.0, "DELETE FROM visit WHERE id = ?1", [id.0])
    }

    /// A day off of the office's own, or a holiday lifted.
    pub fn put_day_off(&self, campaign: CampaignId, day_off: &OwnDay) -> Result<()> {
        self.run(
            include_str!("put_day_off.sql"),
            named_params! {
                ":campaign_id": campaign.0,
                ":on_day": day(day_off.on),
                ":name": day_off.name,
                ":works": day_off.works,
            },
        )?;
        Ok(())
    }

    /// Whether there was one.
    pub fn remove_day_off(&self, campaign: CampaignId, on: NaiveDate) -> Result<bool> {
        let rows =
            self.run("DELETE FROM day_off WHERE campaign_id = ?1 AND on_day = ?2", params![campaign.0, day(on)])?;
        Ok(rows > 0)
    }
}
