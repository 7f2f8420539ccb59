use domain::account::Permission;
use domain::estimate::CostLine;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{CostForm, usual};
use crate::{Read, Result, View};

/// The office's lines in their order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CostSheet {
    pub lines: Vec<CostLine>,
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
        let lines = view.list_cost_lines(view.get_campaign()?.id)?;
        let mut offered = usual::lines();
        offered.retain(|form| !lines.iter().any(|line| form.is_of(line)));
        Ok(CostSheet { lines, offered })
    }
}
