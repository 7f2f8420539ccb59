//! Is a backup what its manifest says: its bytes by their hash, the database by SQLite's own check, the figures
//! reckoned anew.

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::Path;

use super::manifest::Manifest;
use super::snapshot::{Contents, Snapshot, or_unsound};
use crate::disk::sha256_of;
use crate::error::{Result, StoreError};
use crate::file::APPLICATION_ID;
use crate::migrate::SCHEMA;
use domain::backup::Fault;

const MAGIC: &[u8; 16] = b"SQLite format 3\0";
/// Where a database's header says what it is (SQLite's "The Database Header").
const USER_VERSION: std::ops::Range<usize> = 60..64;
const APPLICATION: std::ops::Range<usize> = 68..72;

/// Looks at a copy as its manifest describes it, reading all of it.
///
/// # Errors
/// It cannot be read for a reason that is none of its own: no right, a drive that fails.
pub fn examine(path: &Path, manifest: &Manifest) -> Result<std::result::Result<(), Fault>> {
    if let Err(fault) = glance(path, manifest)? {
        return Ok(Err(fault));
    }
    let (size, sha256) = match sha256_of(path) {
        Ok(read) => read,
        Err(StoreError::NoFile(_)) => return Ok(Err(Fault::Missing)),
        Err(error) => return Err(error),
    };
    if size != manifest.size || sha256 != manifest.sha256 {
        return Ok(Err(Fault::Changed));
    }
    let holds = contents(path)?.is_some_and(|found| found == expected(manifest));
    Ok(if holds { Ok(()) } else { Err(Fault::Unsound) })
}

/// What can be said of it by its size and first bytes.
pub(super) fn glance(path: &Path, manifest: &Manifest) -> Result<std::result::Result<(), Fault>> {
    let size = match std::fs::metadata(path) {
        Ok(found) if found.is_file() => found.len(),
        Ok(_) => return Ok(Err(Fault::Foreign)),
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Err(Fault::Missing)),
        Err(error) => return Err(StoreError::io(path)(error)),
    };
    let mut header = Vec::with_capacity(100);
    File::open(path).and_then(|f| f.take(100).read_to_end(&mut header)).map_err(StoreError::io(path))?;
    let number = |range: std::ops::Range<usize>| -> Option<i32> {
        header.get(range).and_then(|bytes| bytes.try_into().ok()).map(i32::from_be_bytes)
    };
    Ok(Err(if size == 0 {
        Fault::Empty
    } else if !header.starts_with(&MAGIC[..header.len().min(MAGIC.len())]) {
        Fault::Foreign
    } else if size < manifest.size {
        Fault::Truncated
    } else if number(APPLICATION) != Some(APPLICATION_ID) {
        Fault::Foreign
    } else if number(USER_VERSION).is_none_or(|found| i64::from(found) > SCHEMA) {
        Fault::Newer
    } else if size != manifest.size {
        Fault::Changed
    } else {
        return Ok(Ok(()));
    }))
}

/// What a sound database holds; `None` of an unsound one.
pub(super) fn contents(path: &Path) -> Result<Option<Contents>> {
    let Some(snapshot) = or_unsound(Snapshot::open(path))? else { return Ok(None) };
    match or_unsound(snapshot.rows().integrity())? {
        Some(found) if found.is_empty() => or_unsound(snapshot.contents()),
        _ => Ok(None),
    }
}

fn expected(manifest: &Manifest) -> Contents {
    Contents {
        uid: manifest.uid.clone(),
        office: manifest.office.clone(),
        schema: manifest.schema,
        head_seq: manifest.head_seq,
        head: manifest.head.clone(),
        entries_applied: manifest.entries_applied,
        totals: manifest.totals.clone(),
    }
}
