use std::process::Command;

use product_tests::sources::{absolute, paths};
use product_tests::{Office, RunExt};

fn import(office: &Office, kind: &str, table: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = office.run("import");
    command.arg(kind).arg(table);
    command
}

/// Status and journal: whatever is half imported shows in one of them.
fn whole(office: &Office) -> (serde_json::Value, String) {
    (office.status(), office.run("check").done())
}

#[test]
fn a_dry_run_tells_and_changes_nothing() {
    let office = Office::of_sample("ha-cau-2024");
    let table = office.table("địa bàn.csv", "Địa bàn;Số hộ\nCầu Đơ 1;410\nCầu Đơ 9;120\n");
    let before = whole(&office);
    let words = import(&office, "--areas", &table).arg("--dry-run").done();
    assert!(words.contains("Cầu Đơ 9"), "{words}");
    assert_eq!(whole(&office), before);
    import(&office, "--areas", &table).done();
    assert_eq!(office.status()["areas"].as_array().map(Vec::len), Some(19));
}

#[test]
fn the_same_table_twice_changes_nothing() {
    let office = Office::of_sample("ha-cau-2024");
    let table = office.table("địa bàn.csv", "Địa bàn;Số hộ\nCầu Đơ 1;410\nCầu Đơ 9;120\n");
    import(&office, "--areas", &table).done();
    let once = office.status();
    import(&office, "--areas", &table).done();
    assert_eq!(office.status(), once);
}

#[test]
fn tallies_come_in_by_their_codes() {
    let office = Office::with_sheets();
    let codes = office.codes();
    let rows =
        format!("Mã phiếu,1,2,3,4,5,6,7,8,9\n{},32,27,5,61,54,9,41,44,40\n{},10,8,2,,,,,,\n", codes[0], codes[1]);
    let table = office.table("số liệu.csv", rows);
    import(&office, "--tallies", &table).done();
    assert_eq!(office.sheet(&codes[0])["state"], "keyed");
    assert_eq!(office.sheet(&codes[1])["boxes"]["4"], serde_json::Value::Null, "blank is not zero");
}

#[test]
fn one_fault_in_the_last_row_and_nothing_is_imported() {
    let office = Office::with_sheets();
    let codes = office.codes();
    let table = office.table("số liệu.csv", format!("Mã phiếu,1,2,3\n{},32,27,5\n{},10,tám,2\n", codes[0], codes[1]));
    let before = whole(&office);
    let words = import(&office, "--tallies", &table).refused();
    assert!(words.contains('3') && words.contains("số liệu.csv"), "the place is named: {words}");
    assert_eq!(whole(&office), before);
}

#[test]
fn tables_that_are_none_are_refused_clearly() {
    let office = Office::with_sheets();
    let before = whole(&office);
    for (name, content) in [
        ("trống.csv", &b""[..]),
        ("trống.xlsx", b""),
        ("ảnh.xlsx", b"\x89PNG\r\n\x1a\n a picture"),
        ("cụt.xlsx", b"PK\x03\x04\x14\0"),
        ("cột lạ.csv", "Mặt hàng;Đơn giá\nGạo;20000\n".as_bytes()),
        ("chỉ tiêu đề.csv", "Địa bàn;Số hộ\n".as_bytes()),
        ("rác.csv", &[0xff, 0xfe, 0x00, 0x01, 0x80, 0x81, 0x0a]),
    ] {
        let table = office.table(name, content);
        for kind in ["--areas", "--schedule", "--tallies"] {
            let words = import(&office, kind, &table).refused();
            assert!(words.contains(name), "{kind} {name}: {words}");
        }
    }
    import(&office, "--areas", office.file("không có.xlsx")).refused();
    import(&office, "--areas", office.file("không có.xlsx")).arg("--schedule").arg("a.csv").misused();
    office.run("import").misused();
    assert_eq!(whole(&office), before);
}

/// A hundred megabytes are refused by their size; reading them would take the program's memory.
#[test]
fn a_hundred_megabytes_are_refused_without_being_read() {
    let office = Office::with_sheets();
    let before = whole(&office);
    for name in ["lớn.csv", "lớn.xlsx"] {
        let path = office.file(name);
        let file = std::fs::File::create(&path).expect("a file");
        file.set_len(100 * 1024 * 1024).expect("the disk takes a hole");
        for kind in ["--areas", "--schedule", "--tallies"] {
            let words = import(&office, kind, &path).refused();
            assert!(words.contains(name), "{words}");
        }
    }
    assert_eq!(whole(&office), before);
}

/// The corpus: `tests/fixtures/tables/<kind>/bad-*` is refused with its place, `good-*` comes in.
#[test]
fn the_corpus_of_bad_tables_is_refused_and_nothing_is_half_imported() {
    let office = Office::with_sheets();
    let before = whole(&office);
    let all = paths();
    let corpus = |start: &str| -> Vec<(String, String)> {
        let here = all.iter().filter_map(|p| Some((p, p.strip_prefix("tests/fixtures/tables/")?)));
        here.filter_map(|(path, rest)| {
            let (kind, name) = rest.split_once('/')?;
            name.starts_with(start).then(|| (path.clone(), format!("--{kind}")))
        })
        .collect()
    };
    let bad = corpus("bad-");
    assert!(bad.len() >= 7, "the corpus has {} bad tables", bad.len());
    for (path, kind) in bad {
        let words = import(&office, &kind, absolute(&path)).refused();
        assert!(words.trim().lines().count() > 1, "{path}: what is wrong, and where: {words}");
        assert_eq!(whole(&office), before, "{path}");
    }
    for (path, kind) in corpus("good-") {
        import(&office, &kind, absolute(&path)).arg("--dry-run").done();
    }
}
