//! A campaign added up by area and evening: what rates are computed from.
//!
//! It can be made from every sheet ([`Sums::of`]) or from what the store added up ([`Sums::take`]); the two are
//! equal, and so are all rates.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::book::{Book, Period};
use super::seen::{seen, superseded};
use super::totals::Totals;
use crate::area::{Area, BaseFigures};
use crate::form::Form;
use crate::ids::{AreaId, FormId, SheetId};
use crate::sheet::{SheetKind, SheetState};
use crate::tally::BoxNo;

/// Sheets that are alike in all a total asks, added up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alike {
    pub area: AreaId,
    /// Their evening.
    pub on: NaiveDate,
    /// It was called off.
    pub called_off: bool,
    pub kind: SheetKind,
    pub state: SheetState,
    /// How many of them there are; 0 where only their boxes are told.
    pub sheets: usize,
    /// What their boxes add up to, of one form; a box that is blank on all of them is absent.
    pub boxes: Option<(FormId, BTreeMap<BoxNo, u64>)>,
}

/// A self-reported tally: cumulative, so each stands for itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnReport {
    pub sheet: SheetId,
    /// Where it stands now, and the area it was counted in ([`Book::by_family`]).
    pub area: AreaId,
    pub reported_by: AreaId,
    pub on: Option<NaiveDate>,
    /// Any box was keyed, and it is one of those that count.
    pub counts: bool,
    pub totals: Totals,
}

/// A campaign added up.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sums {
    areas: Vec<Area>,
    bases: BTreeMap<AreaId, Vec<BaseFigures>>,
    forms: BTreeMap<FormId, Form>,
    /// Sheets of visits, by area and evening; of none for a spare that was given an area alone.
    evenings: BTreeMap<(AreaId, Option<NaiveDate>), Totals>,
    /// By sheet.
    own: BTreeMap<SheetId, OwnReport>,
}

impl Sums {
    #[must_use]
    pub fn of(book: &Book) -> Self {
        let mut sums = Self {
            areas: book.areas.clone(),
            forms: book.forms.iter().map(|f| (f.id, f.clone())).collect(),
            ..Self::default()
        };
        for base in &book.bases {
            sums.bases.entry(base.area).or_default().push(base.clone());
        }
        for seen in seen(book) {
            let sheet = &seen.keyed.sheet;
            if sheet.kind == SheetKind::SelfReport {
                let reported_by = book.reported_by.get(&sheet.id).copied().unwrap_or(seen.area);
                let counts = seen.adds && !seen.keyed.tally.is_empty();
                let (area, on, totals) = (seen.area, sheet.on, seen.totals());
                sums.own.insert(sheet.id, OwnReport { sheet: sheet.id, area, reported_by, on, counts, totals });
            } else {
                seen.add_to(sums.evenings.entry((seen.area, sheet.on)).or_default());
            }
        }
        sums
    }

    /// Takes in sheets of evenings that somebody else added up. Of an area or form that is not in the book nothing is
    /// taken.
    pub fn take(&mut self, alike: &Alike) {
        if alike.kind == SheetKind::Summary || !self.areas.iter().any(|a| a.id == alike.area) {
            return;
        }
        let on = Some(alike.on);
        let totals = self.evenings.entry((alike.area, on)).or_default();
        totals.count(alike.state, alike.called_off, alike.sheets);
        let Some((form, boxes)) = &alike.boxes else { return };
        if let Some(form) = self.forms.get(form).filter(|_| alike.state.is_counted(alike.kind)) {
            totals.add(form, on, boxes.iter().map(|(no, value)| (no, *value)));
        }
    }

    /// In the office's order.
    #[must_use]
    pub fn areas(&self) -> &[Area] {
        &self.areas
    }

    #[must_use]
    pub fn bases(&self, area: AreaId) -> &[BaseFigures] {
        self.bases.get(&area).map_or(&[], Vec::as_slice)
    }

    pub fn forms(&self) -> impl Iterator<Item = &Form> {
        self.forms.values()
    }

    /// Sheets of an area's evening; none if there are no sheets.
    #[must_use]
    pub fn evening(&self, area: AreaId, on: NaiveDate) -> Option<&Totals> {
        self.evenings.get(&(area, Some(on)))
    }

    /// By area and evening.
    pub fn evenings(&self) -> impl Iterator<Item = (AreaId, Option<NaiveDate>, &Totals)> {
        self.evenings.iter().map(|((area, on), totals)| (*area, *on, totals))
    }

    pub fn own_reports(&self) -> impl Iterator<Item = &OwnReport> {
        self.own.values()
    }

    /// The last day any figure stands for.
    #[must_use]
    pub fn last_figure(&self) -> Option<NaiveDate> {
        let evenings = self.evenings().filter(|(_, _, t)| t.has_figures()).filter_map(|(_, on, _)| on);
        evenings.chain(self.own.values().filter(|r| r.totals.has_figures()).filter_map(|r| r.on)).max()
    }

    /// Days on which something changes: of evenings, self-reports and base figures.
    pub(crate) fn days(&self) -> BTreeSet<NaiveDate> {
        let evenings = self.evenings.keys().filter_map(|(_, on)| *on);
        let own = self.own.values().filter_map(|r| r.on);
        evenings.chain(own).chain(self.bases.values().flatten().map(|b| b.as_of)).collect()
    }

    /// Self-reported tallies of a period that a later one of the same area replaces: each is cumulative, so of
    /// several only the latest counts.
    #[must_use]
    pub fn superseded(&self, period: Period) -> BTreeSet<SheetId> {
        let counting = self.own.values().filter(|r| r.counts && period.holds(r.on));
        superseded(counting.map(|r| (r.reported_by, r.on, r.sheet)))
    }
}
