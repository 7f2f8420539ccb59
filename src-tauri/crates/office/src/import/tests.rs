//! Tables taken over on a real file: what a dry run promises is what happens, and a fault changes nothing.

use std::sync::Arc;

use chrono::{DateTime, FixedOffset, NaiveDate};
use tempfile::TempDir;
use workbook::import::ProblemCode;

use super::{ImportAction, ImportAreas, ImportSchedule, ImportTallies, Imported, SpellingChoice, TableSource};
use crate::area::{AreaRow, ListAreas};
use crate::check::CheckFile;
use crate::create::{Beginning, BlankOffice, create};
use crate::report::{ReportOf, ReportXlsx};
use crate::sheet::{ListSheets, NumberSheets, OpenSheet};
use crate::visit::ListVisits;
use crate::{Error, ErrorCode, Office, Outside, Result, Write};

#[derive(Debug)]
struct Morning;

impl Outside for Morning {
    fn now(&self) -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339("2024-11-20T08:00:00+07:00").expect("a time of the test")
    }

    fn fill(&self, bytes: &mut [u8]) {
        bytes.fill(7);
    }
}

struct Ward {
    office: Office,
    _folder: TempDir,
}

fn ward(beginning: &Beginning) -> Ward {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("ward.db");
    let outside: Arc<dyn Outside> = Arc::new(Morning);
    create(&path, beginning, &*outside).expect("a new file");
    Ward { office: Office::open(&path, outside).expect("it opens").office, _folder: folder }
}

fn sample() -> Ward {
    ward(&Beginning::Sample { name: "ha-cau-2024".into() })
}

fn text(text: &str) -> TableSource {
    TableSource::text(text)
}

fn fixture(name: &str) -> TableSource {
    TableSource::file(format!("{}/../../../tests/fixtures/tables/{name}", env!("CARGO_MANIFEST_DIR")))
}

fn counts(i: &Imported) -> (u32, u32, u32, u32) {
    (i.added, i.changed, i.same, i.skipped)
}

impl Ward {
    /// Runs a dry run and then the deed; both must say the same.
    fn import<W: Write<Answer = Imported>>(&mut self, make: impl Fn(bool) -> W) -> Imported {
        let dry = self.office.write(make(true)).expect("a dry run");
        assert!(dry.changed.0.is_empty() && dry.answer.dry_run, "a dry run changes nothing");
        let done = self.office.write(make(false)).expect("an import").answer;
        assert_eq!(dry.answer.will, done.will);
        assert!(self.office.read(CheckFile {}).expect("a check").findings.is_empty());
        done
    }

    fn areas(&self) -> Vec<AreaRow> {
        self.office.read(ListAreas {}).expect("areas")
    }
}

fn problems<T: std::fmt::Debug>(result: Result<T>) -> (ErrorCode, Vec<ProblemCode>) {
    match result.expect_err("a refusal") {
        Error::User { code, problems, .. } => (code, problems.into_iter().map(|p| p.code).collect()),
        error => panic!("{error}"),
    }
}

#[test]
fn areas_are_added_then_the_same_and_then_changed() {
    let mut ward = ward(&Beginning::Blank(BlankOffice { ward: "phường Thử".into(), ..BlankOffice::default() }));
    let areas = |dry_run| ImportAreas { table: fixture("dia-ban-tot.xlsx"), dry_run };
    let first = ward.import(areas);
    assert_eq!((counts(&first), first.gaps), ((3, 0, 0, 3), vec!["Cầu Đơ 2".to_owned()]));
    let again = ward.import(areas);
    assert_eq!(counts(&again), (0, 0, 3, 3));
    let rows = ward.areas();
    assert_eq!(rows[0].base.households.map(|k| k.value), Some(120));
    assert_eq!(rows[1].base.people_15.map(|k| k.value), Some(1020));
    assert_eq!(rows[2].self_report_due, NaiveDate::from_ymd_opt(2024, 11, 29));

    let table =
        "Địa bàn\tSố hộ\tTổ trưởng\tNguồn\tNgày số liệu\nTổ dân phố CẦU ĐƠ 1\t130\tNgười Thử\tThử\t01/11/2024\n";
    let changed = ward.import(|dry_run| ImportAreas { table: text(table), dry_run });
    assert_eq!(counts(&changed), (0, 1, 0, 0));
    let row = &ward.areas()[0];
    assert_eq!((row.name.as_str(), row.leader_name.as_deref()), ("Cầu Đơ 1", Some("Người Thử")));
    assert_eq!(row.base.households.map(|k| k.value), Some(130));
    assert_eq!(row.base.people_15.map(|k| k.value), Some(410), "what the table leaves blank is kept");
}

