//! One rule for every text: what nobody sees is dropped on the way in, wherever it comes in.

use std::collections::BTreeSet;

use domain::text::is_invisible;
use serde_json::Value;

use super::call_as_permitted;
use super::requests::Everything;
use super::values::{HIDDEN, paths, put};
use crate::contract::WRITES;

/// Texts in the file that hide something: of the journalled tables, of people, of the journal itself.
fn hiding(ward: &super::Ward) -> Vec<String> {
    let view = ward.office.view();
    let mut texts: Vec<String> = Vec::new();
    for line in view.dump().expect("a dump").lines() {
        match serde_json::from_str::<Value>(line) {
            Ok(row) => {
                texts.extend(paths(&row).iter().filter_map(|p| Some(format!("{p} {}", row.pointer(p)?.as_str()?))));
            }
            Err(_) => texts.push(line.to_owned()),
        }
    }
    for person in view.list_people().expect("people") {
        texts.extend([Some(person.name), person.title, person.unit, person.phone].into_iter().flatten());
    }
    for entry in view.journal_after(0).expect("the journal") {
        texts.extend(entry.why);
    }
    texts.retain(|t| t.chars().any(|c| c != '\n' && is_invisible(c)));
    texts
}

#[test]
fn what_nobody_sees_is_in_no_field_of_any_deed() {
    let everything = Everything::new();
    let mut ward = everything.kept.opened();
    assert_eq!(hiding(&ward), Vec::<String>::new());
    let mut taken: BTreeSet<(&str, String)> = BTreeSet::new();
    let mut faults = Vec::new();
    for name in WRITES {
        // Enough of each: a sheet in every state would be asked the same.
        for request in everything.fitting(name, &ward).into_iter().take(2) {
            for path in paths(&request) {
                let Some(Value::String(typed)) = request.pointer(&path) else { continue };
                let mut hostile = request.clone();
                put(&mut hostile, &path, Value::from(format!("{typed}{HIDDEN}")));
                if call_as_permitted(&mut ward, name, hostile).is_ok() {
                    taken.insert((name, path.clone()));
                    faults.extend(hiding(&ward).into_iter().map(|text| format!("{name} {path}: {text:?}")));
                    // Some deeds end what the next needs.
                    ward = everything.kept.opened();
                }
            }
        }
    }
    assert_eq!(faults, Vec::<String>::new());
    assert!(taken.len() > 60, "so few texts were taken that the test sees little: {taken:#?}");
}
