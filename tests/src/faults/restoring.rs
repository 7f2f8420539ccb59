//! Bringing a state back, taking that back, rebuilding a damaged file (R3, R4), and copies that leave the office, on a
//! disk that fails at every call: the old state or the new one, never neither.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use office::sheet::ListSheets;
use office::{Office, System};
use serde_json::{Value, json};

use super::backups::{judge, lay_backed_up};
use super::desk::{Answer, Line, OFFICES, ask};
use super::kills::{States, dump, restore, states_of, undo_restore};
use super::layer::Fault;
use super::scenes::{AtDesk, Deed, Named, office_of};
use super::sweep::{copy, every};
use super::table::Outcome;

/// The old state, the new one, or either of them; and every backup is good.
fn swapped(name: &'static str, program: &Path, lines: fn(&Path) -> Vec<Line>, is_undo: bool) -> AtDesk {
    let program = program.to_owned();
    let base = crate::scratch();
    lay_backed_up(&program, base.path());
    let States { then, now } = states_of(&program, base.path());
    let (old, new) = if is_undo { (then, now) } else { (now, then) };
    AtDesk {
        name,
        lay: Box::new(move |folder| copy(base.path(), folder)),
        after: lines(Path::new("")).len() - 1,
        lines: Box::new(lines),
        under: |folder| folder.join(OFFICES),
        faults: [every(), vec![Fault::Flip]].concat(),
        judge: Box::new(move |seen, deed, outcome| {
            if let Some(dump) = dump(&office_of(seen.folder), outcome) {
                match deed {
                    Deed::Done(_) if dump != new => outcome.lost("it was acknowledged and is not the new state"),
                    Deed::Refused if dump != old => outcome.lost("it was refused and is not the old state"),
                    _ if dump != old && dump != new => outcome.lost("it is neither the old state nor the new one"),
                    _ => {}
                }
            }
            judge(&program, seen.folder, &[1], Deed::Open, outcome);
        }),
    }
}

/// Keys a box after the backup, and spoils the file.
fn lay_damaged(program: &Path, folder: &Path) {
    lay_backed_up(program, folder);
    let path = office_of(folder);
    let mut office = Office::open(&path, Arc::new(System)).expect("it opens").office;
    let code = office.read(ListSheets::default()).expect("sheets")[0].code.clone();
    let request =
        json!({ "code": code, "boxes": [{ "no": "1", "value": KEYED.to_string(), "keys": 1 }], "cursor": null });
    office::contract::call(&mut office, "set_boxes", request).expect("a box");
    drop(office);
    let mut bytes = std::fs::read(&path).expect("the file");
    let half = bytes.len() / 2;
    bytes[half..half + 20_000].fill(0x5a);
    std::fs::write(&path, bytes).expect("it writes");
}

const KEYED: u32 = 37;

/// The line that rebuilds a file.
fn recover(folder: &Path) -> Line {
    Line::call("desk", json!({ "do": "recover", "path": office_of(folder) }))
}

/// A damaged file is rebuilt, now or at the next attempt, with the box that was keyed after its backup.
fn recovery(program: &Path) -> AtDesk {
    let (laid, program) = (program.to_owned(), program.to_owned());
    AtDesk {
        name: "recovery",
        lay: Box::new(move |folder| lay_damaged(&laid, folder)),
        lines: Box::new(|folder| vec![Line::open(&office_of(folder)), recover(folder)]),
        after: 1,
        under: |folder| folder.join(OFFICES),
        faults: every(),
        judge: Box::new(move |seen, deed, outcome| {
            let opened = ask(&program, seen.folder, &[Line::open(&office_of(seen.folder))]);
            let needs = match &opened[0] {
                Answer::Done(state) => state["trouble"]["action"] == "recover",
                Answer::Refused(_) => true,
            };
            if needs && matches!(deed, Deed::Done(_)) {
                outcome.lost(format!("it was rebuilt and is damaged: {opened:?}"));
            }
            if needs {
                let again = ask(&program, seen.folder, &[Line::open(&office_of(seen.folder)), recover(seen.folder)]);
                if !again[1].is_done() {
                    return outcome.lost(format!("it cannot be rebuilt any more: {again:?}"));
                }
            }
            holds_the_box(seen.folder, outcome);
            judge(&program, seen.folder, &[1], Deed::Open, outcome);
        }),
    }
}

