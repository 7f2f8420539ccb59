//! The journal of a hundred thousand entries: the first page with each filter, an entry, the figures it moved, a head
//! from a paper, and verifying all of it.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use office::journal::{DeedKind, EntryFigures, FindHead, GetEntry, JournalQuery, ListJournal, VerifyJournal};
use office::sheet::{BoxEntry, SetBoxes};
use office::{Inspect, Office};

use product_tests::ladder::{LADDER, entries_of, sheets_of};

use super::measure::{Table, median};

/// Entries the journal is to have.
const ENTRIES: i64 = 100_000;

/// A file of the ladder with its journal made that long, the first time; on a disk in memory, where a commit is quick.
fn lengthened(made: &Path) -> PathBuf {
    let rung = LADDER[1];
    let file = rung.file(made);
    let long = file.with_extension("journal.db");
    if long.exists() {
        return long;
    }
    println!("making a journal of {ENTRIES} entries …");
    let memory = Path::new("/dev/shm");
    let folder = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }.expect("a folder");
    let path = rung.copy(made, folder.path());
    let mut office = Office::open(&path, rung.morning()).expect("it opens").office;
    let codes: Vec<String> = sheets_of(&office).iter().map(|s| s.code.to_string()).collect();
    let (mut seq, _) = office.view().journal_head().expect("a head");
    let mut n = 0;
    while seq < ENTRIES {
        // Never the value that stands there: that would be no deed. A box takes five digits.
        let boxes = vec![BoxEntry::of(1 + n % 9, 50_000 + n % 49_999)];
        let code = codes[n * 7 % codes.len()].clone();
        office.write(SetBoxes { code, boxes, cursor: None }).expect("a box");
        n += 1;
        seq += 1;
    }
    drop(office);
    std::fs::copy(entries_of(&path), entries_of(&long)).expect("room for a copy");
    std::fs::copy(&path, &long).expect("room for a copy");
    long
}

pub(crate) fn rows(table: &mut Table, made: &Path, folder: &Path) {
    let long = lengthened(made);
    let path = folder.join("journal.db");
    std::fs::copy(entries_of(&long), entries_of(&path)).expect("room for a copy");
    std::fs::copy(&long, &path).expect("room for a copy");
    let office = Office::open(&path, LADDER[1].morning()).expect("it opens").office;
    let view = office.view();
    let area = view.list_areas(view.get_campaign().expect("a campaign").id).expect("areas")[3].id;
    let (head, link) = view.journal_head().expect("a head");
    let sheet = sheets_of(&office)[50].code.to_string();
    let on = office.read(office::sheet::OpenSheet { code: sheet.clone() }).expect("a sheet").on;
    let who = office.who().map(|w| w.id);
    let all = JournalQuery::default();
    let target = Duration::from_millis(50);
    for (what, query) in [
        ("no filter", all.clone()),
        ("one person", JournalQuery { who, ..all.clone() }),
        ("from a day to a day", JournalQuery { from: Some(view.today()), to: Some(view.today()), ..all.clone() }),
        ("kind of deed: keying", JournalQuery { kind: Some(DeedKind::Keying), ..all.clone() }),
        ("kind of deed: a rare one", JournalQuery { kind: Some(DeedKind::Settings), ..all.clone() }),
        ("one evening", JournalQuery { evening: on, ..all.clone() }),
        ("one area", JournalQuery { area: Some(area), ..all.clone() }),
        ("one sheet", JournalQuery { code: Some(sheet.clone()), ..all.clone() }),
        ("one box of it", JournalQuery { code: Some(sheet), no: Some("3".into()), ..all.clone() }),
        ("words that are found", JournalQuery { text: Some("nhap so".into()), ..all.clone() }),
    ] {
        let took = median(9, || {
            _ = office.read(ListJournal { query: query.clone(), before: None, limit: 100 }).expect("a page");
        });
        table.time(&format!("journal of {head} entries, first page, {what}"), target, took);
    }
    let nothing = JournalQuery { text: Some("khong co chu nay".into()), ..all };
    let step = median(3, || {
        _ = office.read(ListJournal { query: nothing.clone(), before: None, limit: 100 }).expect("a page");
    });
    table.time("  looking for words, one step of 1,500 entries", 2 * target, step);
    let shown = median(9, || {
        _ = office.read(GetEntry { entry: head, after: 0 }).expect("an entry");
        _ = office.read(EntryFigures { entry: head }).expect("figures");
    });
    table.time("  one entry and the figures it moved", target, shown);
    let found = median(3, || {
        assert!(office.read(FindHead { text: link.short() }).expect("a head").line.is_some());
    });
    table.time("  a head from a paper", Duration::from_millis(500), found);
    let started = Instant::now();
    let verdict = VerifyJournal {}.run(&view, &mut |_, _| true).expect("a verdict");
    assert!(verdict.is_sound, "{verdict:?}");
    table.time("  verifying all of it, beside", Duration::from_secs(10), started.elapsed());
}
