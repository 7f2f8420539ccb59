//! How many keying errors each way of keying catches, and for how many extra keys. Started by
//! `cargo xtask study`, with `--seeds a-b` and `--sheets n`; what it does is told in `study/mod.rs`.

#![expect(clippy::expect_used, reason = "a study ends where its ground is missing, with the reason")]
#![expect(clippy::print_stdout, reason = "its output is for the person at the terminal")]

use std::ops::RangeInclusive;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use product_tests::study::campaign::Campaign;
use product_tests::study::method::{Method, Outcome, SETTINGS, Setting, run_all};
use product_tests::study::parameters::Parameters;
use product_tests::study::report::{Results, begun, csv, text};
use product_tests::study::rescue::Ranks;
use product_tests::study::slips::Keying;

/// Never tuned on; 1–20 are for tuning.
const REPORTED: RangeInclusive<u64> = 101..=120;
const SHEETS: usize = 10_000;

fn main() {
    let words: Vec<String> = std::env::args().collect();
    // `cargo test --benches` and clippy come by with other words; only `cargo bench` studies.
    if !words.iter().any(|w| w == "--bench") {
        return;
    }
    let (seeds, sheets) = asked(&words);
    println!("seeds {}–{}, {sheets} sheets each", seeds.start(), seeds.end());
    let parameters = Parameters::documented();
    describe(*seeds.start(), sheets, &parameters);
    let all = study(&seeds.collect::<Vec<u64>>(), sheets, &parameters);
    println!("{}", text(&all));
    let file = folder().join("keying.csv");
    std::fs::write(&file, csv(&all)).expect("the build's folder takes files");
    println!("every point: {}", file.display());
}

/// `--seeds 1-20 --sheets 200`.
fn asked(words: &[String]) -> (RangeInclusive<u64>, usize) {
    let after = |name: &str| words.iter().position(|w| w == name).and_then(|at| words.get(at + 1));
    let seeds = after("--seeds").map_or(REPORTED, |text| {
        let (first, last) = text.split_once('-').unwrap_or((text, text));
        first.parse().expect("--seeds a-b")..=last.parse().expect("--seeds a-b")
    });
    let sheets = after("--sheets").map_or(SHEETS, |text| text.parse().expect("--sheets n"));
    assert!(!seeds.is_empty() && sheets > 0, "--seeds a-b with a ≤ b, --sheets n above 0");
    (seeds, sheets)
}

/// What a campaign is like, so that its figures can be judged.
fn describe(seed: u64, sheets: usize, parameters: &Parameters) {
    for setting in SETTINGS.into_iter().filter(|s| !s.totals && !s.shape.control) {
        let campaign = Campaign::new(seed, sheets, setting.shape, parameters);
        let mean = campaign.papers.len() as f64 / campaign.visits.len() as f64;
        println!("{}: {mean:.1} sheets an evening; mean digits of each box", setting.name);
        let boxes = campaign.boxes.iter().zip(campaign.mean_digits());
        let digits: Vec<String> = boxes.map(|(no, digits)| format!("{no}: {digits:.2}")).collect();
        println!("  {}", digits.join("  "));
    }
    println!();
}

/// Every seed in every setting, on as many threads as there are processors.
fn study(seeds: &[u64], sheets: usize, parameters: &Parameters) -> Vec<Results> {
    let jobs: Vec<(u64, Setting)> = seeds.iter().flat_map(|seed| SETTINGS.map(|setting| (*seed, setting))).collect();
    let next = AtomicUsize::new(0);
    let worker = || {
        let mut done = Vec::new();
        while let Some((seed, setting)) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
            done.push((*seed, *setting, one(*seed, *setting, sheets, parameters)));
        }
        done
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let mut done: Vec<_> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(worker)).collect();
        workers.into_iter().flat_map(|w| w.join().expect("a worker ends")).collect()
    });
    done.sort_by_key(|(seed, ..)| *seed);
    let mut all = begun();
    for (_, setting, (outcomes, ranks)) in done {
        let results = all.iter_mut().find(|r| r.setting == setting).expect("one for each setting");
        results.add(outcomes, &ranks);
    }
    all
}

fn one(seed: u64, setting: Setting, sheets: usize, parameters: &Parameters) -> (Vec<(Method, Outcome)>, Ranks) {
    let campaign = Campaign::new(seed, sheets, setting.shape, parameters);
    let keying = Keying::first(&campaign, parameters);
    (run_all(setting.totals, &campaign, parameters, &keying), Ranks::of(&campaign, &keying))
}

/// Beside what is built.
fn folder() -> PathBuf {
    let own = std::env::current_exe().expect("it knows its own path");
    let folder = own.ancestors().nth(3).expect("target/release/deps/study").join("study");
    std::fs::create_dir_all(&folder).expect("the build's folder takes files");
    folder
}
