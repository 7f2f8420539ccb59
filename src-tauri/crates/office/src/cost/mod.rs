//! The estimate of prints and their cost: the office's lines.

mod line;
mod list;
mod usual;

pub use line::{OrderCostLines, PutCostLine, RemoveCostLine};
pub use list::{CostSheet, ListCosts};

use domain::estimate::{Basis, CostLine};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A line as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CostForm {
    /// `Tờ rơi A5 phát đến từng hộ`.
    pub name: String,
    /// What it is counted in: `tờ`.
    pub unit: String,
    pub basis: Basis,
    /// How many for each hundred of what it is counted by.
    pub per_hundred: u32,
    pub spare_percent: u32,
    /// In đồng; blank until the office knows it.
    #[ts(type = "number | null")]
    pub unit_price: Option<u64>,
}

impl CostForm {
    fn is_of(&self, line: &CostLine) -> bool {
        domain::text::fold(&self.name) == domain::text::fold(&line.name)
    }
}
