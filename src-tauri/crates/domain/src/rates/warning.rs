//! Counts that are larger than the base they are part of.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::base::Known;
use super::ledger::Ledger;
use crate::form::Meaning;
use crate::ids::AreaId;

/// A count larger than the base it is part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Warning {
    pub kind: WarningKind,
    #[ts(type = "number")]
    pub counted: u64,
    pub known: Known,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WarningKind {
    MoreHouseholdsMet,
    MorePeopleMet,
    MoreSmartphones,
    MoreInstalled,
}

impl Ledger {
    /// Figures of an area that cannot all be true, each in the sheet's own terms.
    #[must_use]
    pub fn warnings(&self, area: AreaId) -> Vec<Warning> {
        let (totals, base) = (self.area(area), self.base(area));
        let installed = base.installed.map(|b| u64::from(b.value) + totals.installed_after(b.as_of));
        let pairs = [
            (WarningKind::MoreHouseholdsMet, totals.get(Meaning::HouseholdsMet), base.households),
            (WarningKind::MorePeopleMet, totals.get(Meaning::PeopleMet), base.people_15),
            (WarningKind::MoreSmartphones, totals.get(Meaning::Smartphone), base.smartphone_15),
            (WarningKind::MoreInstalled, installed, base.smartphone_15),
        ];
        pairs
            .into_iter()
            .filter_map(|(kind, counted, known)| Some(Warning { kind, counted: counted?, known: known? }))
            .filter(|w| w.counted > u64::from(w.known.value))
            .collect()
    }
}
