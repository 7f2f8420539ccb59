use chrono::NaiveDate;
use domain::ids::{AreaId, UnitId};
use domain::task::Standing;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

use super::clock::on;
use super::kit::{Ward, code_of, values_of};
use crate::ErrorCode;
use crate::area::{PutBase, SplitArea};
use crate::chase::GetChase;
use crate::import::{ImportAreas, ImportSchedule, TableSource};
use crate::sheet::{BoxEntry, NumberSelfReport, NumberSheets, SetAsOf, SetBoxes};
use crate::target::GetTargets;
use crate::undo::Undo;
use crate::unit::{
    AddUnits, IndicatorForm, ListUnits, PutUnit, PutUnitFigures, PutUnitIndicators, RemoveUnit, UnitValue, Units,
};
use crate::visit::AddVisit;

fn november(d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 11, d).expect("a date of the test")
}

fn list(ward: &Ward) -> Units {
    ward.office.read(ListUnits {}).expect("units")
}

/// Two schools that are to report by the 8th.
fn with_schools(sample: &str) -> (Ward, Vec<UnitId>) {
    let mut ward = Ward::of(sample);
    let names = ["Trường Tiểu học A", "", "  Trường THCS B "].map(str::to_owned).to_vec();
    let added = ward.office.write(AddUnits { names, due_on: Some(november(8)) }).expect("schools");
    (ward, added.answer)
}

fn figures(ward: &Ward, unit: UnitId, numbers: &[(Option<u32>, Option<u32>)]) -> PutUnitFigures {
    let columns = list(ward).columns;
    let value = |(column, (people, done)): (&crate::unit::UnitColumn, &(Option<u32>, Option<u32>))| UnitValue {
        indicator: column.id,
        people: *people,
        done: *done,
    };
    PutUnitFigures { unit, as_of: november(9), values: columns.iter().zip(numbers).map(value).collect() }
}

#[test]
fn schools_come_with_the_columns_the_plan_names() {
    let (ward, added) = with_schools("ha-cau-2024");
    let units = list(&ward);
    let labels: Vec<&str> = units.columns.iter().map(|c| c.label.as_str()).collect();
    assert_eq!(labels, ["Giáo viên", "Nhân viên", "Phụ huynh"]);
    assert_eq!(units.units.iter().map(|u| u.id).collect::<Vec<_>>(), added);
    assert_eq!(units.units[1].name, "Trường THCS B");
    assert_eq!(units.units[0].standing, Standing::Overdue { since: november(8), days: 2 });
    let chase = ward.office.read(GetChase {}).expect("a chase");
    let owed: Vec<(&str, &str)> = chase.rows.iter().map(|r| (r.to.as_str(), r.late_words.as_str())).collect();
    assert_eq!(owed, [("Trường Tiểu học A", "Chậm 02 ngày"), ("Trường THCS B", "Chậm 02 ngày")]);
    assert!(chase.rows[0].what.contains("giáo viên, nhân viên, phụ huynh"));
}

#[test]
fn a_school_is_done_once_every_box_has_a_number_and_zero_is_one() {
    let (mut ward, added) = with_schools("ha-cau-2024");
    let half = figures(&ward, added[0], &[(Some(40), Some(30)), (Some(6), None)]);
    ward.office.write(half).expect("kept");
    let units = list(&ward);
    assert!(units.units[0].standing.is_late(), "blank is not zero");
    assert_eq!((units.units[0].cells[1].people, units.units[0].cells[1].done), (Some(6), None));
    assert_eq!(units.columns[0].total.permille, Some(750));
    assert_eq!(units.columns[2].total.people, None);
    let whole = figures(&ward, added[0], &[(Some(40), Some(30)), (Some(6), Some(0)), (Some(500), Some(250))]);
    ward.office.write(whole).expect("kept");
    assert_eq!(list(&ward).units[0].standing, Standing::Done);
}

#[test]
fn nobody_has_done_it_who_is_not_there() {
    let (mut ward, added) = with_schools("ha-cau-2024");
    let before = ward.office.view().dump().expect("a dump");
    let wrong = figures(&ward, added[0], &[(Some(40), Some(30)), (Some(6), Some(7))]);
    let refused = ward.office.write(wrong).expect_err("a refusal");
    let words = values_of(&refused);
    assert_eq!(refused.code(), ErrorCode::MoreDoneThanPeople);
    assert!(words.contains("nhân viên") && words.contains('7') && words.contains('6'), "{words}");
    assert_eq!(ward.office.view().dump().expect("a dump"), before, "nothing was kept of it");
    let ahead = PutUnitFigures { as_of: november(11), ..figures(&ward, added[0], &[]) };
    assert_eq!(code_of(ward.office.write(ahead)), ErrorCode::DayAhead);
}

