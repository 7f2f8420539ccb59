//! Damaged copies of an office's files (`reliability.md` R4): bytes flipped, pages emptied, ends cut off, in the
//! database, its log or its entries file, of an office that was closed and of one whose power was cut. Each opens as it
//! was, or says what is wrong and comes back to the last acknowledged box; nothing differs without a word, not in the
//! tables the journal knows nothing of either.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::desk::{Desk, Places};
use crate::status::GetStatus;
use crate::{Reading, System};

/// Copies that are damaged, each another way. `cargo xtask faults` damages more of them, through the program.
const COPIES: u32 = 40;
const SEED: u64 = 71;

/// What an office holds, as far as anybody could miss it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Held {
    /// Every journalled table.
    tables: String,
    /// Names and phones, the office's key, PINs.
    local: Vec<String>,
    /// Every box of every sheet.
    boxes: BTreeMap<String, Value>,
}

/// The folder of an office that was closed, and of the same one as a power cut left it.
struct Ground {
    closed: TempDir,
    cut: TempDir,
    held: Held,
}

/// The same numbers in every run (Knuth's MMIX constants).
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % n.max(1)
    }
}

fn office_in(folder: &Path) -> PathBuf {
    folder.join("văn phòng.db")
}

fn desk_in(folder: &Path) -> Desk {
    Desk::new(Places { offices: folder.to_owned(), settings: folder.join("cài đặt") }, Arc::new(System))
}

fn ask(desk: &Desk, name: &str, request: Value) -> Result<Value, String> {
    desk.call(name, request).map(|reply| reply.answer).map_err(|e| format!("{name}: {:?} {:?}", e.code, e.params))
}

impl Ground {
    fn lay() -> Self {
        let (closed, cut) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
        let desk = desk_in(closed.path());
        let must = |name: &str, request: Value| ask(&desk, name, request).expect("the office is laid");
        let beginning = json!({ "from": "sample", "name": "ha-cau-2024" });
        must("desk", json!({ "do": "create", "path": office_in(closed.path()), "beginning": beginning }));
        must("number_sheets", json!({ "evening": "2024-11-09", "count": 5, "spare": 2 }));
        let status = must("get_status", json!({}));
        let codes: Vec<&str> =
            status["sheets"].as_array().expect("sheets").iter().filter_map(|s| s["code"].as_str()).collect();
        let key = |code: &str, no: u32, value: u32| {
            let boxes = json!([{ "no": no.to_string(), "value": value.to_string(), "keys": 2 }]);
            must("set_boxes", json!({ "code": code, "boxes": boxes, "cursor": "1" }));
        };
        (1..=9).for_each(|no| key(codes[0], no, 10 + no));
        must("backups", json!({ "do": "make" }));
        (1..=9).for_each(|no| key(codes[1], no, 20 + no));
        // A deed that no record of keying brings back, then more keying.
        must("set_sheet_note", json!({ "code": codes[3], "note": "phiếu ướt" }));
        (1..=9).for_each(|no| key(codes[2], no, 30 + no));
        copy(closed.path(), cut.path());
        let held = held(closed.path());
        must("desk", json!({ "do": "close" }));
        Self { closed, cut, held }
    }
}

fn held(folder: &Path) -> Held {
    let reading = Reading::open(&office_in(folder), Arc::new(System)).expect("it reads");
    let view = reading.view();
    let mut local: Vec<String> = view.list_people().expect("people").iter().map(|p| format!("{p:?}")).collect();
    local.push(format!("{:?}", view.office_key().expect("a key")));
    for account in view.list_accounts().expect("accounts") {
        local.push(format!("{:?} {:?}", account.id, view.find_pin_hash(account.id).expect("it reads")));
    }
    let status = reading.read(GetStatus {}).expect("a status");
    let boxes = status.sheets.iter().map(|sheet| (sheet.code.clone(), json!(sheet.boxes))).collect();
    Held { tables: view.dump().expect("a dump"), local, boxes }
}

