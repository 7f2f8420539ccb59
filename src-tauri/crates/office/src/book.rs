//! The office's rows gathered into what `domain` computes with.

use domain::rates::{Book, KeyedSheet};
use domain::sheet::SheetKind;

use crate::{Result, View};

impl View<'_> {
    /// What rates and reports are made from: areas that came out of one another as one.
    pub(crate) fn book(&self) -> Result<Book> {
        Ok(self.each_area()?.by_family())
    }

    /// Areas, bases, forms, sheets and tallies of the campaign, every area for itself.
    pub(crate) fn each_area(&self) -> Result<Book> {
        let campaign = self.get_campaign()?.id;
        let mut tallies = self.list_tallies(campaign)?;
        let sheets = self.list_sheets(campaign)?;
        Ok(Book {
            areas: self.list_areas(campaign)?,
            bases: self.list_bases(campaign)?,
            forms: self.list_forms(campaign)?,
            sheets: sheets
                .into_iter()
                .filter(|sheet| sheet.kind != SheetKind::Summary)
                .map(|sheet| KeyedSheet { tally: tallies.remove(&sheet.id).unwrap_or_default(), sheet })
                .collect(),
            heirs: self.list_heirs(campaign)?,
            ..Book::default()
        })
    }
}

/// A number of sheets or areas as the wire carries it.
pub(crate) fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
