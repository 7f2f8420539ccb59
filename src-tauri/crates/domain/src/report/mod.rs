//! A report of a period: everything its workbook, its document and its packet are made from.
//!
//! | file | what |
//! | --- | --- |
//! | `kind.rs` | the period that follows from a kind and a day |
//! | `difference.rs` | why an issued report reads otherwise today: every figure that differs, and its causes |
//! | `cause.rs`, `gathered.rs` | what was changed, sheet by sheet; like changes told together |
//! | `words.rs` | figures and causes as people read them |

mod cause;
mod difference;
mod gathered;
mod kind;
#[cfg(test)]
mod tests;
mod words;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::campaign::{Campaign, Target};
use crate::ids::VisitId;
use crate::issuer::{Authority, Issuer};
use crate::rates::{Book, Period};
use crate::schedule::Visit;
use crate::team::Team;
use crate::unit::UnitBook;
use crate::verification::{Estimate, Mode};

pub use cause::{BaseChange, BoxChange, Cause, Change, Place, SheetChange};
pub use difference::{Because, Count, Difference, Differing, Figure, Reading, Span, difference};
pub use words::Words;

/// Which report of a campaign it is; the period follows from it, but for one the office chooses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReportKind {
    Daily,
    Weekly,
    Final,
    Custom,
}

/// How an issued report is named in the footers of its files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Issue {
    /// Running number within the campaign, from 1.
    pub n: u32,
    /// Head of the journal when it was issued, as it is printed: `9f3a 01c2 …` (R8).
    pub head: String,
}

impl Issue {
    /// `BC-003`: the report's own id, beside the number an official document gets from the register.
    #[must_use]
    pub fn id(&self) -> String {
        format!("BC-{:03}", self.n)
    }
}

/// Everything a report speaks of.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Report {
    pub kind: ReportKind,
    /// None while nobody has issued it: its figures are those of the day it was made.
    pub issue: Option<Issue>,
    pub issuer: Issuer,
    /// Whom it is sent to.
    pub authorities: Vec<Authority>,
    pub campaign: Campaign,
    pub targets: Vec<Target>,
    pub book: Book,
    pub visits: Vec<Visit>,
    /// What the area of an evening was called then, with its kind.
    pub areas_then: BTreeMap<VisitId, String>,
    pub teams: Vec<Team>,
    /// Outside every rate: a page of their own, if there are any.
    pub schools: UnitBook,
    /// What second keying says of the figures; nothing while all of them were keyed once.
    pub verification: Option<Statement>,
    /// Who signs; blank leaves room.
    pub signer: Option<String>,
    /// The days whose sheets are counted. Rates are cumulative: from the beginning to its last day.
    pub period: Period,
    /// The day the figures stand for: what was due before it and is not there is missing.
    pub as_of: NaiveDate,
}

/// Second keying of the campaign as it is when the report is made.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Statement {
    /// `None`: nobody asked for it; some was done all the same.
    pub mode: Option<Mode>,
    pub estimate: Estimate,
    /// How the estimate is made, and where that is published.
    pub method: String,
    pub source: String,
}