/// One kind of damage in one file; what it was.
fn spoil(folder: &Path, is_cut: bool, dice: &mut Dice) -> String {
    let suffixes: &[&str] = if is_cut { &["", "-wal", "-wal", ".entries"] } else { &["", "", ".entries"] };
    let suffix = suffixes[dice.below(suffixes.len())];
    let mut name = office_in(folder).into_os_string();
    name.push(suffix);
    let path = PathBuf::from(name);
    let mut bytes = std::fs::read(&path).expect("it reads");
    let what = match dice.below(8) {
        0 => {
            bytes.truncate(dice.below(bytes.len()));
            format!("cut off at {}", bytes.len())
        }
        1 | 2 => {
            let page = dice.below(bytes.len()) / 4096 * 4096;
            let end = (page + 4096).min(bytes.len());
            bytes[page..end].fill(0);
            format!("page at {page} emptied")
        }
        3 => {
            bytes.clear();
            "emptied".to_owned()
        }
        _ => {
            let places: Vec<usize> = (0..=dice.below(8)).map(|_| dice.below(bytes.len())).collect();
            places.iter().for_each(|place| bytes[*place] ^= 1 << dice.below(8));
            format!("flipped at {places:?}")
        }
    };
    std::fs::write(&path, bytes).expect("it writes");
    format!("{} “{suffix}” {what}", if is_cut { "cut," } else { "closed," })
}

/// Opens a damaged copy as somebody at the desk would, does what is said, and holds it against what it held; whether
/// anything was said.
fn judge(folder: &Path, held: &Held) -> Result<bool, String> {
    let desk = desk_in(folder);
    let mut state = ask(&desk, "desk", json!({ "do": "open", "path": office_in(folder) }))?;
    while state["file"]["checking"] == true {
        std::thread::yield_now();
        state = ask(&desk, "desk", json!({ "do": "state" }))?;
    }
    let said = state["trouble"]["code"].as_str().map(str::to_owned);
    if said.is_none() && state["file"].is_null() {
        return Err("nothing is open and nothing was said".into());
    }
    let mut missing = None;
    if state["trouble"]["action"] == "recover" {
        let state = ask(&desk, "desk", json!({ "do": "recover", "path": office_in(folder) }))
            .map_err(|why| format!("{said:?}, and it is not rebuilt: {why}"))?;
        missing = state["rebuilt"]["missing"].as_i64();
    }
    ask(&desk, "desk", json!({ "do": "close" }))?;
    let now = self::held(folder);
    if now.boxes != held.boxes {
        return Err(format!("{said:?}: boxes are missing or others"));
    }
    if (&now.tables, &now.local) != (&held.tables, &held.local) && said.is_none() {
        return Err("something differs and nothing was said".into());
    }
    if now.tables != held.tables && missing == Some(0) {
        return Err(format!("{said:?}: deeds are missing and none is said to be"));
    }
    Ok(said.is_some())
}

fn copy(from: &Path, to: &Path) {
    for entry in std::fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            std::fs::create_dir_all(&target).expect("a folder");
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).expect("it copies");
        }
    }
}

#[test]
fn a_damaged_copy_opens_as_it_was_or_says_so_and_comes_back() {
    let ground = Ground::lay();
    let mut dice = Dice(SEED);
    let (mut said, mut losses) = (0, Vec::new());
    for n in 0..COPIES {
        let folder = tempfile::tempdir().expect("a folder");
        let is_cut = dice.below(2) == 1;
        copy(if is_cut { ground.cut.path() } else { ground.closed.path() }, folder.path());
        let what = spoil(folder.path(), is_cut, &mut dice);
        match catch_unwind(AssertUnwindSafe(|| judge(folder.path(), &ground.held))) {
            Ok(Ok(spoken)) => said += u32::from(spoken),
            Ok(Err(loss)) => losses.push(format!("copy {n}, {what}: {loss}")),
            Err(_) => losses.push(format!("copy {n}, {what}: a panic")),
        }
    }
    assert!(losses.is_empty(), "{}", losses.join("\n"));
    assert!(said > COPIES / 4, "much of it must have been noticed: {said} of {COPIES}");
}
