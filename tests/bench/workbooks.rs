//! The report workbook at ten and a hundred thousand tallies: how long, and how much memory.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use product_tests::RunExt;
use product_tests::campaigns::{large, workbook};
use product_tests::cli::{self, cli};
use product_tests::ladder::LADDER;

use super::measure::{Table, median, megabytes};

/// The word that makes this program write one large workbook and end: so its memory is its own.
const ONE: &str = "--one-workbook";
const MOST: u64 = 80_000_000;

/// Whether this run was asked for one workbook, which is then made.
pub(crate) fn one_workbook(folder: &Path) -> bool {
    let mut words = std::env::args().skip_while(|word| word != ONE).skip(1);
    let Some(sheets) = words.next().and_then(|n| n.parse().ok()) else { return false };
    std::fs::write(folder.join("one.xlsx"), workbook(&large(sheets))).expect("the folder takes files");
    true
}

pub(crate) fn rows(table: &mut Table, made: &Path, folder: &Path) {
    let office = &LADDER[1].copy(made, folder);
    let target = folder.join("report.xlsx");
    let whole = median(3, || _ = cli().arg("report").arg(office).arg("-o").arg(&target).done());
    table.time("workbook of 10,000 sheets × 9 boxes, whole process", Duration::from_millis(600), whole);
    if let Some(peak) = peak(cli().arg("report").arg(office).arg("-o").arg(&target)) {
        table.row("  its memory at most, whole process (Linux, VmHWM)", "≤ 80.0 MB", &megabytes(peak), peak <= MOST);
    }
    for (sheets, most) in [(10_000, Duration::from_millis(600)), (100_000, Duration::from_secs(5))] {
        let report = large(sheets);
        let took = median(3, || _ = workbook(&report));
        table.time(&format!("workbook of {sheets} sheets of 200 areas, in memory"), most, took);
        let own = std::env::current_exe().expect("it knows its own path");
        if let Some(peak) = peak(Command::new(own).args([ONE, &sheets.to_string()])) {
            // With the campaign it is made of, which an office reads from its file.
            println!("(memory at most of {sheets} sheets: {}, Linux, VmHWM)", megabytes(peak));
        }
    }
    let template = cli::root().join("tests/fixtures/templates/mau-ten-o.xlsx");
    let started = Instant::now();
    let filled = cli().arg("report").arg(office).arg("--template").arg(template).arg("-o").arg(&target).status();
    assert!(filled.is_ok_and(|status| status.success()), "the template is filled");
    table.time("a template filled from that file, whole process", Duration::from_millis(600), started.elapsed());
}

/// The most memory a child ever held, in bytes; none where the system does not say.
fn peak(command: &mut Command) -> Option<u64> {
    let mut child = command.stdout(Stdio::null()).spawn().expect("it starts");
    let status = format!("/proc/{}/status", child.id());
    let mut most = None;
    loop {
        // Only ever grows; the last look before the end is the nearest.
        most = most.max(std::fs::read_to_string(&status).ok().as_deref().and_then(high_water));
        if let Some(ended) = child.try_wait().expect("it can be waited for") {
            assert!(ended.success(), "the child fails");
            return most;
        }
        std::thread::sleep(Duration::from_micros(500));
    }
}

fn high_water(status: &str) -> Option<u64> {
    let line = status.lines().find_map(|l| l.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.parse::<u64>().ok().map(|kib| kib * 1024)
}
