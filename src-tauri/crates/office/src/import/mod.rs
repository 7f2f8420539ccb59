//! Tables taken over: areas with their base figures, the schedule, tallies. A table with any fault changes
//! nothing; a dry run says what would happen and changes nothing either.

mod areas;
mod known;
mod look;
mod members;
mod schedule;
mod tallies;
#[cfg(test)]
mod tests;

pub use areas::ImportAreas;
pub use look::{LookAtTable, TableKind};
pub use members::ImportMembers;
pub use schedule::ImportSchedule;
pub use tallies::ImportTallies;

use std::path::Path;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbook::import::{ColumnUse, LeftOut, Place, Problem, Reading, Tables, WhyLeftOut, listed};

use crate::View;
use crate::error::{Error, ErrorCode, Params, Result};

/// Where a table comes from.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(tag = "from", rename_all = "snake_case")]
pub enum TableSource {
    /// A workbook or CSV file.
    File {
        path: String,
        /// What a person says of its sheets, columns and names.
        #[serde(default)]
        #[ts(optional)]
        reading: Option<Reading>,
    },
    /// Pasted from Word or Excel.
    Text {
        text: String,
        #[serde(default)]
        #[ts(optional)]
        reading: Option<Reading>,
    },
}

/// What becomes of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ImportAction {
    Add,
    Change,
    /// The office has it already.
    Same,
    /// Not a line of the table: a total, a repeated heading, a note.
    Skip,
}

/// One line of a table, and what is done with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportLine {
    pub place: Place,
    pub text: String,
    pub action: ImportAction,
    /// What changes, or why it is passed over.
    pub why: Option<String>,
}

/// What an import did, or would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Imported {
    /// Nothing was changed; this is what would be.
    pub dry_run: bool,
    /// File name, or "bảng dán".
    pub table: String,
    pub columns: Vec<ColumnUse>,
    pub will: Vec<ImportLine>,
    pub added: u32,
    pub changed: u32,
    pub same: u32,
    pub skipped: u32,
    /// The campaign had no evening yet and takes its dates from the schedule.
    pub new_dates: Option<NewDates>,
    /// Areas a schedule names that the office does not have, and gets.
    pub new_areas: Vec<NewAreas>,
    /// Spellings a person decides on before anything is taken over.
    pub questions: Vec<SpellingQuestion>,
    /// Numbered names that are missing among their neighbours ("Cầu Đơ 2"): perhaps so in the world, so
    /// only worth a look.
    pub gaps: Vec<String>,
}

/// Areas of one kind that come with a schedule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct NewAreas {
    pub kind_word: String,
    pub names: Vec<String>,
}

/// The same words in names of areas, written in several ways: which is right?
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SpellingQuestion {
    /// The words without marks: what a choice names.
    pub letters: String,
    /// The way most names have comes first.
    pub ways: Vec<SpellingWay>,
    /// Decided in the request.
    pub decided: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SpellingWay {
    pub words: String,
    pub names: Vec<String>,
}

/// What a person decided.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct SpellingChoice {
    pub letters: String,
    /// The right words; `null` if all ways are right.
    pub words: Option<String>,
}

/// First and last day of the campaign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct NewDates {
    pub from: NaiveDate,
    pub to: NaiveDate,
}

/// What an import would do. Reading is enough to know, so it is answered while another process writes.
pub trait Preview {
    /// # Errors
    /// As the import itself.
    fn preview(&self, view: &View<'_>) -> Result<Imported>;
}

impl TableSource {
    #[must_use]
    pub fn file(path: impl Into<String>) -> Self {
        Self::File { path: path.into(), reading: None }
    }

    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text { text: text.into(), reading: None }
    }

    /// Reads the table; large files are refused before they are read.
    fn tables(&self) -> Result<Tables> {
        let read = match self {
            Self::File { path, .. } => Tables::from_path(Path::new(path)),
            Self::Text { text, .. } => Tables::from_text(text),
        };
        let (Self::File { reading, .. } | Self::Text { reading, .. }) = self;
        let read = read.map(|tables| tables.read_as(reading.clone().unwrap_or_default()));
        read.map_err(|problem| Error::User {
            code: ErrorCode::TableRefused,
            params: Params::from([("table".to_owned(), self.name())]),
            problems: vec![problem],
        })
    }

    fn name(&self) -> String {
        match self {
            Self::File { path, .. } => crate::error::file_name(Path::new(path)),
            Self::Text { .. } => "bảng dán".to_owned(),
        }
    }
}

/// The refusal that lists what is to be mended.
fn has_problems(table: &str, problems: Vec<Problem>) -> Error {
    Error::User {
        code: ErrorCode::TableHasProblems,
        params: Params::from([
            ("table".to_owned(), table.to_owned()),
            ("count".to_owned(), problems.len().to_string()),
        ]),
        problems: listed(problems),
    }
}

/// A plan of lines with nothing wrong, each with what to do.
struct Planned<D> {
    lines: Vec<(ImportLine, Option<D>)>,
    problems: Vec<Problem>,
}

impl<D> Planned<D> {
    fn new() -> Self {
        Self { lines: Vec::new(), problems: Vec::new() }
    }

    /// A line with its deed; without one, the office has it already.
    fn line(&mut self, place: Place, text: String, why: Option<String>, deed: Option<(ImportAction, D)>) {
        let action = deed.as_ref().map_or(ImportAction::Same, |(action, _)| *action);
        self.lines.push((ImportLine { place, text, action, why }, deed.map(|(_, deed)| deed)));
    }

    /// The deeds to do and the answer, or every problem.
    fn settle(
        self,
        tables: &Tables,
        columns: Vec<ColumnUse>,
        left_out: Vec<LeftOut>,
        dry_run: bool,
    ) -> Result<(Vec<D>, Imported)> {
        if !self.problems.is_empty() {
            return Err(has_problems(&tables.name, self.problems));
        }
        let (mut will, deeds): (Vec<ImportLine>, Vec<Option<D>>) = self.lines.into_iter().unzip();
        will.extend(left_out.into_iter().map(|l| ImportLine {
            place: l.place,
            text: l.text,
            action: ImportAction::Skip,
            why: Some(why_word(l.why).to_owned()),
        }));
        let count = |action| crate::book::count(will.iter().filter(|l| l.action == action).count());
        let imported = Imported {
            dry_run,
            table: tables.name.clone(),
            columns,
            added: count(ImportAction::Add),
            changed: count(ImportAction::Change),
            same: count(ImportAction::Same),
            skipped: count(ImportAction::Skip),
            will,
            new_dates: None,
            new_areas: Vec::new(),
            questions: Vec::new(),
            gaps: Vec::new(),
        };
        Ok((deeds.into_iter().flatten().collect(), imported))
    }
}

fn why_word(why: WhyLeftOut) -> &'static str {
    match why {
        WhyLeftOut::Total => "dòng cộng",
        WhyLeftOut::RepeatedHeading => "tiêu đề lặp lại",
        WhyLeftOut::Example => "dòng ví dụ",
        WhyLeftOut::Note => "ghi chú",
    }
}
