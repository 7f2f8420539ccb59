//! Requests of every deed aimed at one evening and its sheets. A new deed without one fails the tests that
//! use them.

use std::sync::Arc;

use domain::account::Role;
use domain::ids::{AreaId, VisitId};
use serde_json::{Value, json};
use tempfile::TempDir;

use super::kit::{Morning, Ward};
use super::roles::{form, request};
use super::states::{Evening, day, figures, staff};
use crate::Office;
use crate::approval::{ApproveSelfReport, ListEvenings};
use crate::attachment::AttachFile;
use crate::query::OpenQuery;
use crate::sheet::{NumberSelfReport, NumberSheets, SetSheetNote, SheetsPdf};

/// An office as it was left, to be opened as often as one likes.
pub(super) struct Kept(TempDir);

impl Kept {
    pub(super) fn of(ward: Ward) -> Self {
        drop(ward.office);
        Self(ward.folder)
    }

    pub(super) fn opened(&self) -> Ward {
        let folder = tempfile::tempdir().expect("a folder");
        for file in std::fs::read_dir(self.0.path()).expect("a folder") {
            let file = file.expect("a file").path();
            std::fs::copy(&file, folder.path().join(file.file_name().expect("a name"))).expect("a copy");
        }
        let office = Office::open(&folder.path().join("ward.db"), Arc::new(Morning::default())).expect("it opens");
        Ward { office: office.office, folder }
    }
}

/// What to aim at.
pub(super) struct Aim {
    pub evening: Evening,
    /// The evening's area, and a living one that has none on that day.
    area: AreaId,
    other_area: AreaId,
    /// An evening that is open.
    other: (VisitId, &'static str),
    /// An open evening's sheet, a spare of no evening.
    open_code: String,
    loose: String,
    pub report: AreaId,
    report_code: String,
    attachment: i64,
    query: i64,
    /// The journal's entries so far.
    entries: i64,
    /// A PDF.
    scan: String,
    /// What is said when it is opened again: blank, nothing is.
    pub reopening: &'static str,
}

/// How far the evening is that is aimed at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Far {
    /// A sheet in every state but locked.
    Open,
    Finished,
    Approved,
}

/// The evening's day.
pub(super) const ON: &str = "2024-11-09";

pub(super) fn prepared(far: Far) -> (Kept, Aim) {
    let mut ward = Ward::of("ha-cau-2024");
    staff(&mut ward);
    let report = ward.office.read(ListEvenings {}).expect("evenings").self_reports[0].area;
    let report_code = ward.office.write(NumberSelfReport { area: report }).expect("its sheet").answer;
    ward.key(&report_code, figures(20)).expect("keyed");
    let number = NumberSheets { evening: Some(day(10)), count: 2, spare: 1, summary: false, loose: 1 };
    ward.office.write(number).expect("codes");
    let view = ward.office.view();
    let campaign = view.get_campaign().expect("it").id;
    let sheets = view.list_sheets(campaign).expect("sheets");
    let loose = sheets.iter().find(|s| s.is_loose()).expect("a loose spare").code.to_string();
    let open_code = ward.sheets_of(day(10))[0].code.clone();
    let pdf = ward.office.make(SheetsPdf { evening: Some(day(10)), ..Default::default() }, &mut |_, _| true);
    let scan = ward.folder.path().join("scan.pdf");
    std::fs::write(&scan, pdf.expect("a paper").bytes).expect("a file");
    let evening = if far == Far::Open { Evening::of(&mut ward, day(9)) } else { Evening::finished(&mut ward, day(9)) };
    ward.as_named("Lê Thị Bích");
    let note = SetSheetNote { code: evening.summary.clone(), note: Some("chữ mờ".into()) };
    ward.office.write(note).expect("a note");
    let attach = AttachFile { code: evening.summary.clone(), path: scan.display().to_string() };
    ward.office.write(attach).expect("a scan");
    let evening = match far {
        Far::Approved => {
            ward.as_role(Role::Leadership);
            ward.office.write(ApproveSelfReport { area: report, note: None }).expect("approved");
            evening.approve(&mut ward)
        }
        Far::Open | Far::Finished => evening,
    };
    ward.as_role(Role::Leadership);
    let ask: OpenQuery = serde_json::from_value(json!({
        "code": evening.summary, "visit": null, "box": null, "body": "x", "owner": null, "due_on": ON
    }))
    .expect("a request");
    let query = ward.office.write(ask).expect("asked").answer.0;
    let view = ward.office.view();
    let visits = view.list_visits(campaign).expect("visits");
    let locked = visits.iter().find(|v| v.id == evening.visit).expect("it");
    let other = visits.iter().find(|v| v.on == day(20)).expect("an evening");
    let aim = Aim {
        area: locked.area,
        other_area: other.area,
        other: (other.id, "2024-11-20"),
        open_code,
        loose,
        report,
        report_code,
        attachment: view.list_attachments(view.sheet_of(&evening.summary).expect("it").id).expect("scans")[0].id.0,
        query,
        entries: view.journal_head().expect("a head").0,
        scan: scan.display().to_string(),
        reopening: " ",
        evening,
    };
    (Kept::of(ward), aim)
}

