//! Totals and rates: every figure on screen, paper and workbook comes from here.
//!
//! The rules (`domain.md`, "What a rate is"):
//! * a rate names its numerator, its denominator and its date;
//! * a total's rate is the ratio of sums, never the mean of rates;
//! * numerator and denominator cover the same areas: an area whose base is blank is left out of both,
//!   and the rate says how many are;
//! * blank is not zero: with no figure at all the numerator is unknown;
//! * above 100 % is possible and gets a warning, not a refusal.
//!
//! Worked example: area A has 400 smartphone users, 60 of them with the app on 01/11, and its evening
//! of 09/11 brought 25 new installs; area B has 100 users, no dated installs, and a sheet with boxes
//! 6 = 10 and 7 = 5. Installed: A 60 + 25 = 85, B 10 + 5 = 15 (only among those met); the ward
//! (85 + 15) ÷ (400 + 100) = 20 %, not the mean of 21,25 % and 15 %.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::area::{Area, BaseFigures};
use crate::campaign::{Denominator, Numerator, Target};
use crate::form::{Form, Meaning};
use crate::ids::{AreaId, FormId, SheetId};
use crate::lineage::Heir;
use crate::sheet::{Sheet, SheetKind};
use crate::tally::Tally;

/// A sheet with what was keyed from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyedSheet {
    pub sheet: Sheet,
    pub tally: Tally,
}

/// Everything rates are made from.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Book {
    pub areas: Vec<Area>,
    pub bases: Vec<BaseFigures>,
    pub forms: Vec<Form>,
    pub sheets: Vec<KeyedSheet>,
    /// Which areas came out of which; see [`Book::by_family`].
    pub heirs: Vec<Heir>,
    /// The area a sheet was counted in, where it now stands under another of its family.
    pub reported_by: BTreeMap<SheetId, AreaId>,
}

/// Days a figure covers, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    pub from: Option<NaiveDate>,
    pub to: NaiveDate,
}

impl Period {
    /// Everything there is.
    pub const WHOLE: Self = Self { from: None, to: NaiveDate::MAX };

    /// From the beginning to a day.
    #[must_use]
    pub fn until(to: NaiveDate) -> Self {
        Self { from: None, to }
    }

    #[must_use]
    pub fn covers(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && day <= self.to
    }
}

/// Sums of boxes by meaning. A meaning that no sheet filled is absent.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Totals {
    sums: BTreeMap<Meaning, u64>,
    /// New installs by evening, for a base dated in the middle of the campaign.
    tonight: BTreeMap<Option<NaiveDate>, u64>,
    /// Sheets the office waits for.
    pub expected: usize,
    /// Sheets that are back.
    pub returned: usize,
}

impl Totals {
    #[must_use]
    pub fn get(&self, meaning: Meaning) -> Option<u64> {
        self.sums.get(&meaning).copied()
    }

    /// Whether any box was keyed; if not, the area reads "chưa báo cáo".
    #[must_use]
    pub fn has_figures(&self) -> bool {
        !self.sums.is_empty()
    }

    fn count_sheet(&mut self, sheet: &Sheet) {
        self.expected += usize::from(sheet.is_expected());
        self.returned += usize::from(sheet.state.is_back());
    }

    fn add(&mut self, form: &Form, on: Option<NaiveDate>, tally: &Tally) {
        for indicator in form.indicators.iter().filter(|i| i.meaning != Meaning::Own) {
            let Some(value) = tally.get(&indicator.no) else { continue };
            *self.sums.entry(indicator.meaning).or_default() += u64::from(value);
            if indicator.meaning == Meaning::InstalledTonight {
                *self.tonight.entry(on).or_default() += u64::from(value);
            }
        }
    }

    fn join(&mut self, other: &Self) {
        for (meaning, value) in &other.sums {
            *self.sums.entry(*meaning).or_default() += value;
        }
        for (on, value) in &other.tonight {
            *self.tonight.entry(*on).or_default() += value;
        }
        self.expected += other.expected;
        self.returned += other.returned;
    }

    /// New installs after a day; a sheet without a date counts as after.
    fn installed_after(&self, day: NaiveDate) -> u64 {
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

/// A base figure with its date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Known {
    pub value: u32,
    pub as_of: NaiveDate,
}

/// What is known of an area on a day: for each figure the latest one that is not blank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct AreaBase {
    pub households: Option<Known>,
    pub people_15: Option<Known>,
    pub smartphone_15: Option<Known>,
    pub installed: Option<Known>,
}

