//! Schemas: which this program knows, and bringing an older file to the newest.

use std::path::Path;

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::error::{Result, StoreError};

/// One file a schema; never edited once released.
const MIGRATIONS: [&str; 2] =
    [include_str!("../migrations/0001_foundation.sql"), include_str!("../migrations/0002_doors.sql")];

/// The schema this program writes.
pub(crate) const SCHEMA: i64 = MIGRATIONS.len() as i64;

/// Brings a database to this program's schema, all or nothing.
pub(crate) fn migrate(connection: &Connection) -> Result<()> {
    migrate_to(connection, SCHEMA)
}

/// Brings a database to a schema, all or nothing.
pub(crate) fn migrate_to(connection: &Connection, schema: i64) -> Result<()> {
    let transaction = Transaction::new_unchecked(connection, TransactionBehavior::Immediate)?;
    migrate_within(&transaction, schema)?;
    Ok(transaction.commit()?)
}

/// Brings a database to a schema within a transaction that may do more: a library would commit after each step.
pub(crate) fn migrate_within(transaction: &Transaction<'_>, schema: i64) -> Result<()> {
    let found: i64 = transaction.pragma_query_value(None, "user_version", |r| r.get(0))?;
    let done = usize::try_from(found).unwrap_or(usize::MAX);
    let steps = MIGRATIONS.iter().take(usize::try_from(schema).unwrap_or_default()).skip(done);
    for sql in steps {
        transaction.execute_batch(sql)?;
    }
    // The header is written with the transaction, or not at all.
    Ok(transaction.pragma_update(None, "user_version", found.max(schema))?)
}

/// No program will come to so many schemas: a number above is a header that went bad.
const MOST: i64 = 1_000;

/// The schema of a file.
///
/// # Errors
/// It is newer than this program, damaged, or cannot be read.
pub(crate) fn schema_of(connection: &Connection, path: &Path) -> Result<i64> {
    let found: i64 = connection.pragma_query_value(None, "user_version", |r| r.get(0))?;
    if !(1..=MOST).contains(&found) {
        let source = format!("schema {found}").into();
        return Err(StoreError::Damaged { path: path.to_owned(), source });
    }
    if found > SCHEMA { Err(StoreError::Newer { path: path.to_owned(), found, known: SCHEMA }) } else { Ok(found) }
}
