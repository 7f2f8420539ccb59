//! Visits and their sheets by area and day.
//!
//! A visit is over when its day is within what is looked at and past, or when sheets of it are back already. Sheets
//! are missing when their visit is over and they are not back; a self-report when its last day is.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::view::{AreaName, CellState, DoneOf, MissingEvening, MissingPapers, SelfReport, SheetsDue};
use super::{Ground, view};
use crate::area::Area;
use crate::ids::{AreaId, VisitId};
use crate::rates::{OwnReport, Period, Totals, is_due};

/// What an area has on a day.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Evening<'a> {
    /// The first of its visits, one that is on before one that was called off.
    pub(super) visit: Option<VisitId>,
    /// Visits that are on.
    pub(super) on: u32,
    /// Why it was called off, where none is on.
    pub(super) cancelled: Option<&'a str>,
    pub(super) totals: Option<&'a Totals>,
}

impl Evening<'_> {
    fn is_back(&self) -> bool {
        self.totals.is_some_and(|t| t.returned > 0)
    }
}

pub(super) struct Evenings<'a> {
    ground: &'a Ground<'a>,
    /// By day, then area.
    of: BTreeMap<(NaiveDate, AreaId), Evening<'a>>,
}

impl<'a> Evenings<'a> {
    pub(super) fn of(ground: &'a Ground<'a>) -> Self {
        let mut of: BTreeMap<(NaiveDate, AreaId), Evening<'a>> = BTreeMap::new();
        for visit in ground.visits {
            let evening = of.entry((visit.on, visit.area)).or_default();
            if visit.is_on() && evening.on == 0 || evening.visit.is_none() {
                evening.visit = Some(visit.id);
            }
            evening.on += u32::from(visit.is_on());
            evening.cancelled = visit.cancelled.as_deref().filter(|_| evening.on == 0);
        }
        for (area, on, totals) in ground.sums.evenings() {
            if let Some(on) = on {
                of.entry((on, area)).or_default().totals = Some(totals);
            }
        }
        Self { ground, of }
    }

    /// By day, then area.
    pub(super) fn iter(&self) -> impl Iterator<Item = (NaiveDate, AreaId, &Evening<'a>)> {
        self.of.iter().map(|((on, area), evening)| (*on, *area, evening))
    }

    pub(super) fn is_over(&self, on: NaiveDate, evening: &Evening<'_>) -> bool {
        on <= self.ground.to && (on < self.ground.today || evening.is_back())
    }

    pub(super) fn state(&self, on: NaiveDate, evening: &Evening<'_>) -> CellState {
        let (expected, returned, keyed) = evening.totals.map_or((0, 0, 0), |t| (t.expected, t.returned, t.keyed));
        match (self.is_over(on, evening), returned) {
            _ if evening.on == 0 && evening.cancelled.is_some() => CellState::Cancelled,
            (false, _) if on > self.ground.as_of() => CellState::Ahead,
            (false, _) => CellState::Scheduled,
            (true, 0) => CellState::NoSheets,
            (true, _) if keyed >= expected => CellState::Complete,
            (true, _) => CellState::Partly,
        }
    }

    /// Visits that are on: over, and all.
    pub(super) fn visits(&self) -> DoneOf {
        self.iter().fold(DoneOf::default(), |sum, (on, _, evening)| DoneOf {
            done: sum.done + if self.is_over(on, evening) { evening.on } else { 0 },
            all: sum.all + evening.on,
        })
    }

    /// Days with a visit that is on: some of it over, and all.
    pub(super) fn evenings(&self) -> DoneOf {
        let on = || self.iter().filter(|(_, _, evening)| evening.on > 0);
        let all: BTreeSet<NaiveDate> = on().map(|(day, _, _)| day).collect();
        let done: BTreeSet<NaiveDate> =
            on().filter(|(day, _, e)| self.is_over(*day, e)).map(|(day, _, _)| day).collect();
        DoneOf { done: view::count(done.len()), all: view::count(all.len()) }
    }

    /// Visits that are on in some areas, up to a day: (over by the end of each day asked for, all).
    pub(super) fn visits_until(&self, areas: &BTreeSet<AreaId>, by: NaiveDate) -> Vec<(NaiveDate, u32)> {
        let on = self.iter().filter(|(day, area, _)| *day <= by && areas.contains(area));
        on.filter(|(_, _, e)| e.on > 0).map(|(day, _, evening)| (day, evening.on)).collect()
    }

