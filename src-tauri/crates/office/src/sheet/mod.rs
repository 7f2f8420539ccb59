//! Numbered sheets: making them, finding them by code, keying them.

mod accept;
mod accept_flag;
mod assign;
mod cursor;
mod find;
pub(crate) mod flag;
mod grid;
mod hand_out;
pub(crate) mod key;
mod labels;
mod list;
mod lose;
mod moved;
mod note;
mod number;
mod open;
mod print;
mod replace;
mod self_report;
mod set_boxes;
mod step;

pub use accept::AcceptSheet;
pub use accept_flag::AcceptFlag;
pub use assign::AssignSheet;
pub use cursor::{CursorView, GetCursor};
pub use flag::{Acceptance, SheetFlag};
pub use grid::{EveningGrid, GetEveningGrid, GridBox, GridForm, GridRow};
pub use hand_out::{HandOut, HandedOut};
pub use list::{ListSheets, SheetRow, SheetsWhich};
pub use lose::{FindSheet, LoseSheet, WithdrawSheet};
pub use note::SetSheetNote;
pub use number::{NumberSheets, Numbered};
pub use open::{BoxView, OpenSheet, SheetView};
pub use print::{SheetLayout, SheetsPdf};
pub use replace::ReplaceSheet;
pub use self_report::{NumberSelfReport, SetAsOf};
pub use set_boxes::{BoxEntry, SetBoxes};

use chrono::NaiveDate;
use domain::date::dmy;
use domain::sheet::{Sheet, SheetKind};

use crate::error::{Error, ErrorCode};

/// A sheet as a list on paper names it: `482-1937 (2/5)`.
pub(crate) fn named(sheet: &Sheet) -> String {
    let n = match sheet.kind {
        SheetKind::Summary => "tổng hợp buổi".to_owned(),
        SheetKind::Spare if sheet.replaces.is_none() => "dự phòng".to_owned(),
        _ => format!("{}/{}", sheet.n, sheet.of),
    };
    format!("{}\u{a0}({})", sheet.code, n.replace(' ', "\u{a0}"))
}

/// No evening on that day, or none at all, to have sheets.
pub(crate) fn nothing_on(evening: Option<NaiveDate>) -> Error {
    match evening {
        Some(on) => Error::of(ErrorCode::NoVisits).with("date", dmy(on)),
        None => Error::of(ErrorCode::NoSheets),
    }
}
