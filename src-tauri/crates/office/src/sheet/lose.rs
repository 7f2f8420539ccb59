//! Sheets that are lost, found again, or void.

use domain::account::Permission;
use domain::sheet::{SheetState, Step};
use serde::Deserialize;
use ts_rs::TS;

use super::open::SheetView;
use crate::error::{Error, ErrorCode};
use crate::issuer::optional_name;
use crate::{Act, Result, Write};

/// A sheet that nobody has any more: it is not asked for, and is still missing.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct LoseSheet {
    /// Typed code or scanned QR.
    pub code: String,
    pub reason: String,
}

impl Write for LoseSheet {
    type Answer = SheetView;
    const NAME: &'static str = "lose_sheet";
    const NEEDS: Permission = Permission::Key;
    const UNDOABLE: bool = true;

    fn why(&self) -> Option<&str> {
        Some(&self.reason)
    }

    fn run(self, act: &Act<'_>) -> Result<SheetView> {
        put_away(act, &self.code, Step::Lose, &self.reason)
    }
}

/// A sheet that is spoilt or was withdrawn: never counted, never keyed.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct WithdrawSheet {
    /// Typed code or scanned QR.
    pub code: String,
    pub reason: String,
}

impl Write for WithdrawSheet {
    type Answer = SheetView;
    const NAME: &'static str = "withdraw_sheet";
    const NEEDS: Permission = Permission::Key;
    const UNDOABLE: bool = true;

    fn why(&self) -> Option<&str> {
        Some(&self.reason)
    }

    fn run(self, act: &Act<'_>) -> Result<SheetView> {
        put_away(act, &self.code, Step::Withdraw, &self.reason)
    }
}

/// A lost sheet that turned up: it is asked for again.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct FindSheet {
    /// Typed code or scanned QR.
    pub code: String,
}

impl Write for FindSheet {
    type Answer = SheetView;
    const NAME: &'static str = "find_sheet";
    const NEEDS: Permission = Permission::Key;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<SheetView> {
        let mut sheet = act.view().sheet_of(&self.code)?;
        act.take(&mut sheet, Step::Find)?;
        act.set_sheet_state_because(sheet.id, None)?;
        SheetView::of(&act.view(), sheet.id)
    }
}

/// The reason stands on the sheet and in the journal.
fn put_away(act: &Act<'_>, code: &str, taken: Step, reason: &str) -> Result<SheetView> {
    let mut sheet = act.view().sheet_of(code)?;
    let reason = reason_of(reason)?;
    act.take(&mut sheet, taken)?;
    act.set_sheet_state_because(sheet.id, Some(&reason))?;
    SheetView::of(&act.view(), sheet.id)
}

pub(super) fn reason_of(typed: &str) -> Result<String> {
    optional_name(Some(typed), "lý do")?.ok_or_else(|| Error::of(ErrorCode::ReasonNeeded))
}

/// Whether a sheet's place may be taken by a spare: nothing of it counts already.
pub(super) fn is_spoilable(state: SheetState) -> bool {
    matches!(
        state,
        SheetState::Printed | SheetState::HandedOut | SheetState::Returned | SheetState::Lost | SheetState::Void
    )
}
