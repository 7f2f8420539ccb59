//! A visit's sheets against the team head's total (phiếu tổng hợp buổi), box by box.
//!
//! Nothing is said while a sheet of the visit is missing: every difference would be its figures. A box that
//! is blank on a sheet or on the total is not compared either, since blank is not zero.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Suspect;
use crate::check::{Check, Severity};
use crate::ids::SheetId;
use crate::rescue::{Slip, SumChange, of_sum};
use crate::tally::{BoxNo, Tally};

/// A box's count on one sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Part {
    pub sheet: SheetId,
    pub value: u32,
}

/// A box whose sum over the sheets is not the total's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Difference {
    pub no: BoxNo,
    /// The sheets' counts, in the order of the visit's sheets.
    pub parts: Vec<Part>,
    #[ts(type = "number")]
    pub sum: u64,
    pub total: u32,
    /// Sum minus total: above zero, the sheets count more.
    #[ts(type = "number")]
    pub over: i64,
    /// `5 + 7 + 3 = 15`.
    pub worked: String,
    /// The other boxes prove the sum ([`Comparison::proven_by`]): it is the total that is wrong.
    pub proven: bool,
}

/// What a visit's total says about its sheets.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct Comparison {
    /// Sheets still to come or to key; while there are any, nothing else is said.
    pub missing: Vec<SheetId>,
    /// Boxes blank on the total or on a sheet: not compared.
    pub blank: Vec<BoxNo>,
    pub differences: Vec<Difference>,
    /// Boxes compared.
    pub compared: u32,
}

impl Comparison {
    /// Every box of the form was compared and none differs.
    #[must_use]
    pub fn agrees(&self) -> bool {
        self.is_whole() && self.differences.is_empty()
    }

    /// Every figure of the visit is taken as right: in each box the sum is the total's, or the other boxes prove
    /// it, or all its counts were keyed twice. What still differs then is on the paper.
    #[must_use]
    pub fn confirms(&self, total: Option<SheetId>, done: impl Fn(SheetId, &BoxNo) -> bool) -> bool {
        self.is_whole() && suspects(self, total, done).is_empty()
    }

    fn is_whole(&self) -> bool {
        self.compared > 0 && self.missing.is_empty() && self.blank.is_empty()
    }

    /// Marks the differences that the form's checks explain. Where `2 + 3 = 1` holds on every sheet and the sums
    /// of 1 and 2 are the total's, the sum of 3 is right too, whatever the team head wrote there; keying its
    /// counts again would find nothing.
    ///
    /// `sheets` as for [`compare`].
    #[must_use]
    pub fn proven_by(mut self, checks: &[Check], sheets: &[(SheetId, Option<&Tally>)]) -> Self {
        let on_all = |check: &Check| sheets.iter().all(|(_, tally)| tally.is_some_and(|t| check.holds(t)));
        let balances = checks.iter().filter(|c| c.severity == Severity::Hard && c.rule.is_balance() && on_all(c));
        let balances: Vec<Vec<BoxNo>> = balances.map(|c| c.rule.boxes()).collect();
        while let Some(place) = balances.iter().find_map(|boxes| self.only_open(boxes)) {
            self.differences[place].proven = true;
        }
        self
    }

    /// The difference that alone keeps a balance from being right, if it is the only one.
    fn only_open(&self, boxes: &[BoxNo]) -> Option<usize> {
        if boxes.iter().any(|no| self.blank.contains(no)) {
            return None;
        }
        let mut open = self.differences.iter().enumerate().filter(|(_, d)| !d.proven && boxes.contains(&d.no));
        let (place, _) = open.next()?;
        open.next().is_none().then_some(place)
    }
}

