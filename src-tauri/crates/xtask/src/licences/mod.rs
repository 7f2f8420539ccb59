//! `cargo xtask licences`: what others wrote and the program holds, with every licence in full, in one file that goes
//! into each package.
//!
//! What is held follows from the lock files: the crates that window and command line link on Linux or Windows
//! ([`crates`]), and the Node packages that are compiled into the window's files ([`packages`]). cargo-about was looked
//! at: it leaves the Node packages out and would have to be compiled on every machine that packs.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::node;
use crate::shell::{root, say};

mod crates;
mod packages;
mod texts;

/// The list, as it is shipped.
pub(crate) const FILE: &str = "assets/licences/third-party.txt";
/// Its first words.
const HEAD: &str = "src-tauri/bundle/third-party.head.txt";
/// What parts the list from the texts, and each text from the next.
const LINE: &str = "--------------------------------------------------------------------------------";

/// One thing that somebody else wrote.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Part {
    name: String,
    version: String,
    /// As its author wrote it: an SPDX expression.
    licence: String,
    /// Where its files lie on this machine, if they do.
    folder: Option<PathBuf>,
    /// Copyright holders, if it bears no licence text of its own.
    authors: Vec<String>,
}

impl Part {
    /// As the list names it.
    fn title(&self) -> String {
        format!("{} {}", self.name, self.version)
    }
}

/// Writes the list anew.
pub(crate) fn run() -> Result<()> {
    node::packages(node::UI)?;
    let parts = held()?;
    let text = composed(&std::fs::read_to_string(root().join(HEAD))?, &parts)?;
    let file = root().join(FILE);
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(&file, &text)?;
    say(format!("{FILE}: {} components, {} kB", parts.len(), text.len() / 1000));
    Ok(())
}

/// Refuses a list that leaves out what is held, or names what no longer is. Writes nothing.
pub(crate) fn check() -> Result<()> {
    let text = std::fs::read_to_string(root().join(FILE)).with_context(|| format!("{FILE} cannot be read"))?;
    let faults = faults(&text, &held()?);
    ensure!(
        faults.is_empty(),
        "{FILE} is stale, write it anew with `cargo xtask licences`:\n  {}",
        faults.join("\n  ")
    );
    Ok(())
}

/// Everything held, by name.
fn held() -> Result<Vec<Part>> {
    let mut all = crates::list()?;
    all.extend(packages::list()?);
    all.extend(fonts());
    all.push(standard_library()?);
    all.sort();
    all.dedup_by(|a, b| a.title() == b.title());
    Ok(all)
}

/// What lies among our own files and comes from elsewhere (`assets/fonts/README.md`).
fn fonts() -> Vec<Part> {
    [("Liberation Serif", "2.1.5", "liberation-serif"), ("Be Vietnam Pro", "0.4.1", "be-vietnam-pro")]
        .map(|(name, version, folder)| Part {
            name: name.to_owned(),
            version: version.to_owned(),
            licence: "OFL-1.1".to_owned(),
            folder: Some(root().join("assets/fonts").join(folder)),
            authors: Vec::new(),
        })
        .to_vec()
}

/// Linked into every program, and named in no lock file.
fn standard_library() -> Result<Part> {
    let toolchain = std::fs::read_to_string(root().join("rust-toolchain.toml"))?;
    let version = toolchain.lines().find_map(|l| l.strip_prefix("channel = ")).context("no channel")?;
    Ok(Part {
        name: "Rust standard library".to_owned(),
        version: version.trim_matches('"').to_owned(),
        licence: "MIT OR Apache-2.0".to_owned(),
        folder: None,
        authors: vec!["The Rust Project contributors".to_owned()],
    })
}

/// The file: head, list, texts. Texts that differ only in their line breaks are told once.
fn composed(head: &str, parts: &[Part]) -> Result<String> {
    let mut numbers: BTreeMap<String, usize> = BTreeMap::new();
    let mut texts: Vec<String> = Vec::new();
    let mut list = String::new();
    for part in parts {
        let mut own = Vec::new();
        for text in texts::of(part, parts)? {
            let number = *numbers.entry(texts::key(&text)).or_insert_with(|| {
                texts.push(text);
                texts.len()
            });
            own.push(format!("[{number}]"));
        }
        own.dedup();
        list.push_str(&format!("{} – {} {}\n", part.title(), part.licence, own.join(" ")));
    }
    let mut all = format!("{}\n\n{list}", head.trim_end());
    for (text, number) in texts.iter().zip(1..) {
        all.push_str(&format!("\n{LINE}\n[{number}]\n\n{}\n", text.trim_matches('\n')));
    }
    Ok(all)
}

/// What the list gets wrong.
fn faults(text: &str, held: &[Part]) -> Vec<String> {
    let list = text.split_once(LINE).map_or(text, |(before, _)| before);
    // The heading has a dash too.
    let told: Vec<&str> = list.lines().skip(1).filter_map(|l| l.split_once(" – ")).map(|(title, _)| title).collect();
    let titles: Vec<String> = held.iter().map(Part::title).collect();
    let missing = titles.iter().filter(|t| !told.contains(&t.as_str())).map(|t| format!("{t} is not in it"));
    let gone = told.iter().filter(|t| !titles.iter().any(|h| h == *t)).map(|t| format!("{t} is no longer held"));
    missing.chain(gone).collect()
}

/// Files of a folder whose names begin as licences' do.
fn licence_files(folder: &Path) -> Result<Vec<PathBuf>> {
    const BEGINNINGS: [&str; 7] = ["licence", "license", "copying", "copyright", "notice", "unlicense", "ofl"];
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).with_context(|| format!("{} is not there", folder.display()))?.flatten() {
        let name = entry.file_name().to_string_lossy().to_lowercase();
        if BEGINNINGS.iter().any(|b| name.starts_with(b)) && entry.path().is_file() {
            found.push(entry.path());
        }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(name: &str, version: &str) -> Part {
        let (name, version, licence) = (name.to_owned(), version.to_owned(), "MIT".to_owned());
        Part { name, version, licence, folder: None, authors: Vec::new() }
    }

    #[test]
    fn everything_that_is_shipped_is_in_the_list() {
        check().expect("the list as it is");
    }

    #[test]
    fn both_programs_and_the_window_are_looked_at() {
        let held = held().expect("the lock files");
        let has = |name: &str| held.iter().any(|p| p.name == name);
        for name in ["tauri", "clap", "rusqlite", "webview2-com", "gtk", "echarts", "svelte", "Liberation Serif"] {
            assert!(has(name), "{name}");
        }
        for name in ["postgres", "proptest", "insta", "vite", "typescript", "office", "tauri-build"] {
            assert!(!has(name), "{name}");
        }
    }

    #[test]
    fn what_is_left_out_and_what_is_left_over_are_found() {
        let head = std::fs::read_to_string(root().join(HEAD)).expect("the head");
        let text =
            format!("{head}\nold 1.0.0 – MIT [1]\nkept 2.0.0 – MIT [1]\n\n{LINE}\n[1]\n\nnew 3.0.0 – told in a text\n");
        let faults = faults(&text, &[part("kept", "2.0.0"), part("new", "3.0.0")]);
        assert_eq!(faults, ["new 3.0.0 is not in it", "old 1.0.0 is no longer held"]);
    }
}
