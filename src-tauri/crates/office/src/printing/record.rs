use domain::account::Permission;
use domain::ids::{CampaignId, PrintingId};
use domain::printing::{Batch, Repeat};
use serde::Deserialize;
use store::NewPrinting;
use ts_rs::TS;

use crate::{Act, Result, Write};

/// A file of papers was saved. The desk's own deed, not a command: nobody claims to have printed what the
/// program did not make.
#[derive(Debug, Clone, Deserialize, TS)]
pub(crate) struct RecordPrinting {
    /// The campaign it was made from; another may be chosen by the time it is saved.
    pub campaign: CampaignId,
    pub file_name: String,
    pub pages: u32,
    #[ts(skip)]
    pub batch: Batch,
    /// None where the request may hold somebody's name.
    #[serde(skip)]
    #[ts(skip)]
    pub repeat: Option<Repeat>,
}

impl Write for RecordPrinting {
    type Answer = PrintingId;
    const NAME: &'static str = "record_printing";
    const NEEDS: Permission = Permission::Read;

    fn run(self, act: &Act<'_>) -> Result<PrintingId> {
        let new = NewPrinting {
            batch: &self.batch,
            file_name: &self.file_name,
            pages: self.pages,
            repeat: self.repeat.as_ref(),
        };
        Ok(act.insert_printing(self.campaign, new)?)
    }
}
