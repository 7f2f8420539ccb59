//! The report workbook, reckoned anew and printed by LibreOffice.
//!
//! Every formula has its result stored beside it. To prove that the two agree, all stored results are
//! overwritten with a wrong one and LibreOffice must reckon each of them back from the formulas alone.

mod generated;

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use calamine::{Data, Reader, Xlsx, open_workbook};
use domain::NaiveDate;
use domain::campaign::{Denominator, Numerator};
use office::target::PutTarget;
use product_tests::{Office, RunExt, scratch, tool};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::made::MINH_HOA;
use crate::pdf::{Word, words};

const AREAS: &str = "Theo địa bàn";
/// No result of these reports.
const WRONG: &str = "424242";

/// Formula cells by sheet and place (row, column) with what they show.
type Results = BTreeMap<(String, u32, u32), Data>;

/// A report with its office, which keeps the folder.
struct Made {
    _office: Office,
    report: PathBuf,
}

fn made(cell: &'static OnceLock<Made>, period: &[&str], office: impl FnOnce() -> Office) -> &'static Path {
    let made = cell.get_or_init(|| {
        let office = office();
        let report = office.file("báo cáo.xlsx");
        office.run("report").args(period).arg("-o").arg(&report).done();
        Made { _office: office, report }
    });
    &made.report
}

/// An invented ward of 61 areas: with and without bases, reported and not.
fn invented() -> &'static Path {
    static MADE: OnceLock<Made> = OnceLock::new();
    made(&MADE, &[], || Office::of_sample(MINH_HOA))
}

/// The same ward's week in the middle of the campaign.
fn of_a_week() -> &'static Path {
    static MADE: OnceLock<Made> = OnceLock::new();
    made(&MADE, &["--from", "11/11/2024", "--to", "15/11/2024"], || Office::of_sample(MINH_HOA))
}

/// The reference plan with one sheet keyed and no base figures.
fn reference() -> &'static Path {
    static MADE: OnceLock<Made> = OnceLock::new();
    made(&MADE, &[], || {
        let office = Office::with_sheets();
        let boxes = ["1=40", "2=32", "3=8", "4=61", "5=54", "6=10", "7=41", "8=44", "9=40"];
        office.run("key").arg(&office.codes()[0]).args(boxes).done();
        office
    })
}

/// The same week with a target of every numerator over every denominator that fits it.
fn of_every_target() -> &'static Path {
    static MADE: OnceLock<Made> = OnceLock::new();
    made(&MADE, &["--from", "11/11/2024", "--to", "15/11/2024"], || {
        let office = Office::of_sample(MINH_HOA);
        let mut open = office::Office::open(&office.path, Arc::new(office::System)).expect("it opens").office;
        let by = NaiveDate::from_ymd_opt(2024, 11, 30).expect("a day");
        for counts in Numerator::ALL {
            for of in Denominator::ALL.into_iter().filter(|of| of.fits(counts)) {
                let (clause, name) = (String::new(), counts.word().to_owned());
                open.write(PutTarget { id: None, clause, name, counts, of, goal: 50, by }).expect("a target");
            }
        }
        office
    })
}

/// What LibreOffice makes of files, in a profile of its own that reckons every formula on opening: left
/// to itself, LibreOffice shows the stored results.
pub(crate) fn converted(folder: &Path, files: &[PathBuf], kind: &str) -> Vec<PathBuf> {
    const RECKON: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"#;
    let user = folder.join("profile").join("user");
    std::fs::create_dir_all(&user).expect("a profile");
    std::fs::write(user.join("registrymodifications.xcu"), RECKON).expect("its settings");
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display()).replace(' ', "%20");
    let out = folder.join("out");
    let ran =
        tool("soffice").arg(profile).args(["--headless", "--convert-to", kind, "--outdir"]).arg(&out).args(files).ran();
    let made = |file: &PathBuf| {
        let target = out.join(file.with_extension(kind).file_name().expect("a name"));
        assert!(target.is_file(), "LibreOffice makes no {kind} of {}: {}{}", file.display(), ran.out, ran.err);
        target
    };
    files.iter().map(made).collect()
}

