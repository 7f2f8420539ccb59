use proptest::prelude::*;

use super::{Dice, case, done};
use crate::code::OfficeKey;
use crate::ids::{PersonId, SheetId};
use crate::tally::BoxNo;
use crate::verification::{ALPHA, Case, Estimate, Mode, Rank, Reason, Second, Suspect, choose, estimate, keyer_errors};

const AIMED: Mode = Mode::Aimed { ceiling: 10 };

fn of(cases: &[Case]) -> Estimate {
    estimate(AIMED, cases, &[])
}

/// Sheets in the order of the draw, the first `drawn` of them keyed twice.
fn drawn(wrong: &[u32], drawn: usize) -> Vec<Case> {
    wrong
        .iter()
        .zip(0..)
        .map(|(w, i)| if (i as usize) < drawn { done(i, i as u64, *w) } else { case(i, i as u64) })
        .collect()
}

/// All orders of a few sheets.
fn orders(sheets: &[Case]) -> Vec<Vec<Case>> {
    if sheets.is_empty() {
        return vec![Vec::new()];
    }
    let mut all = Vec::new();
    for i in 0..sheets.len() {
        let mut rest = sheets.to_vec();
        let first = rest.remove(i);
        for mut order in orders(&rest) {
            order.push(Case { rank: Rank(order.len() as u64), ..first.clone() });
            all.push(order);
        }
    }
    all
}

/// The promise itself, counted out: over all orders in which seven sheets can be drawn, the bound is below the
/// truth at any time in no more than α of them; also where all sheets of the second keyer are known besides.
#[test]
fn the_bound_holds_at_every_time_over_all_orders() {
    for wrong in [[9, 0, 0, 0, 0, 0, 0], [1, 1, 1, 1, 1, 1, 1], [9, 9, 9, 9, 9, 0, 0], [8, 1, 0, 3, 0, 0, 9]] {
        let sheets: Vec<Case> =
            wrong.iter().zip(0..).map(|(w, i)| Case { keyer: PersonId(i % 2), ..done(i, 0, *w) }).collect();
        let mut broken = 0;
        let all = orders(&sheets);
        for order in &all {
            let at = |n: usize, second_known: bool| {
                let mut cases = order.clone();
                cases.sort_by_key(|c| c.rank);
                let mut left = 0;
                for case in &mut cases[n..] {
                    if !(second_known && case.keyer == PersonId(1)) {
                        left += wrong[case.sheet.0 as usize];
                        case.second = Second::NotYet;
                    }
                }
                of(&cases).at_most < left
            };
            broken += usize::from((0..=7).any(|n| at(n, false) || at(n, true)));
        }
        let share = broken as f64 / all.len() as f64;
        assert!(share <= ALPHA, "{wrong:?}: {share}");
    }
}

/// The table of `estimate`.
#[test]
fn a_small_ward_needs_nearly_all_and_a_large_one_few() {
    for (sheets, by_ceiling) in [
        (60, [58, 58, 58, 58, 56, 38]),
        (110, [105, 105, 105, 104, 83, 46]),
        (300, [287, 287, 259, 189, 118, 55]),
        (1000, [938, 629, 453, 262, 141, 59]),
        (10_000, [2629, 973, 596, 302, 152, 60]),
    ] {
        let cases: Vec<Case> = (0..sheets).map(|i| case(i, i as u64)).collect();
        let more = [1, 3, 5, 10, 20, 50].map(|ceiling| estimate(Mode::Aimed { ceiling }, &cases, &[]).more);
        assert_eq!(more, by_ceiling, "{sheets} sheets");
    }
}

#[test]
fn twenty_sheets_are_keyed_twice_whole_if_no_wrong_box_is_allowed() {
    let sheets: Vec<Case> = (0..20).map(|i| case(i, i as u64)).collect();
    let some = estimate(Mode::Aimed { ceiling: 5 }, &sheets, &[]);
    assert_eq!((some.allowed, some.more, some.met), (Some(0), 20, false));
    let all = estimate(Mode::Aimed { ceiling: 5 }, &drawn(&[0; 20], 20), &[]);
    assert_eq!((all.more, all.at_most, all.met, all.left), (0, 0, true, Some(0.0)));
    assert_eq!(estimate(AIMED, &[], &[]).at_most, 0);
}

