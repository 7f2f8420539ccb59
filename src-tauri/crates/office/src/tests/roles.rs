use domain::account::{Permission, Role};
use serde_json::json;

use super::kit::{Ward, code_of};
use crate::ErrorCode;
use crate::account::{AddAccount, SetPin};
use crate::contract::{MAKES, READS, WRITES, call, prepare};

fn with_accounts() -> Ward {
    let mut ward = Ward::of("ha-cau-2024");
    let account = ward.office.who().expect("the administrator").id;
    ward.office.write(SetPin { account, pin: Some("147258".into()) }).expect("a PIN");
    for role in Role::ALL {
        let name = format!("Người {}", role.word());
        ward.office.write(AddAccount { name, role, pin: Some("2468".into()) }).expect("an account");
    }
    ward
}

/// What each deed needs, as the table of rights says it. A new deed needs a line here.
fn needs(name: &str) -> Permission {
    match name {
        "add_account" => Permission::Accounts,
        "set_pin" | "undo" | "view_contact" => Permission::Read,
        "set_boxes" | "accept_sheet" | "import_tallies" => Permission::Key,
        "number_sheets" => Permission::Print,
        "add_area" | "edit_area" | "put_base" | "edit_plan" | "edit_profile" | "confirm_link" | "add_visit"
        | "cancel_visit" | "move_visit" | "import_areas" | "import_schedule" => Permission::SetUp,
        other => panic!("what does {other} need?"),
    }
}

#[test]
fn every_deed_is_refused_to_every_role_without_the_right() {
    let mut ward = with_accounts();
    for role in Role::ALL {
        ward.office.sign_in_as(&format!("Người {}", role.word()), "2468").expect("signed in");
        for name in WRITES {
            // An empty request never fits these commands, so what comes first shows whether the right was
            // asked: the refusal of the request only after a right that is there.
            let refused = code_of(call(&mut ward.office, name, request(name)));
            if *name == "set_pin" {
                // One's own PIN is everyone's to set; another's only an administrator's.
                assert_eq!(refused == ErrorCode::NotAllowed, role != Role::Administrator, "{role:?} {refused:?}");
            } else if role.may(needs(name)) {
                assert_ne!(refused, ErrorCode::NotAllowed, "{role:?} {name}");
            } else {
                assert_eq!(refused, ErrorCode::NotAllowed, "{role:?} {name}");
            }
        }
    }
}

/// A request that can be read but asks for something that is not there.
fn request(name: &str) -> serde_json::Value {
    let area = json!({ "name": "", "kind": "village", "cluster": null, "leader": null, "self_report_due": null });
    match name {
        "add_account" => json!({ "name": "", "role": "clerk", "pin": null }),
        "set_pin" => json!({ "account": 9999, "pin": "1" }),
        "add_area" => json!({ "area": area }),
        "edit_area" => json!({ "id": 9999, "area": area }),
        "put_base" => {
            json!({ "area": 9999, "as_of": "2024-11-01", "source": "x", "households": null, "people_15": null, "smartphone_15": null, "installed": null })
        }
        "edit_plan" => json!({ "sections": [{ "id": 9999, "heading": null, "text": "x" }] }),
        "edit_profile" => {
            json!({ "superior_lines": [], "name_lines": [], "short_name": "", "place": "", "symbol": "", "contact_line": null, "signer_name": null, "contact_name": null, "contact_title": null })
        }
        "confirm_link" => json!({ "url": "x" }),
        "undo" => json!({ "entry": 0 }),
        "view_contact" => json!({ "person": 9999 }),
        "accept_sheet" => json!({ "code": "1", "reason": "x" }),
        "set_boxes" => json!({ "code": "1", "boxes": [] }),
        "number_sheets" => json!({ "evening": null, "count": 0, "spare": 0 }),
        "add_visit" => json!({ "area": 9999, "on": "2024-11-09", "teams": [] }),
        "cancel_visit" => json!({ "id": 9999, "reason": "x" }),
        "move_visit" => json!({ "id": 9999, "on": "2024-11-09" }),
        "import_areas" | "import_schedule" | "import_tallies" => {
            json!({ "table": { "from": "text", "text": "" }, "dry_run": true })
        }
        other => panic!("a request for {other}"),
    }
}

#[test]
fn without_signing_in_only_the_list_of_accounts_is_shown() {
    let mut ward = with_accounts().reopened();
    assert!(ward.office.who().is_none(), "a PIN is set");
    for name in READS.iter().chain(WRITES) {
        let answer = call(&mut ward.office, name, if WRITES.contains(name) { request(name) } else { query(name) });
        if *name == "list_accounts" {
            assert!(answer.is_ok());
        } else {
            assert_eq!(code_of(answer), ErrorCode::NotSignedIn, "{name}");
        }
    }
    for name in MAKES {
        let request = json!({ "evening": null, "size": "a5", "area": null, "from": null, "to": null });
        assert_eq!(
            prepare(&ward.office, name, request).map(|_| ()).map_err(|e| e.code()),
            Err(ErrorCode::NotSignedIn),
            "{name}"
        );
    }
}

fn query(name: &str) -> serde_json::Value {
    match name {
        "search" => json!({ "query": "x" }),
        "open_sheet" => json!({ "code": "1" }),
        "list_sheets" => json!({ "evening": null }),
        _ => json!({}),
    }
}

#[test]
fn once_there_is_a_pin_no_administrator_goes_without() {
    let mut ward = Ward::of("ha-cau-2024");
    let mine = ward.office.who().expect("the administrator").id;
    let add = |name: &str, role, pin: Option<&str>| AddAccount { name: name.into(), role, pin: pin.map(str::to_owned) };
    let set = |pin: Option<&str>| SetPin { account: mine, pin: pin.map(str::to_owned) };
    let first = ward.office.write(add("Lê Thị Bích", Role::Clerk, Some("2580")));
    assert_eq!(code_of(first), ErrorCode::AdministratorPinFirst);
    ward.office.write(set(Some("147258"))).expect("a PIN");
    ward.office.write(add("Lê Thị Bích", Role::Clerk, Some("2580"))).expect("an account");
    let other = ward.office.write(add("Trần Văn Đơ", Role::Administrator, None));
    assert_eq!(code_of(other), ErrorCode::AdministratorPinFirst);
    assert_eq!(code_of(ward.office.write(set(None))), ErrorCode::AdministratorPinFirst);
    ward.office.write(add("Trần Văn Đơ", Role::Outreach, None)).expect("an account");
}

#[test]
fn a_wrong_pin_and_an_unknown_name_are_told_apart() {
    let mut ward = with_accounts();
    let name = format!("Người {}", Role::Clerk.word());
    assert_eq!(code_of(ward.office.sign_in_as(&name, "0000")), ErrorCode::WrongPin);
    assert_eq!(code_of(ward.office.sign_in_as("Không Ai", "2468")), ErrorCode::UnknownAccount);
    assert!(ward.office.sign_in_as("nguoi van phong", "2468").is_ok(), "marks and case aside");
}
