//! The plan issued, changed, and amended from what changed: twice in a row, on a real file.

use domain::account::Role;
use domain::date::dmy;
use domain::document::DocumentKind;
use domain::ids::DocumentId;
use serde_json::json;

use super::documents::{begin, get, issue, pdf, sound, text, visits};
use super::kit::{Ward, code_of};
use super::states::{day, staff};
use crate::area::RenameArea;
use crate::campaign::EditCampaign;
use crate::document::{BeginDocument, Description, DocumentDocx, EditDocument, RemoveDraft};
use crate::plan::{EditPlan, GetAmendment, GetPlan, IssuePlan, SectionEdit};
use crate::task::PutTask;
use crate::undo::Undo;
use crate::visit::ExtendCampaign;
use crate::{Error, ErrorCode};

fn issued(sample: &str) -> (Ward, DocumentId) {
    let mut ward = Ward::of(sample);
    let plan = ward.office.write(IssuePlan { number: 75, dated: day(5) }).expect("issued").answer;
    (ward, plan)
}

/// What an issued document was made from.
fn description(ward: &Ward, id: DocumentId) -> Description {
    let view = ward.office.view();
    let frozen = view.find_frozen(id).expect("read").expect("issued");
    serde_json::from_str(&frozen.description).expect("a description")
}

/// Its words, a part a line.
fn words(ward: &Ward, id: DocumentId) -> String {
    use domain::document::Block;
    let document = description(ward, id).document;
    let mut lines: Vec<String> = document.bases.iter().map(domain::document::Rich::text).collect();
    for block in document.body {
        lines.push(match block {
            Block::Part { number, title } | Block::Item { number, title } => format!("{number}. {title}"),
            Block::NumberedText { number, text } => format!("{number}. {}", text.text()),
            Block::Dash(text) => format!("- {}", text.text()),
            Block::Paragraph(text) => text.text(),
            Block::Table { rows, .. } => {
                rows.into_iter().map(|row| row.cells.join(" | ")).collect::<Vec<_>>().join("\n")
            }
            other => format!("{other:?}"),
        });
    }
    lines.join("\n")
}

fn changes(ward: &Ward) -> Vec<String> {
    let view = ward.office.read(GetAmendment {}).expect("a look");
    view.changes.into_iter().map(|line| line.sentence).collect()
}

/// Moves the nth evening to a day; the area's name.
fn move_evening(ward: &mut Ward, nth: usize, to: u32) -> (String, u32) {
    let visit = visits(ward)[nth].clone();
    let free: Vec<_> = visits(ward).into_iter().filter(|v| v.on == day(to) && v.id != visit.id).collect();
    let mut request = json!({ "id": visit.id, "on": day(to), "confirmed": true });
    if let Some(there) = free.first() {
        request["swap_with"] = json!(there.id);
    }
    let request: crate::visit::MoveVisit = serde_json::from_value(request).expect("a request");
    ward.office.write(request).expect("moved");
    let label = ward.office.view().get_area(visit.area).expect("it").label();
    (label, chrono::Datelike::day(&visit.on))
}

#[test]
fn nothing_is_amended_before_the_plan_is_issued_or_while_nothing_changed() {
    let mut ward = Ward::of("ha-cau-2024");
    let amend = || BeginDocument { kind: DocumentKind::Amendment, from: None, to: None, visit: None, team: None };
    assert_eq!(code_of(ward.office.write(amend())), ErrorCode::PlanNotIssued);
    assert_eq!(ward.office.read(GetAmendment {}).expect("a look").amends, None);
    ward.office.write(IssuePlan { number: 75, dated: day(5) }).expect("issued");
    match ward.office.write(amend()) {
        Err(Error::User { code: ErrorCode::NothingAmended, params, .. }) => {
            assert_eq!(params["number"], "Số: 75/KH-UBND");
        }
        other => panic!("{other:?}"),
    }
    assert!(changes(&ward).is_empty());
    // What is done for a task is no other plan.
    let task = ward.office.view().list_tasks(ward.office.view().get_campaign().expect("it").id).expect("tasks")[0].id;
    let done = json!({ "task": task, "on": "2024-11-09", "note": "Đã đăng", "proof": null, "finished": false });
    let done: crate::task::RecordTask = serde_json::from_value(done).expect("a request");
    ward.office.write(done).expect("recorded");
    assert!(changes(&ward).is_empty());
}

