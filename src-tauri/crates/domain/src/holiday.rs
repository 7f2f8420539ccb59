//! Days on which nobody goes out: Vietnam's public holidays, and those an office sets or lifts itself.
//!
//! Source: Bộ luật Lao động 2019 (45/2019/QH14), Điều 112: 1/1; five days of Tết; Giỗ Tổ, 10/3 of the lunar
//! calendar; 30/4; 1/5; 2/9 and one day beside it. Two of these the government fixes anew each year, so this
//! list does not pretend to know them:
//!
//! * the five days of Tết: here the last day of Chạp to mùng 4, the usual choice;
//! * the day beside 2/9: here only for the years whose announcement is known (2024 and 2025).
//!
//! Days in lieu of a weekend and days exchanged by decree are left out for the same reason. An office adds
//! what is missing and lifts what does not hold for it ([`OwnDay`]).

use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// First and last year this list knows.
pub const YEARS: (i32, i32) = (2024, 2035);

/// Mùng 1 Tết and Giỗ Tổ (10/3) by the Vietnamese lunar calendar (UTC+7), as (month, day) for each year
/// from 2024. A test computes them again from the moon and the sun.
const LUNAR: [[(u32, u32); 2]; 12] = [
    [(2, 10), (4, 18)],
    [(1, 29), (4, 7)],
    [(2, 17), (4, 26)],
    [(2, 6), (4, 16)],
    [(1, 26), (4, 4)],
    [(2, 13), (4, 23)],
    // In China the year begins a day later: the new moon falls before midnight in Hà Nội only.
    [(2, 2), (4, 12)],
    [(1, 23), (4, 1)],
    [(2, 11), (4, 19)],
    [(1, 31), (4, 9)],
    [(2, 19), (4, 28)],
    [(2, 8), (4, 17)],
];

const SOLAR: [(u32, u32, &str); 4] =
    [(1, 1, "Tết Dương lịch"), (4, 30, "Ngày Chiến thắng"), (5, 1, "Ngày Quốc tế lao động"), (9, 2, "Quốc khánh")];

/// The day beside 2/9, of the years whose announcement is known.
const BESIDE_NATIONAL_DAY: [(i32, u32, u32); 2] = [(2024, 9, 3), (2025, 9, 1)];

/// A day the office set itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OwnDay {
    pub on: NaiveDate,
    pub name: String,
    /// A public holiday on which people go out all the same.
    pub works: bool,
}

/// A day on which nobody goes out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DayOff {
    pub on: NaiveDate,
    pub name: String,
    /// Set by the office, not by law.
    pub own: bool,
}

/// The days off of a span of time, by day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DaysOff(BTreeMap<NaiveDate, DayOff>);

impl DaysOff {
    /// Public holidays from one day to another, with the office's own days over them.
    #[must_use]
    pub fn of(from: NaiveDate, to: NaiveDate, own: &[OwnDay]) -> Self {
        let mut days: BTreeMap<NaiveDate, DayOff> = (from.year()..=to.year())
            .flat_map(public)
            .filter(|(on, _)| from <= *on && *on <= to)
            .map(|(on, name)| (on, DayOff { on, name, own: false }))
            .collect();
        for day in own.iter().filter(|d| from <= d.on && d.on <= to) {
            if day.works {
                days.remove(&day.on);
            } else {
                days.insert(day.on, DayOff { on: day.on, name: day.name.clone(), own: true });
            }
        }
        Self(days)
    }

    #[must_use]
    pub fn get(&self, day: NaiveDate) -> Option<&DayOff> {
        self.0.get(&day)
    }

    #[must_use]
    pub fn has(&self, day: NaiveDate) -> bool {
        self.0.contains_key(&day)
    }

    pub fn iter(&self) -> impl Iterator<Item = &DayOff> {
        self.0.values()
    }
}

/// The public holidays of a year; none for a year this list does not know.
#[must_use]
pub fn public(year: i32) -> Vec<(NaiveDate, String)> {
    let lunar = usize::try_from(year - YEARS.0).ok().and_then(|i| LUNAR.get(i));
    let Some([tet, ancestors]) = lunar else { return Vec::new() };
    let day = |(month, day)| NaiveDate::from_ymd_opt(year, month, day);
    let mut days: Vec<(NaiveDate, String)> =
        SOLAR.iter().filter_map(|(m, d, name)| Some((day((*m, *d))?, (*name).to_owned()))).collect();
    if let Some(first) = day(*tet) {
        days.extend(first.pred_opt().map(|eve| (eve, "Giao thừa Tết Âm lịch".to_owned())));
        let rest = (0..4).filter_map(|n| Some((first.checked_add_days(Days::new(n))?, n + 1)));
        days.extend(rest.map(|(on, nth)| (on, format!("Mùng {nth} Tết Âm lịch"))));
    }
    days.extend(day(*ancestors).map(|on| (on, "Giỗ Tổ Hùng Vương".to_owned())));
    let beside = BESIDE_NATIONAL_DAY.iter().filter(|(of, ..)| *of == year);
    days.extend(beside.filter_map(|(_, m, d)| Some((day((*m, *d))?, "Nghỉ Quốc khánh".to_owned()))));
    days.sort();
    days
}

#[cfg(test)]
#[path = "holiday/tests.rs"]
mod tests;
