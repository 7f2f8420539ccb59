//! Names that are nearly alike, phones that lists do not carry, figures taken out, and what happened to an area.

use chrono::NaiveDate;
use domain::area::AreaKind;
use domain::ids::AreaId;
use workbook::import::{ColumnChoice, NameChoice, ProblemCode, Reading, Tables, areas as read_areas};

use super::kit::{Ward, code_of};
use crate::area::{
    AddArea, AreaDeed, AreaForm, AreaHistory, AreaRow, AreasTemplateXlsx, EditArea, LeaderForm, ListAreas, PutBase,
    RemoveBase, SetCluster, SplitArea,
};
use crate::contact::ViewContact;
use crate::import::{ImportAreas, Imported, LookAtTable, TableKind, TableSource};
use crate::undo::Undo;
use crate::{Error, ErrorCode};

fn form(name: &str) -> AreaForm {
    AreaForm {
        name: name.into(),
        kind: AreaKind::ResidentialGroup,
        cluster: None,
        leader: None,
        self_report_due: None,
        accept_near: None,
    }
}

fn rows(ward: &Ward) -> Vec<AreaRow> {
    ward.office.read(ListAreas {}).expect("areas")
}

fn row(ward: &Ward, name: &str) -> AreaRow {
    rows(ward).into_iter().find(|r| r.name == name).expect("an area")
}

fn add(ward: &mut Ward, area: AreaForm) -> crate::Result<AreaId> {
    ward.office.write(AddArea { area }).map(|w| w.answer)
}

#[test]
fn one_name_in_two_spellings_is_refused_and_a_near_one_is_asked_about() {
    let mut ward = Ward::of("ha-cau-2024");
    for same in ["Tổ dân phố Hà Trì 1", "HÀ  TRÌ 1", "TDP Hà Trì 1"] {
        assert_eq!(code_of(add(&mut ward, form(same))), ErrorCode::AreaExists, "{same}");
    }
    for near in ["3 Ngõ Thì Nhậm", "Hà Tri 1", "Hà Trì1"] {
        assert_eq!(code_of(add(&mut ward, form(near))), ErrorCode::AreaNear, "{near}");
    }
    let id = add(&mut ward, AreaForm { accept_near: Some(true), ..form("3 Ngõ Thì Nhậm") }).expect("both are right");
    ward.office.write(EditArea { id, area: form("3 Ngõ Thì Nhậm") }).expect("a name that stays is not asked about");
    let refused = ward.office.write(EditArea { id, area: form("4 Ngõ Thì Nhậm") }).map(|_| ());
    assert_eq!(code_of(refused), ErrorCode::AreaNear);
}

#[test]
fn a_leaders_phone_is_kept_changed_and_taken_off_and_no_list_shows_it() {
    let mut ward = Ward::of("ha-cau-2024");
    let leader = |phone: Option<&str>| LeaderForm {
        name: "Nguyễn Văn Mạnh".into(),
        phone: phone.map(str::to_owned),
        correction: None,
    };
    let with = |phone| AreaForm { leader: Some(leader(phone)), ..form("Yên Phúc") };
    let id = add(&mut ward, with(Some("0912345678"))).expect("added");
    let known = row(&ward, "Yên Phúc");
    let phone = |ward: &mut Ward| {
        let person = row(ward, "Yên Phúc").leader.expect("a leader");
        ward.office.write(ViewContact { person }).expect("a look").answer.phone
    };
    assert!(known.leader_has_phone && phone(&mut ward).is_some());
    ward.office.write(EditArea { id, area: with(None) }).expect("kept");
    assert!(phone(&mut ward).is_some());
    let answer = serde_json::to_string(&rows(&ward)).expect("JSON");
    assert!(!answer.contains("0912") && !answer.contains("912 345"), "a list carries no phone");
    ward.office.write(EditArea { id, area: with(Some("")) }).expect("taken off");
    assert!(phone(&mut ward).is_none() && !row(&ward, "Yên Phúc").leader_has_phone);
}

