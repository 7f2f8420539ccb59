//! Every failure that a backup can meet with plain files. In each: the backup before it is still valid.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Days, FixedOffset};
use domain::backup::{Fault, Kind};
use domain::ids::SheetId;
use rusqlite::Connection;

use super::kit::{Office, moment, names_in, op};
use crate::StoreError;
use crate::backup::snapshot::Snapshot;
use crate::backup::{Folder, Manifest};

/// An office with one keyed sheet, and a backup of it.
struct Backed {
    office: Office,
    sheet: SheetId,
    folder: Folder,
    first: Manifest,
}

impl Backed {
    fn new() -> Self {
        let mut office = Office::new();
        let area = office.area("Hà Trì 1");
        let visit = office.visit(area, 16);
        let sheet = office.sheet(visit);
        office.key(sheet, "1", Some(12));
        office.key(sheet, "2", None);
        let folder = Folder::beside(&office.path());
        let first = folder.make(&office.path(), Kind::Automatic, moment()).expect("a backup");
        Self { office, sheet, folder, first }
    }

    fn make(&self) -> Result<Manifest, StoreError> {
        self.folder.make(&self.office.path(), Kind::Asked, moment())
    }

    /// The first backup is what it was.
    fn first_is_sound(&self) {
        assert_eq!(self.folder.verify(1).expect("it can be read"), Ok(self.first.clone()));
    }

    fn copy(&self, number: i64) -> PathBuf {
        self.folder.find(number).expect("a list").expect("the backup").path
    }

    fn manifest(&self, number: i64) -> PathBuf {
        self.copy(number).with_extension("json")
    }

    fn fault(&self, number: i64) -> Option<Fault> {
        self.folder.verify(number).expect("it can be read").err()
    }
}

#[test]
fn a_backup_is_one_plain_file_and_its_manifest() {
    let backed = Backed::new();
    let stem = "000001 2024-11-17 08.05.03";
    let names = names_in(backed.folder.path());
    assert_eq!(names, [".lock".to_owned(), format!("{stem}.db"), format!("{stem}.json")]);
    let first = &backed.first;
    assert_eq!((first.number, first.uid.as_str(), first.schema), (1, "u1", crate::migrate::SCHEMA));
    assert_eq!(first.totals.boxes.get("1/1"), Some(&Some(12)));
    assert_eq!(first.totals.boxes.get("1/2"), Some(&None), "blank is not zero");
    assert_eq!(first.totals.rows.get("sheet"), Some(&1));
    let (seq, head) = backed.office.writer.rows().journal_head().expect("a head");
    assert!(first.head_seq == seq && first.is_head(&head));
    backed.first_is_sound();
    // It can be opened as it lies there, by any program, and nothing appears beside it.
    let copy = Connection::open(backed.copy(1)).expect("it opens");
    let mode: String = copy.pragma_query_value(None, "journal_mode", |r| r.get(0)).expect("a mode");
    assert_eq!(mode, "delete");
    drop(copy);
    assert_eq!(names_in(backed.folder.path()).len(), 3);
}

#[test]
fn keying_goes_on_during_a_backup_and_is_in_the_next() {
    let mut backed = Backed::new();
    let snapshot = Snapshot::open(&backed.office.path()).expect("a moment");
    backed.office.key(backed.sheet, "1", Some(13));
    let held = snapshot.contents().expect("what it holds");
    assert_eq!(held.totals, backed.first.totals, "the moment before");
    drop(snapshot);
    let second = backed.make().expect("a backup");
    assert_eq!((second.number, second.totals.boxes.get("1/1")), (2, Some(&Some(13))));
    assert_ne!(second.totals.digest, backed.first.totals.digest);
    backed.first_is_sound();
}

#[test]
fn without_a_journal_entry_a_changed_value_still_shows_in_the_digest() {
    let backed = Backed::new();
    let totals = |path: &Path| Snapshot::open(path).expect("a moment").contents().expect("what it holds").totals;
    let copy = backed.office.folder.path().join("một bản.db");
    std::fs::copy(backed.copy(1), &copy).expect("a copy");
    assert_eq!(totals(&copy), backed.first.totals);
    let changed = Connection::open(&copy).expect("it opens");
    changed.execute("UPDATE secret SET value = zeroblob(32)", []).expect("a change");
    drop(changed);
    let after = totals(&copy);
    assert!(after.rows == backed.first.totals.rows && after.digest != backed.first.totals.digest);
}

