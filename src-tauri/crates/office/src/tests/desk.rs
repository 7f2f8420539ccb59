use std::sync::Arc;

use serde_json::{Value, json};
use tempfile::TempDir;

use super::kit::Morning;
use crate::desk::{Desk, JobState, Places};
use crate::error::WireError;
use crate::{ErrorCode, export};

fn desk() -> (Arc<Desk>, TempDir) {
    let folder = tempfile::tempdir().expect("a folder");
    let places = Places { offices: folder.path().join("Từng Ngõ"), settings: folder.path().join("settings") };
    (Arc::new(Desk::new(places, Arc::new(Morning::default()))), folder)
}

fn call(desk: &Desk, name: &str, request: Value) -> Result<Value, WireError> {
    desk.call(name, request).map(|reply| reply.answer)
}

fn begun() -> (Arc<Desk>, TempDir) {
    let (desk, folder) = desk();
    let state = call(
        &desk,
        "desk",
        json!({ "do": "create", "path": null, "beginning": { "from": "sample", "name": "ha-cau-2024" } }),
    );
    assert_eq!(state.expect("a new office")["file"]["file_name"], "UBND phường Hà Cầu.db");
    (desk, folder)
}

fn finished(desk: &Desk, id: crate::desk::JobId) -> JobState {
    loop {
        match desk.job_state(id).expect("the job") {
            JobState::Running { .. } => std::thread::yield_now(),
            state => return state,
        }
    }
}

