//! A request of every command that the command takes, on one office where there is one of everything.

use domain::document::DocumentKind;
use domain::ids::{
    AreaId, CampaignId, CostLineId, DocumentId, ForceId, MemberId, PersonId, PostingId, PostingPlaceId, SectionId,
    TaskGroupId, TaskId, TeamId, UnitId, VisitId,
};
use serde_json::{Value, json};

use super::super::aim::{Aim, Far, Kept, aimed, prepared};
use super::super::documents::begin;
use super::super::kit::Ward;
use super::super::rosters::{force, members};
use crate::authority::ListAuthorities;
use crate::cost::{CostForm, PutCostLine};
use crate::issuer::ListOfficePeriods;
use crate::posting::{PutPosting, PutPostingPlace};
use crate::task::ListTasks;
use crate::team::ListForces;
use crate::unit::{AddUnits, ListUnits};

/// One of everything.
pub(in crate::tests) struct Everything {
    pub kept: Kept,
    pub aim: Aim,
    campaign: CampaignId,
    area: AreaId,
    visit: VisitId,
    force: ForceId,
    team: TeamId,
    member: MemberId,
    pub person: PersonId,
    account: i64,
    unit: UnitId,
    column: i64,
    place: PostingPlaceId,
    posting: PostingId,
    cost: CostLineId,
    draft: DocumentId,
    group: TaskGroupId,
    task: TaskId,
    authority: i64,
    period: i64,
    target: i64,
    section: SectionId,
}

impl Everything {
    pub(in crate::tests) fn new() -> Self {
        let (kept, aim) = prepared(Far::Finished);
        let mut ward = kept.opened();
        ward.as_role(domain::account::Role::Administrator);
        let youth = force(&ward, "Đoàn viên thanh niên");
        let member = members(&mut ward, youth, &["Đỗ Thị Mận"])[0];
        let office = &mut ward.office;
        let unit = office.write(AddUnits { names: vec!["Trường A".into()], due_on: None }).expect("a school").answer[0];
        let put: PutPostingPlace = serde_json::from_value(json!({
            "id": null, "area": null, "name": "Nhà văn hóa", "keeper": { "name": "Bùi Thị Ổi", "title": null }, "note": "x"
        }))
        .expect("a request");
        let place = office.write(put).expect("a place").answer;
        let put: PutPosting = serde_json::from_value(json!({
            "id": null, "place": place, "what": "Áp phích", "copies": 1, "on": "2024-11-09", "by": null, "taken_down": null, "note": null
        }))
        .expect("a request");
        let posting = office.write(put).expect("posted").answer;
        let line: CostForm = serde_json::from_value(cost()).expect("a form");
        let cost = office.write(PutCostLine { id: None, line }).expect("a line").answer;
        let draft = begin(&mut ward, DocumentKind::Report);
        let office = &ward.office;
        let view = office.view();
        let campaign = view.get_campaign().expect("a campaign").id;
        let groups = office.read(ListTasks {}).expect("tasks").groups;
        let filled = groups.iter().find(|g| !g.tasks.is_empty()).expect("a group with a task");
        let targets = view.list_targets(campaign).expect("targets");
        let area = view.list_areas(campaign).expect("areas")[0].id;
        let members = view.list_members(campaign).expect("members");
        let new = Self {
            campaign,
            area,
            visit: view.list_visits(campaign).expect("visits").iter().rev().find(|v| v.is_on()).expect("one").id,
            force: youth,
            team: office.read(ListForces {}).expect("forces").teams[0].id,
            member,
            person: members.iter().find(|m| m.id == member).expect("it").person,
            account: office.who().expect("somebody").id.0,
            unit,
            column: office.read(ListUnits {}).expect("units").columns[0].id.0,
            place,
            posting,
            cost,
            draft,
            group: filled.id,
            task: filled.tasks[0].id,
            authority: office.read(ListAuthorities {}).expect("some")[0].authority.id.0,
            period: office.read(ListOfficePeriods {}).expect("some")[0].issuer.id.0,
            target: targets[0].id.0,
            section: view.list_sections(campaign).expect("a plan")[0].id,
            kept: Kept::of(ward),
            aim,
        };
        // The folder of the first preparation is gone with it; what lay in it is copied along.
        drop(kept);
        new
    }

    /// Requests that the command takes as they are, or refuses for a reason of the campaign.
    pub(in crate::tests) fn fitting(&self, name: &str, ward: &Ward) -> Vec<Value> {
        match self.of_set_up(name) {
            Value::Null => aimed(name, &self.aim, &ward.office),
            request => vec![request],
        }
    }

