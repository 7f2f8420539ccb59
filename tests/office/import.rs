use std::io::Write;
use std::process::{Command, Stdio};

use product_tests::sources::{absolute, paths};
use product_tests::{Office, RunExt, cli, scratch};

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

/// `tests/fixtures/tables/README.md` says what each table is. Tables with a fault are refused with what is
/// wrong and where, whole ones are understood.
const BAD: [(&str, &[&str]); 3] = [
    (
        "--areas",
        &[
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
            "cot-la.csv",
            "ten-gan-giong.csv",
        ],
    ),
    // The plan's own table names areas of the sample with its scanning error.
    ("--schedule", &["lich-ngay-so.csv", "lich-ngay-bi-dao.xlsx", "lich-thieu-cot.xlsx", "lich-ke-hoach-ha-cau.txt"]),
    ("--tallies", &["so-lieu-loi.csv"]),
];
const GOOD: [(&str, &[&str]); 2] = [
    (
        "--areas",
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
        ],
    ),
    (
        "--schedule",
        &[
            "lich-dan-tu-word.txt",
            "lich-dan-hai-doan.txt",
            "lich-chep-tu-pdf.txt",
            "lich-o-gop.xlsx",
            "lich-ngay-chu-va-so.xlsx",
            "lich-1904.xlsx",
        ],
    ),
];
/// Where a fault lies: a cell, or a line of a text. The others are faults of the whole table.
const PLACED: [(&str, &str); 7] = [
    ("ten-gan-giong.csv", "dòng"),
    ("chen-cong-thuc.csv", "dòng"),
    ("o-gop-va-so-sai.xlsx", "!"),
    ("ten-trung.csv", "dòng"),
    ("lich-ngay-so.csv", "dòng"),
    ("lich-ke-hoach-ha-cau.txt", "dòng"),
    ("so-lieu-loi.csv", "dòng"),
];

fn fixture(name: &str) -> std::path::PathBuf {
    absolute("tests/fixtures/tables").join(name)
}

#[test]
fn the_corpus_of_bad_tables_is_refused_and_nothing_is_half_imported() {
    let office = Office::with_sheets();
    let before = whole(&office);
    for (kind, names) in BAD {
        for name in names {
            let words = import(&office, kind, fixture(name)).refused();
            assert!(words.trim().lines().count() > 1, "{name}: what is wrong, and where: {words}");
            if let Some((_, place)) = PLACED.iter().find(|(n, _)| n == name) {
                assert!(words.contains(place), "{name}: {words}");
            }
            assert_eq!(whole(&office), before, "{name} changed something");
        }
    }
    assert_eq!(whole(&office), before);
}

#[test]
fn tables_as_offices_send_them_are_understood() {
    let office = Office::of_sample("ha-cau-2024");
    let before = whole(&office);
    for (kind, names) in GOOD {
        for name in names {
            import(&office, kind, fixture(name)).arg("--dry-run").done();
        }
    }
    assert_eq!(whole(&office), before);
}

#[test]
fn every_table_of_the_corpus_is_tried() {
    let known: Vec<&str> = BAD.iter().chain(&GOOD).flat_map(|(_, names)| names.iter().copied()).collect();
    for path in paths()
        .iter()
        .filter_map(|p| p.strip_prefix("tests/fixtures/tables/"))
        .filter(|p| *p != "README.md" && !p.starts_with('.'))
    {
        assert!(known.contains(&path), "{path} is in no list");
    }
}

/// The schedule of the reference plan, pasted from Word into an office that has none: 22 evenings.
#[test]
fn the_pasted_schedule_of_the_plan_makes_its_evenings() {
    let folder = scratch();
    let path = folder.path().join("mới.db");
    cli().arg("new").arg(&path).done();
    let run = |verb: &str| {
        let mut command = cli();
        command.arg(verb).arg(&path);
        command
    };
    let areas = folder.path().join("địa bàn.csv");
    let names = [
        "Cầu Đơ 1",
        "Cầu Đơ 3",
        "Cầu Đơ 4",
        "Cầu Đơ 5",
        "Hà Trì 1",
        "Hà Trì 2",
        "Hà Trì 3",
        "Hà Trì 4",
        "Hà Trì 5",
        "1 Ngô Thì Nhậm",
        "2 Ngô Thì Nhậm",
        "3 Ngô Thì Nhậm",
        "4 Ngô Thì Nhậm",
        "5 Ngô Thì Nhậm",
        "1 Tô Hiệu",
        "Chung cư Phú Thịnh",
        "Khu nhà ở Cảnh sát biển",
    ];
    std::fs::write(&areas, format!("Địa bàn\n{}\n", names.join("\n"))).expect("the folder takes a table");
    run("import").arg("--areas").arg(&areas).done();
    run("import").arg("--schedule").arg(fixture("lich-dan-tu-word.txt")).done();
    run("sheets").args(["--count", "1", "--spare", "0", "-o"]).arg(folder.path().join("a.pdf")).done();
    let status: serde_json::Value = serde_json::from_str(&run("status").arg("--json").done()).expect("JSON");
    let mut evenings: Vec<&str> =
        status["sheets"].as_array().expect("sheets").iter().filter_map(|s| s["date"].as_str()).collect();
    evenings.sort_unstable();
    assert_eq!(evenings.len(), 22);
    assert_eq!((evenings[0], evenings[21]), ("2024-11-09", "2024-11-30"));
}

#[test]
fn a_table_is_pasted_into_standard_input() {
    let office = Office::of_sample("ha-cau-2024");
    let mut program =
        import(&office, "--areas", "-").stdin(Stdio::piped()).stdout(Stdio::null()).spawn().expect("it starts");
    let mut input = program.stdin.take().expect("its input");
    input.write_all("STT\tĐịa bàn\n1\tCầu Đơ 1\n2\tCầu Đơ 9\n".as_bytes()).expect("it reads");
    drop(input);
    assert!(program.wait().expect("it ends").success());
    assert_eq!(office.status()["areas"].as_array().map(Vec::len), Some(19));
}