#[test]
fn what_happened_to_an_area_is_told_the_newest_first() {
    let mut ward = Ward::of("ha-cau-2024");
    let day = |d| NaiveDate::from_ymd_opt(2024, 11, d).expect("a date");
    let id = add(&mut ward, form("Yên Phúc")).expect("added");
    let base = PutBase {
        area: id,
        as_of: day(1),
        source: "Công an phường".into(),
        households: Some(120),
        people_15: None,
        smartphone_15: None,
        installed: None,
    };
    ward.office.write(base.clone()).expect("figures");
    ward.office.write(PutBase { households: Some(121), ..base }).expect("figures corrected");
    let figures = row(&ward, "Yên Phúc").bases[0].id;
    ward.office.write(RemoveBase { area: id, base: figures }).expect("taken out");
    let missing = ward.office.write(RemoveBase { area: id, base: figures }).map(|_| ());
    assert_eq!(code_of(missing), ErrorCode::Missing);
    ward.office.write(SetCluster { areas: vec![id], cluster: Some("Yên".into()) }).expect("a cluster");
    let heir = |name: &str| crate::area::HeirForm { name: name.into(), kind: AreaKind::Village, cluster: None };
    let split = SplitArea {
        id,
        on: day(15),
        into: vec![heir("Yên Phúc 1"), heir("Yên Phúc 2")],
        evenings: vec![],
        because: "NQ 12".into(),
    };
    ward.office.write(split).expect("split");
    let told = |ward: &Ward, area| -> Vec<AreaDeed> {
        ward.office.read(AreaHistory { area }).expect("a history").into_iter().map(|e| e.what).collect()
    };
    let deeds = told(&ward, id);
    assert!(
        matches!(
            &deeds[..],
            [
                AreaDeed::Became { .. },
                AreaDeed::Edited { .. },
                AreaDeed::FiguresRemoved { .. },
                ..,
                AreaDeed::FiguresPut { .. },
                AreaDeed::Added { .. }
            ]
        ),
        "{deeds:?}"
    );
    let AreaDeed::Became { areas, on } = &deeds[0] else { panic!("{deeds:?}") };
    assert_eq!((areas.join(", ").as_str(), *on), ("Yên Phúc 1, Yên Phúc 2", day(15)));
    let heir = row(&ward, "Yên Phúc 2").id;
    assert!(told(&ward, heir).iter().any(|d| matches!(d, AreaDeed::CameOf { areas, .. } if areas == &["Yên Phúc"])));
    let who = ward.office.read(AreaHistory { area: id }).expect("a history")[0].who.clone();
    assert!(who.is_some(), "who did it is named");
}

#[test]
fn the_workbook_to_fill_in_comes_back_without_a_change() {
    let mut ward = Ward::of("minh-hoa");
    let made = ward.office.make(AreasTemplateXlsx {}, &mut |_, _| true).expect("a workbook");
    let path = ward.folder.path().join("dia-ban.xlsx");
    std::fs::write(&path, &made.bytes).expect("a file");
    let living = rows(&ward).iter().filter(|r| r.ended_on.is_none()).count();
    let import = |ward: &mut Ward, dry_run| -> Imported {
        let table = TableSource::file(path.to_string_lossy());
        ward.office.write(ImportAreas { table, dry_run }).expect("an import").answer
    };
    let seen = import(&mut ward, true);
    assert_eq!((seen.added, seen.changed, seen.same as usize), (0, 0, living), "{:?}", seen.will);
    assert!(seen.will.iter().any(|l| l.why.as_deref() == Some("dòng ví dụ")));
    let grid = &Tables::from_bytes("a.xlsx", &made.bytes).expect("it opens").grids[0];
    let phones = grid.rows.iter().skip(1).filter_map(|r| r.cells.get(4)).filter(|c| !c.is_blank()).count();
    assert_eq!((grid.rows[0].cells[4].shown().as_str(), phones), ("Số điện thoại", 0), "no phone leaves in it");
}

