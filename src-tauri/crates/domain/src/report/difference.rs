//! Why an issued report reads otherwise today ("vì sao khác hôm nay").
//!
//! Both reports are of one period. Every figure that differs is named with what it was and what it is, and with the
//! changes it differs by. A change of sheets carries its *effect*, what it adds to a box's total or takes from it:
//! totals are sums over sheets, so the effects on a total add up to exactly its difference. A rate has no such sum
//! (its base may have changed as well); its causes are named without effects.
//!
//! Worked example: on 17/11 the report said 25 new installs in Hà Trì 1. Since then box 7 of one sheet went from 5
//! to 8, and a sheet with box 7 = 2 was set aside as a duplicate. Today's total is 26, and +3 − 2 = 26 − 25.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::Report;
use super::cause::{Cause, Change, Effects, base_changes, sheet_changes};
use super::gathered::gathered;
use crate::campaign::{Denominator, Numerator, Target};
use crate::form::Meaning;
use crate::ids::{AreaId, TargetId};
use crate::rates::{Ledger, Period, Rate, Totals};

/// Days a total is added up over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Span {
    /// From the campaign's beginning to the period's last day, as rates are.
    ToDate,
    /// The period alone; the same as [`Span::ToDate`] for one that begins with the campaign, and then not told twice.
    Period,
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Count {
    Box(Meaning),
    /// Sheets the office waits for.
    Expected,
    /// Sheets that are back.
    Returned,
}

/// A figure of a report. Without an area it is the ward's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Figure {
    Rate { target: TargetId, area: Option<AreaId> },
    Total { span: Span, area: Option<AreaId>, count: Count },
}

/// What a figure says. Unknown is none, never zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reading {
    /// The report has no such area or target.
    Absent,
    Total(Option<u64>),
    Rate {
        numerator: Option<u64>,
        denominator: Option<u64>,
    },
}

/// A cause of a figure's difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Because {
    /// Place in [`Difference::causes`].
    pub cause: usize,
    /// What it adds to a total or takes from it; none for a rate.
    pub effect: Option<i64>,
}

/// A figure that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Differing {
    pub figure: Figure,
    pub then: Reading,
    pub now: Reading,
    /// Never empty.
    pub because: Vec<Because>,
}

/// Everything that differs between a report as it was issued and the same report today.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Difference {
    /// Rates first, the ward before its areas.
    pub figures: Vec<Differing>,
    /// Each is a cause of some figure.
    pub causes: Vec<Cause>,
}

impl Difference {
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.figures.is_empty()
    }
}

/// What differs between `then`, a report as it was issued, and `now`, the same report today.
#[must_use]
pub fn difference(then: &Report, now: &Report) -> Difference {
    let spans = spans(then);
    let causes = causes(then, now, &spans);
    let mut figures = rates(then, now, &causes);
    for (span, period) in spans {
        figures.extend(totals(then, now, span, period, &causes));
    }
    with_causes_of(figures, causes)
}

/// The days totals are compared over.
fn spans(report: &Report) -> Vec<(Span, Period)> {
    let to_date = (Span::ToDate, Period::until(report.period.to));
    let is_part = report.period.from.is_some_and(|from| from > report.campaign.starts_on);
    if is_part { vec![(Span::Period, report.period), to_date] } else { vec![to_date] }
}

/// What was changed, whether or not it shows in a figure.
fn causes(then: &Report, now: &Report, spans: &[(Span, Period)]) -> Vec<Cause> {
    let mut causes = gathered(sheet_changes(then, now, spans), then, now);
    causes.extend(base_changes(then, now));
    let targets: BTreeSet<TargetId> = then.targets.iter().chain(&now.targets).map(|t| t.id).collect();
    for id in targets {
        let (was, is) = (target(then, id), target(now, id));
        if was.map(terms) != is.map(terms) {
            causes.push(Cause::of(Change::Target { id, then: was.cloned(), now: is.cloned() }));
        }
    }
    let area = |report: &Report, id| report.book.areas.iter().find(|a| a.id == id).map(|a| a.name.clone());
    for id in areas(then, now) {
        let (was, is) = (area(then, id), area(now, id));
        if was.is_some() != is.is_some() {
            causes.push(Cause::of(Change::Area { id, then: was, now: is }));
        }
    }
    causes
}

/// What of a target a rate is made from.
fn terms(target: &Target) -> (Numerator, Denominator) {
    (target.numerator, target.denominator)
}

fn target(report: &Report, id: TargetId) -> Option<&Target> {
    report.targets.iter().find(|t| t.id == id)
}

/// Of both, in the office's order.
fn areas(then: &Report, now: &Report) -> Vec<AreaId> {
    let mut seen = BTreeSet::new();
    then.book.areas.iter().chain(&now.book.areas).map(|a| a.id).filter(|id| seen.insert(*id)).collect()
}

/// The ward, then its areas.
fn scopes(then: &Report, now: &Report) -> impl Iterator<Item = Option<AreaId>> {
    std::iter::once(None).chain(areas(then, now).into_iter().map(Some))
}

