//! What was changed since a report was issued, and what each change does to totals.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Report;
use super::difference::{Count, Span, shares};
use crate::campaign::{Denominator, Numerator, Target};
use crate::code::SheetCode;
use crate::form::Meaning;
use crate::ids::{AreaId, SheetId, TargetId, VisitId};
use crate::rates::{AreaBase, KeyedSheet, Ledger, Period, Seen, seen_in};
use crate::schedule::Visit;
use crate::sheet::SheetState;
use crate::tally::BoxNo;

/// A change, and its effects on totals.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cause {
    pub change: Change,
    #[serde(skip)]
    pub(super) effects: Effects,
    /// Areas whose new installs of this change lie on another day than before: a base of a day between counts them
    /// otherwise.
    #[serde(skip)]
    pub(super) redated: BTreeSet<AreaId>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    Sheet(SheetChange),
    /// Sheets that were numbered since, of which nothing has come back yet.
    Printed {
        visit: Option<VisitId>,
        area: AreaId,
        on: Option<NaiveDate>,
        sheets: Vec<SheetId>,
    },
    /// An evening was moved, called off or held after all; its sheets went along.
    Visit {
        then: Visit,
        now: Visit,
        sheets: Vec<SheetId>,
    },
    /// Sheets that are counted in another area now: areas were split or merged.
    Moved {
        from: AreaId,
        to: AreaId,
        sheets: Vec<SheetId>,
    },
    Base(BaseChange),
    /// A target that counts something else now, came or went.
    Target {
        id: TargetId,
        then: Option<Target>,
        now: Option<Target>,
    },
    /// An area that came or went: by a split, a merge, or because the list was put right. The names it had.
    Area {
        id: AreaId,
        then: Option<String>,
        now: Option<String>,
    },
}

/// One sheet that reads otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetChange {
    pub id: SheetId,
    pub code: SheetCode,
    /// None: the report did not know it, or it is no more.
    pub then: Option<Place>,
    pub now: Option<Place>,
    /// Boxes that differ, in order.
    pub boxes: Vec<BoxChange>,
    /// An area's own report: a later one stands for it now (`true`), or no longer does.
    pub superseded: Option<bool>,
}

/// Where a sheet stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    pub visit: Option<VisitId>,
    pub area: Option<AreaId>,
    pub on: Option<NaiveDate>,
    pub called_off: bool,
    pub state: SheetState,
}

/// A box with what was keyed; blank is not zero.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoxChange {
    pub no: BoxNo,
    pub then: Option<u32>,
    pub now: Option<u32>,
}

/// What is known of an area on the report's last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct BaseChange {
    pub area: AreaId,
    pub then: AreaBase,
    pub now: AreaBase,
}

/// A total of an area.
type TotalOf = (Span, AreaId, Count);

/// Before and now; blank is not zero.
type Pair = (Option<u64>, Option<u64>);

/// Totals a change touches: what its sheets added before, and what they add now.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Effects(BTreeMap<TotalOf, Pair>);

impl Effects {
    pub(super) fn add(&mut self, key: TotalOf, (was, is): Pair) {
        let sum = |a: Option<u64>, b: Option<u64>| a.or(b).map(|_| a.unwrap_or(0) + b.unwrap_or(0));
        let entry = self.0.entry(key).or_default();
        *entry = (sum(entry.0, was), sum(entry.1, is));
    }

    pub(super) fn join(&mut self, other: &Self) {
        other.0.iter().for_each(|(key, pair)| self.add(*key, *pair));
    }

    fn touches(&self, area: Option<AreaId>, meaning: Meaning) -> bool {
        let of = |a: &AreaId| area.is_none_or(|area| area == *a);
        self.0.keys().any(|(span, a, count)| *span == Span::ToDate && of(a) && *count == Count::Box(meaning))
    }
}

impl Cause {
    pub(super) fn of(change: Change) -> Self {
        Self { change, effects: Effects::default(), redated: BTreeSet::new() }
    }

    /// What it adds to a total or takes from it; none if it does not touch it. Zero where a blank became a zero.
    pub(super) fn effect(&self, span: Span, area: Option<AreaId>, count: Count) -> Option<i64> {
        let signed = |n: Option<u64>| i64::try_from(n.unwrap_or(0)).unwrap_or(i64::MAX);
        let touched =
            self.effects.0.iter().filter(|((s, a, c), _)| *s == span && area.is_none_or(|x| x == *a) && *c == count);
        let (mut was, mut is, mut known) = (0, 0, false);
        let (mut blank_before, mut blank_now) = (true, true);
        for (_, (before, after)) in touched {
            known = true;
            was += signed(*before);
            is += signed(*after);
            blank_before &= before.is_none();
            blank_now &= after.is_none();
        }
        // What went from one area to another leaves the ward as it was.
        (known && (was != is || blank_before != blank_now)).then_some(is - was)
    }

    /// Whether a rate of an area, or of the ward, is made from what was changed.
    pub(super) fn moves_rate(&self, target: &Target, area: Option<AreaId>) -> bool {
        let of = |a: AreaId| area.is_none_or(|area| area == a);
        let installs = target.numerator == Numerator::Installed;
        match &self.change {
            Change::Base(base) => {
                let denominator = |b: &AreaBase| b.denominator(target.denominator);
                let differs = denominator(&base.then) != denominator(&base.now)
                    || installs && base.then.installed != base.now.installed;
                of(base.area) && differs
            }
            Change::Area { id, .. } => of(*id),
            Change::Target { .. } => false,
            _ => {
                let counted = target.numerator.boxes().iter().any(|m| self.effects.touches(area, *m));
                let of_whom =
                    target.denominator == Denominator::PeopleMet && self.effects.touches(area, Meaning::PeopleMet);
                counted || of_whom || installs && self.redated.iter().any(|a| of(*a))
            }
        }
    }

