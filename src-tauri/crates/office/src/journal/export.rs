//! The journal taken out of the office: a workbook for people, and lines for machines, which anybody can verify.

use chrono::{DateTime, TimeDelta};
use domain::account::Permission;
use domain::date::dmy;
use domain::ids::AccountId;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use store::journal::Stored;
use ts_rs::TS;
use workbook::journal::{JournalHead, JournalRow, journal_workbook};

use super::line::{JournalLine, sentence};
use super::list::{JournalQuery, Walk};
use super::names::moment;
use super::words::{EntryRow, HIDDEN, RowDeed};
use crate::error::{Error, ErrorCode};
use crate::export::{XLSX, file_name};
use crate::verb::{Made, Make, Progress};
use crate::{Act, Result, View, Write};

/// How long after the note the file may be made.
const MINUTES: i64 = 10;
/// Entries that are read at once.
const CHUNK: usize = 200;

/// What the journal is taken out as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum JournalForm {
    /// Excel, for people.
    Workbook,
    /// JSON Lines with the links of the chain, for machines.
    Lines,
}

impl JournalForm {
    fn word(self) -> &'static str {
        match self {
            Self::Workbook => "bảng Excel",
            Self::Lines => "tệp JSON Lines kèm mã nối",
        }
    }
}

/// Notes that the journal is taken out; [`JournalXlsx`] and [`JournalLines`] make no file without it.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct ExportJournal {
    pub form: JournalForm,
}

/// The note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct JournalNoted {
    #[ts(type = "number")]
    pub entry: i64,
}

impl Write for ExportJournal {
    type Answer = JournalNoted;
    const NAME: &'static str = "export_journal";
    const NEEDS: Permission = Permission::Verify;

    fn why(&self) -> Option<&str> {
        Some(self.form.word())
    }

    fn run(self, act: &Act<'_>) -> Result<JournalNoted> {
        if self.form == JournalForm::Lines {
            act.view().check_sighted()?;
        }
        act.note_deed();
        Ok(JournalNoted { entry: act.journal_head()?.0 + 1 })
    }
}

impl View<'_> {
    /// The entry that notes the taking out: by whoever asks, of this form, some minutes ago at most.
    fn check_noted(&self, entry: i64, form: JournalForm) -> Result<()> {
        let noted = self.find_entry(entry)?.filter(|noted| {
            let at = DateTime::parse_from_rfc3339(&noted.at);
            noted.op == ExportJournal::NAME
                && noted.why.as_deref() == Some(form.word())
                && noted.who == self.who.as_ref().map(|who| who.id.0)
                && at.is_ok_and(|at| self.now - at < TimeDelta::minutes(MINUTES))
        });
        noted.map(|_| ()).ok_or_else(|| Error::of(ErrorCode::JournalNotNoted))
    }

    /// Links are made of all that was keyed: of what must be hidden nothing can be left out.
    fn check_sighted(&self) -> Result<()> {
        match self.blind_sheets()?.first() {
            Some(sheet) => Err(Error::of(ErrorCode::JournalBlind).with("code", self.get_sheet(*sheet)?.code)),
            None => Ok(()),
        }
    }
}

/// The entries that are asked for as a workbook, each changed value on a row, the earliest first.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct JournalXlsx {
    pub query: JournalQuery,
    /// Of [`ExportJournal`].
    #[ts(type = "number")]
    pub noted: i64,
}

impl Make for JournalXlsx {
    const NAME: &'static str = "journal_xlsx";
    const NEEDS: Permission = Permission::Verify;

    fn run(self, view: &View<'_>, progress: Progress<'_>) -> Result<Made> {
        view.check_noted(self.noted, JournalForm::Workbook)?;
        let (entries, head) = view.journal_head()?;
        let of = usize::try_from(entries).unwrap_or_default();
        let mut walk = Walk::of(view, &self.query, None)?;
        let mut rows = Vec::new();
        while let Some(chunk) = walk.next_chunk(view, CHUNK)? {
            for told in &chunk {
                let Some(line) = walk.line(told)? else { continue };
                let changed = walk.names.rows_of(told, &walk.blind, usize::MAX)?;
                // Put the other way round in the end.
                rows.extend(rows_of(&line, changed).into_iter().rev());
            }
            let reached = chunk.last().map_or(0, |told| told.stored.seq);
            if !progress(of - usize::try_from(reached).unwrap_or_default(), of) {
                return Err(Error::of(ErrorCode::Cancelled));
            }
        }
        rows.reverse();
        let office = view.issuer_during(&view.get_campaign()?)?.short_name;
        let which = if self.query == JournalQuery::default() {
            "Toàn bộ nhật ký"
        } else {
            "Một phần nhật ký, theo bộ lọc đã chọn"
        };
        let head = JournalHead { office: &office, which, head: &head.short(), entries, day: view.today() };
        let bytes = journal_workbook(&head, &rows).map_err(Error::internal)?;
        Ok(Made { file_name: file_name(&format!("Nhật ký {}", dmy(view.today())), "xlsx"), mime: XLSX, bytes })
    }
}

