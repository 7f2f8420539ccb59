//! The office's rows gathered into what `domain` computes with.

use std::collections::BTreeMap;

use domain::ids::{AreaId, CampaignId};
use domain::lineage::heads;
use domain::rates::{Book, KeyedSheet, Sums};
use domain::sheet::SheetKind;

use crate::{Result, View};

impl View<'_> {
    /// What rates and reports are made from: areas that came out of one another as one.
    pub(crate) fn book(&self) -> Result<Book> {
        Ok(self.each_area()?.by_family())
    }

    /// Areas, bases, forms, sheets and tallies of the campaign, every area for itself.
    pub(crate) fn each_area(&self) -> Result<Book> {
        self.each_area_of(self.get_campaign()?.id)
    }

    /// The same of any campaign of the file.
    pub(crate) fn each_area_of(&self, campaign: CampaignId) -> Result<Book> {
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

impl View<'_> {
    /// A campaign added up, areas that came out of one another as one; and under which area each stands.
    pub(crate) fn sums(&self, campaign: CampaignId) -> Result<(Sums, BTreeMap<AreaId, AreaId>)> {
        let book = self.each_area_of(campaign)?;
        let heads = heads(&book.areas, &book.heirs);
        Ok((Sums::of(&book.by_family()), heads))
    }
}

/// A number of sheets or areas as the wire carries it.
pub(crate) fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
