use domain::account::Role;
use domain::area::AreaKind;
use store::journal::replayed_dump;

use super::kit::{Ward, code_of};
use crate::ErrorCode;
use crate::account::{AddAccount, SetPin};
use crate::area::{AddArea, AreaForm, LeaderForm};
use crate::undo::Undo;
use crate::visit::MoveVisit;

fn area(name: &str, leader: &str) -> AreaForm {
    let leader = LeaderForm { name: leader.into(), phone: None, correction: None };
    AreaForm {
        name: name.into(),
        kind: AreaKind::ResidentialGroup,
        cluster: None,
        leader: Some(leader),
        self_report_due: None,
        accept_near: None,
    }
}

#[test]
fn a_moved_evening_goes_back_and_forth() {
    let mut ward = Ward::of("ha-cau-2024");
    let dump = |ward: &Ward| ward.office.view().dump().expect("a dump");
    let before = dump(&ward);
    let visits = ward.office.view().list_visits(ward.office.view().get_campaign().expect("it").id).expect("visits");
    let last = visits.last().expect("an evening");
    ward.office
        .write(crate::visit::CancelVisit { id: last.id, reason: Some("mưa bão".into()), confirmed: false })
        .expect("called off");
    let moved = ward.office.write(move_request(visits[5].id, last.on)).expect("moved");
    let after = dump(&ward);
    let entry = moved.undo.expect("it can be taken back");
    let undone = ward.office.write(Undo { entry }).expect("taken back");
    assert_eq!(undone.answer.deed, "move_visit");
    assert!(undone.changed.0.contains("visit"));
    ward.office.write(Undo { entry: undone.undo.expect("and again") }).expect("done again");
    assert_eq!(dump(&ward), after);
    assert_ne!(before, after);
    assert_eq!(replayed_dump(&ward.office.view()).expect("a replay"), after);
}

fn move_request(id: domain::ids::VisitId, on: chrono::NaiveDate) -> MoveVisit {
    serde_json::from_value(serde_json::json!({ "id": id, "on": on, "confirmed": true })).expect("a request")
}

#[test]
fn an_added_area_takes_its_leader_along() {
    let mut ward = Ward::of("ha-cau-2024");
    let people = ward.office.view().list_people().expect("people").len();
    let added = ward.office.write(AddArea { area: area("Yên Phúc", "Nguyễn Văn Mạnh") }).expect("added");
    ward.office.write(Undo { entry: added.undo.expect("an entry") }).expect("taken back");
    assert!(ward.office.view().find_area("Yên Phúc").expect("read").is_none());
    assert_eq!(ward.office.view().list_people().expect("people").len(), people);
}

#[test]
fn after_a_restart_details_of_people_are_not_brought_back() {
    let mut ward = Ward::of("ha-cau-2024");
    let added = ward.office.write(AddArea { area: area("Yên Phúc", "Nguyễn Văn Mạnh") }).expect("added");
    let mut ward = ward.reopened();
    let refused = ward.office.write(Undo { entry: added.undo.expect("an entry") });
    assert_eq!(code_of(refused), ErrorCode::UndoForgotten);
}

#[test]
fn only_ones_own_deeds_of_setting_up_are_taken_back() {
    let mut ward = Ward::of("ha-cau-2024");
    let mine = ward.office.who().expect("the administrator").id;
    let set = ward.office.write(SetPin { account: mine, pin: Some("147258".into()) }).expect("a PIN");
    assert_eq!(set.undo, None);
    let clerk = AddAccount { name: "Lê Thị Bích".into(), role: Role::Clerk, pin: Some("2580".into()) };
    ward.office.write(clerk).expect("an account");
    ward.keep_lent_pins();
    let (head, _) = ward.office.view().journal_head().expect("a head");
    assert_eq!(code_of(ward.office.write(Undo { entry: head })), ErrorCode::NotUndoable);
    let added = ward.office.write(AddArea { area: area("Yên Phúc", "Nguyễn Văn Mạnh") }).expect("added");
    ward.office.sign_in_as("Lê Thị Bích", "2580").expect("signed in");
    let others = ward.office.write(Undo { entry: added.undo.expect("an entry") });
    assert_eq!(code_of(others), ErrorCode::NotUndoable);
}

