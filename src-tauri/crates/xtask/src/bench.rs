//! `cargo xtask bench`: figures of the release build (`tests/bench`), measured through the program
//! people use.

use anyhow::Result;

use crate::shell::{built, cargo, must};

pub(crate) fn run() -> Result<()> {
    must(cargo().args(["build", "--release", "--package", "cli"]))?;
    must(
        cargo()
            .args(["bench", "--package", "product-tests", "--bench", "figures"])
            .env("TUNG_NGO_PROGRAMS_BUILT", "1")
            .env("TUNG_NGO_CLI", built("release", "tung-ngo")),
    )
}
