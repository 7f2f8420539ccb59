//! Running a program on a faulty disk: `tests/layer`, preloaded. Linux only; elsewhere there are no such runs.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

/// What goes wrong at a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Half is written, then there is no room.
    Short,
    /// No room from then on.
    Full,
    /// One I/O error.
    Once,
    /// I/O errors from then on.
    Io,
    /// The drive was pulled out.
    Gone,
    /// The process ends before the call, or right after it.
    Before,
    After,
    /// One bit of what is written is another one, and nobody says so.
    Flip,
    /// The same at a question: an I/O error, from then on, the drive gone, a bit of what is read.
    ReadOnce,
    ReadIo,
    ReadGone,
    ReadFlip,
    /// Nothing can be changed, from the beginning: a locked stick, a folder without rights.
    ReadOnly,
}

impl Fault {
    /// As the layer is asked for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Short => "short",
            Self::Full => "full",
            Self::Once | Self::ReadOnce => "once",
            Self::Io | Self::ReadIo => "io",
            Self::Gone | Self::ReadGone => "gone",
            Self::Before => "before",
            Self::After => "after",
            Self::Flip | Self::ReadFlip => "flip",
            Self::ReadOnly => "readonly",
        }
    }

    /// As a person asks for it again.
    #[must_use]
    pub fn name(self) -> String {
        let reads = if self.reads() { "read-" } else { "" };
        format!("{reads}{}", self.word())
    }

    #[must_use]
    pub fn reads(self) -> bool {
        matches!(self, Self::ReadOnce | Self::ReadIo | Self::ReadGone | Self::ReadFlip)
    }

    /// Whether the process ends by it.
    #[must_use]
    pub fn ends(self) -> bool {
        matches!(self, Self::Before | Self::After)
    }

    /// Whether it strikes at such a call; at any other it would only strike later.
    #[must_use]
    pub fn strikes(self, call: &str) -> bool {
        let writes = ["write", "pwrite"].contains(&call);
        match self {
            Self::Short | Self::Flip => writes,
            Self::Full => writes || ["open", "mkdir", "link"].contains(&call),
            Self::ReadFlip => ["read", "pread"].contains(&call),
            Self::ReadOnce | Self::ReadIo | Self::ReadGone => ["open", "read", "pread", "stat"].contains(&call),
            _ => true,
        }
    }
}

/// How a program runs.
#[derive(Debug, Clone, Copy)]
pub struct Disk<'a> {
    /// The built layer.
    pub library: &'a Path,
    /// Faults are here.
    pub under: &'a Path,
    /// What is told of the calls; lies elsewhere.
    pub log: &'a Path,
    /// Counting begins after so many answers.
    pub after: u64,
}

/// What a program said, and what it called.
#[derive(Debug, Clone, Default)]
pub struct Ran {
    pub said: Vec<String>,
    /// `call path` of each call that was counted.
    pub calls: Vec<String>,
    /// The call the fault struck, if it did.
    pub struck: Option<String>,
    /// It ended with success.
    pub well: bool,
    /// It had to be killed because it did not end.
    pub hung: bool,
}

/// Longer than anything takes on a slow machine; nothing is measured by it.
const PATIENCE: Duration = Duration::from_secs(120);

/// Runs a program to its end with `input`, on a disk that fails at call `at`; without a fault it is only counted.
///
/// # Panics
/// If the program does not start.
#[must_use]
pub fn run(mut command: Command, input: &str, disk: &Disk<'_>, fault: Option<Fault>, reads: bool, at: u64) -> Ran {
    // Nothing to do if there was none before.
    let _ = std::fs::remove_file(disk.log);
    let word = fault.map_or("count", Fault::word);
    let reads = if reads { ":reads" } else { "" };
    command
        .env("LD_PRELOAD", disk.library)
        .env("TUNG_NGO_LAYER", format!("{word}:{at}{reads}"))
        .env("TUNG_NGO_LAYER_UNDER", disk.under)
        .env("TUNG_NGO_LAYER_AFTER", disk.after.to_string())
        .env("TUNG_NGO_LAYER_LOG", disk.log);
    let mut ran = to_the_end(command, input);
    let log = std::fs::read(disk.log).unwrap_or_default();
    for line in String::from_utf8_lossy(&log).lines() {
        let call = line.split_once(' ').map_or(line, |(_, call)| call);
        match call.strip_suffix(" !") {
            Some(call) => {
                ran.struck = Some(call.to_owned());
                ran.calls.push(call.to_owned());
            }
            None => ran.calls.push(call.to_owned()),
        }
    }
    ran
}

/// Runs a program with `input` until it ends.
///
/// # Panics
/// If the program does not start.
#[must_use]
pub fn to_the_end(mut command: Command, input: &str) -> Ran {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap_or_else(|e| panic!("{command:?} does not start: {e}"));
    let mut lines = child.stdin.take().expect("its input");
    // A program that has died does not listen.
    let _ = lines.write_all(input.as_bytes());
    drop(lines);
    let output = child.stdout.take().expect("its output");
    let (send, receive) = mpsc::channel();
    std::thread::spawn(move || {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            // Whoever waited has lost patience.
            let _ = send.send(line);
        }
    });
    let mut ran = Ran::default();
    loop {
        match receive.recv_timeout(PATIENCE) {
            Ok(line) => ran.said.push(line),
            Err(mpsc::RecvTimeoutError::Disconnected) => break,
            Err(mpsc::RecvTimeoutError::Timeout) => {
                ran.hung = true;
                end(&mut child);
                break;
            }
        }
    }
    ran.well = child.wait().expect("it ends").success();
    ran
}

fn end(child: &mut Child) {
    // It may just have ended by itself.
    let _ = child.kill();
}

/// The built layer, or nothing where the system has none.
///
/// # Panics
/// If it cannot be built.
#[must_use]
pub fn library() -> Option<PathBuf> {
    cfg!(target_os = "linux").then(|| crate::cli::built_library("layer"))
}
