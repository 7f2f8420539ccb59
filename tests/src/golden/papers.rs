//! The papers that are pictured. To add one: a line in [`PAPERS`], then `cargo xtask papers --bless`, and look at
//! what it took.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};

use chrono::{DateTime, FixedOffset};
use office::create::{Beginning, create};
use office::{Office, Outside, contract};
use serde_json::{Value, json};

use crate::scratch;
use crate::study::random::Random;

/// A paper, and which of its pages.
#[derive(Debug, Clone, Copy)]
pub struct Paper {
    pub name: &'static str,
    office: Of,
    /// What makes it, as the contract names it, and what is asked with it.
    verb: &'static str,
    request: &'static str,
    /// From 1.
    pub page: u32,
}

/// The office a paper is made in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Of {
    /// The real plan on the morning after its last evening but one: something is owed.
    Real,
    /// The same three mornings after the first evening, with sheets out and some of them back.
    Keying,
    /// The invented ward, with confirmed links.
    Invented,
    /// The real plan with a draft of every kind of document that needs no results.
    Drafts,
    /// The real plan, issued; then an evening moved.
    Amended,
    /// The invented ward, with a draft written from its results.
    Results,
}

impl Of {
    const fn word(self) -> &'static str {
        match self {
            Self::Real => "real",
            Self::Keying => "keying",
            Self::Invented => "invented",
            Self::Drafts => "drafts",
            Self::Amended => "amended",
            Self::Results => "results",
        }
    }
}

