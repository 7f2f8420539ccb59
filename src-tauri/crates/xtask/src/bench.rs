//! `cargo xtask bench`: figures of the release build (`tests/bench`), measured through the program
//! people use.

use anyhow::{Result, ensure};

use crate::node;
use crate::package;
use crate::setup::{self, Purpose};
use crate::shell::{built, cargo, must, program, root};
use crate::test::with_browser;

/// Whatever is built for release, all in every invocation: with one package less, cargo would choose other features for
/// shared dependencies and compile them again. What is to be built of them is named beside.
pub(crate) const PACKAGES: [&str; 8] =
    ["--package", "tung-ngo-desktop", "--package", "cli", "--package", "devserver", "--package", "product-tests"];

/// `options`: `--only word`, what has the word in its name; `--sizes 1k,10k`; `--debug`, unoptimised, which only shows
/// that it runs.
pub(crate) fn run(options: &[&str]) -> Result<()> {
    let is_debug = options.contains(&"--debug");
    let options: Vec<&str> = options.iter().copied().filter(|o| *o != "--debug").collect();
    for pair in options.chunks(2) {
        let known = matches!(pair, ["--only" | "--sizes", value] if !value.starts_with('-'));
        ensure!(known, "'{}': --only search, --sizes 1k,10k,100k, --debug", pair.join(" "));
    }
    let (profile, named) = if is_debug { ("dev", "debug") } else { ("release", "release") };
    must(cargo().args(["build", "--profile", profile]).args(PACKAGES).args(["--bin", "tung-ngo"]))?;
    let mut bench = cargo();
    bench.arg("bench").args(PACKAGES).args(["--bench", "figures"]).env("TUNG_NGO_PROGRAMS_BUILT", "1");
    if is_debug {
        bench.args(["--profile", profile]);
    }
    ensure!(built(named, "tung-ngo").is_file(), "the program is not where cargo builds it");
    must(bench.arg("--").args(options))
}

/// What a person waits for in the window: the release twin in Chromium. `TUNG_NGO_LARGE` names an office file to open
/// instead of the sample.
pub(crate) fn window() -> Result<()> {
    setup::system(Purpose::Test)?;
    node::packages(node::DRIVERS)?;
    node::build()?;
    must(cargo().args(["build", "--release"]).args(PACKAGES).args(["--bin", "tung-ngo", "--bin", "devserver"]))?;
    let mut measure = program("node");
    measure.arg("--test").arg(root().join("tests/browser/waits.mjs"));
    with_browser(&mut measure)?
        .env("TUNG_NGO_DEVSERVER", built("release", "devserver"))
        .env("TUNG_NGO_CLI", built("release", "tung-ngo"));
    must(&mut measure)
}

/// The release program as a person starts it: until its first key is on disk, what it holds in memory, how large it is.
pub(crate) fn start() -> Result<()> {
    setup::system(Purpose::Test)?;
    node::packages(node::DRIVERS)?;
    node::ready()?;
    let programs = ["--bin", "tung-ngo-desktop", "--bin", "tung-ngo", "--bin", "devserver"];
    must(cargo().args(["build", "--release"]).args(PACKAGES).args(programs))?;
    let mut measure = program("node");
    measure
        .arg("--test")
        .arg(root().join("tests/window/program.mjs"))
        .env("TUNG_NGO_DESKTOP", built("release", "tung-ngo-desktop"))
        .env("TUNG_NGO_DEVSERVER", built("release", "devserver"))
        .env("TUNG_NGO_CLI", built("release", "tung-ngo"));
    if package::makes_deb() {
        for installer in package::pack(false)? {
            measure.env("TUNG_NGO_DEB", installer);
        }
    }
    must(&mut measure)
}
