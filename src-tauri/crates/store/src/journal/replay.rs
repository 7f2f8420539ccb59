//! Rebuilding the journalled tables from the latest baseline and the entries after it.

use std::io::{Read, Write};

use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;
use rusqlite::types::Value as SqlValue;
use rusqlite::{Connection, OptionalExtension, params_from_iter};
use serde_json::{Map, Value};

use super::{BASELINE, Change, Stored, digest};
use crate::error::{Result, StoreError};
use crate::file::migrate;
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
    let baseline = rows
        .find("SELECT seq, format, at, who, op, why, changes, previous, link FROM journal WHERE op = ?1 ORDER BY seq DESC LIMIT 1", [BASELINE], Stored::of)?
        .ok_or_else(|| StoreError::Journal("there is no baseline".into()))?;
    let packed: Option<Vec<u8>> = rows
        .connection
        .query_row("SELECT bytes FROM baseline_copy WHERE seq = ?1", [baseline.seq], |r| r.get(0))
        .optional()?;
    let dump = unpack(&packed.ok_or_else(|| StoreError::Journal(format!("baseline {} has no copy", baseline.seq)))?)?;
    let expected: Value = serde_json::from_str(&baseline.changes).map_err(|e| StoreError::Journal(e.to_string()))?;
    if expected["digest"] != Value::String(digest(dump.as_bytes())) {
        return Err(StoreError::Journal(format!("baseline {} has another copy", baseline.seq)));
    }

    let mut rebuilt = Connection::open_in_memory()?;
    migrate(&mut rebuilt)?;
    rebuilt.pragma_update(None, "foreign_keys", false)?;
    let rebuilt = rebuilt.unchecked_transaction()?;
    load(&rebuilt, &dump)?;
    for entry in rows.journal_after(baseline.seq)? {
        for change in entry.changed_rows()? {
            apply(&rebuilt, &change).map_err(|e| StoreError::Journal(format!("entry {}: {e}", entry.seq)))?;
        }
    }
    Rows::new(&rebuilt).dump()
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

fn load(connection: &Connection, dump: &str) -> Result<()> {
    let mut table = "";
    for line in dump.lines() {
        if !line.starts_with('{') {
            table = line;
            continue;
        }
        let row: Map<String, Value> = serde_json::from_str(line).map_err(|e| StoreError::Journal(e.to_string()))?;
        insert(connection, table, &row)?;
    }
    Ok(())
}

pub(super) fn apply(connection: &Connection, change: &Change) -> Result<()> {
    let table = known(&change.table)?;
    let Some(before) = &change.before else {
        return insert(connection, table, change.after.as_ref().unwrap_or(&Map::new()));
    };
    let keys = key_columns(connection, table)?;
    // The old values are part of the condition: a change of a row that was otherwise is an error.
    let mut condition: Vec<String> = keys.iter().map(|c| format!("\"{c}\" IS ?")).collect();
    let mut values: Vec<SqlValue> = Vec::new();
    let mut expected: Vec<SqlValue> = change.key.iter().map(sql).collect::<Result<_>>()?;
    for (column, value) in before {
        condition.push(format!("{} IS ?", quoted(connection, table, column)?));
        expected.push(sql(value)?);
    }
    let statement = match &change.after {
        None => format!("DELETE FROM \"{table}\" WHERE {}", condition.join(" AND ")),
        Some(after) => {
            let mut set = Vec::new();
            for (column, value) in after {
                set.push(format!("{} = ?", quoted(connection, table, column)?));
                values.push(sql(value)?);
            }
            format!("UPDATE \"{table}\" SET {} WHERE {}", set.join(", "), condition.join(" AND "))
        }
    };
    values.extend(expected);
    match connection.prepare_cached(&statement)?.execute(params_from_iter(values))? {
        1 => Ok(()),
        n => Err(StoreError::Journal(format!("a change of {table} {:?} fits {n} rows", change.key))),
    }
}

fn insert(connection: &Connection, table: &str, row: &Map<String, Value>) -> Result<()> {
    let table = known(table)?;
    let columns = row.keys().map(|c| quoted(connection, table, c)).collect::<Result<Vec<_>>>()?;
    let marks = vec!["?"; columns.len()].join(", ");
    let values = row.values().map(sql).collect::<Result<Vec<_>>>()?;
    connection
        .prepare_cached(&format!("INSERT INTO \"{table}\" ({}) VALUES ({marks})", columns.join(", ")))?
        .execute(params_from_iter(values))?;
    Ok(())
}

/// Names in a journal are data: only names of the schema get into a statement.
fn known(table: &str) -> Result<&'static str> {
    JOURNALLED.into_iter().find(|t| *t == table).ok_or_else(|| StoreError::Journal(format!("no table {table:?}")))
}

fn quoted(connection: &Connection, table: &str, column: &str) -> Result<String> {
    if columns(connection, table)?.iter().any(|c| c == column) {
        Ok(format!("\"{column}\""))
    } else {
        Err(StoreError::Journal(format!("no column {column:?} in {table}")))
    }
}

fn sql(value: &Value) -> Result<SqlValue> {
    match value {
        Value::Null => Ok(SqlValue::Null),
        Value::String(text) => Ok(SqlValue::Text(text.clone())),
        Value::Number(n) => {
            n.as_i64().map(SqlValue::Integer).ok_or_else(|| StoreError::Journal(format!("not a whole number: {n}")))
        }
        other => Err(StoreError::Journal(format!("not a stored value: {other}"))),
    }
}
