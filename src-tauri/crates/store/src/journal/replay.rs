//! Rebuilding the journalled tables from the latest baseline and the entries after it.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::rc::Rc;

use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;
use rusqlite::types::Value as SqlValue;
use rusqlite::{Connection, OptionalExtension, params_from_iter};
use serde_json::{Map, Value};

use super::{BASELINE, Change, Stored, digest};
use crate::error::{Result, StoreError};
use crate::migrate::{SCHEMA, migrate_to};
use crate::rows::Rows;
use crate::tables::JOURNALLED;
use crate::transact::{columns, key_columns};

/// What [`Rows::dump`] would give after replaying the journal into an empty database. Equal texts mean
/// that the journal tells the whole story of the tables.
///
/// # Errors
/// If the journal does not fit together: no baseline, a copy with another digest, a change of a row
/// that is not there or that had other values.
pub fn replayed_dump(rows: &Rows<'_>) -> Result<String> {
    let baseline = rows.find_baseline()?.ok_or_else(|| StoreError::Journal("there is no baseline".into()))?;
    let dump = rows
        .find_copy(&baseline)?
        .ok_or_else(|| StoreError::Journal(format!("baseline {} has no copy", baseline.seq)))?;
    if !is_copy_of(&baseline, &dump) {
        return Err(StoreError::Journal(format!("baseline {} has another copy", baseline.seq)));
    }
    let rebuilt = empty_at(rows.schema()?)?;
    let rebuilt = rebuilt.unchecked_transaction()?;
    let tables = Tables::of(&rebuilt);
    tables.load(&dump)?;
    rows.walk_journal(baseline.seq, &mut |entry| {
        for change in entry.changed_rows()? {
            tables.apply(&change).map_err(|e| StoreError::Journal(format!("entry {}: {e}", entry.seq)))?;
        }
        Ok(true)
    })?;
    Rows::new(&rebuilt).dump()
}

impl Rows<'_> {
    /// The latest baseline: replay starts at it.
    pub(super) fn find_baseline(&self) -> Result<Option<Stored>> {
        self.find(include_str!("baseline.sql"), [BASELINE], Stored::of)
    }

    /// The tables as they were at a baseline; none if there is no copy.
    ///
    /// # Errors
    /// If the copy cannot be unpacked.
    pub(super) fn find_copy(&self, baseline: &Stored) -> Result<Option<String>> {
        let packed: Option<Vec<u8>> = self
            .connection
            .query_row("SELECT bytes FROM baseline_copy WHERE seq = ?1", [baseline.seq], |r| r.get(0))
            .optional()?;
        packed.map(|bytes| unpack(&bytes)).transpose()
    }
}

/// Whether the baseline's entry vouches for this copy.
pub(super) fn is_copy_of(baseline: &Stored, dump: &str) -> bool {
    let said: Option<Value> = serde_json::from_str(&baseline.changes).ok();
    said.is_some_and(|said| said["digest"] == Value::String(digest(dump.as_bytes())))
}

/// A database of this program's schema without a row, in memory, to replay into.
pub(super) fn empty() -> Result<Connection> {
    empty_at(SCHEMA)
}

fn empty_at(schema: i64) -> Result<Connection> {
    let rebuilt = Connection::open_in_memory()?;
    migrate_to(&rebuilt, schema)?;
    rebuilt.pragma_update(None, "foreign_keys", false)?;
    Ok(rebuilt)
}

pub(super) fn pack(dump: &str) -> Result<Vec<u8>> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(dump.as_bytes()).and_then(|()| encoder.finish()).map_err(|e| StoreError::Journal(e.to_string()))
}

pub(super) fn unpack(packed: &[u8]) -> Result<String> {
    let mut dump = String::new();
    ZlibDecoder::new(packed).read_to_string(&mut dump).map_err(|e| StoreError::Journal(e.to_string()))?;
    Ok(dump)
}

/// Names of a table's columns and of those of its key.
#[derive(Debug)]
pub(super) struct Shape {
    pub columns: Vec<String>,
    pub keys: Vec<String>,
}

/// Tables that changes are written to as the journal tells them.
#[derive(Debug)]
pub(super) struct Tables<'c> {
    connection: &'c Connection,
    shapes: RefCell<BTreeMap<&'static str, Rc<Shape>>>,
}

impl<'c> Tables<'c> {
    pub(super) fn of(connection: &'c Connection) -> Self {
        Self { connection, shapes: RefCell::default() }
    }