#[test]
fn a_folder_that_is_a_file_is_told_and_left_alone() {
    let office = Office::new();
    let folder = Folder::beside(&office.path());
    std::fs::write(folder.path(), b"a letter").expect("it writes");
    let refused = folder.make(&office.path(), Kind::Automatic, moment());
    assert!(matches!(refused, Err(StoreError::NotAFolder(_))), "{refused:?}");
    assert_eq!(std::fs::read(folder.path()).expect("it reads"), b"a letter");
}

#[test]
fn a_folder_that_disappeared_is_made_again_but_never_the_one_around_it() {
    let backed = Backed::new();
    std::fs::remove_dir_all(backed.folder.path()).expect("it goes");
    assert_eq!(backed.folder.list().expect("a list"), []);
    assert_eq!(backed.make().expect("a backup").number, 1);
    let gone = Folder::at(&backed.office.folder.path().join("USB").join("sao lưu"));
    let refused = gone.make(&backed.office.path(), Kind::Automatic, moment());
    assert!(matches!(refused, Err(StoreError::NoFile(_))), "{refused:?}");
    assert!(!gone.path().exists());
}

#[test]
fn a_target_that_is_taken_costs_only_the_new_backup() {
    let backed = Backed::new();
    // Where the next copy would be written stands a folder, which is not ours to take away.
    let taken = backed.folder.path().join("000002 2024-11-17 08.05.03.db.new");
    std::fs::create_dir(&taken).expect("a folder");
    assert!(backed.make().is_err());
    backed.first_is_sound();
    std::fs::remove_dir(&taken).expect("it goes");
    assert_eq!(backed.make().expect("a backup").number, 2);
}

#[test]
fn what_was_left_unfinished_never_counts_and_is_swept() {
    let backed = Backed::new();
    let at = |name: &str| backed.folder.path().join(name);
    let copy = std::fs::read(backed.copy(1)).expect("it reads");
    let left = [
        "000002 2024-11-17 08.06.00.db.new",
        "000002 2024-11-17 08.06.00.db.new-journal",
        "000002 2024-11-17 08.06.00.json.new",
        // The process died between the two renames.
        "000003 2024-11-17 08.07.00.db",
    ];
    for name in left {
        std::fs::write(at(name), &copy).expect("it writes");
    }
    std::fs::write(at("ghi chú.txt"), b"x").expect("it writes");
    let listed = backed.folder.list().expect("a list");
    assert_eq!(listed.iter().map(|l| l.stamp.number).collect::<Vec<_>>(), [1]);
    backed.first_is_sound();
    let next = backed.make().expect("a backup");
    let names = names_in(backed.folder.path());
    assert!(left.iter().all(|name| !names.iter().any(|n| n == name)), "{names:?}");
    assert!(names.contains(&"ghi chú.txt".to_owned()), "what is not ours stays");
    assert_eq!(next.number, 2);
    backed.first_is_sound();
}

#[test]
fn a_manifest_without_its_copy_or_unreadable_is_shown_and_takes_nothing_with_it() {
    let backed = Backed::new();
    backed.make().expect("a second");
    backed.make().expect("a third");
    std::fs::remove_file(backed.copy(2)).expect("it goes");
    std::fs::write(backed.manifest(3), b"{\"format\":1,").expect("it writes");
    let listed = backed.folder.list().expect("a list");
    let faults: Vec<_> = listed.iter().map(|l| (l.stamp.number, l.fault)).collect();
    assert_eq!(faults, [(3, Some(Fault::Undescribed)), (2, Some(Fault::Missing)), (1, None)]);
    assert_eq!(backed.fault(2), Some(Fault::Missing));
    assert_eq!(backed.fault(3), Some(Fault::Undescribed));
    assert_eq!(backed.folder.latest().expect("a list").map(|m| m.number), Some(1));
    // The copy of the third is whole: a description that went bad is no reason to throw it away.
    assert_eq!(backed.make().expect("a fourth").number, 4);
    assert!(backed.copy(3).exists());
    backed.first_is_sound();
}

#[test]
fn a_manifest_of_another_number_is_not_believed() {
    let backed = Backed::new();
    backed.make().expect("a second");
    std::fs::copy(backed.manifest(1), backed.manifest(2)).expect("it is overwritten");
    assert_eq!(backed.fault(2), Some(Fault::Undescribed));
    backed.first_is_sound();
}

#[test]
fn a_manifest_of_a_newer_form_is_refused_not_guessed() {
    let backed = Backed::new();
    let newer = Manifest { format: 2, ..backed.first.clone() };
    std::fs::write(backed.manifest(1), serde_json::to_vec(&newer).expect("JSON")).expect("it writes");
    assert_eq!(backed.fault(1), Some(Fault::Newer));
}

