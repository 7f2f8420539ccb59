//! What the program at the desk is asked, and what it answers.

use std::path::Path;
use std::process::Command;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::layer::to_the_end;

/// Where its places lie in its folder.
pub const OFFICES: &str = "Tài liệu";
pub const SETTINGS: &str = "cài đặt";

/// One request to the desk.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Line {
    /// A file that is made and saved; else a call.
    pub job: bool,
    pub name: String,
    pub request: Value,
}

impl Line {
    #[must_use]
    pub fn call(name: &str, request: Value) -> Self {
        Self { job: false, name: name.to_owned(), request }
    }

    #[must_use]
    pub fn job(name: &str, request: Value) -> Self {
        Self { job: true, name: name.to_owned(), request }
    }

    /// Opens an office file.
    #[must_use]
    pub fn open(path: &Path) -> Self {
        Self::call("desk", json!({ "do": "open", "path": path }))
    }

    /// A request about backups.
    #[must_use]
    pub fn backups(request: Value) -> Self {
        Self::call("backups", request)
    }

    /// A backup at once.
    #[must_use]
    pub fn make() -> Self {
        Self::backups(json!({ "do": "make" }))
    }

    /// Every backup read through.
    #[must_use]
    pub fn verify() -> Self {
        Self::backups(json!({ "do": "verify", "number": null }))
    }
}

/// What the desk answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    Done(Value),
    /// The error as it crosses the wire.
    Refused(Value),
}

impl Answer {
    /// The code of a refusal.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        match self {
            Self::Done(_) => None,
            Self::Refused(error) => error["code"].as_str(),
        }
    }

    #[must_use]
    pub fn is_done(&self) -> bool {
        matches!(self, Self::Done(_))
    }
}

/// Answers of a program at the desk; a line that is none is a loss.
///
/// # Errors
/// The line.
pub fn answers(said: &[String]) -> Result<Vec<Answer>, String> {
    said.iter().map(|line| serde_json::from_str(line).map_err(|_| format!("an answer that is none: {line}"))).collect()
}

/// The lines as the program reads them.
///
/// # Panics
/// Never: every request is JSON.
#[must_use]
pub fn input(lines: &[Line]) -> String {
    lines.iter().map(|line| serde_json::to_string(line).expect("JSON") + "\n").collect()
}

/// The program at a desk in `folder`.
#[must_use]
pub fn at_desk(program: &Path, folder: &Path) -> Command {
    let mut command = Command::new(program);
    command.arg("--desk").arg(folder).env("TZ", "Asia/Ho_Chi_Minh");
    command
}

/// Asks a program at a desk in `folder`, on a disk that does what it should.
///
/// # Panics
/// If it does not start, or breaks down.
#[must_use]
pub fn ask(program: &Path, folder: &Path, lines: &[Line]) -> Vec<Answer> {
    let ran = to_the_end(at_desk(program, folder), &input(lines));
    let answers = answers(&ran.said).expect("answers");
    assert!(ran.well && answers.len() == lines.len(), "the program at the desk broke down: {ran:?}");
    answers
}
