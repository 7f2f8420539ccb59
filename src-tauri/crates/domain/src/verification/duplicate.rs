//! Two sheets with the same results: one paper keyed under two codes, a photocopy, or figures copied.
//!
//! Equal figures alone prove nothing: two evenings where nobody was at home agree in every box. So the
//! chance counts that another sheet of the campaign has just these figures: the product over the boxes, each
//! given the box it is part of (`usual`), times the number of other sheets. Many boxes with rare counts make
//! it small; zeros and small counts do not.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::usual::{Figures, Usual, readings};
use crate::ids::SheetId;
use crate::tally::BoxNo;

/// Two sheets agree by chance less often than this, or they are not named.
const BY_CHANCE: f64 = 0.001;
/// No box counts for more than this, however rare its value: nobody knows the ends of a distribution so well.
const RAREST: f64 = 0.01;

/// Two sheets with the same results.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct SameResults {
    /// The one numbered earlier.
    pub first: SheetId,
    pub second: SheetId,
    /// Both are of one evening.
    pub same_visit: bool,
    /// Boxes that agree and are not zero.
    pub boxes: u32,
    /// How many sheets of the campaign would be expected to have these figures by chance.
    pub chance: f64,
}

/// Pairs of sheets whose figures are the same in every box and too rare for chance; least likely first. Of
/// three alike, the first is paired with each other.
#[must_use]
pub fn same_results(sheets: &[Figures<'_>]) -> Vec<SameResults> {
    let mut alike: BTreeMap<Vec<(&BoxNo, u32)>, Vec<usize>> = BTreeMap::new();
    for (i, figures) in sheets.iter().enumerate() {
        let figures: Vec<_> = figures.tally.iter().filter(|(no, _)| **no != BoxNo::CONTROL).collect();
        alike.entry(figures).or_default().push(i);
    }
    alike.retain(|_, same| same.len() > 1);
    // What is usual is learnt from all sheets, and only where two are the same.
    if alike.is_empty() {
        return Vec::new();
    }
    let read: Vec<_> = sheets.iter().map(readings).collect();
    let usual = Usual::of(&read);
    let mut pairs = Vec::new();
    for (figures, mut same) in alike {
        same.sort_by_key(|i| sheets[*i].sheet);
        let each = |i: usize| read[i].iter().filter_map(|r| Some(usual.odds(r)?.chance(r.value).max(RAREST)));
        #[expect(clippy::cast_precision_loss, reason = "sheets of a campaign")]
        let chance = each(same[0]).product::<f64>() * (sheets.len() - 1) as f64;
        if chance >= BY_CHANCE {
            continue;
        }
        let boxes = u32::try_from(figures.iter().filter(|(_, value)| *value > 0).count()).unwrap_or(u32::MAX);
        let first = &sheets[same[0]];
        pairs.extend(same[1..].iter().map(|i| SameResults {
            first: first.sheet,
            second: sheets[*i].sheet,
            same_visit: first.visit.is_some() && first.visit == sheets[*i].visit,
            boxes,
            chance,
        }));
    }
    pairs.sort_by(|a, b| a.chance.total_cmp(&b.chance).then(a.second.cmp(&b.second)));
    pairs
}
