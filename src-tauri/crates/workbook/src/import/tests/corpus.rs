//! The corpus of tables in `tests/fixtures/tables`: what each one gives, as a person would be told.

use std::fmt::Write;
use std::path::PathBuf;

use domain::form::default_indicators;

use super::today;
use crate::import::{Problem, ProblemCode, Tables, areas, schedule, tallies};

fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures/tables").join(name)
}

fn told(problems: &[Problem]) -> String {
    let mut text = String::new();
    for p in problems {
        let place = p
            .place
            .as_ref()
            .map(|p| format!("{}{}", p.sheet.as_ref().map(|s| format!("{s}!")).unwrap_or_default(), p.cell));
        let params: Vec<String> = p.params.iter().map(|(k, v)| format!("{k}={v}")).collect();
        let _ = writeln!(text, "  {:?} @ {} {}", p.code, place.unwrap_or_else(|| "-".into()), params.join(", "));
    }
    text
}

fn read(name: &str) -> Result<Tables, Vec<Problem>> {
    Tables::from_path(&fixture(name)).map_err(|p| vec![p])
}

fn areas_of(name: &str) -> String {
    match read(name).and_then(|t| areas(&t, today())) {
        Err(problems) => told(&problems),
        Ok(lines) => {
            let mut text = String::new();
            for a in &lines.lines {
                let base = a.base.as_ref().map(|b| {
                    format!(
                        "{} {:?}/{:?}/{:?}/{:?} “{}”",
                        b.as_of, b.households, b.people_15, b.smartphone_15, b.installed, b.source
                    )
                });
                let _ = writeln!(
                    text,
                    "  {} {} {:?} {:?} {:?} {}",
                    a.place.cell,
                    a.name,
                    a.kind,
                    a.cluster,
                    a.self_report_due,
                    base.unwrap_or_default()
                );
            }
            for l in &lines.left_out {
                let _ = writeln!(text, "  ({:?}: {} {})", l.why, l.place.cell, l.text);
            }
            text
        }
    }
}

fn schedule_of(name: &str) -> String {
    match read(name).and_then(|t| schedule(&t, None)) {
        Err(problems) => told(&problems),
        Ok(lines) => {
            let evenings: usize = lines.lines.iter().map(|l| l.days.len()).sum();
            let mut text =
                format!("  {} lines, {evenings} evenings, {} left out\n", lines.lines.len(), lines.left_out.len());
            for l in lines.lines.iter().filter(|l| l.days.len() > 1 || lines.lines.len() < 5) {
                let days: Vec<String> = l.days.iter().map(ToString::to_string).collect();
                let _ = writeln!(text, "  {} {} {}", l.place.cell, days.join(" "), l.area);
            }
            text
        }
    }
}

fn tallies_of(name: &str) -> String {
    match read(name).and_then(|t| tallies(&t, &default_indicators("iHanoi"))) {
        Err(problems) => told(&problems),
        Ok(lines) => format!("  {} lines\n", lines.lines.len()),
    }
}

