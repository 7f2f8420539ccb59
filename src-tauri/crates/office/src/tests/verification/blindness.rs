//! What was first keyed is in no answer for whoever is keying the sheet a second time.

use serde_json::{Value, json};
use store::journal::JournalFilter;

use super::kit::{A, B, C, Staff};
use crate::contract::{READS, call};
use crate::sheet::{BoxEntry, SetBoxes};
use crate::tests::kit::code_of;
use crate::tests::roles::query;
use crate::verification::{AskedMode, SetVerification};
use crate::{ErrorCode, Write};

/// Figures that stand nowhere else in the file.
const SENTINELS: [(&str, u32); 9] = [
    ("1", 73_131),
    ("2", 71_717),
    ("3", 1_414),
    ("4", 79_393),
    ("5", 77_373),
    ("6", 31_313),
    ("7", 43_434),
    ("8", 61_616),
    ("9", 53_535),
];

/// Sums over sheets, which hold every figure always: the office works with them.
const SUMS: [&str; 3] = ["get_progress", "get_status", "get_targets"];

fn numbers(answer: &Value, found: &mut Vec<String>) {
    match answer {
        Value::Number(n) => found.push(n.to_string()),
        Value::String(text) => found.extend(text.split(|c: char| !c.is_ascii_digit()).map(str::to_owned)),
        Value::Array(all) => all.iter().for_each(|v| numbers(v, found)),
        Value::Object(all) => all.values().for_each(|v| numbers(v, found)),
        Value::Null | Value::Bool(_) => {}
    }
}

/// Which of the first figures an answer holds.
fn told(answer: &Value) -> Vec<u32> {
    let mut found = Vec::new();
    numbers(answer, &mut found);
    SENTINELS.iter().map(|(_, value)| *value).filter(|v| found.contains(&v.to_string())).collect()
}

fn under_way() -> (Staff, String) {
    let mut staff = Staff::new();
    let code = staff.code();
    staff.ward.office.set_who(staff.administrator());
    staff.ward.office.write(SetVerification { mode: Some(AskedMode::All) }).expect("a plan");
    staff.first(A, &code, &SENTINELS);
    (staff, code)
}

/// Every question of the contract about this sheet, with who asks it already signed in.
fn answers(staff: &mut Staff, code: &str) -> Vec<(&'static str, Value)> {
    let on = staff.ward.office.view().sheet_of(code).expect("a sheet").on;
    let keyed = JournalFilter { ops: Some(vec![SetBoxes::NAME]), ..JournalFilter::default() };
    let keyed = staff.ward.office.view().list_journal(&keyed, None, 1).expect("a page")[0].seq;
    let request = |name: &str| match name {
        "list_journal" => json!({ "query": { "code": code }, "before": null, "limit": 50 }),
        "get_entry" => json!({ "entry": keyed, "after": 0 }),
        "entry_figures" => json!({ "entry": keyed }),
        "open_sheet" | "open_second" | "open_third" => json!({ "code": code }),
        "get_evening_grid" => json!({ "on": on }),
        "list_sheets" => json!({ "evening": on }),
        "search" => json!({ "query": code }),
        other => query(other),
    };
    READS
        .iter()
        .filter_map(|name| Some((*name, call(&mut staff.ward.office, name, request(name)).ok()?.answer)))
        .collect()
}

#[test]
fn no_answer_holds_what_was_first_keyed_for_whoever_keys_it_a_second_time() {
    let (mut staff, code) = under_way();
    // Some boxes keyed otherwise: one to key again, one that waits for a third person, one agreed.
    let answer = staff.second(B, &code, &[("1", 1), ("2", 2), ("3", 1_414)]).expect("keyed");
    assert_eq!(told(&serde_json::to_value(&answer).expect("JSON")), [1_414], "their own");
    let answer = staff.second(B, &code, &[("2", 3)]).expect("keyed");
    assert_eq!(told(&serde_json::to_value(&answer).expect("JSON")), [1_414]);
    staff.sign_in(B);
    let answered = answers(&mut staff, &code);
    assert!(answered.len() > 30, "most questions have an answer: {}", answered.len());
    let tell = answered.iter().filter(|(_, answer)| told(answer).iter().any(|value| *value != 1_414));
    let tell: Vec<&str> = tell.map(|(name, _)| *name).filter(|name| !SUMS.contains(name)).collect();
    assert!(tell.is_empty(), "{tell:?}");
    let status = answered.iter().find(|(name, _)| *name == "get_status").expect("a status");
    assert!(told(&status.1["sheets"]).is_empty(), "sheet by sheet it is hidden there too");
    // The same questions tell somebody who has no hand in it.
    staff.sign_in(C);
    let seen: Vec<&str> =
        answers(&mut staff, &code).into_iter().filter(|(_, a)| !told(a).is_empty()).map(|(name, _)| name).collect();
    assert!(seen.contains(&"open_sheet") && seen.contains(&"get_evening_grid"), "{seen:?}");
}

#[test]
fn the_work_list_tells_nothing_to_who_may_still_take_the_sheet() {
    let (mut staff, _) = under_way();
    for who in [B, C] {
        let work = serde_json::to_value(staff.work(who)).expect("JSON");
        assert!(told(&work).is_empty());
    }
    let code = staff.code();
    let opened = serde_json::to_value(staff.open(B, &code).expect("opened")).expect("JSON");
    assert!(told(&opened).is_empty());
}

#[test]
fn the_first_keying_is_not_the_second_keyers_to_change() {
    let (mut staff, code) = under_way();
    staff.second(B, &code, &[("1", 1)]).expect("keyed");
    let before = staff.ward.office.view().dump().expect("a dump");
    for value in ["1", "73131"] {
        let boxes = vec![BoxEntry::of("1", value)];
        let refused = staff.ward.office.write(SetBoxes { code: code.clone(), boxes, cursor: None });
        assert_eq!(code_of(refused.map(|w| w.answer)), ErrorCode::SecondKeyingUnderWay);
    }
    assert_eq!(staff.ward.office.view().dump().expect("a dump"), before);
    staff.first(C, &code, &[("1", 73_132)]);
}

#[test]
fn once_it_is_settled_everybody_may_look() {
    let (mut staff, code) = under_way();
    staff.second(B, &code, &SENTINELS).expect("keyed");
    staff.sign_in(B);
    assert!(staff.ward.office.read(crate::sheet::OpenSheet { code }).is_ok());
}
