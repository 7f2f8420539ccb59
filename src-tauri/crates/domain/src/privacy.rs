//! Contacts of people (Luật 91/2025/QH15): what may be done with them, and for how long.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::PersonId;
use crate::phone;
use crate::text::clean_lines;

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

/// What a free text seems to hold of a person. A warning, never a refusal: a number of twelve digits may be a document's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Personal {
    Phone,
    /// Twelve digits of a citizen's card, or nine of the card before it.
    IdNumber,
    Email,
}

/// What of a person a free text seems to hold, each once.
#[must_use]
pub fn personal_in(text: &str) -> Vec<Personal> {
    let text = clean_lines(text);
    let mut found: Vec<Personal> = numbers_in(&text).filter_map(number_of).collect();
    if text.split(char::is_whitespace).any(is_email) {
        found.push(Personal::Email);
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Runs of digits as people write them down: with one blank, dot or dash between groups, and a plus in front.
fn numbers_in(text: &str) -> impl Iterator<Item = &str> {
    let is_between = |c: char| matches!(c, ' ' | '.' | '-');
    text.split(move |c: char| !(c.is_ascii_digit() || is_between(c) || c == '+'))
        .map(move |run| run.trim_matches(is_between))
        .filter(|run| run.chars().filter(char::is_ascii_digit).count() >= 9)
}

fn number_of(run: &str) -> Option<Personal> {
    let digits = run.chars().filter(char::is_ascii_digit).count();
    if !run.contains('+') && digits == 12 && is_card(run) {
        return Some(Personal::IdNumber);
    }
    // Figures in a row are no number to ring: a group of fewer than two digits is one.
    if run.split([' ', '.', '-']).any(|group| group.chars().filter(char::is_ascii_digit).count() < 2) {
        return None;
    }
    if phone::parse(run).is_some() {
        return Some(Personal::Phone);
    }
    (digits == 9 && !run.contains([' ', '.', '-', '+'])).then_some(Personal::IdNumber)
}

/// A citizen's number begins with its province's code of three digits, and every such code with a zero.
fn is_card(run: &str) -> bool {
    run.starts_with('0')
}

fn is_email(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    word.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && host.contains('.') && host.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-'))
    })
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

    #[test]
    fn a_phone_a_card_and_an_address_are_seen_in_a_note() {
        use Personal::{Email, IdNumber, Phone};
        for (text, found) in [
            ("gọi 0912 345 678 trước", &[Phone][..]),
            ("ĐT: 0912.345.678, CCCD 001085012345", &[Phone, IdNumber]),
            ("+84 912 345 678", &[Phone]),
            ("024 3382 1234", &[Phone]),
            ("cmnd 012345678", &[IdNumber]),
            ("CCCD 001 085 012 345", &[IdNumber]),
            ("thư: ban.a@phuong.gov.vn.", &[Email]),
        ] {
            assert_eq!(personal_in(text), found, "{text}");
        }
    }

    #[test]
    fn figures_days_and_codes_are_no_persons() {
        for text in [
            "",
            "chữ mờ, ô 7 đọc là 12",
            "09/11/2024, 19h30-21h30",
            "482-1937",
            "3 5 12 7 40 21 9 14",
            "1.234.567 hộ",
            "số 310/KH-UBND ngày 05/11/2024",
            "tổ 1 - 2 - 3 - 4 - 5 - 6 - 7 - 8 - 9 - 10",
        ] {
            assert_eq!(personal_in(text), [], "{text}");
        }
    }
}
