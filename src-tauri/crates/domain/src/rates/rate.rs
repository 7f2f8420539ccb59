//! A rate with everything needed to stand behind it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::base::Known;
use crate::form::Meaning;
use crate::ids::AreaId;

/// A rate with everything needed to stand behind it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS)]
pub struct Rate {
    /// Unknown (`None`) when nothing was reported.
    #[ts(type = "number | null")]
    pub numerator: Option<u64>,
    /// Unknown when no area has the base figure.
    #[ts(type = "number | null")]
    pub denominator: Option<u64>,
    /// Per cent; may exceed 100.
    pub percent: Option<f64>,
    /// Areas left out of both because their base is blank.
    pub without_base: Vec<AreaId>,
    /// Some covered area has no dated count of earlier installs, so only people met are counted
    /// ("trong số đã gặp").
    pub among_met: bool,
}

impl Rate {
    #[must_use]
    pub fn is_over_100(&self) -> bool {
        self.percent.is_some_and(|p| p > 100.0)
    }
}

/// `part` of `whole` in per cent; unknown of nothing.
#[expect(clippy::cast_precision_loss, reason = "people of a city fit an f64 exactly")]
#[must_use]
pub fn percent(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| part as f64 * 100.0 / whole as f64)
}

/// What a count is made of in one area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parts {
    /// A dated base figure, and of the boxes only what came after its day.
    pub base: Option<Known>,
    /// Boxes that are added up.
    pub boxes: &'static [Meaning],
}

impl Parts {
    /// Whether the boxes of a sheet of this day are part of it.
    #[must_use]
    pub fn holds(&self, on: Option<chrono::NaiveDate>) -> bool {
        self.base.is_none_or(|base| on.is_none_or(|on| on > base.as_of))
    }
}
