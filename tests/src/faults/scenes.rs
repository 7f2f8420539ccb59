//! Deeds at the desk, each on a disk that fails at every one of its calls: a new file, an export, a scan, a deletion, an
//! older file, the program's own settings.

use std::fmt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use domain::NaiveDate;
use domain::text::fold;
use office::check::CheckFile;
use office::contact::ListPeople;
use office::create::{Beginning, create};
use office::sheet::{ListSheets, NumberSheets};
use office::{Office, System};
use serde_json::{Value, json};

use super::desk::{Answer, Line, OFFICES, SETTINGS, answers, ask, at_desk, input};
use super::layer::Fault;
use super::sweep::{Scene, Seen, every};
use super::table::Outcome;

/// A scene told in closures.
pub struct AtDesk {
    pub(super) name: &'static str,
    pub(super) lay: Box<dyn Fn(&Path) + Sync>,
    pub(super) lines: Box<Lines>,
    /// Answers before the deed.
    pub(super) after: usize,
    pub(super) under: fn(&Path) -> PathBuf,
    pub(super) faults: Vec<Fault>,
    pub(super) judge: Box<Judge>,
}

/// What the desk of a folder is asked.
type Lines = dyn Fn(&Path) -> Vec<Line> + Sync;
/// What is there, held against what was said of the deed.
type Judge = dyn Fn(&Seen<'_>, Deed<'_>, &mut Outcome) + Sync;

impl fmt::Debug for AtDesk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AtDesk").field("name", &self.name).finish_non_exhaustive()
    }
}

/// What was said of the deed.
#[derive(Debug, Clone, Copy)]
pub enum Deed<'a> {
    Done(&'a Value),
    /// Nothing may have changed.
    Refused,
    /// The program said that it cannot know before the file is opened again, or it died: all of it or nothing.
    Open,
}

impl Scene for AtDesk {
    fn name(&self) -> &'static str {
        self.name
    }

    fn lay(&self, folder: &Path) {
        (self.lay)(folder);
    }

    fn start(&self, program: &Path, folder: &Path) -> (Command, String) {
        (at_desk(program, folder), input(&(self.lines)(folder)))
    }

    fn after(&self) -> u64 {
        self.after as u64
    }

    fn under(&self, folder: &Path) -> PathBuf {
        (self.under)(folder)
    }

    fn faults(&self) -> Vec<Fault> {
        self.faults.clone()
    }

    fn judge(&self, seen: &Seen<'_>) -> Outcome {
        let mut outcome = Outcome::default();
        let said = match answers(&seen.ran.said) {
            Ok(said) => said,
            Err(line) => {
                outcome.lost(line);
                return outcome;
            }
        };
        for answer in &said {
            match answer.code() {
                None => {}
                Some("internal") => outcome.lost("it was refused without words"),
                Some(_) => outcome.refused = true,
            }
        }
        // The deed is the last line.
        let lines = (self.lines)(seen.folder).len();
        let deed = match said.get(lines - 1) {
            Some(Answer::Done(answer)) => Deed::Done(answer),
            Some(answer) if answer.code() == Some("reopen_needed") => Deed::Open,
            Some(Answer::Refused(_)) => Deed::Refused,
            None => Deed::Open,
        };
        (self.judge)(seen, deed, &mut outcome);
        outcome
    }
}

const OFFICE: &str = "văn phòng.db";

/// The office file of a desk's folder.
#[must_use]
pub fn office_of(folder: &Path) -> PathBuf {
    folder.join(OFFICES).join(OFFICE)
}

/// Its papers.
pub(super) fn papers_of(folder: &Path) -> PathBuf {
    folder.join(OFFICES).join("văn phòng - giấy tờ")
}

