//! What a leader approves and locks: an evening, or the report of an area that reports by itself; and what
//! stands in the way.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::{AccountId, ApprovalId, AreaId};
use crate::sheet::{Sheet, SheetKind};

/// What is approved as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Scope {
    /// Everything that was out on an evening, in all areas.
    Evening { on: NaiveDate },
    /// The area's own sheet.
    SelfReport { area: AreaId },
}

impl Scope {
    /// What a sheet is approved with; nothing for a spare that no evening has drawn.
    #[must_use]
    pub fn of(sheet: &Sheet) -> Option<Self> {
        match (sheet.visit, sheet.on, sheet.kind, sheet.area) {
            (Some(_), Some(on), ..) => Some(Self::Evening { on }),
            (None, _, SheetKind::SelfReport, Some(area)) => Some(Self::SelfReport { area }),
            _ => None,
        }
    }
}

/// That somebody approved it: its sheets are locked while this stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Approval {
    pub id: ApprovalId,
    pub scope: Scope,
    pub by: AccountId,
    /// RFC 3339.
    pub at: String,
    /// What was said of what is missing.
    pub note: Option<String>,
}

/// Something that an approver should know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Obstacle {
    /// A sheet that is back has boxes to key, or a figure that cannot be.
    Unfinished,
    /// Two keyings of a box differ and nobody has decided yet.
    Disagreement,
    /// A second paper with a known code, or the same results as another sheet: nobody has said what it is.
    Duplicate,
    /// A sheet that the office chose to key a second time is not.
    SecondKeying,
    /// A sheet that is awaited is not back.
    Missing,
    /// A question that nobody has answered.
    Query,
    /// A box whose sum is not the team head's total.
    Total,
    /// The same results as another sheet, where nobody is there but who keyed them.
    SameResults,
}

impl Obstacle {
    pub const ALL: [Self; 8] = [
        Self::Unfinished,
        Self::Disagreement,
        Self::Duplicate,
        Self::SecondKeying,
        Self::Missing,
        Self::Query,
        Self::Total,
        Self::SameResults,
    ];

    /// Nothing is approved past it. The others need a word of the approver, which is kept.
    #[must_use]
    pub fn is_hard(self) -> bool {
        matches!(self, Self::Unfinished | Self::Disagreement | Self::Duplicate | Self::SecondKeying)
    }

    /// After a number: `2 phiếu chưa nhập xong`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Unfinished => "phiếu chưa nhập xong",
            Self::Disagreement => "phiếu có ô hai người nhập khác nhau",
            Self::Duplicate => "phiếu nghi trùng chưa xử lý",
            Self::SecondKeying => "phiếu chờ nhập lần hai",
            Self::Missing => "phiếu chưa về",
            Self::Query => "câu hỏi chưa trả lời",
            Self::Total => "ô lệch với phiếu tổng hợp",
            Self::SameResults => "phiếu có số giống hệt phiếu khác",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_change_the_figures_is_hard() {
        let hard: Vec<Obstacle> = Obstacle::ALL.into_iter().filter(|o| o.is_hard()).collect();
        assert_eq!(
            hard,
            [Obstacle::Unfinished, Obstacle::Disagreement, Obstacle::Duplicate, Obstacle::SecondKeying],
            "a leader may approve without a sheet that never came, not with one that is half keyed"
        );
    }
}
