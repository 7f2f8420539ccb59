//! Authorities' templates, filled by `tung-ngo report --template` and reckoned by LibreOffice.

use std::path::{Path, PathBuf};

use calamine::{Data, Reader, Xlsx, open_workbook};
use product_tests::{Office, RunExt, scratch};

use crate::made::MINH_HOA;
use crate::workbook::converted;

const TEMPLATES: [&str; 3] = ["mau-ten-o.xlsx", "mau-bang-dia-ban.xlsx", "mau-nhan.xlsx"];

fn template(name: &str) -> PathBuf {
    product_tests::cli::root().join("tests/fixtures/templates").join(name)
}

fn cell(book: &Path, sheet: &str, at: (u32, u32)) -> Data {
    let mut book: Xlsx<_> = open_workbook(book).expect("a workbook");
    book.worksheet_range(sheet).expect("the sheet").get_value(at).cloned().unwrap_or_default()
}

fn number(data: &Data) -> f64 {
    data.to_string().parse().unwrap_or_else(|_| panic!("{data:?} is no number"))
}

#[test]
fn filled_templates_open_and_their_own_formulas_reckon_with_the_new_figures() {
    // The table of areas names those of the other sample.
    let (invented, reference) = (Office::of_sample(MINH_HOA), Office::with_sheets());
    let boxes = ["1=40", "2=32", "3=8", "4=61", "5=54", "6=10", "7=41", "8=44", "9=40"];
    reference.run("key").arg(&reference.codes()[0]).args(boxes).done();
    let offices = [&invented, &reference, &invented];
    let files: Vec<PathBuf> = TEMPLATES
        .iter()
        .zip(offices)
        .map(|(name, office)| {
            let target = office.file(&format!("dien-{name}"));
            office.run("report").arg("--template").arg(template(name)).arg("-o").arg(&target).done();
            target
        })
        .collect();
    let folder = scratch();
    let reckoned = converted(folder.path(), &files, "xlsx");
    // The authority's own: how many are still to be installed, and whether the goal is met.
    let [done, of, rate] = [5, 6, 7].map(|row| number(&cell(&reckoned[0], "Tổng hợp", (row, 1))));
    assert!((rate - done / of).abs() < 1e-9, "{rate}");
    let left = number(&cell(&reckoned[0], "Tổng hợp", (14, 1)));
    assert!((left - ((of * 0.5).ceil() - done).max(0.0)).abs() < 1e-9, "{left}");
    let words = if rate >= 0.5 { "đạt" } else { "chưa đạt" };
    assert_eq!(cell(&reckoned[0], "Tổng hợp", (14, 2)), Data::String(words.into()));
    // The one area that has reported, in its own row and in the authority's own sums.
    let [met, absent] = [3, 4].map(|column| [5, 12].map(|row| number(&cell(&reckoned[1], "Biểu 01", (row, column)))));
    assert_eq!((met, absent), ([32.0; 2], [8.0; 2]));
    // One line of labels with a formula between them.
    let [back, due, share] = [0, 1, 2].map(|column| number(&cell(&reckoned[2], "Báo cáo nhanh", (11, column))));
    assert!((share - (back / due * 1_000.0).round() / 10.0).abs() < 1e-9, "{share}");
}

#[test]
fn a_dry_run_says_every_cell_and_writes_nothing() {
    let office = Office::of_sample(MINH_HOA);
    let said = office.run("report").arg("--template").arg(template("mau-ten-o.xlsx")).arg("--dry-run").done();
    assert!(said.contains("Tổng hợp!B8: ") && said.contains("SO_DIA_BAN – ô có công thức, giữ nguyên"), "{said}");
    assert!(said.contains("Xem trước, chưa ghi gì – mau-ten-o.xlsx: "), "{said}");
    let refused = office.run("report").arg("--template").arg(&office.path).args(["--dry-run"]).ran();
    assert!(refused.err.contains("không phải là bảng tính dạng .xlsx"), "{}", refused.err);
}
