//! Names to link to, marks, footers, and what hostile or odd texts become.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};
use domain::form::Meaning;
use domain::ids::AuthorityId;
use domain::issuer::Authority;
use domain::rates::Ledger;
use domain::report::{Issue, Report, ReportKind};

use super::kit::{report, workbook};
use super::read_back::{Book, at, row_of};

fn part(report: &Report, name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(workbook(report))).expect("a workbook is a zip");
    let mut text = String::new();
    archive.by_name(name).expect("the part is there").read_to_string(&mut text).expect("XML is text");
    text
}

/// Defined names with what they point to, as another program reads them.
fn names(report: &Report) -> BTreeMap<String, String> {
    let book: Xlsx<_> = Xlsx::new(Cursor::new(workbook(report))).expect("it opens");
    book.defined_names().iter().cloned().collect()
}

/// The value of the one cell a name points to: `'Bìa'!$B$16`.
fn value(report: &Report, name: &str) -> Data {
    let names = names(report);
    let (sheet, cell) = names[name].rsplit_once('!').expect("a place");
    let sheet = sheet.trim_matches('\'');
    let (column, row) = cell.trim_start_matches('$').split_once('$').expect("a column and a row");
    let column = column.bytes().fold(0, |n, c| n * 26 + u32::from(c - b'A') + 1) - 1;
    let row = row.parse::<u32>().expect("a row") - 1;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(workbook(report))).expect("it opens");
    book.worksheet_range(sheet).expect("the sheet").get_value((row, column)).cloned().unwrap_or_default()
}

#[test]
fn every_figure_an_authority_would_link_to_has_a_name_that_leads_to_it() {
    let report = report(150);
    let ledger = Ledger::of(&report.book, report.period);
    for (n, target) in report.targets.iter().enumerate() {
        let rate = ledger.ward_rate(target);
        let name = |part: &str| value(&report, &format!("CHI_TIEU_{}_{part}", n + 1)).to_string();
        assert_eq!(name("TU_SO"), rate.numerator.expect("people").to_string());
        assert_eq!(name("MAU_SO"), rate.denominator.expect("people").to_string());
        let share: f64 = name("TY_LE").parse().expect("a number");
        assert!((share * 100.0 - rate.percent.expect("a rate")).abs() < 1e-9);
    }
    let ward = ledger.ward();
    assert_eq!(value(&report, "TONG_PHIEU_DA_NHAN").to_string(), ward.returned.to_string());
    let new = ward.get(Meaning::InstalledTonight).expect("installs");
    assert_eq!(value(&report, "TONG_CAI_MOI").to_string(), new.to_string());
    assert!(matches!(value(&report, "NGAY_SO_LIEU"), Data::DateTime(_)), "a date is a date");
    assert_eq!(names(&report)["BANG_DIA_BAN"], "'Theo địa bàn'!$A$6:$T$23");
}

