//! Figures of the release build beside their targets, and how each job grows with the sheets: through the program
//! people start where they wait for it, through the library where a person waits inside the window. Started by
//! `cargo xtask bench`; a file of a family each.
//!
//! `--only word`: what has that word in its name; `--sizes 1k,10k`: only these rungs of the ladder.

#![expect(clippy::expect_used, reason = "a measurement ends where its ground is missing, with the reason")]
#![expect(clippy::print_stdout, reason = "its output is for the person at the terminal")]

mod commits;
mod ground;
mod growth;
mod jobs;
mod journal;
mod measure;
mod papers;
mod schedule;
mod wards;
mod workbooks;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use office::create::{Beginning, create};
use office::{Office, System};
use product_tests::ladder::LADDER;

use measure::Table;

/// Measures one thing at one size.
type Family = (&'static str, fn(&mut Table, &Path, &Path));

/// What has a size of its own; the rest is on the ladder.
const FAMILIES: [Family; 6] = [
    ("commits", commits::rows),
    ("papers, whole processes", |table, _, folder| papers::rows(table, folder)),
    ("schedule", |table, _, folder| schedule::rows(table, folder)),
    ("workbooks", workbooks::rows),
    ("journal of 100,000 entries", journal::rows),
    ("wards", |table, _, folder| wards::rows(table, folder)),
];

fn main() {
    if workbooks::one_workbook(&std::env::temp_dir()) {
        return;
    }
    let words: Vec<String> = std::env::args().collect();
    // `cargo test --benches` and clippy come by with other words; only `cargo bench` measures.
    if !words.iter().any(|a| a == "--bench") {
        return;
    }
    let after = |name: &str| words.iter().position(|w| w == name).and_then(|at| words.get(at + 1));
    let only = after("--only").cloned().unwrap_or_default();
    let sizes = after("--sizes").map_or_else(|| LADDER.map(|r| r.name).join(","), Clone::clone);
    let sizes: Vec<&str> = sizes.split(',').collect();
    assert!(sizes.iter().all(|s| LADDER.iter().any(|r| r.name == *s)), "--sizes 1k,10k,100k");
    let started = Instant::now();
    println!("machine: {}", measure::machine());
    if cfg!(debug_assertions) {
        println!("NOT OPTIMISED: this only shows that it runs");
    }
    let made = folder("made");
    let wants = |name: &str| name.contains(&only);
    growth::run(&made, &fresh("growth"), wants, &sizes);
    let mut table = Table::default();
    for (name, rows) in FAMILIES.iter().filter(|(name, _)| wants(name)) {
        println!("{name} …");
        rows(&mut table, &made, &fresh("family"));
    }
    table.print();
    println!("\n(all of it took {} s)", started.elapsed().as_secs());
}

/// On the disk that holds the build, not in memory as `/tmp` may be: a commit waits for the disk.
fn folder(name: &str) -> PathBuf {
    let own = std::env::current_exe().expect("it knows its own path");
    let folder = own.ancestors().nth(3).expect("target/release/deps/figures").join("bench").join(name);
    std::fs::create_dir_all(&folder).expect("the build's folder takes files");
    folder
}

/// Without what was left in it.
fn fresh(name: &str) -> PathBuf {
    let _ = std::fs::remove_dir_all(folder(name));
    folder(name)
}

fn make(path: &Path, sample: &str) {
    create(path, &Beginning::Sample { name: sample.into() }, &System).expect("a sample");
}

fn open(path: &Path) -> Office {
    Office::open(path, Arc::new(System)).expect("it opens").office
}
