//! Tables in: from a workbook, a CSV file or pasted text to lines the office can take over.
//!
//! A source becomes [`Tables`] (grids of cells with addresses); a reader ([`areas`], [`schedule`],
//! [`tallies`]) finds its heading row and turns the rows below into lines, each with its place. Every
//! fault is collected with its address; a table with a fault gives no lines at all.
//!
//! To add a kind of table: a file with its columns and its line, reading through `table`.

mod area;
mod book;
mod cell;
mod date;
mod encoding;
mod grid;
mod heading;
mod loose;
mod member;
mod problem;
mod reading;
mod schedule;
mod separated;
mod source;
mod spread;
mod table;
mod tally;
#[cfg(test)]
mod tests;
mod unpack;

pub use area::{AreaLine, BaseLine, area_headings, areas, look_at_areas};
pub(crate) use book::sheets as grids;
pub use grid::{Epoch, Grid, Merge, Row, Value};
pub(crate) use heading::{Heading, Wanted, is_title, says, says_any, words};
pub use member::{MemberLine, is_personal, look_at_members, members};
pub use problem::{Place, Problem, ProblemCode, listed};
pub use reading::{ColumnChoice, ColumnLook, FieldLook, HeadingLook, Look, NameChoice, Reading};
pub use schedule::{EveningLine, look_at_schedule, schedule};
pub use source::{MOST_BYTES, Tables};
pub use table::{ColumnUse, LeftOut, Lines, WhyLeftOut};
pub use tally::{BoxCell, TallyLine, look_at_tallies, tallies};
pub(crate) use unpack::{Kind, is_xlsx, kind_of};

/// Most rows of a table: a district's 10,000 sheets fit twice.
pub(crate) const MOST_ROWS: u32 = 20_000;
/// Most columns of a table.
pub(crate) const MOST_COLUMNS: u32 = 256;
