use rusqlite::Connection;

use super::kit::{Office, op};
use crate::StoreError;
use crate::journal::Break;

#[test]
fn each_write_is_one_entry_with_old_and_new() {
    let mut office = Office::new();
    let area = office.area("Hà Trì 1");
    let visit = office.visit(area, 9);
    let sheet = office.sheet(visit);
    office.key(sheet, "7", Some(41));
    let changed = office.key(sheet, "7", Some(14));
    assert_eq!(changed.0.iter().collect::<Vec<_>>(), ["tally"]);
    let (head, _) = office.writer.rows().journal_head().expect("a head");
    let entry = office.writer.rows().journal_after(head - 1).expect("entries").pop().expect("an entry");
    let change = entry.changed_rows().expect("it reads").pop().expect("a change");
    assert_eq!(change.before.expect("an update")["value"], 41);
    assert_eq!(change.after.expect("an update")["value"], 14);
}

#[test]
fn a_write_that_changes_nothing_is_no_entry() {
    let mut office = Office::new();
    let area = office.area("Hà Trì 1");
    let visit = office.visit(area, 9);
    let sheet = office.sheet(visit);
    office.key(sheet, "7", Some(14));
    let before = office.writer.rows().journal_head().expect("a head");
    let changed = office.run("set_area", |tx| tx.update_area(area, &super::kit::new_area("Hà Trì 1"))).1;
    assert!(changed.0.is_empty());
    assert_eq!(office.writer.rows().journal_head().expect("a head"), before);
}

#[test]
fn rows_cannot_be_written_outside_an_operation() {
    let mut office = Office::new();
    office.area("Hà Trì 1");
    for sql in ["UPDATE area SET name = 'x'", "DELETE FROM area", "INSERT INTO person (digest) VALUES ('x')"] {
        let refused = office.writer.connection.execute(sql, []).expect_err(sql);
        assert!(refused.to_string().contains("outside an operation"), "{refused}");
    }
}

#[test]
fn the_journal_is_append_only() {
    let office = Office::new();
    for sql in ["UPDATE journal SET op = 'x'", "DELETE FROM journal"] {
        let refused = office.writer.connection.execute(sql, []).expect_err(sql);
        assert!(refused.to_string().contains("append-only"), "{refused}");
    }
}

#[test]
fn names_of_people_are_never_in_the_journal() {
    let mut office = Office::new();
    let person = crate::NewPerson {
        name: "Nguyễn Thị Yến".into(),
        title: None,
        unit: None,
        phone: Some("0912".into()),
        salt: [1; 16],
    };
    let id = office.run("add_person", |tx| tx.insert_person(&person)).0;
    office.run("edit_person", |tx| {
        tx.update_person(id, &crate::NewPerson { phone: None, salt: [2; 16], ..person.clone() })
    });
    for entry in office.writer.rows().journal_after(0).expect("entries") {
        assert!(!entry.changes.contains("Yến") && !entry.changes.contains("0912"), "{}", entry.changes);
    }
    assert_eq!(office.writer.rows().find_person(id).expect("a person").expect("it is there").phone, None);
}

#[test]
fn a_changed_pin_is_an_entry_that_does_not_show_it() {
    let mut office = Office::new();
    let person =
        crate::NewPerson { name: "Nguyễn Thị Yến".into(), title: None, unit: None, phone: None, salt: [1; 16] };
    let account = office
        .run("add_account", |tx| {
            let person = tx.insert_person(&person)?;
            tx.insert_account(crate::NewAccount { person, role: domain::account::Role::Clerk })
        })
        .0;
    for hash in [Some("$one"), Some("$two"), None] {
        let (before, _) = office.writer.rows().journal_head().expect("a head");
        office.run("set_pin", |tx| tx.set_pin_hash(account, hash, false));
        let entries = office.writer.rows().journal_after(before).expect("entries");
        assert_eq!(entries.iter().map(|e| e.op.as_str()).collect::<Vec<_>>(), ["set_pin"], "{hash:?}");
        assert!(!entries[0].changes.contains('$'), "{}", entries[0].changes);
    }
    let rows = office.writer.rows();
    assert_eq!(crate::journal::replayed_dump(&rows).expect("it replays"), rows.dump().expect("a dump"));
    let (before, _) = rows.journal_head().expect("a head");
    office.run("set_pin", |tx| tx.set_pin_hash(account, None, false));
    assert_eq!(office.writer.rows().journal_head().expect("a head").0, before, "there was none to remove");
}

/// Changes the file with another program's hands.
fn tamper(office: Office, sql: &str) -> crate::Reader {
    let path = office.path();
    let Office { folder, writer } = office;
    drop(writer);
    let other = Connection::open(&path).expect("a database");
    other
        .execute_batch("DROP TRIGGER journal_is_append_only_update; DROP TRIGGER journal_is_append_only_delete;")
        .expect("it drops");
    other.execute_batch(sql).expect("it writes");
    drop(other);
    // Nobody writes to such a file any more; it is read as it is.
    assert!(matches!(crate::Writer::open(&path), Err(crate::StoreError::Damaged { .. })), "{sql}");
    let reader = crate::Reader::open_copy(&path).expect("it reads");
    drop(folder);
    reader
}

#[test]
fn a_tampered_entry_is_located() {
    let grow = || {
        let mut office = Office::new();
        for n in 1..=5 {
            office.area(&format!("Hà Trì {n}"));
        }
        office
    };
    assert_eq!(grow().writer.rows().journal_verify().expect("it reads"), Ok(6));
    for (sql, found) in [
        (
            "UPDATE journal SET changes = replace(changes, 'Hà Trì 2', 'Hà Trì 9') WHERE seq = 3",
            Break::Changed { seq: 3 },
        ),
        ("UPDATE journal SET at = '2024-11-18T08:05:03.000+07:00' WHERE seq = 4", Break::Changed { seq: 4 }),
        ("DELETE FROM journal WHERE seq = 4", Break::Gap { seq: 5 }),
        ("UPDATE journal SET link = zeroblob(32) WHERE seq = 2", Break::Changed { seq: 2 }),
        ("UPDATE journal SET previous = zeroblob(32) WHERE seq = 2", Break::Unlinked { seq: 2 }),
    ] {
        assert_eq!(tamper(grow(), sql).rows().journal_verify().expect("it reads"), Err(found), "{sql}");
    }
}

#[test]
fn a_row_edited_behind_the_journals_back_is_found_by_replay() {
    let mut office = Office::new();
    office.area("Hà Trì 1");
    let reader = tamper(office, "UPDATE area SET name = 'Hà Trì 7'");
    let rows = reader.rows();
    assert_ne!(crate::journal::replayed_dump(&rows).expect("it replays"), rows.dump().expect("a dump"));
}

#[test]
fn a_duplicate_name_is_told_apart_from_other_errors() {
    let mut office = Office::new();
    office.area("Hà Trì 1");
    let refused = office
        .writer
        .transact(&op("add_area"), |tx| tx.insert_area(tx.get_campaign()?.id, &super::kit::new_area("Hà Trì 1")));
    assert!(matches!(refused, Err(StoreError::Duplicate { noun: "area" })), "{refused:?}");
}
