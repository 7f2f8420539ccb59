//! The language official documents are written in: sections of plain lines with a few marks, one paragraph
//! a line, and fields in double braces that are filled from the office file.
//!
//! | line | becomes |
//! | --- | --- |
//! | `## Văn phòng UBND phường:` | a numbered title, bold |
//! | `#. Thực hiện …` | a numbered paragraph |
//! | `a) Tuyên truyền …` | a point; whatever letter is typed, it gets the next of [`LETTERS`] |
//! | `- Tuyên truyền …` | an unnumbered paragraph with a dash |
//! | `{{lịch}}` alone | what a block field holds: a table, a list |
//! | anything else | a paragraph; `**bold**`, `*italic*`, fields such as `{{đầu mối}}` |
//!
//! In a section of bases each line is one basis. A mark that is not whole stays as it was typed, a field
//! that is not known is a [`Fault`]: the same check answers while somebody types ([`faults`]) and when the
//! document is made ([`fill`]).
//!
//! To add a field: a line in the table of `field.rs`, and its value in the kinds of `official` that have it.

mod fault;
mod field;
mod file;
mod fill;
mod line;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use fault::{Fault, Wrong, faults, faults_of_line};
pub use field::{Field, Stands};
pub use file::passages;
pub use fill::{DOTS, Filled, Values, fill};
pub use line::LETTERS;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SectionKind {
    /// Căn cứ, one a line.
    Bases,
    /// Text before the first part or after the last, without a heading.
    Text,
    /// A part with a Roman number.
    Part,
    /// On pages of its own after the signature.
    Appendix,
}

impl SectionKind {
    /// Whether it cannot do without a heading.
    #[must_use]
    pub fn has_heading(self) -> bool {
        matches!(self, Self::Part | Self::Appendix)
    }
}

/// A section as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    pub kind: SectionKind,
    pub heading: Option<String>,
    pub text: String,
}

impl Passage {
    /// Lines that hold anything, with their numbers from 1.
    fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        (1..).zip(self.text.lines().map(str::trim)).filter(|(_, line)| !line.is_empty())
    }
}
