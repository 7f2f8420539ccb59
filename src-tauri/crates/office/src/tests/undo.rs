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