    /// Visits still to come in some areas, up to a day.
    pub(super) fn visits_left(&self, areas: &BTreeSet<AreaId>, by: NaiveDate) -> u32 {
        let left = self.iter().filter(|(day, area, e)| *day <= by && areas.contains(area) && !self.is_over(*day, e));
        left.map(|(_, _, evening)| evening.on).sum()
    }

    /// Sheets that are due or back, of visits and self-reports.
    pub(super) fn sheets(&self) -> SheetsDue {
        self.due().fold(SheetsDue::default(), |sum, (_, _, totals)| SheetsDue {
            expected: sum.expected + view::count(totals.expected),
            returned: sum.returned + view::count(totals.returned),
            missing: sum.missing + view::count(totals.missing()),
            missing_of: sum.missing_of + u32::from(totals.missing() > 0),
            unkeyed: sum.unkeyed + view::count(totals.returned.saturating_sub(totals.keyed)),
        })
    }

    /// The same in one area.
    pub(super) fn sheets_of(&self, area: AreaId) -> (u32, u32) {
        let due = self.due().filter(|(of, _, _)| *of == area);
        due.fold((0, 0), |sum, (_, _, t)| (sum.0 + view::count(t.expected), sum.1 + view::count(t.returned)))
    }

    /// Evenings that are over, with their day, and self-reports that are due, without.
    pub(super) fn due(&self) -> impl Iterator<Item = (AreaId, Option<NaiveDate>, &Totals)> {
        let over = self.iter().filter(|(on, _, evening)| self.is_over(*on, evening));
        let evenings = over.filter_map(|(on, area, evening)| Some((area, Some(on), evening.totals?)));
        evenings.chain(self.own_due().map(|r| (r.area, None, &r.totals)))
    }

    /// Self-reports whose last day is over, or that are back.
    pub(super) fn own_due(&self) -> impl Iterator<Item = &OwnReport> {
        self.ground.sums.own_reports().filter(|r| self.is_own_due(r))
    }

    fn is_own_due(&self, report: &OwnReport) -> bool {
        let back = report.totals.returned > 0 && Period::until(self.ground.to).holds(report.on);
        let last_day = self.ground.sums.areas().iter().find(|a| a.id == report.area).and_then(|a| a.self_report_due);
        back || last_day.is_some_and(|due| is_due(due, self.ground.to, self.ground.today))
    }

    /// Areas whose papers are missing, the most first; level ones in the office's order.
    pub(super) fn missing(&self) -> Vec<MissingPapers> {
        let mut of: BTreeMap<AreaId, Vec<(Option<NaiveDate>, u32)>> = BTreeMap::new();
        for (area, on, totals) in self.due().filter(|(_, _, totals)| totals.missing() > 0) {
            of.entry(area).or_default().push((on, view::count(totals.missing())));
        }
        let row = |area: &Area| {
            let parts = of.get(&area.id)?;
            let evening =
                |(on, sheets): &(Option<NaiveDate>, u32)| Some(MissingEvening { on: (*on)?, sheets: *sheets });
            Some(MissingPapers {
                area: AreaName::of(area),
                sheets: parts.iter().map(|(_, sheets)| sheets).sum(),
                evenings: parts.iter().filter_map(evening).collect(),
                self_report_due: area.self_report_due.filter(|_| parts.iter().any(|(on, _)| on.is_none())),
            })
        };
        let mut missing: Vec<MissingPapers> = self.ground.sums.areas().iter().filter_map(row).collect();
        missing.sort_by_key(|m| std::cmp::Reverse(m.sheets));
        missing
    }

    /// What an area that reports by itself has told.
    pub(super) fn self_report(&self, area: &Area) -> Option<SelfReport> {
        let own: Vec<&OwnReport> = self.ground.sums.own_reports().filter(|r| r.area == area.id).collect();
        if own.is_empty() && area.self_report_due.is_none() {
            return None;
        }
        let told = own.iter().filter(|r| r.counts && Period::until(self.ground.to).holds(r.on));
        let as_of = told.clone().filter_map(|r| r.on).max();
        let due = area.self_report_due;
        let is_due = due.is_some_and(|due| is_due(due, self.ground.to, self.ground.today));
        Some(SelfReport { due, as_of, late: is_due && told.count() == 0 })
    }
}
