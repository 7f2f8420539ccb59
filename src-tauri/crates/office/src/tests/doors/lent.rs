use serde_json::json;

use super::{ADMINISTRATOR, CLERK, Doors};
use crate::ErrorCode;
use crate::account::SetPin;
use crate::area::ListAreas;
use crate::tests::kit::code_of;

#[test]
fn a_lent_pin_lets_in_and_no_further_until_it_is_changed() {
    let mut doors = Doors::new();
    let (administrator, clerk) = (doors.administrator, doors.clerk);
    doors.right(administrator).expect("signed in");
    doors.office.write(SetPin { account: clerk, pin: Some("mã tạm".into()) }).expect("a lent PIN");
    assert_eq!(code_of(doors.right(clerk)), ErrorCode::WrongPin, "the former one is gone");
    assert!(doors.office.sign_in(clerk, "mã tạm").expect("signed in").lent);
    assert_eq!(code_of(doors.office.read(ListAreas {})), ErrorCode::PinToChange);
    // Signing in again, or closing, changes nothing about it.
    let mut doors = doors.reopened();
    doors.office.sign_in(clerk, "mã tạm").expect("signed in");
    assert_eq!(code_of(doors.office.read(ListAreas {})), ErrorCode::PinToChange);
    // It is neither kept nor given up.
    let own = |pin: Option<&str>| SetPin { account: clerk, pin: pin.map(str::to_owned) };
    assert_eq!(code_of(doors.office.write(own(Some("mã tạm")))), ErrorCode::PinTooWeak);
    assert_eq!(code_of(doors.office.write(own(None))), ErrorCode::OldPinNeeded);
    assert_eq!(code_of(doors.office.write(own(Some("1234")))), ErrorCode::PinTooWeak);
    doors.office.write(own(Some("3691"))).expect("a PIN of her own");
    assert!(doors.office.read(ListAreas {}).is_ok(), "at once");
    assert!(!doors.office.sign_in(clerk, "3691").expect("signed in").lent);
    assert!(doors.office.read(ListAreas {}).is_ok());
}

#[test]
fn ones_own_pin_is_changed_with_the_old_one_alone() {
    let at = Doors::new().at_desk();
    at.sign_in(at.clerk, CLERK).expect("signed in");
    let change = |old: &str, new: Option<&str>| at.asks(json!({ "do": "change_pin", "old": old, "new": new }));
    let code = |old: &str, new: Option<&str>| change(old, new).expect_err("a refusal").code;
    assert_eq!(code("9999", Some("3691")), ErrorCode::WrongPin);
    assert_eq!(code(CLERK, Some("1111")), ErrorCode::PinTooWeak);
    assert_eq!(code(CLERK, Some("Lê Thị Bích")), ErrorCode::PinTooWeak);
    change(CLERK, Some("3691")).expect("changed");
    assert!(at.sign_in(at.clerk, CLERK).is_err());
    at.sign_in(at.clerk, "3691").expect("signed in");
    at.sign_in(at.administrator, ADMINISTRATOR).expect("signed in");
    assert_eq!(code(ADMINISTRATOR, None), ErrorCode::AdministratorPinFirst);
    at.sign_in(at.clerk, "3691").expect("signed in");
    change("3691", None).expect("a clerk may go without");
    at.sign_in(at.clerk, "").expect("signed in without");
}

#[test]
fn wrong_old_pins_make_wait_as_at_the_door() {
    let at = Doors::new().at_desk();
    at.sign_in(at.clerk, CLERK).expect("signed in");
    let change = json!({ "do": "change_pin", "old": "9999", "new": "3691" });
    for _ in 1..domain::account::throttle::FREE {
        assert_eq!(at.code(change.clone()), ErrorCode::WrongPin);
    }
    assert_eq!(at.code(change.clone()), ErrorCode::PinWait);
    assert_eq!(at.sign_in(at.clerk, CLERK).expect_err("a refusal").code, ErrorCode::PinWait, "it is one door");
    assert_eq!(at.looks(), None, "whoever is in stays in");
}

#[test]
fn a_lent_pin_is_changed_without_asking_for_it_again_and_never_given_up() {
    let mut doors = Doors::new();
    let (administrator, clerk) = (doors.administrator, doors.clerk);
    doors.right(administrator).expect("signed in");
    doors.office.write(SetPin { account: clerk, pin: Some("mã tạm".into()) }).expect("a lent PIN");
    let at = doors.at_desk();
    let state = at.sign_in(clerk, "mã tạm").expect("signed in");
    assert_eq!(state["who"]["lent"], true);
    assert_eq!(at.looks(), Some(ErrorCode::PinToChange));
    let code = |new: serde_json::Value| at.code(json!({ "do": "change_pin", "old": "", "new": new }));
    assert_eq!(code(json!(null)), ErrorCode::PinToChange);
    assert_eq!(code(json!("mã tạm")), ErrorCode::PinTooWeak);
    assert_eq!(code(json!("12")), ErrorCode::PinTooShort);
    let state = at.asks(json!({ "do": "change_pin", "old": "", "new": "3691" })).expect("changed");
    assert_eq!(state["who"]["lent"], false);
    assert_eq!(at.looks(), None);
}
