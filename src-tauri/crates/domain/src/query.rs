//! A question about figures, which somebody answers by a day.

use chrono::NaiveDate;

use crate::ids::{AccountId, PersonId, QueryId, SheetId, VisitId};
use crate::tally::BoxNo;

/// What a question is about: a sheet or a whole visit, and one box of it or all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    pub sheet: Option<SheetId>,
    pub visit: Option<VisitId>,
    pub no: Option<BoxNo>,
}

/// How it was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    pub answer: String,
    pub by: AccountId,
    /// RFC 3339.
    pub at: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    pub id: QueryId,
    pub about: About,
    pub body: String,
    pub owner: Option<PersonId>,
    pub due_on: NaiveDate,
    pub opened_by: AccountId,
    /// RFC 3339.
    pub opened_at: String,
    /// Nothing while it is open.
    pub answered: Option<Answered>,
    /// Answers that did not settle it, oldest first.
    pub earlier: Vec<String>,
}

impl Query {
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.answered.is_none()
    }

    /// Days past its day; nothing for one that is answered or not due yet.
    #[must_use]
    pub fn overdue(&self, today: NaiveDate) -> Option<u32> {
        let days = u32::try_from((today - self.due_on).num_days()).ok()?;
        (self.is_open() && days > 0).then_some(days)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_is_late_from_the_day_after_until_it_is_answered() {
        let day = |d| NaiveDate::from_ymd_opt(2024, 11, d).expect("a day");
        let about = About { sheet: None, visit: Some(VisitId(1)), no: None };
        let mut query = Query {
            id: QueryId(1),
            about,
            body: "Ô 5 lớn hơn ô 4?".into(),
            owner: None,
            due_on: day(12),
            opened_by: AccountId(1),
            opened_at: String::new(),
            answered: None,
            earlier: Vec::new(),
        };
        assert_eq!(query.overdue(day(12)), None);
        assert_eq!(query.overdue(day(15)), Some(3));
        query.answered = Some(Answered { answer: "Đã hỏi".into(), by: AccountId(1), at: String::new() });
        assert_eq!(query.overdue(day(15)), None);
    }
}
