//! How well each person keys, as second keying shows it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Case;
use crate::ids::PersonId;

/// Wrong fields when keyed once: 29 in 10,000, pooled over the studies in M. Y. Garza et al., "Error rates of
/// data processing methods in clinical research" (2025). What is assumed of a keyer before anything is known.
pub const SINGLE_KEYING_ERRORS: f64 = 0.0029;

/// Boxes at that rate that every keyer starts with: 20 sheets of nine. Few sheets prove little.
const PRIOR_BOXES: f64 = 180.0;

/// What second keying has shown of a person's keying.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct KeyerErrors {
    pub keyer: PersonId,
    /// Sheets keyed twice that nothing pointed to, and their boxes: a sheet that failed a check says how well
    /// the checks work, not how well its keyer does.
    pub sheets: u32,
    pub boxes: u32,
    pub wrong: u32,
    /// Wrong boxes of 1,000, drawn towards the published rate while few sheets are known.
    pub per_mille: f64,
}

/// Everybody who keyed a sheet of the campaign, with what second keying has shown so far.
#[must_use]
pub fn keyer_errors(cases: &[Case]) -> Vec<KeyerErrors> {
    let mut errors: BTreeMap<PersonId, KeyerErrors> = BTreeMap::new();
    for case in cases {
        let unknown = KeyerErrors { keyer: case.keyer, sheets: 0, boxes: 0, wrong: 0, per_mille: 0.0 };
        let of = errors.entry(case.keyer).or_insert(unknown);
        if case.is_done() && !case.is_aimed() {
            of.sheets += 1;
            of.boxes += case.boxes;
            of.wrong += case.found();
        }
    }
    for of in errors.values_mut() {
        of.per_mille = shrunk(of.wrong.into(), of.boxes.into()) * 1000.0;
    }
    errors.into_values().collect()
}

fn shrunk(wrong: f64, boxes: f64) -> f64 {
    (wrong + PRIOR_BOXES * SINGLE_KEYING_ERRORS) / (boxes + PRIOR_BOXES)
}

/// What the draws have shown of a keyer so far.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Record {
    boxes: f64,
    wrong: f64,
    /// Σ of squares of wrong boxes per sheet.
    squares: f64,
    /// Sheets with a wrong box.
    bad: u32,
    /// Boxes of the keyer's sheets not drawn yet.
    left: f64,
}

impl Record {
    pub(super) fn all(frame: &[&Case]) -> BTreeMap<PersonId, Self> {
        let mut records: BTreeMap<PersonId, Self> = BTreeMap::new();
        for case in frame {
            records.entry(case.keyer).or_default().left += f64::from(case.boxes);
        }
        records
    }

    pub(super) fn add(&mut self, case: &Case) {
        let wrong = f64::from(case.found());
        self.boxes += f64::from(case.boxes);
        self.left -= f64::from(case.boxes);
        self.wrong += wrong;
        self.squares += wrong * wrong;
        self.bad += u32::from(case.found() > 0);
    }

    /// Whether this keyer's other sheets alone are all but sure to hold more wrong boxes than allowed: then no
    /// draw can end well before they are all keyed twice.
    ///
    /// Of the shrunk rate the lower end of a 95 % interval is taken. Its spread is measured in sheets, so that
    /// one sheet keyed a row too low counts as one accident and not as eight; and one bad sheet is no proof.
    pub(super) fn alone_breaks(&self, allowed: u32) -> bool {
        let sure = self.wrong - 1.645 * self.squares.sqrt();
        self.bad > 1 && shrunk(sure, self.boxes) * self.left > f64::from(allowed)
    }
}
