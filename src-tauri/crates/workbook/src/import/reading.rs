//! What a person says about a table where its own headings do not settle it: which sheet, which row is the
//! heading, what each column is, and which near names are one. Every kind of table takes it, through `Tables`.

use domain::spelling::{bare_spelling, is_near};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::grid::Grid;
use super::problem::Place;

/// How a table is to be read; empty, the headings say it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Reading {
    /// A sheet of the workbook; without it the one sheet that holds such a table.
    pub sheet: Option<String>,
    /// Number of the heading's row, as addresses count it; 0 if the table has none.
    pub heading: Option<u32>,
    /// Columns whose heading says too little or something else.
    pub columns: Vec<ColumnChoice>,
    /// Names that are nearly alike.
    pub names: Vec<NameChoice>,
}

/// What a column is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ColumnChoice {
    /// Position from 0.
    pub at: u32,
    /// A field of the table's kind (see [`Look`]); none: the column is not used.
    pub field: Option<String>,
}

/// Whether two names that are nearly alike ("Ngõ", "Ngô") are one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NameChoice {
    pub name: String,
    pub other: String,
    pub same: bool,
}

impl Reading {
    /// What was said of two near names; none if nothing was yet. The order does not matter.
    #[must_use]
    pub fn said_same(&self, a: &str, b: &str) -> Option<bool> {
        let (a, b) = (bare_spelling(a), bare_spelling(b));
        let is_it = |choice: &&NameChoice| {
            let (name, other) = (bare_spelling(&choice.name), bare_spelling(&choice.other));
            (name == a && other == b) || (name == b && other == a)
        };
        self.names.iter().rev().find(is_it).map(|choice| choice.same)
    }

    /// Whether two names stand for one: as spelled, or because a person says so of near ones.
    #[must_use]
    pub fn are_same(&self, a: &str, b: &str) -> bool {
        bare_spelling(a) == bare_spelling(b) || (is_near(a, b) && self.said_same(a, b) == Some(true))
    }
}

/// A table as it lies there, with what each column would be taken for: shown beside the dry run, so that a
/// person can say it otherwise. It is there also when the table cannot be taken over as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Look {
    /// File name, or "bảng dán".
    pub table: String,
    /// Sheets with something in them; empty for a text.
    pub sheets: Vec<String>,
    pub sheet: Option<String>,
    /// Number of the heading's row; 0 if it was said to have none.
    pub heading: u32,
    /// Rows that could be the heading instead.
    pub headings: Vec<HeadingLook>,
    pub columns: Vec<ColumnLook>,
    /// What a column can be.
    pub fields: Vec<FieldLook>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HeadingLook {
    pub row: u32,
    /// Its first words.
    pub text: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ColumnLook {
    pub at: u32,
    pub place: Place,
    /// Blank where the table has none.
    pub heading: String,
    pub field: Option<String>,
    /// The first values below.
    pub examples: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FieldLook {
    pub id: String,
    /// In the office's words.
    pub word: String,
    /// The table cannot be without.
    pub needed: bool,
}

/// Rows offered as headings: the first ones with more than one cell.
pub(super) fn possible_headings(grid: &Grid) -> Vec<HeadingLook> {
    const OFFERED: usize = 12;
    let texts = |row: &super::grid::Row| -> Vec<String> {
        row.cells.iter().map(super::grid::Value::shown).filter(|t| !t.is_empty()).collect()
    };
    grid.rows
        .iter()
        .map(|row| (row.number, texts(row)))
        .filter(|(_, texts)| !texts.is_empty())
        .take(OFFERED)
        .map(|(row, texts)| HeadingLook { row, text: texts.into_iter().take(4).collect::<Vec<_>>().join(" · ") })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_holds_both_ways_and_the_last_one_counts() {
        let choice = |name: &str, other: &str, same| NameChoice { name: name.into(), other: other.into(), same };
        let reading = Reading {
            names: vec![
                choice("3 Ngõ Thì Nhậm", "3 Ngô Thì Nhậm", false),
                choice("3 Ngô Thì Nhậm", "3 ngõ thì nhậm", true),
            ],
            ..Reading::default()
        };
        assert_eq!(reading.said_same("3 Ngõ Thì Nhậm", "3 Ngô Thì Nhậm"), Some(true));
        assert!(reading.are_same("3 Ngô Thì Nhậm", "3 Ngõ Thì Nhậm"));
        assert!(reading.are_same("Tổ dân phố Hà Trì 1", "Hà Trì 1"));
        assert!(!reading.are_same("4 Ngô Thì Nhậm", "4 Ngõ Thì Nhậm"));
    }
}
