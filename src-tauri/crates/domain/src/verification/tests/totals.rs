use std::collections::BTreeSet;

use proptest::prelude::*;

use crate::form::default_checks;
use crate::ids::SheetId;
use crate::tally::{BoxNo, Tally};
use crate::verification::{Comparison, compare, on_paper, strays, suspects};

const TOTAL: SheetId = SheetId(99);

fn boxes(n: u16) -> Vec<BoxNo> {
    (1..=n).map(BoxNo::number).collect()
}

fn tally(values: &[u32]) -> Tally {
    (1..).zip(values).map(|(no, value)| (BoxNo::number(no), *value)).collect()
}

fn against(total: &[u32], sheets: &[&[u32]]) -> Comparison {
    let tallies: Vec<Tally> = sheets.iter().map(|values| tally(values)).collect();
    let sheets: Vec<(SheetId, Option<&Tally>)> = (1..).map(SheetId).zip(tallies.iter().map(Some)).collect();
    compare(&boxes(total.len() as u16), &sheets, &tally(total))
}

fn asked(comparison: &Comparison, done: &BTreeSet<(SheetId, BoxNo)>) -> Vec<(i64, Vec<u16>)> {
    let numbers = |boxes: &[BoxNo]| boxes.iter().map(|no| no.to_string().parse::<u16>().expect("a number")).collect();
    suspects(comparison, Some(TOTAL), |sheet, no| done.contains(&(sheet, no.clone())))
        .iter()
        .map(|s| (s.sheet.0, numbers(&s.boxes)))
        .collect()
}

#[test]
fn a_difference_shows_its_arithmetic() {
    let comparison = against(&[17, 4], &[&[5, 1], &[7, 2], &[3, 1]]);
    assert_eq!(comparison.differences.len(), 1);
    let difference = &comparison.differences[0];
    assert_eq!(difference.worked, "5 + 7 + 3 = 15");
    assert_eq!((difference.total, difference.sum, difference.over), (17, 15, -2));
    assert!(!comparison.agrees());
    assert!(against(&[15, 4], &[&[5, 1], &[7, 2], &[3, 1]]).agrees());
}

#[test]
fn nothing_is_said_while_a_sheet_is_missing() {
    let first = tally(&[5, 1]);
    let sheets = [(SheetId(1), Some(&first)), (SheetId(2), None)];
    let comparison = compare(&boxes(2), &sheets, &tally(&[17, 4]));
    assert_eq!(comparison.missing, [SheetId(2)]);
    assert!(comparison.differences.is_empty() && !comparison.agrees());
    assert!(!compare(&boxes(2), &[], &tally(&[17, 4])).agrees(), "no sheets, nothing confirmed");
}

#[test]
fn a_blank_is_not_compared_and_confirms_nothing() {
    let mut first = tally(&[5, 1]);
    first.set(BoxNo::number(1), None);
    let comparison = compare(&boxes(2), &[(SheetId(1), Some(&first))], &tally(&[5, 1]));
    assert_eq!(comparison.blank, [BoxNo::number(1)]);
    assert_eq!((comparison.compared, comparison.agrees()), (1, false));
}

#[test]
fn the_sheet_whose_slip_explains_the_difference_is_asked_first() {
    // 41 for 14, two digits exchanged: 12 + 41 + 9 = 62, the team head wrote 35.
    let comparison = against(&[35], &[&[12], &[41], &[9]]);
    let mut done = BTreeSet::new();
    assert_eq!(asked(&comparison, &done), [(2, vec![1])]);
    // It was right: the others follow one by one, the total's own keying among them.
    let mut order = Vec::new();
    while let [(sheet, boxes)] = asked(&comparison, &done).as_slice() {
        order.push(*sheet);
        done.extend(boxes.iter().map(|no| (SheetId(*sheet), BoxNo::number(*no))));
    }
    assert_eq!(order.len(), 4);
    let all = |sheet: SheetId, no: &BoxNo| done.contains(&(sheet, no.clone()));
    assert_eq!(on_paper(&comparison, Some(TOTAL), all), [&comparison.differences[0]]);
    assert!(on_paper(&comparison, Some(TOTAL), |_, _| false).is_empty());
}

#[test]
fn a_shift_of_rows_is_one_sheets_accident() {
    // Sheet 2 is 27 5 61 54 9 41 and was keyed a row too low from box 3 on: 27 5 0 61 54 9.
    let comparison = against(&[50, 9, 110, 95, 21, 75], &[&[23, 4, 49, 41, 12, 34], &[27, 5, 0, 61, 54, 9]]);
    assert_eq!(asked(&comparison, &BTreeSet::new()), [(2, vec![3, 4, 5, 6])]);
}

