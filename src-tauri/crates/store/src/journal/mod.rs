//! The append-only journal: what each entry holds, its chain, baselines and replay.
//!
//! An ordinary entry's `changes` is a JSON list of `[table, key, before, after]`: the key's values, the
//! old and new values of the columns that changed; `before` is null for a new row, `after` for a
//! deleted one. A `baseline` entry holds `{"baseline": why, "digest": hex}`, and the journalled tables
//! as they were are stored beside it; replay starts at the latest.

mod compare;
mod list;
mod mention;
mod replay;
mod row;
mod undo;
mod verify;

use domain::journal::{Entry, FORMAT, Link};
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use crate::disk::hex;
use crate::error::{Result, StoreError};
use crate::rows::Rows;
use crate::tables::JOURNALLED;
use crate::transact::{Op, columns, key_columns};

pub use compare::{Comparison, Difference, Misfit};
pub use list::{JournalFilter, Mentions, Who};
pub(crate) use mention::fill as fill_mentions;
pub use replay::replayed_dump;
pub use verify::Break;

/// The operation name of an entry from which replay may start.
pub const BASELINE: &str = "baseline";

/// One changed row.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(into = "Wire", from = "Wire")]
pub struct Change {
    pub table: String,
    pub key: Vec<Value>,
    pub before: Option<Map<String, Value>>,
    pub after: Option<Map<String, Value>>,
}

type Wire = (String, Vec<Value>, Option<Map<String, Value>>, Option<Map<String, Value>>);

impl From<Change> for Wire {
    fn from(c: Change) -> Self {
        (c.table, c.key, c.before, c.after)
    }
}

impl From<Wire> for Change {
    fn from((table, key, before, after): Wire) -> Self {
        Self { table, key, before, after }
    }
}

impl Change {
    /// From whole rows as captured; `None` if an update changed nothing.
    pub(crate) fn of(
        table: &str,
        key_columns: &[String],
        before: Option<&str>,
        after: Option<&str>,
    ) -> Result<Option<Self>> {
        let parse = |text: Option<&str>| -> Result<Option<Map<String, Value>>> {
            text.map(|t| serde_json::from_str(t).map_err(|e| StoreError::Journal(e.to_string()))).transpose()
        };
        let (mut before, mut after) = (parse(before)?, parse(after)?);
        let row = before.as_ref().or(after.as_ref()).ok_or_else(|| StoreError::Journal("a change of no row".into()))?;
        let key = key_columns.iter().map(|c| row.get(c).cloned().unwrap_or(Value::Null)).collect();
        if let (Some(old), Some(new)) = (&mut before, &mut after) {
            let kept: Vec<String> =
                old.iter().filter(|(c, v)| new.get(*c) != Some(v)).map(|(c, _)| c.clone()).collect();
            if kept.is_empty() {
                return Ok(None);
            }
            old.retain(|c, _| kept.contains(c));
            new.retain(|c, _| kept.contains(c));
        }
        Ok(Some(Self { table: table.to_owned(), key, before, after }))
    }
}

fn text_of(changes: &[Change]) -> Result<String> {
    serde_json::to_string(changes).map_err(|e| StoreError::Journal(e.to_string()))
}

/// An entry as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    pub seq: i64,
    pub format: u32,
    pub at: String,
    pub who: Option<i64>,
    pub op: String,
    pub why: Option<String>,
    pub changes: String,
    pub previous: Link,
    pub link: Link,
}

/// A link as stored. What is no link any more is none: the chain breaks there, and verifying says where.
fn link(row: &Row<'_>, column: &str) -> rusqlite::Result<Link> {
    Ok(row.get_ref(column)?.as_blob().ok().and_then(|bytes| bytes.try_into().ok()).map_or(Link::NONE, Link))
}

impl Stored {
    fn of(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            seq: row.get("seq")?,
            format: row.get("format")?,
            at: row.get("at")?,
            who: row.get("who")?,
            op: row.get("op")?,
            why: row.get("why")?,
            changes: row.get("changes")?,
            previous: link(row, "previous")?,
            link: link(row, "link")?,
        })
    }

    fn entry(&self) -> Entry<'_> {
        Entry {
            seq: self.seq,
            format: self.format,
            at: &self.at,
            who: self.who,
            op: &self.op,
            why: self.why.as_deref(),
            changes: &self.changes,
            previous: self.previous,
        }
    }

    /// Whether the entry is as it was written.
    pub(crate) fn is_whole(&self) -> bool {
        self.entry().link() == self.link
    }

    /// The rows an ordinary entry changed; empty for a baseline.
    ///
    /// # Errors
    /// If the stored text is not such a list.
    pub fn changed_rows(&self) -> Result<Vec<Change>> {
        if self.op == BASELINE {
            return Ok(Vec::new());
        }
        serde_json::from_str(&self.changes).map_err(|e| StoreError::Journal(format!("entry {}: {e}", self.seq)))
    }
}

/// One row that an entry changed, with the entry's head.
#[derive(Debug, Clone, PartialEq)]
pub struct Touched {
    pub seq: i64,
    pub at: String,
    pub who: Option<i64>,
    pub op: String,
    pub why: Option<String>,
    pub change: Change,
}

