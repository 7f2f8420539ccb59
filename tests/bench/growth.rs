//! How each job grows with the sheets: once at every size, the ratio from each to the next, and the target where one
//! is named. Ten times the sheets may take ten times as long; what grows faster bears a sign.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::Duration;

use product_tests::ladder::{LADDER, Rung};

use super::ground::Ground;
use super::jobs::{JOBS, Job};
use super::measure::{milliseconds, patiently};

/// A job is repeated until so much time is spent.
const PATIENCE: Duration = Duration::from_millis(800);
const RUNS: usize = 15;
/// Below this, ratios tell of the clock and not of the work.
const FELT: Duration = Duration::from_millis(2);
/// More than ten-fold for ten times the sheets, with room for a busy machine.
const LINEAR: f64 = 12.0;

/// `wants`: which jobs, by their names; `sizes`: which rungs.
pub(crate) fn run(made: &Path, folder: &Path, wants: impl Fn(&str) -> bool, sizes: &[&str]) {
    let jobs: Vec<&Job> = JOBS.iter().filter(|job| wants(job.name)).collect();
    if jobs.is_empty() {
        return;
    }
    let mut figures: Vec<[Option<Duration>; LADDER.len()]> = vec![[None; LADDER.len()]; jobs.len()];
    for (at, rung) in LADDER.iter().enumerate().filter(|(_, rung)| sizes.contains(&rung.name)) {
        println!("at {} sheets …", rung.sheets());
        let mut ground = Ground::of(rung, made, folder);
        for (job, row) in jobs.iter().zip(&mut figures) {
            // One job that is refused is told of, and the others are still measured.
            let measured = catch_unwind(AssertUnwindSafe(|| patiently(PATIENCE, RUNS, || (job.work)(&mut ground))));
            row[at] = measured.ok();
            if row[at].is_none() {
                println!("NOT DONE: {} at {} sheets", job.name, rung.sheets());
            }
        }
        ground.leave();
    }
    print(&jobs, &figures);
}

fn print(jobs: &[&Job], figures: &[[Option<Duration>; LADDER.len()]]) {
    let [one, ten, hundred] = LADDER.map(|rung: Rung| format!("{} sheets", rung.sheets()));
    println!("\n{:<46} {one:>14} {ten:>14} {:>6} {hundred:>14} {:>6}  target", "", "×", "×");
    for (job, [one, ten, hundred]) in jobs.iter().zip(figures) {
        let shown = |figure: &Option<Duration>| figure.map_or_else(|| "–".to_owned(), milliseconds);
        let mut signs: Vec<String> = Vec::new();
        for (rung, figure) in LADDER.iter().zip([one, ten, hundred]) {
            let target = job.targets.iter().find(|(name, _)| *name == rung.name);
            if let Some(((name, most), figure)) = target.zip(*figure) {
                let most = Duration::from_millis(*most);
                let sign = if figure <= most { "met" } else { "MISSED" };
                signs.push(format!("{name} ≤ {} ms {sign}", most.as_millis()));
            }
        }
        let steps = [ratio(*one, *ten), ratio(*ten, *hundred)];
        if steps.iter().flatten().any(|ratio| *ratio > LINEAR) {
            signs.push("GROWS FASTER THAN THE SHEETS".to_owned());
        }
        let [first, second] = steps.map(|ratio| ratio.map_or_else(|| "–".to_owned(), |r| format!("{r:.1}")));
        println!(
            "{:<46} {:>14} {:>14} {first:>6} {:>14} {second:>6}  {}",
            job.name,
            shown(one),
            shown(ten),
            shown(hundred),
            signs.join(", ")
        );
    }
}

/// From one size to the next; none where either is not there or the larger is not felt.
fn ratio(smaller: Option<Duration>, larger: Option<Duration>) -> Option<f64> {
    let (smaller, larger) = smaller.zip(larger)?;
    (larger >= FELT).then(|| larger.as_secs_f64() / smaller.as_secs_f64().max(f64::EPSILON))
}
