//! The program itself, from wards' workbooks to the city's server.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::Arc;

use office::consolidation::{BeginConsolidation, TakePackets, begin};
use office::create::{Beginning, create};
use office::issuer::{CorrectOfficePeriod, Letterhead, ListOfficePeriods};
use office::report::ReportXlsx;
use office::status::GetStatus;
use office::{Office, System};

use crate::server::{Database, SENDER};

/// A consolidated file of so many wards, each from a workbook of its own; and what the first ward itself says of its
/// targets.
fn consolidated(folder: &Path, wards: u32) -> (PathBuf, Vec<String>) {
    let mut says = Vec::new();
    let paths: Vec<String> = (1..=wards)
        .map(|n| {
            let (file, workbook) = (folder.join(format!("{n}.db")), folder.join(format!("{n}.xlsx")));
            create(&file, &Beginning::Sample { name: "minh-hoa".into() }, &System).expect("a ward");
            let mut office = open(&file);
            let period = office.read(ListOfficePeriods {}).expect("a list").remove(0).issuer;
            let letterhead = Letterhead {
                superior_lines: period.superior_lines,
                name_lines: vec![format!("UBND PHƯỜNG {n}")],
                short_name: format!("UBND phường {n}"),
                place: period.place,
                symbol: period.symbol,
                contact_line: period.contact_line,
            };
            office.write(CorrectOfficePeriod { id: period.id, from: None, letterhead }).expect("a name");
            let made = office.make(ReportXlsx::default(), &mut |_, _| true).expect("a report");
            std::fs::write(&workbook, made.bytes).expect("a workbook");
            if n == 1 {
                let targets = office.read(GetStatus {}).expect("its state").targets;
                says = targets.iter().map(|t| format!("{}|{}", cell(t.numerator), cell(t.denominator))).collect();
            }
            workbook.display().to_string()
        })
        .collect();
    let file = folder.join("gộp.db");
    begin(&file, &BeginConsolidation { paths: paths.clone(), title: None, app: None }, &System).expect("it begins");
    open(&file).write(TakePackets { paths }).expect("they are taken in");
    (file, says)
}

fn open(file: &Path) -> Office {
    Office::open(file, Arc::new(System)).expect("it opens").office
}

fn cell(value: Option<u64>) -> String {
    value.map_or_else(|| "-".to_owned(), |v| v.to_string())
}

fn program(file: &Path, to: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tung-ngo-publish"));
    command.arg(file).args(["--to", to]).env_remove("PGPASSWORD").env("PGPASSFILE", "/khong/co").stdin(Stdio::null());
    command
}

fn ran(command: &mut Command) -> (Option<i32>, String, String) {
    let Output { status, stdout, stderr } = command.output().expect("it starts");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text").trim().to_owned();
    (status.code(), text(stdout), text(stderr))
}

#[test]
fn from_the_workbooks_to_the_star_and_again() {
    let (database, folder) = (Database::new(), tempfile::tempdir().expect("a folder"));
    let (file, says) = consolidated(folder.path(), 1);
    let to = database.address("postgres");
    let (code, out, err) = ran(program(&file, &to).arg("--dry-run"));
    assert_eq!((code, err.as_str()), (Some(0), ""));
    assert_eq!(out, "UBND phường 1: sẽ gửi\nSẽ gửi 1 phường, xã vào lược đồ tung_ngo. Chưa ghi gì.");
    let (code, out, err) = ran(&mut program(&file, &to));
    assert_eq!((code, err.as_str()), (Some(0), ""));
    assert_eq!(out, "1/1 UBND phường 1: đã gửi\nĐã gửi 1 phường, xã vào lược đồ tung_ngo.");
    let mut there = database.rows("SELECT numerator, denominator FROM v_ward_progress");
    let mut says = says;
    there.sort();
    says.sort();
    assert_eq!(there, says);
    let before = database.writers();
    let (code, out, _) = ran(&mut program(&file, &to));
    assert_eq!((code, out.lines().next()), (Some(0), Some("1/1 UBND phường 1: đã có, không đổi")));
    assert_eq!(database.writers(), before);
}

