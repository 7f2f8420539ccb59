//! The contract: every command with its shape, request and answer. Window, browser twin and tests speak
//! it; TypeScript types are generated from it (`cargo xtask bindings`).
//!
//! Three shapes cross the wire: *call* (a question, a deed, or a request to the desk; JSON both ways),
//! *bytes* (a preview), *job* (a file made in the background, with progress and a way to stop).

mod bindings;

use domain::account::Permission;
use domain::printing::Batch;
use serde::de::DeserializeOwned;
use serde_json::Value;
use store::Changed;

pub use bindings::bindings;

use crate::error::{Error, ErrorCode, Result};
use crate::verb::{Inspect, Made, Make, Office, Progress, Read, View, Write, Written};
use crate::{
    account, approval, area, attachment, authority, campaign, card, chase, check, consolidation, contact, cost,
    document, duplicate, flyer, form, import, issuer, journal, measure, news, overview, plan, posting, printing,
    profile, progress, query, radar, receipt, report, roster, search, sheet, status, target, task, team, template_fill,
    undo, unit, verification, visit,
};

macro_rules! contract {
    (
        read: [$($read:ty),* $(,)?],
        write: [$($write:ty),* $(,)?],
        make: [$($make:ty),* $(,)?],
        inspect: [$($inspect:ty),* $(,)?] $(,)?
    ) => {
        /// Names of the questions.
        pub const READS: &[&str] = &[$(<$read as Read>::NAME,)*];
        /// Names of the deeds.
        pub const WRITES: &[&str] = &[$(<$write as Write>::NAME,)*];
        /// Names of the files that can be made.
        pub const MAKES: &[&str] = &[$(<$make as Make>::NAME,)*];
        /// Names of the questions that are answered in the background.
        pub const INSPECTS: &[&str] = &[$(<$inspect as Inspect>::NAME,)*];

        /// Whether a deed of this name can be taken back.
        pub(crate) fn is_undoable(name: &str) -> bool {
            match name {
                $(<$write as Write>::NAME => <$write as Write>::UNDOABLE,)*
                _ => false,
            }
        }

        /// The right a deed of this name needs.
        pub(crate) fn needs_of(name: &str) -> Option<Permission> {
            match name {
                $(<$write as Write>::NAME => Some(<$write as Write>::NEEDS),)*
                _ => None,
            }
        }

        /// Answers a question or does a deed by name.
        ///
        /// # Errors
        /// No such command, a request that does not fit, or whatever the command refuses.
        pub fn call(office: &mut Office, name: &str, request: Value) -> Result<Answered> {
            match name {
                $(<$read as Read>::NAME => {
                    let answer = office.read(request_of::<$read>(request)?)?;
                    Ok(Written { answer: json(&answer)?, changed: Changed::default(), undo: None })
                })*
                $(<$write as Write>::NAME => {
                    let written = office.write(request_of::<$write>(request)?)?;
                    Ok(Written { answer: json(&written.answer)?, changed: written.changed, undo: written.undo })
                })*
                _ => Err(unknown(name)),
            }
        }

        /// Permission and request of a question, checked before it is answered elsewhere.
        ///
        /// # Errors
        /// No such question, a request that does not fit, or no right.
        pub fn prepare_question(office: &Office, name: &str, request: Value) -> Result<Box<dyn Question>> {
            match name {
                $(<$read as Read>::NAME => {
                    office.permit(<$read as Read>::NEEDS)?;
                    Ok(Box::new(request_of::<$read>(request)?))
                })*
                _ => Err(unknown(name)),
            }
        }

        /// Permission and request of a file to make, checked before the work begins elsewhere.
        ///
        /// # Errors
        /// No such command, a request that does not fit, or no right.
        pub fn prepare(office: &Office, name: &str, request: Value) -> Result<Box<dyn Prepared>> {
            match name {
                $(<$make as Make>::NAME => {
                    office.permit(<$make as Make>::NEEDS)?;
                    Ok(Box::new(request_of::<$make>(request)?))
                })*
                _ => Err(unknown(name)),
            }
        }

        /// Permission and request of a question that is answered in the background, checked before it begins.
        ///
        /// # Errors
        /// No such question, a request that does not fit, or no right.
        pub fn prepare_inspection(office: &Office, name: &str, request: Value) -> Result<Box<dyn Inspection>> {
            match name {
                $(<$inspect as Inspect>::NAME => {
                    office.permit(<$inspect as Inspect>::NEEDS)?;
                    Ok(Box::new(request_of::<$inspect>(request)?))
                })*
                _ => Err(unknown(name)),
            }
        }

        /// The contract as TypeScript interfaces, and every type they speak of.
        fn typescript(types: &mut bindings::Types) -> [String; 3] {
            let calls = [
                $(types.command::<$read, <$read as Read>::Answer>(<$read as Read>::NAME),)*
                $(types.command::<$write, <$write as Write>::Answer>(<$write as Write>::NAME),)*
            ];
            let makes = [$(types.file::<$make>(<$make as Make>::NAME),)*];
            let inspects = [
                $(types.command::<$inspect, <$inspect as Inspect>::Answer>(<$inspect as Inspect>::NAME),)*
            ];
            [calls.concat(), makes.concat(), inspects.concat()]
        }
    };
}

