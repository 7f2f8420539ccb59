//! A packet as rows of the star. No statement and no server here.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};
use domain::area::{Area, BaseFigures};
use domain::campaign::Target;
use domain::form::Meaning;
use domain::ids::AreaId;
use domain::packet::Packet;
use domain::rates::{Book, Ledger, Period, Rate, Sums, Totals, seen_in};
use domain::sheet::SheetKind;
use sha2::{Digest, Sha256};

/// Raised whenever the same packet gives other rows than before: what is there is then sent anew.
pub const VERSION: i32 = 1;

/// Where counts come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// Sheets that a team filled in at the doors.
    Evening,
    /// An area that reports by itself: cumulative, so of several reports only the newest counts.
    SelfReport,
}

impl Origin {
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Evening => "evening",
            Self::SelfReport => "self_report",
        }
    }

    fn of(kind: SheetKind) -> Self {
        if kind == SheetKind::SelfReport { Self::SelfReport } else { Self::Evening }
    }
}

/// A sum of one area and evening. What nobody keyed has no row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TallyRow {
    pub area: AreaId,
    /// None: nobody wrote the day down.
    pub on: Option<NaiveDate>,
    pub origin: Origin,
    pub indicator: Meaning,
    pub value: u64,
}

/// Sheets of one area and evening.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetsRow {
    pub area: AreaId,
    pub on: Option<NaiveDate>,
    pub origin: Origin,
    pub expected: usize,
    pub returned: usize,
    pub keyed: usize,
}

/// Base figures of one area and day; unknown is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseRow {
    pub area: AreaId,
    pub on: NaiveDate,
    pub households: Option<u32>,
    pub people_15: Option<u32>,
    pub smartphone_15: Option<u32>,
    pub installed: Option<u32>,
}

/// A rate from the beginning to the end of a day.
#[derive(Debug, Clone, PartialEq)]
pub struct RateRow {
    /// None: the whole ward.
    pub area: Option<AreaId>,
    /// Place in [`Facts::targets`].
    pub target: usize,
    pub as_of: NaiveDate,
    pub is_latest: bool,
    pub rate: Rate,
}

/// All that is sent of a ward.
#[derive(Debug, Clone, PartialEq)]
pub struct Facts {
    pub areas: Vec<Area>,
    /// One of each numerator, denominator, goal and day.
    pub targets: Vec<Target>,
    pub tallies: Vec<TallyRow>,
    pub sheets: Vec<SheetsRow>,
    pub bases: Vec<BaseRow>,
    pub rates: Vec<RateRow>,
}

impl Facts {
    #[must_use]
    pub fn of(packet: &Packet) -> Self {
        let report = &packet.report;
        let book = report.book.clone().by_family();
        let to = report.period.to;
        let mut targets: Vec<Target> = Vec::new();
        for target in &report.targets {
            if !targets.iter().any(|t| target_key(t) == target_key(target)) {
                targets.push(target.clone());
            }
        }
        let (tallies, sheets) = counts(&book, Period::until(to));
        let mut days: BTreeSet<NaiveDate> = sheets.iter().filter_map(|s| s.on).collect();
        days.insert(to);
        let sums = Sums::of(&book);
        let rates = days.into_iter().flat_map(|day| rates(&sums, &targets, day, day == to)).collect();
        Self { bases: bases(&book.bases), areas: book.areas, targets, tallies, sheets, rates }
    }

    /// Every day a row speaks of.
    #[must_use]
    pub fn days(&self) -> BTreeSet<NaiveDate> {
        let counted = self.tallies.iter().filter_map(|t| t.on).chain(self.sheets.iter().filter_map(|s| s.on));
        counted.chain(self.bases.iter().map(|b| b.on)).chain(self.rates.iter().map(|r| r.as_of)).collect()
    }
}

/// What makes two targets of different wards the same.
pub(crate) fn target_key(target: &Target) -> (String, String, u32, NaiveDate) {
    (code(&target.numerator), code(&target.denominator), target.percent, target.by)
}

/// SHA-256 of the packet as it is sealed.
///
/// # Errors
/// The packet cannot be written as JSON.
pub fn digest(packet: &Packet) -> Result<[u8; 32], serde_json::Error> {
    Ok(Sha256::digest(serde_json::to_vec(packet)?).into())
}

/// A word of the domain as it crosses every wire: `people_met`.
pub(crate) fn code(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
}

/// 20241109 for 09/11/2024; 0 for a day nobody wrote down.
pub(crate) fn date_key(day: Option<NaiveDate>) -> i32 {
    day.map_or(0, |d| d.year() * 10_000 + i32::try_from(d.month() * 100 + d.day()).unwrap_or_default())
}

/// Sums of a period by area and evening: of the sheets its totals are added up from, and of no other.
fn counts(book: &Book, period: Period) -> (Vec<TallyRow>, Vec<SheetsRow>) {
    let mut groups: BTreeMap<(AreaId, Option<NaiveDate>, Origin), Vec<Totals>> = BTreeMap::new();
    for seen in seen_in(book, period) {
        let sheet = &seen.keyed.sheet;
        groups.entry((seen.area, sheet.on, Origin::of(sheet.kind))).or_default().push(seen.totals());
    }
    let (mut tallies, mut sheets) = (Vec::new(), Vec::new());
    for ((area, on, origin), group) in groups {
        let totals: Totals = group.iter().sum();
        let known = Meaning::ALL.into_iter().filter_map(|m| Some((m, totals.get(m)?)));
        tallies.extend(known.map(|(indicator, value)| TallyRow { area, on, origin, indicator, value }));
        let Totals { expected, returned, keyed, .. } = totals;
        if (expected, returned, keyed) != (0, 0, 0) {
            sheets.push(SheetsRow { area, on, origin, expected, returned, keyed });
        }
    }
    (tallies, sheets)
}

/// A row for each area and day; of two of a day the later written one speaks, figure by figure.
fn bases(bases: &[BaseFigures]) -> Vec<BaseRow> {
    let mut in_order: Vec<&BaseFigures> = bases.iter().collect();
    in_order.sort_by_key(|b| (b.area, b.as_of, b.id));
    let mut rows: Vec<BaseRow> = Vec::new();
    for b in in_order {
        let earlier = rows.pop_if(|r| (r.area, r.on) == (b.area, b.as_of));
        let or =
            |figure: Option<u32>, before: fn(&BaseRow) -> Option<u32>| figure.or(earlier.as_ref().and_then(before));
        rows.push(BaseRow {
            area: b.area,
            on: b.as_of,
            households: or(b.households, |r| r.households),
            people_15: or(b.people_15, |r| r.people_15),
            smartphone_15: or(b.smartphone_15, |r| r.smartphone_15),
            installed: or(b.installed, |r| r.installed),
        });
    }
    rows
}

fn rates(sums: &Sums, targets: &[Target], day: NaiveDate, is_latest: bool) -> Vec<RateRow> {
    let ledger = Ledger::of_sums(sums, Period::until(day));
    let mut rows = Vec::with_capacity(targets.len() * (ledger.areas().len() + 1));
    for (target, at) in targets.iter().zip(0..) {
        let row = |area, rate| RateRow { area, target: at, as_of: day, is_latest, rate };
        rows.push(row(None, ledger.ward_rate(target)));
        rows.extend(ledger.areas().iter().map(|a| row(Some(*a), ledger.area_rate(target, *a))));
    }
    rows
}

#[cfg(test)]
mod tests;
