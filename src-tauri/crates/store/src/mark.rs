//! How far the file was written, said outside of it.
//!
//! SQLite passes over the end of a log that went bad: what it held is gone without a word. So every deed is counted in
//! the file (`file.writes`), and the entries file beside it is told the count and a digest of the small tables that no
//! journal vouches for, after each deed that its records alone could not bring back. A file that counts less than it
//! was told has lost deeds; one whose small tables have another digest was written to by something else.

use rusqlite::Connection;
use rusqlite::types::ValueRef;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::disk::hex;
use crate::error::Result;
use crate::rows::Rows;

/// Local tables of a few rows. Contents of files are known by their own hashes, people by theirs.
const SMALL: [(&str, &str); 4] = [
    ("account_pin", "SELECT * FROM account_pin ORDER BY 1"),
    ("cursor", "SELECT * FROM cursor ORDER BY 1"),
    ("file", "SELECT * FROM file ORDER BY 1"),
    ("secret", "SELECT * FROM secret ORDER BY 1"),
];

/// A file as it was after a deed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Mark {
    /// Deeds so far.
    pub writes: i64,
    /// Of the small local tables, 16 hexadecimal digits.
    pub local: String,
}

/// What was told outside and is not in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    /// So many deeds are missing.
    Behind(i64),
    /// Keys, PINs or cursors are not as the last deed left them.
    Local,
}

/// Of the file as it is.
pub(crate) fn of(connection: &Connection) -> Result<Mark> {
    let writes = connection.prepare_cached("SELECT writes FROM file")?.query_row([], |r| r.get(0))?;
    let mut hash = Sha256::new();
    for (table, sql) in SMALL {
        hash.update(table);
        let mut statement = connection.prepare_cached(sql)?;
        let columns = statement.column_count();
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            for column in 0..columns {
                update(&mut hash, row.get_ref(column)?);
            }
        }
    }
    let local = hex(&hash.finalize()[..8]);
    Ok(Mark { writes, local })
}

/// Every value with its kind and length, so that no two rows read alike.
fn update(hash: &mut Sha256, value: ValueRef<'_>) {
    let (kind, bytes): (u8, &[u8]) = match value {
        ValueRef::Null => (0, &[]),
        ValueRef::Integer(n) => {
            hash.update([1]);
            return hash.update(n.to_be_bytes());
        }
        ValueRef::Real(n) => {
            hash.update([2]);
            return hash.update(n.to_be_bytes());
        }
        ValueRef::Text(text) => (3, text),
        ValueRef::Blob(blob) => (4, blob),
    };
    hash.update([kind]);
    hash.update((bytes.len() as u64).to_be_bytes());
    hash.update(bytes);
}

/// What the file lacks of what was told; a file that has more was killed before it could tell.
pub(crate) fn gap(rows: &Rows<'_>, told: Option<&Mark>) -> Result<Option<Gap>> {
    let Some(told) = told else { return Ok(None) };
    let now = of(rows.connection)?;
    // A count from a file may be anything.
    Ok(match told.writes.saturating_sub(now.writes) {
        missing if missing > 0 => Some(Gap::Behind(missing)),
        0 if told.local != now.local => Some(Gap::Local),
        _ => None,
    })
}
