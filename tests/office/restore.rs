//! `restore`, `recover` and `check --quick` as a script runs them.

use product_tests::{Office, RunExt};

use crate::SOUND;

/// An office with a backup after the first sheet, and a second sheet since.
fn office() -> (Office, Vec<String>) {
    let office = Office::with_sheets();
    let codes = office.codes();
    office.run("key").arg(&codes[0]).args(SOUND).done();
    office.run("backup").done();
    office.run("key").arg(&codes[1]).args(SOUND).done();
    (office, codes)
}

#[test]
fn a_backup_is_shown_before_it_is_brought_back_and_the_way_back_is_open() {
    let (office, codes) = office();
    let words = office.run("restore").args(["--number", "1", "--dry-run"]).done();
    assert!(words.contains(&codes[1]) && words.contains("Sau khi khôi phục"), "{words}");
    assert_eq!(office.sheet(&codes[1])["boxes"]["1"], 32, "only shown");

    office.run("restore").args(["--number", "1"]).done();
    assert_eq!(office.sheet(&codes[1])["boxes"]["1"], serde_json::Value::Null);
    assert_eq!(office.sheet(&codes[0])["boxes"]["1"], 32);
    office.run("check").done();
    office.run("restore").arg("--undo").done();
    assert_eq!(office.sheet(&codes[1])["boxes"]["1"], 32);
    office.run("check").done();

    office.run("restore").args(["--number", "99"]).refused();
    office.run("restore").misused();
    office.run("restore").args(["--number", "1", "--undo"]).misused();
}

#[test]
fn a_restored_office_makes_the_same_plan_byte_by_byte_and_has_the_same_figures() {
    let (office, _) = office();
    let make = |name: &str| {
        let path = office.file(name);
        office.run("plan").arg("-o").arg(&path).done();
        (std::fs::read(&path).expect("a plan"), office.status())
    };
    office.run("restore").args(["--number", "1"]).done();
    let first = make("một.pdf");
    office.run("restore").arg("--undo").done();
    assert_ne!(make("hai.pdf").1, first.1, "another state has other figures");
    office.run("restore").args(["--number", "1"]).done();
    assert!(make("ba.pdf") == first);
}

#[test]
fn a_damaged_file_is_rebuilt_with_every_box() {
    let (office, codes) = office();
    office.run("recover").refused();
    let mut bytes = std::fs::read(&office.path).expect("it reads");
    let page = 40 * 4096;
    bytes[page..page + 4096].fill(0);
    std::fs::write(&office.path, bytes).expect("it writes");
    office.run("check").arg("--quick").refused();
    office.run("key").arg(&codes[2]).args(SOUND).refused();
    let words = office.run("recover").done();
    assert!(words.contains("bị hỏng"), "where the damaged file is kept: {words}");
    for code in &codes[..2] {
        assert_eq!(office.sheet(code)["boxes"]["1"], 32);
    }
    office.run("check").arg("--quick").done();
    office.run("check").done();
    office.run("key").arg(&codes[2]).args(SOUND).done();
}

#[test]
fn a_file_of_an_older_program_is_read_as_it_is_and_upgraded_with_a_copy() {
    let fixture = product_tests::cli::root().join("tests/fixtures/schema");
    let folder = product_tests::scratch();
    let path = folder.path().join("phường.db");
    let packed = std::fs::read(fixture.join("1.db.gz")).expect("a fixture");
    let unpacked = product_tests::tool("gzip").arg("-dc").arg(fixture.join("1.db.gz")).output().expect("gzip");
    assert!(unpacked.status.success() && !packed.is_empty());
    std::fs::write(&path, &unpacked.stdout).expect("it writes");
    std::fs::copy(fixture.join("1.db.entries"), folder.path().join("phường.db.entries")).expect("its entries");
    let status = |path: &std::path::Path| product_tests::cli().arg("status").arg(path).arg("--json").done();
    let before = status(&path);
    assert_eq!(std::fs::read(&path).expect("it reads"), unpacked.stdout, "a look changes nothing");
    let table = folder.path().join("địa bàn.csv");
    std::fs::write(&table, "Địa bàn\nKhu mới\n").expect("a table");
    product_tests::cli().arg("import").arg(&path).arg("--areas").arg(&table).done();
    let kept = std::fs::read_dir(folder.path().join("phường - sao lưu")).expect("backups");
    assert!(kept.flatten().any(|e| std::fs::read(e.path()).is_ok_and(|bytes| bytes.len() == unpacked.stdout.len())));
    assert!(before.contains("sheets"), "{before}");
    product_tests::cli().arg("check").arg(&path).done();
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_is_read_and_nothing_is_left_there() {
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::process::CommandExt;

    let (office, codes) = office();
    let folder = office.path.parent().expect("a folder").to_owned();
    let names = office.names();
    let set = |mode: u32| std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(mode)).expect("rights");
    // Whoever runs the tests may be root, whom rights do not stop: the program runs as nobody.
    let is_root = std::fs::metadata("/proc/self").is_ok_and(|m| std::os::unix::fs::MetadataExt::uid(&m) == 0);
    // And from where nobody may go: the project's own folder may be root's alone.
    let reachable = tempfile::tempdir().expect("a folder");
    std::fs::set_permissions(reachable.path(), std::fs::Permissions::from_mode(0o755)).expect("rights");
    let program = reachable.path().join("tung-ngo");
    // By a program of its own: what another thread starts meanwhile would hold the copy open for writing.
    std::process::Command::new("cp").arg(product_tests::cli().get_program()).arg(&program).done();
    let run = |verb: &str| {
        let mut command = std::process::Command::new(&program);
        command.arg(verb).arg(&office.path).env_remove("TUNG_NGO_PIN");
        if is_root {
            command.uid(65_534).gid(65_534);
        }
        command
    };
    set(0o555);
    let json = run("status").arg("--json").ran();
    let refused = run("key").arg(&codes[2]).args(SOUND).ran();
    set(0o755);
    assert_eq!(json.code, Some(0), "{}", json.err);
    assert!(json.out.contains(&codes[1]));
    assert_eq!(refused.code, Some(1), "{}", refused.err);
    assert!(refused.err.contains("Không ghi được"), "{}", refused.err);
    assert_eq!(office.names(), names);
}
