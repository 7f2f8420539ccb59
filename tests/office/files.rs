//! What is no office file, or no longer a whole one, is refused in words and left as it is.

use product_tests::{Office, RunExt, cli, scratch};

/// SQLite's header: where it keeps the schema's version and the program's mark, four bytes each.
const USER_VERSION: usize = 60;
const APPLICATION_ID: usize = 68;

fn refused_and_untouched(office: &Office, bytes: &[u8]) -> String {
    std::fs::write(&office.path, bytes).expect("the file is written");
    let words = office.run("status").refused();
    office.run("key").args(["482-1937", "1=1"]).refused();
    assert_eq!(std::fs::read(&office.path).expect("the file"), bytes);
    assert!(words.contains("văn phòng.db"), "{words}");
    words
}

#[test]
fn a_missing_file_is_named() {
    let folder = scratch();
    let path = folder.path().join("không có.db");
    for verb in ["status", "check"] {
        assert!(cli().arg(verb).arg(&path).refused().contains("không có.db"));
    }
    cli().arg("key").arg(&path).args(["482-1937", "1=1"]).refused();
    assert!(!path.exists());
}

#[test]
fn foreign_files_are_refused() {
    let office = Office::of_sample("ha-cau-2024");
    let whole = std::fs::read(&office.path).expect("the file");
    let mut foreign = whole.clone();
    foreign[APPLICATION_ID..APPLICATION_ID + 4].copy_from_slice(b"else");
    refused_and_untouched(&office, &foreign);
    refused_and_untouched(&office, b"");
    refused_and_untouched(&office, "Kính gửi: UBND quận".as_bytes());
    refused_and_untouched(&office, b"PK\x03\x04 a workbook");
}

#[test]
fn a_newer_file_is_refused_politely() {
    let office = Office::of_sample("ha-cau-2024");
    let mut newer = std::fs::read(&office.path).expect("the file");
    newer[USER_VERSION..USER_VERSION + 4].copy_from_slice(&999_u32.to_be_bytes());
    let words = refused_and_untouched(&office, &newer);
    assert!(words.contains("mới hơn"), "{words}");
}

#[test]
fn a_truncated_file_is_refused_without_a_crash() {
    let office = Office::of_sample("ha-cau-2024");
    let whole = std::fs::read(&office.path).expect("the file");
    for part in [100, 4096, whole.len() / 2] {
        std::fs::write(&office.path, &whole[..part]).expect("the file is written");
        office.run("check").refused();
        office.run("plan").arg("-o").arg(office.file("ke-hoach.pdf")).refused();
        assert!(!office.file("ke-hoach.pdf").exists());
    }
}

#[test]
fn a_folder_is_no_office_file() {
    let folder = scratch();
    cli().arg("status").arg(folder.path()).refused();
}
