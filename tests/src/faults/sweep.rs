//! Every call of a scene fails, one after another, in every way: what a run of the program calls is counted once, then
//! each call is struck in a fresh copy of the folder, and what is there afterwards is held against what was said.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::layer::{Disk, Fault, Ran, run};
use super::table::{Outcome, Row};

/// What the program does, and what must be true afterwards.
pub trait Scene: Sync {
    fn name(&self) -> &'static str;

    /// Lays out the folder it begins with; called once.
    fn lay(&self, folder: &Path);

    /// The program, and what it is told.
    fn start(&self, program: &Path, folder: &Path) -> (Command, String);

    /// Answers before the deed begins: calls until then are not struck.
    fn after(&self) -> u64 {
        0
    }

    /// Where faults are.
    fn under(&self, folder: &Path) -> PathBuf {
        folder.to_owned()
    }

    /// What can go wrong.
    fn faults(&self) -> Vec<Fault> {
        every()
    }

    /// Holds what is there against what was said. `before` is the folder as it was.
    fn judge(&self, seen: &Seen<'_>) -> Outcome;
}

/// All that can go wrong without the program being lied to.
#[must_use]
pub fn every() -> Vec<Fault> {
    use Fault::{After, Before, Full, Gone, Io, Once, ReadGone, ReadOnce, ReadOnly, Short};
    vec![Short, Full, Once, Io, Gone, Before, After, ReadOnce, ReadGone, ReadOnly]
}

/// A run to be judged.
#[derive(Debug)]
pub struct Seen<'a> {
    pub before: &'a Path,
    pub folder: &'a Path,
    pub ran: &'a Ran,
    /// None when nothing was to go wrong.
    pub fault: Option<Fault>,
}

/// What is to be run of it.
#[derive(Debug, Clone)]
pub struct Extent {
    /// Calls struck of each scene and fault, spread evenly; all of them without it.
    pub most: Option<usize>,
    /// Only what has this in its name: `keying`, `keying/io`, or one run alone: `keying/io/17`.
    pub only: Option<String>,
}

impl Extent {
    /// Whether anything that is called so is wanted.
    #[must_use]
    pub fn wants(&self, name: &str) -> bool {
        self.only
            .as_ref()
            .is_none_or(|only| name.contains(only.as_str()) || only == name || only.starts_with(&format!("{name}/")))
    }

    /// Whether this one run is wanted.
    #[must_use]
    pub fn wants_run(&self, name: &str) -> bool {
        match &self.only {
            // `…/1` is not `…/17`.
            Some(only) if only.rsplit_once('/').is_some_and(|(_, n)| n.parse::<u64>().is_ok()) => only == name,
            Some(only) => name.contains(only.as_str()),
            None => true,
        }
    }
}

/// Strikes a scene everywhere; a row for each fault.
///
/// # Panics
/// If there is no ground to stand on: no folder, a program that does not start, a scene that fails of itself.
#[must_use]
pub fn sweep(scene: &dyn Scene, program: &Path, library: &Path, extent: &Extent) -> Vec<Row> {
    let faults: Vec<Fault> =
        scene.faults().into_iter().filter(|f| extent.wants(&format!("{}/{}", scene.name(), f.name()))).collect();
    if faults.is_empty() {
        return Vec::new();
    }
    let stage = Stage::new(scene, program, library);
    let counted = [false, true].map(|reads| match faults.iter().any(|f| f.reads() == reads) {
        true => stage.count(reads),
        false => Vec::new(),
    });
    let mut cases = Vec::new();
    for (row, fault) in faults.iter().enumerate() {
        let calls = &counted[usize::from(fault.reads())];
        let mut struck: Vec<usize> = (1..=calls.len()).filter(|n| fault.strikes(verb(&calls[n - 1]))).collect();
        if *fault == Fault::ReadOnly {
            // There is only one beginning.
            struck.truncate(1);
        }
        if let Some(most) = extent.most {
            struck = spread(&struck, most, row);
        }
        let named = struck.into_iter().map(|at| (row, at, format!("{}/{}/{at}", scene.name(), fault.name())));
        cases.extend(named.filter(|(_, _, name)| extent.wants_run(name)));
    }
    let outcomes: Mutex<Vec<(usize, Outcome)>> = Mutex::default();
    beside(cases.len(), |case| {
        let (row, at, name) = &cases[case];
        let outcome = stage.strike(faults[*row], *at, name);
        outcomes.lock().expect("no thread panicked").push((case, outcome));
    });
    let mut rows: Vec<Row> = faults.iter().map(|f| Row::named(format!("{}: {}", scene.name(), words(*f)))).collect();
    let mut outcomes = outcomes.into_inner().expect("no thread panicked");
    outcomes.sort_by_key(|(case, _)| *case);
    for (case, outcome) in outcomes {
        let (row, _, name) = &cases[case];
        rows[*row].take(1, outcome, name);
    }
    rows
}

