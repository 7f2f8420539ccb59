//! Areas renamed, split, merged and gone, on a real file: the past is kept.

use chrono::NaiveDate;
use domain::area::AreaKind;
use domain::ids::{AreaId, VisitId};

use super::kit::{Ward, code_of};
use crate::ErrorCode;
use crate::area::{
    AreaDeed, AreaForm, AreaHistory, EndArea, Handed, HeirForm, ListAreas, MergeAreas, RenameArea, SplitArea,
};
use crate::overview::GetOverview;
use crate::search::Search;
use crate::sheet::NumberSheets;
use crate::undo::Undo;
use crate::visit::{AddVisit, MoveVisit};

fn day(d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 11, d).expect("a date of the test")
}

fn area(ward: &Ward, name: &str) -> domain::area::Area {
    ward.office.view().find_area(name).expect("read").expect("an area")
}

fn evenings(ward: &Ward, area: AreaId) -> Vec<(VisitId, NaiveDate)> {
    let view = ward.office.view();
    let campaign = view.get_campaign().expect("a campaign").id;
    let visits = view.list_visits(campaign).expect("evenings");
    visits.into_iter().filter(|v| v.area == area && v.is_on()).map(|v| (v.id, v.on)).collect()
}

fn heir(name: &str) -> HeirForm {
    HeirForm { name: name.into(), kind: AreaKind::ResidentialGroup, cluster: None }
}

fn rename(id: AreaId, from: u32, name: &str) -> RenameArea {
    RenameArea {
        id,
        from: day(from),
        area: AreaForm {
            name: name.into(),
            kind: AreaKind::ResidentialGroup,
            cluster: None,
            leader: None,
            self_report_due: None,
            accept_near: None,
        },
        because: "NQ 12/NQ-HĐND".into(),
    }
}

fn split(id: AreaId, on: u32, into: [&str; 2], evenings: Vec<Handed>) -> SplitArea {
    SplitArea { id, on: day(on), into: into.into_iter().map(heir).collect(), evenings, because: "QĐ 5".into() }
}

fn merge(ids: &[AreaId], on: u32, name: &str) -> MergeAreas {
    MergeAreas {
        ids: ids.to_vec(),
        on: day(on),
        name: name.into(),
        kind: AreaKind::ResidentialGroup,
        cluster: None,
        because: "QĐ 6".into(),
    }
}

#[test]
fn a_renamed_area_keeps_its_old_name_for_the_days_before() {
    let mut ward = Ward::of("ha-cau-2024");
    let id = area(&ward, "Hà Trì 1").id;
    let before = ward.office.view().dump().expect("a dump");
    let done = ward.office.write(rename(id, 15, "Hà Trì Đông")).expect("renamed");
    let view = ward.office.view();
    let former = view.list_former_names(view.get_campaign().expect("a campaign").id).expect("names");
    let now = view.get_area(id).expect("the area");
    let name = |d| domain::lineage::as_on(&now, &former, day(d)).name;
    assert_eq!((name(14).as_str(), name(15).as_str()), ("Hà Trì 1", "Hà Trì Đông"));
    assert_eq!(code_of(ward.office.write(rename(id, 15, "Hà Trì Tây"))), ErrorCode::AreaPastOrder);
    assert_eq!(code_of(ward.office.write(rename(id, 20, "Hà Trì 2"))), ErrorCode::AreaExists);
    ward.office.write(Undo { entry: done.undo.expect("an entry") }).expect("taken back");
    assert_eq!(ward.office.view().dump().expect("a dump"), before);
}