fn holds_the_box(folder: &Path, outcome: &mut Outcome) {
    let Some(office) = super::scenes::sound(&office_of(folder), outcome) else { return };
    let code = office.read(ListSheets::default()).expect("sheets")[0].code.clone();
    let held = super::keying::held(&office, &code);
    if held["1"]["1"] != KEYED {
        outcome.lost(format!("the box that was keyed is not there: {held}"));
    }
}

const PASSPHRASE: &str = "bưởi chua ngoài ngõ";

fn stick(folder: &Path) -> PathBuf {
    folder.join("USB")
}

/// Encrypted copies on the stick that bear their final name.
fn copies(folder: &Path) -> Vec<PathBuf> {
    let files = std::fs::read_dir(stick(folder)).into_iter().flatten().flatten().map(|f| f.path());
    files.filter(|p| p.extension().is_some_and(|e| e == "tungngo")).collect()
}

/// A copy to the second place, whose drive fails: what lies there under its name opens with the passphrase.
fn second_place(program: &Path) -> AtDesk {
    let (laid, program) = (program.to_owned(), program.to_owned());
    AtDesk {
        name: "second place",
        lay: Box::new(move |folder| {
            lay_backed_up(&laid, folder);
            std::fs::create_dir(stick(folder)).expect("a folder");
            let passphrase = Line::backups(json!({ "do": "set_passphrase", "passphrase": PASSPHRASE }));
            let answers = ask(&laid, folder, &[Line::open(&office_of(folder)), passphrase]);
            assert!(answers.iter().all(Answer::is_done), "{answers:?}");
        }),
        lines: Box::new(|folder| {
            let place = Line::backups(json!({ "do": "set_second_place", "path": stick(folder) }));
            vec![Line::open(&office_of(folder)), place, Line::backups(json!({ "do": "copy_now" }))]
        }),
        after: 2,
        under: stick,
        faults: vec![
            Fault::Short,
            Fault::Full,
            Fault::Once,
            Fault::Gone,
            Fault::Before,
            Fault::After,
            Fault::ReadOnly,
            Fault::Flip,
        ],
        judge: Box::new(move |seen, deed, outcome| {
            let copies = copies(seen.folder);
            if matches!(deed, Deed::Done(_)) && copies.is_empty() {
                outcome.lost("a copy was acknowledged and is not there");
            }
            for path in copies {
                let look = Line::backups(json!({ "do": "look_at_file", "path": path, "passphrase": PASSPHRASE }));
                let answer = &ask(&program, seen.folder, &[Line::open(&office_of(seen.folder)), look])[1];
                if !matches!(answer, Answer::Done(state) if state["look"] != Value::Null) {
                    outcome.lost(format!("a copy does not open: {answer:?}"));
                }
            }
            judge(&program, seen.folder, &[1], Deed::Open, outcome);
        }),
    }
}

/// Every scene of this file.
#[must_use]
pub fn all(program: &Path) -> Vec<Named<'_>> {
    let restored = |folder: &Path| vec![Line::open(&office_of(folder)), restore()];
    let undone = |folder: &Path| vec![Line::open(&office_of(folder)), restore(), undo_restore()];
    vec![
        ("restore", Box::new(move || swapped("restore", program, restored, false))),
        ("undo of a restore", Box::new(move || swapped("undo of a restore", program, undone, true))),
        ("recovery", Box::new(move || recovery(program))),
        ("second place", Box::new(move || second_place(program))),
    ]
}
