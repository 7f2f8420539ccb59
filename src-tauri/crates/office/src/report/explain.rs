use std::collections::BTreeMap;

use domain::account::Permission;
use domain::code::SheetCode;
use domain::ids::{ReportId, SheetId};
use domain::report::{Because, Cause, Change, Words};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ReportLine;
use super::entries::{Entries, EntryLine};
use crate::book::count;
use crate::error::{Error, ErrorCode};
use crate::journal::HIDDEN;
use crate::{Read, Result, View};

/// A figure that reads otherwise today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FigureLine {
    /// `Toàn đơn vị` or an area.
    pub scope: String,
    /// `Cài mới trong buổi, trong kỳ`.
    pub figure: String,
    /// As the report said it, and as it is now: `85/500 (17 %)`.
    pub then: String,
    pub now: String,
    pub because: Vec<BecauseLine>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct BecauseLine {
    /// Place in the list of causes, from 0.
    pub cause: u32,
    /// What it adds to a total or takes from it; none for a rate.
    #[ts(type = "number | null")]
    pub effect: Option<i64>,
}

/// What was changed since, by whom, when and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CauseLine {
    /// `Phiếu 482-1937 (Hà Trì 1, 12/11/2024): ô 7 “cài mới trong buổi” 5 → 8`.
    pub words: String,
    /// Codes of the sheets it speaks of.
    pub codes: Vec<String>,
    /// In the order they were written.
    pub entries: Vec<EntryLine>,
}

/// Why an issued report would read otherwise today. Whoever is keying a sheet a second time is told that it changed and
/// not how.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Explanation {
    pub line: ReportLine,
    pub figures: Vec<FigureLine>,
    pub causes: Vec<CauseLine>,
}

#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct ExplainReport {
    pub id: ReportId,
}

impl Read for ExplainReport {
    type Answer = Explanation;
    const NAME: &'static str = "explain_report";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<Explanation> {
        let row = view.issued_report(self.id)?;
        let (then, now, difference) = view.differing(&row)?;
        let words = Words::of(&then, &now);
        let entries = Entries::since(view, row.journal_seq, &difference.causes, &then)?;
        let sheets = then.book.sheets.iter().chain(&now.book.sheets);
        let codes: BTreeMap<SheetId, SheetCode> = sheets.map(|k| (k.sheet.id, k.sheet.code)).collect();
        let blind = view.blind_sheets()?;
        let is_hidden = |cause: &Cause| {
            matches!(cause.change, Change::Sheet(_)) && cause.sheets().iter().any(|id| blind.contains(id))
        };
        let causes = difference.causes.iter().enumerate().map(|(at, cause)| {
            let codes: Vec<String> =
                cause.sheets().iter().filter_map(|id| codes.get(id)).map(ToString::to_string).collect();
            match is_hidden(cause) {
                true => {
                    CauseLine { words: format!("Phiếu {}: {HIDDEN}", codes.join(", ")), codes, entries: Vec::new() }
                }
                false => CauseLine { words: words.change(&cause.change), codes, entries: entries.of(at) },
            }
        });
        let effect = |because: &Because| because.effect.filter(|_| !is_hidden(&difference.causes[because.cause]));
        let figures = difference.figures.iter().map(|d| FigureLine {
            scope: words.scope(d.figure),
            figure: words.figure(d.figure),
            then: words.reading(d.then),
            now: words.reading(d.now),
            because: d.because.iter().map(|b| BecauseLine { cause: count(b.cause), effect: effect(b) }).collect(),
        });
        let line = view.report_lines(std::slice::from_ref(&row))?.pop().ok_or_else(|| Error::of(ErrorCode::Missing))?;
        Ok(Explanation { line, figures: figures.collect(), causes: causes.collect() })
    }
}