#[test]
fn a_split_hands_each_later_evening_to_an_heir() {
    let mut ward = Ward::of("ha-cau-2024");
    let id = area(&ward, "Hà Trì 1").id;
    let [first, second] = evenings(&ward, id)[..] else { panic!("two evenings") };
    assert_eq!((first.1, second.1), (day(14), day(15)));
    let left = ward.office.write(split(id, 15, ["Hà Trì 1", "Hà Trì 1B"], Vec::new()));
    assert_eq!(code_of(left), ErrorCode::EveningsLeft);
    let handed = vec![Handed { visit: second.0, to: 1 }];
    let heirs = ward.office.write(split(id, 15, ["Hà Trì 1", "Hà Trì 1B"], handed)).expect("split").answer;
    assert_eq!(evenings(&ward, id), [first], "the past stays");
    assert_eq!(evenings(&ward, heirs[1]), [second]);
    assert_eq!(evenings(&ward, heirs[0]), []);
    let old = ward.office.view().get_area(id).expect("the area");
    assert_eq!(old.ended_on, Some(day(14)));
    assert_eq!(area(&ward, "Hà Trì 1").id, heirs[0], "the name is the living one's");
    let flyers = crate::flyer::FlyersPdf::plain(crate::flyer::FlyerSize::A5, None);
    let batch = crate::Make::batch(&flyers, &ward.office.view()).expect("what the papers say").expect("a paper");
    assert!(batch.said.iter().all(|s| s.subject != domain::printing::Subject::Area(id)), "no flyer for a past area");
    assert_eq!(code_of(ward.office.write(split(id, 20, ["a", "b"], Vec::new()))), ErrorCode::AreaPastOrder);
}

#[test]
fn merged_areas_bring_their_evenings_along() {
    let mut ward = Ward::of("ha-cau-2024");
    let (two, three) = (area(&ward, "Hà Trì 2").id, area(&ward, "Hà Trì 3").id);
    assert_eq!(code_of(ward.office.write(merge(&[two, two], 15, "Hà Trì mới"))), ErrorCode::TooFewAreas);
    let days: Vec<NaiveDate> = [two, three].iter().flat_map(|a| evenings(&ward, *a)).map(|(_, on)| on).collect();
    let heir = ward.office.write(merge(&[two, three], 15, "Hà Trì mới")).expect("merged").answer;
    assert_eq!(evenings(&ward, heir).into_iter().map(|(_, on)| on).collect::<Vec<_>>(), days);
    assert!(evenings(&ward, two).is_empty());
}

#[test]
fn an_area_leaves_only_when_no_evening_is_left() {
    let mut ward = Ward::of("ha-cau-2024");
    let id = area(&ward, "Hà Trì 5").id;
    let end = |on| EndArea { id, on: day(on), because: "chuyển về phường Kiến Hưng".into() };
    assert_eq!(code_of(ward.office.write(end(12))), ErrorCode::EveningsLeft);
    ward.office.write(end(25)).expect("gone");
    assert!(!ward.office.view().get_area(id).expect("the area").is_living());
}

#[test]
fn an_evening_whose_sheets_are_back_is_not_handed_over() {
    let mut ward = Ward::of("ha-cau-2024");
    let id = area(&ward, "Cầu Đơ 1").id;
    ward.office
        .write(crate::sheet::NumberSheets { evening: Some(day(9)), count: 1, spare: 0, ..Default::default() })
        .expect("codes");
    let sheets =
        ward.office.read(crate::sheet::ListSheets { evening: Some(day(9)), ..Default::default() }).expect("sheets");
    let boxes = vec![crate::sheet::BoxEntry::of(1, 5)];
    ward.office.write(crate::sheet::SetBoxes { code: sheets[0].code.clone(), boxes, cursor: None }).expect("keyed");
    let refused = ward.office.write(split(id, 9, ["a", "b"], Vec::new()));
    assert_eq!(code_of(refused), ErrorCode::EveningHasReturns);
}

#[test]
fn papers_of_an_evening_before_the_renaming_read_the_old_name() {
    let mut ward = Ward::of("ha-cau-2024");
    ward.office
        .write(crate::sheet::NumberSheets { evening: None, count: 1, spare: 0, ..Default::default() })
        .expect("codes");
    let id = area(&ward, "Hà Trì 1").id;
    ward.office.write(rename(id, 15, "Hà Trì Đông")).expect("renamed");
    let view = ward.office.view();
    let plan = view.plan().expect("a plan");
    let lines: Vec<&str> = plan.schedule.iter().map(|l| l.area.as_str()).collect();
    assert!(lines.contains(&"Hà Trì 1") && !lines.contains(&"Hà Trì Đông"), "its row begins on the evening before");
    let now = view.papers_now().expect("papers");
    let says: Vec<&String> =
        now.values().filter(|says| says.contains("Hà Trì 1,") || says.contains("Hà Trì Đông,")).collect();
    assert!(says.iter().any(|s| s.starts_with("14/11/2024") && s.contains("Hà Trì 1,")), "{says:?}");
    assert!(says.iter().any(|s| s.starts_with("15/11/2024") && s.contains("Hà Trì Đông,")), "{says:?}");
    let report = view.report(None, None).expect("a report");
    let then: Vec<&String> =
        report.areas_then.values().filter(|l| l.contains("Hà Trì 1") || l.contains("Đông")).collect();
    assert_eq!(then, ["Tổ dân phố Hà Trì 1", "Tổ dân phố Hà Trì Đông"]);
}

