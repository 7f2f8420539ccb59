//! `cargo xtask shot`: the README's picture, taken from the program as it is.

use anyhow::{Result, ensure};

use crate::node;
use crate::setup::{self, Purpose};
use crate::shell::{must, program, root, say};
use crate::test::{build_programs, with_browser};

/// Takes it.
const SCRIPT: &str = "tests/browser/shot.mjs";
/// Where the README looks for it.
const PICTURE: &str = "assets/pictures/window.png";

pub(crate) fn run() -> Result<()> {
    setup::system(Purpose::Test)?;
    node::packages(node::DRIVERS)?;
    build_programs()?;
    let (script, picture) = (root().join(SCRIPT), root().join(PICTURE));
    ensure!(script.is_file(), "{SCRIPT} is not there");
    if let Some(folder) = picture.parent() {
        std::fs::create_dir_all(folder)?;
    }
    must(with_browser(program("node").arg(script).arg(&picture))?)?;
    ensure!(picture.is_file(), "{PICTURE} was not made");
    say(format!("{PICTURE} is new"));
    Ok(())
}