/// An office with an evening's sheets.
///
/// # Panics
/// If it cannot be made.
pub fn lay_office(folder: &Path) {
    std::fs::create_dir_all(folder.join(OFFICES)).expect("a folder");
    std::fs::create_dir_all(folder.join(SETTINGS)).expect("a folder");
    let path = office_of(folder);
    create(&path, &Beginning::Sample { name: "ha-cau-2024".into() }, &System).expect("a sample");
    let mut office = Office::open(&path, Arc::new(System)).expect("it opens").office;
    let evening = NaiveDate::from_ymd_opt(2024, 11, 9);
    office.write(NumberSheets { evening, count: 3, spare: 0, ..NumberSheets::default() }).expect("sheets");
}

/// The office as it is after whatever happened: it opens, and nothing is wrong with it.
pub fn sound(path: &Path, outcome: &mut Outcome) -> Option<Office> {
    let opened = match Office::open(path, Arc::new(System)) {
        Ok(opened) => opened,
        Err(error) => {
            outcome.lost(format!("the file does not open: {error:?}"));
            return None;
        }
    };
    outcome.recovered |= opened.recovered > 0;
    if let Some(gap) = opened.gap {
        outcome.lost(format!("it is said that deeds are missing: {gap:?}"));
    }
    match opened.office.read(CheckFile {}) {
        Ok(check) => outcome.losses.extend(check.findings.iter().map(|f| format!("{f:?}"))),
        Err(error) => outcome.lost(format!("it cannot be checked: {error:?}")),
    }
    Some(opened.office)
}

/// A deed that is in the file in whole or not at all, as was said of it. `is_done` looks.
fn all_or_nothing(path: &Path, deed: Deed<'_>, outcome: &mut Outcome, is_done: impl Fn(&Office) -> bool) {
    let Some(office) = sound(path, outcome) else { return };
    match (deed, is_done(&office)) {
        (Deed::Done(_), false) => outcome.lost("it was acknowledged and is not there"),
        (Deed::Refused, true) => outcome.lost("it was refused and is there"),
        _ => {}
    }
}

pub(super) fn whole(folder: &Path) -> PathBuf {
    folder.to_owned()
}

/// A new file: it is there in whole, or nothing is.
#[must_use]
pub fn creation() -> AtDesk {
    AtDesk {
        name: "new file",
        lay: Box::new(|folder| std::fs::create_dir_all(folder.join(OFFICES)).expect("a folder")),
        lines: Box::new(|folder| {
            let beginning = json!({ "from": "sample", "name": "ha-cau-2024" });
            vec![Line::call("desk", json!({ "do": "create", "path": office_of(folder), "beginning": beginning }))]
        }),
        after: 0,
        under: whole,
        faults: every(),
        judge: Box::new(|seen, deed, outcome| {
            let path = office_of(seen.folder);
            match (path.exists(), deed) {
                (false, Deed::Done(_)) => outcome.lost("it was acknowledged and is not there"),
                (false, _) => {}
                // Refused, it may be there if it was made and could not be opened.
                (true, _) => drop(sound(&path, outcome)),
            }
        }),
    }
}

const OLD: &[u8] = b"the report of yesterday";

fn report() -> Line {
    Line::job("report_xlsx", json!({ "kind": "daily", "day": "2024-11-10" }))
}

