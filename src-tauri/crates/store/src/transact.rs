//! The one way to write: rows, journal entry and entries record in one transaction.
//!
//! Changes are captured by triggers that each writing connection makes for itself (temporary, so the
//! file holds none): whatever statement changes a journalled row, its old and new values are in the
//! entry. A write outside [`Writer::transact`] is refused by the same triggers.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Deref;

use chrono::{DateTime, FixedOffset, SecondsFormat};
use domain::ids::{AccountId, PersonId};
use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::entries::Record;
use crate::error::{Result, StoreError};
use crate::journal::{self, Change};
use crate::mark;
use crate::person::Former;
use crate::rows::Rows;
use crate::tables::JOURNALLED;
use crate::tally::TallyWrite;
use crate::writer::Writer;

/// Columns of a sheet that a record of the entries file writes, beside the boxes.
const COVERED: [&str; 3] = ["state", "as_of", "accepted_because"];

fn is_covered(change: &Change) -> bool {
    let columns = |row: &Option<serde_json::Map<String, serde_json::Value>>| {
        row.as_ref().is_some_and(|row| row.keys().all(|column| COVERED.contains(&column.as_str())))
    };
    match change.table.as_str() {
        "tally" => true,
        "sheet" => columns(&change.before) && columns(&change.after),
        _ => false,
    }
}

/// What is being done, by whom and why: the head of a journal entry.
#[derive(Debug, Clone)]
pub struct Op<'a> {
    /// The verb, as the contract names it.
    pub name: &'a str,
    /// Absent for the program itself.
    pub who: Option<AccountId>,
    pub at: DateTime<FixedOffset>,
    pub why: Option<&'a str>,
}

impl Op<'_> {
    /// RFC 3339 to the millisecond, as stored.
    pub(crate) fn at_text(&self) -> String {
        self.at.to_rfc3339_opts(SecondsFormat::Millis, false)
    }
}

/// Which tables an operation changed, so that a screen reads only those again.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changed(pub BTreeSet<String>);

/// The answer of an operation, and what it changed.
#[derive(Debug)]
pub struct Done<T> {
    pub answer: T,
    pub changed: Changed,
    /// Number of its journal entry; none if nothing changed.
    pub entry: Option<i64>,
    /// Details of people as they were, which the journal does not hold.
    pub former: Vec<Former>,
    /// People whose details were deleted for good: nobody may remember them.
    pub forgotten: Vec<PersonId>,
    /// Deleted bytes still stand in the file's log: [`Writer::empty_log`] is due.
    pub log_due: bool,
}

/// An open operation. Reads see its own writes.
#[derive(Debug)]
pub struct Tx<'a> {
    rows: Rows<'a>,
    op: &'a Op<'a>,
    tallies: RefCell<Vec<TallyWrite>>,
    secret_changed: Cell<bool>,
    local: RefCell<BTreeSet<&'static str>>,
    former: RefCell<Vec<Former>>,
    forgotten: RefCell<Vec<PersonId>>,
    log_due: Cell<bool>,
}

impl<'a> Deref for Tx<'a> {
    type Target = Rows<'a>;

    fn deref(&self) -> &Rows<'a> {
        &self.rows
    }
}

impl<'a> Tx<'a> {
    pub(crate) fn new(connection: &'a Connection, op: &'a Op<'a>) -> Self {
        Self {
            rows: Rows::new(connection),
            op,
            tallies: RefCell::default(),
            secret_changed: Cell::default(),
            local: RefCell::default(),
            former: RefCell::default(),
            forgotten: RefCell::default(),
            log_due: Cell::default(),
        }
    }

