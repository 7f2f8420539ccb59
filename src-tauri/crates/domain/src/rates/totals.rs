//! Sums of boxes, and how many sheets they are of.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::form::{Form, Meaning};
use crate::sheet::SheetState;
use crate::tally::BoxNo;

/// Sums of boxes by meaning. A meaning that no sheet filled is absent.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Totals {
    /// In the order of [`Meaning::ALL`].
    sums: [Option<u64>; Meaning::ALL.len()],
    /// New installs by evening, for a base dated in the middle of the campaign.
    tonight: BTreeMap<Option<NaiveDate>, u64>,
    /// Sheets the office waits for.
    pub expected: usize,
    /// Sheets that are back.
    pub returned: usize,
    /// Sheets that are fully keyed.
    pub keyed: usize,
}

impl Totals {
    #[must_use]
    pub fn get(&self, meaning: Meaning) -> Option<u64> {
        self.sums[meaning as usize]
    }

    /// Several boxes together: what is known of them; unknown if none is.
    #[must_use]
    pub fn sum(&self, meanings: &[Meaning]) -> Option<u64> {
        let known: Vec<u64> = meanings.iter().filter_map(|m| self.get(*m)).collect();
        (!known.is_empty()).then(|| known.iter().sum())
    }

    /// Whether any box was keyed; if not, the area reads "chưa báo cáo".
    #[must_use]
    pub fn has_figures(&self) -> bool {
        self.sums.iter().any(Option::is_some)
    }

    /// Expected and not back.
    #[must_use]
    pub fn missing(&self) -> usize {
        self.expected.saturating_sub(self.returned)
    }

    /// Some sheets that are alike.
    pub(super) fn count(&mut self, state: SheetState, called_off: bool, sheets: usize) {
        if state.is_awaited(called_off) {
            self.expected += sheets;
        }
        if state.is_back() {
            self.returned += sheets;
        }
        if state.is_keyed() {
            self.keyed += sheets;
        }
    }

    /// What boxes of one form add up to on a day.
    pub(super) fn add<'a>(
        &mut self,
        form: &Form,
        on: Option<NaiveDate>,
        boxes: impl Iterator<Item = (&'a BoxNo, u64)>,
    ) {
        for (no, value) in boxes {
            let Some(indicator) = form.indicator(no).filter(|i| i.meaning != Meaning::Own) else { continue };
            *self.sums[indicator.meaning as usize].get_or_insert_default() += value;
            if indicator.meaning == Meaning::InstalledTonight {
                *self.tonight.entry(on).or_default() += value;
            }
        }
    }

    pub(super) fn join(&mut self, other: &Self) {
        for (sum, value) in self.sums.iter_mut().zip(&other.sums) {
            if let Some(value) = value {
                *sum.get_or_insert_default() += value;
            }
        }
        for (on, value) in &other.tonight {
            *self.tonight.entry(*on).or_default() += value;
        }
        self.join_sheets(other);
    }

    /// Only how many sheets there are: what they say is said by others.
    pub(super) fn join_sheets(&mut self, other: &Self) {
        self.expected += other.expected;
        self.returned += other.returned;
        self.keyed += other.keyed;
    }

    /// New installs after a day; a sheet without a date counts as after.
    pub(super) fn installed_after(&self, day: NaiveDate) -> u64 {
        self.tonight.iter().filter(|(on, _)| on.is_none_or(|on| on > day)).map(|(_, value)| value).sum()
    }
}

impl<'a> std::iter::Sum<&'a Totals> for Totals {
    fn sum<I: Iterator<Item = &'a Totals>>(totals: I) -> Self {
        totals.fold(Self::default(), |mut sum, t| {
            sum.join(t);
            sum
        })
    }
}
