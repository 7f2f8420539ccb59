//! R9, generated: every command of the contract and every request to the desk, by every role, in every state, is
//! answered or refused as the table of rights says, and what the door refuses has changed nothing.

use domain::account::{Permission, Role};
use serde_json::Value;

use super::states::{Standing, State, is_of_the_door};
use super::{file, needs, needs_to_look, needs_to_make, query, request};
use crate::ErrorCode;
use crate::contract::{INSPECTS, MAKES, READS, WRITES, call, prepare, prepare_inspection};
use crate::tests::aim::{Far, Kept, prepared};
use crate::tests::kit::Ward;
use crate::tests::states::staff;

/// Campaigns as somebody may find them: nothing numbered yet, a sheet in every state, an evening approved.
fn campaigns() -> [(&'static str, Kept); 3] {
    let mut bare = Ward::of("ha-cau-2024");
    staff(&mut bare);
    [("no sheets", Kept::of(bare)), ("open", prepared(Far::Open).0), ("approved", prepared(Far::Approved).0)]
}

/// How a command was answered: the code of a refusal, or none.
fn answered<T>(answer: crate::Result<T>) -> Option<ErrorCode> {
    answer.map_err(|e| e.code()).err()
}

fn holds(case: &str, wanted: Option<ErrorCode>, got: Option<ErrorCode>) {
    match wanted {
        Some(code) => assert_eq!(got, Some(code), "{case}"),
        None => assert!(!got.is_some_and(is_of_the_door), "{case}: {got:?}"),
    }
}

#[test]
fn every_command_by_every_role_in_every_state() {
    let mut asked = 0;
    for (campaign, kept) in campaigns() {
        for state in State::ALL {
            for role in Role::ALL {
                let Standing { mut office, who, .. } = Standing::of(&kept, state, role);
                let before = office.view().dump().expect("a dump");
                let case = |name: &str| format!("{campaign}, {state:?}, {role:?}: {name}");
                for name in READS {
                    let got = answered(call(&mut office, name, query(name)));
                    holds(&case(name), state.refusal(role, needs_to_look(name)), got);
                }
                for name in MAKES {
                    let got = answered(prepare(&office, name, file()));
                    holds(&case(name), state.refusal(role, needs_to_make(name)), got);
                }
                for name in INSPECTS {
                    let got = answered(prepare_inspection(&office, name, query(name)));
                    holds(&case(name), state.refusal(role, needs_to_look(name)), got);
                }
                assert_eq!(office.view().dump().expect("a dump"), before, "{}", case("looking"));
                let mut all_refused = true;
                for name in WRITES {
                    let wanted = state.refusal(role, needs(name));
                    // No row changes without an entry: a write outside a deed is refused by the store.
                    let entries = office.view().journal_head().expect("a head");
                    let got = answered(call(&mut office, name, request(name)));
                    match *name {
                        // Another's PIN is an administrator's to set, whatever else one may do to one's own.
                        "set_pin" if wanted.is_none() && role != Role::Administrator && state != State::Reading => {
                            assert_eq!(got, Some(ErrorCode::NotAllowed), "{}", case(name));
                        }
                        _ => holds(&case(name), wanted, got),
                    }
                    if state == State::Reading && wanted.is_none() {
                        assert_eq!(got, Some(ErrorCode::FileReadOnly), "{}", case(name));
                    }
                    if wanted.is_some() {
                        assert_eq!(office.view().journal_head().expect("a head"), entries, "{}", case(name));
                    }
                    all_refused &= wanted.is_some() || state == State::Reading || *name == "set_pin";
                    // A deed that was done may have changed where somebody stands.
                    office.set_who_again(&who, state);
                }
                if all_refused {
                    assert_eq!(office.view().dump().expect("a dump"), before, "{}", case("writing"));
                }
                asked += READS.len() + MAKES.len() + INSPECTS.len() + WRITES.len();
            }
        }
    }
    assert!(asked > 20_000, "{asked}");
}

impl crate::Office {
    /// Puts whoever stands at the desk back where the state says, without a clean slate.
    fn set_who_again(&mut self, who: &store::Account, state: State) {
        if matches!(state, State::NoPin | State::SignedIn | State::Lent | State::Reading) {
            let who = self.view().find_account(who.id).expect("it reads");
            self.who = who;
        }
    }
}

#[test]
fn own_pins_are_everyones_to_set_where_the_door_lets_them() {
    let (_, kept) = &campaigns()[0];
    for state in State::ALL {
        for role in Role::ALL {
            let Standing { mut office, who, .. } = Standing::of(kept, state, role);
            let own: Value = serde_json::json!({ "account": who.id, "pin": "2580" });
            let got = answered(call(&mut office, "set_pin", own));
            match state.refusal(role, Permission::Own) {
                Some(code) => assert_eq!(got, Some(code), "{state:?} {role:?}"),
                // Once there is one of one's own, the old one is asked for.
                None if state == State::Reading => assert_eq!(got, Some(ErrorCode::FileReadOnly), "{role:?}"),
                None if state == State::SignedIn => assert_eq!(got, Some(ErrorCode::OldPinNeeded), "{role:?}"),
                // The first PIN of the office is an administrator's.
                None if state == State::NoPin && role != Role::Administrator => {
                    assert_eq!(got, Some(ErrorCode::AdministratorPinFirst), "{role:?}");
                }
                None => assert_eq!(got, None, "{state:?} {role:?}"),
            }
        }
    }
}

#[test]
fn the_table_people_read_is_the_table_that_is_enforced() {
    let (_, kept) = &campaigns()[0];
    let Standing { office, .. } = Standing::of(kept, State::SignedIn, Role::Outreach);
    let doors = office.read(crate::account::GetDoors {}).expect("the doors");
    assert_eq!(doors.rights.len(), Permission::ALL.len() - 1);
    for right in &doors.rights {
        for (role, may) in Role::ALL.into_iter().zip(&right.may) {
            assert_eq!(role.may(right.permission), *may, "{role:?} {right:?}");
        }
        // None is a word without a command behind it.
        let all = WRITES.iter().map(|n| needs(n)).chain(MAKES.iter().map(|n| needs_to_make(n)));
        assert!(
            all.chain(READS.iter().map(|n| needs_to_look(n))).any(|needed| needed == right.permission),
            "{right:?}"
        );
    }
}