#[test]
fn a_program_killed_in_the_middle_is_started_again() {
    let (database, folder) = (Database::new(), tempfile::tempdir().expect("a folder"));
    let (file, _) = consolidated(folder.path(), 3);
    let to = database.address("postgres");
    assert_eq!(ran(program(&file, &to).args(["--schema", "fresh"])).0, Some(0));
    // The last ward's rows stop half way, at a lock that the test holds.
    let first = ran(program(&file, &to).args(["--schema", "tung_ngo", "--dry-run"]));
    assert_eq!(first.0, Some(0), "{first:?}");
    let mut holder = database.client();
    holder.batch_execute("SELECT pg_advisory_lock(7)").expect("held");
    let mut other = database.client();
    other.batch_execute("CREATE SCHEMA tung_ngo").expect("a schema");
    other
        .batch_execute(
            "CREATE FUNCTION public.stop() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN
                 IF to_regclass(''tung_ngo.fact_rate'') IS NOT NULL AND NOT EXISTS (SELECT FROM pg_trigger WHERE tgname = ''stop'') THEN
                     CREATE TRIGGER stop BEFORE INSERT ON tung_ngo.fact_rate FOR EACH ROW WHEN (NEW.ward_key = 3) EXECUTE FUNCTION public.wait();
                 END IF; END';
             CREATE FUNCTION public.wait() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_advisory_xact_lock(7); RETURN NEW; END';
             CREATE EVENT TRIGGER stop ON ddl_command_end WHEN TAG IN ('CREATE VIEW') EXECUTE FUNCTION public.stop()",
        )
        .expect("a stop");
    let mut child = program(&file, &to).stdout(Stdio::piped()).spawn().expect("it starts");
    let out = BufReader::new(child.stdout.take().expect("a pipe"));
    let told = out.lines().map_while(Result::ok).find(|line| line.starts_with("2/3 "));
    assert_eq!(told.as_deref(), Some("2/3 UBND phường 2: đã gửi"));
    child.kill().expect("it is killed");
    child.wait().expect("it ends");
    holder.batch_execute("SELECT pg_advisory_unlock_all()").expect("let go");
    let (code, out, err) = ran(&mut program(&file, &to));
    assert_eq!((code, err.as_str()), (Some(0), ""), "{out}");
    assert!(out.contains("2/3 UBND phường 2: đã có, không đổi\n3/3 UBND phường 3: đã gửi"), "{out}");
    assert_eq!(database.content("tung_ngo"), database.content("fresh"));
}

#[test]
fn a_password_comes_from_outside_the_line_and_is_never_repeated() {
    let (database, folder) = (Database::new(), tempfile::tempdir().expect("a folder"));
    let (file, _) = consolidated(folder.path(), 1);
    database.run(&format!("CREATE SCHEMA tung_ngo AUTHORIZATION {}", SENDER.0));
    let to = database.address(SENDER.0);
    let (code, out, err) = ran(&mut program(&file, &to));
    assert_eq!((code, out.as_str()), (Some(1), ""));
    assert!(err.contains("PGPASSWORD"), "{err}");
    let (code, _, err) = ran(program(&file, &to).env("PGPASSWORD", "sai rồi"));
    assert_eq!(code, Some(1));
    assert!(err.contains(SENDER.0) && !err.contains("sai rồi"), "{err}");
    let passfile = folder.path().join("pgpass");
    std::fs::write(&passfile, format!("*:*:*:{}:{}\n", SENDER.0, SENDER.1)).expect("a file");
    mode(&passfile, "644");
    let (code, _, err) = ran(program(&file, &to).env("PGPASSFILE", &passfile));
    assert_eq!(code, Some(1));
    assert!(err.contains("chmod 600"), "{err}");
    mode(&passfile, "600");
    let (code, _, err) = ran(program(&file, &to).env("PGPASSFILE", &passfile));
    assert_eq!((code, err.as_str()), (Some(0), ""));
    let (code, _, err) = ran(program(&file, &to).env("PGPASSWORD", SENDER.1));
    assert_eq!((code, err.as_str()), (Some(0), ""));
    let (code, _, err) = ran(&mut program(&file, &format!("{to} password=bimat1")));
    assert_eq!(code, Some(1));
    assert!(err.contains("~/.pgpass") && !err.contains("bimat1"), "{err}");
}

fn mode(file: &Path, mode: &str) {
    assert!(Command::new("chmod").arg(mode).arg(file).status().expect("chmod").success());
}

#[test]
fn a_wrong_line_is_2_and_a_file_that_is_none_is_1() {
    let folder = tempfile::tempdir().expect("a folder");
    let to = format!("host={} dbname=a", folder.path().display());
    let (code, _, err) = ran(program(&folder.path().join("khong-co.db"), &to).arg("--nhanh=bimat1"));
    assert_eq!(code, Some(2));
    assert!(err.contains("--nhanh") && !err.contains("bimat1"), "{err}");
    let (code, _, err) = ran(Command::new(env!("CARGO_BIN_EXE_tung-ngo-publish")).arg("x.db"));
    assert_eq!(code, Some(2));
    assert!(err.contains("--to"), "{err}");
    let (code, out, _) = ran(Command::new(env!("CARGO_BIN_EXE_tung-ngo-publish")).arg("--help"));
    assert_eq!(code, Some(0));
    assert!(out.contains("Cách dùng: tung-ngo-publish [TÙY CHỌN] --to <KẾT NỐI> <TỆP>"), "{out}");
    let (code, _, err) = ran(&mut program(&folder.path().join("khong-co.db"), &to));
    assert_eq!(code, Some(1));
    assert!(err.contains("khong-co.db"), "{err}");
    let office = folder.path().join("văn phòng.db");
    create(&office, &Beginning::Sample { name: "minh-hoa".into() }, &System).expect("an office");
    let (code, _, err) = ran(&mut program(&office, &to));
    assert_eq!(code, Some(1));
    assert!(err.contains("consolidate"), "{err}");
}
