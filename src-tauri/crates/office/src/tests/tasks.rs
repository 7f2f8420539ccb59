use chrono::NaiveDate;
use domain::ids::{TaskGroupId, TaskId};
use domain::task::{Standing, TaskState};
use store::journal::replayed_dump;

use super::clock::on;
use super::kit::{Ward, code_of};
use crate::ErrorCode;
use crate::chase::{ChaseDocx, ChasePdf, GetChase};
use crate::named::NamedForm;
use crate::plan::PlanPdf;
use crate::search::{HitKind, Search};
use crate::task::{
    GroupOrder, ListTasks, PutTask, PutTaskGroup, RecordTask, RemoveRecord, RemoveTask, RemoveTaskGroup, ReorderTasks,
    TaskList, TaskView,
};
use crate::undo::Undo;

fn november(d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 11, d).expect("a date of the test")
}

fn list(ward: &Ward) -> TaskList {
    ward.office.read(ListTasks {}).expect("tasks")
}

/// The duty of "tối thiểu 03 ngày 01 tin".
fn news(ward: &Ward) -> TaskView {
    let groups = list(ward).groups;
    groups.into_iter().flat_map(|g| g.tasks).find(|t| t.every_days == Some(3)).expect("the sample has it")
}

fn record(task: TaskId, day: u32) -> RecordTask {
    let proof = Some("https://haco.example/tin-1".into());
    RecordTask { task, on: november(day), note: "Tin trên loa truyền thanh".into(), proof, finished: false }
}

fn put(group: TaskGroupId, text: &str) -> PutTask {
    PutTask {
        id: None,
        group,
        text: text.into(),
        every_days: None,
        due_on: None,
        responsible: None,
        state: TaskState::Open,
        note: None,
    }
}

#[test]
fn the_plans_part_two_is_a_task_list() {
    let ward = Ward::of("ha-cau-2024");
    let tasks = list(&ward);
    assert_eq!(tasks.groups.len(), 7, "II.1 to II.7");
    assert!(news(&ward).plain.contains("(tối thiểu 03 ngày 01 tin)"), "without the plan's marks");
    assert_eq!(news(&ward).standing, Standing::Fine { next: Some(november(12)) });
}

#[test]
fn a_news_item_written_down_ends_the_silence() {
    let mut ward = on(Ward::of("ha-cau-2024"), "2024-11-17");
    assert_eq!(news(&ward).standing, Standing::Silent { last: None, days: 8 });
    let id = news(&ward).id;
    let written = ward.office.write(record(id, 16)).expect("recorded");
    assert!(written.changed.0.contains("task_record"));
    let now = news(&ward);
    assert_eq!((now.standing, now.state), (Standing::Fine { next: Some(november(19)) }, TaskState::Doing));
    assert_eq!(now.records[0].proof.as_deref(), Some("https://haco.example/tin-1"));
    assert_eq!(code_of(ward.office.write(record(id, 18))), ErrorCode::DayAhead);
    ward.office.write(RemoveRecord { id: written.answer }).expect("taken out");
    assert!(news(&ward).presses);
}

#[test]
fn every_edit_goes_back_and_the_journal_replays_it() {
    let mut ward = Ward::of("ha-cau-2024");
    let dump = |ward: &Ward| ward.office.view().dump().expect("a dump");
    let before = dump(&ward);
    let id = news(&ward).id;
    let group = list(&ward).groups[2].id;
    let mut entries = Vec::new();
    entries.push(ward.office.write(PutTaskGroup { id: None, unit: "Trạm Y tế:".into() }).expect("a unit").undo);
    let responsible = Some(NamedForm { name: "Lê Văn Tám".into(), title: Some("Trưởng Đài".into()) });
    let task = PutTask { id: Some(id), every_days: Some(2), responsible, ..put(group, "Đưa tin") };
    entries.push(ward.office.write(task).expect("edited").undo);
    entries.push(ward.office.write(record(id, 10)).expect("recorded").undo);
    assert_eq!(news_of(&ward, id).responsible.map(|p| p.name).as_deref(), Some("Lê Văn Tám"));
    entries.push(ward.office.write(RemoveTaskGroup { id: group }).expect("taken out").undo);
    assert_eq!(list(&ward).groups.len(), 7);
    assert_eq!(list(&ward).groups[6].unit, "Trạm Y tế");
    assert_eq!(replayed_dump(&ward.office.view()).expect("a replay"), dump(&ward));
    for entry in entries.into_iter().rev() {
        ward.office.write(Undo { entry: entry.expect("it can be taken back") }).expect("taken back");
    }
    assert_eq!(dump(&ward), before);
}

fn news_of(ward: &Ward, id: TaskId) -> TaskView {
    list(ward).groups.into_iter().flat_map(|g| g.tasks).find(|t| t.id == id).expect("it is there")
}

