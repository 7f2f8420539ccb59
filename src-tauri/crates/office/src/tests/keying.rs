use chrono::NaiveDate;
use domain::sheet::{SheetKind, SheetState};
use domain::tally::BoxNo;

use super::kit::{Ward, code_of};
use crate::ErrorCode;
use crate::check::CheckFile;
use crate::sheet::{AcceptSheet, BoxEntry, ListSheets, NumberSheets, OpenSheet, SetBoxes, SheetView, SheetsPdf};

fn numbered() -> (Ward, String) {
    let mut ward = Ward::of("ha-cau-2024");
    let done =
        ward.office.write(NumberSheets { evening: None, count: 5, spare: 2, ..Default::default() }).expect("codes");
    assert_eq!(done.answer.made, 22 * 7 + 1);
    let code = ward.office.read(ListSheets::default()).expect("sheets")[0].code.clone();
    (ward, code)
}

fn set(ward: &mut Ward, code: &str, boxes: &[(&str, &str)]) -> crate::Result<SheetView> {
    let boxes = boxes.iter().map(|(no, value)| BoxEntry::of(no, value)).collect();
    Ok(ward.office.write(SetBoxes { code: code.into(), boxes, cursor: None })?.answer)
}

const SOUND: [(&str, &str); 9] =
    [("1", "32"), ("2", "27"), ("3", "5"), ("4", "61"), ("5", "54"), ("6", "9"), ("7", "41"), ("8", "44"), ("9", "40")];

#[test]
fn numbering_twice_changes_nothing_and_a_set_may_grow() {
    let (mut ward, _) = numbered();
    let codes = |ward: &Ward| -> Vec<String> {
        ward.office.read(ListSheets::default()).expect("sheets").into_iter().map(|s| s.code).collect()
    };
    let before = codes(&ward);
    let again =
        ward.office.write(NumberSheets { evening: None, count: 5, spare: 2, ..Default::default() }).expect("codes");
    assert_eq!((again.answer.made, again.answer.kept), (0, 155));
    assert!(again.changed.0.is_empty());
    assert_eq!(codes(&ward), before);
    ward.office.write(NumberSheets { evening: None, count: 6, spare: 2, ..Default::default() }).expect("codes");
    let grown = codes(&ward);
    assert_eq!(grown.len(), 155 + 22);
    assert!(before.iter().all(|code| grown.contains(code)), "papers that are out stay valid");
}

#[test]
fn keying_a_printed_sheet_records_the_steps_between() {
    let (mut ward, code) = numbered();
    let first = set(&mut ward, &code, &SOUND[..1]).expect("a box");
    assert_eq!(first.state, SheetState::Returned);
    assert_eq!(first.missing.len(), 8);
    let last = set(&mut ward, &code, &SOUND[1..]).expect("the rest");
    assert_eq!(last.state, SheetState::Keyed);
    let again = set(&mut ward, &code, &[("9", "")]).expect("blanked");
    assert_eq!((again.state, again.missing), (SheetState::Returned, vec![BoxNo::number(9)]));
}

#[test]
fn the_sheets_of_an_evening_are_those_of_its_visits() {
    let (mut ward, _) = numbered();
    let own = ward.office.read(ListSheets::default()).expect("sheets");
    let own = own.iter().find(|s| s.kind == SheetKind::SelfReport).expect("Hyundai Hillstate").code.clone();
    // Its figures stand for this morning, 10/11, which is an evening of another area.
    set(&mut ward, &own, &SOUND).expect("boxes");
    let evening = NaiveDate::from_ymd_opt(2024, 11, 10);
    let sheets = ward.office.read(ListSheets { evening, ..ListSheets::default() }).expect("sheets");
    assert_eq!(sheets.len(), 7);
    let printed = ward.office.make(SheetsPdf { evening, ..SheetsPdf::default() }, &mut |_, of| {
        assert_eq!(of, 7);
        true
    });
    printed.expect("a paper");
}

