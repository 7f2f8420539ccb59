//! A backup is looked at, brought back and taken back at the desk; a damaged file is rebuilt with one button.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use chrono::{DateTime, FixedOffset, SecondsFormat};
use serde_json::{Value, json};
use tempfile::TempDir;

use super::kit::Morning;
use crate::desk::{Desk, Places};
use crate::error::WireError;
use crate::{ErrorCode, Outside, System};

struct Room {
    desk: Arc<Desk>,
    folder: TempDir,
    codes: Vec<String>,
}

impl Room {
    /// The reference plan with the codes of one evening.
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let places = Places { offices: folder.path().join("Từng Ngõ"), settings: folder.path().join("settings") };
        let desk = Arc::new(Desk::new(places, Arc::new(Morning::default())));
        let mut room = Self { desk, folder, codes: Vec::new() };
        room.desk(json!({ "do": "create", "path": null, "beginning": { "from": "sample", "name": "ha-cau-2024" } }));
        room.call("number_sheets", json!({ "evening": "2024-11-09", "count": 5, "spare": 0 })).expect("codes");
        let status = room.call("get_status", json!({})).expect("a status");
        let sheets = status["sheets"].as_array().expect("sheets");
        room.codes = sheets.iter().map(|s| s["code"].as_str().expect("a code").to_owned()).collect();
        room
    }

    fn call(&self, name: &str, request: Value) -> Result<Value, WireError> {
        self.desk.call(name, request).map(|reply| reply.answer)
    }

    fn desk(&self, request: Value) -> Value {
        self.call("desk", request).expect("the desk answers")
    }

    fn backups(&self, request: Value) -> Value {
        self.call("backups", request).expect("backups answer")
    }

    fn key(&self, sheet: usize, value: &str) {
        let boxes = json!([{ "no": "1", "value": value, "keys": 2 }]);
        self.call("set_boxes", json!({ "code": self.codes[sheet], "boxes": boxes, "cursor": "2" })).expect("keyed");
    }

    fn value(&self, sheet: usize) -> Value {
        let status = self.call("get_status", json!({})).expect("a status");
        let sheets = status["sheets"].as_array().expect("sheets");
        sheets.iter().find(|s| s["code"] == self.codes[sheet].as_str()).expect("the sheet")["boxes"]["1"].clone()
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("Từng Ngõ").join("UBND phường Hà Cầu.db")
    }

    fn last_backup(&self) -> i64 {
        self.backups(json!({ "do": "state" }))["backups"][0]["stamp"]["number"].as_i64().expect("a backup")
    }

    /// The plan and the workbook of a report.
    fn papers(&self) -> [Vec<u8>; 2] {
        ["plan_pdf", "report_xlsx"].map(|name| self.desk.bytes(name, json!({})).expect(name).bytes)
    }
}

fn zero_page(path: &Path, page: usize) {
    let mut bytes = std::fs::read(path).expect("it reads");
    bytes[page * 4096..(page + 1) * 4096].fill(0);
    std::fs::write(path, bytes).expect("it writes");
}

#[test]
fn a_backup_is_looked_at_brought_back_and_taken_back() {
    let room = Room::new();
    room.key(0, "32");
    room.backups(json!({ "do": "make" }));
    let number = room.last_backup();
    let papers = room.papers();
    let status = room.call("get_status", json!({})).expect("a status");
    let copy = PathBuf::from(room.backups(json!({ "do": "state" }))["backups"][0]["path"].as_str().expect("a path"));
    let reading = crate::Reading::open(&copy, Arc::new(Morning::default())).expect("the copy is an office file");
    let who = reading.view().list_accounts().expect("accounts").into_iter().next();
    let reading = reading.by(who);
    let plan: crate::plan::PlanPdf = serde_json::from_value(json!({})).expect("a request");
    let report: crate::report::ReportXlsx = serde_json::from_value(json!({})).expect("a request");
    let of_copy = [
        reading.make(plan, &mut |_, _| true).expect("a plan").bytes,
        reading.make(report, &mut |_, _| true).expect("a workbook").bytes,
    ];
    assert!(of_copy == papers, "the copy makes the same papers, byte by byte");
    drop(reading);
    room.key(0, "33");
    room.key(1, "5");

    let look = room.backups(json!({ "do": "look", "number": number }))["look"].clone();
    assert_eq!((&look["deeds"], &look["sheets_in_all"]), (&json!(2), &json!(2)));
    assert_eq!((&look["now"]["keyed"], &look["then"]["keyed"]), (&json!(2), &json!(1)));
    assert_eq!(look["now"]["targets"].as_array().map(Vec::len), Some(2), "both targets");
    let of_first = look["sheets"].as_array().expect("sheets").iter().find(|s| s["code"] == room.codes[0].as_str());
    assert_eq!(of_first.expect("the sheet")["boxes"], json!([{ "no": "1", "now": 33, "then": 32 }]));
    assert!(look["now"]["last"]["who"].is_string() && look["now"]["last"]["at"].is_string(), "{look}");
    assert_eq!(room.value(0), json!(33), "looking changes nothing");

    let state = room.backups(json!({ "do": "restore", "number": number }));
    assert_eq!((room.value(0), room.value(1)), (json!(32), Value::Null));
    // A workbook names the head of the journal, which begins anew: the plan and the figures are the same.
    assert!(room.papers()[0] == papers[0], "byte by byte");
    assert_eq!(room.call("get_status", json!({})).expect("a status"), status);
    let kinds: Vec<&Value> =
        state["backups"].as_array().expect("backups").iter().map(|b| &b["stamp"]["kind"]).collect();
    assert_eq!(kinds[..2], [&json!("after_restore"), &json!("before_restore")]);
    assert!(state["undo"].is_object());

    room.backups(json!({ "do": "undo_restore" }));
    assert_eq!((room.value(0), room.value(1)), (json!(33), json!(5)));
    room.key(2, "7");
    assert_eq!(room.value(2), json!(7), "keying goes on");
}