    #[must_use]
    pub fn op(&self) -> &Op<'a> {
        self.op
    }

    /// Runs a statement; how many rows it touched.
    pub(crate) fn run(&self, sql: &str, params: impl rusqlite::Params) -> Result<usize> {
        Ok(self.connection.prepare_cached(sql)?.execute(params)?)
    }

    /// Runs an insert; the new row's id.
    pub(crate) fn insert(&self, sql: &str, params: impl rusqlite::Params) -> Result<i64> {
        self.run(sql, params)?;
        Ok(self.connection.last_insert_rowid())
    }

    /// Runs an update or delete that must find its row.
    pub(crate) fn run_one(&self, noun: &'static str, id: i64, sql: &str, params: impl rusqlite::Params) -> Result<()> {
        match self.run(sql, params)? {
            0 => Err(StoreError::Missing { noun, id }),
            _ => Ok(()),
        }
    }

    /// A change that the journal must tell of without showing it.
    pub(crate) fn note_secret(&self) {
        self.secret_changed.set(true);
    }

    /// Something that changes no row and that the journal must tell of all the same: what was taken out of the office.
    pub fn note_deed(&self) {
        self.secret_changed.set(true);
    }

    /// A change outside the journal that screens must hear of: the table whose rows read otherwise now.
    pub(crate) fn note_local(&self, table: &'static str) {
        self.local.borrow_mut().insert(table);
    }

    /// Details of a person before this operation touched them.
    pub(crate) fn note_former(&self, former: Former) {
        self.former.borrow_mut().push(former);
    }

    /// Whoever keeps former details for undoing lets go of this person's.
    pub fn forget(&self, person: PersonId) {
        self.forgotten.borrow_mut().push(person);
    }

    /// What this operation deletes is to leave the file's log as well.
    pub(crate) fn empty_log(&self) {
        self.log_due.set(true);
    }

    pub(crate) fn note_tally(&self, write: TallyWrite) {
        self.tallies.borrow_mut().push(write);
    }
}

