//! How a campaign's flyers look and what they say.

use domain::ids::CampaignId;
use domain::printing::FlyerDesign;
use rusqlite::named_params;

use crate::error::Result;
use crate::rows::{Columns, Rows, word};
use crate::transact::Tx;

/// What is blank is the program's own.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FlyerRow {
    pub design: FlyerDesign,
    pub headline: Option<String>,
    pub steps: Vec<String>,
}

impl Rows<'_> {
    /// None while nobody has chosen anything.
    pub fn find_flyer(&self, campaign: CampaignId) -> Result<Option<FlyerRow>> {
        self.find("SELECT design, headline, steps FROM flyer WHERE campaign_id = ?1", [campaign.0], |row| {
            Ok(FlyerRow { design: row.word("design")?, headline: row.get("headline")?, steps: row.lines("steps")? })
        })
    }
}

impl Tx<'_> {
    pub fn put_flyer(&self, campaign: CampaignId, row: &FlyerRow) -> Result<()> {
        self.run(
            include_str!("put.sql"),
            named_params! {
                ":campaign_id": campaign.0,
                ":design": word(row.design)?,
                ":headline": row.headline,
                ":steps": row.steps.join("\n"),
            },
        )?;
        Ok(())
    }
}
