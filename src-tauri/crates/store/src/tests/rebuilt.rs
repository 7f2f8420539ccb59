//! Damaged files are rebuilt to the last acknowledged box (`reliability.md` R4).

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use domain::ids::SheetId;
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;

use super::kit::{Office, moment, names_in, op};
use crate::backup::{Folder, Kind};
use crate::{Gap, Reader, Start, StoreError, Writer, entries_beside, recover};

/// Boxes as they were acknowledged: sheet, box, value.
type Keyed = BTreeMap<(i64, String), u32>;

fn keyed(office: &Office, sheets: &[SheetId]) -> Keyed {
    let rows = office.writer.rows();
    let mut found = Keyed::new();
    for sheet in sheets {
        for (no, value) in rows.get_tally(*sheet, 1).expect("a tally").iter() {
            found.insert((sheet.0, no.to_string()), value);
        }
    }
    found
}

fn with_sheets(count: usize) -> (Office, Vec<SheetId>) {
    let mut office = Office::new();
    let area = office.area("Hà Trì 1");
    let visit = office.visit(area, 9);
    let sheets = (0..count).map(|_| office.sheet(visit)).collect();
    (office, sheets)
}

fn make(office: &Office, kind: Kind) {
    Folder::beside(&office.path()).make(&office.path(), kind, moment()).expect("a backup");
}

/// The folder as a power cut leaves it: nothing is closed.
fn cut(office: &Office) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    copy_folder(office.folder.path(), folder.path());
    let path = folder.path().join(office.path().file_name().expect("a name"));
    (folder, path)
}

fn copy_folder(from: &Path, to: &Path) {
    for entry in std::fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            std::fs::create_dir(&target).expect("it is made");
            copy_folder(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).expect("it copies");
        }
    }
}

fn zero_page(path: &Path, page: usize) {
    let mut bytes = std::fs::read(path).expect("it reads");
    let from = (page * 4096).min(bytes.len());
    let to = (from + 4096).min(bytes.len());
    bytes[from..to].fill(0);
    std::fs::write(path, bytes).expect("it writes");
}

#[test]
fn a_file_without_its_first_page_comes_back_with_every_box() {
    let (mut office, sheets) = with_sheets(2);
    office.key(sheets[0], "1", Some(32));
    make(&office, Kind::Automatic);
    office.key(sheets[0], "2", Some(27));
    office.key(sheets[1], "1", Some(5));
    let acknowledged = keyed(&office, &sheets);
    let path = office.path();
    let Office { folder, writer } = office;
    drop(writer);
    zero_page(&path, 0);
    assert!(Writer::open(&path).is_err());

    let recovered = recover(&path, &op("recover")).expect("it is rebuilt");
    assert_eq!((recovered.opened.recovered, recovered.missing), (2, Some(0)));
    let aside = recovered.aside.expect("the damaged file is kept");
    assert!(aside.exists() && aside.to_string_lossy().contains("bị hỏng 2024-11-17 08.05.03"), "{aside:?}");
    let office = Office { folder, writer: recovered.opened.writer };
    assert_eq!(keyed(&office, &sheets), acknowledged);
    let (office, again) = office.reopen();
    assert_eq!((keyed(&office, &sheets), again), (acknowledged, 0));
}

#[test]
fn deeds_that_were_no_keying_are_counted_as_missing() {
    let (mut office, sheets) = with_sheets(1);
    make(&office, Kind::Automatic);
    office.key(sheets[0], "1", Some(32));
    office.area("Hà Trì 2");
    office.area("Hà Trì 3");
    let path = office.path();
    drop(office.writer);
    zero_page(&path, 0);
    let recovered = recover(&path, &op("recover")).expect("it is rebuilt");
    assert_eq!((recovered.opened.recovered, recovered.missing), (1, Some(2)));
}