/// An export over an existing file (R6): the old one or the new one, in whole.
///
/// # Panics
/// If it cannot be made even when nothing goes wrong.
#[must_use]
pub fn export(program: &Path, name: &'static str, under: fn(&Path) -> PathBuf, faults: Vec<Fault>) -> AtDesk {
    let scratch = crate::scratch();
    lay_office(scratch.path());
    let answers = ask(program, scratch.path(), &[Line::open(&office_of(scratch.path())), report()]);
    let Some(Answer::Done(saved)) = answers.last() else { panic!("no report: {answers:?}") };
    let paper = saved["file"]["file_name"].as_str().expect("a name").to_owned();
    AtDesk {
        name,
        lay: Box::new(move |folder| {
            lay_office(folder);
            std::fs::create_dir_all(papers_of(folder)).expect("a folder");
            std::fs::write(papers_of(folder).join(&paper), OLD).expect("it writes");
        }),
        lines: Box::new(|folder| vec![Line::open(&office_of(folder)), report()]),
        after: 1,
        under,
        faults,
        judge: Box::new(|seen, deed, outcome| {
            let files = std::fs::read_dir(papers_of(seen.folder)).into_iter().flatten().flatten();
            let finished = files.map(|f| f.path()).filter(|p| p.extension().is_some_and(|e| e == "xlsx"));
            let mut seen_file = false;
            for path in finished {
                seen_file = true;
                let bytes = std::fs::read(&path).unwrap_or_default();
                let is_old = bytes == OLD;
                if !is_old && !is_whole_workbook(&bytes) {
                    outcome.lost(format!("half a file of {} bytes", bytes.len()));
                }
                match deed {
                    Deed::Refused if !is_old => outcome.lost("it was refused and the old file is gone"),
                    Deed::Done(saved) if is_old && saved["file"]["path"] == json!(path) => {
                        outcome.lost("it was acknowledged and is not there");
                    }
                    _ => {}
                }
            }
            if !seen_file {
                outcome.lost("neither the old file nor the new one is there");
            }
            drop(sound(&office_of(seen.folder), outcome));
        }),
    }
}

fn is_whole_workbook(bytes: &[u8]) -> bool {
    let Ok(mut zip) = zip::ZipArchive::new(std::io::Cursor::new(bytes)) else { return false };
    (0..zip.len()).all(|n| zip.by_index(n).is_ok_and(|mut f| std::io::copy(&mut f, &mut std::io::sink()).is_ok()))
}

/// A scan kept with a sheet.
#[must_use]
pub fn scan() -> AtDesk {
    fn code(folder: &Path) -> String {
        std::fs::read_to_string(folder.join("mã")).expect("the code of a sheet")
    }
    AtDesk {
        name: "scan",
        lay: Box::new(|folder| {
            lay_office(folder);
            let office = Office::open(&office_of(folder), Arc::new(System)).expect("it opens").office;
            let sheets = office.read(ListSheets::default()).expect("sheets");
            std::fs::write(folder.join("mã"), &sheets[0].code).expect("it writes");
            image::RgbImage::from_fn(320, 240, |x, y| image::Rgb([(x % 256) as u8, (y % 256) as u8, 90]))
                .save_with_format(folder.join("ảnh.jpg"), image::ImageFormat::Jpeg)
                .expect("a picture");
        }),
        lines: Box::new(|folder| {
            let request = json!({ "code": code(folder), "path": folder.join("ảnh.jpg") });
            vec![Line::open(&office_of(folder)), Line::call("attach_file", request)]
        }),
        after: 1,
        under: |folder| folder.join(OFFICES),
        faults: every(),
        judge: Box::new(|seen, deed, outcome| {
            let code = code(seen.folder);
            all_or_nothing(&office_of(seen.folder), deed, outcome, |office| {
                let sheet = office.read(office::sheet::OpenSheet { code: code.clone() }).expect("a sheet");
                !sheet.attachments.is_empty()
            });
        }),
    }
}

/// A person deleted for good: the file is rebuilt, its log emptied.
#[must_use]
pub fn deletion() -> AtDesk {
    fn somebody(office: &Office) -> Option<(Value, String)> {
        let people = office.read(ListPeople {}).expect("people");
        let person = people.into_iter().filter(|p| !p.account).min_by_key(|p| fold(&p.name))?;
        Some((json!(person.person), person.name))
    }
    AtDesk {
        name: "deletion",
        lay: Box::new(|folder| {
            lay_office(folder);
            let office = Office::open(&office_of(folder), Arc::new(System)).expect("it opens").office;
            let (person, name) = somebody(&office).expect("somebody without an account");
            std::fs::write(folder.join("ai"), json!({ "person": person, "confirm": name }).to_string())
                .expect("it writes");
        }),
        lines: Box::new(|folder| {
            let request = std::fs::read(folder.join("ai")).expect("who is deleted");
            let request = serde_json::from_slice(&request).expect("JSON");
            vec![Line::open(&office_of(folder)), Line::call("delete_person", request)]
        }),
        after: 1,
        under: |folder| folder.join(OFFICES),
        faults: every(),
        judge: Box::new(|seen, deed, outcome| {
            let who = std::fs::read_to_string(seen.folder.join("ai")).expect("who is deleted");
            let who: Value = serde_json::from_str(&who).expect("JSON");
            all_or_nothing(&office_of(seen.folder), deed, outcome, |office| {
                let people = office.read(ListPeople {}).expect("people");
                people.iter().all(|p| json!(p.person) != who["person"])
            });
        }),
    }
}

