use std::collections::BTreeSet;
use std::time::Duration;

use chrono::{DateTime, Datelike, Days, FixedOffset, Months, TimeDelta};
use proptest::prelude::*;

use super::*;

fn at(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(&format!("{text}:00+07:00")).expect("a time of the test")
}

fn stamp(number: i64, text: &str) -> Stamp {
    Stamp { number, at: at(text), kind: Kind::Automatic }
}

/// Three each day, for so many days up to and including the last.
fn days(last: &str, many: u64) -> Vec<Stamp> {
    let last = at(last);
    (0..many)
        .rev()
        .flat_map(|back| [8, 6, 0].map(|hours| last - Days::new(back) - TimeDelta::hours(hours)))
        .zip(1..)
        .map(|(at, number)| Stamp { number, at, kind: Kind::Automatic })
        .collect()
}

#[test]
fn the_last_ten_thirty_days_and_twelve_months_are_kept() {
    let stamps = days("2024-11-30T20:00", 500);
    let kept = kept(&stamps, at("2024-11-30T20:01"));
    let left: Vec<&Stamp> = stamps.iter().filter(|s| kept.contains(&s.number)).collect();
    // Counted from the 29th, the last day that another followed: 30/11, the 29th and 29 before it.
    let of_days: BTreeSet<_> = left.iter().filter(|s| s.at >= at("2024-10-31T00:00")).map(|s| s.day()).collect();
    assert_eq!(of_days.len(), 31);
    let months: BTreeSet<_> = left.iter().map(|s| (s.day().year(), s.day().month())).collect();
    assert_eq!(months.len(), 12, "{months:?}");
    // The last of each month, of the month of the oldest as well.
    assert!(left.iter().any(|s| s.at == at("2023-12-31T20:00")));
    assert!(left.iter().all(|s| s.at >= at("2023-12-31T20:00")));
    // Ten of the last four days, of the others one a day; then eleven months, one of which the days hold already.
    assert_eq!(left.len(), 10 + 27 + 10, "{left:#?}");
}

#[test]
fn an_order_by_the_clock_would_be_another() {
    // The clock was set back a year before the last one was made.
    let mut stamps = days("2024-11-30T20:00", 60);
    let latest = stamps.len() as i64 + 1;
    stamps.push(stamp(latest, "2023-11-30T20:00"));
    let kept = kept(&stamps, at("2023-11-30T20:01"));
    assert!(kept.contains(&latest));
    assert!((latest - 9..=latest).all(|n| kept.contains(&n)), "the last ten by number");
    assert_eq!(kept.iter().filter(|n| **n <= latest - 10).count(), 57, "what seems to lie ahead is not old");
}

#[test]
fn a_clock_years_ahead_for_a_day_ages_nothing_out() {
    let before = days("2024-11-30T20:00", 60);
    let held = kept(&before, at("2024-11-30T21:00"));
    let thinned: Vec<Stamp> = before.into_iter().filter(|s| held.contains(&s.number)).collect();
    let mut stamps = thinned.clone();
    stamps.push(stamp(1000, "2099-01-01T08:00"));
    let kept = kept(&stamps, at("2099-01-01T08:01"));
    assert!(thinned.iter().all(|s| kept.contains(&s.number)));
}

#[test]
fn what_was_before_a_restore_or_an_upgrade_is_held_for_thirty_days() {
    for kind in [Kind::BeforeRestore, Kind::BeforeUpgrade] {
        let mut stamps = vec![Stamp { kind, ..stamp(1, "2024-11-01T08:00") }];
        // Later ones of its day and of every day since.
        let since = days("2024-12-05T20:00", 35).into_iter().map(|s| Stamp { number: s.number + 1, ..s });
        stamps.extend(since);
        let on = |day: &str| {
            let until: Vec<Stamp> = stamps.iter().filter(|s| s.at < at(day)).copied().collect();
            kept(&until, at(day)).contains(&1)
        };
        assert!(on("2024-12-01T23:00"), "{kind:?}: thirty days later it can still be gone back to");
        assert!(!on("2024-12-04T23:00"), "{kind:?}");
    }
}

#[test]
fn leap_days_and_year_ends_are_days_like_others() {
    let expiry = |text| expires(&stamp(1, text), 10);
    assert_eq!(expiry("2024-02-29T08:00").on.to_string(), "2025-02-01");
    assert_eq!(expiry("2024-12-31T23:59").on.to_string(), "2025-12-01");
    assert_eq!(expiry("2024-01-01T00:00").on.to_string(), "2025-01-01");
    assert_eq!(expires(&stamp(1, "2024-02-29T08:00"), 3).after, 7);
}

fn stamps() -> impl Strategy<Value = Vec<Stamp>> {
    let one = (0i64..900 * 24 * 60, prop::sample::select(Kind::ALL.to_vec()));
    prop::collection::vec(one, 1..120).prop_map(|raw| {
        raw.into_iter()
            .zip(1..)
            .map(|((minutes, kind), number)| Stamp {
                number,
                at: at("2024-01-01T00:00") + TimeDelta::minutes(minutes),
                kind,
            })
            .collect()
    })
}

/// As [`stamps`], by a clock that goes forward.
fn in_order() -> impl Strategy<Value = Vec<Stamp>> {
    stamps().prop_map(|mut stamps| {
        let mut times: Vec<_> = stamps.iter().map(|s| s.at).collect();
        times.sort();
        for (stamp, at) in stamps.iter_mut().zip(times) {
            stamp.at = at;
        }
        stamps
    })
}

