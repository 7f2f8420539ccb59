//! An office file as a file: telling one from others, and making a new one.

use std::borrow::Cow;
use std::fs::{File, OpenOptions};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior, params};

use crate::entries::set_aside;
use crate::error::{Result, StoreError};
use crate::journal;
use crate::lock::{LOCK, Lock};
use crate::transact::{Op, Tx};
use crate::writer::Writer;

pub(crate) use crate::migrate::migrate;

/// `TNg1` in the file's header (SQLite's `application_id`).
pub(crate) const APPLICATION_ID: i32 = 0x544e_6731;
/// How long a reader or writer waits for another's moment.
pub(crate) const WAIT: Duration = Duration::from_secs(5);

/// What a new file is born with.
#[derive(Debug, Clone)]
pub struct NewFile {
    /// Random name of the file.
    pub uid: String,
    /// The office's key, see [`domain::code::OfficeKey`].
    pub key: [u8; 32],
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
        let held = with_suffix(path, LOCK).exists().then(|| Lock::take(path)).transpose()?;
        let unfinished = with_suffix(path, &format!(".new-{}", std::process::id()));
        let answer = build(&unfinished, new, op, seed).and_then(|answer| {
            leave_no_old_log(path)?;
            std::fs::rename(&unfinished, path).map_err(|e| StoreError::io(path)(e).into()).map(|()| answer)
        });
        drop(held);
        if answer.is_err() {
            remove_whole(&unfinished);
        } else if let Ok(mut lock) = Lock::take(path) {
            // Whole as it was made: if that cannot be said, the first opening looks at it.
            let _ = lock.seal();
        }
        answer
    }
}

fn build<T, E: From<StoreError>>(
    path: &Path,
    new: &NewFile,
    op: &Op<'_>,
    seed: impl FnOnce(&Tx<'_>) -> std::result::Result<T, E>,
) -> std::result::Result<T, E> {
    // Made by hand first, for an error that names the folder.
    OpenOptions::new().write(true).create_new(true).open(path).map_err(StoreError::io(path))?;
    let sql = |e: rusqlite::Error| StoreError::from(e).at(path);
    let connection = open(path, OpenFlags::default()).map_err(sql)?;
    connection.pragma_update(None, "application_id", APPLICATION_ID).map_err(sql)?;
    connection.pragma_update(None, "synchronous", "FULL").map_err(sql)?;
    migrate(&connection)?;
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
pub(crate) fn leave_no_old_log(path: &Path) -> Result<()> {
    for suffix in ["-wal", "-journal"] {
        let log = with_suffix(path, suffix);
        let mut beginning = Vec::new();
        let Ok(file) = File::open(&log) else { continue };
        file.take(32).read_to_end(&mut beginning).map_err(StoreError::io(&log))?;
        set_aside(&log, &beginning)?;
    }
    Ok(())
}

/// Takes away a database of our own that was not finished, with what SQLite left beside it.
pub(crate) fn remove_whole(path: &Path) {
    for suffix in ["", "-wal", "-shm", "-journal"] {
        // Nothing to do if it was never made.
        let _ = std::fs::remove_file(with_suffix(path, suffix));
    }
}

/// Opens a database wherever it lies.
///
/// # Errors
/// What SQLite says.
pub(crate) fn open(path: &Path, flags: OpenFlags) -> rusqlite::Result<Connection> {
    if cfg!(windows) {
        // Its usual file system takes no path of more than 1,040 bytes; the other one differs in nothing else.
        Connection::open_with_flags_and_vfs(for_sqlite(path), flags, "win32-longpath")
    } else {
        Connection::open_with_flags(path, flags)
    }
}

/// A path as SQLite opens it. Windows' own calls take 260 characters; a longer path reaches them only in another form,
/// which the standard library writes by itself and SQLite does not.
fn for_sqlite(path: &Path) -> Cow<'_, Path> {
    /// SQLite adds `-journal`; whoever makes a file adds more.
    const SHORT: usize = 200;
    match std::path::absolute(path).ok().as_deref().and_then(Path::to_str) {
        Some(whole) if whole.len() > SHORT => Cow::Owned(PathBuf::from(without_limit(whole))),
        _ => Cow::Borrowed(path),
    }
}

/// `C:\a` as `\\?\C:\a`, `\\computer\a` as `\\?\UNC\computer\a` (Win32 file namespaces).
fn without_limit(whole: &str) -> String {
    match whole.strip_prefix(r"\\") {
        Some(rest) if rest.starts_with(['?', '.']) => whole.to_owned(),
        Some(rest) => format!(r"\\?\UNC\{rest}"),
        None => format!(r"\\?\{whole}"),
    }
}

pub(crate) fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

/// Where the file itself lies: lock, log and entries belong beside it, not beside a link to it.
#[must_use]
pub fn resolved(path: &Path) -> PathBuf {
    let is_link = std::fs::symlink_metadata(path).is_ok_and(|m| m.is_symlink());
    is_link.then(|| path.canonicalize().ok()).flatten().unwrap_or_else(|| path.to_owned())
}

/// Tells an office file by its first hundred bytes, before SQLite touches it
/// (file format, "The Database Header": magic at 0, `application_id` at 68).
pub(crate) fn check_header(path: &Path) -> Result<()> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_without_a_limit_keeps_what_it_names() {
        assert_eq!(without_limit(r"C:\Văn phòng\a.db"), r"\\?\C:\Văn phòng\a.db");
        assert_eq!(without_limit(r"\\maychu\chung\a.db"), r"\\?\UNC\maychu\chung\a.db");
        assert_eq!(without_limit(r"\\?\C:\a.db"), r"\\?\C:\a.db");
        assert_eq!(without_limit(r"\\.\pipe\a"), r"\\.\pipe\a");
    }
}
