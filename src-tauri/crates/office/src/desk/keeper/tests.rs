//! The keeper by a clock of the test's own: nobody sleeps.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU8, AtomicU64, Ordering};

use domain::backup::{AFTER_LAST, AT_LATEST};
use tempfile::TempDir;

use super::*;
use crate::create::{Beginning, create};
use crate::error::ErrorCode;
use crate::team::AddTeam;
use crate::verb::Office;

/// Seconds that were let pass, and a clock that can be set to any day.
#[derive(Debug)]
struct Clock {
    ticks: AtomicU64,
    now: Mutex<DateTime<FixedOffset>>,
    chance: AtomicU8,
}

impl Outside for Clock {
    fn now(&self) -> DateTime<FixedOffset> {
        *self.now.lock().expect("the clock")
    }

    fn ticks(&self) -> Duration {
        Duration::from_secs(self.ticks.load(Ordering::SeqCst))
    }

    fn fill(&self, bytes: &mut [u8]) {
        for byte in bytes {
            *byte = self.chance.fetch_add(1, Ordering::SeqCst);
        }
    }
}

struct Kept {
    clock: Arc<Clock>,
    office: Office,
    keeper: Keeper,
    teams: u32,
    folder: TempDir,
}

fn at(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).expect("a time of the test")
}

impl Kept {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("ward.db");
        let now = Mutex::new(at("2024-11-10T08:00:00+07:00"));
        let clock = Arc::new(Clock { ticks: AtomicU64::new(1000), now, chance: AtomicU8::new(0) });
        create(&path, &Beginning::Sample { name: "ha-cau-2024".into() }, &*clock).expect("a new file");
        let office = Office::open(&path, Arc::clone(&clock) as _).expect("it opens").office;
        let keeper = Keeper::begin(&path, Arc::clone(&clock) as _);
        let kept = Self { clock, office, keeper, teams: 0, folder };
        kept.pass(0);
        kept
    }

    /// Lets seconds pass, and waits until the thread has done what is due by then.
    fn pass(&self, seconds: u64) {
        let shared = &self.keeper.0;
        let mut state = self.keeper.at_state();
        self.clock.ticks.fetch_add(seconds, Ordering::SeqCst);
        state.asleep = false;
        shared.changed.notify_all();
        drop(shared.changed.wait_while(state, |s| !s.asleep && !s.ended).expect("the state"));
    }

    fn write(&mut self) {
        self.teams += 1;
        self.office.write(AddTeam { name: format!("Tổ thêm {}", self.teams) }).expect("a team");
        self.keeper.heard();
    }

    fn numbers(&self) -> Vec<i64> {
        self.keeper.folder().list().expect("a list").iter().map(|l| l.stamp.number).collect()
    }

    fn failure(&self) -> Option<ErrorCode> {
        self.keeper.brief().failure.map(|f| f.error.code)
    }

    fn folder_of_backups(&self) -> PathBuf {
        self.keeper.folder().path().to_owned()
    }
}

const SOON: u64 = AFTER_LAST.as_secs();

#[test]
fn a_backup_is_made_sixty_seconds_after_the_last_change() {
    let mut kept = Kept::new();
    kept.pass(SOON - 1);
    assert_eq!(kept.numbers(), [] as [i64; 0]);
    assert!(kept.keeper.brief().waiting);
    kept.pass(1);
    assert_eq!(kept.numbers(), [1], "the file as it was opened");
    let brief = kept.keeper.brief();
    assert_eq!((brief.last.map(|s| (s.number, s.kind)), brief.waiting), (Some((1, Kind::Automatic)), false));
    assert!(kept.keeper.checked(1).is_some_and(|(_, found)| found.is_none()), "it was read at its making");

    kept.write();
    kept.pass(SOON - 1);
    kept.write();
    kept.pass(SOON - 1);
    assert_eq!(kept.numbers(), [1]);
    kept.pass(1);
    assert_eq!(kept.numbers(), [2, 1]);
}

