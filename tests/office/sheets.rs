use std::collections::BTreeSet;

use product_tests::{Office, RunExt};

fn print(office: &Office, name: &str, words: &[&str]) -> Vec<u8> {
    let target = office.file(name);
    office.run("sheets").args(words).arg("-o").arg(&target).done();
    let bytes = std::fs::read(&target).expect("the sheets");
    assert!(bytes.starts_with(b"%PDF-"));
    bytes
}

#[test]
fn every_evening_gets_its_set_and_a_self_reporting_area_its_one_sheet() {
    let office = Office::with_sheets();
    let status = office.status();
    let sheets = status["sheets"].as_array().expect("sheets");
    // 22 evenings of one team with 5 + 2, and Hyundai Hillstate.
    assert_eq!(sheets.len(), 22 * 7 + 1);
    let evenings: BTreeSet<&str> = sheets.iter().filter_map(|s| s["date"].as_str()).collect();
    assert_eq!(evenings.len(), 22);
    let codes: BTreeSet<String> = office.codes().into_iter().collect();
    assert_eq!(codes.len(), sheets.len(), "every code once");
    for code in &codes {
        let digits = code.bytes().filter(u8::is_ascii_digit).count();
        assert!(code.len() == 8 && code.as_bytes()[3] == b'-' && digits == 7, "{code}");
    }
}

#[test]
fn a_second_run_gives_the_same_codes_and_bytes_and_writes_nothing() {
    let office = Office::of_sample("ha-cau-2024");
    let first = print(&office, "a.pdf", &[]);
    let codes = office.codes();
    let checked = office.run("check").done();
    assert!(first == print(&office, "b.pdf", &[]));
    assert_eq!(office.codes(), codes);
    assert_eq!(office.run("check").done(), checked, "the journal has not grown");
}

#[test]
fn a_larger_set_keeps_the_codes_that_are_out() {
    let office = Office::with_sheets();
    let before: BTreeSet<String> = office.codes().into_iter().collect();
    print(&office, "more.pdf", &["--count", "6", "--spare", "2"]);
    let after: BTreeSet<String> = office.codes().into_iter().collect();
    assert!(after.is_superset(&before));
    assert_eq!(after.len(), before.len() + 22);
}

#[test]
fn one_evening_can_be_printed_alone() {
    let office = Office::of_sample("ha-cau-2024");
    print(&office, "a.pdf", &["--evening", "16/11/2024", "--count", "3", "--spare", "1"]);
    let status = office.status();
    let dates: Vec<&str> =
        status["sheets"].as_array().expect("sheets").iter().filter_map(|s| s["date"].as_str()).collect();
    assert_eq!(dates, ["2024-11-16"; 4]);
}

#[test]
fn an_evening_without_a_visit_and_an_impossible_set_are_refused() {
    let office = Office::of_sample("ha-cau-2024");
    let target = office.file("a.pdf");
    let words = office.run("sheets").args(["--evening", "2025-01-01", "-o"]).arg(&target).refused();
    assert!(words.contains("2025"), "{words}");
    office.run("sheets").args(["--count", "0", "-o"]).arg(&target).refused();
    office.run("sheets").args(["--count", "1000", "-o"]).arg(&target).refused();
    office.run("sheets").args(["--evening", "31/02/2024", "-o"]).arg(&target).misused();
    assert!(!target.exists());
    assert_eq!(office.codes(), Vec::<String>::new());
}
