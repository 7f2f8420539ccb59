//! The workbook read back by another library: what a person and the authority's Excel would see.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use calamine::{Data, Range, Reader, Xlsx};
use domain::area::{Area, BaseFigures};
use domain::date::dmy;
use domain::form::default_indicators;
use domain::ids::{AreaId, BaseId};
use domain::rates::{Ledger, Period};

use super::kit::{day, report, workbook};
use crate::import::{Reading, Tables, areas, tallies};
use domain::report::Report;

/// Where the boxes of sheets and the targets begin on the page of areas.
const BOXES: usize = 5;
const TARGETS: usize = BOXES + 9;

pub(super) struct Book(Xlsx<Cursor<Vec<u8>>>, Vec<u8>);

impl Book {
    pub(super) fn of(report: &Report) -> Self {
        let bytes = workbook(report);
        Self(Xlsx::new(Cursor::new(bytes.clone())).expect("it opens"), bytes)
    }

    pub(super) fn sheet(&mut self, name: &str) -> Range<Data> {
        self.0.worksheet_range(name).expect("the sheet is there")
    }

    fn part(&self, name: &str) -> String {
        let mut archive = zip::ZipArchive::new(Cursor::new(&self.1)).expect("a workbook is a zip");
        let mut text = String::new();
        archive.by_name(name).expect("the part is there").read_to_string(&mut text).expect("XML is text");
        text
    }
}

/// Row of the first cell that says `text`.
pub(super) fn row_of(sheet: &Range<Data>, text: &str) -> usize {
    let found = sheet.rows().position(|r| r.iter().any(|c| matches!(c, Data::String(s) if s == text)));
    found.unwrap_or_else(|| panic!("no cell says {text:?}"))
}

pub(super) fn at(sheet: &Range<Data>, row: usize, column: usize) -> String {
    sheet.get((row, column)).map(ToString::to_string).unwrap_or_default()
}

#[test]
fn every_page_is_there_and_the_cover_holds_both_targets() {
    let report = report(150);
    let mut book = Book::of(&report);
    let pages = [
        "Bìa",
        "Theo địa bàn",
        "Biểu đồ",
        "Theo ngày",
        "Theo buổi và tổ",
        "Phiếu",
        "Phiếu còn thiếu",
        "Số liệu nền",
        "Tên liên kết",
        "TungNgo",
    ];
    assert_eq!(book.0.sheet_names(), pages);
    let cover = book.sheet("Bìa");
    let ledger = Ledger::of(&report.book, report.period);
    let row = row_of(&cover, "Tử số");
    for (n, target) in report.targets.iter().enumerate() {
        let rate = ledger.ward_rate(target);
        assert_eq!(at(&cover, row, n + 1), rate.numerator.expect("people").to_string());
        assert_eq!(at(&cover, row + 1, n + 1), rate.denominator.expect("people").to_string());
        let percent: f64 = at(&cover, row + 2, n + 1).parse().expect("a number");
        assert!((percent * 100.0 - rate.percent.expect("a rate")).abs() < 1e-9);
    }
    let text: Vec<String> = cover.rows().flatten().map(ToString::to_string).collect();
    let text = text.join("\n");
    for words in [
        "PHƯỜNG MINH HỌA",
        "16/18 địa bàn có số nền",
        "SỐ LIỆU MINH HỌA",
        "KT. CHỦ TỊCH",
        "7 địa bàn chưa báo cáo",
        &dmy(day(15)),
    ] {
        assert!(text.contains(words), "{words}");
    }
}

#[test]
fn stored_results_agree_with_the_ledger_and_blank_is_never_zero() {
    let report = report(150);
    let mut book = Book::of(&report);
    let sheet = book.sheet("Theo địa bàn");
    let ledger = Ledger::of(&report.book, report.period);
    for area in &report.book.areas {
        let row = row_of(&sheet, &area.name);
        for (n, target) in report.targets.iter().enumerate() {
            let rate = ledger.area_rate(target, area.id);
            let shown = |n: Option<u64>| n.map_or_else(|| "–".to_owned(), |n| n.to_string());
            assert_eq!(at(&sheet, row, TARGETS + 3 * n), shown(rate.numerator), "{}", area.name);
            assert_eq!(at(&sheet, row, TARGETS + 3 * n + 1), shown(rate.denominator), "{}", area.name);
            let words = at(&sheet, row, TARGETS + 3 * n + 2);
            match rate.percent {
                Some(percent) => assert!((words.parse::<f64>().expect("a number") * 100.0 - percent).abs() < 1e-9),
                None => assert!(["chưa báo cáo", "chưa có số nền"].contains(&words.as_str()), "{words}"),
            }
        }
        if !ledger.area(area.id).has_figures() {
            assert_eq!(at(&sheet, row, 2), "chưa báo cáo", "{}", area.name);
            assert!((BOXES..TARGETS).all(|c| at(&sheet, row, c).is_empty()), "blank, not 0: {}", area.name);
        }
    }
}

