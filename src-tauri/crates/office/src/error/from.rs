//! What store and paper refuse, as codes.

use std::path::Path;

use domain::backup::Fault;
use domain::number::grouped;
use store::StoreError;

use super::{Error, ErrorCode, causes};

/// Why a backup is refused.
fn fault_code(fault: Fault) -> ErrorCode {
    match fault {
        Fault::Missing => ErrorCode::BackupMissing,
        Fault::Empty => ErrorCode::BackupEmpty,
        Fault::Truncated => ErrorCode::BackupTruncated,
        Fault::Foreign => ErrorCode::BackupForeign,
        Fault::Newer => ErrorCode::BackupNewer,
        Fault::Changed => ErrorCode::BackupChanged,
        Fault::Unsound => ErrorCode::BackupUnsound,
        Fault::Undescribed => ErrorCode::BackupUndescribed,
    }
}

/// `12 MB`, rounded up: what is to be freed must be enough.
fn megabytes(bytes: u64) -> String {
    format!("{} MB", grouped(bytes.div_ceil(1_000_000)))
}

/// Where a file is open that is open for writing already.
fn holder(computer: Option<&str>) -> String {
    match computer {
        Some(name) if name == store::computer() => "ở một cửa sổ khác trên máy này".to_owned(),
        Some(name) => format!("trên máy {name}"),
        None => "ở một cửa sổ khác".to_owned(),
    }
}

/// A file as it is called in words and lists: a mark that turns the direction of reading would show another ending.
pub(crate) fn file_name(path: &Path) -> String {
    let name = path.file_name().map_or_else(|| path.display().to_string(), |n| n.to_string_lossy().into_owned());
    name.chars().filter(|c| !domain::text::is_invisible(*c)).collect()
}

impl From<StoreError> for Error {
    fn from(error: StoreError) -> Self {
        use ErrorCode as C;
        let at = |code, path: &Path| Self::of(code).with("file", file_name(path));
        match &error {
            StoreError::NoFile(path) => at(C::NoFile, path),
            StoreError::FileExists(path) => at(C::FileExists, path),
            StoreError::Foreign(path) => at(C::NotAnOfficeFile, path),
            StoreError::Newer { path, .. } => at(C::FileNewer, path),
            StoreError::Older { path, .. } => at(C::FileOlder, path),
            StoreError::Busy { path, computer } => at(C::FileBusy, path).with("where", holder(computer.as_deref())),
            StoreError::ReadOnly(path) => at(C::FileReadOnly, path),
            StoreError::OtherOffice(path) => at(C::OtherOffice, path),
            StoreError::NoBackup(path) => at(C::NoGoodBackup, path),
            StoreError::InUse => Self::of(C::FileInUse),
            // Met while reading on.
            corrupt if corrupt.is_corrupt() => Self::of(C::FileDamaged).with("file", "Tệp dữ liệu"),
            StoreError::Damaged { path, .. } => at(C::FileDamaged, path),
            StoreError::NotWritable(path) => at(C::NotWritable, path),
            StoreError::DiskFull => Self::of(C::DiskFull),
            StoreError::Backup(fault) => Self::of(fault_code(*fault)),
            StoreError::WrongPassphrase => Self::of(C::WrongPassphrase),
            StoreError::BackupBusy(path) => at(C::BackupBusy, path),
            StoreError::NotAFolder(path) => at(C::BackupFolder, path),
            StoreError::NoRoom { path, needs, free } => {
                at(C::BackupNoRoom, path).with("needs", megabytes(*needs)).with("free", megabytes(*free))
            }
            StoreError::Poisoned => Self::of(C::ReopenNeeded),
            StoreError::Superseded(_) => Self::of(C::UndoTooLate),
            StoreError::Forgotten(_) => Self::of(C::UndoForgotten),
            StoreError::Missing { noun: "campaign", .. } => Self::of(C::NoCampaign),
            StoreError::Missing { .. } => Self::of(C::Missing),
            StoreError::Duplicate { noun: "area" } => Self::of(C::AreaExists),
            StoreError::Duplicate { noun: "reporting_unit" | "unit_indicator" } => Self::of(C::ListedTwice),
            error if error.is_of_drive() => {
                tracing::warn!(causes = causes(error), "the drive failed");
                Self::of(C::DriveFailed)
            }
            _ => Self::internal(error),
        }
    }
}

impl From<paper::PaperError> for Error {
    fn from(error: paper::PaperError) -> Self {
        use paper::PaperError as P;
        match error {
            P::MissingGlyph { paper, character, place } => Self::of(ErrorCode::PaperGlyph)
                .with("paper", paper.word())
                .with("character", character)
                .with("place", place),
            P::Overflow { paper, place } => {
                Self::of(ErrorCode::PaperOverflow).with("paper", paper.word()).with("place", place)
            }
            P::Qr { paper, place } => Self::of(ErrorCode::PaperQr).with("paper", paper.word()).with("place", place),
            P::Unproved { paper, place, page, flaw } => Self::of(ErrorCode::PaperUnproved)
                .with("paper", paper.word())
                .with("place", place)
                .with("page", page)
                .with("flaw", flaw.words()),
            P::TooSmall { paper, place, what, instead } => Self::of(ErrorCode::PaperTooSmall)
                .with("paper", paper.word())
                .with("place", place)
                .with("what", what)
                .with("instead", instead),
            P::Field { paper, place, field } => {
                Self::of(ErrorCode::PaperField).with("paper", paper.word()).with("place", place).with("field", field)
            }
            P::Cancelled => Self::of(ErrorCode::Cancelled),
            other => Self::internal(other),
        }
    }
}
