//! `cargo xtask faults`: kills programs, lets their disk fail, damages files, lets two of them race, and holds what is
//! there against what they said (`tests/faults`), in the release build.

use anyhow::{Result, ensure};

use crate::bench::PACKAGES;
use crate::shell::{cargo, must};

/// `options`: `--short`; `--only name`, of a row or of one run; `--kills n` while keying.
pub(crate) fn run(options: &[&str]) -> Result<()> {
    let mut left = options.iter();
    while let Some(option) = left.next() {
        let known = match *option {
            "--short" => true,
            "--only" => left.next().is_some(),
            "--kills" => left.next().is_some_and(|n| n.parse::<u32>().is_ok_and(|n| n > 0)),
            _ => false,
        };
        ensure!(known, "'{}': --short, --only keying, --kills 1000", options.join(" "));
    }
    must(cargo().arg("bench").args(PACKAGES).args(["--bench", "faults", "--"]).args(options))
}
