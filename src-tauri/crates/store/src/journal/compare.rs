//! The tables beside what the journal says they should be, row by row.
//!
//! A journal that was tampered with does not always replay: what does not fit is noted and replay goes on, so that the
//! rows are told all the same.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use rusqlite::Connection;
use serde_json::{Map, Value};

use super::Stored;
use super::replay::{Tables, empty, is_copy_of};
use crate::error::{Result, StoreError};
use crate::rows::Rows;
use crate::tables::JOURNALLED;

/// A row that is not what the journal says.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    pub table: &'static str,
    pub key: Vec<Value>,
    /// As it stands in the table, and as the journal says: of a row that is in both the columns that differ, of one
    /// that is in one alone all of it.
    pub is: Option<Map<String, Value>>,
    pub should: Option<Map<String, Value>>,
    /// The last entry that wrote the row; none if only the baseline has it, or nothing.
    pub entry: Option<i64>,
}

/// What kept the journal from telling the whole story.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misfit {
    NoBaseline,
    /// The copy of the tables at this entry is gone or cannot be read.
    NoCopy {
        seq: i64,
    },
    /// The copy is not the one the entry vouches for.
    OtherCopy {
        seq: i64,
    },
    /// The entry's changes cannot be read.
    Unreadable {
        seq: i64,
    },
    /// The entry changes a row that is not there, or was otherwise.
    Unfitting {
        seq: i64,
    },
}

impl Misfit {
    /// The entry at which it is found.
    #[must_use]
    pub fn seq(self) -> Option<i64> {
        match self {
            Self::NoBaseline => None,
            Self::NoCopy { seq } | Self::OtherCopy { seq } | Self::Unreadable { seq } | Self::Unfitting { seq } => {
                Some(seq)
            }
        }
    }
}

/// What came of comparing.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Comparison {
    /// The first ones, in the order of the tables and their keys.
    pub differences: Vec<Difference>,
    /// How many there are in all.
    pub total: usize,
    /// The first one.
    pub misfit: Option<Misfit>,
}

/// Entries between two tellings of how far it is.
const STEP: i64 = 500;

impl Rows<'_> {
    /// Replays the journal and compares it with the tables; at most `most` rows are told. `tell` hears how many
    /// entries were replayed and answers whether to go on; `Break` if it did not.
    ///
    /// # Errors
    /// If the file cannot be read; what does not fit is an answer, not an error.
    pub fn compare_with_journal(
        &self,
        most: usize,
        tell: &mut dyn FnMut(i64) -> bool,
    ) -> Result<ControlFlow<(), Comparison>> {
        let mut found = Comparison::default();
        let Some(baseline) = self.find_baseline()? else {
            found.misfit = Some(Misfit::NoBaseline);
            return Ok(ControlFlow::Continue(found));
        };
        let rebuilt = empty()?;
        let rebuilt = rebuilt.unchecked_transaction()?;
        let tables = Tables::of(&rebuilt);
        match self.begin_at(&baseline, &tables)? {
            Some(misfit @ Misfit::NoCopy { .. }) => {
                found.misfit = Some(misfit);
                return Ok(ControlFlow::Continue(found));
            }
            misfit => found.misfit = misfit,
        }
        let mut stopped = false;
        self.walk_journal(baseline.seq, &mut |entry| {
            let misfit = replay(&entry, &tables)?;
            found.misfit = found.misfit.or(misfit);
            stopped = entry.seq % STEP == 0 && !tell(entry.seq);
            Ok(!stopped)
        })?;
        if stopped {
            return Ok(ControlFlow::Break(()));
        }
        for table in JOURNALLED {
            differences(self.connection, &rebuilt, &tables, table, most, &mut found)?;
        }
        self.add_entries(baseline.seq, &mut found.differences)?;
        Ok(ControlFlow::Continue(found))
    }

    fn begin_at(&self, baseline: &Stored, tables: &Tables<'_>) -> Result<Option<Misfit>> {
        let seq = baseline.seq;
        let dump = match self.find_copy(baseline) {
            Ok(Some(dump)) => dump,
            Ok(None) | Err(StoreError::Journal(_)) => return Ok(Some(Misfit::NoCopy { seq })),
            Err(error) => return Err(error),
        };
        let is_copy = is_copy_of(baseline, &dump);
        match tables.load(&dump) {
            Ok(()) => Ok((!is_copy).then_some(Misfit::OtherCopy { seq })),
            // Another copy may hold anything.
            Err(StoreError::Journal(_) | StoreError::Sql(_)) => Ok(Some(Misfit::NoCopy { seq })),
            Err(error) => Err(error),
        }
    }

    /// The last entry that wrote each row.
    fn add_entries(&self, after: i64, differences: &mut [Difference]) -> Result<()> {
        if differences.is_empty() {
            return Ok(());
        }
        let mut wanted: BTreeMap<(String, String), usize> = BTreeMap::new();
        for (at, difference) in differences.iter().enumerate() {
            wanted.insert((difference.table.to_owned(), key_text(&difference.key)), at);
        }
        self.walk_journal(after, &mut |entry| {
            for change in entry.changed_rows().unwrap_or_default() {
                let found = wanted.get(&(change.table, key_text(&change.key)));
                if let Some(difference) = found.and_then(|at| differences.get_mut(*at)) {
                    difference.entry = Some(entry.seq);
                }
            }
            Ok(true)
        })
    }
}

