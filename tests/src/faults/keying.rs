//! R1: no acknowledged box is ever lost. A program does deeds of keying and says of each what it has saved; it
//! is killed, again and again, at whatever it is doing just then, and the file is compared with what it said.
//! Where the system can be asked to refuse a program room ([`fill`]), the disk is full instead, at whatever file
//! it grows just then. The layer makes each of its calls fail, one after another: [`Keying`].

use std::collections::BTreeMap;
use std::fmt;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use domain::NaiveDate;
use domain::account::Role;
use domain::code::SheetCode;
use office::account::AddAccount;
use office::check::CheckFile;
use office::create::{Beginning, create};
use office::sheet::{ListSheets, NumberSheets};
use office::{Office, System};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::Dice;
use super::layer::Fault;
use super::sweep::{Scene, Seen};
use super::table::{Outcome, Row};

/// A line for the program that is killed.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Deed {
    pub who: String,
    /// The deed, as the contract names it.
    pub call: String,
    pub request: Value,
    /// Of which sheet.
    pub code: String,
}

/// What a run came to.
#[derive(Debug, Default)]
pub struct Told {
    pub kills: u32,
    /// Deeds that the program said were saved, and boxes in them.
    pub deeds: usize,
    pub boxes: usize,
    /// Of these, second keyings.
    pub second: usize,
    /// Deeds under way when it died that are there in whole, and those that only the entries file had.
    pub finished: usize,
    pub recovered: usize,
    /// Runs on a disk without room, and deeds refused for it.
    pub full: u32,
    pub refused: usize,
    /// What was promised and is not there, or what is wrong with the file.
    pub lost: Vec<String>,
}

impl fmt::Display for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "kills                                  {}", self.kills)?;
        writeln!(f, "deeds acknowledged                     {}", self.deeds)?;
        writeln!(f, "boxes acknowledged                     {} (keyed a second time: {})", self.boxes, self.second)?;
        writeln!(f, "under way when killed, there in whole  {}", self.finished)?;
        writeln!(f, "  only the entries file had it         {}", self.recovered)?;
        if self.full > 0 {
            writeln!(f, "runs on a full disk, deeds refused       {}, {}", self.full, self.refused)?;
        }
        write!(f, "lost, half applied or unsound          {}", self.lost.len())?;
        self.lost.iter().try_for_each(|what| write!(f, "\n  {what}"))
    }
}

const FIRST: &str = "Lê Thị Bích";
const SECOND: &str = "Trần Văn Đơ";
/// Lines waiting for the program, so that it never pauses before it is killed.
const AHEAD: u32 = 30;
/// Kills of one file; its journal is replayed after each of them.
const OF_ONE_FILE: u32 = 50;
/// The longest wait for the instant of a kill: about what two deeds take.
const MICROSECONDS: u32 = 6_000;

/// Kills `program` (an office file as its argument, deeds on its input) so many times.
///
/// # Panics
/// If there is no ground to stand on: no folder, a program that does not start.
#[must_use]
pub fn kill(program: &Path, kills: u32, seed: u64, mut progress: impl FnMut(u32)) -> Told {
    let mut dice = Dice::of(seed);
    let mut told = Told::default();
    while told.kills < kills {
        let folder = crate::scratch();
        let path = folder.path().join("văn phòng.db");
        let mut promised = Promised::of(&new_office(&path));
        for _ in 0..OF_ONE_FILE.min(kills - told.kills) {
            let deeds: Vec<Deed> = (0..AHEAD).map(|_| promised.deed(&mut dice)).collect();
            let said = killed(program, &path, &deeds, &mut dice);
            told.kills += 1;
            for (deed, line) in deeds.iter().zip(&said) {
                promised.take(deed, line, &mut told);
            }
            promised.compare(&path, deeds.get(said.len()), &mut told);
            promised.open.clear();
            progress(told.kills);
        }
    }
    told
}

