use super::*;

fn open_after(path: &Path, uid: &str, applied: i64) -> (Entries, Vec<Record>) {
    let (entries, found) = Entries::open(path, uid, applied, 9).expect("a temporary file opens");
    (entries, found.records)
}

fn open(path: &Path) -> (Entries, Vec<Record>) {
    open_after(path, "uid", 0)
}

fn append(entries: &mut Entries) -> i64 {
    let number = entries.next();
    let record = Record { number, at: "2024-11-17T08:00:00+07:00".into(), who: None, sheets: vec![] };
    entries.append(record, None).expect("it appends");
    number
}

fn mark(writes: i64) -> Mark {
    Mark { writes, local: "0123456789abcdef".into() }
}

#[test]
fn a_torn_line_is_cut_off_and_numbers_go_on() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("phường.db");
    let (mut entries, none) = open(&file);
    assert!(none.is_empty());
    assert_eq!((append(&mut entries), append(&mut entries)), (1, 2));
    drop(entries);
    let whole = std::fs::read(beside(&file)).expect("it is there");
    for cut in 1..40 {
        std::fs::write(beside(&file), &whole[..whole.len() - cut]).expect("it writes");
        let (mut entries, records) = open(&file);
        assert_eq!(records.len(), 1, "cut by {cut}");
        assert_eq!(append(&mut entries), 2);
    }
}

#[test]
fn a_line_gone_bad_costs_none_of_the_others() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("a.db");
    let (mut entries, _) = open(&file);
    (1..=3).for_each(|n| assert_eq!(append(&mut entries), n));
    drop(entries);
    let mut bytes = std::fs::read(beside(&file)).expect("it is there");
    let second = bytes.windows(10).position(|w| w == b"\"number\":2").expect("the second record");
    bytes[second] ^= 1;
    std::fs::write(beside(&file), &bytes).expect("it writes");
    let (_, records) = open(&file);
    assert_eq!(records.iter().map(|r| r.number).collect::<Vec<_>>(), [1, 3]);
    assert_eq!(std::fs::read(beside(&file)).expect("it is there"), bytes, "nothing is cut off");
}

#[test]
fn only_what_the_database_lacks_is_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("a.db");
    let (mut entries, _) = open(&file);
    (1..=5).for_each(|n| assert_eq!(append(&mut entries), n));
    for applied in 0..=5 {
        let (mut entries, records) = open_after(&file, "uid", applied);
        assert!(records.iter().map(|r| r.number).eq(applied + 1..=5), "{applied}");
        let here = entries.position();
        assert_eq!(append(&mut entries), 6);
        entries.back_to(here).expect("it goes back");
    }
}

#[test]
fn a_refused_write_is_taken_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("a.db");
    let (mut entries, _) = open(&file);
    append(&mut entries);
    let here = entries.position();
    append(&mut entries);
    entries.back_to(here).expect("it goes back");
    append(&mut entries);
    drop(entries);
    assert_eq!(open(&file).1.iter().map(|r| r.number).collect::<Vec<_>>(), [1, 2]);
}

#[test]
fn another_files_entries_are_set_aside() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("a.db");
    append(&mut open(&file).0);
    let (_, records) = open_after(&file, "other", 7);
    assert!(records.is_empty());
    assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 2, "the old entries are kept");
}

#[test]
fn the_last_mark_of_what_was_committed_is_the_one_that_counts() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("a.db");
    let (mut entries, _) = open(&file);
    let record = |number| Record { number, at: "2024-11-17T08:00:00+07:00".into(), who: None, sheets: vec![] };
    entries.mark(mark(1)).expect("it marks");
    entries.append(record(1), Some(mark(2))).expect("it appends");
    entries.append(record(2), Some(mark(3))).expect("it appends");
    for (applied, writes, waiting) in [(0, 1, 2), (1, 2, 1), (2, 3, 0)] {
        let (_, found) = Entries::open(&file, "uid", applied, 9).expect("it opens");
        assert_eq!((found.mark, found.records.len()), (Some(mark(writes)), waiting), "{applied}");
    }
}

#[test]
fn a_restore_that_did_not_come_about_is_cut_off_and_one_that_did_is_not() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("a.db");
    let (mut entries, _) = open(&file);
    append(&mut entries);
    let restored = Restored { sha256: "aa".into(), backups: 3 };
    entries.restored(restored, mark(9)).expect("it is said");
    drop(entries);
    let whole = std::fs::read(beside(&file)).expect("it is there");
    let (_, found) = Entries::open(&file, "uid", 1, 9).expect("it opens");
    assert_eq!(found.mark, Some(mark(9)));
    assert_eq!(std::fs::read(beside(&file)).expect("it is there"), whole);
    let (mut entries, found) = Entries::open(&file, "uid", 1, 8).expect("it opens");
    assert_eq!(found.mark, None);
    assert_eq!(append(&mut entries), 2);
    assert_eq!(open(&file).1.len(), 2, "what follows is not hidden by it");
}
