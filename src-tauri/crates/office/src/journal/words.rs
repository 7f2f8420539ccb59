//! An entry's changes in words, each row with its old and new values.

use std::collections::BTreeSet;

use domain::ids::SheetId;
use domain::sheet::SheetState;
use domain::text::capitalised;
use serde::Serialize;
use serde_json::{Map, Value};
use store::journal::Change;
use ts_rs::TS;

use super::names::Names;
use super::nouns::{As, noun_of};
use crate::Result;

type Row = Map<String, Value>;

/// What became of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RowDeed {
    Added,
    Changed,
    Removed,
}

/// A row that an entry changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EntryRow {
    /// `Phiếu 482-1937, ô 3 “Hộ vắng”`.
    pub what: String,
    pub deed: RowDeed,
    pub values: Vec<EntryValue>,
    /// Whoever asks is keying the sheet a second time: its figures are hidden from them.
    pub hidden: bool,
    /// Code of the sheet it speaks of: `482-1937`.
    pub code: Option<String>,
}

/// A value of a row, before and after; `null`: blank, or hidden.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EntryValue {
    /// `ngày bắt đầu`; blank where the row is one value: a box.
    pub label: String,
    pub old: Option<String>,
    pub new: Option<String>,
}

/// Sheets whose first keying is hidden from whoever asks.
pub(super) type Blind = BTreeSet<SheetId>;

/// Whether a change would show somebody who keys a sheet a second time what was keyed first.
pub(super) fn is_hidden(change: &Change, blind: &Blind) -> bool {
    let Some(sheet) = change.key.first().and_then(Value::as_i64) else { return false };
    let first = match change.table.as_str() {
        "tally" => change
            .key
            .get(1)
            .and_then(Value::as_i64)
            .is_some_and(|keying| keying == i64::from(store::FIRST) || keying == i64::from(store::REPLACED)),
        // Holds the figures it was accepted for.
        "accepted_flag" => true,
        _ => false,
    };
    first && blind.contains(&SheetId(sheet))
}

impl Names<'_> {
    /// A row in words.
    pub(super) fn entry_row(&self, change: &Change, blind: &Blind) -> Result<EntryRow> {
        let hidden = is_hidden(change, blind);
        if change.table == "tally" {
            return self.box_row(change, hidden);
        }
        let (before, after) = (change.before.as_ref(), change.after.as_ref());
        let deed = match (before, after) {
            (None, _) => RowDeed::Added,
            (_, None) => RowDeed::Removed,
            _ => RowDeed::Changed,
        };
        let noun = noun_of(&change.table);
        let what = match noun {
            Some(noun) => self.called(noun, &change.key, after.filter(|_| before.is_none()).or(before))?,
            // A table of a newer program: its name is all there is.
            None => change.table.clone(),
        };
        let mut values = Vec::new();
        for column in noun.into_iter().flat_map(|n| n.columns).filter(|_| !hidden) {
            let (old, new) = (of(before, column.name), of(after, column.name));
            if matches!(column.reads, As::Untold) || old == new {
                continue;
            }
            let words = |v: Option<&Value>| v.map(|v| self.value(column.reads, v)).transpose().map(Option::flatten);
            let (old, new) = (words(old)?, words(new)?);
            if old.is_some() || new.is_some() {
                values.push(EntryValue { label: column.label.to_owned(), old, new });
            }
        }
        Ok(EntryRow { what: capitalised(&what), deed, values, hidden, code: self.code_of(change)? })
    }

    fn box_row(&self, change: &Change, hidden: bool) -> Result<EntryRow> {
        let no = change.key.get(2).and_then(Value::as_str).unwrap_or_default();
        let keying = change.key.get(1).and_then(Value::as_u64).unwrap_or_default();
        let sheet = change.key.first().map(|id| self.row("sheet", std::slice::from_ref(id))).transpose()?.flatten();
        let code = sheet.as_ref().and_then(|s| s.get("code")).and_then(super::names::code);
        let label = match &sheet {
            Some(sheet) => self.box_label(sheet, no)?,
            None => None,
        };
        let mut what = format!("Phiếu {}, ô {no}", code.as_deref().unwrap_or("đã bỏ"));
        if let Some(label) = label {
            what.push_str(&format!(" “{label}”"));
        }
        what.push_str(keying_words(keying));
        let words = |row: Option<&Row>| {
            let value = of(row, "value").filter(|v| !v.is_null());
            value.filter(|_| !hidden).map(ToString::to_string)
        };
        let value =
            EntryValue { label: String::new(), old: words(change.before.as_ref()), new: words(change.after.as_ref()) };
        // Who pressed how many keys is no figure.
        let is_same = value.old == value.new && !hidden;
        let values = if is_same { Vec::new() } else { vec![value] };
        Ok(EntryRow { what, deed: RowDeed::Changed, values, hidden, code })
    }

    /// The code of the sheet a change speaks of.
    fn code_of(&self, change: &Change) -> Result<Option<String>> {
        let id = match change.table.as_str() {
            "sheet" | "tally" | "accepted_flag" => change.key.first(),
            "receipt_sheet" => change.key.get(1),
            _ => of(change.after.as_ref(), "sheet_id").or_else(|| of(change.before.as_ref(), "sheet_id")),
        };
        let Some(id) = id.filter(|id| id.is_i64() && change.table != "unlock_seen") else { return Ok(None) };
        let row = self.row("sheet", std::slice::from_ref(id))?;
        let gone = (change.table == "sheet").then(|| change.before.clone()).flatten();
        Ok(row.or(gone).and_then(|row| row.get("code").and_then(super::names::code)))
    }
}