impl Rows<'_> {
    /// Number and link of the last entry.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn journal_head(&self) -> Result<(i64, Link)> {
        head(self.connection)
    }

    /// Entries after `seq`, in order.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn journal_after(&self, seq: i64) -> Result<Vec<Stored>> {
        self.list(include_str!("after.sql"), [seq], Stored::of)
    }

    /// Rows of areas, evenings and sheets that entries changed, the latest first; keyed boxes are none of them.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn journal_of_areas(&self) -> Result<Vec<Touched>> {
        self.touched(include_str!("of_areas.sql"), [])
    }

    /// What entries after `seq` did to rows of areas, base figures, evenings, sheets, keyed boxes and targets, in
    /// order; `of` is asked with a table and the first value of a row's key.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn journal_of_rows(&self, seq: i64, of: impl Fn(&str, i64) -> bool) -> Result<Vec<Touched>> {
        let mut touched = self.touched(include_str!("of_rows.sql"), [seq])?;
        touched.retain(|t| t.change.key.first().and_then(Value::as_i64).is_some_and(|id| of(&t.change.table, id)));
        Ok(touched)
    }

    fn touched(&self, sql: &str, params: impl rusqlite::Params) -> Result<Vec<Touched>> {
        let rows: Vec<(Touched, String)> = self.list(sql, params, |row| {
            let touched = Touched {
                seq: row.get("seq")?,
                at: row.get("at")?,
                who: row.get("who")?,
                op: row.get("op")?,
                why: row.get("why")?,
                change: Change { table: String::new(), key: Vec::new(), before: None, after: None },
            };
            Ok((touched, row.get("value")?))
        })?;
        rows.into_iter()
            .map(|(touched, text)| {
                let change = serde_json::from_str(&text)
                    .map_err(|e| StoreError::Journal(format!("entry {}: {e}", touched.seq)))?;
                Ok(Touched { change, ..touched })
            })
            .collect()
    }

    /// One entry.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn find_entry(&self, seq: i64) -> Result<Option<Stored>> {
        self.find(include_str!("entry.sql"), [seq], Stored::of)
    }

    /// Whether the journal has this entry, its link in hexadecimal.
    pub(crate) fn has_entry(&self, seq: i64, link: &str) -> Result<bool> {
        Ok(self.find_entry(seq)?.is_some_and(|stored| hex(&stored.link.0) == link))
    }

    /// The journalled tables as canonical text: for each table its name, then one JSON row a line in
    /// key order. Of an older schema, those it has.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn dump(&self) -> Result<String> {
        let mut out = String::new();
        let schema: Vec<String> = self.list("SELECT name FROM sqlite_schema WHERE type = 'table'", [], |r| r.get(0))?;
        for table in JOURNALLED.into_iter().filter(|t| schema.iter().any(|name| name == t)) {
            out.push_str(table);
            out.push('\n');
            let pairs: Vec<String> =
                columns(self.connection, table)?.iter().map(|c| format!("'{c}', \"{c}\"")).collect();
            let order: Vec<String> = key_columns(self.connection, table)?.iter().map(|c| format!("\"{c}\"")).collect();
            let sql =
                format!("SELECT json_object({}) FROM \"{table}\" ORDER BY {}", pairs.join(", "), order.join(", "));
            let mut statement = self.connection.prepare(&sql)?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                out.push_str(row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?);
                out.push('\n');
            }
        }
        Ok(out)
    }
}

/// SHA-256 in hexadecimal.
#[must_use]
pub fn digest(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn head(connection: &Connection) -> Result<(i64, Link)> {
    let head = connection
        .prepare_cached(include_str!("head.sql"))?
        .query_row([], |row| Ok((row.get("seq")?, Link(row.get("link")?))))
        .optional()?;
    Ok(head.unwrap_or((0, Link::NONE)))
}

/// Appends an entry with the rows it changed; its number.
pub(crate) fn append_changes(connection: &Connection, op: &Op<'_>, changes: &[Change]) -> Result<i64> {
    let seq = append(connection, op, &text_of(changes)?)?;
    mention::keep(connection, seq, changes)?;
    Ok(seq)
}

fn append(connection: &Connection, op: &Op<'_>, changes: &str) -> Result<i64> {
    let (seq, previous) = head(connection)?;
    let at = op.at_text();
    let who = op.who.map(|a| a.0);
    let entry = Entry { seq: seq + 1, format: FORMAT, at: &at, who, op: op.name, why: op.why, changes, previous };
    let link = entry.link();
    connection.prepare_cached(include_str!("append.sql"))?.execute(params![
        entry.seq,
        entry.format,
        entry.at,
        entry.who,
        entry.op,
        entry.why,
        entry.changes,
        previous.0.as_slice(),
        link.0.as_slice()
    ])?;
    Ok(entry.seq)
}

/// Writes a baseline entry: the tables' digest, with a compressed copy of them, read back before it counts.
pub(crate) fn baseline(connection: &Connection, op: &Op<'_>, why: &str) -> Result<()> {
    let dump = Rows::new(connection).dump()?;
    let packed = replay::pack(&dump)?;
    if replay::unpack(&packed)? != dump {
        return Err(StoreError::Journal("a baseline copy does not read back".into()));
    }
    let changes = serde_json::json!({ "baseline": why, "digest": digest(dump.as_bytes()) }).to_string();
    let seq = append(connection, &Op { name: BASELINE, ..op.clone() }, &changes)?;
    connection.execute("INSERT INTO baseline_copy (seq, bytes) VALUES (?1, ?2)", params![seq, packed])?;
    Ok(())
}

/// A copy of the tables as it is stored.
#[cfg(test)]
pub(crate) fn pack_of(dump: &str) -> Vec<u8> {
    replay::pack(dump).unwrap_or_default()
}