impl Aim {
    pub(super) fn codes(&self) -> Vec<&String> {
        let Evening { sheets, copy, summary, spare, .. } = &self.evening;
        sheets.values().chain([copy, summary, spare, &self.report_code, &self.loose]).collect()
    }

    /// Of each sheet.
    fn each(&self, request: impl Fn(&str) -> Value) -> Vec<Value> {
        self.codes().into_iter().map(|code| request(code)).collect()
    }
}

/// Requests that would change the evening, if the deed could. A deed that cannot reach an evening or its
/// sheets stands in the last arm but one.
pub(super) fn aimed(name: &str, aim: &Aim, office: &Office) -> Vec<Value> {
    let visit = aim.evening.visit;
    let all = |n: u32| -> Value { figures(n).iter().map(|b| json!({ "no": b.no, "value": b.value })).collect() };
    let box_of = |value: &str| json!([{ "no": "1", "value": value }]);
    match name {
        // Something else, nothing, and a whole sheet: other figures, and those of the sheets that are keyed.
        "set_boxes" | "set_second_boxes" => [box_of("77"), box_of(""), all(40), all(3), all(4)]
            .iter()
            .flat_map(|boxes| aim.each(|code| json!({ "code": code, "boxes": boxes, "cursor": null })))
            .collect(),
        "decide_box" => aim.each(|code| json!({ "code": code, "no": "1", "value": "77" })),
        "accept_sheet" | "accept_decided" | "lose_sheet" | "withdraw_sheet" | "admit_sheet" => {
            aim.each(|code| json!({ "code": code, "reason": "x" }))
        }
        "find_sheet" | "key_copy" => aim.each(|code| json!({ "code": code })),
        "set_sheet_note" => aim.each(|code| json!({ "code": code, "note": "x" })),
        "set_as_of" => aim.each(|code| json!({ "code": code, "as_of": "2024-11-08" })),
        "attach_file" => aim.each(|code| json!({ "code": code, "path": aim.scan })),
        "remove_attachment" => vec![json!({ "id": aim.attachment, "reason": "x" })],
        "decide_copy" => [true, false]
            .iter()
            .flat_map(|same| aim.each(|code| json!({ "code": code, "same": same, "reason": "x" })))
            .collect(),
        "set_aside" => aim
            .each(|code| json!({ "code": code, "of": aim.open_code, "reason": "x" }))
            .into_iter()
            .chain(aim.each(|code| json!({ "code": code, "of": aim.evening.summary, "reason": "x" })))
            .chain(aim.each(|code| json!({ "code": aim.open_code, "of": code, "reason": "x" })))
            .collect(),
        "accept_flag" | "accept_finding" => {
            let same = format!("same {}", aim.codes()[0].replace('-', ""));
            ["[4] >= [2]", "outlier [1]", "total [1]", &same]
                .iter()
                .flat_map(|flag| aim.each(|code| json!({ "code": code, "flag": flag, "reason": "x" })))
                .collect()
        }
        "assign_sheet" => {
            let team = office.view().get_visit(visit).expect("it").teams[0];
            aim.each(|code| json!({ "code": code, "visit": visit, "team": team }))
        }
        "replace_sheet" => [&aim.loose, &aim.evening.spare]
            .iter()
            .flat_map(|by| aim.each(|code| json!({ "code": code, "by": by, "reason": "x" })))
            .collect(),
        "hand_out" => {
            let mut all = aim.each(|code| json!({ "evening": null, "codes": [code], "holder": null }));
            all.push(json!({ "evening": ON, "codes": [], "holder": null }));
            all
        }
        "return_sheets" => {
            let mut all = aim.each(|code| json!({ "codes": [code], "visit": null, "team": null, "brought_by": null }));
            all.push(json!({ "codes": [], "visit": visit, "team": null, "brought_by": null }));
            all
        }
        "number_sheets" => [json!(ON), Value::Null]
            .iter()
            .map(|on| json!({ "evening": on, "count": 20, "spare": 5, "summary": true, "loose": 0 }))
            .collect(),
        "number_self_report" => vec![json!({ "area": aim.report })],
        "import_tallies" => aim.each(|code| {
            let table = format!("Mã phiếu;Ô 1;[2]\n{code};77;\n");
            json!({ "table": { "from": "text", "text": table }, "dry_run": false })
        }),
        "approve_evening" => vec![json!({ "on": ON, "note": "x" })],
        "approve_self_report" => vec![json!({ "area": aim.report, "note": "x" })],
        "reopen_evening" => vec![json!({ "on": ON, "reason": aim.reopening })],
        "reopen_self_report" => vec![json!({ "area": aim.report, "reason": aim.reopening })],
        "undo" => (1..=aim.entries).map(|entry| json!({ "entry": entry })).collect(),
        "open_query" => aim
            .each(|code| json!({ "code": code, "visit": visit, "box": "1", "body": "x", "owner": null, "due_on": ON })),
        "edit_query" => vec![json!({ "id": aim.query, "body": "y", "owner": null, "due_on": ON })],
        "answer_query" => vec![json!({ "id": aim.query, "answer": "x" })],
        "reopen_query" => vec![json!({ "id": aim.query })],
        "add_visit" => vec![json!({ "area": aim.other_area, "on": ON, "teams": [] })],
        "cancel_visit" => {
            vec![json!({ "id": visit, "reason": "x", "confirmed": true }), json!({ "id": visit, "reason": null })]
        }
        "move_visit" => vec![
            json!({ "id": visit, "on": "2024-11-29", "confirmed": true }),
            json!({ "id": visit, "on": ON, "starts": "18:00:00", "confirmed": true }),
            json!({ "id": aim.other.0, "on": ON, "confirmed": true }),
            json!({ "id": aim.other.0, "on": ON, "swap_with": visit, "confirmed": true }),
            json!({ "id": visit, "on": aim.other.1, "swap_with": aim.other.0, "confirmed": true }),
        ],
        "set_visit_teams" => {
            let view = office.view();
            let teams = view.list_teams(view.get_campaign().expect("it").id).expect("teams");
            let mut all = vec![json!({ "id": visit, "teams": [], "confirmed": true })];
            all.extend(teams.iter().map(|t| json!({ "id": visit, "teams": [t.id], "confirmed": true })));
            all
        }
        "shift_visits" => vec![json!({ "from": ON, "days": 2, "skip_days_off": false, "extend": true })],
        "split_visit" => vec![json!({ "id": visit, "on": "2024-11-29" }), json!({ "id": aim.other.0, "on": ON })],
        "take_schedule" => {
            let mut form = form();
            form["keep"] = json!(false);
            let proposed: crate::visit::ProposeSchedule =
                serde_json::from_value(json!({ "form": form })).expect("a request");
            let rows = office.read(proposed).expect("a proposal").evenings;
            let seen: Vec<Value> = rows.iter().map(|r| json!({ "on": r.on, "area": r.area, "team": r.team })).collect();
            vec![json!({ "form": form, "seen": seen })]
        }
        "import_schedule" => {
            let area = office.view().get_area(aim.other_area).expect("it").label();
            let table = format!("Ngày\tĐịa bàn\n09/11/2024\t{area}\n");
            vec![json!({ "table": { "from": "text", "text": table }, "dry_run": false, "create_areas": true })]
        }
        "extend_campaign" => vec![json!({ "ends_on": "2024-12-31" })],
        "put_day_off" => vec![json!({ "on": ON, "name": "x" })],
        "remove_day_off" => vec![json!({ "on": ON })],
        "split_area" => {
            let heir = |name: &str| json!({ "name": name, "kind": "village", "cluster": null });
            let evenings = json!([{ "visit": visit, "to": 0 }]);
            let into = json!([heir("Thôn Một"), heir("Thôn Hai")]);
            vec![json!({ "id": aim.area, "on": ON, "into": into, "evenings": evenings, "because": "x" })]
        }
        "merge_areas" => vec![json!({
            "ids": [aim.area, aim.other_area], "on": ON, "name": "Thôn Gộp", "kind": "village", "cluster": null, "because": "x"
        })],
        "end_area" => [aim.area, aim.report].map(|id| json!({ "id": id, "on": ON, "because": "x" })).into(),
        "remove_team" => {
            let view = office.view();
            let teams = view.list_teams(view.get_campaign().expect("it").id).expect("teams");
            teams.iter().map(|t| json!({ "id": t.id })).collect()
        }
        "delete_person" => {
            let view = office.view();
            let people = view.list_people().expect("people");
            people.iter().map(|p| json!({ "person": p.id, "confirm": p.name })).collect()
        }
        // The roster is who was there, not what was counted; it is put right when somebody says so.
        "set_roster" => vec![json!({ "visit": visit, "lines": [] })],
        "fill_rosters" => vec![json!({ "visits": [visit] })],
        "copy_roster" => vec![json!({ "from": aim.other.0, "to": visit })],
        "pair_up" => vec![json!({ "visit": visit })],
        "add_account"
        | "edit_account"
        | "make_unlock_sheet"
        | "see_unlock_sheet"
        | "set_idle"
        | "set_pin"
        | "put_authority"
        | "remove_authority"
        | "choose_campaign"
        | "drop_ward"
        | "take_packets"
        | "edit_campaign"
        | "start_campaign"
        | "correct_office_period"
        | "remove_office_period"
        | "rename_office"
        | "view_contact"
        | "put_form"
        | "add_plan_targets"
        | "order_targets"
        | "put_target"
        | "remove_target"
        | "add_area"
        | "rename_area"
        | "edit_area"
        | "put_base"
        | "remove_base"
        | "set_cluster"
        | "edit_plan"
        | "put_plan_sections"
        | "issue_plan"
        | "issue_report"
        | "begin_document"
        | "edit_document"
        | "remove_draft"
        | "issue_document"
        | "put_template"
        | "edit_profile"
        | "confirm_link"
        | "import_areas"
        | "import_members"
        | "add_force"
        | "edit_force"
        | "remove_force"
        | "order_forces"
        | "add_member"
        | "edit_member"
        | "remove_member"
        | "add_team"
        | "rename_team"
        | "edit_privacy"
        | "edit_person"
        | "delete_contacts"
        | "delete_old_copies"
        | "export_journal"
        | "export_person"
        | "put_unit_figures"
        | "record_task"
        | "remove_record"
        | "put_task"
        | "put_task_group"
        | "remove_task"
        | "remove_task_group"
        | "reorder_tasks"
        | "add_units"
        | "put_unit"
        | "put_unit_indicators"
        | "remove_unit"
        | "note_team_cards"
        | "put_flyer"
        | "put_posting_place"
        | "remove_posting_place"
        | "put_posting"
        | "take_down_posting"
        | "remove_posting"
        | "attach_photo"
        | "remove_photo"
        | "put_cost_line"
        | "remove_cost_line"
        | "order_cost_lines"
        | "set_verification" => vec![request(name)],
        other => panic!("how would {other} change an approved evening?"),
    }
}