#[test]
fn keying_without_a_pause_is_backed_up_within_ten_minutes() {
    let mut kept = Kept::new();
    kept.pass(SOON);
    for _ in 0..AT_LATEST.as_secs() / 30 {
        kept.write();
        assert_eq!(kept.numbers(), [1]);
        kept.pass(30);
    }
    assert_eq!(kept.numbers(), [2, 1]);
}

#[test]
fn where_nothing_was_written_there_is_no_new_backup() {
    let kept = Kept::new();
    kept.pass(SOON);
    for _ in 0..3 {
        kept.keeper.heard();
        kept.pass(SOON);
    }
    assert_eq!(kept.numbers(), [1]);
    let brief = kept.keeper.brief();
    assert!(!brief.waiting && brief.failure.is_none());
    // Whoever asks gets one.
    kept.keeper.make_asked().expect("a backup");
    assert_eq!(kept.numbers(), [2, 1]);
}

#[test]
fn a_clock_that_is_set_neither_puts_a_backup_off_nor_reorders_them() {
    let mut kept = Kept::new();
    kept.pass(SOON);
    for now in ["2009-01-01T00:00:00+07:00", "2099-02-28T23:59:59+07:00", "2024-11-10T08:00:00+07:00"] {
        *kept.clock.now.lock().expect("the clock") = at(now);
        kept.write();
        kept.pass(SOON);
    }
    assert_eq!(kept.numbers(), [4, 3, 2, 1]);
    assert_eq!(kept.keeper.brief().last.map(|s| s.number), Some(4));
}

#[test]
fn a_failure_is_told_costs_nothing_and_is_tried_again() {
    let mut kept = Kept::new();
    kept.pass(SOON);
    let (folder, aside) = (kept.folder_of_backups(), kept.folder.path().join("để riêng"));
    std::fs::rename(&folder, &aside).expect("it moves");
    std::fs::write(&folder, b"a letter").expect("it writes");
    kept.write();
    kept.pass(SOON);
    assert_eq!(kept.failure(), Some(ErrorCode::BackupFolder));
    assert!(kept.keeper.brief().waiting, "what was to be held still waits");
    // The drive is back.
    std::fs::remove_file(&folder).expect("it goes");
    std::fs::rename(&aside, &folder).expect("it moves");
    kept.pass(SOON - 1);
    assert_eq!(kept.failure(), Some(ErrorCode::BackupFolder));
    kept.pass(1);
    assert_eq!((kept.failure(), kept.numbers()), (None, vec![2, 1]));
}

#[test]
fn another_program_at_the_same_folder_is_waited_for() {
    let mut kept = Kept::new();
    kept.pass(SOON);
    let other = std::fs::File::open(kept.folder_of_backups().join(".lock")).expect("the lock");
    other.lock().expect("it locks");
    kept.write();
    kept.pass(SOON);
    assert_eq!(kept.failure(), Some(ErrorCode::BackupBusy));
    drop(other);
    kept.pass(SOON);
    assert_eq!((kept.failure(), kept.numbers()), (None, vec![2, 1]));
}

#[test]
fn a_closed_file_leaves_a_last_backup_and_no_thread() {
    let mut kept = Kept::new();
    kept.pass(SOON);
    kept.write();
    kept.keeper.leave_and_wait();
    assert!(kept.keeper.at_state().ended);
    assert_eq!(kept.numbers(), [2, 1]);
    // Nothing waits: nothing is made.
    let kept = Kept::new();
    kept.pass(SOON);
    kept.keeper.leave_and_wait();
    assert_eq!((kept.keeper.at_state().ended, kept.numbers()), (true, vec![1]));
}

#[test]
fn a_file_that_went_in_a_panic_is_left_alone() {
    let kept = Kept::new();
    kept.keeper.stop();
    kept.pass(SOON);
    assert!(kept.keeper.at_state().ended);
    assert_eq!(kept.numbers(), [] as [i64; 0]);
}

