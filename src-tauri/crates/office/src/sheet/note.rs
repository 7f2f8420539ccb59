use domain::account::Permission;
use domain::sheet::SheetState;
use domain::text::clean_lines;
use serde::Deserialize;
use ts_rs::TS;

use super::key::refused;
use super::open::SheetView;
use crate::error::{Error, ErrorCode};
use crate::{Act, Result, Write};

/// What whoever keys a sheet wants to say of it.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SetSheetNote {
    /// Typed code or scanned QR.
    pub code: String,
    /// `null` or blank takes the note away.
    pub note: Option<String>,
}

/// Letters of a note.
const LONGEST_NOTE: usize = 500;

impl Write for SetSheetNote {
    type Answer = SheetView;
    const NAME: &'static str = "set_sheet_note";
    const NEEDS: Permission = Permission::Key;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<SheetView> {
        let sheet = act.view().sheet_of(&self.code)?;
        if sheet.state == SheetState::Locked {
            return Err(refused(&sheet, sheet.state));
        }
        let note = self.note.as_deref().map(clean_lines).filter(|n| !n.is_empty());
        if note.as_ref().is_some_and(|n| n.chars().count() > LONGEST_NOTE) {
            return Err(Error::of(ErrorCode::TooLong).with("field", "ghi chú").with("most", LONGEST_NOTE));
        }
        if sheet.note != note {
            act.set_sheet_note(sheet.id, note.as_deref())?;
        }
        SheetView::of(&act.view(), sheet.id)
    }
}
