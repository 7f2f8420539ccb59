//! R9 at the desk: every request to the desk itself and every request about backups, by every role, in every state.

use std::sync::Arc;

use domain::account::{Permission, Role};
use serde_json::{Value, json};
use tempfile::TempDir;

use super::states::{State, Ticking, is_of_the_door, stand, with_pins};
use crate::desk::{BackupRequest, Desk, DeskRequest, Places};
use crate::tests::aim::Kept;
use crate::tests::kit::Ward;
use crate::tests::states::staff;
use crate::{ErrorCode, Office, Outside};

/// Requests to the desk, what each needs, and whether it lays the open file aside.
fn desk_requests() -> Vec<(Value, Permission, bool)> {
    use Permission::{Anyone, Own};
    let sample = json!({ "from": "sample", "name": "ha-cau-2024" });
    vec![
        (json!({ "do": "state" }), Anyone, false),
        (json!({ "do": "create", "path": null, "beginning": sample }), Anyone, true),
        (json!({ "do": "open", "path": "x" }), Anyone, true),
        (json!({ "do": "open_reading", "path": "x" }), Anyone, true),
        (json!({ "do": "open_copy", "path": "x" }), Anyone, true),
        (json!({ "do": "recover", "path": "x" }), Anyone, true),
        (json!({ "do": "accept_trouble" }), Anyone, false),
        (json!({ "do": "close" }), Anyone, true),
        (json!({ "do": "sign_in", "account": 1, "pin": "" }), Anyone, false),
        (json!({ "do": "sign_out" }), Anyone, false),
        (json!({ "do": "lock" }), Anyone, false),
        (json!({ "do": "stir" }), Anyone, false),
        (json!({ "do": "change_pin", "old": "", "new": null }), Own, false),
        (json!({ "do": "use_unlock_code", "account": 1, "code": "" }), Anyone, false),
    ]
}

/// Requests about backups that ask for what is not there, and what each needs.
fn backup_requests() -> Vec<(Value, Permission)> {
    use Permission::{Accounts, Read};
    vec![
        (json!({ "do": "state" }), Read),
        (json!({ "do": "make" }), Read),
        (json!({ "do": "verify", "number": 9999 }), Read),
        (json!({ "do": "copy_now" }), Read),
        (json!({ "do": "look", "number": 9999 }), Read),
        (json!({ "do": "set_second_place", "path": null }), Accounts),
        (json!({ "do": "set_passphrase", "passphrase": "x" }), Accounts),
        (json!({ "do": "restore", "number": 9999 }), Accounts),
        (json!({ "do": "undo_restore" }), Accounts),
        (json!({ "do": "look_at_file", "path": "x", "passphrase": "x" }), Accounts),
        (json!({ "do": "restore_file", "path": "x", "passphrase": "x" }), Accounts),
    ]
}

/// The place of a request in its list; a new one does not compile before it has a line there.
fn place_of(request: &DeskRequest) -> usize {
    match request {
        DeskRequest::State => 0,
        DeskRequest::Create { .. } => 1,
        DeskRequest::Open { .. } => 2,
        DeskRequest::OpenReading { .. } => 3,
        DeskRequest::OpenCopy { .. } => 4,
        DeskRequest::Recover { .. } => 5,
        DeskRequest::AcceptTrouble => 6,
        DeskRequest::Close => 7,
        DeskRequest::SignIn { .. } => 8,
        DeskRequest::SignOut => 9,
        DeskRequest::Lock => 10,
        DeskRequest::Stir => 11,
        DeskRequest::ChangePin { .. } => 12,
        DeskRequest::UseUnlockCode { .. } => 13,
    }
}

fn place_among_backups(request: &BackupRequest) -> usize {
    match request {
        BackupRequest::State => 0,
        BackupRequest::Make => 1,
        BackupRequest::Verify { .. } => 2,
        BackupRequest::CopyNow => 3,
        BackupRequest::Look { .. } => 4,
        BackupRequest::SetSecondPlace { .. } => 5,
        BackupRequest::SetPassphrase { .. } => 6,
        BackupRequest::Restore { .. } => 7,
        BackupRequest::UndoRestore => 8,
        BackupRequest::LookAtFile { .. } => 9,
        BackupRequest::RestoreFile { .. } => 10,
    }
}

