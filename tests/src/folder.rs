//! Office files in folders of their own that go away with the test.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use office::sheet::NumberSheets;
use serde_json::Value;

use crate::{RunExt, cli};

/// An empty folder that goes away with the value. Its name has marks and a space, as people's have.
///
/// # Panics
/// If the system gives none.
#[must_use]
pub fn scratch() -> tempfile::TempDir {
    tempfile::Builder::new().prefix("Từng Ngõ ").tempdir().expect("the system gives a folder")
}

/// An office file made by the command line.
#[derive(Debug)]
pub struct Office {
    folder: tempfile::TempDir,
    pub path: PathBuf,
}

impl Office {
    /// With a sample in it.
    ///
    /// # Panics
    /// If it cannot be made.
    #[must_use]
    pub fn of_sample(sample: &str) -> Self {
        let folder = scratch();
        let path = folder.path().join("văn phòng.db");
        cli().arg("new").arg(&path).args(["--sample", sample]).done();
        Self { folder, path }
    }

    /// The reference plan of November 2024 with the default sheets numbered, so that there are codes.
    /// Through the library: an unoptimised build takes seconds to draw 155 sheets nobody looks at.
    ///
    /// # Panics
    /// If it cannot be made.
    #[must_use]
    pub fn with_sheets() -> Self {
        let office = Self::of_sample("ha-cau-2024");
        let mut open = office::Office::open(&office.path, Arc::new(office::System)).expect("it opens").office;
        open.write(NumberSheets { evening: None, count: 5, spare: 2, ..Default::default() })
            .expect("sheets are numbered");
        office
    }

    /// `tung-ngo VERB FILE`, to be completed.
    #[must_use]
    pub fn run(&self, verb: &str) -> Command {
        let mut command = cli();
        command.arg(verb).arg(&self.path);
        command
    }

    /// `tung-ngo VERB VERB FILE`, to be completed.
    #[must_use]
    pub fn run_words(&self, verbs: &[&str]) -> Command {
        let mut command = cli();
        command.args(verbs).arg(&self.path);
        command
    }

    /// A path beside the office file.
    #[must_use]
    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a table beside the office file.
    ///
    /// # Panics
    /// If the folder cannot be written.
    #[must_use]
    pub fn table(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.file(name);
        std::fs::write(&path, content).expect("the folder takes a table");
        path
    }

    /// `status --json`.
    ///
    /// # Panics
    /// If it is refused or is no JSON.
    #[must_use]
    pub fn status(&self) -> Value {
        serde_json::from_str(&self.run("status").arg("--json").done()).expect("status is JSON")
    }

    /// Codes of the sheets, in the order of `status`.
    ///
    /// # Panics
    /// If the status has none.
    #[must_use]
    pub fn codes(&self) -> Vec<String> {
        let status = self.status();
        let sheets = status["sheets"].as_array().expect("a list of sheets");
        sheets.iter().map(|s| s["code"].as_str().expect("a code").to_owned()).collect()
    }

    /// What `status` says of a sheet.
    ///
    /// # Panics
    /// If there is no such sheet.
    #[must_use]
    pub fn sheet(&self, code: &str) -> Value {
        let status = self.status();
        let found = status["sheets"].as_array().expect("a list of sheets").iter().find(|s| s["code"] == code);
        found.unwrap_or_else(|| panic!("no sheet {code}")).clone()
    }

    /// Names of the files beside the office file and of itself.
    ///
    /// # Panics
    /// If the folder cannot be read.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        names(self.folder.path())
    }
}

/// Names of the files in a folder, sorted.
///
/// # Panics
/// If it cannot be read.
#[must_use]
pub fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("the folder is there");
    let mut names: Vec<String> = entries.flatten().map(|e| e.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}