#[test]
fn the_plan_prints_what_the_list_says() {
    let mut ward = Ward::of("ha-cau-2024");
    let words = |ward: &Ward| {
        let plan = ward.office.view().plan().expect("a plan");
        format!("{:?}", plan.document().expect("a document").body)
    };
    let group = ward.office.write(PutTaskGroup { id: None, unit: "Trạm Y tế".into() }).expect("a unit").answer;
    ward.office.write(put(group, "Treo *áp phích* tại trạm, {{ngày kết thúc}}.")).expect("a task");
    let text = words(&ward);
    assert!(text.contains("Trạm Y tế:") && text.contains("áp phích") && text.contains("30/11/2024"));
    assert_eq!(code_of(ward.office.write(put(group, "{{ngày nào}}"))), ErrorCode::UnknownTaskField);
    ward.office.make(PlanPdf::default(), &mut |_, _| true).expect("it prints");
    let id = list(&ward).groups[7].tasks[0].id;
    ward.office.write(RemoveTask { id }).expect("taken out");
    assert!(!words(&ward).contains("áp phích"));
}

#[test]
fn an_order_names_every_task_once() {
    let mut ward = Ward::of("ha-cau-2024");
    let order = |list: &TaskList| -> Vec<GroupOrder> {
        let tasks = |g: &crate::task::TaskGroupView| g.tasks.iter().map(|t| t.id).collect();
        list.groups.iter().map(|g| GroupOrder { group: g.id, tasks: tasks(g) }).collect()
    };
    let mut groups = order(&list(&ward));
    groups.swap(0, 6);
    let moved = groups[6].tasks.pop().expect("a task");
    groups[1].tasks.insert(0, moved);
    ward.office.write(ReorderTasks { groups: groups.clone() }).expect("ordered");
    let now = list(&ward);
    assert_eq!(now.groups[0].unit, "Ban Giám hiệu các trường học");
    assert_eq!(now.groups[1].tasks[0].id, moved);
    for broken in [&groups[1..], &[groups.as_slice(), &groups[..1]].concat()] {
        assert_eq!(code_of(ward.office.write(ReorderTasks { groups: broken.to_vec() })), ErrorCode::Missing);
    }
}

#[test]
fn another_name_is_another_person() {
    let mut ward = Ward::of("ha-cau-2024");
    let contact = ward.office.view().list_people().expect("people").into_iter().find(|p| p.name == "Đào Thu Hằng");
    let contact = contact.expect("the sample names her");
    let group = list(&ward).groups[0].id;
    let named = |name: &str| Some(NamedForm { name: name.into(), title: None });
    let id = ward
        .office
        .write(PutTask { responsible: named("đào thu hằng"), ..put(group, "Đôn đốc") })
        .expect("a task")
        .answer;
    let her = news_of(&ward, id).responsible.expect("somebody");
    assert_eq!((her.person, her.title), (contact.id, contact.title.clone()), "the one the office knows");
    ward.office
        .write(PutTask { id: Some(id), responsible: named("Trần Văn Đơ"), ..put(group, "Đôn đốc") })
        .expect("edited");
    let him = news_of(&ward, id).responsible.expect("somebody");
    assert_ne!(him.person, contact.id);
    let still = ward.office.view().find_person(contact.id).expect("read").expect("she is there");
    assert_eq!(still.name, contact.name);
}

#[test]
fn what_is_silent_and_due_is_chased_by_message_and_by_letter() {
    let ward = on(Ward::of("ha-cau-2024"), "2024-11-27");
    let chase = ward.office.read(GetChase {}).expect("a chase");
    let to: Vec<&str> = chase.texts.iter().map(|t| t.to.as_str()).collect();
    assert_eq!(
        to,
        [
            "Bộ phận Văn hóa - Thông tin, Đài truyền thanh",
            "Tổ trưởng tổ dân phố, Tổ Chuyển đổi số cộng đồng, Ban Quản trị/Ban Quản lý khu chung cư",
            "Cụm chung cư Hyundai Hillstate",
        ]
    );
    let hillstate = &chase.texts[2].text;
    assert!(hillstate.contains("Hạn: 29/11/2024. Còn 02 ngày."), "before the 30th: {hillstate}");
    assert!(hillstate.contains("qua đ/c Đào Thu Hằng"), "{hillstate}");
    let pdf = ward.office.make(ChasePdf {}, &mut |_, _| true).expect("a letter");
    let docx = ward.office.make(ChaseDocx {}, &mut |_, _| true).expect("a letter");
    assert!(pdf.bytes.starts_with(b"%PDF") && docx.bytes.starts_with(b"PK"));
    assert_eq!(pdf.file_name, "cong-van-don-doc-2024-11-27.pdf");
}

#[test]
fn a_task_is_found_by_its_words_and_by_its_unit() {
    let ward = Ward::of("ha-cau-2024");
    let found = |query: &str| ward.office.read(Search { query: query.into() }).expect("hits");
    let [hit] = &found("toi thieu 03 ngay")[..] else { panic!("one task") };
    assert_eq!((hit.kind, hit.target.as_str()), (HitKind::Task, news(&ward).id.to_string().as_str()));
    assert_eq!(found("ke toan").len(), 1);
}

#[test]
fn nothing_owed_is_no_letter() {
    let ward = Ward::of("ha-cau-2024");
    assert!(ward.office.read(GetChase {}).expect("a chase").rows.is_empty());
    let made = ward.office.make(ChasePdf {}, &mut |_, _| true);
    assert_eq!(code_of(made), ErrorCode::NothingToChase);
}
