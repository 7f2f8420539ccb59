use serde_json::json;

use super::{ADMINISTRATOR, AtDesk, CLERK, Doors};
use crate::ErrorCode;
use crate::account::SetIdle;
use crate::tests::kit::code_of;

fn at_work() -> AtDesk {
    let at = Doors::new().at_desk();
    at.sign_in(at.clerk, CLERK).expect("signed in");
    at
}

#[test]
fn after_ten_minutes_alone_the_screen_waits_for_the_pin() {
    let at = at_work();
    at.time.goes_by(599);
    assert_eq!(at.looks(), None);
    at.time.goes_by(1);
    assert_eq!(at.looks(), Some(ErrorCode::Locked), "looking is no stirring");
    let state = at.asks(json!({ "do": "state" })).expect("a state");
    assert_eq!((&state["locked"], &state["who"]["name"]), (&json!(true), &json!("Lê Thị Bích")));
    // Nothing but the PIN opens it.
    at.asks(json!({ "do": "stir" })).expect("heard");
    assert_eq!(at.looks(), Some(ErrorCode::Locked));
    assert_eq!(at.sign_in(at.clerk, "9999").expect_err("a refusal").code, ErrorCode::WrongPin);
    assert_eq!(at.looks(), Some(ErrorCode::Locked));
    at.sign_in(at.clerk, CLERK).expect("unlocked");
    assert_eq!(at.looks(), None);
}

#[test]
fn keys_and_deeds_keep_it_open_and_somebody_else_signs_in_instead() {
    let at = at_work();
    for _ in 0..5 {
        at.time.goes_by(500);
        at.asks(json!({ "do": "stir" })).expect("heard");
    }
    at.time.goes_by(500);
    at.desk.call("number_sheets", json!({ "evening": "2024-11-09", "count": 1, "spare": 0 })).expect("a deed");
    at.time.goes_by(500);
    assert_eq!(at.looks(), None);
    at.asks(json!({ "do": "lock" })).expect("locked by hand");
    assert_eq!(at.looks(), Some(ErrorCode::Locked));
    assert!(at.sign_in(at.administrator, "9999").is_err());
    let state = at.asks(json!({ "do": "state" })).expect("a state");
    assert_eq!(state["who"]["name"], "Lê Thị Bích", "a wrong PIN of another changes nothing");
    let state = at.sign_in(at.administrator, ADMINISTRATOR).expect("signed in");
    assert_eq!((&state["locked"], &state["who"]["role"]), (&json!(false), &json!("administrator")));
}

#[test]
fn a_locked_screen_is_not_laid_aside() {
    let at = at_work();
    at.asks(json!({ "do": "lock" })).expect("locked");
    let sample = json!({ "from": "sample", "name": "ha-cau-2024" });
    for request in [
        json!({ "do": "close" }),
        json!({ "do": "open", "path": "/x.db" }),
        json!({ "do": "create", "path": null, "beginning": sample }),
        json!({ "do": "change_pin", "old": CLERK, "new": "3691" }),
    ] {
        assert_eq!(at.code(request.clone()), ErrorCode::Locked, "{request}");
    }
    assert_eq!(at.desk.bytes("plan_pdf", json!({})).map_err(|e| e.code), Err(ErrorCode::Locked));
    let drawn = serde_json::from_value(json!({ "name": "x", "bytes": b"<svg />" })).expect("a picture");
    assert_eq!(at.desk.save_picture(drawn).map_err(|e| e.code), Err(ErrorCode::Locked));
}

#[test]
fn a_computer_that_slept_wakes_locked_and_a_clock_set_back_keeps_nothing_open() {
    let at = at_work();
    at.time.set_clock(3600);
    assert_eq!(at.looks(), Some(ErrorCode::Locked), "the clock went on while nothing ticked");
    let at = at_work();
    at.time.set_clock(-86_400);
    at.time.goes_by(600);
    assert_eq!(at.looks(), Some(ErrorCode::Locked));
}

#[test]
fn without_a_pin_there_is_nothing_to_wait_for() {
    let at = at_work();
    at.asks(json!({ "do": "change_pin", "old": CLERK, "new": null })).expect("without");
    at.asks(json!({ "do": "lock" })).expect("heard");
    at.time.goes_by(86_400);
    assert_eq!(at.looks(), None);
    assert_eq!(at.asks(json!({ "do": "state" })).expect("a state")["idle_seconds"], json!(null));
}

#[test]
fn the_office_says_how_long_and_the_journal_who_said_it() {
    let mut doors = Doors::new();
    let administrator = doors.administrator;
    doors.right(administrator).expect("signed in");
    for minutes in [0, 241] {
        assert_eq!(code_of(doors.office.write(SetIdle { minutes })), ErrorCode::CountOutOfRange);
    }
    let entries = doors.office.view().journal_head().expect("a head").0;
    doors.office.write(SetIdle { minutes: 2 }).expect("said");
    assert_eq!(doors.office.view().journal_head().expect("a head").0, entries + 1);
    doors.time.goes_by(119);
    assert!(!doors.office.is_locked());
    doors.time.goes_by(1);
    assert!(doors.office.is_locked(), "at once");
    let mut doors = doors.reopened();
    doors.right(administrator).expect("signed in");
    doors.time.goes_by(120);
    assert!(doors.office.is_locked(), "and after the next start");
}

#[test]
fn a_paper_begun_before_the_lock_is_kept_in_the_name_of_who_began_it() {
    let doors = Doors::new();
    let mut office = doors.office;
    let clerk = office.sign_in(doors.clerk, CLERK).expect("signed in");
    office.sign_in(doors.administrator, ADMINISTRATOR).expect("somebody else");
    office.lock();
    let done = office
        .write_for(&clerk, crate::sheet::NumberSheets { evening: None, count: 1, spare: 0, summary: false, loose: 0 });
    assert!(done.is_ok(), "what was permitted is finished");
    let entry = office.view().journal_head().expect("a head").0;
    assert_eq!(office.view().find_entry(entry).expect("it reads").expect("an entry").who, Some(clerk.id.0));
    assert_eq!(office.who().map(|w| w.id), Some(doors.administrator), "and nobody changes places");
}
