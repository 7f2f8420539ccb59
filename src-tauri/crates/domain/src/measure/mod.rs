//! How keying goes: keys and minutes per sheet, errors per keyer, and when this morning's sheets are done.
//!
//! Everything is computed from the journal's entries, never from counters: [`Deed`]s in the order they were
//! done. What nobody keyed by hand (figures from a file) is not among them.

mod forecast;
mod keyer;
#[cfg(test)]
mod tests;

use chrono::{DateTime, FixedOffset, TimeDelta};

use crate::ids::{PersonId, SheetId};
use crate::tally::BoxNo;

pub use forecast::{FEWEST_SHEETS, Forecast, forecast};
pub use keyer::{ErrorRate, KeyerMeasure, keyers};

/// A longer gap between two deeds of a person is a pause (a telephone call, a visitor) and no time of keying.
pub const PAUSE: TimeDelta = TimeDelta::minutes(2);

/// Which keying of a sheet a stroke belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Round {
    First,
    Second,
    Again,
    Third,
    /// What was first keyed, kept where the third person decided otherwise.
    Replaced,
}

/// What a deed did to one box.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stroke {
    pub sheet: SheetId,
    pub round: Round,
    pub no: BoxNo,
    pub what: Struck,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Struck {
    /// A value, or a box left blank; `keys` pressed for it, `None`: as many as the last time.
    Keyed { value: Option<u32>, keys: Option<u32> },
    /// Kept as [`Round::Replaced`]: who had keyed it first, none for what came from a file.
    Kept { by: Option<PersonId> },
    /// It no longer stands: the first keying was changed.
    Dropped,
}

/// One entry of keying.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deed {
    pub at: DateTime<FixedOffset>,
    pub by: PersonId,
    /// It was the first keying.
    pub first: bool,
    pub strokes: Vec<Stroke>,
    /// Sheets whose last box it was.
    pub finished: u32,
}

/// Time between two deeds of a person, if it is no pause. A clock set back counts nothing.
fn worked(before: DateTime<FixedOffset>, after: DateTime<FixedOffset>) -> TimeDelta {
    let gap = after - before;
    if gap > TimeDelta::zero() && gap <= PAUSE { gap } else { TimeDelta::zero() }
}
