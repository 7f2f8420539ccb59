use domain::account::Permission;
use domain::date::dmy;
use domain::ids::{TeamId, VisitId};
use domain::sheet::{SheetKind, SheetState, Step};
use serde::Deserialize;
use ts_rs::TS;

use super::open::SheetView;
use crate::error::{Error, ErrorCode};
use crate::{Act, Result, Write};

/// Says of which evening and team a spare is that was printed without: asked when it comes back.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct AssignSheet {
    /// Typed code or scanned QR.
    pub code: String,
    pub visit: VisitId,
    pub team: Option<TeamId>,
}

impl Write for AssignSheet {
    type Answer = SheetView;
    const NAME: &'static str = "assign_sheet";
    const NEEDS: Permission = Permission::Key;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<SheetView> {
        let view = act.view();
        let mut sheet = view.sheet_of(&self.code)?;
        if let (Some(_), Some(area), Some(on)) = (sheet.visit, sheet.area, sheet.on) {
            return Err(Error::of(ErrorCode::SheetHasVisit)
                .with("code", sheet.code)
                .with("area", act.get_area(area)?.label())
                .with("date", dmy(on)));
        }
        if sheet.kind != SheetKind::Spare {
            return Err(Error::of(ErrorCode::NotASpare).with("code", sheet.code));
        }
        if !matches!(sheet.state, SheetState::Spare | SheetState::HandedOut | SheetState::Returned) {
            return Err(view.illegal(&sheet, Step::Draw));
        }
        let visit = view.open_visit(self.visit, self.team)?;
        if sheet.state == SheetState::Spare {
            act.take(&mut sheet, Step::Draw)?;
        }
        act.set_sheet_visit(sheet.id, visit.id, self.team)?;
        SheetView::of(&act.view(), sheet.id)
    }
}
