//! Reporting units outside every rate, what they count, and their figures.

use chrono::NaiveDate;
use domain::ids::{CampaignId, PersonId, UnitId, UnitIndicatorId};
use domain::unit::{ReportingUnit, UnitFigure, UnitIndicator};
use rusqlite::{named_params, params};

use crate::error::Result;
use crate::rows::{Columns, Rows, day};
use crate::transact::Tx;

impl Rows<'_> {
    pub fn list_units(&self, campaign: CampaignId) -> Result<Vec<ReportingUnit>> {
        self.list(include_str!("list.sql"), [campaign.0], |row| {
            Ok(ReportingUnit {
                id: UnitId(row.get("id")?),
                name: row.get("name")?,
                due_on: row.maybe_day("due_on")?,
                contact: row.get::<_, Option<i64>>("contact_id")?.map(PersonId),
            })
        })
    }

    pub fn list_unit_indicators(&self, campaign: CampaignId) -> Result<Vec<UnitIndicator>> {
        self.list(include_str!("indicators.sql"), [campaign.0], |row| {
            Ok(UnitIndicator { id: UnitIndicatorId(row.get("id")?), label: row.get("label")? })
        })
    }

    pub fn list_unit_figures(&self, campaign: CampaignId) -> Result<Vec<UnitFigure>> {
        self.list(include_str!("figures.sql"), [campaign.0], |row| {
            Ok(UnitFigure {
                unit: UnitId(row.get("unit_id")?),
                indicator: UnitIndicatorId(row.get("indicator_id")?),
                as_of: row.day("as_of")?,
                people: row.get("people")?,
                done: row.get("done")?,
            })
        })
    }
}

impl Tx<'_> {
    /// After the last.
    pub fn append_unit(&self, campaign: CampaignId, name: &str, due_on: Option<NaiveDate>) -> Result<UnitId> {
        let id = self
            .insert(include_str!("append.sql"), params![campaign.0, name, due_on.map(day)])
            .map_err(|e| e.or_duplicate("reporting_unit"))?;
        Ok(UnitId(id))
    }

    pub fn update_unit(&self, unit: &ReportingUnit) -> Result<()> {
        self.run_one(
            "reporting_unit",
            unit.id.0,
            "UPDATE reporting_unit SET name = ?2, due_on = ?3, contact_id = ?4 WHERE id = ?1",
            params![unit.id.0, unit.name, unit.due_on.map(day), unit.contact.map(|p| p.0)],
        )
        .map_err(|e| e.or_duplicate("reporting_unit"))
    }

    /// With its figures.
    pub fn delete_unit(&self, id: UnitId) -> Result<()> {
        self.run("DELETE FROM unit_figure WHERE unit_id = ?1", [id.0])?;
        self.run_one("reporting_unit", id.0, "DELETE FROM reporting_unit WHERE id = ?1", [id.0])
    }

    pub fn append_unit_indicator(&self, campaign: CampaignId, label: &str) -> Result<UnitIndicatorId> {
        let id = self
            .insert(include_str!("append_indicator.sql"), params![campaign.0, label])
            .map_err(|e| e.or_duplicate("unit_indicator"))?;
        Ok(UnitIndicatorId(id))
    }

    pub fn update_unit_indicator(&self, id: UnitIndicatorId, label: &str, place: u32) -> Result<()> {
        self.run_one(
            "unit_indicator",
            id.0,
            "UPDATE unit_indicator SET label = ?2, place = ?3 WHERE id = ?1",
            params![id.0, label, place],
        )
        .map_err(|e| e.or_duplicate("unit_indicator"))
    }

    /// With what was reported of it.
    pub fn delete_unit_indicator(&self, id: UnitIndicatorId) -> Result<()> {
        self.run("DELETE FROM unit_figure WHERE indicator_id = ?1", [id.0])?;
        self.run_one("unit_indicator", id.0, "DELETE FROM unit_indicator WHERE id = ?1", [id.0])
    }

    /// What a unit reported of a day; a figure that is blank throughout leaves no row.
    pub fn put_unit_figure(&self, figure: &UnitFigure) -> Result<()> {
        let UnitFigure { unit, indicator, as_of, people, done } = figure;
        if people.is_none() && done.is_none() {
            self.run(
                "DELETE FROM unit_figure WHERE unit_id = ?1 AND indicator_id = ?2 AND as_of = ?3",
                params![unit.0, indicator.0, day(*as_of)],
            )?;
            return Ok(());
        }
        self.run(
            include_str!("put_figure.sql"),
            named_params! {
                ":unit_id": unit.0,
                ":indicator_id": indicator.0,
                ":as_of": day(*as_of),
                ":people": people,
                ":done": done,
            },
        )?;
        Ok(())
    }
}
