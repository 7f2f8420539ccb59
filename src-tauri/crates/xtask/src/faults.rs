//! `cargo xtask faults`: kills a program that keys, again and again, and compares the file with what it said was
//! saved (`tests/faults`), in the release build.

use anyhow::{Result, ensure};

use crate::bench::PACKAGES;
use crate::shell::{cargo, must};

/// `options`: `--kills n`; without it as many as R1 promises.
pub(crate) fn run(options: &[&str]) -> Result<()> {
    let known = match options {
        [] => true,
        ["--kills", n] => n.parse::<u32>().is_ok_and(|n| n > 0),
        _ => false,
    };
    ensure!(known, "'{}': --kills 1000", options.join(" "));
    must(cargo().arg("bench").args(PACKAGES).args(["--bench", "faults", "--"]).args(options))
}
