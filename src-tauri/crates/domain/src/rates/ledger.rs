//! Totals and bases of one day, ready to be asked.

use std::collections::BTreeMap;

use super::base::AreaBase;
use super::book::{Book, Period};
use super::rate::{Parts, Rate, percent};
use super::sums::Sums;
use super::totals::Totals;
use crate::campaign::{Denominator, Numerator, Target};
use crate::form::Meaning;
use crate::ids::AreaId;

/// Totals and bases of one day, ready to be asked.
#[derive(Debug, Clone, PartialEq)]
pub struct Ledger {
    pub(super) totals: BTreeMap<AreaId, Totals>,
    bases: BTreeMap<AreaId, AreaBase>,
    pub(super) order: Vec<AreaId>,
}

impl Ledger {
    /// Adds up a book over a period; bases as known on its last day.
    #[must_use]
    pub fn of(book: &Book, period: Period) -> Self {
        Self::of_sums(&Sums::of(book), period)
    }

    /// The same from what was added up already.
    #[must_use]
    pub fn of_sums(sums: &Sums, period: Period) -> Self {
        let order: Vec<AreaId> = sums.areas().iter().map(|a| a.id).collect();
        let mut totals: BTreeMap<AreaId, Totals> = order.iter().map(|a| (*a, Totals::default())).collect();
        let evenings = sums.evenings().filter(|(_, on, _)| period.holds(*on));
        for (area, _, evening) in evenings {
            totals.entry(area).or_default().join(evening);
        }
        let superseded = sums.superseded(period);
        for report in sums.own_reports().filter(|r| period.holds(r.on)) {
            let total = totals.entry(report.area).or_default();
            if superseded.contains(&report.sheet) {
                total.join_sheets(&report.totals);
            } else {
                total.join(&report.totals);
            }
        }
        let bases = order.iter().map(|a| (*a, AreaBase::on(sums.bases(*a), period.to))).collect();
        Self { totals, bases, order }
    }

    /// One area's totals; empty for an area that is not in the book.
    #[must_use]
    pub fn area(&self, area: AreaId) -> Totals {
        self.totals.get(&area).cloned().unwrap_or_default()
    }

    #[must_use]
    pub fn base(&self, area: AreaId) -> AreaBase {
        self.bases.get(&area).copied().unwrap_or_default()
    }

    /// The ward: sums over all areas.
    #[must_use]
    pub fn ward(&self) -> Totals {
        self.totals.values().sum()
    }

    /// Every area, in the office's order.
    #[must_use]
    pub fn areas(&self) -> &[AreaId] {
        &self.order
    }

    /// A target's rate for the whole ward.
    #[must_use]
    pub fn ward_rate(&self, target: &Target) -> Rate {
        self.rate(target, &self.order)
    }

    #[must_use]
    pub fn area_rate(&self, target: &Target, area: AreaId) -> Rate {
        self.rate(target, &[area])
    }

    /// Ratio of sums over `areas`. While no area at all has its base, the numerator still speaks of all
    /// of them: there is no denominator it could disagree with.
    #[must_use]
    pub fn rate(&self, target: &Target, areas: &[AreaId]) -> Rate {
        let (with_base, without_base) = self.split(target, areas);
        let covered: &[AreaId] = if with_base.is_empty() { areas } else { &with_base };
        let counts: Vec<(u64, bool)> = covered.iter().filter_map(|a| self.numerator(target, *a)).collect();
        let numerator = (!counts.is_empty()).then(|| counts.iter().map(|(n, _)| n).sum::<u64>());
        let denominator = (!with_base.is_empty())
            .then(|| with_base.iter().filter_map(|a| self.denominator(target.denominator, *a)).sum());
        Rate {
            numerator,
            denominator,
            percent: numerator.zip(denominator).and_then(|(n, d)| percent(n, d)),
            without_base,
            among_met: counts.iter().any(|(_, among_met)| *among_met),
        }
    }

    /// Areas a rate covers, and those it leaves out on both sides. With no base at all it covers none, and its
    /// numerator speaks of all.
    pub(super) fn split(&self, target: &Target, areas: &[AreaId]) -> (Vec<AreaId>, Vec<AreaId>) {
        areas.iter().partition(|a| self.denominator(target.denominator, **a).is_some())
    }

    /// Areas whose counts are in a rate's numerator.
    #[must_use]
    pub fn covered(&self, target: &Target, areas: &[AreaId]) -> Vec<AreaId> {
        let (with_base, without_base) = self.split(target, areas);
        if with_base.is_empty() { without_base } else { with_base }
    }

    /// Of whom, in one area: a base figure, or what was counted there.
    pub(super) fn denominator(&self, denominator: Denominator, area: AreaId) -> Option<u64> {
        match denominator {
            Denominator::PeopleMet => self.totals.get(&area)?.get(Meaning::PeopleMet),
            base => self.base(area).denominator(base).map(u64::from),
        }
    }

    /// The count, and whether it covers only people met.
    pub(super) fn numerator(&self, target: &Target, area: AreaId) -> Option<(u64, bool)> {
        let totals = self.totals.get(&area)?;
        let parts = self.parts(target, area);
        match parts.base {
            Some(base) => Some((u64::from(base.value) + totals.installed_after(base.as_of), false)),
            None => totals.sum(parts.boxes).map(|n| (n, target.numerator == Numerator::Installed)),
        }
    }

    /// What a target counts in one area: boxes, or a dated base and the new installs after it. A share of the people
    /// met counts only among them, whoever had the app before.
    #[must_use]
    pub fn parts(&self, target: &Target, area: AreaId) -> Parts {
        let installed = target.numerator == Numerator::Installed && target.denominator != Denominator::PeopleMet;
        match self.base(area).installed.filter(|_| installed) {
            Some(base) => Parts { base: Some(base), boxes: &[Meaning::InstalledTonight] },
            None => Parts { base: None, boxes: target.numerator.boxes() },
        }
    }

    /// One sum of boxes as a share of another, in per cent: both sides cover the areas that counted both.
    #[must_use]
    pub fn share(&self, part: &[Meaning], whole: &[Meaning]) -> Option<f64> {
        let both: Vec<(u64, u64)> = self.totals.values().filter_map(|t| t.sum(part).zip(t.sum(whole))).collect();
        percent(both.iter().map(|(part, _)| part).sum(), both.iter().map(|(_, whole)| whole).sum())
    }
}
