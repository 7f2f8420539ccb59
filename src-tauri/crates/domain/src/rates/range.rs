//! Lowest and highest value of a rate, for the people whom nobody has met.
//!
//! **Assumption.** Who was not met is not counted: the households recorded absent, and those not reached yet. Their
//! number is no estimate: it is the denominator's base figure less who was met of the same kind (people of 15 and
//! over, those with a smartphone). The lowest value takes all of them as not having done it, the highest all of them as
//! having done it; the truth lies between, if bases and sheets are right. What a dated base says of earlier installs
//! stands in both: the lowest value does not take it back, and the highest counts nobody twice.
//!
//! There is no range where it cannot be known: without a denominator or a numerator; where sheets came back whose form
//! does not count who was met; for a share of the people met, which speaks of nobody else; and for households met,
//! of which an absent one is none by definition.
//!
//! Worked example: area A, 400 smartphone users, 60 installed on 01/11, met on 09/11 110 users of whom 30 had the app
//! and 25 installed it: 60 + 25 = 85 at least; at most the 55 met and all 290 others, 345. Area B, 100 users, no dated
//! installs, met 40 of whom 10 had it and 5 installed: 15 to 15 + 60 = 75. The ward: 100 to 420 of 500, 20 % to 84 %,
//! and 350 users are not met.

use super::ledger::Ledger;
use super::rate::percent;
use crate::campaign::{Denominator, Numerator, Target};
use crate::form::Meaning;
use crate::ids::AreaId;

/// Lowest and highest count of a rate, over the rate's own denominator.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Range {
    pub low: u64,
    pub high: u64,
    pub low_percent: f64,
    pub high_percent: f64,
    /// People of the denominator that nobody has met.
    pub unmet: u64,
}

impl Ledger {
    /// The range of a rate over `areas`; it holds the rate.
    #[must_use]
    pub fn range(&self, target: &Target, areas: &[AreaId]) -> Option<Range> {
        let met = met(target)?;
        let rate = self.rate(target, areas);
        let (low, whole) = (rate.numerator?, rate.denominator?);
        let (covered, _) = self.split(target, areas);
        let mut high = 0;
        let mut unmet = 0;
        for area in covered {
            let (most, others) = self.most(target, area, met)?;
            high += most;
            unmet += others;
        }
        Some(Range { low, high, low_percent: percent(low, whole)?, high_percent: percent(high, whole)?, unmet })
    }

    /// The most an area can have, and how many of it nobody has met.
    fn most(&self, target: &Target, area: AreaId, met: Meaning) -> Option<(u64, u64)> {
        let whole = self.denominator(target.denominator, area)?;
        let totals = self.area(area);
        // An area that has reported nothing has met nobody that we know of.
        let met = if totals.has_figures() { totals.get(met)? } else { 0 };
        let unmet = whole.saturating_sub(met);
        // Where nobody counted, all may have it: those met too.
        let Some((counted, _)) = self.numerator(target, area) else { return Some((whole, unmet)) };
        let among_met = match (self.parts(target, area).base, totals.get(Meaning::InstalledBefore)) {
            (Some(_), Some(_)) => totals.sum(target.numerator.boxes()).unwrap_or_default(),
            // Nobody says how many of those met are in the base: at most none of them.
            _ => counted,
        };
        Some(((among_met + unmet).min(whole).max(counted), unmet))
    }
}

/// Who of the denominator was met.
fn met(target: &Target) -> Option<Meaning> {
    match (target.numerator, target.denominator) {
        (Numerator::HouseholdsMet, _) | (_, Denominator::Households | Denominator::PeopleMet) => None,
        (_, Denominator::People15) => Some(Meaning::PeopleMet),
        (_, Denominator::Smartphone15) => Some(Meaning::Smartphone),
    }
}
