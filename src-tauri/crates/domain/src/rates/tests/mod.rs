//! Worked examples and laws of rates.

mod need;
mod range;
mod sums;

use proptest::prelude::*;

use chrono::NaiveDate;

use super::*;
use crate::area::{Area, AreaKind, BaseFigures};
use crate::campaign::{Denominator, Numerator, Target};
use crate::code::{OfficeKey, SheetCode};
use crate::form::{Form, Meaning, default_checks, default_indicators};
use crate::ids::{AreaId, BaseId, FormId, SheetId, TargetId};
use crate::sheet::{Sheet, SheetKind, SheetState};
use crate::tally::BoxNo;

fn day(d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 11, d).expect("a date of the test")
}

fn area(id: i64) -> Area {
    Area {
        id: AreaId(id),
        name: format!("Hà Trì {id}"),
        kind: AreaKind::ResidentialGroup,
        cluster: None,
        leader: None,
        self_report_due: None,
        began_on: None,
        ended_on: None,
    }
}

fn base(area: i64, as_of: u32, smartphone: Option<u32>, installed: Option<u32>) -> BaseFigures {
    BaseFigures {
        id: BaseId(area * 100 + i64::from(as_of)),
        area: AreaId(area),
        as_of: day(as_of),
        source: "thử".into(),
        households: None,
        people_15: smartphone.map(|n| n + 100),
        smartphone_15: smartphone,
        installed,
    }
}

fn sheet(id: i64, area: i64, on: u32, kind: SheetKind, boxes: &[(u16, u32)]) -> KeyedSheet {
    KeyedSheet {
        sheet: Sheet {
            id: SheetId(id),
            code: SheetCode::of(&OfficeKey([1; 32]), SheetId(id)).expect("in range"),
            kind,
            visit: None,
            area: Some(AreaId(area)),
            team: None,
            n: 1,
            of: 1,
            form: FormId(1),
            state: if boxes.is_empty() { SheetState::first(kind) } else { SheetState::Returned },
            on: Some(day(on)),
            called_off: false,
            accepted_because: None,
            note: None,
            holder: None,
            handed_out_on: None,
            replaces: None,
            copy_of: None,
            state_because: None,
        },
        tally: boxes.iter().map(|(no, v)| (BoxNo::number(*no), *v)).collect(),
    }
}

fn book(areas: i64, bases: Vec<BaseFigures>, sheets: Vec<KeyedSheet>) -> Book {
    let form = Form {
        id: FormId(1),
        version: 1,
        control: false,
        indicators: default_indicators("iHanoi"),
        checks: default_checks(),
    };
    Book { areas: (1..=areas).map(area).collect(), bases, forms: vec![form], sheets, ..Book::default() }
}

fn installed() -> Target {
    Target {
        id: TargetId(1),
        clause: "I.2".into(),
        name: "Cài đặt".into(),
        numerator: Numerator::Installed,
        denominator: Denominator::Smartphone15,
        percent: 50,
        by: day(30),
    }
}

#[test]
fn the_worked_example() {
    let book = book(
        2,
        vec![base(1, 1, Some(400), Some(60)), base(2, 1, Some(100), None)],
        vec![
            sheet(1, 1, 9, SheetKind::Regular, &[(6, 30), (7, 25)]),
            sheet(2, 2, 10, SheetKind::Regular, &[(6, 10), (7, 5)]),
        ],
    );
    let rate = Ledger::of(&book, Period::until(day(30))).ward_rate(&installed());
    assert_eq!((rate.numerator, rate.denominator, rate.percent), (Some(100), Some(500), Some(20.0)));
    assert!(rate.among_met && rate.without_base.is_empty());
}

#[test]
fn blank_bases_leave_the_rate_unknown_but_show_the_count() {
    let book = book(1, vec![], vec![sheet(1, 1, 9, SheetKind::Regular, &[(6, 3), (7, 4)])]);
    let rate = Ledger::of(&book, Period::until(day(30))).ward_rate(&installed());
    assert_eq!((rate.numerator, rate.denominator, rate.percent), (Some(7), None, None));
    assert_eq!(rate.without_base, [AreaId(1)]);
}