/// Every line of an area's history as a debugger writes it, the newest first.
fn told(ward: &Ward, area: AreaId) -> Vec<AreaDeed> {
    ward.office.read(AreaHistory { area }).expect("a history").into_iter().map(|e| e.what).collect()
}

#[test]
fn a_history_names_areas_and_evenings_as_they_were_then() {
    let mut ward = Ward::of("ha-cau-2024");
    let id = area(&ward, "Hà Trì 1").id;
    let [_, second] = evenings(&ward, id)[..] else { panic!("two evenings") };
    let to = MoveVisit { id: second.0, on: day(16), starts: None, ends: None, swap_with: None, confirmed: true };
    ward.office.write(to).expect("moved");
    ward.office
        .write(NumberSheets { evening: Some(day(16)), count: 5, spare: 0, ..Default::default() })
        .expect("codes");
    let handed = vec![Handed { visit: second.0, to: 1 }];
    let heirs = ward.office.write(split(id, 16, ["Hà Trì 1A", "Hà Trì 1B"], handed)).expect("split").answer;
    ward.office.write(rename(heirs[1], 20, "Hà Trì Đông")).expect("renamed");
    let events = ward.office.read(AreaHistory { area: id }).expect("a history");
    assert_eq!(events[0].why.as_deref(), Some("QĐ 5"), "the reason of the split");
    assert!(events.iter().take(3).all(|e| e.who.is_some() && !e.is_undo));
    let deeds = told(&ward, id);
    let numbered = AreaDeed::SheetsNumbered { count: 5 };
    assert_eq!(
        &deeds[..4],
        [
            AreaDeed::Became { areas: vec!["Hà Trì 1A".into(), "Hà Trì 1B".into()], on: day(16) },
            AreaDeed::EveningHandedOver { on: day(16), to: "Hà Trì 1B".into() },
            numbered.clone(),
            AreaDeed::EveningMoved { was: day(15), on: day(16) },
        ]
    );
    let heir = told(&ward, heirs[1]);
    assert_eq!(
        heir,
        [
            AreaDeed::Renamed { was: "Hà Trì 1B".into(), name: "Hà Trì Đông".into(), until: day(19) },
            AreaDeed::CameOf { areas: vec!["Hà Trì 1".into()], on: day(16) },
            AreaDeed::EveningTakenOver { on: day(16), of: "Hà Trì 1".into() },
        ],
        "what was done before is not the heir's"
    );
}

#[test]
fn a_split_taken_back_still_stands_in_the_history() {
    let mut ward = Ward::of("ha-cau-2024");
    let id = area(&ward, "Hà Trì 5").id;
    let given = evenings(&ward, id).into_iter().map(|(visit, _)| Handed { visit, to: 0 }).collect();
    let done = ward.office.write(split(id, 9, ["Hà Trì 5A", "Hà Trì 5B"], given)).expect("split");
    ward.office.write(Undo { entry: done.undo.expect("an entry") }).expect("taken back");
    let events = ward.office.read(AreaHistory { area: id }).expect("a history");
    let undone: Vec<&AreaDeed> = events.iter().filter(|e| e.is_undo).map(|e| &e.what).collect();
    assert!(undone.contains(&&AreaDeed::GoesOn), "{undone:?}");
    let became = AreaDeed::Became { areas: vec!["Hà Trì 5A".into(), "Hà Trì 5B".into()], on: day(9) };
    assert!(events.iter().any(|e| !e.is_undo && e.what == became), "names of areas that are no rows any more");
}

