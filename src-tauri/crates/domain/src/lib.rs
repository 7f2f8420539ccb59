//! Nouns and rules of a ward's door-to-door campaign.
//!
//! This crate knows what an area, an evening, a sheet and a rate are, and every rule about them.
//! It must not know files, SQL, the clock, millimetres, cells or keys: everything here is a pure
//! function of its arguments, so that each figure on screen, paper and workbook has one source.
//!
//! To add a rule: put it beside its noun, state the source (decree article, box of the sheet) in
//! the doc comment, and give a worked example as a test in the same file.

pub mod account;
pub mod amendment;
pub mod approval;
pub mod area;
pub mod backup;
pub mod campaign;
pub mod chase;
pub mod check;
pub mod code;
mod codes;
pub mod consolidation;
pub mod date;
pub mod document;
pub mod estimate;
pub mod form;
pub mod guide;
pub mod holiday;
pub mod ids;
pub mod issuer;
pub mod journal;
pub mod lineage;
pub mod measure;
pub mod money;
pub mod news;
pub mod number;
pub mod official;
pub mod packet;
pub mod phone;
pub mod plan;
pub mod posting;
pub mod printing;
pub mod privacy;
pub mod progress;
pub mod qr;
pub mod query;
pub mod radar;
pub mod rates;
pub mod receipt;
pub mod reminder;
pub mod report;
pub mod rescue;
pub mod roster;
pub mod schedule;
pub mod sheet;
pub mod spelling;
pub mod stem;
pub mod tally;
pub mod task;
pub mod team;
pub mod template;
pub mod text;
pub mod unit;
pub mod verification;

pub use chrono::{NaiveDate, NaiveTime};
