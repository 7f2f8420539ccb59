//! A visit's sheets against the team head's total (phiếu tổng hợp buổi), box by box.
//!
//! Nothing is said while a sheet of the visit is missing: every difference would be its figures. A box that
//! is blank on a sheet or on the total is not compared either, since blank is not zero.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Suspect;
use crate::ids::SheetId;
use crate::tally::{BoxNo, Tally};

/// A box's count on one sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Part {
    pub sheet: SheetId,
    pub value: u32,
}

/// A box whose sum over the sheets is not the total's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Difference {
    pub no: BoxNo,
    /// The sheets' counts, in the order of the visit's sheets.
    pub parts: Vec<Part>,
    #[ts(type = "number")]
    pub sum: u64,
    pub total: u32,
    /// Sum minus total: above zero, the sheets count more.
    #[ts(type = "number")]
    pub over: i64,
    /// `5 + 7 + 3 = 15`.
    pub worked: String,
}

/// What a visit's total says about its sheets.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct Comparison {
    /// Sheets still to come or to key; while there are any, nothing else is said.
    pub missing: Vec<SheetId>,
    /// Boxes blank on the total or on a sheet: not compared.
    pub blank: Vec<BoxNo>,
    pub differences: Vec<Difference>,
    /// Boxes compared.
    pub compared: u32,
}

impl Comparison {
    /// Every box of the form was compared and none differs.
    #[must_use]
    pub fn agrees(&self) -> bool {
        self.compared > 0 && self.missing.is_empty() && self.blank.is_empty() && self.differences.is_empty()
    }
}

/// Compares a visit's sheets with its total over `boxes` (the form's indicators; the control total of each
/// sheet is left out). `sheets`: every sheet the visit waits for or has, `None` while it is not keyed.
#[must_use]
pub fn compare(boxes: &[BoxNo], sheets: &[(SheetId, Option<&Tally>)], total: &Tally) -> Comparison {
    let mut comparison = Comparison {
        missing: sheets.iter().filter(|(_, tally)| tally.is_none()).map(|(sheet, _)| *sheet).collect(),
        ..Comparison::default()
    };
    if !comparison.missing.is_empty() || sheets.is_empty() {
        return comparison;
    }
    for no in boxes.iter().filter(|no| **no != BoxNo::CONTROL) {
        let parts: Option<Vec<Part>> =
            sheets.iter().map(|(sheet, tally)| Some(Part { sheet: *sheet, value: (*tally)?.get(no)? })).collect();
        let (Some(parts), Some(total)) = (parts, total.get(no)) else {
            comparison.blank.push(no.clone());
            continue;
        };
        comparison.compared += 1;
        comparison.differences.extend(difference(no, parts, total));
    }
    comparison
}

fn difference(no: &BoxNo, parts: Vec<Part>, total: u32) -> Option<Difference> {
    let sum: u64 = parts.iter().map(|p| u64::from(p.value)).sum();
    let over = i64::try_from(sum).ok()? - i64::from(total);
    (over != 0).then(|| {
        let counts: Vec<String> = parts.iter().map(|p| p.value.to_string()).collect();
        let worked = if counts.len() == 1 { sum.to_string() } else { format!("{} = {sum}", counts.join(" + ")) };
        Difference { no: no.clone(), parts, sum, total, over, worked }
    })
}

/// The single boxes to key again next, most suspect sheet first: for each box that differs, the one sheet
/// whose count is likeliest wrong among those not keyed twice yet (`done` says which are). After each answer
/// the caller compares again, so that nobody keys further once the sum fits.
///
/// `total`: the total's own sheet; its box was keyed once as well and may be the wrong one.
#[must_use]
pub fn suspects(
    comparison: &Comparison,
    total: Option<SheetId>,
    done: impl Fn(SheetId, &BoxNo) -> bool,
) -> Vec<Suspect> {
    let mut asked: Vec<Suspect> = Vec::new();
    for difference in &comparison.differences {
        let open: BTreeSet<SheetId> = difference.sheets(total).filter(|sheet| !done(*sheet, &difference.no)).collect();
        let Some(sheet) = difference.likeliest(total, &open) else { continue };
        match asked.iter_mut().find(|s| s.sheet == sheet) {
            Some(suspect) => suspect.boxes.push(difference.no.clone()),
            None => asked.push(Suspect { sheet, boxes: vec![difference.no.clone()] }),
        }
    }
    asked.sort_by_key(|s| std::cmp::Reverse(s.boxes.len()));
    asked
}

impl Difference {
    fn sheets(&self, total: Option<SheetId>) -> impl Iterator<Item = SheetId> {
        self.parts.iter().map(|p| p.sheet).chain(total)
    }

    fn likeliest(&self, total: Option<SheetId>, open: &BTreeSet<SheetId>) -> Option<SheetId> {
        self.sheets(total).find(|sheet| open.contains(sheet))
    }
}
