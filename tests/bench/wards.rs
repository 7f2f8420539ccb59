//! Reports of many wards brought together.

use std::path::Path;
use std::time::Duration;

use product_tests::ladder::entries_of;
use product_tests::wards::{packet_of, workbooks};
use product_tests::{RunExt, cli};

use super::make;
use super::measure::{Table, median};

/// As many wards and communes as the city has, each with the sheets of one campaign: read, verified, every cell compared,
/// taken in.
pub(crate) fn rows(table: &mut Table, folder: &Path) {
    const WARDS: u8 = 126;
    println!("making workbooks of {WARDS} wards …");
    let ward = folder.join("ward.db");
    make(&ward, "minh-hoa");
    let workbook = folder.join("ward.xlsx");
    _ = cli().arg("report").arg(&ward).arg("-o").arg(&workbook).done();
    let files = workbooks(folder, &packet_of(&workbook), WARDS);
    let city = folder.join("city.db");
    let taken = median(3, || {
        for left in [city.clone(), entries_of(&city)] {
            // Absent the first time.
            let _ = std::fs::remove_file(left);
        }
        let ran = cli().arg("consolidate").arg(&city).args(&files).done();
        assert!(ran.contains("nhận 126"), "{ran}");
    });
    table.time("126 ward packets consolidated, whole process", Duration::from_secs(10), taken);
    for (what, name) in [("workbook", "all.xlsx"), ("document", "all.pdf")] {
        let out = folder.join(name);
        let made = median(3, || _ = cli().arg("consolidated").arg(&city).arg("-o").arg(&out).done());
        table.time(&format!("consolidated {what} of 126 wards, whole process"), Duration::from_secs(10), made);
    }
}
