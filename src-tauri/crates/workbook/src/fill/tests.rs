//! Templates as authorities send them (`tests/fixtures/templates`), filled and read back.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use calamine::{Data, Reader, Xlsx};
use domain::rates::Ledger;
use domain::report::Report;
use zip::write::SimpleFileOptions;

use super::{Filling, FoundBy, WhyLeft, fill_template, look_at_template};
use crate::import::ProblemCode;
use crate::report::tests::kit::report;

fn fixture(folder: &str, name: &str) -> Vec<u8> {
    let path = format!("{}/../../../tests/fixtures/{folder}/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(path).expect("the fixture is there")
}

struct Filled {
    template: Vec<u8>,
    bytes: Vec<u8>,
    filling: Filling,
}

fn filled(name: &str, report: &Report) -> Filled {
    let template = fixture("templates", name);
    let (bytes, filling) = fill_template(name, &template, report).expect("it is filled");
    assert_eq!(look_at_template(name, &template, report).expect("a look"), filling, "a look promises what is done");
    Filled { template, bytes, filling }
}

/// Every part's content.
fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a workbook is a zip");
    let mut parts = BTreeMap::new();
    for n in 0..archive.len() {
        let mut part = archive.by_index(n).expect("a part");
        let mut content = Vec::new();
        part.read_to_end(&mut content).expect("its bytes");
        parts.insert(part.name().expect("a name").into_owned(), content);
    }
    parts
}

impl Filled {
    fn cell(&self, sheet: &str, at: (u32, u32)) -> Data {
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(self.bytes.clone())).expect("it opens");
        book.worksheet_range(sheet).expect("the sheet").get_value(at).cloned().unwrap_or_default()
    }

    /// What is said of a cell that is filled: how it was found and what it shows.
    fn told(&self, cell: &str) -> Option<(FoundBy, &str)> {
        self.filling.cells.iter().find(|c| c.place.cell == cell).map(|c| (c.by, c.value.as_str()))
    }

    fn left(&self, what: &str) -> Option<WhyLeft> {
        self.filling.left.iter().find(|l| l.what == what).map(|l| l.why)
    }

    /// Names of the parts that are not as they came.
    fn changed(&self) -> Vec<String> {
        let (before, after) = (parts(&self.template), parts(&self.bytes));
        assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());
        before.into_iter().filter(|(name, content)| after[name] != *content).map(|(name, _)| name).collect()
    }
}

#[test]
fn named_cells_are_filled_as_their_formats_want() {
    let report = report(150);
    let filled = filled("mau-ten-o.xlsx", &report);
    let ledger = Ledger::of(&report.book, report.period);
    let rates: Vec<_> = report.targets.iter().map(|t| ledger.ward_rate(t)).collect();
    let cell = |row: u32| filled.cell("Tổng hợp", (row - 1, 1));
    assert_eq!(cell(3), Data::String("UBND phường Minh Họa".into()));
    assert!(matches!(cell(4), Data::DateTime(_)), "a date where the format is one");
    assert_eq!(cell(5), Data::String("30/11/2024".into()), "words where it is none");
    assert_eq!(cell(6).to_string(), rates[0].numerator.expect("people").to_string(), "last month's figure gives way");
    assert_eq!(cell(7).to_string(), rates[0].denominator.expect("people").to_string());
    let share: f64 = cell(8).to_string().parse().expect("a number");
    assert!((share * 100.0 - rates[0].percent.expect("a rate")).abs() < 1e-9);
    let tenth: f64 = cell(9).to_string().parse().expect("a number");
    assert!((tenth - rates[1].percent.expect("a rate")).abs() < 0.051, "a number of per cent where the format is none");
    assert_eq!(filled.told("B6").map(|t| t.0), Some(FoundBy::Name));
    assert_eq!(filled.left("TONG_MAY_CU"), Some(WhyLeft::NotRecognised), "this form has no such box");
    assert_eq!(filled.left("CHI_TIEU_9_TY_LE"), Some(WhyLeft::NotRecognised));
    assert_eq!(filled.left("SO_DIA_BAN"), Some(WhyLeft::Formula));
    assert_eq!(filled.left("GHI_CHU_RIENG"), None, "the authority's own names are its own");
    assert_eq!(filled.changed(), ["xl/workbook.xml", "xl/worksheets/sheet1.xml"]);
    let parts = parts(&filled.bytes);
    let text = |name: &str| String::from_utf8(parts[name].clone()).expect("XML is text");
    assert!(text("xl/workbook.xml").contains("fullCalcOnLoad=\"1\""));
    let sheet = text("xl/worksheets/sheet1.xml");
    assert!(sheet.contains("<f>MAX(0,ROUNDUP(B7*0.5,0)-B6)</f></c>"), "its result is of another day and goes");
}

