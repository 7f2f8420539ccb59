//! Bringing back the state of a backup (`reliability.md` R3): made ready in a file of its own, verified, then swapped
//! by one renaming. Whatever goes wrong before that costs nothing; afterwards the file is the restored one.

use std::fs::OpenOptions;
use std::path::{Path, PathBuf};

use domain::ids::PersonId;
use rusqlite::{Connection, Transaction, TransactionBehavior, params};

use crate::backup::Manifest;
use crate::check;
use crate::disk::{rename, sha256_of};
use crate::entries::Restored;
use crate::entries::beside as entries_beside;
use crate::error::{Result, StoreError};
use crate::file::{check_header, leave_no_old_log, remove_whole, with_suffix};
use crate::journal;
use crate::mark::{self, Mark};
use crate::migrate::{SCHEMA, schema_of};
use crate::rows::Rows;
use crate::transact::{Op, Tx};
use crate::upgrade::raise;
use crate::writer::{Opened, Writer, connect};

/// What is being put in the place of the file.
const UNFINISHED: &str = ".restoring";
const DECRYPTED: &str = ".decrypted";

/// A state ready to be swapped in; taken away again if it is not.
#[derive(Debug)]
pub struct Ready {
    path: PathBuf,
    restored: Restored,
    mark: Mark,
}

impl Drop for Ready {
    fn drop(&mut self) {
        remove_whole(&self.path);
    }
}

/// A restore that did not come about.
#[derive(Debug)]
pub struct NotRestored {
    pub error: StoreError,
    /// The file as it was, still open; none if it must be opened again.
    pub writer: Option<Box<Writer>>,
}

/// What the present file hands on to the state that is brought back.
pub(crate) struct Handed {
    /// Records up to this one are not to be applied again.
    pub applied: i64,
    /// Deeds were counted so far.
    pub writes: i64,
    /// Every secret but the office's key: how copies are encrypted and the unlock code are the present's, whatever the
    /// state. None if the present cannot be read.
    pub secrets: Option<Vec<(String, Vec<u8>)>>,
    /// Whoever was deleted for good stays deleted.
    pub erased: Vec<PersonId>,
}

impl Writer {
    /// Makes the state of a backup ready to take the place of this file. Nothing of it is changed yet.
    ///
    /// `backup` is the copy that `manifest` describes; `backups` the highest number a backup of this file has by now.
    ///
    /// # Errors
    /// The backup's bytes are not those it was made of, it is of another office, newer or unsound; no room.
    pub fn ready(&self, backup: &Path, manifest: &Manifest, backups: i64, op: &Op<'_>) -> Result<Ready> {
        let (uid, writes): (String, i64) =
            self.connection.query_row("SELECT uid, writes FROM file", [], |r| Ok((r.get(0)?, r.get(1)?)))?;
        if manifest.uid != uid {
            return Err(StoreError::OtherOffice(backup.to_owned()));
        }
        let is_ancestor = self.rows().has_entry(manifest.head_seq, &manifest.head)?;
        let handed = Handed {
            applied: self.entries.next() - 1,
            writes,
            secrets: Some(self.rows().list("SELECT name, value FROM secret WHERE name <> 'office_key'", [], |r| {
                Ok((r.get(0)?, r.get(1)?))
            })?),
            // In a file of another past the same number may be somebody else.
            erased: if is_ancestor { self.rows().list_erased_people()? } else { Vec::new() },
        };
        let path = with_suffix(self.path(), UNFINISHED);
        let made = make_ready(backup, &manifest.sha256, &path, &handed, op, "restore");
        if made.is_err() {
            remove_whole(&path);
        }
        let mark = made?;
        Ok(Ready { path, mark, restored: Restored { sha256: manifest.sha256.clone(), backups } })
    }

