//! The log says what failed and where, never whom or how many: every command is made to succeed, to be refused and to
//! fail within, with names and figures that stand nowhere else, and the whole log is searched for them.

use std::io::Write;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, FixedOffset};
use domain::account::Role;
use serde_json::{Value, json};
use tracing_subscriber::fmt::format::FmtSpan;

use super::super::roles::{file, query, request};
use super::requests::Everything;
use super::values::{paths, put};
use crate::account::ListAccounts;
use crate::contact::{EditPerson, PersonForm};
use crate::contract::{MAKES, READS, WRITES};
use crate::desk::{Desk, Places};
use crate::{ErrorCode, Outside, Read};

/// What is logged, kept in memory.
#[derive(Clone, Default)]
struct Kept(Arc<Mutex<Vec<u8>>>);

impl Write for Kept {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Kept {
    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().unwrap_or_else(PoisonError::into_inner)).into_owned()
    }
}

#[derive(Debug)]
struct Noon;

impl Outside for Noon {
    fn now(&self) -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339("2024-11-10T12:00:00+07:00").expect("a time of the test")
    }

    fn fill(&self, bytes: &mut [u8]) {
        bytes.fill(7);
    }
}

/// A name, a number and a figure that stand nowhere else.
const NAME: &str = "Kỳ Lân Hoa";
const PHONE: &str = "0989767543";
const FIGURE: &str = "86753";
const SECRETS: [&str; 6] = [NAME, PHONE, FIGURE, "Kỳ Lân", "Lê Thị Bích", "Nguyễn Văn Chủ"];

/// Every request of a command: one it takes, one that asks for nothing there is, and each with a name, a number or a
/// figure where something else belongs.
fn requests(everything: &Everything, ward: &super::Ward, name: &str) -> Vec<Value> {
    let mut all = match name {
        name if WRITES.contains(&name) => {
            let mut all: Vec<Value> = everything.fitting(name, ward).into_iter().take(1).collect();
            all.push(request(name));
            all
        }
        name if READS.contains(&name) => vec![query(name)],
        _ => vec![file()],
    };
    for sound in all.clone() {
        for path in paths(&sound) {
            for typed in [json!(NAME), json!(PHONE), json!(86_753)] {
                let mut bent = sound.clone();
                put(&mut bent, &path, typed);
                all.push(bent);
            }
        }
    }
    // Papers take their time: the first few.
    all.truncate(if MAKES.contains(&name) { 6 } else { usize::MAX });
    all
}

fn places_of(folder: &tempfile::TempDir) -> Places {
    Places { offices: folder.path().to_owned(), settings: folder.path().join("settings") }
}

#[test]
fn no_name_and_no_figure_is_ever_in_the_log() {
    let everything = Everything::new();
    let mut ward = everything.kept.opened();
    ward.as_role(Role::Administrator);
    // Everybody there is bears the name and the number.
    for (n, person) in ward.office.view().list_people().expect("people").into_iter().enumerate() {
        let phone = Some(PHONE.to_owned());
        let form = PersonForm { name: format!("{NAME} {n}"), title: Some(NAME.into()), unit: Some(NAME.into()), phone };
        ward.office.write(EditPerson { id: person.id, person: form }).expect("edited");
    }
    let path = ward.office.path().to_owned();
    let all: Vec<(&str, Vec<Value>)> =
        READS.iter().chain(WRITES).chain(MAKES).map(|name| (*name, requests(&everything, &ward, name))).collect();
    let accounts = (ListAccounts {}).run(&ward.office.view()).expect("accounts");
    let administrator = accounts.iter().find(|a| a.role == Role::Administrator).expect("one").id;
    let folder = ward.folder;
    drop(ward.office);

    let kept = Kept::default();
    let writer = kept.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_span_events(FmtSpan::FULL)
        .with_ansi(false)
        .with_writer(move || writer.clone())
        .finish();
    let mut codes = std::collections::BTreeSet::new();
    tracing::subscriber::with_default(subscriber, || {
        let desk = Desk::new(places_of(&folder), Arc::new(Noon));
        desk.open(&path).expect("it opens");
        let sign_in = json!({ "do": "sign_in", "account": administrator, "pin": "" });
        let mut throw = |desk: &Desk, most: usize| {
            for (name, requests) in &all {
                for request in requests.iter().take(most) {
                    let failed = if MAKES.contains(name) {
                        desk.bytes(name, request.clone()).err()
                    } else {
                        desk.call(name, request.clone()).err()
                    };
                    codes.extend(failed.map(|e| format!("{:?}", e.code)));
                }
                // Whoever lost the right or the place on the way gets it back.
                let _ = desk.call("desk", sign_in.clone());
            }
        };
        throw(&desk, usize::MAX);
        drop(desk);
        // A name where a word of the program's own stood: whoever reads that column fails within.
        let mut bytes = std::fs::read(&path).expect("it reads");
        let word = b"duplicate";
        assert_eq!(word.len(), "Kỳ Lân".len());
        let places: Vec<usize> = (0..bytes.len() - word.len()).filter(|at| bytes[*at..].starts_with(word)).collect();
        assert!(!places.is_empty());
        for at in places {
            bytes[at..at + word.len()].copy_from_slice("Kỳ Lân".as_bytes());
        }
        std::fs::write(&path, &bytes).expect("it writes");
        let desk = Desk::new(places_of(&folder), Arc::new(Noon));
        desk.open(&path).expect("it opens, if only to be read");
        let _ = desk.call("desk", sign_in.clone());
        throw(&desk, 2);
        // And one that breaks off under the program.
        let size = std::fs::metadata(&path).expect("it is there").len();
        let broken = std::fs::OpenOptions::new().write(true).open(&path).expect("it opens");
        broken.set_len(size / 3).expect("it is cut");
        throw(&desk, 2);
    });
    let log = kept.text();
    assert!(codes.contains(&format!("{:?}", ErrorCode::Internal)), "nothing failed within: {codes:?}");
    assert!(codes.len() > 25, "so few ways to fail: {codes:?}");
    assert!(log.contains("internal failure"), "the log is empty");
    for secret in SECRETS {
        let line = log.lines().find(|line| line.contains(secret));
        assert_eq!(line, None, "{secret}");
    }
}
