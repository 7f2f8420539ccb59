//! The plan (Kế hoạch) as a document of the decree: what is promised of it.

pub(crate) mod reference;
mod tests;

use domain::document::Document;

use crate::error::PaperError;

pub(crate) fn plan_pages(document: &Document) -> Result<Vec<crate::engine::page::Page>, PaperError> {
    crate::official::pages(document)
}