/// Lets `program` work so many times where no file may grow past a limit, another one each time: writes are cut
/// short or refused, in the tables, their log or the entries file. What is refused must not be there, what is
/// acknowledged must.
///
/// # Panics
/// As [`kill`].
#[cfg(unix)]
#[must_use]
pub fn fill(program: &Path, runs: u32, seed: u64) -> Told {
    let mut dice = Dice::of(seed);
    let mut told = Told::default();
    let folder = crate::scratch();
    let path = folder.path().join("văn phòng.db");
    let mut promised = Promised::of(&new_office(&path));
    for _ in 0..runs {
        let deeds: Vec<Deed> = (0..AHEAD).map(|_| promised.deed(&mut dice)).collect();
        let said = starved(program, &path, &deeds, &mut dice);
        told.full += 1;
        for (deed, line) in deeds.iter().zip(&said) {
            told.refused += usize::from(line.starts_with("refused"));
            promised.take(deed, line, &mut told);
        }
        promised.compare(&path, deeds.get(said.len()), &mut told);
    }
    told
}

/// Runs the program to its end under a limit on the size of files; what it said.
#[cfg(unix)]
fn starved(program: &Path, path: &Path, deeds: &[Deed], dice: &mut Dice) -> Vec<String> {
    let size = std::fs::metadata(path).expect("the office file").len();
    // Blocks of 512 bytes (POSIX): from a few pages of the log to more than all of it.
    let blocks = 64 + dice.below(u32::try_from(size / 512).unwrap_or(1_000) + 800);
    let mut child = Command::new("sh")
        .args(["-c", "trap '' XFSZ; ulimit -f \"$2\"; exec \"$0\" \"$1\""])
        .args([program, path])
        .arg(blocks.to_string())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the shell starts");
    let lines: Vec<String> = deeds.iter().map(|d| serde_json::to_string(d).expect("JSON")).collect();
    let mut input = child.stdin.take().expect("its input");
    // A program that cannot even open the file does not listen.
    let _ = input.write_all(format!("{}\n", lines.join("\n")).as_bytes());
    drop(input);
    let said = BufReader::new(child.stdout.take().expect("its output")).lines().map_while(Result::ok).collect();
    child.wait().expect("it ends");
    said
}

/// Deeds of keying on a disk that fails at each of their calls, and at each of those that open the file before.
#[derive(Debug)]
pub struct Keying {
    promised: Promised,
    deeds: Vec<Deed>,
    base: tempfile::TempDir,
    name: &'static str,
}

pub(super) const OFFICE: &str = "văn phòng.db";

impl Keying {
    /// An office that was closed well.
    #[must_use]
    pub fn new() -> Self {
        let base = crate::scratch();
        let promised = Promised::of(&new_office(&base.path().join(OFFICE)));
        let mut dice = Dice::of(7);
        let boxes = |d: &Deed| d.request["boxes"].as_array().map_or(0, Vec::len);
        let mut of = |call: &str, count: usize, code: Option<&str>| loop {
            let deed = promised.deed(&mut dice);
            if deed.call == call && boxes(&deed) == count && code.is_none_or(|code| deed.code == code) {
                break deed;
            }
        };
        // One of each kind; only a sheet that is keyed can be keyed a second time.
        let whole = of("set_boxes", 9, None);
        let second = of("set_second_boxes", 1, Some(&whole.code));
        let deeds = vec![of("set_boxes", 1, None), whole, second, of("set_sheet_note", 0, None)];
        Self { promised, deeds, base, name: "keying" }
    }

    /// The same after a crash: the program was ended before its commit, so that what it had keyed is in the log and
    /// in the entries file.
    ///
    /// # Panics
    /// If the program does not start.
    #[must_use]
    pub fn after_a_crash(program: &Path, library: &Path) -> Self {
        let mut keying = Self { name: "opening after a crash", ..Self::new() };
        let scratch = crate::scratch();
        let log = scratch.path().join("log");
        let disk = super::layer::Disk { library, under: keying.base.path(), log: &log, after: 2 };
        let (command, _) = keying.start(program, keying.base.path());
        let mut dice = Dice::of(8);
        let before: Vec<Deed> = std::iter::from_fn(|| Some(keying.promised.deed(&mut dice)))
            .filter(|d| d.call == "set_boxes")
            .take(3)
            .collect();
        // The first two calls of a deed: its record is written and flushed.
        let ran = super::layer::run(command, &input(&before), &disk, Some(Fault::After), false, 2);
        let mut told = Told::default();
        before.iter().zip(&ran.said).for_each(|(deed, line)| keying.promised.take(deed, line, &mut told));
        assert!(told.deeds == 2 && told.lost.is_empty(), "{told} {ran:?}");
        assert!(ran.struck.as_ref().is_some_and(|call| call.contains(".entries")), "{ran:?}");
        // What only the entries file has is promised too: it was there before anything went wrong.
        let copy = scratch.path().join("as it opens");
        super::sweep::copy(keying.base.path(), &copy);
        let opened = Office::open(&copy.join(OFFICE), Arc::new(System)).expect("it opens");
        assert_eq!(opened.recovered, 1, "the record of the deed that was ended");
        keying.promised.sheets = Promised::of(&opened.office).sheets;
        keying
    }
}

