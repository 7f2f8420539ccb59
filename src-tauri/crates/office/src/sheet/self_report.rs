//! The one sheet of an area that is not visited and reports by itself.

use chrono::NaiveDate;
use domain::account::Permission;
use domain::code::SheetCode;
use domain::ids::AreaId;
use domain::sheet::{SheetKind, SheetState, steps_to_key};
use serde::Deserialize;
use store::NewSheet;
use ts_rs::TS;

use super::key::refused;
use super::open::SheetView;
use crate::error::{Error, ErrorCode};
use crate::task::not_ahead;
use crate::{Act, Result, Write};

/// The area's own sheet, numbered if it has none yet. Its code is the answer.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct NumberSelfReport {
    pub area: AreaId,
}

impl Write for NumberSelfReport {
    type Answer = String;
    const NAME: &'static str = "number_self_report";
    const NEEDS: Permission = Permission::Key;

    fn run(self, act: &Act<'_>) -> Result<String> {
        let view = act.view();
        let campaign = view.get_campaign()?.id;
        let area = act.get_area(self.area)?;
        let own = |kind, of, state| kind == SheetKind::SelfReport && of == Some(area.id) && state != SheetState::Void;
        let sheets = view.list_sheets_of_areas(campaign)?;
        let own = sheets.iter().filter(|s| own(s.kind, s.area, s.state));
        // The one without a day, or the one of the latest.
        if let Some(sheet) = own.max_by_key(|s| (s.on.is_none(), s.on, s.n, s.id)) {
            return Ok(sheet.code.to_string());
        }
        if area.self_report_due.is_none() {
            return Err(Error::of(ErrorCode::NotSelfReporting).with("area", area.label()));
        }
        // Its tally counts all of the area: evenings beside it would count the same people again.
        if view.has_evenings(area.id)? {
            return Err(Error::of(ErrorCode::SelfReportHasEvenings).with("area", area.label()));
        }
        let id = act.next_sheet_id()?;
        let code = SheetCode::of(&view.key()?, id).ok_or_else(|| Error::of(ErrorCode::TooManySheets))?;
        let form = view.get_current_form(campaign)?.id;
        let kind = SheetKind::SelfReport;
        act.insert_sheet(campaign, id, code, &NewSheet::of(kind, None, Some(area.id), None, form))?;
        Ok(code.to_string())
    }
}

/// The day a self-reported sheet's figures stand for.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SetAsOf {
    /// Typed code or scanned QR.
    pub code: String,
    pub as_of: NaiveDate,
}

impl Write for SetAsOf {
    type Answer = SheetView;
    const NAME: &'static str = "set_as_of";
    const NEEDS: Permission = Permission::Key;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<SheetView> {
        let sheet = act.view().sheet_of(&self.code)?;
        if sheet.kind != SheetKind::SelfReport {
            return Err(Error::of(ErrorCode::SheetHasEvening).with("code", sheet.code));
        }
        steps_to_key(sheet.state).map_err(|e| refused(&sheet, e.from))?;
        not_ahead(act, self.as_of)?;
        if sheet.on != Some(self.as_of) {
            act.set_sheet_as_of(sheet.id, self.as_of)?;
        }
        SheetView::of(&act.view(), sheet.id)
    }
}
