use domain::area::AreaKind;
use domain::code::{OfficeKey, SheetCode};
use domain::form::{Form, default_checks, default_indicators};
use domain::ids::{BaseId, FormId, SheetId};
use domain::lineage::Heir;
use domain::rates::KeyedSheet;
use domain::sheet::{Sheet, SheetState};
use domain::tally::BoxNo;
use proptest::prelude::*;

use super::*;

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

fn base(id: i64, as_of: u32, households: Option<u32>, installed: Option<u32>) -> BaseFigures {
    let (area, source) = (AreaId(1), "thử".to_owned());
    BaseFigures {
        id: BaseId(id),
        area,
        as_of: day(as_of),
        source,
        households,
        people_15: None,
        smartphone_15: None,
        installed,
    }
}

const KINDS: [SheetKind; 4] = [SheetKind::Regular, SheetKind::Spare, SheetKind::SelfReport, SheetKind::Summary];

fn keyed() -> impl Strategy<Value = KeyedSheet> {
    let boxes = proptest::collection::btree_map(1u16..=9, 0u32..500, 0..6);
    let of = (0i64..5, proptest::option::weighted(0.9, 1u32..28), 0..KINDS.len(), 0..SheetState::ALL.len());
    (of, any::<bool>(), boxes).prop_map(|((area, on, kind, state), called_off, boxes)| KeyedSheet {
        sheet: Sheet {
            id: SheetId(0),
            code: SheetCode::of(&OfficeKey([1; 32]), SheetId(1)).expect("in range"),
            kind: KINDS[kind],
            visit: None,
            area: (area > 0).then_some(AreaId(area)),
            team: None,
            n: 1,
            of: 1,
            form: FormId(1),
            state: SheetState::ALL[state],
            on: on.map(day),
            called_off,
            accepted_because: None,
            note: None,
            holder: None,
            handed_out_on: None,
            replaces: None,
            copy_of: None,
            state_because: None,
        },
        tally: boxes.into_iter().map(|(no, value)| (BoxNo::number(no), value)).collect(),
    })
}

/// Four areas; the third came out of the first, and both have reported by themselves.
fn books() -> impl Strategy<Value = Book> {
    proptest::collection::vec(keyed(), 0..40).prop_map(|mut sheets| {
        sheets.iter_mut().zip(1..).for_each(|(k, n)| k.sheet.id = SheetId(n));
        let form = Form {
            id: FormId(1),
            version: 1,
            control: false,
            indicators: default_indicators("iHanoi"),
            checks: default_checks(),
        };
        Book {
            areas: (1..=4).map(area).collect(),
            forms: vec![form],
            sheets,
            heirs: vec![Heir { source: AreaId(1), heir: AreaId(3), on: day(15) }],
            ..Book::default()
        }
        .by_family()
    })
}

proptest! {
    #[test]
    fn rows_add_up_to_the_totals_of_every_area(book in books(), last in 1u32..28) {
        let period = Period::until(day(last));
        let (tallies, sheets) = counts(&book, period);
        let ledger = Ledger::of(&book, period);
        for area in &book.areas {
            let totals = ledger.area(area.id);
            for meaning in Meaning::ALL {
                let of: Vec<u64> =
                    tallies.iter().filter(|t| t.area == area.id && t.indicator == meaning).map(|t| t.value).collect();
                prop_assert_eq!((!of.is_empty()).then(|| of.iter().sum::<u64>()), totals.get(meaning));
            }
            let of = || sheets.iter().filter(|s| s.area == area.id);
            prop_assert_eq!(of().map(|s| s.expected).sum::<usize>(), totals.expected);
            prop_assert_eq!(of().map(|s| s.returned).sum::<usize>(), totals.returned);
            prop_assert_eq!(of().map(|s| s.keyed).sum::<usize>(), totals.keyed);
        }
        prop_assert!(tallies.iter().all(|t| book.areas.iter().any(|a| a.id == t.area)));
    }

    #[test]
    fn no_key_comes_twice(book in books()) {
        let (tallies, sheets) = counts(&book, Period::WHOLE);
        let keys: BTreeSet<_> = tallies.iter().map(|t| (t.area, t.on, t.origin, t.indicator)).collect();
        prop_assert_eq!(keys.len(), tallies.len());
        let keys: BTreeSet<_> = sheets.iter().map(|s| (s.area, s.on, s.origin)).collect();
        prop_assert_eq!(keys.len(), sheets.len());
    }
}

#[test]
fn two_bases_of_one_day_are_one_row_and_the_later_figure_speaks() {
    let rows = bases(&[base(2, 1, None, Some(7)), base(1, 1, Some(100), Some(5)), base(3, 2, None, None)]);
    let figures: Vec<_> = rows.iter().map(|r| (r.on, r.households, r.installed)).collect();
    assert_eq!(figures, [(day(1), Some(100), Some(7)), (day(2), None, None)]);
}

#[test]
fn a_day_is_its_digits_and_none_is_zero() {
    assert_eq!((date_key(Some(day(9))), date_key(None)), (20_241_109, 0));
}
