use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use domain::ids::VisitId;
use domain::printing::{Batch, FlyerDesign, PaperKind, Said, Subject};
use serde_json::{Value, json};
use store::journal::replayed_dump;
use tempfile::TempDir;

use super::kit::{Morning, Ward, code_of};
use super::roles::file;
use super::rosters::{force, members};
use super::states::day;
use crate::area::{AreaForm, EditArea};
use crate::contract::{MAKES, prepare};
use crate::desk::{Desk, JobState, Places};
use crate::printing::{GetFlyer, GetTouched, ListPrintings, ListStale, PutFlyer, RecordPrinting};
use crate::profile::{ConfirmLink, GetProfile};
use crate::roster::{FillRosters, SetRoster};
use crate::undo::Undo;
use crate::visit::{CancelVisit, MoveVisit};
use crate::{ErrorCode, Write};

type Papers = BTreeSet<(PaperKind, Subject)>;

/// An office in which every paper there is was printed this morning.
fn printed() -> Ward {
    let mut ward = Ward::of("ha-cau-2024");
    let youth = force(&ward, "Đoàn viên thanh niên");
    members(&mut ward, youth, &["Lê Văn Thử", "Trần Thị Thử"]);
    ward.office.write(FillRosters { visits: None }).expect("rosters");
    print_all(&mut ward);
    assert!(stale(&ward).is_empty());
    ward
}

fn print_all(ward: &mut Ward) {
    let (campaign, now) = {
        let view = ward.office.view();
        (view.get_campaign().expect("it").id, view.papers_now().expect("papers"))
    };
    let mut batches: BTreeMap<PaperKind, Vec<Said>> = BTreeMap::new();
    for ((kind, subject), says) in now {
        batches.entry(kind).or_default().push(Said { subject, says });
    }
    for (kind, said) in batches {
        let batch = Batch { kind, made_from: "thử".into(), said };
        let record = RecordPrinting { campaign, file_name: "Thu.pdf".into(), pages: 1, batch, repeat: None };
        ward.office.write(record).expect("recorded");
    }
}

fn stale(ward: &Ward) -> Papers {
    ward.office.read(ListStale {}).expect("a list").into_iter().map(|p| (p.kind, p.subject)).collect()
}

fn deed<C: Write>(ward: &mut Ward, request: Value) {
    let command: C = serde_json::from_value(request).expect("a request");
    ward.office.write(command).expect("done");
}

/// What hangs on an evening beside the plan.
fn of_evening(ward: &Ward, visit: VisitId) -> Papers {
    let visit = ward.office.view().get_visit(visit).expect("an evening");
    let teams = visit
        .teams
        .iter()
        .flat_map(|team| PaperKind::OF_TEAM.map(|kind| (kind, Subject::Team { visit: visit.id, team: *team })));
    let area = PaperKind::OF_AREA.map(|kind| (kind, Subject::Area(visit.area)));
    teams.chain(area).chain([(PaperKind::Sheets, Subject::Visit(visit.id))]).collect()
}

fn every(ward: &Ward, kinds: &[PaperKind]) -> Papers {
    let now = ward.office.view().papers_now().expect("papers");
    now.into_keys().filter(|(kind, _)| kinds.contains(kind)).collect()
}

const PLAN: (PaperKind, Subject) = (PaperKind::Plan, Subject::Campaign);

#[test]
fn a_moved_evening_makes_exactly_its_own_papers_stale() {
    let mut ward = printed();
    let view = ward.office.view();
    let visits = view.list_visits(view.get_campaign().expect("it").id).expect("visits");
    // An evening whose area has no other, and the last one's day is made free for it.
    let moved = visits.iter().find(|v| visits.iter().filter(|o| o.area == v.area).count() == 1 && v.on > day(10));
    let (moved, last) = (moved.expect("one").clone(), visits.last().expect("one").clone());
    ward.office.write(CancelVisit { id: last.id, reason: Some("mưa bão".into()), confirmed: true }).expect("off");
    print_all(&mut ward);
    let off = stale(&ward);
    assert!(
        off.iter().all(|(_, subject)| matches!(subject, Subject::Visit(_) | Subject::Team { .. } | Subject::Area(_)))
    );
    deed::<MoveVisit>(&mut ward, json!({ "id": moved.id, "on": last.on, "confirmed": true }));
    let mut expected = of_evening(&ward, moved.id);
    expected.insert(PLAN);
    let found: Papers = stale(&ward).difference(&off).copied().collect();
    assert_eq!(found, expected);
    let touched = ward.office.read(GetTouched { visit: moved.id, on: None }).expect("what hangs on it").papers;
    let kinds: BTreeSet<PaperKind> = touched.iter().map(|p| p.kind).collect();
    assert_eq!(kinds, expected.iter().map(|(kind, _)| *kind).collect(), "the same are told before it is moved again");
}

