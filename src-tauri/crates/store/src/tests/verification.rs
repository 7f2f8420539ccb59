//! Second keying in the file: the plan's row, and a third person's decision.

use domain::account::Role;
use domain::ids::{AccountId, SheetId};
use domain::verification::Mode;

use super::kit::{Office, op, tally_write};
use crate::{AGAIN, FIRST, NewAccount, NewPerson, Op, REPLACED, SECOND, THIRD, TallyWrite};

fn with_sheet() -> (Office, SheetId) {
    let mut office = Office::new();
    let area = office.area("Hà Trì 1");
    let visit = office.visit(area, 9);
    let sheet = office.sheet(visit);
    (office, sheet)
}

fn account(office: &mut Office, name: &str) -> AccountId {
    let new = NewPerson { name: name.into(), title: None, unit: None, phone: None, salt: [7; 16] };
    office.run("add", |tx| tx.insert_account(NewAccount { person: tx.insert_person(&new)?, role: Role::Clerk })).0
}

fn key(office: &mut Office, who: AccountId, keying: u8, write: TallyWrite) {
    let op = Op { who: Some(who), ..op("key") };
    let write = TallyWrite { keying, states: Vec::new(), ..write };
    office.writer.transact(&op, |tx| tx.write_tally(write)).expect("it writes");
}

/// Value and person of each keying of box 7.
fn of_box_7(office: &Office, sheet: SheetId) -> Vec<(u8, Option<u32>, Option<i64>)> {
    let mut all: Vec<_> = office
        .writer
        .rows()
        .list_keyings_of_sheet(sheet)
        .expect("keyings")
        .into_iter()
        .filter(|k| k.no.to_string() == "7")
        .map(|k| (k.keying, k.value, k.by.map(|p| p.0)))
        .collect();
    all.sort_unstable();
    all
}

#[test]
fn what_a_third_person_decides_counts_and_what_was_first_keyed_is_kept() {
    let (mut office, sheet) = with_sheet();
    let [a, b, c] = ["A", "B", "C"].map(|name| account(&mut office, name));
    key(&mut office, a, FIRST, tally_write(sheet, "7", Some(41)));
    key(&mut office, b, SECOND, tally_write(sheet, "7", Some(14)));
    key(&mut office, b, AGAIN, tally_write(sheet, "7", Some(14)));
    key(&mut office, c, THIRD, tally_write(sheet, "7", Some(14)));
    let all = [
        (REPLACED, Some(41), Some(1)),
        (FIRST, Some(14), Some(3)),
        (SECOND, Some(14), Some(2)),
        (AGAIN, Some(14), Some(2)),
        (THIRD, Some(14), Some(3)),
    ];
    assert_eq!(of_box_7(&office, sheet), all);
    let (office, _) = office.reopen();
    assert_eq!(of_box_7(&office, sheet), all, "also after opening again");
}

#[test]
fn a_decision_for_the_first_value_changes_nothing_of_it() {
    let (mut office, sheet) = with_sheet();
    let [a, b, c] = ["A", "B", "C"].map(|name| account(&mut office, name));
    key(&mut office, a, FIRST, tally_write(sheet, "7", Some(41)));
    key(&mut office, b, SECOND, tally_write(sheet, "7", Some(14)));
    key(&mut office, b, AGAIN, tally_write(sheet, "7", None));
    key(&mut office, c, THIRD, tally_write(sheet, "7", Some(41)));
    assert_eq!(of_box_7(&office, sheet)[0], (FIRST, Some(41), Some(1)));
}

#[test]
fn a_blank_nobody_keyed_is_kept_as_what_was_first_there() {
    let (mut office, sheet) = with_sheet();
    let c = account(&mut office, "C");
    key(&mut office, c, THIRD, tally_write(sheet, "7", Some(3)));
    assert_eq!(of_box_7(&office, sheet)[..2], [(REPLACED, None, None), (FIRST, Some(3), Some(1))]);
}

#[test]
fn a_changed_first_keying_drops_every_other() {
    let (mut office, sheet) = with_sheet();
    let [a, b, c] = ["A", "B", "C"].map(|name| account(&mut office, name));
    key(&mut office, a, FIRST, tally_write(sheet, "7", Some(41)));
    key(&mut office, b, SECOND, tally_write(sheet, "7", Some(14)));
    key(&mut office, b, AGAIN, tally_write(sheet, "7", Some(14)));
    key(&mut office, c, THIRD, tally_write(sheet, "7", Some(14)));
    key(&mut office, a, FIRST, TallyWrite { afresh: true, ..tally_write(sheet, "7", Some(15)) });
    assert_eq!(of_box_7(&office, sheet), [(FIRST, Some(15), Some(1))]);
}

#[test]
fn the_plan_is_kept_as_it_was_set() {
    let mut office = Office::new();
    let who = account(&mut office, "A");
    let campaign = office.writer.rows().get_campaign().expect("a campaign").id;
    let modes =
        [Mode::All, Mode::OneIn { n: 10, start: 0 }, Mode::OneIn { n: 10, start: 9 }, Mode::Aimed { ceiling: 5 }];
    let set = |office: &mut Office, mode| {
        let op = Op { who: Some(who), ..op("set_verification") };
        office.writer.transact(&op, |tx| tx.set_verification(campaign, mode)).expect("it writes");
        office.writer.rows().find_verification(campaign).expect("a plan")
    };
    for mode in modes {
        let plan = set(&mut office, Some(mode)).expect("a plan");
        assert_eq!((plan.mode, plan.by), (mode, who));
    }
    assert_eq!(set(&mut office, None), None);
}
