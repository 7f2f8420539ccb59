//! Which sheets, evenings, areas, teams and days each entry speaks of. Made from the journal alone, so that the
//! entries of one sheet are found without reading the others; no part of what is verified.

use std::collections::BTreeSet;

use rusqlite::{Connection, Transaction, TransactionBehavior, params};
use serde_json::{Map, Value};

use super::{BASELINE, Change};
use crate::error::{Result, StoreError};
use crate::rows::Rows;

/// A table's noun and the number of a row; a day is 20241112.
type Mention = (&'static str, i64);

/// Columns that name another row, and what it is.
const COLUMNS: [(&str, &str); 4] =
    [("sheet_id", "sheet"), ("visit_id", "visit"), ("area_id", "area"), ("team_id", "team")];

/// What the values of a table's key are, where the table does not tell its own row.
fn key_nouns(table: &str) -> &'static [&'static str] {
    match table {
        "sheet" | "tally" | "accepted_flag" => &["sheet"],
        "visit" | "visit_member" => &["visit"],
        "visit_team" => &["visit", "team"],
        "area" | "area_name" => &["area"],
        "area_heir" => &["area", "area"],
        "team" => &["team"],
        "receipt_sheet" => &["", "sheet"],
        _ => &[],
    }
}

fn of(change: &Change, into: &mut BTreeSet<Mention>) {
    for (noun, value) in key_nouns(&change.table).iter().zip(&change.key) {
        into.extend(value.as_i64().filter(|_| !noun.is_empty()).map(|id| (*noun, id)));
    }
    if change.table == "unlock_seen" {
        // Its sheet is a slip of unlock codes.
        return;
    }
    for row in [&change.before, &change.after].into_iter().flatten() {
        for (column, noun) in COLUMNS {
            into.extend(row.get(column).and_then(Value::as_i64).map(|id| (noun, id)));
        }
        into.extend(day_of(row).map(|day| ("day", day)));
    }
}

fn day_of(row: &Map<String, Value>) -> Option<i64> {
    row.get("on_day")?.as_str()?.replace('-', "").parse().ok()
}

/// Keeps what an entry speaks of.
pub(super) fn keep(connection: &Connection, seq: i64, changes: &[Change]) -> Result<()> {
    let mut mentions = BTreeSet::new();
    changes.iter().for_each(|change| of(change, &mut mentions));
    let mut statement =
        connection.prepare_cached("INSERT OR IGNORE INTO mention (noun, id, seq) VALUES (?1, ?2, ?3)")?;
    for (noun, id) in mentions {
        statement.execute(params![noun, id, seq])?;
    }
    Ok(())
}

/// Makes all of it for a file of an older program, which kept none.
///
/// # Errors
/// If the file cannot be written. An entry that cannot be read is passed over: verifying the journal finds it.
pub(crate) fn fill(connection: &Connection) -> Result<()> {
    let is_there: bool = connection.query_row(
        "SELECT EXISTS (SELECT 1 FROM mention) OR NOT EXISTS (SELECT 1 FROM journal WHERE op <> ?1)",
        [BASELINE],
        |r| r.get(0),
    )?;
    if is_there {
        return Ok(());
    }
    let transaction = Transaction::new_unchecked(connection, TransactionBehavior::Immediate)?;
    Rows::new(&transaction).walk_journal(0, &mut |stored| {
        match stored.changed_rows() {
            Ok(changes) => keep(&transaction, stored.seq, &changes)?,
            Err(StoreError::Journal(_)) => {}
            Err(error) => return Err(error),
        }
        Ok(true)
    })?;
    Ok(transaction.commit()?)
}
