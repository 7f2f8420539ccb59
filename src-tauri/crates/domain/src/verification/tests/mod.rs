mod campaigns;
mod choosing;
mod estimating;
mod settling;
mod totals;
mod unusual;
mod visits;

use super::{Case, Rank, Second};
use crate::ids::{PersonId, SheetId};

/// SplitMix64 (G. Steele, D. Lea, C. Flood 2014): the same numbers on every machine.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Between 0 and 1.
    fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    fn below(&mut self, n: u32) -> u32 {
        (self.next() % u64::from(n)) as u32
    }

    fn is(&mut self, chance: f64) -> bool {
        self.share() < chance
    }

    /// Successes in `n` tries.
    fn of(&mut self, n: u32, chance: f64) -> u32 {
        (0..n).filter(|_| self.is(chance)).count() as u32
    }
}

/// A sheet of nine boxes, keyed once by one person, that nothing is the matter with.
fn case(sheet: i64, rank: u64) -> Case {
    Case {
        sheet: SheetId(sheet),
        keyer: PersonId(1),
        rank: Rank(rank),
        boxes: 9,
        failed: false,
        soft: false,
        outlier: false,
        confirmed: false,
        second: Second::NotYet,
        mended: 0,
    }
}

/// The same, keyed twice.
fn done(sheet: i64, rank: u64, wrong: u32) -> Case {
    Case { second: Second::Done { wrong }, ..case(sheet, rank) }
}
