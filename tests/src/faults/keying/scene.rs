//! The layer makes each call of keying fail, one after another.

use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use office::{Office, System};

use super::super::layer::{Disk, Fault, run};
use super::super::sweep::{self, Scene, Seen};
use super::super::table::Outcome;
use super::{Deed, Dice, OFFICE, Promised, Told, input, new_office};

/// Deeds of keying on a disk that fails at each of their calls, and at each of those that open the file before.
#[derive(Debug)]
pub struct Keying {
    promised: Promised,
    deeds: Vec<Deed>,
    base: tempfile::TempDir,
    name: &'static str,
}

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
        let disk = Disk { library, under: keying.base.path(), log: &log, after: 2 };
        let (command, _) = keying.start(program, keying.base.path());
        let mut dice = Dice::of(8);
        let before: Vec<Deed> = std::iter::from_fn(|| Some(keying.promised.deed(&mut dice)))
            .filter(|d| d.call == "set_boxes")
            .take(3)
            .collect();
        // The first two calls of a deed: its record is written and flushed.
        let ran = run(command, &input(&before), &disk, Some(Fault::After), false, 2);
        let mut told = Told::default();
        before.iter().zip(&ran.said).for_each(|(deed, line)| keying.promised.take(deed, line, &mut told));
        assert!(told.deeds == 2 && told.lost.is_empty(), "{told} {ran:?}");
        assert!(ran.struck.as_ref().is_some_and(|call| call.contains(".entries")), "{ran:?}");
        // What only the entries file has is promised too: it was there before anything went wrong.
        let copy = scratch.path().join("as it opens");
        sweep::copy(keying.base.path(), &copy);
        let opened = Office::open(&copy.join(OFFICE), Arc::new(System)).expect("it opens");
        assert_eq!(opened.recovered, 1, "the record of the deed that was ended");
        keying.promised.sheets = Promised::of(&opened.office).sheets;
        keying
    }
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
        sweep::copy(self.base.path(), folder);
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