#[test]
fn one_wrong_line_changes_nothing_and_every_fault_is_told() {
    let mut ward = sample();
    let before = ward.areas();
    let table = "STT;Địa bàn;Số hộ;Ngày số liệu\n1;Tổ mới;10;01/11/2024\n2;3 Ngõ Thì Nhậm;10;01/11/2024\n";
    let found = problems(ward.office.write(ImportAreas { table: text(table), dry_run: false }));
    assert_eq!(found, (ErrorCode::TableHasProblems, vec![ProblemCode::NearExistingArea]));
    let found = problems(ward.office.write(ImportAreas { table: fixture("o-gop-va-so-sai.xlsx"), dry_run: true }));
    assert_eq!(found.1.len(), 4);
    let found = problems(ward.office.write(ImportAreas { table: fixture("co-mat-khau.xlsx"), dry_run: false }));
    assert_eq!(found, (ErrorCode::TableRefused, vec![ProblemCode::Encrypted]));
    assert_eq!(ward.areas(), before);
}

#[test]
fn the_pasted_plan_is_the_samples_schedule() {
    let mut ward = sample();
    let done = ward.import(|dry_run| ImportSchedule {
        table: fixture("lich-dan-tu-word.txt"),
        dry_run,
        create_areas: false,
        spellings: vec![],
    });
    assert_eq!(counts(&done), (0, 0, 22, 1));
}

#[test]
fn a_table_takes_no_team_off_an_evening_whose_sheets_are_out() {
    let teams = |ward: &Ward| -> Vec<u32> {
        ward.office.read(ListVisits {}).expect("a schedule").visits[0].teams.iter().map(|t| t.number).collect()
    };
    let mut ward = ward(&Beginning::Sample { name: "minh-hoa".into() });
    let first = ward.office.read(ListVisits {}).expect("a schedule").visits[0].clone();
    assert!(first.sheets > 0, "the sample's sheets are numbered");
    let before = teams(&ward);
    let other = [1, 2, 3].into_iter().find(|n| !before.contains(n)).expect("another team");
    let table = format!("Ngày\tĐịa bàn\tTổ hỗ trợ\n{}\t{}\tTổ {other}\n", first.on.format("%d/%m/%Y"), first.area_name);
    let done =
        ward.import(|dry_run| ImportSchedule { table: text(&table), dry_run, create_areas: false, spellings: vec![] });
    assert_eq!(counts(&done), (0, 1, 0, 0));
    let mut both = [before, vec![other]].concat();
    both.sort_unstable();
    assert_eq!(teams(&ward), both);
    let again =
        ward.import(|dry_run| ImportSchedule { table: text(&table), dry_run, create_areas: false, spellings: vec![] });
    assert_eq!(counts(&again), (0, 0, 1, 0));
}

