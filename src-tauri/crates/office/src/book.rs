//! The office's rows gathered into what `domain` computes with.

use domain::rates::{Book, KeyedSheet};

use crate::{Result, View};

impl View<'_> {
    /// Areas, bases, forms, sheets and tallies of the campaign.
    pub(crate) fn book(&self) -> Result<Book> {
        let campaign = self.get_campaign()?.id;
        let mut tallies = self.list_tallies(campaign)?;
        let sheets = self.list_sheets(campaign)?;
        Ok(Book {
            areas: self.list_areas(campaign)?,
            bases: self.list_bases(campaign)?,
            forms: self.list_forms(campaign)?,
            sheets: sheets
                .into_iter()
                .map(|sheet| KeyedSheet { tally: tallies.remove(&sheet.id).unwrap_or_default(), sheet })
                .collect(),
        })
    }
}

/// A number of sheets or areas as the wire carries it.
pub(crate) fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
