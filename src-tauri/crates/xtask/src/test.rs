//! Every test, in rings, cheapest first; a ring that fails does not keep the next from running.

use std::process::Command;
use std::time::Instant;

use anyhow::{Result, bail, ensure};

use crate::node;
use crate::package;
use crate::ring::{self, Count, Runner};
use crate::setup::{self, CHROMIUM, Purpose};
use crate::shell::{built, cargo, find, must, npm};

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

/// The programs that tests start, and the tests, in one build: a second invocation with other packages
/// would compile shared dependencies again with other features. The window's files come first: they are
/// built into its program.
pub(crate) fn build_programs() -> Result<()> {
    node::ready()?;
    must(cargo().args(["build", "--workspace", "--lib", "--bins", "--tests"]))
}

fn rust(tally: &mut Tally) -> Result<()> {
    build_programs()?;
    tally.tests(
        cargo().args(["test", "--workspace", "--no-fail-fast"]).env("TUNG_NGO_PROGRAMS_BUILT", "1"),
        Runner::Cargo,
    )
}

fn ui(tally: &mut Tally) -> Result<()> {
    node::packages(node::UI)?;
    tally.step(npm(node::UI).args(["run", "lint"]));
    tally.step(npm(node::UI).args(["run", "check"]));
    tally.step(npm(node::UI).args(["run", "--silent", "size"]));
    tally.tests(npm(node::UI).arg("test").env("NO_COLOR", "1"), Runner::Vitest)
}

fn browser(tally: &mut Tally) -> Result<()> {
    node::packages(node::DRIVERS)?;
    build_programs()?;
    tally.tests(with_browser(npm(node::DRIVERS).arg("test"))?, Runner::Node)
}

/// Tells a script where the browser and the programs are.
pub(crate) fn with_browser(command: &mut Command) -> Result<&mut Command> {
    let Some(chromium) = CHROMIUM.iter().find_map(|n| find(n)) else { bail!("there is no Chromium here") };
    Ok(command
        .env("TUNG_NGO_CHROMIUM", chromium)
        .env("TUNG_NGO_DEVSERVER", built("debug", "devserver"))
        .env("TUNG_NGO_CLI", built("debug", "tung-ngo")))
}

fn window(tally: &mut Tally) -> Result<()> {
    node::packages(node::DRIVERS)?;
    build_programs()?;
    let Some(driver) = find("WebKitWebDriver") else { bail!("there is no WebKitWebDriver here") };
    let mut tests = npm(node::DRIVERS);
    // The tests open a screen of their own each.
    tests
        .args(["run", "test:window"])
        .env("TUNG_NGO_WEBDRIVER", driver)
        .env("TUNG_NGO_DESKTOP", built("debug", "tung-ngo-desktop"))
        .env("TUNG_NGO_CLI", built("debug", "tung-ngo"));
    // Elsewhere there is no .deb to install, and its tests say that they are left out.
    if package::makes_deb() {
        for installer in package::pack(true)? {
            tests.env("TUNG_NGO_DEB", installer);
        }
    }
    tally.tests(&mut tests, Runner::Node)
}