contract! {
    read: [
        account::GetDoors,
        account::ListAccounts,
        account::ListEveryAccount,
        approval::ListEvenings,
        area::AreaHistory,
        area::ListAreas,
        chase::GetChase,
        authority::ListAuthorities,
        campaign::ListCampaigns,
        check::CheckFile,
        consolidation::ListWards,
        consolidation::LookAtPackets,
        contact::CheckNote,
        contact::GetPrivacy,
        contact::ListContactAccess,
        contact::ListOldCopies,
        contact::ListPeople,
        contact::LookAtDeletion,
        document::CheckText,
        document::GetDocument,
        document::GetTemplate,
        document::ListDocuments,
        report::ExplainReport,
        report::GetReport,
        report::GetReportOutlook,
        report::ListReports,
        cost::ListCosts,
        duplicate::ListDuplicates,
        form::DefaultForm,
        form::ListForms,
        form::TryForm,
        import::LookAtTable,
        issuer::ListOfficePeriods,
        journal::EntryFigures,
        journal::FindHead,
        journal::GetEntry,
        journal::ListJournal,
        measure::GetForecast,
        measure::GetMeasures,
        news::GetNews,
        overview::GetOverview,
        plan::GetAmendment,
        plan::GetPlan,
        posting::ListPostings,
        printing::GetFlyer,
        printing::GetTouched,
        printing::ListPrintings,
        printing::ListStale,
        profile::GetProfile,
        progress::GetFigure,
        progress::GetProgress,
        radar::GetRadar,
        radar::GetSheetChase,
        receipt::ListReceipts,
        query::ListQueries,
        query::ListQueryOwners,
        roster::GetRoster,
        roster::ListRosters,
        roster::ProposeRoster,
        search::Search,
        sheet::GetCursor,
        sheet::GetEveningGrid,
        sheet::ListSheets,
        sheet::OpenSheet,
        status::GetStatus,
        target::GetTargets,
        task::ListTasks,
        team::ListForces,
        team::ListMembers,
        template_fill::LookAtTemplate,
        unit::ListUnits,
        verification::GetVerification,
        verification::OpenSecond,
        verification::OpenThird,
        visit::ListVisits,
        visit::ProposeSchedule,
    ],
    write: [
        account::AddAccount,
        account::EditAccount,
        account::MakeUnlockSheet,
        account::SeeUnlockSheet,
        account::SetIdle,
        account::SetPin,
        approval::ApproveEvening,
        approval::ApproveSelfReport,
        approval::ReopenEvening,
        approval::ReopenSelfReport,
        area::AddArea,
        area::EditArea,
        area::EndArea,
        area::MergeAreas,
        area::PutBase,
        area::RemoveBase,
        area::RenameArea,
        area::SetCluster,
        area::SplitArea,
        attachment::AttachFile,
        attachment::RemoveAttachment,
        authority::PutAuthority,
        authority::RemoveAuthority,
        campaign::ChooseCampaign,
        campaign::EditCampaign,
        campaign::StartCampaign,
        card::NoteTeamCards,
        consolidation::DropWard,
        consolidation::TakePackets,
        contact::DeleteContacts,
        contact::DeleteOldCopies,
        contact::DeletePerson,
        contact::EditPerson,
        contact::EditPrivacy,
        contact::ExportPerson,
        contact::ViewContact,
        document::BeginDocument,
        document::EditDocument,
        document::IssueDocument,
        report::IssueReport,
        document::PutTemplate,
        document::RemoveDraft,
        cost::OrderCostLines,
        cost::PutCostLine,
        cost::RemoveCostLine,
        duplicate::AdmitSheet,
        duplicate::DecideCopy,
        duplicate::KeyCopy,
        duplicate::SetAside,
        form::PutForm,
        import::ImportAreas,
        import::ImportMembers,
        import::ImportSchedule,
        import::ImportTallies,
        issuer::CorrectOfficePeriod,
        issuer::RemoveOfficePeriod,
        issuer::RenameOffice,
        journal::ExportJournal,
        plan::EditPlan,
        plan::IssuePlan,
        plan::PutPlanSections,
        posting::AttachPhoto,
        posting::PutPosting,
        posting::PutPostingPlace,
        posting::RemovePhoto,
        posting::RemovePosting,
        posting::RemovePostingPlace,
        posting::TakeDownPosting,
        printing::PutFlyer,
        receipt::ReturnSheets,
        profile::ConfirmLink,
        profile::EditProfile,
        query::AnswerQuery,
        query::EditQuery,
        query::OpenQuery,
        query::ReopenQuery,
        roster::CopyRoster,
        roster::FillRosters,
        roster::PairUp,
        roster::SetRoster,
        sheet::AcceptFlag,
        sheet::AcceptSheet,
        sheet::AssignSheet,
        sheet::FindSheet,
        sheet::HandOut,
        sheet::LoseSheet,
        sheet::NumberSelfReport,
        sheet::NumberSheets,
        sheet::ReplaceSheet,
        sheet::WithdrawSheet,
        sheet::SetAsOf,
        sheet::SetBoxes,
        sheet::SetSheetNote,
        target::AddPlanTargets,
        target::OrderTargets,
        target::PutTarget,
        target::RemoveTarget,
        task::PutTask,
        task::PutTaskGroup,
        task::RecordTask,
        task::RemoveRecord,
        task::RemoveTask,
        task::RemoveTaskGroup,
        task::ReorderTasks,
        team::AddForce,
        team::AddMember,
        team::AddTeam,
        team::EditForce,
        team::EditMember,
        team::OrderForces,
        team::RemoveForce,
        team::RemoveMember,
        team::RemoveTeam,
        team::RenameTeam,
        undo::Undo,
        unit::AddUnits,
        unit::PutUnit,
        unit::PutUnitFigures,
        unit::PutUnitIndicators,
        unit::RemoveUnit,
        verification::AcceptDecided,
        verification::AcceptFinding,
        verification::DecideBox,
        verification::SetSecondBoxes,
        verification::SetVerification,
        visit::AddVisit,
        visit::CancelVisit,
        visit::ExtendCampaign,
        visit::MoveVisit,
        visit::PutDayOff,
        visit::RemoveDayOff,
        visit::SetVisitTeams,
        visit::ShiftVisits,
        visit::SplitVisit,
        visit::TakeSchedule,
    ],
    make: [
        area::AreasTemplateXlsx,
        attachment::AttachmentBytes,
        card::TeamCardsPdf,
        chase::ChaseDocx,
        chase::ChasePdf,
        consolidation::ConsolidatedDocx,
        consolidation::ConsolidatedPdf,
        consolidation::ConsolidatedXlsx,
        contact::PersonTxt,
        document::DocumentDocx,
        document::DocumentPdf,
        flyer::FlyerPicturePng,
        flyer::FlyersPdf,
        flyer::LoudspeakerDocx,
        form::FormPreviewPdf,
        journal::JournalLines,
        journal::JournalXlsx,
        plan::PlanDocx,
        plan::PlanPdf,
        posting::PostingListPdf,
        progress::ProgressPdf,
        radar::ChaseSlipPdf,
        receipt::ReceiptPdf,
        report::ReportDocumentDocx,
        report::ReportDocumentPdf,
        report::ReportFile,
        report::ReportXlsx,
        sheet::SheetsPdf,
        team::MembersTemplateXlsx,
        template_fill::ReportFilled,
        visit::ScheduleIcs,
    ],
    inspect: [
        check::InspectFile,
        journal::VerifyJournal,
    ],
}

