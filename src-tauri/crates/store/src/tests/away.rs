//! Copies at the second place: what can go wrong with plain files. In each, the copy before it is still valid.

use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use chrono::Days;
use domain::backup::{Fault, Kind};
use tempfile::TempDir;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::kit::{Office, moment, names_in};
use crate::StoreError;
use crate::backup::away::{Keys, Place, about, open};
use crate::backup::{Folder, Manifest};

const PASSPHRASE: &str = "quạt trần ghế mây";

/// Each takes a second to make.
static KEYS: LazyLock<Keys> = LazyLock::new(|| Keys::new(PASSPHRASE).expect("keys"));

struct Outside {
    office: Office,
    folder: Folder,
    manifest: Manifest,
    usb: TempDir,
    place: Place,
    first: PathBuf,
}

impl Outside {
    fn new() -> Self {
        let mut office = Office::new();
        let area = office.area("Hà Trì 1");
        let visit = office.visit(area, 16);
        let sheet = office.sheet(visit);
        office.key(sheet, "1", Some(12));
        let folder = Folder::beside(&office.path());
        let manifest = folder.make(&office.path(), Kind::Automatic, moment()).expect("a backup");
        let usb = tempfile::tempdir().expect("a folder");
        let place = Place::new(usb.path(), &office.path(), "u1");
        let copy = folder.find(1).expect("a list").expect("the backup").path;
        let first = place.copy(&copy, &manifest, &KEYS).expect("a copy");
        Self { office, folder, manifest, usb, place, first }
    }

    fn copy_next(&self, days: u64) -> Result<PathBuf, StoreError> {
        let at = moment() + Days::new(days);
        let made = self.folder.make(&self.office.path(), Kind::Automatic, at).expect("a backup");
        let copy = self.folder.find(made.number).expect("a list").expect("the backup").path;
        self.place.copy(&copy, &made, &KEYS)
    }

    fn opened(&self, path: &Path, passphrase: &str) -> Result<Manifest, StoreError> {
        let target = self.usb.path().join("mở ra.db");
        let opened = open(path, passphrase, &target);
        assert_eq!(target.exists(), opened.is_ok(), "nothing is left of one that was refused");
        let _ = std::fs::remove_file(target);
        opened
    }

