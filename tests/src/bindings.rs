//! The contract's types for the window, and whether the written ones are fresh.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::sources::absolute;

/// Where they are, from the root.
pub const FOLDER: &str = "ui/src/api/generated";

/// What has to be done to one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    Write { name: String, text: String },
    Remove { name: String },
}

/// What differs between what the contract says and what is written.
#[must_use]
pub fn changes(wanted: &BTreeMap<String, String>, have: &BTreeMap<String, String>) -> Vec<Change> {
    let write = wanted
        .iter()
        .filter(|(name, text)| have.get(*name) != Some(text))
        .map(|(name, text)| Change::Write { name: name.clone(), text: text.clone() });
    let remove = have.keys().filter(|n| !wanted.contains_key(*n)).map(|name| Change::Remove { name: name.clone() });
    write.chain(remove).collect()
}

/// The files as they are; empty if there are none yet.
#[must_use]
pub fn written() -> BTreeMap<String, String> {
    let entries = std::fs::read_dir(folder()).into_iter().flatten().flatten();
    entries
        .filter(|e| e.path().is_file())
        .map(|e| {
            let text = std::fs::read_to_string(e.path()).unwrap_or_default();
            (e.file_name().to_string_lossy().into_owned(), text)
        })
        .collect()
}

/// The folder on this machine.
#[must_use]
pub fn folder() -> PathBuf {
    absolute(FOLDER)
}