#[test]
fn columns_change_names_go_and_come_and_all_of_it_goes_back() {
    let (mut ward, added) = with_schools("ha-cau-2024");
    ward.office.write(figures(&ward, added[0], &[(Some(40), Some(30)), (Some(6), Some(5))])).expect("kept");
    let before = ward.office.view().dump().expect("a dump");
    let columns = list(&ward).columns;
    let form = |id, label: &str| IndicatorForm { id, label: label.into() };
    let indicators = vec![
        form(Some(columns[1].id), "Giáo viên"),
        form(Some(columns[0].id), "Nhân viên"),
        form(None, "Học sinh 15+"),
    ];
    let put = ward.office.write(PutUnitIndicators { indicators }).expect("columns");
    let now = list(&ward);
    assert_eq!(
        now.columns.iter().map(|c| c.label.as_str()).collect::<Vec<_>>(),
        ["Giáo viên", "Nhân viên", "Học sinh 15+"]
    );
    assert_eq!(now.units[0].cells[0].people, Some(6), "a figure stays with its column");
    let twice = vec![form(None, "Giáo viên"), form(None, "giáo viên")];
    assert_eq!(code_of(ward.office.write(PutUnitIndicators { indicators: twice })), ErrorCode::ListedTwice);
    let removed = ward.office.write(RemoveUnit { id: added[0] }).expect("taken off");
    for entry in [removed.undo, put.undo] {
        ward.office.write(Undo { entry: entry.expect("it can be taken back") }).expect("taken back");
    }
    assert_eq!(ward.office.view().dump().expect("a dump"), before);
}

#[test]
fn two_schools_of_one_name_are_refused() {
    let (mut ward, added) = with_schools("ha-cau-2024");
    let again = AddUnits { names: vec!["Trường C".into(), "truong tieu hoc a".into()], due_on: None };
    assert_eq!(code_of(ward.office.write(again)), ErrorCode::ListedTwice);
    assert_eq!(list(&ward).units.len(), 2, "all or nothing");
    let same = PutUnit { id: added[1], name: "Trường Tiểu học A".into(), due_on: None, contact: None };
    assert_eq!(code_of(ward.office.write(same)), ErrorCode::ListedTwice);
}

#[test]
fn whatever_schools_report_the_wards_rates_stay() {
    let (ward, added) = with_schools("minh-hoa");
    let targets = |ward: &Ward| ward.office.read(GetTargets {}).expect("targets");
    let before = targets(&ward);
    assert!(before.iter().all(|t| t.numerator.is_some()), "the sample has figures");
    let ward = std::cell::RefCell::new(ward);
    let number = || proptest::option::of(0u32..90_000);
    let rows = proptest::collection::vec((number(), number()), 3);
    TestRunner::new(ProptestConfig::with_cases(24))
        .run(&(0..2usize, rows), |(school, numbers)| {
            let mut ward = ward.borrow_mut();
            let possible: Vec<_> = numbers.iter().map(|(p, d)| (p.map(|p| p.max(d.unwrap_or(0))), *d)).collect();
            let put = figures(&ward, added[school], &possible);
            ward.office.write(put).map_err(|e| TestCaseError::fail(e.to_string()))?;
            prop_assert_eq!(&targets(&ward), &before);
            Ok(())
        })
        .expect("schools are outside every rate");
}

#[test]
fn an_area_that_reports_by_itself_counts_once_inside_the_rates() {
    let mut ward = on(Ward::of("ha-cau-2024"), "2024-11-29");
    let area = ward.office.view().find_area("Cụm chung cư Hyundai Hillstate").expect("read").expect("it is there");
    let base = PutBase {
        area: area.id,
        as_of: november(1),
        source: "Ban Quản lý".into(),
        households: Some(500),
        people_15: Some(1000),
        smartphone_15: Some(800),
        installed: None,
    };
    ward.office.write(base).expect("base figures");
    let code = ward.office.write(NumberSelfReport { area: area.id }).expect("numbered").answer;
    let again = ward.office.write(NumberSelfReport { area: area.id }).expect("found");
    assert_eq!((again.answer.as_str(), again.changed.0.len()), (code.as_str(), 0), "one sheet, however often asked");
    ward.office.write(NumberSheets { evening: None, count: 1, spare: 0, ..Default::default() }).expect("numbered");
    let own = |ward: &Ward| {
        let view = ward.office.view();
        let sheets = view.list_sheets(view.get_campaign().expect("it").id).expect("sheets");
        sheets.into_iter().filter(|s| s.area == Some(area.id)).count()
    };
    assert_eq!(own(&ward), 1);
    let account = |ward: &Ward| {
        let targets = ward.office.read(GetTargets {}).expect("targets");
        let t = targets.into_iter().find(|t| t.clause == "II.6").expect("the sample has it");
        (t.numerator, t.denominator)
    };
    assert_eq!(account(&ward), (None, Some(1000)));
    let key = |ward: &mut Ward, eight: &str| {
        let values = ["400", "350", "50", "700", "600", "100", "200", eight, "90"];
        let boxes = values.iter().zip(1..).map(|(v, n)| BoxEntry::of(n, v)).collect();
        ward.office.write(SetBoxes { code: code.clone(), boxes, cursor: None }).expect("keyed");
    };
    key(&mut ward, "250");
    assert_eq!(account(&ward), (Some(250), Some(1000)));
    let opened = ward.office.write(SetAsOf { code: code.clone(), as_of: november(28) }).expect("dated").answer;
    assert_eq!(opened.on, Some(november(28)));
    key(&mut ward, "300");
    assert_eq!(account(&ward), (Some(300), Some(1000)), "keyed again it is corrected, not added");
    assert_eq!(code_of(ward.office.write(SetAsOf { code, as_of: november(30) })), ErrorCode::DayAhead);
    let chase = ward.office.read(GetChase {}).expect("a chase");
    assert!(chase.rows.iter().all(|r| r.to != area.label()), "it has reported");
}

