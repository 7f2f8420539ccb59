//! Opening, creating and locking the office file.

use std::collections::BTreeMap;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior, params};
use rusqlite_migration::{M, Migrations};

use crate::entries::{Entries, Record, set_aside};
use crate::error::{Result, StoreError};
use crate::journal;
use crate::rows::Rows;
use crate::tables::JOURNALLED;
use crate::transact::{Op, Tx, begin_capture, captured, end_capture, install_capture, key_columns};

/// `TNg1` in the file's header (SQLite's `application_id`).
const APPLICATION_ID: i32 = 0x544e_6731;
const MIGRATIONS: [M<'static>; 2] =
    [M::up(include_str!("../migrations/0001_foundation.sql")), M::up(include_str!("../migrations/0002_doors.sql"))];
/// The schema this program writes.
const SCHEMA: i64 = 2;

/// A read-only view of an office file. Needs no lock.
#[derive(Debug)]
pub struct Reader {
    connection: Connection,
    path: PathBuf,
}

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
    _lock: File,
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
}

/// What a new file is born with.
#[derive(Debug, Clone)]
pub struct NewFile {
    /// Random name of the file.
    pub uid: String,
    /// The office's key, see [`domain::code::OfficeKey`].
    pub key: [u8; 32],
}

impl Reader {
    /// Opens a file for reading.
    ///
    /// # Errors
    /// No file, a foreign, newer, older or damaged one.
    pub fn open(path: &Path) -> Result<Self> {
        check_header(path)?;
        let connection =
            Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX)
                .map_err(|e| StoreError::from(e).at(path))?;
        let open = || -> Result<()> {
            connection.busy_timeout(WAIT)?;
            connection.pragma_update(None, "query_only", true)?;
            connection.pragma_update(None, "trusted_schema", false)?;
            match schema_of(&connection, path)? {
                found if found < SCHEMA => return Err(StoreError::Older { path: path.to_owned(), found }),
                _ => {}
            }
            // One snapshot for as long as the reader lives, whatever is written meanwhile.
            Ok(connection.execute_batch("BEGIN")?)
        };
        open().map_err(|e| e.at(path))?;
        Ok(Self { connection, path: path.to_owned() })
    }

    #[must_use]
    pub fn rows(&self) -> Rows<'_> {
        Rows::new(&self.connection)
    }

    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl Writer {
    /// Makes a new office file: written under another name, complete, then renamed.
    ///
    /// `seed` fills it; its rows are what the first `baseline` entry vouches for.
    ///
    /// # Errors
    /// A file of this name exists or is still being written elsewhere, the folder does not exist or cannot
    /// be written, or `seed` fails; in each case nothing is left behind.
    pub fn create<T, E: From<StoreError>>(
        path: &Path,
        new: &NewFile,
        op: &Op<'_>,
        seed: impl FnOnce(&Tx<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        if path.exists() {
            return Err(StoreError::FileExists(path.to_owned()).into());
        }
        // A file deleted under its writer: the writer still has its lock.
        let _lock = with_suffix(path, LOCK).exists().then(|| lock(path)).transpose()?;
        let unfinished = with_suffix(path, &format!(".new-{}", std::process::id()));
        let answer = build(&unfinished, new, op, seed).and_then(|answer| {
            leave_no_old_log(path)?;
            std::fs::rename(&unfinished, path).map_err(|e| StoreError::io(path)(e).into()).map(|()| answer)
        });
        if answer.is_err() {
            for suffix in ["", "-wal", "-shm", "-journal"] {
                // Nothing to do if it was never made.
                let _ = std::fs::remove_file(with_suffix(&unfinished, suffix));
            }
        }
        answer
    }

    /// Opens a file for writing: takes its lock, upgrades its schema, applies what the entries file has
    /// and the database lacks.
    ///
    /// # Errors
    /// No file, another writer, a foreign, newer or damaged file, a folder that cannot be written.
    pub fn open(path: &Path) -> Result<Opened> {
        check_header(path)?;
        let lock = lock(path)?;
        Self::open_locked(path, lock).map_err(|e| e.at(path))
    }

    fn open_locked(path: &Path, lock: File) -> Result<Opened> {
        let mut connection =
            Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
        connection.set_prepared_statement_cache_capacity(128);
        connection.busy_timeout(WAIT)?;
        if schema_of(&connection, path)? < SCHEMA {
            migrate(&mut connection)?;
        }
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "foreign_keys", true)?;
        // What is deleted is overwritten: a person's details must be gone from the file, not only from the
        // tables.
        connection.pragma_update(None, "secure_delete", true)?;
        connection.pragma_update(None, "trusted_schema", false)?;
        let keys = JOURNALLED
            .iter()
            .map(|t| Ok(((*t).to_owned(), key_columns(&connection, t)?)))
            .collect::<Result<BTreeMap<_, _>>>()?;
        install_capture(&connection)?;
        let (uid, applied): (String, i64) =
            connection.query_row("SELECT uid, entries_applied FROM file", [], |r| Ok((r.get(0)?, r.get(1)?)))?;
        let (entries, records) = Entries::open(path, &uid, applied)?;
        let writer =
            Self { connection, entries, keys, path: path.to_owned(), poisoned: false, scrub_due: false, _lock: lock };
        let (mut recovered, mut unapplied) = (0, 0);
        let mut last = applied;
        for record in &records {
            unapplied += usize::try_from(record.number - last - 1).unwrap_or_default();
            last = record.number;
            if writer.recover(record)? {
                recovered += 1;
            } else {
                unapplied += 1;
            }
        }
        Ok(Opened { writer, recovered, unapplied })
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
            journal::append(&transaction, &op, &journal::text_of(&changes)?)?;
        }
        transaction.execute("UPDATE file SET entries_applied = ?1", [record.number])?;
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

/// How long a reader or writer waits for another's moment.
const WAIT: Duration = Duration::from_secs(5);

fn build<T, E: From<StoreError>>(
    path: &Path,
    new: &NewFile,
    op: &Op<'_>,
    seed: impl FnOnce(&Tx<'_>) -> std::result::Result<T, E>,
) -> std::result::Result<T, E> {
    // Made by hand first, for an error that names the folder.
    OpenOptions::new().write(true).create_new(true).open(path).map_err(StoreError::io(path))?;
    let sql = |e: rusqlite::Error| StoreError::from(e).at(path);
    let mut connection = Connection::open(path).map_err(sql)?;
    connection.pragma_update(None, "application_id", APPLICATION_ID).map_err(sql)?;
    connection.pragma_update(None, "synchronous", "FULL").map_err(sql)?;
    migrate(&mut connection)?;
    connection.pragma_update(None, "foreign_keys", true).map_err(sql)?;
    let transaction = Transaction::new_unchecked(&connection, TransactionBehavior::Immediate).map_err(sql)?;
    transaction.execute("INSERT INTO file (id, uid) VALUES (1, ?1)", [&new.uid]).map_err(sql)?;
    transaction
        .execute("INSERT INTO secret (name, value) VALUES ('office_key', ?1)", params![new.key.as_slice()])
        .map_err(sql)?;
    let answer = seed(&Tx::new(&transaction, op))?;
    journal::baseline(&transaction, op, "new")?;
    transaction.commit().map_err(sql)?;
    connection.pragma_update(None, "journal_mode", "WAL").map_err(sql)?;
    connection.close().map_err(|(_, e)| sql(e))?;
    Ok(answer)
}

/// Sets aside what SQLite left beside a file that is gone (a crash, then the file was deleted or moved):
/// it would be taken for the new file's own log and written into it.
fn leave_no_old_log(path: &Path) -> Result<()> {
    for suffix in ["-wal", "-journal"] {
        let log = with_suffix(path, suffix);
        let mut beginning = Vec::new();
        let Ok(file) = File::open(&log) else { continue };
        file.take(32).read_to_end(&mut beginning).map_err(StoreError::io(&log))?;
        set_aside(&log, &beginning)?;
    }
    Ok(())
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

/// Brings a database to this program's schema, all or nothing.
pub(crate) fn migrate(connection: &mut Connection) -> Result<()> {
    Migrations::from_slice(&MIGRATIONS).to_latest(connection).map_err(|e| match e {
        rusqlite_migration::Error::RusqliteError { err, .. } => StoreError::from(err),
        other => StoreError::Value(other.to_string()),
    })
}

fn schema_of(connection: &Connection, path: &Path) -> Result<i64> {
    let found: i64 = connection.pragma_query_value(None, "user_version", |r| r.get(0))?;
    if found > SCHEMA { Err(StoreError::Newer { path: path.to_owned(), found, known: SCHEMA }) } else { Ok(found) }
}

/// Tells an office file by its first hundred bytes, before SQLite touches it
/// (file format, "The Database Header": magic at 0, `application_id` at 68).
fn check_header(path: &Path) -> Result<()> {
    let mut header = Vec::with_capacity(100);
    let metadata = std::fs::metadata(path).map_err(StoreError::io(path))?;
    if !metadata.is_file() {
        return Err(StoreError::Foreign(path.to_owned()));
    }
    File::open(path).and_then(|f| f.take(100).read_to_end(&mut header)).map_err(StoreError::io(path))?;
    let ours = header.len() == 100
        && header.starts_with(b"SQLite format 3\0")
        && header[68..72] == APPLICATION_ID.to_be_bytes();
    if ours { Ok(()) } else { Err(StoreError::Foreign(path.to_owned())) }
}

const LOCK: &str = ".lock";

/// Takes the operating system's lock on `<file>.lock`. A crash frees it; a left-over file means nothing.
fn lock(path: &Path) -> Result<File> {
    let name = with_suffix(path, LOCK);
    let file = OpenOptions::new()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .open(&name)
        .map_err(StoreError::io(&name))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(StoreError::Busy(path.to_owned())),
        Err(TryLockError::Error(e)) => Err(StoreError::io(&name)(e)),
    }
}
