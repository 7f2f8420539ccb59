use domain::account::throttle::FREE;

use super::{ADMINISTRATOR, CLERK, Doors};
use crate::ErrorCode;
use crate::account::SetPin;
use crate::tests::kit::code_of;

#[test]
fn the_fifth_wrong_pin_in_a_row_makes_wait_and_says_how_long() {
    let mut doors = Doors::new();
    let clerk = doors.clerk;
    for _ in 1..FREE {
        assert_eq!(doors.wrong(clerk), (ErrorCode::WrongPin, String::new()));
    }
    assert_eq!(doors.wrong(clerk), (ErrorCode::PinWait, "30 giây".into()));
    // Not even the right one is tried now, and asking costs nothing more.
    assert_eq!(code_of(doors.right(clerk)), ErrorCode::PinWait);
    doors.time.goes_by(29);
    assert_eq!(doors.wrong(clerk), (ErrorCode::PinWait, "1 giây".into()));
    doors.time.goes_by(1);
    assert_eq!(doors.wrong(clerk), (ErrorCode::PinWait, "1 phút".into()), "twice as long");
    // Somebody else's door is another door.
    let administrator = doors.administrator;
    assert!(doors.right(administrator).is_ok());
    doors.time.goes_by(60);
    assert!(doors.right(clerk).is_ok());
    // The right one takes all of them away.
    assert_eq!(doors.wrong(clerk), (ErrorCode::WrongPin, String::new()));
}

#[test]
fn starting_again_makes_nothing_free() {
    let mut doors = Doors::new();
    let clerk = doors.clerk;
    for _ in 0..=FREE {
        doors.wrong(clerk);
        doors.time.goes_by(30);
    }
    let mut doors = doors.reopened();
    assert_eq!(doors.wrong(clerk), (ErrorCode::PinWait, "30 giây".into()), "half of the minute went by before");
    let mut doors = doors.reopened();
    doors.time.goes_by(30);
    assert!(doors.right(clerk).is_ok());
    let mut doors = doors.reopened();
    assert_eq!(doors.wrong(clerk).0, ErrorCode::WrongPin, "the right one was forgotten by the file as well");
}

#[test]
fn a_clock_set_back_or_forward_opens_nothing_and_shuts_nothing_for_ever() {
    const YEAR: i64 = 365 * 86_400;
    for set in [-YEAR, -1, YEAR] {
        let mut doors = Doors::new();
        let clerk = doors.clerk;
        for _ in 0..FREE {
            doors.wrong(clerk);
        }
        doors.time.set_clock(set);
        assert_eq!(doors.wrong(clerk), (ErrorCode::PinWait, "30 giây".into()), "while the program runs: {set}");
        doors.time.goes_by(30);
        assert!(doors.right(clerk).is_ok(), "{set}");
    }
    for set in [-YEAR, -1] {
        let mut doors = Doors::new();
        let clerk = doors.clerk;
        for _ in 0..FREE {
            doors.wrong(clerk);
        }
        doors.time.set_clock(set);
        let mut doors = doors.reopened();
        assert_eq!(doors.wrong(clerk), (ErrorCode::PinWait, "30 giây".into()), "after a start: {set}");
        doors.time.goes_by(30);
        assert!(doors.right(clerk).is_ok(), "{set}");
    }
}

#[test]
fn an_administrator_sets_a_new_pin_and_the_wrong_ones_are_forgotten() {
    let mut doors = Doors::new();
    let (administrator, clerk) = (doors.administrator, doors.clerk);
    for _ in 0..FREE {
        doors.wrong(clerk);
    }
    doors.right(administrator).expect("signed in");
    doors.office.write(SetPin { account: clerk, pin: Some("mã tạm".into()) }).expect("a lent PIN");
    assert!(doors.office.sign_in(clerk, "mã tạm").is_ok());
    assert!(doors.reopened().office.sign_in(clerk, "mã tạm").is_ok());
}

#[test]
fn whoever_is_not_there_is_told_so_after_as_much_work() {
    let mut doors = Doors::new();
    let nobody = domain::ids::AccountId(9999);
    let knock = doors.office.knock(nobody).expect("a door");
    assert!(!knock.fits(ADMINISTRATOR).expect("it is tried"), "against a hash as slow as any");
    assert_eq!(code_of(doors.office.enter(&knock, false)), ErrorCode::UnknownAccount);
    assert_eq!(code_of(doors.office.enter(&knock, true)), ErrorCode::UnknownAccount);
    for _ in 0..2 * FREE {
        assert_eq!(code_of(doors.office.sign_in(nobody, CLERK)), ErrorCode::UnknownAccount);
    }
}

#[test]
fn tries_side_by_side_are_all_counted() {
    let mut doors = Doors::new();
    let clerk = doors.clerk;
    // Each knocks before any of them has been answered.
    let knocks: Vec<_> = (0..FREE).map(|_| doors.office.knock(clerk).expect("a knock")).collect();
    assert_eq!(doors.office.knock(clerk).map(|_| ()).map_err(|e| e.code()), Err(ErrorCode::PinWait));
    for knock in knocks {
        assert_eq!(code_of(doors.office.enter(&knock, false)), ErrorCode::PinWait);
    }
    assert_eq!(doors.reopened().wrong(clerk).0, ErrorCode::PinWait, "nor is any of them free after a pulled plug");
}

#[test]
fn wrong_pins_leave_no_entry_in_the_journal() {
    let mut doors = Doors::new();
    let before = doors.office.view().journal_head().expect("a head");
    let clerk = doors.clerk;
    for _ in 0..FREE {
        doors.wrong(clerk);
    }
    doors.time.goes_by(30);
    doors.right(clerk).expect("signed in");
    assert_eq!(doors.office.view().journal_head().expect("a head"), before);
}
