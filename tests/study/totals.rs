//! The team heads' totals against the sheets, without the program's help: a difference sends the person to the
//! total's own figure and then through the visit's sheets, one after another.

use std::collections::BTreeMap;

use super::desk::{Desk, presses};
use super::random::Random;
use super::slips::Hand;

/// Keys to open another sheet at a box, and to come back.
const THERE_AND_BACK: u64 = 2;

impl Desk<'_> {
    /// Keys every team head's total and follows each difference.
    pub fn compare_totals(&mut self) {
        for (visit, total) in self.key_totals().into_iter().enumerate() {
            let mut found = BTreeMap::new();
            for (at, total) in total.into_iter().enumerate() {
                self.follow(visit, at, total, &mut found);
            }
        }
    }

    /// The team heads' totals as typed, visit by visit; a blank box is named and filled.
    pub fn key_totals(&mut self) -> Vec<Vec<u32>> {
        let mut all = Vec::new();
        for (visit, of) in self.campaign.visits.iter().enumerate() {
            let hand = Hand::of(self.parameters, self.keying.keyers[visit]);
            let mut keyed = Vec::new();
            for (at, written) in of.totals.iter().enumerate() {
                let mut random = Random::of(self.campaign.seed, &[12, visit as u64, at as u64]);
                let (typed, _) = hand.type_number(Some(*written), &mut random);
                self.extra.totals += presses(typed, None);
                if typed.is_none() {
                    self.extra.totals += 1 + presses(Some(*written), None);
                }
                keyed.push(typed.unwrap_or(*written));
            }
            all.push(keyed);
        }
        all
    }

    /// `found`: how many boxes were found wrong on each sheet of the visit.
    fn follow(&mut self, visit: usize, at: usize, mut total: u32, found: &mut BTreeMap<usize, u32>) {
        let sheets = self.campaign.visits[visit].sheets.clone();
        let sum = |desk: &Self| sheets.clone().filter_map(|s| desk.values[s][at]).sum::<u32>();
        if sum(self) == total {
            return;
        }
        let right = sheets.clone().all(|s| self.is_right(s, at));
        self.alarm(right);
        self.extra.differences += 1;
        let written = self.campaign.visits[visit].totals[at];
        if total != written {
            self.extra.differences += presses(Some(written), None);
            total = written;
        }
        for sheet in sheets.clone() {
            if sum(self) == total {
                return;
            }
            self.extra.differences += THERE_AND_BACK;
            if let Some(keys) = self.look(sheet, at) {
                self.extra.differences += keys;
                let times = found.entry(sheet).or_default();
                *times += 1;
                if *times == 2 {
                    self.extra.differences += self.key_anew(sheet, 2);
                }
            }
        }
        // Accepted as it is, with a reason.
        self.extra.differences += u64::from(sum(self) != total);
    }
}
