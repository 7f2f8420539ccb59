//! Reading an office file: beside a writer, from a medium that cannot be written, from an older program.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};

use crate::error::{Result, StoreError};
use crate::file::{self, WAIT, check_header, resolved, with_suffix};
use crate::migrate::{SCHEMA, migrate, schema_of};
use crate::rows::Rows;

/// A read-only view of an office file. Needs no lock.
#[derive(Debug)]
pub struct Reader {
    connection: Connection,
    path: PathBuf,
}

impl Reader {
    /// Opens a file for reading. What cannot be read in its place is read from a copy in memory: a file on a medium
    /// where no log can be made beside it, and one of an older schema, which is left as it is.
    ///
    /// # Errors
    /// No file, a foreign, newer or damaged one.
    pub fn open(path: &Path) -> Result<Self> {
        let path = resolved(path);
        check_header(&path)?;
        match Self::open_beside(&path) {
            Err(StoreError::Older { .. } | StoreError::NotWritable(_)) => Self::open_copy(&path),
            opened => opened,
        }
    }

    /// Opens a copy in memory: not a byte is written beside the file, and nothing of a writer's is waited for.
    ///
    /// # Errors
    /// No file, a foreign or newer one, or one so damaged that nothing of it can be read.
    pub fn open_copy(path: &Path) -> Result<Self> {
        let path = resolved(path);
        check_header(&path)?;
        let open = || -> Result<Connection> {
            let connection = in_memory(&path)?;
            if schema_of(&connection, &path)? < SCHEMA {
                migrate(&connection)?;
            }
            snapshot(&connection)?;
            Ok(connection)
        };
        Ok(Self { connection: open().map_err(|e| e.at(&path))?, path })
    }

    fn open_beside(path: &Path) -> Result<Self> {
        // With the right to write, so that the last one to leave clears the log away; no statement may.
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = file::open(path, flags).map_err(|e| StoreError::from(e).at(path))?;
        let open = || -> Result<()> {
            connection.busy_timeout(WAIT)?;
            match schema_of(&connection, path)? {
                found if found < SCHEMA => Err(StoreError::Older { path: path.to_owned(), found }),
                _ => snapshot(&connection),
            }
        };
        open().map_err(|e| e.at(path))?;
        Ok(Self { connection, path: path.to_owned() })
    }

    #[must_use]
    pub fn rows(&self) -> Rows<'_> {
        Rows::at(&self.connection, &self.path)
    }

    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }
}

/// One state from the first read for as long as the connection lives, whatever is written meanwhile.
fn snapshot(connection: &Connection) -> Result<()> {
    connection.pragma_update(None, "query_only", true)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    Ok(connection.execute_batch("BEGIN")?)
}

/// The file with what its log holds, in memory. Copied page by page, whatever the pages say.
fn in_memory(path: &Path) -> Result<Connection> {
    let folder = tempfile::tempdir().map_err(StoreError::io(path))?;
    let copy = folder.path().join("copy.db");
    for suffix in ["", "-wal"] {
        let from = with_suffix(path, suffix);
        if suffix.is_empty() || from.exists() {
            // Byte by byte: a copy by the system would be read-only where the medium is.
            let bytes = std::fs::read(&from).map_err(StoreError::io(&from))?;
            let to = with_suffix(&copy, suffix);
            std::fs::write(&to, bytes).map_err(StoreError::io(&to))?;
        }
    }
    let source = file::open(&copy, OpenFlags::default())?;
    let mut target = Connection::open_in_memory()?;
    rusqlite::backup::Backup::new(&source, &mut target)?.step(-1)?;
    Ok(target)
}
