//! How long backups are kept.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Datelike, Days, FixedOffset, Months, NaiveDate};
use serde::Serialize;
use ts_rs::TS;

use super::{Kind, Stamp};

/// So many of the latest, whatever their age (`reliability.md` R2).
pub const LAST: usize = 10;
/// The last of each day, this many days back.
pub const DAILY: u64 = 30;
/// The last of each month, this many months back, the present one among them.
pub const MONTHLY: u32 = 12;
/// Before a restore or an upgrade: held for so many days, because there may be a wish to go back (R3, R7).
pub const HELD_DAYS: u64 = 30;

/// Numbers of the backups to keep; never without the latest.
///
/// Ages are counted from the day before the latest of days on which a backup was made, not from the clock
/// alone: a clock that is years ahead for a day ages nothing out.
#[must_use]
pub fn kept(stamps: &[Stamp], now: DateTime<FixedOffset>) -> BTreeSet<i64> {
    let mut ordered: Vec<&Stamp> = stamps.iter().collect();
    ordered.sort_by_key(|s| s.number);
    let today = settled_day(&ordered, now);
    let mut kept: BTreeSet<i64> = ordered.iter().rev().take(LAST).map(|s| s.number).collect();
    // The later number of a day or month takes its place.
    let days: BTreeMap<NaiveDate, i64> =
        ordered.iter().filter(|s| today < day_end(s)).map(|s| (s.day(), s.number)).collect();
    let months: BTreeMap<(i32, u32), i64> = ordered
        .iter()
        .filter(|s| today < month_end(s))
        .map(|s| ((s.day().year(), s.day().month()), s.number))
        .collect();
    kept.extend(days.into_values().chain(months.into_values()));
    kept.extend(ordered.iter().filter(|s| is_held(s.kind) && today < day_end(s)).map(|s| s.number));
    kept
}

/// From when on a backup is no longer kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[ts(rename = "BackupExpiry")]
pub struct Expiry {
    /// The first day on which its age no longer keeps it, whatever else is there.
    pub on: NaiveDate,
    /// How many newer backups must still be made before it is none of the last ten.
    #[ts(type = "number")]
    pub after: usize,
}

/// When a backup is gone at the latest, if the office goes on working: on the next working day after
/// [`Expiry::on`] once [`Expiry::after`] newer ones are there.
///
/// `newer`: how many newer ones there are.
#[must_use]
pub fn expires(stamp: &Stamp, newer: usize) -> Expiry {
    Expiry { on: month_end(stamp).max(day_end(stamp)), after: LAST.saturating_sub(newer) }
}

fn is_held(kind: Kind) -> bool {
    matches!(kind, Kind::BeforeRestore | Kind::BeforeUpgrade)
}

/// The first day on which it is no longer one of the last thirty days.
fn day_end(stamp: &Stamp) -> NaiveDate {
    let days = if is_held(stamp.kind) { DAILY.max(HELD_DAYS) } else { DAILY };
    // Beyond the calendar nothing ages out.
    stamp.day().checked_add_days(Days::new(days)).unwrap_or(NaiveDate::MAX)
}

/// The first day on which its month is no longer one of the last twelve.
fn month_end(stamp: &Stamp) -> NaiveDate {
    let first = stamp.day().with_day(1).unwrap_or(stamp.day());
    first.checked_add_months(Months::new(MONTHLY)).unwrap_or(NaiveDate::MAX)
}

/// The day ages are counted from: that of the latest backup of another day than the newest one's, and never
/// after the clock's.
fn settled_day(ordered: &[&Stamp], now: DateTime<FixedOffset>) -> NaiveDate {
    let today = now.date_naive();
    let Some(newest) = ordered.last() else { return today };
    let before = ordered.iter().rev().find(|s| s.day() != newest.day());
    before.map_or(newest.day(), |s| s.day()).min(today)
}
