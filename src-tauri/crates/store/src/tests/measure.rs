//! Deeds of keying as the journal holds them.

use domain::account::Role;
use domain::ids::{AccountId, PersonId, SheetId};
use domain::measure::{Round, Struck};
use domain::sheet::SheetState;

use super::kit::{Office, day, moment, op, tally_write};
use crate::{AGAIN, BoxWrite, FIRST, NewAccount, NewPerson, Op, SECOND, THIRD, TallyWrite};

struct Desk {
    office: Office,
    sheet: SheetId,
    people: Vec<(AccountId, PersonId)>,
}

fn desk() -> Desk {
    let mut office = Office::new();
    let area = office.area("Hà Trì 1");
    let visit = office.visit(area, 9);
    let sheet = office.sheet(visit);
    let people = (1u8..=3).map(|n| {
        let new = NewPerson { name: format!("Người {n}"), title: None, unit: None, phone: None, salt: [n; 16] };
        let added = office.run("add", |tx| {
            let person = tx.insert_person(&new)?;
            Ok((tx.insert_account(NewAccount { person, role: Role::Clerk })?, person))
        });
        added.0
    });
    let people = people.collect();
    Desk { office, sheet, people }
}

impl Desk {
    fn key(&mut self, name: &str, who: usize, keying: u8, value: u32, keys: u32, states: &[SheetState]) {
        let op = Op { who: Some(self.people[who].0), ..op(name) };
        let write = TallyWrite {
            keying,
            boxes: vec![BoxWrite { no: "7".parse().expect("a box"), value: Some(value), keys }],
            states: states.to_vec(),
            ..tally_write(self.sheet, "7", None)
        };
        self.office.writer.transact(&op, |tx| tx.write_tally(write)).expect("it writes");
    }
}

#[test]
fn a_sheets_way_is_read_from_the_journal() {
    let mut desk = desk();
    desk.key("set_boxes", 0, FIRST, 41, 3, &[SheetState::HandedOut, SheetState::Returned, SheetState::Keyed]);
    desk.key("set_boxes", 0, FIRST, 42, 3, &[SheetState::Returned, SheetState::Keyed]);
    desk.key("set_second_boxes", 1, SECOND, 14, 2, &[]);
    desk.key("set_second_boxes", 1, AGAIN, 14, 2, &[]);
    desk.key("import_tallies", 1, FIRST, 43, 0, &[]);
    desk.key("decide_box", 2, THIRD, 14, 2, &[SheetState::Verified]);
    let deeds = desk.office.writer.rows().list_deeds().expect("deeds");
    let read: Vec<_> = deeds.iter().map(|d| (d.by, d.first, d.finished, d.strokes.len())).collect();
    let by = |n: usize| desk.people[n].1;
    assert_eq!(
        read,
        [(by(0), true, 1, 1), (by(0), true, 0, 1), (by(1), false, 0, 1), (by(1), false, 0, 1), (by(2), false, 0, 3)]
    );
    assert_eq!(deeds[0].strokes[0].what, Struck::Keyed { value: Some(41), keys: Some(3) });
    assert_eq!(deeds[1].strokes[0].what, Struck::Keyed { value: Some(42), keys: None }, "as many keys as before");
    let kept = deeds[4].strokes.iter().find(|s| s.round == Round::Replaced).expect("what was first keyed");
    assert_eq!(kept.what, Struck::Kept { by: Some(by(1)) }, "who keyed what the decision took the place of");
    assert_eq!(deeds[4].strokes.iter().filter(|s| s.round == Round::First).count(), 1);
}

#[test]
fn what_no_longer_stands_is_told() {
    let mut desk = desk();
    desk.key("set_boxes", 0, FIRST, 41, 3, &[]);
    desk.key("set_second_boxes", 1, SECOND, 41, 2, &[]);
    let op = Op { who: Some(desk.people[0].0), ..op("set_boxes") };
    let write = TallyWrite { states: Vec::new(), afresh: true, ..tally_write(desk.sheet, "7", Some(40)) };
    desk.office.writer.transact(&op, |tx| tx.write_tally(write)).expect("it writes");
    let last = desk.office.writer.rows().list_deeds().expect("deeds").pop().expect("the last");
    let dropped = last.strokes.iter().find(|s| s.round == Round::Second).expect("a second keying");
    assert_eq!(dropped.what, Struck::Dropped);
}

#[test]
fn a_day_is_read_without_the_days_before() {
    let mut desk = desk();
    desk.key("set_boxes", 0, FIRST, 41, 3, &[]);
    let today = moment().date_naive();
    let rows = desk.office.writer.rows();
    assert_eq!(rows.list_deeds_of_day(today).expect("deeds"), rows.list_deeds().expect("deeds"));
    let tomorrow = today.succ_opt().expect("a day");
    assert!(rows.list_deeds_of_day(tomorrow).expect("deeds").is_empty());
}

#[test]
fn what_waits_is_what_came_back_and_what_the_last_evening_owes() {
    let mut office = Office::new();
    let area = office.area("Hà Trì 1");
    let (early, late) = (office.visit(area, 9), office.visit(area, 12));
    let sheets = [office.sheet(early), office.sheet(early), office.sheet(late), office.sheet(late)];
    let waiting = |office: &Office, on: u32| {
        let rows = office.writer.rows();
        rows.count_sheets_to_key(rows.get_campaign().expect("a campaign").id, day(on)).expect("a count")
    };
    assert_eq!((waiting(&office, 9), waiting(&office, 10), waiting(&office, 13)), (0, 2, 2));
    office.key(sheets[0], "1", Some(5));
    assert_eq!(waiting(&office, 13), 3, "begun, on the table");
    office.run("keyed", |tx| tx.set_sheet_state(sheets[0], SheetState::Keyed));
    office.run("lost", |tx| tx.set_sheet_state(sheets[2], SheetState::Lost));
    assert_eq!(waiting(&office, 13), 1);
    office.run("off", |tx| tx.cancel_visit(late, Some("mưa bão")));
    assert_eq!(waiting(&office, 13), 1, "the last evening that was held");
}
