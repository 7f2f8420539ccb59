//! Evenings and the teams that go out on them.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime};
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

    pub fn set_visit_teams(&self, id: VisitId, teams: &[TeamId]) -> Result<()> {
        let before = self.get_visit(id)?.teams;
        for team in before.iter().filter(|t| !teams.contains(t)) {
            self.run("DELETE FROM visit_team WHERE visit_id = ?1 AND team_id = ?2", params![id.0, team.0])?;
        }
        for team in teams.iter().filter(|t| !before.contains(t)) {
            self.run("INSERT INTO visit_team (visit_id, team_id) VALUES (?1, ?2)", params![id.0, team.0])?;
        }
        Ok(())
    }
}