#[test]
fn drawing_as_many_as_announced_meets_the_ceiling_if_nothing_is_found() {
    for n in [60, 110, 400] {
        let more = of(&drawn(&vec![0; n], 0)).more;
        assert!(!of(&drawn(&vec![0; n], more as usize - 1)).met);
        let met = of(&drawn(&vec![0; n], more as usize));
        assert!(met.met && met.more == 0 && Some(met.at_most) <= met.allowed, "{met:?}");
    }
}

#[test]
fn one_wrong_sheet_is_not_the_end() {
    let mut wrong = vec![0; 2000];
    wrong[30] = 9;
    let estimate = of(&drawn(&wrong, 400));
    assert_eq!((estimate.found, estimate.found_drawn, estimate.drawn), (9, 9, 400));
    assert!(estimate.more < 600, "{estimate:?}");
    assert!(estimate.left.is_some_and(|left| (35.0..37.0).contains(&left)), "9 of 3600 boxes: {estimate:?}");
}

#[test]
fn what_lies_beyond_a_gap_is_subtracted_and_proves_nothing() {
    let mut cases = drawn(&[0; 200], 50);
    let before = of(&cases);
    for (case, wrong) in cases[60..].iter_mut().zip([3, 0, 0]) {
        case.second = Second::Done { wrong };
    }
    let after = of(&cases);
    assert_eq!((after.drawn, after.found, after.twice), (50, 3, 53));
    assert!(after.at_most < before.at_most && after.at_most >= before.at_most - 3 - 27);
}

#[test]
fn boxes_mended_alone_are_subtracted_and_count_when_the_sheet_is_drawn() {
    let mut cases = drawn(&[0; 200], 50);
    let before = of(&cases);
    cases[120].mended = 2;
    let after = of(&cases);
    assert_eq!((after.found, after.found_drawn, after.at_most), (2, 0, before.at_most - 2));
    // Drawn later, it was a sheet with two wrong boxes, however they are booked.
    let booked = |mended, wrong| {
        let mut cases = drawn(&[0; 200], 130);
        (cases[120].mended, cases[120].second) = (mended, Second::Done { wrong });
        of(&cases)
    };
    assert_eq!(booked(2, 0), booked(0, 2));
    assert_eq!(booked(2, 0).found_drawn, 2);
}

#[test]
fn sheets_somebody_is_sent_to_keep_it_open() {
    let mut cases = drawn(&[0; 100], 100);
    cases.push(Case { failed: true, ..case(500, 7) });
    let open = of(&cases);
    assert_eq!((open.waiting, open.at_most, open.met), (1, 9, false));
    cases[100].second = Second::Done { wrong: 4 };
    let closed = of(&cases);
    assert_eq!((closed.waiting, closed.at_most, closed.met, closed.found, closed.found_drawn), (0, 0, true, 4, 0));
    let suspect = Suspect { sheet: SheetId(3), boxes: vec![BoxNo::number(7)] };
    assert!(!estimate(AIMED, &cases, &[suspect]).met);
}

#[test]
fn sheets_a_total_confirms_need_no_draw() {
    let confirmed: Vec<Case> = (0..100).map(|i| Case { confirmed: true, ..case(i, i as u64) }).collect();
    let estimate = of(&confirmed);
    assert_eq!((estimate.more, estimate.at_most, estimate.met), (0, 0, true));
}

#[test]
fn without_a_ceiling_the_bound_is_still_told() {
    let every_tenth = Mode::OneIn { n: 10, start: 3 };
    let mut dice = Dice(11);
    let mut cases: Vec<Case> = (0..2000).map(|i| case(i, dice.next())).collect();
    let open = estimate(every_tenth, &cases, &[]);
    assert!((140..260).contains(&open.more) && !open.met && open.left.is_none());
    for case in cases.iter_mut().filter(|c| c.rank.0 % 10 == 3) {
        case.second = Second::Done { wrong: 0 };
    }
    let closed = estimate(every_tenth, &cases, &[]);
    assert_eq!((closed.drawn, closed.more, closed.met, closed.left), (open.more, 0, true, Some(0.0)));
    // Nothing found on n sheets: about 3 of n at most, with 95 %.
    assert!((200..500).contains(&closed.at_most), "{}", closed.at_most);
}

