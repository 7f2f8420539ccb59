//! One writer, by a lock of the operating system; and the seal a clean close leaves in the lock file.
//!
//! The lock is held on `<file>.lock`. A crash frees it; a left-over file means nothing. While the file is open its lock
//! file says on which computer; when it was closed in peace it holds the *seal*: size and SHA-256 of the database as it
//! was left. Opening takes the seal away before anything is written, so a seal that is there and fits means that the
//! file is, byte for byte, what the program left.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::disk::sha256_of;
use crate::error::{Result, StoreError};
use crate::file::with_suffix;

pub(crate) const LOCK: &str = ".lock";
const SEALED: &str = "TUNG-NGO SEAL 1";
const HELD: &str = "TUNG-NGO HELD 1";
/// Longer than any line we write.
const LONGEST: u64 = 512;
/// A lock outlives its holder for a moment: a program that was just being started has its files until it begins, and
/// Windows lets go of those of an ended one when it comes to it.
const TRIES: u32 = 10;
const BETWEEN: Duration = Duration::from_millis(20);

/// The lock of an office file, free again when dropped.
#[derive(Debug)]
pub struct Lock {
    file: File,
    office: PathBuf,
}

/// A database as a clean close left it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Seal {
    size: u64,
    sha256: String,
}

/// What the lock file says of the last time the file was open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Left {
    /// It was closed in peace and nobody has touched it since.
    Sealed,
    /// It was closed in peace, and is not as it was left.
    Changed,
    /// A crash, a power cut, a copy from elsewhere, or somebody was still reading: nothing is known.
    Open,
}

impl Lock {
    /// # Errors
    /// Somebody else writes to it, or the folder cannot be written.
    pub fn take(office: &Path) -> Result<Self> {
        let name = with_suffix(office, LOCK);
        let file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(&name)
            .map_err(StoreError::io(&name))?;
        let mut tries = TRIES;
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(Self { file, office: office.to_owned() }),
                Err(TryLockError::WouldBlock) if tries > 0 => {
                    tries -= 1;
                    std::thread::sleep(BETWEEN);
                }
                Err(TryLockError::WouldBlock) => {
                    return Err(StoreError::Busy { path: office.to_owned(), computer: holder(&mut &file) });
                }
                Err(TryLockError::Error(e)) => return Err(StoreError::io(&name)(e)),
            }
        }
    }

    /// How the file was left. Reads the database through if there is a seal.
    pub(crate) fn left(&mut self) -> Result<Left> {
        let Some(seal) = Seal::parse(&line(&self.file)) else { return Ok(Left::Open) };
        let log = with_suffix(&self.office, "-wal");
        if std::fs::metadata(&log).is_ok_and(|m| m.len() > 0) {
            return Ok(Left::Changed);
        }
        // Another size is another file: it need not be read.
        let size = std::fs::metadata(&self.office).map_err(StoreError::io(&self.office))?.len();
        let fits = size == seal.size && Seal::of(&self.office)? == seal;
        Ok(if fits { Left::Sealed } else { Left::Changed })
    }

    /// Takes the seal away and says who is at work: before the first write.
    pub(crate) fn hold(&mut self) -> Result<()> {
        self.put(&format!("{HELD} {}\n", computer()))
    }

    /// Seals the database as it lies there; nobody may have it open.
    pub(crate) fn seal(&mut self) -> Result<()> {
        if std::fs::metadata(with_suffix(&self.office, "-wal")).is_ok_and(|m| m.len() > 0) {
            // Somebody still reads: the log was not folded in.
            return Ok(());
        }
        let seal = Seal::of(&self.office)?;
        self.put(&format!("{SEALED} {} {}\n", seal.size, seal.sha256))
    }

    fn put(&mut self, line: &str) -> Result<()> {
        self.file
            .set_len(0)
            .and_then(|()| self.file.seek(SeekFrom::Start(0)))
            .and_then(|_| self.file.write_all(line.as_bytes()))
            .and_then(|()| self.file.sync_all())
            .map_err(StoreError::io(&self.office))
    }
}

