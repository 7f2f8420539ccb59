//! R1: no acknowledged box is ever lost. A program does deeds of keying and says of each what it has saved; it
//! is killed, again and again, at whatever it is doing just then, and the file is compared with what it said.
//! Where the system can be asked to refuse a program room ([`fill`]), the disk is full instead, at whatever file
//! it grows just then. The layer makes each of its calls fail, one after another: [`Keying`].

mod promised;
mod scene;

use std::fmt;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use domain::NaiveDate;
use domain::account::Role;
use office::account::AddAccount;
use office::create::{Beginning, create};
use office::sheet::NumberSheets;
use office::{Office, System};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Dice;
use super::table::Row;
pub(super) use promised::Promised;
pub use promised::held;
pub use scene::Keying;

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

pub(super) const OFFICE: &str = "văn phòng.db";
const FIRST: &str = "Lê Thị Bích";
const SECOND: &str = "Trần Văn Đơ";
/// Lines waiting for the program, so that it never pauses before it is killed.
const AHEAD: u32 = 30;
/// Kills of one file; its journal is replayed after each of them.
const OF_ONE_FILE: u32 = 50;
/// The longest wait for the instant of a kill: about what two deeds take.
const MICROSECONDS: u32 = 6_000;

/// The deeds as lines for the program.
pub(super) fn input(deeds: &[Deed]) -> String {
    deeds.iter().map(|d| serde_json::to_string(d).expect("JSON") + "\n").collect()
}

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