#[test]
fn names_are_the_same_whatever_the_figures_and_are_told_on_their_page() {
    let silent = report(0);
    let own = |report: &Report| {
        let names = names(report).into_keys().filter(|n| !n.starts_with("_xlnm") && !n.starts_with("BANG_"));
        names.collect::<Vec<String>>()
    };
    assert_eq!(own(&silent), own(&report(150)));
    let page = Book::of(&silent).sheet("Tên liên kết");
    for name in own(&silent) {
        assert!(name.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_'), "{name}");
        row_of(&page, &name);
    }
    assert_eq!(at(&page, row_of(&page, "TONG_CAI_MOI"), 3), "–", "unknown is no zero");
    let told: Vec<String> = page.rows().map(|r| r[1].to_string()).filter(|n| n.starts_with("BANG_")).collect();
    assert_eq!(told, ["BANG_DIA_BAN", "BANG_NGAY", "BANG_BUOI", "BANG_SO_NEN"], "no sheets, no table of them");
}

#[test]
fn footers_name_the_issue_or_say_that_nobody_issued_it() {
    let mut report = report(60);
    report.campaign.title = "Đợt & tên && rất dài ".repeat(30);
    let footers = |report: &Report| {
        (1..=9).map(|n| part(report, &format!("xl/worksheets/sheet{n}.xml"))).collect::<Vec<String>>()
    };
    for (xml, n) in footers(&report).iter().zip(1..) {
        let footer = xml.split("<oddFooter>").nth(1).and_then(|f| f.split("</oddFooter>").next()).expect("a footer");
        assert!(footer.contains("Bản làm ngày 24/11/2024, chưa phát hành"), "page {n}: {footer}");
        let plain = footer.replace("&amp;", "&").replace("&quot;", "\"");
        assert!(plain.encode_utf16().count() < 255, "Excel takes no longer one");
    }
    let head = ["9f3a"; 16].join(" ");
    let words = format!("BC-003 · nhật ký {head}");
    report.issue = Some(Issue { n: 3, head });
    for xml in footers(&report) {
        assert!(xml.contains(&words), "the whole head is there");
    }
    row_of(&Book::of(&report).sheet("Bìa"), &words);
}

#[test]
fn the_cover_says_which_report_it_is_and_addresses_every_authority() {
    let mut report = report(60);
    let second = Authority {
        id: AuthorityId(2),
        address: "Đồng chí Trưởng ban Chỉ đạo (minh họa)".into(),
        ..report.authorities[0].clone()
    };
    let one = Book::of(&report).sheet("Bìa");
    row_of(&one, "Kính gửi: Ủy ban nhân dân thành phố (minh họa)");
    report.authorities.push(second);
    for (kind, words) in [
        (ReportKind::Daily, "(Báo cáo ngày)"),
        (ReportKind::Weekly, "(Báo cáo tuần)"),
        (ReportKind::Final, "(Báo cáo tổng kết)"),
        (ReportKind::Custom, "(Báo cáo theo kỳ chọn)"),
    ] {
        report.kind = kind;
        let cover = Book::of(&report).sheet("Bìa");
        row_of(&cover, words);
        let first = row_of(&cover, "- Ủy ban nhân dân thành phố (minh họa);");
        assert_eq!(row_of(&cover, "- Đồng chí Trưởng ban Chỉ đạo (minh họa)."), first + 1);
    }
}

#[test]
fn marks_are_signs_words_and_patterns_and_every_table_can_be_filtered() {
    let report = report(150);
    let areas = part(&report, "xl/worksheets/sheet2.xml");
    assert!(areas.contains("<formula>AND(ISNUMBER(Q6),O6*100&lt;50*P6)</formula>"), "below its goal, in whole numbers");
    assert!(areas.contains("<formula>AND(ISNUMBER(Q6),O6&gt;P6)</formula>"), "above 100 %");
    assert!(areas.contains("<formula>C6=\"chưa báo cáo\"</formula>"));
    let styles = part(&report, "xl/styles.xml");
    let marks = styles.split("<dxfs").nth(1).expect("marks");
    assert!(marks.contains("▼") && marks.contains("▲") && marks.contains("gray125"));
    row_of(&Book::of(&report).sheet("Theo địa bàn"), crate::report::marks::LEGEND);
    for n in [2, 4, 5, 6, 7, 8, 9] {
        let xml = part(&report, &format!("xl/worksheets/sheet{n}.xml"));
        assert!(xml.contains("<autoFilter ref=\"A"), "page {n}");
    }
}

#[test]
fn nothing_points_outside_the_workbook() {
    let bytes = workbook(&report(60));
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a workbook is a zip");
    for n in 0..archive.len() {
        let mut part = archive.by_index(n).expect("a part");
        let name = part.name().expect("a name").into_owned();
        assert!(!name.contains("externalLink") && !name.contains("vbaProject"), "{name}");
        let mut text = String::new();
        part.read_to_string(&mut text).expect("XML is text");
        assert!(!text.contains("TargetMode=\"External\""), "{name}");
    }
}

/// Texts somebody may have typed or pasted, each with what its cell holds.
fn hostile() -> Vec<(String, String)> {
    let same = |text: &str| (text.to_owned(), text.to_owned());
    vec![
        same("=HYPERLINK(\"http://vi-du.example\")"),
        same("+1+cmd|' /C calc'!A0"),
        same("-2+3"),
        same("@SUM(A1)"),
        ("\t=1+1".into(), " =1+1".into()),
        ("tổ\u{0}dân\u{1}phố\u{7f}".into(), "tổdânphố".into()),
        ("_x0041_ \u{fffe}".into(), "_x0041_ ".into()),
        ("ngõ ".repeat(12_000), format!("{}…", &"ngõ ".repeat(12_000)[.."ngõ ".len() * 8_191 + "ng".len()])),
    ]
}

#[test]
fn hostile_and_odd_texts_stay_texts() {
    let mut report = report(60);
    for ((typed, _), n) in hostile().iter().zip(0..) {
        report.book.areas[n].name = typed.clone();
        report.book.sheets[n].sheet.accepted_because = Some(typed.clone());
    }
    report.teams[0].name = hostile()[1].0.clone();
    report.issuer.short_name = hostile()[5].0.clone();
    report.campaign.subject = hostile()[0].0.clone();
    report.authorities[0].address = hostile()[2].0.clone();
    let mut book = Book::of(&report);
    let (areas, sheets) = (book.sheet("Theo địa bàn"), book.sheet("Phiếu"));
    for (_, shown) in hostile() {
        row_of(&areas, &shown);
        row_of(&sheets, &shown);
    }
    row_of(&sheets, &hostile()[1].1);
    // Excel keeps a text a text when its cell is edited only if the cell says so.
    let styles = part(&report, "xl/styles.xml");
    assert!(styles.contains("quotePrefix=\"1\""));
    for n in 1..=9 {
        let xml = part(&report, &format!("xl/worksheets/sheet{n}.xml"));
        for formula in xml.split("<f>").skip(1).filter_map(|f| f.split("</f>").next()) {
            assert!(!formula.contains("HYPERLINK") && !formula.contains("cmd"), "page {n}: {formula}");
        }
        assert!(xml.chars().all(|c| !c.is_control() || c == '\n'), "page {n}");
    }
}
