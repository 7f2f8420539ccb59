//! Numbered sheets: making them, finding them by code, keying them.

mod accept;
mod find;
pub(crate) mod key;
mod list;
mod number;
mod open;
mod print;
mod self_report;
mod set_boxes;

pub use accept::AcceptSheet;
pub use list::{ListSheets, SheetRow};
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
