//! How many pages a finished file has.

use lopdf::Document;

use crate::error::PaperError;

/// Read from the finished PDF itself: what a printer is given.
///
/// # Errors
/// The bytes are no PDF.
pub fn pages(pdf: &[u8]) -> Result<u32, PaperError> {
    Document::load_metadata_mem(pdf).map(|known| known.page_count).map_err(|e| PaperError::Output(e.to_string()))
}
