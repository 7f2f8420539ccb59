//! One moment of an office file, of whatever schema, and what it holds.

use std::path::Path;

use domain::journal::Link;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags};
use sha2::{Digest, Sha256};

use super::manifest::Totals;
use crate::disk::hex;
use crate::error::{Result, StoreError};
use crate::file::{self, WAIT, check_header};
use crate::migrate::schema_of;
use crate::rows::Rows;

/// A database open for reading, at one moment: whatever is written meanwhile is not seen, and waits for nothing.
#[derive(Debug)]
pub(crate) struct Snapshot {
    pub(crate) connection: Connection,
}

/// What a manifest says of the database itself.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Contents {
    pub(crate) uid: String,
    pub(crate) office: String,
    pub(crate) schema: i64,
    pub(crate) head_seq: i64,
    pub(crate) head: String,
    pub(crate) entries_applied: i64,
    pub(crate) totals: Totals,
}

impl Snapshot {
    /// # Errors
    /// No file, a foreign, newer or damaged one.
    pub(crate) fn open(path: &Path) -> Result<Self> {
        check_header(path)?;
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let open = || -> Result<Connection> {
            let connection = file::open(path, flags)?;
            connection.busy_timeout(WAIT)?;
            connection.pragma_update(None, "trusted_schema", false)?;
            schema_of(&connection, path)?;
            // The moment is taken by the first read.
            connection.execute_batch("BEGIN; SELECT count(*) FROM sqlite_schema;")?;
            Ok(connection)
        };
        Ok(Self { connection: open().map_err(|e| e.at(path))? })
    }

    pub(crate) fn rows(&self) -> Rows<'_> {
        Rows::new(&self.connection)
    }

    /// Bytes of a copy.
    pub(crate) fn size(&self) -> Result<u64> {
        let pragma = |name: &str| self.connection.pragma_query_value(None, name, |r| r.get::<_, i64>(0));
        Ok((pragma("page_count")? * pragma("page_size")?).unsigned_abs())
    }

    pub(crate) fn contents(&self) -> Result<Contents> {
        let (uid, entries_applied) =
            self.connection.query_row("SELECT uid, entries_applied FROM file", [], |r| Ok((r.get(0)?, r.get(1)?)))?;
        let (head_seq, Link(head)) = self.rows().journal_head()?;
        let office = self.rows().find(include_str!("office.sql"), [], |r| r.get(0))?;
        Ok(Contents {
            uid,
            office: office.unwrap_or_default(),
            schema: self.connection.pragma_query_value(None, "user_version", |r| r.get(0))?,
            head_seq,
            head: hex(&head),
            entries_applied,
            totals: self.totals()?,
        })
    }

    fn totals(&self) -> Result<Totals> {
        let tables: Vec<String> = self.rows().list(include_str!("tables.sql"), [], |r| r.get(0))?;
        let mut digest = Sha256::new();
        let mut rows = std::collections::BTreeMap::new();
        for table in tables {
            // By the table's own order, not that of an index: the copy must give the same.
            let sql = format!("SELECT * FROM \"{}\" NOT INDEXED", table.replace('"', "\"\""));
            let mut statement = self.connection.prepare(&sql)?;
            let columns = statement.column_count();
            let mut found = statement.query([])?;
            let mut count = 0;
            part(&mut digest, b't', table.as_bytes());
            while let Some(row) = found.next()? {
                count += 1;
                for column in 0..columns {
                    match row.get_ref(column)? {
                        ValueRef::Null => part(&mut digest, b'n', &[]),
                        ValueRef::Integer(value) => part(&mut digest, b'i', &value.to_be_bytes()),
                        ValueRef::Real(value) => part(&mut digest, b'r', &value.to_bits().to_be_bytes()),
                        ValueRef::Text(value) => part(&mut digest, b's', value),
                        ValueRef::Blob(value) => part(&mut digest, b'b', value),
                    }
                }
            }
            rows.insert(table, count);
        }
        let boxes = self.rows().list(include_str!("boxes.sql"), [], |r| Ok((r.get(0)?, r.get(1)?)))?;
        Ok(Totals { rows, boxes: boxes.into_iter().collect(), digest: hex(&digest.finalize()) })
    }
}

/// Kind and length first, so that two rows never read like one.
fn part(digest: &mut Sha256, kind: u8, bytes: &[u8]) {
    digest.update([kind]);
    digest.update((bytes.len() as u64).to_be_bytes());
    digest.update(bytes);
}

/// A damaged database is an answer where one is looked for; anything else that goes wrong is an error.
pub(crate) fn or_unsound<T>(found: Result<T>) -> Result<Option<T>> {
    use rusqlite::ErrorCode as C;
    match found {
        Ok(value) => Ok(Some(value)),
        Err(StoreError::Damaged { .. } | StoreError::Foreign(_) | StoreError::Value(_) | StoreError::Journal(_)) => {
            Ok(None)
        }
        Err(StoreError::Sql(error)) => match error.sqlite_error_code() {
            Some(C::CannotOpen | C::SystemIoFailure | C::OutOfMemory | C::DatabaseBusy | C::PermissionDenied) => {
                Err(StoreError::Sql(error))
            }
            // A table that is not there, a value that is no number, a page that is none.
            _ => Ok(None),
        },
        Err(error) => Err(error),
    }
}
