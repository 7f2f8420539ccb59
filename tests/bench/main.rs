//! Figures of the release build beside their targets: through the program people start where they wait
//! for it, through the library where a person waits inside the window. Started by `cargo xtask bench`.

#![expect(clippy::expect_used, reason = "a measurement ends where its ground is missing, with the reason")]
#![expect(clippy::print_stdout, reason = "its output is for the person at the terminal")]

mod backups;
mod journal;
mod large_report;
mod many;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use domain::NaiveDate;
use domain::printing::FlyerDesign;
use office::create::{Beginning, BlankOffice, create};
use office::desk::Keeper;
use office::import::{ImportAreas, TableSource};
use office::measure::GetForecast;
use office::overview::GetOverview;
use office::progress::GetProgress;
use office::radar::GetRadar;
use office::restoring::Which;
use office::sheet::{BoxEntry, GetCursor, GetEveningGrid, ListSheets, NumberSheets, OpenSheet, SetBoxes};
use office::status::GetStatus;
use office::verification::GetVerification;
use office::visit::{ProposeForm, ProposeSchedule};
use office::{Office, System};
use paper::{FlyerForm, FlyerPrint, FlyerSize, Inks, SheetSize, flyers_pdf};
use product_tests::wards::{packet_of, workbooks};
use product_tests::{RunExt, cli};
use serde_json::json;

/// The sample of 72 evenings, with a set this large for each, has 10,080 numbered sheets and one more.
const COUNT: u32 = 99;
const SPARE: u32 = 41;
/// The reference plan with its 22 evenings: 308 sheets and one more.
const PRINTED_COUNT: &str = "12";
const PRINTED_SPARE: &str = "2";
/// Commits of one box that are measured.
const COMMITS: usize = 2_000;
/// As many as a merged ward has.
const AREAS: usize = 200;

/// Areas of their own, four flyers of each on a sheet, proved as they leave.
fn two_thousand_flyers(table: &mut Table) {
    let time = |hour| domain::NaiveTime::from_hms_opt(hour, 30, 0).expect("a time");
    let evening = |n: u32| NaiveDate::from_ymd_opt(2024, 11, 1 + n % 30).expect("a day");
    let flyer = |n: u32| FlyerPrint {
        issuer: "UBND phường Hà Cầu".into(),
        app: "iHanoi".into(),
        area: format!("Tổ dân phố Hà Trì {n}"),
        evenings: vec![evening(n)],
        starts: time(19),
        ends: time(21),
        link: Some("https://vi-du.example/cai-dat".into()),
        contact_line: Some("Văn phòng UBND phường".into()),
        illustration: None,
        headline: None,
        steps: None,
    };
    let batch: Vec<FlyerPrint> = (1..=500).map(flyer).collect();
    let form = FlyerForm {
        design: FlyerDesign::default(),
        size: FlyerSize::A6,
        inks: Inks::Copier,
        sheet: SheetSize::A4,
        marks: true,
        bleed: false,
        sheets: 1,
    };
    let made = median(3, || _ = flyers_pdf(&batch, form, &mut |_, _| true).expect("flyers"));
    table.time("2,000 flyers of 500 areas, 4 on a page", Duration::from_secs(3), made);
}

