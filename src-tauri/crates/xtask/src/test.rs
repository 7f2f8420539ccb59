//! Every test, in rings, cheapest first; a ring that fails does not keep the next from running.

use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;

use anyhow::{Result, bail, ensure};

use crate::node;
use crate::ring::{self, Count, Runner};
use crate::setup::{self, CHROMIUM, Purpose};
use crate::shell::{built, cargo, find, must, npm, program, root, say};
use crate::xvfb::Screen;

/// A ring by its name, and what it does.
type Ring = (&'static str, fn(&mut Tally) -> Result<()>);

const RINGS: [Ring; 4] = [("rust", rust), ("ui", ui), ("browser", browser), ("window", window)];

/// What a ring came to.
#[derive(Debug, Default)]
struct Tally {
    count: Count,
    faults: Vec<String>,
    seconds: u64,
}

impl Tally {
    fn tests(&mut self, command: &mut Command, runner: Runner) -> Result<()> {
        let (count, ended_well) = ring::run(command, runner)?;
        self.count = count;
        if !ended_well && count.failed == 0 {
            self.faults.push("the runner itself failed".to_owned());
        }
        // A run without tests must show.
        if count.passed + count.failed == 0 {
            self.faults.push("no test ran".to_owned());
        }
        Ok(())
    }

    /// A step that is not counted as a test but has to succeed.
    fn step(&mut self, command: &mut Command) {
        if let Err(error) = must(command) {
            self.faults.push(error.to_string());
        }
    }

    fn is_good(&self) -> bool {
        self.faults.is_empty() && self.count.failed == 0
    }
}

pub(crate) fn run(names: &[&str]) -> Result<()> {
    for name in names {
        ensure!(RINGS.iter().any(|(n, _)| n == name), "no ring '{name}': rust, ui, browser, window");
    }
    setup::system(Purpose::Test)?;
    let mut tallies = Vec::new();
    for (name, ring) in RINGS.iter().filter(|(n, _)| names.is_empty() || names.contains(n)) {
        println!("\n━━ {name}");
        let started = Instant::now();
        let mut tally = Tally::default();
        if let Err(error) = ring(&mut tally) {
            tally.faults.push(format!("{error:#}"));
        }
        tally.seconds = started.elapsed().as_secs();
        tallies.push((name, tally));
    }
    println!();
    for (name, tally) in &tallies {
        println!("{name} took {} s", tally.seconds);
        for fault in &tally.faults {
            println!("{name} failed: {fault}");
        }
    }
    for (name, Tally { count, .. }) in &tallies {
        println!("{name}: {} passed, {} failed, {} skipped", count.passed, count.failed, count.skipped);
    }
    if tallies.iter().all(|(_, t)| t.is_good()) { Ok(()) } else { bail!("there are failures, see above") }
}

/// Everything but the window's program, which takes minutes to build.
const WITHOUT_WINDOW: [&str; 3] = ["--workspace", "--exclude", "tung-ngo-desktop"];

/// The programs that tests start, and the tests, in one build: a second invocation with other packages
/// would compile shared dependencies again with other features.
pub(crate) fn build_programs() -> Result<()> {
    must(cargo().arg("build").args(WITHOUT_WINDOW).args(["--lib", "--bins", "--tests", "--examples"]))
}

/// The program with the window, its files built in.
pub(crate) fn build_window() -> Result<()> {
    must(cargo().args(["build", "--package", "tung-ngo-desktop"]))
}

fn rust(tally: &mut Tally) -> Result<()> {
    build_programs()?;
    tally.tests(
        cargo().arg("test").args(WITHOUT_WINDOW).arg("--no-fail-fast").env("TUNG_NGO_PROGRAMS_BUILT", "1"),
        Runner::Cargo,
    )
}

fn ui(tally: &mut Tally) -> Result<()> {
    node::packages()?;
    tally.step(npm().args(["run", "lint"]));
    tally.step(npm().args(["run", "check"]));
    tally.tests(npm().arg("test").env("NO_COLOR", "1"), Runner::Vitest)
}

fn browser(tally: &mut Tally) -> Result<()> {
    node::ready()?;
    build_programs()?;
    let Some(chromium) = CHROMIUM.iter().find_map(|n| find(n)) else { bail!("there is no Chromium here") };
    let mut tests = node_tests("browser")?;
    tally.tests(
        tests
            .env("TUNG_NGO_CHROMIUM", chromium)
            .env("TUNG_NGO_DEVSERVER", built("debug", "devserver"))
            .env("TUNG_NGO_CLI", built("debug", "tung-ngo")),
        Runner::Node,
    )
}

fn window(tally: &mut Tally) -> Result<()> {
    node::ready()?;
    build_programs()?;
    build_window()?;
    let Some(driver) = find("WebKitWebDriver") else { bail!("there is no WebKitWebDriver here") };
    let screen = Screen::open()?;
    say(format!("screen {}", screen.name()));
    let mut tests = node_tests("window")?;
    tally.tests(
        screen
            .used_by(&mut tests)
            .env("TUNG_NGO_WEBDRIVER", driver)
            .env("TUNG_NGO_DESKTOP", built("debug", "tung-ngo-desktop"))
            .env("TUNG_NGO_CLI", built("debug", "tung-ngo")),
        Runner::Node,
    )
}

/// Node's own runner on `tests/<folder>/*.test.mjs`, one file after the other: two cores are shared with
/// the program under test.
fn node_tests(folder: &str) -> Result<Command> {
    let here = root().join("tests").join(folder);
    let mut files: Vec<PathBuf> = std::fs::read_dir(&here)
        .into_iter()
        .flatten()
        .flatten()
        .map(|e| e.path())
        .filter(|p| p.to_string_lossy().ends_with(".test.mjs"))
        .collect();
    files.sort();
    ensure!(!files.is_empty(), "there are no tests in tests/{folder} (*.test.mjs)");
    let mut command = program("node");
    command.args(["--test", "--test-concurrency=1", "--test-reporter=spec"]).args(files);
    Ok(command)
}