#[test]
fn a_table_is_filled_area_by_area() {
    let report = report(150);
    let filled = filled("mau-bang-dia-ban.xlsx", &report);
    let ledger = Ledger::of(&report.book, report.period);
    let new = |n: usize| ledger.area(report.book.areas[n].id).get(domain::form::Meaning::InstalledTonight);
    // Rows 6 to 12; areas 1, 2, 3, 5, 9, none, 16 of the office.
    for (row, area) in [(6, 0), (7, 1), (8, 2), (9, 4), (10, 8), (12, 15)] {
        let shown = filled.cell("Biểu 01", (row - 1, 5)).to_string();
        assert_eq!(shown, new(area).map(|n| n.to_string()).unwrap_or_default(), "row {row}");
    }
    assert_eq!(filled.cell("Biểu 01", (5, 2)).to_string(), "999", "the authority's own figure stays");
    assert_eq!(filled.left("Cầu Đơ 1: Số hộ"), Some(WhyLeft::NotEmpty));
    assert_eq!(filled.left("Cầu Đơ 3: Hộ gia đình Số hộ vắng"), Some(WhyLeft::Formula));
    assert_eq!(filled.left("Tổ dân phố Hà Trì 99"), Some(WhyLeft::AreaUnknown));
    assert_eq!(filled.left("Hà Trì 2"), Some(WhyLeft::AreaWithoutRow));
    assert_eq!(filled.left("Ghi chú riêng"), Some(WhyLeft::NotRecognised));
    let rate: f64 = filled.cell("Biểu 01", (5, 7)).to_string().parse().expect("a number");
    let known = ledger.area_rate(&report.targets[0], report.book.areas[0].id).percent.expect("a rate");
    assert!((rate * 100.0 - known).abs() < 1e-9, "the target that the heading's clause names");
    let total = ledger.ward().get(domain::form::Meaning::InstalledTonight).expect("installs");
    assert_eq!(filled.cell("Biểu 01", (12, 5)).to_string(), total.to_string());
    assert_eq!(filled.left("Tổng cộng: Số hộ"), Some(WhyLeft::Formula));
    assert!(
        filled.filling.cells.iter().all(|c| c.place.cell != "B15" && c.place.cell != "G16"),
        "nothing under the table"
    );
    assert_eq!(filled.changed(), ["xl/workbook.xml", "xl/worksheets/sheet1.xml"]);
}

#[test]
fn labels_and_blank_rows_are_filled() {
    let report = report(150);
    let filled = filled("mau-nhan.xlsx", &report);
    assert_eq!(filled.told("B3"), Some((FoundBy::Label, "UBND phường Minh Họa")));
    assert_eq!(filled.told("B4"), Some((FoundBy::Label, "24/11/2024")));
    let ward = Ledger::of(&report.book, report.period).ward();
    let met = ward.get(domain::form::Meaning::HouseholdsMet).expect("households");
    assert_eq!(filled.cell("Báo cáo nhanh", (5, 1)).to_string(), met.to_string());
    assert_eq!(filled.left("Ý kiến của đơn vị:"), Some(WhyLeft::NotRecognised));
    assert_eq!(filled.cell("Báo cáo nhanh", (11, 0)).to_string(), ward.returned.to_string(), "below its label");
    assert_eq!(filled.cell("Báo cáo nhanh", (11, 1)).to_string(), ward.expected.to_string());
    // Areas in the office's order, each with its number.
    for (row, area) in (3u32..).zip(&report.book.areas) {
        assert_eq!(filled.cell("Danh sách", (row - 1, 1)), Data::String(area.name.clone()));
        assert_eq!(filled.cell("Danh sách", (row - 1, 0)).to_string(), (row - 2).to_string());
    }
    assert_eq!(filled.cell("Danh sách", (20, 1)), Data::Empty, "18 areas leave two rows");
    let base: u32 = report.book.bases[0].households.expect("households");
    assert_eq!(filled.cell("Danh sách", (2, 2)).to_string(), base.to_string());
    assert_eq!(filled.left("Hà Trì 3: Tổng số hộ"), Some(WhyLeft::Unknown), "blank is not zero");
    assert_eq!(filled.cell("Danh sách", (8, 2)), Data::Empty);
}

#[test]
fn a_table_with_too_few_rows_is_not_half_filled() {
    let mut report = report(150);
    let model = report.book.areas[0].clone();
    report.book.areas = (1..=21)
        .map(|n| domain::area::Area { id: domain::ids::AreaId(n), name: format!("Tổ {n}"), ..model.clone() })
        .collect();
    let filled = filled("mau-nhan.xlsx", &report);
    assert_eq!(filled.left("20 dòng trống, 21 địa bàn"), Some(WhyLeft::NoRoom));
    assert!(filled.filling.cells.iter().all(|c| c.place.sheet.as_deref() != Some("Danh sách")));
}

