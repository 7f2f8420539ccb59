//! `cargo xtask papers`: generated documents measured against every line of the decree, and pictures of one page
//! of each paper (`tests/decree`), in the release build.

use anyhow::{Result, bail, ensure};

use crate::bench::PACKAGES;
use crate::shell::{cargo, must};

/// `--check`, with `--plans n` and `--seed n`; or `--bless`.
pub(crate) fn run(options: &[&str]) -> Result<()> {
    match options {
        ["--bless"] => {}
        ["--check", rest @ ..] => {
            for pair in rest.chunks(2) {
                let known = matches!(pair, ["--plans" | "--seed", n] if n.parse::<u32>().is_ok());
                ensure!(known, "'{}': --plans 200, --seed 302020", pair.join(" "));
            }
        }
        other => bail!("'{}': --check or --bless", other.join(" ")),
    }
    let programs = ["--bin", "tung-ngo", "--bin", "typesetter"];
    must(cargo().args(["build", "--release"]).args(PACKAGES).args(programs))?;
    must(
        cargo()
            .arg("bench")
            .args(PACKAGES)
            .args(["--bench", "decree", "--"])
            .args(options)
            .env("TUNG_NGO_PROGRAMS_BUILT", "1"),
    )
}
