use chrono::NaiveDate;
use domain::account::Permission;
use domain::ids::OfficeId;
use domain::issuer::begin_period;
use serde::Deserialize;
use ts_rs::TS;

use super::{Letterhead, validities};
use crate::{Act, Result, Write};

/// From a day on the office is called something else: renamed, merged, under another authority. Papers dated
/// before keep the name they had.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct RenameOffice {
    pub from: NaiveDate,
    pub letterhead: Letterhead,
}

impl Write for RenameOffice {
    type Answer = OfficeId;
    const NAME: &'static str = "rename_office";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<OfficeId> {
        let before = act.list_issuers()?;
        let mut periods = validities(&before);
        begin_period(&mut periods, self.from)?;
        act.date_periods(&before, &periods)?;
        let newest = periods.last().copied().unwrap_or_default();
        Ok(act.insert_issuer(&self.letterhead.row(newest)?)?)
    }
}
