use chrono::NaiveDate;
use domain::account::Permission;
use domain::approval::Scope;
use domain::ids::AreaId;
use domain::sheet::{SheetState, Step, step};
use serde::Deserialize;
use ts_rs::TS;

use crate::error::{Error, ErrorCode};
use crate::issuer::optional_name;
use crate::verification::settle;
use crate::{Act, Result, Write};

/// Opens an approved evening again, so that its figures can be mended. The reason is kept in the journal.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ReopenEvening {
    pub on: NaiveDate,
    pub reason: String,
}

impl Write for ReopenEvening {
    type Answer = ();
    const NAME: &'static str = "reopen_evening";
    const NEEDS: Permission = Permission::Approve;

    fn why(&self) -> Option<&str> {
        Some(&self.reason)
    }

    fn run(self, act: &Act<'_>) -> Result<()> {
        reopen(act, Scope::Evening { on: self.on }, &self.reason)
    }
}

/// As [`ReopenEvening`], for an area that reports by itself.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ReopenSelfReport {
    pub area: AreaId,
    pub reason: String,
}

impl Write for ReopenSelfReport {
    type Answer = ();
    const NAME: &'static str = "reopen_self_report";
    const NEEDS: Permission = Permission::Approve;

    fn why(&self) -> Option<&str> {
        Some(&self.reason)
    }

    fn run(self, act: &Act<'_>) -> Result<()> {
        reopen(act, Scope::SelfReport { area: self.area }, &self.reason)
    }
}

fn reopen(act: &Act<'_>, scope: Scope, reason: &str) -> Result<()> {
    let view = act.view();
    let approval = view.find_approval(scope)?.ok_or_else(|| Error::of(ErrorCode::NotApproved))?;
    if optional_name(Some(reason), "lý do")?.is_none() {
        return Err(Error::of(ErrorCode::ReasonNeeded));
    }
    act.delete_approval(approval.id)?;
    let sheets = act.list_sheets(act.get_campaign()?.id)?;
    for sheet in sheets.into_iter().filter(|s| s.state == SheetState::Locked && Scope::of(s) == Some(scope)) {
        let state = step(sheet.state, Step::Unlock).map_err(Error::internal)?;
        act.set_sheet_state(sheet.id, state)?;
        settle(act, sheet.id)?;
    }
    Ok(())
}
