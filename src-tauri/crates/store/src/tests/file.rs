use rusqlite::Connection;

use super::kit::{KEY, Office, names_in, op, seed, tally_write};
use crate::entries::{Entries, Record};
use crate::tables::{JOURNALLED, LOCAL};
use crate::{NewFile, Reader, StoreError, Writer, entries_beside};

/// A record that reached only the entries file: the program was killed before its commit.
fn append(path: &std::path::Path, who: Option<domain::ids::AccountId>, sheets: Vec<crate::TallyWrite>) {
    let (mut entries, _) = Entries::open(path, "u1", 0, 0).expect("the entries");
    let at = "2024-11-17T08:06:00+07:00".into();
    entries.append(Record { number: entries.next(), at, who, sheets }, None).expect("it appends");
}

#[test]
fn every_table_is_journalled_or_local() {
    let office = Office::new();
    let tables: Vec<String> = office
        .writer
        .rows()
        .list(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
            [],
            |r| r.get(0),
        )
        .expect("the schema");
    let mut listed: Vec<&str> = JOURNALLED.into_iter().chain(LOCAL).collect();
    listed.sort_unstable();
    assert_eq!(tables, listed);
}

#[test]
fn the_file_is_set_up_as_promised() {
    let office = Office::new();
    let pragma = |name: &str| -> String {
        office
            .writer
            .connection
            .pragma_query_value(None, name, |r| r.get::<_, rusqlite::types::Value>(0))
            .map(|v| format!("{v:?}"))
            .expect("a pragma")
    };
    assert_eq!(pragma("journal_mode"), r#"Text("wal")"#);
    assert_eq!(pragma("synchronous"), "Integer(2)");
    assert_eq!(pragma("foreign_keys"), "Integer(1)");
    let strict: i64 = office
        .writer
        .connection
        .query_row(
            "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%' AND strict = 0",
            [],
            |r| r.get(0),
        )
        .expect("the tables");
    assert_eq!(strict, 0, "every table is STRICT");
}

#[test]
fn one_writer_any_readers() {
    let mut office = Office::new();
    let path = office.path();
    assert!(matches!(Writer::open(&path), Err(StoreError::Busy { .. })));
    let reader = Reader::open(&path).expect("reading needs no lock");
    office.area("Hà Trì 1");
    let campaign = reader.rows().get_campaign().expect("a campaign").id;
    assert_eq!(reader.rows().list_areas(campaign).expect("areas").len(), 1, "a reader sees what was committed");
    drop(office.writer);
    assert!(Writer::open(&path).is_ok(), "a left-over lock file means nothing");
}

#[test]
fn other_files_are_refused_in_kind() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name);
    std::fs::write(path("empty.db"), b"").expect("it writes");
    std::fs::write(path("text.db"), "Số: 75/KH-UBND".repeat(20)).expect("it writes");
    Connection::open(path("other.db")).and_then(|c| c.execute_batch("CREATE TABLE a (b)")).expect("a database");
    for name in ["empty.db", "text.db", "other.db", "."] {
        assert!(matches!(Writer::open(&path(name)), Err(StoreError::Foreign(_))), "{name}");
        assert!(matches!(Reader::open(&path(name)), Err(StoreError::Foreign(_))), "{name}");
    }
    assert!(matches!(Reader::open(&path("none.db")), Err(StoreError::NoFile(_))));
}

#[test]
fn an_error_for_the_log_names_the_file_and_not_the_persons_folder() {
    let path = std::path::Path::new("/home/Nguyễn Thị Yến/Hà Cầu.db");
    let text = StoreError::io(path)(std::io::Error::other("gone")).to_string();
    assert_eq!(text, "Hà Cầu.db: gone");
}

#[test]
fn a_newer_file_is_refused_and_left_alone() {
    let office = Office::new();
    let path = office.path();
    drop(office.writer);
    Connection::open(&path).and_then(|c| c.pragma_update(None, "user_version", 99)).expect("it writes");
    for refused in [Reader::open(&path).map(|_| ()), Writer::open(&path).map(|_| ())] {
        assert!(matches!(refused, Err(StoreError::Newer { found: 99, known: 2, .. })), "{refused:?}");
    }
}

#[test]
fn a_file_that_could_not_be_filled_leaves_nothing_behind() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.db");
    let new = NewFile { uid: "u".into(), key: KEY };
    let failed: Result<(), StoreError> = Writer::create(&path, &new, &op("new"), |tx| {
        seed(tx)?;
        Err(StoreError::DiskFull)
    });
    assert!(failed.is_err());
    assert!(names_in(folder.path()).is_empty(), "{:?}", names_in(folder.path()));
    Writer::create(&path, &new, &op("new"), seed).expect("a new file");
    assert!(matches!(Writer::create(&path, &new, &op("new"), seed), Err(StoreError::FileExists(_))));
}