#[test]
fn a_close_is_not_held_up_by_a_drive_that_is_out() {
    let mut kept = Kept::new();
    std::fs::write(kept.folder_of_backups(), b"a letter").expect("it writes");
    kept.write();
    kept.pass(SOON);
    assert_eq!(kept.failure(), Some(ErrorCode::BackupFolder));
    kept.keeper.leave_and_wait();
    assert!(kept.keeper.at_state().ended, "it was tried, it is not tried again now");
}

#[test]
fn the_second_place_gets_each_good_backup_while_it_is_there() {
    let mut kept = Kept::new();
    let usb = tempfile::tempdir().expect("a folder");
    let places = Places { offices: kept.folder.path().to_owned(), settings: usb.path().join("settings") };
    let drive = usb.path().join("USB");
    std::fs::create_dir(&drive).expect("a folder");
    let uid = kept.office.view().office_uid().expect("a name");
    kept.keeper.knows(&places, &uid);
    let chosen = super::super::backups::Chosen { folder: drive.clone(), copied: None, after: 0 };
    kept.keeper.second_places().expect("places").put(Some(chosen)).expect("it is kept");
    let copies = || std::fs::read_dir(&drive).map(std::iter::Iterator::count).unwrap_or_default();

    kept.pass(SOON);
    assert_eq!(copies(), 0, "without a passphrase nothing leaves the office");
    let keys = store::backup::away::Keys::new("quat tran ghe may").expect("keys");
    kept.office.write(super::super::backups::KeepBackupKeys::of(keys)).expect("keys");
    kept.keeper.heard();
    kept.pass(SOON);
    assert_eq!(copies(), 1);
    let second = kept.keeper.second_place();
    assert_eq!((second.last.map(|s| s.number), second.copies, second.there), (Some(2), Some(1), true));

    // It is taken out: no failure, and after three days it is asked for.
    let out = usb.path().join("đã rút");
    std::fs::rename(&drive, &out).expect("it is taken out");
    kept.write();
    kept.pass(SOON);
    assert_eq!((kept.numbers(), kept.failure()), (vec![3, 2, 1], None));
    assert!(!kept.keeper.brief().second_due && kept.keeper.brief().second_failure.is_none());
    *kept.clock.now.lock().expect("the clock") = at("2024-11-13T08:00:00+07:00");
    assert!(kept.keeper.brief().second_due);

    // It is back: the next one that is due copies, although nothing new was written.
    std::fs::rename(&out, &drive).expect("it is back");
    kept.keeper.heard();
    kept.pass(SOON);
    assert_eq!((copies(), kept.keeper.brief().second_due), (2, false));
    // The folder of backups was emptied: numbers go on, and the second place keeps its order.
    std::fs::remove_dir_all(kept.folder_of_backups()).expect("it goes");
    kept.write();
    kept.pass(SOON);
    assert_eq!((kept.numbers(), copies()), (vec![4], 3));
}

#[test]
fn a_second_place_that_cannot_be_written_costs_only_the_copy() {
    let mut kept = Kept::new();
    let usb = tempfile::tempdir().expect("a folder");
    let places = Places { offices: kept.folder.path().to_owned(), settings: usb.path().join("settings") };
    let uid = kept.office.view().office_uid().expect("a name");
    kept.keeper.knows(&places, &uid);
    let keys = store::backup::away::Keys::new("quat tran ghe may").expect("keys");
    kept.office.write(super::super::backups::KeepBackupKeys::of(keys)).expect("keys");
    let chosen = super::super::backups::Chosen { folder: usb.path().to_owned(), copied: None, after: 0 };
    kept.keeper.second_places().expect("places").put(Some(chosen)).expect("it is kept");
    // Where the copy is written stands a folder.
    let taken = usb.path().join("ward 2024-11-10 08.00.00.tungngo.new");
    std::fs::create_dir(&taken).expect("a folder");
    kept.pass(SOON);
    assert_eq!((kept.numbers(), kept.failure()), (vec![1], None), "the backup itself counts");
    assert!(kept.keeper.brief().second_failure.is_some());
    std::fs::remove_dir(&taken).expect("it goes");
    kept.write();
    kept.pass(SOON);
    assert!(kept.keeper.brief().second_failure.is_none());
}
