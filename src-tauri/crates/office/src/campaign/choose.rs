use domain::account::Permission;
use domain::ids::CampaignId;
use serde::Deserialize;
use ts_rs::TS;

use crate::{Act, Result, Write};

/// Another campaign of the file is worked on from now on. Nothing in it changes, so the journal says nothing.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct ChooseCampaign {
    pub id: CampaignId,
}

impl Write for ChooseCampaign {
    type Answer = ();
    const NAME: &'static str = "choose_campaign";
    const NEEDS: Permission = Permission::SetUp;

    fn run(self, act: &Act<'_>) -> Result<()> {
        act.campaign_by_id(self.id)?;
        Ok(act.choose_campaign(Some(self.id))?)
    }
}
