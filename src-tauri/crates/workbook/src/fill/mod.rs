//! An authority's own workbook filled with a report's figures.
//!
//! Where a figure goes is said by the template: by a defined name of [`crate::report`] (`CHI_TIEU_1_TY_LE`), by a
//! table's headings ("Địa bàn", "Số hộ", "Cài mới" …), or by a label with an empty cell beside or below it.
//! Nothing is guessed in silence: the outcome lists every cell that is filled, with what it was taken for, and
//! what was not recognised. A formula and a cell that holds something are never written over; what is unknown
//! leaves its cell blank. Only the sheets that are filled and the flag that asks for a new reckoning change;
//! every other part of the file stays byte for byte as it came.
//!
//! To recognise another heading: `figure.rs`. To refuse another kind of file: `package.rs`.

mod cells;
mod figure;
mod package;
mod plan;
mod style;
#[cfg(test)]
mod tests;
mod xml;

use std::collections::BTreeMap;

use domain::report::Report;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::import::{Place, Problem};
use package::Package;
use plan::Plan;

/// How a cell's place was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FoundBy {
    /// A defined name.
    Name,
    /// A table's heading, and the area in its row.
    Heading,
    /// A label beside or above it.
    Label,
}

/// A cell that is filled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FilledCell {
    pub place: Place,
    pub by: FoundBy,
    /// The name, heading or label as the template has it.
    pub found: String,
    /// What it was taken for: `cài mới trong buổi, cộng trong kỳ`.
    pub about: String,
    /// The area of the row; none for a figure of the whole ward.
    pub area: Option<String>,
    /// What is written, as a person reads it.
    pub value: String,
}

/// Why something of the template is left as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "WhyNotFilled")]
pub enum WhyLeft {
    /// Its words say nothing the program knows.
    NotRecognised,
    /// Two columns of one table ask for the same.
    Twice,
    /// The office does not know this figure yet: blank, not zero.
    Unknown,
    /// A formula is never written over.
    Formula,
    /// It holds something already.
    NotEmpty,
    /// A row names an area the office does not have.
    AreaUnknown,
    /// An area of the office has no row in the table.
    AreaWithoutRow,
    /// The table has fewer blank rows than the office has areas, so none is filled.
    NoRoom,
}

impl WhyLeft {
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::NotRecognised => "không nhận ra",
            Self::Twice => "trùng với một cột khác",
            Self::Unknown => "chưa có số liệu, để trống",
            Self::Formula => "ô có công thức, giữ nguyên",
            Self::NotEmpty => "ô đã có nội dung, giữ nguyên",
            Self::AreaUnknown => "phường không có địa bàn này",
            Self::AreaWithoutRow => "bảng không có dòng cho địa bàn này",
            Self::NoRoom => "bảng không đủ dòng trống; hãy chèn thêm dòng trong mẫu",
        }
    }
}

/// Something of the template that is left as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LeftCell {
    pub place: Option<Place>,
    /// The heading, label or name; for an area its name.
    pub what: String,
    pub why: WhyLeft,
    /// `why` in words.
    pub because: String,
}

/// What filling a template does, or would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Filling {
    /// The template's file name.
    pub file: String,
    pub cells: Vec<FilledCell>,
    pub left: Vec<LeftCell>,
}

/// What filling would do; nothing is written.
///
/// # Errors
/// A file that is no .xlsx or must not be changed from outside, in a form the office has words for.
pub fn look_at_template(file: &str, bytes: &[u8], report: &Report) -> Result<Filling, Problem> {
    let package = Package::open(file, bytes)?;
    Ok(Plan::of(&package, file, bytes, report)?.filling(file))
}

/// The filled workbook, and what was done.
///
/// # Errors
/// As [`look_at_template`].
pub fn fill_template(file: &str, bytes: &[u8], report: &Report) -> Result<(Vec<u8>, Filling), Problem> {
    let package = Package::open(file, bytes)?;
    let plan = Plan::of(&package, file, bytes, report)?;
    let mut parts: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for (path, xml) in plan.parts(&package)? {
        parts.insert(path, xml);
    }
    Ok((package.with(parts)?, plan.filling(file)))
}
