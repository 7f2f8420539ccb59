//! Reports issued, listed, fetched and questioned without a window.

use std::path::Path;

use product_tests::{Office, RunExt};

use crate::SOUND;

fn bytes(path: &Path) -> Vec<u8> {
    std::fs::read(path).expect("the file")
}

/// An office with one keyed sheet, and the Monday-to-Sunday report of its first evening issued.
fn issued() -> (Office, String) {
    let office = Office::with_sheets();
    let code = office.codes()[0].clone();
    office.run("key").arg(&code).args(SOUND).done();
    let said = office
        .run("report")
        .args(["--kind", "weekly", "--day", "09/11/2024", "--issue", "-o"])
        .arg(office.file("a.xlsx"))
        .arg("--document")
        .arg(office.file("a.pdf"))
        .done();
    assert!(said.contains("BC-001  báo cáo tuần 04/11/2024 – 10/11/2024"), "{said}");
    (office, code)
}

#[test]
fn what_was_issued_is_fetched_as_it_was_and_says_why_it_differs() {
    let (office, code) = issued();
    let (xlsx, pdf) = (bytes(&office.file("a.xlsx")), bytes(&office.file("a.pdf")));
    assert!(xlsx.starts_with(b"PK\x03\x04") && pdf.starts_with(b"%PDF-"));
    assert!(office.run("reports").arg("BC-001").done().contains("vẫn ra đúng các số"));
    office.run("key").arg(&code).arg("7=39").done();
    let why = office.run("reports").arg("bc-001").done();
    assert!(why.contains("-2 [1]") && why.contains(&format!("Phiếu {code}")), "{why}");
    assert!(why.contains("ô 7 “cài mới trong buổi” 41 → 39") && why.contains("ô 7: 41 → 39"), "{why}");
    for (name, then) in [("b.xlsx", &xlsx), ("b.pdf", &pdf)] {
        office.run("reports").args(["BC-001", "-o"]).arg(office.file(name)).done();
        assert!(bytes(&office.file(name)) == *then, "{name} is what left the office");
    }
    office.run("reports").args(["BC-001", "-o"]).arg(office.file("b.docx")).done();
    assert!(bytes(&office.file("b.docx")).starts_with(b"PK\x03\x04"));
    office.run("reports").arg("BC-007").refused();
    office.run("check").done();
}

#[test]
fn a_number_goes_into_the_register_and_a_day_needs_a_number() {
    let (office, _) = issued();
    let mut run = office.run("report");
    run.args(["--kind", "daily", "--day", "09/11/2024", "--issue", "--number", "31", "--dated", "10/11/2024"]);
    assert!(run.done().contains("31/BC-UBND"));
    assert!(office.run_words(&["document", "list"]).done().contains("31/BC-UBND"));
    let list = office.run("reports").done();
    let names: Vec<&str> = list.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert_eq!(names, ["BC-002", "BC-001"], "{list}");
    let mut again = office.run("report");
    again.args(["--kind", "daily", "--issue", "--number", "31", "--dated", "10/11/2024"]);
    let words = again.refused();
    assert!(words.contains("31/BC-UBND"), "{words}");
}

#[test]
fn the_document_is_made_of_a_period_without_being_issued() {
    let office = Office::with_sheets();
    office.run("report").args(["--kind", "final", "--document"]).arg(office.file("a.docx")).done();
    assert!(bytes(&office.file("a.docx")).starts_with(b"PK\x03\x04"));
    assert!(office.run("reports").done().contains("Chưa phát hành"));
}

#[test]
fn files_of_a_report_that_somebody_changed_are_named() {
    let (office, _) = issued();
    // Names in the packed workbook lie in the file as text.
    super::check::edit(&office, "xl/worksheets/sheet1.xml", "xl/worksheets/sheet0.xml");
    let words = office.run("check").refused();
    assert!(words.contains("báo cáo BC-001 (đến ngày 10/11/2024) không còn nguyên"), "{words}");
    let words = office.run("reports").args(["BC-001", "-o"]).arg(office.file("b.xlsx")).refused();
    assert!(words.contains("BC-001") && words.contains("bản sao lưu"), "{words}");
}
