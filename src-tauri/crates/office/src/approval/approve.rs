use chrono::NaiveDate;
use domain::account::Permission;
use domain::approval::Scope;
use domain::date::dmy;
use domain::ids::AreaId;
use domain::sheet::{SheetState, Step, step};
use serde::Deserialize;
use ts_rs::TS;

use super::standing::Standing;
use crate::error::{Error, ErrorCode};
use crate::issuer::optional_name;
use crate::task::not_ahead;
use crate::{Act, Result, Write};

/// Approves an evening: all its sheets that are back are locked. Whoever approves may have keyed them; the
/// second keying, where the office chose one, is what needs another person.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ApproveEvening {
    pub on: NaiveDate,
    /// What is to be said of what is missing; needed if anything is.
    pub note: Option<String>,
}

impl Write for ApproveEvening {
    type Answer = ();
    const NAME: &'static str = "approve_evening";
    const NEEDS: Permission = Permission::Approve;

    fn run(self, act: &Act<'_>) -> Result<()> {
        not_ahead(act, self.on)?;
        approve(act, Scope::Evening { on: self.on }, self.note.as_deref())
    }
}

/// As [`ApproveEvening`], for an area that reports by itself.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ApproveSelfReport {
    pub area: AreaId,
    pub note: Option<String>,
}

impl Write for ApproveSelfReport {
    type Answer = ();
    const NAME: &'static str = "approve_self_report";
    const NEEDS: Permission = Permission::Approve;

    fn run(self, act: &Act<'_>) -> Result<()> {
        approve(act, Scope::SelfReport { area: self.area }, self.note.as_deref())
    }
}

fn approve(act: &Act<'_>, scope: Scope, note: Option<&str>) -> Result<()> {
    let view = act.view();
    view.not_locked(scope)?;
    let standing = view.standings()?.remove(&scope).ok_or_else(|| match scope {
        Scope::Evening { on } => Error::of(ErrorCode::NoVisits).with("date", dmy(on)),
        Scope::SelfReport { .. } => Error::of(ErrorCode::Missing),
    })?;
    let note = optional_name(note, "ghi chú khi duyệt")?;
    if standing.sheets.is_empty() && note.is_none() {
        // Nobody went out, perhaps: then somebody says so.
        return Err(Error::of(ErrorCode::NothingToApprove));
    }
    refuse(&standing, note.is_some())?;
    act.insert_approval(act.get_campaign()?.id, scope, note.as_deref())?;
    for sheet in standing.sheets.iter().filter(|s| s.state.is_back()) {
        // A summary nobody keyed is no figure; it stays as it lies.
        if sheet.state != SheetState::Returned {
            act.set_sheet_state(sheet.id, step(sheet.state, Step::Lock).map_err(Error::internal)?)?;
        }
    }
    Ok(())
}

/// What stands in the way: hard things always, the others until something is said of them.
fn refuse(standing: &Standing, has_note: bool) -> Result<()> {
    let (hard, soft): (Vec<_>, Vec<_>) = standing.obstacles().into_iter().partition(|o| o.hard);
    let refusal = |code, found: &[super::ObstacleRow]| {
        let words: Vec<String> = found.iter().map(|o| format!("{} {}", o.count, o.what.word())).collect();
        Err(Error::of(code).with("what", words.join("; ")))
    };
    if !hard.is_empty() {
        return refusal(ErrorCode::ApprovalBlocked, &hard);
    }
    if !soft.is_empty() && !has_note {
        return refusal(ErrorCode::ApprovalNeedsNote, &soft);
    }
    Ok(())
}