#[test]
fn a_backup_that_went_bad_is_passed_over_for_the_one_before() {
    let (mut office, sheets) = with_sheets(1);
    make(&office, Kind::Automatic);
    office.key(sheets[0], "1", Some(32));
    make(&office, Kind::Automatic);
    office.key(sheets[0], "2", Some(27));
    let acknowledged = keyed(&office, &sheets);
    let path = office.path();
    let Office { folder, writer } = office;
    drop(writer);
    zero_page(&Folder::beside(&path).find(2).expect("it reads").expect("the second").path, 3);
    zero_page(&path, 0);
    let recovered = recover(&path, &op("recover")).expect("it is rebuilt");
    assert_eq!(recovered.backup.number, 1);
    assert_eq!(keyed(&Office { folder, writer: recovered.opened.writer }, &sheets), acknowledged);
}

#[test]
fn without_a_backup_nothing_is_touched() {
    let (office, _) = with_sheets(1);
    let path = office.path();
    let Office { folder, writer } = office;
    drop(writer);
    zero_page(&path, 0);
    let names = names_in(folder.path());
    let bytes = std::fs::read(&path).expect("it reads");
    assert!(matches!(recover(&path, &op("recover")), Err(StoreError::NoBackup(_))));
    assert_eq!((names_in(folder.path()), std::fs::read(&path).expect("it reads")), (names, bytes));
}

#[test]
fn the_end_of_a_log_that_went_bad_is_noticed() {
    let (mut office, sheets) = with_sheets(1);
    office.key(sheets[0], "1", Some(32));
    let wal = office.path().with_file_name("Phường Hà Cầu.db-wal");
    let whole = std::fs::metadata(&wal).expect("a log").len();
    office.area("Hà Trì 2");
    office.key(sheets[0], "2", Some(27));
    let (_folder, path) = cut(&office);
    let wal = path.with_file_name("Phường Hà Cầu.db-wal");
    let mut bytes = std::fs::read(&wal).expect("a log");
    // Into the first frame after the first box: SQLite reads up to there and says nothing.
    bytes[usize::try_from(whole).expect("a small log") + 200] ^= 1;
    std::fs::write(&wal, bytes).expect("it writes");
    let opened = Writer::open(&path).expect("it opens");
    assert_eq!((opened.start, opened.gap, opened.recovered), (Start::Unsealed, Some(Gap::Behind(1)), 1));
    drop(opened);
    assert_eq!(Writer::open(&path).expect("it opens").gap, Some(Gap::Behind(1)), "until something new is written");
}

/// One thing that happens to an office.
#[derive(Debug, Clone)]
enum Step {
    Key {
        sheet: usize,
        no: u8,
        value: Option<u32>,
    },
    Backup,
    /// The backup this many before the last.
    Restore(usize),
    Undo,
    /// Power cut, and a page of the database is gone.
    CrashAndRecover {
        page: usize,
    },
    Reopen,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => (0..3_usize, 1..10_u8, proptest::option::weighted(0.9, 0..500_u32))
            .prop_map(|(sheet, no, value)| Step::Key { sheet, no, value }),
        2 => Just(Step::Backup),
        1 => (0..4_usize).prop_map(Step::Restore),
        1 => Just(Step::Undo),
        2 => (0..60_usize).prop_map(|page| Step::CrashAndRecover { page }),
        1 => Just(Step::Reopen),
    ]
}

/// The office and what was acknowledged, with what each backup held.
struct World {
    office: Option<Office>,
    sheets: Vec<SheetId>,
    keyed: Keyed,
    backups: BTreeMap<i64, (Kind, Keyed)>,
}

impl World {
    fn office(&mut self) -> &mut Office {
        self.office.as_mut().expect("it is open between two steps")
    }

    fn backup(&mut self, kind: Kind) -> i64 {
        let path = self.office().path();
        let made = Folder::beside(&path).make(&path, kind, moment()).expect("a backup");
        self.backups.insert(made.number, (kind, self.keyed.clone()));
        made.number
    }