#[test]
fn a_schedule_fills_an_empty_ward() {
    let days = |d| NaiveDate::from_ymd_opt(2024, 11, d);
    let blank =
        BlankOffice { ward: "phường Thử".into(), starts_on: days(9), ends_on: days(30), ..BlankOffice::default() };
    let mut ward = ward(&Beginning::Blank(blank));
    let refused = ward.office.write(ImportSchedule {
        table: fixture("lich-o-gop.xlsx"),
        dry_run: false,
        create_areas: false,
        spellings: vec![],
    });
    let (_, codes) = problems(refused);
    assert!(codes.len() == 22 && codes.iter().all(|c| *c == ProblemCode::UnknownArea));

    let names = ["Cầu Đơ 1", "Cầu Đơ 3", "Cầu Đơ 4"].join("\n");
    ward.import(|dry_run| ImportAreas { table: text(&format!("Địa bàn\n{names}")), dry_run });
    let table = "STT\tNgày\tĐịa bàn\tTổ hỗ trợ\n1\t9/11\tCầu Đơ 1\t\n2\t10-11/11\tTDP Cầu Đơ 3\tTổ 1\n";
    let done =
        ward.import(|dry_run| ImportSchedule { table: text(table), dry_run, create_areas: false, spellings: vec![] });
    assert_eq!(counts(&done), (3, 0, 0, 0));
    let visits = ward.office.read(ListVisits {}).expect("a schedule").visits;
    assert!(visits.len() == 3 && visits.iter().all(|v| v.teams.len() == 1));

    let table =
        "Ngày\tĐịa bàn\tTổ hỗ trợ\n01/12/2024\tCầu Đơ 1\t\n12/11/2024\tCầu Đơ 4\tTổ 9\n13/11/2024\tCau Do 4\t\n";
    let (_, codes) = problems(ward.office.write(ImportSchedule {
        table: text(table),
        dry_run: false,
        create_areas: false,
        spellings: vec![],
    }));
    assert_eq!(codes[..1], [ProblemCode::NearDuplicate], "the table itself is looked at first");
}

#[test]
fn a_new_campaign_takes_its_dates_from_its_first_schedule() {
    let mut ward = ward(&Beginning::Blank(BlankOffice {
        starts_on: NaiveDate::from_ymd_opt(2026, 1, 1),
        ..BlankOffice::default()
    }));
    ward.import(|dry_run| ImportAreas { table: text("Địa bàn;Số hộ\nCầu Đơ 1;410\n"), dry_run });
    assert_eq!(ward.areas()[0].base.households.map(|k| k.as_of), NaiveDate::from_ymd_opt(2024, 11, 20));
    let again =
        ward.import(|dry_run| ImportAreas { table: text("Địa bàn;Số hộ\nCầu Đơ 1;410\n"), dry_run });
    assert_eq!(again.same, 1);
    let table = "Ngày;Địa bàn\n09/11/2024;Cầu Đơ 1\n10/11/2024;Cầu Đơ 1\n";
    let done =
        ward.import(|dry_run| ImportSchedule { table: text(table), dry_run, create_areas: false, spellings: vec![] });
    assert_eq!(done.new_dates.map(|d| d.from), NaiveDate::from_ymd_opt(2024, 11, 9));
    let later = "Ngày;Địa bàn\n09/12/2024;Cầu Đơ 1\n";
    let (_, found) = problems(ward.office.write(ImportSchedule {
        table: text(later),
        dry_run: false,
        create_areas: false,
        spellings: vec![],
    }));
    assert_eq!(found, [ProblemCode::EveningOutsideCampaign]);
}

#[test]
fn tallies_go_in_by_code_and_a_blank_leaves_its_box() {
    let mut ward = sample();
    ward.office.write(NumberSheets { evening: None, count: 2, spare: 0, ..Default::default() }).expect("codes");
    let codes: Vec<String> =
        ward.office.read(ListSheets::default()).expect("sheets").into_iter().map(|s| s.code).collect();
    let table = format!("Mã phiếu;Ô 1;[2];3\n{};32;27;5\n{};;0;\n", codes[0], codes[1].replace('-', ""));
    let done = ward.import(|dry_run| ImportTallies { table: text(&table), dry_run });
    assert_eq!((counts(&done), done.will[0].action), ((2, 0, 0, 0), ImportAction::Add));
    let value = |ward: &Ward, code: &str, no: usize| {
        ward.office.read(OpenSheet { code: code.to_owned() }).expect("a sheet").boxes[no - 1].value
    };
    assert_eq!((value(&ward, &codes[1], 1), value(&ward, &codes[1], 2)), (None, Some(0)));
    assert_eq!(counts(&ward.import(|dry_run| ImportTallies { table: text(&table), dry_run })), (0, 0, 2, 0));

    let table = format!("Mã phiếu;Ô 1;Ô 2\n{};;28\n", codes[0]);
    let done = ward.import(|dry_run| ImportTallies { table: text(&table), dry_run });
    assert_eq!(done.will[0].why.as_deref(), Some("ô 2: 27 → 28"));
    assert_eq!(value(&ward, &codes[0], 1), Some(32));

    let slip = {
        let mut d = codes[0].clone();
        let last = d.pop();
        d.push(if last == Some('0') { '1' } else { '0' });
        d
    };
    let table = format!("Mã phiếu;Ô 1;Ô 12\n{slip};1;\n123;1;\n{};1;4\n", codes[1]);
    let (_, found) = problems(ward.office.write(ImportTallies { table: text(&table), dry_run: false }));
    assert_eq!(found, [ProblemCode::CodeCheckDigitLikely, ProblemCode::CodeLength, ProblemCode::BoxNotOnSheet]);
}

