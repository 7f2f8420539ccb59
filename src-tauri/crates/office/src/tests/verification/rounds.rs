use domain::sheet::SheetState;
use domain::verification::Ask;

use super::kit::{A, B, C, LEADER, SOUND, Staff, ask};
use crate::ErrorCode;
use crate::check::CheckFile;
use crate::overview::GetOverview;
use crate::sheet::{AcceptSheet, BoxEntry, GetCursor};
use crate::tests::kit::code_of;
use crate::verification::{AcceptDecided, OpenThird, SetSecondBoxes};

#[test]
fn a_sheet_is_verified_with_the_last_box_that_agrees() {
    let mut staff = Staff::new();
    let code = staff.code();
    staff.first(A, &code, &SOUND);
    let part = staff.second(B, &code, &SOUND[..8]).expect("keyed");
    assert!(!part.verified && staff.state(&code) == SheetState::Keyed);
    assert_eq!(part.boxes[8].ask, Ask::Second);
    let whole = staff.second(B, &code, &SOUND[8..]).expect("keyed");
    assert!(whole.verified);
    assert_eq!(staff.state(&code), SheetState::Verified);
    assert_eq!(code_of(staff.second(B, &code, &SOUND[..1])), ErrorCode::SecondKeyingDone);
}

#[test]
fn a_slip_of_the_second_keyer_ends_with_the_other_look() {
    let mut staff = Staff::new();
    let code = staff.code();
    staff.first(A, &code, &SOUND);
    let answered = staff.second(B, &code, &[("7", 14)]).expect("keyed");
    assert_eq!(ask(&answered, "7"), Ask::Again);
    assert!(answered.boxes[6].value.is_none() && !answered.boxes[6].keyed, "the other look begins with nothing");
    assert_eq!(code_of(staff.second(C, &code, &[("7", 41)])), ErrorCode::AnotherKeysAgain);
    assert_eq!(ask(&staff.second(B, &code, &[("7", 41)]).expect("keyed"), "7"), Ask::None);
    assert_eq!(staff.value(&code, "7"), Some(41));
}

/// A keyed box 7 as 41, B reads 40 twice.
fn disputed() -> (Staff, String) {
    let mut staff = Staff::new();
    let code = staff.code();
    staff.first(A, &code, &SOUND);
    let mut other = SOUND;
    other[6].1 = 40;
    staff.second(B, &code, &other).expect("keyed");
    assert_eq!(ask(&staff.second(B, &code, &[("7", 40)]).expect("keyed"), "7"), Ask::Third);
    (staff, code)
}

#[test]
fn what_differs_twice_is_decided_by_a_third_person_who_may_be_the_leader() {
    let (mut staff, code) = disputed();
    assert_eq!(code_of(staff.second(B, &code, &[("7", 41)])), ErrorCode::WaitsForThird);
    assert_eq!(code_of(staff.decide(A, &code, "7", "41")), ErrorCode::OwnKeying);
    assert_eq!(code_of(staff.decide(B, &code, "7", "40")), ErrorCode::OwnSecondKeying);
    staff.sign_in(LEADER);
    let opened = staff.ward.office.read(OpenThird { code: code.clone() }).expect("opened");
    assert_eq!(opened.boxes.len(), 1);
    assert_eq!(opened.boxes[0].values, [Some(40), Some(41)], "by size, so that nobody can tell whose is which");
    assert_eq!(code_of(staff.decide(LEADER, &code, "6", "9")), ErrorCode::SecondKeyingDone);
    assert!(staff.decide(LEADER, &code, "7", "40").expect("decided").verified);
    assert_eq!(staff.state(&code), SheetState::Verified);
    assert_eq!(staff.value(&code, "7"), Some(40));
    assert_eq!(staff.work(LEADER).estimate.found, 1, "the first keying was wrong");
    assert!(staff.ward.office.read(CheckFile {}).expect("a check").findings.is_empty());
}

#[test]
fn the_frame_counts_what_two_people_read_differently_until_it_is_settled() {
    let count = |staff: &Staff| staff.ward.office.read(GetOverview {}).expect("an overview").disputed;
    let (mut staff, code) = disputed();
    assert_eq!(count(&staff), 1);
    staff.decide(C, &code, "7", "40").expect("decided");
    assert_eq!(count(&staff), 0);
    let other = staff.codes[1].clone();
    staff.first(A, &other, &SOUND);
    assert_eq!(count(&staff), 0, "a sheet nobody keyed a second time");
    staff.second(B, &other, &[("6", 9), ("7", 14)]).expect("keyed");
    assert_eq!(count(&staff), 1, "the second person is to look again");
    staff.second(B, &other, &[("7", 41)]).expect("keyed");
    assert_eq!(count(&staff), 0);
}

#[test]
fn a_third_person_who_agrees_with_the_first_changes_nothing() {
    let (mut staff, code) = disputed();
    assert!(staff.decide(C, &code, "7", "41").expect("decided").verified);
    assert_eq!(staff.value(&code, "7"), Some(41));
    assert_eq!(staff.work(C).estimate.found, 0);
}

#[test]
fn the_journal_tells_what_a_decision_took_the_place_of() {
    let (mut staff, code) = disputed();
    staff.decide(C, &code, "7", "40").expect("decided");
    let entry = staff.ward.office.view().journal_after(0).expect("entries").pop().expect("the last");
    assert_eq!(entry.op, "decide_box");
    let changes = entry.changed_rows().expect("rows");
    let first = changes.iter().find(|c| c.table == "tally" && c.key[1] == 1).expect("the first keying");
    assert_eq!(first.before.as_ref().expect("before")["value"], 41);
    assert_eq!(first.after.as_ref().expect("after")["value"], 40);
}

