use proptest::prelude::*;

use super::*;
use crate::campaign::{Denominator, Numerator, Target};
use crate::code::{OfficeKey, SheetCode};
use crate::form::{Form, default_checks, default_indicators};
use crate::ids::{FormId, SheetId, TargetId};
use crate::rates::{KeyedSheet, Ledger, Period};
use crate::sheet::{Sheet, SheetKind, SheetState};
use crate::tally::BoxNo;

fn day(d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 11, d).expect("a date of the test")
}

fn area(id: i64, name: &str) -> Area {
    Area {
        id: AreaId(id),
        name: name.into(),
        kind: AreaKind::ResidentialGroup,
        cluster: None,
        leader: None,
        self_report_due: None,
        began_on: None,
        ended_on: None,
    }
}

fn base(area: i64, as_of: u32, people: u32) -> BaseFigures {
    BaseFigures {
        id: BaseId(area * 100 + i64::from(as_of)),
        area: AreaId(area),
        as_of: day(as_of),
        source: "thử".into(),
        households: None,
        people_15: Some(people),
        smartphone_15: None,
        installed: None,
    }
}

fn sheet(id: i64, area: i64, on: u32, kind: SheetKind, accounts: u32) -> KeyedSheet {
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
            state: SheetState::Returned,
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
        tally: [(BoxNo::number(8), accounts)].into_iter().collect(),
    }
}

fn form() -> Form {
    Form {
        id: FormId(1),
        version: 1,
        control: false,
        indicators: default_indicators("iHanoi"),
        checks: default_checks(),
    }
}

fn heir(source: i64, heir: i64) -> Heir {
    Heir { source: AreaId(source), heir: AreaId(heir), on: day(15) }
}

fn target() -> Target {
    Target {
        id: TargetId(1),
        clause: "II.6".into(),
        name: "Tài khoản".into(),
        numerator: Numerator::Account,
        denominator: Denominator::People15,
        percent: 50,
        by: day(30),
    }
}

fn rate(book: Book) -> crate::rates::Rate {
    Ledger::of(&book.by_family(), Period::WHOLE).ward_rate(&target())
}

/// Hà Trì 1 (area 1) split into 1A and 1B (2, 3).
fn split(bases: Vec<BaseFigures>) -> Book {
    Book {
        areas: vec![area(1, "Hà Trì 1"), area(2, "Hà Trì 1A"), area(3, "Hà Trì 1B")],
        bases,
        forms: vec![form()],
        sheets: vec![sheet(1, 1, 9, SheetKind::Regular, 40), sheet(2, 2, 20, SheetKind::Regular, 60)],
        heirs: vec![heir(1, 2), heir(1, 3)],
        ..Book::default()
    }
}

#[test]
fn the_worked_example() {
    let rate = rate(split(vec![base(1, 1, 480), base(2, 15, 300), base(3, 15, 200)]));
    assert_eq!((rate.numerator, rate.denominator, rate.percent), (Some(100), Some(500), Some(20.0)));
    assert!(rate.without_base.is_empty());
}

#[test]
fn a_family_has_one_name_and_stands_where_its_first_heir_stood() {
    let book = split(Vec::new()).by_family();
    assert_eq!(book.areas.len(), 1);
    assert_eq!(book.areas[0].name, "Hà Trì 1A + Hà Trì 1B");
}

#[test]
fn until_the_heirs_figures_are_known_the_sources_stand() {
    let rate = rate(split(vec![base(1, 1, 480)]));
    assert_eq!((rate.numerator, rate.denominator), (Some(100), Some(480)));
}

#[test]
fn a_family_with_a_heir_unknown_is_left_out_whole() {
    let mut book = split(vec![base(1, 1, 480), base(2, 15, 300), base(4, 1, 50)]);
    book.areas.push(area(4, "Hà Trì 2"));
    book.sheets.push(sheet(3, 4, 10, SheetKind::Regular, 5));
    let rate = rate(book);
    assert_eq!((rate.numerator, rate.denominator), (Some(5), Some(50)));
    assert_eq!(rate.without_base, [AreaId(2)]);
}