/// A copy of the workbook with every sheet's XML changed.
fn rewritten(report: &Path, target: &Path, change: impl Fn(&str, String) -> String) {
    let bytes = std::fs::read(report).expect("a workbook");
    let mut from = ZipArchive::new(Cursor::new(bytes)).expect("a workbook is a zip");
    let mut to = ZipWriter::new(std::fs::File::create(target).expect("a copy"));
    for n in 0..from.len() {
        let mut part = from.by_index(n).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let mut content = Vec::new();
        part.read_to_end(&mut content).expect("the part's bytes");
        if name.starts_with("xl/worksheets/sheet") {
            content = change(&name, String::from_utf8(content).expect("XML is text")).into_bytes();
        }
        to.start_file(name, SimpleFileOptions::default()).expect("a part");
        to.write_all(&content).expect("the part's bytes");
    }
    to.finish().expect("a workbook");
}

/// Every stored result overwritten with [`WRONG`].
fn spoiled(xml: &str) -> String {
    const BETWEEN: &str = "</f><v>";
    let mut parts = xml.split(BETWEEN);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (_, rest) = part.split_once("</v>").expect("a result ends");
        out.push_str(&format!("{BETWEEN}{WRONG}</v>{rest}"));
    }
    assert_eq!(out.matches("<f>").count(), out.matches(&format!("{BETWEEN}{WRONG}</v>")).count());
    out
}

/// What stands in the cells that have formulas in `formulas_of`.
fn results(formulas_of: &Path, values_of: &Path) -> Results {
    let mut formulas: Xlsx<_> = open_workbook(formulas_of).expect("a workbook");
    let mut values: Xlsx<_> = open_workbook(values_of).expect("a workbook");
    let mut results = Results::new();
    for name in formulas.sheet_names() {
        let range = formulas.worksheet_formula(&name).expect("formulas");
        let (top, left) = range.start().unwrap_or_default();
        let values = values.worksheet_range(&name).expect("the sheet");
        for (row, column, _) in range.used_cells() {
            let at = (top + u32::try_from(row).expect("a row"), left + u32::try_from(column).expect("a column"));
            let value = values.get_value(at).cloned().unwrap_or_default();
            results.insert((name.clone(), at.0, at.1), value);
        }
    }
    results
}

fn is_same(a: &Data, b: &Data) -> bool {
    match (a, b) {
        (Data::Float(a), Data::Float(b)) => (a - b).abs() <= 1e-12 * a.abs().max(1.0),
        _ => a == b,
    }
}

/// Cells where stored result and formula disagree, each as `sheet!place: stored, reckoned`. `plant` changes
/// the formulas of the page of areas before LibreOffice sees them.
pub(crate) fn disagreements(report: &Path, plant: impl Fn(String) -> String) -> Vec<String> {
    let folder = scratch();
    let copy = folder.path().join("sai.xlsx");
    rewritten(report, &copy, |name, xml| {
        let xml = spoiled(&xml);
        if name.ends_with("sheet2.xml") { plant(xml) } else { xml }
    });
    let stored = results(report, report);
    // Otherwise nothing would be proved.
    let wrong = results(report, &copy);
    assert!(stored.len() > 50, "{} formulas", stored.len());
    for (at, value) in &wrong {
        assert_eq!(value.to_string(), WRONG, "{at:?}");
        assert!(!is_same(value, &stored[at]), "{at:?}");
    }
    let reckoned = converted(folder.path(), &[copy], "xlsx");
    differing(&stored, &results(report, &reckoned[0]))
}

/// Cells that do not show the result stored in them, each as `sheet!place: stored, reckoned`.
fn differing(stored: &Results, reckoned: &Results) -> Vec<String> {
    stored
        .iter()
        .filter(|(at, value)| !is_same(value, &reckoned[*at]))
        .map(|(at, value)| {
            let letter = |n| char::from_u32(u32::from('A') + n).expect("a letter").to_string();
            let column = if at.2 < 26 { letter(at.2) } else { letter(at.2 / 26 - 1) + &letter(at.2 % 26) };
            format!("{}!{column}{}: {value}, {}", at.0, at.1 + 1, reckoned[at])
        })
        .collect()
}

#[test]
fn every_formula_gives_the_result_stored_beside_it() {
    assert_eq!(disagreements(invented(), |xml| xml), Vec::<String>::new());
    assert_eq!(disagreements(of_a_week(), |xml| xml), Vec::<String>::new());
    assert_eq!(disagreements(reference(), |xml| xml), Vec::<String>::new());
    assert_eq!(disagreements(of_every_target(), |xml| xml), Vec::<String>::new());
}

