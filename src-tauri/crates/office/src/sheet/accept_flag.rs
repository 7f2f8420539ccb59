use domain::account::Permission;
use domain::sheet::steps_to_key;
use serde::Deserialize;
use store::FIRST;
use ts_rs::TS;

use super::flag::{figures, raised};
use super::key::refused;
use super::open::SheetView;
use crate::error::{Error, ErrorCode};
use crate::issuer::optional_name;
use crate::{Act, Result, Write};

/// Accepts something unlikely about a sheet: the paper says so. It holds while the figures it speaks of stay
/// as they are.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct AcceptFlag {
    /// Typed code or scanned QR.
    pub code: String,
    /// A flag of the sheet ([`super::SheetFlag`]).
    pub flag: String,
    /// `null`: that it was looked up on the paper.
    pub reason: Option<String>,
}

/// What one key says.
const LOOKED_UP: &str = "đã xem lại, đúng như trên phiếu giấy";

impl Write for AcceptFlag {
    type Answer = SheetView;
    const NAME: &'static str = "accept_flag";
    const NEEDS: Permission = Permission::Key;
    const UNDOABLE: bool = true;

    fn why(&self) -> Option<&str> {
        self.reason.as_deref()
    }

    fn run(self, act: &Act<'_>) -> Result<SheetView> {
        let sheet = act.view().sheet_of(&self.code)?;
        steps_to_key(sheet.state).map_err(|e| refused(&sheet, e.from))?;
        let tally = act.get_tally(sheet.id, FIRST)?;
        let raised = raised(&act.get_form(sheet.form)?, &tally);
        let Some((flag, failure)) = raised.into_iter().find(|(flag, _)| *flag == self.flag) else {
            return Err(Error::of(ErrorCode::FlagGone).with("code", sheet.code));
        };
        let reason = optional_name(self.reason.as_deref(), "lý do")?.unwrap_or_else(|| LOOKED_UP.to_owned());
        act.accept_flag(sheet.id, &flag, &figures(&failure.boxes, &tally), &reason)?;
        SheetView::of(&act.view(), sheet.id)
    }
}