/// Runs `work` for each number below `count`, on as many threads as there are processors.
pub fn beside(count: usize, work: impl Fn(usize) + Sync) {
    let next = AtomicUsize::new(0);
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..threads.min(count) {
            scope.spawn(|| {
                loop {
                    let n = next.fetch_add(1, Ordering::Relaxed);
                    if n >= count {
                        break;
                    }
                    work(n);
                }
            });
        }
    });
}

fn verb(call: &str) -> &str {
    call.split(' ').next().unwrap_or(call)
}

/// At most so many of them, evenly; another `from` begins elsewhere.
fn spread(all: &[usize], most: usize, from: usize) -> Vec<usize> {
    if all.len() <= most {
        return all.to_vec();
    }
    let step = all.len() / most;
    (0..most).filter_map(|n| all.get(n * all.len() / most + from % step)).copied().collect()
}

fn words(fault: Fault) -> &'static str {
    match fault {
        Fault::Short => "written by half, then full",
        Fault::Full => "disk full",
        Fault::Once => "one I/O error",
        Fault::Io => "I/O errors",
        Fault::Gone => "drive gone",
        Fault::Before => "dies before a call",
        Fault::After => "dies after a call",
        Fault::Flip => "bit changed in writing",
        Fault::ReadOnce => "one I/O error in reading",
        Fault::ReadIo => "I/O errors in reading",
        Fault::ReadGone => "drive gone while reading",
        Fault::ReadFlip => "bit changed in reading",
        Fault::ReadOnly => "read-only",
    }
}

/// Where a scene plays.
struct Stage<'a> {
    scene: &'a dyn Scene,
    program: &'a Path,
    library: &'a Path,
    base: tempfile::TempDir,
}

impl<'a> Stage<'a> {
    fn new(scene: &'a dyn Scene, program: &'a Path, library: &'a Path) -> Self {
        let base = crate::scratch();
        scene.lay(base.path());
        Self { scene, program, library, base }
    }

    /// What it calls when nothing goes wrong, which must be judged well.
    fn count(&self, reads: bool) -> Vec<String> {
        let (ran, outcome) = self.play(None, reads, 0);
        let name = self.scene.name();
        assert!(
            ran.well && outcome.losses.is_empty() && !outcome.refused,
            "{name} fails of itself: {outcome:?} {ran:?}"
        );
        assert!(!ran.calls.is_empty(), "{name}: the layer has seen nothing");
        ran.calls
    }

    fn strike(&self, fault: Fault, at: usize, name: &str) -> Outcome {
        let (ran, mut outcome) = self.play(Some(fault), fault.reads(), at);
        if ran.hung {
            outcome.lost("it did not end");
        }
        // A panic is no refusal.
        if !ran.well && !fault.ends() && !ran.hung {
            outcome.lost(format!("it broke down after {:?}", ran.said.last()));
        }
        if !outcome.losses.is_empty() {
            let call = ran.struck.clone().unwrap_or_else(|| "nothing".into());
            outcome.losses = outcome.losses.iter().map(|loss| format!("at `{call}`: {loss}")).collect();
        }
        debug_assert!(name.starts_with(self.scene.name()));
        outcome
    }

    fn play(&self, fault: Option<Fault>, reads: bool, at: usize) -> (Ran, Outcome) {
        let scratch = crate::scratch();
        let folder = scratch.path().join("máy");
        copy(self.base.path(), &folder);
        let log = scratch.path().join("log");
        let under = self.scene.under(&folder);
        let disk = Disk { library: self.library, under: &under, log: &log, after: self.scene.after() };
        let (command, input) = self.scene.start(self.program, &folder);
        let ran = run(command, &input, &disk, fault, reads, at as u64);
        let seen = Seen { before: self.base.path(), folder: &folder, ran: &ran, fault };
        let outcome = Outcome::of(|| self.scene.judge(&seen));
        (ran, outcome)
    }
}

/// Copies a folder with all that is in it.
///
/// # Panics
/// If it cannot be copied.
pub fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("the folder is there").flatten() {
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() {
            copy(&from, &to);
        } else {
            std::fs::copy(&from, &to).expect("it is copied");
        }
    }
}