fn key_text(key: &[Value]) -> String {
    Value::from(key.to_vec()).to_string()
}

/// Does an entry's changes; the misfit, if one did not fit and was forced.
fn replay(entry: &Stored, tables: &Tables<'_>) -> Result<Option<Misfit>> {
    let Ok(changes) = entry.changed_rows() else { return Ok(Some(Misfit::Unreadable { seq: entry.seq })) };
    let mut misfit = None;
    for change in changes {
        match tables.apply(&change) {
            Ok(()) => {}
            Err(StoreError::Journal(_)) => misfit = Some(Misfit::Unfitting { seq: entry.seq }),
            Err(StoreError::Sql(error))
                if error.sqlite_error_code() == Some(rusqlite::ErrorCode::ConstraintViolation) =>
            {
                misfit = Some(Misfit::Unfitting { seq: entry.seq });
            }
            Err(error) => return Err(error),
        }
        if misfit.is_some() {
            tables.force(&change)?;
        }
    }
    Ok(misfit)
}

/// One row with the values of its key, as SQLite orders them.
struct Keyed {
    order: Vec<Part>,
    key: Vec<Value>,
    row: Map<String, Value>,
}

/// A value of a key: numbers before texts, as SQLite sorts them.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Null,
    Number(i64),
    Text(String),
}

/// Rows of one table in the order of its key.
struct Sorted<'s> {
    rows: rusqlite::Rows<'s>,
    keys: &'s [String],
}

impl Sorted<'_> {
    fn next(&mut self) -> Result<Option<Keyed>> {
        let Some(row) = self.rows.next()? else { return Ok(None) };
        let text: String = row.get(0)?;
        let row: Map<String, Value> = serde_json::from_str(&text).map_err(|e| StoreError::Journal(e.to_string()))?;
        let key: Vec<Value> = self.keys.iter().map(|c| row.get(c).cloned().unwrap_or(Value::Null)).collect();
        let order = key.iter().map(part).collect();
        Ok(Some(Keyed { order, key, row }))
    }
}

fn part(value: &Value) -> Part {
    match value {
        Value::Number(n) => Part::Number(n.as_i64().unwrap_or_default()),
        Value::String(text) => Part::Text(text.clone()),
        _ => Part::Null,
    }
}

/// Walks a table and its rebuilt twin side by side.
fn differences(
    actual: &Connection,
    rebuilt: &Connection,
    tables: &Tables<'_>,
    table: &str,
    most: usize,
    found: &mut Comparison,
) -> Result<()> {
    let (table, shape) = tables.shape(table)?;
    let pairs: Vec<String> = shape.columns.iter().map(|c| format!("'{c}', \"{c}\"")).collect();
    let order: Vec<String> = shape.keys.iter().map(|c| format!("\"{c}\"")).collect();
    let sql = format!("SELECT json_object({}) FROM \"{table}\" ORDER BY {}", pairs.join(", "), order.join(", "));
    let (mut left, mut right) = (actual.prepare(&sql)?, rebuilt.prepare(&sql)?);
    let mut left = Sorted { rows: left.query([])?, keys: &shape.keys };
    let mut right = Sorted { rows: right.query([])?, keys: &shape.keys };
    let (mut is, mut should) = (left.next()?, right.next()?);
    let mut add = |key: Vec<Value>, is: Option<Map<String, Value>>, should: Option<Map<String, Value>>| {
        found.total += 1;
        if found.differences.len() < most {
            found.differences.push(Difference { table, key, is, should, entry: None });
        }
    };
    loop {
        match (is.take(), should.take()) {
            (None, None) => return Ok(()),
            (Some(row), None) => {
                add(row.key, Some(row.row), None);
                is = left.next()?;
            }
            (None, Some(row)) => {
                add(row.key, None, Some(row.row));
                should = right.next()?;
            }
            (Some(a), Some(b)) if a.order < b.order => {
                add(a.key, Some(a.row), None);
                (is, should) = (left.next()?, Some(b));
            }
            (Some(a), Some(b)) if a.order > b.order => {
                add(b.key, None, Some(b.row));
                (is, should) = (Some(a), right.next()?);
            }
            (Some(a), Some(b)) => {
                if a.row != b.row {
                    let only = |row: &Map<String, Value>, other: &Map<String, Value>| {
                        row.iter()
                            .filter(|(c, v)| other.get(*c) != Some(v))
                            .map(|(c, v)| (c.clone(), v.clone()))
                            .collect()
                    };
                    add(a.key, Some(only(&a.row, &b.row)), Some(only(&b.row, &a.row)));
                }
                (is, should) = (left.next()?, right.next()?);
            }
        }
    }
}
