//! One box over the sheets of an evening against what the team head wrote (phiếu tổng hợp buổi).

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::number::{WRONG_TOTAL, meant, off_by};
use super::sheet::Sheet;
use super::usual::Usual;
use super::{Slip, sum};
use crate::form::Form;
use crate::tally::{BoxNo, MOST, Tally};

/// Where the slip would be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "in", rename_all = "snake_case")]
pub enum SumChange<K> {
    /// In one sheet; blank before if the sheet's box is.
    Sheet { key: K, from: Option<u32>, to: u32 },
    /// In the total. `left_out`: the sheet whose number is exactly what the total lacks.
    Total { from: u32, to: u32, left_out: Option<K> },
}

/// A single change after which the sheets add up to the total.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SumCandidate<K> {
    pub slip: Slip,
    pub change: SumChange<K>,
    /// Share among all candidates, in millionths.
    pub weight: u32,
}

/// Any number in a sheet instead of the one keyed.
const OTHER: f64 = 0.000_01;
/// A blank box that has a number on the paper: nearly certain, if there is one.
const BLANK: f64 = 0.05;

/// Single changes that make one box of an evening's sheets add up to the total, most likely first; empty if it
/// does. Blank counts as nothing keyed: with two blank boxes neither can be told from the sum.
///
/// Where the whole sheets are known, [`of_box`] points better.
#[must_use]
pub fn of_sum<K: Clone>(sheets: &[(K, Option<u32>)], total: u32) -> Vec<SumCandidate<K>> {
    weighed(sheets, total, |_, _| 0.0)
}

/// As [`of_sum`], for box `no` of whole sheets: a count that fits the other boxes of its sheet as it was keyed,
/// and would break a check if it were changed, is hardly the wrong one.
#[must_use]
pub fn of_box<K: Clone>(form: &Form, sheets: &[(K, &Tally)], no: &BoxNo, total: u32) -> Vec<SumCandidate<K>> {
    let usual = Usual::of(form);
    let counts: Vec<(K, Option<u32>)> = sheets.iter().map(|(key, tally)| (key.clone(), tally.get(no))).collect();
    weighed(&counts, total, |at, to| {
        sheets.get(at).map_or(0.0, |(_, tally)| Sheet::of(form, tally).likelier_with(no, to, &usual))
    })
}

/// `fits`: how much likelier a sheet (by its place) is with another count, as a logarithm.
fn weighed<K: Clone>(
    sheets: &[(K, Option<u32>)],
    total: u32,
    fits: impl Fn(usize, u32) -> f64,
) -> Vec<SumCandidate<K>> {
    let keyed: i64 = sheets.iter().filter_map(|(_, v)| *v).map(i64::from).sum();
    let off = i64::from(total) - keyed;
    if off == 0 {
        return Vec::new();
    }
    let blanks = sheets.iter().filter(|(_, v)| v.is_none()).count();
    let sensible = |value: i64| u32::try_from(value).ok().filter(|v| *v <= MOST);
    let mean = f64::from(total) / sheets.len() as f64;
    let mut list: Vec<(Slip, SumChange<K>, f64)> = Vec::new();
    for (at, (key, from)) in sheets.iter().enumerate() {
        let Some(to) = sensible(i64::from(from.unwrap_or(0)) + off) else { continue };
        let (slip, rate) = match from {
            None if blanks == 1 => (Slip::Skipped, BLANK),
            None => continue,
            Some(from) => as_keyed(*from, to),
        };
        let likely = rate.ln() + fits(at, to) + from.map_or(0.0, |from| nearness(to, mean) - nearness(from, mean));
        list.push((slip, SumChange::Sheet { key: key.clone(), from: *from, to }, likely));
    }
    if let Ok(to) = u32::try_from(keyed) {
        let (slip, mut rate) = as_keyed(total, to);
        let added = WRONG_TOTAL * off_by(total, to, sheets.iter().filter_map(|s| s.1));
        let slip = if added > rate { Slip::Total } else { slip };
        rate += added;
        let lacking = sheets.iter().find(|(_, v)| v.is_some() && *v == to.checked_sub(total));
        let left_out = lacking.map(|(key, _)| key.clone());
        list.push((slip, SumChange::Total { from: total, to, left_out }, rate.ln()));
    }
    list.sort_by(|a, b| b.2.total_cmp(&a.2));
    let all = list.iter().map(|o| o.2).fold(f64::NEG_INFINITY, sum);
    list.into_iter()
        .map(|(slip, change, likely)| {
            let weight = ((likely - all).exp() * 1_000_000.0).round() as u32;
            SumCandidate { slip, change, weight }
        })
        .collect()
}

/// How near a count is to the mean of the evening's, as a logarithm: sheets of one evening differ by about a
/// half, but some are far from the others.
fn nearness(count: u32, mean: f64) -> f64 {
    let off = (f64::from(count) - mean) / (0.5 * mean + 1.0);
    -2.0 * (off * off / 3.0).ln_1p()
}

/// The slip that turns `to` into `from`, and how often it does.
fn as_keyed(from: u32, to: u32) -> (Slip, f64) {
    let mut best = (if from == 0 { Slip::Skipped } else { Slip::Other }, OTHER);
    let mut all = OTHER;
    meant(from, |value, slip, rate| {
        if value == to {
            all += rate;
            if rate > best.1 {
                best = (slip, rate);
            }
        }
    });
    (best.0, all)
}
