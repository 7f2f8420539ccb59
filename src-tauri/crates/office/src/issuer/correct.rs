use chrono::NaiveDate;
use domain::account::Permission;
use domain::ids::OfficeId;
use domain::issuer::move_start;
use serde::Deserialize;
use ts_rs::TS;

use super::{Letterhead, place_of, validities};
use crate::{Act, Result, Write};

/// A period of the office was written down wrong: its letterhead, or the day it began.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct CorrectOfficePeriod {
    pub id: OfficeId,
    /// `null` leaves the day as it is; the first period has none to change.
    pub from: Option<NaiveDate>,
    pub letterhead: Letterhead,
}

impl Write for CorrectOfficePeriod {
    type Answer = ();
    const NAME: &'static str = "correct_office_period";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<()> {
        let before = act.list_issuers()?;
        let at = place_of(&before, self.id)?;
        let mut periods = validities(&before);
        if let Some(from) = self.from.filter(|from| periods.get(at).and_then(|p| p.from) != Some(*from)) {
            move_start(&mut periods, at, from)?;
            act.date_periods(&before, &periods)?;
        }
        let own = periods.get(at).copied().unwrap_or_default();
        Ok(act.update_issuer(self.id, &self.letterhead.row(own)?)?)
    }
}
