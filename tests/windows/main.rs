//! Scenes of Windows: what that system does otherwise than Linux, played by `tung-ngo` on real files. `cargo xtask test
//! --windows` plays them under Wine, `cargo test -p product-tests --bench windows -- --bench` on Windows itself.
//!
//! They play on Linux too, where the rules are milder. See `README.md` for what Wine cannot show.

#![expect(clippy::expect_used, reason = "a scene ends where its ground is missing, with the reason")]
#![expect(clippy::print_stdout, reason = "its output is for the person at the terminal")]

mod everything;
mod killed;
mod lines;
mod locks;
mod names;
mod papers;
mod program;
mod replaced;
mod saved;
mod scene;

use std::path::Path;
use std::process::ExitCode;

use scene::{Scene, Table};

/// A scene by its name. To add one: a line here, and what is promised in its function.
type Named = (&'static str, fn(&mut Scene));

const SCENES: &[Named] = &[
    ("one writer, any number of readers", locks::one_writer),
    ("two start at the same moment", locks::race),
    ("Vietnamese letters and spaces in every path", names::vietnamese),
    ("paths of more than 260 characters", names::long),
    ("names that Windows keeps for itself", names::forbidden),
    ("tables, pasted text and lines that end in CR LF", lines::tables),
    ("settings that end their lines in CR LF", lines::settings),
    ("a paper open in another program", replaced::paper),
    ("the office file open in another program", replaced::office),
    ("ended while keying, started again", killed::keying),
    ("ended while saving and bringing back", killed::saving),
    ("saved, spoilt, brought back", saved::brought_back),
    ("a backup open in another program", saved::held),
];

/// What is held against Linux.
const PAPERS: &str = "every paper, byte for byte as on Linux";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let value = |flag: &str| words.iter().position(|w| w == flag).and_then(|at| words.get(at + 1));
    if let Some(folder) = value("--papers") {
        papers::make(Path::new(folder));
        return ExitCode::SUCCESS;
    }
    // `cargo test --benches` and clippy come by with other words.
    if !words.iter().any(|w| w == "--bench") {
        return ExitCode::SUCCESS;
    }
    let mut table = Table::default();
    let wanted = |name: &str| value("--only").is_none_or(|only| name.contains(only.as_str()));
    for (name, play) in SCENES.iter().filter(|(name, _)| wanted(name)) {
        table.play(name, play);
    }
    if wanted(PAPERS) {
        table.play(PAPERS, |scene| papers::same(scene, value("--against").map(Path::new)));
    }
    println!("\n{table}");
    if table.is_clean() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
