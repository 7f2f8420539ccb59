//! R9: nobody verifies the own keying. Every role × every hand in the sheet × every state × every stage.

use domain::account::{Permission, Role};
use domain::sheet::SheetState;
use store::Account;

use super::kit::{A, B, C, SOUND, Staff, entries};
use crate::ErrorCode;
use crate::verification::{AcceptDecided, AcceptFinding, DecideBox, OpenSecond, OpenThird, SetSecondBoxes};

/// How far the second keying is, by B.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum How {
    Untouched,
    Begun,
    Again,
    Third,
    Agreed,
}

fn bring(staff: &mut Staff, code: &str, how: How) {
    staff.first(A, code, &SOUND);
    let mut other = SOUND;
    other[6].1 = 14;
    match how {
        How::Untouched => return,
        How::Begun => staff.second(B, code, &SOUND[..3]),
        How::Agreed => staff.second(B, code, &SOUND),
        How::Again | How::Third => staff.second(B, code, &other),
    }
    .expect("keyed");
    if how == How::Third {
        staff.second(B, code, &[("7", 14)]).expect("keyed");
    }
}

/// The answer of each deed of verifying that would do something here, or its refusal. Refused deeds change
/// nothing; those that would be done are only asked whether they would.
fn refusals(staff: &mut Staff, code: &str, who: &Account) -> [(&'static str, Option<ErrorCode>); 2] {
    staff.ward.office.set_who(Some(who.clone()));
    let code_of = |refused: Option<crate::Error>| refused.map(|e| e.code());
    let second = staff.ward.office.read(OpenSecond { code: code.into() }).err();
    let third = staff.ward.office.read(OpenThird { code: code.into() }).err();
    [("second", code_of(second)), ("third", code_of(third))]
}

#[test]
fn nobody_verifies_the_own_keying() {
    let mut staff = Staff::new();
    // Every person with every role: the same hands behind another door.
    let mut doors: Vec<(usize, Account)> = Vec::new();
    for person in [A, B, C] {
        for role in Role::ALL {
            doors.push((person, staff.twin(person, role)));
        }
    }
    let codes = staff.codes.clone();
    for (how, code) in [How::Untouched, How::Begun, How::Again, How::Third, How::Agreed].into_iter().zip(codes) {
        bring(&mut staff, &code, how);
        let reached = staff.state(&code);
        for state in SheetState::ALL {
            staff.force_state(&code, state);
            for (person, account) in &doors {
                let case = format!("{how:?} {state:?} {} {:?}", ["A", "B", "C"][*person], account.role);
                let [(_, second), (_, third)] = refusals(&mut staff, &code, account);
                if !account.role.may(Permission::Verify) {
                    assert_eq!((second, third), (Some(ErrorCode::NotAllowed), Some(ErrorCode::NotAllowed)), "{case}");
                    continue;
                }
                let keyed = state == SheetState::Keyed;
                let may_second = keyed
                    && match (how, *person) {
                        (_, A) | (How::Third | How::Agreed, _) | (How::Again, C) => false,
                        (How::Untouched | How::Begun, _) | (How::Again, _) => true,
                    };
                let may_third = keyed && how == How::Third && *person == C;
                assert_eq!(second.is_none(), may_second, "{case} second: {second:?}");
                assert_eq!(third.is_none(), may_third, "{case} third: {third:?}");
                if keyed && *person == A {
                    assert_eq!((second, third), (Some(ErrorCode::OwnKeying), Some(ErrorCode::OwnKeying)), "{case}");
                }
                let before = staff.ward.office.view().dump().expect("a dump");
                let office = &mut staff.ward.office;
                if !may_second {
                    let all = SetSecondBoxes { code: code.clone(), boxes: entries(&SOUND), cursor: None };
                    assert!(office.write(all).is_err(), "{case}");
                }
                if !may_third {
                    for (no, value) in SOUND {
                        let decide = DecideBox { code: code.clone(), no: no.into(), value: value.to_string(), keys: 0 };
                        assert!(office.write(decide).is_err(), "{case}");
                    }
                    assert!(office.write(AcceptDecided { code: code.clone(), reason: "x".into() }).is_err(), "{case}");
                }
                let finding = AcceptFinding { code: code.clone(), flag: "outlier [7]".into(), reason: "x".into() };
                assert!(office.write(finding).is_err(), "{case}");
                assert_eq!(office.view().dump().expect("a dump"), before, "{case}: a refused deed changes nothing");
            }
        }
        staff.force_state(&code, reached);
    }
}

#[test]
fn a_locked_sheet_says_so() {
    let mut staff = Staff::new();
    let code = staff.code();
    bring(&mut staff, &code, How::Third);
    staff.force_state(&code, SheetState::Locked);
    assert_eq!(staff.second(C, &code, &SOUND[..1]).map(|_| ()).map_err(|e| e.code()), Err(ErrorCode::SheetLocked));
    assert_eq!(staff.decide(C, &code, "7", "1").map(|_| ()).map_err(|e| e.code()), Err(ErrorCode::SheetLocked));
}
