//! Boxes and sheets on their way to the disk, and what of it is the program's own work.

use std::path::Path;
use std::time::{Duration, Instant};

use office::Office;
use office::sheet::{BoxEntry, SetBoxes};
use product_tests::ladder::{LADDER, sheets_of, sound};

use super::measure::{Table, percentile};

/// Commits of one box that are measured.
const COMMITS: usize = 2_000;
/// Whole sheets.
const SHEETS: usize = 500;

pub(crate) fn rows(table: &mut Table, made: &Path, folder: &Path) {
    let target = Duration::from_millis(5);
    let rung = LADDER[1];
    let mut office = Office::open(&rung.copy(made, folder), rung.morning()).expect("it opens").office;
    let codes: Vec<String> = sheets_of(&office).iter().map(|s| s.code.to_string()).collect();
    let mut single = boxes(&mut office, &codes, 70_000);
    table.time("commit of one box among 10,000 sheets, p50", target, percentile(&mut single, 50));
    table.time("commit of one box among 10,000 sheets, p99", target, percentile(&mut single, 99));
    let mut whole: Vec<Duration> = (0..SHEETS)
        .map(|n| {
            let boxes = sound(n + 3).into_iter().zip(1..).map(|(value, no)| BoxEntry::of(no, value)).collect();
            write(&mut office, SetBoxes { code: codes[n * 5].clone(), boxes, cursor: None })
        })
        .collect();
    table.time("commit of a sheet of nine boxes, p50", target, percentile(&mut whole, 50));
    drop(office);
    // A copy in memory shows what is the program's own work.
    let memory = Path::new("/dev/shm");
    if !memory.is_dir() {
        println!("(no disk in memory here: a box beyond the disk is not measured)");
        return;
    }
    let memory = tempfile::tempdir_in(memory).expect("a folder in memory");
    let copy = rung.copy(made, memory.path());
    let mut office = Office::open(&copy, rung.morning()).expect("it opens").office;
    let mut took = boxes(&mut office, &codes, 60_000);
    table.time("box to box beyond the disk, a failing sheet, p50", target, percentile(&mut took, 50));
    table.time("box to box beyond the disk, a failing sheet, p99", target, percentile(&mut took, 99));
}

/// Each time another value, so that there is something to write.
fn boxes(office: &mut Office, codes: &[String], from: usize) -> Vec<Duration> {
    let request = |n: usize| SetBoxes {
        code: codes[n * 5 % codes.len()].clone(),
        boxes: vec![BoxEntry::of(1 + n % 9, from + n)],
        cursor: Some("2".into()),
    };
    (0..COMMITS).map(|n| write(office, request(n))).collect()
}

fn write(office: &mut Office, request: SetBoxes) -> Duration {
    let started = Instant::now();
    office.write(request).expect("a box");
    started.elapsed()
}
