//! Every command of the program on real files, as a script or a person runs it: exit codes, words,
//! what lies on the disk afterwards.
//!
//! One file for each command, and one for each promise that crosses commands.

#![expect(clippy::expect_used, reason = "a test ends where its ground is missing, with the reason")]

mod accounts;
mod backup;
mod check;
mod consolidate;
mod documents;
mod files;
mod flyers;
mod hostile;
mod import;
mod journal_lines;
mod key;
mod killed;
mod new;
mod one_writer;
mod plan;
mod report;
mod reports;
mod restore;
mod sheets;
mod status;
mod tampered;

/// A sheet without a slip, as arguments of `key`.
const SOUND: [&str; 9] = ["1=32", "2=27", "3=5", "4=61", "5=54", "6=9", "7=41", "8=44", "9=40"];
