//! The estimate of prints and cost (dự toán) for Tài chính – Kế toán: lines of the office, each counted by
//! something the campaign has, and the quantities that follow.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::CostLineId;

/// What a line's quantity is counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// Households of the areas, by their base figures.
    Household,
    Area,
    /// Evenings that are on.
    Evening,
    /// Teams out on evenings: two teams on an evening are two.
    TeamEvening,
    /// Tally sheets that the office waits for.
    Sheet,
    /// Public places where papers are posted.
    Place,
    /// Once for the campaign.
    Once,
}

/// A line of the estimate, as the office writes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CostLine {
    pub id: CostLineId,
    /// `Tờ rơi A5 phát đến hộ`.
    pub name: String,
    /// What it is counted in: `tờ`.
    pub unit: String,
    pub basis: Basis,
    /// How many for each hundred of what it is counted by.
    pub per_hundred: u32,
    /// Added in case some are spoilt.
    pub spare_percent: u32,
    /// In đồng; blank until the office knows it.
    #[ts(type = "number | null")]
    pub unit_price: Option<u64>,
}
