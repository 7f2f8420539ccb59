use chrono::NaiveTime;

use super::*;

fn at(time: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(&format!("2024-11-10T{time}+07:00")).expect("a time of the test")
}

fn stroke(sheet: i64, round: Round, no: u16, what: Struck) -> Stroke {
    Stroke { sheet: SheetId(sheet), round, no: BoxNo::number(no), what }
}

fn keyed(value: u32, keys: u32) -> Struck {
    Struck::Keyed { value: Some(value), keys: Some(keys) }
}

fn deed(time: &str, by: i64, strokes: Vec<Stroke>) -> Deed {
    let first = strokes.iter().all(|s| s.round == Round::First);
    Deed { at: at(time), by: PersonId(by), first, strokes, finished: 0 }
}

/// One box after another by one person, `step` seconds apart.
fn sheet(number: i64, by: i64, begin: &str, step: i64) -> Vec<Deed> {
    (1u16..=9)
        .map(|no| {
            let one = deed(begin, by, vec![stroke(number, Round::First, no, keyed(u32::from(no), 3))]);
            let finished = u32::from(no == 9);
            Deed { at: one.at + TimeDelta::seconds(step * i64::from(no)), finished, ..one }
        })
        .collect()
}

#[test]
fn keys_and_minutes_of_a_keyer() {
    let deeds = [sheet(1, 7, "08:00:00", 10), sheet(2, 7, "08:01:30", 10)].concat();
    let measure = keyers(deeds).remove(0);
    assert_eq!((measure.sheets, measure.boxes, measure.keys), (2, 18, 54));
    assert_eq!(measure.keys_per_sheet, Some(27.0));
    // 17 gaps of ten seconds.
    assert!((measure.minutes_per_sheet.expect("minutes") - 170.0 / 60.0 / 2.0).abs() < 1e-9);
    assert_eq!(measure.errors, None);
}

#[test]
fn a_pause_and_a_clock_set_back_are_no_work() {
    let deeds = [sheet(1, 7, "08:00:00", 10), sheet(2, 7, "08:30:00", 10), sheet(3, 7, "07:00:00", 10)].concat();
    let minutes = keyers(deeds).remove(0).minutes_per_sheet.expect("minutes");
    assert!((minutes - 240.0 / 60.0 / 3.0).abs() < 1e-9, "8 gaps of ten seconds a sheet: {minutes}");
}

#[test]
fn a_correction_costs_keys_and_is_the_same_box() {
    let mut deeds = sheet(1, 7, "08:00:00", 10);
    let again = Struck::Keyed { value: Some(41), keys: None };
    deeds.push(deed("08:02:00", 7, vec![stroke(1, Round::First, 7, again)]));
    let measure = keyers(deeds).remove(0);
    assert_eq!((measure.boxes, measure.keys), (9, 30), "as many keys as the last time");
}

#[test]
fn errors_are_those_of_who_keyed_first() {
    let mut deeds = sheet(1, 7, "08:00:00", 10);
    let second = |no: u16, value: u32| stroke(1, Round::Second, no, keyed(value, 3));
    deeds.push(deed("09:00:00", 8, (1..=6).map(|no| second(no, u32::from(no))).collect()));
    // Box 7: the second keyer slips, then agrees. Box 8: the third person agrees with the first. Box 9: wrong.
    deeds.push(deed("09:01:00", 8, vec![second(7, 70), second(8, 80), second(9, 90)]));
    let again = |no: u16, value: u32| stroke(1, Round::Again, no, keyed(value, 3));
    deeds.push(deed("09:02:00", 8, vec![again(7, 7), again(8, 80), again(9, 90)]));
    deeds.push(deed("09:03:00", 9, vec![stroke(1, Round::Third, 8, keyed(8, 2))]));
    let mended = vec![
        stroke(1, Round::Third, 9, keyed(90, 2)),
        stroke(1, Round::Replaced, 9, Struck::Kept { by: Some(PersonId(7)) }),
        stroke(1, Round::First, 9, keyed(90, 0)),
    ];
    deeds.push(deed("09:04:00", 9, mended));
    let measures = keyers(deeds);
    assert_eq!(measures.len(), 1, "who only compared has keyed nothing first");
    let measure = &measures[0];
    assert_eq!((measure.checked, measure.wrong, measure.boxes), (9, 1, 9));
    assert!((measure.errors.expect("a rate").per_mille - 1000.0 / 9.0).abs() < 1e-9);
}

