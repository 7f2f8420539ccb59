use domain::account::Permission;
use domain::sheet::{SheetState, Step, step};
use serde::Deserialize;
use store::{FIRST, TallyWrite};
use ts_rs::TS;

use super::key::refused;
use super::open::SheetView;
use crate::error::{Error, ErrorCode};
use crate::issuer::optional_name;
use crate::{Act, Result, Write};

/// Accepts a complete sheet whose figures break a hard check, with a reason that is kept.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct AcceptSheet {
    pub code: String,
    pub reason: String,
}

impl Write for AcceptSheet {
    type Answer = SheetView;
    const NAME: &'static str = "accept_sheet";
    const NEEDS: Permission = Permission::Key;

    fn why(&self) -> Option<&str> {
        Some(&self.reason)
    }

    fn run(self, act: &Act<'_>) -> Result<SheetView> {
        let sheet = act.view().sheet_of(&self.code)?;
        let form = act.get_form(sheet.form)?;
        let missing = form.missing(&act.get_tally(sheet.id, FIRST)?);
        if !missing.is_empty() {
            let boxes: Vec<String> = missing.iter().map(ToString::to_string).collect();
            return Err(Error::of(ErrorCode::SheetUnfinished).with("boxes", boxes.join(", ")));
        }
        let reason = optional_name(Some(&self.reason), "lý do")?.ok_or_else(|| Error::of(ErrorCode::ReasonNeeded))?;
        if sheet.state != SheetState::Keyed {
            let state = step(sheet.state, Step::Complete).map_err(|e| refused(&sheet, e.from))?;
            act.write_tally(TallyWrite {
                sheet: sheet.id,
                keying: FIRST,
                boxes: Vec::new(),
                states: vec![state],
                accepted_because: Some(reason),
                as_of: None,
                afresh: false,
            })?;
            // Its second keying may have been over before the reason was there.
            crate::verification::settle(act, sheet.id)?;
        }
        SheetView::of(&act.view(), sheet.id)
    }
}
