//! An older state is brought back, and the bringing back is taken back (`reliability.md` R3).

use std::path::PathBuf;

use domain::ids::{AccountId, SheetId};
use rusqlite::Connection;

use super::kit::{KEY, Office, moment, names_in, op, seed};
use crate::backup::{Fault, Folder, Kind, Manifest};
use crate::{NewFile, NewPerson, Opened, StoreError, Writer};

/// A sheet with one box keyed.
fn office() -> (Office, SheetId) {
    let mut office = Office::new();
    let area = office.area("Hà Trì 1");
    let visit = office.visit(area, 9);
    let sheet = office.sheet(visit);
    office.key(sheet, "1", Some(32));
    (office, sheet)
}

fn backup(office: &Office, kind: Kind) -> (PathBuf, Manifest) {
    let folder = Folder::beside(&office.path());
    let manifest = folder.make(&office.path(), kind, moment()).expect("a backup");
    (folder.find(manifest.number).expect("it reads").expect("it is there").path, manifest)
}

/// As the desk does it: what is there is kept first, and what is there then.
fn restore(office: Office, copy: &std::path::Path, manifest: &Manifest) -> (Office, Manifest) {
    let (_, before) = backup(&office, Kind::BeforeRestore);
    let ready = office.writer.ready(copy, manifest, before.number, &op("restore")).expect("it is made ready");
    let Office { folder, writer } = office;
    let opened: Opened = writer.put_back(ready).map_err(|e| e.error).expect("it is swapped in");
    assert_eq!((opened.recovered, opened.unapplied, opened.gap), (0, 0, None), "later entries are not applied again");
    let office = Office { folder, writer: opened.writer };
    backup(&office, Kind::AfterRestore);
    (office, before)
}

fn value(office: &Office, sheet: SheetId) -> Vec<u32> {
    office.writer.rows().get_tally(sheet, 1).expect("a tally").iter().map(|(_, v)| v).collect()
}

#[test]
fn a_restored_state_is_the_one_that_was_backed_up_and_the_way_back_is_open() {
    let (mut office, sheet) = office();
    let (copy, manifest) = backup(&office, Kind::Automatic);
    let then = office.writer.rows().dump().expect("a dump");
    office.key(sheet, "1", Some(33));
    office.key(sheet, "2", Some(27));
    office.area("Hà Trì 2");
    let now = office.writer.rows().dump().expect("a dump");

    let (office, before) = restore(office, &copy, &manifest);
    let rows = office.writer.rows();
    assert_eq!(rows.dump().expect("a dump"), then);
    assert_eq!(crate::journal::replayed_dump(&rows).expect("it replays"), then);
    assert!(rows.journal_verify().expect("it reads").is_ok());
    let (head, _) = rows.journal_head().expect("a head");
    let last = rows.find_entry(head).expect("it reads").expect("the last entry");
    assert!(last.op == "baseline" && last.changes.contains("restore"), "{last:?}");

    let (mut office, _) = office.reopen();
    assert_eq!(value(&office, sheet), [32], "it stays so");
    office.key(sheet, "3", Some(5));
    let (office, _) = office.reopen();
    assert_eq!(value(&office, sheet), [32, 5], "keying goes on from it");

    let copy = Folder::beside(&office.path()).find(before.number).expect("it reads").expect("it is there").path;
    let (office, _) = restore(office, &copy, &before);
    assert_eq!(office.writer.rows().dump().expect("a dump"), now);
    let listed = Folder::beside(&office.path()).list().expect("backups");
    let manifests: Vec<Manifest> = listed.into_iter().filter_map(|l| l.manifest).collect();
    let strangers = office.writer.rows().list_unchained_backups(&manifests).expect("a list");
    assert_eq!(strangers, [], "no backup of a line that was left speaks against the file");
    let left = names_in(office.folder.path());
    assert!(!left.iter().any(|n| n.contains("restoring")), "{left:?}");
}