    /// Swaps it in. The lock is held throughout.
    ///
    /// # Errors
    /// Somebody reads the file, it cannot be renamed, or what was swapped in does not open.
    #[expect(clippy::needless_pass_by_value, reason = "what was made ready is taken away, however this ends")]
    pub fn put_back(mut self, ready: Ready) -> std::result::Result<Opened, NotRestored> {
        let path = self.path().to_owned();
        let before = self.entries.position();
        let said = self.entries.restored(ready.restored.clone(), ready.mark.clone());
        // A log of the old file would be taken for the new one's: it is gone once nobody else has the file open.
        if let Err(error) = said.and_then(|()| without_log(&self.connection)) {
            if self.entries.back_to(before).is_err() {
                self.poison();
            }
            return Err(NotRestored { error: error.at(&path), writer: Some(Box::new(self)) });
        }
        let swapped = self.into_lock().and_then(|mut lock| {
            rename(&ready.path, &path)?;
            // It was checked in full a moment ago.
            lock.seal()?;
            Ok(lock)
        });
        // If it was not renamed, opening the file again finds an announced restore that did not come about.
        swapped.and_then(|lock| Self::open_locked(&path, lock)).map_err(|error| NotRestored { error, writer: None })
    }
}

/// Copies a backup and makes of it the file it shall be; its mark.
pub(crate) fn make_ready(
    backup: &Path,
    sha256: &str,
    path: &Path,
    handed: &Handed,
    op: &Op<'_>,
    why: &str,
) -> Result<Mark> {
    remove_whole(path);
    std::fs::copy(backup, path).map_err(StoreError::io(backup))?;
    make_writable(path)?;
    if sha256_of(path)?.1 != sha256 {
        return Err(StoreError::Backup(domain::backup::Fault::Changed));
    }
    check_header(path)?;
    let made = || -> Result<Mark> {
        let connection = connect(path)?;
        connection.pragma_update(None, "journal_mode", "DELETE")?;
        connection.pragma_update(None, "secure_delete", true)?;
        // Before anything is changed: what does not hold together must not be vouched for by a new baseline.
        let schema = schema_of(&connection, path)?;
        check::full(&Rows::new(&connection)).map_err(or_unsound)?;
        if schema < SCHEMA {
            raise(&connection, op, |_| Ok(()))?;
        }
        take_over(&connection, handed, op, why)?;
        check::full(&Rows::new(&connection)).map_err(or_unsound)?;
        let mark = mark::of(&connection)?;
        connection.close().map_err(|(_, e)| StoreError::from(e))?;
        Ok(mark)
    };
    let made = made().map_err(|e| e.at(path))?;
    OpenOptions::new().write(true).open(path).and_then(|f| f.sync_all()).map_err(StoreError::io(path))?;
    Ok(made)
}

/// Puts into the restored state what belongs to the present, and begins its journal anew.
fn take_over(connection: &Connection, handed: &Handed, op: &Op<'_>, why: &str) -> Result<()> {
    let transaction = Transaction::new_unchecked(connection, TransactionBehavior::Immediate)?;
    transaction
        .execute("UPDATE file SET entries_applied = ?1, writes = ?2", params![handed.applied, handed.writes + 1])?;
    if let Some(secrets) = &handed.secrets {
        transaction.execute("DELETE FROM secret WHERE name <> 'office_key'", [])?;
        for (name, value) in secrets {
            transaction.execute("INSERT INTO secret (name, value) VALUES (?1, ?2)", params![name, value])?;
        }
    }
    let tx = Tx::new(&transaction, op);
    let there = tx.list_people()?;
    for person in handed.erased.iter().filter(|id| there.iter().any(|p| p.id == **id)) {
        tx.erase_person(*person, op.at.date_naive())?;
    }
    journal::baseline(&transaction, op, why)?;
    Ok(transaction.commit()?)
}

/// A backup whose bytes are right and whose content is not.
fn or_unsound(error: StoreError) -> StoreError {
    match error {
        StoreError::Damaged { .. } => StoreError::Backup(domain::backup::Fault::Unsound),
        other => other,
    }
}