#[test]
fn an_area_spelled_right_makes_its_papers_and_the_plan_stale() {
    let mut ward = printed();
    let view = ward.office.view();
    let area = view.find_area("Hà Trì 1").expect("read").expect("an area");
    let visits = view.list_visits(view.get_campaign().expect("it").id).expect("visits");
    let form = AreaForm {
        name: "Hà Trì Một".into(),
        kind: area.kind,
        cluster: area.cluster.clone(),
        leader: None,
        self_report_due: area.self_report_due,
        accept_near: None,
    };
    // Its leader is not named in the form: the team's papers would show that as well.
    ward.office.write(EditArea { id: area.id, area: form }).expect("spelled right");
    let own = visits.iter().filter(|v| v.area == area.id);
    let mut expected: Papers = own.flat_map(|v| of_evening(&ward, v.id)).collect();
    expected.insert(PLAN);
    assert_eq!(stale(&ward), expected);
}

#[test]
fn another_link_makes_what_residents_read_stale_and_nothing_else() {
    let mut ward = printed();
    ward.office.write(ConfirmLink { url: Some("https://vi-du.example/tai".into()) }).expect("confirmed");
    assert_eq!(stale(&ward), every(&ward, &PaperKind::OF_AREA));
    let link = ward.office.read(GetProfile {}).expect("a profile").link.expect("a link");
    assert_eq!((link.confirmed_on, link.confirmed_by.as_deref()), (day(10), Some("Quản trị")));
}

#[test]
fn another_headline_makes_the_papers_that_show_it_stale() {
    let mut ward = printed();
    let put = |headline: &str| PutFlyer {
        design: FlyerDesign::Steps,
        headline: Some(headline.into()),
        steps: vec!["Mở máy ảnh".into(), " ".into(), "Quét mã".into()],
    };
    let written = ward.office.write(put("Mời bà con")).expect("put");
    let shown = [PaperKind::Flyer, PaperKind::Poster, PaperKind::DoorStrip, PaperKind::FlyerPicture];
    assert_eq!(stale(&ward), every(&ward, &shown));
    let told = ward.office.read(ListStale {}).expect("a list");
    assert_eq!(told[0].says, "Mẫu: buổi hẹn; Tiêu đề: của chương trình; Các bước: của chương trình");
    let now = "Mẫu: từng bước; Tiêu đề: Mời bà con; Các bước: Mở máy ảnh / Quét mã";
    assert_eq!(told[0].now.as_deref(), Some(now));
    ward.office.write(Undo { entry: written.undo.expect("an entry") }).expect("taken back");
    assert!(stale(&ward).is_empty());
    let view = ward.office.view();
    assert_eq!(replayed_dump(&view).expect("a replay"), view.dump().expect("a dump"));
}

#[test]
fn another_roster_makes_the_papers_of_that_team_stale() {
    let mut ward = printed();
    let view = ward.office.view();
    let rosters = view.list_rosters(view.get_campaign().expect("it").id).expect("rosters");
    let (visit, team) = rosters.last().map(|l| (l.visit, l.team)).expect("somebody goes out");
    let teams: BTreeSet<_> = rosters.iter().filter(|l| l.visit == visit).map(|l| l.team).collect();
    assert_eq!(teams.len(), 1, "the sample sends one team");
    ward.office.write(SetRoster { visit, lines: Vec::new() }).expect("nobody");
    let expected: Papers = PaperKind::OF_TEAM.map(|kind| (kind, Subject::Team { visit, team })).into();
    assert_eq!(stale(&ward), expected);
    let journal = ward.office.view().journal_after(0).expect("a journal");
    let people = ward.office.view().list_people().expect("people");
    let printed: Vec<_> = journal.iter().filter(|e| e.op == "record_printing").collect();
    assert!(printed.iter().all(|e| people.iter().all(|p| !e.changes.contains(&p.name))), "numbers, never names");
}

#[test]
fn what_flyers_cannot_hold_is_named() {
    let mut ward = Ward::of("ha-cau-2024");
    let put = |headline: &str, steps: &[&str]| PutFlyer {
        design: FlyerDesign::Evening,
        headline: Some(headline.into()),
        steps: steps.iter().map(|s| (*s).to_owned()).collect(),
    };
    let long = "ờ".repeat(200);
    assert_eq!(code_of(ward.office.write(put(&long, &[]))), ErrorCode::TooLong);
    let crate::Error::User { params, .. } = ward.office.write(put("", &["a", &long])).expect_err("too long") else {
        panic!("a refusal in words")
    };
    assert_eq!(params.get("field").map(String::as_str), Some("bước 2"));
    assert_eq!(code_of(ward.office.write(put("", &["a"; 6]))), ErrorCode::StepsOutOfRange);
    assert_eq!(code_of(ward.office.write(put("a\nb\nc", &[]))), ErrorCode::HeadlineTooLong);
    assert_eq!(code_of(ward.office.write(put("Cài {{ung dung}} tại {{nhà}}", &[]))), ErrorCode::UnknownTaskField);
    let same = ward.office.write(put(" ", &["", " "])).expect("nothing chosen");
    assert_eq!(same.undo, None, "what is blank is the program's own: nothing was written");
    assert_eq!(ward.office.read(GetFlyer {}).expect("settings").headline, None);
}

