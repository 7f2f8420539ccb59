//! The house rules, read off the sources: which crate may know which, where SQL, Vietnamese and the
//! window's own functions may stand, and that every refusal has its words.
//!
//! A rule is a function from sources to faults. Each has two tests: the project has no fault, and a bad
//! example is found. To add a rule: a file with both.

#![expect(clippy::expect_used, reason = "a test ends where its ground is missing, with the reason")]

mod arrows;
mod bindings;
mod elements;
mod guide;
mod house;
mod network;
mod privacy;
mod sql;
mod ui;
mod words;

/// Fails with the faults, one a line.
fn none(faults: &[String]) {
    assert!(faults.is_empty(), "\n  {}\n", faults.join("\n  "));
}
