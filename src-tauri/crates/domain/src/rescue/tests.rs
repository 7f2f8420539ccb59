mod injected;
mod kit;

use super::*;
use crate::form::Meaning;
use kit::{form, sheet};

/// `7: 41 → 14`.
fn words(candidate: &Candidate) -> String {
    let blank = |v: Option<u32>| v.map_or_else(|| "–".to_owned(), |v| v.to_string());
    let changes = candidate.changes.iter().map(|c| format!("{}: {} → {}", c.no, blank(c.from), blank(c.to)));
    changes.collect::<Vec<_>>().join(", ")
}

fn first(form: &Form, tally: &Tally, count: usize) -> Vec<String> {
    candidates(form, tally).iter().take(count).map(words).collect()
}

#[test]
fn the_sketchs_sheet_while_it_is_keyed() {
    let keyed = sheet("32 27 5 61 24 9 41 - -");
    let found = candidates(&form(false, false), &keyed);
    assert_eq!(found.iter().take(2).map(words).collect::<Vec<_>>(), ["7: 41 → 14", "5: 24 → 54"]);
    assert_eq!(found[0].slip, Slip::Swapped { place: 1 });
    assert_eq!(found[1].slip, Slip::Digit { place: 1, keyed: 2, meant: 5 });
    // The same box again only after the others.
    let again = found.iter().skip(2).position(|c| words(c) == "7: 41 → 11");
    assert!(again.is_some());
}

#[test]
fn nothing_is_offered_for_a_sheet_that_holds() {
    for (reasons, control, keyed) in [
        (false, false, "32 27 5 61 54 9 41 44 40"),
        (false, true, "32 27 5 61 54 9 41 44 40 313"),
        (false, true, "32 27 5 61 54 9 41 44 40 -"),
        (true, false, "32 27 5 61 54 9 41 44 40 11 7 2 1 1 4"),
        (false, false, "- - - - - - - - -"),
        // Soft checks alone: eleven people in one household.
        (false, false, "1 1 0 11 0 0 0 0 0"),
    ] {
        let keyed = kit::sheet_of(&form(reasons, control), keyed);
        assert_eq!(candidates(&form(reasons, control), &keyed), [], "{keyed:?}");
    }
}

#[test]
fn each_slip_has_its_name() {
    for (keyed, change, slip) in [
        ("32 27 5 61 54 9 41 44 44 313", "9: 44 → 40", Slip::Digit { place: 2, keyed: 4, meant: 0 }),
        ("32 27 5 61 54 9 41 44 04 313", "9: 4 → 40", Slip::Missing { digit: 0 }),
        ("32 27 55 61 54 9 41 44 40 313", "3: 55 → 5", Slip::Extra { digit: 5, doubled: true }),
        ("32 27 52 61 54 9 41 44 40 313", "3: 52 → 5", Slip::Extra { digit: 2, doubled: false }),
        ("23 27 5 61 54 9 41 44 40 313", "1: 23 → 32", Slip::Swapped { place: 1 }),
        ("32 27 5 61 0 9 41 44 40 313", "5: 0 → 54", Slip::Skipped),
        ("32 27 5 61 61 9 41 44 40 313", "5: 61 → 54", Slip::Repeated),
        ("32 27 5 54 61 9 41 44 40 313", "4: 54 → 61, 5: 61 → 54", Slip::Exchanged),
        ("32 27 5 61 54 94 1 44 40 313", "6: 94 → 9, 7: 1 → 41", Slip::Across),
        ("32 27 5 61 54 9 41 44 40 323", "T: 323 → 313", Slip::Total),
    ] {
        let form = form(false, true);
        let found = candidates(&form, &kit::sheet_of(&form, keyed));
        let right = found.iter().find(|c| words(c) == change);
        assert_eq!(right.map(|c| c.slip), Some(slip), "{keyed}");
    }
}

#[test]
fn a_row_left_out_moves_the_others_up() {
    // Box 2 was passed over: everything after it stands one box too high.
    let found = candidates(&form(false, false), &sheet("32 5 61 54 9 41 44 40 -"));
    let back = found.iter().find(|c| c.slip == Slip::TooHigh && c.changes[0].no == BoxNo::number(2)).expect("offered");
    let boxes: Vec<Option<u32>> = back.changes.iter().map(|c| c.to).collect();
    assert_eq!(boxes, [None, Some(5), Some(61), Some(54), Some(9), Some(41), Some(44), Some(40)]);
    assert!(found.iter().take(3).any(|c| c.slip == Slip::TooHigh));
}

#[test]
fn a_row_keyed_twice_moves_the_others_down() {
    let form = form(false, true);
    let found = candidates(&form, &kit::sheet_of(&form, "32 27 27 5 61 54 9 41 44 40"));
    let first = &found[0];
    assert_eq!((first.slip, first.changes.len()), (Slip::TooLow, 8));
    assert_eq!(first.changes[0], Change { no: BoxNo::number(3), from: Some(27), to: Some(5) });
    assert_eq!(first.changes[7], Change { no: BoxNo::CONTROL, from: Some(40), to: None });
}

#[test]
fn a_zero_may_be_a_box_passed_over() {
    let found = candidates(&form(false, false), &sheet("32 27 5 61 0 9 41 44 40"));
    assert_eq!((words(&found[0]).as_str(), found[0].slip), ("5: 0 → –", Slip::Skipped));
}

