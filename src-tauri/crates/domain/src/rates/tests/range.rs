use super::*;

/// Area A and B of the worked example.
fn example() -> Book {
    book(
        2,
        vec![base(1, 1, Some(400), Some(60)), base(2, 1, Some(100), None)],
        vec![
            sheet(1, 1, 9, SheetKind::Regular, &[(5, 110), (6, 30), (7, 25)]),
            sheet(2, 2, 10, SheetKind::Regular, &[(5, 40), (6, 10), (7, 5)]),
        ],
    )
}

fn range_of(book: &Book, target: &Target) -> Option<Range> {
    let ledger = Ledger::of(book, Period::until(day(30)));
    ledger.range(target, ledger.areas())
}

#[test]
fn the_worked_example_of_the_range() {
    let ledger = Ledger::of(&example(), Period::until(day(30)));
    let of = |area| ledger.range(&installed(), &[AreaId(area)]).map(|r| (r.low, r.high, r.unmet));
    assert_eq!((of(1), of(2)), (Some((85, 345, 290)), Some((15, 75, 60))));
    let ward = range_of(&example(), &installed()).expect("a range");
    assert_eq!((ward.low, ward.high, ward.unmet), (100, 420, 350));
    assert_eq!((ward.low_percent, ward.high_percent), (20.0, 84.0));
}

#[test]
fn there_is_none_where_it_cannot_be_known() {
    let nothing = |book: &Book, target: &Target| assert_eq!(range_of(book, target), None);
    nothing(&book(1, vec![], vec![sheet(1, 1, 9, SheetKind::Regular, &[(5, 3), (7, 1)])]), &installed());
    nothing(&book(1, vec![base(1, 1, Some(9), None)], vec![]), &installed());
    // Sheets came back, and none says who of the denominator was met.
    nothing(
        &book(1, vec![base(1, 1, Some(9), None)], vec![sheet(1, 1, 9, SheetKind::Regular, &[(7, 1)])]),
        &installed(),
    );
    let met = Target { numerator: Numerator::Account, denominator: Denominator::PeopleMet, ..installed() };
    nothing(&with_households(), &met);
    let households =
        Target { numerator: Numerator::HouseholdsMet, denominator: Denominator::Households, ..installed() };
    nothing(&with_households(), &households);
}

#[test]
fn who_met_more_than_there_should_be_has_nobody_left() {
    let sheets = vec![sheet(1, 1, 9, SheetKind::Regular, &[(5, 12), (6, 0), (7, 12)])];
    let range = range_of(&book(1, vec![base(1, 1, Some(10), None)], sheets), &installed()).expect("a range");
    assert_eq!((range.low, range.high, range.unmet), (12, 12, 0));
}

proptest! {
    #[test]
    fn a_range_holds_its_rate_and_areas_add_up(sheets in any_sheets(), numerator in 0usize..4, people in any::<bool>()) {
        let bases = vec![base(1, 1, Some(500), Some(20)), base(2, 12, Some(300), None), base(3, 1, Some(40), None)];
        let denominator = if people { Denominator::People15 } else { Denominator::Smartphone15 };
        let target = Target { numerator: Numerator::ALL[numerator], denominator, ..installed() };
        let ledger = Ledger::of(&book(4, bases, sheets), Period::until(day(30)));
        let rate = ledger.ward_rate(&target);
        if let Some(range) = ledger.range(&target, ledger.areas()) {
            prop_assert_eq!(Some(range.low), rate.numerator);
            prop_assert!(range.low <= range.high && range.low_percent <= range.high_percent);
            prop_assert_eq!(Some(range.low_percent), rate.percent);
            // An area that has reported nothing has no range of its own: it may have all or none.
            let of = |a: &AreaId| {
                let whole = ledger.area_rate(&target, *a).denominator?;
                let Some(own) = ledger.range(&target, &[*a]) else { return Some(whole) };
                assert!(own.high <= whole.max(own.low), "nobody beyond the denominator");
                Some(own.high)
            };
            let high: Option<u64> = ledger.covered(&target, ledger.areas()).iter().map(of).sum();
            prop_assert_eq!(high, Some(range.high));
        }
    }
}
