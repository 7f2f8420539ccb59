//! `cargo xtask shot`: the pictures of README and guide, taken from the program as it is. `assets/guide/pictures.json`
//! describes each: the file, the screen, its state (`tests/browser/support/scenes.mjs`), the part that is kept.

mod picture;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};

use crate::node;
use crate::setup::{self, Purpose};
use crate::shell::{cargo, must, program, root, say};
use crate::test::with_browser;
use picture::Picture;

/// Takes them.
const SCRIPT: &str = "tests/browser/shot.mjs";
const DESCRIBED: &str = "assets/guide/pictures.json";
/// Where they lie before they are made small.
const TAKEN: &str = "target/shot";
/// All of the guide's, in bytes: they travel in the program.
const MOST: u64 = 1_500_000;

/// Takes all pictures, or those whose file is named so; `--check` only says which are no longer true.
pub(crate) fn run(options: &[&str]) -> Result<()> {
    let (is_check, names): (Vec<&str>, Vec<&str>) = options.iter().partition(|o| **o == "--check");
    let files = files(&names)?;
    setup::system(Purpose::Test)?;
    node::packages(node::DRIVERS)?;
    node::ready()?;
    must(cargo().args(["build", "-p", "cli", "-p", "devserver"]))?;
    let taken = root().join(TAKEN);
    if taken.is_dir() {
        std::fs::remove_dir_all(&taken)?;
    }
    must(with_browser(program("node").arg(root().join(SCRIPT)).arg(&taken).args(&files))?)?;
    let mut stale = Vec::new();
    for file in &files {
        let picture = Picture::read(&taken.join(file))?.of_few_colours();
        let kept = root().join(file);
        let is_stale = !Picture::read(&kept).is_ok_and(|kept| kept.shows(&picture));
        match (is_check.is_empty(), is_stale) {
            (_, false) => say(format!("{file} is true")),
            (false, true) => stale.push(file.as_str()),
            (true, true) => {
                if let Some(folder) = kept.parent() {
                    std::fs::create_dir_all(folder)?;
                }
                std::fs::write(&kept, picture.png()?)?;
                say(format!("{file} is new"));
            }
        }
    }
    ensure!(
        stale.is_empty(),
        "no longer what the program shows: {}; take them anew: cargo xtask shot",
        stale.join(", ")
    );
    small(&root().join("assets/guide/pictures"))
}

/// The files that are described, or those of them that one asks for.
fn files(names: &[&str]) -> Result<Vec<String>> {
    let text = std::fs::read_to_string(root().join(DESCRIBED)).context(DESCRIBED)?;
    let described: serde_json::Value = serde_json::from_str(&text).context(DESCRIBED)?;
    let all: Vec<String> = described["pictures"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|picture| picture["file"].as_str().map(str::to_owned))
        .collect();
    ensure!(!all.is_empty(), "{DESCRIBED} describes no picture");
    let stem = |file: &str| Path::new(file).file_stem().is_some_and(|stem| names.iter().any(|n| stem == *n));
    let unknown: Vec<&&str> = names
        .iter()
        .filter(|n| !all.iter().any(|file| Path::new(file).file_stem().is_some_and(|s| s == **n)))
        .collect();
    if !unknown.is_empty() {
        bail!("no picture is called {unknown:?}");
    }
    Ok(all.into_iter().filter(|file| names.is_empty() || stem(file)).collect())
}

fn small(folder: &Path) -> Result<()> {
    let mut size = 0;
    for entry in std::fs::read_dir(folder)? {
        let path: PathBuf = entry?.path();
        size += path.metadata()?.len();
    }
    say(format!("the guide's pictures have {} kB", size / 1000));
    ensure!(size <= MOST, "{size} bytes of pictures; at most {MOST}");
    Ok(())
}