/// A desk with an office in a state, and somebody of a role there, or gone.
fn desk_in(kept: &Kept, state: State, role: Role) -> (Desk, TempDir) {
    let ward = kept.opened();
    let path = ward.office.path().to_owned();
    drop(ward.office);
    let time = Arc::new(Ticking::default());
    let outside = || Arc::clone(&time) as Arc<dyn Outside>;
    let mut office = Office::open(&path, outside()).expect("it opens").office;
    let who = with_pins(&mut office, state, role);
    drop(office);
    let settings = ward.folder.path().join("settings");
    let desk = Desk::new(Places { offices: ward.folder.path().join("new"), settings }, outside());
    desk.open(&path).expect("it opens");
    desk.with_office(|office| stand(office, &who, state, &time));
    (desk, ward.folder)
}

fn at_desks() -> impl Iterator<Item = (State, Role)> {
    // A file that is only read has a desk of its own kind of opening; its commands are in `rights`.
    let states = State::ALL.into_iter().filter(|state| *state != State::Reading);
    states.flat_map(|state| Role::ALL.map(|role| (state, role)))
}

fn kept() -> Kept {
    let mut ward = Ward::of("ha-cau-2024");
    staff(&mut ward);
    Kept::of(ward)
}

#[test]
fn every_request_to_the_desk_by_every_role_in_every_state() {
    let kept = kept();
    for (state, role) in at_desks() {
        let (desk, _folder) = desk_in(&kept, state, role);
        for (at, (request, needs, leaves)) in desk_requests().into_iter().enumerate() {
            let case = format!("{state:?} {role:?} {request}");
            let request: DeskRequest = serde_json::from_value(request).expect("a request");
            assert_eq!(place_of(&request), at, "{case}");
            assert_eq!(request.needs(), needs, "{case}");
            let locked = matches!(state, State::Idle | State::Locked | State::LentIdle);
            let wanted = match state.refusal(role, needs) {
                None if leaves && locked => Some(ErrorCode::Locked),
                wanted => wanted,
            };
            assert_eq!(desk.permit(&request).map_err(|e| e.code()).err(), wanted, "{case}");
        }
    }
    let empty = tempfile::tempdir().expect("a folder");
    let places = Places { offices: empty.path().to_owned(), settings: empty.path().to_owned() };
    let desk = Desk::new(places, Arc::new(Ticking::default()));
    for (request, needs, _) in desk_requests() {
        let wanted = (needs != Permission::Anyone).then_some(ErrorCode::NoOfficeOpen);
        let asked: DeskRequest = serde_json::from_value(request.clone()).expect("a request");
        assert_eq!(desk.permit(&asked).map_err(|e| e.code()).err(), wanted, "no file, {request}");
    }
}

#[test]
fn every_request_about_backups_by_every_role_in_every_state() {
    let kept = kept();
    for (state, role) in at_desks() {
        let (desk, _folder) = desk_in(&kept, state, role);
        for (at, (request, needs)) in backup_requests().into_iter().enumerate() {
            let case = format!("{state:?} {role:?} {request}");
            let asked: BackupRequest = serde_json::from_value(request.clone()).expect("a request");
            assert_eq!((place_among_backups(&asked), asked.needs()), (at, needs), "{case}");
            let wanted = state.refusal(role, needs);
            // What makes a whole copy is asked for where it is refused, and once where it is not.
            if wanted.is_none() && request["do"] == "make" && state != State::SignedIn {
                continue;
            }
            let got = desk.call("backups", request).map_err(|e| e.code).err();
            match wanted {
                Some(code) => assert_eq!(got, Some(code), "{case}"),
                None => assert!(!got.is_some_and(is_of_the_door), "{case}: {got:?}"),
            }
        }
    }
}