/// What a command answers, as JSON.
pub type Answered = Written<Value>;

/// A file to make whose request has been read and permitted.
pub trait Prepared: Send {
    /// # Errors
    /// As [`Make::run`].
    fn make(self: Box<Self>, view: &View<'_>, progress: Progress<'_>) -> Result<Made>;

    /// # Errors
    /// As [`Make::batch`].
    fn batch(&self, view: &View<'_>) -> Result<Option<Batch>>;
}

impl<M: Make + Send> Prepared for M {
    fn make(self: Box<Self>, view: &View<'_>, progress: Progress<'_>) -> Result<Made> {
        (*self).run(view, progress)
    }

    fn batch(&self, view: &View<'_>) -> Result<Option<Batch>> {
        Make::batch(self, view)
    }
}

/// A question whose request has been read and permitted.
pub trait Question {
    /// # Errors
    /// As [`Read::run`].
    fn answer(self: Box<Self>, view: &View<'_>) -> Result<Value>;
}

impl<R: Read> Question for R {
    fn answer(self: Box<Self>, view: &View<'_>) -> Result<Value> {
        json(&(*self).run(view).map_err(|error| view.who_locked(error))?)
    }
}

/// A question to answer in the background whose request has been read and permitted.
pub trait Inspection: Send {
    /// # Errors
    /// As [`Inspect::run`].
    fn inspect(self: Box<Self>, view: &View<'_>, progress: Progress<'_>) -> Result<Value>;
}

impl<I: Inspect + Send> Inspection for I {
    fn inspect(self: Box<Self>, view: &View<'_>, progress: Progress<'_>) -> Result<Value> {
        json(&(*self).run(view, progress)?)
    }
}

pub(crate) fn request_of<T: DeserializeOwned>(request: Value) -> Result<T> {
    serde_json::from_value(request).map_err(|e| Error::of(ErrorCode::BadRequest).with("detail", e))
}

pub(crate) fn json(answer: &impl serde::Serialize) -> Result<Value> {
    serde_json::to_value(answer).map_err(Error::internal)
}

fn unknown(name: &str) -> Error {
    Error::of(ErrorCode::UnknownCommand).with("name", name)
}
