//! Every paper of the program, made on Linux and on Windows of the same files at the same moment: the same bytes.

use std::collections::BTreeMap;
use std::path::Path;

use product_tests::campaigns::{campaign, workbook};
use product_tests::golden::papers::{PAPERS, Samples};
use product_tests::{RunExt, cli, decree, scratch};

use crate::everything;
use crate::program::SOUND;
use crate::scene::Scene;

/// The office file that both work on, made by one of them.
const SHARED: &str = "cùng tệp.db";
/// Of generated documents and campaigns.
const SEED: u64 = 302_020;
const PLANS: u32 = 12;
const CAMPAIGNS: u64 = 20;

/// Makes them all, and the office file for the other system.
pub(crate) fn make(folder: &Path) {
    let office = folder.join(SHARED);
    lay_office(&office);
    make_of(&office, folder);
}

/// Holds what is made here against a folder of [`make`] on Linux.
pub(crate) fn same(scene: &mut Scene, linux: Option<&Path>) {
    let Some(linux) = linux else {
        return scene.leave_out("nothing was made on Linux to hold it against (--against FOLDER)");
    };
    let here = scratch();
    let office = here.path().join(SHARED);
    std::fs::copy(linux.join(SHARED), &office).expect("Linux' office file");
    make_of(&office, here.path());
    let (theirs, ours) = (files(linux), files(here.path()));
    for (name, bytes) in &theirs {
        match ours.get(name) {
            Some(other) => scene.compared(difference(name, bytes, other), bytes == other),
            None => scene.compared(format!("{name} was made on Linux alone"), false),
        }
    }
    for name in ours.keys().filter(|name| !theirs.contains_key(*name)) {
        scene.compared(format!("{name} was made here alone"), false);
    }
}

/// Sheets are numbered and some keyed; a report is issued.
fn lay_office(path: &Path) {
    let run = |verb: &str| {
        let mut command = cli();
        command.arg(verb).arg(path);
        command
    };
    run("new").args(["--sample", "minh-hoa"]).done();
    run("sheets").args(["--count", "2", "--spare", "1", "--summary", "-o"]).arg(path.with_extension("pdf")).done();
    let status: serde_json::Value = serde_json::from_str(&run("status").arg("--json").done()).expect("JSON");
    for sheet in status["sheets"].as_array().expect("sheets").iter().filter(|s| s["state"] == "printed").take(3) {
        run("key").arg(sheet["code"].as_str().expect("a code")).args(SOUND).done();
    }
    run("report").args(["--kind", "weekly", "--day", "10/11/2024", "--issue"]).done();
    std::fs::remove_file(path.with_extension("pdf")).expect("it goes");
}

fn make_of(office: &Path, folder: &Path) {
    everything::make(folder);
    by_program(office, folder);
    let samples = Samples::default();
    for paper in PAPERS {
        let made = paper.make(&samples);
        let name = made.file_name().expect("a name").to_string_lossy().into_owned();
        std::fs::copy(&made, folder.join(format!("pictured {name}"))).expect("the folder takes files");
    }
    decree::run::make(SEED, PLANS, folder);
    for seed in 0..CAMPAIGNS {
        std::fs::write(folder.join(format!("campaign {seed}.xlsx")), workbook(&campaign(seed))).expect("it writes");
    }
}

/// What `tung-ngo` makes that bears no hour.
fn by_program(office: &Path, folder: &Path) {
    let put = |words: &[&str], name: &str| {
        let (verb, rest) = words.split_first().expect("a verb");
        let mut command = cli();
        command.arg(verb).arg(office).args(rest).arg("-o").arg(folder.join(name)).done();
    };
    put(&["plan"], "tung-ngo plan.pdf");
    put(&["plan"], "tung-ngo plan.docx");
    put(&["sheets", "--count", "2", "--spare", "1"], "tung-ngo sheets.pdf");
    put(&["sheets", "--count", "2", "--spare", "1", "--format", "2xa5"], "tung-ngo sheets a5.pdf");
    put(&["cards"], "tung-ngo cards.pdf");
    put(&["cards", "--format", "a6"], "tung-ngo cards a6.pdf");
    for format in ["a4", "a5", "a6", "poster-a4", "poster-a3", "strip"] {
        put(&["flyers", "--format", format], &format!("tung-ngo flyers {format}.pdf"));
    }
    put(&["flyers", "--colour", "--bleed", "--design", "steps"], "tung-ngo flyers steps.pdf");
    put(&["flyers", "--design", "invitation"], "tung-ngo flyers invitation.pdf");
    put(&["loudspeaker"], "tung-ngo loudspeaker.docx");
    for ending in ["xlsx", "pdf", "docx"] {
        put(&["reports", "BC-001"], &format!("tung-ngo issued.{ending}"));
    }
}

/// The papers of a folder by their names; not the office files, in which the system's chance is.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = std::fs::read_dir(folder).expect("the folder is there").flatten();
    let named = entries.map(|e| (e.file_name().to_string_lossy().into_owned(), e.path()));
    let papers = named.filter(|(name, path)| path.is_file() && !name.starts_with(SHARED));
    papers.map(|(name, path)| (name, std::fs::read(path).expect("it reads"))).collect()
}

fn difference(name: &str, theirs: &[u8], ours: &[u8]) -> String {
    let at = theirs.iter().zip(ours).position(|(a, b)| a != b).unwrap_or_else(|| theirs.len().min(ours.len()));
    format!("{name}: {} bytes on Linux, {} here, other from byte {at} on", theirs.len(), ours.len())
}
