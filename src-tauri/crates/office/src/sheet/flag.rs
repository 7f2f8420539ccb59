//! What is unlikely about a sheet, and whether somebody has looked at it and accepted it.

use domain::check::{Failure, Severity};
use domain::form::Form;
use domain::ids::SheetId;
use domain::tally::{BoxNo, Tally};
use serde::Serialize;
use store::AcceptedFlag;
use ts_rs::TS;

use crate::{Result, View};

/// A soft check that does not hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SheetFlag {
    /// What accepting it names.
    pub flag: String,
    pub failure: Failure,
    /// As it was accepted last, perhaps for other figures.
    pub accepted: Option<Acceptance>,
}

/// Who accepted something unlikely, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Acceptance {
    pub reason: String,
    pub by: String,
    /// RFC 3339.
    pub at: String,
    /// The figures are those it was accepted for. Otherwise it is to be looked at again.
    pub holds: bool,
}

/// The figures that a flag speaks of, as they are kept with its acceptance: `[2] = 3, [4] = 61`.
pub(crate) fn figures(boxes: &[BoxNo], tally: &Tally) -> String {
    let one = |no: &BoxNo| match tally.get(no) {
        Some(value) => format!("[{no}] = {value}"),
        None => format!("[{no}] ="),
    };
    boxes.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// The soft checks of a form that do not hold, each with its flag.
pub(super) fn raised(form: &Form, tally: &Tally) -> Vec<(String, Failure)> {
    let soft = form.checks.iter().filter(|c| c.severity == Severity::Soft);
    soft.filter_map(|c| Some((c.rule.to_string(), c.failure(tally)?))).collect()
}

pub(super) fn flags(view: &View<'_>, sheet: SheetId, form: &Form, tally: &Tally) -> Result<Vec<SheetFlag>> {
    let raised = raised(form, tally);
    if raised.is_empty() {
        return Ok(Vec::new());
    }
    let accepted = view.list_accepted_flags(sheet)?;
    let name = view.account_names()?;
    Ok(raised
        .into_iter()
        .map(|(flag, failure)| {
            let figures = figures(&failure.boxes, tally);
            let found = accepted.iter().find(|a| a.flag == flag);
            SheetFlag { accepted: found.map(|a| Acceptance::of(a, &figures, name(a.by))), flag, failure }
        })
        .collect())
}

impl Acceptance {
    /// `figures`: those of now.
    pub(crate) fn of(accepted: &AcceptedFlag, figures: &str, by: String) -> Self {
        Self { reason: accepted.reason.clone(), by, at: accepted.at.clone(), holds: accepted.figures == figures }
    }
}
