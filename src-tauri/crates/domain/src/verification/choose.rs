//! Which sheets are keyed a second time, in which order and why.
//!
//! Aimed: sheets accepted against a hard check; single boxes where a visit's sum is not the team head's
//! total; sheets accepted against a soft check; outliers; sheets of a keyer whose measured error rate alone
//! would break the ceiling; then a random rest, by rank and nothing else, until the bound is under the
//! ceiling. The random rest takes no account of what looks suspicious, so that what it finds speaks for all
//! sheets nobody looks at.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::estimate::{Estimate, Walk};
use super::{Case, Mode, Suspect};
use crate::ids::SheetId;
use crate::tally::BoxNo;

/// Why a sheet is keyed a second time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    All,
    EveryNth,
    FailedCheck,
    TotalMismatch,
    SoftAccepted,
    Outlier,
    Keyer,
    Random,
}

/// What is keyed again on a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Boxes {
    All,
    Only(Vec<BoxNo>),
}

/// A sheet to key a second time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Chosen {
    pub sheet: SheetId,
    pub boxes: Boxes,
    pub reason: Reason,
}

/// What is still to be keyed a second time, first things first, and how far it is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Choice {
    pub chosen: Vec<Chosen>,
    pub estimate: Estimate,
}

/// Sheets still to be keyed twice. Those done are left out; those under way stay in.
///
/// `suspects` come from [`super::suspects`] over all visits with a total; only an aimed second keying asks
/// for single boxes. The random part is as long as it must be if nothing more is found wrong; when something
/// is, the next call has a longer one.
#[must_use]
pub fn choose(mode: Mode, cases: &[Case], suspects: &[Suspect]) -> Choice {
    let walk = Walk::of(mode, cases);
    let ahead = walk.ahead();
    let estimate = walk.estimate(suspects, &ahead);
    let whole = |case: &Case, reason| Chosen { sheet: case.sheet, boxes: Boxes::All, reason };
    let mut chosen: Vec<Chosen> = match mode {
        Mode::All => walk.open().map(|case| whole(case, Reason::All)).collect(),
        Mode::OneIn { .. } => {
            walk.open().filter(|case| mode.draws(case.rank)).map(|case| whole(case, Reason::EveryNth)).collect()
        }
        Mode::Aimed { .. } => aimed(cases, suspects),
    };
    chosen.extend(ahead.asked.iter().map(|(case, reason)| whole(case, *reason)));
    Choice { chosen, estimate }
}

/// Sheets whose own figures, or whose visit's total, send somebody to them.
fn aimed(cases: &[Case], suspects: &[Suspect]) -> Vec<Chosen> {
    let mut open: Vec<(Reason, &Case)> =
        cases.iter().filter(|c| c.is_aimed() && !c.is_done()).map(|c| (own_reason(c), c)).collect();
    open.sort_by_key(|(reason, case)| (*reason, case.rank));
    let mut chosen: Vec<Chosen> =
        open.iter().map(|(reason, c)| Chosen { sheet: c.sheet, boxes: Boxes::All, reason: *reason }).collect();
    let boxes = suspects.iter().filter(|s| !open.iter().any(|(_, case)| case.sheet == s.sheet)).map(|s| Chosen {
        sheet: s.sheet,
        boxes: Boxes::Only(s.boxes.clone()),
        reason: Reason::TotalMismatch,
    });
    chosen.extend(boxes);
    chosen.sort_by_key(|c| c.reason);
    chosen
}

/// The weightiest reason of a sheet that has one.
fn own_reason(case: &Case) -> Reason {
    match (case.failed, case.soft) {
        (true, _) => Reason::FailedCheck,
        (false, true) => Reason::SoftAccepted,
        (false, false) => Reason::Outlier,
    }
}
