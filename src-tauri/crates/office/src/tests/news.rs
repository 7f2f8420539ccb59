use domain::news::Gap;
use domain::task::Standing;

use super::clock::on;
use super::kit::Ward;
use super::states::day;
use crate::chase::GetChase;
use crate::news::{GetNews, NewsDuty};
use crate::task::RecordTask;

fn news(ward: &Ward) -> NewsDuty {
    let mut duties = ward.office.read(GetNews {}).expect("a log").duties;
    assert_eq!(duties.len(), 1, "the plan has one duty with a rhythm");
    duties.remove(0)
}

fn record(ward: &mut Ward, d: u32) {
    let task = news(ward).task;
    let proof = Some("https://haco.example/tin".into());
    let item = RecordTask { task, on: day(d), note: format!("Tin ngày {d}"), proof, finished: false };
    ward.office.write(item).expect("recorded");
}

#[test]
fn the_log_tells_items_gaps_and_the_next_day() {
    let mut ward = on(Ward::of("ha-cau-2024"), "2024-11-19");
    for d in [11, 18, 12] {
        record(&mut ward, d);
    }
    let duty = news(&ward);
    assert_eq!((duty.every_days, duty.next, duty.standing), (3, Some(day(21)), Standing::Fine { next: Some(day(21)) }));
    let told: Vec<(&str, Option<&str>)> = duty.items.iter().map(|i| (i.note.as_str(), i.proof.as_deref())).collect();
    let link = Some("https://haco.example/tin");
    assert_eq!(told, [("Tin ngày 18", link), ("Tin ngày 12", link), ("Tin ngày 11", link)]);
    assert_eq!(duty.gaps, [Gap { from: day(12), to: day(18), days: 6, open: false }]);
}

#[test]
fn a_silent_duty_is_due_since_its_day_and_presses() {
    let mut ward = on(Ward::of("ha-cau-2024"), "2024-11-19");
    record(&mut ward, 11);
    let duty = news(&ward);
    assert_eq!(duty.standing, Standing::Silent { last: Some(day(11)), days: 8 });
    assert_eq!(duty.next, Some(day(14)), "the day it was due");
    assert_eq!(duty.gaps, [Gap { from: day(11), to: day(19), days: 8, open: true }]);
    let chase = ward.office.read(GetChase {}).expect("what presses");
    assert!(chase.rows.iter().any(|r| r.standing == duty.standing), "Hôm nay lists what the chase lists");
}