#[test]
fn two_moved_evenings_make_an_amendment_that_cites_the_plan() {
    let (mut ward, plan) = issued("ha-cau-2024");
    let frozen = pdf(&ward, plan);
    let (first, from) = move_evening(&mut ward, 8, 28);
    let id = begin(&mut ward, DocumentKind::Amendment);
    assert_eq!(ward.office.read(GetAmendment {}).expect("a look").draft, Some(id));
    let under_way = BeginDocument { kind: DocumentKind::Amendment, from: None, to: None, visit: None, team: None };
    assert_eq!(code_of(ward.office.write(under_way)), ErrorCode::AmendmentUnderWay);
    // What moves while it is a draft is in it.
    let (second, _) = move_evening(&mut ward, 10, 27);
    let view = get(&ward, id);
    assert!(
        view.row.subject.starts_with("Điều chỉnh Kế hoạch số 75/KH-UBND ngày 05/11/2024 về "),
        "{}",
        view.row.subject
    );
    assert_eq!(view.row.amends, Some(plan));
    issue(&mut ward, id, 80, day(10)).expect("issued");
    let said = words(&ward, id);
    assert!(said.contains("Căn cứ Kế hoạch số 75/KH-UBND ngày 05/11/2024 của UBND phường Hà Cầu về "), "{said}");
    assert!(said.contains(&format!("{first} | {} | 28/11/2024", dmy(day(from)))), "{said}");
    assert!(said.contains(&second) && said.contains("giữ nguyên"), "{said}");
    assert!(changes(&ward).is_empty(), "it lays down what there is now");
    assert!(pdf(&ward, plan) == frozen);
    assert_eq!(get(&ward, plan).row.amended_by, Some(id));
    assert_eq!(ward.office.read(GetPlan {}).expect("a plan").issued.expect("issued").amendments, [id]);
    let docx = ward.office.make(DocumentDocx { id }, &mut |_, _| true).expect("a paper");
    assert_eq!(docx.file_name, "80-kh-ubnd-ke-hoach-dieu-chinh.docx");
    sound(&ward);
}

#[test]
fn a_second_amendment_says_what_the_first_did_not() {
    let (mut ward, plan) = issued("minh-hoa");
    let (first, _) = move_evening(&mut ward, 67, 25);
    let one = begin(&mut ward, DocumentKind::Amendment);
    issue(&mut ward, one, 80, day(9)).expect("issued");
    let (second, _) = move_evening(&mut ward, 50, 19);
    let two = begin(&mut ward, DocumentKind::Amendment);
    assert_eq!(get(&ward, two).row.amends, Some(one));
    assert_eq!(code_of(issue(&mut ward, two, 81, day(8))), ErrorCode::IssueDateBeforeAmended);
    issue(&mut ward, two, 81, day(10)).expect("issued");
    let said = words(&ward, two);
    assert!(said.contains("(đã được điều chỉnh tại Kế hoạch số 80/KH-UBND ngày 09/11/2024)"), "{said}");
    assert!(said.contains(&second), "{second}: {said}");
    assert!(first == second || !said.contains(&format!("{first} |")), "{first}: {said}");
    assert_eq!(ward.office.read(GetPlan {}).expect("a plan").issued.expect("issued").amendments, [one, two]);
    assert_eq!(get(&ward, plan).row.amended_by, Some(one));
    sound(&ward);
}

#[test]
fn an_amendment_never_bears_a_number_of_the_register_or_a_day_before_what_it_amends() {
    let (mut ward, _) = issued("ha-cau-2024");
    move_evening(&mut ward, 8, 28);
    let id = begin(&mut ward, DocumentKind::Amendment);
    assert_eq!(code_of(issue(&mut ward, id, 75, day(10))), ErrorCode::NumberTaken);
    assert_eq!(code_of(issue(&mut ward, id, 76, day(4))), ErrorCode::IssueDateBeforeAmended);
    let silent =
        EditDocument { id, head: None, sections: Some(vec![text(None, "Điều chỉnh lịch.")]), nominees: None };
    let entry = ward.office.write(silent).expect("edited").undo.expect("an entry");
    assert_eq!(code_of(issue(&mut ward, id, 76, day(10))), ErrorCode::AmendmentSaysNothing);
    ward.office.write(Undo { entry }).expect("taken back");
    issue(&mut ward, id, 76, day(10)).expect("issued");
    sound(&ward);
}

#[test]
fn a_move_taken_back_leaves_nothing_to_amend() {
    let (mut ward, _) = issued("ha-cau-2024");
    let visit = visits(&ward)[21].clone();
    let swap = json!({ "id": visit.id, "on": day(20), "swap_with": visits(&ward)[11].id, "confirmed": true });
    let swap: crate::visit::MoveVisit = serde_json::from_value(swap).expect("a request");
    let entry = ward.office.write(swap).expect("moved");
    let id = begin(&mut ward, DocumentKind::Amendment);
    ward.office.write(Undo { entry: entry.undo.expect("an entry") }).expect("taken back");
    assert!(changes(&ward).is_empty());
    assert_eq!(code_of(issue(&mut ward, id, 80, day(10))), ErrorCode::NothingAmended);
    ward.office.write(RemoveDraft { id }).expect("thrown away");
    sound(&ward);
}