impl Writer {
    /// Runs an operation: all of it is on disk when this returns `Ok`, and nothing of it otherwise.
    ///
    /// Tally writes are also appended and flushed to the entries file before the commit. An operation
    /// that changes nothing leaves no journal entry.
    ///
    /// # Errors
    /// Whatever `work` returns, or a failure to write; in both cases nothing was changed. [`StoreError::Poisoned`] if
    /// the drive failed so that only opening the file again can tell whether all of it is there or nothing.
    pub fn transact<T, E: From<StoreError>>(
        &mut self,
        op: &Op<'_>,
        work: impl FnOnce(&Tx<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<Done<T>, E> {
        self.check_sound()?;
        self.scrub_if_due()?;
        let before = self.entries.position();
        match self.attempt(op, work) {
            Ok((done, marks)) => {
                if marks {
                    self.leave_mark();
                }
                Ok(done)
            }
            Err(error) => {
                if self.entries.back_to(before).is_err() {
                    // The entries file may hold a record of a write that was refused: nothing more may
                    // be written before the next opening has sorted it out.
                    self.poison();
                }
                self.check_sound()?;
                Err(error)
            }
        }
    }

    /// Also whether the entries file is still to be told how far the file was written.
    fn attempt<T, E: From<StoreError>>(
        &mut self,
        op: &Op<'_>,
        work: impl FnOnce(&Tx<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<(Done<T>, bool), E> {
        let transaction =
            Transaction::new_unchecked(&self.connection, TransactionBehavior::Immediate).map_err(StoreError::from)?;
        begin_capture(&transaction)?;
        let begun = transaction.total_changes();
        let tx = Tx::new(&transaction, op);
        let answer = work(&tx)?;
        let secret_changed = tx.secret_changed.get();
        let local: Vec<String> = tx.local.into_inner().into_iter().map(str::to_owned).collect();
        let log_due = tx.log_due.get();
        let tallies = tx.tallies.into_inner();
        let (former, forgotten) = (tx.former.into_inner(), tx.forgotten.into_inner());
        let changes = captured(&transaction, &self.keys)?;
        let changed = Changed(changes.iter().map(|c| c.table.clone()).chain(local).collect());
        let entry = (!changes.is_empty() || secret_changed)
            .then(|| journal::append_changes(&transaction, op, &changes))
            .transpose()?;
        // A look that came to nothing is no deed.
        let wrote = transaction.total_changes() > begun || entry.is_some();
        if wrote {
            transaction.execute("UPDATE file SET writes = writes + 1", []).map_err(StoreError::from)?;
        }
        let record = (!tallies.is_empty()).then(|| {
            let number = self.entries.next();
            Record { number, at: op.at_text(), who: op.who, sheets: tallies }
        });
        // Whether the record alone brings back all of it.
        let is_covered = record.is_some() && changes.iter().all(is_covered);
        if let Some(record) = record {
            transaction.execute("UPDATE file SET entries_applied = ?1", [record.number]).map_err(StoreError::from)?;
            let mark = is_covered.then(|| mark::of(&transaction)).transpose()?;
            self.entries.append(record, mark)?;
        }
        end_capture(&transaction)?;
        if let Err(error) = transaction.commit().map_err(StoreError::from) {
            // What could not be flushed may stand in the log in whole.
            if error.is_of_drive() {
                self.poison();
            }
            return Err(error.into());
        }
        Ok((Done { answer, changed, entry, former, forgotten, log_due }, wrote && !is_covered))
    }
}

/// The temporary tables and triggers of a writing connection.
pub(crate) fn install_capture(connection: &Connection) -> Result<()> {
    let mut sql = String::from(
        "PRAGMA temp_store = MEMORY;
         CREATE TEMP TABLE capture (open INTEGER);
         CREATE TEMP TABLE change (seq INTEGER PRIMARY KEY, tbl TEXT, before TEXT, after TEXT);",
    );
    for table in JOURNALLED {
        let columns = columns(connection, table)?;
        let row = |side: &str| {
            let pairs: Vec<String> = columns.iter().map(|c| format!("'{c}', {side}.\"{c}\"")).collect();
            format!("json_object({})", pairs.join(", "))
        };
        for (event, before, after) in [
            ("INSERT", "NULL".to_owned(), row("NEW")),
            ("UPDATE", row("OLD"), row("NEW")),
            ("DELETE", row("OLD"), "NULL".to_owned()),
        ] {
            sql.push_str(&format!(
                "CREATE TEMP TRIGGER capture_{table}_{event} AFTER {event} ON main.\"{table}\" BEGIN
                     SELECT RAISE(ABORT, 'a write outside an operation') WHERE NOT EXISTS (SELECT 1 FROM capture);
                     INSERT INTO change (tbl, before, after) VALUES ('{table}', {before}, {after});
                 END;"
            ));
        }
    }
    connection.execute_batch(&sql)?;
    Ok(())
}

/// Column names of a table, in order.
pub(crate) fn columns(connection: &Connection, table: &str) -> Result<Vec<String>> {
    let rows = Rows::new(connection);
    rows.list("SELECT name FROM pragma_table_info(?1) ORDER BY cid", [table], |r| r.get(0))
}

/// Columns of a table's primary key, in order.
pub(crate) fn key_columns(connection: &Connection, table: &str) -> Result<Vec<String>> {
    let rows = Rows::new(connection);
    rows.list("SELECT name FROM pragma_table_info(?1) WHERE pk > 0 ORDER BY pk", [table], |r| r.get(0))
}

pub(crate) fn begin_capture(connection: &Connection) -> Result<()> {
    connection.prepare_cached("DELETE FROM change")?.execute([])?;
    connection.prepare_cached("INSERT INTO capture VALUES (1)")?.execute([])?;
    Ok(())
}

pub(crate) fn end_capture(connection: &Connection) -> Result<()> {
    connection.prepare_cached("DELETE FROM capture")?.execute([])?;
    Ok(())
}

/// The rows changed since [`begin_capture`], in order.
pub(crate) fn captured(connection: &Connection, keys: &BTreeMap<String, Vec<String>>) -> Result<Vec<Change>> {
    let raw: Vec<(String, Option<String>, Option<String>)> =
        Rows::new(connection).list("SELECT tbl, before, after FROM change ORDER BY seq", [], |r| {
            Ok((r.get(0)?, r.get(1)?, r.get(2)?))
        })?;
    let mut changes = Vec::with_capacity(raw.len());
    for (table, before, after) in raw {
        let key = keys.get(&table).ok_or_else(|| StoreError::Journal(format!("no table {table:?}")))?;
        changes.extend(Change::of(&table, key, before.as_deref(), after.as_deref())?);
    }
    Ok(changes)
}
