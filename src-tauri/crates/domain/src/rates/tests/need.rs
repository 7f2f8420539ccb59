use super::*;

fn rate(numerator: Option<u64>, denominator: Option<u64>) -> Rate {
    Rate { numerator, denominator, ..Rate::default() }
}

#[test]
fn the_worked_example_of_what_is_needed() {
    let pace = Pace { brought: 1_128, visits: 8 };
    let needed = needed(&installed(), &rate(Some(3_842), Some(12_236)), 14, pace).expect("a goal");
    assert_eq!((needed.goal, needed.more, needed.per_visit), (6_118, 2_276, Some(163)));
    assert_eq!((needed.pace, needed.visits_with_figures), (Some(141.0), 8));
    assert!((needed.factor.expect("a factor") - 163.0 / 141.0).abs() < 1e-12);
}

#[test]
fn what_is_not_known_is_not_reckoned_with() {
    let pace = Pace::default();
    assert_eq!(needed(&installed(), &rate(None, Some(100)), 3, pace), None);
    assert_eq!(needed(&installed(), &rate(Some(1), None), 3, pace), None);
    let last = needed(&installed(), &rate(Some(1), Some(100)), 0, pace).expect("a goal");
    assert_eq!((last.more, last.per_visit, last.pace, last.factor), (49, None, None, None));
    let reached = needed(&installed(), &rate(Some(70), Some(100)), 3, pace).expect("a goal");
    assert_eq!((reached.more, reached.per_visit), (0, Some(0)));
    let nothing_yet = needed(&installed(), &rate(Some(1), Some(100)), 3, Pace { brought: 0, visits: 2 });
    assert_eq!(nothing_yet.map(|n| (n.pace, n.factor)), Some((Some(0.0), None)), "no pace to divide by");
}

#[test]
fn pace_is_what_visits_brought_where_the_rate_counts() {
    let book = book(
        3,
        vec![base(1, 1, Some(400), Some(60)), base(2, 1, Some(100), None)],
        vec![
            sheet(1, 1, 9, SheetKind::Regular, &[(6, 30), (7, 25)]),
            sheet(2, 1, 9, SheetKind::Regular, &[(7, 5)]),
            sheet(3, 2, 10, SheetKind::Regular, &[(6, 10), (7, 5)]),
            // Only whom they met is written down.
            sheet(4, 2, 11, SheetKind::Regular, &[(4, 10)]),
            // Without a base, and by itself: no visit of the rate's.
            sheet(5, 3, 12, SheetKind::Regular, &[(7, 90)]),
            sheet(6, 1, 13, SheetKind::SelfReport, &[(7, 40)]),
        ],
    );
    let sums = Sums::of(&book);
    let pace = |to| Ledger::of_sums(&sums, Period::until(day(30))).pace(&sums, &installed(), Period::until(day(to)));
    assert_eq!(pace(30), Pace { brought: 25 + 5 + 10 + 5, visits: 2 });
    assert_eq!(pace(9), Pace { brought: 30, visits: 1 });
}

#[test]
fn the_line_begins_where_the_campaign_did_and_ends_at_the_goal() {
    let line: Vec<Option<u64>> = (0..=4).map(|done| on_the_line(60, 200, done, 4)).collect();
    assert_eq!(line, [Some(60), Some(95), Some(130), Some(165), Some(200)]);
    assert_eq!(on_the_line(60, 200, 0, 0), None, "without visits there is no line");
    assert_eq!(on_the_line(300, 200, 1, 4), Some(200), "the goal was reached before");
}

#[test]
fn the_margin_is_that_of_the_nearest_goal_and_of_nobody_by_half() {
    let ledger = Ledger::of(&with_households(), Period::until(day(30)));
    let account =
        Target { numerator: Numerator::Account, denominator: Denominator::PeopleMet, percent: 30, ..installed() };
    let targets = [installed(), Target { id: TargetId(2), ..account }];
    let margin = ledger.margin(&targets, AreaId(1)).expect("both are known");
    // 85 of 400 against 50 %, 20 of 50 against 30 %.
    assert_eq!((margin.points, margin.target, margin.is_reached()), (21.25 - 50.0, TargetId(1), false));
    assert_eq!(ledger.margin(&targets, AreaId(2)), None);
    assert_eq!(ledger.margin(&[], AreaId(1)), None);
}

proptest! {
    #[test]
    fn what_is_needed_by_what_is_left_reaches_the_goal(
        n in 0u64..200_000, d in 1u64..200_000, goal in 1u32..=100, left in 1u32..200,
    ) {
        let target = Target { percent: goal, ..installed() };
        let needed = needed(&target, &rate(Some(n), Some(d)), left, Pace::default()).expect("a goal");
        let each = needed.per_visit.expect("visits are left");
        let reached = n + each * u64::from(left);
        prop_assert!(reached * 100 >= d * u64::from(goal), "the share is reached");
        prop_assert!(needed.goal == 0 || (needed.goal - 1) * 100 < d * u64::from(goal), "and not by one more than needed");
        prop_assert!(each == 0 || n + (each - 1) * u64::from(left) < needed.goal, "nor by one a visit");
    }

    #[test]
    fn the_line_never_falls(start in 0u64..5_000, goal in 0u64..5_000, all in 1u32..90) {
        let line: Vec<u64> = (0..=all).filter_map(|done| on_the_line(start, goal, done, all)).collect();
        prop_assert!(line.is_sorted() && line.last() == Some(&goal));
    }
}
