//! What the journal does not hold of this session's deeds: details of people as they were before each change,
//! without which a change of a name could not be taken back, and the campaign that was worked on. Never written
//! anywhere; gone with the program.

use std::collections::BTreeMap;

use domain::ids::{CampaignId, PersonId};
use store::Former;

#[derive(Debug, Default)]
pub(crate) struct Memory {
    former: BTreeMap<i64, Vec<Former>>,
    campaigns: BTreeMap<i64, CampaignId>,
}

impl Memory {
    pub(crate) fn keep(&mut self, entry: i64, campaign: Option<CampaignId>, former: Vec<Former>) {
        if !former.is_empty() {
            self.former.insert(entry, former);
        }
        if let Some(campaign) = campaign {
            self.campaigns.insert(entry, campaign);
        }
    }

    /// Lets go of people whose details were deleted for good.
    pub(crate) fn forget(&mut self, people: &[PersonId]) {
        for former in self.former.values_mut() {
            former.retain(|f| !people.contains(&f.person));
        }
    }

    pub(crate) fn of(&self, entry: i64) -> &[Former] {
        self.former.get(&entry).map_or(&[], Vec::as_slice)
    }

    /// The campaign that was worked on once the deed was done; none of an earlier session.
    pub(crate) fn campaign_of(&self, entry: i64) -> Option<CampaignId> {
        self.campaigns.get(&entry).copied()
    }
}
