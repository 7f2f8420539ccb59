use std::path::Path;

use calamine::{Data, DataType, Reader, Xlsx, open_workbook};
use product_tests::{Office, RunExt};

use crate::SOUND;

/// Every filled cell of every sheet.
fn cells(path: &Path) -> Vec<Data> {
    let mut book: Xlsx<_> = open_workbook(path).expect("a workbook");
    let sheets = book.worksheets();
    assert!(!sheets.is_empty());
    sheets.iter().flat_map(|(_, range)| range.cells().map(|(_, _, c)| c.clone()).collect::<Vec<_>>()).collect()
}

fn says(cells: &[Data], words: &str) -> bool {
    cells.iter().any(|c| c.to_string().contains(words))
}

fn counts(cells: &[Data], number: u32) -> bool {
    cells.iter().any(|c| matches!(c, Data::Float(f) if *f == f64::from(number)) || *c == Data::Int(number.into()))
}

#[test]
fn the_workbook_shows_what_was_keyed_and_who_has_not_reported() {
    let office = Office::with_sheets();
    office.run("key").arg(&office.codes()[0]).args(SOUND).done();
    let target = office.file("bao-cao.xlsx");
    office.run("report").arg("-o").arg(&target).done();
    let cells = cells(&target);
    for number in [32, 27, 61, 54, 41, 44, 40] {
        assert!(counts(&cells, number), "{number} is not in the workbook");
    }
    assert!(says(&cells, "chưa báo cáo"));
    assert!(says(&cells, "Hyundai Hillstate"));
}

#[test]
fn a_period_without_the_keyed_evening_does_not_count_it() {
    let office = Office::with_sheets();
    let code = &office.codes()[0];
    office.run("key").arg(code).args(["1=9137", "2=9000", "3=137"]).done();
    let evening = office.sheet(code)["date"].as_str().expect("an evening").to_owned();
    let within = |from: &str, to: &str, name: &str| {
        let target = office.file(name);
        office.run("report").args(["--from", from, "--to", to, "-o"]).arg(&target).done();
        counts(&cells(&target), 9137)
    };
    assert!(within(&evening, &evening, "a.xlsx"));
    assert!(!within("2024-11-29", "30/11/2024", "b.xlsx"));
}

/// A row of the cover by its label.
fn on_cover(path: &Path, label: &str) -> Vec<String> {
    let mut book: Xlsx<_> = open_workbook(path).expect("a workbook");
    let cover = book.worksheet_range("Bìa").expect("the cover");
    let row = cover.rows().find(|r| r.first().is_some_and(|c| c.get_string() == Some(label))).expect("the row");
    row[1..].iter().map(ToString::to_string).collect()
}

#[test]
fn a_week_shows_the_rates_of_the_whole_campaign_until_its_end() {
    let office = Office::of_sample("minh-hoa");
    let (whole, week) = (office.file("ca-dot.xlsx"), office.file("tuan.xlsx"));
    office.run("report").args(["--to", "15/11/2024", "-o"]).arg(&whole).done();
    office.run("report").args(["--from", "11/11/2024", "--to", "15/11/2024", "-o"]).arg(&week).done();
    for label in ["Tử số", "Mẫu số", "Tỷ lệ đạt", "Thời gian tính"] {
        assert_eq!(on_cover(&whole, label), on_cover(&week, label), "{label}");
    }
    assert_eq!(on_cover(&week, "Thời gian tính")[0], "Lũy kế đến hết ngày 15/11/2024");
    assert_ne!(on_cover(&whole, "Phiếu đã nhận"), on_cover(&week, "Phiếu đã nhận"));
    assert!(says(&cells(&week), "Cộng các ô của phiếu trong kỳ"));
}

#[test]
fn the_same_office_gives_the_same_workbook() {
    let office = Office::with_sheets();
    office.run("key").arg(&office.codes()[0]).args(SOUND).done();
    let (a, b) = (office.file("a.xlsx"), office.file("b.xlsx"));
    for target in [&a, &b] {
        office.run("report").args(["--from", "2024-11-09", "--to", "2024-11-30", "-o"]).arg(target).done();
    }
    assert!(std::fs::read(a).expect("a") == std::fs::read(b).expect("b"));
}

#[test]
fn a_reversed_period_is_refused_and_another_ending_is_misuse() {
    let office = Office::of_sample("ha-cau-2024");
    let target = office.file("a.xlsx");
    office.run("report").args(["--from", "2024-11-30", "--to", "2024-11-09", "-o"]).arg(&target).refused();
    office.run("report").arg("-o").arg(office.file("a.csv")).misused();
    assert!(!target.exists());
}

#[test]
fn the_invented_figures_say_so_in_the_workbook() {
    let office = Office::of_sample("minh-hoa");
    let target = office.file("a.xlsx");
    office.run("report").arg("-o").arg(&target).done();
    assert!(says(&cells(&target), "minh họa"));
}
