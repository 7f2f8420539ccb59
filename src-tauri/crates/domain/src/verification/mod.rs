//! Second keying (đối soát): which sheets another person keys again, how two keyings are settled, and how
//! many wrong boxes may be left when it stops.
//!
//! A sheet keyed again is keyed blind and by another person. A disagreement ends with a third
//! ([`Rounds`]). Which sheets: all, one in so many, or aimed at those whose figures look wrong and at a
//! random rest ([`choose()`]) until a bound on the wrong boxes left is under the leader's ceiling
//! ([`estimate()`]). Nothing here reads a file or the clock; the draw comes from the office's secret
//! ([`Rank`]), so it is the same whenever it is asked.

mod choose;
mod claim;
mod duplicate;
mod estimate;
mod keyer;
mod law;
mod mode;
mod outlier;
mod settle;
mod total;
mod usual;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::code::OfficeKey;
use crate::ids::{PersonId, SheetId};
use crate::tally::BoxNo;

pub use choose::{Boxes, Choice, Chosen, Reason, choose};
pub use claim::ALPHA;
pub use duplicate::{SameResults, same_results};
pub use estimate::{Estimate, estimate};
pub use keyer::{KeyerErrors, SINGLE_KEYING_ERRORS, keyer_errors};
pub use mode::Mode;
pub use outlier::{FEWEST_SHEETS, Outlier, outliers};
pub use settle::{Ask, Count, Hands, Keying, MayNot, Rounds, Stage, may_key, stage};
pub use total::{Comparison, Difference, Part, compare, on_paper, strays, suspects};
pub use usual::Figures;

/// A sheet's place in the random draw: lowest first. Nobody without the office's key can foresee it, and
/// it never changes, so a sheet that comes later finds its place among the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rank(pub u64);

impl Rank {
    #[must_use]
    pub fn of(key: &OfficeKey, sheet: SheetId) -> Self {
        let seal = key.seal(&[b"second keying", &sheet.0.to_be_bytes()]);
        Self(seal[..8].iter().fold(0, |n, byte| (n << 8) | u64::from(*byte)))
    }
}

/// How far the second keying of a whole sheet has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Second {
    #[default]
    NotYet,
    /// Begun, or two keyings disagree and nobody has decided yet.
    UnderWay,
    /// Every box is agreed or decided. `wrong`: boxes whose settled value is not the one first keyed, as far as
    /// they are not in [`Case::mended`].
    Done { wrong: u32 },
}

impl Second {
    /// Of the boxes of a sheet that is keyed again whole.
    #[must_use]
    pub fn of(boxes: &[Rounds]) -> Self {
        match stage(boxes) {
            Stage::Untouched => Self::NotYet,
            Stage::Agreed => Self::Done { wrong: wrong(boxes) },
            Stage::UnderWay | Stage::NeedsAgain | Stage::NeedsThird => Self::UnderWay,
        }
    }
}

/// Boxes settled on another value than the first keyed.
#[must_use]
pub fn wrong(boxes: &[Rounds]) -> u32 {
    boxes.iter().map(|b| u32::from(b.was_wrong())).sum()
}

/// A sheet that is keyed, as choosing and estimating see it.
///
/// The three flags speak of the figures **as they were first keyed**: a sheet that second keying has mended
/// still belongs to those it was aimed at for. Otherwise the random rest would lose just the sheets on which
/// something was found, and its estimate would be too low.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    pub sheet: SheetId,
    /// Who keyed it first; of several, who keyed most boxes.
    pub keyer: PersonId,
    pub rank: Rank,
    /// Boxes to key on this sheet.
    pub boxes: u32,
    /// Accepted although a hard check fails.
    pub failed: bool,
    /// Accepted although a soft check fails.
    pub soft: bool,
    /// Has a figure that [`outliers`] names.
    pub outlier: bool,
    /// In every box the sum of its visit's sheets, as they now stand, is the team head's total, or is proven by
    /// the other boxes, or all counts in it were keyed twice ([`Comparison::confirms`]). Another person added up
    /// the same papers: its figures are taken as right.
    pub confirmed: bool,
    pub second: Second,
    /// Wrong boxes found where only single boxes were keyed again ([`wrong`]); a sheet keyed whole afterwards may
    /// keep them here or count them there, not both.
    pub mended: u32,
}

impl Case {
    /// Its own figures send somebody to it. What is only unlikely does not, once the team head's total says so
    /// too.
    #[must_use]
    pub fn is_aimed(&self) -> bool {
        self.failed || ((self.soft || self.outlier) && !self.confirmed)
    }

    #[must_use]
    pub fn is_done(&self) -> bool {
        matches!(self.second, Second::Done { .. })
    }

    /// Boxes of the first keying that were found wrong, whoever was sent there for what.
    fn found(&self) -> u32 {
        match self.second {
            Second::Done { wrong } => wrong + self.mended,
            Second::NotYet | Second::UnderWay => self.mended,
        }
    }
}

/// Single boxes of a sheet to key again, because the sum of its visit is not the team head's total.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Suspect {
    pub sheet: SheetId,
    pub boxes: Vec<BoxNo>,
}

#[cfg(test)]
mod tests;
