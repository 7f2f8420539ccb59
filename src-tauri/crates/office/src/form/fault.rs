//! A draft's fault as it crosses the wire: where, and the code and values of its words.

use domain::form::{Fault, FaultKind, Spot};
use serde::Serialize;
use ts_rs::TS;

use crate::error::{Error, ErrorCode, Params};

/// What is wrong with a draft, and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FormFault {
    pub spot: Spot,
    pub code: ErrorCode,
    pub params: Params,
}

impl FormFault {
    pub(super) fn of(fault: Fault) -> Self {
        let spot = fault.spot;
        match words(fault.kind) {
            Error::User { code, params, .. } => Self { spot, code, params },
            Error::Internal(_) => Self { spot, code: ErrorCode::Internal, params: Params::new() },
        }
    }
}

/// The refusal of a draft, by its first fault.
pub(super) fn refused(faults: Vec<Fault>) -> Error {
    faults.into_iter().next().map_or_else(|| Error::of(ErrorCode::Missing), |fault| words(fault.kind))
}

fn words(kind: FaultKind) -> Error {
    use ErrorCode as C;
    let too_long = |field: String| Error::of(C::TooLong).with("field", field).with("most", domain::form::LONGEST);
    match kind {
        FaultKind::NoBoxes => Error::of(C::FormWithoutBoxes),
        FaultKind::NotABox { typed } => Error::of(C::NotABoxNumber).with("typed", typed),
        FaultKind::BoxTwice { no } => Error::of(C::BoxNumberTwice).with("box", no),
        FaultKind::LabelBlank { no } => Error::of(C::Blank).with("field", format!("nội dung của ô {no}")),
        FaultKind::LabelTooLong { no } => too_long(format!("nội dung của ô {no}")),
        FaultKind::MeaningTwice { no, other, meaning } => {
            Error::of(C::MeaningTwice).with("box", no).with("other", other).with("meaning", meaning.word())
        }
        FaultKind::TargetNeeds { clause, name, meaning } => {
            let target = [clause, name].into_iter().filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ");
            Error::of(C::TargetNeedsBox).with("target", target).with("meaning", meaning.word())
        }
        FaultKind::ControlOfNothing => Error::of(C::ControlOfNothing),
        FaultKind::Unreadable { rule, part, at } => {
            Error::of(C::RuleUnreadable).with("rule", rule).with("part", part).with("at", at)
        }
        FaultKind::UnknownBox { rule, no, at } => {
            Error::of(C::RuleUnknownBox).with("rule", rule).with("box", no).with("at", at)
        }
        FaultKind::RuleWithoutBox { rule } => Error::of(C::RuleWithoutBox).with("rule", rule),
        FaultKind::WordsBlank { rule } => Error::of(C::Blank).with("field", format!("lời nhắc của quy tắc {rule}")),
        FaultKind::WordsTooLong { rule } => too_long(format!("lời nhắc của quy tắc {rule}")),
    }
}