fn main() {
    if large_report::one_workbook(&std::env::temp_dir()) {
        return;
    }
    // `cargo test --benches` and clippy come by with other words; only `cargo bench` measures.
    if !std::env::args().any(|a| a == "--bench") {
        return;
    }
    let folder = folder();
    println!("machine: {}", machine());
    let mut table = Table::default();

    let sample = folder.join("ha-cau.db");
    make(&sample, "ha-cau-2024");
    let plan = folder.join("plan.pdf");
    let whole = median(25, || _ = cli().arg("plan").arg(&sample).arg("-o").arg(&plan).done());
    table.time("plan as PDF, whole process", Duration::from_millis(60), whole);

    let sheets = folder.join("sheets.pdf");
    let print = || {
        let mut command = cli();
        command
            .arg("sheets")
            .arg(&sample)
            .args(["--count", PRINTED_COUNT, "--spare", PRINTED_SPARE, "-o"])
            .arg(&sheets);
        _ = command.done();
    };
    print();
    table.time("309 sheets in one PDF, whole process", Duration::from_secs(2), median(5, print));
    let size = std::fs::metadata(&sheets).expect("the sheets").len();
    table.row("  its size", "≤ 3.0 MB", &megabytes(size), size <= 3_000_000);

    two_thousand_flyers(&mut table);
    papers_again(&mut table, &sample);

    let large = folder.join("large.db");
    println!("making a file of 10,081 sheets …");
    make(&large, "minh-hoa");
    let (filling, codes) = fill(&large);
    let report = folder.join("report.xlsx");
    let whole = median(5, || _ = cli().arg("report").arg(&large).arg("-o").arg(&report).done());
    table.time("workbook of 10,081 sheets × 9 boxes, whole process", Duration::from_millis(600), whole);
    large_report::rows(&mut table, &large, &folder);

    let mut single = commits(&large, &codes);
    table.time("commit of one box, p50", Duration::from_millis(5), percentile(&mut single, 50));
    table.time("commit of one box, p99", Duration::from_millis(5), percentile(&mut single, 99));
    let opened = median(9, || drop(open(&large)));
    table.time("opening a file of 10,081 tallies: its seal, and closing", Duration::from_millis(200), opened);
    let cut = median(9, || {
        // Without its seal it is looked at as after a power cut.
        std::fs::remove_file(folder.join("large.db.lock")).expect("the seal");
        drop(open(&large));
    });
    table.time("  after a power cut: its pages and last entries", Duration::from_millis(200), cut);
    let shown = median(9, || _ = open(&large).read(GetOverview {}).expect("an overview"));
    table.time("opening it and reading the first screen", Duration::from_millis(300), shown);

    backups::rows(&mut table, &large);
    let number = Keeper::at_rest(&large, Arc::new(System)).make_asked().expect("a backup").number;
    let restored = median(3, || {
        open(&large).bring_back(Which::Number(number)).expect("it is brought back");
    });
    table.time("restore of 10,081 tallies, with both backups", Duration::from_secs(5), restored);

    progress(&mut table, &large, "10,081", Duration::from_millis(300));

    keying(&mut table, &large, &codes);

    println!("making a journal of 100,000 entries …");
    journal::rows(&mut table, &large);

    let wide = folder.join("wide.db");
    let form = campaign_of_200_areas(&wide);
    let office = open(&wide);
    let proposed = median(25, || {
        let proposal = office.read(ProposeSchedule { form: form.clone() }).expect("a proposal");
        assert!(proposal.left.is_empty() && proposal.evenings.len() == AREAS, "every area has its evening");
    });
    table.time("propose and check a 200-area campaign", Duration::from_millis(100), proposed);

    drop(office);
    let city = folder.join("city.db");
    println!("making a file of 100,800 sheets …");
    campaign_of_200_areas(&city);
    many::fill(&city);
    progress(&mut table, &city, "100,800", Duration::from_secs(1));

    wards(&mut table, &folder);

    table.print();
    let (mut filling, mib) = (filling, std::fs::metadata(&large).expect("the file").len());
    println!(
        "(that file: {}; a sheet of nine boxes commits in {} at p50, {} at p99)",
        megabytes(mib),
        milliseconds(percentile(&mut filling, 50)),
        milliseconds(percentile(&mut filling, 99))
    );
}

/// On the disk that holds the build, not in memory as `/tmp` may be: a commit waits for the disk.
fn folder() -> PathBuf {
    let own = std::env::current_exe().expect("it knows its own path");
    let folder = own.ancestors().nth(3).expect("target/release/deps/figures").join("bench");
    // Left from the last time; absent the first time.
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("the build's folder takes files");
    folder
}

fn make(path: &Path, sample: &str) {
    create(path, &Beginning::Sample { name: sample.into() }, &System).expect("a sample");
}

fn open(path: &Path) -> Office {
    Office::open(path, Arc::new(System)).expect("it opens").office
}