#[test]
fn every_way_a_copy_goes_bad_has_its_own_reason() {
    let backed = Backed::new();
    let whole = std::fs::read(backed.copy(1)).expect("it reads");
    let with = |change: &dyn Fn(&mut Vec<u8>)| {
        let mut bytes = whole.clone();
        change(&mut bytes);
        std::fs::write(backed.copy(1), bytes).expect("it writes");
        backed.fault(1)
    };
    assert_eq!(with(&|b| b.clear()), Some(Fault::Empty));
    assert_eq!(with(&|b| b.truncate(60)), Some(Fault::Truncated));
    assert_eq!(with(&|b| b.truncate(b.len() - 1)), Some(Fault::Truncated));
    assert_eq!(with(&|b| b[..16].copy_from_slice(b"MZ\x90 not a SQLite")), Some(Fault::Foreign));
    assert_eq!(with(&|b| b[68..72].fill(0)), Some(Fault::Foreign));
    assert_eq!(with(&|b| b[60..64].copy_from_slice(&900_i32.to_be_bytes())), Some(Fault::Newer));
    assert_eq!(with(&|b| b.push(0)), Some(Fault::Changed));
    assert_eq!(with(&|_| {}), None);
}

#[test]
fn any_changed_byte_is_found() {
    let backed = Backed::new();
    let whole = std::fs::read(backed.copy(1)).expect("it reads");
    for at in (0..whole.len()).step_by(whole.len() / 97) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x20;
        std::fs::write(backed.copy(1), bytes).expect("it writes");
        assert!(backed.fault(1).is_some(), "byte {at}");
    }
    std::fs::write(backed.copy(1), whole).expect("it writes");
    backed.first_is_sound();
}

#[test]
fn a_manifest_that_fits_the_bytes_but_not_the_figures_is_unsound() {
    let backed = Backed::new();
    let claim = |change: &dyn Fn(&mut Manifest)| {
        let mut manifest = backed.first.clone();
        change(&mut manifest);
        std::fs::write(backed.manifest(1), serde_json::to_vec(&manifest).expect("JSON")).expect("it writes");
        backed.fault(1)
    };
    assert_eq!(claim(&|m| m.head_seq += 1), Some(Fault::Unsound));
    assert_eq!(claim(&|m| m.head = m.sha256.clone()), Some(Fault::Unsound));
    assert_eq!(claim(&|m| m.uid = "u2".into()), Some(Fault::Unsound));
    assert_eq!(claim(&|m| m.totals.boxes.insert("1/1".into(), Some(13)).map_or((), |_| ())), Some(Fault::Unsound));
    assert_eq!(claim(&|_| {}), None);
}

#[test]
fn two_at_once_are_not_mixed_up() {
    let backed = Backed::new();
    let held = backed.folder.hold().expect("the first");
    assert!(matches!(backed.make(), Err(StoreError::BackupBusy(_))));
    assert!(matches!(backed.folder.thin(moment()), Err(StoreError::BackupBusy(_))));
    drop(held);
    backed.make().expect("a backup");
    backed.first_is_sound();
}

#[test]
fn a_damaged_office_file_gives_no_backup_and_costs_none() {
    let backed = Backed::new();
    let Backed { office, folder, first, .. } = backed;
    let path = office.path();
    let Office { folder: _kept, writer } = office;
    drop(writer);
    let whole = std::fs::read(&path).expect("it reads");
    let at = |number: i64| folder.verify(number).expect("it can be read");
    for page in (1..whole.len() / 4096).step_by(5) {
        let mut bytes = whole.clone();
        bytes[page * 4096..(page + 1) * 4096].fill(0xa5);
        std::fs::write(&path, bytes).expect("it writes");
        if let Ok(made) = folder.make(&path, Kind::Automatic, moment()) {
            // A page that nothing uses.
            assert_eq!(made.totals, first.totals, "page {page}");
        }
        assert_eq!(at(1), Ok(first.clone()));
    }
}

#[test]
fn no_office_file_is_told() {
    let backed = Backed::new();
    let nowhere = backed.office.folder.path().join("không có.db");
    assert!(matches!(backed.folder.make(&nowhere, Kind::Asked, moment()), Err(StoreError::NoFile(_))));
    let letter = backed.office.folder.path().join("thư.db");
    std::fs::write(&letter, b"a letter").expect("it writes");
    assert!(matches!(backed.folder.make(&letter, Kind::Asked, moment()), Err(StoreError::Foreign(_))));
    backed.first_is_sound();
}

