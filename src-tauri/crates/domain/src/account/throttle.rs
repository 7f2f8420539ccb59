//! How long a door stays shut after wrong PINs. Time is measured by what only goes forward: setting the clock back
//! opens nothing and shuts nothing for ever.

use std::time::Duration;

use chrono::{DateTime, FixedOffset};

/// Slips of the finger that cost nothing.
pub const FREE: u32 = 5;
const FIRST: Duration = Duration::from_secs(30);
const LONGEST: Duration = Duration::from_secs(15 * 60);

/// What is asked to wait after so many wrong ones in a row: nothing up to the fourth, half a minute after the
/// fifth, then twice as long each time, a quarter of an hour at most.
#[must_use]
pub fn wait_after(times: u32) -> Duration {
    match times.checked_sub(FREE) {
        None => Duration::ZERO,
        // Above this it is the longest anyway.
        Some(doubled) => FIRST.saturating_mul(1 << doubled.min(10)).min(LONGEST),
    }
}

/// What of the wait is left once so much of it has gone by.
#[must_use]
pub fn left(times: u32, gone: Duration) -> Duration {
    wait_after(times).saturating_sub(gone)
}

/// What of the wait had gone by when the program was started again: as the clock says, and nothing if the clock
/// now stands before the last wrong one. From then on only time that goes forward counts, so that the wait begins
/// anew at most once for each start.
#[must_use]
pub fn gone_at_start(last: DateTime<FixedOffset>, now: DateTime<FixedOffset>) -> Duration {
    (now - last).to_std().unwrap_or_default()
}

/// `30 giây`, `2 phút`, `2 phút 5 giây`; never less than a second.
#[must_use]
pub fn in_words(left: Duration) -> String {
    let seconds = left.as_millis().div_ceil(1000).max(1);
    match (seconds / 60, seconds % 60) {
        (0, s) => format!("{s} giây"),
        (m, 0) => format!("{m} phút"),
        (m, s) => format!("{m} phút {s} giây"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339(text).expect("a time of the test")
    }

    #[test]
    fn the_wait_doubles_and_ends_at_a_quarter_of_an_hour() {
        let seconds: Vec<u64> = (0..14).map(|times| wait_after(times).as_secs()).collect();
        assert_eq!(seconds, [0, 0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900, 900]);
        assert_eq!(wait_after(u32::MAX), LONGEST);
    }

    #[test]
    fn it_never_grows_while_time_goes_by_and_always_ends() {
        for times in 0..40 {
            let whole = wait_after(times);
            for gone in (0..1000).map(Duration::from_secs) {
                assert!(left(times, gone) <= whole);
                assert!(left(times, gone + Duration::from_secs(1)) <= left(times, gone));
            }
            assert_eq!(left(times, LONGEST), Duration::ZERO);
        }
    }

    #[test]
    fn a_clock_set_back_begins_the_wait_anew_and_no_more() {
        let last = at("2024-11-10T08:00:00+07:00");
        assert_eq!(gone_at_start(last, at("2024-11-10T08:00:20+07:00")), Duration::from_secs(20));
        for back in ["2024-11-10T07:59:59+07:00", "2023-01-01T00:00:00+07:00"] {
            let gone = gone_at_start(last, at(back));
            assert_eq!(left(7, gone), wait_after(7), "not a moment longer than the wait itself");
        }
        // Another zone is no other time.
        assert_eq!(gone_at_start(last, at("2024-11-10T01:00:30+00:00")), Duration::from_secs(30));
    }

    #[test]
    fn how_long_is_said_in_words() {
        let say = |ms: u64| in_words(Duration::from_millis(ms));
        assert_eq!([say(0), say(29_400), say(60_000), say(125_000)], ["1 giây", "30 giây", "1 phút", "2 phút 5 giây"]);
    }
}
