//! Excel reports out, and tables in: workbooks, CSV, and tables pasted from Word or Excel.
//!
//! This crate knows domain values and cells. It must not know the store, permissions or screens: a
//! report is a pure function of its figures, and reading a table never changes anything.

pub mod import;
pub mod report;