pub(super) fn input(deeds: &[Deed]) -> String {
    deeds.iter().map(|d| serde_json::to_string(d).expect("JSON") + "\n").collect()
}

impl Default for Keying {
    fn default() -> Self {
        Self::new()
    }
}

impl Scene for Keying {
    fn name(&self) -> &'static str {
        self.name
    }

    fn lay(&self, folder: &Path) {
        super::sweep::copy(self.base.path(), folder);
    }

    fn start(&self, program: &Path, folder: &Path) -> (Command, String) {
        let mut command = Command::new(program);
        command.arg(folder.join(OFFICE));
        (command, input(&self.deeds))
    }

    fn judge(&self, seen: &Seen<'_>) -> Outcome {
        let (mut promised, mut told) = (self.promised.clone(), Told::default());
        let said: Vec<&String> = seen.ran.said.iter().filter(|line| !line.starts_with("closed")).collect();
        for (deed, line) in self.deeds.iter().zip(&said) {
            promised.take(deed, line, &mut told);
        }
        let mut outcome = Outcome::default();
        promised.compare(&seen.folder.join(OFFICE), self.deeds.get(said.len()), &mut told);
        for line in seen.ran.said.iter().filter(|l| l.starts_with("closed") || l.starts_with("refused")) {
            outcome.refused = true;
            if line.ends_with(" Internal") {
                told.lost.push(format!("no words: {line}"));
            }
        }
        outcome.recovered = told.recovered > 0;
        outcome.losses = told.lost;
        outcome
    }
}

impl From<Told> for Row {
    fn from(told: Told) -> Self {
        let full = told.full > 0;
        Self {
            name: if full { "keying: files may not grow" } else { "keying: killed" }.into(),
            runs: (told.kills + told.full) as usize,
            faults: (told.kills + told.full) as usize,
            refused: told.refused,
            recovered: told.recovered,
            losses: told.lost,
        }
    }
}

/// One evening's sheets, and two people who key.
pub(super) fn new_office(path: &Path) -> Office {
    create(path, &Beginning::Sample { name: "ha-cau-2024".into() }, &System).expect("a sample");
    let mut office = Office::open(path, Arc::new(System)).expect("it opens").office;
    let evening = NaiveDate::from_ymd_opt(2024, 11, 9);
    office.write(NumberSheets { evening, count: 8, spare: 0, ..NumberSheets::default() }).expect("sheets");
    for name in [FIRST, SECOND] {
        office.write(AddAccount { name: name.into(), role: Role::Clerk, pin: None }).expect("an account");
    }
    office
}

/// Starts the program, lets it work, kills it; what it said until then.
fn killed(program: &Path, path: &Path, deeds: &[Deed], dice: &mut Dice) -> Vec<String> {
    let mut child = Command::new(program)
        .arg(path)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    let lines: Vec<String> = deeds.iter().map(|d| serde_json::to_string(d).expect("JSON")).collect();
    let mut input = child.stdin.take().expect("its input");
    input.write_all(format!("{}\n", lines.join("\n")).as_bytes()).expect("the lines fit the pipe");
    let mut answers = BufReader::new(child.stdout.take().expect("its output")).lines();
    // One in eight dies while it opens the file, which is when it takes in what the last one left.
    let until = if dice.below(8) == 0 { 0 } else { 1 + dice.below(AHEAD - 6) as usize };
    let mut said: Vec<String> = answers.by_ref().take(until).map_while(Result::ok).collect();
    let end =
        Instant::now() + Duration::from_micros(u64::from(dice.below(MICROSECONDS * if until == 0 { 6 } else { 1 })));
    while Instant::now() < end {
        std::hint::spin_loop();
    }
    child.kill().expect("it can be killed");
    child.wait().expect("it ends");
    // What it had said and was still on its way counts as well.
    said.extend(answers.map_while(Result::ok));
    said
}

