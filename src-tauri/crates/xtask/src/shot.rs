//! `cargo xtask shot`: the README's picture, taken from the program as it is.

use anyhow::{Context, Result, ensure};

use crate::node;
use crate::setup::{self, CHROMIUM, Purpose};
use crate::shell::{built, find, must, program, root, say};
use crate::test::build_programs;

/// Where the README looks for it.
const PICTURE: &str = "assets/pictures/window.png";

pub(crate) fn run() -> Result<()> {
    setup::system(Purpose::Test)?;
    node::ready()?;
    build_programs()?;
    let script = root().join("tests/browser/shot.mjs");
    ensure!(script.is_file(), "tests/browser/shot.mjs is not there");
    let picture = root().join(PICTURE);
    if let Some(folder) = picture.parent() {
        std::fs::create_dir_all(folder)?;
    }
    must(
        program("node")
            .arg(script)
            .arg(&picture)
            .env("TUNG_NGO_CHROMIUM", CHROMIUM.iter().find_map(|n| find(n)).context("there is no Chromium here")?)
            .env("TUNG_NGO_DEVSERVER", built("debug", "devserver"))
            .env("TUNG_NGO_CLI", built("debug", "tung-ngo")),
    )?;
    ensure!(picture.is_file(), "{PICTURE} was not made");
    say(format!("{PICTURE} is new"));
    Ok(())
}