    fn of_set_up(&self, name: &str) -> Value {
        let area = json!({ "name": "Thôn Mới", "kind": "village", "cluster": "Cụm 1", "leader": { "name": "Bùi Thị Đào", "phone": "0912345678" }, "self_report_due": null, "accept_near": true });
        let named = json!({ "name": "Bùi Thị Xoài", "title": "Tổ trưởng" });
        let person = json!({ "name": "Bùi Thị Lê", "title": "Tổ viên", "unit": "Chi đoàn", "phone": "0912345679" });
        let force = json!({ "kind": "detailed", "name": "Hội Cựu chiến binh", "role": "đi cùng", "quota": 3, "detailing": "Hội cử", "detailer_name": "Bùi Văn Mít", "detailer_title": "Chủ tịch hội" });
        let head = json!({ "superior_lines": ["ủy ban nhân dân", "quận"], "name_lines": ["ủy ban nhân dân", "phường"], "short_name": "UBND phường", "place": "Hà Đông", "symbol": "UBND", "contact_line": "ĐT" });
        let section = json!([{ "kind": "part", "heading": "Mục", "text": "Nội dung.\nĐoạn hai." }]);
        match name {
            "add_account" => json!({ "name": "Bùi Thị Cam", "role": "clerk", "pin": null }),
            "edit_account" => {
                json!({ "id": self.account, "name": "Bùi Thị Cam", "role": "administrator", "active": true })
            }
            "put_authority" => {
                json!({ "id": self.authority, "name": "UBND thành phố", "address": "Kính gửi", "from": null, "to": null })
            }
            "remove_authority" => json!({ "id": self.authority }),
            "choose_campaign" => json!({ "id": self.campaign }),
            "edit_campaign" => {
                json!({ "id": self.campaign, "title": "Đợt", "app": "Ứng dụng", "starts_on": "2024-11-01", "ends_on": "2024-12-15", "evening_starts": "19:30:00", "evening_ends": "21:30:00" })
            }
            "start_campaign" => {
                json!({ "title": "Đợt hai", "app": "VNeID", "subject": "việc gì", "starts_on": "2025-01-05", "ends_on": "2025-01-30", "from": { "kind": "earlier", "id": self.campaign } })
            }
            "rename_office" => json!({ "from": "2025-07-01", "letterhead": head }),
            "correct_office_period" => json!({ "id": self.period, "from": null, "letterhead": head }),
            "put_form" => json!({ "form": {
                "control": true,
                "indicators": [
                    { "no": "1", "label": "Số hộ đến", "group": "households", "meaning": "households_reached", "help": "ghi gì", "control": true, "width": 2 },
                    { "no": "2", "label": "Số hộ gặp", "group": "households", "meaning": "households_met", "help": null, "control": false, "width": null },
                    { "no": "4", "label": "Số người gặp", "group": "people", "meaning": "people_met", "help": null, "control": false, "width": null },
                ],
                "checks": [{ "severity": "hard", "words": "Sai rồi", "when": null, "left": "[2]", "operator": "at_most", "right": "[1]" }],
            } }),
            "put_target" => {
                json!({ "id": self.target, "clause": "I.2", "name": "Chỉ tiêu", "counts": "account", "of": "people15", "goal": 50, "by": "2024-11-30" })
            }
            "order_targets" => json!({ "ids": [self.target] }),
            "remove_target" => json!({ "id": self.target }),
            "add_area" => json!({ "area": area }),
            "edit_area" => json!({ "id": self.area, "area": area }),
            "rename_area" => json!({ "id": self.area, "from": "2024-11-15", "area": area, "because": "nghị quyết" }),
            "put_base" => {
                json!({ "area": self.area, "as_of": "2024-11-01", "source": "Công an phường", "households": 100, "people_15": 300, "smartphone_15": 200, "installed": 10 })
            }
            "set_cluster" => json!({ "areas": [self.area], "cluster": "Cụm 2" }),
            "edit_plan" => {
                json!({ "subject": "Về việc", "recipients": ["Như trên", "Lưu"], "signature_lines": ["TM. UBND"], "drafter": "PL", "sections": [{ "id": self.section, "heading": "I", "text": "Chữ" }] })
            }
            "put_plan_sections" => {
                json!({ "sections": [{ "id": self.section, "kind": "part", "heading": "I", "text": "Chữ" }, { "id": null, "kind": "part", "heading": "II", "text": "Chữ nữa" }] })
            }
            "issue_plan" => json!({ "number": 310, "dated": "2024-11-05" }),
            "begin_document" => json!({ "kind": "notice", "from": "2024-11-11", "to": "2024-11-20" }),
            "edit_document" => json!({
                "id": self.draft,
                "head": {
                    "subject": "Kết quả", "addressees": ["UBND quận"], "recipients": ["Lưu"], "signature_lines": ["KT. CHỦ TỊCH"],
                    "signer": named, "drafter": "PL.(3)", "from": "2024-11-09", "to": "2024-11-10", "visit": null, "team": null,
                    "held_on": null, "held_at": null, "held_in": "Hội trường",
                },
                "sections": section,
                "nominees": [{ "who": { "kind": "area", "id": self.area }, "reason": "làm tốt" }],
            }),
            "remove_draft" => json!({ "id": self.draft }),
            "issue_document" => json!({ "id": self.draft, "number": 12, "dated": "2024-11-10" }),
            "issue_report" => json!({ "kind": "daily", "day": "2024-11-09" }),
            "put_template" => json!({ "paper": "notice", "sections": section }),
            "edit_profile" => json!({
                "letterhead": head, "signature_lines": ["TM. ỦY BAN NHÂN DÂN"], "signer": { "name": "Bùi Văn Sung" },
                "contact": { "name": "Bùi Văn Na", "correction": true }, "contact_title": "Công chức",
            }),
            "confirm_link" => json!({ "url": "https://ihanoi.gov.vn" }),
            "import_areas" => table("Địa bàn\tLoại\tSố hộ\nThôn Nhập\tThôn\t12\n"),
            "import_members" => {
                let mut request = table("Họ tên\tĐiện thoại\tĐơn vị\nBùi Thị Dừa\t0912345670\tChi đoàn 2\n");
                request["force"] = json!(self.force);
                request
            }
            "add_force" => json!({ "force": force }),
            "edit_force" => json!({ "id": self.force, "force": force }),
            "remove_force" => json!({ "id": self.force }),
            "add_member" => json!({ "member": { "force": self.force, "person": person, "left_on": null } }),
            "edit_member" => {
                json!({ "id": self.member, "member": { "force": self.force, "person": person, "left_on": null } })
            }
            "remove_member" => json!({ "id": self.member }),
            "add_team" => json!({ "name": "Tổ ba" }),
            "rename_team" => json!({ "id": self.team, "name": "Tổ một" }),
            "edit_privacy" => json!({ "purpose": "liên hệ", "retain_until": "2025-03-31" }),
            "edit_person" => json!({ "id": self.person, "person": person }),
            "export_person" | "view_contact" => json!({ "person": self.person }),
            "put_unit_figures" => {
                json!({ "unit": self.unit, "as_of": "2024-11-09", "values": [{ "indicator": self.column, "people": 10, "done": 4 }] })
            }
            "record_task" => {
                json!({ "task": self.task, "on": "2024-11-09", "note": "Đăng tin", "proof": "https://x", "finished": true })
            }
            "put_task" => {
                json!({ "id": self.task, "group": self.group, "text": "Làm việc", "every_days": 3, "due_on": null, "responsible": named, "state": "doing", "note": "nhớ" })
            }
            "put_task_group" => json!({ "id": self.group, "unit": "Đoàn thanh niên" }),
            "add_units" => json!({ "names": ["Trường B", "Trường C"], "due_on": "2024-11-20" }),
            "put_unit" => json!({ "id": self.unit, "name": "Trường D", "due_on": null, "contact": named }),
            "put_unit_indicators" => {
                json!({ "indicators": [{ "id": self.column, "label": "Giáo viên" }, { "id": null, "label": "Phụ huynh" }] })
            }
            "remove_unit" => json!({ "id": self.unit }),
            "put_flyer" => json!({ "design": "steps", "headline": "Mời bà con", "steps": ["Mở kho ứng dụng", "Cài"] }),
            "put_posting_place" => {
                json!({ "id": self.place, "area": self.area, "name": "Bảng tin", "keeper": named, "note": "khóa" })
            }
            "put_posting" => {
                json!({ "id": self.posting, "place": self.place, "what": "Tờ rơi", "copies": 2, "on": "2024-11-09", "by": named, "taken_down": null, "note": "dán" })
            }
            "take_down_posting" => json!({ "id": self.posting, "on": "2024-11-10" }),
            "attach_photo" => json!({ "posting": self.posting, "path": "x" }),
            "put_cost_line" => json!({ "id": self.cost, "line": cost() }),
            "put_day_off" => json!({ "on": "2024-11-20", "name": "Ngày nhà giáo", "works": false }),
            "set_verification" => json!({ "mode": { "kind": "one_in", "n": 5 } }),
            "cancel_visit" => json!({ "id": self.visit, "reason": "mưa", "confirmed": true }),
            _ => Value::Null,
        }
    }
}

fn cost() -> Value {
    json!({ "name": "Tờ rơi", "unit": "tờ", "basis": "household", "per_hundred": 110, "spare_percent": 5, "unit_price": 500 })
}

fn table(text: &str) -> Value {
    json!({ "table": { "from": "text", "text": text }, "dry_run": false })
}
