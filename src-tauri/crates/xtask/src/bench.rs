//! `cargo xtask bench`: figures of the release build (`tests/bench`), measured through the program
//! people use.

use anyhow::Result;

use crate::shell::{cargo, must};

/// Both in every invocation: with one package less, cargo would choose other features for shared
/// dependencies and compile them again.
pub(crate) const PACKAGES: [&str; 4] = ["--package", "cli", "--package", "product-tests"];

pub(crate) fn run() -> Result<()> {
    must(cargo().args(["build", "--release"]).args(PACKAGES).args(["--bin", "tung-ngo"]))?;
    must(cargo().arg("bench").args(PACKAGES).args(["--bench", "figures"]).env("TUNG_NGO_PROGRAMS_BUILT", "1"))
}
