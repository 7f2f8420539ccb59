//! `cargo xtask study`: how many keying errors each way of keying catches, and for how many extra keys
//! (`tests/study`), in the release build.

use anyhow::{Result, ensure};

use crate::bench::PACKAGES;
use crate::shell::{cargo, must};

/// `options`: `--seeds a-b`, `--sheets n`; without them what is reported.
pub(crate) fn run(options: &[&str]) -> Result<()> {
    for pair in options.chunks(2) {
        let known = matches!(pair, ["--seeds" | "--sheets", value] if value.starts_with(|c: char| c.is_ascii_digit()));
        ensure!(known, "'{}': --seeds 1-20, --sheets 200", pair.join(" "));
    }
    must(cargo().arg("bench").args(PACKAGES).args(["--bench", "study", "--"]).args(options))
}
