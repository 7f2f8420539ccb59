//! The evening schedule (lịch): visits and the plan's rows.
//!
//! | file | what |
//! | --- | --- |
//! | `clash.rs` | what is wrong with a schedule, hard and soft |
//! | `mend.rs` | the one step that would mend a clash |
//! | `propose.rs` | a schedule from areas, days and teams |
//! | `shift.rs` | evenings pushed back by some days |

mod clash;
mod mend;
mod propose;
mod shift;
#[cfg(test)]
mod tests;

pub use clash::{Clash, Ground, clashes};
pub use mend::{Mend, mends};
pub use propose::{Left, Proposed, ProposedEvening, Terms, WhyLeft, Wish, propose};
pub use shift::shifted;

use chrono::{Days, NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::{AreaId, TeamId, VisitId};

/// One evening's visit (buổi) to an area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Visit {
    pub id: VisitId,
    pub area: AreaId,
    pub on: NaiveDate,
    pub starts: NaiveTime,
    pub ends: NaiveTime,
    /// The reason, when the evening is called off; its sheets are no longer expected.
    pub cancelled: Option<String>,
    pub teams: Vec<TeamId>,
}

impl Visit {
    #[must_use]
    pub fn is_on(&self) -> bool {
        self.cancelled.is_none()
    }
}

/// One row of the plan's schedule table: an area with its neighbouring evenings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub area: AreaId,
    pub evenings: Vec<NaiveDate>,
}

/// The plan's table: evenings in order, those of one area joined while no other area's evening lies between.
///
/// The reference plan's 22 evenings give 17 rows, five of them with two evenings.
#[must_use]
pub fn rows(visits: &[Visit]) -> Vec<Row> {
    let mut visits: Vec<&Visit> = visits.iter().filter(|v| v.is_on()).collect();
    visits.sort_by_key(|v| (v.on, v.id));
    let mut rows: Vec<Row> = Vec::new();
    for visit in visits {
        let open = rows.iter_mut().rev().find(|r| r.area == visit.area && continues(r, visit));
        match open {
            Some(row) if row.evenings.contains(&visit.on) => {}
            Some(row) => row.evenings.push(visit.on),
            None => rows.push(Row { area: visit.area, evenings: vec![visit.on] }),
        }
    }
    rows
}

/// Evenings that follow each other day by day share a row, also when other areas have the same evenings.
fn continues(row: &Row, visit: &Visit) -> bool {
    row.evenings.last().is_some_and(|last| *last == visit.on || last.checked_add_days(Days::new(1)) == Some(visit.on))
}