#[test]
fn a_deed_that_was_built_on_is_not_taken_back() {
    let mut ward = Ward::of("ha-cau-2024");
    let added = ward.office.write(AddArea { area: area("Yên Phúc", "Nguyễn Văn Mạnh") }).expect("added");
    let campaign = ward.office.view().get_campaign().expect("it");
    ward.office
        .write(crate::visit::AddVisit { area: added.answer, on: campaign.ends_on, teams: Vec::new() })
        .expect("an evening");
    let before = ward.office.view().dump().expect("a dump");
    assert_eq!(code_of(ward.office.write(Undo { entry: added.undo.expect("an entry") })), ErrorCode::UndoTooLate);
    assert_eq!(ward.office.view().dump().expect("a dump"), before);
}

fn visits(ward: &Ward) -> Vec<domain::schedule::Visit> {
    let view = ward.office.view();
    view.list_visits(view.get_campaign().expect("it").id).expect("visits")
}

#[test]
fn a_moved_evening_does_not_go_back_onto_a_day_that_is_taken() {
    let mut ward = Ward::of("ha-cau-2024");
    let visit = visits(&ward).swap_remove(5);
    let last = visits(&ward).swap_remove(21);
    let moved = ward.office.write(move_request(visit.id, last.on)).expect("moved");
    let add = crate::visit::AddVisit { area: visit.area, on: visit.on, teams: Vec::new() };
    ward.office.write(add).expect("the free day gets another evening of the area");
    let before = ward.office.view().dump().expect("a dump");
    assert_eq!(code_of(ward.office.write(Undo { entry: moved.undo.expect("an entry") })), ErrorCode::UndoTooLate);
    assert_eq!(ward.office.view().dump().expect("a dump"), before);
}

#[test]
fn a_deed_is_not_taken_back_while_another_campaign_is_worked_on() {
    let mut ward = Ward::of("ha-cau-2024");
    let first = ward.office.view().get_campaign().expect("it");
    let added = ward.office.write(AddArea { area: area("Yên Phúc", "Nguyễn Văn Mạnh") }).expect("added");
    let start = crate::campaign::StartCampaign {
        title: "Đợt 2".into(),
        app: "iHanoi".into(),
        subject: None,
        starts_on: first.ends_on,
        ends_on: first.ends_on,
        from: crate::campaign::Groundwork::Empty,
    };
    ward.office.write(start).expect("started");
    let entry = added.undo.expect("an entry");
    assert_eq!(code_of(ward.office.write(Undo { entry })), ErrorCode::UndoOtherCampaign);
    ward.office.write(crate::campaign::ChooseCampaign { id: first.id }).expect("chosen");
    ward.office.write(Undo { entry }).expect("taken back where it was done");
}

#[test]
fn a_right_that_was_lost_takes_nothing_back() {
    let mut ward = Ward::of("ha-cau-2024");
    let mine = ward.office.who().expect("the administrator").clone();
    ward.office.write(SetPin { account: mine.id, pin: Some("147258".into()) }).expect("a PIN");
    let clerk = AddAccount { name: "Lê Thị Bích".into(), role: Role::Clerk, pin: Some("2580".into()) };
    ward.office.write(clerk).expect("an account");
    ward.keep_lent_pins();
    ward.office.sign_in_as("Lê Thị Bích", "2580").expect("signed in");
    let added = ward.office.write(AddArea { area: area("Yên Phúc", "Nguyễn Văn Mạnh") }).expect("added");
    let id = ward.office.who().expect("the clerk").id;
    ward.office.sign_in(mine.id, "147258").expect("signed in");
    let edit = serde_json::json!({ "id": id, "name": "Lê Thị Bích", "role": "outreach", "active": true });
    let edit: crate::account::EditAccount = serde_json::from_value(edit).expect("a request");
    ward.office.write(edit).expect("another role");
    ward.office.sign_in_as("Lê Thị Bích", "2580").expect("signed in");
    assert_eq!(code_of(ward.office.write(Undo { entry: added.undo.expect("an entry") })), ErrorCode::NotAllowed);
}