#[test]
fn columns_named_by_hand_and_names_decided_make_a_strange_table_whole() {
    let mut ward = Ward::of("ha-cau-2024");
    let table = "Khu vực\tCột lạ\tĐầu hộ\n3 Ngõ Thì Nhậm\tKhu Ngô\t210\nYên Phúc\tYên\t90\n";
    let source = |reading: &Reading| TableSource::Text { text: table.into(), reading: Some(reading.clone()) };
    let column = |at, field: &str| ColumnChoice { at, field: Some(field.into()) };
    let mut reading = Reading::default();
    let look = |ward: &Ward, reading: &Reading| {
        ward.office.read(LookAtTable { kind: TableKind::Areas, table: source(reading) }).expect("a look")
    };
    let seen = look(&ward, &reading);
    assert_eq!((seen.heading, seen.columns.len()), (1, 3));
    assert!(seen.columns.iter().all(|c| c.field.is_none()) && seen.fields.iter().any(|f| f.needed));
    let problems = |ward: &mut Ward, reading: &Reading| match ward
        .office
        .write(ImportAreas { table: source(reading), dry_run: false })
        .expect_err("a refusal")
    {
        Error::User { problems, .. } => problems.iter().map(|p| p.code).collect::<Vec<_>>(),
        error => panic!("{error}"),
    };
    let before = rows(&ward);
    assert_eq!(problems(&mut ward, &reading), [ProblemCode::HeadingMissing]);
    reading.columns = vec![column(0, "name"), column(1, "cluster"), column(2, "households")];
    assert_eq!(look(&ward, &reading).columns[2].field.as_deref(), Some("households"));
    assert_eq!(problems(&mut ward, &reading), [ProblemCode::NearExistingArea]);
    assert_eq!(rows(&ward), before, "nothing is taken over before everything is right");
    reading.names =
        vec![NameChoice { name: "3 Ngõ Thì Nhậm".into(), other: "3 Ngô Thì Nhậm".into(), same: true }];
    let done = ward.office.write(ImportAreas { table: source(&reading), dry_run: false }).expect("an import");
    assert_eq!((done.answer.added, done.answer.changed), (1, 1));
    assert_eq!(row(&ward, "3 Ngô Thì Nhậm").cluster.as_deref(), Some("Khu Ngô"), "the office's spelling stays");
    assert_eq!(row(&ward, "Yên Phúc").base.households.map(|k| k.value), Some(90));
    ward.office.write(Undo { entry: done.undo.expect("it can be taken back") }).expect("taken back");
    assert_eq!(rows(&ward), before);

    reading.names[0].same = false;
    let two = ward.office.write(ImportAreas { table: source(&reading), dry_run: true }).expect("two areas").answer;
    assert_eq!(two.added, 2);
}

#[test]
fn a_sheet_a_heading_row_and_a_table_without_heading_are_said_by_hand() {
    let today = NaiveDate::from_ymd_opt(2024, 11, 20).expect("a date");
    let two = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../tests/fixtures/tables/hai-bang.xlsx");
    let tables = Tables::from_path(std::path::Path::new(two)).expect("it opens");
    let sheet = tables.grids.last().and_then(|g| g.sheet.clone());
    assert!(read_areas(&tables, today).is_err(), "two sheets could be meant");
    let said = tables.clone().read_as(Reading { sheet, ..Reading::default() });
    assert!(!read_areas(&said, today).expect("one is said").lines.is_empty());
    let other = tables.read_as(Reading { sheet: Some("Không có".into()), ..Reading::default() });
    assert_eq!(read_areas(&other, today).expect_err("no such sheet")[0].code, ProblemCode::SheetMissing);

    let bare = Tables::from_text("1\tHà Trì 1\t120\n2\tHà Trì 2\t90\n").expect("a table");
    let columns = vec![
        ColumnChoice { at: 1, field: Some("name".into()) },
        ColumnChoice { at: 2, field: Some("households".into()) },
    ];
    let read = read_areas(&bare.read_as(Reading { heading: Some(0), columns, ..Reading::default() }), today);
    let lines = read.expect("a table without a heading").lines;
    assert_eq!(lines.iter().map(|l| l.name.as_str()).collect::<Vec<_>>(), ["Hà Trì 1", "Hà Trì 2"]);
}
