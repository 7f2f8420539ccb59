use domain::account::Permission;
use domain::code::SheetCode;
use domain::ids::SheetId;
use domain::sheet::{Sheet, SheetKind, SheetState};
use serde::Deserialize;
use store::{FIRST, NewSheet};
use ts_rs::TS;

use crate::error::{Error, ErrorCode};
use crate::sheet::key::refused;
use crate::{Act, Result, Write};

/// A second paper with a code that is keyed already, as a photocopy bears it: it gets a sheet and a code of
/// its own, to be written on it and keyed for comparison. It counts nothing until somebody says that it is
/// another sheet.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct KeyCopy {
    /// Typed code or scanned QR.
    pub code: String,
}

impl Write for KeyCopy {
    /// The code to write on the paper. A second paper nobody has keyed yet is answered again.
    type Answer = String;
    const NAME: &'static str = "key_copy";
    const NEEDS: Permission = Permission::Key;

    fn run(self, act: &Act<'_>) -> Result<String> {
        let view = act.view();
        let scanned = view.sheet_of(&self.code)?;
        let sheet = match scanned.copy_of {
            Some(original) => act.get_sheet(original)?,
            None => scanned,
        };
        if matches!(sheet.kind, SheetKind::SelfReport | SheetKind::Summary) {
            return Err(Error::of(ErrorCode::CopyOfOnlySheet).with("code", sheet.code));
        }
        view.sheet_not_locked(&sheet)?;
        if matches!(sheet.state, SheetState::Void | SheetState::Locked) {
            return Err(refused(&sheet, sheet.state));
        }
        if act.get_tally(sheet.id, FIRST)?.is_empty() {
            return Err(Error::of(ErrorCode::NothingToCompare).with("code", sheet.code));
        }
        let campaign = act.get_campaign()?.id;
        if let Some(copy) = unkeyed(act, &act.list_sheets(campaign)?, sheet.id)? {
            return Ok(copy.to_string());
        }
        let id = act.next_sheet_id()?;
        let code = SheetCode::of(&view.key()?, id).ok_or_else(|| Error::of(ErrorCode::TooManySheets))?;
        let copy = NewSheet {
            n: sheet.n,
            of: sheet.of,
            copy_of: Some(sheet.id),
            ..NewSheet::of(SheetKind::Spare, sheet.visit, None, sheet.team, sheet.form)
        };
        act.insert_sheet(campaign, id, code, &copy)?;
        Ok(code.to_string())
    }
}

/// A second paper of the sheet that is known and waits to be keyed.
fn unkeyed(act: &Act<'_>, sheets: &[Sheet], of: SheetId) -> Result<Option<SheetCode>> {
    for copy in sheets.iter().filter(|s| s.copy_of == Some(of) && s.is_undecided_copy()) {
        if act.get_tally(copy.id, FIRST)?.is_empty() {
            return Ok(Some(copy.code));
        }
    }
    Ok(None)
}
