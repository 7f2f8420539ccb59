use super::kit::{Ward, code_of};
use super::states::day;
use crate::ErrorCode;
use crate::sheet::{AcceptFlag, BoxEntry, ListSheets, NumberSheets, OpenSheet, SetBoxes, SetSheetNote, SheetView};
use crate::undo::Undo;

/// A sheet where three households have 25 people, which is unlikely and possible.
fn unlikely() -> (Ward, String) {
    let mut ward = Ward::of("ha-cau-2024");
    ward.office.write(NumberSheets { evening: None, count: 5, spare: 2, summary: false, loose: 0 }).expect("codes");
    let sheets = ward.office.read(ListSheets { evening: Some(day(9)), ..Default::default() }).expect("sheets");
    let code = sheets[0].code.clone();
    key(&mut ward, &code, &[(1, 5), (2, 3), (3, 2), (4, 25), (5, 20), (6, 4), (7, 6), (8, 9), (9, 9)]);
    (ward, code)
}

fn key(ward: &mut Ward, code: &str, boxes: &[(u32, u32)]) -> SheetView {
    let boxes = boxes.iter().map(|(no, value)| BoxEntry::of(no, value)).collect();
    ward.office.write(SetBoxes { code: code.into(), boxes, cursor: None }).expect("boxes").answer
}

fn open(ward: &Ward, code: &str) -> SheetView {
    ward.office.read(OpenSheet { code: code.into() }).expect("a sheet")
}

fn accept(code: &str, flag: &str, reason: Option<&str>) -> AcceptFlag {
    AcceptFlag { code: code.into(), flag: flag.into(), reason: reason.map(str::to_owned) }
}

#[test]
fn one_key_accepts_what_is_unlikely_and_the_reason_is_kept() {
    let (mut ward, code) = unlikely();
    let flags = open(&ward, &code).flags;
    assert_eq!(flags.len(), 1);
    assert_eq!((flags[0].failure.left.as_str(), flags[0].failure.right.as_str()), ("25", "8 × 3 = 24"));
    assert!(flags[0].accepted.is_none());
    ward.office.write(accept(&code, &flags[0].flag, None)).expect("accepted");
    let accepted = open(&ward.reopened(), &code).flags.remove(0).accepted.expect("an acceptance");
    assert!(accepted.holds && accepted.reason.contains("phiếu giấy") && !accepted.by.is_empty());
}

#[test]
fn an_acceptance_goes_stale_with_its_figures_and_holds_again_with_them() {
    let (mut ward, code) = unlikely();
    let flag = open(&ward, &code).flags.remove(0).flag;
    ward.office.write(accept(&code, &flag, Some("nhà trọ đông người"))).expect("accepted");
    let holds = |sheet: &SheetView| sheet.flags[0].accepted.as_ref().map(|a| (a.holds, a.reason.clone()));
    let reason = "nhà trọ đông người".to_owned();
    assert_eq!(holds(&key(&mut ward, &code, &[(4, 26)])), Some((false, reason.clone())));
    assert_eq!(holds(&key(&mut ward, &code, &[(4, 25)])), Some((true, reason)));
    // A box the check does not speak of is another matter.
    assert_eq!(holds(&key(&mut ward, &code, &[(9, 8)])).map(|(holds, _)| holds), Some(true));
    assert!(key(&mut ward, &code, &[(4, 24), (5, 20)]).flags.is_empty(), "nothing unlikely is left");
    assert_eq!(code_of(ward.office.write(accept(&code, &flag, None))), ErrorCode::FlagGone);
}

#[test]
fn only_what_is_unlikely_is_accepted_and_an_acceptance_can_be_taken_back() {
    let (mut ward, code) = unlikely();
    for other in ["", "[1] = [2]", "outlier [7]"] {
        assert_eq!(code_of(ward.office.write(accept(&code, other, None))), ErrorCode::FlagGone, "{other}");
    }
    let flag = open(&ward, &code).flags.remove(0).flag;
    let entry = ward.office.write(accept(&code, &flag, None)).expect("accepted").undo.expect("it can be undone");
    ward.office.write(Undo { entry }).expect("undone");
    assert!(open(&ward, &code).flags[0].accepted.is_none());
}

#[test]
fn a_note_is_kept_composed_and_can_be_taken_back() {
    let (mut ward, code) = unlikely();
    let note = |text: &str| SetSheetNote { code: code.clone(), note: Some(text.to_owned()) };
    // Letter and mark as two characters, as some keyboards write them.
    let done = ward.office.write(note("  Ô 4 viê\u{301}t mờ ")).expect("a note");
    assert_eq!(done.answer.note.as_deref(), Some("Ô 4 viết mờ"));
    assert_eq!(code_of(ward.office.write(note(&"ờ".repeat(501)))), ErrorCode::TooLong);
    assert!(ward.office.write(note("Ô 4 viết mờ")).expect("the same").changed.0.is_empty());
    assert_eq!(ward.office.write(note("  ")).expect("none").answer.note, None);
    ward.office.write(Undo { entry: done.undo.expect("it can be undone") }).expect_err("it was changed since");
}
