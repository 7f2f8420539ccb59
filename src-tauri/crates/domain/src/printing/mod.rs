//! Papers that were saved to be printed: what each batch was made from, what it says of the schedule, and
//! which are stale. A stale sheet is still accepted when it comes back; staleness advises a reprint, never
//! refuses.

mod flyer;
mod repeat;
mod says;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use flyer::{FlyerDesign, FlyerSays};
pub use repeat::{Repeat, is_free_of_names};
pub use says::{differing, roster_says, shown};

use crate::date::{dmy, hm};
use crate::ids::{AccountId, AreaId, DocumentId, PrintingId, TeamId, VisitId};

/// A kind of paper, as the print room lists it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PaperKind {
    Plan,
    /// An official document beside the plan: amendment, report, letter, notice.
    Document,
    /// Tally sheets, spares and the team head's summary.
    Sheets,
    Flyer,
    Poster,
    DoorStrip,
    /// The flyer as a picture for Zalo and Facebook.
    FlyerPicture,
    /// What the ward's loudspeaker reads out.
    Loudspeaker,
    TeamCard,
    /// Giấy giới thiệu of a team.
    Introduction,
    ChaseSlip,
    Receipt,
    PostingList,
    /// A blank form to look at or to write by hand.
    Form,
}

impl PaperKind {
    pub const ALL: [Self; 14] = [
        Self::Plan,
        Self::Document,
        Self::Sheets,
        Self::Flyer,
        Self::Poster,
        Self::DoorStrip,
        Self::FlyerPicture,
        Self::Loudspeaker,
        Self::TeamCard,
        Self::Introduction,
        Self::ChaseSlip,
        Self::Receipt,
        Self::PostingList,
        Self::Form,
    ];

    /// Papers that tell residents of an area's evenings.
    pub const OF_AREA: [Self; 5] = [Self::Flyer, Self::Poster, Self::DoorStrip, Self::FlyerPicture, Self::Loudspeaker];

    /// Papers that a team takes along on an evening.
    pub const OF_TEAM: [Self; 2] = [Self::TeamCard, Self::Introduction];

    /// Whether it may be made with a design and words of its own instead of the campaign's.
    #[must_use]
    pub fn has_own_words(self) -> bool {
        Self::OF_AREA.contains(&self)
    }
}

/// What a paper is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(tag = "of", content = "id", rename_all = "snake_case")]
pub enum Subject {
    /// The whole campaign.
    Campaign,
    Visit(VisitId),
    Area(AreaId),
    /// A team on an evening.
    Team {
        visit: VisitId,
        team: TeamId,
    },
    Document(DocumentId),
}

/// One thing a paper says: of a visit, an area, a team, a document or the campaign.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Said {
    pub subject: Subject,
    /// In words, a fact a line, as it stands on the paper: `09/11/2024, 19h30–21h30, Tổ dân phố Hà Trì 1`.
    pub says: String,
}

/// A file of papers that is to be kept in the list of what was printed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Batch {
    pub kind: PaperKind,
    /// In words: `A5, 2 tờ trên một trang A4; 15 địa bàn`.
    pub made_from: String,
    /// Empty for a paper that does not speak of the schedule.
    pub said: Vec<Said>,
}

/// What the office file says now, by paper and subject.
pub type Now = BTreeMap<(PaperKind, Subject), String>;

/// A saved paper with what it said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printing {
    pub id: PrintingId,
    pub kind: PaperKind,
    pub at: DateTime<FixedOffset>,
    pub by: Option<AccountId>,
    pub file_name: String,
    pub made_from: String,
    /// 0: it has none, as a picture or a text has.
    pub pages: u32,
    /// By which it can be made again; none if the request may have held somebody's name.
    pub repeat: Option<Repeat>,
    pub said: Vec<(Subject, String)>,
}

/// A paper whose latest printing says something else than the office file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stale<'p> {
    pub printing: &'p Printing,
    pub subject: Subject,
    pub says: &'p str,
    /// None if there is nothing to print any more: the evening was called off.
    pub now: Option<String>,
}

/// How a subject of a printed batch stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PrintedState {
    /// It says what holds.
    Current,
    /// It says something else.
    Stale,
    /// A later batch of the same kind took its place.
    Replaced,
}

/// `09/11/2024, 19h30–21h30`.
#[must_use]
pub fn evening(on: NaiveDate, starts: NaiveTime, ends: NaiveTime) -> String {
    format!("{}, {}–{}", dmy(on), hm(starts), hm(ends))
}

/// The latest printing of each paper and subject: an older one was replaced by it.
///
/// `printings` in the order they were made.
#[must_use]
pub fn latest(printings: &[Printing]) -> BTreeMap<(PaperKind, Subject), (&Printing, &str)> {
    let mut latest = BTreeMap::new();
    for printing in printings {
        for (subject, says) in &printing.said {
            latest.insert((printing.kind, *subject), (printing, says.as_str()));
        }
    }
    latest
}

/// Of each paper and subject only the latest printing counts.
///
/// `printings` in the order they were made.
#[must_use]
pub fn stale<'p>(printings: &'p [Printing], now: &Now) -> Vec<Stale<'p>> {
    latest(printings)
        .into_iter()
        .filter(|((kind, subject), (_, says))| !still_holds(*kind, says, now.get(&(*kind, *subject))))
        .map(|((kind, subject), (printing, says))| Stale {
            printing,
            subject,
            says,
            now: now.get(&(kind, subject)).cloned(),
        })
        .collect()
}

/// Whether what a paper says still holds. A paper made with words of its own leaves out those facts: what it
/// does say must hold.
#[must_use]
pub fn still_holds(kind: PaperKind, says: &str, now: Option<&String>) -> bool {
    match now {
        None => false,
        Some(now) if kind.has_own_words() => says.lines().all(|fact| now.lines().any(|known| known == fact)),
        Some(now) => says == now,
    }
}
