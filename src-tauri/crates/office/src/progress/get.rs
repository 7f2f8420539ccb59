use chrono::NaiveDate;
use domain::account::Permission;
use domain::campaign::{Campaign, Target};
use domain::ids::AreaId;
use domain::progress::{Before, Ground, Progress, last_day, progress};
use serde::Deserialize;
use ts_rs::TS;

use crate::sums::Added;
use crate::{Read, Result, View};

/// How far the campaign is at the end of a day; without one, today or the last day with figures.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct GetProgress {
    pub to: Option<NaiveDate>,
}

impl Read for GetProgress {
    type Answer = Progress;
    const NAME: &'static str = "get_progress";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<Progress> {
        let campaign = view.get_campaign()?;
        let before = view.campaign_before(&campaign)?;
        Ok(progress(&view.standing(campaign, self.to)?.ground(before.as_ref())))
    }
}

/// A campaign with what its progress is computed from.
pub(crate) struct Standing {
    pub(crate) campaign: Campaign,
    targets: Vec<Target>,
    added: Added,
    to: NaiveDate,
    today: NaiveDate,
}

impl Standing {
    /// Where an area stands in the sums.
    pub(crate) fn head(&self, area: AreaId) -> AreaId {
        self.added.heads.get(&area).copied().unwrap_or(area)
    }

    pub(crate) fn ground<'a>(&'a self, before: Option<&'a Self>) -> Ground<'a> {
        Ground {
            campaign: &self.campaign,
            targets: &self.targets,
            sums: &self.added.sums,
            visits: &self.added.visits,
            to: self.to,
            today: self.today,
            before: before.map(|b| Before { campaign: &b.campaign, targets: &b.targets, sums: &b.added.sums }),
        }
    }
}

impl View<'_> {
    pub(crate) fn standing(&self, campaign: Campaign, to: Option<NaiveDate>) -> Result<Standing> {
        let added = self.added(campaign.id)?;
        let today = self.today();
        Ok(Standing {
            to: to.unwrap_or_else(|| last_day(&campaign, added.sums.last_figure(), today)),
            targets: self.list_targets(campaign.id)?,
            campaign,
            added,
            today,
        })
    }

    /// The latest campaign that began earlier, in the same office file.
    pub(crate) fn campaign_before(&self, campaign: &Campaign) -> Result<Option<Standing>> {
        let earlier = self.list_campaigns()?.into_iter().filter(|c| c.starts_on < campaign.starts_on);
        earlier.max_by_key(|c| (c.starts_on, c.id)).map(|c| self.standing(c, None)).transpose()
    }
}