#[test]
fn an_area_without_base_is_left_out_of_both_sides() {
    let book = book(
        2,
        vec![base(1, 1, Some(100), None)],
        vec![sheet(1, 1, 9, SheetKind::Regular, &[(7, 10)]), sheet(2, 2, 9, SheetKind::Regular, &[(7, 90)])],
    );
    let rate = Ledger::of(&book, Period::until(day(30))).ward_rate(&installed());
    assert_eq!((rate.numerator, rate.denominator), (Some(10), Some(100)));
    assert_eq!(rate.without_base, [AreaId(2)]);
}

#[test]
fn nothing_reported_is_unknown_not_zero() {
    let book = book(1, vec![base(1, 1, Some(100), None)], vec![sheet(1, 1, 9, SheetKind::Regular, &[])]);
    let ledger = Ledger::of(&book, Period::until(day(30)));
    let rate = ledger.ward_rate(&installed());
    assert_eq!((rate.numerator, rate.denominator, rate.percent), (None, Some(100), None));
    assert!(!ledger.area(AreaId(1)).has_figures());
    assert_eq!((ledger.area(AreaId(1)).expected, ledger.area(AreaId(1)).returned), (1, 0));
}

#[test]
fn installs_before_the_bases_date_are_not_counted_twice() {
    let book = book(
        1,
        vec![base(1, 9, Some(100), Some(40))],
        vec![sheet(1, 1, 9, SheetKind::Regular, &[(7, 7)]), sheet(2, 1, 10, SheetKind::Regular, &[(7, 5)])],
    );
    assert_eq!(Ledger::of(&book, Period::until(day(30))).ward_rate(&installed()).numerator, Some(45));
}

#[test]
fn the_latest_self_report_replaces_the_earlier() {
    let book = book(
        1,
        vec![base(1, 1, Some(100), None)],
        vec![sheet(1, 1, 20, SheetKind::SelfReport, &[(7, 10)]), sheet(2, 1, 28, SheetKind::SelfReport, &[(7, 30)])],
    );
    assert_eq!(Ledger::of(&book, Period::until(day(30))).ward_rate(&installed()).numerator, Some(30));
    assert_eq!(Ledger::of(&book, Period::until(day(21))).ward_rate(&installed()).numerator, Some(10));
}

#[test]
fn a_self_report_without_a_day_is_the_latest_in_every_period() {
    let mut undated = sheet(2, 1, 1, SheetKind::SelfReport, &[(7, 10)]);
    undated.sheet.on = None;
    let dated = sheet(3, 1, 20, SheetKind::SelfReport, &[(7, 30)]);
    let book = book(1, vec![base(1, 1, Some(100), None)], vec![undated, dated]);
    let whole = Ledger::of(&book, Period::until(day(30)));
    let part = Ledger::of(&book, Period { from: Some(day(25)), to: day(30) });
    let brought = |ledger: &Ledger| ledger.ward().get(Meaning::InstalledTonight);
    assert_eq!((brought(&whole), brought(&part)), (Some(10), Some(10)), "a period counts nothing the whole does not");
}

#[test]
fn spares_are_expected_only_once_used() {
    let book = book(
        1,
        vec![],
        vec![
            sheet(1, 1, 9, SheetKind::Regular, &[]),
            sheet(2, 1, 9, SheetKind::Spare, &[]),
            sheet(3, 1, 9, SheetKind::Spare, &[(1, 0)]),
        ],
    );
    let totals = Ledger::of(&book, Period::until(day(30))).ward();
    assert_eq!((totals.expected, totals.returned), (2, 1));
}

#[test]
fn more_than_all_is_a_warning() {
    let book = book(1, vec![base(1, 1, Some(10), None)], vec![sheet(1, 1, 9, SheetKind::Regular, &[(5, 12), (7, 12)])]);
    let ledger = Ledger::of(&book, Period::until(day(30)));
    assert!(ledger.ward_rate(&installed()).is_over_100());
    assert_eq!(ledger.warnings(AreaId(1)).iter().map(|w| w.kind).collect::<Vec<_>>(), [WarningKind::MoreSmartphones]);
}

fn any_sheets() -> impl Strategy<Value = Vec<KeyedSheet>> {
    let boxes = prop::collection::btree_map(1u16..=9, 0u32..200, 0..9);
    prop::collection::vec((1i64..=4, 9u32..=30, boxes), 0..30).prop_map(|rows| {
        rows.into_iter()
            .zip(1..)
            .map(|((area, on, boxes), id)| {
                sheet(id, area, on, SheetKind::Regular, &boxes.into_iter().collect::<Vec<_>>())
            })
            .collect()
    })
}

