//! R1 at length: `cargo xtask faults [--kills n]`.

#![expect(clippy::print_stdout, reason = "its output is for the person at the terminal")]

use std::path::Path;
use std::process::ExitCode;

use product_tests::faults::kill;

/// As many as the promise asks for, and more.
const KILLS: u32 = 1_000;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    // `cargo test --benches` and clippy come by with other words; only `cargo bench` kills.
    if !words.iter().any(|w| w == "--bench") {
        return ExitCode::SUCCESS;
    }
    let asked = words.iter().position(|w| w == "--kills").and_then(|at| words.get(at + 1));
    let kills = match asked.map(|n| n.parse::<u32>()) {
        None => KILLS,
        Some(Ok(n)) if n > 0 => n,
        Some(_) => {
            println!("--kills takes a number from 1");
            return ExitCode::FAILURE;
        }
    };
    let told = kill(Path::new(env!("CARGO_BIN_EXE_keyer")), kills, 20_241_109, |done| {
        if done % 100 == 0 {
            println!("{done} of {kills} kills …");
        }
    });
    println!("{told}");
    if told.lost.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