proptest! {
    #[test]
    fn whatever_the_clock_says_the_last_ten_are_kept(stamps in stamps(), minutes in -900i64 * 24 * 60..1800 * 24 * 60) {
        let kept = kept(&stamps, at("2025-01-01T00:00") + TimeDelta::minutes(minutes));
        for stamp in stamps.iter().rev().take(LAST) {
            prop_assert!(kept.contains(&stamp.number));
        }
        prop_assert!(kept.iter().all(|n| stamps.iter().any(|s| s.number == *n)));
    }

    #[test]
    fn thinning_twice_thins_no_further(stamps in stamps(), minutes in 0i64..1800 * 24 * 60) {
        let now = at("2024-01-01T00:00") + TimeDelta::minutes(minutes);
        let once = kept(&stamps, now);
        let left: Vec<Stamp> = stamps.iter().filter(|s| once.contains(&s.number)).copied().collect();
        prop_assert_eq!(kept(&left, now), once);
    }

    #[test]
    fn the_order_of_the_list_is_of_no_account(stamps in stamps(), minutes in 0i64..1800 * 24 * 60) {
        let now = at("2024-01-01T00:00") + TimeDelta::minutes(minutes);
        let reversed: Vec<Stamp> = stamps.iter().rev().copied().collect();
        prop_assert_eq!(kept(&reversed, now), kept(&stamps, now));
    }

    #[test]
    fn every_day_and_every_month_within_reach_has_one(stamps in in_order()) {
        let newest = stamps.last().expect("at least one").at;
        let kept = kept(&stamps, newest);
        let left: Vec<&Stamp> = stamps.iter().filter(|s| kept.contains(&s.number)).collect();
        for stamp in &stamps {
            if stamp.day() > newest.date_naive() - Days::new(DAILY) {
                prop_assert!(left.iter().any(|l| l.day() == stamp.day()), "{stamp:?}");
            }
            if stamp.day() >= newest.date_naive().with_day(1).expect("a first") - Months::new(MONTHLY - 1) {
                let month = |s: &Stamp| (s.day().year(), s.day().month());
                prop_assert!(left.iter().any(|l| month(l) == month(stamp)), "{stamp:?}");
            }
        }
    }

    #[test]
    fn what_has_expired_is_gone_once_another_day_has_passed(stamps in in_order()) {
        let newest = stamps.last().expect("at least one");
        let kept = kept(&stamps, newest.at);
        let settled = stamps.iter().rev().find(|s| s.day() != newest.day()).map_or(newest.day(), |s| s.day());
        for (i, stamp) in stamps.iter().enumerate() {
            let expiry = expires(stamp, stamps.len() - 1 - i);
            if expiry.after == 0 && expiry.on <= settled {
                prop_assert!(!kept.contains(&stamp.number), "{stamp:?} {expiry:?}");
            }
        }
    }

    #[test]
    fn a_backup_comes_sixty_seconds_after_the_last_change_and_ten_minutes_after_the_first(
        gaps in prop::collection::vec(1u64..200, 1..60)
    ) {
        let mut schedule = Schedule::default();
        let (mut now, mut first) = (Duration::from_secs(1000), None);
        for gap in gaps {
            match schedule.next(now) {
                Next::Nothing => {}
                Next::Now => prop_assert!(false, "it is taken up when it is due"),
                Next::In(left) if left <= Duration::from_secs(gap) => {
                    let begun = now + left;
                    prop_assert!(begun - first.expect("there was a change") <= AT_LATEST);
                    schedule.begun();
                    schedule.succeeded();
                    prop_assert_eq!(schedule.next(begun), Next::Nothing);
                    first = None;
                }
                Next::In(left) => prop_assert!(left <= AFTER_LAST),
            }
            now += Duration::from_secs(gap);
            schedule.changed(now);
            first = first.or(Some(now));
        }
        prop_assert!(schedule.is_waiting());
        prop_assert_eq!(schedule.next(now + AFTER_LAST), Next::Now);
    }
}

#[test]
fn a_failure_is_tried_again_ever_more_rarely_and_loses_nothing() {
    let mut schedule = Schedule::default();
    let mut now = Duration::from_secs(5);
    schedule.changed(now);
    for minutes in [1, 5, 10, 10] {
        now += AFTER_LAST;
        schedule.begun();
        schedule.failed(now);
        assert!(schedule.is_waiting());
        assert_eq!(schedule.next(now), Next::In(Duration::from_secs(minutes * 60)));
        // Keying on does not put it off.
        schedule.changed(now + Duration::from_secs(59));
        assert_eq!(schedule.next(now + Duration::from_secs(minutes * 60)), Next::Now);
    }
    schedule.begun();
    schedule.succeeded();
    assert_eq!(schedule.next(now), Next::Nothing);
}

#[test]
fn what_is_written_during_a_backup_waits_for_the_next() {
    let mut schedule = Schedule::default();
    schedule.changed(Duration::ZERO);
    schedule.begun();
    schedule.changed(Duration::from_secs(61));
    schedule.succeeded();
    assert_eq!(schedule.next(Duration::from_secs(61)), Next::In(AFTER_LAST));
}

#[test]
fn the_second_place_is_asked_after_from_the_third_day() {
    let last = at("2024-11-10T20:00");
    assert!(!second_place_due(last, at("2024-11-13T19:59")));
    assert!(second_place_due(last, at("2024-11-13T20:00")));
    assert!(!second_place_due(last, at("2024-11-09T20:00")));
    assert!(second_place_due(last, at("2009-01-01T00:00")), "a clock whose battery is empty");
}
