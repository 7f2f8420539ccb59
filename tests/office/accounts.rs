//! Once any account has a PIN, writing needs a name and its PIN; reading never does.

use std::io::Write;
use std::process::{Command, Stdio};
use std::sync::Arc;

use domain::account::Role;
use office::account::{AddAccount, ListAccounts, SetPin};
use office::{Office as OpenOffice, System};
use product_tests::{Office, RunExt};

/// The administrator, a clerk and somebody who only prints, each with a PIN.
fn guarded() -> Office {
    let office = Office::with_sheets();
    let mut open = OpenOffice::open(&office.path, Arc::new(System)).expect("it opens").office;
    let administrator = open.read(ListAccounts {}).expect("a list")[0].id;
    open.write(SetPin { account: administrator, pin: Some("147258".into()) }).expect("a PIN is set");
    for (name, role, pin) in [("Lê Thị Bích", Role::Clerk, "2580"), ("Trần Văn Đơ", Role::Outreach, "1379")] {
        let add = AddAccount { name: name.into(), role, pin: Some("mã tạm".into()) };
        let account = open.write(add).expect("an account is added").answer;
        open.sign_in(account, "mã tạm").expect("signed in");
        open.write(SetPin { account, pin: Some(pin.into()) }).expect("a PIN of their own");
        open.sign_in(administrator, "147258").expect("signed in");
    }
    office
}

fn key(office: &Office, who: Option<&str>, pin: Option<&str>) -> Command {
    let mut command = office.run("key");
    command.arg(&office.codes()[0]).arg("1=5");
    if let Some(who) = who {
        command.args(["--as", who]);
    }
    if let Some(pin) = pin {
        command.env("TUNG_NGO_PIN", pin);
    }
    command
}

#[test]
fn writing_needs_a_name_and_its_pin_and_reading_does_not() {
    let office = guarded();
    key(&office, None, None).refused();
    key(&office, Some("Lê Thị Bích"), None).refused();
    let words = key(&office, Some("Lê Thị Bích"), Some("0000")).refused();
    assert!(words.contains("Lê Thị Bích") && !words.contains("2580"), "{words}");
    key(&office, Some("Người Lạ"), Some("2580")).refused();
    key(&office, Some("Lê Thị Bích"), Some("2580")).done();
    key(&office, Some("le thi bich"), Some("2580")).done();
    office.run("status").done();
    office.run("plan").arg("-o").arg(office.file("a.pdf")).done();
}

#[test]
fn the_pin_may_come_on_standard_input() {
    let office = guarded();
    let mut program = key(&office, Some("Lê Thị Bích"), None)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    program.stdin.take().expect("its input").write_all(b"2580\n").expect("it reads");
    assert!(program.wait().expect("it ends").success());
}

#[test]
fn a_role_without_the_right_is_refused() {
    let office = guarded();
    key(&office, Some("Trần Văn Đơ"), Some("1379")).refused();
    key(&office, Some("Quản trị"), Some("147258")).done();
    // Printing more sheets is for everybody who prints.
    let mut sheets = office.run("sheets");
    sheets.args(["--count", "9", "-o"]).arg(office.file("b.pdf"));
    sheets.refused();
    sheets.args(["--as", "Trần Văn Đơ"]).env("TUNG_NGO_PIN", "1379").done();
}

#[test]
fn while_nobody_has_a_pin_nobody_is_asked() {
    let office = Office::with_sheets();
    key(&office, None, None).done();
}

#[test]
fn a_lent_pin_is_changed_in_the_window_first_and_wrong_ones_make_wait() {
    let office = guarded();
    let mut open = OpenOffice::open(&office.path, Arc::new(System)).expect("it opens").office;
    open.sign_in_as("Quản trị", "147258").expect("signed in");
    let account = open.read(ListAccounts {}).expect("a list").iter().find(|a| a.name == "Lê Thị Bích").map(|a| a.id);
    open.write(SetPin { account: account.expect("the clerk"), pin: Some("mã tạm".into()) }).expect("a lent PIN");
    drop(open);
    let words = key(&office, Some("Lê Thị Bích"), Some("mã tạm")).refused();
    assert!(words.contains("mã tạm do người khác đặt"), "{words}");
    // Each run of the program is a new start: the count is in the file.
    for _ in 0..4 {
        let words = key(&office, Some("Trần Văn Đơ"), Some("0000")).refused();
        assert!(words.contains("chưa đúng"), "{words}");
    }
    let words = key(&office, Some("Trần Văn Đơ"), Some("0000")).refused();
    assert!(words.contains("Hãy đợi 30 giây"), "{words}");
    let words = key(&office, Some("Trần Văn Đơ"), Some("1379")).refused();
    assert!(words.contains("Hãy đợi"), "not even the right one is tried: {words}");
}