#[test]
fn totals_and_rates_are_live_formulas() {
    let report = report(150);
    let mut book = Book::of(&report);
    let formulas = book.0.worksheet_formula("Theo địa bàn").expect("formulas");
    let total = u32::try_from(5 + report.book.areas.len()).expect("a row");
    let formula = |column| formulas.get_value((total, column)).cloned().unwrap_or_default();
    assert_eq!(formula(5), "IF(COUNT(F6:F23)=0,\"–\",SUM(F6:F23))");
    assert_eq!(formula(15), "IF(COUNT(P6:P23)=0,\"–\",SUM(P6:P23))");
    assert!(formula(16).contains("O24/P24"), "{}", formula(16));
    assert!(formula(14).contains("SUM(V6:V23)"), "only areas with a denominator count: {}", formula(14));
    let cover = book.0.worksheet_formula("Bìa").expect("formulas");
    assert!(cover.rows().flatten().any(|f| f.contains("'Theo địa bàn'!O24")));
}

/// Where a formula's reference to the page of bases leads: `'Số liệu nền'!E7` to row 6, column 4.
fn base_reference(formula: &str) -> (usize, usize) {
    let (_, place) = formula.split_once("'Số liệu nền'!").expect("it points to the page of bases");
    let mut letters = place.chars();
    let column = letters.next().and_then(|c| usize::try_from(u32::from(c) - u32::from('A')).ok()).expect("a column");
    let digits: String = letters.take_while(char::is_ascii_digit).collect();
    (digits.parse::<usize>().expect("a row") - 1, column)
}

#[test]
fn a_denominator_points_to_the_dated_set_that_counts() {
    let mut report = report(150);
    // Newer for the first area, half blank; and for the second one dated after the period.
    let set = |id, area, on, people_15, smartphone_15| BaseFigures {
        id: BaseId(id),
        area: AreaId(area),
        as_of: day(on),
        source: "Rà soát".into(),
        households: None,
        people_15,
        smartphone_15,
        installed: None,
    };
    report.book.bases.extend([set(101, 1, 2, Some(700), None), set(102, 2, 40, Some(900), Some(800))]);
    let mut book = Book::of(&report);
    let bases = book.sheet("Số liệu nền");
    let sheet = book.sheet("Theo địa bàn");
    let formulas = book.0.worksheet_formula("Theo địa bàn").expect("formulas");
    let ledger = Ledger::of(&report.book, report.period);
    let mut places = Vec::new();
    for area in &report.book.areas {
        let row = row_of(&sheet, &area.name);
        for (n, target) in report.targets.iter().enumerate() {
            let place = u32::try_from(TARGETS + 3 * n + 1).expect("a column");
            let formula = formulas.get_value((u32::try_from(row).expect("a row"), place)).expect("a formula");
            let (base_row, column) = base_reference(formula);
            assert_eq!(at(&bases, base_row, 1), area.label());
            let known = ledger.area_rate(target, area.id).denominator.map(|n| n.to_string()).unwrap_or_default();
            assert_eq!(at(&bases, base_row, column), known, "{}: {formula}", area.name);
            places.push(base_row);
        }
    }
    // Each figure of the first area comes from another set.
    assert_eq!(places[..2], [4, 5]);
}

#[test]
fn the_chart_names_every_area_and_goes_on_over_another_page() {
    let mut report = report(60);
    let book = Book::of(&report);
    let chart = book.part("xl/charts/chart1.xml");
    assert!(chart.contains("<a:bodyPr rot=\"0\""), "without it LibreOffice leaves out names");
    let model = report.book.areas[0].clone();
    report.book.areas = (1..=70).map(|n| Area { id: AreaId(n), name: format!("Tổ {n}"), ..model.clone() }).collect();
    let book = Book::of(&report);
    for (n, cells) in [(1, "$B$6:$B$40"), (2, "$B$41:$B$75")] {
        let chart = book.part(&format!("xl/charts/chart{n}.xml"));
        assert!(chart.contains(&format!("'Theo địa bàn'!{cells}")), "{chart}");
    }
    assert!(book.0.sheet_names().contains(&"Biểu đồ 2".to_owned()));
}