#[test]
fn merged_areas_count_over_the_new_areas_people() {
    let book = Book {
        areas: vec![area(1, "Hà Trì 1"), area(2, "Hà Trì 2"), area(3, "Hà Trì")],
        bases: vec![base(1, 1, 100), base(2, 1, 100), base(3, 15, 210)],
        forms: vec![form()],
        sheets: vec![sheet(1, 1, 9, SheetKind::Regular, 21), sheet(2, 3, 20, SheetKind::Regular, 21)],
        heirs: vec![heir(1, 3), heir(2, 3)],
        ..Book::default()
    };
    let rate = rate(book);
    assert_eq!((rate.numerator, rate.denominator), (Some(42), Some(210)));
}

#[test]
fn heirs_that_report_by_themselves_do_not_replace_one_another() {
    let mut book = split(vec![base(2, 15, 300), base(3, 15, 200)]);
    book.sheets = vec![
        sheet(1, 2, 18, SheetKind::SelfReport, 30),
        sheet(2, 2, 20, SheetKind::SelfReport, 35),
        sheet(3, 3, 19, SheetKind::SelfReport, 12),
    ];
    assert_eq!(rate(book).numerator, Some(47), "the latest of each");
}

#[test]
fn an_old_paper_reads_the_old_name() {
    let former = |until, name: &str| FormerName {
        area: AreaId(1),
        until: day(until),
        name: name.into(),
        kind: AreaKind::ResidentialGroup,
        cluster: None,
        because: "NQ".into(),
    };
    let now = area(1, "Hà Trì mới");
    let names = [former(9, "Hà Trì cũ"), former(14, "Hà Trì")];
    for (on, name) in [(1, "Hà Trì cũ"), (9, "Hà Trì cũ"), (10, "Hà Trì"), (14, "Hà Trì"), (15, "Hà Trì mới")]
    {
        assert_eq!(as_on(&now, &names, day(on)).name, name, "{on}");
    }
}

proptest! {
    /// Whatever splits and merges there were, nobody met is lost or counted twice, every area is in one
    /// family, and the figures of the areas that are left are the denominator.
    #[test]
    fn lineage_never_changes_what_was_counted(
        counts in prop::collection::vec(0u32..50, 12),
        steps in prop::collection::vec((any::<bool>(), 0usize..12, 0usize..12), 0..5),
    ) {
        let mut areas: Vec<Area> = (1..=6).map(|id| area(id, &format!("Hà Trì {id}"))).collect();
        let mut living: Vec<i64> = (1..=6).collect();
        let mut heirs = Vec::new();
        for (is_split, one, other) in steps {
            let source = living[one % living.len()];
            let partner = living[other % living.len()];
            let next = i64::try_from(areas.len()).expect("few") + 1;
            if is_split {
                areas.extend([area(next, "a"), area(next + 1, "b")]);
                heirs.extend([heir(source, next), heir(source, next + 1)]);
                living.retain(|a| *a != source);
                living.extend([next, next + 1]);
            } else if source != partner {
                areas.push(area(next, "c"));
                heirs.extend([heir(source, next), heir(partner, next)]);
                living.retain(|a| *a != source && *a != partner);
                living.push(next);
            }
        }
        let sheets: Vec<KeyedSheet> = (0i64..)
            .zip(counts.iter())
            .map(|(id, n)| sheet(id, id % i64::try_from(areas.len()).expect("few") + 1, 20, SheetKind::Regular, *n))
            .collect();
        let bases = living.iter().map(|id| base(*id, 15, 100)).collect();
        let book = Book { areas: areas.clone(), bases, forms: vec![form()], sheets, heirs: heirs.clone(), ..Book::default() };
        let all = families(&areas, &heirs);
        let mut members: Vec<AreaId> = all.iter().flat_map(|f| f.members.clone()).collect();
        members.sort_unstable();
        prop_assert_eq!(members, areas.iter().map(|a| a.id).collect::<Vec<_>>());
        let mut left: Vec<i64> = all.iter().flat_map(|f| f.leaves.iter().map(|a| a.0)).collect();
        left.sort_unstable();
        living.sort_unstable();
        prop_assert_eq!(&left, &living);
        let rate = rate(book);
        prop_assert_eq!(rate.numerator, Some(counts.iter().map(|n| u64::from(*n)).sum()));
        prop_assert_eq!(rate.denominator, Some(100 * living.len() as u64));
    }
}