fn of<'r>(row: Option<&'r Row>, column: &str) -> Option<&'r Value> {
    row.and_then(|row| row.get(column))
}

/// Which keying a box is of, after its name.
fn keying_words(keying: u64) -> &'static str {
    match keying {
        0 => ", số nhập đầu tiên (được giữ lại)",
        2 => ", nhập lần hai",
        3 => ", xem lại lần hai",
        4 => ", người thứ ba",
        _ => "",
    }
}

const BLANK: &str = "để trống";

/// `ô 7: 5 → 8`.
pub(crate) fn box_words(no: &str, old: Option<u64>, new: Option<u64>) -> String {
    let words = |value: Option<u64>| value.map_or(BLANK.to_owned(), |n| n.to_string());
    format!("ô {no}: {} → {}", words(old), words(new))
}

/// `đã nhận về → đã nhập`.
pub(crate) fn state_words(was: SheetState, is: SheetState) -> String {
    format!("{} → {}", was.word(), is.word())
}

/// A reason that stands with a row rather than with the entry.
pub(crate) fn reason(change: &Change) -> Option<&str> {
    const COLUMNS: [&str; 5] = ["state_because", "accepted_because", "cancelled", "because", "ended_because"];
    let after = change.after.as_ref()?;
    COLUMNS.iter().find_map(|column| after.get(*column)?.as_str()).filter(|why| !why.is_empty())
}

impl EntryRow {
    /// On one line: `ô 3 “Hộ vắng”: 12 → 15`, `thêm buổi Hà Trì 1, 09/11/2024`. Without the sheet where the line
    /// stands under it.
    pub(super) fn line(&self, under: Option<&str>) -> String {
        let own = under.and_then(|code| self.what.strip_prefix(&format!("Phiếu {code}")));
        let what = match own {
            Some(rest) => rest.trim_start_matches(", ").to_owned(),
            None => self.what.clone(),
        };
        let value = |v: &EntryValue| {
            let words = |w: &Option<String>| w.clone().unwrap_or_else(|| BLANK.to_owned());
            let change = format!("{} → {}", words(&v.old), words(&v.new));
            if v.label.is_empty() { change } else { format!("{} {change}", v.label) }
        };
        if self.hidden {
            return format!("{what}: {HIDDEN}");
        }
        match self.deed {
            RowDeed::Added => format!("thêm {}", domain::text::uncapitalised(&self.what)),
            RowDeed::Removed => format!("bỏ {}", domain::text::uncapitalised(&self.what)),
            RowDeed::Changed => {
                let values: Vec<String> = self.values.iter().map(value).collect();
                match (what.is_empty(), values.is_empty()) {
                    (true, _) => values.join("; "),
                    (false, true) => what,
                    (false, false) => format!("{what}: {}", values.join("; ")),
                }
            }
        }
    }
}

/// Instead of figures that somebody who keys the sheet a second time must not see.
pub(crate) const HIDDEN: &str = "số được giấu vì anh/chị đang nhập lần hai phiếu này";
