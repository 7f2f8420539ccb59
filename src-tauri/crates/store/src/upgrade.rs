//! Files of older programs: a verified copy first, then all of the new schema or nothing (`reliability.md` R7).

use std::path::Path;

use chrono::{DateTime, FixedOffset};
use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::backup::{Folder, Kind};
use crate::check;
use crate::error::{Result, StoreError};
use crate::file::{check_header, resolved};
use crate::journal;
use crate::lock::Lock;
use crate::migrate::{SCHEMA, migrate_within, schema_of};
use crate::rows::Rows;
use crate::transact::Op;
use crate::writer::{Opened, Writer, connect};

/// Opens a file for writing as [`Writer::open`] does, one of an older schema too: what it holds is checked in full and
/// kept as a backup before the first byte is changed. An upgraded journal begins at a new `baseline` entry.
///
/// # Errors
/// As [`Writer::open`]; the backup cannot be made. The file is then as it was.
pub fn upgrade(path: &Path, at: DateTime<FixedOffset>) -> Result<Opened> {
    let path = resolved(path);
    check_header(&path)?;
    let mut lock = Lock::take(&path)?;
    let mut raised = || -> Result<bool> {
        let connection = connect(&path)?;
        let is_older = schema_of(&connection, &path)? < SCHEMA;
        if is_older {
            check::full(&Rows::new(&connection))?;
            Folder::beside(&path).make(&path, Kind::BeforeUpgrade, at)?;
            lock.hold()?;
            raise(&connection, &Op { name: "upgrade", who: None, at, why: None }, |_| Ok(()))?;
        }
        Ok(is_older)
    };
    let was_checked = raised().map_err(|e| e.at(&path))?;
    let mut opened = Writer::open_locked(&path, lock)?;
    if was_checked {
        opened.writer.vouch(true);
    }
    Ok(opened)
}

/// New schema and `baseline` in one transaction; `last` is what else belongs to it.
pub(crate) fn raise(
    connection: &Connection,
    op: &Op<'_>,
    last: impl FnOnce(&Transaction<'_>) -> Result<()>,
) -> Result<()> {
    connection.pragma_update(None, "synchronous", "FULL")?;
    let transaction = Transaction::new_unchecked(connection, TransactionBehavior::Immediate)?;
    migrate_within(&transaction, SCHEMA)?;
    journal::baseline(&transaction, op, "migration")?;
    last(&transaction)?;
    transaction.commit().map_err(StoreError::from)
}
