//! A campaign added up by the store, for rates: no sheet of an evening is read one by one.

use std::collections::BTreeMap;

use domain::ids::{AreaId, CampaignId, VisitId};
use domain::lineage::heads;
use domain::rates::{Alike, Book, KeyedSheet, Sums};
use domain::schedule::Visit;
use domain::sheet::SheetKind;
use store::{FIRST, VisitSum};

use crate::{Result, View};

/// A campaign added up.
pub(crate) struct Added {
    pub(crate) sums: Sums,
    /// Every visit with the area it stands under in the sums.
    pub(crate) visits: Vec<Visit>,
    /// Under which area each stands.
    pub(crate) heads: BTreeMap<AreaId, AreaId>,
}

impl View<'_> {
    /// The same as [`Sums::of`] the [`View::book`]: areas that came out of one another as one.
    pub(crate) fn added(&self, campaign: CampaignId) -> Result<Added> {
        let book = self.sheets_of_areas(campaign)?;
        let heads = heads(&book.areas, &book.heirs);
        self.add_visits(campaign, &book.by_family(), heads)
    }

    /// The same with every area for itself.
    pub(crate) fn added_by_area(&self, campaign: CampaignId) -> Result<Sums> {
        Ok(self.add_visits(campaign, &self.sheets_of_areas(campaign)?, BTreeMap::new())?.sums)
    }

    /// The campaign's areas, bases and forms, with the few sheets that belong to no visit.
    fn sheets_of_areas(&self, campaign: CampaignId) -> Result<Book> {
        let sheets = self.list_sheets_of_areas(campaign)?.into_iter().filter(|s| s.kind != SheetKind::Summary);
        let keyed = |sheet: domain::sheet::Sheet| Ok(KeyedSheet { tally: self.get_tally(sheet.id, FIRST)?, sheet });
        Ok(Book {
            areas: self.list_areas(campaign)?,
            bases: self.list_bases(campaign)?,
            forms: self.list_forms(campaign)?,
            sheets: sheets.map(keyed).collect::<Result<_>>()?,
            heirs: self.list_heirs(campaign)?,
            ..Book::default()
        })
    }

    fn add_visits(&self, campaign: CampaignId, book: &Book, heads: BTreeMap<AreaId, AreaId>) -> Result<Added> {
        let mut sums = Sums::of(book);
        let mut visits = self.list_visits(campaign)?;
        for visit in &mut visits {
            visit.area = heads.get(&visit.area).copied().unwrap_or(visit.area);
        }
        let by_id: BTreeMap<VisitId, &Visit> = visits.iter().map(|v| (v.id, v)).collect();
        for sum in self.sum_visits(campaign)? {
            if let Some(visit) = by_id.get(&sum.visit) {
                sums.take(&alike(visit, sum));
            }
        }
        Ok(Added { sums, visits, heads })
    }
}

fn alike(visit: &Visit, sum: VisitSum) -> Alike {
    Alike {
        area: visit.area,
        on: visit.on,
        called_off: !visit.is_on(),
        kind: sum.kind,
        state: sum.state,
        sheets: usize::try_from(sum.sheets).unwrap_or(usize::MAX),
        boxes: sum.boxes,
    }
}
