use domain::account::Permission;
use domain::estimate::{Estimate, Item};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{CostForm, usual};
use crate::{Read, Result, View};

/// The estimate as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CostSheet {
    /// The office's lines in their order, with what follows from each.
    pub items: Vec<Item>,
    /// In đồng; unknown while any amount is, or there is no line.
    #[ts(type = "number | null")]
    pub total: Option<u64>,
    /// Areas whose households are blank, if a line is counted by households.
    pub without_households: Vec<String>,
    /// Lines most offices need that are not there yet, without prices.
    pub offered: Vec<CostForm>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ListCosts {}

impl Read for ListCosts {
    type Answer = CostSheet;
    const NAME: &'static str = "list_costs";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<CostSheet> {
        let Estimate { items, total, without_households } = view.print_estimate()?;
        let mut offered = usual::lines();
        offered.retain(|form| !items.iter().any(|item| form.is_of(&item.line)));
        Ok(CostSheet { items, total, without_households, offered })
    }
}
