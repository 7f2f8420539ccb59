//! The product from outside: the built programs are started, their files are read back with other
//! programs. These helpers find the programs; they must not know how the product works inside.
//!
//! A test of a paper goes to `papers/`, of a command to `office/`, of the sources themselves to `rules/`.

#![expect(clippy::expect_used, reason = "a test ends where its ground is missing, with the reason")]

pub mod bindings;
pub mod campaigns;
pub mod cli;
pub mod decree;
pub mod faults;
pub mod folder;
pub mod golden;
pub mod ladder;
pub mod reader;
pub mod sources;
#[path = "../study/mod.rs"]
pub mod study;
pub mod wards;

pub use cli::{Ran, RunExt, cli, tool};
pub use folder::{Office, scratch};