#[test]
fn a_keyer_who_alone_breaks_the_ceiling_is_keyed_twice_whole() {
    let mut cases = drawn(&[0; 1500], 150);
    for (i, case) in cases.iter_mut().enumerate() {
        case.keyer = PersonId(if i % 3 == 0 { 2 } else { 1 });
        if i < 150 && i % 9 == 0 {
            case.second = Second::Done { wrong: 2 };
        }
    }
    let choice = choose(AIMED, &cases, &[]);
    let of_two = choice.chosen.iter().take_while(|c| c.reason == Reason::Keyer).count();
    assert_eq!(of_two, cases.iter().filter(|c| c.keyer == PersonId(2) && !c.is_done()).count());
    // 2 on every third of the sheets drawn, so far: all of them keyed by 2.
    assert!(choice.estimate.left.is_some_and(|left| (290.0..320.0).contains(&left)), "{:?}", choice.estimate.left);
    // One accident on a single sheet is no such proof.
    for case in &mut cases {
        if let Second::Done { wrong } = &mut case.second {
            *wrong = if case.sheet == SheetId(9) { 9 } else { 0 };
        }
    }
    let choice = choose(AIMED, &cases, &[]);
    assert!(choice.chosen.iter().all(|c| c.reason == Reason::Random));
}

#[test]
fn a_keyers_rate_starts_at_the_published_one_and_follows_what_is_found() {
    let of = |sheets: i64, wrong: u32| {
        let cases: Vec<Case> = (0..sheets).map(|i| done(i, i as u64, if i == 0 { wrong } else { 0 })).collect();
        keyer_errors(&cases)[0].per_mille
    };
    let unknown = keyer_errors(&[case(1, 1), Case { failed: true, ..done(2, 2, 9) }]);
    assert_eq!((unknown[0].sheets, unknown[0].wrong), (0, 0), "a sheet that failed a check says nothing");
    assert!((unknown[0].per_mille - 2.9).abs() < 1e-9);
    assert!(of(2, 1) < 8.0, "one slip on two sheets is no rate of 55 in 1,000");
    assert!((9.0..11.0).contains(&of(2000, 180)), "180 of 18,000 boxes");
}

#[test]
fn ranks_come_from_the_key_alone() {
    let (key, other) = (OfficeKey([1; 32]), OfficeKey([2; 32]));
    assert_eq!(Rank::of(&key, SheetId(5)), Rank::of(&key, SheetId(5)));
    assert_ne!(Rank::of(&key, SheetId(5)), Rank::of(&key, SheetId(6)));
    assert_ne!(Rank::of(&key, SheetId(5)), Rank::of(&other, SheetId(5)));
}

proptest! {
    /// Further sheets found right never raise the bound; the bound has room for what is not seen, never more.
    #[test]
    fn looking_and_finding_nothing_never_raises_the_bound(
        wrong in proptest::collection::vec(prop_oneof![8 => Just(0u32), 1 => 1u32..10], 1..80),
        n in 0usize..80,
    ) {
        let n = n.min(wrong.len());
        let mut tail = wrong.clone();
        tail[n..].fill(0);
        let (now, then) = (of(&drawn(&tail, n)), of(&drawn(&tail, (n + 5).min(tail.len()))));
        prop_assert!(then.at_most <= now.at_most);
        prop_assert!(now.at_most <= 9 * (wrong.len() - n) as u32);
        prop_assert_eq!(now.found, wrong[..n].iter().sum::<u32>());
        prop_assert_eq!(now.met, Some(now.at_most) <= now.allowed);
    }

    /// The order in which sheets are given is nothing.
    #[test]
    fn the_order_given_does_not_matter(seed in any::<u64>()) {
        let mut dice = Dice(seed);
        let mut cases: Vec<Case> = (0..60).map(|i| {
            let rank = dice.next();
            if dice.is(0.5) { done(i, rank, dice.below(2)) } else { case(i, rank) }
        }).collect();
        let before = of(&cases);
        cases.sort_by_cached_key(|_| dice.next());
        prop_assert_eq!(of(&cases), before);
    }
}