/// What the program has said: each sheet as it was, and where everybody's cursor stood.
#[derive(Debug, Clone)]
pub(super) struct Promised {
    sheets: BTreeMap<String, Value>,
    /// `(code, keying, box)` of each person.
    cursors: BTreeMap<String, Cursor>,
    /// Deeds of which the program said that only opening the file again can tell: there in whole, or not at all.
    open: Vec<Deed>,
}

type Cursor = (String, u8, Option<String>);

impl Promised {
    pub(super) fn of(office: &Office) -> Self {
        let evening = NaiveDate::from_ymd_opt(2024, 11, 9);
        let sheets = office.read(ListSheets { evening, ..ListSheets::default() }).expect("sheets");
        Self {
            sheets: sheets.into_iter().map(|s| (s.code.clone(), held(office, &s.code))).collect(),
            cursors: BTreeMap::new(),
            open: Vec::new(),
        }
    }

    /// A deed of keying: half the sheets get single boxes, the others whole keyings and second ones.
    pub(super) fn deed(&self, dice: &mut Dice) -> Deed {
        let codes: Vec<&String> = self.sheets.keys().collect();
        let half = u32::try_from(codes.len() / 2).unwrap_or(1);
        let single = dice.below(2) == 0;
        let code = codes[(dice.below(half) + if single { 0 } else { half }) as usize].clone();
        let box_of = |no: u32, value: u32| json!({ "no": no.to_string(), "value": value.to_string(), "keys": 3 });
        let cursor = match dice.below(10) {
            0 => Value::Null,
            no => json!(no.to_string()),
        };
        let set = |boxes: Vec<Value>| json!({ "code": code, "boxes": boxes, "cursor": cursor });
        let (who, call, request) = match (single, dice.below(10)) {
            (true, 0) => {
                (FIRST, "set_sheet_note", json!({ "code": code, "note": format!("ghi {}", dice.below(9_999)) }))
            }
            (true, _) => (FIRST, "set_boxes", set(vec![box_of(1 + dice.below(9), dice.below(90_000))])),
            (false, 0..=2) => (FIRST, "set_boxes", set((1..).zip(sound(dice)).map(|(no, v)| box_of(no, v)).collect())),
            (false, _) => {
                let no = 1 + dice.below(9);
                let keyed = &self.sheets[&code]["1"][no.to_string()];
                let value = keyed.as_u64().and_then(|v| u32::try_from(v).ok()).filter(|_| dice.below(4) > 0);
                (SECOND, "set_second_boxes", set(vec![box_of(no, value.unwrap_or_else(|| dice.below(99)))]))
            }
        };
        Deed { who: who.to_owned(), call: call.to_owned(), request, code }
    }

    /// An acknowledgement: what it says must be what was sent, and is promised from now on.
    pub(super) fn take(&mut self, deed: &Deed, line: &str, told: &mut Told) {
        if line == "refused ReopenNeeded" {
            self.open.push(deed.clone());
        }
        if line.starts_with("refused") {
            return;
        }
        let Ok(now) = serde_json::from_str::<Value>(line) else {
            told.lost.push(format!("an answer that is none: {line}"));
            return;
        };
        if !has(&now, deed) {
            told.lost.push(format!("acknowledged and not there: {} in {now}", deed.request));
        }
        let boxes = deed.request["boxes"].as_array().map_or(0, Vec::len);
        told.deeds += 1;
        told.boxes += boxes;
        told.second += if deed.call == "set_second_boxes" { boxes } else { 0 };
        self.sheets.insert(deed.code.clone(), now);
        self.cursors.extend(cursor_of(deed));
    }

    /// The file against the promises; `last` is what the program was doing, or would have done next.
    pub(super) fn compare(&mut self, path: &Path, last: Option<&Deed>, told: &mut Told) {
        let opened = match Office::open(path, Arc::new(System)) {
            Ok(opened) => opened,
            Err(error) => return told.lost.push(format!("the file does not open: {error:?}")),
        };
        told.recovered += opened.recovered;
        if opened.unapplied > 0 {
            told.lost.push(format!("{} records of no sheet", opened.unapplied));
        }
        if let Some(gap) = opened.gap {
            told.lost.push(format!("it is said that deeds are missing: {gap:?}"));
        }
        let office = opened.office;
        self.compare_sheets(&office, last, told);
        self.compare_cursors(&office, last, told);
        let findings = office.read(CheckFile {}).expect("a check").findings;
        told.lost.extend(findings.iter().map(|f| format!("{f:?}")));
    }

