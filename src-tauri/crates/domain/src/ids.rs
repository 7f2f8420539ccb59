//! Row numbers as types, so that an area's number cannot be passed for a visit's.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        #[serde(transparent)]
        #[ts(type = "number")]
        pub struct $name(pub i64);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

ids! {
    /// The issuing office, one row for each period of its name and form.
    OfficeId,
    /// An authority that receives reports.
    AuthorityId,
    CampaignId,
    TargetId,
    AreaId,
    BaseId,
    VisitId,
    ForceId,
    TeamId,
    MemberId,
    PersonId,
    FormId,
    /// The sheet's serial number in the office file; its short code is a keyed permutation of it.
    SheetId,
    AccountId,
    DocumentId,
    SectionId,
    TaskGroupId,
    TaskId,
    RecordId,
    /// A reporting unit outside every rate: a school.
    UnitId,
    UnitIndicatorId,
    PrintingId,
    /// A numbered receipt for a packet of sheets.
    ReceiptId,
    /// A scan or photo kept with a sheet.
    AttachmentId,
    /// A question about figures, with somebody to answer it.
    QueryId,
    /// A public place where papers are posted.
    PostingPlaceId,
    PostingId,
    /// A line of the estimate of prints and cost.
    CostLineId,
    /// A leader's approval of an evening, or of an area that reports by itself.
    ApprovalId,
    /// A report as it left the office.
    ReportId,
    /// A ward's workbook taken in to be consolidated.
    WardPacketId,
}
