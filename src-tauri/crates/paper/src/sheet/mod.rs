//! Tally sheets (phiếu): one A4 page each, to be filled with a pen, photocopied, and keyed box by box.
//! What all sheets of a batch share is drawn once and lies under every page.

mod form;
mod own;
mod place;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use domain::code::SheetCode;
use domain::form::Form;
use domain::sheet::SheetKind;
use domain::{NaiveDate, NaiveTime};

use crate::engine::page::{Drawing, Page};
use crate::engine::pdf;
use crate::engine::text::Typesetter;
use crate::error::{Fault, PaperError, PaperKind};

/// When a sheet's figures are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SheetTime {
    /// The evening of a visit.
    Evening { on: NaiveDate, starts: NaiveTime, ends: NaiveTime },
    /// An area that reports by itself writes its own date; `due` is the last day to send it.
    AsOf { due: Option<NaiveDate> },
    /// Not known when it is printed: room to write.
    Blank,
}

/// Everything printed on one sheet. What is `None` leaves room to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetPrint {
    /// As in running text: `UBND phường Hà Cầu`.
    pub issuer: String,
    /// The campaign's short name.
    pub campaign: String,
    /// The area with its kind: `Tổ dân phố Hà Trì 1`.
    pub area: Option<String>,
    pub time: SheetTime,
    /// The team's name.
    pub team: Option<String>,
    pub kind: SheetKind,
    /// Sheet `n` of `of` of its kind.
    pub n: u32,
    pub of: u32,
    pub code: SheetCode,
    /// The QR's digits; they begin with the code (`domain::qr`).
    pub qr: String,
    pub form: Arc<Form>,
    /// Where and to whom it goes back.
    pub return_to: Option<String>,
    /// Said at the head when the figures are invented.
    pub illustration: Option<String>,
}

impl SheetPrint {
    /// The sheet as an error names it.
    fn name(&self) -> String {
        match &self.area {
            Some(area) => format!("{} ({area})", self.code),
            None => self.code.to_string(),
        }
    }

    /// Whether the two have the same words and lines under their own.
    fn shares_form_with(&self, other: &Self) -> bool {
        let time = |s: &Self| std::mem::discriminant(&s.time);
        self.kind == other.kind
            && time(self) == time(other)
            && self.issuer == other.issuer
            && self.campaign == other.campaign
            && self.return_to == other.return_to
            && self.illustration == other.illustration
            && (Arc::ptr_eq(&self.form, &other.form) || self.form == other.form)
    }
}

/// A batch of sheets as one PDF, a page each, in the order given.
///
/// `progress` is told how many of how many are laid out, and stops the batch by answering `false`.
///
/// # Errors
/// A character without a glyph; a name or a form too long for its place; a QR that does not begin with
/// the printed code; [`PaperError::Cancelled`]. Each names the sheet's code and area.
pub fn sheets_pdf(batch: &[SheetPrint], progress: &mut dyn FnMut(usize, usize) -> bool) -> Result<Vec<u8>, PaperError> {
    pdf::write(&drawing(batch, progress)?)
}

pub(crate) fn drawing(
    batch: &[SheetPrint],
    progress: &mut dyn FnMut(usize, usize) -> bool,
) -> Result<Drawing, PaperError> {
    let mut typesetter = Typesetter::new();
    let mut forms: Vec<(&SheetPrint, form::Places)> = Vec::new();
    let mut drawing = Drawing { title: title(batch), ..Drawing::default() };
    for (i, sheet) in batch.iter().enumerate() {
        if !progress(i, batch.len()) {
            return Err(PaperError::Cancelled);
        }
        let named = |fault: Fault| fault.on(PaperKind::Sheet, &sheet.name());
        if !sheet.qr.starts_with(&sheet.code.digits()) {
            return Err(named(Fault::Qr { text: sheet.qr.clone() }));
        }
        let known = forms.iter().position(|(first, _)| first.shares_form_with(sheet));
        let underlay = match known {
            Some(place) => place,
            None => {
                let (items, places) = form::form(sheet, &mut typesetter).map_err(named)?;
                drawing.underlays.push(items);
                forms.push((sheet, places));
                forms.len() - 1
            }
        };
        let places = &forms[underlay].1;
        let items = own::own(sheet, places, &mut typesetter).map_err(named)?;
        let (width, height) = (places.measures.width, places.measures.height);
        drawing.pages.push(Page { width, height, underlay: Some(underlay), items });
    }
    progress(batch.len(), batch.len());
    Ok(drawing)
}

fn title(batch: &[SheetPrint]) -> String {
    batch.first().map_or_else(String::new, |s| format!("Phiếu {} - {}", s.campaign, s.issuer))
}
