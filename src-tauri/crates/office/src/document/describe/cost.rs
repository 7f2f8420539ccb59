use domain::estimate::{Counted, Estimate, estimate};
use domain::official::PrintCost;
use domain::rates::{Ledger, Period};
use domain::schedule::Visit;
use domain::sheet::SheetKind;
use store::Document;

use crate::book::count;
use crate::{Result, View};

impl View<'_> {
    /// The estimate of the office's lines over what the campaign has.
    pub(crate) fn print_estimate(&self) -> Result<Estimate> {
        Ok(estimate(&self.list_cost_lines(self.get_campaign()?.id)?, &self.counted()?))
    }

    pub(super) fn print_cost(&self, document: &Document) -> Result<PrintCost> {
        Ok(PrintCost { ground: self.ground(document)?, estimate: self.print_estimate()? })
    }

    /// What lines of cost are counted by. Evenings called off are not; households are those last known.
    fn counted(&self) -> Result<Counted> {
        let campaign = self.get_campaign()?.id;
        let book = self.each_area()?;
        let ledger = Ledger::of(&book, Period::WHOLE);
        let visits: Vec<Visit> = self.list_visits(campaign)?.into_iter().filter(Visit::is_on).collect();
        let living = book.areas.iter().filter(|a| a.is_living());
        let sheets = book.sheets.iter().filter(|k| k.sheet.kind != SheetKind::Summary && k.sheet.is_expected());
        Ok(Counted {
            areas: living.map(|a| (a.name.clone(), ledger.base(a.id).households.map(|k| k.value))).collect(),
            evenings: count(visits.len()),
            // An evening without a named team is one team's.
            team_evenings: count(visits.iter().map(|v| v.teams.len().max(1)).sum()),
            sheets: count(sheets.count()),
            places: count(self.list_posting_places(campaign)?.len()),
        })
    }
}
