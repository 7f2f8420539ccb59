//! Starting the command line program and the tools that read its files back.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

/// The command line program, built from the sources as they are.
///
/// # Panics
/// If it cannot be built.
#[must_use]
pub fn cli() -> Command {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    let mut command = Command::new(PROGRAM.get_or_init(|| built("cli", "tung-ngo")));
    // What a person has set must not change what a test sees.
    command.env_remove("TUNG_NGO_PIN").env("TZ", "Asia/Ho_Chi_Minh").stdin(Stdio::null());
    command
}

/// The path of one of our programs beside this test's own, in the same profile.
///
/// `cargo xtask test` builds the programs first and says so; any other run builds them here: cargo
/// locks, so two test programs at the same time do not disturb each other, and a fresh program costs
/// a glance.
///
/// # Panics
/// If it cannot be built.
#[must_use]
pub fn built(package: &str, name: &str) -> PathBuf {
    product(package, &["--bin", name], &format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// The path of one of our libraries that a program can load, as [`built`].
///
/// # Panics
/// If it cannot be built.
#[must_use]
pub fn built_library(package: &str) -> PathBuf {
    use std::env::consts::{DLL_PREFIX, DLL_SUFFIX};
    product(package, &["--lib"], &format!("{DLL_PREFIX}{package}{DLL_SUFFIX}"))
}

fn product(package: &str, target: &[&str], file: &str) -> PathBuf {
    let own = std::env::current_exe().expect("a test knows its own path");
    let profile = own.ancestors().nth(2).expect("target/<profile>/deps/<test>");
    let product = profile.join(file);
    if std::env::var_os("TUNG_NGO_PROGRAMS_BUILT").is_none() {
        let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo
            .current_dir(root())
            .args(["build", "--quiet", "--package", package])
            .args(target)
            // This package too, so that shared dependencies keep the features they have been built with.
            .args(["--package", env!("CARGO_PKG_NAME"), "--target-dir"])
            .arg(profile.parent().expect("target/<profile>"));
        if profile.file_name().is_some_and(|p| p == "release") {
            cargo.arg("--release");
        }
        let status = cargo.stdin(Stdio::null()).status().expect("cargo starts");
        assert!(status.success(), "{package} cannot be built");
    }
    assert!(product.is_file(), "{} is not there", product.display());
    product
}

/// The folder of the workspace's `Cargo.toml`.
#[must_use]
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or_else(|| Path::new("."))
}

/// A program of the system that reads files back.
///
/// # Panics
/// If it is not installed: a proof that was not made must not look like one.
#[must_use]
pub fn tool(name: &str) -> Command {
    let on_path = std::env::var_os("PATH")
        .is_some_and(|path| std::env::split_paths(&path).any(|folder| folder.join(name).is_file()));
    assert!(on_path, "'{name}' is not installed here; `cargo xtask setup test` installs what the tests need");
    let mut command = Command::new(name);
    command.stdin(Stdio::null());
    command
}

/// How a program ended, and what it said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ran {
    /// Absent if it was killed.
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
    /// What was started, for the message of a failed test.
    line: String,
}

/// Running to the end, with the exit code as part of the test.
pub trait RunExt {
    /// Runs to the end.
    fn ran(&mut self) -> Ran;

    /// Runs, and fails the test unless the exit code is 0. The answer is what it printed.
    fn done(&mut self) -> String;

    /// Runs, and fails the test unless it was refused (1), with words on stderr. The answer is the words.
    fn refused(&mut self) -> String;

    /// Runs, and fails the test unless the command was not understood (2). The answer is the words.
    fn misused(&mut self) -> String;
}

impl RunExt for Command {
    fn ran(&mut self) -> Ran {
        let line = format!("{self:?}");
        let output = self.output().unwrap_or_else(|e| panic!("{line} does not start: {e}"));
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap_or_else(|e| panic!("{line} printed no UTF-8: {e}"));
        Ran { code: output.status.code(), out: text(output.stdout), err: text(output.stderr), line }
    }

    fn done(&mut self) -> String {
        let ran = self.ran();
        assert_eq!(ran.code, Some(0), "{} was to succeed\n{}{}", ran.line, ran.out, ran.err);
        ran.out
    }

    fn refused(&mut self) -> String {
        let ran = self.ran();
        assert_eq!(ran.code, Some(1), "{} was to be refused\n{}{}", ran.line, ran.out, ran.err);
        assert!(is_for_people(&ran.err), "{}: words for a person expected on stderr, not\n{}", ran.line, ran.err);
        assert_eq!(ran.out, "", "{}: a refusal belongs on stderr", ran.line);
        ran.err
    }

    fn misused(&mut self) -> String {
        let ran = self.ran();
        assert_eq!(ran.code, Some(2), "{} was not to be understood\n{}{}", ran.line, ran.out, ran.err);
        assert!(is_for_people(&ran.err), "{}: usage expected on stderr, not\n{}", ran.line, ran.err);
        ran.err
    }
}

/// Vietnamese, and nothing of the program's inside.
fn is_for_people(words: &str) -> bool {
    // The last two: a place for a value that nobody filled.
    let inside = ["panicked", "Error {", "Err(", "RUST_BACKTRACE", "SQLITE", "unwrap", "{", "}"];
    // A plan's text has such places of its own, written {{so}}, and may be quoted.
    let said = words.replace("{{", "").replace("}}", "");
    crate::sources::has_vietnamese(&said) && !inside.iter().any(|w| said.contains(w))
}
