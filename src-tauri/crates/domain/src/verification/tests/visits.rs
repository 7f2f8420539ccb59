//! Keying errors in visits with a team head's total: how many the total finds, and what it costs.

use std::collections::BTreeSet;

use super::Dice;
use super::unusual::sound;
use crate::ids::SheetId;
use crate::tally::{BoxNo, Tally};
use crate::verification::{compare, on_paper, suspects};

type Values = Vec<u32>;

/// One of the published slips of the hand: a wrong digit, two digits exchanged, a digit missing or doubled.
fn slipped(dice: &mut Dice, value: u32) -> u32 {
    let mut digits = value.to_string().into_bytes();
    let at = dice.below(digits.len() as u32) as usize;
    match dice.below(4) {
        0 if digits.len() > 1 => digits.rotate_left(1),
        1 if digits.len() > 1 => {
            digits.remove(at);
        }
        2 if value > 0 => digits.insert(at, digits[at]),
        _ => digits[at] = b'0' + ((digits[at] - b'0') + 1 + dice.below(9) as u8) % 10,
    }
    String::from_utf8(digits).expect("digits").parse().expect("a count")
}

/// As it was keyed: of a hundred sheets one has a row too low or too high, of a thousand boxes seven a slip.
fn keyed(dice: &mut Dice, paper: &Values) -> Values {
    let mut values = paper.clone();
    if dice.is(0.01) {
        let from = dice.below(7) as usize;
        if dice.is(0.5) { values[from..].rotate_left(1) } else { values[from..].rotate_right(1) }
    }
    for value in &mut values {
        if dice.is(0.007) {
            *value = slipped(dice, *value);
        }
    }
    values
}

fn tally(values: &Values) -> Tally {
    (1..).zip(values).map(|(no, value)| (BoxNo::number(no), *value)).collect()
}

#[derive(Default)]
struct Count {
    boxes: u32,
    wrong: u32,
    caught: u32,
    again: u32,
    on_paper: u32,
    papers_wrong: u32,
}

/// A visit of `papers`, keyed, compared and keyed again until nothing is asked any more.
fn visit(dice: &mut Dice, papers: &[Values], count: &mut Count) {
    let boxes: Vec<BoxNo> = (1..=9).map(BoxNo::number).collect();
    let head = SheetId(papers.len() as i64);
    let truth: Values = (0..9).map(|no| papers.iter().map(|p| p[no]).sum()).collect();
    // Of a hundred counts of a team head five are wrong on the paper.
    let written: Values = truth.iter().map(|v| if dice.is(0.05) { v + 1 + dice.below(9) } else { *v }).collect();
    let mut sheets: Vec<Values> = papers.iter().map(|p| keyed(dice, p)).collect();
    let mut total = keyed(dice, &written);
    let wrong = |sheets: &[Values]| -> u32 {
        let pairs = sheets.iter().flatten().zip(papers.iter().flatten());
        pairs.filter(|(keyed, paper)| keyed != paper).count() as u32
    };
    let before = wrong(&sheets);
    let mut done: BTreeSet<(SheetId, BoxNo)> = BTreeSet::new();
    loop {
        let tallies: Vec<Tally> = sheets.iter().map(tally).collect();
        let given: Vec<(SheetId, Option<&Tally>)> = (0..).map(SheetId).zip(tallies.iter().map(Some)).collect();
        let comparison = compare(&boxes, &given, &tally(&total));
        let is_done = |sheet: SheetId, no: &BoxNo| done.contains(&(sheet, no.clone()));
        let asked = suspects(&comparison, Some(head), is_done);
        if asked.is_empty() {
            count.on_paper += on_paper(&comparison, Some(head), is_done).len() as u32;
            break;
        }
        for suspect in asked {
            for no in suspect.boxes {
                let at = boxes.iter().position(|b| *b == no).expect("a box of the form");
                match sheets.get_mut(suspect.sheet.0 as usize) {
                    Some(sheet) => sheet[at] = papers[suspect.sheet.0 as usize][at],
                    None => total[at] = written[at],
                }
                assert!(done.insert((suspect.sheet, no)), "a box is asked for once");
                count.again += 1;
            }
        }
    }
    count.boxes += 9 * papers.len() as u32;
    count.wrong += before;
    count.caught += before - wrong(&sheets);
    count.papers_wrong += written.iter().zip(&truth).filter(|(w, t)| w != t).count() as u32;
}

#[test]
fn a_total_finds_nearly_every_slip_for_few_boxes() {
    let mut dice = Dice(31);
    let mut count = Count::default();
    for _ in 0..300 {
        let papers: Vec<Values> = (0..4 + dice.below(5)).map(|_| sound(&mut dice, 0.3).to_vec()).collect();
        visit(&mut dice, &papers, &mut count);
    }
    let Count { boxes, wrong, caught, again, on_paper, papers_wrong } = count;
    println!(
        "{caught} of {wrong} wrong boxes caught; {again} of {boxes} boxes keyed again ({:.1} %); \
         {papers_wrong} totals wrong on paper, {on_paper} named",
        f64::from(again) * 100.0 / f64::from(boxes)
    );
    assert!(f64::from(caught) >= 0.97 * f64::from(wrong));
    assert!(f64::from(again) <= 0.12 * f64::from(boxes));
    assert!(f64::from(on_paper) >= 0.97 * f64::from(papers_wrong));
}
