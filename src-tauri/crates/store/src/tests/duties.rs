//! Tasks and reporting units, on a real file.

use domain::task::TaskState;
use domain::unit::UnitFigure;

use super::kit::{Office, day, op};
use crate::journal::replayed_dump;
use crate::{StoreError, TaskRow, Tx};

fn row(text: &str) -> TaskRow {
    TaskRow {
        text: text.into(),
        every_days: Some(3),
        due_on: Some(day(30)),
        responsible: None,
        state: TaskState::Open,
        note: None,
    }
}

fn changed(office: &mut Office, does: impl Fn(&Tx<'_>) -> Result<(), StoreError>) {
    office.writer.transact(&op("test"), |tx| does(tx)).expect("it is written");
    let rows = office.writer.rows();
    assert_eq!(replayed_dump(&rows).expect("a replay"), rows.dump().expect("a dump"));
}

#[test]
fn a_task_keeps_its_place_and_takes_its_records_along() {
    let mut office = Office::new();
    changed(&mut office, |tx| {
        let campaign = tx.get_campaign()?.id;
        let unit = tx.append_task_group(campaign, "Văn phòng")?;
        let news = tx.append_task(unit, &row("Đưa tin"))?;
        let posters = tx.append_task(unit, &row("Niêm yết"))?;
        tx.insert_task_record(news, day(10), "Tin số 1", Some("Sổ phát thanh"))?;
        tx.insert_task_record(news, day(12), "Tin số 2", None)?;
        tx.place_task(posters, unit, 0)
    });
    let rows = office.writer.rows();
    let campaign = rows.get_campaign().expect("it").id;
    let tasks = rows.list_tasks(campaign).expect("tasks");
    assert_eq!(tasks.iter().map(|t| t.text.as_str()).collect::<Vec<_>>(), ["Niêm yết", "Đưa tin"]);
    let records = rows.list_task_records(campaign).expect("records");
    assert_eq!(records.iter().map(|r| r.on).collect::<Vec<_>>(), [day(12), day(10)], "the latest first");
    let unit = tasks[0].group;
    changed(&mut office, |tx| tx.delete_task_group(unit));
    let rows = office.writer.rows();
    assert!(rows.list_tasks(campaign).expect("tasks").is_empty());
    assert!(rows.list_task_records(campaign).expect("records").is_empty());
}

#[test]
fn a_blank_figure_leaves_no_row() {
    let mut office = Office::new();
    changed(&mut office, |tx| {
        let campaign = tx.get_campaign()?.id;
        let unit = tx.append_unit(campaign, "Trường A", None)?;
        let indicator = tx.append_unit_indicator(campaign, "Giáo viên")?;
        let figure = UnitFigure { unit, indicator, as_of: day(10), people: Some(40), done: None };
        tx.put_unit_figure(&figure)?;
        tx.put_unit_figure(&UnitFigure { done: Some(0), ..figure })
    });
    let campaign = office.writer.rows().get_campaign().expect("it").id;
    let [figure] = office.writer.rows().list_unit_figures(campaign).expect("figures")[..] else {
        panic!("one row");
    };
    assert_eq!((figure.people, figure.done), (Some(40), Some(0)), "zero is a number");
    changed(&mut office, |tx| tx.put_unit_figure(&UnitFigure { people: None, done: None, ..figure }));
    assert!(office.writer.rows().list_unit_figures(campaign).expect("figures").is_empty());
    let twice = office.writer.transact(&op("test"), |tx| tx.append_unit(campaign, "Trường A", None));
    assert!(matches!(twice, Err(StoreError::Duplicate { noun: "reporting_unit" })));
}
