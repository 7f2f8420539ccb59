//! Requests that can be read and ask for something that is not there. A new command needs a line here.

use serde_json::json;

/// A request that can be read but asks for something that is not there.
pub(in crate::tests) fn request(name: &str) -> serde_json::Value {
    let area = json!({ "name": "", "kind": "village", "cluster": null, "leader": null, "self_report_due": null });
    match name {
        "add_account" => json!({ "name": "", "role": "clerk", "pin": null }),
        "set_pin" => json!({ "account": 9999, "pin": "1" }),
        "make_unlock_sheet" => json!({}),
        "see_unlock_sheet" => json!({ "id": 9999 }),
        "set_idle" => json!({ "minutes": 0 }),
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
        "export_journal" => json!({ "form": "workbook" }),
        "export_person" => json!({ "person": 9999 }),
        "delete_contacts" | "delete_old_copies" => json!({}),
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

/// A request that fits every file there is to make.
pub(in crate::tests) fn file() -> serde_json::Value {
    let form = json!({ "control": false, "indicators": [], "checks": [] });
    json!({ "evening": null, "size": "a5", "area": null, "from": null, "to": null, "form": form, "person": 1, "id": 1, "number": 1, "file": "pdf", "path": "mau.xlsx", "query": {}, "noted": 9999 })
}

fn letterhead() -> serde_json::Value {
    json!({ "superior_lines": [], "name_lines": [], "short_name": "", "place": "", "symbol": "", "contact_line": null })
}

pub(in crate::tests) fn form() -> serde_json::Value {
    let weekdays = [true; 7];
    json!({ "from": "2024-11-09", "to": null, "weekdays": weekdays, "skip_days_off": true, "per_day": null, "households": null, "wishes": [], "keep": true })
}

pub(in crate::tests) fn query(name: &str) -> serde_json::Value {
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
        "list_journal" => json!({ "query": {}, "before": null, "limit": 50 }),
        "get_entry" => json!({ "entry": 1, "after": 0 }),
        "entry_figures" => json!({ "entry": 1 }),
        "find_head" => json!({ "text": "0000 0000 0000 0000" }),
        "list_queries" => json!({ "open_only": false }),
        "list_duplicates" => json!({ "undecided_only": false }),
        "list_query_owners" => json!({ "code": null, "visit": null }),
        "get_document" | "get_report" | "explain_report" => json!({ "id": 9999 }),
        "get_template" => json!({ "paper": "report" }),
        "check_text" => json!({ "paper": "report", "sections": [] }),
        "get_touched" => json!({ "visit": 1, "on": null }),
        "check_note" => json!({ "text": "x" }),
        "look_at_deletion" => json!({ "person": 1 }),
        _ => json!({}),
    }
}
