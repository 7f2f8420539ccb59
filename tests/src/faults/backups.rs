//! Backups on a disk that fails at every call (R2): whatever happens, the previous good backup is still valid, and one
//! that was acknowledged can be read through.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use office::sheet::{ListSheets, SetSheetNote};
use office::{Office, System};
use serde_json::Value;

use super::desk::{Answer, Line, OFFICES, ask};
use super::layer::Fault;
use super::scenes::{AtDesk, Deed, Named, lay_office, office_of, sound};
use super::sweep::every;
use super::table::Outcome;

/// The folder of backups.
#[must_use]
pub fn backups_of(folder: &Path) -> PathBuf {
    folder.join(OFFICES).join("văn phòng - sao lưu")
}

/// Writes a note on the first sheet, so that the office is another one than before.
///
/// # Panics
/// If it cannot be written.
pub fn note(folder: &Path, words: &str) {
    let mut office = Office::open(&office_of(folder), Arc::new(System)).expect("it opens").office;
    let code = office.read(ListSheets::default()).expect("sheets")[0].code.clone();
    office.write(SetSheetNote { code, note: Some(words.into()) }).expect("a note");
}

/// An office with one good backup, and a deed since.
///
/// # Panics
/// If it cannot be made.
pub fn lay_backed_up(program: &Path, folder: &Path) {
    lay_office(folder);
    let answers = ask(program, folder, &[Line::open(&office_of(folder)), Line::make()]);
    assert!(answers.iter().all(Answer::is_done), "{answers:?}");
    note(folder, "sau bản sao lưu");
}

/// `(number, fault)` of every backup, each read through.
///
/// # Errors
/// They could not be looked at, or another one cannot be made.
pub fn read_through(program: &Path, folder: &Path) -> Result<Vec<(i64, Value)>, String> {
    let answers = ask(program, folder, &[Line::open(&office_of(folder)), Line::verify(), Line::make()]);
    let Some(Answer::Done(state)) = answers.get(1) else { return Err(format!("backups cannot be read: {answers:?}")) };
    if !answers[2].is_done() {
        return Err(format!("the next backup cannot be made: {:?}", answers[2]));
    }
    let rows = state["backups"].as_array().into_iter().flatten();
    Ok(rows.map(|row| (row["stamp"]["number"].as_i64().unwrap_or_default(), row["fault"].clone())).collect())
}

/// Holds the folder of backups against what was said of a new one; `before` are the good ones there were.
pub fn judge(program: &Path, folder: &Path, before: &[i64], deed: Deed<'_>, outcome: &mut Outcome) {
    match read_through(program, folder) {
        Err(what) => outcome.lost(what),
        Ok(backups) => {
            for number in before {
                if !backups.contains(&(*number, Value::Null)) {
                    outcome.lost(format!("the good backup {number} is gone or bad: {backups:?}"));
                }
            }
            for (number, fault) in backups.iter().filter(|(_, fault)| !fault.is_null()) {
                outcome.lost(format!("backup {number} counts and is {fault}"));
            }
            let last = before.iter().max().copied().unwrap_or_default();
            if matches!(deed, Deed::Done(_)) && !backups.iter().any(|(n, fault)| *n > last && fault.is_null()) {
                outcome.lost(format!("a backup was acknowledged and is not there: {backups:?}"));
            }
        }
    }
    drop(sound(&office_of(folder), outcome));
}

fn backup(program: &Path, name: &'static str, under: fn(&Path) -> PathBuf, faults: Vec<Fault>) -> AtDesk {
    let (laid, judged) = (program.to_owned(), program.to_owned());
    AtDesk {
        name,
        lay: Box::new(move |folder| lay_backed_up(&laid, folder)),
        lines: Box::new(|folder| vec![Line::open(&office_of(folder)), Line::make()]),
        after: 1,
        under,
        faults,
        judge: Box::new(move |seen, deed, outcome| judge(&judged, seen.folder, &[1], deed, outcome)),
    }
}

/// Every scene of this file.
#[must_use]
pub fn all(program: &Path) -> Vec<Named<'_>> {
    vec![
        // Source and target lie on the same disk.
        ("backup", Box::new(move || backup(program, "backup", |folder| folder.join(OFFICES), every()))),
        // Only the target fails or lies.
        ("backup folder", {
            let faults = vec![Fault::Full, Fault::Gone, Fault::ReadOnly, Fault::Flip, Fault::ReadFlip];
            Box::new(move || backup(program, "backup folder", backups_of, faults.clone()))
        }),
    ]
}
