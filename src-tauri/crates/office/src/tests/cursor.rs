use domain::sheet::SheetState;
use serde_json::json;

use super::kit::{Ward, code_of};
use super::states::{day, staff};
use crate::ErrorCode;
use crate::check::CheckFile;
use crate::contract;
use crate::sheet::{BoxEntry, GetCursor, GetEveningGrid, ListSheets, NumberSheets, OpenSheet, SetBoxes, SheetsWhich};

fn numbered() -> (Ward, Vec<String>) {
    let mut ward = Ward::of("ha-cau-2024");
    ward.office.write(NumberSheets { evening: None, count: 5, spare: 2, summary: false, loose: 0 }).expect("codes");
    let sheets = ward.office.read(ListSheets { evening: Some(day(9)), ..Default::default() }).expect("sheets");
    (ward, sheets.into_iter().map(|s| s.code).collect())
}

fn leave(ward: &mut Ward, code: &str, no: &str, value: &str, cursor: Option<&str>) -> crate::Result<()> {
    let (code, cursor) = (code.to_owned(), cursor.map(str::to_owned));
    ward.office.write(SetBoxes { code, boxes: vec![BoxEntry::of(no, value)], cursor }).map(|_| ())
}

/// `(code, box)` of whoever is signed in.
fn cursor(ward: &Ward) -> Option<(String, Option<String>)> {
    let cursor = ward.office.read(GetCursor {}).expect("a cursor or none");
    cursor.map(|c| (c.code, c.no.map(|no| no.to_string())))
}

#[test]
fn after_a_power_cut_the_program_opens_on_the_same_box_of_the_same_sheet() {
    let (mut ward, codes) = numbered();
    ward.office.read(OpenSheet { code: codes[0].clone() }).expect("a sheet");
    assert_eq!(cursor(&ward), None, "opening writes nothing");
    leave(&mut ward, &codes[0], "1", "32", Some("2")).expect("a box");
    leave(&mut ward, &codes[0], "2", "27", Some("5")).expect("a box");
    let mut ward = ward.reopened();
    assert_eq!(cursor(&ward), Some((codes[0].clone(), Some("5".into()))));
    // Past the last box it waits for the next code, beside the sheet that was keyed.
    leave(&mut ward, &codes[1], "9", "3", None).expect("a box");
    assert_eq!(cursor(&ward.reopened()), Some((codes[1].clone(), None)));
}

#[test]
fn everybody_has_a_cursor_of_their_own() {
    let (mut ward, codes) = numbered();
    staff(&mut ward);
    ward.as_named("Lê Thị Bích");
    leave(&mut ward, &codes[0], "1", "32", Some("2")).expect("a box");
    ward.as_named("Trần Văn Đơ");
    assert_eq!(cursor(&ward), None);
    leave(&mut ward, &codes[1], "3", "5", Some("4")).expect("a box");
    ward.as_named("Lê Thị Bích");
    assert_eq!(cursor(&ward), Some((codes[0].clone(), Some("2".into()))));
}

#[test]
fn moving_the_cursor_is_no_deed_of_the_journal() {
    let (mut ward, codes) = numbered();
    leave(&mut ward, &codes[0], "1", "32", Some("2")).expect("a box");
    let entries = ward.office.read(CheckFile {}).expect("a check").entries;
    let moved = SetBoxes { code: codes[0].clone(), boxes: vec![], cursor: Some("7".into()) };
    let moved = ward.office.write(moved).expect("a move");
    assert!(moved.changed.0.is_empty(), "{:?}", moved.changed);
    // The same value once more moves it as well.
    leave(&mut ward, &codes[0], "1", "32", Some("8")).expect("a box");
    assert_eq!(cursor(&ward), Some((codes[0].clone(), Some("8".into()))));
    let checked = ward.office.read(CheckFile {}).expect("a check");
    assert_eq!((checked.entries, checked.findings.len()), (entries, 0));
}

#[test]
fn a_cursor_in_no_box_of_the_sheet_is_refused_and_nothing_is_written() {
    let (mut ward, codes) = numbered();
    for no in ["12", "x", "T"] {
        assert_eq!(code_of(leave(&mut ward, &codes[0], "1", "32", Some(no))), ErrorCode::UnknownBox, "{no}");
    }
    let sheet = ward.office.read(OpenSheet { code: codes[0].clone() }).expect("a sheet");
    assert_eq!((sheet.boxes[0].value, sheet.state, cursor(&ward)), (None, SheetState::Printed, None));
}

