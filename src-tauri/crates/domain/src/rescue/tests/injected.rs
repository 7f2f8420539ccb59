//! Sheets that hold, keyed with one slip: the paper's sheet is among the candidates, and near the front.

use proptest::prelude::*;

use super::kit::{Wrong, assert_every_candidate_is_true, failing, filled, form, is_paper, sound};
use crate::check::Severity;
use crate::form::Form;
use crate::rescue::{Candidate, candidates};
use crate::tally::{BoxNo, MOST};

fn draws() -> impl Strategy<Value = Vec<u32>> {
    proptest::collection::vec(0u32..=1_000, 12)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn the_paper_is_among_the_candidates(
        (reasons, control) in any::<(bool, bool)>(), draws in draws(), wrong in proptest::sample::select(&Wrong::ALL[..]), at in 0usize..16,
        which in 0usize..1_000,
    ) {
        let form = form(reasons, control);
        let paper = sound(&form, &draws);
        let values = wrong.keyed(&form, &paper, at, which);
        let keyed = filled(&form, &values);
        prop_assume!(values.iter().flatten().all(|v| *v <= MOST));
        let found = candidates(&form, &keyed);
        if failing(&form, &keyed, Severity::Hard) == 0 {
            prop_assert_eq!(found, []);
        } else {
            let paper_again = |c: &Candidate| is_paper(&form, &c.applied(&keyed), &paper, wrong.loses_a_number());
            prop_assert!(found.iter().any(paper_again), "{wrong:?} {paper:?} keyed {values:?}: {found:?}");
        }
    }

    #[test]
    fn every_candidate_does_what_it_says(
        (reasons, control) in any::<(bool, bool)>(), draws in draws(), values in proptest::collection::vec(proptest::option::weighted(0.9, 0u32..120), 16),
        random in any::<bool>(), wrong in proptest::sample::select(&Wrong::ALL[..]), at in 0usize..16, which in 0usize..1_000,
    ) {
        let form = form(reasons, control);
        let one_slip = wrong.keyed(&form, &sound(&form, &draws), at, which);
        assert_every_candidate_is_true(&form, &filled(&form, if random { &values } else { &one_slip }));
    }
}

/// Draws that are the same for a seed for ever: SplitMix64.
struct Draws(u64);

impl Draws {
    fn next(&mut self, below: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        u32::try_from((z ^ (z >> 31)) % u64::from(below)).expect("below a u32")
    }

    /// Mostly wrong digits, as the published counts have it.
    fn wrong(&mut self) -> Wrong {
        match self.next(100) {
            0..62 => Wrong::Digit,
            62..72 => Wrong::Swapped,
            72..82 => Wrong::Missing,
            other => Wrong::ALL[other as usize % Wrong::ALL.len()],
        }
    }
}

/// Whether one of the first three speaks of a box that was keyed wrongly; of the control total, if the paper's
/// is wrong.
fn is_in_front(found: &[Candidate], form: &Form, keyed: &[Option<u32>], paper: &[u32]) -> bool {
    let boxes: Vec<BoxNo> = form.boxes().collect();
    let wrong = |no: &BoxNo| boxes.iter().zip(keyed).zip(paper).any(|((b, k), p)| b == no && *k != Some(*p));
    found.iter().take(3).any(|c| c.changes.iter().any(|change| wrong(&change.no)))
}

/// Of the sheets that fail a check, the true box is among the first three in nine of ten or more; of each form
/// by itself, and however large the share of slips that no check can tell apart.
#[test]
fn the_true_box_is_among_the_first_three() {
    for (reasons, control) in [(false, false), (false, true), (true, false), (true, true)] {
        let form = form(reasons, control);
        let mut random = Draws(20_241_109);
        let (mut failed, mut in_front) = (0_u32, 0_u32);
        for _ in 0..600 {
            let draws: Vec<u32> = (0..12).map(|_| random.next(1_001)).collect();
            let paper = sound(&form, &draws);
            let values = random.wrong().keyed(&form, &paper, random.next(16) as usize, random.next(1_000) as usize);
            let keyed = filled(&form, &values);
            if failing(&form, &keyed, Severity::Hard) > 0 {
                failed += 1;
                in_front += u32::from(is_in_front(&candidates(&form, &keyed), &form, &values, &paper));
            }
        }
        let share = 100.0 * f64::from(in_front) / f64::from(failed);
        println!("reasons {reasons}, control total {control}: {failed} fail, true box in first three {share:.1} %");
        assert!(failed > 250 && share >= 90.0, "{share:.1} % of {failed}");
    }
}
