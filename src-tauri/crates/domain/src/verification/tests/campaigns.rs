//! The promise under way: 1,000 campaigns are keyed with errors, verified as the program asks until it says
//! stop, and what is then still wrong is counted.

use super::{Dice, case};
use crate::ids::{PersonId, SheetId};
use crate::verification::{Boxes, Case, Mode, Second, choose};

/// A campaign with its truth.
struct Campaign {
    cases: Vec<Case>,
    /// Wrong boxes of each sheet.
    wrong: Vec<u32>,
}

/// 60 to 2,000 sheets; keyers who get 0,1 to 3 % of the boxes wrong, a third of it by accidents that spoil
/// most of a sheet (a row too low, a wrong code). A wrong sheet fails a check and is accepted all the same in
/// six of ten, a right one in one of twenty.
fn campaign(dice: &mut Dice) -> Campaign {
    let sheets = (60.0 * (2000.0f64 / 60.0).powf(dice.share())) as i64;
    let keyers: Vec<f64> = (0..=dice.below(3)).map(|_| 0.001 * 30.0f64.powf(dice.share())).collect();
    let mut campaign = Campaign { cases: Vec::new(), wrong: Vec::new() };
    for sheet in 0..sheets {
        let keyer = dice.below(keyers.len() as u32);
        let rate = keyers[keyer as usize];
        let accident = dice.is(rate * 3.0 / 7.0);
        let wrong = if accident { 5 + dice.below(5) } else { dice.of(9, rate * 2.0 / 3.0) };
        let failed = dice.is(if wrong > 0 { 0.6 } else { 0.05 });
        campaign.wrong.push(wrong);
        campaign.cases.push(Case { keyer: PersonId(i64::from(keyer)), failed, ..case(sheet, dice.next()) });
    }
    campaign
}

/// Just above the ceiling among the sheets nothing points to, in whole sheets or in single boxes: whoever
/// stops before all is keyed twice has been deceived, or has found enough. One of two keyers made most of them.
fn trap(dice: &mut Dice, ceiling: u32) -> Campaign {
    let sheets = 60 + dice.below(340);
    let allowed = ceiling * sheets * 9 / 1000;
    let a_sheet = [1, 3, 9][dice.below(3) as usize];
    let mut wrong = vec![0; sheets as usize];
    for sheet in 0..(allowed / a_sheet + 1) {
        wrong[sheet as usize] = a_sheet;
    }
    let cases = (0..i64::from(sheets)).map(|sheet| {
        let bad = dice.is(if wrong[sheet as usize] > 0 { 0.9 } else { 0.4 });
        Case { keyer: PersonId(i64::from(bad)), ..case(sheet, dice.next()) }
    });
    Campaign { cases: cases.collect(), wrong }
}

impl Campaign {
    /// Keys what is asked for, a part at a time, until the program says the ceiling is met.
    fn verified(mut self, mode: Mode) -> Outcome {
        let (mut keyed, mut rounds) = (0, 0);
        loop {
            let choice = choose(mode, &self.cases, &[]);
            if choice.estimate.met {
                let open = self.cases.iter().zip(&self.wrong).filter(|(case, _)| !case.is_done());
                let left = open.map(|(_, wrong)| wrong).sum();
                return Outcome { left, allowed: choice.estimate.allowed.expect("a ceiling"), keyed, rounds };
            }
            assert!(!choice.chosen.is_empty(), "not met, and nothing to do");
            rounds += 1;
            for chosen in choice.chosen {
                assert_eq!(chosen.boxes, Boxes::All);
                let SheetId(at) = chosen.sheet;
                self.cases[at as usize].second = Second::Done { wrong: self.wrong[at as usize] };
                keyed += 1;
            }
        }
    }
}

struct Outcome {
    left: u32,
    allowed: u32,
    keyed: usize,
    rounds: usize,
}

#[test]
fn the_ceiling_holds_in_95_of_100_campaigns() {
    let mut dice = Dice(2024);
    let (mut held, mut sheets, mut keyed, mut rounds) = (0, 0, 0, 0);
    for i in 0..1000 {
        let campaign = campaign(&mut dice);
        sheets += campaign.cases.len();
        let outcome = campaign.verified(Mode::Aimed { ceiling: [3, 5, 10][i % 3] });
        held += usize::from(outcome.left <= outcome.allowed);
        keyed += outcome.keyed;
        rounds += outcome.rounds;
    }
    println!("ceiling held in {held} of 1000 campaigns; {keyed} of {sheets} sheets keyed twice, {rounds} rounds");
    assert!(held >= 950, "{held}");
}

#[test]
fn the_ceiling_holds_where_it_is_hardest() {
    let mut dice = Dice(2025);
    let mut held = 0;
    for _ in 0..1000 {
        let outcome = trap(&mut dice, 10).verified(Mode::Aimed { ceiling: 10 });
        held += usize::from(outcome.left <= outcome.allowed);
    }
    println!("ceiling held in {held} of 1000 campaigns just above it");
    assert!(held >= 950, "{held}");
}