/// As many wards and communes as the city has, each with the sheets of one campaign: read, verified, every cell compared,
/// taken in.
fn wards(table: &mut Table, folder: &Path) {
    const WARDS: u8 = 126;
    println!("making workbooks of {WARDS} wards …");
    let ward = folder.join("ward.db");
    make(&ward, "minh-hoa");
    let workbook = folder.join("ward.xlsx");
    _ = cli().arg("report").arg(&ward).arg("-o").arg(&workbook).done();
    let files = workbooks(folder, &packet_of(&workbook), WARDS);
    let city = folder.join("city.db");
    let taken = median(3, || {
        for left in [city.clone(), store_beside(&city)] {
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

/// The entries file of an office file.
fn store_beside(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".entries");
    name.into()
}

/// Every paper an evening's move makes stale, made again: the plan, and what hangs on the evening and its area.
fn papers_again(table: &mut Table, path: &Path) {
    let mut office = open(path);
    let campaign = office.view().get_campaign().expect("a campaign").id;
    let visits = office.view().list_visits(campaign).expect("evenings");
    let (moved, off) = (visits[12].clone(), visits.last().expect("an evening").clone());
    let call = |office: &mut Office, name: &str, request| {
        office::contract::call(office, name, request).expect("a deed");
    };
    call(&mut office, "cancel_visit", json!({ "id": off.id, "reason": "mưa bão", "confirmed": true }));
    let (mut on, mut other) = (off.on, moved.on);
    let again = || {
        call(&mut office, "move_visit", json!({ "id": moved.id, "on": on, "confirmed": true }));
        for (name, request) in [
            ("plan_pdf", json!({})),
            ("plan_docx", json!({})),
            ("sheets_pdf", json!({ "evening": on })),
            ("team_cards_pdf", json!({ "evening": on })),
            ("flyers_pdf", json!({ "size": "a4", "area": moved.area })),
            ("flyers_pdf", json!({ "size": "a5", "area": moved.area })),
            ("flyers_pdf", json!({ "size": "a6", "area": moved.area })),
        ] {
            let prepared = office::contract::prepare(&office, name, request).expect("a request");
            let view = office.view();
            assert!(prepared.batch(&view).expect("what it says").is_some(), "{name} is kept in the list");
            assert!(!prepared.make(&view, &mut |_, _| true).expect("a paper").bytes.is_empty());
        }
        std::mem::swap(&mut on, &mut other);
    };
    table.time("one evening moved, all its papers made again", Duration::from_secs(2), median(5, again));
}

/// Keys every sheet of a large office; each sheet is one commit. Answers how long each took, and the codes.
fn fill(path: &Path) -> (Vec<Duration>, Vec<String>) {
    let mut office = open(path);
    office.write(NumberSheets { evening: None, count: COUNT, spare: SPARE, ..Default::default() }).expect("sheets");
    let codes: Vec<String> = office.read(GetStatus {}).expect("a status").sheets.into_iter().map(|s| s.code).collect();
    assert_eq!(codes.len(), 10_081, "the sample has other evenings than this measures");
    let took = codes.iter().enumerate().map(|(n, code)| {
        let boxes = sound(n).into_iter().zip(1..).map(|(value, no)| BoxEntry::of(no, value));
        let request = SetBoxes { code: code.clone(), boxes: boxes.collect(), cursor: None };
        let started = Instant::now();
        office.write(request).expect("a sheet");
        started.elapsed()
    });
    let took = took.collect();
    (took, codes)
}

/// 200 areas, one team, 300 evenings of room; answers what to propose.
fn campaign_of_200_areas(path: &Path) -> ProposeForm {
    let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).expect("a date");
    let blank = BlankOffice {
        ward: "phường Đo".into(),
        starts_on: Some(day(2031, 1, 2)),
        ends_on: Some(day(2031, 10, 28)),
        ..BlankOffice::default()
    };
    create(path, &Beginning::Blank(blank), &System).expect("a blank office");
    let names: String = (1..=AREAS).map(|n| format!("Khu {n}\n")).collect();
    let table = TableSource::text(format!("Địa bàn\n{names}"));
    open(path).write(ImportAreas { table, dry_run: false }).expect("areas");
    ProposeForm {
        from: day(2031, 1, 2),
        to: None,
        weekdays: [true; 7],
        skip_days_off: true,
        per_day: None,
        households: Some(150),
        wishes: vec![],
        keep: false,
    }
}

/// Nine boxes that agree with each other, different from sheet to sheet.
fn sound(n: usize) -> [usize; 9] {
    let met = 10 + n % 17;
    let absent = n % 7;
    let people = 2 * met + n % 5;
    let smartphone = people - n % 9;
    let before = n % 6;
    let tonight = smartphone - before - n % 4;
    let account = before + tonight - n % 3;
    [met + absent, met, absent, people, smartphone, before, tonight, account, account - n % 2]
}

fn commits(path: &Path, codes: &[String]) -> Vec<Duration> {
    let mut office = open(path);
    (0..COMMITS)
        .map(|n| {
            // Each time another value, so that there is something to write.
            let boxes = vec![BoxEntry::of(1 + n % 9, 70_000 + n)];
            let request = SetBoxes { code: codes[n * 5].clone(), boxes, cursor: Some("2".into()) };
            let started = Instant::now();
            office.write(request).expect("a box");
            started.elapsed()
        })
        .collect()
}

/// Tiến độ as the window opens it: asked, computed and written out for the wire.
fn progress(table: &mut Table, path: &Path, sheets: &str, target: Duration) {
    let office = open(path);
    let shown = median(9, || {
        let progress = office.read(GetProgress { to: None }).expect("progress");
        assert!(progress.targets.iter().all(|t| t.rate.percent.is_some()), "there is something to show");
        assert!(!serde_json::to_vec(&progress).expect("JSON").is_empty());
    });
    table.time(&format!("Tiến độ of {sheets} sheets"), target, shown);
}

/// What keying waits for between two keys in that file, and what the window reads again after each box.
fn keying(table: &mut Table, large: &Path, codes: &[String]) {
    let target = Duration::from_millis(5);
    let office = open(large);
    let mut n = 0;
    let mut code = || {
        n += 611;
        codes[n % codes.len()].clone()
    };
    let opened = median(99, || _ = office.read(OpenSheet { code: code() }).expect("a sheet"));
    table.time("code to sheet in that file", target, opened);
    let on = office.read(OpenSheet { code: codes[0].clone() }).expect("a sheet").on;
    let evening = || ListSheets { evening: on, ..ListSheets::default() };
    let listed = office.read(evening()).expect("sheets").len();
    let list = median(99, || _ = office.read(evening()).expect("sheets"));
    table.time(&format!("list of an evening ({listed} sheets)"), target, list);
    let on = on.expect("an evening");
    let grid = median(99, || _ = office.read(GetEveningGrid { on }).expect("a grid"));
    table.time("grid of that evening", 2 * target, grid);
    let overview = median(99, || _ = office.read(GetOverview {}).expect("an overview"));
    table.time("overview, read when a sheet changes", target, overview);
    let radar = median(9, || _ = office.read(GetRadar {}).expect("a radar"));
    table.time("radar of that file", 10 * target, radar);
    let forecast = median(9, || _ = office.read(GetForecast {}).expect("a forecast"));
    table.time("forecast of the morning", 4 * target, forecast);
    let verification = median(3, || _ = office.read(GetVerification {}).expect("the work of Đối soát"));
    table.time("all of Đối soát, keyed once", 60 * target, verification);
    let cursor = median(99, || _ = office.read(GetCursor {}).expect("a cursor"));
    table.time("where the cursor stood", target, cursor);
    drop(office);
    // A copy in memory shows what is the program's own work.
    let memory = Path::new("/dev/shm");
    if !memory.is_dir() {
        println!("(no disk in memory here: a box beyond the disk is not measured)");
        return;
    }
    let folder = tempfile::tempdir_in(memory).expect("a folder in memory");
    let copy = folder.path().join("large.db");
    std::fs::copy(large, &copy).expect("room for a copy in memory");
    let mut office = open(&copy);
    let mut took: Vec<Duration> = (0..COMMITS)
        .map(|n| {
            let boxes = vec![BoxEntry::of(1 + n % 9, 60_000 + n)];
            let request = SetBoxes { code: codes[n * 5].clone(), boxes, cursor: Some("2".into()) };
            let started = Instant::now();
            office.write(request).expect("a box");
            started.elapsed()
        })
        .collect();
    table.time("box to box beyond the disk, a failing sheet, p50", target, percentile(&mut took, 50));
    table.time("box to box beyond the disk, a failing sheet, p99", target, percentile(&mut took, 99));
}

/// The middle one of several runs, after one that warms up.
fn median(runs: usize, mut work: impl FnMut()) -> Duration {
    work();
    let mut took: Vec<Duration> = (0..runs)
        .map(|_| {
            let started = Instant::now();
            work();
            started.elapsed()
        })
        .collect();
    percentile(&mut took, 50)
}

fn percentile(took: &mut [Duration], percent: usize) -> Duration {
    took.sort();
    took[(took.len() - 1) * percent / 100]
}

#[derive(Debug, Default)]
struct Table(Vec<[String; 4]>);

impl Table {
    fn time(&mut self, what: &str, target: Duration, figure: Duration) {
        self.row(what, &format!("≤ {}", milliseconds(target)), &milliseconds(figure), figure <= target);
    }

    fn row(&mut self, what: &str, target: &str, figure: &str, is_met: bool) {
        let sign = if is_met { "met" } else { "MISSED" };
        self.0.push([what.to_owned(), target.to_owned(), figure.to_owned(), sign.to_owned()]);
    }

    fn print(&self) {
        println!("\n{:<52} {:>12} {:>12}", "", "target", "figure");
        for [what, target, figure, sign] in &self.0 {
            println!("{what:<52} {target:>12} {figure:>12}  {sign}");
        }
    }
}

fn milliseconds(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1000.0)
}

fn megabytes(bytes: u64) -> String {
    format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000)
}

fn machine() -> String {
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let info = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = info.lines().find_map(|l| l.strip_prefix("model name")).map(|l| l.trim_start_matches([' ', '\t', ':']));
    format!("{}, {cores} cores, {}", model.unwrap_or("processor unknown"), std::env::consts::OS)
}
