//! What stands on a sheet's paper when its evening has moved since.

use chrono::NaiveDate;
use domain::printing::PaperKind;
use domain::qr::SheetQr;
use domain::sheet::Sheet;

use crate::{Result, View};

/// The day printed on a sheet's paper, where it is not the day of its evening: the evening was moved, or the
/// sheet was given to another. Known from its QR, if it was scanned, and from what was printed last of that
/// evening.
pub(super) fn printed_for(view: &View<'_>, sheet: &Sheet, qr: Option<&SheetQr>) -> Result<Option<NaiveDate>> {
    let Some(own) = sheet.visit else { return Ok(None) };
    let Some(visit) = qr.map_or(Some(own), |qr| qr.visit) else { return Ok(None) };
    let says = view.find_said(PaperKind::Sheets, visit)?;
    let day = match says.as_deref().and_then(|says| says.split(',').next()) {
        Some(day) => domain::date::parse(day, None),
        // Nobody wrote down that it was printed; the day of another evening is known all the same.
        None if visit != own => Some(view.get_visit(visit)?.on),
        None => None,
    };
    Ok(day.filter(|day| Some(*day) != sheet.on))
}
