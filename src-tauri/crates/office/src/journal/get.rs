use domain::account::Permission;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::line::{JournalLine, Told};
use super::names::Names;
use super::words::{EntryRow, is_hidden};
use crate::book::count;
use crate::error::{Error, ErrorCode};
use crate::{Read, Result, View};

/// The most rows of one answer.
const PAGE: u32 = 200;
/// Letters of the technical form that are shown; the export has all of it.
const LONGEST: usize = 20_000;

/// An entry with every row it changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EntryView {
    pub line: JournalLine,
    /// One page of its rows.
    pub rows: Vec<EntryRow>,
    /// How many there are in all.
    pub total: u32,
    /// As it is stored; `null` where it would show somebody who keys a sheet a second time what was keyed first.
    pub technical: Option<EntryTechnical>,
    /// The entries before and after it.
    #[ts(type = "number | null")]
    pub previous: Option<i64>,
    #[ts(type = "number | null")]
    pub next: Option<i64>,
}

/// An entry as it is stored and chained.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EntryTechnical {
    /// The deed, as the contract names it.
    pub op: String,
    pub format: u32,
    pub changes: String,
    /// Only the beginning of a long one is shown.
    pub is_cut: bool,
    /// Links of the chain, in hexadecimal digits.
    pub before: String,
    pub link: String,
}

#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct GetEntry {
    #[ts(type = "number")]
    pub entry: i64,
    /// Rows to leave out at the beginning.
    pub after: u32,
}

impl Read for GetEntry {
    type Answer = EntryView;
    const NAME: &'static str = "get_entry";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<EntryView> {
        let stored =
            view.find_entry(self.entry)?.ok_or_else(|| Error::of(ErrorCode::NoEntry).with("entry", self.entry))?;
        let (head, _) = view.journal_head()?;
        let blind = view.blind_sheets()?;
        let hides = stored.changed_rows().unwrap_or_default().iter().any(|change| is_hidden(change, &blind));
        let told = Told::of(stored);
        let names = Names::of(view)?;
        let page = told.changes.iter().skip(self.after as usize).take(PAGE as usize);
        Ok(EntryView {
            line: names.line(&told, &blind)?,
            rows: page.map(|change| names.entry_row(change, &blind)).collect::<Result<_>>()?,
            total: count(told.changes.len()),
            technical: (!hides).then(|| technical(&told)),
            previous: Some(self.entry - 1).filter(|seq| *seq > 0),
            next: Some(self.entry + 1).filter(|seq| *seq <= head),
        })
    }
}

fn technical(told: &Told) -> EntryTechnical {
    let stored = &told.stored;
    let is_cut = stored.changes.chars().count() > LONGEST;
    EntryTechnical {
        op: stored.op.clone(),
        format: stored.format,
        changes: stored.changes.chars().take(LONGEST).collect(),
        is_cut,
        before: stored.previous.hex(),
        link: stored.link.hex(),
    }
}
