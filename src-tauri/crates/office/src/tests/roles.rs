//! Who may do what (R9): over every command, every role, every state of the desk.

mod desk;
mod named;
mod requests;
mod rights;
mod rules;
mod states;

use domain::account::Permission;

pub(super) use requests::{file, form, query, request};
pub(super) use states::Ticking;

/// What each deed needs, as the table of rights says it. A new deed needs a line here.
pub(super) fn needs(name: &str) -> Permission {
    match name {
        "add_account" | "edit_account" | "drop_ward" | "make_unlock_sheet" | "see_unlock_sheet" | "set_idle"
        | "delete_old_copies" => Permission::Accounts,
        "take_packets" => Permission::SetUp,
        "put_authority"
        | "remove_authority"
        | "choose_campaign"
        | "edit_campaign"
        | "start_campaign"
        | "correct_office_period"
        | "remove_office_period"
        | "rename_office" => Permission::SetUp,
        "set_pin" => Permission::Own,
        "undo" | "view_contact" => Permission::Read,
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
        "accept_decided" | "accept_finding" | "decide_box" | "set_second_boxes" | "export_journal" => {
            Permission::Verify
        }
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

/// What each question needs.
pub(super) fn needs_to_look(name: &str) -> Permission {
    match name {
        "list_accounts" => Permission::Anyone,
        "open_second" | "open_third" | "get_measures" => Permission::Verify,
        "look_at_table" => Permission::Key,
        "look_at_packets" | "list_old_copies" | "look_at_deletion" => Permission::SetUp,
        "list_contact_access" => Permission::Accounts,
        _ => Permission::Read,
    }
}

/// What each file to make needs.
pub(super) fn needs_to_make(name: &str) -> Permission {
    match name {
        "sheets_pdf" | "posting_list_pdf" | "chase_pdf" | "chase_docx" | "team_cards_pdf" | "loudspeaker_docx"
        | "flyers_pdf" | "flyer_picture_png" | "chase_slip_pdf" => Permission::Print,
        "areas_template_xlsx" | "members_template_xlsx" | "person_txt" => Permission::SetUp,
        "journal_xlsx" | "journal_lines" => Permission::Verify,
        _ => Permission::Read,
    }
}
