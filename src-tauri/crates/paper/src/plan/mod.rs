//! The plan (Kế hoạch): a document of the decree, as PDF and as Word file from one description.

#[cfg(test)]
pub(crate) mod reference;
#[cfg(test)]
mod tests;

use domain::document::Document;

use crate::error::PaperError;
use crate::official::{document_docx, document_pdf};

/// The plan as PDF, A4, fonts embedded, text searchable.
///
/// # Errors
/// A character without a glyph, or a piece that must stay whole and is larger than a page (a row of the
/// schedule with dozens of evenings), each with its place.
pub fn plan_pdf(document: &Document) -> Result<Vec<u8>, PaperError> {
    document_pdf(document)
}

/// The plan as a Word file: the same words in the same form, set in Times New Roman.
///
/// # Errors
/// As [`plan_pdf`]: what cannot be printed is not handed out to be printed elsewhere.
pub fn plan_docx(document: &Document) -> Result<Vec<u8>, PaperError> {
    document_docx(document)
}

#[cfg(test)]
pub(crate) fn plan_pages(document: &Document) -> Result<Vec<crate::engine::page::Page>, PaperError> {
    crate::official::pages(document)
}