#[test]
fn a_wrong_formula_is_found() {
    let plant = |xml: String| {
        // The sum of the first box leaves out the first area.
        assert_eq!(xml.matches("SUM(F6:F66)").count(), 1);
        xml.replace("SUM(F6:F66)", "SUM(F7:F66)")
    };
    let found = disagreements(invented(), plant);
    let places: Vec<&str> = found.iter().filter_map(|f| f.split(':').next()).collect();
    assert_eq!(places, ["Theo địa bàn!F67", "Tên liên kết!D20"], "in the total, and under its name: {found:?}");
    let plant = |xml: String| {
        // A denominator from the base of another area, and so a rate; in the total, on the cover, under its name.
        let own = "IF(ISNUMBER('Số liệu nền'!F5),'Số liệu nền'!F5,";
        assert_eq!(xml.matches(own).count(), 1);
        xml.replace(own, &own.replace("F5", "F6"))
    };
    let found = disagreements(invented(), plant);
    let places: Vec<&str> = found.iter().filter_map(|f| f.split(':').next()).collect();
    assert_eq!(
        places,
        [
            "Bìa!B18",
            "Bìa!B19",
            "Theo địa bàn!P6",
            "Theo địa bàn!Q6",
            "Theo địa bàn!P67",
            "Theo địa bàn!Q67",
            "Tên liên kết!D30",
            "Tên liên kết!D31"
        ],
        "{found:?}"
    );
}

/// Names of areas as the page of areas lists them.
fn areas(report: &Path) -> Vec<String> {
    let mut book: Xlsx<_> = open_workbook(report).expect("a workbook");
    let sheet = book.worksheet_range(AREAS).expect("the sheet");
    let numbered = sheet.rows().filter(|r| matches!(r.first(), Some(Data::Float(_) | Data::Int(_))));
    numbered.map(|r| r[1].to_string()).collect()
}

fn holds(page: &[Word], text: &str) -> bool {
    let parts: Vec<&str> = text.split(' ').collect();
    page.windows(parts.len()).any(|run| run.iter().zip(&parts).all(|(word, part)| word.text == *part))
}

/// Size of a word's letters in points: a line of Times New Roman is 1.107 of it.
fn size(word: &Word) -> f32 {
    (word.foot - word.top) / 25.4 * 72.0 / 1.107
}

/// The words of the report's pages as printed.
fn printed(report: &Path) -> Vec<Vec<Word>> {
    let folder = scratch();
    words(&converted(folder.path(), &[report.to_owned()], "pdf")[0])
}

fn page_with(pages: &[Vec<Word>], title: &str) -> usize {
    pages.iter().position(|p| holds(p, title)).unwrap_or_else(|| panic!("no page says {title}"))
}

#[test]
fn cover_areas_and_chart_print_on_their_pages() {
    for (report, of_areas, charted) in [
        (invented(), 2, "TỶ LỆ THEO ĐỊA BÀN"),
        (of_a_week(), 2, "TỶ LỆ THEO ĐỊA BÀN, LŨY KẾ ĐẾN HẾT NGÀY 15/11/2024"),
        (reference(), 1, "SỐ NGƯỜI THEO ĐỊA BÀN"),
    ] {
        let pages = printed(report);
        let names = areas(report);
        assert!(holds(&pages[0], "BẢNG TỔNG HỢP KẾT QUẢ") && holds(&pages[0], "PHÓ CHỦ TỊCH"));
        assert_eq!(page_with(&pages, "KẾT QUẢ THEO ĐỊA BÀN"), 1, "the cover is one page");
        assert_eq!(page_with(&pages, charted), 1 + of_areas);
        assert_eq!(page_with(&pages, "KẾT QUẢ THEO NGÀY"), 2 + of_areas, "the chart is one page");
        let areas = &pages[1..=of_areas];
        for (page, n) in areas.iter().zip(2..) {
            assert!(holds(page, "Địa bàn") && holds(page, "Tỷ lệ") && holds(page, "STT"), "its heading on page {n}");
            assert!(page.iter().any(|w| w.text.starts_with(&format!("{n}/"))), "its number on page {n}");
            let footer = page.iter().map(|w| w.top).fold(0.0, f32::max);
            let small: Vec<&str> =
                page.iter().filter(|w| w.top < footer - 8.0 && size(w) < 9.0).map(|w| w.text.as_str()).collect();
            assert!(small.is_empty(), "under 9 points on page {n}: {small:?}");
        }
        for name in &names {
            assert!(areas.iter().any(|p| holds(p, name)), "{name} in the table");
            assert!(holds(&pages[1 + of_areas], name), "{name} in the chart");
        }
    }
}
