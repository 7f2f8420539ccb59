use domain::estimate::{Counted, Estimate, estimate};
use domain::official::PrintCost;
use domain::rates::{Ledger, Period};
use domain::schedule::Visit;
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
        let sums = self.added_by_area(campaign)?;
        let ledger = Ledger::of_sums(&sums, Period::WHOLE);
        let visits: Vec<Visit> = self.list_visits(campaign)?.into_iter().filter(Visit::is_on).collect();
        let living = sums.areas().iter().filter(|a| a.is_living());
        Ok(Counted {
            areas: living.map(|a| (a.name.clone(), ledger.base(a.id).households.map(|k| k.value))).collect(),
            evenings: count(visits.len()),
            // An evening without a named team is one team's.
            team_evenings: count(visits.iter().map(|v| v.teams.len().max(1)).sum()),
            sheets: count(ledger.ward().expected),
            places: count(self.list_posting_places(campaign)?.len()),
        })
    }
}
