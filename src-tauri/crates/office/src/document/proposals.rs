//! Whom the results speak for.

use domain::document::DocumentKind;
use domain::number::{decimal, to_tenth};
use domain::rates::{Ledger, Period};
use store::{Document, Nominee};

use super::{Nominated, NomineeView};
use crate::{Result, View};

impl View<'_> {
    /// Living areas whose figures reach every target of the campaign, beside those already named, the furthest first;
    /// of a tờ trình khen thưởng. An area without a base for a target has nothing to be measured by, and is not
    /// proposed.
    pub(super) fn proposals(&self, document: &Document) -> Result<Vec<NomineeView>> {
        if document.kind != DocumentKind::Commendation {
            return Ok(Vec::new());
        }
        let named: Vec<Nominee> = self.list_nominees(document.id)?.into_iter().map(|(nominee, _)| nominee).collect();
        let targets = self.list_targets(self.get_campaign()?.id)?;
        let book = self.book()?;
        let to = document.head.to.unwrap_or_else(|| self.today());
        let ledger = Ledger::of(&book, Period::until(to));
        let mut proposed = Vec::new();
        for area in book.areas.iter().filter(|a| a.is_living() && !named.contains(&Nominee::Area(a.id))) {
            let reached = |target| {
                let percent = ledger.area_rate(target, area.id).percent.filter(|p| *p >= f64::from(target.percent))?;
                Some((percent, format!("{} {}%", target.name, decimal(to_tenth(percent)))))
            };
            let rates: Option<Vec<(f64, String)>> = targets.iter().map(reached).collect();
            let Some(rates) = rates.filter(|rates| !rates.is_empty()) else { continue };
            let least = rates.iter().map(|(percent, _)| *percent).fold(f64::INFINITY, f64::min);
            let said: Vec<String> = rates.into_iter().map(|(_, words)| words).collect();
            let reason = format!("Đạt và vượt các chỉ tiêu: {}", said.join("; "));
            proposed.push((least, NomineeView { who: Nominated::Area { id: area.id }, name: area.label(), reason }));
        }
        proposed.sort_by(|(a, _), (b, _)| b.total_cmp(a));
        Ok(proposed.into_iter().map(|(_, view)| view).collect())
    }
}