#[test]
fn the_backup_that_follows_a_restore_is_made_up_for_if_the_program_ended_before_it() {
    let room = Room::new();
    room.key(0, "32");
    room.backups(json!({ "do": "make" }));
    let number = room.last_backup();
    room.key(0, "33");
    room.backups(json!({ "do": "restore", "number": number }));
    let state = room.backups(json!({ "do": "undo_restore" }));
    let newest = &state["backups"][0];
    assert_eq!(newest["stamp"]["kind"], json!("after_restore"));
    let copy = PathBuf::from(newest["path"].as_str().expect("a path"));
    room.desk(json!({ "do": "close" }));
    // As if it had not come to it.
    for ending in ["json", "db"] {
        std::fs::remove_file(copy.with_extension(ending)).expect("it goes");
    }
    let opened = crate::Office::open(&room.path(), Arc::new(Morning::default())).expect("it opens");
    let kind = store::backup::Folder::beside(&room.path()).latest().expect("a folder").expect("a backup").kind;
    assert_eq!(kind, domain::backup::Kind::AfterRestore);
    let findings = opened.office.read(crate::check::CheckFile {}).expect("a check").findings;
    assert_eq!(findings, [], "the backups of the state that was taken back speak against nothing");
}

#[test]
fn a_bad_backup_is_refused_with_its_reason_and_the_file_is_as_it_was() {
    let room = Room::new();
    room.key(0, "32");
    room.backups(json!({ "do": "make" }));
    let state = room.backups(json!({ "do": "state" }));
    let copy = PathBuf::from(state["backups"][0]["path"].as_str().expect("a path"));
    let number = room.last_backup();
    let whole = std::fs::read(&copy).expect("it reads");
    let mut flipped = whole.clone();
    let middle = flipped.len() / 2;
    flipped[middle] ^= 1;
    for (bytes, code) in [
        (&whole[..whole.len() / 2], ErrorCode::BackupTruncated),
        (&[][..], ErrorCode::BackupEmpty),
        (&flipped[..], ErrorCode::BackupChanged),
        (&b"PK\x03\x04 a workbook by another name"[..], ErrorCode::BackupForeign),
    ] {
        std::fs::write(&copy, bytes).expect("it writes");
        for what in ["look", "restore"] {
            let refused = room.call("backups", json!({ "do": what, "number": number }));
            assert_eq!(refused.map_err(|e| e.code), Err(code), "{what}");
        }
    }
    assert_eq!(
        room.call("backups", json!({ "do": "undo_restore" })).map_err(|e| e.code),
        Err(ErrorCode::NothingToUndo)
    );
    assert_eq!(room.value(0), json!(32));
}

