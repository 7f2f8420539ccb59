//! Documents from draft to issued, on a real file.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use domain::account::Role;
use domain::document::DocumentKind;
use domain::ids::DocumentId;
use domain::plan::SectionKind;
use domain::template::Wrong;
use serde_json::json;
use store::journal::replayed_dump;

use super::kit::{Morning, Ward, code_of};
use super::states::{day, staff};
use crate::ErrorCode;
use crate::check::{CheckFile, Finding};
use crate::document::{
    BeginDocument, CheckText, DocumentDocx, DocumentPdf, DocumentView, EditDocument, GetDocument, GetTemplate,
    HeadForm, IssueDocument, ListDocuments, Nominated, NomineeForm, PutTemplate, RemoveDraft, SectionForm,
};
use crate::named::NamedForm;
use crate::plan::{EditPlan, GetPlan, IssuePlan, PlanPdf, PlanSectionForm, PlanText, PutPlanSections};
use crate::undo::Undo;

pub(super) fn begin(ward: &mut Ward, kind: DocumentKind) -> DocumentId {
    let begin = BeginDocument { kind, from: None, to: None, visit: None, team: None };
    ward.office.write(begin).expect("a draft").answer
}

pub(super) fn issue(ward: &mut Ward, id: DocumentId, number: u32, dated: NaiveDate) -> crate::Result<()> {
    ward.office.write(IssueDocument { id, number, dated }).map(|_| ())
}

pub(super) fn get(ward: &Ward, id: DocumentId) -> DocumentView {
    ward.office.read(GetDocument { id }).expect("a document")
}

pub(super) fn pdf(ward: &Ward, id: DocumentId) -> Vec<u8> {
    ward.office.make(DocumentPdf { id }, &mut |_, _| true).expect("a paper").bytes
}

pub(super) fn text(heading: Option<&str>, text: &str) -> SectionForm {
    let kind = if heading.is_some() { SectionKind::Part } else { SectionKind::Text };
    SectionForm { kind, heading: heading.map(str::to_owned), text: text.into() }
}

fn edit(id: DocumentId) -> EditDocument {
    EditDocument { id, head: None, sections: None, nominees: None }
}

pub(super) fn sound(ward: &Ward) {
    let view = ward.office.view();
    assert_eq!(replayed_dump(&view).expect("a replay"), view.dump().expect("a dump"));
    assert_eq!(ward.office.read(CheckFile {}).expect("a check").findings, []);
}

fn head_of(view: &DocumentView) -> HeadForm {
    let head = view.head.clone();
    HeadForm {
        subject: head.subject,
        addressees: head.addressees,
        recipients: head.recipients,
        signature_lines: head.signature_lines,
        signer: head.signer.map(|s| NamedForm { name: s.name, title: s.title }),
        drafter: head.drafter,
        from: head.from,
        to: head.to,
        visit: head.visit,
        team: head.team,
        held_on: head.held_on,
        held_at: head.held_at,
        held_in: head.held_in,
    }
}

#[test]
fn a_draft_is_edited_taken_back_and_thrown_away() {
    let mut ward = Ward::of("ha-cau-2024");
    let id = begin(&mut ward, DocumentKind::Notice);
    let view = get(&ward, id);
    assert!(!view.sections.is_empty() && view.faults.is_empty() && view.row.can_issue, "{view:?}");
    assert!(view.fields.iter().any(|f| f.typed == "{{lịch}}" && f.alone && !f.inline));
    let before = pdf(&ward, id);

    let head = HeadForm { subject: "  Lịch hỗ trợ  tuần 2 ".into(), ..head_of(&view) };
    let sections = vec![text(None, "Thông báo lịch hỗ trợ:\n{{lịch}}")];
    let written = ward.office.write(EditDocument { head: Some(head), sections: Some(sections), ..edit(id) });
    let entry = written.expect("edited").undo.expect("an entry");
    assert_eq!(get(&ward, id).row.subject, "Lịch hỗ trợ tuần 2");
    assert!(pdf(&ward, id) != before);
    ward.office.write(Undo { entry }).expect("taken back");
    assert!(pdf(&ward, id) == before);

    let entry = ward.office.write(RemoveDraft { id }).expect("removed").undo.expect("an entry");
    assert_eq!(code_of(ward.office.read(GetDocument { id })), ErrorCode::Missing);
    ward.office.write(Undo { entry }).expect("back again");
    assert!(pdf(&ward, id) == before);
    sound(&ward);
}

