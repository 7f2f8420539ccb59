//! Files beside the office file as somebody with time would write them: the entries file, descriptions of backups, the
//! lock file, encrypted copies, entries of the journal. Each is read or refused, never a panic.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::kit::{Office, moment, names_in};
use crate::backup::{Folder, Kind};
use crate::{Writer, entries_beside};

/// So many cases in the test run; as many as `PROPTEST_CASES` says by hand.
fn cases(n: u32) -> ProptestConfig {
    if std::env::var_os("PROPTEST_CASES").is_some() { ProptestConfig::default() } else { ProptestConfig::with_cases(n) }
}

/// A few keyed boxes.
fn keyed() -> Office {
    let mut office = Office::new();
    let area = office.area("Hà Trì 1");
    let visit = office.visit(area, 9);
    let sheet = office.sheet(visit);
    for (no, value) in [("1", 32), ("2", 27), ("3", 5)] {
        office.key(sheet, no, Some(value));
    }
    office
}

fn number() -> impl Strategy<Value = Value> {
    prop::sample::select(vec![
        json!(0),
        json!(-1),
        json!(1),
        json!(4),
        json!(999_999),
        json!(i64::MAX),
        json!(i64::MAX - 1),
        json!(i64::MIN),
        json!(u64::MAX),
        json!(1e308),
        json!(null),
        json!("x"),
        json!("+262142-12-31T23:59:59+07:00"),
        json!("-262143-01-01T00:00:00Z"),
        json!([]),
        json!({}),
    ])
}

/// Where anything stands in a value.
fn paths(value: &Value) -> Vec<String> {
    let mut found = vec![String::new()];
    let mut next = 0;
    while let Some(path) = found.get(next).cloned() {
        match value.pointer(&path) {
            Some(Value::Object(fields)) => {
                found.extend(fields.keys().map(|k| format!("{path}/{}", k.replace('/', "~1"))));
            }
            Some(Value::Array(items)) => found.extend((0..items.len()).map(|n| format!("{path}/{n}"))),
            _ => {}
        }
        next += 1;
    }
    found
}

fn bend(value: &mut Value, changes: &[(prop::sample::Index, Value)]) {
    for (at, new) in changes {
        let all = paths(value);
        let path = &all[at.index(all.len())];
        if let Some(place) = value.pointer_mut(path) {
            *place = new.clone();
        }
    }
}

/// A line of the entries file with its length and sum put right again.
fn resealed(json: &str) -> String {
    let sum = &crate::journal::digest(json.as_bytes())[..8];
    format!("{} {sum} {json}\n", json.len())
}

/// The file is opened, read and written to, or refused.
fn use_it(path: &std::path::Path) {
    let Ok(opened) = Writer::open(path) else { return };
    let mut office = Office { folder: tempfile::tempdir().expect("a folder"), writer: opened.writer };
    let sheets = office.writer.rows().list_sheets(office.writer.rows().get_campaign().expect("a campaign").id);
    let sheet = sheets.expect("sheets")[0].id;
    office.key(sheet, "4", Some(9));
    assert!(office.writer.rows().integrity().expect("it reads").is_empty());
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn entries_that_are_sound_and_say_anything(changes in prop::collection::vec((any::<prop::sample::Index>(), number()), 1..4), line in any::<prop::sample::Index>(), doubled in any::<bool>()) {
        let office = keyed();
        let path = office.path();
        let Office { folder, writer } = office;
        drop(writer);
        let text = std::fs::read_to_string(entries_beside(&path)).expect("it reads");
        let mut lines: Vec<String> = text.lines().map(|l| format!("{l}\n")).collect();
        let at = 1 + line.index(lines.len() - 1);
        let json = lines[at].splitn(3, ' ').nth(2).expect("a line").trim_end().to_owned();
        let mut value: Value = serde_json::from_str(&json).expect("JSON");
        bend(&mut value, &changes);
        let bent = resealed(&value.to_string());
        if doubled {
            lines.push(bent);
        } else {
            lines[at] = bent;
        }
        std::fs::write(entries_beside(&path), lines.concat()).expect("it writes");
        use_it(&path);
        use_it(&path);
        drop(folder);
    }

    #[test]
    fn any_bytes_in_the_entries_and_the_lock(at in any::<prop::sample::Index>(), bytes in prop::collection::vec(any::<u8>(), 0..60), in_lock in any::<bool>()) {
        let office = keyed();
        let path = office.path();
        let Office { folder, writer } = office;
        drop(writer);
        let mut name = path.as_os_str().to_owned();
        name.push(".lock");
        let target = if in_lock { std::path::PathBuf::from(name) } else { entries_beside(&path) };
        let mut whole = std::fs::read(&target).unwrap_or_default();
        let at = at.index(whole.len() + 1);
        whole.splice(at.., bytes);
        std::fs::write(&target, whole).expect("it writes");
        use_it(&path);
        drop(folder);
    }

    #[test]
    fn descriptions_of_backups_that_say_anything(changes in prop::collection::vec((any::<prop::sample::Index>(), number()), 1..4), text in "\\PC{0,30}", is_text in any::<bool>()) {
        let office = keyed();
        let backups = Folder::beside(&office.path());
        backups.make(&office.path(), Kind::Automatic, moment()).expect("a backup");
        let listed = backups.list().expect("a list").remove(0);
        let file = listed.path.with_extension("json");
        let mut value: Value = serde_json::from_slice(&std::fs::read(&file).expect("it reads")).expect("JSON");
        bend(&mut value, &changes);
        std::fs::write(&file, if is_text { text } else { value.to_string() }).expect("it writes");
        for listed in backups.list().expect("a list") {
            let _ = backups.verify(listed.stamp.number).expect("it is looked at");
        }
        let _ = backups.thin(moment()).expect("it thins");
        let made = backups.make(&office.path(), Kind::Asked, moment()).expect("another");
        prop_assert!(backups.verify(made.number).expect("it reads").is_ok(), "a bad one costs no good one");
    }
}

#[test]
fn names_in_the_folder_of_backups_that_are_no_number_of_ours() {
    let office = keyed();
    let backups = Folder::beside(&office.path());
    backups.make(&office.path(), Kind::Automatic, moment()).expect("a backup");
    for name in [
        "9223372036854775807 2024-11-17 20.05.03.json",
        "9223372036854775807 2024-11-17 20.05.03.db",
        "99999999999999999999 2024-11-17 20.05.03.json",
        "000002 9999-12-31 23.59.59.json",
        "000003 +262142-12-31 23.59.json",
    ] {
        std::fs::write(backups.path().join(name), b"{}").expect("it writes");
    }
    let made = backups.make(&office.path(), Kind::Asked, moment()).expect("another");
    assert!((2..1000).contains(&made.number), "{}: {:?}", made.number, names_in(backups.path()));
    assert_eq!(backups.latest().expect("a list").map(|m| m.number), Some(made.number));
    let _ = backups.thin(moment()).expect("it thins");
    assert!(backups.verify(made.number).expect("it reads").is_ok());
}
