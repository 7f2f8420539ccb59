use domain::account::Permission;
use domain::sheet::{SheetState, Step, step};
use domain::verification::Stage;
use serde::Deserialize;
use store::{FIRST, TallyWrite};
use ts_rs::TS;

use super::open_third::{ThirdSheet, may_decide};
use crate::error::{Error, ErrorCode};
use crate::issuer::optional_name;
use crate::sheet::key::refused;
use crate::{Act, Result, Write};

/// Accepts what a third person decided although a hard check fails: the paper says so. The reason is kept, and
/// the sheet is verified. Only for somebody who keyed none of it first or second.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct AcceptDecided {
    /// Typed code or scanned QR.
    pub code: String,
    pub reason: String,
}

impl Write for AcceptDecided {
    type Answer = ThirdSheet;
    const NAME: &'static str = "accept_decided";
    const NEEDS: Permission = Permission::Verify;

    fn why(&self) -> Option<&str> {
        Some(&self.reason)
    }

    fn run(self, act: &Act<'_>) -> Result<ThirdSheet> {
        let sheet = act.view().sheet_of(&self.code)?;
        let form = act.get_form(sheet.form)?;
        let keyings = act.view().keyings(sheet.id, &form)?;
        if sheet.state != SheetState::Returned || keyings.stage() != Stage::Agreed {
            return Err(Error::of(ErrorCode::NothingToDecide).with("code", sheet.code));
        }
        may_decide(&sheet, &keyings, act.who.person)?;
        let missing: Vec<String> = form.missing(&keyings.now).iter().map(ToString::to_string).collect();
        if !missing.is_empty() {
            return Err(Error::of(ErrorCode::SheetUnfinished).with("boxes", missing.join(", ")));
        }
        let reason = optional_name(Some(&self.reason), "lý do")?.ok_or_else(|| Error::of(ErrorCode::ReasonNeeded))?;
        let keyed = step(sheet.state, Step::Complete).map_err(|e| refused(&sheet, e.from))?;
        let verified = step(keyed, Step::Verify).map_err(|e| refused(&sheet, e.from))?;
        act.write_tally(TallyWrite {
            sheet: sheet.id,
            keying: FIRST,
            boxes: Vec::new(),
            states: vec![keyed, verified],
            accepted_because: Some(reason),
            as_of: None,
            afresh: false,
        })?;
        ThirdSheet::of(&act.view(), sheet.id)
    }
}
