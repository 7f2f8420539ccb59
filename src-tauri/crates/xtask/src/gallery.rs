//! `cargo xtask gallery`: every screen in every state as a picture, to be looked at by a person. No test reads them.

use anyhow::{Result, ensure};

use crate::node;
use crate::setup::{self, Purpose};
use crate::shell::{cargo, must, program, root, say};
use crate::test::with_browser;

const SCRIPT: &str = "tests/browser/gallery.mjs";
const FOLDER: &str = "tests/out/gallery";

/// Draws all, or the scenes whose names hold one of the words; with `light`, `dark`, `large` or `200`, in these looks
/// alone. Fails when something could not be drawn, and names it; what was drawn is there all the same.
pub(crate) fn run(words: &[&str]) -> Result<()> {
    setup::system(Purpose::Test)?;
    node::packages(node::DRIVERS)?;
    node::ready()?;
    must(cargo().args(["build", "-p", "cli", "-p", "devserver"]))?;
    let index = root().join(FOLDER).join("index.html");
    must(with_browser(program("node").arg(root().join(SCRIPT)).arg(root().join(FOLDER)).args(words))?)?;
    ensure!(index.is_file(), "{FOLDER}/index.html was not made");
    say(format!("look at {FOLDER}/index.html"));
    Ok(())
}
