//! Two hundred generated plans against every line of the decree, and the pictures of one page of each paper.
//! Started by `cargo xtask papers --check`; what it does is told in `src/decree/mod.rs` and `src/golden.rs`.

#![expect(clippy::print_stdout, reason = "its output is for the person at the terminal")]

use std::process::ExitCode;

use product_tests::decree::run::run;

const SEED: u64 = 30_2020;
const PLANS: u32 = 200;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().collect();
    // `cargo test --benches` and clippy come by with other words; only `cargo bench` measures.
    if !words.iter().any(|w| w == "--bench") {
        return ExitCode::SUCCESS;
    }
    let after = |name: &str| words.iter().position(|w| w == name).and_then(|at| words.get(at + 1));
    let number = |name: &str| after(name).and_then(|w| w.parse::<u64>().ok());
    let seed = number("--seed").unwrap_or(SEED);
    let plans = number("--plans").and_then(|n| u32::try_from(n).ok()).unwrap_or(PLANS);
    println!("seed {seed}, {plans} plans and {} documents of other kinds", plans.div_ceil(4));
    let told = run(seed, plans);
    println!("{told}");
    let gaps = if plans >= PLANS { told.coverage.gaps() } else { Vec::new() };
    for gap in &gaps {
        println!("not covered: {gap}");
    }
    let is_whole = plans < PLANS || told.not_exercised().is_empty();
    if told.breaches().is_empty() && gaps.is_empty() && is_whole { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