/// Compares a visit's sheets with its total over `boxes` (the form's indicators; the control total of each
/// sheet is left out). `sheets`: every sheet the visit waits for or has, `None` while it is not keyed.
#[must_use]
pub fn compare(boxes: &[BoxNo], sheets: &[(SheetId, Option<&Tally>)], total: &Tally) -> Comparison {
    let mut comparison = Comparison {
        missing: sheets.iter().filter(|(_, tally)| tally.is_none()).map(|(sheet, _)| *sheet).collect(),
        ..Comparison::default()
    };
    if !comparison.missing.is_empty() || sheets.is_empty() {
        return comparison;
    }
    for no in boxes.iter().filter(|no| **no != BoxNo::CONTROL) {
        let parts: Option<Vec<Part>> =
            sheets.iter().map(|(sheet, tally)| Some(Part { sheet: *sheet, value: (*tally)?.get(no)? })).collect();
        let (Some(parts), Some(total)) = (parts, total.get(no)) else {
            comparison.blank.push(no.clone());
            continue;
        };
        comparison.compared += 1;
        comparison.differences.extend(difference(no, parts, total));
    }
    comparison
}

fn difference(no: &BoxNo, parts: Vec<Part>, total: u32) -> Option<Difference> {
    let sum: u64 = parts.iter().map(|p| u64::from(p.value)).sum();
    let over = i64::try_from(sum).ok()? - i64::from(total);
    (over != 0).then(|| {
        let counts: Vec<String> = parts.iter().map(|p| p.value.to_string()).collect();
        let worked = if counts.len() == 1 { sum.to_string() } else { format!("{} = {sum}", counts.join(" + ")) };
        Difference { no: no.clone(), parts, sum, total, over, worked, proven: false }
    })
}

/// The single boxes to key again next, most suspect sheet first: for each box that differs, the one sheet
/// whose count is likeliest wrong among those not keyed twice yet (`done` says which are). After each answer
/// the caller compares again, so that nobody keys further once the sum fits.
///
/// Which is likeliest: [`of_sum`]. Where three boxes or more differ at once it is rather one sheet that was keyed
/// a row too low or under a wrong code than as many slips on as many sheets; then one sheet is asked for all of
/// them.
///
/// `total`: the total's own sheet; its box was keyed once as well and may be the wrong one.
#[must_use]
pub fn suspects(
    comparison: &Comparison,
    total: Option<SheetId>,
    done: impl Fn(SheetId, &BoxNo) -> bool,
) -> Vec<Suspect> {
    let open: Vec<Open<'_>> =
        comparison.differences.iter().map(|d| Open::of(d, total, &done)).filter(|o| !o.likely.is_empty()).collect();
    let mut asked: Vec<Suspect> = Vec::new();
    let accident = if open.len() >= ACCIDENT { of_one_sheet(&open) } else { None };
    for difference in &open {
        let no = difference.no.clone();
        let one = accident.filter(|sheet| difference.likely.iter().any(|(other, _)| other == sheet));
        let Some(sheet) = one.or_else(|| difference.likely.first().map(|(sheet, _)| *sheet)) else { continue };
        match asked.iter_mut().find(|s| s.sheet == sheet) {
            Some(suspect) => suspect.boxes.push(no),
            None => asked.push(Suspect { sheet, boxes: vec![no] }),
        }
    }
    asked.sort_by_key(|s| Reverse(s.boxes.len()));
    asked
}

/// Differences that stay although every count in them was keyed twice, or is proven: they are on the paper, and
/// only the team head can explain them.
#[must_use]
pub fn on_paper(
    comparison: &Comparison,
    total: Option<SheetId>,
    done: impl Fn(SheetId, &BoxNo) -> bool,
) -> Vec<&Difference> {
    comparison.differences.iter().filter(|d| Open::of(d, total, &done).likely.is_empty()).collect()
}

/// Sheets to key again whole: on each a count was found wrong (`was_wrong`), and the sum did not come to fit by
/// it. What spoiled the count may have spoiled the sheet, as when two sheets of one evening were keyed under each
/// other's code; then every sum fits but where the team head's own is wrong, and only there it comes to light.
///
/// `boxes` as for [`compare`], `total` and `done` as for [`suspects`]; ask once that has nothing more to ask.
#[must_use]
pub fn strays(
    comparison: &Comparison,
    boxes: &[BoxNo],
    total: Option<SheetId>,
    done: impl Fn(SheetId, &BoxNo) -> bool,
    was_wrong: impl Fn(SheetId, &BoxNo) -> bool,
) -> Vec<Suspect> {
    let stays = on_paper(comparison, total, &done).into_iter().filter(|d| !d.proven);
    let sheets: BTreeSet<SheetId> =
        stays.flat_map(|d| d.parts.iter().map(|part| part.sheet).filter(|sheet| was_wrong(*sheet, &d.no))).collect();
    let suspect = |sheet| {
        let open = boxes.iter().filter(|no| **no != BoxNo::CONTROL && !done(sheet, no));
        Suspect { sheet, boxes: open.cloned().collect() }
    };
    sheets.into_iter().map(suspect).filter(|s| !s.boxes.is_empty()).collect()
}