proptest! {
    #[test]
    fn areas_add_up_to_the_ward_in_any_order(sheets in any_sheets(), shuffle in any::<u64>()) {
        let bases = vec![base(1, 1, Some(500), Some(20)), base(2, 12, Some(300), None)];
        let forward = Ledger::of(&book(4, bases.clone(), sheets.clone()), Period::until(day(30)));
        let mut other = sheets;
        let len = other.len().max(1);
        other.rotate_left(usize::try_from(shuffle).unwrap_or(0) % len);
        other.reverse();
        let backward = Ledger::of(&book(4, bases, other), Period::until(day(30)));

        let sum: Totals = [1, 2, 3, 4].map(|a| forward.area(AreaId(a))).iter().sum();
        prop_assert_eq!(&sum, &forward.ward());
        prop_assert_eq!(&forward.ward(), &backward.ward());
        prop_assert_eq!(forward.ward_rate(&installed()), backward.ward_rate(&installed()));
    }

    #[test]
    fn the_wards_rate_is_the_ratio_of_sums(sheets in any_sheets()) {
        let bases = vec![base(1, 1, Some(500), None), base(2, 1, Some(300), None)];
        let ledger = Ledger::of(&book(4, bases, sheets), Period::until(day(30)));
        let ward = ledger.ward_rate(&installed());
        let parts: Vec<Rate> = [1, 2].iter().map(|a| ledger.area_rate(&installed(), AreaId(*a))).collect();
        prop_assert_eq!(ward.denominator, Some(800));
        if parts.iter().any(|r| r.numerator.is_some()) {
            prop_assert_eq!(ward.numerator, Some(parts.iter().filter_map(|r| r.numerator).sum::<u64>()));
        } else {
            prop_assert_eq!(ward.numerator, None);
        }
    }
}

/// Area 1 has a base of 120 households, area 2 has none; both have sheets.
fn with_households() -> Book {
    let first = BaseFigures { households: Some(120), ..base(1, 1, Some(400), Some(60)) };
    book(
        2,
        vec![first],
        vec![
            sheet(1, 1, 9, SheetKind::Regular, &[(2, 30), (4, 50), (6, 4), (7, 25), (8, 20)]),
            sheet(2, 2, 10, SheetKind::Regular, &[(2, 11), (6, 10), (7, 5)]),
        ],
    )
}

fn rate_of(numerator: Numerator, denominator: Denominator) -> Rate {
    let target = Target { numerator, denominator, ..installed() };
    Ledger::of(&with_households(), Period::until(day(30))).ward_rate(&target)
}

#[test]
fn households_met_are_a_share_of_the_bases_households() {
    let rate = rate_of(Numerator::HouseholdsMet, Denominator::Households);
    assert_eq!((rate.numerator, rate.denominator, rate.percent), (Some(30), Some(120), Some(25.0)));
    assert_eq!(rate.without_base, [AreaId(2)], "out of both sides");
}

#[test]
fn a_share_of_the_people_met_covers_the_areas_that_counted_them() {
    let rate = rate_of(Numerator::Account, Denominator::PeopleMet);
    assert_eq!((rate.numerator, rate.denominator, rate.percent), (Some(20), Some(50), Some(40.0)));
    assert_eq!(rate.without_base, [AreaId(2)], "its box 4 is blank, which is not zero");
}

#[test]
fn installed_among_the_people_met_leaves_the_base_out() {
    let rate = rate_of(Numerator::Installed, Denominator::PeopleMet);
    assert_eq!((rate.numerator, rate.denominator), (Some(4 + 25), Some(50)));
    assert!(rate.among_met);
}

#[test]
fn an_own_box_counts_in_no_total() {
    let mut book = with_households();
    for indicator in &mut book.forms[0].indicators {
        if indicator.meaning == Meaning::PeopleMet {
            indicator.meaning = Meaning::Own;
        }
    }
    let ledger = Ledger::of(&book, Period::WHOLE);
    assert_eq!((ledger.ward().get(Meaning::Own), ledger.ward().get(Meaning::PeopleMet)), (None, None));
    assert_eq!(ledger.ward().get(Meaning::HouseholdsMet), Some(41));
}
