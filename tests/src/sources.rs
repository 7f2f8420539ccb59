//! The sources as the rules see them.

use std::path::PathBuf;
use std::process::Command;

use crate::cli::root;

/// A file of the project, by its path from the root with `/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    pub path: String,
    pub text: String,
}

impl Source {
    #[must_use]
    pub fn new(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }

    #[must_use]
    pub fn is_in(&self, folder: &str) -> bool {
        self.path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
    }

    #[must_use]
    pub fn ends_with(&self, endings: &[&str]) -> bool {
        endings.iter().any(|e| self.path.ends_with(e))
    }
}

/// Paths of all files git knows or would add, from the root with `/`.
///
/// # Panics
/// Outside a git checkout.
#[must_use]
pub fn paths() -> Vec<String> {
    let output = Command::new("git")
        .current_dir(root())
        .args(["-c", "core.quotepath=off", "ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .output()
        .expect("git lists the project's files");
    assert!(output.status.success(), "git lists no files: {}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).expect("paths are UTF-8");
    let mut paths: Vec<String> = text.split('\0').filter(|p| !p.is_empty()).map(str::to_owned).collect();
    paths.sort();
    paths.dedup();
    // Removed, but not yet from git.
    paths.retain(|p| absolute(p).exists());
    paths
}

/// The files with one of these endings.
///
/// # Panics
/// If one cannot be read.
#[must_use]
pub fn with_endings(endings: &[&str]) -> Vec<Source> {
    paths()
        .into_iter()
        .filter(|p| endings.iter().any(|e| p.ends_with(e)))
        .map(|path| {
            let text = std::fs::read_to_string(absolute(&path)).unwrap_or_else(|e| panic!("{path}: {e}"));
            Source { path, text }
        })
        .collect()
}

/// A path from the root, on this machine.
#[must_use]
pub fn absolute(path: &str) -> PathBuf {
    root().join(path)
}

/// Whether a text has a letter that Vietnamese has and English lacks.
#[must_use]
pub fn has_vietnamese(text: &str) -> bool {
    text.chars().any(is_vietnamese)
}

/// A letter of Vietnamese with a mark, or one of its combining marks.
#[must_use]
pub fn is_vietnamese(c: char) -> bool {
    let marks = ['\u{300}', '\u{301}', '\u{302}', '\u{303}', '\u{306}', '\u{309}', '\u{31b}', '\u{323}'];
    let latin = matches!(c, '\u{c0}'..='\u{24f}' | '\u{1ea0}'..='\u{1ef9}') && c.is_alphabetic();
    latin || marks.contains(&c)
}
