//! Every code. One has its sentence in `assets/text/errors.vi.json`.

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
        /// Windows takes no file of this name, or takes it for a device.
        ForbiddenName,
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
