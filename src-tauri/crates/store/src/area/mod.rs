//! Areas and their dated base figures.

use chrono::NaiveDate;
use domain::area::{Area, AreaKind, BaseFigures};
use domain::ids::{AreaId, BaseId, CampaignId, PersonId};
use domain::lineage::{FormerName, Heir};
use rusqlite::{Row, named_params, params};

use crate::error::{Result, StoreError};
use crate::rows::{Columns, Rows, day, word};
use crate::transact::Tx;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewArea {
    pub name: String,
    pub kind: AreaKind,
    pub cluster: Option<String>,
    pub leader: Option<PersonId>,
    pub self_report_due: Option<NaiveDate>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewBase {
    pub as_of: NaiveDate,
    pub source: String,
    pub households: Option<u32>,
    pub people_15: Option<u32>,
    pub smartphone_15: Option<u32>,
    pub installed: Option<u32>,
}

fn area(row: &Row<'_>) -> rusqlite::Result<Area> {
    Ok(Area {
        id: AreaId(row.get("id")?),
        name: row.get("name")?,
        kind: row.word("kind")?,
        cluster: row.get("cluster")?,
        leader: row.get::<_, Option<i64>>("leader_id")?.map(PersonId),
        self_report_due: row.maybe_day("self_report_due")?,
        began_on: row.maybe_day("began_on")?,
        ended_on: row.maybe_day("ended_on")?,
    })
}

impl Rows<'_> {
    /// In the office's own order, as they were entered.
    pub fn list_areas(&self, campaign: CampaignId) -> Result<Vec<Area>> {
        self.list(include_str!("list.sql"), [campaign.0], area)
    }

    pub fn get_area(&self, id: AreaId) -> Result<Area> {
        self.find(include_str!("get.sql"), [id.0], area)?.ok_or(StoreError::Missing { noun: "area", id: id.0 })
    }

    pub fn list_bases(&self, campaign: CampaignId) -> Result<Vec<BaseFigures>> {
        self.list(include_str!("bases.sql"), [campaign.0], |row| {
            Ok(BaseFigures {
                id: BaseId(row.get("id")?),
                area: AreaId(row.get("area_id")?),
                as_of: row.day("as_of")?,
                source: row.get("source")?,
                households: row.get("households")?,
                people_15: row.get("people_15")?,
                smartphone_15: row.get("smartphone_15")?,
                installed: row.get("installed")?,
            })
        })
    }
}

impl Rows<'_> {
    /// What areas were called before, earliest first.
    pub fn list_former_names(&self, campaign: CampaignId) -> Result<Vec<FormerName>> {
        self.list(include_str!("former_names.sql"), [campaign.0], |row| {
            Ok(FormerName {
                area: AreaId(row.get("area_id")?),
                until: row.day("until")?,
                name: row.get("name")?,
                kind: row.word("kind")?,
                cluster: row.get("cluster")?,
                because: row.get("because")?,
            })
        })
    }

    /// Which areas came out of which.
    pub fn list_heirs(&self, campaign: CampaignId) -> Result<Vec<Heir>> {
        self.list(include_str!("heirs.sql"), [campaign.0], |row| {
            Ok(Heir {
                source: AreaId(row.get("source_id")?),
                heir: AreaId(row.get("heir_id")?),
                on: row.day("on_day")?,
            })
        })
    }
}

impl Tx<'_> {
    pub fn insert_former_name(&self, former: &FormerName) -> Result<()> {
        self.run(
            include_str!("insert_former_name.sql"),
            named_params! {
                ":area_id": former.area.0,
                ":until": day(former.until),
                ":name": former.name,
                ":kind": word(former.kind)?,
                ":cluster": former.cluster,
                ":because": former.because,
            },
        )
        .map(|_| ())
    }

    pub fn insert_heir(&self, heir: Heir) -> Result<()> {
        self.run(
            "INSERT INTO area_heir (source_id, heir_id, on_day) VALUES (?1, ?2, ?3)",
            params![heir.source.0, heir.heir.0, day(heir.on)],
        )
        .map(|_| ())
    }

    /// First day of an area that came within the campaign.
    pub fn begin_area(&self, id: AreaId, on: NaiveDate) -> Result<()> {
        self.run_one("area", id.0, "UPDATE area SET began_on = ?2 WHERE id = ?1", params![id.0, day(on)])
    }

    /// Last day of an area, and why it is no more.
    pub fn end_area(&self, id: AreaId, on: NaiveDate, because: &str) -> Result<()> {
        self.run_one(
            "area",
            id.0,
            "UPDATE area SET ended_on = ?2, ended_because = ?3 WHERE id = ?1",
            params![id.0, day(on), because],
        )
    }

    /// Gives an evening to another area; its sheets go with it.
    pub fn hand_over_visit(&self, id: domain::ids::VisitId, area: AreaId) -> Result<()> {
        self.run_one("visit", id.0, "UPDATE visit SET area_id = ?2 WHERE id = ?1", params![id.0, area.0])
    }

    /// Appends an area after the campaign's last.
    pub fn insert_area(&self, campaign: CampaignId, new: &NewArea) -> Result<AreaId> {
        let id = self
            .insert(
                include_str!("insert.sql"),
                named_params! {
                    ":campaign_id": campaign.0,
                    ":name": new.name,
                    ":kind": word(new.kind)?,
                    ":cluster": new.cluster,
                    ":leader_id": new.leader.map(|p| p.0),
                    ":self_report_due": new.self_report_due.map(day),
                },
            )
            .map_err(|e| e.or_duplicate("area"))?;
        Ok(AreaId(id))
    }

    pub fn update_area(&self, id: AreaId, new: &NewArea) -> Result<()> {
        self.run_one(
            "area",
            id.0,
            include_str!("update.sql"),
            named_params! {
                ":id": id.0,
                ":name": new.name,
                ":kind": word(new.kind)?,
                ":cluster": new.cluster,
                ":leader_id": new.leader.map(|p| p.0),
                ":self_report_due": new.self_report_due.map(day),
            },
        )
        .map_err(|e| e.or_duplicate("area"))
    }

    /// Whether there were such figures.
    pub fn delete_base(&self, area: AreaId, base: BaseId) -> Result<bool> {
        let sql = "DELETE FROM area_base WHERE id = ?1 AND area_id = ?2";
        Ok(self.run(sql, [base.0, area.0])? > 0)
    }

    /// Records base figures; the same date and source replace what was there.
    pub fn put_base(&self, area: AreaId, new: &NewBase) -> Result<()> {
        self.run(
            include_str!("put_base.sql"),
            named_params! {
                ":area_id": area.0,
                ":as_of": day(new.as_of),
                ":source": new.source,
                ":households": new.households,
                ":people_15": new.people_15,
                ":smartphone_15": new.smartphone_15,
                ":installed": new.installed,
            },
        )?;
        Ok(())
    }
}
