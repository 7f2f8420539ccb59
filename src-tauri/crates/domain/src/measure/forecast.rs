//! When this morning's sheets are done.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, NaiveTime, TimeDelta, Timelike};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Deed, worked};
use crate::ids::PersonId;

/// Sheets somebody must have finished today before their pace says anything.
pub const FEWEST_SHEETS: u32 = 3;

/// Who has keyed nothing for longer is not at it.
const AWAY: TimeDelta = TimeDelta::minutes(15);

/// How far this morning's keying is.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
pub struct Forecast {
    /// Sheets still to key.
    pub waiting: u32,
    /// Sheets finished today.
    pub finished: u32,
    /// Minutes per sheet of those who are at it, all together; `None` with too little to go by.
    pub minutes_per_sheet: Option<f64>,
    /// About when it is done, rounded up to five minutes. `None` with too little to go by, with nothing left,
    /// or not today.
    pub done_at: Option<NaiveTime>,
}

/// From today's deeds of first keying, in their order.
///
/// Each person's pace is the time they worked ([`super::PAUSE`] left out) divided by the sheets they finished;
/// people who key side by side share what is left.
#[must_use]
pub fn forecast(now: DateTime<FixedOffset>, deeds: &[Deed], waiting: u32) -> Forecast {
    let mut keyers: BTreeMap<PersonId, (DateTime<FixedOffset>, TimeDelta, u32)> = BTreeMap::new();
    for deed in deeds.iter().filter(|d| d.first) {
        let (last, time, finished) = keyers.entry(deed.by).or_insert((deed.at, TimeDelta::zero(), 0));
        *time += worked(*last, deed.at);
        *last = deed.at;
        *finished += deed.finished;
    }
    let finished = keyers.values().map(|k| k.2).sum();
    let at_it = keyers.values().filter(|(last, time, finished)| {
        now - *last <= AWAY && *finished >= FEWEST_SHEETS && *time > TimeDelta::zero()
    });
    #[expect(clippy::cast_precision_loss, reason = "milliseconds of a morning")]
    let minutes = |time: &TimeDelta| time.num_milliseconds() as f64 / 60_000.0;
    let per_minute: f64 = at_it.map(|(_, time, finished)| f64::from(*finished) / minutes(time)).sum();
    let minutes_per_sheet = (per_minute > 0.0).then(|| 1.0 / per_minute);
    let done_at = minutes_per_sheet.filter(|_| waiting > 0).and_then(|pace| {
        // More than a day is no forecast for a morning, and too long for a number of seconds.
        let left = pace * f64::from(waiting);
        if left > 24.0 * 60.0 {
            return None;
        }
        #[expect(clippy::cast_possible_truncation, reason = "at most a day")]
        let done = now + TimeDelta::seconds((left * 60.0).ceil() as i64);
        rounded(done).filter(|done| done.date_naive() == now.date_naive()).map(|done| done.time())
    });
    Forecast { waiting, finished, minutes_per_sheet, done_at }
}

/// Up to the next five minutes.
fn rounded(at: DateTime<FixedOffset>) -> Option<DateTime<FixedOffset>> {
    const STEP: i64 = 5 * 60;
    let past = i64::from(at.time().num_seconds_from_midnight()) % STEP;
    let up = at + TimeDelta::seconds((STEP - past) % STEP);
    up.with_nanosecond(0)
}