#[test]
fn a_report_goes_out_and_its_sheets_come_in_again() {
    let mut ward = ward(&Beginning::Sample { name: "minh-hoa".into() });
    let report = ReportXlsx { of: ReportOf::days(None, NaiveDate::from_ymd_opt(2024, 11, 30)) };
    let made = ward.office.make(report, &mut |_, _| true).expect("a report");
    assert_eq!(made.file_name, "bao-cao-minh-hoa-den-2024-11-30.xlsx");
    assert_eq!(ward.office.make(report, &mut |_, _| true).expect("a report").bytes, made.bytes);
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("bao-cao.xlsx");
    std::fs::write(&path, &made.bytes).expect("a file");
    let table = TableSource::file(path.to_string_lossy());
    let done = ward.import(|dry_run| ImportTallies { table: table.clone(), dry_run });
    assert_eq!((done.added, done.changed), (0, 0));
    assert!(done.same > 100, "{}", done.same);

    let reversed =
        ReportXlsx { of: ReportOf::days(NaiveDate::from_ymd_opt(2024, 11, 12), NaiveDate::from_ymd_opt(2024, 11, 11)) };
    let refused = ward.office.make(reversed, &mut |_, _| true);
    assert_eq!(refused.expect_err("a refusal").code(), ErrorCode::PeriodReversed);
    let cancelled = ward.office.make(report, &mut |_, _| false);
    assert_eq!(cancelled.expect_err("a refusal").code(), ErrorCode::Cancelled);
}

/// The reference plan's own table, as it was received: tabs, two dates in a cell, the heading repeated with
/// tags, and the scanning error in three names.
const PLAN: &str = include_str!("../../../../../tests/fixtures/tables/lich-ke-hoach-ha-cau.txt");

