//! What printed papers say of the schedule, and which of them are stale. A stale sheet is still accepted
//! when it comes back; staleness advises a reprint, never refuses.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::date::{dmy, hm};
use crate::ids::{AreaId, PrintingId, VisitId};

/// Papers that speak of evenings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PaperKind {
    Plan,
    Sheets,
    Flyer,
}

/// What a paper is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(tag = "of", content = "id", rename_all = "snake_case")]
pub enum Subject {
    /// The whole campaign.
    Campaign,
    Visit(VisitId),
    Area(AreaId),
}

/// One thing a paper says: of a visit, an area, or the campaign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    pub kind: PaperKind,
    pub subject: Subject,
    /// In words, as it stands on the paper: `09/11/2024, 19h30–21h30, Tổ dân phố Hà Trì 1`.
    pub says: String,
}

/// What the schedule says now, by paper and subject.
pub type Now = BTreeMap<(PaperKind, Subject), String>;

/// A saved paper with what it said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printing {
    pub id: PrintingId,
    pub kind: PaperKind,
    pub at: DateTime<FixedOffset>,
    pub file_name: String,
    pub said: Vec<(Subject, String)>,
}

/// A paper whose latest printing says something else than the schedule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stale<'p> {
    pub printing: &'p Printing,
    pub subject: Subject,
    pub says: &'p str,
    /// None if there is nothing to print any more: the evening was called off.
    pub now: Option<String>,
}

/// `09/11/2024, 19h30–21h30`.
#[must_use]
pub fn evening(on: NaiveDate, starts: NaiveTime, ends: NaiveTime) -> String {
    format!("{}, {}–{}", dmy(on), hm(starts), hm(ends))
}

/// Of each paper and subject only the latest printing counts: an older one was replaced by it.
///
/// `printings` in the order they were made.
#[must_use]
pub fn stale<'p>(printings: &'p [Printing], now: &Now) -> Vec<Stale<'p>> {
    let mut latest: BTreeMap<(PaperKind, Subject), (&Printing, &str)> = BTreeMap::new();
    for printing in printings {
        for (subject, says) in &printing.said {
            latest.insert((printing.kind, *subject), (printing, says));
        }
    }
    latest
        .into_iter()
        .filter(|(key, (_, says))| now.get(key).map(String::as_str) != Some(*says))
        .map(|((kind, subject), (printing, says))| Stale {
            printing,
            subject,
            says,
            now: now.get(&(kind, subject)).cloned(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printing(id: i64, kind: PaperKind, said: &[(Subject, &str)]) -> Printing {
        Printing {
            id: PrintingId(id),
            kind,
            at: DateTime::parse_from_rfc3339("2024-11-08T08:00:00+07:00").expect("a time of the test"),
            file_name: "Phieu.pdf".into(),
            said: said.iter().map(|(subject, says)| (*subject, (*says).to_owned())).collect(),
        }
    }

    const TRI: Subject = Subject::Visit(VisitId(1));
    const DO: Subject = Subject::Visit(VisitId(2));

    #[test]
    fn only_what_was_moved_is_stale_and_a_reprint_mends_it() {
        let first = printing(1, PaperKind::Sheets, &[(TRI, "09/11/2024"), (DO, "10/11/2024")]);
        let moved: Now =
            [((PaperKind::Sheets, TRI), "12/11/2024".into()), ((PaperKind::Sheets, DO), "10/11/2024".into())].into();
        let printings = [first.clone()];
        let found = stale(&printings, &moved);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].subject, found[0].says, found[0].now.as_deref()), (TRI, "09/11/2024", Some("12/11/2024")));
        let again = [first, printing(2, PaperKind::Sheets, &[(TRI, "12/11/2024")])];
        assert!(stale(&again, &moved).is_empty());
    }

    #[test]
    fn an_evening_called_off_has_nothing_to_print() {
        let printings = [printing(1, PaperKind::Sheets, &[(TRI, "09/11/2024")])];
        assert_eq!(stale(&printings, &Now::new())[0].now, None);
    }

    #[test]
    fn one_paper_does_not_replace_another_kind() {
        let printings = [printing(1, PaperKind::Sheets, &[(TRI, "x")]), printing(2, PaperKind::Flyer, &[(TRI, "y")])];
        let now: Now = [((PaperKind::Flyer, TRI), "y".to_owned())].into();
        assert_eq!(stale(&printings, &now).len(), 1);
    }

    #[test]
    fn an_evening_in_words() {
        let time = |h| NaiveTime::from_hms_opt(h, 30, 0).expect("a time of the test");
        let on = NaiveDate::from_ymd_opt(2024, 11, 9).expect("a date of the test");
        assert_eq!(evening(on, time(19), time(21)), "09/11/2024, 19h30–21h30");
    }
}
