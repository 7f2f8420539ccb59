use domain::account::Permission;
use domain::sheet::SheetState;
use serde::Deserialize;
use ts_rs::TS;

use super::reason_of;
use crate::error::{Error, ErrorCode};
use crate::{Act, Result, Write};

/// What a second paper with a known code is: the same sheet once more, or a sheet of its own that counts from
/// now on. It may be decided again.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct DecideCopy {
    /// The second paper's own code.
    pub code: String,
    pub same: bool,
    pub reason: String,
}

impl Write for DecideCopy {
    type Answer = ();
    const NAME: &'static str = "decide_copy";
    const NEEDS: Permission = Permission::Verify;
    const UNDOABLE: bool = true;

    fn why(&self) -> Option<&str> {
        Some(&self.reason)
    }

    fn run(self, act: &Act<'_>) -> Result<()> {
        let copy = act.view().sheet_of(&self.code)?;
        if copy.copy_of.is_none() {
            return Err(Error::of(ErrorCode::NotACopy).with("code", copy.code));
        }
        let reason = reason_of(&self.reason)?;
        act.view().sheet_not_locked(&copy)?;
        match (self.same, copy.state) {
            (true, _) => act.put_aside(copy, &reason),
            (false, SheetState::Duplicate) => act.admit(copy),
            // It counts already.
            (false, _) => Ok(()),
        }
    }
}
