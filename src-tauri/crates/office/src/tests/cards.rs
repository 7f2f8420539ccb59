//! Team cards: who is on them, and that names go out only after it was noted.

use chrono::{Datelike, NaiveDate};
use domain::privacy::ContactDeed;

use super::kit::{Ward, code_of};
use super::rosters::{force, members, visits};
use crate::card::{CardSize, NoteTeamCards, TeamCardsPdf};
use crate::contact::ListContactAccess;
use crate::roster::{PairUp, RosterLine, SetRoster};
use crate::sheet::NumberSheets;
use crate::team::ListForces;
use crate::{ErrorCode, Made, Make, Result};

fn day(d: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(2024, 11, d)
}

/// Two people in a pair on the first evening, with numbered sheets.
fn ward() -> Ward {
    let mut ward = Ward::of("ha-cau-2024");
    let youth = force(&ward, "Đoàn viên thanh niên");
    let two = members(&mut ward, youth, &["Lê Văn Thử", "Trần Thị Thử"]);
    let visit = visits(&ward)[0];
    let team = ward.office.read(ListForces {}).expect("forces").teams[0].id;
    let lines = two.iter().map(|member| RosterLine { member: *member, team, pair: None }).collect();
    ward.office.write(SetRoster { visit, lines }).expect("a roster");
    ward.office.write(PairUp { visit }).expect("a pair");
    let numbering = NumberSheets { evening: day(9), count: 3, spare: 1, summary: true, ..NumberSheets::default() };
    ward.office.write(numbering).expect("sheets");
    ward
}

fn made(ward: &Ward, cards: TeamCardsPdf) -> Result<Made> {
    ward.office.make(cards, &mut |_, _| true)
}

#[test]
fn names_are_printed_only_after_it_was_noted_and_for_ten_minutes() {
    let mut ward = ward();
    let named = TeamCardsPdf { evening: day(9), names: true, ..TeamCardsPdf::default() };
    assert_eq!(code_of(made(&ward, named)), ErrorCode::PrintNotNoted);
    made(&ward, TeamCardsPdf { names: false, ..named }).expect("a card without names needs no note");

    let people = ward.office.write(NoteTeamCards { evening: day(9) }).expect("noted").answer;
    assert_eq!(people, 2, "the area has no head yet");
    let log = ward.office.read(ListContactAccess {}).expect("the log");
    assert_eq!((log[0].what, log[0].person, log[0].how_many), (ContactDeed::Printed, None, 2));
    made(&ward, named).expect("cards with names");
    made(&ward, TeamCardsPdf { size: CardSize::A6, ..named }).expect("small ones of the same people");

    let youth = force(&ward, "Đoàn viên thanh niên");
    let more = members(&mut ward, youth, &["Phạm Văn Thử"]);
    let team = ward.office.read(ListForces {}).expect("forces").teams[0].id;
    let visit = visits(&ward)[1];
    let lines = vec![RosterLine { member: more[0], team, pair: None }];
    ward.office.write(SetRoster { visit, lines }).expect("a roster");
    let all = TeamCardsPdf { evening: None, ..named };
    assert_eq!(code_of(made(&ward, all)), ErrorCode::PrintNotNoted, "noted were fewer people");
}

#[test]
fn an_evening_without_a_visit_has_no_cards() {
    let mut ward = ward();
    let none = day(9).and_then(|d| d.with_month(12));
    assert_eq!(code_of(made(&ward, TeamCardsPdf { evening: none, ..TeamCardsPdf::default() })), ErrorCode::NoVisits);
    assert_eq!(code_of(ward.office.write(NoteTeamCards { evening: none })), ErrorCode::NoVisits);
}

#[test]
fn a_batch_says_what_it_was_made_from_and_of_which_teams() {
    let ward = ward();
    let cards = TeamCardsPdf { evening: day(9), ..TeamCardsPdf::default() };
    let batch = cards.batch(&ward.office.view()).expect("a batch").expect("a paper of the print room");
    assert_eq!(batch.made_from, "A5, 2 thẻ trên một trang A4; thẻ của buổi 09/11/2024; không ghi tên");
    assert_eq!(batch.said.len(), 1);
    assert!(batch.said[0].says.contains("Danh sách 2 người"), "{}", batch.said[0].says);
    assert!(!batch.said[0].says.contains("Thử"), "no name goes into the journal");
}
