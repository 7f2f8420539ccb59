use std::collections::BTreeMap;

use super::*;

/// What the store would add up: sheets that are alike, area by area and evening by evening.
fn added_up(book: &Book) -> Sums {
    let mut apart = book.clone();
    let (own, evenings): (Vec<KeyedSheet>, Vec<KeyedSheet>) =
        std::mem::take(&mut apart.sheets).into_iter().partition(|k| k.sheet.kind == SheetKind::SelfReport);
    apart.sheets = own;
    let mut sums = Sums::of(&apart);
    for KeyedSheet { sheet, tally } in evenings {
        let (Some(area), Some(on)) = (sheet.area, sheet.on) else { continue };
        let of = |sheets, boxes| Alike {
            area,
            on,
            called_off: sheet.called_off,
            kind: sheet.kind,
            state: sheet.state,
            sheets,
            boxes,
        };
        sums.take(&of(1, None));
        let boxes: BTreeMap<BoxNo, u64> = tally.iter().map(|(no, value)| (no.clone(), u64::from(value))).collect();
        sums.take(&of(0, (!boxes.is_empty()).then_some((sheet.form, boxes))));
    }
    sums
}

fn any_book() -> impl Strategy<Value = Book> {
    let boxes = prop::collection::btree_map(1u16..=9, 0u32..200, 0..9);
    let kinds =
        prop::sample::select(vec![SheetKind::Regular, SheetKind::Spare, SheetKind::SelfReport, SheetKind::Summary]);
    let states = prop::sample::select(SheetState::ALL.to_vec());
    let sheets = prop::collection::vec((1i64..=5, 9u32..=30, kinds, states, any::<bool>(), boxes), 0..30);
    sheets.prop_map(|rows| {
        let sheets = rows.into_iter().zip(1..).map(|((area, on, kind, state, called_off, boxes), id)| {
            let mut keyed = sheet(id, area, on, kind, &boxes.into_iter().collect::<Vec<_>>());
            (keyed.sheet.state, keyed.sheet.called_off) = (state, called_off);
            keyed
        });
        book(4, vec![base(1, 1, Some(500), Some(20)), base(2, 12, Some(300), None)], sheets.collect())
    })
}

proptest! {
    #[test]
    fn sheets_and_sums_give_the_same_ledger(book in any_book(), from in 9u32..=30, to in 9u32..=30) {
        prop_assert_eq!(&added_up(&book), &Sums::of(&book));
        let period = Period { from: (from <= to).then(|| day(from)), to: day(to) };
        let ledger = Ledger::of(&book, period);
        prop_assert_eq!(&Ledger::of_sums(&added_up(&book), period), &ledger);
        // And both are what the sheets of the period add, one by one.
        let mut by_sheet: BTreeMap<AreaId, Totals> = book.areas.iter().map(|a| (a.id, Totals::default())).collect();
        for seen in seen_in(&book, period) {
            let total = by_sheet.entry(seen.area).or_default();
            *total = [total.clone(), seen.totals()].iter().sum();
        }
        for (area, total) in by_sheet {
            prop_assert_eq!(ledger.area(area), total);
        }
    }

    #[test]
    fn a_blank_box_never_counts_as_nothing(book in any_book()) {
        let ledger = Ledger::of(&book, Period::WHOLE);
        let counted = |m: Meaning| seen_in(&book, Period::WHOLE).filter(|s| s.adds).filter_map(|s| book.forms[0].count(&s.keyed.tally, m)).count();
        for meaning in Meaning::ALL.into_iter().filter(|m| *m != Meaning::Own) {
            prop_assert_eq!(ledger.ward().get(meaning).is_none(), counted(meaning) == 0, "{:?}", meaning);
        }
        let target = Target { numerator: Numerator::Account, ..installed() };
        prop_assert_eq!(ledger.ward_rate(&target).numerator.is_none() , {
            let covered = ledger.covered(&target, ledger.areas());
            covered.iter().all(|a| ledger.area(*a).get(Meaning::Account).is_none())
        });
    }

    #[test]
    fn a_share_between_stages_is_a_ratio_of_sums(book in any_book()) {
        let ledger = Ledger::of(&book, Period::WHOLE);
        let (part, whole) = (Meaning::Account, Meaning::PeopleMet);
        let both = |a: &AreaId| Some((ledger.area(*a).get(part)?, ledger.area(*a).get(whole)?));
        let (of, all) = ledger.areas().iter().filter_map(both).fold((0, 0), |sum, (p, w)| (sum.0 + p, sum.1 + w));
        prop_assert_eq!(ledger.share(&[part], &[whole]), percent(of, all));
    }
}

#[test]
fn the_last_figure_is_that_of_a_sheet_that_counts() {
    let mut book =
        book(1, vec![], vec![sheet(1, 1, 9, SheetKind::Regular, &[(7, 1)]), sheet(2, 1, 20, SheetKind::Regular, &[])]);
    assert_eq!(Sums::of(&book).last_figure(), Some(day(9)));
    book.sheets.clear();
    assert_eq!(Sums::of(&book).last_figure(), None);
}

#[test]
fn every_meaning_has_a_place_of_its_own() {
    for (n, meaning) in Meaning::ALL.into_iter().enumerate() {
        assert_eq!(meaning as usize, n, "totals are kept in this order");
    }
}
