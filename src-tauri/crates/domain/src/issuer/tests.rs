use proptest::prelude::*;

use super::*;

fn day(n: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 1, 1).and_then(|d| d.checked_add_days(chrono::Days::new(n))).expect("a day")
}

#[test]
fn both_ends_are_included_and_open_ends_cover() {
    let until = Validity { from: None, to: Some(day(30)) };
    assert!(until.covers(day(30)));
    assert!(!until.covers(day(31)));
    let since = |d| Validity { from: Some(day(d)), to: None };
    assert!(until.overlaps(since(30)) && since(30).overlaps(until));
    assert!(!until.overlaps(since(31)) && !since(31).overlaps(until));
}

#[test]
fn a_new_name_ends_the_one_before_it_the_day_before() {
    let mut periods = vec![Validity::default()];
    assert_eq!(begin_period(&mut periods, day(10)), Ok(()));
    assert_eq!(periods, [Validity { from: None, to: Some(day(9)) }, Validity { from: Some(day(10)), to: None }]);
    assert_eq!(begin_period(&mut periods, day(10)), Err(PeriodFault::NotAfter(day(10))));
    assert_eq!(remove_newest(&mut periods), Ok(()));
    assert_eq!(periods, [Validity::default()]);
    assert_eq!(remove_newest(&mut periods), Err(PeriodFault::OnlyOne));
}

#[test]
fn an_end_that_was_known_is_led_up_to_the_new_name() {
    for from in [day(5), day(11), day(40)] {
        let mut periods = vec![Validity { from: None, to: Some(day(10)) }];
        assert_eq!(begin_period(&mut periods, from), Ok(()));
        assert_eq!(periods[0].to, from.pred_opt());
    }
}

#[test]
fn a_start_moves_between_its_neighbours_only() {
    let mut periods = vec![Validity::default()];
    for from in [10, 20, 30] {
        begin_period(&mut periods, day(from)).expect("it is later");
    }
    assert_eq!(move_start(&mut periods, 0, day(3)), Err(PeriodFault::First));
    assert_eq!(move_start(&mut periods, 2, day(10)), Err(PeriodFault::NotAfter(day(10))));
    assert_eq!(move_start(&mut periods, 2, day(30)), Err(PeriodFault::PastItsEnd(day(29))));
    assert_eq!(move_start(&mut periods, 2, day(25)), Ok(()));
    assert_eq!((periods[1].to, periods[2].from), (Some(day(24)), Some(day(25))));
    assert_eq!(move_start(&mut periods, 9, day(50)), Err(PeriodFault::First), "there is no such period");
}

#[derive(Debug, Clone)]
enum Step {
    Begin(u64),
    Move(usize, u64),
    Remove,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        (0u64..400).prop_map(Step::Begin),
        (0usize..8, 0u64..400).prop_map(|(at, on)| Step::Move(at, on)),
        Just(Step::Remove),
    ]
}

proptest! {
    /// Whatever is done and whatever is refused: each day has one name, and only one.
    #[test]
    fn every_day_has_exactly_one_period(steps in proptest::collection::vec(step(), 0..24)) {
        let mut periods = vec![Validity::default()];
        for step in steps {
            let before = periods.clone();
            let done = match step {
                Step::Begin(on) => begin_period(&mut periods, day(on)),
                Step::Move(at, on) => move_start(&mut periods, at, day(on)),
                Step::Remove => remove_newest(&mut periods),
            };
            if done.is_err() {
                prop_assert_eq!(&periods, &before, "a refusal changes nothing");
            }
            for on in 0..400 {
                prop_assert_eq!(periods.iter().filter(|p| p.covers(day(on))).count(), 1, "day {}", on);
            }
        }
    }
}
