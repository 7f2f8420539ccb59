//! Public places where papers are posted (điểm niêm yết), what hangs there, and the areas that have nothing to
//! read before their evening.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::{AreaId, PersonId, PostingId, PostingPlaceId};
use crate::schedule::Visit;

/// A public place: a notice board, a gate, a stairwell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub id: PostingPlaceId,
    /// None: it serves the whole ward.
    pub area: Option<AreaId>,
    pub name: String,
    /// Who sees to it.
    pub keeper: Option<PersonId>,
    pub note: Option<String>,
}

/// A paper that was put up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posting {
    pub id: PostingId,
    pub place: PostingPlaceId,
    /// `Áp phích A3`.
    pub what: String,
    pub copies: u32,
    pub on: NaiveDate,
    pub by: Option<PersonId>,
    /// The day it was taken down.
    pub taken_down: Option<NaiveDate>,
    pub note: Option<String>,
}

impl Posting {
    /// Whether it can be read on a day.
    #[must_use]
    pub fn hangs_on(&self, day: NaiveDate) -> bool {
        self.on <= day && self.taken_down.is_none_or(|down| day < down)
    }
}

/// What an area lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PostingLack {
    /// Nobody has said where papers are posted.
    Place,
    /// Nothing hangs at its places.
    Paper,
}

/// An area whose people cannot read of their next evening anywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bare {
    pub area: AreaId,
    /// Its next evening.
    pub evening: NaiveDate,
    /// Days until then; 0 is today.
    pub days: u32,
    pub lacks: PostingLack,
}

/// Areas with an evening today or later, the earliest first, that have no place, or none with a paper on it. A
/// place of the whole ward is no area's.
#[must_use]
pub fn bare(places: &[Place], postings: &[Posting], visits: &[Visit], today: NaiveDate) -> Vec<Bare> {
    let mut next: BTreeMap<AreaId, NaiveDate> = BTreeMap::new();
    for visit in visits.iter().filter(|v| v.is_on() && v.on >= today) {
        let on = next.entry(visit.area).or_insert(visit.on);
        *on = visit.on.min(*on);
    }
    let mut found: Vec<Bare> = next
        .into_iter()
        .filter_map(|(area, evening)| {
            let own: Vec<PostingPlaceId> = places.iter().filter(|p| p.area == Some(area)).map(|p| p.id).collect();
            let hangs = postings.iter().any(|p| own.contains(&p.place) && p.hangs_on(today));
            let lacks = if own.is_empty() { PostingLack::Place } else { PostingLack::Paper };
            let days = u32::try_from((evening - today).num_days()).unwrap_or_default();
            (!hangs).then_some(Bare { area, evening, days, lacks })
        })
        .collect();
    found.sort_by_key(|b| (b.evening, b.area));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::VisitId;

    fn november(d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, 11, d).expect("a date of the test")
    }

    fn visit(id: i64, area: i64, day: u32) -> Visit {
        let time = |h| chrono::NaiveTime::from_hms_opt(h, 30, 0).expect("a time of the test");
        Visit {
            id: VisitId(id),
            area: AreaId(area),
            on: november(day),
            starts: time(19),
            ends: time(21),
            teams: Vec::new(),
            cancelled: None,
        }
    }

    fn place(id: i64, area: Option<i64>) -> Place {
        Place { id: PostingPlaceId(id), area: area.map(AreaId), name: "Bảng tin".into(), keeper: None, note: None }
    }

    fn posting(place: i64, day: u32, taken_down: Option<u32>) -> Posting {
        Posting {
            id: PostingId(1),
            place: PostingPlaceId(place),
            what: "Áp phích A3".into(),
            copies: 1,
            on: november(day),
            by: None,
            taken_down: taken_down.map(november),
            note: None,
        }
    }

    #[test]
    fn areas_without_a_place_or_a_paper_are_named_the_earliest_first() {
        let visits = [visit(1, 1, 12), visit(2, 2, 11), visit(3, 3, 10), visit(4, 4, 8), visit(5, 1, 20)];
        let places = [place(1, Some(1)), place(3, Some(3)), place(9, None)];
        let postings = [posting(3, 9, None), posting(1, 8, Some(10)), posting(9, 8, None)];
        let found = bare(&places, &postings, &visits, november(10));
        let told: Vec<_> = found.iter().map(|b| (b.area.0, b.days, b.lacks)).collect();
        assert_eq!(told, [(2, 1, PostingLack::Place), (1, 2, PostingLack::Paper)]);
    }

    #[test]
    fn an_evening_called_off_needs_no_poster() {
        let off = Visit { cancelled: Some("mưa".into()), ..visit(1, 1, 12) };
        assert!(bare(&[], &[], &[off], november(10)).is_empty());
    }

    #[test]
    fn a_paper_can_be_read_from_its_day_until_it_is_taken_down() {
        let one = posting(1, 9, Some(12));
        assert_eq!([8, 9, 11, 12].map(|d| one.hangs_on(november(d))), [false, true, true, false]);
    }
}
