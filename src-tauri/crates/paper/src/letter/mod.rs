//! The letter (công văn): a document of the decree without a named type, as PDF and as Word file from one
//! description.

#[cfg(test)]
mod tests;

use domain::document::Document;

use crate::error::PaperError;
use crate::official::{document_docx, document_pdf};

/// A letter as PDF.
///
/// # Errors
/// As [`crate::plan_pdf`].
pub fn letter_pdf(document: &Document) -> Result<Vec<u8>, PaperError> {
    document_pdf(document)
}

/// A letter as a Word file.
///
/// # Errors
/// As [`crate::plan_docx`].
pub fn letter_docx(document: &Document) -> Result<Vec<u8>, PaperError> {
    document_docx(document)
}
