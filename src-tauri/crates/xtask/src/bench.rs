//! `cargo xtask bench`: figures of the release build (`tests/bench`), measured through the program
//! people use.

use anyhow::Result;

use crate::node;
use crate::setup::{self, Purpose};
use crate::shell::{built, cargo, must, program, root};
use crate::test::with_browser;

/// Both in every invocation: with one package less, cargo would choose other features for shared
/// dependencies and compile them again.
pub(crate) const PACKAGES: [&str; 4] = ["--package", "cli", "--package", "product-tests"];

pub(crate) fn run() -> Result<()> {
    must(cargo().args(["build", "--release"]).args(PACKAGES).args(["--bin", "tung-ngo"]))?;
    must(cargo().arg("bench").args(PACKAGES).args(["--bench", "figures"]).env("TUNG_NGO_PROGRAMS_BUILT", "1"))
}

/// What a person waits for in the window: the release twin in Chromium. `TUNG_NGO_LARGE` names an office file to open
/// instead of the sample.
pub(crate) fn window() -> Result<()> {
    setup::system(Purpose::Test)?;
    node::packages(node::DRIVERS)?;
    node::build()?;
    must(cargo().args(["build", "--release", "--package", "cli", "--package", "devserver"]))?;
    let mut measure = program("node");
    measure.arg("--test").arg(root().join("tests/browser/waits.mjs"));
    with_browser(&mut measure)?
        .env("TUNG_NGO_DEVSERVER", built("release", "devserver"))
        .env("TUNG_NGO_CLI", built("release", "tung-ngo"));
    must(&mut measure)
}
