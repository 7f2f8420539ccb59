//! What is still needed for a goal, and what a visit has to bring for it.
//!
//! * The goal is the smallest whole number of people that is at least the target's share of the denominator.
//! * Visits left are those still to come, by the target's day, of the areas the rate covers: what an area without a
//!   base brings moves nothing.
//! * Pace is what a visit with figures has brought on average in those areas, whatever the day of a base: where
//!   earlier installs are dated, its new installs; else the boxes the numerator adds up. Self-reports are no visits.
//!
//! Worked example: 3.842 of 12.236 with a goal of 50 %: 6.118, so 2.276 more; in 14 visits 163 each (162,6 rounded up,
//! 14 × 163 = 2.282 ≥ 2.276). Eight visits with figures brought 1.128: 141 each, so 163 is 1,2 times the pace.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::book::Period;
use super::ledger::Ledger;
use super::rate::Rate;
use super::sums::Sums;
use crate::campaign::Target;
use crate::ids::AreaId;

/// What is still needed.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Needed {
    /// People at the goal.
    pub goal: u64,
    /// How many more until there.
    pub more: u64,
    pub visits_left: u32,
    /// Rounded up; unknown when none is left.
    pub per_visit: Option<u64>,
    /// Average of the visits with figures; unknown without one.
    pub pace: Option<f64>,
    pub visits_with_figures: u32,
    /// What is needed by what was reached; unknown without a pace or when it is nothing.
    pub factor: Option<f64>,
}

/// What visits have brought.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Pace {
    pub brought: u64,
    /// Visits with figures.
    pub visits: u32,
}

/// How many people a target asks for.
#[must_use]
pub fn goal_of(target: &Target, denominator: u64) -> u64 {
    (denominator * u64::from(target.percent)).div_ceil(100)
}

/// Unknown while numerator or denominator are.
#[must_use]
pub fn needed(target: &Target, rate: &Rate, visits_left: u32, pace: Pace) -> Option<Needed> {
    let goal = goal_of(target, rate.denominator?);
    let more = goal.saturating_sub(rate.numerator?);
    let per_visit = (visits_left > 0).then(|| more.div_ceil(u64::from(visits_left)));
    #[expect(clippy::cast_precision_loss, reason = "people of a city fit an f64 exactly")]
    let average = (pace.visits > 0).then(|| pace.brought as f64 / f64::from(pace.visits));
    #[expect(clippy::cast_precision_loss, reason = "people of a city fit an f64 exactly")]
    let factor = per_visit.zip(average).filter(|(_, pace)| *pace > 0.0).map(|(each, pace)| each as f64 / pace);
    Some(Needed { goal, more, visits_left, per_visit, pace: average, visits_with_figures: pace.visits, factor })
}

impl Ledger {
    /// What visits of a period have brought for a target, in the areas its rate covers.
    #[must_use]
    pub fn pace(&self, sums: &Sums, target: &Target, period: Period) -> Pace {
        let covered: BTreeSet<AreaId> = self.covered(target, &self.order).into_iter().collect();
        let visits = sums.evenings().filter(|(area, on, _)| covered.contains(area) && period.holds(*on));
        let brought = visits.filter_map(|(area, _, totals)| totals.sum(self.parts(target, area).boxes));
        brought.fold(Pace::default(), |pace, n| Pace { brought: pace.brought + n, visits: pace.visits + 1 })
    }
}

/// The straight line from where a campaign began to the goal, by the number of visits over: what should be there after
/// `done` of `all` visits. Unknown without visits.
#[must_use]
pub fn on_the_line(start: u64, goal: u64, done: u32, all: u32) -> Option<u64> {
    let (done, all) = (u64::from(done.min(all)), u64::from(all));
    (all > 0).then(|| start.min(goal) + (goal.saturating_sub(start) * done).div_ceil(all))
}

/// Whether something due on a day is missing when it is not there: its day is over, and within what is looked at.
#[must_use]
pub fn is_due(due: NaiveDate, as_of: NaiveDate, today: NaiveDate) -> bool {
    due <= as_of && due < today
}