#[test]
fn two_scans_in_one_are_no_code() {
    let (ward, code) = numbered();
    let digits: String = code.chars().filter(char::is_ascii_digit).collect();
    let twice = digits.repeat(8);
    assert_eq!(code_of(ward.office.read(OpenSheet { code: twice })), ErrorCode::CodeLength);
}

#[test]
fn zero_is_a_figure_and_blank_is_not() {
    let (mut ward, code) = numbered();
    let sheet = set(&mut ward, &code, &[("5", "0"), ("6", "")]).expect("boxes");
    assert_eq!(sheet.boxes[4].value, Some(0));
    assert_eq!(sheet.boxes[5].value, None);
}

#[test]
fn an_impossible_sheet_needs_a_reason_and_keeps_it() {
    let (mut ward, code) = numbered();
    let mut wrong = SOUND;
    wrong[4].1 = "24";
    let sheet = set(&mut ward, &code, &wrong).expect("boxes are kept as they are on paper");
    assert_eq!(sheet.state, SheetState::Returned);
    assert_eq!(sheet.failures[0].left, "9 + 41 = 50");
    let accept = |reason: &str| AcceptSheet { code: code.clone(), reason: reason.into() };
    assert_eq!(code_of(ward.office.write(accept("  "))), ErrorCode::ReasonNeeded);
    let accepted = ward.office.write(accept("Đã hỏi lại tổ trưởng")).expect("accepted").answer;
    assert_eq!(accepted.state, SheetState::Keyed);
    assert_eq!(accepted.accepted_because.as_deref(), Some("Đã hỏi lại tổ trưởng"));
}

#[test]
fn what_was_acknowledged_is_there_after_opening_again_and_the_file_is_sound() {
    let (mut ward, code) = numbered();
    set(&mut ward, &code, &SOUND[..7]).expect("boxes");
    let ward = ward.reopened();
    let sheet = ward.office.read(OpenSheet { code }).expect("the sheet");
    let values: Vec<Option<u32>> = sheet.boxes.iter().map(|b| b.value).collect();
    assert_eq!(values, [Some(32), Some(27), Some(5), Some(61), Some(54), Some(9), Some(41), None, None]);
    assert!(ward.office.read(CheckFile {}).expect("a check").findings.is_empty());
}

#[test]
fn wrong_keys_are_told_and_change_nothing() {
    let (mut ward, code) = numbered();
    let refused = |ward: &mut Ward, no: &str, value: &str| code_of(set(ward, &code, &[("1", "3"), (no, value)]));
    assert_eq!(refused(&mut ward, "12", "1"), ErrorCode::UnknownBox);
    assert_eq!(refused(&mut ward, "2", "-1"), ErrorCode::NotACount);
    assert_eq!(refused(&mut ward, "2", "100000"), ErrorCode::NotACount);
    assert_eq!(refused(&mut ward, "1", "4"), ErrorCode::BoxTwice);
    let sheet = ward.office.read(OpenSheet { code: code.clone() }).expect("the sheet");
    assert!(sheet.boxes.iter().all(|b| b.value.is_none()) && sheet.state == SheetState::Printed);
}

#[test]
fn a_code_with_a_slip_is_answered_with_the_likely_one() {
    let (ward, code) = numbered();
    let mut digits: Vec<char> = code.chars().filter(char::is_ascii_digit).collect();
    digits[2] = if digits[2] == '9' {
        '0'
    } else {
        char::from_digit(digits[2].to_digit(10).expect("a digit") + 1, 10).expect("a digit")
    };
    let slip: String = digits.iter().collect();
    match ward.office.read(OpenSheet { code: slip }).expect_err("a refusal") {
        crate::Error::User { code: ErrorCode::CodeCheckDigitLikely, params, .. } => assert_eq!(params["likely"], code),
        // Two sheets may be one slip away; then none is offered.
        other => assert_eq!(other.code(), ErrorCode::CodeCheckDigit),
    }
    assert_eq!(code_of(ward.office.read(OpenSheet { code: "12".into() })), ErrorCode::CodeLength);
}