impl Seal {
    fn of(path: &Path) -> Result<Self> {
        let (size, sha256) = sha256_of(path)?;
        Ok(Self { size, sha256 })
    }

    fn parse(line: &str) -> Option<Self> {
        let (size, sha256) = line.strip_prefix(SEALED)?.strip_prefix(' ')?.strip_suffix('\n')?.split_once(' ')?;
        Some(Self { size: size.parse().ok()?, sha256: sha256.to_owned() })
    }
}

/// The lock file's line; empty if there is none that could be ours.
fn line(mut file: &File) -> String {
    let mut bytes = Vec::new();
    let read = file.seek(SeekFrom::Start(0)).and_then(|_| file.take(LONGEST).read_to_end(&mut bytes));
    read.ok().and_then(|_| String::from_utf8(bytes).ok()).unwrap_or_default()
}

/// The computer on which the file is open, if that can be read: Windows lets nobody read a locked file.
fn holder(file: &mut &File) -> Option<String> {
    let line = line(file);
    let name = line.strip_prefix(HELD)?.trim();
    (!name.is_empty()).then(|| name.to_owned())
}

/// This computer's name in its network; empty if it has none.
#[must_use]
pub fn computer() -> String {
    let name = std::env::var("COMPUTERNAME").or_else(|_| std::fs::read_to_string("/proc/sys/kernel/hostname"));
    let name: String = name.unwrap_or_default().trim().chars().filter(|c| !c.is_control()).take(64).collect();
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    fn office() -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("Phường Hà Cầu.db");
        std::fs::write(&path, b"rows").expect("it writes");
        (folder, path)
    }

    #[test]
    fn a_seal_fits_what_it_was_put_on_and_nothing_else() {
        let (_folder, path) = office();
        let mut lock = Lock::take(&path).expect("a lock");
        assert_eq!(lock.left().expect("it reads"), Left::Open);
        lock.seal().expect("it seals");
        assert_eq!(lock.left().expect("it reads"), Left::Sealed);
        for other in [&b"r0ws"[..], b"row", b"rows2", b""] {
            std::fs::write(&path, other).expect("it writes");
            assert_eq!(lock.left().expect("it reads"), Left::Changed, "{other:?}");
        }
        std::fs::write(&path, b"rows").expect("it writes");
        std::fs::write(with_suffix(&path, "-wal"), b"x").expect("it writes");
        assert_eq!(lock.left().expect("it reads"), Left::Changed, "somebody wrote a log beside it");
        lock.hold().expect("it is held");
        assert_eq!(lock.left().expect("it reads"), Left::Open);
    }

    #[test]
    fn a_torn_seal_is_none() {
        let (_folder, path) = office();
        let mut lock = Lock::take(&path).expect("a lock");
        lock.seal().expect("it seals");
        let whole = std::fs::read(with_suffix(&path, LOCK)).expect("it is there");
        for cut in 0..whole.len() {
            std::fs::write(with_suffix(&path, LOCK), &whole[..cut]).expect("it writes");
            assert_eq!(lock.left().expect("it reads"), Left::Open, "cut at {cut}");
        }
    }

    #[test]
    fn whoever_comes_second_is_told_where_the_file_is_open() {
        let (_folder, path) = office();
        let mut lock = Lock::take(&path).expect("a lock");
        lock.hold().expect("it is held");
        let refused = Lock::take(&path).map(|_| ());
        let known = Some(computer()).filter(|name| !name.is_empty());
        // Windows lets nobody read a locked file; Wine, which has Linux' locks, does.
        let is_told = |told: &Option<String>| *told == known || (cfg!(windows) && told.is_none());
        assert!(matches!(&refused, Err(StoreError::Busy { computer, .. }) if is_told(computer)), "{refused:?}");
        drop(lock);
        Lock::take(&path).expect("it is free again");
    }
}
