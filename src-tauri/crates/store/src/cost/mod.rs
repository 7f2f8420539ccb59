//! Lines of the estimate of prints and cost.

use domain::estimate::{Basis, CostLine};
use domain::ids::{CampaignId, CostLineId};
use rusqlite::{Row, named_params, params};

use crate::error::{Result, StoreError};
use crate::rows::{Columns, Rows, word};
use crate::transact::Tx;

/// What is said of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CostRow {
    pub name: String,
    pub unit: String,
    pub basis: Basis,
    pub per_hundred: u32,
    pub spare_percent: u32,
    /// In đồng.
    pub unit_price: Option<u64>,
}

fn line(row: &Row<'_>) -> rusqlite::Result<CostLine> {
    Ok(CostLine {
        id: CostLineId(row.get("id")?),
        name: row.get("name")?,
        unit: row.get("unit")?,
        basis: row.word("basis")?,
        per_hundred: row.get("per_hundred")?,
        spare_percent: row.get("spare_percent")?,
        // The schema lets no negative one in.
        unit_price: row.get::<_, Option<i64>>("unit_price")?.and_then(|price| u64::try_from(price).ok()),
    })
}

/// As SQLite holds it. The office's limit lies far below.
fn price(row: &CostRow) -> Result<Option<i64>> {
    row.unit_price.map(|p| i64::try_from(p).map_err(|_| StoreError::Value(p.to_string()))).transpose()
}

impl Rows<'_> {
    /// In the office's order.
    pub fn list_cost_lines(&self, campaign: CampaignId) -> Result<Vec<CostLine>> {
        self.list(include_str!("list.sql"), [campaign.0], line)
    }
}

impl Tx<'_> {
    /// After the last.
    pub fn append_cost_line(&self, campaign: CampaignId, row: &CostRow) -> Result<CostLineId> {
        let id = self.insert(
            include_str!("append.sql"),
            named_params! {
                ":campaign_id": campaign.0,
                ":name": row.name,
                ":unit": row.unit,
                ":basis": word(row.basis)?,
                ":per_hundred": row.per_hundred,
                ":spare_percent": row.spare_percent,
                ":unit_price": price(row)?,
            },
        )?;
        Ok(CostLineId(id))
    }

    pub fn update_cost_line(&self, id: CostLineId, row: &CostRow) -> Result<()> {
        self.run_one(
            "cost_line",
            id.0,
            include_str!("update.sql"),
            named_params! {
                ":id": id.0,
                ":name": row.name,
                ":unit": row.unit,
                ":basis": word(row.basis)?,
                ":per_hundred": row.per_hundred,
                ":spare_percent": row.spare_percent,
                ":unit_price": price(row)?,
            },
        )
    }

    pub fn place_cost_line(&self, id: CostLineId, place: u32) -> Result<()> {
        self.run_one("cost_line", id.0, "UPDATE cost_line SET place = ?2 WHERE id = ?1", params![id.0, place])
    }

    pub fn delete_cost_line(&self, id: CostLineId) -> Result<()> {
        self.run_one("cost_line", id.0, "DELETE FROM cost_line WHERE id = ?1", [id.0])
    }
}
