//! When a backup is due. Time here is monotonic, counted from any moment: a clock set back or forward neither
//! brings a backup about nor puts it off.

use std::time::Duration;

use chrono::{DateTime, FixedOffset, TimeDelta};

/// After the last change (`reliability.md` R2).
pub const AFTER_LAST: Duration = Duration::from_secs(60);
/// After the first change that no backup holds, however busily the keying goes on.
pub const AT_LATEST: Duration = Duration::from_secs(600);
/// Days without a copy at the second place, after which it is asked for.
pub const REMIND_AFTER_DAYS: i64 = 3;
/// After a failure, so that a drive that is out for a moment costs a minute and a full one is no storm.
const AGAIN_AFTER: [Duration; 3] = [Duration::from_secs(60), Duration::from_secs(300), Duration::from_secs(600)];

/// What there is to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// Everything is backed up.
    Nothing,
    /// So long from now.
    In(Duration),
    Now,
}

/// Changes that no backup holds yet, and failures in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Schedule {
    waiting: Option<Waiting>,
    failures: usize,
    not_before: Option<Duration>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Waiting {
    first: Duration,
    last: Duration,
}

impl Schedule {
    /// Something was written at `now`.
    pub fn changed(&mut self, now: Duration) {
        let first = self.waiting.map_or(now, |w| w.first);
        self.waiting = Some(Waiting { first, last: now });
    }

    /// Whether something waits to be backed up.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        self.waiting.is_some()
    }

    /// A backup begins and takes up what was written until now. What is written from here on waits for the next.
    pub fn begun(&mut self) {
        self.waiting = None;
    }

    /// It counts.
    pub fn succeeded(&mut self) {
        self.failures = 0;
        self.not_before = None;
    }

    /// It came to nothing: what it was to hold waits again.
    pub fn failed(&mut self, now: Duration) {
        let pause = AGAIN_AFTER[self.failures.min(AGAIN_AFTER.len() - 1)];
        self.failures += 1;
        self.not_before = Some(now + pause);
        let last = self.waiting.map_or(now, |w| w.last);
        self.waiting = Some(Waiting { first: now, last });
    }

    #[must_use]
    pub fn next(&self, now: Duration) -> Next {
        let Some(waiting) = self.waiting else { return Next::Nothing };
        let due = match self.not_before {
            Some(again) => again,
            None => (waiting.last + AFTER_LAST).min(waiting.first + AT_LATEST),
        };
        match due.checked_sub(now) {
            Some(left) if !left.is_zero() => Next::In(left),
            _ => Next::Now,
        }
    }
}

/// Whether the second place is to be asked after: the last copy there, or without one the first backup here, is
/// three days away from now. In either direction: a clock set back does not silence it.
#[must_use]
pub fn second_place_due(since: DateTime<FixedOffset>, now: DateTime<FixedOffset>) -> bool {
    (now - since).abs() >= TimeDelta::days(REMIND_AFTER_DAYS)
}
