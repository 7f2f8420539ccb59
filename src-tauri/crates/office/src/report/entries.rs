//! The journal's entries behind a cause: who changed it, when, and with what reason.

use std::collections::{BTreeMap, BTreeSet};

use domain::ids::AreaId;
use domain::report::{Cause, Change, Report, SheetChange};
use domain::sheet::SheetState;
use serde::Serialize;
use serde_json::{Map, Value};
use store::journal::Touched;
use ts_rs::TS;

use crate::journal::{box_words, reason, state_words};
use crate::undo::Undo;
use crate::{Result, View, Write};

/// An entry of the journal, as far as it concerns a cause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EntryLine {
    #[ts(type = "number")]
    pub entry: i64,
    /// RFC 3339 with offset.
    pub at: String,
    /// None of what the program did by itself.
    pub who: Option<String>,
    /// In words, a change each: `ô 7: 5 → 8`.
    pub what: Vec<String>,
    /// The reason that was given.
    pub why: Option<String>,
    /// Something was taken back.
    pub is_undo: bool,
}

/// A row of the office file: its table and the first value of its key.
type RowName = (&'static str, i64);

/// Rows that each cause speaks of, and what was written to them since the report.
pub(super) struct Entries {
    rows: Vec<BTreeSet<RowName>>,
    boxes: Vec<BTreeSet<String>>,
    touched: Vec<Touched>,
    /// Places in `touched`, by the row.
    by_row: BTreeMap<(String, i64), Vec<usize>>,
    accounts: BTreeMap<i64, String>,
}

impl Entries {
    pub(super) fn since(view: &View<'_>, seq: i64, causes: &[Cause], then: &Report) -> Result<Self> {
        let campaign = view.get_campaign()?.id;
        let bases = view.list_bases(campaign)?;
        let of_area = |area: AreaId| {
            let known = then.book.bases.iter().chain(&bases).filter(move |b| b.area == area);
            known.map(|b| ("area_base", b.id.0)).collect::<Vec<_>>()
        };
        let rows: Vec<BTreeSet<RowName>> = causes.iter().map(|c| rows_of(c, &of_area)).collect();
        let all: BTreeSet<RowName> = rows.iter().flatten().copied().collect();
        let touched = view.journal_of_rows(seq, |table, id| all.contains(&(table, id)))?;
        let mut by_row: BTreeMap<(String, i64), Vec<usize>> = BTreeMap::new();
        for (at, t) in touched.iter().enumerate() {
            if let Some(id) = t.change.key.first().and_then(Value::as_i64) {
                by_row.entry((t.change.table.clone(), id)).or_default().push(at);
            }
        }
        let boxes = causes.iter().map(|cause| match &cause.change {
            Change::Sheet(sheet) => sheet.boxes.iter().map(|b| b.no.to_string()).collect(),
            _ => BTreeSet::new(),
        });
        let accounts = view.list_accounts()?.into_iter().map(|a| (a.id.0, a.name)).collect();
        Ok(Self { boxes: boxes.collect(), rows, touched, by_row, accounts })
    }

    /// Those of a cause, one for each entry of the journal.
    pub(super) fn of(&self, cause: usize) -> Vec<EntryLine> {
        let (Some(rows), Some(boxes)) = (self.rows.get(cause), self.boxes.get(cause)) else { return Vec::new() };
        let places = rows.iter().filter_map(|(table, id)| self.by_row.get(&((*table).to_owned(), *id)));
        let places: BTreeSet<usize> = places.flatten().copied().collect();
        let touched: Vec<&Touched> = places.into_iter().filter_map(|at| self.touched.get(at)).collect();
        touched.chunk_by(|a, b| a.seq == b.seq).filter_map(|entry| self.line(entry, boxes)).collect()
    }

    /// One entry of the journal; none if it did nothing that a figure could show.
    fn line(&self, entry: &[&Touched], boxes: &BTreeSet<String>) -> Option<EntryLine> {
        let first = entry.first()?;
        let mut what: Vec<String> = Vec::new();
        let states = states_of(entry);
        for words in entry.iter().filter_map(|t| words(t, boxes)).chain(states) {
            if !what.contains(&words) {
                what.push(words);
            }
        }
        let why = first.why.clone().or_else(|| entry.iter().find_map(|t| reason(&t.change)).map(str::to_owned));
        (!what.is_empty()).then(|| EntryLine {
            entry: first.seq,
            at: first.at.clone(),
            who: first.who.and_then(|id| self.accounts.get(&id).cloned()),
            what,
            why: why.filter(|why| !why.is_empty()),
            is_undo: first.op == Undo::NAME,
        })
    }
}

fn rows_of(cause: &Cause, bases: &impl Fn(AreaId) -> Vec<RowName>) -> BTreeSet<RowName> {
    let sheets = |ids: &[domain::ids::SheetId]| ids.iter().map(|id| ("sheet", id.0)).collect::<BTreeSet<_>>();
    match &cause.change {
        Change::Sheet(sheet) => of_sheet(sheet),
        Change::Printed { sheets: ids, .. } => sheets(ids),
        Change::Visit { now, .. } => [("visit", now.id.0)].into(),
        Change::Moved { from, to, .. } => {
            [("area", from.0), ("area", to.0), ("area_heir", from.0), ("area_heir", to.0)].into()
        }
        Change::Base(base) => bases(base.area).into_iter().collect(),
        Change::Target { id, .. } => [("target", id.0)].into(),
        Change::Area { id, .. } => [("area", id.0), ("area_heir", id.0)].into(),
    }
}

fn of_sheet(sheet: &SheetChange) -> BTreeSet<RowName> {
    let mut rows: BTreeSet<RowName> = [("sheet", sheet.id.0), ("tally", sheet.id.0)].into();
    let visits = [sheet.then, sheet.now].into_iter().flatten().filter_map(|place| place.visit);
    let moved = match (sheet.then, sheet.now) {
        (Some(then), Some(now)) => (then.on, then.called_off, then.area) != (now.on, now.called_off, now.area),
        _ => false,
    };
    rows.extend(visits.filter(|_| moved).map(|id| ("visit", id.0)));
    rows
}

/// What an entry did to a row; none where it is of no matter to a figure.
fn words(touched: &Touched, boxes: &BTreeSet<String>) -> Option<String> {
    let change = &touched.change;
    let (before, after) = (change.before.as_ref(), change.after.as_ref());
    let was = |column: &str| before.and_then(|row| row.get(column));
    let is = |column: &str| after.and_then(|row| row.get(column));
    match change.table.as_str() {
        "tally" => {
            let (keying, no) = (change.key.get(1)?.as_i64()?, change.key.get(2)?.as_str()?);
            let counts = keying == i64::from(store::FIRST) && boxes.contains(no);
            let value = |v: Option<&Value>| v.and_then(Value::as_u64);
            (counts && was("value") != is("value")).then(|| box_words(no, value(was("value")), value(is("value"))))
        }
        "sheet" => match (before, after) {
            (None, Some(_)) => Some("đánh số phiếu".to_owned()),
            (Some(_), None) => Some("bỏ phiếu".to_owned()),
            _ => sheet_words(&was, &is),
        },
        "visit" => match (before, after) {
            (None, Some(_)) => Some("thêm buổi".to_owned()),
            (Some(_), None) => Some("bỏ buổi".to_owned()),
            _ if is("cancelled").is_some_and(|v| !v.is_null()) => Some("hủy buổi".to_owned()),
            _ if is("cancelled").is_some() => Some("tổ chức lại buổi".to_owned()),
            _ if is("on_day").is_some() || is("area_id").is_some() => Some("chuyển buổi".to_owned()),
            _ => None,
        },
        "area_base" => Some("sửa số nền".to_owned()),
        "area" | "area_heir" => Some("sửa danh sách địa bàn".to_owned()),
        "target" => Some("sửa chỉ tiêu".to_owned()),
        _ => None,
    }
}

fn sheet_words<'v>(
    was: &impl Fn(&str) -> Option<&'v Value>,
    is: &impl Fn(&str) -> Option<&'v Value>,
) -> Option<String> {
    let changed = |column| was(column) != is(column);
    match () {
        () if changed("visit_id") => Some("chuyển sang buổi khác".to_owned()),
        () if changed("area_id") => Some("chuyển địa bàn".to_owned()),
        () if changed("as_of") => Some("sửa ngày số liệu".to_owned()),
        () => None,
    }
}

/// From which state to which an entry took a sheet, whatever states it passed through; none if it came back to where
/// it was. Of several sheets each way is told once.
fn states_of(entry: &[&Touched]) -> BTreeSet<String> {
    let state = |row: Option<&Map<String, Value>>| -> Option<SheetState> {
        serde_json::from_value(row?.get("state")?.clone()).ok()
    };
    let mut ways: BTreeMap<i64, (SheetState, SheetState)> = BTreeMap::new();
    for touched in entry.iter().filter(|t| t.change.table == "sheet") {
        let Some(sheet) = touched.change.key.first().and_then(Value::as_i64) else { continue };
        let (was, is) = (state(touched.change.before.as_ref()), state(touched.change.after.as_ref()));
        if let (Some(was), Some(is)) = (was, is) {
            ways.entry(sheet).and_modify(|way| way.1 = is).or_insert((was, is));
        }
    }
    let told = ways.into_values().filter(|(was, is)| was != is);
    told.map(|(was, is)| state_words(was, is)).collect()
}