impl AreaBase {
    /// The base figure a denominator is; none if it is unknown, or counted and no base figure.
    #[must_use]
    pub fn denominator(&self, denominator: Denominator) -> Option<u32> {
        match denominator {
            Denominator::Smartphone15 => self.smartphone_15,
            Denominator::People15 => self.people_15,
            Denominator::Households => self.households,
            Denominator::PeopleMet => None,
        }
        .map(|k| k.value)
    }
}

/// A rate with everything needed to stand behind it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS)]
pub struct Rate {
    /// Unknown (`None`) when nothing was reported.
    #[ts(type = "number | null")]
    pub numerator: Option<u64>,
    /// Unknown when no area has the base figure.
    #[ts(type = "number | null")]
    pub denominator: Option<u64>,
    /// Per cent; may exceed 100.
    pub percent: Option<f64>,
    /// Areas left out of both because their base is blank.
    pub without_base: Vec<AreaId>,
    /// Some covered area has no dated count of earlier installs, so only people met are counted
    /// ("trong số đã gặp").
    pub among_met: bool,
}

impl Rate {
    #[must_use]
    pub fn is_over_100(&self) -> bool {
        self.percent.is_some_and(|p| p > 100.0)
    }
}

/// Totals and bases of one day, ready to be asked.
#[derive(Debug, Clone)]
pub struct Ledger {
    totals: BTreeMap<AreaId, Totals>,
    bases: BTreeMap<AreaId, AreaBase>,
    order: Vec<AreaId>,
}

impl Ledger {
    /// Adds up a book over a period; bases as known on its last day.
    #[must_use]
    pub fn of(book: &Book, period: Period) -> Self {
        let mut totals: BTreeMap<AreaId, Totals> = book.areas.iter().map(|a| (a.id, Totals::default())).collect();
        for seen in seen_in(book, period) {
            if let Some(total) = totals.get_mut(&seen.area) {
                seen.add_to(total);
            }
        }
        let bases = book.areas.iter().map(|a| (a.id, base_on(&book.bases, a.id, period.to))).collect();
        Self { totals, bases, order: book.areas.iter().map(|a| a.id).collect() }
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
        let known = |a: &&AreaId| self.denominator(target.denominator, **a).is_some();
        let (with_base, without_base): (Vec<AreaId>, Vec<AreaId>) = areas.iter().partition(|a| known(a));
        let covered: &[AreaId] = if with_base.is_empty() { areas } else { &with_base };
        let counts: Vec<(u64, bool)> = covered.iter().filter_map(|a| self.numerator(target, *a)).collect();
        let numerator = (!counts.is_empty()).then(|| counts.iter().map(|(n, _)| n).sum::<u64>());
        let denominator = (!with_base.is_empty())
            .then(|| with_base.iter().filter_map(|a| self.denominator(target.denominator, *a)).sum());
        #[expect(clippy::cast_precision_loss, reason = "people of a city fit an f64 exactly")]
        let percent = match (numerator, denominator) {
            (Some(n), Some(d)) if d > 0 => Some(n as f64 * 100.0 / d as f64),
            _ => None,
        };
        Rate {
            numerator,
            denominator,
            percent,
            without_base,
            among_met: counts.iter().any(|(_, among_met)| *among_met),
        }
    }

    /// Of whom, in one area: a base figure, or what was counted there.
    fn denominator(&self, denominator: Denominator, area: AreaId) -> Option<u64> {
        match denominator {
            Denominator::PeopleMet => self.totals.get(&area)?.get(Meaning::PeopleMet),
            base => self.base(area).denominator(base).map(u64::from),
        }
    }

    /// The count, and whether it covers only people met.
    fn numerator(&self, target: &Target, area: AreaId) -> Option<(u64, bool)> {
        let totals = self.totals.get(&area)?;
        // A share of the people met counts only among them, whoever had the app before.
        let base = self.base(area).installed.filter(|_| target.denominator != Denominator::PeopleMet);
        match target.numerator {
            Numerator::Informed => totals.get(Meaning::PeopleMet).map(|n| (n, false)),
            Numerator::Account => totals.get(Meaning::Account).map(|n| (n, false)),
            Numerator::Activated => totals.get(Meaning::Activated).map(|n| (n, false)),
            Numerator::HouseholdsMet => totals.get(Meaning::HouseholdsMet).map(|n| (n, false)),
            Numerator::Installed => match base {
                Some(base) => Some((u64::from(base.value) + totals.installed_after(base.as_of), false)),
                None => {
                    let parts = [totals.get(Meaning::InstalledBefore), totals.get(Meaning::InstalledTonight)];
                    parts.iter().any(Option::is_some).then(|| (parts.iter().flatten().sum(), true))
                }
            },
        }
    }

