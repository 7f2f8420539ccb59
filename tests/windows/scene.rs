//! Scenes and the table of what came of them.

use std::fmt;

use product_tests::faults::table::Outcome;

/// One scene while it is played.
#[derive(Debug, Default)]
pub(crate) struct Scene {
    name: String,
    runs: usize,
    faults: Vec<String>,
    left_out: Option<String>,
}

impl Scene {
    /// Plays it once; whatever breaks down is a fault of this run and of no other.
    pub(crate) fn run(&mut self, what: impl fmt::Display, run: impl FnOnce()) {
        self.runs += 1;
        let outcome = Outcome::of(|| {
            run();
            Outcome::default()
        });
        self.faults.extend(outcome.losses.into_iter().map(|loss| format!("{what}: {loss}")));
    }

    /// Counts what was held against something else.
    pub(crate) fn compared(&mut self, what: impl fmt::Display, is_same: bool) {
        self.runs += 1;
        if !is_same {
            self.faults.push(what.to_string());
        }
    }

    /// Nothing, or a part of it, can be shown here.
    pub(crate) fn leave_out(&mut self, why: impl Into<String>) {
        self.left_out = Some(why.into());
    }
}

/// All scenes.
#[derive(Debug, Default)]
pub(crate) struct Table(Vec<Scene>);

impl Table {
    pub(crate) fn play(&mut self, name: &str, play: impl FnOnce(&mut Scene)) {
        println!("{name} …");
        let mut scene = Scene { name: name.to_owned(), ..Scene::default() };
        let ended = Outcome::of(|| {
            play(&mut scene);
            Outcome::default()
        });
        scene.faults.extend(ended.losses);
        self.0.push(scene);
    }

    pub(crate) fn is_clean(&self) -> bool {
        self.0.iter().all(|scene| scene.faults.is_empty() && (scene.runs > 0 || scene.left_out.is_some()))
    }
}

/// Faults of one scene that are shown; the rest are counted.
const SHOWN: usize = 12;

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = self.0.iter().map(|s| s.name.chars().count()).max().unwrap_or(0);
        writeln!(f, "{:width$}  {:>5}  result\n{}", "scene", "runs", "─".repeat(width + 24))?;
        for Scene { name, runs, faults, left_out } in &self.0 {
            let result = match (faults.len(), *runs, left_out) {
                (0, 0, Some(why)) => format!("left out: {why}"),
                (0, 0, None) => "NOTHING RAN".to_owned(),
                (0, _, Some(why)) => format!("as promised; left out: {why}"),
                (0, _, None) => "as promised".to_owned(),
                (n, ..) => format!("{n} BROKEN"),
            };
            writeln!(f, "{name:width$}  {runs:>5}  {result}")?;
        }
        for scene in self.0.iter().filter(|s| !s.faults.is_empty()) {
            writeln!(f, "\n{}:", scene.name)?;
            scene.faults.iter().take(SHOWN).try_for_each(|fault| writeln!(f, "  {fault}"))?;
            if let Some(more @ 1..) = scene.faults.len().checked_sub(SHOWN) {
                writeln!(f, "  and {more} more")?;
            }
        }
        let played = self.0.iter().filter(|s| s.runs > 0);
        let broken = played.clone().filter(|s| !s.faults.is_empty()).count();
        let (passed, left) = (played.count() - broken, self.0.iter().filter(|s| s.runs == 0).count());
        let word = if self.is_clean() { "ok" } else { "FAILED" };
        // As cargo's tests end, so that whoever counts them counts these.
        write!(f, "\ntest result: {word}. {passed} passed; {broken} failed; {left} ignored; 0 measured")
    }
}
