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
mod gallery;
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
mod windows;

use std::process::ExitCode;

use anyhow::{Result, bail};

const USAGE: &str = "\
cargo xtask run [FILE]         open the window on an office file; without a display: run the main job on the sample
cargo xtask test [RING …]      every test, cheapest first; RING: rust, ui, browser, window
cargo xtask test --windows [--only NAME]
                               built for Windows on Linux, run under Wine: the crates' tests and scenes of Windows
cargo xtask check              format, lints, types, stale bindings, licences
cargo xtask bindings           write the contract's types to ui/src/api/generated
cargo xtask bench [--only word] [--sizes 1k,10k] [--debug]
                               measure the release build at 1k, 10k and 100k sheets: every job, how it grows, its target
cargo xtask bench --window     what is waited for in the window
cargo xtask bench --program    the window program from its start to the first key, its memory, its size
cargo xtask study [--seeds a-b] [--sheets n]
                               inject keying errors, print what each way of keying catches and costs
cargo xtask faults [--short] [--only name] [--kills n]
                               kill programs, let their disk fail, damage files, let two race: one table, no losses
cargo xtask papers --check [--plans n] [--seed n]
                               generated documents against every line of the decree, pictures of the papers
cargo xtask papers --bless     take the pictures of the papers anew: look at each before it is committed
cargo xtask package [--debug]  make the installers of this system (a .deb; on Windows NSIS and MSI), print their sizes
cargo xtask package --windows  on Linux: the programs for Windows, as a folder and a .zip for a PC or a USB stick
cargo xtask licences           write what others' works the program holds, with their licences, to assets/licences
cargo xtask gallery [WORD …]   draw every screen in every state, or those named so (light, dark, large, 200: one look): tests/out/gallery/index.html
cargo xtask shot [--check] [NAME …]
                               take the pictures of README and guide; --check: say which are no longer true
cargo xtask setup [run|test|windows]
                               only install what the command needs";

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
        ["test", "--windows", options @ ..] => windows::test(options),
        ["test", rings @ ..] => test::run(rings),
        ["check"] => check::run(),
        ["bindings"] => bindings::run(),
        ["bench", "--window"] => bench::window(),
        ["bench", "--program"] => bench::start(),
        ["bench", options @ ..] => bench::run(options),
        ["study", options @ ..] => study::run(options),
        ["faults", options @ ..] => faults::run(options),
        ["papers", options @ ..] => papers::run(options),
        ["package"] => package::run(false),
        ["package", "--debug"] => package::run(true),
        ["package", "--again-as", version] => package::again_as(version),
        ["package", "--windows"] => windows::package(),
        ["licences"] => licences::run(),
        ["gallery", words @ ..] => gallery::run(words),
        ["shot", options @ ..] => shot::run(options),
        ["setup"] => setup::run(setup::Purpose::Test),
        ["setup", purpose] => setup::run(purpose.parse()?),
        [] | ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        other => bail!("no command '{}'\n\n{USAGE}", other.join(" ")),
    }
}
