//! What came of it, a row for each kind of fault.

use std::fmt;
use std::panic::AssertUnwindSafe;

/// A kind of fault, and what came of its runs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    pub name: String,
    pub runs: usize,
    /// Kills, failed calls, changed bytes, races: what went wrong on purpose.
    pub faults: usize,
    /// Runs in which something was refused, with a code that has words of its own.
    pub refused: usize,
    /// Runs after which something was brought back that the tables did not have.
    pub recovered: usize,
    /// What was promised and is not there, or is there by half: each with the name by which it can be run again alone.
    pub losses: Vec<String>,
}

impl Row {
    #[must_use]
    pub fn named(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    /// Takes in what came of one run.
    pub fn take(&mut self, faults: usize, one: Outcome, again: &str) {
        self.runs += 1;
        self.faults += faults;
        self.refused += usize::from(one.refused);
        self.recovered += usize::from(one.recovered);
        self.losses.extend(one.losses.into_iter().map(|loss| format!("{again}: {loss}")));
    }
}

/// What came of one run.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcome {
    pub refused: bool,
    pub recovered: bool,
    pub losses: Vec<String>,
}

impl Outcome {
    /// What `judge` finds. If it cannot even look, because a program breaks down under its hands, that is a loss.
    pub fn of(judge: impl FnOnce() -> Self) -> Self {
        std::panic::catch_unwind(AssertUnwindSafe(judge)).unwrap_or_else(|panic| {
            let words = panic.downcast_ref::<String>().map(String::as_str);
            let words = words.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("no words");
            Self { losses: vec![format!("it broke down: {words}")], ..Self::default() }
        })
    }

    pub fn lost(&mut self, what: impl Into<String>) {
        self.losses.push(what.into());
    }
}

/// All rows.
#[derive(Debug, Clone, Default)]
pub struct Table(pub Vec<Row>);

impl Table {
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.0.iter().all(|row| row.losses.is_empty())
    }
}

/// Losses of one row that are shown; the rest are counted.
const SHOWN: usize = 8;

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = self.0.iter().map(|row| row.name.chars().count()).max().unwrap_or(0).max("kind of fault".len());
        let line = "─".repeat(width + 48);
        writeln!(
            f,
            "{:width$} {:>7} {:>7} {:>10} {:>10} {:>7}",
            "kind of fault", "runs", "faults", "refused", "recovered", "losses"
        )?;
        writeln!(f, "{:width$} {:>7} {:>7} {:>10} {:>10} {:>7}\n{line}", "", "", "", "in words", "", "")?;
        let mut sum = Row::named("together");
        for row in &self.0 {
            one(f, row, row.losses.len(), width)?;
            sum.runs += row.runs;
            sum.faults += row.faults;
            sum.refused += row.refused;
            sum.recovered += row.recovered;
        }
        let losses = self.0.iter().map(|row| row.losses.len()).sum();
        writeln!(f, "{line}")?;
        one(f, &sum, losses, width)?;
        for row in self.0.iter().filter(|row| !row.losses.is_empty()) {
            writeln!(f, "\n{}:", row.name)?;
            row.losses.iter().take(SHOWN).try_for_each(|loss| writeln!(f, "  {loss}"))?;
            if let Some(more @ 1..) = row.losses.len().checked_sub(SHOWN) {
                writeln!(f, "  and {more} more")?;
            }
        }
        Ok(())
    }
}

fn one(f: &mut fmt::Formatter<'_>, row: &Row, losses: usize, width: usize) -> fmt::Result {
    let Row { name, runs, faults, refused, recovered, .. } = row;
    writeln!(f, "{name:width$} {runs:>7} {faults:>7} {refused:>10} {recovered:>10} {losses:>7}")
}
