//! The news log (nhật ký tin bài): what a duty with a rhythm has to show, day by day, and where it fell silent.
//! "Tối thiểu 03 ngày 01 tin".

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A stretch without an item longer than the rhythm allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Gap {
    /// The day of the item before it, or the campaign's first.
    pub from: NaiveDate,
    /// The day of the item that ended it; while it lasts, today or the campaign's last.
    pub to: NaiveDate,
    /// From one to the other.
    pub days: u32,
    /// Nothing has ended it.
    pub open: bool,
}

/// The gaps of a rhythm of `every` days up to `today`, in order.
///
/// The rule is [`crate::task::standing`]'s: the rhythm counts from the campaign's first day and again from each
/// item, and asks nothing more once the campaign is over. With at least one item in 3 days and a campaign from
/// the 9th, an item on the 12th is in time; one on the 13th ends a gap of 4 days. `done` in any order; what is
/// written down for a day to come has not been done yet.
#[must_use]
pub fn gaps(every: u32, done: &[NaiveDate], today: NaiveDate, (starts, ends): (NaiveDate, NaiveDate)) -> Vec<Gap> {
    let until = today.min(ends);
    if until < starts {
        return Vec::new();
    }
    let due_after = |from: NaiveDate| from.checked_add_days(Days::new(every.into())).filter(|due| *due <= ends);
    let gap = |from: NaiveDate, to: NaiveDate, open| {
        let days = u32::try_from((to - from).num_days()).unwrap_or_default();
        due_after(from).filter(|due| *due < to).map(|_| Gap { from, to, days, open })
    };
    let mut within: Vec<NaiveDate> = done.iter().copied().filter(|on| starts <= *on && *on <= today).collect();
    within.sort_unstable();
    let mut found = Vec::new();
    let mut from = starts;
    for on in within {
        // After the campaign nothing is asked: an item then ends what was open on its last day.
        found.extend(gap(from, on.min(until), false));
        from = on.max(from);
    }
    if from < until {
        found.extend(gap(from, until, true));
    }
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::ids::{RecordId, TaskGroupId, TaskId};
    use crate::task::{Standing, Task, TaskRecord, TaskState, standing};

    fn november(d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, 11, d).expect("a date of the test")
    }

    fn campaign() -> (NaiveDate, NaiveDate) {
        (november(9), november(30))
    }

    fn found(days: &[u32], today: u32) -> Vec<(u32, u32, u32, bool)> {
        use chrono::Datelike;
        let done: Vec<NaiveDate> = days.iter().map(|d| november(*d)).collect();
        let gaps = gaps(3, &done, november(today), campaign());
        gaps.into_iter().map(|g| (g.from.day(), g.to.day(), g.days, g.open)).collect()
    }

    #[test]
    fn one_item_in_three_days() {
        assert_eq!(found(&[], 12), []);
        assert_eq!(found(&[], 13), [(9, 13, 4, true)]);
        assert_eq!(found(&[12], 15), []);
        assert_eq!(found(&[13], 14), [(9, 13, 4, false)]);
        assert_eq!(found(&[20, 10, 15], 24), [(10, 15, 5, false), (15, 20, 5, false), (20, 24, 4, true)]);
        assert_eq!(found(&[28], 30), [(9, 28, 19, false)], "the next would be due after the last day");
    }

    #[test]
    fn nothing_is_asked_before_and_after_the_campaign() {
        let december = NaiveDate::from_ymd_opt(2024, 12, 20).expect("a date of the test");
        assert_eq!(found(&[], 5), []);
        let late = gaps(3, &[november(24), december], december, campaign());
        assert_eq!(late.last().map(|g| (g.from, g.to, g.open)), Some((november(24), november(30), false)));
        let never = gaps(3, &[november(24)], december, campaign());
        assert_eq!(never.last().map(|g| (g.from, g.to, g.open)), Some((november(24), november(30), true)));
    }

    proptest! {
        /// Day by day: a day lies in a gap exactly if the duty stood silent on it, or its item came too late.
        #[test]
        fn gaps_are_what_standing_said_day_by_day(
            every in 1u32..8,
            days in proptest::collection::vec(1u32..30, 0..12),
            today in 1u32..30,
        ) {
            let done: Vec<NaiveDate> = days.iter().map(|d| november(*d)).collect();
            let task = Task {
                id: TaskId(1),
                group: TaskGroupId(1),
                text: "Đưa tin".into(),
                every_days: Some(every),
                due_on: None,
                responsible: None,
                state: TaskState::Open,
                note: None,
            };
            let records: Vec<TaskRecord> = done
                .iter()
                .map(|on| TaskRecord { id: RecordId(1), task: TaskId(1), on: *on, note: "Tin".into(), proof: None })
                .collect();
            let found = gaps(every, &done, november(today), campaign());
            let silent = |day: u32, known: &[TaskRecord]| {
                matches!(standing(&task, known, november(day), campaign()), Standing::Silent { .. })
            };
            prop_assert_eq!(silent(today, &records), found.last().is_some_and(|g| g.open));
            for day in 9..=today {
                // As it stood that morning, before the day's own item.
                let before: Vec<TaskRecord> = records.iter().filter(|r| r.on < november(day)).cloned().collect();
                let due = |g: &Gap| g.from.checked_add_days(Days::new(every.into())).is_some_and(|d| d < november(day));
                let inside = found.iter().any(|g| due(g) && november(day) <= g.to);
                prop_assert_eq!(silent(day, &before), inside, "{} {:?}", day, &found);
            }
            prop_assert!(found.windows(2).all(|w| w[0].to <= w[1].from && !w[0].open));
            prop_assert!(found.iter().all(|g| g.days > every));
        }
    }
}