    /// Fills them with a dump.
    pub(super) fn load(&self, dump: &str) -> Result<()> {
        let mut table = "";
        for line in dump.lines() {
            if !line.starts_with('{') {
                table = line;
                continue;
            }
            let row: Map<String, Value> = serde_json::from_str(line).map_err(|e| StoreError::Journal(e.to_string()))?;
            self.insert(table, &row)?;
        }
        Ok(())
    }

    /// Does a change; an error if the row is not there or had other values.
    pub(super) fn apply(&self, change: &Change) -> Result<()> {
        // The old values are part of the condition: a change of a row that was otherwise is an error.
        match self.write(change, change.before.as_ref())? {
            1 => Ok(()),
            n => Err(StoreError::Journal(format!("a change of {} {:?} fits {n} rows", change.table, change.key))),
        }
    }

    /// Does a change whatever values the row had; nothing where that cannot be.
    pub(super) fn force(&self, change: &Change) -> Result<()> {
        let any = Map::new();
        match self.write(change, Some(&any)) {
            Err(StoreError::Sql(error))
                if error.sqlite_error_code() == Some(rusqlite::ErrorCode::ConstraintViolation) =>
            {
                Ok(())
            }
            Err(StoreError::Journal(_)) | Ok(_) => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// How many rows it wrote; of a new row one.
    fn write(&self, change: &Change, expected: Option<&Map<String, Value>>) -> Result<usize> {
        let (table, shape) = self.shape(&change.table)?;
        if change.before.is_none() {
            return self.insert(table, change.after.as_ref().unwrap_or(&Map::new())).map(|()| 1);
        }
        let mut condition: Vec<String> = shape.keys.iter().map(|c| format!("\"{c}\" IS ?")).collect();
        let mut values: Vec<SqlValue> = Vec::new();
        let mut meant: Vec<SqlValue> = change.key.iter().map(sql).collect::<Result<_>>()?;
        for (column, value) in expected.into_iter().flatten() {
            condition.push(format!("{} IS ?", shape.quoted(table, column)?));
            meant.push(sql(value)?);
        }
        let statement = match &change.after {
            None => format!("DELETE FROM \"{table}\" WHERE {}", condition.join(" AND ")),
            Some(after) => {
                let mut set = Vec::new();
                for (column, value) in after {
                    set.push(format!("{} = ?", shape.quoted(table, column)?));
                    values.push(sql(value)?);
                }
                format!("UPDATE \"{table}\" SET {} WHERE {}", set.join(", "), condition.join(" AND "))
            }
        };
        values.extend(meant);
        Ok(self.connection.prepare_cached(&statement)?.execute(params_from_iter(values))?)
    }

    fn insert(&self, table: &str, row: &Map<String, Value>) -> Result<()> {
        let (table, shape) = self.shape(table)?;
        let columns = row.keys().map(|c| shape.quoted(table, c)).collect::<Result<Vec<_>>>()?;
        let marks = vec!["?"; columns.len()].join(", ");
        let values = row.values().map(sql).collect::<Result<Vec<_>>>()?;
        self.connection
            .prepare_cached(&format!("INSERT INTO \"{table}\" ({}) VALUES ({marks})", columns.join(", ")))?
            .execute(params_from_iter(values))?;
        Ok(())
    }

    /// Names in a journal are data: only names of the schema get into a statement.
    pub(super) fn shape(&self, table: &str) -> Result<(&'static str, Rc<Shape>)> {
        let known = JOURNALLED.into_iter().find(|t| *t == table);
        let known = known.ok_or_else(|| StoreError::Journal(format!("no table {table:?}")))?;
        if let Some(shape) = self.shapes.borrow().get(known) {
            return Ok((known, Rc::clone(shape)));
        }
        let shape =
            Rc::new(Shape { columns: columns(self.connection, known)?, keys: key_columns(self.connection, known)? });
        self.shapes.borrow_mut().insert(known, Rc::clone(&shape));
        Ok((known, shape))
    }
}

impl Shape {
    fn quoted(&self, table: &str, column: &str) -> Result<String> {
        if self.columns.iter().any(|c| c == column) {
            Ok(format!("\"{column}\""))
        } else {
            Err(StoreError::Journal(format!("no column {column:?} in {table}")))
        }
    }
}

pub(super) fn sql(value: &Value) -> Result<SqlValue> {
    match value {
        Value::Null => Ok(SqlValue::Null),
        Value::String(text) => Ok(SqlValue::Text(text.clone())),
        Value::Number(n) => {
            n.as_i64().map(SqlValue::Integer).ok_or_else(|| StoreError::Journal(format!("not a whole number: {n}")))
        }
        other => Err(StoreError::Journal(format!("not a stored value: {other}"))),
    }
}