#[test]
fn what_is_no_sound_backup_of_this_office_is_refused_in_kind_and_nothing_is_changed() {
    let (office, _) = office();
    let (copy, manifest) = backup(&office, Kind::Automatic);
    let dump = office.writer.rows().dump().expect("a dump");
    let bytes = std::fs::read(&copy).expect("the copy");
    let refused = |bytes: &[u8], manifest: &Manifest| {
        let bad = office.folder.path().join("bad.db");
        std::fs::write(&bad, bytes).expect("it writes");
        let refused = office.writer.ready(&bad, manifest, 9, &op("restore")).map(|_| ());
        assert!(!names_in(office.folder.path()).iter().any(|n| n.contains("restoring")));
        refused
    };
    let rehashed = |bytes: &[u8]| {
        let sha256 = crate::journal::digest(bytes);
        Manifest { sha256, size: bytes.len() as u64, ..manifest.clone() }
    };
    for spoilt in [&bytes[..bytes.len() / 2], &[][..], b"Excel"] {
        let found = refused(spoilt, &manifest);
        assert!(matches!(found, Err(StoreError::Backup(Fault::Changed))), "{found:?}");
    }
    assert!(matches!(refused(b"text", &rehashed(b"text")), Err(StoreError::Foreign(_))));
    // A newer program's file, and one whose boxes were changed by hand, each with a manifest to match.
    for (sql, newer) in [("PRAGMA user_version = 99", true), ("UPDATE tally SET value = 99", false)] {
        let changed = office.folder.path().join("changed.db");
        std::fs::write(&changed, &bytes).expect("it writes");
        Connection::open(&changed).and_then(|c| c.execute_batch(sql)).expect("it writes");
        let changed = std::fs::read(&changed).expect("it reads");
        let found = refused(&changed, &rehashed(&changed));
        assert!(
            matches!(
                (&found, newer),
                (Err(StoreError::Newer { .. }), true) | (Err(StoreError::Backup(Fault::Unsound)), false)
            ),
            "{sql}: {found:?}"
        );
    }
    let other = office.folder.path().join("other.db");
    Writer::create(&other, &NewFile { uid: "u2".into(), key: KEY }, &op("new"), seed).expect("another office");
    let stranger = Folder::beside(&other).make(&other, Kind::Automatic, moment()).expect("a backup");
    let found = office.writer.ready(&other, &stranger, 9, &op("restore")).map(|_| ());
    assert!(matches!(found, Err(StoreError::OtherOffice(_))), "{found:?}");
    assert_eq!(office.writer.rows().dump().expect("a dump"), dump);
}

#[test]
fn a_restore_that_was_announced_and_not_done_did_not_happen() {
    let (mut office, sheet) = office();
    let (copy, manifest) = backup(&office, Kind::Automatic);
    office.key(sheet, "1", Some(33));
    let ready = office.writer.ready(&copy, &manifest, 1, &op("restore")).expect("it is made ready");
    // A reader holds the log: the file is not swapped, and goes on as it was.
    let reader = crate::Reader::open(&office.path()).expect("it reads");
    reader.rows().list_accounts().expect("a read");
    office.writer.connection.busy_timeout(std::time::Duration::ZERO).expect("it is set");
    let Office { folder, writer } = office;
    let kept = writer.put_back(ready).expect_err("somebody reads");
    assert!(matches!(kept.error, StoreError::InUse | StoreError::Sql(_)), "{:?}", kept.error);
    drop(reader);
    let mut office = Office { folder, writer: *kept.writer.expect("it is still open") };
    office.key(sheet, "2", Some(27));
    let (office, _) = office.reopen();
    assert_eq!(value(&office, sheet), [33, 27]);
}

#[test]
fn whoever_was_deleted_for_good_stays_deleted() {
    let (mut office, _) = office();
    let person = NewPerson {
        name: "Nguyễn Thị Yến".into(),
        title: None,
        unit: None,
        phone: Some("0912345678".into()),
        salt: [7; 16],
    };
    let yen = office.run("add_person", |tx| tx.insert_person(&person)).0;
    let (copy, manifest) = backup(&office, Kind::Automatic);
    office.run("delete_person", |tx| tx.erase_person(yen, super::kit::day(17)));
    let (office, _) = restore(office, &copy, &manifest);
    assert_eq!(office.writer.rows().find_person(yen).expect("it reads"), None);
    let path = office.path();
    drop(office.writer);
    for (name, bytes) in [("the file", std::fs::read(&path)), ("its log", std::fs::read(path.with_extension("db-wal")))]
    {
        let found = bytes.is_ok_and(|b| b.windows(10).any(|w| w == b"0912345678"));
        assert!(!found, "{name}");
    }
}

#[test]
fn pins_are_those_of_the_state_and_how_copies_are_encrypted_is_the_presents() {
    let (mut office, _) = office();
    let person = NewPerson { name: "Hà".into(), title: None, unit: None, phone: None, salt: [7; 16] };
    let role = domain::account::Role::Administrator;
    let account: AccountId = office
        .run("add_account", |tx| {
            let person = tx.insert_person(&person)?;
            tx.insert_account(crate::NewAccount { person, role })
        })
        .0;
    office.run("set_pin", |tx| tx.set_pin_hash(account, Some("$then"), false));
    office.run("set_passphrase", |tx| tx.put_secret("recipient", b"then"));
    let (copy, manifest) = backup(&office, Kind::Automatic);
    office.run("set_pin", |tx| tx.set_pin_hash(account, Some("$now"), false));
    office.run("set_passphrase", |tx| tx.put_secret("recipient", b"now"));
    let (office, _) = restore(office, &copy, &manifest);
    let rows = office.writer.rows();
    assert_eq!(rows.find_pin_hash(account).expect("it reads").as_deref(), Some("$then"));
    assert_eq!(rows.find_secret("recipient").expect("it reads").as_deref(), Some(&b"now"[..]));
    assert_eq!(rows.office_key().expect("it reads"), KEY);
}
