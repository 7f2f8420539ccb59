//! Nothing lost, whatever goes wrong: `cargo xtask faults [--short] [--only NAME] [--kills N]`.

#![expect(clippy::print_stdout, reason = "its output is for the person at the terminal")]

use std::path::Path;
use std::process::ExitCode;

use product_tests::faults::{Asked, everything};

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    // `cargo test --benches` and clippy come by with other words; only `cargo bench` runs anything.
    if !words.iter().any(|w| w == "--bench") {
        return ExitCode::SUCCESS;
    }
    let asked = match asked(&words) {
        Ok(asked) => asked,
        Err(wrong) => {
            println!("{wrong}");
            return ExitCode::FAILURE;
        }
    };
    let table = everything(Path::new(env!("CARGO_BIN_EXE_keyer")), &asked, |row| {
        println!("{} …", row);
    });
    println!("\n{table}");
    if table.0.is_empty() {
        println!("nothing is called so");
        return ExitCode::FAILURE;
    }
    if table.is_clean() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// # Errors
/// What was not understood, in words.
fn asked(words: &[String]) -> Result<Asked, String> {
    let value = |flag: &str| words.iter().position(|w| w == flag).map(|at| words.get(at + 1));
    let mut asked = if words.iter().any(|w| w == "--short") { Asked::short() } else { Asked::long() };
    if let Some(only) = value("--only") {
        asked.extent.only = Some(only.ok_or("--only takes the name of a row or a run")?.clone());
    }
    if let Some(kills) = value("--kills") {
        let kills = kills.and_then(|n| n.parse().ok()).filter(|n| *n > 0);
        asked.kills = kills.ok_or("--kills takes a number from 1")?;
    }
    Ok(asked)
}
