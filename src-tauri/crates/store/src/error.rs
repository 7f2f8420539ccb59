//! What can go wrong with the office file. The words for people are made in `office`.

use std::path::{Path, PathBuf};

pub type Result<T> = std::result::Result<T, StoreError>;

/// What stands in the log: without the folder, which is called after whoever uses the computer.
fn name(path: &Path) -> impl std::fmt::Display + '_ {
    path.file_name().unwrap_or_default().display()
}

#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("there is no file at {}", name(.0))]
    NoFile(PathBuf),
    #[error("there is already a file at {}", name(.0))]
    FileExists(PathBuf),
    /// Not made by this program: another format, or another program's database.
    #[error("{} is not an office file", name(.0))]
    Foreign(PathBuf),
    /// Made by a newer version of this program.
    #[error("{} has schema {found}, this program knows {known}", name(path))]
    Newer { path: PathBuf, found: i64, known: i64 },
    /// A reader cannot upgrade an older file.
    #[error("{} has schema {found} and must be upgraded by opening it for writing", name(path))]
    Older { path: PathBuf, found: i64 },
    /// Another process holds the write lock.
    #[error("{} is open for writing elsewhere", name(path))]
    Busy {
        path: PathBuf,
        /// The computer that holds it, if that can be known.
        computer: Option<String>,
    },
    /// Opened to be read only.
    #[error("{} is open for reading only", name(.0))]
    ReadOnly(PathBuf),
    /// A backup of another office's file.
    #[error("{} is a backup of another office file", name(.0))]
    OtherOffice(PathBuf),
    /// Another program has the file open, if only to read it.
    #[error("the file is in use elsewhere")]
    InUse,
    /// No backup of it is there, or none that is sound.
    #[error("there is no sound backup of {}", name(.0))]
    NoBackup(PathBuf),
    #[error("{} is damaged", name(path))]
    Damaged { path: PathBuf, source: Box<dyn std::error::Error + Send + Sync> },
    #[error("the disk is full")]
    DiskFull,
    /// Folder or file cannot be written.
    #[error("{} cannot be written", name(.0))]
    NotWritable(PathBuf),
    #[error("there is no {noun} {id}")]
    Missing { noun: &'static str, id: i64 },
    /// A unique name is taken.
    #[error("a {noun} with this name exists")]
    Duplicate { noun: &'static str },
    #[error("a stored value cannot be read: {0}")]
    Value(String),
    #[error("the journal does not fit: {0}")]
    Journal(String),
    /// What an entry wrote was changed since, or something was built on it.
    #[error("entry {0} cannot be taken back any more")]
    Superseded(i64),
    /// Details of a person, kept for undoing only as long as the file is open.
    #[error("the former details of person {0} are not known")]
    Forgotten(i64),
    /// A backup was made and read back, and is not what it must be.
    #[error("the backup is {0:?}")]
    Backup(domain::backup::Fault),
    /// Another backup is being made into this folder.
    #[error("a backup into {} is under way", name(.0))]
    BackupBusy(PathBuf),
    /// A file stands where a folder is to be.
    #[error("{} is not a folder", name(.0))]
    NotAFolder(PathBuf),
    /// Bytes that a copy needs, and bytes that are free.
    #[error("{} has {free} bytes left, a copy needs {needs}", name(path))]
    NoRoom { path: PathBuf, needs: u64, free: u64 },
    /// An encrypted copy does not open with this passphrase.
    #[error("the passphrase does not fit")]
    WrongPassphrase,
    /// Before it is known which file could not be written, see [`StoreError::on`].
    #[error("not written: {0}")]
    Writing(std::io::Error),
    #[error("a write failed before and the file must be opened again")]
    Poisoned,
    #[error(transparent)]
    Sql(rusqlite::Error),
    #[error("{}: {source}", name(path))]
    Io { path: PathBuf, source: std::io::Error },
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::DiskFull) => Self::DiskFull,
            _ => Self::Sql(error),
        }
    }
}

impl StoreError {
    pub(crate) fn io(path: &Path) -> impl Fn(std::io::Error) -> Self + '_ {
        move |source| match source.kind() {
            std::io::ErrorKind::NotFound => Self::NoFile(path.to_owned()),
            std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => {
                Self::NotWritable(path.to_owned())
            }
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Self::DiskFull,
            _ => Self::Io { path: path.to_owned(), source },
        }
    }

    /// Names the file that could not be written.
    pub(crate) fn on(self, path: &Path) -> Self {
        match self {
            Self::Writing(error) => Self::io(path)(error),
            other => other,
        }
    }

    /// Whether SQLite met a page that is none: seen only when it is read.
    #[must_use]
    pub fn is_corrupt(&self) -> bool {
        matches!(self, Self::Sql(e) if e.sqlite_error_code() == Some(rusqlite::ErrorCode::DatabaseCorrupt))
    }

    /// Tells a damaged or foreign file from an ordinary SQL error.
    pub(crate) fn at(self, path: &Path) -> Self {
        match self {
            Self::Damaged { source, .. } => Self::Damaged { path: path.to_owned(), source },
            Self::Sql(error) => match error.sqlite_error_code() {
                Some(rusqlite::ErrorCode::NotADatabase) => Self::Foreign(path.to_owned()),
                Some(rusqlite::ErrorCode::DatabaseCorrupt) => {
                    Self::Damaged { path: path.to_owned(), source: Box::new(error) }
                }
                _ if holds_no_sense(&error) => Self::Damaged { path: path.to_owned(), source: Box::new(error) },
                // No log can be made beside it.
                Some(
                    rusqlite::ErrorCode::ReadOnly
                    | rusqlite::ErrorCode::CannotOpen
                    | rusqlite::ErrorCode::PermissionDenied,
                ) => Self::NotWritable(path.to_owned()),
                _ => Self::Sql(error),
            },
            other => other,
        }
    }

    /// Whether the system could not read or write: a drive that fails, is full or was pulled out. What SQLite was
    /// doing then may be on disk or not. SQLite calls a page damaged that the drive does not give.
    #[must_use]
    pub fn is_of_drive(&self) -> bool {
        use rusqlite::ErrorCode as C;
        match self {
            Self::Io { .. } => true,
            Self::Sql(error) => {
                matches!(error.sqlite_error_code(), Some(C::SystemIoFailure | C::CannotOpen | C::DatabaseCorrupt))
            }
            _ => false,
        }
    }

    /// Whether an insert or update broke a unique name.
    pub(crate) fn or_duplicate(self, noun: &'static str) -> Self {
        match &self {
            Self::Sql(error) if error.sqlite_error_code() == Some(rusqlite::ErrorCode::ConstraintViolation) => {
                let unique =
                    error.sqlite_error().is_some_and(|e| e.extended_code == rusqlite::ffi::SQLITE_CONSTRAINT_UNIQUE);
                if unique { Self::Duplicate { noun } } else { self }
            }
            _ => self,
        }
    }
}

/// Whether a file that says it is one of ours holds what none of ours does: a header SQLite does not know, a table that
/// is gone, letters that are none, a value of another kind. SQLite has one code for the first two
/// (`SQLITE_ERROR`); our own statements are tried on sound files by every test.
fn holds_no_sense(error: &rusqlite::Error) -> bool {
    use rusqlite::Error as E;
    error.sqlite_error_code() == Some(rusqlite::ErrorCode::Unknown)
        || matches!(
            error,
            E::FromSqlConversionFailure(..)
                | E::IntegralValueOutOfRange(..)
                | E::InvalidColumnType(..)
                | E::Utf8Error(..)
                | E::QueryReturnedNoRows
        )
}
