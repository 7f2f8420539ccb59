//! Totals and rates: every figure on screen, paper and workbook comes from here.
//!
//! | file | what |
//! | --- | --- |
//! | `book.rs` | every sheet with its boxes, base figures, forms; the days a figure covers |
//! | `seen.rs` | which of the sheets a period's totals are added up from |
//! | `sums.rs` | the same added up by area and evening, from the sheets or by the store |
//! | `totals.rs` | sums of boxes by what they mean, and how many sheets they are of |
//! | `base.rs` | base figures as known on a day |
//! | `ledger.rs` | numerators, denominators and rates of a period, shares between stages |
//! | `stage.rs` | the stages of people and the reasons, each its own counter with its words |
//! | `range.rs` | lowest and highest value of a rate, for who was not met |
//! | `need.rs` | what is still needed, per visit; pace; the needed line |
//! | `rank.rs` | how far an area is above its goals |
//! | `warning.rs` | counts larger than the base they are part of |
//!
//! The rules (`domain.md`, "What a rate is"):
//! * a rate names its numerator, its denominator and its date;
//! * a total's rate is the ratio of sums, never the mean of rates;
//! * numerator and denominator cover the same areas: an area whose base is blank is left out of both,
//!   and the rate says how many are;
//! * blank is not zero: with no figure at all the numerator is unknown;
//! * above 100 % is possible and gets a warning, not a refusal;
//! * a rate is cumulative, from the campaign's first day to [`Period::to`], with the base figures known on that day;
//!   what a period itself brought is the totals of a [`Period`] with a first day;
//! * a self-reported tally is cumulative too: of several in a period only the latest counts.
//!
//! Worked example: area A has 400 smartphone users, 60 of them with the app on 01/11, and its evening
//! of 09/11 brought 25 new installs; area B has 100 users, no dated installs, and a sheet with boxes
//! 6 = 10 and 7 = 5. Installed: A 60 + 25 = 85, B 10 + 5 = 15 (only among those met); the ward
//! (85 + 15) ÷ (400 + 100) = 20 %, not the mean of 21,25 % and 15 %.

mod base;
mod book;
mod ledger;
mod need;
mod range;
mod rank;
mod rate;
mod seen;
mod stage;
mod sums;
mod totals;
mod warning;

#[cfg(test)]
mod tests;

pub use base::{AreaBase, Known};
pub use book::{Book, KeyedSheet, Period};
pub use ledger::Ledger;
pub use need::{Needed, Pace, goal_of, is_due, needed, on_the_line};
pub use range::Range;
pub use rank::Margin;
pub use rate::{Parts, Rate, percent};
pub use seen::{Seen, seen_in};
pub use stage::{FunnelStage, Reason};
pub use sums::{Alike, OwnReport, Sums};
pub use totals::Totals;
pub use warning::{Warning, WarningKind};
