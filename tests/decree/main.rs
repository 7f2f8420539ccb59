//! Two hundred generated plans against every line of the decree, and the pictures of one page of each paper.
//! Started by `cargo xtask papers --check`; what it does is told in `src/decree/mod.rs` and `src/golden.rs`.

#![expect(clippy::print_stdout, reason = "its output is for the person at the terminal")]

use std::process::ExitCode;

use product_tests::decree::run::run;
use product_tests::golden;

const SEED: u64 = 30_2020;
const PLANS: u32 = 200;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().collect();
    // `cargo test --benches` and clippy come by with other words; only `cargo bench` measures.
    if !words.iter().any(|w| w == "--bench") {
        return ExitCode::SUCCESS;
    }
    if words.iter().any(|w| w == "--bless") {
        return ended(&golden::compare(true));
    }
    let after = |name: &str| words.iter().position(|w| w == name).and_then(|at| words.get(at + 1));
    let number = |name: &str| after(name).and_then(|w| w.parse::<u64>().ok());
    let seed = number("--seed").unwrap_or(SEED);
    let plans = number("--plans").and_then(|n| u32::try_from(n).ok()).unwrap_or(PLANS);
    println!("seed {seed}, {plans} plans and {} documents of other kinds", plans.div_ceil(4));
    let told = run(seed, plans);
    println!("{told}");
    let mut faults = golden::compare(false);
    println!("pictures: {} papers compared, {} look otherwise", golden::papers::PAPERS.len(), faults.len());
    if plans >= PLANS {
        faults.extend(told.coverage.gaps().iter().map(|gap| format!("not covered: {gap}")));
        faults.extend(told.not_exercised().iter().map(|rule| format!("not exercised: {rule}")));
    }
    faults.extend(Some(told.breaches().len()).filter(|n| *n > 0).map(|n| format!("{n} breaches, see above")));
    ended(&faults)
}

/// Says what is wrong, if something is.
fn ended(faults: &[String]) -> ExitCode {
    for fault in faults {
        println!("fault: {fault}");
    }
    if faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
