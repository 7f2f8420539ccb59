//! Reporting units (II.7 of the plan): schools, which count teachers, staff and parents for themselves.
//!
//! Their people are residents who are counted at home already, so nothing here enters any rate of the
//! campaign: [`crate::rates`] does not know these types.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::{PersonId, UnitId, UnitIndicatorId};
use crate::task::{Standing, dated};

/// What a school is offered to count until the office says otherwise (II.7).
pub const DEFAULT_INDICATORS: [&str; 3] = ["Giáo viên", "Nhân viên", "Phụ huynh"];

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReportingUnit {
    pub id: UnitId,
    pub name: String,
    /// Last day to report.
    pub due_on: Option<NaiveDate>,
    pub contact: Option<PersonId>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnitIndicator {
    pub id: UnitIndicatorId,
    pub label: String,
}

/// What a unit reported of one indicator. Blank is unknown, never zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnitFigure {
    pub unit: UnitId,
    pub indicator: UnitIndicatorId,
    pub as_of: NaiveDate,
    /// How many there are.
    pub people: Option<u32>,
    /// How many of them have done it.
    pub done: Option<u32>,
}

impl UnitFigure {
    /// Nobody can have done it who is not there.
    #[must_use]
    pub fn is_possible(&self) -> bool {
        match (self.people, self.done) {
            (Some(people), Some(done)) => done <= people,
            _ => true,
        }
    }

    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.people.is_some() && self.done.is_some()
    }
}

/// All a campaign knows of its units.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct UnitBook {
    pub units: Vec<ReportingUnit>,
    pub indicators: Vec<UnitIndicator>,
    pub figures: Vec<UnitFigure>,
}

/// The latest figure of each unit and indicator: a report is cumulative, as an area's own is.
#[must_use]
pub fn latest(figures: &[UnitFigure]) -> BTreeMap<(UnitId, UnitIndicatorId), UnitFigure> {
    let mut latest: BTreeMap<_, UnitFigure> = BTreeMap::new();
    for figure in figures {
        let kept = latest.entry((figure.unit, figure.indicator)).or_insert(*figure);
        if kept.as_of < figure.as_of {
            *kept = *figure;
        }
    }
    latest
}

/// Where a unit stands: done once each indicator has both its numbers.
#[must_use]
pub fn standing(
    unit: &ReportingUnit,
    indicators: &[UnitIndicator],
    figures: &BTreeMap<(UnitId, UnitIndicatorId), UnitFigure>,
    today: NaiveDate,
) -> Standing {
    let whole = |i: &UnitIndicator| figures.get(&(unit.id, i.id)).is_some_and(UnitFigure::is_whole);
    if !indicators.is_empty() && indicators.iter().all(whole) {
        return Standing::Done;
    }
    unit.due_on.map_or(Standing::Fine { next: None }, |due| dated(due, today))
}

/// One indicator over all units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct UnitTotal {
    #[ts(type = "number | null")]
    pub people: Option<u64>,
    #[ts(type = "number | null")]
    pub done: Option<u64>,
    /// Tenths of a percent, over the units that gave both numbers: above and below the line stand the same
    /// units.
    #[ts(type = "number | null")]
    pub permille: Option<u64>,
    /// Units with both numbers.
    pub whole: u32,
}

/// Sums of what is known; an indicator nobody reported stays blank.
#[must_use]
pub fn total<'a>(figures: impl IntoIterator<Item = &'a UnitFigure>) -> UnitTotal {
    let mut total = UnitTotal::default();
    let (mut people, mut done) = (0u64, 0u64);
    for figure in figures {
        if let Some(n) = figure.people {
            *total.people.get_or_insert(0) += u64::from(n);
        }
        if let Some(n) = figure.done {
            *total.done.get_or_insert(0) += u64::from(n);
        }
        if let (Some(p), Some(d)) = (figure.people, figure.done) {
            people += u64::from(p);
            done += u64::from(d);
            total.whole += 1;
        }
    }
    total.permille = (people > 0).then(|| (done * 2000 / people).div_ceil(2));
    total
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn november(d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, 11, d).expect("a date of the test")
    }

    fn figure(unit: i64, indicator: i64, day: u32, people: Option<u32>, done: Option<u32>) -> UnitFigure {
        UnitFigure { unit: UnitId(unit), indicator: UnitIndicatorId(indicator), as_of: november(day), people, done }
    }

    #[test]
    fn blank_is_not_zero() {
        assert_eq!(total([]), UnitTotal::default());
        let half = total([&figure(1, 1, 9, Some(40), None)]);
        assert_eq!((half.people, half.done, half.permille), (Some(40), None, None));
        let zero = total([&figure(1, 1, 9, Some(40), Some(0))]);
        assert_eq!((zero.done, zero.permille), (Some(0), Some(0)));
    }

    #[test]
    fn a_percentage_covers_the_same_units_above_and_below() {
        let both = total([&figure(1, 1, 9, Some(40), Some(30)), &figure(2, 1, 9, Some(60), None)]);
        assert_eq!((both.people, both.done, both.permille, both.whole), (Some(100), Some(30), Some(750), 1));
        assert_eq!(total([&figure(1, 1, 9, Some(3), Some(2))]).permille, Some(667));
    }

    #[test]
    fn a_school_that_gave_half_is_still_waited_for() {
        let unit = ReportingUnit { id: UnitId(1), name: "Trường".into(), due_on: Some(november(20)), contact: None };
        let indicators: Vec<UnitIndicator> =
            (1..3).map(|i| UnitIndicator { id: UnitIndicatorId(i), label: i.to_string() }).collect();
        let at = |figures: &[UnitFigure], day| standing(&unit, &indicators, &latest(figures), november(day));
        assert_eq!(at(&[], 10), Standing::Fine { next: Some(november(20)) });
        let half = [figure(1, 1, 12, Some(40), Some(30)), figure(1, 2, 12, Some(5), None)];
        assert_eq!(at(&half, 21), Standing::Overdue { since: november(20), days: 1 });
        let whole = [half[0], figure(1, 2, 14, Some(5), Some(5))];
        assert_eq!(at(&whole, 21), Standing::Done);
        assert_eq!(standing(&unit, &[], &latest(&whole), november(10)), Standing::Fine { next: Some(november(20)) });
    }

    proptest! {
        #[test]
        fn the_latest_counts_and_possible_figures_stay_within_the_whole(
            rows in prop::collection::vec((1i64..4, 1i64..4, 1u32..30, 0u32..100, 0u32..100), 0..30)
        ) {
            let figures: Vec<UnitFigure> =
                rows.iter().map(|(u, i, d, p, n)| figure(*u, *i, *d, Some((*p).max(*n)), Some(*n))).collect();
            let kept = latest(&figures);
            for f in &figures {
                prop_assert!(f.is_possible());
                prop_assert!(kept[&(f.unit, f.indicator)].as_of >= f.as_of);
            }
            let sum = total(kept.values());
            prop_assert!(sum.permille.is_none_or(|p| p <= 1000));
            prop_assert!(sum.done <= sum.people);
        }
    }
}
