//! Accounts by their names, and the first PIN of an office.

use domain::account::Role;

use crate::ErrorCode;
use crate::account::{AddAccount, SetPin};
use crate::tests::kit::{Ward, code_of};

#[test]
fn once_there_is_a_pin_no_administrator_goes_without() {
    let mut ward = Ward::of("ha-cau-2024");
    let mine = ward.office.who().expect("the administrator").id;
    let add = |name: &str, role, pin: Option<&str>| AddAccount { name: name.into(), role, pin: pin.map(str::to_owned) };
    let first = ward.office.write(add("Lê Thị Bích", Role::Clerk, Some("2580")));
    assert_eq!(code_of(first), ErrorCode::AdministratorPinFirst);
    ward.office.write(SetPin { account: mine, pin: Some("147258".into()) }).expect("a PIN");
    ward.office.write(add("Lê Thị Bích", Role::Clerk, Some("2580"))).expect("an account");
    let other = ward.office.write(add("Trần Văn Đơ", Role::Administrator, None));
    assert_eq!(code_of(other), ErrorCode::AdministratorPinFirst);
    let second = ward.office.write(add("Trần Văn Đơ", Role::Administrator, Some("369258"))).expect("an account").answer;
    let taken = ward.office.write(SetPin { account: second, pin: None });
    assert_eq!(code_of(taken), ErrorCode::AdministratorPinFirst);
    ward.office.write(add("Phạm Thị Loan", Role::Outreach, None)).expect("an account");
}

#[test]
fn a_wrong_pin_and_an_unknown_name_are_told_apart() {
    let mut ward = Ward::of("ha-cau-2024");
    let mine = ward.office.who().expect("the administrator").id;
    ward.office.write(SetPin { account: mine, pin: Some("147258".into()) }).expect("a PIN");
    let add = AddAccount { name: "Người Văn phòng".into(), role: Role::Clerk, pin: Some("2468".into()) };
    ward.office.write(add).expect("an account");
    assert_eq!(code_of(ward.office.sign_in_as("Người Văn phòng", "0000")), ErrorCode::WrongPin);
    assert_eq!(code_of(ward.office.sign_in_as("Không Ai", "2468")), ErrorCode::UnknownAccount);
    assert!(ward.office.sign_in_as("nguoi van phong", "2468").is_ok(), "marks and case aside");
}
