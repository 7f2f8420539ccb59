//! `cargo xtask …`: what a person or CI does with these sources, each with its own set-up.
//!
//! It starts other programs and knows where they are; it must not know the product: nothing of the
//! product is linked in, so that it builds in seconds. To add a command: a file with a `run` and an arm
//! in [`main`] and in [`USAGE`].

#![expect(clippy::print_stdout, reason = "its output is for the person at the terminal")]

mod bench;
mod bindings;
mod check;
mod faults;
mod licences;
mod node;
mod package;
mod papers;
mod ring;
mod run;
mod setup;
mod shell;
mod shot;
mod study;
mod test;

use std::process::ExitCode;

use anyhow::{Result, bail};

const USAGE: &str = "\
cargo xtask run [FILE]         open the window on an office file; without a display: run the main job on the sample
cargo xtask test [RING …]      every test, cheapest first; RING: rust, ui, browser, window
cargo xtask check              format, lints, types, stale bindings, licences
cargo xtask bindings           write the contract's types to ui/src/api/generated
cargo xtask bench [--window]   measure the release build and print the figures beside their targets; what is
                               waited for in the window
cargo xtask study [--seeds a-b] [--sheets n]
                               inject keying errors, print what each way of keying catches and costs
cargo xtask faults [--short] [--only name] [--kills n]
                               kill programs, let their disk fail, damage files, let two race: one table, no losses
cargo xtask papers --check [--plans n] [--seed n]
                               generated documents against every line of the decree, pictures of the papers
cargo xtask papers --bless     take the pictures of the papers anew: look at each before it is committed
cargo xtask package [--debug]  make the installers of this system (a .deb; on Windows NSIS and MSI), print their sizes
cargo xtask licences           write what others' works the program holds, with their licences, to assets/licences
cargo xtask shot               take the README's picture
cargo xtask setup [run|test]   only install what the command needs";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match dispatch(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(words: &[&str]) -> Result<()> {
    match words {
        ["run"] => run::run(None),
        ["run", file] => run::run(Some(file)),
        ["test", rings @ ..] => test::run(rings),
        ["check"] => check::run(),
        ["bindings"] => bindings::run(),
        ["bench"] => bench::run(),
        ["bench", "--window"] => bench::window(),
        ["study", options @ ..] => study::run(options),
        ["faults", options @ ..] => faults::run(options),
        ["papers", options @ ..] => papers::run(options),
        ["package"] => package::run(false),
        ["package", "--debug"] => package::run(true),
        ["licences"] => licences::run(),
        ["shot"] => shot::run(),
        ["setup"] => setup::run(setup::Purpose::Test),
        ["setup", purpose] => setup::run(purpose.parse()?),
        [] | ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        other => bail!("no command '{}'\n\n{USAGE}", other.join(" ")),
    }
}
