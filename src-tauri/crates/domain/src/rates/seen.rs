//! Which sheets a period's totals are added up from.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::book::{Book, KeyedSheet, Period};
use super::totals::Totals;
use crate::form::Form;
use crate::ids::{AreaId, FormId, SheetId};
use crate::sheet::{Sheet, SheetKind};

/// A sheet that lies within a period, in an area of the book.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Seen<'a> {
    pub keyed: &'a KeyedSheet,
    pub area: AreaId,
    form: &'a Form,
    /// Whether its boxes are added: it is counted, and no later report of its area stands for it.
    pub adds: bool,
}

impl Seen<'_> {
    pub(super) fn add_to(&self, total: &mut Totals) {
        let sheet = &self.keyed.sheet;
        total.count(sheet.state, sheet.called_off, 1);
        if self.adds {
            total.add(self.form, sheet.on, self.keyed.tally.iter().map(|(no, value)| (no, u64::from(value))));
        }
    }

    /// What it alone adds.
    #[must_use]
    pub fn totals(&self) -> Totals {
        let mut total = Totals::default();
        self.add_to(&mut total);
        total
    }
}

/// The sheets a period's totals are added up from. A team head's summary is none of them.
pub fn seen_in(book: &Book, period: Period) -> impl Iterator<Item = Seen<'_>> {
    let superseded =
        superseded(of_book(book).filter(|(_, sheet)| period.holds(sheet.on)).map(|(area, s)| (area, s.on, s.id)));
    seen(book).filter(move |seen| period.holds(seen.keyed.sheet.on)).map(move |seen| {
        let sheet = &seen.keyed.sheet;
        Seen { adds: sheet.is_counted() && !superseded.contains(&sheet.id), ..seen }
    })
}

/// Every sheet that is in any total, whatever its day.
pub(super) fn seen(book: &Book) -> impl Iterator<Item = Seen<'_>> {
    let forms: BTreeMap<FormId, &Form> = book.forms.iter().map(|f| (f.id, f)).collect();
    let areas: BTreeSet<AreaId> = book.areas.iter().map(|a| a.id).collect();
    book.sheets.iter().filter(|k| k.sheet.kind != SheetKind::Summary).filter_map(move |keyed| {
        let (area, form) = (keyed.sheet.area.filter(|a| areas.contains(a))?, *forms.get(&keyed.sheet.form)?);
        Some(Seen { keyed, area, form, adds: keyed.sheet.is_counted() })
    })
}

/// Self-reported tallies that count, each with the area it was counted in.
fn of_book(book: &Book) -> impl Iterator<Item = (AreaId, &Sheet)> {
    let counting =
        |k: &&KeyedSheet| k.sheet.kind == SheetKind::SelfReport && k.sheet.is_counted() && !k.tally.is_empty();
    book.sheets
        .iter()
        .filter(counting)
        .filter_map(|k| Some((book.reported_by.get(&k.sheet.id).copied().or(k.sheet.area)?, &k.sheet)))
}

/// A self-reported tally is cumulative: of several of an area only the latest counts. Answers the others. One without a
/// day is of every period, so it is the latest in every one: else a period would count what the whole does not.
pub(super) fn superseded(reports: impl Iterator<Item = (AreaId, Option<NaiveDate>, SheetId)>) -> BTreeSet<SheetId> {
    let mut latest: BTreeMap<AreaId, (NaiveDate, SheetId)> = BTreeMap::new();
    let mut superseded = BTreeSet::new();
    for (area, on, sheet) in reports {
        let report = (on.unwrap_or(NaiveDate::MAX), sheet);
        let newest = latest.entry(area).or_insert(report);
        if newest.1 != sheet {
            superseded.insert((*newest).min(report).1);
            *newest = (*newest).max(report);
        }
    }
    superseded
}