#[test]
fn a_damaged_file_opens_to_be_looked_at_and_comes_back_with_one_button() {
    let room = Room::new();
    room.key(0, "32");
    room.backups(json!({ "do": "make" }));
    room.key(1, "5");
    room.desk(json!({ "do": "close" }));
    let path = room.path();
    // The page of an index or a table: the first page still says whose file it is.
    zero_page(&path, 40);

    let state = room.desk(json!({ "do": "open", "path": path }));
    assert_eq!((&state["trouble"]["code"], &state["trouble"]["action"]), (&json!("damaged"), &json!("recover")));
    assert_eq!(state["file"]["read_only"], json!(true));
    let names = |folder: &Path| {
        let mut names: Vec<_> =
            std::fs::read_dir(folder).expect("a folder").map(|e| e.expect("it").file_name()).collect();
        names.sort();
        names
    };
    let before = (names(&room.folder.path().join("Từng Ngõ")), std::fs::read(&path).expect("it reads"));
    let boxes = json!([{ "no": "1", "value": "9", "keys": 1 }]);
    let refused = room.call("set_boxes", json!({ "code": room.codes[0], "boxes": boxes, "cursor": "2" }));
    assert_eq!(refused.map_err(|e| e.code), Err(ErrorCode::FileReadOnly));
    let refused = room.call("backups", json!({ "do": "restore", "number": room.last_backup() }));
    assert_eq!(refused.map_err(|e| e.code), Err(ErrorCode::FileReadOnly));
    assert_eq!((names(&room.folder.path().join("Từng Ngõ")), std::fs::read(&path).expect("it reads")), before);

    let state = room.desk(json!({ "do": "recover", "path": path }));
    assert_eq!(state["trouble"], Value::Null);
    assert_eq!(state["file"]["read_only"], json!(false));
    assert_eq!((room.value(0), room.value(1)), (json!(32), json!(5)));
    assert!(state["rebuilt"]["aside"].as_str().is_some_and(|name| name.contains("bị hỏng")), "{state}");
    room.key(2, "7");
    let again = room.call("desk", json!({ "do": "recover", "path": path }));
    assert_eq!(again.map_err(|e| e.code), Err(ErrorCode::NothingToRecover), "what is sound is not rebuilt");
}

#[test]
fn a_file_of_which_nothing_can_be_read_or_that_is_gone_is_rebuilt_too() {
    for gone in [false, true] {
        let room = Room::new();
        room.key(0, "32");
        room.backups(json!({ "do": "make" }));
        room.key(1, "5");
        room.desk(json!({ "do": "close" }));
        let path = room.path();
        if gone {
            std::fs::remove_file(&path).expect("it goes");
        } else {
            std::fs::write(&path, vec![0; 8192]).expect("it writes");
        }
        let state = room.desk(json!({ "do": "open", "path": path }));
        let code = if gone { "gone" } else { "damaged_shut" };
        assert_eq!((&state["trouble"]["code"], &state["file"]), (&json!(code), &Value::Null));
        room.desk(json!({ "do": "recover", "path": path }));
        assert_eq!((room.value(0), room.value(1)), (json!(32), json!(5)));
    }
}

#[test]
fn a_file_that_another_program_wrote_to_is_told_of_and_one_with_other_figures_is_not_written() {
    let room = Room::new();
    room.key(0, "32");
    room.backups(json!({ "do": "make" }));
    room.desk(json!({ "do": "close" }));
    let path = room.path();
    let mut bytes = std::fs::read(&path).expect("it reads");
    // Room for a page's change counter that no table depends on: SQLite's "version-valid-for" number.
    bytes[95] ^= 1;
    std::fs::write(&path, &bytes).expect("it writes");
    let state = room.desk(json!({ "do": "open", "path": path }));
    assert_eq!((&state["trouble"]["code"], &state["file"]["read_only"]), (&json!("changed_outside"), &json!(false)));
    assert_eq!(room.desk(json!({ "do": "accept_trouble" }))["trouble"], Value::Null);
}

#[test]
fn a_folder_of_a_cloud_is_told_of_once() {
    let room = Room::new();
    room.desk(json!({ "do": "close" }));
    let cloud = room.folder.path().join("OneDrive - UBND phường");
    std::fs::create_dir(&cloud).expect("a folder");
    let path = cloud.join("Hà Cầu.db");
    std::fs::copy(room.path(), &path).expect("it copies");
    let state = room.desk(json!({ "do": "open", "path": path }));
    assert_eq!(
        (&state["trouble"]["code"], &state["trouble"]["params"]["service"]),
        (&json!("cloud"), &json!("OneDrive"))
    );
    assert_eq!(room.desk(json!({ "do": "accept_trouble" }))["trouble"], Value::Null);
    room.desk(json!({ "do": "close" }));
    assert_eq!(room.desk(json!({ "do": "open", "path": path }))["trouble"], Value::Null);
}

