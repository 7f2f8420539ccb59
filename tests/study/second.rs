//! Keying again by another person. How two keyings are settled is the product's rule
//! ([`domain::verification::Rounds`]); what the people type is the study's model.

use domain::ids::PersonId;
use domain::verification::{Ask, Keying as Keyed, Rounds};

use super::desk::{Desk, presses};
use super::random::Random;
use super::slips::Hand;

impl Desk<'_> {
    /// Keys a sheet a second time, blind, and settles each box. Answers how many boxes were wrong.
    pub fn key_second(&mut self, sheet: usize) -> u32 {
        let campaign = self.campaign;
        let paper = &campaign.papers[sheet];
        let mut random = Random::of(campaign.seed, &[14, sheet as u64]);
        let pile = &campaign.visits[paper.visit].sheets;
        let slips = &self.parameters.slips;
        let taken = if random.chance(slips.wrong_sheet) { pile.start + random.below(pile.len()) } else { sheet };
        let second = self.hand(paper.visit, SECOND).type_sheet(&campaign.papers[taken], &mut random);
        let mut wrong = 0;
        for (at, value) in second.values.into_iter().enumerate() {
            self.extra.second += presses(value, campaign.widths[at]);
            wrong += u32::from(self.settle(sheet, at, value, &mut random));
        }
        wrong
    }

    /// Keys one box a second time, blind, and settles it. Whether it was wrong.
    pub fn key_second_box(&mut self, sheet: usize, at: usize) -> bool {
        let mut random = Random::of(self.campaign.seed, &[16, sheet as u64, at as u64]);
        let value = self.key_box(sheet, at, SECOND, &mut random);
        self.extra.second += presses(value, self.campaign.widths[at]);
        self.settle(sheet, at, value, &mut random)
    }

    fn settle(&mut self, sheet: usize, at: usize, second: Option<u32>, random: &mut Random) -> bool {
        let first = Keyed { by: self.person(sheet, FIRST), value: self.values[sheet][at] };
        let mut rounds = Rounds::begun(first);
        let mut next = Some(Keyed { by: self.person(sheet, SECOND), value: second });
        if second != first.value {
            self.alarm(self.is_right(sheet, at));
        }
        while let Some(keyed) = next {
            rounds = rounds.with(keyed).unwrap_or(rounds);
            let person = match rounds.ask() {
                Ask::Second | Ask::Again => SECOND,
                Ask::Third => THIRD,
                Ask::None => break,
            };
            let value = self.key_box(sheet, at, person, random);
            self.extra.second += presses(value, self.campaign.widths[at]);
            next = Some(Keyed { by: self.person(sheet, person), value });
        }
        if let Some(value) = rounds.settled() {
            self.values[sheet][at] = value;
        }
        rounds.was_wrong()
    }

    fn key_box(&self, sheet: usize, at: usize, person: usize, random: &mut Random) -> Option<u32> {
        let paper = &self.campaign.papers[sheet];
        let as_read = paper.misread.iter().find(|(of, _)| *of == at).map_or(paper.values[at], |(_, read)| *read);
        self.hand(paper.visit, person).type_number(Some(as_read), random).0
    }

    fn person(&self, sheet: usize, person: usize) -> PersonId {
        let keyers = self.parameters.keyers.rates.len();
        PersonId(((self.keying.keyers[self.campaign.papers[sheet].visit] + person) % keyers) as i64)
    }

    fn hand(&self, visit: usize, person: usize) -> Hand<'_> {
        let keyers = self.parameters.keyers.rates.len();
        Hand::of(self.parameters, (self.keying.keyers[visit] + person) % keyers)
    }
}

/// Whose turn it is, counted from who keyed the visit.
const FIRST: usize = 0;
const SECOND: usize = 1;
const THIRD: usize = 2;
