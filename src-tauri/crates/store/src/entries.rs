//! The entries file beside the database: every tally write, appended and flushed before its commit.
//!
//! It is what survives when the database does not. Each line holds length, checksum, JSON. A record
//! holds the rows as they are after the write (a redo log), so applying one twice changes nothing; it
//! holds no personal data, only account numbers. Opening for writing applies the records the database
//! lacks. Between them stand marks (see [`crate::mark`]), and where an older state was brought back.

use std::fs::{File, OpenOptions};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use domain::ids::AccountId;
use serde::{Deserialize, Serialize};

use crate::error::{Result, StoreError};
use crate::journal::digest;
use crate::mark::Mark;
use crate::tally::TallyWrite;

/// What one operation keyed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// Counts up by one from 1 within an office file.
    pub number: i64,
    /// RFC 3339.
    pub at: String,
    pub who: Option<AccountId>,
    pub sheets: Vec<TallyWrite>,
}

/// Where the file beside was put back to the state of a backup. What stands before is no longer of it. Its line's mark
/// is that of the file that was put in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Restored {
    /// SHA-256 of the backup.
    pub sha256: String,
    /// The highest number a backup had by then: one with a higher number holds the state that was brought back.
    pub backups: i64,
}

/// One line: a record with the mark after it, a mark alone, or a restore.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct Line {
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    pub record: Option<Record>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mark: Option<Mark>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub restored: Option<Restored>,
}

/// What the file has beyond the database.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// Records after the last one applied.
    pub records: Vec<Record>,
    /// What the database was told to be like.
    pub mark: Option<Mark>,
    /// The state of a backup was brought back and nothing was keyed since: the highest number a backup had by then.
    pub restored: Option<i64>,
}

const MAGIC: &str = "TUNG-NGO ENTRIES 1";

/// The open entries file. The only writer is the process that holds the office file's lock.
#[derive(Debug)]
pub(crate) struct Entries {
    path: PathBuf,
    file: File,
    length: u64,
    last: i64,
}

/// A place to go back to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Position {
    length: u64,
    last: i64,
}

/// `<file>.entries`.
#[must_use]
pub fn beside(office_file: &Path) -> PathBuf {
    let mut name = office_file.as_os_str().to_owned();
    name.push(".entries");
    PathBuf::from(name)
}

impl Entries {
    /// Opens or starts the entries file of the office file `uid`, and reads its records after `applied`.
    ///
    /// A torn last line is a write that was never acknowledged: it is cut off. So is a restore at the end that never
    /// came about: the database counts fewer deeds (`writes`) than the one that was to be put in. A line that went bad
    /// between sound ones is passed over and left where it is. The entries of another file (a copy put in its
    /// place) are set aside under their own name, not applied.
    pub(crate) fn open(office_file: &Path, uid: &str, applied: i64, writes: i64) -> Result<(Self, Found)> {
        let path = beside(office_file);
        let header = header(uid);
        if set_aside_foreign(&path, &header)? {
            return Self::open(office_file, uid, applied, writes);
        }
        let mut file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(&path)
            .map_err(StoreError::io(&path))?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).map_err(StoreError::io(&path))?;
        if bytes.len() < header.len() {
            file.set_len(0).map_err(StoreError::io(&path))?;
            file.seek(SeekFrom::Start(0)).map_err(StoreError::io(&path))?;
            file.write_all(header.as_bytes()).and_then(|()| file.sync_all()).map_err(StoreError::io(&path))?;
            let length = header.len() as u64;
            return Ok((Self { path, file, length, last: applied }, Found::default()));
        }
        let (found, sound) = found(&bytes[header.len()..], applied, writes);
        let length = (header.len() + sound) as u64;
        if length < bytes.len() as u64 {
            file.set_len(length).and_then(|()| file.sync_all()).map_err(StoreError::io(&path))?;
        }
        file.seek(SeekFrom::End(0)).map_err(StoreError::io(&path))?;
        let last = found.records.last().map_or(0, |r| r.number).max(applied);
        Ok((Self { path, file, length, last }, found))
    }

    /// The number the next record will have.
    pub(crate) fn next(&self) -> i64 {
        // A number from a file may be anything.
        self.last.saturating_add(1)
    }

    pub(crate) fn position(&self) -> Position {
        Position { length: self.length, last: self.last }
    }

    /// Appends a record and flushes it to the disk; with the mark the database has once it is committed, unless one
    /// of its own follows.
    pub(crate) fn append(&mut self, record: Record, mark: Option<Mark>) -> Result<()> {
        let number = record.number;
        self.put(&Line { record: Some(record), mark, restored: None })?;
        self.last = number;
        Ok(())
    }

    /// Says how far the database was written.
    pub(crate) fn mark(&mut self, mark: Mark) -> Result<()> {
        self.put(&Line { mark: Some(mark), ..Line::default() })
    }

    /// Says that the database is about to be put back to an older state.
    pub(crate) fn restored(&mut self, restored: Restored, mark: Mark) -> Result<()> {
        self.put(&Line { restored: Some(restored), mark: Some(mark), record: None })
    }

    fn put(&mut self, line: &Line) -> Result<()> {
        let json = serde_json::to_string(line).map_err(|e| StoreError::Journal(e.to_string()))?;
        let line = format!("{} {} {json}\n", json.len(), checksum(json.as_bytes()));
        self.file
            .write_all(line.as_bytes())
            .and_then(|()| self.file.sync_data())
            .map_err(StoreError::io(&self.path))?;
        self.length += line.len() as u64;
        Ok(())
    }

    /// Takes back what was appended since: the operation was refused.
    pub(crate) fn back_to(&mut self, position: Position) -> Result<()> {
        let length = self.file.metadata().map_err(StoreError::io(&self.path))?.len();
        if length != position.length {
            self.file
                .set_len(position.length)
                .and_then(|()| self.file.seek(SeekFrom::End(0)))
                .and_then(|_| self.file.sync_data())
                .map_err(StoreError::io(&self.path))?;
        }
        (self.length, self.last) = (position.length, position.last);
        Ok(())
    }
}

