//! Requests to the desk itself: which file is open, who sits there, its backups, its jobs.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use proptest::prelude::*;
use serde_json::{Value, json};

use super::super::kit::{Morning, Ward};
use super::contract::cases;
use super::values::change;
use crate::ErrorCode;
use crate::desk::{Desk, Picture, Places};

/// Requests as the window makes them, but for those that write where the request says.
fn sound() -> Vec<(&'static str, Value)> {
    let blank = json!({
        "ward": "phường Mới", "campaign": "", "app": "iHanoi", "starts_on": "2024-11-01", "ends_on": "2024-11-30",
        "superior_lines": [], "place": "", "symbol": "", "contact_line": "", "signer": "", "signature_lines": [],
        "groundwork": { "kind": "empty" }, "administrator": "", "pin": "", "from": "blank",
    });
    vec![
        ("desk", json!({ "do": "state" })),
        ("desk", json!({ "do": "open", "path": "ward.db" })),
        ("desk", json!({ "do": "close" })),
        ("desk", json!({ "do": "sign_in", "account": 1, "pin": "1234" })),
        ("desk", json!({ "do": "sign_out" })),
        ("desk", json!({ "do": "create", "path": null, "beginning": blank })),
        ("backups", json!({ "do": "state" })),
        ("backups", json!({ "do": "verify", "number": 1 })),
        ("backups", json!({ "do": "look", "number": 1 })),
        ("backups", json!({ "do": "restore", "number": 1 })),
        ("backups", json!({ "do": "undo_restore" })),
    ]
}

proptest! {
    #![proptest_config(cases(10))]

    #[test]
    fn no_request_to_the_desk_panics_or_fails_within(
        throws in prop::collection::vec((any::<prop::sample::Index>(), prop::collection::vec(change(), 0..3)), 1..6)
    ) {
        let Ward { office, folder } = Ward::of("ha-cau-2024");
        let path = office.path().to_owned();
        drop(office);
        let places = Places { offices: folder.path().join("offices"), settings: folder.path().join("settings") };
        let desk = Desk::new(places, Arc::new(Morning::default()));
        desk.open(&path).expect("it opens");
        let all = sound();
        for (which, changes) in &throws {
            let (name, mut request) = all[which.index(all.len())].clone();
            for change in changes {
                change.apply(&mut request);
            }
            // Where a file is made is the system's dialog to choose; here it would be made outside the test.
            if request["do"] == "create" {
                request["path"] = Value::Null;
            }
            let said = request.to_string().chars().take(400).collect::<String>();
            let outcome = catch_unwind(AssertUnwindSafe(|| desk.call(name, request)));
            match outcome {
                Err(_) => prop_assert!(false, "a panic: {name} {said}"),
                Ok(Err(error)) => prop_assert!(error.code != ErrorCode::Internal, "{error:?}: {name} {said}"),
                Ok(Ok(_)) => {}
            }
        }
    }

    #[test]
    fn no_picture_is_saved_that_is_none(name in "\\PC{0,60}", bytes in prop::collection::vec(any::<u8>(), 0..80), svg in any::<bool>()) {
        let Ward { office, folder } = Ward::of("ha-cau-2024");
        let path = office.path().to_owned();
        drop(office);
        let places = Places { offices: folder.path().to_owned(), settings: folder.path().to_owned() };
        let desk = Desk::new(places, Arc::new(Morning::default()));
        desk.open(&path).expect("it opens");
        let bytes = if svg { [b"<svg ".as_slice(), &bytes].concat() } else { bytes };
        if let Ok(saved) = desk.save_picture(Picture { name, bytes }) {
            let papers = crate::desk::papers_beside(&path);
            prop_assert_eq!(saved.path.parent(), Some(papers.as_path()));
        }
    }
}
