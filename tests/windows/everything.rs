//! Each kind of file that the contract can make, of offices at a stopped clock.

use std::collections::BTreeSet;
use std::path::Path;

use office::consolidation::{BeginConsolidation, begin};
use office::create::{Beginning, create};
use office::{Office, contract};
use product_tests::golden::papers::Morning;
use product_tests::scratch;
use product_tests::wards::{packet_of, workbooks};
use serde_json::{Value, json};

/// An office, and the folder its papers go to.
struct Desk<'a> {
    office: Office,
    papers: &'a Path,
    /// Before each paper's name.
    name: &'static str,
    made: &'a mut BTreeSet<String>,
}

/// # Panics
/// If the contract can make a file that is not made here.
pub(crate) fn make(papers: &Path) {
    let mut made = BTreeSet::new();
    let home = scratch();
    of_keying(home.path(), papers, &mut made);
    of_owing(home.path(), papers, &mut made);
    of_results(home.path(), papers, &mut made);
    of_a_city(home.path(), papers, &mut made);
    let missing: Vec<&&str> = contract::MAKES.iter().filter(|name| !made.contains(**name)).collect();
    assert!(missing.is_empty(), "{missing:?} can be made and is not compared");
}

impl Desk<'_> {
    fn call(&mut self, name: &str, request: Value) -> Value {
        contract::call(&mut self.office, name, request)
            .unwrap_or_else(|e| panic!("{}: {name}: {e:?}", self.name))
            .answer
    }

    fn make(&mut self, verb: &str, request: Value) {
        self.make_as(verb, request, "");
    }

    fn make_as(&mut self, verb: &str, request: Value, note: &str) {
        let made = contract::prepare(&self.office, verb, request)
            .and_then(|make| make.make(&self.office.view(), &mut |_, _| true))
            .unwrap_or_else(|e| panic!("{}: {verb} {note}: {e:?}", self.name));
        std::fs::write(self.papers.join(format!("{} {verb}{note}", self.name)), made.bytes).expect("it writes");
        self.made.insert(verb.to_owned());
    }
}

impl Desk<'_> {
    /// A document in the office's own words, as PDF and for Word.
    fn draft(&mut self, kind: &str, visit: &Value) {
        let id = self.call("begin_document", json!({ "kind": kind, "visit": visit }));
        for verb in ["document_pdf", "document_docx"] {
            self.make_as(verb, json!({ "id": id }), &format!(" {kind}"));
        }
    }
}

fn opened<'a>(
    home: &Path,
    (name, sample, day): (&'static str, &str, &str),
    papers: &'a Path,
    made: &'a mut BTreeSet<String>,
) -> Desk<'a> {
    let (path, morning) = (home.join(format!("{name}.db")), Morning::of(day));
    create(&path, &Beginning::Sample { name: sample.to_owned() }, &*morning).expect("a sample");
    let office = Office::open(&path, morning).expect("it opens").office;
    Desk { office, papers, name, made }
}

/// Three mornings after the first evening: sheets are out, some came back, the plan was issued and changed.
fn of_keying(home: &Path, papers: &Path, made: &mut BTreeSet<String>) {
    const EVENING: &str = "2024-11-09";
    let mut desk = opened(home, ("keying", "ha-cau-2024", "2024-11-12"), papers, made);
    desk.call("number_sheets", json!({ "evening": null, "count": 3, "spare": 1, "summary": true, "loose": 2 }));
    let holder = desk.call("list_people", json!({}))[0]["person"].clone();
    desk.call("hand_out", json!({ "evening": EVENING, "codes": [], "holder": holder, "on": EVENING }));
    let sheets = desk.call("list_sheets", json!({ "evening": EVENING }));
    let codes: Vec<Value> = sheets.as_array().into_iter().flatten().take(2).map(|s| s["code"].clone()).collect();
    desk.call("return_sheets", json!({ "codes": codes, "visit": null, "team": null, "brought_by": holder }));
    for layout in ["a4", "two_a5"] {
        desk.make_as("sheets_pdf", json!({ "evening": EVENING, "layout": layout }), &format!(" {layout}"));
    }
    for (size, names) in [("a5", false), ("a6", true)] {
        desk.make_as("team_cards_pdf", json!({ "evening": EVENING, "size": size, "names": names }), size);
    }
    desk.make("chase_slip_pdf", json!({}));
    desk.make("receipt_pdf", json!({ "number": 1 }));
    desk.make("schedule_ics", json!({ "team": null, "area": null }));
    desk.make("areas_template_xlsx", json!({}));
    desk.make("members_template_xlsx", json!({}));
    for kind in ["report", "print_cost", "notice", "invitation"] {
        desk.draft(kind, &Value::Null);
    }
    desk.call("issue_plan", json!({ "number": 75, "dated": "2024-11-05" }));
    let schedule = desk.call("list_visits", json!({}));
    let (one, other) = (&schedule["visits"][8], &schedule["visits"][19]);
    desk.call("move_visit", json!({ "id": one["id"], "on": other["on"], "swap_with": other["id"], "confirmed": true }));
    desk.draft("amendment", &Value::Null);
    desk.draft("introduction", &schedule["visits"][0]["id"]);
    let form = desk.call("default_form", json!({ "with_reasons": true }));
    desk.make("form_preview_pdf", json!({ "form": form }));
    let flyer = papers.join("scan.png");
    desk.make("flyer_picture_png", json!({ "area": 1 }));
    std::fs::copy(papers.join("keying flyer_picture_png"), &flyer).expect("a picture");
    let attached = desk.call("attach_file", json!({ "code": codes[0], "path": flyer.to_string_lossy() }));
    desk.make("attachment_bytes", json!({ "id": attached["attachments"][0]["id"] }));
    desk.call("export_person", json!({ "person": holder }));
    desk.make("person_txt", json!({ "person": holder }));
    for (form, verb) in [("workbook", "journal_xlsx"), ("lines", "journal_lines")] {
        let noted = desk.call("export_journal", json!({ "form": form }))["entry"].clone();
        desk.make(verb, json!({ "query": {}, "noted": noted }));
    }
}

