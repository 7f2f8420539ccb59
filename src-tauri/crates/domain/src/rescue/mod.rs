//! Arithmetic rescue: when the checks of a sheet fail, the single changes that would repair it, most likely
//! first. Nothing here changes a value; whoever keys looks at the paper.
//!
//! A change is weighed as Bayes would: how often such a slip happens ([`number`], [`rows`]) times how usual
//! the sheet would be that the paper then bears ([`usual`]). A share of 400,000 says that of all the changes
//! offered this one is meant in four cases of ten.
//!
//! What the sheets of an evening add up to is looked at box by box ([`of_box`], [`of_sum`]).
//!
//! The first changes are of different boxes, the likeliest box first, as whoever keys needs to know where to
//! look; further changes of the same boxes stand after them.

mod number;
mod ready;
mod rows;
mod sheet;
mod sum;
#[cfg(test)]
mod tests;
mod usual;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use sum::{SumCandidate, SumChange, of_box, of_sum};

use crate::form::Form;
use crate::tally::{BoxNo, Tally};
use sheet::{Effect, Sheet};
use usual::Usual;

/// What went wrong under the hand, if the change is the right one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Slip {
    /// One wrong digit (2 → 5); `place` counts from the left of the number keyed, from 1.
    Digit { place: u8, keyed: u8, meant: u8 },
    /// Two neighbouring digits in the wrong order (đảo chữ số); `place` is that of the first of them.
    Swapped { place: u8 },
    /// A digit of the paper was not keyed.
    Missing { digit: u8 },
    /// A digit too many; `doubled` if it stands beside its like.
    Extra { digit: u8, doubled: bool },
    /// Zero was keyed where the paper has a number, or nothing (bỏ sót ô). The number is blank in the change
    /// unless the checks leave only one.
    Skipped,
    /// Another number altogether: the only one the checks leave for this box.
    Other,
    /// A neighbouring row was read: the box has the number of the one above or below it. Blank after the
    /// change unless the checks leave only one number.
    Repeated,
    /// Two boxes have each other's number (đổi chỗ).
    Exchanged,
    /// Digits of one box went into the next: Enter was missing or too early (9 and 41 keyed as 94 and 1).
    Across,
    /// A box was left out and the numbers after it were keyed one row too high. The change puts them back and
    /// blanks the box, which was never keyed.
    TooHigh,
    /// A row was keyed once too often and the numbers after it one row too low. The last box is blank after
    /// the change if nothing keyed can be its number.
    TooLow,
    /// Nothing keyed wrongly: the paper's own control total is wrong.
    Total,
}

/// A box before and after a change; no number: blank.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Change {
    pub no: BoxNo,
    pub from: Option<u32>,
    pub to: Option<u32>,
}

/// A single change that would repair a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Candidate {
    pub slip: Slip,
    /// In the paper's order; never empty.
    pub changes: Vec<Change>,
    /// Share among all candidates of the sheet, in millionths.
    pub weight: u32,
    /// Hard checks that would fail still, or anew.
    pub left: u32,
    /// Soft checks that would fail.
    pub soft: u32,
}

impl Candidate {
    /// The sheet after the change.
    #[must_use]
    pub fn applied(&self, tally: &Tally) -> Tally {
        let mut after = tally.clone();
        for change in &self.changes {
            after.set(change.no.clone(), change.to);
        }
        after
    }
}

/// The single changes after which no hard check of the sheet fails, as the order of this module says. Blank
/// boxes silence their checks, so it may be asked while a sheet is being keyed.
///
/// Two slips on one sheet have no single change that repairs all, or only a far-fetched one. So changes that
/// repair some checks and break none are offered as well, if one of them and a second slip are likelier than
/// anything that repairs all: [`Candidate::left`] says how many checks still fail. If there is none of these
/// either, those that repair a check although another fails then. Empty for a sheet whose hard checks hold.
#[must_use]
pub fn candidates(form: &Form, tally: &Tally) -> Vec<Candidate> {
    let mut sheet = Sheet::of(form, tally);
    if sheet.failing() == 0 {
        return Vec::new();
    }
    let mut found = Found { usual: Usual::of(form), list: Vec::new() };
    for may_break in [false, true] {
        sheet.may_break = may_break;
        number::changes(&mut sheet, &mut found);
        rows::changes(&mut sheet, &mut found);
        if !found.list.is_empty() {
            break;
        }
    }
    found.ordered(&sheet)
}

