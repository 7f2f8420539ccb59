//! Files of other programs: Excel reports and calendars out, and tables in: workbooks, CSV, and tables
//! pasted from Word or Excel. A report is also read back by its packet.
//!
//! This crate knows domain values and cells. It must not know the store, permissions or screens: a
//! report is a pure function of its figures, and reading a table never changes anything.
//!
//! To add a page to the report: see [`report`]. To add a kind of table: see [`import`]. A fault that a
//! table can have is a code in `import/problem.rs` with its words in `assets/text/problems.vi.json`.

pub mod calendar;
pub mod consolidated;
pub mod fill;
pub mod import;
pub mod journal;
pub mod member_template;
pub mod packet;
pub mod report;
mod saved;
pub mod template;
