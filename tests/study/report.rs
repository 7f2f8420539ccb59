//! The study's figures as people read them, and as lines for a spreadsheet.

use super::method::{CEILINGS, METHODS, Method, OURS, Outcome, SETTINGS, Setting};
use super::rescue::Ranks;
use super::slips::Kind;

/// What all methods came to in one setting, over all seeds.
#[derive(Debug, Clone)]
pub struct Results {
    pub setting: Setting,
    pub outcomes: Vec<(Method, Outcome)>,
    pub ranks: Ranks,
}

impl Results {
    #[must_use]
    pub fn new(setting: Setting) -> Self {
        Self { setting, outcomes: Vec::new(), ranks: Ranks::default() }
    }

    /// Adds another campaign's, in the same order.
    pub fn add(&mut self, outcomes: Vec<(Method, Outcome)>, ranks: &Ranks) {
        self.ranks.add(ranks);
        if self.outcomes.is_empty() {
            self.outcomes = outcomes;
            return;
        }
        for ((_, to), (_, from)) in self.outcomes.iter_mut().zip(outcomes) {
            to.add(&from);
        }
    }

    #[must_use]
    pub fn of(&self, method: Method) -> &Outcome {
        let found = self.outcomes.iter().find(|(of, _)| *of == method);
        &found.expect("every method of the report ran").1
    }
}

/// Everything the command prints.
#[must_use]
pub fn text(all: &[Results]) -> String {
    let parts = [summary(all), details(all), missed(all), curve(all), rescue(all), verdict(all)];
    parts.join("\n")
}

/// The table of the methods in each setting.
#[must_use]
pub fn summary(all: &[Results]) -> String {
    let mut out = String::from(
        "Errors caught and mended, of all made (%); in brackets the keys for it, in % of those of the first keying\n\n",
    );
    out += &format!("{:<16}", "");
    for results in all {
        out += &format!("{:>18}", results.setting.name);
    }
    for method in METHODS {
        out += &format!("\n{:<16}", method.word());
        for results in all {
            let outcome = results.of(method);
            let cell = format!("{:.1} ({:.1})", outcome.slips().percent(), outcome.extra_percent());
            out += &format!("{cell:>18}");
        }
    }
    out + "\n"
}

fn details(all: &[Results]) -> String {
    let mut out = String::new();
    for results in all {
        out += &format!(
            "{} — boxes wrong when keyed: caught; left of 10,000. Keys for: T, checks, totals, differences, second \
             keying. Alarms and false ones on 100 sheets\n\n{:<22}{:>8}{:>7}   {:>6}{:>8}{:>8}{:>8}{:>8}   {:>7}{:>7}\n",
            results.setting.name, "", "caught", "left", "T", "checks", "totals", "differ", "second", "alarms", "false"
        );
        for (method, outcome) in &results.outcomes {
            let is_shown = METHODS.contains(method) || *method == Method::Ours(None);
            if is_shown {
                out += &detail(*method, outcome);
            }
        }
        out.push('\n');
    }
    out
}

fn detail(method: Method, outcome: &Outcome) -> String {
    let extra = outcome.extra;
    let of_sheets = |count: u64| 100.0 * count as f64 / outcome.sheets as f64;
    format!(
        "{:<22}{:>8.1}{:>7.1}   {:>6.1}{:>8.1}{:>8.1}{:>8.1}{:>8.1}   {:>7.1}{:>7.1}\n",
        method.word(),
        outcome.boxes.percent(),
        10_000.0 * outcome.wrong as f64 / outcome.keyed as f64,
        outcome.percent(extra.control),
        outcome.percent(extra.checks),
        outcome.percent(extra.totals),
        outcome.percent(extra.differences),
        outcome.percent(extra.second),
        of_sheets(outcome.alarms),
        of_sheets(outcome.false_alarms),
    )
}

/// What is missed, by kind.
fn missed(all: &[Results]) -> String {
    let mut out = String::new();
    for results in all {
        out += &format!("{} — errors missed, by kind\n\n{:<18}{:>8}", results.setting.name, "", "made");
        for method in METHODS {
            out += &format!("{:>18}", method.word());
        }
        for (place, kind) in Kind::ALL.into_iter().enumerate() {
            let made = results.of(OURS).kinds[place].made;
            out += &format!("\n{:<18}{made:>8}", kind.word());
            for method in METHODS {
                let share = results.of(method).kinds[place];
                let cell = format!("{} ({:.0} %)", share.missed(), 100.0 - share.percent());
                out += &format!("{cell:>18}");
            }
        }
        out += "\n\n";
    }
    out
}

/// Share caught against extra keys: ours by ceiling, and a picture of it with the other methods.
fn curve(all: &[Results]) -> String {
    let mut out = String::from(
        "Ours by ceiling (wrong boxes of 1,000 that may be left): caught (extra keys), and how many campaigns kept it\n\n",
    );
    out += &format!("{:<8}", "ceiling");
    for results in all {
        out += &format!("{:>24}", results.setting.name);
    }
    for ceiling in CEILINGS {
        out += &format!("\n{ceiling:<8}");
        for results in all {
            let outcome = results.of(Method::Ours(Some(ceiling)));
            let kept = outcome.promises;
            let (caught, extra) = (outcome.slips().percent(), outcome.extra_percent());
            let cell = format!("{caught:.1} ({extra:.1}) {}/{}", kept.mended, kept.made);
            out += &format!("{cell:>24}");
        }
    }
    out.push('\n');
    for results in all {
        out += &format!("\n{}\n", picture(results));
    }
    out
}