    /// Figures of an area that cannot all be true, each in the sheet's own terms.
    #[must_use]
    pub fn warnings(&self, area: AreaId) -> Vec<Warning> {
        let (totals, base) = (self.area(area), self.base(area));
        let installed = base.installed.map(|b| u64::from(b.value) + totals.installed_after(b.as_of));
        let pairs = [
            (WarningKind::MoreHouseholdsMet, totals.get(Meaning::HouseholdsMet), base.households),
            (WarningKind::MorePeopleMet, totals.get(Meaning::PeopleMet), base.people_15),
            (WarningKind::MoreSmartphones, totals.get(Meaning::Smartphone), base.smartphone_15),
            (WarningKind::MoreInstalled, installed, base.smartphone_15),
        ];
        pairs
            .into_iter()
            .filter_map(|(kind, counted, known)| Some(Warning { kind, counted: counted?, known: known? }))
            .filter(|w| w.counted > u64::from(w.known.value))
            .collect()
    }
}

/// A count larger than the base it is part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Warning {
    pub kind: WarningKind,
    #[ts(type = "number")]
    pub counted: u64,
    pub known: Known,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WarningKind {
    MoreHouseholdsMet,
    MorePeopleMet,
    MoreSmartphones,
    MoreInstalled,
}

/// A sheet that lies within a period, in an area of the book.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Seen<'a> {
    pub(crate) keyed: &'a KeyedSheet,
    pub(crate) area: AreaId,
    form: &'a Form,
    /// Whether its boxes are added: it is counted, and no later report of its area stands for it.
    pub(crate) adds: bool,
}

impl Seen<'_> {
    fn add_to(&self, total: &mut Totals) {
        total.count_sheet(&self.keyed.sheet);
        if self.adds {
            total.add(self.form, self.keyed.sheet.on, &self.keyed.tally);
        }
    }

    /// What it alone adds.
    pub(crate) fn totals(&self) -> Totals {
        let mut total = Totals::default();
        self.add_to(&mut total);
        total
    }
}

/// The sheets a period's totals are added up from.
pub(crate) fn seen_in(book: &Book, period: Period) -> impl Iterator<Item = Seen<'_>> {
    let forms: BTreeMap<FormId, &Form> = book.forms.iter().map(|f| (f.id, f)).collect();
    let areas: BTreeSet<AreaId> = book.areas.iter().map(|a| a.id).collect();
    let superseded = superseded_self_reports(book, period);
    book.sheets.iter().filter_map(move |keyed| {
        let sheet = &keyed.sheet;
        let (area, form) = (sheet.area.filter(|a| areas.contains(a))?, *forms.get(&sheet.form)?);
        let within = sheet.on.is_none_or(|on| period.covers(on));
        let adds = sheet.is_counted() && !superseded.contains(&sheet.id);
        within.then_some(Seen { keyed, area, form, adds })
    })
}

/// A self-reported tally is cumulative: of several in the period only the latest counts.
fn superseded_self_reports(book: &Book, period: Period) -> BTreeSet<SheetId> {
    let mut latest: BTreeMap<AreaId, &Sheet> = BTreeMap::new();
    let mut superseded = BTreeSet::new();
    let counted = book.sheets.iter().filter(|k| k.sheet.kind == SheetKind::SelfReport && !k.tally.is_empty());
    for KeyedSheet { sheet, .. } in counted {
        let Some(area) = book.reported_by.get(&sheet.id).copied().or(sheet.area) else { continue };
        if !sheet.is_counted() || sheet.on.is_some_and(|on| !period.covers(on)) {
            continue;
        }
        let newest = match latest.get(&area) {
            Some(other) if (other.on, other.id) > (sheet.on, sheet.id) => other,
            _ => sheet,
        };
        if let Some(other) = latest.insert(area, newest) {
            superseded.insert(if newest.id == other.id { sheet.id } else { other.id });
        }
    }
    superseded
}

/// For each figure the latest known on `day`; a figure known only from later is better than none.
fn base_on(bases: &[BaseFigures], area: AreaId, day: NaiveDate) -> AreaBase {
    let mut of_area: Vec<&BaseFigures> = bases.iter().filter(|b| b.area == area).collect();
    of_area.sort_by_key(|b| {
        let days = (b.as_of - day).num_days();
        (days <= 0, -days.abs(), b.id)
    });
    let pick = |figure: fn(&BaseFigures) -> Option<u32>| {
        of_area.iter().rev().find_map(|b| figure(b).map(|value| Known { value, as_of: b.as_of }))
    };
    AreaBase {
        households: pick(|b| b.households),
        people_15: pick(|b| b.people_15),
        smartphone_15: pick(|b| b.smartphone_15),
        installed: pick(|b| b.installed),
    }
}

#[cfg(test)]
mod tests;
