use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use super::*;

fn november(d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 11, d).expect("a date of the test")
}

fn campaign() -> (NaiveDate, NaiveDate) {
    (november(9), november(30))
}

fn task(every_days: Option<u32>, due_on: Option<NaiveDate>) -> Task {
    Task {
        id: TaskId(1),
        group: TaskGroupId(1),
        text: "Đưa tin (*tối thiểu 03 ngày 01 tin*)".into(),
        every_days,
        due_on,
        responsible: None,
        state: TaskState::Open,
        note: None,
    }
}

fn record(on: NaiveDate) -> TaskRecord {
    TaskRecord { id: RecordId(1), task: TaskId(1), on, note: "Tin".into(), proof: None }
}

#[test]
fn one_item_in_three_days() {
    let news = task(Some(3), None);
    let on = |day, records: &[TaskRecord]| standing(&news, records, november(day), campaign());
    assert_eq!(on(9, &[]), Standing::Fine { next: Some(november(12)) });
    assert_eq!(on(11, &[]), Standing::Due { on: november(12), days: 1 });
    assert_eq!(on(12, &[]), Standing::Due { on: november(12), days: 0 });
    assert_eq!(on(13, &[]), Standing::Silent { last: None, days: 4 });
    assert_eq!(on(13, &[record(november(10))]), Standing::Due { on: november(13), days: 0 });
    assert_eq!(on(17, &[record(november(13))]), Standing::Silent { last: Some(november(13)), days: 4 });
    assert_eq!(on(17, &[record(november(13)), record(november(17))]), Standing::Fine { next: Some(november(20)) });
}

#[test]
fn a_rhythm_ends_with_the_campaign_a_due_day_does_not() {
    let december = NaiveDate::from_ymd_opt(2024, 12, 5).expect("a date of the test");
    assert_eq!(standing(&task(Some(3), None), &[], december, campaign()), Standing::Fine { next: None });
    assert_eq!(
        standing(&task(None, Some(november(30))), &[], december, campaign()),
        Standing::Overdue { since: november(30), days: 5 }
    );
    assert_eq!(
        standing(&task(Some(3), None), &[], november(5), campaign()),
        Standing::Fine { next: Some(november(12)) }
    );
}

#[test]
fn what_presses_most_is_told() {
    let both = task(Some(3), Some(november(12)));
    assert_eq!(standing(&both, &[], november(14), campaign()), Standing::Overdue { since: november(12), days: 2 });
    assert_eq!(standing(&both, &[], november(11), campaign()), Standing::Due { on: november(12), days: 1 });
    let far = task(Some(3), Some(november(30)));
    assert_eq!(standing(&far, &[], november(14), campaign()), Standing::Silent { last: None, days: 5 });
}

#[test]
fn marks_are_not_words() {
    assert_eq!(task(None, None).plain(), "Đưa tin (tối thiểu 03 ngày 01 tin)");
}

fn day() -> impl Strategy<Value = NaiveDate> {
    (0u64..60).prop_map(|d| {
        NaiveDate::from_ymd_opt(2024, 10, 25).expect("a date").checked_add_days(Days::new(d)).expect("a date")
    })
}

proptest! {
    /// Silent is exactly: within the campaign, more than `every` days of it without a record.
    #[test]
    fn silent_is_a_window_without_a_record(
        every in 1u32..20,
        done in prop::collection::vec(day(), 0..6),
        today in day(),
    ) {
        let (starts, ends) = campaign();
        let records: Vec<TaskRecord> = done.iter().map(|on| record(*on)).collect();
        let found = standing(&task(Some(every), None), &records, today, campaign());
        let window = |on: &NaiveDate| (0..=i64::from(every)).contains(&(today - *on).num_days());
        let silent = today <= ends
            && (today - starts).num_days() > i64::from(every)
            && !done.iter().any(window);
        prop_assert_eq!(matches!(found, Standing::Silent { .. }), silent, "{:?}", found);
    }

    #[test]
    fn a_record_of_today_is_never_silent_and_order_does_not_matter(
        every in 1u32..20,
        mut done in prop::collection::vec(day(), 0..6),
        today in day(),
    ) {
        let news = task(Some(every), None);
        let at = |days: &[NaiveDate]| {
            standing(&news, &days.iter().map(|on| record(*on)).collect::<Vec<_>>(), today, campaign())
        };
        let before = at(&done);
        done.reverse();
        prop_assert_eq!(at(&done), before);
        done.push(today);
        prop_assert!(!at(&done).is_late());
    }

    #[test]
    fn done_is_done(every in prop::option::of(1u32..9), due in prop::option::of(day()), today in day()) {
        let done = Task { state: TaskState::Done, ..task(every, due) };
        prop_assert_eq!(standing(&done, &[], today, campaign()), Standing::Done);
    }

    #[test]
    fn a_due_day_is_early_or_late_but_never_both(due in day(), today in day()) {
        match dated(due, today) {
            Standing::Overdue { since, days } => prop_assert_eq!(since + chrono::TimeDelta::days(days.into()), today),
            Standing::Due { on, days } => prop_assert_eq!(today + chrono::TimeDelta::days(days.into()), on),
            Standing::Fine { next } => prop_assert!(next.is_some_and(|next| (next - today).num_days() > 3)),
            other => prop_assert!(false, "{:?}", other),
        }
    }
}