/// Files that are no papers of the print room. A new file to make that is none needs a line here; every other
/// tells what it is made from.
const NO_PAPERS: [&str; 11] = [
    "areas_template_xlsx",
    "attachment_bytes",
    "consolidated_xlsx",
    "journal_lines",
    "journal_xlsx",
    "members_template_xlsx",
    "person_txt",
    "progress_pdf",
    "report_filled",
    "report_xlsx",
    "schedule_ics",
];

#[test]
fn every_paper_is_kept_in_the_list() {
    let ward = Ward::of("ha-cau-2024");
    for name in MAKES {
        let prepared = prepare(&ward.office, name, file()).expect("a request that fits");
        let batch = prepared.batch(&ward.office.view());
        assert_eq!(matches!(batch, Ok(None)), NO_PAPERS.contains(name), "{name}: {batch:?}");
    }
}

fn begun() -> (Arc<Desk>, TempDir) {
    let folder = tempfile::tempdir().expect("a folder");
    let places = Places { offices: folder.path().join("Từng Ngõ"), settings: folder.path().join("settings") };
    let desk = Arc::new(Desk::new(places, Arc::new(Morning::default())));
    let beginning = json!({ "from": "sample", "name": "ha-cau-2024" });
    desk.call("desk", json!({ "do": "create", "path": null, "beginning": beginning })).expect("a new office");
    (desk, folder)
}

fn made(desk: &Arc<Desk>, name: &str, request: Value) -> crate::desk::SavedFile {
    let id = desk.job_start(name, request).expect("a job");
    loop {
        match desk.job_state(id).expect("the job") {
            JobState::Running { .. } => std::thread::yield_now(),
            JobState::Done { file } => return file,
            other => panic!("{name}: {other:?}"),
        }
    }
}

#[test]
fn a_batch_is_listed_with_what_it_was_made_from_and_can_be_made_again() {
    let (desk, _folder) = begun();
    desk.call("number_sheets", json!({ "evening": "2024-11-12", "count": 4, "spare": 0 })).expect("codes");
    let asked = json!({ "evening": "2024-11-12" });
    let file = made(&desk, "sheets_pdf", asked.clone());
    made(&desk, "plan_docx", json!({}));
    let rows = |desk: &Desk| desk.call("list_printings", json!({})).expect("a list").answer;
    let listed = rows(&desk);
    let (plan, sheets) = (&listed[0], &listed[1]);
    assert_eq!((&plan["kind"], &plan["pages"]), (&json!("plan"), &json!(0)), "Word lays out its pages itself");
    assert_eq!((&sheets["kind"], &sheets["by"], &sheets["stale"]), (&json!("sheets"), &json!("Quản trị"), &json!(0)));
    assert_eq!(sheets["path"], json!(file.path));
    assert!(sheets["pages"].as_u64().expect("a number") >= 4);
    assert_eq!(sheets["made_from"], json!("A4; 4 phiếu của buổi 12/11/2024; mẫu phiếu số 1"));
    assert_eq!(sheets["subjects"].as_array().map(Vec::len), Some(1));
    assert_eq!(sheets["subjects"][0]["state"], json!("current"));

    let again = &sheets["again"];
    assert_eq!((&again["command"], &again["request"]), (&json!("sheets_pdf"), &asked));
    made(&desk, again["command"].as_str().expect("a name"), again["request"].clone());
    let listed = rows(&desk);
    assert_eq!(listed[0]["path"], json!(file.path), "the file is the later batch's");
    assert_eq!((&listed[2]["path"], &listed[2]["subjects"][0]["state"]), (&Value::Null, &json!("replaced")));
    std::fs::remove_file(&file.path).expect("it goes");
    assert_eq!(rows(&desk)[0]["path"], Value::Null);
}

#[test]
fn a_batch_whose_request_was_not_kept_is_listed_without_a_way_to_repeat_it() {
    let ward = printed();
    let listed = ward.office.read(ListPrintings {}).expect("a list");
    let kinds: BTreeSet<PaperKind> = listed.iter().map(|p| p.kind).collect();
    assert!(kinds.contains(&PaperKind::TeamCard) && kinds.contains(&PaperKind::Loudspeaker));
    assert!(listed.iter().all(|p| p.stale == 0 && p.again.is_none() && p.path.is_none()));
}