#[test]
fn the_plans_table_fills_an_empty_office_once_its_spelling_is_decided() {
    let mut ward =
        ward(&Beginning::Blank(BlankOffice { ward: "phường Hà Cầu".into(), ..BlankOffice::default() }));
    let request = |dry_run, spellings| ImportSchedule { table: text(PLAN), dry_run, create_areas: true, spellings };
    let seen = ward.office.write(request(true, vec![])).expect("a dry run").answer;
    assert_eq!(counts(&seen), (22, 0, 0, 1));
    let new: Vec<(&str, usize, &str)> =
        seen.new_areas.iter().map(|a| (a.kind_word.as_str(), a.names.len(), a.names[0].as_str())).collect();
    assert_eq!(
        new,
        [
            ("tổ dân phố", 15, "Cầu Đơ 1"),
            ("chung cư", 1, "Chung cư Phú Thịnh"),
            ("khu nhà ở", 1, "Khu nhà ở Cảnh sát biển")
        ]
    );
    assert_eq!(seen.gaps, ["Cầu Đơ 2"]);
    let [question] = &seen.questions[..] else { panic!("{:?}", seen.questions) };
    let ways: Vec<(&str, usize)> = question.ways.iter().map(|w| (w.words.as_str(), w.names.len())).collect();
    assert_eq!((ways, question.decided), (vec![("Ngõ Thì Nhậm", 3), ("Ngô Thì Nhậm", 2)], false));

    // Nothing is decided by itself, not even for the way most names have.
    let refused = ward.office.write(request(false, vec![]));
    assert_eq!(refused.expect_err("a refusal").code(), ErrorCode::SpellingUndecided);
    assert!(ward.areas().is_empty());

    let choice = SpellingChoice { letters: question.letters.clone(), words: Some("Ngô Thì Nhậm".into()) };
    let done = ward.import(|dry_run| request(dry_run, vec![choice.clone()]));
    assert!(done.questions[0].decided);
    let names: Vec<String> = ward.areas().into_iter().map(|a| a.name).collect();
    assert_eq!(names.len(), 17);
    assert_eq!(names[9..14], [1, 2, 3, 4, 5].map(|n| format!("{n} Ngô Thì Nhậm")));
    let schedule = ward.office.read(ListVisits {}).expect("a schedule");
    assert_eq!((schedule.visits.len(), schedule.visits.iter().filter_map(|v| v.plan_row).max()), (22, Some(17)));
    let day = |d| NaiveDate::from_ymd_opt(2024, 11, d).expect("a date");
    assert_eq!((schedule.starts_on, schedule.ends_on), (day(9), day(30)), "a new campaign takes its dates from it");
    assert!(!schedule.clashes.iter().any(|c| c.hard), "{:?}", schedule.clashes);

    let again = ward.import(|dry_run| request(dry_run, vec![choice.clone()]));
    assert_eq!((counts(&again), again.new_areas.len()), ((0, 0, 22, 1), 0));
}

#[test]
fn both_spellings_may_be_right() {
    let mut ward = ward(&Beginning::Blank(BlankOffice::default()));
    let table = "| Ngày | Địa bàn |\n|---|---|\n| 09/11/2024 | TDP 1 Ngõ Gạch |\n| 10/11/2024 | 2 Ngô Gạch |\n";
    let both = SpellingChoice { letters: "ngo gach".into(), words: None };
    ward.import(|dry_run| ImportSchedule {
        table: text(table),
        dry_run,
        create_areas: true,
        spellings: vec![both.clone()],
    });
    let names: Vec<String> = ward.areas().into_iter().map(|a| a.name).collect();
    assert_eq!(names, ["1 Ngõ Gạch", "2 Ngô Gạch"]);
}

#[test]
fn a_pasted_schedule_is_taken_back_with_its_areas() {
    let mut ward = ward(&Beginning::Blank(BlankOffice::default()));
    let dump = |ward: &Ward| ward.office.view().dump().expect("a dump");
    let before = dump(&ward);
    let table = text("Ngày\tĐịa bàn\n09/11/2024\tCầu Đơ 1\n10/11/2024\tChung cư Phú Thịnh\n");
    let request = ImportSchedule { table, dry_run: false, create_areas: true, spellings: vec![] };
    let written = ward.office.write(request).expect("an import");
    assert_eq!(ward.areas().len(), 2);
    ward.office.write(crate::undo::Undo { entry: written.undo.expect("an entry") }).expect("taken back");
    assert_eq!(dump(&ward), before);
}

#[test]
fn an_evening_of_an_area_that_is_no_more_is_refused() {
    let mut ward = sample();
    let ids: Vec<_> = ward.areas().iter().filter(|a| a.name.starts_with("Hà Trì")).map(|a| a.id).take(2).collect();
    let merge = serde_json::json!({
        "ids": ids, "on": "2024-11-25", "name": "Hà Trì mới", "kind": "residential_group", "cluster": null,
        "because": "Nghị quyết",
    });
    crate::contract::call(&mut ward.office, "merge_areas", merge).expect("merged");
    let table = |day| ImportSchedule {
        table: text(&format!("Ngày\tĐịa bàn\n{day}\tHà Trì 2\n")),
        dry_run: true,
        create_areas: true,
        spellings: vec![],
    };
    let (_, found) = problems(ward.office.write(table("26/11/2024")));
    assert_eq!(found, [ProblemCode::AreaNotThere]);
    ward.office.write(table("20/11/2024")).expect("it was there then");
}
