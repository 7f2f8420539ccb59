//! One writer (R5): two processes open the same file at the same instant, one of them is killed while it keys, and the
//! next comes at once.

use std::io::{BufRead, BufReader, Lines, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::Mutex;

use super::Dice;
use super::keying::{Deed, OFFICE, Promised, Told, new_office};
use super::sweep::beside;
use super::table::{Outcome, Row};

/// A program that has the file open, or was refused.
struct Keyer {
    child: Child,
    lines: Option<ChildStdin>,
    answers: Lines<BufReader<ChildStdout>>,
}

impl Keyer {
    fn start(program: &Path, office: &Path) -> Self {
        let mut child = Command::new(program)
            .arg("--race")
            .arg(office)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        let lines = child.stdin.take();
        let answers = BufReader::new(child.stdout.take().expect("its output")).lines();
        Self { child, lines, answers }
    }

    /// What it says next; nothing if it has ended.
    fn says(&mut self) -> String {
        self.answers.next().and_then(Result::ok).unwrap_or_default()
    }

    fn does(&mut self, deed: &Deed) -> String {
        let line = serde_json::to_string(deed).expect("JSON");
        let told = self.lines.as_mut().map(|lines| writeln!(lines, "{line}"));
        if told.is_some_and(|told| told.is_ok()) { self.says() } else { String::new() }
    }

    fn kill(mut self) {
        self.child.kill().expect("it can be killed");
        self.child.wait().expect("it ends");
    }

    fn leave(mut self) {
        self.lines = None;
        self.child.wait().expect("it ends");
    }
}

pub const NAME: &str = "two writers of one file";

/// Races of one file; its promises are kept over all of them.
const OF_ONE_FILE: usize = 25;

/// So many races of two.
///
/// # Panics
/// If there is no ground to stand on: no folder, a program that does not start.
#[must_use]
pub fn race(program: &Path, races: usize, seed: u64) -> Row {
    let row = Mutex::new(Row::named(NAME));
    beside(races.div_ceil(OF_ONE_FILE), |nth| {
        let folder = crate::scratch();
        let office = folder.path().join(OFFICE);
        let mut dice = Dice::of(seed + nth as u64);
        let mut promised = Promised::of(&new_office(&office));
        for n in 0..OF_ONE_FILE.min(races - nth * OF_ONE_FILE) {
            let outcome = one(program, &office, &mut promised, &mut dice);
            row.lock().expect("no thread panicked").take(
                1,
                outcome,
                &format!("race {n} of seed {}", seed + nth as u64),
            );
        }
    });
    row.into_inner().expect("no thread panicked")
}

fn one(program: &Path, office: &Path, promised: &mut Promised, dice: &mut Dice) -> Outcome {
    let (mut outcome, mut told) = (Outcome::default(), Told::default());
    let mut both = [Keyer::start(program, office), Keyer::start(program, office)];
    // Whoever is listened to first need not be who started first.
    if dice.below(2) == 0 {
        both.reverse();
    }
    let said = [both[0].says(), both[1].says()];
    let [first, second] = both;
    let (mut writer, other, refused) = match (said[0].as_str(), said[1].as_str()) {
        ("open", refused) if refused != "open" => (first, second, refused),
        (refused, "open") => (second, first, refused),
        _ => {
            outcome.lost(format!("one was to open the file and one to be refused: {said:?}"));
            first.kill();
            second.kill();
            return outcome;
        }
    };
    outcome.refused = refused == "closed FileBusy";
    if !outcome.refused {
        outcome.lost(format!("the second was not told that the file is in use: {refused}"));
    }
    other.leave();
    let mut last = None;
    for _ in 0..1 + dice.below(3) {
        let deed = promised.deed(dice);
        let line = writer.does(&deed);
        promised.take(&deed, &line, &mut told);
        last = Some(deed);
    }
    // Killed at work or at rest, or closed well.
    match dice.below(3) {
        0 => writer.leave(),
        1 => writer.kill(),
        _ => {
            let deed = promised.deed(dice);
            let line = serde_json::to_string(&deed).expect("JSON");
            // It may be told and not do it.
            let _ = writer.lines.as_mut().map(|lines| writeln!(lines, "{line}"));
            last = Some(deed);
            (0..dice.below(2_000)).for_each(|_| std::hint::spin_loop());
            writer.kill();
        }
    }
    // At once: a lock that outlives its holder would show.
    promised.compare(office, last.as_ref(), &mut told);
    outcome.recovered = told.recovered > 0;
    outcome.losses.extend(told.lost);
    outcome
}