/// A change with the logarithm of its likelihood.
#[derive(Debug)]
struct Weighed {
    slip: Slip,
    /// Place of the box on the sheet, and its value after.
    to: Vec<(usize, Option<u32>)>,
    effect: Effect,
    likely: f64,
}

#[derive(Debug)]
struct Found {
    usual: Usual,
    list: Vec<Weighed>,
}

/// A second slip on the sheet, and that it is one which these checks show.
const ANOTHER_SLIP: f64 = -4.0;
/// For each check that fails still.
const FAILS_STILL: f64 = -0.5;
/// A soft check fails on about one sheet of ten.
const SOFT: f64 = -2.3;

impl Found {
    /// Offers a change, if it repairs something; `rate`: how often the slip happens.
    fn offer(&mut self, sheet: &mut Sheet, slip: Slip, to: &[(usize, Option<u32>)], rate: f64) {
        let Some((effect, usual)) = sheet.after(to, &self.usual) else { return };
        let second = if effect.left > 0 { ANOTHER_SLIP + f64::from(effect.left) * FAILS_STILL } else { 0.0 };
        let likely = rate.ln() + usual + second + f64::from(effect.soft) * SOFT;
        // Two ways to the same sheet are one change, named after the likelier.
        match self.list.iter_mut().find(|o| o.to == to) {
            Some(same) => {
                if likely > same.likely {
                    same.slip = slip;
                }
                same.likely = sum(same.likely, likely);
            }
            None => self.list.push(Weighed { slip, to: to.to_vec(), effect, likely }),
        }
    }

    fn ordered(mut self, sheet: &Sheet) -> Vec<Candidate> {
        let whole = self.list.iter().filter(|o| o.effect.left == 0).map(|o| o.likely).max_by(f64::total_cmp);
        if let Some(whole) = whole {
            self.list.retain(|o| o.effect.left == 0 || o.likely > whole);
        }
        self.list.sort_by(|a, b| b.likely.total_cmp(&a.likely));
        let all = self.list.iter().map(|o| o.likely).fold(f64::NEG_INFINITY, sum);
        let order = by_box(&self.list);
        order.into_iter().filter_map(|i| self.list.get(i)).map(|o| sheet.candidate(o, (o.likely - all).exp())).collect()
    }
}

/// The best change of each box or set of boxes, the likeliest boxes first; then the others. Runs of rows count
/// as one place in each direction: where a run began hardly matters to the eye.
fn by_box(list: &[Weighed]) -> Vec<usize> {
    let is_run = |slip| matches!(slip, Slip::TooHigh | Slip::TooLow);
    let same = |a: &Weighed, b: &Weighed| {
        (is_run(a.slip) && a.slip == b.slip) || a.to.iter().map(|t| t.0).eq(b.to.iter().map(|t| t.0))
    };
    // First change of the boxes, and the likelihood of all their changes.
    let mut boxes: Vec<(usize, f64)> = Vec::new();
    let mut rest = Vec::new();
    for (i, option) in list.iter().enumerate() {
        match boxes.iter_mut().find(|(first, _)| list.get(*first).is_some_and(|f| same(f, option))) {
            Some((_, likely)) => {
                *likely = sum(*likely, option.likely);
                rest.push(i);
            }
            None => boxes.push((i, option.likely)),
        }
    }
    boxes.sort_by(|a, b| b.1.total_cmp(&a.1));
    boxes.into_iter().map(|b| b.0).chain(rest).collect()
}

/// Logarithm of the sum of two likelihoods given by theirs.
fn sum(a: f64, b: f64) -> f64 {
    let (more, less) = if a >= b { (a, b) } else { (b, a) };
    if less == f64::NEG_INFINITY { more } else { more + (less - more).exp().ln_1p() }
}
