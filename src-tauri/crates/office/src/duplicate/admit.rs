use domain::account::Permission;
use serde::Deserialize;
use ts_rs::TS;

use super::reason_of;
use crate::{Act, Result, Write};

/// A sheet that was set aside is one of its own after all, and counts again.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct AdmitSheet {
    pub code: String,
    pub reason: String,
}

impl Write for AdmitSheet {
    type Answer = ();
    const NAME: &'static str = "admit_sheet";
    const NEEDS: Permission = Permission::Verify;
    const UNDOABLE: bool = true;

    fn why(&self) -> Option<&str> {
        Some(&self.reason)
    }

    fn run(self, act: &Act<'_>) -> Result<()> {
        let sheet = act.view().sheet_of(&self.code)?;
        reason_of(&self.reason)?;
        act.view().sheet_not_locked(&sheet)?;
        act.admit(sheet)
    }
}
