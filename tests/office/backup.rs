use std::path::PathBuf;

use product_tests::{Office, RunExt};

fn copies(office: &Office) -> Vec<PathBuf> {
    let stem = office.path.file_stem().expect("a name").to_string_lossy().into_owned();
    let folder = office.path.with_file_name(format!("{stem} - sao lưu"));
    let mut copies: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the folder of backups")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|e| e == "db"))
        .collect();
    copies.sort();
    copies
}

#[test]
fn a_backup_is_made_listed_and_read_through() {
    let office = Office::with_sheets();
    assert!(office.run("backups").done().contains("Chưa có bản sao lưu nào"));
    assert!(office.run("backup").done().contains("bản số 1"));
    office.run("backup").done();
    let listed = office.run("backups").arg("--verify").done();
    assert_eq!(listed.matches("đã đọc lại, nguyên vẹn").count(), 2, "{listed}");
    // Each is an office file like the one it was made of.
    let copy = &copies(&office)[0];
    let status = |path: &PathBuf| product_tests::cli().arg("status").arg(path).arg("--json").done();
    assert_eq!(status(copy), status(&office.path));

    let mut bytes = std::fs::read(copy).expect("the copy");
    bytes.truncate(5_000);
    std::fs::write(copy, bytes).expect("it is cut");
    let ran = office.run("backups").ran();
    assert_eq!(ran.code, Some(1));
    assert!(ran.out.contains("HỎNG: thiếu phần cuối"), "{}", ran.out);
    assert!(office.run("backup").done().contains("bản số 3"), "the next is not held up by it");
}

#[test]
fn nothing_leaves_the_office_without_a_passphrase() {
    let office = Office::of_sample("ha-cau-2024");
    let usb = office.path.with_file_name("USB");
    std::fs::create_dir(&usb).expect("a folder");
    let words = office.run("backup").arg("--to").arg(&usb).refused();
    assert!(words.contains("cụm mật khẩu"), "{words}");
    assert_eq!(std::fs::read_dir(&usb).expect("a folder").count(), 0);
    assert_eq!(copies(&office).len(), 1, "the backup beside the file was made all the same");
}