fn rows_of(line: &JournalLine, changed: Vec<EntryRow>) -> Vec<JournalRow> {
    let head = JournalRow {
        entry: line.entry,
        at: moment(&line.at).unwrap_or_else(|| line.at.clone()),
        who: line.who.clone().unwrap_or_else(|| "chương trình".to_owned()),
        deed: line.deed.clone(),
        why: line.why.clone().unwrap_or_default(),
        ..JournalRow::default()
    };
    let mut rows = Vec::new();
    for row in changed {
        let of = |what: String, old: &Option<String>, new: &Option<String>| JournalRow {
            code: row.code.clone().unwrap_or_default(),
            what,
            old: old.clone().unwrap_or_default(),
            new: new.clone().unwrap_or_default(),
            ..head.clone()
        };
        let deed = match row.deed {
            RowDeed::Added => " (thêm)",
            RowDeed::Removed => " (bỏ)",
            RowDeed::Changed => "",
        };
        if row.hidden {
            rows.push(of(format!("{}: {HIDDEN}", row.what), &None, &None));
        } else if row.values.is_empty() {
            rows.push(of(format!("{}{deed}", row.what), &None, &None));
        }
        for value in row.values.iter().filter(|_| !row.hidden) {
            let label = if value.label.is_empty() { String::new() } else { format!(": {}", value.label) };
            rows.push(of(format!("{}{deed}{label}", row.what), &value.old, &value.new));
        }
    }
    if rows.is_empty() {
        rows.push(JournalRow { what: line.what.first().map(|w| sentence(w)).unwrap_or_default(), ..head });
    }
    rows
}

/// The whole journal, an entry a line, with the links of its chain: `src-tauri/README.md` says how an outsider
/// verifies it.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct JournalLines {
    /// Of [`ExportJournal`].
    #[ts(type = "number")]
    pub noted: i64,
}

impl Make for JournalLines {
    const NAME: &'static str = "journal_lines";
    const NEEDS: Permission = Permission::Verify;

    fn run(self, view: &View<'_>, progress: Progress<'_>) -> Result<Made> {
        view.check_noted(self.noted, JournalForm::Lines)?;
        view.check_sighted()?;
        let (entries, head) = view.journal_head()?;
        let of = usize::try_from(entries).unwrap_or_default();
        let names = view.account_names()?;
        let accounts: Map<String, Value> = view
            .list_accounts()?
            .into_iter()
            .map(|a| (a.id.to_string(), Value::from(names(AccountId(a.id.0)))))
            .collect();
        let first = json!({
            "journal": "tung-ngo",
            "version": 1,
            "office": view.issuer_during(&view.get_campaign()?)?.short_name,
            "file": view.office_uid()?,
            "at": view.now.to_rfc3339(),
            "entries": entries,
            "head": head.hex(),
            "accounts": accounts,
        });
        let mut text = first.to_string();
        text.push('\n');
        let mut go_on = true;
        view.walk_journal(0, &mut |stored| {
            text.push_str(&line(&stored).to_string());
            text.push('\n');
            if stored.seq % 500 == 0 {
                go_on = progress(usize::try_from(stored.seq).unwrap_or_default(), of);
            }
            Ok(go_on)
        })?;
        if !go_on {
            return Err(Error::of(ErrorCode::Cancelled));
        }
        Ok(Made {
            file_name: file_name(&format!("Nhật ký {}", dmy(view.today())), "jsonl"),
            mime: "application/jsonl",
            bytes: text.into_bytes(),
        })
    }
}

/// `changes` is the exact text that is hashed.
fn line(stored: &Stored) -> Value {
    json!({
        "seq": stored.seq,
        "format": stored.format,
        "at": stored.at,
        "who": stored.who,
        "op": stored.op,
        "why": stored.why,
        "changes": stored.changes,
        "previous": stored.previous.hex(),
        "link": stored.link.hex(),
    })
}