#[test]
fn areas_of_another_ward_are_told_one_by_one() {
    let mut report = report(150);
    for (n, area) in (1..).zip(&mut report.book.areas) {
        area.name = format!("Khu vực {n}");
    }
    let template = fixture("templates", "mau-bang-dia-ban.xlsx");
    let filling = look_at_template("mau.xlsx", &template, &report).expect("a look");
    let unknown = filling.left.iter().filter(|l| l.why == WhyLeft::AreaUnknown).count();
    assert_eq!(unknown, 7, "{:?}", filling.left);
}

#[test]
fn a_filled_template_is_filled_again_only_where_it_is_named() {
    let report = report(150);
    let once = filled("mau-bang-dia-ban.xlsx", &report);
    let (_, again) = fill_template("lan-hai.xlsx", &once.bytes, &report).expect("it is filled");
    assert!(again.cells.is_empty(), "{:?}", again.cells);
}

/// The template with one part rewritten, or a part more.
fn with(name: &str, part: &str, change: impl Fn(String) -> String) -> Vec<u8> {
    let mut parts = parts(&fixture("templates", name));
    let old = parts.get(part).map(|b| String::from_utf8(b.clone()).expect("text")).unwrap_or_default();
    parts.insert(part.to_owned(), change(old).into_bytes());
    let mut to = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        to.start_file(name, SimpleFileOptions::default()).expect("a part");
        to.write_all(&content).expect("its bytes");
    }
    to.finish().expect("a workbook").into_inner()
}

#[test]
fn what_must_not_be_changed_is_refused_in_words() {
    let report = report(10);
    let code = |name: &str, bytes: &[u8]| {
        let problem = look_at_template(name, bytes, &report).expect_err("it is refused");
        assert!(problem.params.get("file").is_some_and(|f| f == name), "{problem:?}");
        problem.code
    };
    for (name, expected) in [
        ("co-mat-khau.xlsx", ProblemCode::TemplateEncrypted),
        ("dia-ban-tot.xls", ProblemCode::TemplateNotXlsx),
        ("dia-ban-tot.ods", ProblemCode::TemplateNotXlsx),
        ("trang-web.xls", ProblemCode::TemplateNotXlsx),
        ("tai-lieu-word.docx", ProblemCode::TemplateNotXlsx),
        ("khong-phai-zip.xlsx", ProblemCode::TemplateNotXlsx),
        ("sai-cot.csv.xlsx", ProblemCode::TemplateNotXlsx),
        ("xlsx-hong.xlsx", ProblemCode::TemplateDamaged),
        ("bom-zip.xlsx", ProblemCode::UnpacksTooLarge),
    ] {
        let source = if name == "sai-cot.csv.xlsx" { "dia-ban-utf16.csv" } else { name };
        assert_eq!(code(name, &fixture("tables", source)), expected, "{name}");
    }
    let macros = with("mau-nhan.xlsx", "xl/vbaProject.bin", |_| "macro".into());
    assert_eq!(code("co-macro.xlsm", &macros), ProblemCode::TemplateHasMacros);
    let signed = with("mau-nhan.xlsx", "_xmlsignatures/sig1.xml", |_| "<Signature/>".into());
    assert_eq!(code("da-ky.xlsx", &signed), ProblemCode::TemplateSigned);
    let sheet = with("mau-nhan.xlsx", "xl/worksheets/sheet2.xml", |xml| {
        xml.replace("</sheetData>", "</sheetData><sheetProtection sheet=\"1\" objects=\"1\"/>")
    });
    assert_eq!(code("khoa-trang.xlsx", &sheet), ProblemCode::TemplateProtected);
    let whole = with("mau-nhan.xlsx", "xl/workbook.xml", |xml| {
        xml.replace("<bookViews>", "<workbookProtection lockStructure=\"1\"/><bookViews>")
    });
    assert_eq!(code("khoa-tep.xlsx", &whole), ProblemCode::TemplateProtected);
    let broken = with("mau-nhan.xlsx", "xl/worksheets/sheet1.xml", |xml| xml.replace("</row>", ""));
    assert_eq!(code("gay.xlsx", &broken), ProblemCode::TemplateDamaged);
}

#[test]
fn texts_of_the_office_stay_texts_in_the_template() {
    let mut report = report(60);
    report.issuer.short_name = "=HYPERLINK(\"http://vi-du.example\") & <b>".into();
    let filled = filled("mau-ten-o.xlsx", &report);
    assert_eq!(filled.cell("Tổng hợp", (2, 1)), Data::String(report.issuer.short_name.clone()));
    let sheet = String::from_utf8(parts(&filled.bytes)["xl/worksheets/sheet1.xml"].clone()).expect("text");
    assert!(!sheet.contains("<f>HYPERLINK"));
}