/// One page of each paper.
pub const PAPERS: &[Paper] = &[
    paper("plan", Of::Real, "plan_pdf", "{}", 1),
    paper("plan-table", Of::Real, "plan_pdf", "{}", 4),
    paper("plan-invented", Of::Invented, "plan_pdf", "{}", 1),
    paper("chase-letter", Of::Real, "chase_pdf", "{}", 1),
    draft(Of::Drafts, "report"),
    draft(Of::Drafts, "print_cost"),
    draft(Of::Drafts, "notice"),
    draft(Of::Drafts, "invitation"),
    draft(Of::Drafts, "introduction"),
    draft(Of::Amended, "amendment"),
    draft(Of::Results, "commendation"),
    paper("summary-sheet", Of::Keying, "sheets_pdf", r#"{"evening":"2024-11-09"}"#, 1),
    paper("sheet-a4", Of::Keying, "sheets_pdf", r#"{"evening":"2024-11-09"}"#, 2),
    paper("sheet-two-a5", Of::Keying, "sheets_pdf", r#"{"evening":"2024-11-09","layout":"two_a5"}"#, 1),
    paper("team-card", Of::Keying, "team_cards_pdf", r#"{"evening":"2024-11-09"}"#, 1),
    paper("chase-slip", Of::Keying, "chase_slip_pdf", "{}", 1),
    paper("receipt", Of::Keying, "receipt_pdf", r#"{"number":1}"#, 1),
    paper("flyer-a4", Of::Invented, "flyers_pdf", r#"{"size":"a4","area":1}"#, 1),
    paper("flyer-evening-colour", Of::Invented, "flyers_pdf", r#"{"size":"a4","area":1,"inks":"colour"}"#, 1),
    design("flyer-steps", r#"{"size":"a4","area":1,"design":"steps"}"#),
    design("flyer-steps-colour", r#"{"size":"a4","area":1,"design":"steps","inks":"colour"}"#),
    design("flyer-invitation", r#"{"size":"a4","area":1,"design":"invitation"}"#),
    design("flyer-invitation-colour", r#"{"size":"a4","area":1,"design":"invitation","inks":"colour"}"#),
    paper("flyer-a5", Of::Invented, "flyers_pdf", r#"{"size":"a5","area":1}"#, 1),
    paper("flyer-a6", Of::Invented, "flyers_pdf", r#"{"size":"a6","area":1}"#, 1),
    paper("poster-a4", Of::Invented, "flyers_pdf", r#"{"size":"poster_a4","area":1}"#, 1),
    paper("poster-a3", Of::Invented, "flyers_pdf", r#"{"size":"poster_a3","area":1}"#, 1),
    paper("flyer-picture", Of::Invented, "flyer_picture_png", r#"{"area":1}"#, 1),
    paper("door-strip", Of::Invented, "flyers_pdf", r#"{"size":"strip","area":1}"#, 1),
];

const fn design(name: &'static str, request: &'static str) -> Paper {
    paper(name, Of::Invented, "flyers_pdf", request, 1)
}

/// The first page of a draft, by its kind.
const fn draft(office: Of, kind: &'static str) -> Paper {
    paper(kind, office, DRAFT, kind, 1)
}

const DRAFT: &str = "document_pdf";

const fn paper(name: &'static str, office: Of, verb: &'static str, request: &'static str, page: u32) -> Paper {
    Paper { name, office, verb, request, page }
}

impl Paper {
    /// Whether it is a document of the decree.
    #[must_use]
    pub fn is_official(&self) -> bool {
        ["plan_pdf", "chase_pdf", DRAFT].contains(&self.verb)
    }

    /// The same for two pictures of pages of one file.
    #[must_use]
    pub fn source(&self) -> (&'static str, &'static str, &'static str) {
        (self.office.word(), self.verb, self.request)
    }

    /// Makes it.
    ///
    /// # Panics
    /// If it is refused.
    #[must_use]
    pub fn make(&self, samples: &Samples) -> PathBuf {
        let office = samples.office(self.office);
        let request = match self.verb {
            DRAFT => json!({ "id": samples.drafts(self.office).1[self.request] }),
            _ => serde_json::from_str(self.request).expect("a request"),
        };
        let made =
            contract::prepare(office, self.verb, request).and_then(|make| make.make(&office.view(), &mut |_, _| true));
        let made = made.unwrap_or_else(|e| panic!("{}: {e:?}", self.name));
        let ending = if made.mime == "image/png" { "png" } else { "pdf" };
        let path = samples.folder.path().join(format!("{}.{ending}", self.name));
        std::fs::write(&path, made.bytes).expect("the folder takes files");
        path
    }
}

/// A morning, and bytes that are the same in every run, so that pictures can be compared.
#[derive(Debug)]
pub struct Morning {
    now: DateTime<FixedOffset>,
    drawn: AtomicU64,
}

impl Morning {
    /// Eight o'clock of a day like `2024-11-09`.
    ///
    /// # Panics
    /// If it is no day.
    #[must_use]
    pub fn of(day: &str) -> Arc<Self> {
        let now = DateTime::parse_from_rfc3339(&format!("{day}T08:00:00+07:00")).expect("a day");
        Arc::new(Self { now, drawn: AtomicU64::new(0) })
    }
}

impl Outside for Morning {
    fn now(&self) -> DateTime<FixedOffset> {
        self.now
    }

    fn fill(&self, bytes: &mut [u8]) {
        let mut random = Random::of(self.drawn.fetch_add(1, Ordering::Relaxed), &[]);
        bytes.iter_mut().for_each(|b| *b = random.word().to_le_bytes()[0]);
    }
}

/// The offices, made when they are first asked for.
#[derive(Debug)]
pub struct Samples {
    folder: tempfile::TempDir,
    real: OnceLock<Office>,
    keying: OnceLock<Office>,
    invented: OnceLock<Office>,
    drafts: OnceLock<Begun>,
    amended: OnceLock<Begun>,
    results: OnceLock<Begun>,
}

/// An office, and the ids of its drafts by their kinds.
type Begun = (Office, BTreeMap<&'static str, Value>);

impl Default for Samples {
    fn default() -> Self {
        let [real, keying, invented] = [(); 3].map(|()| OnceLock::new());
        let [drafts, amended, results] = [(); 3].map(|()| OnceLock::new());
        Self { folder: scratch(), real, keying, invented, drafts, amended, results }
    }
}

impl Samples {
    fn office(&self, of: Of) -> &Office {
        match of {
            Of::Real => self.real.get_or_init(|| self.opened(of, "ha-cau-2024", "2024-11-29")),
            Of::Keying => self.keying.get_or_init(|| keying(self.opened(of, "ha-cau-2024", "2024-11-12"))),
            Of::Invented => self.invented.get_or_init(|| self.opened(of, "minh-hoa", "2024-11-04")),
            Of::Drafts | Of::Amended | Of::Results => &self.drafts(of).0,
        }
    }

    /// An office with a draft of each of its pictured kinds.
    fn drafts(&self, of: Of) -> &Begun {
        let (cell, sample, day) = match of {
            Of::Results => (&self.results, "minh-hoa", "2024-11-20"),
            Of::Amended => (&self.amended, "ha-cau-2024", "2024-11-12"),
            _ => (&self.drafts, "ha-cau-2024", "2024-11-12"),
        };
        cell.get_or_init(|| {
            let mut office = self.opened(of, sample, day);
            if of == Of::Amended {
                office = amended(office);
            }
            let kinds = PAPERS.iter().filter(|p| p.verb == DRAFT && p.office == of).map(|p| p.request);
            let begun = kinds.map(|kind| (kind, begin(&mut office, kind))).collect();
            (office, begun)
        })
    }

    fn opened(&self, of: Of, sample: &str, day: &str) -> Office {
        let (path, morning) = (self.folder.path().join(format!("{}.db", of.word())), Morning::of(day));
        create(&path, &Beginning::Sample { name: sample.to_owned() }, &*morning).expect("a sample");
        Office::open(&path, morning).expect("it opens").office
    }
}

/// The plan is issued; afterwards the ninth evening changes places with the last but two.
fn amended(mut office: Office) -> Office {
    let mut call = |name: &str, request: Value| called(&mut office, name, request);
    call("issue_plan", json!({ "number": 75, "dated": "2024-11-05" }));
    let schedule = call("list_visits", json!({}));
    let (one, other) = (&schedule["visits"][8], &schedule["visits"][19]);
    call("move_visit", json!({ "id": one["id"], "on": other["on"], "swap_with": other["id"], "confirmed": true }));
    office
}

/// Begins a draft; a letter of introduction is of the first evening.
fn begin(office: &mut Office, kind: &str) -> Value {
    let visit = (kind == "introduction").then(|| called(office, "list_visits", json!({}))["visits"][0]["id"].clone());
    called(office, "begin_document", json!({ "kind": kind, "visit": visit }))
}

/// Sheets of the first evening are handed out, and two of them came back.
fn keying(mut office: Office) -> Office {
    const EVENING: &str = "2024-11-09";
    let mut call = |name: &str, request: Value| called(&mut office, name, request);
    call("number_sheets", json!({ "evening": null, "count": 3, "spare": 1, "summary": true, "loose": 0 }));
    let holder = call("list_accounts", json!({}))[0]["person"].clone();
    call("hand_out", json!({ "evening": EVENING, "codes": [], "holder": holder, "on": EVENING }));
    let sheets = call("list_sheets", json!({ "evening": EVENING }));
    let back: Vec<&Value> = sheets.as_array().into_iter().flatten().take(2).map(|s| &s["code"]).collect();
    call("return_sheets", json!({ "codes": back, "visit": null, "team": null, "brought_by": holder }));
    office
}

fn called(office: &mut Office, name: &str, request: Value) -> Value {
    contract::call(office, name, request).unwrap_or_else(|e| panic!("{name}: {e:?}")).answer
}