#[test]
fn every_matter_of_the_plan_is_told() {
    let (mut ward, _) = issued("ha-cau-2024");
    let campaign = ward.office.view().get_campaign().expect("it");
    ward.office
        .write(ExtendCampaign { ends_on: day(30).succ_opt().expect("a day"), with_targets: false })
        .expect("extended");
    let plan = ward.office.read(GetPlan {}).expect("a plan");
    let part = plan.sections.iter().find(|s| s.heading.is_some()).expect("a part");
    let added = format!("{}\n#. Bảo đảm an toàn cho thành viên {{{{đơn vị}}}}.", part.text);
    let section = SectionEdit { id: part.id, heading: part.heading.clone(), text: added };
    let mut recipients = plan.recipients.clone();
    recipients.insert(0, "Công an phường".into());
    let edit = EditPlan { recipients: Some(recipients), sections: vec![section], ..EditPlan::default() };
    ward.office.write(edit).expect("edited");
    let group = ward.office.view().list_task_groups(campaign.id).expect("units")[0].clone();
    let task = json!({ "id": null, "group": group.id, "text": "Công khai kết quả {{ứng dụng}} hằng tuần.",
        "every_days": null, "due_on": null, "responsible": null, "state": "open", "note": null });
    let task: PutTask = serde_json::from_value(task).expect("a request");
    ward.office.write(task).expect("a task");
    let hours = json!({ "id": campaign.id, "title": campaign.title, "app": campaign.app_name,
        "starts_on": campaign.starts_on, "ends_on": "2024-12-01", "evening_starts": "19:00:00", "evening_ends": "21:00:00" });
    let hours: EditCampaign = serde_json::from_value(hours).expect("a request");
    ward.office.write(hours).expect("edited");

    let id = begin(&mut ward, DocumentKind::Amendment);
    issue(&mut ward, id, 81, day(10)).expect("issued");
    let said = words(&ward, id);
    let short = ward.office.view().issuer_on(day(10)).expect("it").short_name;
    for told in [
        "từ 30/11/2024 thành 01/12/2024",
        "19h30 – 21h30 thành 19h00 – 21h00",
        &format!("bổ sung “Bảo đảm an toàn cho thành viên {short}”"),
        &format!("bổ sung nhiệm vụ “Công khai kết quả {} hằng tuần”", campaign.app_name),
        "Bổ sung “Công an phường”",
    ] {
        assert!(said.contains(told), "{told}: {said}");
    }
    sound(&ward);
}

#[test]
fn a_renamed_area_is_called_as_it_was_on_each_documents_date() {
    let (mut ward, plan) = issued("ha-cau-2024");
    let visit = visits(&ward)[8].clone();
    let area = ward.office.view().get_area(visit.area).expect("it");
    let old = area.name.clone();
    let form = json!({ "name": "Hà Trì Mới", "kind": area.kind, "cluster": null, "leader": null,
        "self_report_due": null, "accept_near": true });
    let form = serde_json::from_value(form).expect("a form");
    let rename = RenameArea { id: area.id, from: day(10), area: form, because: "Nghị quyết".into() };
    ward.office.write(rename).expect("renamed");
    assert!(changes(&ward).is_empty(), "another name is no other evening: {:?}", changes(&ward));
    move_evening(&mut ward, 8, 28);
    let id = begin(&mut ward, DocumentKind::Amendment);
    issue(&mut ward, id, 80, day(10)).expect("issued");
    let schedule = serde_json::to_string(&description(&ward, plan).document.body).expect("json");
    assert!(schedule.contains(&old) && !schedule.contains("Hà Trì Mới"));
    let said = words(&ward, id);
    assert!(said.contains("Hà Trì Mới (tên cũ: ") && said.contains(&old), "{said}");
    sound(&ward);
}

#[test]
fn a_leader_issues_what_a_clerk_prepared_and_nothing_is_kept_of_a_refused_issue() {
    let (mut ward, _) = issued("ha-cau-2024");
    staff(&mut ward);
    move_evening(&mut ward, 8, 28);
    ward.as_role(Role::Clerk);
    let id = begin(&mut ward, DocumentKind::Amendment);
    assert_eq!(code_of(issue(&mut ward, id, 80, day(10))), ErrorCode::NotAllowed);
    ward.as_role(Role::Leadership);
    let before = ward.office.view().dump().expect("a dump");
    assert_eq!(code_of(issue(&mut ward, id, 75, day(10))), ErrorCode::NumberTaken);
    assert_eq!(ward.office.view().dump().expect("a dump"), before);
    issue(&mut ward, id, 80, day(10)).expect("issued");
    sound(&ward);
}