#[test]
fn every_target_says_how_it_is_counted() {
    let mut book = Book::of(&report(150));
    let cover = book.sheet("Bìa");
    let row = row_of(&cover, "Cách đếm");
    assert_eq!(at(&cover, row, 2), "Cộng ô [8] Có tài khoản (cũ và mới) của các phiếu đã nhận");
    assert!(at(&cover, row, 1).ends_with("chỉ đếm trong số đã gặp"));
}

#[test]
fn no_text_becomes_a_formula() {
    let mut report = report(60);
    report.book.areas[0].name = "=HYPERLINK(\"http://vi-du.example\")".into();
    report.campaign.title = "@SUM(A1)".into();
    let mut book = Book::of(&report);
    for name in book.0.sheet_names() {
        for formula in book.0.worksheet_formula(&name).expect("formulas").rows().flatten() {
            assert!(!formula.contains("HYPERLINK") && !formula.contains("1+1"), "{name}: {formula}");
        }
    }
    row_of(&book.sheet("Theo địa bàn"), "=HYPERLINK(\"http://vi-du.example\")");
    row_of(&book.sheet("Phiếu"), "=1+1");
}

#[test]
fn pages_print_as_an_office_wants_them() {
    let book = Book::of(&report(60));
    for n in 2..=9 {
        let xml = book.part(&format!("xl/worksheets/sheet{n}.xml"));
        assert!(
            xml.contains("fitToPage=\"1\"") && xml.contains("paperSize=\"9\"") && xml.contains("&amp;P/&amp;N"),
            "{n}"
        );
        let is_chart = n == 3;
        assert!(is_chart || xml.contains("state=\"frozen\""), "{n}");
    }
    assert!(book.part("xl/worksheets/sheet1.xml").contains("fitToPage=\"1\""), "the cover is one page");
    let defined = book.part("xl/workbook.xml");
    assert_eq!(defined.matches("_xlnm.Print_Titles").count(), 7, "every table repeats its heading");
    let styles = book.part("xl/styles.xml");
    let fonts: BTreeSet<&str> = styles.split("<name val=\"").skip(1).filter_map(|s| s.split('"').next()).collect();
    assert_eq!(fonts, BTreeSet::from(["Times New Roman"]));
    assert!(book.part("xl/charts/chart1.xml").contains("<c:barChart>"));
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let report = report(60);
    assert_eq!(workbook(&report), workbook(&report.clone()));
}

#[test]
fn a_ward_without_anything_has_a_workbook_too() {
    let mut empty = report(0);
    empty.book.areas.clear();
    empty.book.bases.clear();
    empty.visits.clear();
    empty.targets.clear();
    empty.authorities.clear();
    empty.signer = None;
    let mut book = Book::of(&empty);
    assert_eq!(at(&book.sheet("Phiếu"), 4, 0), "Chưa có phiếu nào trong kỳ báo cáo.");
    let mut blank = report(0);
    blank.book.bases.clear();
    let mut book = Book::of(&blank);
    let cover = book.sheet("Bìa");
    assert_eq!(at(&cover, row_of(&cover, "Tỷ lệ đạt"), 1), "chưa báo cáo");
}

#[test]
fn the_period_leaves_out_what_is_outside_it() {
    let mut report = report(150);
    report.period.from = Some(day(3));
    report.period.to = day(4);
    let mut book = Book::of(&report);
    let days = book.sheet("Theo ngày");
    assert_eq!(row_of(&days, "Tổng cộng"), 4 + 2);
    let ledger = Ledger::of(&report.book, report.period);
    assert_eq!(at(&days, 6, 4), ledger.ward().returned.to_string());
}

#[test]
fn missing_sheets_are_those_that_were_due() {
    let report = report(150);
    let mut book = Book::of(&report);
    let sheet = book.sheet("Phiếu còn thiếu");
    let lines = sheet.height() - 4;
    let due = report.book.sheets.iter().map(|k| &k.sheet);
    let due = due.filter(|s| s.is_expected() && !s.state.is_back() && s.on.is_some_and(|on| on <= report.as_of));
    assert_eq!(lines, due.count());
}

