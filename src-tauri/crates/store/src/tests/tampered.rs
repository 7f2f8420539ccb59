//! What was changed behind the journal's back is found, and the row is named.

use rusqlite::Connection;
use serde_json::{Value, json};

use super::kit::Office;
use crate::journal::{Comparison, Misfit};
use crate::{Reader, StoreError, Writer};

/// Entries: 1 new, 2 area, 3 evening, 4 sheet, 5 and 6 boxes.
fn grown() -> Office {
    let mut office = Office::new();
    let area = office.area("Hà Trì 1");
    let visit = office.visit(area, 9);
    let sheet = office.sheet(visit);
    office.key(sheet, "7", Some(12));
    office.key(sheet, "7", Some(15));
    office
}

/// Changes the file with another program's hands, and compares.
fn compared(sql: &str) -> Comparison {
    let office = grown();
    let path = office.path();
    let Office { folder, writer } = office;
    drop(writer);
    let other = Connection::open(&path).expect("a database");
    other
        .execute_batch(
            "DROP TRIGGER journal_is_append_only_update; DROP TRIGGER journal_is_append_only_delete;
             PRAGMA foreign_keys = OFF;",
        )
        .expect("it drops");
    other.execute_batch(sql).expect(sql);
    drop(other);
    // Nobody writes to such a file any more; it is read as it is.
    assert!(sql.is_empty() || matches!(Writer::open(&path), Err(StoreError::Damaged { .. })), "{sql}");
    let reader = Reader::open_copy(&path).expect("it reads");
    drop(folder);
    reader.rows().compare_with_journal(3, &mut |_| true).expect("it reads").continue_value().expect("to the end")
}

fn row(row: Option<&serde_json::Map<String, Value>>) -> Value {
    row.map_or(Value::Null, |r| Value::Object(r.clone()))
}

#[test]
fn a_sound_file_has_no_difference() {
    assert_eq!(compared(""), Comparison::default());
}

#[test]
fn an_edited_row_is_named_with_both_values_and_its_entry() {
    let found = compared("UPDATE tally SET value = 99 WHERE box = '7'");
    assert_eq!((found.total, found.misfit), (1, None));
    let difference = &found.differences[0];
    assert_eq!(difference.table, "tally");
    assert_eq!(difference.key[1..], [json!(1), json!("7")]);
    assert_eq!(row(difference.is.as_ref()), json!({ "value": 99 }));
    assert_eq!(row(difference.should.as_ref()), json!({ "value": 15 }));
    assert_eq!(difference.entry, Some(6));
}

#[test]
fn rows_added_and_taken_away_are_named() {
    let found = compared("DELETE FROM tally; INSERT INTO day_off VALUES (1, '2024-11-20', 'x', 0)");
    assert_eq!(found.total, 2);
    let of = |table: &str| found.differences.iter().find(|d| d.table == table).expect(table);
    assert_eq!(row(of("tally").should.as_ref())["value"], 15);
    assert!(of("tally").is.is_none() && of("day_off").should.is_none());
    assert_eq!(of("day_off").entry, None, "nothing ever wrote it");
    let many = compared(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9)
        INSERT INTO team (id, campaign_id, number, name) SELECT 100 + i, 1, 100 + i, 'x' FROM n",
    );
    assert_eq!((many.total, many.differences.len()), (9, 3), "the first ones are told, all are counted");
}

#[test]
fn a_journal_that_does_not_fit_still_names_the_row() {
    let found = compared("UPDATE journal SET changes = replace(changes, '\"value\":15', '\"value\":16') WHERE seq = 6");
    assert_eq!(found.misfit, None, "what it says fits; the chain tells that it was not written so");
    assert_eq!(row(found.differences[0].should.as_ref()), json!({ "value": 16 }));

    let found = compared("UPDATE journal SET changes = replace(changes, '\"value\":12', '\"value\":13') WHERE seq = 5");
    assert_eq!(found.misfit, Some(Misfit::Unfitting { seq: 6 }), "12 is what the next entry found");
    assert_eq!(found.total, 0, "the row is what the last entry says");

    let found = compared("DELETE FROM journal WHERE seq = 5");
    assert_eq!(found.misfit, Some(Misfit::Unfitting { seq: 6 }));
    assert!(found.differences.iter().any(|d| d.table == "sheet"), "the state it passed through is not told any more");

    let found = compared("UPDATE journal SET changes = 'x' WHERE seq = 5");
    assert_eq!(found.misfit, Some(Misfit::Unreadable { seq: 5 }));
}

#[test]
fn a_baseline_copy_that_was_touched_is_named() {
    let other = {
        let mut dump = grown().writer.rows().dump().expect("a dump");
        dump = dump.replace("Hà Trì 1", "Hà Trì 9");
        super::super::journal::pack_of(&dump).iter().map(|b| format!("{b:02x}")).collect::<String>()
    };
    let found = compared(&format!("UPDATE baseline_copy SET bytes = x'{other}' WHERE seq = 1"));
    assert_eq!(found.misfit, Some(Misfit::OtherCopy { seq: 1 }));
    assert_eq!(compared("UPDATE baseline_copy SET bytes = x'00'").misfit, Some(Misfit::NoCopy { seq: 1 }));
    assert_eq!(compared("DELETE FROM baseline_copy").misfit, Some(Misfit::NoCopy { seq: 1 }));
    assert_eq!(compared("UPDATE journal SET op = 'x' WHERE seq = 1").misfit, Some(Misfit::NoBaseline));
}

#[test]
fn a_link_that_is_none_any_more_breaks_the_chain_where_it_stands() {
    let office = grown();
    let path = office.path();
    let Office { folder, writer } = office;
    drop(writer);
    let other = Connection::open(&path).expect("a database");
    other
        .execute_batch(
            "DROP TRIGGER journal_is_append_only_update; PRAGMA ignore_check_constraints = ON;
             UPDATE journal SET link = x'00' WHERE seq = 4",
        )
        .expect("it writes");
    drop(other);
    let reader = Reader::open_copy(&path).expect("it reads");
    drop(folder);
    assert_eq!(reader.rows().journal_verify().expect("it reads"), Err(crate::journal::Break::Changed { seq: 4 }));
}

#[test]
fn whoever_waits_may_stop() {
    let mut office = grown();
    for n in 0..600 {
        office.area(&format!("Khu {n}"));
    }
    let rows = office.writer.rows();
    let mut told = Vec::new();
    let stopped = rows.compare_with_journal(3, &mut |seq| {
        told.push(seq);
        false
    });
    assert!(stopped.expect("it reads").is_break());
    assert_eq!(told, [500]);
    assert!(rows.verify_telling(&mut |_| false).expect("it reads").is_break());
    assert_eq!(rows.journal_verify().expect("it reads"), Ok(606));
}
