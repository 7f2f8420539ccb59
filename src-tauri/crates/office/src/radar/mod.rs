//! The missing-paper radar: what is out though its evening is over, and asking for it.

mod get;
mod remind;

pub use get::{GetRadar, Radar, RadarEvening, RadarPacket, RadarSheet};
pub use remind::{ChaseSlipPdf, GetSheetChase};

use domain::radar::{Ground, Packet, radar};

use crate::{Result, View};

impl View<'_> {
    /// Every packet of an evening that is over, the whole ones too.
    pub(crate) fn packets(&self) -> Result<Vec<Packet>> {
        let campaign = self.get_campaign()?.id;
        let ground = Ground {
            visits: &self.list_visits(campaign)?,
            areas: &self.list_areas(campaign)?,
            heads: &self.list_heads(campaign)?,
        };
        let counts = self.count_sheets(campaign)?;
        let out = self.list_sheets_out(campaign, self.today())?;
        Ok(radar(&counts, &out, &ground, self.now.naive_local()))
    }
}
