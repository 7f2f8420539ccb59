//! Use cases: one file for each verb, each with its permission, its rule and its rows, in one
//! transaction with its journal entry; and the contract, the list of every command with its request
//! and answer.
//!
//! A command is its own request: [`Read`] answers from a [`View`], [`Write`] acts inside a transaction,
//! [`Make`] produces a file. This crate knows no SQL, no millimetres and no window.
//!
//! To add a command: a file under its noun with the request type, its answer and the trait, and its
//! name in [`contract`]; run `cargo xtask bindings`.

pub mod account;
pub mod approval;
pub mod area;
pub mod attachment;
pub mod authority;
pub mod book;
pub mod campaign;
pub mod card;
pub mod chase;
pub mod check;
pub mod consolidation;
pub mod contact;
pub mod contract;
pub mod cost;
pub mod create;
pub mod desk;
pub mod document;
pub mod duplicate;
pub mod error;
pub mod export;
pub mod flyer;
pub mod form;
pub mod guide;
mod hand;
pub mod import;
pub mod issuer;
pub mod journal;
pub mod measure;
mod memory;
mod named;
pub mod news;
mod opened;
pub mod outside;
pub mod overview;
mod packet;
mod person;
pub mod plan;
pub mod posting;
pub mod printing;
pub mod profile;
pub mod progress;
pub mod query;
pub mod radar;
mod reading;
pub mod receipt;
pub mod report;
pub mod restoring;
pub mod roster;
pub mod sample;
pub mod search;
pub mod sheet;
pub mod status;
mod sums;
pub mod target;
pub mod task;
pub mod team;
pub mod template_fill;
pub mod undo;
pub mod unit;
mod verb;
pub mod verification;
pub mod visit;

pub use error::{Error, ErrorCode, Result};
pub use opened::OpenedOffice;
pub use outside::{Outside, System};
pub use reading::Reading;
pub use verb::{Act, Inspect, Made, Make, Office, Progress, Read, View, Write, Written};

#[cfg(test)]
mod tests;
