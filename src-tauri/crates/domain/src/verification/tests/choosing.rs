use proptest::prelude::*;

use super::{Dice, case, done};
use crate::ids::SheetId;
use crate::tally::BoxNo;
use crate::verification::{Boxes, Case, Mode, Reason, Second, Suspect, choose};

const AIMED: Mode = Mode::Aimed { ceiling: 10 };

fn reasons(mode: Mode, cases: &[Case], suspects: &[Suspect]) -> Vec<(i64, Reason)> {
    choose(mode, cases, suspects).chosen.iter().map(|c| (c.sheet.0, c.reason)).collect()
}

fn seven(sheet: i64) -> Suspect {
    Suspect { sheet: SheetId(sheet), boxes: vec![BoxNo::number(7)] }
}

#[test]
fn what_looks_wrong_comes_first_and_the_rest_by_rank() {
    let cases = [
        Case { outlier: true, ..case(1, 50) },
        Case { soft: true, outlier: true, ..case(2, 40) },
        Case { failed: true, soft: true, ..case(3, 30) },
        case(4, 20),
        case(5, 10),
        Case { failed: true, ..case(6, 5) },
        done(7, 1, 0),
    ];
    let order = reasons(AIMED, &cases, &[seven(4), seven(3)]);
    use Reason::{FailedCheck, Outlier, Random, SoftAccepted, TotalMismatch};
    let expected = [
        (6, FailedCheck),
        (3, FailedCheck),
        (4, TotalMismatch),
        (2, SoftAccepted),
        (1, Outlier),
        (5, Random),
        (4, Random),
    ];
    assert_eq!(order, expected);
}

#[test]
fn a_mismatch_asks_for_its_boxes_only() {
    let cases: Vec<Case> = (0..50).map(|i| done(i, i as u64, 0)).collect();
    let choice = choose(AIMED, &cases, &[seven(4)]);
    assert_eq!(choice.chosen.len(), 1);
    assert_eq!(choice.chosen[0].boxes, Boxes::Only(vec![BoxNo::number(7)]));
    assert!(!choice.estimate.met);
}

#[test]
fn all_means_all_and_one_in_n_about_one_in_n() {
    let mut dice = Dice(3);
    let mut cases: Vec<Case> = (0..1000).map(|i| case(i, dice.next())).collect();
    cases[0].second = Second::UnderWay;
    cases[1].second = Second::Done { wrong: 0 };
    assert_eq!(reasons(Mode::All, &cases, &[]).len(), 999);
    let tenth = reasons(Mode::OneIn { n: 10, start: 4 }, &cases, &[]);
    assert!((70..=130).contains(&tenth.len()), "{}", tenth.len());
    assert!(tenth.iter().all(|(_, reason)| *reason == Reason::EveryNth));
    let starts = (0..10).map(|start| reasons(Mode::OneIn { n: 10, start }, &cases, &[]).len());
    assert_eq!(starts.sum::<usize>(), 999, "every sheet belongs to one start");
}

#[test]
fn sheets_that_come_later_leave_the_draw_of_the_others_alone() {
    let mut dice = Dice(5);
    let early: Vec<Case> = (0..100).map(|i| case(i, dice.next())).collect();
    let late: Vec<Case> = early.iter().cloned().chain((100..150).map(|i| case(i, dice.next()))).collect();
    let order = |cases: &[Case]| -> Vec<i64> {
        let all = choose(Mode::Aimed { ceiling: 1 }, cases, &[]).chosen;
        all.iter().map(|c| c.sheet.0).filter(|sheet| *sheet < 100).collect()
    };
    let (before, after) = (order(&early), order(&late));
    let both = before.len().min(after.len());
    assert_eq!(before[..both], after[..both]);
}

#[test]
fn modes_that_nobody_can_work_by_are_named() {
    for mode in [Mode::OneIn { n: 1, start: 0 }, Mode::OneIn { n: 5, start: 5 }, Mode::Aimed { ceiling: 1000 }] {
        assert!(!mode.is_sound(), "{mode:?}");
    }
    assert!(Mode::All.is_sound() && Mode::OneIn { n: 10, start: 9 }.is_sound() && AIMED.is_sound());
    let json = serde_json::to_string(&Mode::OneIn { n: 10, start: 3 }).expect("a mode can be written");
    assert_eq!(json, r#"{"kind":"one_in","n":10,"start":3}"#);
}

proptest! {
    /// No sheet twice as a whole, none that is done; and what was aimed at never moves the random rest.
    #[test]
    fn aiming_does_not_bend_the_draw(seed in any::<u64>(), ceiling in 0u32..40) {
        let mut dice = Dice(seed);
        let cases: Vec<Case> = (0..80).map(|i| Case {
            failed: dice.is(0.1),
            soft: dice.is(0.1),
            confirmed: dice.is(0.2),
            second: if dice.is(0.3) { Second::Done { wrong: dice.below(9) / 8 } } else { Second::NotYet },
            ..case(i, dice.next())
        }).collect();
        let chosen = choose(Mode::Aimed { ceiling }, &cases, &[]).chosen;
        let mut sheets: Vec<SheetId> = chosen.iter().map(|c| c.sheet).collect();
        sheets.sort();
        let all = sheets.len();
        sheets.dedup();
        prop_assert_eq!(sheets.len(), all);
        let of = |sheet: SheetId| cases.iter().find(|c| c.sheet == sheet).expect("a sheet of the campaign");
        prop_assert!(chosen.iter().all(|c| !of(c.sheet).is_done()));
        let random: Vec<&Case> = chosen.iter().filter(|c| c.reason == Reason::Random).map(|c| of(c.sheet)).collect();
        prop_assert!(random.is_sorted_by_key(|c| c.rank));
        // Nobody of a lower rank was passed over.
        if let Some(last) = random.last() {
            let rest = cases.iter().filter(|c| !c.is_done() && !c.is_aimed() && !c.confirmed && c.rank < last.rank);
            prop_assert_eq!(rest.count(), random.len() - 1);
        }
    }
}