#[test]
fn thinning_keeps_what_is_kept_and_takes_both_files() {
    let backed = Backed::new();
    let later = |days: u64| -> DateTime<FixedOffset> { moment() + Days::new(days) };
    for days in (0..60).step_by(5) {
        backed.folder.make(&backed.office.path(), Kind::Automatic, later(days)).expect("a backup");
    }
    let gone = backed.folder.thin(later(60)).expect("it thins");
    // The last ten of thirteen; of the others the last of November's days is the month's only if none is later.
    assert_eq!(gone, [1, 2, 3]);
    let names = names_in(backed.folder.path());
    assert_eq!(names.len(), 1 + 2 * 10, "{names:?}");
    assert_eq!(backed.folder.thin(later(60)).expect("it thins"), [] as [i64; 0]);
}

#[test]
fn one_with_a_fault_takes_no_place_from_a_sound_one() {
    let backed = Backed::new();
    for _ in 0..11 {
        backed.make().expect("a backup");
    }
    // All of one day: only the last ten are kept, were the last five not empty.
    for number in 8..=12 {
        std::fs::write(backed.copy(number), b"").expect("it writes");
    }
    assert_eq!(backed.folder.thin(moment()).expect("it thins"), [] as [i64; 0]);
    backed.first_is_sound();
}

#[test]
fn an_older_schema_is_backed_up_as_it_is() {
    let backed = Backed::new();
    let old = backed.office.folder.path().join("bản cũ.db");
    let connection = Connection::open(&old).expect("a database");
    let packed = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../tests/fixtures/schema/1.db.gz"));
    let mut bytes = Vec::new();
    let packed = packed.expect("the fixture");
    std::io::Read::read_to_end(&mut flate2::read::GzDecoder::new(packed.as_slice()), &mut bytes).expect("it unpacks");
    drop(connection);
    std::fs::write(&old, bytes).expect("it writes");
    let folder = Folder::beside(&old);
    let made = folder.make(&old, Kind::BeforeUpgrade, moment()).expect("a backup");
    assert_eq!((made.schema, made.kind), (1, Kind::BeforeUpgrade));
    assert_eq!(folder.verify(made.number).expect("it can be read"), Ok(made));
}

#[test]
fn a_journal_written_anew_is_found_against_the_backups() {
    let mut backed = Backed::new();
    backed.office.key(backed.sheet, "1", Some(13));
    let second = backed.make().expect("a backup");
    let manifests = [backed.first.clone(), second.clone()];
    let found = |backed: &Backed| {
        let found = backed.office.writer.rows().list_unchained_backups(&manifests).expect("a list");
        found.iter().map(|s| s.number).collect::<Vec<_>>()
    };
    assert_eq!(found(&backed), [] as [i64; 0]);
    backed.office.key(backed.sheet, "1", Some(14));
    assert_eq!(found(&backed), [] as [i64; 0], "what came since is of no account");
    // Another journal of the same length, sound in itself.
    let other = backed.office.folder.path().join("viết lại.db");
    std::fs::copy(backed.copy(1), &other).expect("a copy");
    let mut writer = crate::Writer::open(&other).expect("it opens").writer;
    let write = super::kit::tally_write(backed.sheet, "1", Some(99));
    let write = crate::TallyWrite { states: vec![], ..write };
    writer.transact(&op("set_boxes"), |tx| tx.write_tally(write)).expect("it writes");
    assert_eq!(writer.rows().journal_verify().expect("it reads"), Ok(second.head_seq));
    let found = writer.rows().list_unchained_backups(&manifests).expect("a list");
    assert_eq!(found.iter().map(|s| s.number).collect::<Vec<_>>(), [2]);
    // Of another office file it says nothing.
    let others = [Manifest { uid: "u2".into(), ..second }];
    assert_eq!(writer.rows().list_unchained_backups(&others).expect("a list"), []);
}

#[test]
fn a_secret_is_kept_and_only_that_it_changed_is_told() {
    let mut office = Office::new();
    let done = office.writer.transact(&op("keep"), |tx| tx.put_secret("key", b"one")).expect("it writes");
    let entry = office.writer.rows().find_entry(done.entry.expect("an entry")).expect("it reads").expect("the entry");
    assert_eq!(entry.changes, "[]");
    office.writer.transact(&op("keep"), |tx| tx.put_secret("key", b"two")).expect("it writes");
    assert_eq!(office.writer.rows().find_secret("key").expect("it reads").as_deref(), Some(b"two".as_slice()));
    assert_eq!(office.writer.rows().find_secret("no key").expect("it reads"), None);
}
