//! Errors as part of the product: a refusal carries a code, its values and the places it speaks of; an
//! internal failure keeps its cause in the log under an id the user can read out. The words are in
//! `assets/text/errors.vi.json`, one for each code, shared by window and command line.

use std::collections::BTreeMap;
use std::path::Path;

use domain::backup::Fault;
use domain::number::grouped;
use serde::{Deserialize, Serialize};
use store::StoreError;
use ts_rs::TS;

pub use workbook::import::{Place, Problem};

pub type Result<T> = std::result::Result<T, Error>;

domain::codes! {
    /// Why a command was refused. A code exists only if someone acts on it or reads its own words.
    pub enum ErrorCode {
        // The file.
        NoFile,
        FileExists,
        NotAnOfficeFile,
        FileNewer,
        FileOlder,
        FileBusy,
        FileDamaged,
        /// It was opened to be looked at: damaged, or where nothing can be written.
        FileReadOnly,
        /// Another program reads it: it cannot be swapped.
        FileInUse,
        /// A backup of another office.
        OtherOffice,
        /// Nothing to recover from.
        NoGoodBackup,
        NothingToUndo,
        NothingToRecover,
        DiskFull,
        NotWritable,
        /// The system has no way to print such a file, or no printer.
        NotPrinted,
        /// A write failed half way; the file must be opened again, which sorts it out.
        ReopenNeeded,
        /// The system could not read or write: a drive that fails or was pulled out.
        DriveFailed,
        // Backups.
        /// A file stands where the folder of backups is to be.
        BackupFolder,
        /// Another program is making one at this moment.
        BackupBusy,
        /// Looked at before anything is written.
        BackupNoRoom,
        /// What was read back is not what was written: the drive is not to be trusted.
        BackupUnsound,
        BackupMissing,
        BackupEmpty,
        BackupTruncated,
        BackupForeign,
        BackupNewer,
        /// Its bytes are not those that were written.
        BackupChanged,
        /// Its description cannot be read.
        BackupUndescribed,
        // Copies that leave the office.
        SecondPlaceUnset,
        /// Not there, or taken out.
        SecondPlaceGone,
        /// Beside the office file itself.
        SecondPlaceInside,
        PassphraseUnset,
        PassphraseShort,
        WrongPassphrase,
        // The person.
        NoOfficeOpen,
        NotSignedIn,
        NotAllowed,
        UnknownAccount,
        WrongPin,
        /// Too many wrong ones in a row.
        PinWait,
        PinTooShort,
        /// Anybody would try it first.
        PinTooWeak,
        OldPinNeeded,
        /// The screen waits for the PIN of whoever is signed in.
        Locked,
        /// Somebody else set the PIN: it is changed before anything else.
        PinToChange,
        NoUnlockSheet,
        UnlockCodeLength,
        /// A digit of one group is wrong.
        UnlockCodeGroup,
        WrongUnlockCode,
        UnlockForAdministrators,
        AccountExists,
        AdministratorPinFirst,
        // The request.
        UnknownCommand,
        BadRequest,
        Missing,
        Blank,
        TooLong,
        // Rules.
        NoSuchSample,
        NoCampaign,
        DatesReversed,
        CampaignTooLong,
        AreaExists,
        /// A day that does not fit an area's past: before it began, or when it was no more.
        AreaPastOrder,
        TooFewAreas,
        /// The name is nearly that of another area: one of the two may be a slip.
        AreaNear,
        /// An area cannot end while evenings after it have nobody to go to.
        EveningsLeft,
        MergeSameEvening,
        UnknownArea,
        AreaTwiceThatEvening,
        EveningOutsideCampaign,
        AreaNotThere,
        /// Done all the same once a person says so.
        EveningOver,
        EveningHasReturns,
        TeamHasSheets,
        HoursReversed,
        EndBeforeLastEvening,
        /// The campaign can be extended in the same step.
        ShiftPastEnd,
        ProposalStale,
        NoEvenings,
        SpellingUndecided,
        CountOutOfRange,
        NoVisits,
        NoSheets,
        TooManySheets,
        CodeLength,
        CodeCheckDigit,
        /// As before, and one sheet differs by a single slip.
        CodeCheckDigitLikely,
        CodeUnknown,
        QrForeign,
        QrNewer,
        /// It describes a sheet of this office under a seal that is not the office's.
        QrForged,
        /// Sealed by this office; the file is older than the sheet.
        QrNotInFile,
        SheetOtherCampaign,
        UnknownBox,
        NotACount,
        BoxTwice,
        SheetLocked,
        SheetVoid,
        /// As before, with the reason that was given.
        SheetWithdrawn,
        /// A spare stands for it.
        SheetReplaced,
        /// A spare of which nobody has said the evening.
        SheetUnassigned,
        SheetHasVisit,
        /// A step the sheet's state does not allow.
        SheetCannot,
        NotASpare,
        NotReplaceable,
        TeamOfEvening,
        NothingToHandOut,
        NothingToReturn,
        SheetReceipted,
        NoReceipt,
        NothingMissing,
        // What a leader approved.
        /// Opened again with a reason, it can be changed.
        EveningLocked,
        SelfReportLocked,
        NotApproved,
        ApprovalBlocked,
    NothingToApprove,
        ApprovalNeedsNote,
        // Papers that are one too many, and questions.
        CopyOfOnlySheet,
        NothingToCompare,
        NotACopy,
        NotTheSame,
        QueryAnswered,
        SheetUnfinished,
        /// What was to be accepted is no longer unlikely: the figures have changed.
        FlagGone,
        // Scans and photos.
        NotAScan,
        ScanHeic,
        ScanTooLarge,
        ScanTooManyPixels,
        ScanUnreadable,
        ScanEncrypted,
        ScanActive,
        AttachmentsFull,
        /// Its bytes are no longer those that were attached.
        AttachmentSpoilt,
        // Places where papers are posted, and costs.
        PlaceHasPostings,
        PostingHasPhoto,
        PhotosFull,
        TakenDownBefore,
        NoPostingPlaces,
        NumberOutOfRange,
        ReasonNeeded,
        UnknownField,
        /// As [`Self::UnknownField`], with the one that was probably meant.
        UnknownFieldLikely,
        /// A table or a list within a line.
        FieldNotAlone,
        FieldUnclosed,
        TooManyPoints,
        SectionWithoutHeading,
        AppendixNotNamed,
        NotALink,
        PeriodReversed,
        TemplateRefused,
        /// Nothing in it says where a figure goes.
        TemplateNothing,
        /// Nothing of the period has come yet.
        ReportAhead,
        /// A report went to it: its name stands there.
        AuthorityHasReports,
        /// An issued report's files are not those that left the office.
        ReportSpoilt,
        // Second keying.
        /// Nobody verifies the own keying.
        OwnKeying,
        OwnSecondKeying,
        AnotherKeysAgain,
        WaitsForThird,
        NothingToDecide,
        SecondKeyingDone,
        SecondKeyingUnderWay,
        FirstKeyingOpen,
        SecondKeyingRange,
        // The office and its campaigns.
        PeriodNotAfter,
        PeriodPastItsEnd,
        OnlyPeriod,
        FirstPeriod,
        AuthorityExists,
        LastAdministrator,
        OwnAccount,
        EveningsOutside,
        /// As [`Self::UnknownField`], in a task of part II.
        UnknownTaskField,
        RhythmOutOfRange,
        /// What is to come cannot have been done or counted.
        DayAhead,
        /// A school or a column of theirs.
        ListedTwice,
        MoreDoneThanPeople,
        NotSelfReporting,
        SelfReportHasEvenings,
        AreaReportsItself,
        /// Only a self-reported sheet is given a day; others have their evening's.
        SheetHasEvening,
        NothingToChase,
        // The form and the targets.
        FormWithoutBoxes,
        NotABoxNumber,
        BoxNumberTwice,
        MeaningTwice,
        TargetNeedsBox,
        ControlOfNothing,
        RuleUnreadable,
        RuleUnknownBox,
        RuleWithoutBox,
        PercentOutOfRange,
        TargetUnlike,
        TargetWithoutBox,
        TargetsThere,
        /// Only one's own deeds of setting up are taken back.
        NotUndoable,
        UndoTooLate,
        UndoForgotten,
        UndoOtherCampaign,
        // Teams and people.
        ForceExists,
        ForceOnRosters,
        TeamInUse,
        MemberExists,
        MemberOnRosters,
        MemberOutElsewhere,
        MemberLeftBefore,
        TeamNotOutThen,
        NotAPhone,
        NameNotConfirmed,
        PersonHasAccount,
        NoRetention,
        NotPastRetention,
        ExportNotNoted,
        /// Old backups are the only way back until a newer one is there.
        NoNewerBackup,
        // The journal.
        NoEntry,
        HeadUnreadable,
        /// It holds what was first keyed of a sheet that whoever asks is keying a second time.
        JournalBlind,
        JournalNotNoted,
        // Official documents.
        /// It has its own number: what changes since is told by an amendment.
        PlanIssued,
        PlanNotIssued,
        PlanHasItsScreen,
        DocumentIssued,
        /// Its bytes are no longer those that were issued.
        DocumentSpoilt,
        NumberTaken,
        IssueDateAhead,
        IssueDateBeforeAmended,
        NothingAmended,
        AmendmentUnderWay,
        /// Another was issued after it was begun.
        AmendmentOutdated,
        AmendmentSaysNothing,
        PrintNotNoted,
        // Tables.
        TableRefused,
        TableHasProblems,
        // Papers.
        PaperOverflow,
        PaperGlyph,
        PaperQr,
        /// The finished page was looked at, and a QR on it would not be read.
        PaperUnproved,
        /// A larger size has room.
        PaperTooSmall,
        PaperField,
        HeadlineTooLong,
        StepsOutOfRange,
        Cancelled,
        // Wards brought together.
        /// None of the files is a report of this program that is whole.
        NoPacket,
        /// The wards' apps or titles are not alike, and nobody said which is meant.
        AppsDiffer,
        TitlesDiffer,
        /// No ward was taken in yet.
        NoWards,
        // Everything else.
        Internal,
    }
}

