//! The plan (Kế hoạch): a document of the decree, as PDF and as Word file from one description.

mod parts;
#[cfg(test)]
mod reference;
#[cfg(test)]
mod tests;

use domain::document::Document;

use crate::engine::block::Section;
use crate::engine::page::{Drawing, Page};
use crate::engine::text::Typesetter;
use crate::engine::{docx, flow, pdf};
use crate::error::{PaperError, PaperKind};
use crate::nd30::{ND30_2020, Profile};

/// The plan as PDF, A4, fonts embedded, text searchable.
///
/// # Errors
/// A character without a glyph, or a piece that must stay whole and is larger than a page (a row of the
/// schedule with dozens of evenings), each with its place.
pub fn plan_pdf(document: &Document) -> Result<Vec<u8>, PaperError> {
    pdf::write(&Drawing { title: title(document), pages: plan_pages(document)?, ..Drawing::default() })
}

/// The plan as a Word file: the same words in the same form, set in Times New Roman.
///
/// # Errors
/// As [`plan_pdf`]: what cannot be printed is not handed out to be printed elsewhere.
pub fn plan_docx(document: &Document) -> Result<Vec<u8>, PaperError> {
    plan_pages(document)?;
    docx::write(&section(document, &ND30_2020), &title(document), &mut Typesetter::new())
        .map_err(|f| f.on(PaperKind::Plan, ""))
}

pub(crate) fn plan_pages(document: &Document) -> Result<Vec<Page>, PaperError> {
    flow::pages(&section(document, &ND30_2020), &mut Typesetter::new()).map_err(|f| f.on(PaperKind::Plan, ""))
}

fn title(document: &Document) -> String {
    format!("{} {}", document.kind, document.subject)
}

/// The paper, from its head to its signature.
pub(crate) fn section(document: &Document, form: &Profile) -> Section {
    let mut blocks = parts::head(document, form);
    blocks.extend(parts::title(document, form));
    blocks.extend(parts::bases(document, form));
    blocks.extend(parts::body(document, form));
    blocks.extend(parts::signature(document, form));
    Section {
        width: form.width,
        height: form.height,
        margins: form.margins,
        number: Some(form.page_number),
        head: document.illustration.as_deref().map(|words| parts::illustration(words, form)),
        blocks,
    }
}
