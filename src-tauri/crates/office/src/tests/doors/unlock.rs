use domain::account::Role;
use serde_json::json;

use super::{ADMINISTRATOR, CLERK, Doors};
use crate::ErrorCode;
use crate::account::{AddAccount, GetDoors, MakeUnlockSheet, SeeUnlockSheet, SetPin};
use crate::area::ListAreas;
use crate::tests::kit::code_of;

/// The office with a sheet in the safe; its code.
fn sealed() -> (Doors, String) {
    let mut doors = Doors::new();
    let administrator = doors.administrator;
    doors.right(administrator).expect("signed in");
    let sheet = doors.office.write(MakeUnlockSheet {}).expect("a sheet").answer;
    assert_eq!(sheet.groups.len(), 6);
    doors.office.sign_out();
    (doors, sheet.groups.join(" "))
}

/// The code with another digit by chance in each group, still a code.
fn another(code: &str) -> String {
    let (mut doors, mut other) = sealed();
    while other == code {
        let administrator = doors.administrator;
        doors.right(administrator).expect("signed in");
        other = doors.office.write(MakeUnlockSheet {}).expect("a sheet").answer.groups.join(" ");
    }
    other
}

#[test]
fn the_code_lets_the_administrator_in_to_a_new_pin_and_loses_nothing() {
    let (doors, code) = sealed();
    let before = doors.office.view().dump().expect("a dump");
    let at = doors.at_desk();
    let state = at.asks(json!({ "do": "use_unlock_code", "account": at.administrator, "code": code })).expect("in");
    assert_eq!(state["who"]["lent"], true);
    assert_eq!(at.looks(), Some(ErrorCode::PinToChange), "a new PIN first");
    at.asks(json!({ "do": "change_pin", "old": "", "new": "7394" })).expect("a new PIN");
    assert_eq!(at.looks(), None);
    assert!(at.sign_in(at.administrator, ADMINISTRATOR).is_err(), "the forgotten one is gone");
    assert!(at.sign_in(at.administrator, &code).is_err(), "and so is the code");
    assert_eq!(
        at.code(json!({ "do": "use_unlock_code", "account": at.administrator, "code": code })),
        ErrorCode::NoUnlockSheet,
        "it opens once"
    );
    at.sign_in(at.administrator, "7394").expect("signed in");
    at.sign_in(at.clerk, CLERK).expect("nobody else was touched");
    let places = at.desk.call("desk", json!({ "do": "state" })).expect("a state").answer;
    let path = places["file"]["path"].as_str().expect("a path").to_owned();
    at.asks(json!({ "do": "close" })).expect("closed");
    let office = crate::Office::open(path.as_ref(), at.time.clone()).expect("it opens").office;
    let lines = |dump: &str| dump.lines().filter(|l| !l.contains("used_for")).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(lines(&office.view().dump().expect("a dump")), lines(&before), "but the sheet's own row");
}

#[test]
fn a_power_cut_after_the_code_leaves_the_door_to_the_code() {
    let (mut doors, code) = sealed();
    let administrator = doors.administrator;
    let knock = doors.office.knock_with_code(administrator, &code).expect("a knock");
    assert!(knock.fits(&code).expect("it is tried"));
    doors.office.enter(&knock, true).expect("in");
    let mut doors = doors.reopened();
    let digits: String = code.chars().filter(char::is_ascii_digit).collect();
    assert!(doors.office.sign_in(administrator, &digits).expect("the code is the lent PIN").lent);
    assert_eq!(code_of(doors.office.read(ListAreas {})), ErrorCode::PinToChange);
}