/// Values for the words of a code, ready to be shown.
pub type Params = BTreeMap<String, String>;

#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The user can do something about it.
    ///
    /// In a log it is its code alone: the values may be what somebody typed.
    #[error("{code:?}")]
    User { code: ErrorCode, params: Params, problems: Vec<Problem> },
    /// The program cannot go on; the cause belongs in the log.
    #[error(transparent)]
    Internal(Box<dyn std::error::Error + Send + Sync>),
}

impl Error {
    #[must_use]
    pub fn of(code: ErrorCode) -> Self {
        Self::User { code, params: Params::new(), problems: Vec::new() }
    }

    /// With a value for the words.
    #[must_use]
    #[expect(
        clippy::needless_pass_by_value,
        reason = "values are made on the spot; a reference reads worse at each call"
    )]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        if let Self::User { params, .. } = &mut self {
            params.insert(name.to_owned(), value.to_string());
        }
        self
    }

    #[must_use]
    pub fn internal(error: impl std::error::Error + Send + Sync + 'static) -> Self {
        Self::Internal(Box::new(error))
    }

    #[must_use]
    pub fn code(&self) -> ErrorCode {
        match self {
            Self::User { code, .. } => *code,
            Self::Internal(_) => ErrorCode::Internal,
        }
    }
}