#[test]
fn a_new_file_takes_nothing_over_from_one_that_is_gone() {
    let mut office = Office::new();
    for n in 1..40 {
        office.area(&format!("Hà Trì {n}"));
    }
    let path = office.path();
    let wal = path.with_file_name("Phường Hà Cầu.db-wal");
    let log = std::fs::read(&wal).expect("the log of an open file");
    let gone = std::fs::remove_file(&path);
    if cfg!(windows) {
        assert!(gone.is_err(), "there an open file stays where it is");
        return;
    }
    gone.expect("it goes");
    let new = NewFile { uid: "u2".into(), key: KEY };
    let create = || Writer::create(&path, &new, &op("new"), seed);
    assert!(matches!(create(), Err(StoreError::Busy { .. })), "somebody still writes to what was there");

    drop(office.writer);
    // As after a crash, which leaves the log where it is.
    std::fs::write(&wal, &log).expect("it writes");
    create().expect("a new file");
    let opened = Writer::open(&path).expect("it opens");
    let rows = opened.writer.rows();
    assert_eq!(rows.integrity().expect("a check"), Vec::<String>::new());
    assert!(rows.list_areas(rows.get_campaign().expect("a campaign").id).expect("areas").is_empty());
    assert!(names_in(office.folder.path()).iter().any(|n| n.starts_with("Phường Hà Cầu.db-wal.")), "the log is kept");
}

#[test]
fn a_write_that_reached_only_the_entries_file_comes_back_once() {
    let mut office = Office::new();
    let area = office.area("Hà Trì 1");
    let visit = office.visit(area, 9);
    let sheet = office.sheet(visit);
    office.key(sheet, "1", Some(32));
    let path = office.path();
    // The program is killed between the flush of the entries file and the commit.
    append(&path, None, vec![tally_write(sheet, "2", Some(27))]);

    let (office, recovered) = office.reopen();
    assert_eq!(recovered, 1);
    let tally = office.writer.rows().get_tally(sheet, 1).expect("a tally");
    assert_eq!(
        tally.iter().map(|(no, v)| (no.to_string(), v)).collect::<Vec<_>>(),
        [("1".into(), 32), ("2".into(), 27)]
    );
    let (office, recovered) = office.reopen();
    assert_eq!(recovered, 0, "applied once");
    let (head, _) = office.writer.rows().journal_head().expect("a head");
    let last = office.writer.rows().journal_after(head - 1).expect("entries").pop().expect("an entry");
    assert_eq!((last.op.as_str(), last.at.as_str()), ("recover_entries", "2024-11-17T08:06:00.000+07:00"));
}

#[test]
fn an_older_copy_without_the_account_gets_the_boxes_all_the_same() {
    let mut office = Office::new();
    let area = office.area("Hà Trì 1");
    let visit = office.visit(area, 9);
    let sheet = office.sheet(visit);
    let path = office.path();
    drop(office.writer);
    let sheets = vec![tally_write(sheet, "2", Some(27)), tally_write(domain::ids::SheetId(77), "2", Some(1))];
    append(&path, Some(domain::ids::AccountId(9)), sheets);
    let opened = Writer::open(&path).expect("it opens");
    assert_eq!((opened.recovered, opened.unapplied), (0, 1), "one of its sheets is not here");
    let rows = opened.writer.rows();
    let tally = rows.get_tally(sheet, 1).expect("a tally");
    assert_eq!(tally.iter().map(|(_, v)| v).collect::<Vec<_>>(), [27]);
    let (head, _) = rows.journal_head().expect("a head");
    let last = rows.journal_after(head - 1).expect("entries").pop().expect("an entry");
    assert_eq!(last.who, Some(9), "the journal says who keyed it");
}

#[test]
fn a_refused_operation_leaves_no_trace() {
    let mut office = Office::new();
    let area = office.area("Hà Trì 1");
    let visit = office.visit(area, 9);
    let sheet = office.sheet(visit);
    let dump = office.writer.rows().dump().expect("a dump");
    let entries = std::fs::read(entries_beside(&office.path())).expect("entries");
    let refused = office.writer.transact(&op("set_boxes"), |tx| {
        tx.write_tally(tally_write(sheet, "1", Some(5)))?;
        Err::<(), _>(StoreError::DiskFull)
    });
    assert!(refused.is_err());
    assert_eq!(office.writer.rows().dump().expect("a dump"), dump);
    assert_eq!(std::fs::read(entries_beside(&office.path())).expect("entries"), entries);
    office.key(sheet, "1", Some(6));
    let (office, recovered) = office.reopen();
    assert_eq!(recovered, 0);
    assert_eq!(
        office.writer.rows().get_tally(sheet, 1).expect("a tally").iter().map(|(_, v)| v).collect::<Vec<_>>(),
        [6]
    );
}

#[test]
fn records_of_sheets_that_are_not_here_are_counted_not_lost() {
    let office = Office::new();
    let path = office.path();
    drop(office.writer);
    append(&path, None, vec![tally_write(domain::ids::SheetId(77), "2", Some(27))]);
    let opened = Writer::open(&path).expect("it opens");
    assert_eq!((opened.recovered, opened.unapplied), (0, 1));
    assert!(std::fs::read_to_string(entries_beside(&path)).expect("entries").contains("77"));
}
