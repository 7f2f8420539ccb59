//! Backups as the window asks for them: rights, the second place, its passphrase.

use std::path::Path;
use std::sync::Arc;

use serde_json::{Value, json};
use tempfile::TempDir;

use super::kit::Morning;
use crate::ErrorCode;
use crate::desk::{Desk, Places};

struct Sitting {
    desk: Desk,
    folder: TempDir,
}

impl Sitting {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let places = Places { offices: folder.path().join("Từng Ngõ"), settings: folder.path().join("settings") };
        let sitting = Self { desk: Desk::new(places, Arc::new(Morning::default())), folder };
        let beginning = json!({ "from": "sample", "name": "ha-cau-2024" });
        sitting.call("desk", json!({ "do": "create", "path": null, "beginning": beginning })).expect("a new office");
        sitting
    }

    fn call(&self, name: &str, request: Value) -> Result<Value, ErrorCode> {
        self.desk.call(name, request).map(|reply| reply.answer).map_err(|e| e.code)
    }

    fn ask(&self, request: Value) -> Result<Value, ErrorCode> {
        self.call("backups", request)
    }

    fn usb(&self) -> std::path::PathBuf {
        let usb = self.folder.path().join("USB");
        std::fs::create_dir_all(&usb).expect("a folder");
        usb
    }

    fn choose(&self, folder: &Path) -> Result<Value, ErrorCode> {
        self.ask(json!({ "do": "set_second_place", "path": folder }))
    }

    /// Beside the office file.
    fn backups(&self) -> std::path::PathBuf {
        self.folder.path().join("Từng Ngõ").join("UBND phường Hà Cầu - sao lưu")
    }
}

#[test]
fn a_backup_that_is_asked_for_is_there_and_says_what_it_holds() {
    let sitting = Sitting::new();
    let state = sitting.ask(json!({ "do": "state" })).expect("a state");
    assert_eq!((&state["backups"], &state["brief"]["last"]), (&json!([]), &Value::Null));
    let state = sitting.ask(json!({ "do": "make" })).expect("a backup");
    let row = &state["backups"][0];
    assert_eq!((&row["stamp"]["number"], &row["stamp"]["kind"]), (&json!(1), &json!("asked")));
    assert_eq!((&row["office"], &row["fault"]), (&json!("UBND phường Hà Cầu"), &Value::Null));
    assert_eq!(row["expires"], json!({ "on": "2025-11-01", "after": 10 }));
    assert_ne!(row["checked"], Value::Null, "it was read at its making");
    let desk = sitting.call("desk", json!({ "do": "state" })).expect("a state");
    assert_eq!(desk["backup"]["last"]["number"], 1);
}

#[test]
fn one_that_went_bad_is_shown_once_it_is_read_and_the_others_are_not() {
    let sitting = Sitting::new();
    for _ in 0..2 {
        sitting.ask(json!({ "do": "make" })).expect("a backup");
    }
    let copy = std::fs::read_dir(sitting.backups()).expect("a folder").map(|e| e.expect("an entry").path());
    let copy = copy.filter(|p| p.extension().is_some_and(|e| e == "db")).min().expect("the first copy");
    let mut bytes = std::fs::read(&copy).expect("it reads");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&copy, bytes).expect("it writes");
    let faults = |state: &Value| -> Vec<Value> {
        state["backups"].as_array().expect("a list").iter().map(|row| row["fault"].clone()).collect()
    };
    assert_eq!(faults(&sitting.ask(json!({ "do": "state" })).expect("a state")), [Value::Null, Value::Null]);
    let state = sitting.ask(json!({ "do": "verify", "number": null })).expect("it is read");
    assert_eq!(faults(&state), [Value::Null, json!("changed")]);
    assert_eq!(faults(&sitting.ask(json!({ "do": "state" })).expect("a state")), [Value::Null, json!("changed")]);
}

#[test]
fn the_second_place_is_another_folder_that_is_there() {
    let sitting = Sitting::new();
    sitting.ask(json!({ "do": "make" })).expect("a backup");
    let office = sitting.folder.path().join("Từng Ngõ");
    assert_eq!(sitting.choose(&office), Err(ErrorCode::SecondPlaceInside));
    assert_eq!(sitting.choose(&sitting.backups()), Err(ErrorCode::SecondPlaceInside));
    assert_eq!(sitting.choose(&office.join("..").join("Từng Ngõ")), Err(ErrorCode::SecondPlaceInside));
    assert_eq!(sitting.choose(&sitting.folder.path().join("không có")), Err(ErrorCode::SecondPlaceGone));
    let letter = sitting.folder.path().join("thư");
    std::fs::write(&letter, b"x").expect("it writes");
    assert_eq!(sitting.choose(&letter), Err(ErrorCode::SecondPlaceGone));
    let state = sitting.choose(&sitting.usb()).expect("chosen");
    assert_eq!(state["second"]["there"], true);
    assert_eq!(state["second"]["same_drive"], true, "a mild warning: it is the same drive");
    assert_eq!(std::fs::read_dir(sitting.usb()).expect("a folder").count(), 0, "the trial leaves nothing");
    let state =
        sitting.choose(&sitting.usb()).and_then(|_| sitting.ask(json!({ "do": "set_second_place", "path": null })));
    assert_eq!(state.expect("none")["second"]["folder"], Value::Null);
}

