//! Failures that need no faulty disk: somebody has put a file where a folder is to be, taken a folder away, emptied,
//! cut off, changed or mixed up a backup. Each is refused in words, and costs nothing that was good.

use std::path::Path;
use std::sync::Arc;

use office::{Reading, System};
use serde_json::{Value, json};

use super::backups::{backups_of, lay_backed_up, read_through};
use super::desk::{Answer, Line, SETTINGS, ask};
use super::kills::{dump, restore};
use super::scenes::{lay_office, office_of, papers_of, sound};
use super::table::{Outcome, Row};

/// What is done to the folder, and what must come of it.
type Case = (&'static str, fn(&Path, &Path, &mut Outcome));

const CASES: [Case; 14] = [
    ("a file where the backups are to lie", file_for_backups),
    ("the folder of backups was taken away", no_backups),
    ("a file where the papers are to lie", file_for_papers),
    ("somebody reads while a state is brought back", reader),
    ("two backups at once", two_at_once),
    ("a folder where a paper is to lie", folder_for_paper),
    ("a file where the settings are to lie", file_for_settings),
    ("a settings file that is none", spoilt_settings),
    ("an empty backup", |program, folder, outcome| spoilt(program, folder, "empty", Vec::clear, outcome)),
    ("a backup cut off", |program, folder, outcome| {
        spoilt(program, folder, "truncated", |bytes| bytes.truncate(bytes.len() / 2), outcome);
    }),
    ("another file in a backup's place", |program, folder, outcome| {
        spoilt(program, folder, "foreign", |bytes| bytes[..16].copy_from_slice(b"PK\x03\x04 a workbook."), outcome);
    }),
    ("a backup with one bit changed", |program, folder, outcome| {
        spoilt(program, folder, "changed", |bytes| bytes[20_000] ^= 1, outcome);
    }),
    ("a backup that is gone", |program, folder, outcome| without(program, folder, "db", outcome)),
    ("a description that is gone", |program, folder, outcome| without(program, folder, "json", outcome)),
];

pub const NAME: &str = "something in the way, something gone";

/// Each of them once.
#[must_use]
pub fn targets(program: &Path) -> Row {
    let mut row = Row::named(NAME);
    for (name, case) in CASES {
        let scratch = crate::scratch();
        let outcome = Outcome::of(|| {
            let mut outcome = Outcome::default();
            case(program, scratch.path(), &mut outcome);
            outcome
        });
        row.take(1, outcome, name);
    }
    row
}

/// A refusal by exactly this code, which has words of its own.
fn refused(answer: &Answer, code: &str, outcome: &mut Outcome) {
    if answer.code() == Some(code) {
        outcome.refused = true;
    } else {
        outcome.lost(format!("{code} was to be the answer, not {answer:?}"));
    }
}

fn file_for_backups(program: &Path, folder: &Path, outcome: &mut Outcome) {
    lay_office(folder);
    std::fs::write(backups_of(folder), b"mine").expect("it writes");
    let answers = ask(program, folder, &[Line::open(&office_of(folder)), Line::make()]);
    refused(&answers[1], "backup_folder", outcome);
    if std::fs::read(backups_of(folder)).ok().as_deref() != Some(b"mine") {
        outcome.lost("the file was touched");
    }
    drop(sound(&office_of(folder), outcome));
}

fn no_backups(program: &Path, folder: &Path, outcome: &mut Outcome) {
    lay_backed_up(program, folder);
    std::fs::remove_dir_all(backups_of(folder)).expect("it goes");
    match read_through(program, folder) {
        Err(what) => outcome.lost(what),
        Ok(_) => match read_through(program, folder) {
            Ok(backups) if backups.iter().any(|(_, fault)| fault.is_null()) => {}
            other => outcome.lost(format!("there is no new backup: {other:?}")),
        },
    }
}

fn paper(program: &Path, folder: &Path) -> Vec<Answer> {
    let report = Line::job("report_xlsx", json!({ "kind": "daily", "day": "2024-11-10" }));
    ask(program, folder, &[Line::open(&office_of(folder)), report])
}

fn file_for_papers(program: &Path, folder: &Path, outcome: &mut Outcome) {
    lay_office(folder);
    std::fs::write(papers_of(folder), b"mine").expect("it writes");
    refused(&paper(program, folder)[1], "not_writable", outcome);
    if std::fs::read(papers_of(folder)).ok().as_deref() != Some(b"mine") {
        outcome.lost("the file was touched");
    }
}

fn folder_for_paper(program: &Path, folder: &Path, outcome: &mut Outcome) {
    lay_office(folder);
    let Answer::Done(saved) = &paper(program, folder)[1] else { return outcome.lost("no report was made") };
    let path = saved["file"]["path"].as_str().unwrap_or_default().to_owned();
    std::fs::remove_file(&path).expect("it goes");
    std::fs::create_dir(&path).expect("a folder");
    refused(&paper(program, folder)[1], "not_writable", outcome);
    let names = crate::folder::names(&papers_of(folder));
    if names.len() != 1 {
        outcome.lost(format!("something is left beside it: {names:?}"));
    }
}

fn file_for_settings(program: &Path, folder: &Path, outcome: &mut Outcome) {
    lay_office(folder);
    std::fs::remove_dir_all(folder.join(SETTINGS)).expect("it goes");
    std::fs::write(folder.join(SETTINGS), b"mine").expect("it writes");
    opens(program, folder, outcome);
}

fn spoilt_settings(program: &Path, folder: &Path, outcome: &mut Outcome) {
    lay_office(folder);
    std::fs::write(folder.join(SETTINGS).join("recent.json"), b"[\"half a na").expect("it writes");
    opens(program, folder, outcome);
}

/// Settings are a convenience: without them the office opens all the same.
fn opens(program: &Path, folder: &Path, outcome: &mut Outcome) {
    let answers = ask(program, folder, &[Line::open(&office_of(folder)), Line::make()]);
    if !answers.iter().all(Answer::is_done) {
        outcome.lost(format!("the office was refused for the settings' sake: {answers:?}"));
    }
}

/// The first of two backups is spoilt: it is known by its fault, the other is good, and the next one can be made.
fn spoilt(program: &Path, folder: &Path, fault: &str, spoil: fn(&mut Vec<u8>), outcome: &mut Outcome) {
    let path = two_backups(program, folder, "db");
    let mut bytes = std::fs::read(&path).expect("a backup");
    spoil(&mut bytes);
    std::fs::write(&path, bytes).expect("it writes");
    known(program, folder, Some(fault), outcome);
}

fn without(program: &Path, folder: &Path, ending: &str, outcome: &mut Outcome) {
    std::fs::remove_file(two_backups(program, folder, ending)).expect("it goes");
    // A copy without its description never counted; a description without its copy shows that one is gone.
    known(program, folder, (ending == "db").then_some("missing"), outcome);
}

/// Two good backups; the file of the first with this ending.
fn two_backups(program: &Path, folder: &Path, ending: &str) -> std::path::PathBuf {
    lay_backed_up(program, folder);
    let answers = ask(program, folder, &[Line::open(&office_of(folder)), Line::make()]);
    assert!(answers.iter().all(Answer::is_done), "{answers:?}");
    let name =
        crate::folder::names(&backups_of(folder)).into_iter().find(|n| n.starts_with("000001") && n.ends_with(ending));
    backups_of(folder).join(name.expect("the first backup"))
}

fn known(program: &Path, folder: &Path, fault: Option<&str>, outcome: &mut Outcome) {
    let backups = match read_through(program, folder) {
        Ok(backups) => backups,
        Err(what) => return outcome.lost(what),
    };
    let of = |number: i64| backups.iter().find(|(n, _)| *n == number).map(|(_, fault)| fault.clone());
    if of(1) != fault.map(|fault| json!(fault)) {
        outcome.lost(format!("the first was to be {fault:?}: {backups:?}"));
    }
    if of(2) != Some(Value::Null) {
        outcome.lost(format!("the second is good no more: {backups:?}"));
    }
    outcome.refused = fault.is_some();
}

/// A state is swapped in only when nobody has the file open; then it can be.
fn reader(program: &Path, folder: &Path, outcome: &mut Outcome) {
    lay_backed_up(program, folder);
    let path = office_of(folder);
    let reading = Reading::open(&path, Arc::new(System)).expect("it can be read");
    let lines = [Line::open(&path), restore()];
    let now = reading.view().dump().expect("a dump");
    refused(&ask(program, folder, &lines)[1], "file_in_use", outcome);
    if reading.view().dump().ok().as_ref() != Some(&now) {
        outcome.lost("whoever reads sees something else");
    }
    drop(reading);
    if dump(&path, outcome).as_ref() != Some(&now) {
        outcome.lost("it was refused and is not as it was");
    }
    if !ask(program, folder, &lines)[1].is_done() {
        outcome.lost("it is refused although nobody reads");
    }
}

/// Whoever comes second is refused, or makes another one: all that count are good.
fn two_at_once(program: &Path, folder: &Path, outcome: &mut Outcome) {
    lay_backed_up(program, folder);
    let path = office_of(folder);
    let reads = Line::call("desk", json!({ "do": "open_reading", "path": path }));
    let many = |first: Line| [vec![first], vec![Line::make(); 4]].concat();
    let (one, other) = std::thread::scope(|scope| {
        let one = scope.spawn(|| ask(program, folder, &many(Line::open(&path))));
        let other = ask(program, folder, &many(reads));
        (one.join().expect("no thread panicked"), other)
    });
    let answers: Vec<&Answer> = one.iter().skip(1).chain(other.iter().skip(1)).collect();
    let done = answers.iter().filter(|a| a.is_done()).count();
    for answer in answers.iter().filter(|a| !a.is_done()) {
        refused(answer, "backup_busy", outcome);
    }
    match read_through(program, folder) {
        Err(what) => outcome.lost(what),
        Ok(backups) => {
            let good = backups.iter().filter(|(n, fault)| *n > 1 && fault.is_null()).count();
            if good < done || backups.iter().any(|(_, fault)| !fault.is_null()) {
                outcome.lost(format!("{done} were acknowledged: {backups:?}"));
            }
        }
    }
}