#[test]
fn the_corpus() {
    type Reader = fn(&str) -> String;
    let readers: [(&str, Reader, &[&str]); 3] = [
        (
            "areas",
            areas_of,
            &[
                "dia-ban-tot.xlsx",
                "dia-ban-tot.xls",
                "dia-ban-tot.ods",
                "dia-ban-cham-phay.csv",
                "dia-ban-utf16.csv",
                "dia-ban-cp1258.csv",
                "dia-ban-hai-dong-tieu-de.xlsx",
                "tieu-de-lap-lai.csv",
                "dia-ban-mau-da-dien.xlsx",
                "dia-ban-mau-da-dien.xls",
                "cot-la.csv",
                "ten-gan-giong.csv",
                "dia-ban-tcvn3.csv",
                "dia-ban-font-vntime.csv",
                "chen-cong-thuc.csv",
                "o-gop-va-so-sai.xlsx",
                "ten-trung.csv",
                "sai-cot.xlsx",
                "hai-bang.xlsx",
                "rong.xlsx",
                "rong.csv",
                "khong-phai-zip.xlsx",
                "trang-web.xls",
                "xlsx-hong.xlsx",
                "co-mat-khau.xlsx",
                "bom-zip.xlsx",
                "o-xa.xlsx",
                "tai-lieu-word.docx",
                "khong-co-tep.xlsx",
            ],
        ),
        (
            "schedule",
            schedule_of,
            &[
                "lich-dan-tu-word.txt",
                "lich-dan-hai-doan.txt",
                "lich-ke-hoach-ha-cau.txt",
                "lich-chep-tu-pdf.txt",
                "lich-o-gop.xlsx",
                "lich-ngay-chu-va-so.xlsx",
                "lich-1904.xlsx",
                "lich-ngay-so.csv",
                "lich-ngay-bi-dao.xlsx",
                "lich-thieu-cot.xlsx",
            ],
        ),
        ("tallies", tallies_of, &["so-lieu-loi.csv", "sai-cot.xlsx"]),
    ];
    let mut text = String::new();
    for (kind, reader, names) in readers {
        for name in names {
            let _ = write!(text, "{kind} {name}\n{}", reader(name));
        }
    }
    insta::assert_snapshot!(text);
}

#[test]
fn the_plans_schedule_is_the_same_however_it_is_pasted() {
    let read = |name| read(name).and_then(|t| schedule(&t, None)).expect("a schedule").lines;
    let flat = |name| {
        let lines = read(name);
        let mut evenings: Vec<_> = lines.iter().flat_map(|l| l.days.iter().map(|d| (*d, l.area.clone()))).collect();
        evenings.sort();
        evenings
    };
    let word = flat("lich-dan-tu-word.txt");
    assert_eq!(word.len(), 22);
    for other in ["lich-dan-hai-doan.txt", "lich-chep-tu-pdf.txt", "lich-o-gop.xlsx"] {
        assert_eq!(flat(other), word, "{other}");
    }
}

#[test]
fn the_schedule_is_found_in_the_whole_text_of_a_plan() {
    let table = std::fs::read_to_string(fixture("lich-dan-tu-word.txt")).expect("the fixture");
    let text = format!(
        "KẾ HOẠCH\n\nTăng cường tuyên truyền; cài đặt, mở rộng\n\n3. Thời gian, địa bàn thực hiện hỗ trợ:\n\n{table}\n\
         Đối với cụm chung cư Hyundai Hillstate, từ ngày 23/8/2024 đến ngày 30/8/2024 đã hỗ trợ.\n\nNơi nhận:\n- UBND quận;\n"
    );
    let lines = Tables::from_text(&text).map_err(|p| vec![p]).and_then(|t| schedule(&t, None)).expect("a schedule");
    assert_eq!(lines.lines.len(), 17);
}

#[test]
fn a_huge_file_is_refused_before_it_is_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("lon.xlsx");
    let file = std::fs::File::create(&path).expect("a file");
    file.set_len(200 * 1024 * 1024).expect("a sparse file");
    let problem = Tables::from_path(&path).expect_err("it is too large");
    assert_eq!((problem.code, problem.params["size"].as_str()), (ProblemCode::FileTooLarge, "200"));
}

#[test]
fn a_thousand_faults_are_told_as_the_first_and_how_many_more() {
    let rows: String = (1..=1000).map(|n| format!("{n}\tHà Trì {n}\tx\t01/11/2024\n")).collect();
    let tables = Tables::from_text(&format!("STT\tĐịa bàn\tSố hộ\tNgày số liệu\n{rows}")).expect("a table");
    let problems = areas(&tables, today()).expect_err("no number of households");
    assert_eq!((problems.len(), problems[200].code), (201, ProblemCode::MoreProblems));
    assert_eq!(problems[200].params["count"], "800");
}