#[test]
fn nothing_leaves_without_a_passphrase_and_with_one_it_opens() {
    let sitting = Sitting::new();
    let copy_now = json!({ "do": "copy_now" });
    assert_eq!(sitting.ask(copy_now.clone()), Err(ErrorCode::SecondPlaceUnset));
    sitting.choose(&sitting.usb()).expect("chosen");
    assert_eq!(sitting.ask(copy_now.clone()), Err(ErrorCode::PassphraseUnset));
    let set = |passphrase: &str| sitting.ask(json!({ "do": "set_passphrase", "passphrase": passphrase }));
    assert_eq!(set("  ngắn quá  "), Err(ErrorCode::PassphraseShort));
    assert_eq!(set("quạt trần ghế mây").expect("set")["second"]["has_passphrase"], true);
    let state = sitting.ask(copy_now.clone()).expect("copied");
    assert_eq!((&state["second"]["copies"], &state["second"]["last"]["number"]), (&json!(1), &json!(1)));
    let copied = std::fs::read_dir(sitting.usb()).expect("a folder").next().expect("a copy").expect("an entry").path();
    let name = copied.file_name().expect("a name").to_string_lossy().into_owned();
    assert_eq!(name, "UBND phường Hà Cầu 2024-11-10 08.00.00.tungngo");
    let opened = store::backup::away::open(&copied, "quạt trần ghế mây", &sitting.folder.path().join("mở.db"));
    assert_eq!(opened.expect("it opens").office, "UBND phường Hà Cầu");

    std::fs::rename(sitting.usb(), sitting.folder.path().join("rút")).expect("it is taken out");
    assert_eq!(sitting.ask(copy_now), Err(ErrorCode::SecondPlaceGone));
    let state = sitting.ask(json!({ "do": "state" })).expect("a state");
    assert_eq!((&state["second"]["there"], &state["second"]["copies"]), (&json!(false), &Value::Null));
    assert_eq!(state["second"]["failure"]["error"]["code"], "second_place_gone");
}

#[test]
fn where_copies_go_and_what_opens_them_is_the_administrators() {
    let sitting = Sitting::new();
    let accounts = sitting.call("list_accounts", json!({})).expect("accounts");
    let administrator = accounts[0]["id"].clone();
    sitting.call("set_pin", json!({ "account": administrator, "pin": "258147" })).expect("a PIN");
    sitting
        .call("add_account", json!({ "name": "Lê Thị Bích", "role": "clerk", "pin": "470693" }))
        .expect("an account");
    let everything = [
        json!({ "do": "state" }),
        json!({ "do": "make" }),
        json!({ "do": "verify", "number": 1 }),
        json!({ "do": "copy_now" }),
        json!({ "do": "set_second_place", "path": null }),
        json!({ "do": "set_passphrase", "passphrase": "quat tran ghe may" }),
    ];
    sitting.call("desk", json!({ "do": "sign_out" })).expect("signed out");
    for request in &everything {
        assert_eq!(sitting.ask(request.clone()), Err(ErrorCode::NotSignedIn), "{request}");
    }
    let accounts = sitting.call("list_accounts", json!({})).expect("accounts");
    let clerk = accounts.as_array().expect("a list").iter().find(|a| a["role"] == "clerk").expect("the clerk");
    sitting.call("desk", json!({ "do": "sign_in", "account": clerk["id"], "pin": "470693" })).expect("signed in");
    // It was lent: the clerk sets an own one first.
    let own = json!({ "do": "change_pin", "old": "470693", "new": "581704" });
    sitting.call("desk", own).expect("an own PIN");
    for request in &everything {
        let refused = sitting.ask(request.clone()).err();
        let is_administrators = request["do"] == "set_second_place" || request["do"] == "set_passphrase";
        assert_eq!(refused == Some(ErrorCode::NotAllowed), is_administrators, "{request}: {refused:?}");
    }
}

#[test]
fn closing_leaves_a_backup_of_what_was_written() {
    let sitting = Sitting::new();
    sitting.call("number_sheets", json!({ "evening": "2024-11-09", "count": 5, "spare": 2 })).expect("codes");
    sitting.call("desk", json!({ "do": "close" })).expect("closed");
    let made = store::backup::Folder::at(&sitting.backups()).latest().expect("a list").expect("a backup");
    assert_eq!(made.totals.rows.get("sheet"), Some(&7));
}

#[test]
fn a_journal_written_anew_is_a_finding() {
    let sitting = Sitting::new();
    sitting.ask(json!({ "do": "make" })).expect("a backup");
    sitting.call("add_team", json!({ "name": "Tổ A" })).expect("a team");
    sitting.ask(json!({ "do": "make" })).expect("a backup");
    let findings = || sitting.call("check_file", json!({})).expect("a check")["findings"].clone();
    assert_eq!(findings(), json!([]));
    // Instead of the second backup's entry another one: the first backup is put back by hand and keyed on.
    sitting.call("desk", json!({ "do": "close" })).expect("closed");
    let office = sitting.folder.path().join("Từng Ngõ").join("UBND phường Hà Cầu.db");
    let first = store::backup::Folder::at(&sitting.backups()).find(1).expect("a list").expect("the first").path;
    for left in ["db-wal", "db-shm"] {
        let _ = std::fs::remove_file(office.with_extension(left));
    }
    std::fs::copy(first, &office).expect("it is overwritten");
    sitting.call("desk", json!({ "do": "open", "path": office })).expect("it opens");
    sitting.call("add_team", json!({ "name": "Tổ B" })).expect("a team");
    let found = findings();
    assert_eq!((&found[0]["kind"], &found[0]["stamp"]["number"]), (&json!("backup"), &json!(2)), "{found}");
    assert_eq!(found.as_array().map(Vec::len), Some(1), "{found}");
}
