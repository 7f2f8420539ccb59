use domain::account::Permission;
use domain::ids::CampaignId;
use domain::printing::Said;
use serde::Deserialize;
use ts_rs::TS;

use crate::{Act, Result, Write};

/// A file of papers was saved. The desk's own deed, not a command: nobody claims to have printed what the
/// program did not make.
#[derive(Debug, Clone, Deserialize, TS)]
pub(crate) struct RecordPrinting {
    /// The campaign it was made from; another may be chosen by the time it is saved.
    pub campaign: CampaignId,
    pub file_name: String,
    /// What it says; empty for a paper that does not speak of the schedule.
    #[serde(skip)]
    #[ts(skip)]
    pub said: Vec<Said>,
}

impl Write for RecordPrinting {
    type Answer = ();
    const NAME: &'static str = "record_printing";
    const NEEDS: Permission = Permission::Read;

    fn run(self, act: &Act<'_>) -> Result<()> {
        match self.said.first() {
            Some(first) => Ok(act.insert_printing(self.campaign, first.kind, &self.file_name, &self.said)?),
            None => Ok(()),
        }
    }
}