    fn fault_of(&self, path: &Path) -> Fault {
        match self.opened(path, PASSPHRASE) {
            Err(StoreError::Backup(fault)) => fault,
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn a_copy_opens_with_its_passphrase_and_is_the_backup_byte_for_byte() {
    let outside = Outside::new();
    assert_eq!(outside.first.file_name().expect("a name"), "Phường Hà Cầu 2024-11-17 08.05.03.tungngo");
    let target = outside.usb.path().join("lấy lại.db");
    let manifest = open(&outside.first, PASSPHRASE, &target).expect("it opens");
    assert_eq!(manifest, outside.manifest);
    let copy = outside.folder.find(1).expect("a list").expect("the backup").path;
    assert!(std::fs::read(target).expect("it reads") == std::fs::read(copy).expect("it reads"));
    let away = outside.place.list().expect("a list");
    assert_eq!(away.iter().map(|a| a.about.number).collect::<Vec<_>>(), [1]);
    assert!(outside.place.verify(&away[0]).expect("it can be read").is_ok());
}

#[test]
fn nothing_readable_is_in_it() {
    let outside = Outside::new();
    let bytes = std::fs::read(&outside.first).expect("it reads");
    for word in ["SQLite format 3", "Hà Trì 1", "iHanoi", "AGE-SECRET-KEY"] {
        assert!(!bytes.windows(word.len()).any(|w| w == word.as_bytes()), "{word}");
    }
}

#[test]
fn a_wrong_passphrase_is_told_from_a_spoilt_file() {
    let outside = Outside::new();
    for wrong in ["quat tran ghe may", "", "Quạt trần ghế mây"] {
        assert!(matches!(outside.opened(&outside.first, wrong), Err(StoreError::WrongPassphrase)), "{wrong}");
    }
    // Put together from loose marks, as another input method types it.
    let loose = " qua\u{323}t tra\u{302}\u{300}n ghe\u{302}\u{301} ma\u{302}y ";
    assert!(outside.opened(&outside.first, loose).is_ok());
}

#[test]
fn it_opens_by_the_steps_it_names_itself() {
    let outside = Outside::new();
    let mut archive = ZipArchive::new(std::fs::File::open(&outside.first).expect("it opens")).expect("a zip");
    let mut read = |name: &str| {
        let mut bytes = Vec::new();
        archive.by_name(name).expect("the part").read_to_end(&mut bytes).expect("it reads");
        bytes
    };
    let words = String::from_utf8(read("DOC-TOI.txt")).expect("text");
    assert!(words.contains("age -d -i khoa.txt -o sao-luu.bin sao-luu.age"), "{words}");
    // 2: age asks for the passphrase.
    let passphrase = age::scrypt::Identity::new(age::secrecy::SecretString::from(PASSPHRASE.to_owned()));
    let key = age::decrypt(&passphrase, &read("khoa.age")).expect("the key");
    // 3
    let key = String::from_utf8(key).expect("text");
    let key: age::x25519::Identity = key.trim().parse().expect("an identity");
    let plain = age::decrypt(&key, &read("sao-luu.age")).expect("the backup");
    // 4
    let line = plain.iter().position(|b| *b == b'\n').expect("a first line");
    let mut copy = Vec::new();
    flate2::read::GzDecoder::new(&plain[line + 1..]).read_to_end(&mut copy).expect("gzip");
    assert!(copy.starts_with(b"SQLite format 3\0"));
    assert_eq!(copy.len() as u64, outside.manifest.size);
}

#[test]
fn any_changed_byte_is_found_without_the_passphrase_or_changes_only_the_words() {
    let outside = Outside::new();
    let whole = std::fs::read(&outside.first).expect("it reads");
    for at in (0..whole.len()).step_by(whole.len() / 211) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x20;
        std::fs::write(&outside.first, &bytes).expect("it writes");
        let found = match outside.place.list().expect("a list").first() {
            Some(away) => outside.place.verify(away).expect("it can be read").err(),
            None => Some(Fault::Undescribed),
        };
        if found.is_none() {
            // Names and dates in the archive's own lists, or the words for people: what is opened is whole.
            assert_eq!(outside.opened(&outside.first, PASSPHRASE).expect("it opens"), outside.manifest, "byte {at}");
        }
    }
}

#[test]
fn every_way_a_copy_goes_bad_has_its_own_reason() {
    let outside = Outside::new();
    let whole = std::fs::read(&outside.first).expect("it reads");
    let other = outside.usb.path().join("khác.tungngo");
    let with = |bytes: &[u8]| {
        std::fs::write(&other, bytes).expect("it writes");
        outside.fault_of(&other)
    };
    assert_eq!(outside.fault_of(&outside.usb.path().join("không có.tungngo")), Fault::Missing);
    assert_eq!(with(b""), Fault::Empty);
    assert_eq!(with(&whole[..whole.len() / 2]), Fault::Truncated);
    assert_eq!(with(b"%PDF-1.7 a letter"), Fault::Foreign);
    assert_eq!(with(&zip_of(&[("a.txt", b"a letter")])), Fault::Foreign);
    assert_eq!(with(&zip_of(&[("thong-tin.json", b"{}")])), Fault::Undescribed);
    assert_eq!(with(&zip_of(&[("thong-tin.json", b"{\"format\":2}")])), Fault::Newer);
    // A key of another copy.
    let mut parts = parts_of(&whole);
    parts.iter_mut().find(|(name, _)| name == "khoa.age").expect("the key").1 =
        Keys::new(PASSPHRASE).expect("keys").sealed;
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(n, b)| (n.as_str(), b.as_slice())).collect();
    assert_eq!(with(&zip_of(&parts)), Fault::Changed);
    assert!(outside.opened(&outside.first, PASSPHRASE).is_ok(), "the first is what it was");
}

#[test]
fn a_key_that_would_take_minutes_is_refused_at_once() {
    let outside = Outside::new();
    let whole = std::fs::read(&outside.first).expect("it reads");
    let mut parts = parts_of(&whole);
    let sealed = &mut parts.iter_mut().find(|(name, _)| name == "khoa.age").expect("the key").1;
    // `-> scrypt <salt> 17`
    let work = sealed.windows(4).position(|w| w == b" 17\n").expect("the work");
    sealed.splice(work..work + 4, *b" 30\n");
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(n, b)| (n.as_str(), b.as_slice())).collect();
    std::fs::write(&outside.first, zip_of(&parts)).expect("it writes");
    assert_eq!(outside.fault_of(&outside.first), Fault::Changed);
}

#[test]
fn a_place_that_is_gone_or_a_file_costs_nothing() {
    let outside = Outside::new();
    let copy = outside.folder.find(1).expect("a list").expect("the backup").path;
    let at = |folder: &Path| Place::new(folder, &outside.office.path(), "u1").copy(&copy, &outside.manifest, &KEYS);
    let refused = at(&outside.usb.path().join("USB"));
    assert!(matches!(refused, Err(StoreError::NoFile(_))), "{refused:?}");
    std::fs::write(outside.usb.path().join("thư"), b"a letter").expect("it writes");
    let refused = at(&outside.usb.path().join("thư"));
    assert!(matches!(refused, Err(StoreError::NoFile(_))), "{refused:?}");
    assert!(outside.opened(&outside.first, PASSPHRASE).is_ok());
}

