use super::Dice;
use crate::form::{Form, default_checks, default_indicators};
use crate::ids::{FormId, SheetId, VisitId};
use crate::tally::{BoxNo, Tally};
use crate::verification::{FEWEST_SHEETS, Figures, outliers, same_results};

fn form() -> Form {
    Form {
        id: FormId(1),
        version: 1,
        control: false,
        indicators: default_indicators("iHanoi"),
        checks: default_checks(),
    }
}

/// A sound sheet: evenings differ in how many open the door, have a telephone, want the app. The rates vary by
/// sheet more or less; one evening in thirty it rains and hardly anybody opens.
pub(super) fn sound(dice: &mut Dice, vary: f64) -> [u32; 9] {
    let mut about = |mean: f64| (mean + vary * (dice.share() + dice.share() + dice.share() - 1.5)).clamp(0.01, 0.99);
    let (met, phone, before, tonight) = (about(0.75), about(0.8), about(0.2), about(0.4));
    let (account, active, size) = (about(0.85), about(0.9), 12.0 + 30.0 * about(0.5));
    let met = if dice.is(1.0 / 30.0) { 0.1 } else { met };
    let reached = 5 + dice.of((size * 1.6) as u32, 0.6);
    let met = dice.of(reached, met);
    let people: u32 = (0..met).map(|_| 1 + dice.of(4, 0.35)).sum();
    let phones = dice.of(people, phone);
    let before = dice.of(phones, before);
    let tonight = dice.of(phones - before, tonight);
    let account = dice.of(before + tonight, account);
    [reached, met, reached - met, people, phones, before, tonight, account, dice.of(account, active)]
}

fn tally(values: [u32; 9]) -> Tally {
    (1..).zip(values).map(|(n, v)| (BoxNo::number(n), v)).collect()
}

fn campaign(sheets: usize, seed: u64, vary: f64) -> Vec<Tally> {
    let mut dice = Dice(seed);
    (0..sheets).map(|_| tally(sound(&mut dice, vary))).collect()
}

fn figures<'a>(form: &'a Form, tallies: &'a [Tally]) -> Vec<Figures<'a>> {
    let visit = |i: i64| Some(VisitId(i / 5));
    tallies.iter().zip(0..).map(|(tally, i)| Figures { sheet: SheetId(i), visit: visit(i), form, tally }).collect()
}

#[test]
fn few_sound_sheets_are_called_unusual() {
    let form = form();
    for (sheets, vary) in [(110, 0.0), (110, 0.3), (300, 0.6), (2000, 0.4), (2000, 0.9)] {
        let mut flagged = 0;
        let campaigns = if sheets < 1000 { 10 } else { 1 };
        for seed in 0..campaigns {
            let tallies = campaign(sheets, seed, vary);
            let mut named: Vec<SheetId> = outliers(&figures(&form, &tallies)).iter().map(|o| o.sheet).collect();
            named.dedup();
            flagged += named.len();
        }
        let share = flagged as f64 / (sheets as f64 * campaigns as f64);
        println!("{sheets} sheets, rates ± {vary}: {:.2} % of sound sheets flagged", share * 100.0);
        assert!(share <= 0.02, "{sheets} sheets, {vary}: {share}");
    }
}

#[test]
fn a_count_far_out_is_named_with_what_is_usual() {
    let form = form();
    let mut tallies = campaign(110, 1, 0.1);
    tallies[40] = tally([30, 25, 5, 60, 45, 1, 41, 42, 42]);
    // 4 for 40 people met in 22 households.
    tallies[70] = tally([30, 22, 8, 4, 4, 1, 1, 2, 2]);
    let found = outliers(&figures(&form, &tallies));
    let of = |sheet: i64| found.iter().filter(|o| o.sheet == SheetId(sheet)).collect::<Vec<_>>();
    let seven = of(40).into_iter().find(|o| o.no == BoxNo::number(7)).expect("box 7 is named");
    assert_eq!(seven.value, 41);
    assert!(seven.low < seven.high && seven.high < 41 && seven.tail < 0.01, "{seven:?}");
    assert!(of(70).iter().any(|o| o.no == BoxNo::number(4) && o.low > 4), "{:?}", of(70));
}

#[test]
fn a_digit_too_many_does_not_hide_itself_or_others() {
    let form = form();
    let mut tallies = campaign(60, 2, 0.3);
    for (i, reached) in [(3, 320), (9, 410), (20, 99_999)] {
        tallies[i].set(BoxNo::number(1), Some(reached));
    }
    let found = outliers(&figures(&form, &tallies));
    for sheet in [3, 9, 20] {
        assert!(found.iter().any(|o| o.sheet == SheetId(sheet) && o.no == BoxNo::number(1)), "{sheet}: {found:?}");
    }
}

#[test]
fn nothing_is_unusual_among_a_handful() {
    let form = form();
    let mut tallies = campaign(FEWEST_SHEETS - 1, 3, 0.3);
    tallies[4] = tally([30, 25, 5, 60, 50, 3, 47, 44, 44]);
    assert!(outliers(&figures(&form, &tallies)).is_empty());
    assert!(outliers(&[]).is_empty() && same_results(&[]).is_empty());
}

#[test]
fn the_same_results_twice_are_named() {
    let form = form();
    let mut tallies = campaign(110, 4, 0.3);
    tallies[13] = tallies[12].clone();
    tallies[90] = tallies[12].clone();
    let pairs = same_results(&figures(&form, &tallies));
    let named: Vec<(i64, i64, bool)> = pairs.iter().map(|p| (p.first.0, p.second.0, p.same_visit)).collect();
    assert_eq!(named, [(12, 13, true), (12, 90, false)]);
    assert!(pairs.iter().all(|p| p.chance < 0.001 && p.boxes >= 5), "{pairs:?}");
}

#[test]
fn empty_evenings_and_tiny_sheets_are_no_duplicates() {
    let form = form();
    let mut tallies = campaign(110, 5, 0.3);
    for i in 0..12 {
        tallies[i] = tally([0; 9]);
        tallies[20 + i] = tally([2, 1, 1, 1, 1, 0, 1, 1, 1]);
    }
    assert_eq!(same_results(&figures(&form, &tallies)), []);
}

#[test]
fn sound_campaigns_have_hardly_any_duplicates() {
    let form = form();
    let pairs: usize = (0..20).map(|seed| same_results(&figures(&form, &campaign(300, seed, 0.3))).len()).sum();
    assert!(pairs <= 1, "{pairs}");
}
