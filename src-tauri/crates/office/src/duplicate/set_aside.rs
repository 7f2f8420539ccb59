use domain::account::Permission;
use serde::Deserialize;
use ts_rs::TS;

use super::reason_of;
use crate::error::{Error, ErrorCode};
use crate::{Act, Result, Write};

/// A sheet that says what another says already: it counts no more. [`super::AdmitSheet`] takes it back.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SetAside {
    /// The one to set aside.
    pub code: String,
    /// The one that stays.
    pub of: String,
    pub reason: String,
}

impl Write for SetAside {
    type Answer = ();
    const NAME: &'static str = "set_aside";
    const NEEDS: Permission = Permission::Verify;
    const UNDOABLE: bool = true;

    fn why(&self) -> Option<&str> {
        Some(&self.reason)
    }

    fn run(self, act: &Act<'_>) -> Result<()> {
        let view = act.view();
        let (sheet, of) = (view.sheet_of(&self.code)?, view.sheet_of(&self.of)?);
        if sheet.id == of.id || !of.is_counted() || sheet.kind != of.kind && !(sheet.is_tally() && of.is_tally()) {
            return Err(Error::of(ErrorCode::NotTheSame).with("code", sheet.code).with("other", of.code));
        }
        let reason = reason_of(&self.reason)?;
        view.sheet_not_locked(&sheet)?;
        act.put_aside(sheet, &format!("Trùng phiếu {}: {reason}", of.code))
    }
}