    fn restore(&mut self, number: i64) {
        let before = self.backup(Kind::BeforeRestore);
        let Office { folder, writer } = self.office.take().expect("it is open");
        let found = Folder::beside(writer.path()).find(number).expect("it reads").expect("it is there");
        let manifest = found.manifest.expect("it is described");
        let ready = writer.ready(&found.path, &manifest, before, &op("restore")).expect("it is made ready");
        let opened = writer.put_back(ready).map_err(|e| e.error).expect("it is swapped in");
        self.office = Some(Office { folder, writer: opened.writer });
        self.keyed = self.backups[&number].1.clone();
        // Sometimes the desk's backup afterwards comes about, sometimes the power fails before.
        if number % 2 == 0 {
            self.backup(Kind::AfterRestore);
        }
    }

    fn step(&mut self, step: &Step) {
        match step {
            Step::Key { sheet, no, value } => {
                let sheet = self.sheets[*sheet];
                self.office().key(sheet, &no.to_string(), *value);
                match value {
                    Some(value) => self.keyed.insert((sheet.0, no.to_string()), *value),
                    None => self.keyed.remove(&(sheet.0, no.to_string())),
                };
            }
            Step::Backup => {
                self.backup(Kind::Automatic);
            }
            Step::Restore(before) => {
                if let Some(number) = self.backups.keys().rev().nth(*before).copied() {
                    self.restore(number);
                }
            }
            Step::Undo => {
                let last = self.backups.iter().rev().find(|(_, (kind, _))| *kind == Kind::BeforeRestore);
                if let Some(number) = last.map(|(n, _)| *n) {
                    self.restore(number);
                }
            }
            Step::CrashAndRecover { page } => {
                if self.backups.is_empty() {
                    self.backup(Kind::Automatic);
                }
                let (folder, path) = cut(self.office());
                zero_page(&path, *page);
                self.office = None;
                let recovered = recover(&path, &op("recover")).expect("it is rebuilt");
                assert_eq!(recovered.opened.unapplied, 0);
                self.office = Some(Office { folder, writer: recovered.opened.writer });
            }
            Step::Reopen => {
                let (office, recovered) = self.office.take().expect("it is open").reopen();
                assert_eq!(recovered, 0);
                self.office = Some(office);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens_the_acknowledged_boxes_are_there(steps in proptest::collection::vec(step(), 1..14)) {
        let (office, sheets) = with_sheets(3);
        let mut world = World { office: Some(office), sheets: sheets.clone(), keyed: Keyed::new(), backups: BTreeMap::new() };
        for (n, each) in steps.iter().enumerate() {
            world.step(each);
            let found = keyed(world.office(), &sheets);
            prop_assert_eq!(&found, &world.keyed, "after step {}: {:?}", n, each);
        }
        let rows = world.office().writer.rows();
        prop_assert_eq!(rows.integrity().map_err(|e| TestCaseError::fail(e.to_string()))?, Vec::<String>::new());
        prop_assert!(rows.journal_verify().map_err(|e| TestCaseError::fail(e.to_string()))?.is_ok());
    }
}

#[test]
fn a_copy_in_memory_reads_what_the_log_holds_and_leaves_the_folder_alone() {
    let (mut office, sheets) = with_sheets(1);
    office.key(sheets[0], "1", Some(32));
    let (folder, path) = cut(&office);
    let _ = std::fs::remove_file(path.with_file_name("Phường Hà Cầu.db-shm"));
    let names = names_in(folder.path());
    let reader = Reader::open_copy(&path).expect("it reads");
    assert_eq!(reader.rows().get_tally(sheets[0], 1).expect("a tally").iter().count(), 1);
    assert_eq!(reader.rows().path(), path, "papers lie beside the file, not beside the copy");
    assert_eq!(names_in(folder.path()), names);
    assert!(entries_beside(&path).exists());
}
