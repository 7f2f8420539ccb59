//! The entries file beside the database: every tally write, appended and flushed before its commit.
//!
//! It is what survives when the database does not. Each record is one line: length, checksum, JSON.
//! The record holds the rows as they are after the write (a redo log), so applying one twice changes
//! nothing; it holds no personal data, only account numbers. Opening for writing applies the records
//! the database lacks.

use std::fs::{File, OpenOptions};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use domain::ids::AccountId;
use serde::{Deserialize, Serialize};

use crate::error::{Result, StoreError};
use crate::journal::digest;
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
    /// A torn last line is a write that was never acknowledged: it is cut off. A line that went bad between
    /// sound ones is passed over and left where it is. The entries of another file (a copy put in its
    /// place) are set aside under their own name, not applied.
    pub(crate) fn open(office_file: &Path, uid: &str, applied: i64) -> Result<(Self, Vec<Record>)> {
        let path = beside(office_file);
        let header = format!("{MAGIC} {uid}\n");
        if set_aside_foreign(&path, &header)? {
            return Self::open(office_file, uid, applied);
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
            return Ok((Self { path, file, length, last: applied }, Vec::new()));
        }
        let (records, sound) = records(&bytes[header.len()..], applied);
        let length = (header.len() + sound) as u64;
        if length < bytes.len() as u64 {
            file.set_len(length).and_then(|()| file.sync_all()).map_err(StoreError::io(&path))?;
        }
        file.seek(SeekFrom::End(0)).map_err(StoreError::io(&path))?;
        let last = records.last().map_or(0, |r| r.number).max(applied);
        Ok((Self { path, file, length, last }, records))
    }

    pub(crate) fn position(&self) -> Position {
        Position { length: self.length, last: self.last }
    }

    /// Appends a record and flushes it to the disk; its number.
    pub(crate) fn append(&mut self, record: impl FnOnce(i64) -> Record) -> Result<i64> {
        let number = self.last + 1;
        let json = serde_json::to_string(&record(number)).map_err(|e| StoreError::Journal(e.to_string()))?;
        let line = format!("{} {} {json}\n", json.len(), checksum(json.as_bytes()));
        self.file
            .write_all(line.as_bytes())
            .and_then(|()| self.file.sync_data())
            .map_err(StoreError::io(&self.path))?;
        self.length += line.len() as u64;
        self.last = number;
        Ok(number)
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

/// Sound records after number `applied`, and where the last sound one of the file ends. Read from the end:
/// what the database has, perhaps a year of keying, need not be read again.
fn records(bytes: &[u8], applied: i64) -> (Vec<Record>, usize) {
    let mut records = Vec::new();
    let (mut start, mut sound) = (bytes.len(), 0);
    for line in bytes.split_inclusive(|b| *b == b'\n').rev() {
        let end = start;
        start -= line.len();
        let Some(record) = record(line) else { continue };
        sound = sound.max(end);
        if record.number <= applied {
            break;
        }
        records.push(record);
    }
    records.reverse();
    (records, sound)
}

fn record(line: &[u8]) -> Option<Record> {
    let line = std::str::from_utf8(line).ok()?.strip_suffix('\n')?;
    let (length, rest) = line.split_once(' ')?;
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
mod tests {
    use super::*;

    fn open(path: &Path) -> (Entries, Vec<Record>) {
        Entries::open(path, "uid", 0).expect("a temporary file opens")
    }

    fn append(entries: &mut Entries) -> i64 {
        entries
            .append(|number| Record { number, at: "2024-11-17T08:00:00+07:00".into(), who: None, sheets: vec![] })
            .expect("it appends")
    }

    #[test]
    fn a_torn_line_is_cut_off_and_numbers_go_on() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("phường.db");
        let (mut entries, none) = open(&file);
        assert!(none.is_empty());
        assert_eq!((append(&mut entries), append(&mut entries)), (1, 2));
        drop(entries);
        let whole = std::fs::read(beside(&file)).expect("it is there");
        for cut in 1..40 {
            std::fs::write(beside(&file), &whole[..whole.len() - cut]).expect("it writes");
            let (mut entries, records) = open(&file);
            assert_eq!(records.len(), 1, "cut by {cut}");
            assert_eq!(append(&mut entries), 2);
        }
    }

    #[test]
    fn a_line_gone_bad_costs_none_of_the_others() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("a.db");
        let (mut entries, _) = open(&file);
        (1..=3).for_each(|n| assert_eq!(append(&mut entries), n));
        drop(entries);
        let mut bytes = std::fs::read(beside(&file)).expect("it is there");
        let second = bytes.windows(10).position(|w| w == b"\"number\":2").expect("the second record");
        bytes[second] ^= 1;
        std::fs::write(beside(&file), &bytes).expect("it writes");
        let (_, records) = open(&file);
        assert_eq!(records.iter().map(|r| r.number).collect::<Vec<_>>(), [1, 3]);
        assert_eq!(std::fs::read(beside(&file)).expect("it is there"), bytes, "nothing is cut off");
    }

    #[test]
    fn only_what_the_database_lacks_is_read() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("a.db");
        let (mut entries, _) = open(&file);
        (1..=5).for_each(|n| assert_eq!(append(&mut entries), n));
        for applied in 0..=5 {
            let (mut entries, records) = Entries::open(&file, "uid", applied).expect("it opens");
            assert!(records.iter().map(|r| r.number).eq(applied + 1..=5), "{applied}");
            let here = entries.position();
            assert_eq!(append(&mut entries), 6);
            entries.back_to(here).expect("it goes back");
        }
    }

    #[test]
    fn a_refused_write_is_taken_back() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("a.db");
        let (mut entries, _) = open(&file);
        append(&mut entries);
        let here = entries.position();
        append(&mut entries);
        entries.back_to(here).expect("it goes back");
        append(&mut entries);
        drop(entries);
        assert_eq!(open(&file).1.iter().map(|r| r.number).collect::<Vec<_>>(), [1, 2]);
    }

    #[test]
    fn another_files_entries_are_set_aside() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("a.db");
        append(&mut open(&file).0);
        let (_, records) = Entries::open(&file, "other", 7).expect("it opens");
        assert!(records.is_empty());
        assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 2, "the old entries are kept");
    }
}