#[test]
fn a_decision_that_breaks_a_hard_check_waits_for_a_reason() {
    let (mut staff, code) = disputed();
    // 9 + 50 is more than the 54 with a smartphone.
    let decided = staff.decide(C, &code, "7", "50").expect("decided");
    assert!(!decided.verified && decided.impossible.len() == 1);
    assert_eq!(staff.state(&code), SheetState::Returned);
    let row = staff.work(C).third.pop().expect("it is on the list");
    assert!(row.boxes.is_empty() && row.why_not.is_none());
    let accept = |reason: &str| AcceptDecided { code: code.clone(), reason: reason.into() };
    assert_eq!(code_of(staff.ward.office.write(accept(" "))), ErrorCode::ReasonNeeded);
    for (who, code) in [(A, ErrorCode::OwnKeying), (B, ErrorCode::OwnSecondKeying)] {
        staff.sign_in(who);
        assert_eq!(code_of(staff.ward.office.write(accept("tổ trưởng ghi vậy"))), code);
    }
    staff.sign_in(C);
    assert!(staff.ward.office.write(accept("tổ trưởng ghi vậy")).expect("accepted").answer.verified);
    assert_eq!(staff.state(&code), SheetState::Verified);
}

#[test]
fn a_reason_given_in_keying_verifies_it_as_well() {
    let (mut staff, code) = disputed();
    staff.decide(C, &code, "7", "50").expect("decided");
    staff.sign_in(A);
    let accept = AcceptSheet { code: code.clone(), reason: "đã hỏi tổ trưởng".into() };
    staff.ward.office.write(accept).expect("accepted");
    assert_eq!(staff.state(&code), SheetState::Verified);
}

#[test]
fn a_box_decided_to_be_blank_leaves_the_sheet_unfinished() {
    let (mut staff, code) = disputed();
    let decided = staff.decide(C, &code, "7", "").expect("decided");
    assert_eq!(decided.missing.iter().map(ToString::to_string).collect::<Vec<_>>(), ["7"]);
    assert_eq!(staff.state(&code), SheetState::Returned);
    let accept = AcceptDecided { code: code.clone(), reason: "x".into() };
    assert_eq!(code_of(staff.ward.office.write(accept)), ErrorCode::SheetUnfinished);
}

#[test]
fn blank_is_a_value_of_its_own_and_not_zero() {
    let mut staff = Staff::new();
    let code = staff.code();
    let mut nobody = [("1", 12), ("2", 0), ("3", 12), ("4", 0), ("5", 0), ("6", 0), ("7", 0), ("8", 0), ("9", 0)];
    staff.first(A, &code, &nobody);
    staff.sign_in(B);
    let boxes = vec![BoxEntry::of("2", "")];
    let answer = staff.ward.office.write(SetSecondBoxes { code: code.clone(), boxes, cursor: None }).expect("keyed");
    assert_eq!(ask(&answer.answer, "2"), Ask::Again);
    nobody[1].1 = 0;
    assert!(staff.second(B, &code, &nobody).expect("keyed").verified);
}

#[test]
fn a_changed_first_keying_begins_everything_anew() {
    let (mut staff, code) = disputed();
    staff.decide(C, &code, "7", "40").expect("decided");
    staff.first(A, &code, &[("8", 43)]);
    assert_eq!(staff.state(&code), SheetState::Keyed);
    let opened = staff.open(B, &code).expect("opened");
    assert!(opened.sheet.boxes.iter().all(|b| b.ask == Ask::Second));
    assert_eq!(staff.value(&code, "7"), Some(40), "what was decided stands");
    assert_eq!(code_of(staff.open(C, &code)), ErrorCode::OwnKeying, "who decided a box has keyed it");
}

#[test]
fn the_second_keying_is_taken_up_on_its_box() {
    let mut staff = Staff::new();
    let code = staff.code();
    staff.first(A, &code, &SOUND);
    staff.sign_in(B);
    let boxes = vec![BoxEntry::of("1", "32")];
    let keyed = SetSecondBoxes { code: code.clone(), boxes, cursor: Some("2".into()) };
    staff.ward.office.write(keyed).expect("keyed");
    staff.ward = staff.ward.reopened();
    staff.sign_in(B);
    let cursor = staff.ward.office.read(GetCursor {}).expect("a cursor").expect("one");
    assert_eq!((cursor.code, cursor.keying, cursor.no.map(|no| no.to_string())), (code.clone(), 2, Some("2".into())));
    let opened = staff.open(B, &code).expect("opened").sheet;
    assert_eq!((ask(&opened, "1"), opened.boxes[0].value), (Ask::None, Some(32)));
}

#[test]
fn wrong_keys_are_told_and_change_nothing() {
    let mut staff = Staff::new();
    let code = staff.code();
    staff.first(A, &code, &SOUND);
    assert_eq!(code_of(staff.second(B, &code, &[("1", 32), ("12", 1)])), ErrorCode::UnknownBox);
    assert_eq!(code_of(staff.second(B, &code, &[("1", 32), ("1", 33)])), ErrorCode::BoxTwice);
    assert_eq!(code_of(staff.second(B, &code, &[("1", 100_000)])), ErrorCode::NotACount);
    let opened = staff.open(B, &code).expect("opened").sheet;
    assert!(opened.boxes.iter().all(|b| b.ask == Ask::Second && !b.keyed));
}

#[test]
fn an_unfinished_sheet_is_not_keyed_again() {
    let mut staff = Staff::new();
    let code = staff.code();
    assert_eq!(code_of(staff.open(B, &code)), ErrorCode::FirstKeyingOpen);
    staff.first(A, &code, &SOUND[..8]);
    assert_eq!(code_of(staff.second(B, &code, &SOUND[..1])), ErrorCode::FirstKeyingOpen);
}
