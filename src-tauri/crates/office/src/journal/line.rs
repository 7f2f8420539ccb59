//! An entry on one line, as lists show it.

use domain::text::{capitalised, matches};
use serde::Serialize;
use serde_json::Value;
use store::journal::{BASELINE, Change, Stored};
use ts_rs::TS;

use super::deeds::{DeedKind, deed_of};
use super::merge::merged;
use super::names::{Names, moment};
use super::words::{Blind, EntryRow, reason};
use crate::book::count;
use crate::undo::Undo;
use crate::{Result, Write};

/// Rows of an entry that are told on its line.
const TOLD: usize = 3;
/// Rows of an entry whose words a search looks through.
const SEARCHED: usize = 400;

/// An entry of the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct JournalLine {
    #[ts(type = "number")]
    pub entry: i64,
    /// RFC 3339 with offset.
    pub at: String,
    /// By the name of today; `null`: the program did it by itself.
    pub who: Option<String>,
    /// `Nhập số vào phiếu`.
    pub deed: String,
    pub kind: Option<DeedKind>,
    /// The one sheet it speaks of: `Phiếu 482-1937 (Hà Trì 1, 09/11/2024)`.
    pub subject: Option<String>,
    pub code: Option<String>,
    /// Its first rows, one a text: `ô 3 “Hộ vắng”: 12 → 15`.
    pub what: Vec<String>,
    /// How many more there are.
    pub more: u32,
    /// The reason that was given, with the entry or with a row.
    pub why: Option<String>,
    /// Something was taken back.
    pub is_undo: bool,
}

/// An entry read once: its head, and its rows as they became.
pub(super) struct Told {
    pub stored: Stored,
    pub changes: Vec<Change>,
    /// Its changes cannot be read: verifying the journal says where it was tampered with.
    pub is_unreadable: bool,
}

impl Told {
    pub(super) fn of(stored: Stored) -> Self {
        let rows = stored.changed_rows();
        let is_unreadable = rows.is_err();
        Self { changes: merged(rows.unwrap_or_default()), stored, is_unreadable }
    }

    /// Why a baseline was written.
    fn baseline(&self) -> Option<String> {
        let said: Value = serde_json::from_str(&self.stored.changes).ok()?;
        let why = said.get("baseline")?.as_str()?;
        Some(
            match why {
                "new" => "tệp mới: mọi số liệu lúc đầu",
                "migration" => "nâng cấp tệp: mọi số liệu lúc đó",
                "restore" => "khôi phục từ bản sao lưu: mọi số liệu lúc đó",
                "recovery" => "dựng lại sau khi tệp hỏng: mọi số liệu lúc đó",
                "import" => "nhập từ tệp khác: mọi số liệu lúc đó",
                other => return Some(other.to_owned()),
            }
            .to_owned(),
        )
    }
}

impl Names<'_> {
    pub(super) fn line(&self, told: &Told, blind: &Blind) -> Result<JournalLine> {
        let rows = self.rows_of(told, blind, TOLD)?;
        let deed = deed_of(&told.stored.op);
        let sheet = self.only_sheet(told)?;
        let (code, subject) = match sheet {
            Some((code, place)) => {
                let subject =
                    if place.is_empty() { format!("Phiếu {code}") } else { format!("Phiếu {code} ({place})") };
                (Some(code), Some(subject))
            }
            None => (None, None),
        };
        let mut what: Vec<String> =
            rows.iter().map(|row| row.line(code.as_deref())).filter(|l| !l.is_empty()).collect();
        if told.stored.op == BASELINE {
            what.extend(told.baseline());
        }
        if told.is_unreadable {
            what.push("nội dung của mục này không đọc được".to_owned());
        }
        let own = told.changes.iter().find_map(reason);
        Ok(JournalLine {
            entry: told.stored.seq,
            at: told.stored.at.clone(),
            who: self.who(told.stored.who),
            deed: deed.map_or_else(|| told.stored.op.clone(), |d| d.words.to_owned()),
            kind: deed.map(|d| d.kind),
            subject,
            code,
            what,
            more: count(told.changes.len().saturating_sub(TOLD)),
            why: told.stored.why.as_deref().or(own).filter(|w| !w.is_empty()).map(str::to_owned),
            is_undo: told.stored.op == Undo::NAME,
        })
    }

    /// At most so many of an entry's rows in words.
    pub(super) fn rows_of(&self, told: &Told, blind: &Blind, most: usize) -> Result<Vec<EntryRow>> {
        told.changes.iter().take(most).map(|change| self.entry_row(change, blind)).collect()
    }

    /// Code and place of the sheet an entry speaks of, if there is one alone.
    fn only_sheet(&self, told: &Told) -> Result<Option<(String, String)>> {
        let mut id = None;
        for change in &told.changes {
            if !matches!(change.table.as_str(), "sheet" | "tally" | "accepted_flag") {
                return Ok(None);
            }
            match (&id, change.key.first()) {
                (Some(one), Some(other)) if *one != other => return Ok(None),
                (_, other) => id = other,
            }
        }
        let Some(id) = id else { return Ok(None) };
        let Some(row) = self.row("sheet", std::slice::from_ref(id))? else { return Ok(None) };
        let code = row.get("code").and_then(super::names::code);
        code.map(|code| Ok((code, self.place(&row)?))).transpose()
    }

    /// Whether every word of a query begins a word of what the journal shows of an entry. What is hidden is not found.
    pub(super) fn shows(&self, told: &Told, line: &JournalLine, blind: &Blind, query: &str) -> Result<bool> {
        let head = [
            Some(line.deed.as_str()),
            line.who.as_deref(),
            line.subject.as_deref(),
            line.why.as_deref(),
            line.kind.map(DeedKind::word),
        ];
        let mut text: String = head.into_iter().flatten().collect::<Vec<_>>().join(" ");
        text.extend([" ", &moment(&line.at).unwrap_or_default()]);
        for what in &line.what {
            text.extend([" ", what]);
        }
        if matches(&text, query) {
            return Ok(true);
        }
        let only_one = told.changes.len() <= 1;
        if only_one && told.changes.iter().all(|c| c.before.is_some() && c.after.is_some()) {
            return Ok(false);
        }
        for row in self.rows_of(told, blind, SEARCHED)? {
            text.extend([" ", &row.what]);
            for value in &row.values {
                for words in [Some(&value.label), value.old.as_ref(), value.new.as_ref()].into_iter().flatten() {
                    text.extend([" ", words]);
                }
            }
        }
        Ok(matches(&text, query))
    }
}

/// `Hộ vắng: 12 → 15` as a sentence of its own.
pub(super) fn sentence(words: &str) -> String {
    capitalised(words)
}