#[test]
fn sheets_and_bases_can_be_taken_in_again() {
    let report = report(150);
    let tables = Tables::from_bytes("bao-cao.xlsx", &workbook(&report)).expect("tables");
    let lines = tallies(&tables, &default_indicators("Ứng dụng Mẫu")).expect("tallies").lines;
    let keyed: Vec<_> = report.book.sheets.iter().filter(|k| !k.tally.is_empty()).collect();
    assert_eq!(lines.iter().filter(|l| !l.boxes.is_empty()).count(), keyed.len());
    let bases = tables.read_as(Reading { sheet: Some("Số liệu nền".into()), ..Reading::default() });
    assert_eq!(areas(&bases, day(0)).expect("areas").lines.len(), report.book.areas.len());
}

#[test]
fn rates_and_warnings_are_cumulative_whatever_day_the_period_begins() {
    let mut whole = report(150);
    whole.period.to = day(8);
    whole.as_of = day(8);
    // More people met than live there: on an evening before the later period.
    whole.book.bases[1].people_15 = Some(50);
    let mut part = whole.clone();
    part.period.from = Some(day(5));
    let (mut of_whole, mut of_part) = (Book::of(&whole), Book::of(&part));
    let (cover, other) = (of_whole.sheet("Bìa"), of_part.sheet("Bìa"));
    for (label, rows) in [("Tử số", 3), ("Thời gian tính", 1)] {
        let (a, b) = (row_of(&cover, label), row_of(&other, label));
        for (n, column) in (0..rows).flat_map(|n| [(n, 1), (n, 2)]) {
            assert_eq!(at(&cover, a + n, column), at(&other, b + n, column), "{label}, {n}, {column}");
        }
    }
    assert_eq!(at(&other, row_of(&other, "Thời gian tính"), 1), format!("Lũy kế đến hết ngày {}", dmy(day(8))));
    let warning = |cover: &Range<Data>| {
        let mut texts = cover.rows().flatten().map(ToString::to_string);
        texts.find(|t| t.contains("số người đã gặp (")).expect("a warning")
    };
    assert_eq!(warning(&cover), warning(&other));

    let (areas, others) = (of_whole.sheet("Theo địa bàn"), of_part.sheet("Theo địa bàn"));
    let counted = Ledger::of(&part.book, part.period);
    let (mut fewer, mut silent) = (0, 0);
    for area in &whole.book.areas {
        let row = row_of(&areas, &area.name);
        for column in TARGETS..TARGETS + 6 {
            assert_eq!(at(&areas, row, column), at(&others, row, column), "{}, {column}", area.name);
        }
        for (n, column) in (BOXES..TARGETS).enumerate() {
            let meaning = default_indicators("")[n].meaning;
            let shown = counted.area(area.id).get(meaning).map(|n| n.to_string()).unwrap_or_default();
            assert_eq!(at(&others, row, column), shown, "{}: the boxes are of the period", area.name);
        }
        fewer += usize::from(at(&areas, row, BOXES) != at(&others, row, BOXES));
        assert_eq!(at(&areas, row, 2) == "chưa báo cáo", at(&others, row, 2) == "chưa báo cáo", "{}", area.name);
        silent += usize::from(at(&others, row, 2) == "ngoài kỳ");
    }
    assert!(fewer > 0 && silent > 0, "the period leaves out evenings");
}

#[test]
fn what_came_before_the_period_is_blank_if_nothing_was_reported() {
    let mut report = report(150);
    report.period.from = Some(day(5));
    let mut book = Book::of(&report);
    let sheet = book.sheet("Theo địa bàn");
    let heading = "Trước kỳ: [8] Có tài khoản (cũ và mới)";
    let row = row_of(&sheet, heading);
    let column = (0..sheet.width()).find(|c| at(&sheet, row, *c) == heading).expect("the column");
    let account = BOXES + 7;
    let number = |row, column| at(&sheet, row, column).parse::<u64>().unwrap_or_default();
    for area in &report.book.areas {
        let row = row_of(&sheet, &area.name);
        let eve = Ledger::of(&report.book, Period::until(day(4)));
        assert_eq!(at(&sheet, row, column).is_empty(), !eve.area(area.id).has_figures(), "{}", area.name);
        assert_eq!(number(row, account) + number(row, column), number(row, TARGETS + 3), "{}", area.name);
    }
}
