//! Second keying (đối soát): the plan, the work list, blind keying by another person, a third who decides.
//!
//! Who may take which sheet is decided by the *person*, never by the role or the account: whoever keyed any
//! box of a sheet first neither keys it second nor decides on it nor accepts what is unusual about it.
//!
//! **Blindness.** What was first keyed is in no answer of this module for somebody who may still key the sheet
//! a second time. From whoever has keyed a box of it a second time the sheet's own view
//! ([`crate::sheet::OpenSheet`]) and the evening's grid keep it as well, until the sheet is settled; nor may they
//! change its first keying meanwhile. What remains: the figures are the
//! office's, so a person who opens the sheet in Nhập phiếu *before* beginning its second keying has seen them,
//! and sums and reports hold them always.

mod accept_decided;
mod accept_finding;
mod approver;
mod blind;
mod blindness;
mod decide;
mod findings;
mod gathered;
mod get;
mod keyings;
mod open_second;
mod open_third;
mod set;
mod set_second;
mod settle;
mod tag;

pub use accept_decided::AcceptDecided;
pub use accept_finding::AcceptFinding;
pub use blind::{BlindBox, BlindSheet};
pub use decide::DecideBox;
pub use findings::{FigureRow, OutlierRow, PartRow, SameRow, TotalBox, TotalFigures, TotalRow};
pub use get::{
    DisputedBox, GetVerification, LISTED, Lack, SecondRow, ThirdRow, Verification, VerificationCounts,
    VerificationPlan, WhyNot,
};
pub use open_second::{OpenSecond, OpenedSecond};
pub use open_third::{OpenThird, ThirdBox, ThirdSheet};
pub use set::{AskedMode, SetVerification};
pub use set_second::SetSecondBoxes;
pub use tag::SheetTag;

pub(crate) use get::share;
pub(crate) use settle::settle;

/// How the estimate is made (see `domain::verification`).
pub(crate) const METHOD: &str =
    "cận trên với độ tin cậy 95 %, tính bằng phép cược tuần tự trên các phiếu rút ngẫu nhiên không hoàn lại";
/// Where it is published.
pub(crate) const SOURCE: &str = "Waudby-Smith và Ramdas (2020, 2024); Stark (2023)";
