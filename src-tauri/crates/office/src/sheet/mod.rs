//! Numbered sheets: making them, finding them by code, keying them.

mod accept;
mod accept_flag;
mod cursor;
mod find;
pub(crate) mod flag;
mod grid;
pub(crate) mod key;
mod labels;
mod list;
mod note;
mod number;
mod open;
mod print;
mod self_report;
mod set_boxes;

pub use accept::AcceptSheet;
pub use accept_flag::AcceptFlag;
pub use cursor::{CursorView, GetCursor};
pub use flag::{Acceptance, SheetFlag};
pub use grid::{EveningGrid, GetEveningGrid, GridBox, GridForm, GridRow};
pub use list::{ListSheets, SheetRow, SheetsWhich};
pub use note::SetSheetNote;
pub use number::{NumberSheets, Numbered};
pub use open::{BoxView, OpenSheet, SheetView};
pub use print::SheetsPdf;
pub use self_report::{NumberSelfReport, SetAsOf};
pub use set_boxes::{BoxEntry, SetBoxes};

use chrono::NaiveDate;
use domain::date::dmy;

use crate::error::{Error, ErrorCode};

/// No evening on that day, or none at all, to have sheets.
fn nothing_on(evening: Option<NaiveDate>) -> Error {
    match evening {
        Some(on) => Error::of(ErrorCode::NoVisits).with("date", dmy(on)),
        None => Error::of(ErrorCode::NoSheets),
    }
}