/// Ends the log of a file: possible only if nobody else has it open.
fn without_log(connection: &Connection) -> Result<()> {
    use rusqlite::ErrorCode as C;
    match connection.query_row("PRAGMA journal_mode = DELETE", [], |r| r.get::<_, String>(0)) {
        Ok(mode) if mode == "delete" => Ok(()),
        Ok(_) => Err(StoreError::InUse),
        // Whoever reads at this moment.
        Err(error) if matches!(error.sqlite_error_code(), Some(C::DatabaseBusy | C::DatabaseLocked)) => {
            Err(StoreError::InUse)
        }
        Err(error) => Err(error.into()),
    }
}

fn make_writable(path: &Path) -> Result<()> {
    let mut rights = std::fs::metadata(path).map_err(StoreError::io(path))?.permissions();
    if rights.readonly() {
        #[expect(
            clippy::permissions_set_readonly_false,
            reason = "a copy of our own, of a backup on a read-only medium"
        )]
        rights.set_readonly(false);
        std::fs::set_permissions(path, rights).map_err(StoreError::io(path))?;
    }
    Ok(())
}

/// Takes away what a restore that was ended from outside left beside the file.
pub(crate) fn clear_unfinished(office_file: &Path) {
    remove_whole(&unfinished(office_file));
    remove_whole(&decrypted(office_file));
}

/// Where a state is made ready beside an office file.
pub(crate) fn unfinished(office_file: &Path) -> PathBuf {
    with_suffix(office_file, UNFINISHED)
}

/// Copies an office file with what its log and its entries file hold; the copy is whole or not there.
///
/// # Errors
/// It cannot be read, or the copy cannot be written.
pub fn copy_whole(from: &Path, to: &Path) -> Result<()> {
    let unfinished = unfinished(to);
    remove_whole(&unfinished);
    let copied = || -> Result<()> {
        for suffix in ["", "-wal"] {
            let source = with_suffix(from, suffix);
            if suffix.is_empty() || source.exists() {
                // Byte by byte: a copy by the system would be read-only where the medium is.
                let bytes = std::fs::read(&source).map_err(StoreError::io(&source))?;
                let target = with_suffix(&unfinished, suffix);
                std::fs::write(&target, bytes).map_err(StoreError::io(&target))?;
            }
        }
        let connection = connect(&unfinished)?;
        without_log(&connection)?;
        connection.close().map_err(|(_, e)| StoreError::from(e))?;
        let entries = entries_beside(from);
        if entries.exists() {
            let bytes = std::fs::read(&entries).map_err(StoreError::io(&entries))?;
            std::fs::write(entries_beside(to), bytes).map_err(StoreError::io(to))?;
        }
        put_in_place(&unfinished, to)
    };
    let copied = copied();
    if copied.is_err() {
        remove_whole(&unfinished);
    }
    copied.map_err(|e| e.at(from))
}

/// Where what was encrypted lies open for a moment, beside the office file it may take the place of.
#[must_use]
pub fn decrypted(office_file: &Path) -> PathBuf {
    with_suffix(office_file, DECRYPTED)
}

/// Makes an office file of a backup where there is none: of a computer that is gone. The copy goes.
///
/// # Errors
/// There is a file, or the copy cannot be made one.
pub fn adopt(copy: &Path, manifest: &Manifest, to: &Path, op: &Op<'_>) -> Result<()> {
    if to.exists() {
        return Err(StoreError::FileExists(to.to_owned()));
    }
    let ready = unfinished(to);
    let handed = Handed { applied: manifest.entries_applied, writes: 0, secrets: None, erased: Vec::new() };
    let adopted = make_ready(copy, &manifest.sha256, &ready, &handed, op, "restore")
        .and_then(|_| leave_no_old_log(to))
        .and_then(|()| put_in_place(&ready, to));
    if adopted.is_err() {
        remove_whole(&ready);
    }
    remove_whole(copy);
    adopted
}

fn put_in_place(ready: &Path, to: &Path) -> Result<()> {
    OpenOptions::new().write(true).open(ready).and_then(|f| f.sync_all()).map_err(StoreError::io(ready))?;
    rename(ready, to)
}