#[test]
fn what_was_left_unfinished_is_swept_and_nothing_else() {
    let outside = Outside::new();
    let at = |name: &str| outside.usb.path().join(name);
    let ours = at("Phường Hà Cầu 2024-11-17 09.00.00.tungngo.new");
    let others = [at("Phường Khác 2024-11-17 09.00.00.tungngo.new"), at("ảnh.jpg")];
    for path in others.iter().chain([&ours]) {
        std::fs::write(path, b"x").expect("it writes");
    }
    outside.copy_next(1).expect("a copy");
    assert!(!ours.exists() && others.iter().all(|p| p.exists()));
    assert_eq!(names_in(outside.usb.path()).len(), 4, "{:?}", names_in(outside.usb.path()));
}

#[test]
fn a_place_that_cannot_be_tidied_costs_only_the_new_copy() {
    let outside = Outside::new();
    let taken = outside.usb.path().join("Phường Hà Cầu 2024-11-18 08.05.03.tungngo.new");
    std::fs::create_dir(&taken).expect("a folder");
    assert!(outside.copy_next(1).is_err());
    assert_eq!(outside.place.list().expect("a list").len(), 1);
    assert!(outside.opened(&outside.first, PASSPHRASE).is_ok());
}

#[test]
fn the_same_second_once_more_takes_no_copys_place() {
    let outside = Outside::new();
    let second = outside.copy_next(0).expect("a copy");
    assert_eq!(second.file_name().expect("a name"), "Phường Hà Cầu 2024-11-17 08.05.03 (2).tungngo");
    let numbers: Vec<i64> = outside.place.list().expect("a list").iter().map(|a| a.about.number).collect();
    assert_eq!(numbers, [2, 1]);
    assert!(outside.opened(&outside.first, PASSPHRASE).is_ok_and(|m| m.number == 1));
}

#[test]
fn copies_are_thinned_like_backups_and_only_ones_own() {
    let outside = Outside::new();
    for days in (5..60).step_by(5) {
        outside.copy_next(days).expect("a copy");
    }
    // Another office's on the same drive.
    let foreign = Place::new(outside.usb.path(), Path::new("Phường Khác.db"), "u2");
    let copy = outside.folder.find(1).expect("a list").expect("the backup").path;
    let theirs = foreign.copy(&copy, &Manifest { uid: "u2".into(), ..outside.manifest.clone() }, &KEYS);
    let theirs = theirs.expect("a copy");
    assert_eq!(outside.place.thin(moment() + Days::new(60)).expect("it thins"), 2);
    let left: Vec<i64> = outside.place.list().expect("a list").iter().map(|a| a.about.number).collect();
    assert_eq!(left, (3..=12).rev().collect::<Vec<_>>());
    assert!(about(&theirs).expect("it can be read").is_ok_and(|a| a.uid == "u2"));
}

#[test]
fn numbers_go_on_after_those_at_the_second_place() {
    let outside = Outside::new();
    std::fs::remove_dir_all(outside.folder.path()).expect("it goes");
    let folder = outside.folder.clone().after(41);
    let made = folder.make(&outside.office.path(), Kind::Automatic, moment()).expect("a backup");
    assert_eq!(made.number, 42);
    assert_eq!(folder.make(&outside.office.path(), Kind::Asked, moment()).expect("a backup").number, 43);
}

#[test]
fn an_office_file_keeps_its_keys_and_the_journal_does_not() {
    let mut office = Office::new();
    assert_eq!(office.writer.rows().find_backup_keys().expect("it reads"), None);
    let done = office.writer.transact(&super::kit::op("set_passphrase"), |tx| tx.put_backup_keys(&KEYS));
    let entry = done.expect("it writes").entry.expect("an entry");
    assert_eq!(office.writer.rows().find_backup_keys().expect("it reads").as_ref(), Some(&*KEYS));
    let entry = office.writer.rows().find_entry(entry).expect("it reads").expect("the entry");
    assert!(!entry.changes.contains("age1"), "{}", entry.changes);
}

fn parts_of(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    (0..archive.len())
        .map(|i| {
            let mut bytes = Vec::new();
            let mut part = archive.by_index(i).expect("the part");
            part.read_to_end(&mut bytes).expect("it reads");
            (part.name().expect("a name").into_owned(), bytes)
        })
        .collect()
}

fn zip_of(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in parts {
        archive.start_file(*name, options).expect("a part");
        archive.write_all(bytes).expect("it writes");
    }
    archive.finish().expect("a zip").into_inner()
}