fn edit(area: &domain::area::Area, due: Option<&str>) -> crate::area::EditArea {
    let request = serde_json::json!({ "id": area.id, "area": {
        "name": area.name, "kind": area.kind, "cluster": null, "leader": null, "self_report_due": due
    }});
    serde_json::from_value(request).expect("a request")
}

#[test]
fn an_area_with_evenings_gets_no_tally_of_its_own() {
    let mut ward = Ward::of("ha-cau-2024");
    let area = ward.office.view().find_area("Hà Trì 1").expect("read").expect("it is there");
    assert_eq!(code_of(ward.office.write(NumberSelfReport { area: area.id })), ErrorCode::NotSelfReporting);
    let refused = ward.office.write(edit(&area, Some("2024-11-29")));
    assert_eq!(code_of(refused), ErrorCode::SelfReportHasEvenings);
    ward.office.write(NumberSheets { evening: None, count: 1, spare: 0, ..Default::default() }).expect("numbered");
    let view = ward.office.view();
    let sheets = view.list_sheets(view.get_campaign().expect("it").id).expect("sheets");
    assert!(sheets.iter().all(|s| s.visit.is_some() || s.area != Some(area.id)), "counted by its evenings alone");
}

#[test]
fn an_area_that_reports_by_itself_gets_no_evening() {
    let mut ward = Ward::of("ha-cau-2024");
    let view = ward.office.view();
    let areas = view.list_areas(view.get_campaign().expect("it").id).expect("areas");
    let area = areas.into_iter().find(|a| a.self_report_due.is_some()).expect("the sample has one");
    let add = || AddVisit { area: area.id, on: november(20), teams: Vec::new() };
    assert_eq!(code_of(ward.office.write(add())), ErrorCode::AreaReportsItself);
    let table = TableSource::text(format!("Ngày\tĐịa bàn\n20/11/2024\t{}\n", area.name));
    let import = ImportSchedule { table, dry_run: false, create_areas: false, spellings: Vec::new() };
    let Err(crate::Error::User { problems, .. }) = ward.office.write(import) else { panic!("refused") };
    assert_eq!(problems[0].code, workbook::import::ProblemCode::AreaReportsItself);
    ward.office.write(edit(&area, None)).expect("it is visited from now on");
    ward.office.write(add()).expect("an evening");

    let table = format!("Tên địa bàn\tHạn tự báo cáo\n{}\t29/11/2024\n", area.name);
    let import = ImportAreas { table: TableSource::text(table), dry_run: false };
    let Err(crate::Error::User { problems, .. }) = ward.office.write(import) else { panic!("refused") };
    assert_eq!(problems[0].code, workbook::import::ProblemCode::SelfReportHasEvenings);
}

#[test]
fn heirs_report_by_themselves_only_until_the_source_has() {
    let mut ward = Ward::of("ha-cau-2024");
    let view = ward.office.view();
    let areas = view.list_areas(view.get_campaign().expect("it").id).expect("areas");
    let own = areas.into_iter().find(|a| a.self_report_due.is_some()).expect("the sample has one");
    let split = || -> SplitArea {
        let heir = |name| serde_json::json!({ "name": name, "kind": "housing_estate", "cluster": null });
        let request = serde_json::json!({
            "id": own.id, "on": "2024-11-15", "into": [heir("Khu A"), heir("Khu B")], "because": "QĐ 5"
        });
        serde_json::from_value(request).expect("a request")
    };
    let dues = |ward: &Ward, ids: &[AreaId]| -> Vec<Option<NaiveDate>> {
        ids.iter().map(|id| ward.office.view().get_area(*id).expect("an heir").self_report_due).collect()
    };
    let done = ward.office.write(split()).expect("split");
    assert_eq!(dues(&ward, &done.answer), [own.self_report_due; 2]);
    ward.office.write(Undo { entry: done.undo.expect("an entry") }).expect("taken back");

    let code = ward.office.write(NumberSelfReport { area: own.id }).expect("numbered").answer;
    let boxes = vec![BoxEntry::of(8, 12)];
    ward.office.write(SetBoxes { code, boxes, cursor: None }).expect("keyed");
    let heirs = ward.office.write(split()).expect("split").answer;
    assert_eq!(dues(&ward, &heirs), [None; 2], "it counted everybody");
}