#[test]
fn a_file_open_elsewhere_can_be_looked_at() {
    let room = Room::new();
    room.key(0, "32");
    let other = Desk::new(
        Places { offices: room.folder.path().join("khác"), settings: room.folder.path().join("khác") },
        Arc::new(Morning::default()),
    );
    let busy = other.call("desk", json!({ "do": "open", "path": room.path() })).map_err(|e| (e.code, e.params));
    let Err((ErrorCode::FileBusy, params)) = busy else { panic!("{busy:?}") };
    assert!(params["where"].contains("máy này") || cfg!(windows), "{params:?}");
    let state = other.call("desk", json!({ "do": "open_reading", "path": room.path() })).expect("it opens").answer;
    assert_eq!(state["file"]["read_only"], json!(true));
    room.key(1, "5");
    assert_eq!(room.value(1), json!(5), "nobody waits for whoever looks");
    let copied = other.call("desk", json!({ "do": "open_copy", "path": room.path() })).expect("it opens").answer;
    assert_eq!(copied["file"]["read_only"], json!(false));
}

/// A clock that somebody sets.
#[derive(Debug, Default)]
struct Clock(Mutex<Option<DateTime<FixedOffset>>>);

impl Clock {
    fn set(&self, at: &str) {
        *self.0.lock().expect("one thread") = Some(DateTime::parse_from_rfc3339(at).expect("a time of the test"));
    }
}

impl Outside for Clock {
    fn now(&self) -> DateTime<FixedOffset> {
        self.0.lock().expect("one thread").expect("it was set")
    }

    fn fill(&self, bytes: &mut [u8]) {
        System.fill(bytes);
    }
}

#[test]
fn a_clock_set_back_a_leap_day_and_a_new_year_reorder_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let places = Places { offices: folder.path().to_owned(), settings: folder.path().join("settings") };
    let clock = Arc::new(Clock::default());
    clock.set("2024-11-10T08:00:00+07:00");
    let desk = Desk::new(places, Arc::clone(&clock) as Arc<dyn Outside>);
    let call = |name: &str, request: Value| desk.call(name, request).expect(name).answer;
    call("desk", json!({ "do": "create", "path": null, "beginning": { "from": "sample", "name": "ha-cau-2024" } }));
    call("number_sheets", json!({ "evening": "2024-11-09", "count": 5, "spare": 0 }));
    let code = call("get_status", json!({}))["sheets"][0]["code"].clone();
    let moments = [
        "2024-12-31T23:59:59.900+07:00",
        "2025-01-01T00:00:00.100+07:00",
        "2023-03-01T08:00:00+07:00",
        "2028-02-29T12:00:00+07:00",
        "2028-02-28T12:00:00+07:00",
        "2024-11-10T08:00:00+07:00",
    ];
    for (n, at) in moments.iter().enumerate() {
        clock.set(at);
        let boxes = json!([{ "no": "1", "value": (n + 1).to_string(), "keys": 2 }]);
        call("set_boxes", json!({ "code": code, "boxes": boxes, "cursor": "2" }));
        call("backups", json!({ "do": "make" }));
    }
    let value = || call("get_status", json!({}))["sheets"][0]["boxes"]["1"].clone();
    assert_eq!(value(), json!(6), "the last one stands, whenever it says it was");

    let path = PathBuf::from(call("desk", json!({ "do": "state" }))["file"]["path"].as_str().expect("a path"));
    let reading = crate::Reading::open(&path, Arc::clone(&clock) as Arc<dyn Outside>).expect("it reads");
    let entries = reading.view().journal_after(0).expect("entries");
    let keyed: Vec<&str> = entries.iter().filter(|e| e.op == "set_boxes").map(|e| e.at.as_str()).collect();
    let as_told: Vec<String> = moments
        .iter()
        .map(|m| DateTime::parse_from_rfc3339(m).expect("a time").to_rfc3339_opts(SecondsFormat::Millis, false))
        .collect();
    assert_eq!(keyed, as_told, "in the order it was done, each with the time the clock told");
    assert!(reading.view().journal_verify().expect("it reads").is_ok());
    drop(reading);

    let state = call("backups", json!({ "do": "state" }));
    let rows = state["backups"].as_array().expect("backups");
    let numbers: Vec<i64> = rows.iter().map(|b| b["stamp"]["number"].as_i64().expect("a number")).collect();
    assert!(numbers.windows(2).all(|w| w[0] == w[1] + 1), "none is gone and the latest is first: {numbers:?}");
    // The backup of the second box, though its clock was the latest of all but two.
    let second = rows[rows.len() - 2]["stamp"]["number"].clone();
    let stem = rows[rows.len() - 2]["stamp"]["at"].as_str().expect("a time").to_owned();
    assert!(stem.starts_with("2025-01-01"), "{stem}");
    call("backups", json!({ "do": "restore", "number": second }));
    assert_eq!(value(), json!(2));
    call("backups", json!({ "do": "undo_restore" }));
    assert_eq!(value(), json!(6));
}
