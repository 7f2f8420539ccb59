//! Tasks of the units (nhiệm vụ, part II of the plan): what is asked, of whom, until when or how often, and
//! what was done.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::document::Rich;
use crate::ids::{PersonId, RecordId, TaskGroupId, TaskId};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TaskState {
    #[default]
    Open,
    Doing,
    Done,
}

/// One duty of a unit, as the plan words it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Task {
    pub id: TaskId,
    pub group: TaskGroupId,
    /// With the plan's marks: `**bold**`, `*italic*`.
    pub text: String,
    /// A duty with a rhythm, "tối thiểu 03 ngày 01 tin": at least once in so many days.
    pub every_days: Option<u32>,
    pub due_on: Option<NaiveDate>,
    pub responsible: Option<PersonId>,
    pub state: TaskState,
    pub note: Option<String>,
}

impl Task {
    /// The words without their marks.
    #[must_use]
    pub fn plain(&self) -> String {
        Rich::parse(&self.text).text()
    }
}

/// What was done for a task on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TaskRecord {
    pub id: RecordId,
    pub task: TaskId,
    pub on: NaiveDate,
    pub note: String,
    /// Where it can be seen: a link, a document number, a place.
    pub proof: Option<String>,
}

/// Where a task stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Standing {
    Done,
    /// Nothing presses. `next` is the day it will be due, if there is one.
    Fine {
        next: Option<NaiveDate>,
    },
    /// Due soon: in `days` days, 0 is today.
    Due {
        on: NaiveDate,
        days: u32,
    },
    /// Its day went by `days` days ago.
    Overdue {
        since: NaiveDate,
        days: u32,
    },
    /// The rhythm is broken. `last` is the day it was last done, `days` are the days without since then, or
    /// since the campaign began.
    Silent {
        last: Option<NaiveDate>,
        days: u32,
    },
}

impl Standing {
    /// Worth telling today: it is what Hôm nay lists and a chase letter asks for.
    #[must_use]
    pub fn presses(&self) -> bool {
        matches!(self, Self::Due { .. } | Self::Overdue { .. } | Self::Silent { .. })
    }

    /// Gone by already.
    #[must_use]
    pub fn is_late(&self) -> bool {
        matches!(self, Self::Overdue { .. } | Self::Silent { .. })
    }
}

/// A day ahead is told so many days before.
const SOON: u32 = 3;

/// Where a task stands on `today`.
///
/// A rhythm counts from the campaign's first day and again from each record; it asks nothing more once the
/// campaign is over. The same example as in the plan: at least one item in 3 days, the campaign begins on
/// the 9th, so the first is due on the 12th and from the 13th on the task is silent. A day that is due does
/// not pass away with the campaign.
#[must_use]
pub fn standing(
    task: &Task,
    records: &[TaskRecord],
    today: NaiveDate,
    (starts, ends): (NaiveDate, NaiveDate),
) -> Standing {
    if task.state == TaskState::Done {
        return Standing::Done;
    }
    let by_day = task.due_on.map_or(Standing::Fine { next: None }, |due| dated(due, today));
    let by_rhythm = task.every_days.map_or(Standing::Fine { next: None }, |every| {
        rhythm(every, records.iter().filter(|r| r.task == task.id).map(|r| r.on), today, (starts, ends))
    });
    match (by_day, by_rhythm) {
        (Standing::Fine { next: a }, Standing::Fine { next: b }) => Standing::Fine { next: earlier(a, b) },
        (day @ Standing::Overdue { .. }, _) => day,
        (_, late @ Standing::Silent { .. }) => late,
        (day, Standing::Fine { .. }) => day,
        (Standing::Fine { .. }, rhythm) => rhythm,
        (Standing::Due { on: a, .. }, Standing::Due { on: b, .. }) if b < a => by_rhythm,
        (day, _) => day,
    }
}

/// The standing of anything that is due on a day and not there yet.
#[must_use]
pub fn dated(due: NaiveDate, today: NaiveDate) -> Standing {
    if due < today {
        Standing::Overdue { since: due, days: days(due, today) }
    } else if days(today, due) <= SOON {
        Standing::Due { on: due, days: days(today, due) }
    } else {
        Standing::Fine { next: Some(due) }
    }
}

fn rhythm(
    every: u32,
    done: impl Iterator<Item = NaiveDate>,
    today: NaiveDate,
    (starts, ends): (NaiveDate, NaiveDate),
) -> Standing {
    // What is written down for a day to come has not been done yet.
    let last = done.filter(|on| *on <= today).max();
    let from = last.map_or(starts, |last| last.max(starts));
    let next = from.checked_add_days(Days::new(every.into())).filter(|next| *next <= ends);
    match next {
        Some(next) if starts <= today && today <= ends => {
            if next < today {
                Standing::Silent { last, days: days(from, today) }
            } else if days(today, next) <= (every / 3).min(SOON) {
                Standing::Due { on: next, days: days(today, next) }
            } else {
                Standing::Fine { next: Some(next) }
            }
        }
        next => Standing::Fine { next: next.filter(|_| today < starts) },
    }
}

fn days(from: NaiveDate, to: NaiveDate) -> u32 {
    u32::try_from((to - from).num_days()).unwrap_or_default()
}

fn earlier(a: Option<NaiveDate>, b: Option<NaiveDate>) -> Option<NaiveDate> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    }
}

#[cfg(test)]
mod tests;
