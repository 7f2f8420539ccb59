//! Writing an office file: one process at a time.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};

use crate::check;
use crate::entries::{Entries, Record};
use crate::error::{Result, StoreError};
use crate::file::{self, WAIT, check_header, resolved};
use crate::journal;
use crate::lock::{Left, Lock};
use crate::mark::{self, Gap};
use crate::migrate::{SCHEMA, schema_of};
use crate::rows::Rows;
use crate::tables::JOURNALLED;
use crate::transact::{Op, Tx, begin_capture, captured, end_capture, install_capture, key_columns};

/// The one writer of an office file; holds its lock until dropped.
#[derive(Debug)]
pub struct Writer {
    pub(crate) connection: Connection,
    pub(crate) entries: Entries,
    pub(crate) keys: BTreeMap<String, Vec<String>>,
    path: PathBuf,
    poisoned: bool,
    /// Deleted rows may still stand in the log.
    scrub_due: bool,
    /// All of it was found sound; else it is not sealed, so that the next opening looks again.
    vouched: bool,
    /// Let go of last, once the file is closed and sealed; none while it is handed on.
    lock: Option<Lock>,
}

/// A writer, and what opening it brought back.
#[derive(Debug)]
pub struct Opened {
    pub writer: Writer,
    /// Records of the entries file that the database lacked and now has.
    pub recovered: usize,
    /// Records that could not be applied in full, because a sheet is not in this database or their line
    /// went bad; they stay in the entries file.
    pub unapplied: usize,
    pub start: Start,
    /// What was written and is not there; none if all of it is.
    pub gap: Option<Gap>,
    /// The state of a backup was brought back last: the highest number a backup had by then. One with a higher number
    /// is of this state.
    pub restored: Option<i64>,
}

/// How the file was found, and how far it was looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Start {
    /// Byte by byte as it was left.
    Sealed,
    /// Not as it was left: another program has written to it, or another copy lies in its place. It was checked in
    /// full before it was opened and nothing was found wrong in what the journal vouches for.
    Changed,
    /// Not closed in peace, or never closed here. Its pages and its last entries are sound; a full check is due.
    Unsealed,
}

impl Writer {
    /// Opens a file for writing: takes its lock, looks whether it is sound, applies what the entries file has and the
    /// database lacks.
    ///
    /// # Errors
    /// No file, another writer, a foreign, newer, older (see [`crate::upgrade`]) or damaged file, a folder that cannot
    /// be written.
    pub fn open(path: &Path) -> Result<Opened> {
        let path = resolved(path);
        check_header(&path)?;
        let lock = Lock::take(&path)?;
        Self::open_locked(&path, lock)
    }

    /// As [`Self::open`], under a lock that is held already.
    pub(crate) fn open_locked(path: &Path, mut lock: Lock) -> Result<Opened> {
        let open = || -> Result<Opened> {
            crate::restore::clear_unfinished(path);
            let left = lock.left()?;
            let connection = connect(path)?;
            if schema_of(&connection, path)? < SCHEMA {
                return Err(StoreError::Older { path: path.to_owned(), found: schema_of(&connection, path)? });
            }
            let rows = Rows::new(&connection);
            let start = match left {
                Left::Sealed => Start::Sealed,
                Left::Changed => check::full(&rows).map(|()| Start::Changed)?,
                Left::Open => check::quick(&rows).map(|()| Start::Unsealed)?,
            };
            lock.hold()?;
            prepare(&connection)?;
            Self::take_up(path, connection, lock, start)
        };
        open().map_err(|e| e.at(path))
    }

    /// Applies what only the entries file has.
    fn take_up(path: &Path, connection: Connection, lock: Lock, start: Start) -> Result<Opened> {
        let keys = JOURNALLED
            .iter()
            .map(|t| Ok(((*t).to_owned(), key_columns(&connection, t)?)))
            .collect::<Result<BTreeMap<_, _>>>()?;
        let (uid, applied, writes): (String, i64, i64) =
            connection.query_row("SELECT uid, entries_applied, writes FROM file", [], |r| {
                Ok((r.get(0)?, r.get(1)?, r.get(2)?))
            })?;
        let (entries, found) = Entries::open(path, &uid, applied, writes)?;
        let gap = mark::gap(&Rows::new(&connection), found.mark.as_ref())?;
        let mut writer = Self {
            connection,
            entries,
            keys,
            path: path.to_owned(),
            poisoned: false,
            scrub_due: false,
            vouched: start != Start::Unsealed,
            lock: Some(lock),
        };
        let (mut recovered, mut unapplied) = (0, 0);
        let mut last = applied;
        for record in &found.records {
            unapplied += usize::try_from(record.number.saturating_sub(last).saturating_sub(1)).unwrap_or_default();
            last = record.number;
            if writer.recover(record)? {
                recovered += 1;
            } else {
                unapplied += 1;
            }
        }
        if recovered + unapplied > 0 && gap.is_none() {
            writer.leave_mark();
        }
        Ok(Opened { writer, recovered, unapplied, start, gap, restored: found.restored })
    }