#[test]
fn sheets_keyed_on_one_day_are_one_line_and_one_opened_again_came_back_once() {
    let mut ward = Ward::of("ha-cau-2024");
    let id = area(&ward, "Cầu Đơ 1").id;
    ward.office.write(NumberSheets { evening: Some(day(9)), count: 3, spare: 0, ..Default::default() }).expect("codes");
    let sheets =
        ward.office.read(crate::sheet::ListSheets { evening: Some(day(9)), ..Default::default() }).expect("sheets");
    let mut set = |code: &str, no: &str, value: &str| {
        let boxes = vec![crate::sheet::BoxEntry::of(no, value)];
        ward.office.write(crate::sheet::SetBoxes { code: code.into(), boxes, cursor: None }).expect("keyed");
    };
    for sheet in &sheets {
        set(&sheet.code, "1", "5");
    }
    let rest: Vec<String> = sheets[0].missing.iter().map(ToString::to_string).collect();
    for no in rest.iter().filter(|no| *no != "1") {
        set(&sheets[0].code, no, "0");
    }
    set(&sheets[0].code, "1", "4");
    let keyed: Vec<AreaDeed> = told(&ward, id);
    assert_eq!(keyed[..2], [AreaDeed::SheetsBack { count: 3 }, AreaDeed::SheetsNumbered { count: 3 }]);
    assert!(!serde_json::to_string(&keyed).expect("JSON").contains("tally"));
}

#[test]
fn the_list_tells_former_names_and_kin_of_every_area() {
    let mut ward = Ward::of("minh-hoa");
    let rows = ward.office.read(ListAreas {}).expect("areas");
    assert_eq!(rows.len(), 61, "sixty that are visited and one that reports by itself");
    let visited = rows.iter().find(|r| r.returned == 0 && !r.visits.is_empty()).expect("an area");
    let (id, name) = (visited.id, visited.name.clone());
    ward.office.write(rename(id, 11, "Tên mới")).expect("renamed");
    let given = evenings(&ward, id).into_iter().map(|(visit, _)| Handed { visit, to: 1 }).collect();
    ward.office.write(split(id, 12, ["Tên mới 1", "Tên mới 2"], given)).expect("split");
    let rows = ward.office.read(ListAreas {}).expect("areas");
    let row = |name: &str| rows.iter().find(|r| r.name == name).expect("an area");
    let old = row("Tên mới");
    assert_eq!((old.former_names[0].name.as_str(), old.former_names[0].until), (name.as_str(), day(10)));
    assert_eq!((old.became.clone(), old.ended_on), (vec!["Tên mới 1".to_owned(), "Tên mới 2".into()], Some(day(11))));
    assert_eq!(row("Tên mới 2").came_of, ["Tên mới"]);
    assert_eq!(told(&ward, id).iter().filter(|d| matches!(d, AreaDeed::Renamed { .. })).count(), 1);
}

#[test]
fn an_area_that_is_no_more_is_counted_asked_and_given_nothing() {
    let mut ward = Ward::of("ha-cau-2024");
    let before = ward.office.read(GetOverview {}).expect("an overview").areas;
    let own = ward.office.read(ListAreas {}).expect("areas").into_iter().find(|r| r.self_report_due.is_some());
    let own = own.expect("an area that reports by itself");
    ward.office.write(EndArea { id: own.id, on: day(10), because: "QĐ 7".into() }).expect("gone");
    assert_eq!(ward.office.read(GetOverview {}).expect("an overview").areas, before - 1);
    ward.office.write(NumberSheets { evening: None, count: 1, spare: 0, ..Default::default() }).expect("codes");
    let sheets = ward.office.read(crate::sheet::ListSheets::default()).expect("sheets");
    assert!(sheets.iter().all(|s| s.area != Some(own.id)), "no sheet of its own");
    let added = ward.office.write(AddVisit { area: own.id, on: day(12), teams: Vec::new() });
    assert_eq!(code_of(added), ErrorCode::AreaNotThere);
    let hit = ward.office.read(Search { query: own.name.clone() }).expect("hits").remove(0);
    assert_eq!(hit.detail, "đã thôi sau 09/11/2024");
    let id = area(&ward, "Hà Trì 1").id;
    ward.office.write(rename(id, 15, "Sao Mai")).expect("renamed");
    let hits = ward.office.read(Search { query: "ha tri 1".into() }).expect("hits");
    assert!(hits.iter().any(|h| h.title == "Tổ dân phố Sao Mai"), "found by its former name");
}