#[test]
fn keys_are_counted_with_the_box_and_may_be_left_out_of_the_request() {
    let (mut ward, codes) = numbered();
    let boxes = json!([{ "no": "1", "value": "32", "keys": 4 }, { "no": "2", "value": "27" }]);
    let request = json!({ "code": codes[0], "boxes": boxes, "cursor": null });
    contract::call(&mut ward.office, "set_boxes", request).expect("boxes");
    let entry = ward.office.view().journal_after(0).expect("a journal").pop().expect("an entry");
    let keys: Vec<serde_json::Value> = entry
        .changed_rows()
        .expect("rows")
        .into_iter()
        .filter(|c| c.table == "tally")
        .filter_map(|c| c.after?.get("keys").cloned())
        .collect();
    assert_eq!(keys, [json!(4), json!(0)]);
}

#[test]
fn the_sheet_says_who_keyed_it_last_and_when() {
    let (mut ward, codes) = numbered();
    staff(&mut ward);
    ward.as_named("Lê Thị Bích");
    leave(&mut ward, &codes[0], "1", "32", Some("2")).expect("a box");
    let sheet = ward.office.read(OpenSheet { code: codes[0].clone() }).expect("a sheet");
    assert_eq!(sheet.keyed_by.as_deref(), Some("Lê Thị Bích"));
    assert!(sheet.keyed_at.is_some_and(|at| at.starts_with("2024-11-10T08:00")));
    let other = ward.office.read(OpenSheet { code: codes[1].clone() }).expect("a sheet");
    assert_eq!((other.keyed_by, other.keyed_at), (None, None));
}

#[test]
fn a_failing_sum_comes_with_the_changes_that_would_repair_it() {
    let (mut ward, codes) = numbered();
    leave(&mut ward, &codes[0], "1", "32", Some("2")).expect("a box");
    leave(&mut ward, &codes[0], "2", "27", Some("3")).expect("a box");
    let sound = ward.office.read(OpenSheet { code: codes[0].clone() }).expect("a sheet");
    assert!(sound.rescues.is_empty());
    let boxes = vec![BoxEntry::of(3, 15)];
    let sheet = ward.office.write(SetBoxes { code: codes[0].clone(), boxes, cursor: None }).expect("a box").answer;
    let offered: Vec<_> = sheet.rescues.iter().map(|r| (r.changes[0].no.to_string(), r.changes[0].to)).collect();
    assert!(offered[..3].contains(&("3".into(), Some(5))), "{offered:?}");
}

#[test]
fn one_evening_is_a_grid_of_its_sheets() {
    let (mut ward, codes) = numbered();
    leave(&mut ward, &codes[1], "1", "32", Some("2")).expect("a box");
    leave(&mut ward, &codes[1], "2", "27", Some("3")).expect("a box");
    leave(&mut ward, &codes[1], "3", "9", Some("4")).expect("a box");
    let grid = ward.office.read(GetEveningGrid { on: day(9) }).expect("a grid");
    let listed: Vec<&str> = grid.rows.iter().map(|r| r.code.as_str()).collect();
    assert_eq!(listed, codes[..5].iter().map(String::as_str).collect::<Vec<_>>(), "a spare nobody drew is not in it");
    assert_eq!(grid.forms.len(), 1);
    assert_eq!((grid.forms[0].boxes.len(), grid.weekday.as_str()), (9, "thứ Bảy"));
    let row = &grid.rows[1];
    assert_eq!((row.state, row.open, row.missing.len()), (SheetState::Returned, true, 6));
    assert_eq!(row.impossible.iter().map(ToString::to_string).collect::<Vec<_>>(), ["1", "2", "3"]);
    let values = serde_json::to_value(&row.values).expect("JSON");
    assert_eq!(values, json!({ "1": 32, "2": 27, "3": 9 }));
    assert!(grid.rows[0].values.is_empty() && grid.rows[0].impossible.is_empty());
}

#[test]
fn without_an_evening_sheets_come_in_pages_that_add_up() {
    let (mut ward, codes) = numbered();
    leave(&mut ward, &codes[3], "1", "32", Some("2")).expect("a box");
    let list = |after: Option<&String>, which, limit| {
        let request = ListSheets { evening: None, which, after: after.cloned(), limit: Some(limit) };
        let rows = ward.office.read(request).expect("a page");
        rows.into_iter().map(|s| s.code).collect::<Vec<_>>()
    };
    let all = list(None, None, 500);
    assert_eq!(all.len(), 155);
    let mut paged: Vec<String> = Vec::new();
    loop {
        let page = list(paged.last(), None, 60);
        paged.extend(page.iter().cloned());
        if page.len() < 60 {
            break;
        }
    }
    assert_eq!(paged, all);
    assert_eq!(list(None, Some(SheetsWhich::Unfinished), 500), [codes[3].clone()]);
    assert_eq!(list(None, Some(SheetsWhich::OwnReports), 500).len(), 1);
    // This morning is 10/11: of the evening before, four of five sheets are still out.
    assert_eq!(list(None, Some(SheetsWhich::Late), 500), [&codes[..3], &codes[4..5]].concat());
}
