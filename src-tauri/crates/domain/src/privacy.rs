//! Contacts of people (Luật 91/2025/QH15): what may be done with them, and for how long.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::PersonId;

/// What was done with somebody's contact. Each is kept in the log of accesses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ContactDeed {
    Viewed,
    Printed,
    Exported,
    Deleted,
}

/// What a campaign names a person for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PersonUse {
    /// Leads an area.
    Leader,
    /// Is a member of a force.
    Member,
    /// Details a force.
    Details,
    /// Answers for a task.
    Responsible,
    /// Is who to ask at a school.
    UnitContact,
    /// Takes the results of a campaign.
    Contact,
    /// Signs a campaign's papers.
    Signer,
    /// Was given sheets.
    HoldsSheets,
    /// Brought sheets back.
    BroughtSheets,
    /// Answers a question about figures.
    AnswersQueries,
    /// Signs a document.
    SignsDocument,
    /// Is proposed for commendation.
    Nominee,
    /// Sees to a place where papers are posted.
    Posts,
}

/// What a person is called whose details were deleted: the roster of a past evening stays, the name does not.
#[must_use]
pub fn anonymous(person: PersonId) -> String {
    format!("Thành viên #{person}")
}

/// How long contacts of a campaign are still kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum Retention {
    /// The office has not said until when: the law asks it to.
    Unsaid,
    /// Kept up to and including a day.
    Kept { until: NaiveDate },
    /// The day is past and contacts are still there.
    Overdue { until: NaiveDate },
    /// The day is past and nothing is left.
    Cleared { until: NaiveDate },
}

impl Retention {
    /// `contacts`: how many people still have details that came for the campaign.
    #[must_use]
    pub fn on(today: NaiveDate, until: Option<NaiveDate>, contacts: usize) -> Self {
        match until {
            None => Self::Unsaid,
            Some(until) if today <= until => Self::Kept { until },
            Some(until) if contacts > 0 => Self::Overdue { until },
            Some(until) => Self::Cleared { until },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_day_itself_still_keeps() {
        let day = |d| NaiveDate::from_ymd_opt(2025, 3, d).unwrap_or_default();
        assert_eq!(Retention::on(day(31), None, 5), Retention::Unsaid);
        assert_eq!(Retention::on(day(31), Some(day(31)), 5), Retention::Kept { until: day(31) });
        assert_eq!(Retention::on(day(31), Some(day(30)), 5), Retention::Overdue { until: day(30) });
        assert_eq!(Retention::on(day(31), Some(day(30)), 0), Retention::Cleared { until: day(30) });
    }

    #[test]
    fn whoever_is_gone_keeps_a_number() {
        assert_eq!(anonymous(PersonId(12)), "Thành viên #12");
    }
}
