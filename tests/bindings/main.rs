//! Writes the contract's types to `ui/src/api/generated`; with `--check` only says whether they are
//! stale. Started by `cargo xtask bindings` and `cargo xtask check`.

#![expect(clippy::print_stdout, reason = "its output is for the person at the terminal")]

use std::process::ExitCode;

use product_tests::bindings::{Change, FOLDER, changes, folder, written};

fn main() -> ExitCode {
    let only_check = std::env::args().any(|a| a == "--check");
    let changes = changes(&office::contract::bindings(), &written());
    if changes.is_empty() {
        println!("{FOLDER}: fresh");
        return ExitCode::SUCCESS;
    }
    if only_check {
        eprintln!("{FOLDER}: {} files are stale; run `cargo xtask bindings`", changes.len());
        return ExitCode::FAILURE;
    }
    match write(&changes) {
        Ok(()) => {
            println!("{FOLDER}: {} files changed", changes.len());
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{FOLDER}: {error}");
            ExitCode::FAILURE
        }
    }
}

fn write(changes: &[Change]) -> std::io::Result<()> {
    std::fs::create_dir_all(folder())?;
    for change in changes {
        match change {
            Change::Write { name, text } => std::fs::write(folder().join(name), text)?,
            Change::Remove { name } => std::fs::remove_file(folder().join(name))?,
        }
    }
    Ok(())
}
