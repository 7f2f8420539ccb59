//! Damaged files (R4): bits flipped, pages zeroed or full of noise, ends cut off, a file emptied, taken away or written
//! over. Each opens as it was, or says that it is damaged and is rebuilt with every box that was keyed; without a crash,
//! and without a box that is silently another one.

use std::path::Path;
use std::sync::{Arc, Mutex};

use office::check::CheckFile;
use office::outside::Outside;
use office::{Office, System};

use super::Dice;
use super::desk::{Answer, Line, OFFICES, SETTINGS, ask};
use super::keying::{Deed, Promised, Told, input, new_office};
use super::layer::to_the_end;
use super::scenes::office_of;
use super::sweep::{beside, copy};
use super::table::{Outcome, Row};

pub const NAME: &str = "damaged file";

/// Deeds before the first backup, between the two, and since.
const DEEDS: usize = 8;

/// So many damaged copies of one office.
///
/// # Panics
/// If there is no ground to stand on: no folder, a program that does not start.
#[must_use]
pub fn damage(program: &Path, copies: usize, seed: u64, only: impl Fn(&str) -> bool + Sync) -> Row {
    let base = crate::scratch();
    let promised = lay(program, base.path());
    let row = Mutex::new(Row::named(NAME));
    beside(copies, |n| {
        let name = format!("{NAME}/{}", seed + n as u64);
        if only(&name) {
            let outcome = Outcome::of(|| one(base.path(), promised.clone(), &mut Dice::of(seed + n as u64)));
            row.lock().expect("no thread panicked").take(1, outcome, &name);
        }
    });
    row.into_inner().expect("no thread panicked")
}

/// An office with two backups and boxes keyed since.
fn lay(program: &Path, folder: &Path) -> Promised {
    std::fs::create_dir_all(folder.join(OFFICES)).expect("a folder");
    std::fs::create_dir_all(folder.join(SETTINGS)).expect("a folder");
    let path = office_of(folder);
    let mut promised = Promised::of(&new_office(&path));
    let mut dice = Dice::of(5);
    for round in 0..3 {
        // Only boxes are in the entries file.
        let mut deeds: Vec<Deed> = Vec::new();
        while deeds.len() < DEEDS {
            deeds.extend(Some(promised.deed(&mut dice)).filter(|d| d.call == "set_boxes"));
        }
        let mut command = std::process::Command::new(program);
        command.arg(&path);
        let ran = to_the_end(command, &input(&deeds));
        let mut told = Told::default();
        deeds.iter().zip(&ran.said).for_each(|(deed, line)| promised.take(deed, line, &mut told));
        assert!(told.deeds == DEEDS && told.lost.is_empty(), "{told} {ran:?}");
        if round < 2 {
            let answers = ask(program, folder, &[Line::open(&path), Line::make()]);
            assert!(answers.iter().all(Answer::is_done), "{answers:?}");
        }
    }
    promised
}

fn one(base: &Path, mut promised: Promised, dice: &mut Dice) -> Outcome {
    let scratch = crate::scratch();
    copy(base, scratch.path());
    let path = office_of(scratch.path());
    let done = spoil(&path, dice);
    let (mut outcome, mut told) = (Outcome::default(), Told::default());
    let opened = match Office::open(&path, Arc::new(System)) {
        Ok(opened) if opened.gap.is_none() => Ok(opened),
        other => {
            // Known to be damaged: with its words, and rebuilt.
            outcome.refused = other.is_err();
            drop(other);
            let system: Arc<dyn Outside> = Arc::new(System);
            let rebuilt = Office::recover(&path, &system).map(|(opened, _)| opened);
            outcome.recovered = rebuilt.is_ok();
            rebuilt
        }
    };
    match opened {
        Err(error) => outcome.lost(format!("it neither opens nor can be rebuilt: {error:?}")),
        Ok(opened) => {
            promised.compare_sheets(&opened.office, None, &mut told);
            match opened.office.read(CheckFile {}) {
                Ok(check) => outcome.losses.extend(check.findings.iter().map(|f| format!("{f:?}"))),
                Err(error) => outcome.lost(format!("it cannot be checked: {error:?}")),
            }
        }
    }
    outcome.losses.extend(told.lost);
    outcome.losses = outcome.losses.into_iter().map(|loss| format!("{done}: {loss}")).collect();
    outcome
}

/// Spoils the file, its entries or its newest backup; what was done.
fn spoil(path: &Path, dice: &mut Dice) -> &'static str {
    let mut bytes = std::fs::read(path).expect("the file");
    let length = u32::try_from(bytes.len()).expect("a small file");
    let page = 4096 * (dice.below(length / 4096) as usize);
    let done = match dice.below(10) {
        0..=2 => {
            (0..=dice.below(20)).for_each(|_| bytes[dice.below(length) as usize] ^= 1 << dice.below(8));
            "bits flipped"
        }
        3 => {
            bytes[page..page + 4096].fill(0);
            "a page of zeros"
        }
        4 => {
            bytes[page..page + 4096].iter_mut().for_each(|b| *b = dice.below(256) as u8);
            "a page of noise"
        }
        5 => {
            bytes.truncate(dice.below(length) as usize);
            "cut off"
        }
        6 => {
            let start = dice.below(90) as usize;
            bytes[start..start + 10].iter_mut().for_each(|b| *b = dice.below(256) as u8);
            "its beginning written over"
        }
        7 => {
            std::fs::remove_file(path).expect("it goes");
            return "taken away";
        }
        8 => return spoil_entries(path, dice),
        _ => {
            let backups = path.with_file_name("văn phòng - sao lưu");
            let newest = crate::folder::names(&backups).into_iter().rfind(|n| n.ends_with(".db")).expect("a backup");
            let mut copy = std::fs::read(backups.join(&newest)).expect("a backup");
            let at = dice.below(u32::try_from(copy.len()).expect("a small file")) as usize;
            copy[at] ^= 1;
            std::fs::write(backups.join(newest), copy).expect("it writes");
            bytes[page..page + 4096].fill(0);
            "a page of zeros, and a bit of the newest backup"
        }
    };
    std::fs::write(path, bytes).expect("it writes");
    done
}

/// The entries file alone: the tables have all that it has.
fn spoil_entries(path: &Path, dice: &mut Dice) -> &'static str {
    let entries = path.with_file_name("văn phòng.db.entries");
    let mut bytes = std::fs::read(&entries).expect("the entries");
    let at = dice.below(u32::try_from(bytes.len()).expect("a small file")) as usize;
    let done = match dice.below(3) {
        0 => {
            bytes[at] ^= 4;
            "a bit of the entries"
        }
        1 => {
            bytes.truncate(at);
            "entries cut off"
        }
        _ => {
            bytes.clear();
            "entries emptied"
        }
    };
    std::fs::write(entries, bytes).expect("it writes");
    done
}
