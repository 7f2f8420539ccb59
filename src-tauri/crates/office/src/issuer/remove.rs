use domain::account::Permission;
use domain::issuer::remove_newest;
use serde::Deserialize;
use ts_rs::TS;

use super::validities;
use crate::{Act, Result, Write};

/// The newest name was a mistake: the one before it goes on.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct RemoveOfficePeriod {}

impl Write for RemoveOfficePeriod {
    type Answer = ();
    const NAME: &'static str = "remove_office_period";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<()> {
        let before = act.list_issuers()?;
        let mut periods = validities(&before);
        remove_newest(&mut periods)?;
        if let Some(newest) = before.last() {
            act.remove_issuer(newest.id)?;
        }
        act.date_periods(&before, &periods)
    }
}
