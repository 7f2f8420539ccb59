use product_tests::{Office, RunExt};
use serde_json::{Value, json};

use crate::SOUND;

#[test]
fn a_keyed_sheet_is_back_and_its_numbers_are_there() {
    let office = Office::with_sheets();
    let code = &office.codes()[0];
    let words = office.run("key").arg(code).args(SOUND).done();
    assert!(words.contains(code.as_str()), "{words}");
    let sheet = office.sheet(code);
    assert_eq!(sheet["state"], "keyed");
    assert_eq!(sheet["boxes"], json!({"1": 32, "2": 27, "3": 5, "4": 61, "5": 54, "6": 9, "7": 41, "8": 44, "9": 40}));
}

#[test]
fn the_code_may_be_typed_with_or_without_its_hyphen() {
    let office = Office::with_sheets();
    let code = &office.codes()[0];
    office.run("key").arg(code.replace('-', "")).arg("1=7").done();
    assert_eq!(office.sheet(code)["boxes"]["1"], 7);
}

#[test]
fn blank_is_not_zero_and_an_unfinished_sheet_names_its_boxes() {
    let office = Office::with_sheets();
    let code = &office.codes()[0];
    let words = office.run("key").arg(code).args(["1=12", "2=0", "3=12"]).done();
    assert!(words.contains("4, 5, 6, 7, 8, 9"), "{words}");
    let sheet = office.sheet(code);
    assert_eq!((&sheet["boxes"]["2"], &sheet["boxes"]["5"]), (&json!(0), &Value::Null));
    assert_eq!(sheet["state"], "returned");
    office.run("key").arg(code).arg("2=").done();
    assert_eq!(office.sheet(code)["boxes"]["2"], Value::Null);
}

#[test]
fn a_slip_is_shown_with_its_arithmetic_and_the_value_stays() {
    let office = Office::with_sheets();
    let code = &office.codes()[0];
    let mut slip = SOUND;
    slip[2] = "3=6";
    let words = office.run("key").arg(code).args(slip).done();
    assert!(words.contains("27 + 6 = 33"), "{words}");
    assert_eq!(office.sheet(code)["boxes"]["3"], 6);
    assert_eq!(office.sheet(code)["state"], "returned", "impossible numbers are not accepted");
}

#[test]
fn a_second_time_the_same_writes_nothing() {
    let office = Office::with_sheets();
    let code = &office.codes()[0];
    office.run("key").arg(code).args(SOUND).done();
    let checked = office.run("check").done();
    office.run("key").arg(code).args(SOUND).done();
    assert_eq!(office.run("check").done(), checked);
}

#[test]
fn what_cannot_be_keyed_is_refused_with_its_place_and_nothing_is_stored() {
    let office = Office::with_sheets();
    let codes = office.codes();
    let code = &codes[0];
    let before = office.status();
    for (boxes, place) in [
        (&["1=5", "12=3"][..], "12"),
        (&["1=5", "2=năm"], "2"),
        (&["1=5", "2=-1"], "2"),
        (&["1=5", "2=1,5"], "2"),
        (&["1=5", "2=999999999999"], "2"),
        (&["1=5", "1=6"], "1"),
    ] {
        let words = office.run("key").arg(code).args(boxes).refused();
        assert!(words.contains(place), "{boxes:?}: {words}");
    }
    office.run("key").arg(code).arg("5").misused();
    office.run("key").arg(code).misused();
    assert_eq!(office.status(), before);
}

#[test]
fn a_wrong_code_is_refused_and_a_likely_one_is_offered() {
    let office = Office::with_sheets();
    let code = &office.codes()[0];
    for typed in ["", "12", "12345678901", "abc-defg"] {
        office.run("key").args([typed, "1=1"]).refused();
    }
    // One digit off: the check digit notices, and the sheet that differs by one slip is offered.
    let last = code.as_bytes()[7];
    let wrong = format!("{}{}", &code[..7], char::from(b'0' + (last - b'0' + 1) % 10));
    let words = office.run("key").args([&wrong, "1=1"]).refused();
    assert!(words.contains(code.as_str()), "{words}");
    // A right code of a sheet that this office has not made.
    let elsewhere =
        Office::of_sample("minh-hoa").codes().into_iter().find(|c| !office.codes().contains(c)).expect("more sheets");
    office.run("key").args([elsewhere.as_str(), "1=1"]).refused();
}