/// So many boxes that differ in one visit are one accident.
const ACCIDENT: usize = 3;
/// A count that would be repaired by a number of the box above or below speaks for a shift of rows.
const SHIFTED: f64 = 50.0;
/// Least share of a sheet that a box alone does not suspect.
const LEAST: f64 = 0.01;

/// A difference with the counts in it that were keyed once only.
struct Open<'a> {
    no: &'a BoxNo,
    /// Most suspect first; shares of one.
    likely: Vec<(SheetId, f64)>,
    /// What each sheet (and the total) was keyed as, and what would repair the sum.
    repair: Vec<(SheetId, i64, i64)>,
}

impl<'a> Open<'a> {
    fn of(difference: &'a Difference, total: Option<SheetId>, done: impl Fn(SheetId, &BoxNo) -> bool) -> Self {
        let keyed: Vec<(SheetId, Option<u32>)> = difference.parts.iter().map(|p| (p.sheet, Some(p.value))).collect();
        let mut likely: Vec<(SheetId, f64)> = Vec::new();
        for candidate in of_sum(&keyed, difference.total) {
            let share = f64::from(candidate.weight) / 1e6;
            match candidate.change {
                SumChange::Sheet { key, .. } => likely.push((key, share)),
                // A total that was added up wrongly on paper is not found by keying it again.
                SumChange::Total { .. } if candidate.slip == Slip::Total => {}
                SumChange::Total { .. } => likely.extend(total.map(|sheet| (sheet, share))),
            }
        }
        // Nothing in between: a count that no single slip explains may still be one of two that are wrong.
        for sheet in difference.parts.iter().map(|p| p.sheet).chain(total) {
            if !likely.iter().any(|(other, _)| *other == sheet) {
                likely.push((sheet, 0.0));
            }
        }
        // Where the sum is proven only the total's own keying is left to doubt.
        likely.retain(|(sheet, _)| !done(*sheet, &difference.no) && (!difference.proven || Some(*sheet) == total));
        let parts =
            difference.parts.iter().map(|p| (p.sheet, i64::from(p.value), i64::from(p.value) - difference.over));
        let head =
            total.map(|sheet| (sheet, i64::from(difference.total), i64::from(difference.total) + difference.over));
        Self { no: &difference.no, likely, repair: parts.chain(head).collect() }
    }

    fn repair(&self, sheet: SheetId) -> Option<(i64, i64)> {
        self.repair.iter().find(|(other, ..)| *other == sheet).map(|(_, keyed, meant)| (*keyed, *meant))
    }
}

/// The sheet that explains all differences best, if one accident happened to it.
fn of_one_sheet(open: &[Open<'_>]) -> Option<SheetId> {
    let sheets: BTreeSet<SheetId> = open.iter().flat_map(|o| o.likely.iter().map(|(sheet, _)| *sheet)).collect();
    let explains = |sheet: SheetId| -> f64 {
        let boxes = open.iter().enumerate().map(|(i, difference)| {
            let share = difference.likely.iter().find(|(other, _)| *other == sheet).map_or(LEAST, |(_, share)| *share);
            let near = [i.checked_sub(1), Some(i + 1)].into_iter().flatten().filter_map(|i| open.get(i)?.repair(sheet));
            let shifted = difference.repair(sheet).is_some_and(|(_, meant)| near.map(|n| n.0).any(|n| n == meant));
            (share.max(LEAST) * if shifted { SHIFTED } else { 1.0 }).ln()
        });
        boxes.sum()
    };
    sheets.into_iter().max_by(|a, b| explains(*a).total_cmp(&explains(*b)).then(b.cmp(a)))
}
