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
pub(super) fn needs(name: &str) -> Permission {
    match name {
        "add_account" | "edit_account" | "drop_ward" => Permission::Accounts,
        "take_packets" => Permission::SetUp,
        "put_authority"
        | "remove_authority"
        | "choose_campaign"
        | "edit_campaign"
        | "start_campaign"
        | "correct_office_period"
        | "remove_office_period"
        | "rename_office" => Permission::SetUp,
        "set_pin" | "undo" | "view_contact" => Permission::Read,
        "set_boxes" | "accept_sheet" | "accept_flag" | "set_sheet_note" | "import_tallies" => Permission::Key,
        "attach_file" | "remove_attachment" => Permission::Key,
        "number_sheets" | "hand_out" | "note_team_cards" => Permission::Print,
        "assign_sheet" | "lose_sheet" | "find_sheet" | "withdraw_sheet" | "replace_sheet" | "return_sheets" => {
            Permission::Key
        }
        "approve_evening" | "approve_self_report" | "reopen_evening" | "reopen_self_report" => Permission::Approve,
        "key_copy" => Permission::Key,
        "decide_copy" | "set_aside" | "admit_sheet" | "open_query" | "edit_query" | "answer_query" | "reopen_query" => {
            Permission::Verify
        }
        "begin_document" | "edit_document" | "remove_draft" | "put_template" | "put_plan_sections" => Permission::SetUp,
        "issue_document" | "issue_plan" | "issue_report" => Permission::Approve,
        "put_form" | "add_plan_targets" | "order_targets" | "put_target" | "remove_target" => Permission::SetUp,
        "add_area" | "rename_area" | "split_area" | "merge_areas" | "end_area" | "edit_area" | "put_base"
        | "remove_base" | "set_cluster" | "edit_plan" | "edit_profile" | "confirm_link" | "add_visit"
        | "cancel_visit" | "move_visit" | "extend_campaign" | "put_day_off" | "remove_day_off" | "set_visit_teams"
        | "shift_visits" | "split_visit" | "take_schedule" | "import_areas" | "import_schedule" => Permission::SetUp,
        "add_force" | "edit_force" | "remove_force" | "order_forces" | "add_member" | "edit_member"
        | "remove_member" | "add_team" | "rename_team" | "remove_team" | "set_roster" | "fill_rosters"
        | "copy_roster" | "pair_up" | "import_members" | "edit_privacy" | "edit_person" | "delete_person"
        | "delete_contacts" | "export_person" => Permission::SetUp,
        "set_verification" => Permission::Approve,
        "accept_decided" | "accept_finding" | "decide_box" | "set_second_boxes" => Permission::Verify,
        "number_self_report" | "set_as_of" | "put_unit_figures" => Permission::Key,
        "record_task" | "remove_record" => Permission::Print,
        "put_flyer"
        | "put_posting_place"
        | "remove_posting_place"
        | "put_posting"
        | "take_down_posting"
        | "remove_posting"
        | "attach_photo"
        | "remove_photo"
        | "put_cost_line"
        | "remove_cost_line"
        | "order_cost_lines" => Permission::Print,
        "put_task"
        | "put_task_group"
        | "remove_task"
        | "remove_task_group"
        | "reorder_tasks"
        | "add_units"
        | "put_unit"
        | "put_unit_indicators"
        | "remove_unit" => Permission::SetUp,
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
pub(super) fn request(name: &str) -> serde_json::Value {
    let area = json!({ "name": "", "kind": "village", "cluster": null, "leader": null, "self_report_due": null });
    match name {
        "add_account" => json!({ "name": "", "role": "clerk", "pin": null }),
        "set_pin" => json!({ "account": 9999, "pin": "1" }),
        "add_area" => json!({ "area": area }),
        "edit_area" => json!({ "id": 9999, "area": area }),
        "remove_base" => json!({ "area": 9999, "base": 9999 }),
        "set_cluster" => json!({ "areas": [9999], "cluster": null }),
        "rename_area" => json!({ "id": 9999, "from": "2024-11-15", "area": area, "because": "x" }),
        "split_area" => json!({ "id": 9999, "on": "2024-11-15", "into": [], "because": "x" }),
        "merge_areas" => {
            json!({ "ids": [9999], "on": "2024-11-15", "name": "x", "kind": "village", "cluster": null, "because": "x" })
        }
        "end_area" => json!({ "id": 9999, "on": "2024-11-15", "because": "x" }),
        "put_base" => {
            json!({ "area": 9999, "as_of": "2024-11-01", "source": "x", "households": null, "people_15": null, "smartphone_15": null, "installed": null })
        }
        "edit_plan" => json!({ "sections": [{ "id": 9999, "heading": null, "text": "x" }] }),
        "put_plan_sections" => {
            json!({ "sections": [{ "id": null, "kind": "part", "heading": "x", "text": "{{x}}" }] })
        }
        "begin_document" => json!({ "kind": "plan" }),
        "edit_document" | "remove_draft" => json!({ "id": 9999 }),
        "issue_document" => json!({ "id": 9999, "number": 1, "dated": "2024-11-05" }),
        "issue_report" => json!({ "kind": "daily", "draft": 9999 }),
        "issue_plan" => json!({ "number": 0, "dated": "2024-11-05" }),
        "put_template" => {
            json!({ "paper": "report", "sections": [{ "kind": "text", "heading": null, "text": "{{x}}" }] })
        }
        "edit_profile" => {
            json!({ "letterhead": letterhead(), "signature_lines": [], "signer": null, "contact": null, "contact_title": null })
        }
        "rename_office" => json!({ "from": "2025-07-01", "letterhead": letterhead() }),
        "correct_office_period" => json!({ "id": 9999, "from": null, "letterhead": letterhead() }),
        "remove_office_period" => json!({}),
        "put_authority" => json!({ "id": 9999, "name": "", "address": "", "from": null, "to": null }),
        "remove_authority" | "choose_campaign" | "drop_ward" => json!({ "id": 9999 }),
        "take_packets" => json!({ "paths": [] }),
        "edit_account" => json!({ "id": 9999, "name": "x", "role": "clerk", "active": true }),
        "edit_campaign" => {
            json!({ "id": 9999, "title": "x", "app": "x", "starts_on": "2024-11-09", "ends_on": "2024-11-30", "evening_starts": "19:30:00", "evening_ends": "21:30:00" })
        }
        "start_campaign" => {
            json!({ "title": "", "app": "", "subject": null, "starts_on": "2024-11-09", "ends_on": "2024-11-30", "from": { "kind": "empty" } })
        }
        "confirm_link" => json!({ "url": "x" }),
        "note_team_cards" => json!({ "evening": "1999-01-01" }),
        "put_form" => json!({ "form": { "control": false, "indicators": [], "checks": [] } }),
        "add_plan_targets" => json!({}),
        "order_targets" => json!({ "ids": [9999] }),
        "put_target" => {
            json!({ "id": 9999, "clause": "", "name": "x", "counts": "account", "of": "people15", "goal": 0, "by": "2024-11-30" })
        }
        "remove_target" => json!({ "id": 9999 }),
        "undo" => json!({ "entry": 0 }),
        "view_contact" => json!({ "person": 9999 }),
        "approve_evening" => json!({ "on": "2024-11-09", "note": null }),
        "approve_self_report" => json!({ "area": 9999, "note": null }),
        "reopen_evening" => json!({ "on": "2024-11-09", "reason": "x" }),
        "reopen_self_report" => json!({ "area": 9999, "reason": "x" }),
        "key_copy" => json!({ "code": "1" }),
        "decide_copy" => json!({ "code": "1", "same": true, "reason": "x" }),
        "set_aside" => json!({ "code": "1", "of": "1", "reason": "x" }),
        "admit_sheet" => json!({ "code": "1", "reason": "x" }),
        "open_query" => {
            json!({ "code": null, "visit": 9999, "box": null, "body": "x", "owner": null, "due_on": "2024-11-12" })
        }
        "edit_query" => json!({ "id": 9999, "body": "x", "owner": null, "due_on": "2024-11-12" }),
        "answer_query" => json!({ "id": 9999, "answer": "x" }),
        "reopen_query" => json!({ "id": 9999 }),
        "accept_sheet" => json!({ "code": "1", "reason": "x" }),
        "accept_flag" => json!({ "code": "1", "flag": "x", "reason": null }),
        "set_sheet_note" => json!({ "code": "1", "note": null }),
        "attach_file" => json!({ "code": "1", "path": "x" }),
        "remove_attachment" => json!({ "id": 9999, "reason": "x" }),
        "set_boxes" => json!({ "code": "1", "boxes": [] }),
        "number_sheets" => json!({ "evening": null, "count": 0, "spare": 0 }),
        "hand_out" => json!({ "evening": null, "codes": ["1"], "holder": null }),
        "assign_sheet" => json!({ "code": "1", "visit": 9999, "team": null }),
        "lose_sheet" | "withdraw_sheet" => json!({ "code": "1", "reason": "x" }),
        "find_sheet" => json!({ "code": "1" }),
        "replace_sheet" => json!({ "code": "1", "by": "1", "reason": "x" }),
        "return_sheets" => json!({ "codes": ["1"], "visit": null, "team": null, "brought_by": null }),
        "add_visit" => json!({ "area": 9999, "on": "2024-11-09", "teams": [] }),
        "cancel_visit" => json!({ "id": 9999, "reason": "x" }),
        "extend_campaign" => json!({ "ends_on": "2024-01-01" }),
        "put_day_off" => json!({ "on": "2024-11-20", "name": "" }),
        "remove_day_off" => json!({ "on": "2024-11-20" }),
        "set_visit_teams" | "split_visit" => json!({ "id": 9999, "on": "2024-11-09", "teams": [] }),
        "shift_visits" => json!({ "from": "2024-11-09", "days": 0, "skip_days_off": false }),
        "take_schedule" => json!({ "form": form(), "seen": [{ "on": "2024-11-09", "area": 9999, "team": 9999 }] }),
        "move_visit" => json!({ "id": 9999, "on": "2024-11-09" }),
        "import_areas" | "import_members" | "import_schedule" | "import_tallies" => {
            json!({ "table": { "from": "text", "text": "" }, "dry_run": true })
        }
        "add_force" | "edit_force" => {
            json!({ "id": 9999, "force": { "kind": "detailed", "name": "", "role": null, "quota": null, "detailing": null, "detailer_name": null, "detailer_title": null } })
        }
        "add_member" | "edit_member" => {
            json!({ "id": 9999, "member": { "force": 9999, "person": { "name": "", "title": null, "unit": null, "phone": null }, "left_on": null } })
        }
        "edit_person" => json!({ "id": 9999, "person": { "name": "", "title": null, "unit": null, "phone": null } }),
        "remove_force" | "remove_member" | "remove_team" => json!({ "id": 9999 }),
        "order_forces" => json!({ "order": [9999] }),
        "add_team" => json!({ "name": "" }),
        "rename_team" => json!({ "id": 9999, "name": "" }),
        "set_roster" => json!({ "visit": 9999, "lines": [] }),
        "fill_rosters" => json!({ "visits": [9999] }),
        "copy_roster" => json!({ "from": 9999, "to": 9999 }),
        "pair_up" => json!({ "visit": 9999 }),
        "edit_privacy" => json!({ "purpose": "x".repeat(999), "retain_until": null }),
        "delete_person" => json!({ "person": 9999, "confirm": "" }),
        "export_person" => json!({ "person": 9999 }),
        "delete_contacts" => json!({}),
        "set_verification" => json!({ "mode": { "kind": "one_in", "n": 0 } }),
        "accept_decided" => json!({ "code": "1", "reason": "x" }),
        "accept_finding" => json!({ "code": "1", "flag": "x", "reason": "x" }),
        "decide_box" => json!({ "code": "1", "no": "1", "value": "1" }),
        "set_second_boxes" => json!({ "code": "1", "boxes": [], "cursor": null }),
        "number_self_report" => json!({ "area": 9999 }),
        "set_as_of" => json!({ "code": "1", "as_of": "2024-11-01" }),
        "put_unit_figures" => json!({ "unit": 9999, "as_of": "2024-11-01", "values": [] }),
        "record_task" => json!({ "task": 9999, "on": "2024-11-09", "note": "x", "proof": null, "finished": false }),
        "remove_record" | "remove_task" | "remove_task_group" | "remove_unit" => json!({ "id": 9999 }),
        "put_task" => {
            json!({ "id": null, "group": 9999, "text": "x", "every_days": null, "due_on": null, "responsible": null, "state": "open", "note": null })
        }
        "put_task_group" => json!({ "id": 9999, "unit": "x" }),
        "reorder_tasks" => json!({ "groups": [{ "group": 9999, "tasks": [] }] }),
        "add_units" => json!({ "names": [], "due_on": null }),
        "put_unit" => json!({ "id": 9999, "name": "x", "due_on": null, "contact": null }),
        "put_unit_indicators" => json!({ "indicators": [] }),
        "put_flyer" => json!({ "design": "steps", "headline": "x".repeat(999), "steps": [] }),
        "put_posting_place" => json!({ "id": 9999, "area": null, "name": "x", "keeper": null, "note": null }),
        "put_posting" => {
            json!({ "id": 9999, "place": 9999, "what": "x", "copies": 1, "on": "2024-11-09", "by": null, "taken_down": null, "note": null })
        }
        "take_down_posting" => json!({ "id": 9999, "on": "2024-11-09" }),
        "remove_posting_place" | "remove_posting" | "remove_cost_line" => json!({ "id": 9999 }),
        "attach_photo" => json!({ "posting": 9999, "path": "x" }),
        "remove_photo" => json!({ "id": 9999, "reason": "x" }),
        "put_cost_line" => {
            let line = json!({ "name": "", "unit": "x", "basis": "once", "per_hundred": 100, "spare_percent": 0, "unit_price": null });
            json!({ "id": 9999, "line": line })
        }
        "order_cost_lines" => json!({ "ids": [9999] }),
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
        assert_eq!(
            prepare(&ward.office, name, file()).map(|_| ()).map_err(|e| e.code()),
            Err(ErrorCode::NotSignedIn),
            "{name}"
        );
    }
}

/// A request that fits every file there is to make.
pub(super) fn file() -> serde_json::Value {
    let form = json!({ "control": false, "indicators": [], "checks": [] });
    json!({ "evening": null, "size": "a5", "area": null, "from": null, "to": null, "form": form, "person": 1, "id": 1, "number": 1, "file": "pdf", "path": "mau.xlsx" })
}

fn letterhead() -> serde_json::Value {
    json!({ "superior_lines": [], "name_lines": [], "short_name": "", "place": "", "symbol": "", "contact_line": null })
}

pub(super) fn form() -> serde_json::Value {
    let weekdays = [true; 7];
    json!({ "from": "2024-11-09", "to": null, "weekdays": weekdays, "skip_days_off": true, "per_day": null, "households": null, "wishes": [], "keep": true })
}

pub(super) fn query(name: &str) -> serde_json::Value {
    match name {
        "search" => json!({ "query": "x" }),
        "area_history" => json!({ "area": 1 }),
        "look_at_table" => json!({ "kind": "areas", "table": { "from": "text", "text": "x" } }),
        "look_at_packets" => json!({ "paths": [] }),
        "look_at_template" => json!({ "path": "mau.xlsx" }),
        "try_form" => json!({ "form": { "control": false, "indicators": [], "checks": [] } }),
        "default_form" => json!({ "with_reasons": true }),
        "propose_schedule" => json!({ "form": form() }),
        "open_sheet" | "open_second" | "open_third" => json!({ "code": "1" }),
        "get_roster" | "propose_roster" => json!({ "visit": 9999 }),
        "get_evening_grid" => json!({ "on": "2024-11-09" }),
        "get_figure" => {
            let figure = json!({ "of": "meaning", "meaning": "installed_tonight" });
            json!({ "figure": figure, "area": null, "on": null, "to": null, "after": 0, "limit": 50 })
        }
        "list_sheets" => json!({ "evening": null }),
        "list_queries" => json!({ "open_only": false }),
        "list_duplicates" => json!({ "undecided_only": false }),
        "list_query_owners" => json!({ "code": null, "visit": null }),
        "get_document" | "get_report" | "explain_report" => json!({ "id": 9999 }),
        "get_template" => json!({ "paper": "report" }),
        "check_text" => json!({ "paper": "report", "sections": [] }),
        "get_touched" => json!({ "visit": 1, "on": null }),
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