    /// Each sheet against its promise.
    pub(super) fn compare_sheets(&mut self, office: &Office, last: Option<&Deed>, told: &mut Told) {
        let mut done = false;
        for (code, promised) in &mut self.sheets {
            let now = held(office, code);
            if now == *promised {
                continue;
            }
            if self.open.iter().chain(last).any(|deed| deed.code == *code && has(&now, deed)) {
                done = true;
            } else {
                told.lost.push(format!("{code}: promised {promised}, there is {now}"));
            }
            *promised = now;
        }
        told.finished += usize::from(done);
    }

    fn compare_cursors(&mut self, office: &Office, last: Option<&Deed>, told: &mut Told) {
        let view = office.view();
        let campaign = view.get_campaign().expect("a campaign").id;
        let under_way: Vec<(String, Cursor)> = self.open.iter().chain(last).filter_map(cursor_of).collect();
        for account in view.list_accounts().expect("accounts") {
            let found = view.find_cursor(account.id, campaign).expect("a cursor or none");
            let now = found.map(|c| (c.code.to_string(), c.keying, c.no.map(|no| no.to_string())));
            let promised = self.cursors.get(&account.name).cloned();
            // A deed under way that is in the tables brought its cursor with it; one that came back from the
            // entries file left the cursor at the last box that was acknowledged.
            let is_next = |now: &Cursor| under_way.iter().any(|(who, next)| *who == account.name && next == now);
            if now != promised && !now.as_ref().is_some_and(is_next) {
                told.lost.push(format!("{}: cursor at {now:?}, not {promised:?} or of {under_way:?}", account.id));
            }
            if let Some(now) = now {
                self.cursors.insert(account.name, now);
            }
        }
    }
}

/// Who a deed moves the cursor of, and where to.
fn cursor_of(deed: &Deed) -> Option<(String, Cursor)> {
    let keying = match deed.call.as_str() {
        "set_boxes" => 1,
        "set_second_boxes" => 2,
        _ => return None,
    };
    let no = deed.request["cursor"].as_str().map(str::to_owned);
    Some((deed.who.clone(), (deed.code.clone(), keying, no)))
}

/// Whether a sheet holds all that a deed writes.
fn has(sheet: &Value, deed: &Deed) -> bool {
    if deed.call == "set_sheet_note" {
        return sheet["note"] == deed.request["note"];
    }
    let keyings: &[&str] = if deed.call == "set_boxes" { &["1"] } else { &["2", "3"] };
    let boxes = deed.request["boxes"].as_array().map(Vec::as_slice).unwrap_or_default();
    boxes.iter().all(|b| {
        let value = b["value"].as_str().and_then(|v| v.parse::<u32>().ok());
        let no = b["no"].as_str().unwrap_or_default();
        keyings.iter().any(|k| sheet[k][no].as_u64() == value.map(u64::from))
    })
}

/// What the office holds of a sheet: its state, its note, and the boxes of each keying.
///
/// # Panics
/// If there is no such sheet.
#[must_use]
pub fn held(office: &Office, code: &str) -> Value {
    let view = office.view();
    let code: SheetCode = code.parse().expect("a code");
    let sheet = view.find_sheet(code).expect("it reads").expect("the sheet");
    let mut held = json!({ "state": sheet.state, "note": sheet.note });
    for keying in 1..=4u8 {
        held[keying.to_string()] = json!(view.get_tally(sheet.id, keying).expect("it reads"));
    }
    held
}

/// Nine boxes that agree with each other.
fn sound(dice: &mut Dice) -> [u32; 9] {
    let (met, absent) = (10 + dice.below(20), dice.below(7));
    let people = 2 * met + dice.below(5);
    let smartphone = people - dice.below(9);
    let before = dice.below(6);
    let tonight = smartphone - before - dice.below(4);
    let account = before + tonight - dice.below(3);
    [met + absent, met, absent, people, smartphone, before, tonight, account, account - dice.below(2)]
}