#[test]
fn it_cannot_be_used_quietly() {
    let (mut doors, code) = sealed();
    let administrator = doors.administrator;
    doors.right(administrator).expect("signed in");
    let add = AddAccount { name: "Trần Văn Đơ".into(), role: Role::Administrator, pin: Some("8264".into()) };
    let second = doors.office.write(add).expect("another administrator").answer;
    let knock = doors.office.knock_with_code(administrator, &code).expect("a knock");
    doors.office.enter(&knock, true).expect("in");
    let entry = doors.office.view().journal_head().expect("a head").0;
    let stored = doors.office.view().find_entry(entry).expect("it reads").expect("an entry");
    assert_eq!((stored.op.as_str(), stored.who), ("use_unlock_sheet", None), "by nobody who was signed in");
    doors.office.write(SetPin { account: administrator, pin: Some("7394".into()) }).expect("a new PIN");

    // Each administrator is told, until each has read it.
    let told = |doors: &Doors| {
        let uses = doors.office.read(GetDoors {}).expect("the doors").unlock.uses;
        uses.iter().map(|u| (u.name.clone(), u.seen)).collect::<Vec<_>>()
    };
    assert_eq!(told(&doors), [("Quản trị".to_owned(), false)]);
    let id = doors.office.read(GetDoors {}).expect("the doors").unlock.uses[0].id;
    assert_eq!(code_of(doors.office.write(SeeUnlockSheet { id: id + 1 })), ErrorCode::Missing);
    doors.office.write(SeeUnlockSheet { id }).expect("read");
    assert_eq!(told(&doors), [("Quản trị".to_owned(), true)]);
    doors.office.sign_in(second, "8264").expect("signed in");
    doors.office.write(SetPin { account: second, pin: Some("4628".into()) }).expect("a PIN of his own");
    assert_eq!(told(&doors), [("Quản trị".to_owned(), false)], "the other one has not read it yet");
    // And it stays in the list, with a new sheet as well.
    doors.office.write(MakeUnlockSheet {}).expect("a sheet");
    assert_eq!(told(&doors).len(), 1);
}

#[test]
fn slips_and_guesses_are_refused_in_words() {
    let (mut doors, code) = sealed();
    let (administrator, clerk) = (doors.administrator, doors.clerk);
    let slip = {
        let digit = code.chars().nth(14).expect("a digit of the third group");
        let other = if digit == '0' { "1" } else { "0" };
        format!("{}{other}{}", &code[..14], &code[15..])
    };
    let refused = doors.office.knock_with_code(administrator, &slip).expect_err("a refusal");
    let crate::Error::User { code: why, params, .. } = refused else { panic!("in words") };
    assert_eq!((why, params["group"].as_str()), (ErrorCode::UnlockCodeGroup, "3"));
    let short = doors.office.knock_with_code(administrator, "123").map(|_| ()).map_err(|e| e.code());
    assert_eq!(short, Err(ErrorCode::UnlockCodeLength));
    let theirs = doors.office.knock_with_code(clerk, &code).map(|_| ()).map_err(|e| e.code());
    assert_eq!(theirs, Err(ErrorCode::UnlockForAdministrators));
    // A guess counts as a wrong PIN does.
    let guess = another(&code);
    for _ in 1..domain::account::throttle::FREE {
        let knock = doors.office.knock_with_code(administrator, &guess).expect("a knock");
        let fits = knock.fits(&guess).expect("it is tried");
        assert_eq!(code_of(doors.office.enter(&knock, fits)), ErrorCode::WrongUnlockCode);
    }
    let knock = doors.office.knock_with_code(administrator, &guess).expect("a knock");
    let fits = knock.fits(&guess).expect("it is tried");
    assert_eq!(code_of(doors.office.enter(&knock, fits)), ErrorCode::PinWait);
    assert_eq!(code_of(doors.right(administrator)), ErrorCode::PinWait);
}

#[test]
fn a_new_sheet_makes_the_old_one_worthless() {
    let (mut doors, code) = sealed();
    let administrator = doors.administrator;
    doors.right(administrator).expect("signed in");
    let newer = doors.office.write(MakeUnlockSheet {}).expect("a sheet").answer.groups.join(" ");
    assert_ne!(newer, code);
    let knock = doors.office.knock_with_code(administrator, &code).expect("a knock");
    assert!(!knock.fits(&code).expect("it is tried"));
    let knock = doors.office.knock_with_code(administrator, &newer).expect("a knock");
    assert!(knock.fits(&newer).expect("it is tried"));
}

#[test]
fn the_code_is_nowhere_in_the_journal() {
    let (doors, code) = sealed();
    let digits: String = code.chars().filter(char::is_ascii_digit).collect();
    let dump = doors.office.view().dump().expect("a dump");
    let view = doors.office.view();
    for seq in 1..=view.journal_head().expect("a head").0 {
        let entry = view.find_entry(seq).expect("it reads").expect("an entry");
        assert!(!entry.changes.contains(&digits) && !entry.changes.contains(&code), "{}", entry.op);
        assert!(!entry.changes.contains("argon2id"), "{}", entry.op);
    }
    assert!(!dump.contains(&digits) && !dump.contains("argon2id"));
}