#[test]
fn two_slips_are_offered_one_by_one_with_what_is_left() {
    let found = candidates(&form(false, false), &sheet("23 27 5 61 24 9 41 44 40"));
    let halves: Vec<String> = found.iter().filter(|c| c.left == 1).take(4).map(words).collect();
    assert!(halves.contains(&"1: 23 → 32".to_owned()) && halves.contains(&"5: 24 → 54".to_owned()), "{halves:?}");
}

#[test]
fn a_slip_beside_a_wrong_total_is_not_lost() {
    // Box 4 is 6, but the total on the paper suits the 2 that was keyed.
    let form = form(false, true);
    let keyed = kit::sheet_of(&form, "5 4 1 2 4 0 3 2 2 23");
    let found = first(&form, &keyed, 3);
    assert!(found.iter().any(|c| c.starts_with("4: 2 → ")), "{found:?}");
}

#[test]
fn weights_are_shares() {
    let found = candidates(&form(false, false), &sheet("32 27 5 61 24 9 41 44 40"));
    let all: u32 = found.iter().map(|c| c.weight).sum();
    assert!(all.abs_diff(1_000_000) < 100, "{all}");
}

#[test]
fn an_offices_own_rules_are_kept_as_they_are_written() {
    let mut form = form(false, false);
    let rules = ["[1] = 2 * [2] - 3", "[1] = 0 => [3] >= [2] + 1", "[4] + [4] <= [5]", "[20] <= [6]", "[7] >= 3"];
    form.checks = rules.map(kit::hard).into();
    form.indicators.iter_mut().for_each(|i| i.meaning = Meaning::Own);
    for keyed in ["3 4 0 1 2 9 5 0 0", "0 5 5 1 2 9 5 0 0", "5 4 0 7 2 9 1 0 0", "1 1 1 1 1 1 1 1 1"] {
        kit::assert_every_candidate_is_true(&form, &sheet(keyed));
    }
    assert!(first(&form, &sheet("7 5 0 1 2 9 1 0 0"), 3).contains(&"7: 1 → 4".to_owned()));
    // A box the form does not have is never changed.
    let mut keyed = sheet("7 5 0 1 2 9 5 0 0");
    keyed.set(BoxNo::number(20), Some(11));
    assert!(candidates(&form, &keyed).iter().flat_map(|c| &c.changes).all(|c| c.no != BoxNo::number(20)));
}

fn sums(sheets: &[Option<u32>], total: u32) -> Vec<SumCandidate<usize>> {
    of_sum(&sheets.iter().copied().enumerate().collect::<Vec<_>>(), total)
}

#[test]
fn one_sheet_of_an_evening_is_told_by_its_slip() {
    assert_eq!(sums(&[Some(12), Some(41), Some(7)], 60), []);
    let found = sums(&[Some(12), Some(41), Some(7)], 33);
    assert_eq!(found[0].change, SumChange::Sheet { key: 1, from: Some(41), to: 14 });
    assert_eq!(found[0].slip, Slip::Swapped { place: 1 });
    // Nothing below zero.
    assert!(found.iter().all(|c| !matches!(c.change, SumChange::Sheet { key: 0 | 2, .. })));
}

#[test]
fn a_total_is_wrong_by_a_carry_or_by_a_sheet_left_out() {
    let found = sums(&[Some(12), Some(41), Some(7)], 70);
    assert_eq!(found[0].change, SumChange::Total { from: 70, to: 60, left_out: None });
    let found = sums(&[Some(12), Some(48), Some(17)], 29);
    assert!(found.iter().any(|c| c.change == SumChange::Total { from: 29, to: 77, left_out: Some(1) }));
}

#[test]
fn the_only_blank_box_takes_what_lacks() {
    let found = sums(&[Some(12), None, Some(7)], 33);
    assert_eq!(found[0].change, SumChange::Sheet { key: 1, from: None, to: 14 });
    let found = sums(&[None, None, Some(7)], 33);
    assert!(found.iter().all(|c| !matches!(c.change, SumChange::Sheet { key: 0 | 1, .. })));
}

#[test]
fn a_sheet_whose_other_boxes_bear_its_count_out_is_not_the_wrong_one() {
    let form = form(false, false);
    // Box 8 lacks 30 to the team head's 98. In the first sheet everybody who installed has an account already.
    let (full, short) = (sheet("32 27 5 61 54 9 41 50 40"), sheet("32 27 5 61 54 9 41 18 14"));
    let found = of_box(&form, &[("full", &full), ("short", &short)], &BoxNo::number(8), 98);
    let in_sheet = found.iter().find(|c| matches!(c.change, SumChange::Sheet { .. })).map(|c| &c.change);
    assert_eq!(in_sheet, Some(&SumChange::Sheet { key: "short", from: Some(18), to: 48 }));
    let full = found.iter().find(|c| matches!(c.change, SumChange::Sheet { key: "full", .. })).expect("listed");
    assert!(full.weight < 10_000, "{found:?}");
    assert_eq!(of_box(&form, &[("short", &short)], &BoxNo::number(8), 18), []);
}

#[test]
fn a_count_far_from_the_evenings_others_is_the_likelier_slip() {
    // 3 and 33 both lack a digit's worth of thirty.
    let found = sums(&[Some(28), Some(3), Some(33), Some(31)], 125);
    assert_eq!(
        found.iter().find_map(|c| match c.change {
            SumChange::Sheet { key, .. } => Some(key),
            SumChange::Total { .. } => None,
        }),
        Some(1)
    );
}