fn set_aside_foreign(path: &Path, header: &str) -> Result<bool> {
    let Ok(mut file) = File::open(path) else { return Ok(false) };
    let mut found = vec![0; header.len()];
    let mut filled = 0;
    while filled < found.len() {
        match file.read(&mut found[filled..]).map_err(StoreError::io(path))? {
            0 => break,
            n => filled += n,
        }
    }
    drop(file);
    if header.as_bytes().starts_with(&found[..filled]) {
        return Ok(false);
    }
    set_aside(path, &found)?;
    Ok(true)
}

/// Renames a file out of the way. It is kept, under a name made from what it begins with.
pub(crate) fn set_aside(path: &Path, beginning: &[u8]) -> Result<()> {
    let mut aside = path.as_os_str().to_owned();
    aside.push(format!(".{}", &digest(beginning)[..8]));
    std::fs::rename(path, PathBuf::from(aside)).map_err(StoreError::io(path))
}

fn header(uid: &str) -> String {
    format!("{MAGIC} {uid}\n")
}

/// What stands after record number `applied`, and where the last sound line of the file ends. Read from the end:
/// what the database has, perhaps a year of keying, need not be read again.
fn found(bytes: &[u8], applied: i64, writes: i64) -> (Found, usize) {
    let mut found = Found::default();
    let (mut start, mut sound) = (bytes.len(), 0);
    for text in bytes.split_inclusive(|b| *b == b'\n').rev() {
        let end = start;
        start -= text.len();
        let Some(line) = line(text) else { continue };
        if let Some(restored) = line.restored {
            if sound == 0 && line.mark.as_ref().is_some_and(|m| m.writes > writes) {
                // The program ended between announcing it and doing it.
                continue;
            }
            sound = sound.max(end);
            found.mark = found.mark.or(line.mark);
            found.restored = Some(restored.backups);
            break;
        }
        sound = sound.max(end);
        match line.record {
            Some(record) if record.number > applied => found.records.push(record),
            Some(_) => {
                found.mark = found.mark.or(line.mark);
                break;
            }
            None => found.mark = found.mark.or(line.mark),
        }
    }
    found.records.reverse();
    (found, sound)
}

/// Every sound line of the entries file beside an office file, in order, to be read without being opened; and the
/// name of the file it belongs to, unless its head went bad: its lines are none the worse for that.
pub(crate) fn read(office_file: &Path) -> Result<(Option<String>, Vec<Line>)> {
    let path = beside(office_file);
    let bytes = match std::fs::read(&path) {
        Ok(bytes) => bytes,
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok((None, Vec::new())),
        Err(e) => return Err(StoreError::io(&path)(e)),
    };
    let head = bytes.split(|b| *b == b'\n').next().and_then(|head| std::str::from_utf8(head).ok());
    let uid = head.and_then(|head| head.strip_prefix(MAGIC)?.strip_prefix(' ')).map(str::to_owned);
    Ok((uid, bytes.split_inclusive(|b| *b == b'\n').filter_map(line).collect()))
}

fn line(text: &[u8]) -> Option<Line> {
    let text = std::str::from_utf8(text).ok()?.strip_suffix('\n')?;
    let (length, rest) = text.split_once(' ')?;
    let (sum, json) = rest.split_once(' ')?;
    if json.len() != length.parse::<usize>().ok()? || checksum(json.as_bytes()) != sum {
        return None;
    }
    serde_json::from_str(json).ok()
}

/// The first 32 bits of SHA-256: enough to tell a torn or rotted line.
fn checksum(bytes: &[u8]) -> String {
    digest(bytes)[..8].to_owned()
}

#[cfg(test)]
mod tests;