/// The morning after the last evening but one: something is owed.
fn of_owing(home: &Path, papers: &Path, made: &mut BTreeSet<String>) {
    let mut desk = opened(home, ("owing", "ha-cau-2024", "2024-11-29"), papers, made);
    desk.make("chase_pdf", json!({}));
    desk.make("chase_docx", json!({}));
    desk.draft("chase", &Value::Null);
}

/// The invented ward in the middle of its evenings, with results.
fn of_results(home: &Path, papers: &Path, made: &mut BTreeSet<String>) {
    let mut desk = opened(home, ("results", "minh-hoa", "2024-11-20"), papers, made);
    for ending in ["pdf", "docx"] {
        desk.make(&format!("plan_{ending}"), json!({}));
        for kind in ["daily", "weekly", "final"] {
            let of = json!({ "kind": kind, "day": "2024-11-12" });
            desk.make_as(&format!("report_document_{ending}"), of, &format!(" {kind}"));
        }
    }
    for kind in ["daily", "weekly", "final"] {
        desk.make_as("report_xlsx", json!({ "kind": kind, "day": "2024-11-12" }), &format!(" {kind}"));
    }
    for kind in ["report", "commendation"] {
        desk.draft(kind, &Value::Null);
    }
    for size in ["a4", "a5", "a6", "poster_a4", "poster_a3", "strip"] {
        desk.make_as("flyers_pdf", json!({ "size": size, "area": null }), &format!(" {size}"));
    }
    desk.make("loudspeaker_docx", json!({ "area": null }));
    desk.make("progress_pdf", json!({ "to": null }));
    let place = json!({ "id": null, "area": 1, "name": "Nhà văn hóa, ngõ 3", "keeper": null, "note": null });
    desk.call("put_posting_place", place);
    desk.make("posting_list_pdf", json!({}));
    let template = product_tests::cli::root().join("tests/fixtures/templates/mau-ten-o.xlsx");
    desk.make("report_filled", json!({ "path": template.to_string_lossy(), "kind": "final" }));
    let id = desk.call("issue_report", json!({ "kind": "weekly", "day": "2024-11-10" }));
    for file in ["xlsx", "pdf", "docx"] {
        desk.make_as("report_file", json!({ "id": id, "file": file }), file);
    }
}

/// Three wards in one file.
fn of_a_city(home: &Path, papers: &Path, made: &mut BTreeSet<String>) {
    let wards = workbooks(home, &packet_of(&papers.join("results report_xlsx final")), 3);
    let paths: Vec<String> = wards.iter().map(|path| path.to_string_lossy().into_owned()).collect();
    let (path, morning) = (home.join("city.db"), Morning::of("2024-11-29"));
    begin(&path, &BeginConsolidation { paths: paths.clone(), title: None, app: None }, &*morning).expect("a city");
    let office = Office::open(&path, morning).expect("it opens").office;
    let mut desk = Desk { office, papers, name: "city", made };
    desk.call("take_packets", json!({ "paths": paths }));
    for ending in ["xlsx", "pdf", "docx"] {
        desk.make(&format!("consolidated_{ending}"), json!({}));
    }
}
