//! Areas renamed, split, merged and gone, on a real file: the past is kept.

use chrono::NaiveDate;
use domain::area::AreaKind;
use domain::ids::{AreaId, VisitId};

use super::kit::{Ward, code_of};
use crate::ErrorCode;
use crate::area::{EndArea, Handed, HeirForm, MergeAreas, RenameArea, SplitArea};
use crate::undo::Undo;

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
        name: name.into(),
        kind: AreaKind::ResidentialGroup,
        cluster: None,
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
    ward.office.write(crate::sheet::NumberSheets { evening: Some(day(9)), count: 1, spare: 0 }).expect("codes");
    let sheets = ward.office.read(crate::sheet::ListSheets { evening: Some(day(9)) }).expect("sheets");
    let boxes = vec![crate::sheet::BoxEntry { no: "1".into(), value: "5".into() }];
    ward.office.write(crate::sheet::SetBoxes { code: sheets[0].code.clone(), boxes }).expect("keyed");
    let refused = ward.office.write(split(id, 9, ["a", "b"], Vec::new()));
    assert_eq!(code_of(refused), ErrorCode::EveningHasReturns);
}

#[test]
fn papers_of_an_evening_before_the_renaming_read_the_old_name() {
    let mut ward = Ward::of("ha-cau-2024");
    ward.office.write(crate::sheet::NumberSheets { evening: None, count: 1, spare: 0 }).expect("codes");
    let id = area(&ward, "Hà Trì 1").id;
    ward.office.write(rename(id, 15, "Hà Trì Đông")).expect("renamed");
    let view = ward.office.view();
    let plan = view.plan().expect("a plan");
    let lines: Vec<&str> = plan.schedule.iter().map(|l| l.area.as_str()).collect();
    assert!(lines.contains(&"Hà Trì 1") && !lines.contains(&"Hà Trì Đông"), "its row begins on the evening before");
    let now = view.papers_now().expect("papers");
    let says: Vec<&String> = now.values().filter(|says| says.contains("Hà Trì 1,") || says.contains("Hà Trì Đông,")).collect();
    assert!(says.iter().any(|s| s.starts_with("14/11/2024") && s.contains("Hà Trì 1,")), "{says:?}");
    assert!(says.iter().any(|s| s.starts_with("15/11/2024") && s.contains("Hà Trì Đông,")), "{says:?}");
    let report = view.report(None, None).expect("a report");
    let then: Vec<&String> = report.areas_then.values().filter(|l| l.contains("Hà Trì 1") || l.contains("Đông")).collect();
    assert_eq!(then, ["Tổ dân phố Hà Trì 1", "Tổ dân phố Hà Trì Đông"]);
}
