//! A figure that somebody questions, and what is behind it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::form::Meaning;
use crate::ids::TargetId;

/// Which figure of the progress is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "of", rename_all = "snake_case")]
pub enum Figure {
    /// What a target counts.
    Numerator { target: TargetId },
    /// Of whom.
    Denominator { target: TargetId },
    /// The sum of a box: a cell of the heat table, a stage, a reason.
    Meaning { meaning: Meaning },
    /// Installed among those met, both earlier and new: a stage that two boxes make.
    InstalledAmongMet,
    /// Sheets themselves.
    Sheets { which: WhichSheets },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WhichSheets {
    Expected,
    Returned,
    Missing,
}
