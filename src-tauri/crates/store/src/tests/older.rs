//! Every schema that was ever released opens (`reliability.md` R7).

use std::io::Read;
use std::path::{Path, PathBuf};

use flate2::read::GzDecoder;
use rusqlite::Connection;

use super::kit::{moment, names_in};
use crate::backup::{Folder, Kind};
use crate::entries::read;
use crate::journal::replayed_dump;
use crate::migrate::SCHEMA;
use crate::{Op, Reader, StoreError, Writer, entries_beside, upgrade};

/// Stored files, by schema.
fn fixtures() -> Vec<i64> {
    let mut found: Vec<i64> = std::fs::read_dir(folder())
        .expect("the fixtures")
        .filter_map(|e| e.ok()?.file_name().to_string_lossy().strip_suffix(".db.gz")?.parse().ok())
        .collect();
    found.sort_unstable();
    found
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures/schema")
}

/// A stored file with its entries file, in a folder of its own.
fn stored(schema: i64) -> (tempfile::TempDir, PathBuf) {
    let home = tempfile::tempdir().expect("a folder");
    let path = home.path().join("Phường Hà Cầu.db");
    let mut bytes = Vec::new();
    let packed = std::fs::read(folder().join(format!("{schema}.db.gz"))).expect("a fixture");
    GzDecoder::new(packed.as_slice()).read_to_end(&mut bytes).expect("it unpacks");
    std::fs::write(&path, bytes).expect("it writes");
    std::fs::copy(folder().join(format!("{schema}.db.entries")), entries_beside(&path)).expect("its entries");
    (home, path)
}

/// Every box and every sheet of a file, whatever its schema.
fn held(path: &Path) -> Vec<(String, i64, Option<i64>)> {
    let connection = Connection::open(path).expect("a database");
    let mut statement = connection
        .prepare(
            "SELECT table_name, count, sum FROM (
                 SELECT 'tally' AS table_name, count(*) AS count, sum(value) AS sum FROM tally
                 UNION ALL SELECT 'sheet', count(*), sum(id) FROM sheet
                 UNION ALL SELECT 'person', count(*), sum(length(name)) FROM person_detail
                 UNION ALL SELECT 'area', count(*), sum(length(name)) FROM area
                 UNION ALL SELECT 'journal', count(*), sum(length(changes)) FROM journal WHERE op <> 'baseline')",
        )
        .expect("it reads");
    let rows = statement.query_map([], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?))).expect("it reads");
    rows.map(|r| r.expect("a row")).collect()
}

#[test]
fn there_is_a_file_of_every_schema_before_this_one() {
    assert_eq!(fixtures(), (1..SCHEMA).collect::<Vec<_>>());
}

#[test]
fn a_file_of_every_schema_opens_with_all_it_held_and_a_copy_is_kept() {
    for schema in fixtures() {
        let (home, path) = stored(schema);
        let before = held(&path);
        assert!(matches!(Writer::open(&path), Err(StoreError::Older { .. })), "only with a copy first");
        let reader = Reader::open(&path).expect("it is read as it is");
        assert_eq!(reader.rows().list_accounts().map(|a| a.is_empty()).ok(), Some(false));
        drop(reader);

        let opened = upgrade(&path, moment()).expect("it opens");
        assert_eq!((opened.recovered, opened.unapplied, opened.gap), (0, 0, None));
        let rows = opened.writer.rows();
        assert_eq!(rows.integrity().expect("a check"), Vec::<String>::new());
        assert!(rows.journal_verify().expect("it reads").is_ok());
        assert_eq!(replayed_dump(&rows).expect("it replays"), rows.dump().expect("a dump"));
        let (head, _) = rows.journal_head().expect("a head");
        let last = rows.find_entry(head).expect("it reads").expect("the last entry");
        assert!(last.op == "baseline" && last.changes.contains("migration"), "{last:?}");
        drop(opened);
        assert_eq!(held(&path), before, "schema {schema}");

        let backups = Folder::beside(&path).list().expect("backups");
        assert_eq!(backups.len(), 1);
        assert_eq!(backups[0].stamp.kind, Kind::BeforeUpgrade);
        let manifest = Folder::beside(&path).verify(backups[0].stamp.number).expect("it reads").expect("it is sound");
        assert_eq!(manifest.schema, schema);
        assert_eq!(held(&backups[0].path), before, "the copy is the old file");
        let again = upgrade(&path, moment()).expect("it opens");
        assert_eq!(again.start, crate::Start::Sealed);
        drop(again);
        assert_eq!(Folder::beside(&path).list().expect("backups").len(), 1, "once");
        drop(home);
    }
}

#[test]
fn boxes_that_only_the_old_entries_file_has_come_along() {
    for schema in fixtures() {
        let (_home, path) = stored(schema);
        let before = held(&path);
        let (_, lines) = read(&path).expect("its entries");
        let records: Vec<_> = lines.iter().filter_map(|l| l.record.clone()).collect();
        assert!(records.iter().any(|r| !r.sheets.is_empty()), "schema {schema}");
        // Killed between the flush of the entries file and each commit.
        let old = Connection::open(&path).expect("a database");
        old.execute("UPDATE file SET entries_applied = 0", []).expect("it writes");
        drop(old);
        let opened = upgrade(&path, moment()).expect("it opens");
        assert_eq!((opened.recovered, opened.unapplied), (records.len(), 0));
        let rows = opened.writer.rows();
        assert_eq!(replayed_dump(&rows).expect("it replays"), rows.dump().expect("a dump"));
        drop(opened);
        let tally = |held: &[(String, i64, Option<i64>)]| held.iter().find(|h| h.0 == "tally").cloned();
        assert_eq!(tally(&held(&path)), tally(&before), "what was there already is there once");
    }
}

#[test]
fn an_upgrade_that_fails_half_way_leaves_the_old_file() {
    let op = Op { name: "upgrade", who: None, at: moment(), why: None };
    for schema in fixtures() {
        let (_home, path) = stored(schema);
        let before = held(&path);
        let connection = crate::writer::connect(&path).expect("it opens");
        let failed = crate::upgrade::raise(&connection, &op, |_| Err(StoreError::DiskFull));
        assert!(failed.is_err());
        drop(connection);
        assert_eq!(held(&path), before);
        assert!(matches!(Writer::open(&path), Err(StoreError::Older { found, .. }) if found == schema));
        upgrade(&path, moment()).expect("it opens the next time");
    }
}

#[test]
fn an_old_file_that_was_tampered_with_is_not_vouched_for() {
    let (home, path) = stored(1);
    let other = Connection::open(&path).expect("a database");
    other.execute("UPDATE tally SET value = value + 1 WHERE value IS NOT NULL", []).expect("it writes");
    drop(other);
    assert!(matches!(upgrade(&path, moment()), Err(StoreError::Damaged { .. })));
    assert!(!names_in(home.path()).iter().any(|n| n.ends_with("sao lưu")), "no backup, no baseline");
    assert!(matches!(Writer::open(&path), Err(StoreError::Older { .. })), "it is as it was");
}

#[test]
fn without_room_for_the_copy_nothing_is_upgraded() {
    let (_home, path) = stored(1);
    std::fs::write(path.with_file_name("Phường Hà Cầu - sao lưu"), b"a file of this name").expect("it writes");
    assert!(matches!(upgrade(&path, moment()), Err(StoreError::NotAFolder(_))));
    assert!(matches!(Writer::open(&path), Err(StoreError::Older { .. })), "it is as it was");
}