#[test]
fn a_control_total_is_no_figure() {
    let control = |round, value| Stroke { sheet: SheetId(1), round, no: BoxNo::CONTROL, what: keyed(value, 4) };
    let deeds = vec![
        deed("08:00:00", 7, vec![control(Round::First, 313)]),
        deed("08:10:00", 8, vec![control(Round::Second, 313)]),
    ];
    let measure = keyers(deeds).remove(0);
    assert_eq!((measure.keys, measure.boxes, measure.checked), (4, 0, 0));
}

/// Values of the Wilson interval as published for 10 of 100 (Newcombe 1998, method 3): 0.0552 to 0.1744.
#[test]
fn the_interval_is_wilsons() {
    let apart: Vec<(u32, u32)> = (0..100).map(|n| (1, u32::from(n < 10))).collect();
    let rate = ErrorRate::of(&apart).expect("a rate");
    assert!((rate.low - 55.2).abs() < 0.1 && (rate.high - 174.4).abs() < 0.1, "{rate:?}");
}

#[test]
fn errors_that_come_together_say_less() {
    let apart: Vec<(u32, u32)> = (0..100).map(|n| (9, u32::from(n < 8))).collect();
    let mut together: Vec<(u32, u32)> = vec![(9, 0); 100];
    together[0].1 = 8;
    let (apart, together) = (ErrorRate::of(&apart).expect("a rate"), ErrorRate::of(&together).expect("a rate"));
    assert!((apart.per_mille - together.per_mille).abs() < 1e-9);
    assert!(together.high > apart.high && together.low < apart.low);
}

#[test]
fn nothing_wrong_among_many_is_still_uncertain() {
    let rate = ErrorRate::of(&[(9, 0); 30]).expect("a rate");
    assert!(rate.per_mille == 0.0 && rate.low == 0.0 && rate.high > 10.0 && rate.high < 20.0, "{rate:?}");
    assert_eq!(ErrorRate::of(&[]), None);
}

#[test]
fn the_morning_is_done_at_the_keyers_pace() {
    // Three sheets, eight gaps of ten seconds each and ten seconds between: 260 seconds for three.
    let deeds: Vec<Deed> =
        [("08:00:00", 1), ("08:01:30", 2), ("08:03:00", 3)].iter().flat_map(|(t, n)| sheet(*n, 7, t, 10)).collect();
    let told = forecast(at("08:05:00"), &deeds, 30);
    assert_eq!((told.finished, told.waiting), (3, 30));
    // 30 × 86.7 seconds = 43 minutes 20: 08:48:20.
    assert_eq!(told.done_at, NaiveTime::from_hms_opt(8, 50, 0));
    let two: Vec<Deed> =
        deeds.iter().cloned().chain(deeds.iter().map(|d| Deed { by: PersonId(8), ..d.clone() })).collect();
    assert_eq!(forecast(at("08:05:00"), &two, 30).done_at, NaiveTime::from_hms_opt(8, 30, 0), "side by side");
}

#[test]
fn with_too_little_to_go_by_there_is_no_forecast() {
    let two: Vec<Deed> = [sheet(1, 7, "08:00:00", 10), sheet(2, 7, "08:01:30", 10)].concat();
    let none = |now: &str, deeds: &[Deed], waiting| forecast(at(now), deeds, waiting).done_at.is_none();
    assert!(none("08:05:00", &two, 30), "two sheets");
    let three: Vec<Deed> = [two, sheet(3, 7, "08:03:00", 10)].concat();
    assert!(!none("08:05:00", &three, 30));
    assert!(none("09:05:00", &three, 30), "nobody is at it");
    assert!(none("08:05:00", &three, 0), "nothing is left");
    assert!(none("08:05:00", &three, 900), "not today");
    assert!(none("08:05:00", &[], 30));
}
