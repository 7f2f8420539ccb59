//! Figures that are far from what is usual in the campaign (see `usual` for the choice of the method).
//!
//! A sheet's boxes share a chance of two in a hundred: a box is named when a count so far out, at either end,
//! has a chance below 0.02 divided by the boxes judged on that sheet. So of a hundred sound sheets two at most
//! are named; fewer, as counts come in whole numbers.
//!
//! How many households open (box 2 of 1) is not judged: one rainy evening and nobody does. A slip there fails
//! `2 + 3 = 1`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::usual::{Figures, Key, Reading, Usual, readings};
use crate::ids::SheetId;
use crate::tally::BoxNo;

/// With fewer sheets nothing is called unusual: nobody knows yet what is usual.
pub const FEWEST_SHEETS: usize = 20;

/// Chance that a sound sheet has a box named.
const FALSE_FLAGS: f64 = 0.02;
/// The range shown leaves out this share at each end.
const OUTSIDE: f64 = 0.01;

/// A figure far from what is usual: `ô 7 = 41 trong khi các phiếu cùng đợt thường 0–12`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Outlier {
    pub sheet: SheetId,
    pub no: BoxNo,
    pub value: u32,
    /// Where the counts of 98 of 100 sheets lie that have this sheet's number of households, or of people.
    pub low: u32,
    pub high: u32,
    /// Chance of a count so far out, at either end.
    pub tail: f64,
}

/// The unusual figures of a campaign's keyed sheets, in the order of the sheets and boxes given.
#[must_use]
pub fn outliers(sheets: &[Figures<'_>]) -> Vec<Outlier> {
    let read: Vec<Vec<Reading>> = sheets.iter().map(readings).collect();
    let usual = Usual::of(&read);
    // Most figures of a campaign are like many others: each is judged once.
    let mut tails: BTreeMap<(u32, u32, Key<'_>), f64> = BTreeMap::new();
    let mut found = Vec::new();
    for (figures, readings) in sheets.iter().zip(&read) {
        let judged: Vec<_> = readings
            .iter()
            .filter_map(|r| Some((r, usual.odds(r)?)))
            .filter(|(reading, odds)| reading.is_judged() && odds.sheets() >= FEWEST_SHEETS)
            .collect();
        #[expect(clippy::cast_precision_loss, reason = "boxes of a sheet")]
        let limit = FALSE_FLAGS / judged.len().max(1) as f64;
        for (reading, odds) in judged {
            let alike = (reading.value, reading.base, reading.key());
            let tail = *tails.entry(alike).or_insert_with(|| odds.tail(reading.value));
            if tail < limit {
                let (low, high) = odds.range(OUTSIDE);
                let (sheet, no, value) = (figures.sheet, reading.no.clone(), reading.value);
                found.push(Outlier { sheet, no, value, low, high, tail });
            }
        }
    }
    found
}