impl Error {
    /// As [`Error::on_wire`], of a failure that is also handed on.
    pub(crate) fn told(&self, what: &str, id: impl FnOnce() -> String) -> WireError {
        match self {
            Self::User { code, params, problems } => {
                WireError { code: *code, params: params.clone(), problems: problems.clone(), log_id: None }
            }
            Self::Internal(error) => internal(&**error, what, id()),
        }
    }

    /// As it crosses the wire. An internal failure goes to the log with all its causes under a fresh id,
    /// and only the id leaves.
    pub fn on_wire(self, what: &str, id: impl FnOnce() -> String) -> WireError {
        match self {
            Self::User { code, params, problems } => WireError { code, params, problems, log_id: None },
            Self::Internal(error) => internal(&*error, what, id()),
        }
    }
}

fn internal(error: &(dyn std::error::Error + 'static), what: &str, log_id: String) -> WireError {
    tracing::error!(log_id, what, causes = causes(error), "internal failure");
    WireError { code: ErrorCode::Internal, params: Params::new(), problems: Vec::new(), log_id: Some(log_id) }
}

/// An error with everything behind it, on one line.
fn causes(error: &(dyn std::error::Error + 'static)) -> String {
    let mut line = error.to_string();
    let mut next = error.source();
    while let Some(cause) = next {
        line.push_str(": ");
        line.push_str(&cause.to_string());
        next = cause.source();
    }
    line
}

/// As it crosses the wire.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WireError {
    pub code: ErrorCode,
    pub params: Params,
    /// Faults of a table, each with its place.
    pub problems: Vec<Problem>,
    /// Under which the cause of an internal failure is in the log.
    pub log_id: Option<String>,
}

/// Why a backup is refused.
pub(crate) fn fault_code(fault: Fault) -> ErrorCode {
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
pub(crate) fn megabytes(bytes: u64) -> String {
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