/// The program's own settings cannot be written: a convenience is lost, never a deed.
#[must_use]
pub fn settings() -> AtDesk {
    AtDesk {
        name: "settings",
        lay: Box::new(lay_office),
        lines: Box::new(|folder| vec![Line::open(&office_of(folder))]),
        after: 0,
        under: |folder| folder.join(SETTINGS),
        faults: every(),
        judge: Box::new(|seen, deed, outcome| {
            if matches!(deed, Deed::Refused) {
                outcome.lost("the file was refused for the settings' sake");
            }
            drop(sound(&office_of(seen.folder), outcome));
        }),
    }
}

/// A file of an older program (R7): as it was, or upgraded in whole; and nothing keyed in it is lost.
#[must_use]
pub fn upgrade() -> AtDesk {
    fn dump(office: &Office) -> String {
        office.view().dump().expect("a dump")
    }
    let scratch = crate::scratch();
    lay_older(scratch.path());
    let mut outcome = Outcome::default();
    let upgraded = sound(&office_of(scratch.path()), &mut outcome).map(|office| dump(&office));
    assert!(outcome.losses.is_empty(), "{outcome:?}");
    AtDesk {
        name: "upgrade",
        lay: Box::new(lay_older),
        lines: Box::new(|folder| vec![Line::open(&office_of(folder))]),
        after: 0,
        under: |folder| folder.join(OFFICES),
        faults: every(),
        judge: Box::new(move |seen, _, outcome| {
            // Opening it again upgrades it if it was not.
            let Some(office) = sound(&office_of(seen.folder), outcome) else { return };
            if Some(dump(&office)) != upgraded {
                outcome.lost("the upgraded file holds something else");
            }
        }),
    }
}

/// The oldest file that is kept, and its entries.
fn lay_older(folder: &Path) {
    std::fs::create_dir_all(folder.join(OFFICES)).expect("a folder");
    std::fs::create_dir_all(folder.join(SETTINGS)).expect("a folder");
    let fixture = |name: &str| {
        std::fs::read(crate::sources::absolute(&format!("tests/fixtures/schema/{name}"))).expect("a fixture")
    };
    let mut bytes = Vec::new();
    let packed = fixture("1.db.gz");
    std::io::copy(&mut flate2::read::GzDecoder::new(packed.as_slice()), &mut bytes).expect("it unpacks");
    let path = office_of(folder);
    std::fs::write(&path, bytes).expect("it writes");
    std::fs::write(path.with_file_name(format!("{OFFICE}.entries")), fixture("1.db.entries")).expect("it writes");
}

/// A scene by its name, laid out only if it is wanted.
pub type Named<'a> = (&'static str, Box<dyn Fn() -> AtDesk + 'a>);

/// Every scene of this file.
#[must_use]
pub fn all(program: &Path) -> Vec<Named<'_>> {
    vec![
        ("new file", Box::new(creation)),
        ("export", Box::new(move || export(program, "export", whole, every()))),
        ("papers folder", {
            let faults = vec![Fault::Full, Fault::Gone, Fault::ReadOnly];
            Box::new(move || export(program, "papers folder", papers_of, faults.clone()))
        }),
        ("scan", Box::new(scan)),
        ("deletion", Box::new(deletion)),
        ("settings", Box::new(settings)),
        ("upgrade", Box::new(upgrade)),
    ]
}