#[test]
fn the_same_again_is_no_entry_in_the_journal() {
    let mut ward = Ward::of("ha-cau-2024");
    let id = begin(&mut ward, DocumentKind::Notice);
    let view = get(&ward, id);
    let again = EditDocument { head: Some(head_of(&view)), sections: Some(view.sections.clone()), ..edit(id) };
    assert!(ward.office.write(again).expect("saved").changed.0.is_empty());
}

#[test]
fn an_unknown_field_is_refused_with_its_place_and_nothing_is_changed() {
    let mut ward = Ward::of("ha-cau-2024");
    let id = begin(&mut ward, DocumentKind::Notice);
    let before = get(&ward, id);
    let sections = vec![text(None, "Kính gửi"), text(Some("LỊCH"), "Lịch:\n\nxem {{đơn vj}} và {{lịch}}")];
    let head = HeadForm { subject: "Khác".into(), ..head_of(&before) };
    let refused = ward.office.write(EditDocument { head: Some(head), sections: Some(sections.clone()), ..edit(id) });
    match refused {
        Err(crate::Error::User { code: ErrorCode::UnknownFieldLikely, params, .. }) => {
            let of = |name: &str| params[name].clone();
            assert_eq!(
                (of("field"), of("likely"), of("section"), of("line")),
                ("đơn vj".into(), "đơn vị".into(), "2".into(), "3".into())
            );
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(get(&ward, id), before);
    // The same while it is typed, with everything that is wrong.
    let faults = ward.office.read(CheckText { paper: DocumentKind::Notice, sections }).expect("faults");
    assert_eq!(faults.iter().map(|f| (f.section, f.line)).collect::<Vec<_>>(), [(2, 3), (2, 3)]);
    assert!(matches!(faults[1].wrong, Wrong::NotAlone { .. }), "{faults:?}");
}

#[test]
fn an_issued_document_is_the_bytes_that_left_the_office_whatever_changes() {
    let mut ward = Ward::of("ha-cau-2024");
    let id = begin(&mut ward, DocumentKind::Notice);
    let draft = pdf(&ward, id);
    issue(&mut ward, id, 9, day(8)).expect("issued");
    let (issued, docx) = (pdf(&ward, id), ward.office.make(DocumentDocx { id }, &mut |_, _| true).expect("a paper"));
    assert!(issued != draft, "it bears its number and date");
    assert!(docx.file_name.starts_with("09-tb-ubnd"), "{}", docx.file_name);
    let row = get(&ward, id).row;
    assert_eq!((row.number_line.as_str(), row.dated, row.number), ("Số: 09/TB-UBND", Some(day(8)), Some(9)));
    assert_eq!(
        (row.pdf_bytes, row.docx_bytes),
        (u32::try_from(issued.len()).ok(), u32::try_from(docx.bytes.len()).ok())
    );
    assert_eq!(row.issued_by_name.as_deref(), ward.office.who().map(|a| a.name.as_str()));
    assert!(row.issued_at.expect("a time").starts_with("2024-11-10T08:00:00"));
    assert!(!row.can_edit && !row.can_issue);

    let visit = visits(&ward)[3].id;
    ward.office.write(moved(visit, day(30))).expect("moved");
    let mut ward = ward.reopened();
    assert!(pdf(&ward, id) == issued);
    assert!(ward.office.make(DocumentDocx { id }, &mut |_, _| true).expect("a paper").bytes == docx.bytes);
    for refused in [
        ward.office.write(EditDocument { sections: Some(Vec::new()), ..edit(id) }).map(|_| ()),
        ward.office.write(RemoveDraft { id }).map(|_| ()),
        issue(&mut ward, id, 10, day(8)),
    ] {
        assert_eq!(code_of(refused), ErrorCode::DocumentIssued);
    }
    sound(&ward);
}

pub(super) fn visits(ward: &Ward) -> Vec<domain::schedule::Visit> {
    let view = ward.office.view();
    view.list_visits(view.get_campaign().expect("it").id).expect("visits")
}

pub(super) fn moved(id: domain::ids::VisitId, on: NaiveDate) -> crate::visit::MoveVisit {
    serde_json::from_value(json!({ "id": id, "on": on, "confirmed": true })).expect("a request")
}

#[test]
fn issuing_is_not_taken_back_and_what_led_to_it_neither() {
    let mut ward = Ward::of("ha-cau-2024");
    let begun = BeginDocument { kind: DocumentKind::Notice, from: None, to: None, visit: None, team: None };
    let begun = ward.office.write(begun).expect("a draft");
    let (id, first) = (begun.answer, begun.undo.expect("an entry"));
    let sections = Some(vec![text(None, "Lịch:\n{{lịch}}")]);
    let edited = ward.office.write(EditDocument { sections, ..edit(id) }).expect("edited").undo.expect("an entry");
    let issued = ward.office.write(IssueDocument { id, number: 1, dated: day(9) }).expect("issued");
    assert_eq!(issued.undo, None);
    assert_eq!(code_of(ward.office.write(Undo { entry: edited })), ErrorCode::UndoTooLate);
    assert_eq!(code_of(ward.office.write(Undo { entry: first })), ErrorCode::UndoTooLate);
    let (last, _) = ward.office.view().journal_head().expect("a head");
    assert_eq!(code_of(ward.office.write(Undo { entry: last })), ErrorCode::NotUndoable);
    sound(&ward);
}

#[test]
fn a_number_is_given_once_a_year_in_a_register() {
    let mut ward = Ward::of("ha-cau-2024");
    let mut drafts = Vec::new();
    for kind in [DocumentKind::Notice, DocumentKind::Notice, DocumentKind::Invitation] {
        let id = begin(&mut ward, kind);
        let head = HeadForm { subject: "Thông báo".into(), ..head_of(&get(&ward, id)) };
        let sections = Some(vec![text(None, "Nội dung.")]);
        ward.office.write(EditDocument { head: Some(head), sections, ..edit(id) }).expect("written");
        drafts.push(id);
    }
    issue(&mut ward, drafts[0], 12, day(8)).expect("issued");
    let taken = ward.office.write(IssueDocument { id: drafts[1], number: 12, dated: day(9) });
    match taken {
        Err(crate::Error::User { code: ErrorCode::NumberTaken, params, .. }) => {
            assert_eq!((params["number"].as_str(), params["dated"].as_str()), ("Số: 12/TB-UBND", "08/11/2024"));
        }
        other => panic!("{other:?}"),
    }
    issue(&mut ward, drafts[2], 12, day(9)).expect("another kind has a register of its own");
    let before = day(8).with_month(6).expect("a day").with_year(2023).expect("a day");
    issue(&mut ward, drafts[1], 12, before).expect("another year too");
    // A plan and its amendments, a tờ trình of either kind share one.
    ward.office.write(IssuePlan { number: 75, dated: day(5) }).expect("issued");
    let campaign = ward.office.view().get_campaign().expect("it");
    assert_eq!((campaign.plan_number, campaign.plan_date), (Some(75), Some(day(5))));
    sound(&ward);
}

#[test]
fn a_date_to_come_a_number_of_nothing_and_a_text_with_a_fault_are_refused() {
    let mut ward = Ward::of("ha-cau-2024");
    let id = begin(&mut ward, DocumentKind::Notice);
    assert_eq!(code_of(issue(&mut ward, id, 1, day(11))), ErrorCode::IssueDateAhead);
    assert_eq!(code_of(issue(&mut ward, id, 0, day(9))), ErrorCode::CountOutOfRange);
    let blank = HeadForm { subject: " ".into(), ..head_of(&get(&ward, id)) };
    let entry = ward.office.write(EditDocument { head: Some(blank), ..edit(id) }).expect("a draft may be blank");
    assert_eq!(code_of(issue(&mut ward, id, 1, day(9))), ErrorCode::Blank);
    ward.office.write(Undo { entry: entry.undo.expect("an entry") }).expect("taken back");
    let unnamed =
        SectionForm { kind: SectionKind::Appendix, heading: Some("DANH SÁCH".into()), text: "Một.".into() };
    let sections = Some(vec![text(None, "Nội dung."), unnamed]);
    ward.office.write(EditDocument { sections, ..edit(id) }).expect("a draft may be unfinished");
    assert_eq!(get(&ward, id).faults.len(), 1);
    assert_eq!(code_of(issue(&mut ward, id, 1, day(9))), ErrorCode::AppendixNotNamed);
    assert_eq!(get(&ward, id).row.number, None);
    sound(&ward);
}

#[test]
fn clerks_prepare_and_leaders_issue() {
    let mut ward = Ward::of("ha-cau-2024");
    staff(&mut ward);
    ward.as_role(Role::Clerk);
    let id = begin(&mut ward, DocumentKind::Notice);
    assert!(!get(&ward, id).row.can_issue && get(&ward, id).row.can_edit);
    assert_eq!(code_of(issue(&mut ward, id, 1, day(9))), ErrorCode::NotAllowed);
    assert_eq!(code_of(ward.office.write(IssuePlan { number: 1, dated: day(9) })), ErrorCode::NotAllowed);
    ward.as_role(Role::Leadership);
    assert!(get(&ward, id).row.can_issue && !get(&ward, id).row.can_edit);
    assert_eq!(code_of(ward.office.write(RemoveDraft { id })), ErrorCode::NotAllowed);
    issue(&mut ward, id, 1, day(9)).expect("issued");
    assert_eq!(get(&ward, id).row.issued_by_name.as_deref(), Some("Nguyễn Văn Chủ"));
}

#[test]
fn the_offices_wording_is_what_a_document_begins_with() {
    let mut ward = Ward::of("ha-cau-2024");
    let get = |ward: &Ward| ward.office.read(GetTemplate { paper: DocumentKind::Notice }).expect("a template");
    let program = get(&ward);
    assert!(!program.is_own && !program.sections.is_empty());
    let own = vec![text(None, "{{đơn vị}} thông báo:\n{{lịch}}")];
    let put = |sections: Vec<SectionForm>| PutTemplate { paper: DocumentKind::Notice, sections };
    assert_eq!(code_of(ward.office.write(put(vec![text(None, "{{x}}")]))), ErrorCode::UnknownField);
    let entry = ward.office.write(put(own.clone())).expect("put").undo.expect("an entry");
    assert_eq!((get(&ward).is_own, get(&ward).sections), (true, own.clone()));
    let id = begin(&mut ward, DocumentKind::Notice);
    assert_eq!(super::documents::get(&ward, id).sections, own);
    ward.office.write(Undo { entry }).expect("taken back");
    assert_eq!(get(&ward), program);
    ward.office.write(put(own)).expect("put");
    ward.office.write(put(Vec::new())).expect("back to the program's");
    assert_eq!(get(&ward), program);
    sound(&ward);
}

#[test]
fn whom_the_results_speak_for_is_proposed_until_named() {
    let mut ward = Ward::of("minh-hoa");
    let id = begin(&mut ward, DocumentKind::Commendation);
    let view = get(&ward, id);
    let targets = ward.office.view().list_targets(ward.office.view().get_campaign().expect("it").id).expect("targets");
    for proposal in &view.proposals {
        for target in &targets {
            assert!(proposal.reason.contains(&target.name), "{proposal:?}");
        }
    }
    let area = ward.office.view().find_area("Hà Trì 1").expect("read").map(|a| a.id);
    let areas = ward.office.view().list_areas(ward.office.view().get_campaign().expect("it").id).expect("areas");
    let area = area.unwrap_or(areas[0].id);
    let who = Nominated::Area { id: area };
    let nominees =
        vec![NomineeForm { who, reason: " Vượt  chỉ tiêu ".into() }, NomineeForm { who, reason: "x".into() }];
    ward.office.write(EditDocument { nominees: Some(nominees), ..edit(id) }).expect("named");
    let view = get(&ward, id);
    assert_eq!((view.nominees.len(), view.nominees[0].reason.as_str()), (1, "Vượt chỉ tiêu"));
    assert!(view.proposals.iter().all(|p| p.who != who));
    let nobody = vec![NomineeForm { who: Nominated::Area { id: domain::ids::AreaId(9999) }, reason: "x".into() }];
    assert_eq!(code_of(ward.office.write(EditDocument { nominees: Some(nobody), ..edit(id) })), ErrorCode::Missing);
    sound(&ward);
}

#[test]
fn spoilt_files_are_found_and_never_handed_out() {
    let mut ward = Ward::of("ha-cau-2024");
    let id = ward.office.write(IssuePlan { number: 75, dated: day(5) }).expect("issued").answer;
    let path = ward.office.path().to_owned();
    let ward = {
        let Ward { office, folder } = ward;
        drop(office);
        // As a tool that knows nothing of the office would: the description alone speaks of this.
        let (old, new) = (b"reports_by", b"reports_bz");
        let mut bytes = std::fs::read(&path).expect("the file");
        let places: Vec<usize> = (0..bytes.len() - old.len()).filter(|at| bytes[*at..].starts_with(old)).collect();
        assert!(!places.is_empty(), "it lies in the file");
        for at in places {
            bytes[at..at + new.len()].copy_from_slice(new);
        }
        std::fs::write(&path, bytes).expect("spoilt");
        let office = crate::Office::open(&path, Arc::new(Morning::default())).expect("it opens").office;
        Ward { office, folder }
    };
    let findings = ward.office.read(CheckFile {}).expect("a check").findings;
    assert_eq!(findings, [Finding::Document { number: "Số: 75/KH-UBND".into(), dated: day(5) }]);
    let made = ward.office.make(DocumentPdf { id }, &mut |_, _| true);
    assert_eq!(code_of(made), ErrorCode::DocumentSpoilt);
    let made = ward.office.make(PlanPdf { which: Some(PlanText::Issued) }, &mut |_, _| true);
    assert_eq!(code_of(made), ErrorCode::DocumentSpoilt);
}

#[test]
fn sections_of_the_plan_are_added_moved_and_removed_in_one_step() {
    let mut ward = Ward::of("ha-cau-2024");
    let before = ward.office.read(GetPlan {}).expect("a plan").sections;
    let form = |s: &domain::plan::Section| PlanSectionForm {
        id: Some(s.id),
        kind: s.kind,
        heading: s.heading.clone(),
        text: s.text.clone(),
    };
    let mut sections: Vec<PlanSectionForm> = before.iter().map(form).collect();
    let same = ward.office.write(PutPlanSections { sections: sections.clone() }).expect("the same");
    assert!(same.changed.0.is_empty(), "{:?}", same.changed);
    let removed = sections.remove(1);
    let last = sections.len() - 1;
    sections.swap(last - 1, last);
    let new = PlanSectionForm {
        id: None,
        kind: SectionKind::Part,
        heading: Some("KINH PHÍ".into()),
        text: "#. Từ {{đơn vị}}.".into(),
    };
    sections.insert(1, new.clone());
    let written = ward.office.write(PutPlanSections { sections: sections.clone() }).expect("put");
    let now = ward.office.read(GetPlan {}).expect("a plan").sections;
    assert_eq!(now.iter().map(|s| s.id).collect::<Vec<_>>(), written.answer);
    assert_eq!(now.len(), before.len());
    assert!(now.iter().all(|s| Some(s.id) != removed.id || s.text != removed.text));
    assert_eq!((now[1].heading.as_deref(), now[2].id), (Some("KINH PHÍ"), before[2].id));
    ward.office.write(Undo { entry: written.undo.expect("an entry") }).expect("taken back");
    assert_eq!(ward.office.read(GetPlan {}).expect("a plan").sections, before);
    sections[1].text = "{{không có}}".into();
    assert_eq!(code_of(ward.office.write(PutPlanSections { sections })), ErrorCode::UnknownField);
    let foreign = PlanSectionForm { id: Some(domain::ids::SectionId(9999)), ..new };
    assert_eq!(code_of(ward.office.write(PutPlanSections { sections: vec![foreign] })), ErrorCode::Missing);
    assert_eq!(ward.office.read(GetPlan {}).expect("a plan").sections, before);
    sound(&ward);
}

#[test]
fn the_issued_plan_is_kept_and_its_text_goes_on() {
    let mut ward = Ward::of("ha-cau-2024");
    let make = |ward: &Ward, which| ward.office.make(PlanPdf { which: Some(which) }, &mut |_, _| true);
    assert_eq!(code_of(make(&ward, PlanText::Issued)), ErrorCode::PlanNotIssued);
    assert_eq!(ward.office.read(GetPlan {}).expect("a plan").issued, None);
    let id = ward.office.write(IssuePlan { number: 75, dated: day(5) }).expect("issued").answer;
    let issued = make(&ward, PlanText::Issued).expect("a paper");
    assert_eq!(issued.file_name, "75-ke-hoach-cai-dat-ihanoi.pdf");
    assert!(pdf(&ward, id) == issued.bytes);
    let living = make(&ward, PlanText::Living).expect("a paper").bytes;
    assert!(living != issued.bytes, "it says that nobody signed it");
    let view = ward.office.read(GetPlan {}).expect("a plan").issued.expect("issued");
    assert_eq!((view.number_line.as_str(), view.dated, view.document), ("Số: 75/KH-UBND", day(5), id));
    let again = ward.office.write(IssuePlan { number: 76, dated: day(5) });
    assert_eq!(code_of(again), ErrorCode::PlanIssued);
    let entry = ward.office.write(EditPlan { subject: Some("Khác".into()), ..EditPlan::default() }).expect("edited");
    assert!(make(&ward, PlanText::Issued).expect("a paper").bytes == issued.bytes);
    ward.office.write(Undo { entry: entry.undo.expect("an entry") }).expect("taken back");
    assert!(make(&ward, PlanText::Living).expect("a paper").bytes == living);
    assert_eq!(ward.office.read(ListDocuments {}).expect("documents").len(), 1);
    sound(&ward);
}
