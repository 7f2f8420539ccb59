use domain::account::Permission;
use domain::issuer::Issuer;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Read, Result, View};

/// A period in the life of the office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OfficePeriod {
    pub issuer: Issuer,
    /// It is in force today.
    pub now: bool,
}

/// What the office was, is and will be called, the newest first.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ListOfficePeriods {}

impl Read for ListOfficePeriods {
    type Answer = Vec<OfficePeriod>;
    const NAME: &'static str = "list_office_periods";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<Vec<OfficePeriod>> {
        let now = view.issuer_on(view.today())?.id;
        let periods = view.list_issuers()?.into_iter().rev();
        Ok(periods.map(|issuer| OfficePeriod { now: issuer.id == now, issuer }).collect())
    }
}
