use product_tests::folder::names;
use product_tests::{Office, RunExt, cli, scratch};

#[test]
fn a_sample_makes_a_whole_office() {
    let office = Office::of_sample("ha-cau-2024");
    let status = office.status();
    assert_eq!(status["areas"].as_array().map(Vec::len), Some(18));
    assert_eq!(status["targets"].as_array().map(Vec::len), Some(2));
    assert_eq!(status["sheets"].as_array().map(Vec::len), Some(0));
}

#[test]
fn the_invented_sample_says_that_it_is_invented() {
    let office = Office::of_sample("minh-hoa");
    assert!(office.run("status").done().contains("minh họa"));
    assert_eq!(office.status()["areas"].as_array().map(Vec::len), Some(61));
}

#[test]
fn without_a_sample_the_file_is_blank_and_usable() {
    let folder = scratch();
    let path = folder.path().join("mới.db");
    cli().arg("new").arg(&path).done();
    cli().arg("status").arg(&path).done();
    cli().arg("check").arg(&path).done();
    cli().arg("plan").arg(&path).arg("-o").arg(folder.path().join("ke-hoach.pdf")).done();
}

#[test]
fn an_existing_file_is_never_written_over() {
    let office = Office::of_sample("ha-cau-2024");
    let before = std::fs::read(&office.path).expect("the file");
    let words = office.run("new").refused();
    assert!(words.contains("văn phòng.db"), "{words}");
    assert_eq!(std::fs::read(&office.path).expect("the file"), before);
    let note = office.table("ghi chú.db", "không phải tệp của chương trình");
    cli().arg("new").arg(&note).refused();
    assert_eq!(std::fs::read_to_string(&note).expect("the note"), "không phải tệp của chương trình");
}

#[test]
fn a_refused_new_file_leaves_nothing_behind() {
    let folder = scratch();
    let words = cli().arg("new").arg(folder.path().join("a.db")).args(["--sample", "ha-noi"]).refused();
    assert!(words.contains("ha-noi") && words.contains("ha-cau-2024"), "{words}");
    cli().arg("new").arg(folder.path().join("chưa có/a.db")).refused();
    assert_eq!(names(folder.path()), Vec::<String>::new());
}

#[test]
fn a_wrong_command_line_is_told_apart_from_a_refusal() {
    cli().misused();
    cli().arg("fly").misused();
    cli().arg("new").misused();
    cli().args(["status", "a.db", "--yaml"]).misused();
    assert!(cli().arg("--help").done().contains("tung-ngo"));
}