/// Columns of the picture; each is two percent of extra keys.
const WIDE: usize = 76;
/// Rows; each is five percent caught.
const HIGH: usize = 20;

fn picture(results: &Results) -> String {
    let mut grid = vec![vec![' '; WIDE + 1]; HIGH + 1];
    for (method, outcome) in &results.outcomes {
        let letter = match method {
            Method::Ranges => 'r',
            Method::Rules => 'R',
            Method::OneIn(_) => 's',
            Method::Double => 'D',
            Method::Ours(_) => 'o',
        };
        let column = (outcome.extra_percent() / 2.0).round() as usize;
        let row = (outcome.slips().percent() / 5.0).round() as usize;
        grid[HIGH - row.min(HIGH)][column.min(WIDE)] = letter;
    }
    let mut out = format!(
        "{}: r ranges, R + rules, s + sample, D + double keying, o ours; up: caught, right: extra keys\n",
        results.setting.name
    );
    for (row, line) in grid.into_iter().enumerate() {
        let line: String = line.into_iter().collect();
        out += &format!("{:>4} |{}\n", (HIGH - row) * 5, line.trim_end());
    }
    out += &format!("     +{}\n      ", "-".repeat(WIDE));
    for column in (0..=WIDE).step_by(10) {
        out += &format!("{:<10}", column * 2);
    }
    out.trim_end().to_owned()
}

fn rescue(all: &[Results]) -> String {
    let mut out = String::from(
        "Rescue: sheets that fail a check as keyed (% of all), and where a box that is really wrong stands among its\n\
         candidates (% of those that fail a hard check and are not as on the paper)\n\n",
    );
    out += &format!(
        "{:<18}{:>8}{:>8}{:>10}{:>10}{:>12}{:>10}{:>14}\n",
        "", "hard", "soft", "first", "in 3", "value in 3", "nowhere", "T wrong, in 3"
    );
    // Totals change nothing on a sheet by itself.
    for Results { setting, ranks, .. } in all.iter().filter(|r| !r.setting.totals) {
        let of = |part: u64, whole: u64| 100.0 * part as f64 / whole as f64;
        let paper = if ranks.paper == 0 { String::new() } else { format!("{:.1}", of(ranks.paper_three, ranks.paper)) };
        out += &format!(
            "{:<18}{:>8.2}{:>8.2}{:>10.1}{:>10.1}{:>12.1}{:>10.1}{paper:>14}\n",
            setting.name,
            of(ranks.failed + ranks.paper, ranks.sheets),
            of(ranks.soft, ranks.sheets),
            of(ranks.first, ranks.failed),
            of(ranks.three, ranks.failed),
            of(ranks.exact, ranks.failed),
            of(ranks.nowhere, ranks.failed),
        );
    }
    out
}

/// The targets beside what was reached.
fn verdict(all: &[Results]) -> String {
    let mut out = String::new();
    for results in all.iter().filter(|r| r.setting.totals) {
        let outcome = results.of(OURS);
        let extra = outcome.extra_percent();
        for (what, share) in [("errors", outcome.slips()), ("boxes", outcome.boxes)] {
            let word = if share.percent() >= 95.0 && extra <= 30.0 { "reached" } else { "MISSED" };
            out += &format!(
                "target ≥ 95 % of {what} caught at ≤ 30 % extra keys, {}: {:.1} % at {extra:.1} %: {word}\n",
                results.setting.name,
                share.percent()
            );
        }
    }
    for results in all.iter().filter(|r| !r.setting.totals) {
        let share = 100.0 * results.ranks.three as f64 / results.ranks.failed as f64;
        let word = if share >= 90.0 { "reached" } else { "MISSED" };
        out += &format!("target ≥ 90 % in the first three, {}: {share:.1} %: {word}\n", results.setting.name);
    }
    out
}

/// One line for each setting and method.
#[must_use]
pub fn csv(all: &[Results]) -> String {
    let mut out = String::from(
        "setting,method,ceiling,errors,caught,caught_percent,boxes_wrong,boxes_caught_percent,wrong_left_per_10000,\
         extra_keys_percent,alarms_per_100,false_per_100\n",
    );
    for results in all {
        for (method, o) in &results.outcomes {
            let ceiling = if let Method::Ours(Some(ceiling)) = method { ceiling.to_string() } else { String::new() };
            let word = method.word().replace(',', "");
            out += &format!(
                "{},{word},{ceiling},{},{},{:.3},{},{:.3},{:.3},{:.3},{:.3},{:.3}\n",
                results.setting.name.replace(',', " +"),
                o.slips().made,
                o.slips().mended,
                o.slips().percent(),
                o.boxes.made,
                o.boxes.percent(),
                10_000.0 * o.wrong as f64 / o.keyed as f64,
                o.extra_percent(),
                100.0 * o.alarms as f64 / o.sheets as f64,
                100.0 * o.false_alarms as f64 / o.sheets as f64,
            );
        }
    }
    out
}

/// An empty result for each setting.
#[must_use]
pub fn begun() -> Vec<Results> {
    SETTINGS.into_iter().map(Results::new).collect()
}