#[test]
fn before_a_file_is_open_everything_but_the_desk_is_refused() {
    let (desk, _folder) = desk();
    let state = call(&desk, "desk", json!({ "do": "state" })).expect("a state");
    assert_eq!(state["file"], Value::Null);
    assert_eq!(state["samples"].as_array().map(Vec::len), Some(2));
    assert_eq!(state["program"]["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(state["program"]["logs_folder"], Value::Null, "nobody said where the log is");
    assert_eq!(call(&desk, "list_areas", json!({})).map_err(|e| e.code), Err(ErrorCode::NoOfficeOpen));
    assert_eq!(desk.bytes("plan_pdf", json!({})).map_err(|e| e.code), Err(ErrorCode::NoOfficeOpen));
}

#[test]
fn a_file_begun_from_a_sample_says_so_and_an_office_of_ones_own_does_not() {
    let (desk, folder) = desk();
    let structure = json!({ "kind": "structure", "sample": "ha-cau-2024" });
    for (beginning, sample) in [
        (json!({ "from": "sample", "name": "ha-cau-2024" }), true),
        (json!({ "from": "sample", "name": "minh-hoa" }), true),
        (json!({ "from": "blank", "ward": "xã Thanh Oai", "groundwork": structure }), false),
    ] {
        let path = folder.path().join(format!("{sample}-{}.db", beginning["name"].as_str().unwrap_or("own")));
        let made = call(&desk, "desk", json!({ "do": "create", "path": path, "beginning": beginning })).expect("made");
        assert_eq!(made["file"]["sample"], sample, "{beginning}");
        // The same after it was closed and opened again: it stands in the file.
        call(&desk, "desk", json!({ "do": "close" })).expect("closed");
        let opened = call(&desk, "desk", json!({ "do": "open", "path": path })).expect("opened");
        assert_eq!(opened["file"]["sample"], sample, "{beginning}");
    }
}

#[test]
fn a_new_office_is_open_signed_in_and_remembered() {
    let (desk, _folder) = begun();
    let state = call(&desk, "desk", json!({ "do": "state" })).expect("a state");
    assert_eq!(state["who"]["role"], "administrator");
    assert_eq!(state["recent"].as_array().map(Vec::len), Some(1));
    let closed = call(&desk, "desk", json!({ "do": "close" })).expect("closed");
    assert_eq!(closed["file"], Value::Null);
    let path = closed["recent"][0].clone();
    let opened = call(&desk, "desk", json!({ "do": "open", "path": path })).expect("opened");
    assert_eq!(opened["file"]["recovered"], 0);
}

#[test]
fn a_deed_tells_which_tables_it_changed() {
    let (desk, _folder) = begun();
    let reply = desk.call("number_sheets", json!({ "evening": "2024-11-09", "count": 5, "spare": 2 })).expect("codes");
    assert_eq!(reply.answer["made"], 7);
    assert_eq!(reply.changed, ["sheet"]);
}

#[test]
fn a_job_leaves_its_file_in_the_offices_folder_of_papers() {
    let (desk, folder) = begun();
    let id = desk.job_start("plan_pdf", json!({})).expect("a job");
    let JobState::Done { file } = finished(&desk, id) else { panic!("done") };
    assert_eq!(
        file.path.parent().and_then(|p| p.file_name()).and_then(|n| n.to_str()),
        Some("UBND phường Hà Cầu - giấy tờ")
    );
    assert!(file.path.starts_with(folder.path()));
    assert!(std::fs::read(&file.path).expect("the file").starts_with(b"%PDF-"));
    assert!(export::write_file(&file.path, b"%PDF-").is_ok(), "it is not held open");
}

#[test]
fn what_cannot_be_made_is_told_before_or_in_the_job() {
    let (desk, _folder) = begun();
    assert_eq!(desk.job_start("make_coffee", json!({})).map_err(|e| e.code), Err(ErrorCode::UnknownCommand));
    let id = desk.job_start("sheets_pdf", json!({ "evening": null })).expect("a job");
    assert!(matches!(finished(&desk, id), JobState::Failed { error } if error.code == ErrorCode::NoSheets));
}

#[test]
fn a_request_that_does_not_fit_is_refused_not_guessed() {
    let (desk, _folder) = begun();
    let refused = call(&desk, "move_visit", json!({ "id": "one" })).map_err(|e| e.code);
    assert_eq!(refused, Err(ErrorCode::BadRequest));
}

#[test]
fn a_moved_evening_makes_its_printed_papers_stale_and_no_others() {
    let (desk, _folder) = begun();
    call(&desk, "number_sheets", json!({ "evening": null, "count": 2, "spare": 0 })).expect("codes");
    for (name, request) in [
        ("sheets_pdf", json!({ "evening": null })),
        ("flyers_pdf", json!({ "size": "a5", "area": null })),
        ("plan_pdf", json!({})),
    ] {
        let id = desk.job_start(name, request).expect("a job");
        assert!(matches!(finished(&desk, id), JobState::Done { .. }), "{name}");
    }
    let stale = |desk: &Desk| call(desk, "list_stale", json!({})).expect("a list");
    assert_eq!(stale(&desk), json!([]));

    let schedule = call(&desk, "list_visits", json!({})).expect("the schedule");
    let (first, last) = (&schedule["visits"][9], &schedule["visits"][21]);
    call(&desk, "cancel_visit", json!({ "id": last["id"], "reason": "mưa bão" })).expect("called off");
    let reply =
        desk.call("move_visit", json!({ "id": first["id"], "on": last["on"], "confirmed": true })).expect("moved");
    let said: Vec<(String, String, Value)> = stale(&desk)
        .as_array()
        .expect("a list")
        .iter()
        .map(|s| {
            (
                s["kind"].as_str().unwrap_or_default().into(),
                s["area_name"].as_str().unwrap_or_default().into(),
                s["now"].clone(),
            )
        })
        .collect();
    let (moved, off) = (first["area_name"].as_str().expect("a name"), last["area_name"].as_str().expect("a name"));
    let kinds = |area: &str| said.iter().filter(|s| s.1 == area).map(|s| s.0.as_str()).collect::<Vec<_>>();
    assert_eq!((kinds(moved), kinds(off), kinds("")), (vec!["sheets", "flyer"], vec!["sheets", "flyer"], vec!["plan"]));
    assert_eq!(said.len(), 5, "{said:?}");
    assert!(said.iter().any(|s| s.0 == "sheets" && s.1 == off && s.2.is_null()), "nothing to print of an evening off");

    // Taken back, they say the truth again.
    call(&desk, "undo", json!({ "entry": reply.undo })).expect("taken back");
    assert_eq!(stale(&desk).as_array().map(Vec::len), Some(3), "only what hangs on the evening called off");
}
