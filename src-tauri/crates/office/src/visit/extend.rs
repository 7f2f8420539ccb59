use chrono::NaiveDate;
use domain::account::Permission;
use domain::campaign::Campaign;
use domain::date::dmy;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::campaign::in_order;
use crate::error::{Error, ErrorCode};
use crate::{Act, Result, Write};

/// Another last day for the campaign. Number and date of its plan stay; targets that were due on the old
/// last day move along only if asked.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ExtendCampaign {
    pub ends_on: NaiveDate,
    #[serde(default)]
    pub with_targets: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Extended {
    /// Targets whose day moved along.
    pub targets: u32,
}

impl Write for ExtendCampaign {
    type Answer = Extended;
    const NAME: &'static str = "extend_campaign";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<Extended> {
        let campaign = act.get_campaign()?;
        let last = act.list_visits(campaign.id)?.into_iter().filter(domain::schedule::Visit::is_on).map(|v| v.on).max();
        if let Some(last) = last.filter(|l| *l > self.ends_on) {
            return Err(Error::of(ErrorCode::EndBeforeLastEvening)
                .with("date", dmy(self.ends_on))
                .with("last", dmy(last)));
        }
        extend(act, campaign, self.ends_on, self.with_targets)
    }
}

pub(super) fn extend(
    act: &Act<'_>,
    mut campaign: Campaign,
    ends_on: NaiveDate,
    with_targets: bool,
) -> Result<Extended> {
    in_order(campaign.starts_on, ends_on)?;
    let before = std::mem::replace(&mut campaign.ends_on, ends_on);
    if before == ends_on {
        return Ok(Extended { targets: 0 });
    }
    act.update_campaign(&campaign)?;
    let moved = if with_targets { act.move_targets(campaign.id, before, ends_on)? } else { 0 };
    Ok(Extended { targets: crate::book::count(moved) })
}