    pub(super) fn is_of_target(&self, target: TargetId) -> bool {
        matches!(&self.change, Change::Target { id, .. } if *id == target)
    }

    /// The sheets it speaks of.
    #[must_use]
    pub fn sheets(&self) -> Vec<SheetId> {
        match &self.change {
            Change::Sheet(sheet) => vec![sheet.id],
            Change::Printed { sheets, .. } | Change::Visit { sheets, .. } | Change::Moved { sheets, .. } => {
                sheets.clone()
            }
            Change::Base(_) | Change::Target { .. } | Change::Area { .. } => Vec::new(),
        }
    }
}

/// Sheets of a span.
type SeenById<'a> = BTreeMap<SheetId, Seen<'a>>;

/// A sheet that reads otherwise, still with its effects.
pub(super) struct Changed {
    pub(super) sheet: SheetChange,
    pub(super) effects: Effects,
    pub(super) redated: Option<AreaId>,
}

/// Every sheet that adds something else to a total than it did, or adds it on another day.
pub(super) fn sheet_changes(then: &Report, now: &Report, spans: &[(Span, Period)]) -> Vec<Changed> {
    let (was, is) = (by_id(then), by_id(now));
    let seen: Vec<(Span, SeenById<'_>, SeenById<'_>)> =
        spans.iter().map(|(span, period)| (*span, seen_by_id(then, *period), seen_by_id(now, *period))).collect();
    let ids: BTreeSet<SheetId> = was.keys().chain(is.keys()).copied().collect();
    let mut changes = Vec::new();
    for id in ids {
        let mut effects = Effects::default();
        let mut superseded = None;
        let mut redated = None;
        for (span, before, after) in &seen {
            let (a, b) = (before.get(&id), after.get(&id));
            if a == b {
                continue;
            }
            let share = |seen: Option<&Seen<'_>>| seen.map(|s| (s.area, s.totals()));
            shares(&mut effects, *span, share(a).as_ref(), share(b).as_ref());
            let counted = |s: &&Seen<'_>| s.keyed.sheet.is_counted();
            if let (Some(a), Some(b)) = (a.filter(counted), b.filter(counted))
                && a.adds != b.adds
            {
                superseded = Some(a.adds);
            }
            if let (Some(a), Some(b)) = (a, b)
                && a.keyed.sheet.on != b.keyed.sheet.on
                && b.totals().get(Meaning::InstalledTonight).is_some()
            {
                redated = Some(b.area);
            }
        }
        if effects == Effects::default() && redated.is_none() {
            continue;
        }
        let sheet = sheet_change(was.get(&id), is.get(&id), superseded);
        changes.extend(sheet.map(|sheet| Changed { sheet, effects, redated }));
    }
    changes
}

fn by_id(report: &Report) -> BTreeMap<SheetId, &KeyedSheet> {
    report.book.sheets.iter().map(|k| (k.sheet.id, k)).collect()
}

fn seen_by_id(report: &Report, period: Period) -> SeenById<'_> {
    seen_in(&report.book, period).map(|seen| (seen.keyed.sheet.id, seen)).collect()
}

/// None of a sheet that neither report knows.
fn sheet_change(
    then: Option<&&KeyedSheet>,
    now: Option<&&KeyedSheet>,
    superseded: Option<bool>,
) -> Option<SheetChange> {
    let known = &now.or(then)?.sheet;
    let place = |k: &&KeyedSheet| Place {
        visit: k.sheet.visit,
        area: k.sheet.area,
        on: k.sheet.on,
        called_off: k.sheet.called_off,
        state: k.sheet.state,
    };
    let keyed = |side: Option<&&KeyedSheet>, no: &BoxNo| side.and_then(|k| k.tally.get(no));
    let filled = [then, now].into_iter().flatten().flat_map(|k| k.tally.iter());
    let boxes: BTreeSet<&BoxNo> = filled.map(|(no, _)| no).filter(|no| **no != BoxNo::CONTROL).collect();
    let change = |no: &BoxNo| BoxChange { no: no.clone(), then: keyed(then, no), now: keyed(now, no) };
    Some(SheetChange {
        id: known.id,
        code: known.code,
        then: then.map(place),
        now: now.map(place),
        boxes: boxes.into_iter().map(change).filter(|b| b.then != b.now).collect(),
        superseded,
    })
}

/// Base figures of the report's last day that differ.
pub(super) fn base_changes(then: &Report, now: &Report) -> Vec<Cause> {
    let period = Period::until(then.period.to);
    let (was, is) = (Ledger::of(&then.book, period), Ledger::of(&now.book, period));
    let living: BTreeSet<AreaId> = now.book.areas.iter().map(|a| a.id).collect();
    let both = then.book.areas.iter().map(|a| a.id).filter(|id| living.contains(id));
    both.map(|area| BaseChange { area, then: was.base(area), now: is.base(area) })
        .filter(|change| change.then != change.now)
        .map(|change| Cause::of(Change::Base(change)))
        .collect()
}
