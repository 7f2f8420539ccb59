//! Programs that make backups and bring states back are killed at random instants (R2, R3): the file is the old or the
//! new state, never neither, and every backup that counts is good.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::Stdio;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use serde_json::json;

use super::Dice;
use super::backups::{judge, lay_backed_up};
use super::desk::{Answer, Line, ask, at_desk, input};
use super::scenes::{Deed, office_of, sound};
use super::sweep::{beside, copy};
use super::table::{Outcome, Row};

pub const NAME: &str = "backup and restore: killed";

/// What the office holds, and no more.
pub(super) fn dump(path: &Path, outcome: &mut Outcome) -> Option<String> {
    Some(sound(path, outcome)?.view().dump().expect("a dump"))
}

/// The state of the first backup is brought back.
pub(super) fn restore() -> Line {
    Line::backups(json!({ "do": "restore", "number": 1 }))
}

pub(super) fn undo_restore() -> Line {
    Line::backups(json!({ "do": "undo_restore" }))
}

/// Longest wait for the instant of a kill after an answer: about what the slowest of them takes.
const MICROSECONDS: u32 = 400_000;

/// So many kills.
///
/// # Panics
/// If there is no ground to stand on: no folder, a program that does not start, a deed that fails of itself.
#[must_use]
pub fn kill(program: &Path, kills: usize, seed: u64, only: impl Fn(&str) -> bool + Sync) -> Row {
    let base = crate::scratch();
    lay_backed_up(program, base.path());
    let row = Mutex::new(Row::named(NAME));
    let known = states_of(program, base.path());
    beside(kills, |n| {
        let name = format!("{NAME}/{}", seed + n as u64);
        if only(&name) {
            let outcome = Outcome::of(|| one(program, base.path(), &known, &mut Dice::of(seed + n as u64)));
            row.lock().expect("no thread panicked").take(1, outcome, &name);
        }
    });
    row.into_inner().expect("no thread panicked")
}

/// The state of the backup, and the one since.
#[derive(Debug)]
pub(super) struct States {
    pub(super) then: String,
    pub(super) now: String,
}

/// What is asked: opened, a backup, brought back, a backup, taken back.
fn lines(folder: &Path) -> Vec<Line> {
    vec![Line::open(&office_of(folder)), Line::make(), restore(), Line::make(), undo_restore(), Line::make()]
}

pub(super) fn states_of(program: &Path, base: &Path) -> States {
    let scratch = crate::scratch();
    let at = |lines: &[Line]| {
        let folder = scratch.path().join(lines.len().to_string());
        copy(base, &folder);
        let lines: Vec<Line> =
            lines.iter().cloned().map(|l| if l.name == "desk" { Line::open(&office_of(&folder)) } else { l }).collect();
        let answers = ask(program, &folder, &lines);
        assert!(answers.iter().all(Answer::is_done), "{answers:?}");
        let mut outcome = Outcome::default();
        let dump = dump(&office_of(&folder), &mut outcome).expect("a dump");
        assert!(outcome.losses.is_empty(), "{outcome:?}");
        dump
    };
    let all = lines(base);
    let states = States { now: at(&all[..1]), then: at(&all[..3]) };
    assert!(states.now != states.then, "the two states cannot be told apart");
    assert_eq!(at(&all), states.now, "what was taken back is as it was");
    states
}

fn one(program: &Path, base: &Path, known: &States, dice: &mut Dice) -> Outcome {
    let scratch = crate::scratch();
    let folder = scratch.path().join("máy");
    copy(base, &folder);
    let asked = lines(&folder);
    let until = dice.below(u32::try_from(asked.len()).unwrap_or(1)) as usize;
    let mut child = at_desk(program, &folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    let mut output = BufReader::new(child.stdout.take().expect("its output")).lines();
    let mut lines = child.stdin.take().expect("its input");
    lines.write_all(input(&asked).as_bytes()).expect("the lines fit the pipe");
    let mut said: Vec<String> = output.by_ref().take(until).map_while(Result::ok).collect();
    let end = Instant::now() + Duration::from_micros(u64::from(dice.below(MICROSECONDS)));
    std::thread::sleep(end.saturating_duration_since(Instant::now()));
    child.kill().expect("it can be killed");
    child.wait().expect("it ends");
    said.extend(output.map_while(Result::ok));

    let mut outcome = Outcome::default();
    let answers = super::desk::answers(&said).unwrap_or_else(|line| {
        outcome.lost(line);
        Vec::new()
    });
    if let Some(refused) = answers.iter().find(|a| !a.is_done()) {
        outcome.lost(format!("refused: {refused:?}"));
    }
    // Which state it is after so many answers.
    let after = |answers: usize| if (3..5).contains(&answers) { &known.then } else { &known.now };
    if let Some(dump) = dump(&office_of(&folder), &mut outcome)
        && dump != *after(answers.len())
        && dump != *after(answers.len() + 1)
    {
        outcome.lost(format!("after {} answers it is neither the old state nor the new one", answers.len()));
    }
    judge(program, &folder, &[1], Deed::Open, &mut outcome);
    outcome
}
