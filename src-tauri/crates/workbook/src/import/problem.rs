//! What is wrong with a table, and where. The words are in `assets/text/problems.vi.json`, one for each
//! code, shared by window and command line.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

domain::codes! {
    /// A fault of a table or of one of its cells.
    pub enum ProblemCode {
        // The file.
        FileUnreadable,
        FileTooLarge,
        /// It is small but would unpack to something huge.
        UnpacksTooLarge,
        EmptyFile,
        NotAWorkbook,
        DamagedWorkbook,
        Encrypted,
        WordDocument,
        PdfDocument,
        /// A web page under a workbook's name.
        WebPage,
        /// Text in the ABC (TCVN3) encoding.
        LegacyText,
        UnknownEncoding,
        TooManyRows,
        TooManyColumns,
        // The table.
        EmptyTable,
        HeadingMissing,
        ColumnMissing,
        ColumnTwice,
        SeveralTables,
        SheetMissing,
        // A cell.
        Blank,
        TooLong,
        FormulaLike,
        CellError,
        /// Letters typed with an ABC (.VnTime) font.
        LegacyFont,
        /// A date where a name should be: Excel turns "1/5" into one.
        NotText,
        Merged,
        NotACount,
        CountTooLarge,
        UnknownKind,
        NotADate,
        DateSerial,
        DateWithoutYear,
        DateMonthFirst,
        DateAmbiguous,
        /// A real date whose day and month a foreign Excel seems to have swapped.
        DateMaybeSwapped,
        DateOutOfRange,
        OneDateOnly,
        BaseWithoutDate,
        // Lines against each other.
        NameTwice,
        NearDuplicate,
        CodeTwice,
        EveningTwice,
        // Lines against the office.
        NearExistingArea,
        UnknownArea,
        EveningOutsideCampaign,
        EveningCancelled,
        AreaNotThere,
        AreaReportsItself,
        SelfReportHasEvenings,
        UnknownTeam,
        CodeLength,
        CodeCheckDigit,
        CodeCheckDigitLikely,
        CodeUnknown,
        QrForeign,
        QrNewer,
        BoxNotOnSheet,
        SheetLocked,
        SheetVoid,
        // A template to fill.
        /// `.xls`, `.xlsb`, `.ods`, a text.
        TemplateNotXlsx,
        TemplateHasMacros,
        TemplateEncrypted,
        TemplateDamaged,
        /// A digital signature would no longer fit.
        TemplateSigned,
        /// A sheet, or the whole workbook, may not be changed.
        TemplateProtected,
        // Members.
        NotAPhone,
        MemberTwice,
        UnknownForce,
        ForceNeeded,
        /// Only the first ones are listed.
        MoreProblems,
    }
}

/// Where in a table.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
pub struct Place {
    /// The workbook's sheet; none for a text.
    pub sheet: Option<String>,
    /// `B7` in a workbook, `dòng 7, cột 2` in a text.
    pub cell: String,
}

/// A fault with its place and the values its words speak of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Problem {
    pub code: ProblemCode,
    pub place: Option<Place>,
    pub params: BTreeMap<String, String>,
}

impl Problem {
    /// A fault of the whole file or table.
    #[must_use]
    pub fn of(code: ProblemCode) -> Self {
        Self { code, place: None, params: BTreeMap::new() }
    }

    /// A fault of one cell.
    #[must_use]
    pub fn at(code: ProblemCode, place: &Place) -> Self {
        Self { place: Some(place.clone()), ..Self::of(code) }
    }

    /// With a value for the words. Long values are cut: a message is not the place for a whole cell.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "values and references alike read well at the call")]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        const LONGEST: usize = 80;
        let mut value = value.to_string();
        if value.chars().count() > LONGEST {
            value = value.chars().take(LONGEST).chain(['…']).collect();
        }
        self.params.insert(name.to_owned(), value);
        self
    }
}

/// Most problems a reading lists; beyond that, the table is wrong as a whole.
const MOST_LISTED: usize = 200;

/// The faults, in order, cut to a number a person can read.
#[must_use]
pub fn listed(mut problems: Vec<Problem>) -> Vec<Problem> {
    let more = problems.len().saturating_sub(MOST_LISTED);
    if more > 0 {
        problems.truncate(MOST_LISTED);
        problems.push(Problem::of(ProblemCode::MoreProblems).with("count", more));
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_its_words_and_no_words_are_left_over() {
        let words = include_str!("../../../../../assets/text/problems.vi.json");
        let words: BTreeMap<String, String> = serde_json::from_str(words).expect("a JSON object of texts");
        let codes: Vec<String> = ProblemCode::ALL
            .iter()
            .map(|c| serde_json::to_value(c).expect("a word").as_str().expect("a word").to_owned())
            .collect();
        for code in &codes {
            assert!(words.get(code).is_some_and(|w| !w.is_empty() && !w.contains('!')), "{code}");
        }
        assert_eq!(words.len(), codes.len());
    }
}