#[test]
fn a_wrong_count_that_explains_nothing_sends_somebody_to_the_whole_sheet() {
    // Sheets 1 and 2 were keyed under each other's code, and the team head wrote 46 for 45. Keyed again, box 1 is
    // 12 and 33 instead of 33 and 12: both were wrong, and the sum stays as it was.
    let comparison = against(&[46, 9], &[&[12, 5], &[33, 4]]);
    let done = |_: SheetId, no: &BoxNo| *no == BoxNo::number(1);
    let found = strays(&comparison, &boxes(2), Some(TOTAL), done, done);
    assert_eq!(found.iter().map(|s| (s.sheet.0, s.boxes.len())).collect::<Vec<_>>(), [(1, 1), (2, 1)]);
    // Nothing was found wrong, or not all is keyed again yet: nobody is sent.
    assert!(strays(&comparison, &boxes(2), Some(TOTAL), done, |_, _| false).is_empty());
    assert!(strays(&comparison, &boxes(2), Some(TOTAL), |_, _| false, done).is_empty());
    // What was found wrong explained the difference.
    let fits = against(&[45, 9], &[&[12, 5], &[33, 4]]);
    assert!(strays(&fits, &boxes(2), Some(TOTAL), done, done).is_empty());
}

/// Sheets with the first three boxes, on which 2 + 3 = 1 holds as it should, against a total.
fn with_checks(total: &[u32], sheets: &[&[u32]]) -> Comparison {
    let tallies: Vec<Tally> = sheets.iter().map(|values| tally(values)).collect();
    let sheets: Vec<(SheetId, Option<&Tally>)> = (1..).map(SheetId).zip(tallies.iter().map(Some)).collect();
    compare(&boxes(total.len() as u16), &sheets, &tally(total)).proven_by(&default_checks(), &sheets)
}

#[test]
fn a_sum_that_other_boxes_prove_sends_nobody_to_the_sheets() {
    let sheets: [&[u32]; 2] = [&[32, 27, 5], &[20, 12, 8]];
    let comparison = with_checks(&[52, 39, 14], &sheets);
    assert!(comparison.differences[0].proven, "13 absent, whatever the team head wrote");
    // Only the total's own keying is doubted; after that the difference is on the paper and the visit is sound.
    let mut done = BTreeSet::new();
    assert_eq!(asked(&comparison, &done), [(TOTAL.0, vec![3])]);
    done.insert((TOTAL, BoxNo::number(3)));
    let all = |sheet: SheetId, no: &BoxNo| done.contains(&(sheet, no.clone()));
    assert_eq!(on_paper(&comparison, Some(TOTAL), all).len(), 1);
    assert!(comparison.confirms(Some(TOTAL), all) && !comparison.agrees());
}

#[test]
fn two_boxes_of_a_balance_that_differ_prove_nothing() {
    // 27 + 5 keyed as 17 + 15: the balance holds all the same.
    let comparison = with_checks(&[52, 39, 13], &[&[32, 17, 15], &[20, 12, 8]]);
    assert!(comparison.differences.iter().all(|d| !d.proven));
    assert!(!comparison.confirms(Some(TOTAL), |_, _| false));
    assert_eq!(comparison.differences.len(), 2);
}

#[test]
fn a_balance_that_fails_on_a_sheet_proves_nothing() {
    let comparison = with_checks(&[52, 39, 13], &[&[32, 27, 6], &[20, 12, 8]]);
    assert!(!comparison.differences[0].proven);
}

proptest! {
    /// One count keyed wrongly on one sheet: the box is found, and the sheet is asked before the keyings run out.
    #[test]
    fn every_single_slip_is_found_and_its_sheet_asked(
        visit in proptest::collection::vec(proptest::collection::vec(0u32..90, 4), 1..7),
        sheet in 0usize..7, at in 0usize..4, wrong in 0u32..90,
    ) {
        let sheet = sheet % visit.len();
        let total: Vec<u32> = (0..4).map(|no| visit.iter().map(|s| s[no]).sum()).collect();
        let mut keyed = visit.clone();
        keyed[sheet][at] = wrong;
        let slices: Vec<&[u32]> = keyed.iter().map(Vec::as_slice).collect();
        let comparison = against(&total, &slices);
        prop_assert_eq!(comparison.agrees(), wrong == visit[sheet][at]);
        let mut done = BTreeSet::new();
        for _ in 0..=visit.len() {
            for (sheet, boxes) in asked(&comparison, &done) {
                prop_assert_eq!(&boxes, &vec![at as u16 + 1]);
                done.insert((SheetId(sheet), BoxNo::number(at as u16 + 1)));
            }
        }
        let reached = done.contains(&(SheetId(sheet as i64 + 1), BoxNo::number(at as u16 + 1)));
        prop_assert_eq!(reached, !comparison.agrees());
    }
}