fn has(report: &Report, area: Option<AreaId>) -> bool {
    area.is_none_or(|id| report.book.areas.iter().any(|a| a.id == id))
}

fn rates(then: &Report, now: &Report, causes: &[Cause]) -> Vec<Differing> {
    let ledger = |report: &Report| Ledger::of(&report.book, Period::until(then.period.to));
    let (was, is) = (ledger(then), ledger(now));
    let read = |report: &Report, ledger: &Ledger, id, area: Option<AreaId>| match target(report, id) {
        Some(target) if has(report, area) => {
            let Rate { numerator, denominator, .. } = match area {
                Some(area) => ledger.area_rate(target, area),
                None => ledger.ward_rate(target),
            };
            Reading::Rate { numerator, denominator }
        }
        _ => Reading::Absent,
    };
    let mut ids: Vec<TargetId> = then.targets.iter().map(|t| t.id).collect();
    ids.extend(now.targets.iter().map(|t| t.id).filter(|id| target(then, *id).is_none()));
    let mut figures = Vec::new();
    for id in ids {
        for area in scopes(then, now) {
            let (before, after) = (read(then, &was, id, area), read(now, &is, id, area));
            if before == after {
                continue;
            }
            let terms: Vec<&Target> = [target(then, id), target(now, id)].into_iter().flatten().collect();
            let moves = |cause: &Cause| terms.iter().any(|t| cause.moves_rate(t, area)) || cause.is_of_target(id);
            let because = causes.iter().enumerate().filter(|(_, cause)| moves(cause));
            figures.push(Differing {
                figure: Figure::Rate { target: id, area },
                then: before,
                now: after,
                because: because.map(|(cause, _)| Because { cause, effect: None }).collect(),
            });
        }
    }
    figures
}

fn totals(then: &Report, now: &Report, span: Span, period: Period, causes: &[Cause]) -> Vec<Differing> {
    let (was, is) = (Ledger::of(&then.book, period), Ledger::of(&now.book, period));
    let of = |ledger: &Ledger, area: Option<AreaId>| area.map_or_else(|| ledger.ward(), |area| ledger.area(area));
    let mut figures = Vec::new();
    for area in scopes(then, now) {
        let (before, after) = (of(&was, area), of(&is, area));
        for count in Count::ALL {
            let (old, new) = (count.read(&before), count.read(&after));
            if old == new {
                continue;
            }
            let because = causes.iter().enumerate().filter_map(|(cause, c)| {
                let effect = c.effect(span, area, count)?;
                Some(Because { cause, effect: Some(effect) })
            });
            figures.push(Differing {
                figure: Figure::Total { span, area, count },
                then: Reading::Total(old),
                now: Reading::Total(new),
                because: because.collect(),
            });
        }
    }
    figures
}

/// Only causes of a figure that differs: what cancels out in every one of them explains nothing.
fn with_causes_of(mut figures: Vec<Differing>, causes: Vec<Cause>) -> Difference {
    let told: BTreeSet<usize> = figures.iter().flat_map(|f| f.because.iter().map(|b| b.cause)).collect();
    let place: BTreeMap<usize, usize> = told.iter().copied().zip(0..).collect();
    for because in figures.iter_mut().flat_map(|f| &mut f.because) {
        because.cause = place[&because.cause];
    }
    let causes = causes.into_iter().enumerate().filter(|(i, _)| told.contains(i)).map(|(_, cause)| cause).collect();
    Difference { figures, causes }
}

impl Count {
    /// Boxes in the order of the form, then sheets.
    pub const ALL: [Self; 17] = {
        let mut all = [Self::Expected; 17];
        let mut i = 0;
        // The last meaning is the office's own, which no total has.
        while i < Meaning::ALL.len() - 1 {
            all[i] = Self::Box(Meaning::ALL[i]);
            i += 1;
        }
        all[i + 1] = Self::Returned;
        all
    };

    #[must_use]
    pub fn read(self, totals: &Totals) -> Option<u64> {
        match self {
            Self::Box(meaning) => totals.get(meaning),
            Self::Expected => Some(totals.expected as u64),
            Self::Returned => Some(totals.returned as u64),
        }
    }
}

/// What a sheet adds to the totals of its area.
type Share = (AreaId, Totals);

/// What a sheet did to totals: before and after.
pub(super) fn shares(effects: &mut Effects, span: Span, was: Option<&Share>, is: Option<&Share>) {
    let areas: BTreeSet<AreaId> = [was, is].into_iter().flatten().map(|(area, _)| *area).collect();
    for count in Count::ALL {
        let sheets = !matches!(count, Count::Box(_));
        for area in &areas {
            let read = |side: Option<&Share>| side.filter(|(a, _)| a == area).and_then(|(_, t)| count.read(t));
            let pair = (read(was), read(is));
            // A sheet that is not there adds as little as one that is not awaited.
            let same = if sheets { pair.0.unwrap_or(0) == pair.1.unwrap_or(0) } else { pair.0 == pair.1 };
            if !same {
                effects.add((span, *area, count), pair);
            }
        }
    }
}