    /// Applies a record of the entries file; `false` if one of its sheets is not in this database. An older
    /// copy of the file may lack the account too: the journal keeps its number, the boxes are not lost.
    fn recover(&self, record: &Record) -> Result<bool> {
        let at = chrono::DateTime::parse_from_rfc3339(&record.at).map_err(|e| StoreError::Value(e.to_string()))?;
        let op = Op { name: "recover_entries", who: record.who, at, why: None };
        let transaction = Transaction::new_unchecked(&self.connection, TransactionBehavior::Immediate)?;
        begin_capture(&transaction)?;
        let tx = Tx::new(&transaction, &op);
        let who = tx.list_accounts()?.into_iter().map(|a| a.id).find(|a| Some(*a) == record.who);
        let mut applies = true;
        for write in &record.sheets {
            if tx.sheet_exists(write.sheet)? {
                tx.apply_tally(write, &record.at, who)?;
            } else {
                applies = false;
            }
        }
        let changes = captured(&transaction, &self.keys)?;
        if !changes.is_empty() {
            journal::append_changes(&transaction, &op, &changes)?;
        }
        transaction.execute("UPDATE file SET entries_applied = ?1, writes = writes + 1", [record.number])?;
        end_capture(&transaction)?;
        transaction.commit()?;
        Ok(applies)
    }

    #[must_use]
    pub fn rows(&self) -> Rows<'_> {
        Rows::new(&self.connection)
    }

    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// A check of the whole file found it sound, or did not.
    pub fn vouch(&mut self, sound: bool) {
        self.vouched = sound;
    }

    /// Says outside the database how far it was written. What is on disk already stays so if this cannot be said.
    pub(crate) fn leave_mark(&mut self) {
        let before = self.entries.position();
        let left = mark::of(&self.connection).and_then(|mark| self.entries.mark(mark));
        if left.is_err() && self.entries.back_to(before).is_err() {
            // A torn line may stand there: the next opening cuts it off.
            self.poison();
        }
    }

    /// Closes the file in peace and hands its lock on.
    pub(crate) fn into_lock(mut self) -> Result<Lock> {
        self.close()?;
        self.lock.take().ok_or(StoreError::Poisoned)
    }

    /// Closes the connection; what is done afterwards finds no file open.
    fn close(&mut self) -> Result<()> {
        let connection = std::mem::replace(&mut self.connection, Connection::open_in_memory()?);
        // Nobody who reads is waited for: the log stays for them.
        connection.busy_timeout(Duration::ZERO)?;
        connection.close().map_err(|(_, e)| e.into())
    }

    /// Leaves no byte of deleted rows behind: rebuilds the file and empties its log. Needs the file to be
    /// sound; does it again at the next write if another process was reading meanwhile.
    ///
    /// # Errors
    /// The disk is full or cannot be written. What was deleted is gone from the tables all the same.
    pub fn scrub(&mut self) -> Result<()> {
        self.check_sound()?;
        self.scrub_due = true;
        self.connection.execute_batch("VACUUM")?;
        self.scrub_if_due()
    }

    /// Empties the file's log of rows that were deleted; the file itself has been overwritten where they
    /// stood. Does it again at the next write if another process was reading meanwhile.
    ///
    /// # Errors
    /// The disk is full or cannot be written.
    pub fn empty_log(&mut self) -> Result<()> {
        self.check_sound()?;
        self.scrub_due = true;
        self.scrub_if_due()
    }

    /// Empties the log of a rebuilt file, unless somebody still reads from it.
    pub(crate) fn scrub_if_due(&mut self) -> Result<()> {
        if self.scrub_due {
            // Whoever reads is not waited for: the next write tries again.
            self.connection.busy_timeout(Duration::ZERO)?;
            let busy: i64 = self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |r| r.get(0))?;
            self.connection.busy_timeout(WAIT)?;
            self.scrub_due = busy != 0;
        }
        Ok(())
    }

    pub(crate) fn check_sound(&self) -> Result<()> {
        if self.poisoned { Err(StoreError::Poisoned) } else { Ok(()) }
    }

    pub(crate) fn poison(&mut self) {
        self.poisoned = true;
    }
}

impl Drop for Writer {
    /// A clean close: the log is folded in and the file sealed. If that cannot be done, or nobody knows that it is
    /// sound, the next opening looks at the file as after a power cut; nothing is lost by it.
    fn drop(&mut self) {
        let Some(mut lock) = self.lock.take() else { return };
        if !self.poisoned && !std::thread::panicking() && self.close().is_ok() && self.vouched {
            let _ = lock.seal();
        }
    }
}

/// A connection that may write, before it has.
pub(crate) fn connect(path: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = file::open(path, flags)?;
    // SQLite opens for reading, and says nothing, what another program keeps others from writing to.
    if connection.is_readonly("main")? {
        return Err(StoreError::NotWritable(path.to_owned()));
    }
    connection.set_prepared_statement_cache_capacity(128);
    connection.busy_timeout(WAIT)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    Ok(connection)
}

/// Everything a connection needs before its first operation.
fn prepare(connection: &Connection) -> Result<()> {
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    // What is deleted is overwritten: a person's details must be gone from the file, not only from the
    // tables.
    connection.pragma_update(None, "secure_delete", true)?;
    journal::fill_mentions(connection)?;
    install_capture(connection)
}
