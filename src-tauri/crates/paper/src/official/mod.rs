//! Documents of the decree: from one description the pages, the PDF and the Word file. Every kind is such a
//! document; they differ in what stands where the title stands, and in their text.
//!
//! | file | boxes |
//! | --- | --- |
//! | `head.rs` | 1 to 5, 9a, the bases |
//! | `body.rs`, `table.rs` | 6 |
//! | `foot.rs` | 7, 9b, 13, and a report's own line under all pages |
//! | `appendix.rs` | an appendix's own pages |

mod appendix;
mod body;
mod foot;
mod head;
mod press;
mod table;
#[cfg(test)]
mod tests;

use domain::document::Document;

use crate::engine::block::{Band, Section};
use crate::engine::flow;
use crate::engine::page::Drawing;
#[cfg(test)]
use crate::engine::page::Page;
use crate::engine::text::Typesetter;
use crate::error::{PaperError, PaperKind};
use crate::nd30::{ND30_2020, Profile};
use press::at_the_press;

pub use press::forget_documents;

/// An official document as PDF: A4, fonts embedded, text searchable, headings as bookmarks.
///
/// # Errors
/// A character without a glyph, or a piece that must stay whole and is larger than a page (a row of the
/// schedule with dozens of evenings), each with its place.
pub fn document_pdf(document: &Document) -> Result<Vec<u8>, PaperError> {
    at_the_press(|press| press.pdf(document))
}

/// The same words in the same form as a Word file, set in Times New Roman.
///
/// # Errors
/// As [`document_pdf`]: what cannot be printed is not handed out to be printed elsewhere.
pub fn document_docx(document: &Document) -> Result<Vec<u8>, PaperError> {
    at_the_press(|press| press.docx(document))
}

#[cfg(test)]
pub(crate) fn pages(document: &Document) -> Result<Vec<Page>, PaperError> {
    drawing(document, &mut Typesetter::new()).map(|drawing| drawing.pages)
}

fn drawing(document: &Document, typesetter: &mut Typesetter) -> Result<Drawing, PaperError> {
    flow::drawing(title(document), &sections(document, &ND30_2020), typesetter).map_err(|f| f.on(paper(document), ""))
}

/// Which paper an error speaks of.
fn paper(document: &Document) -> PaperKind {
    match document.kind.as_deref() {
        None => PaperKind::Letter,
        Some("KẾ HOẠCH") => PaperKind::Plan,
        Some(_) => PaperKind::Document,
    }
}

fn title(document: &Document) -> String {
    match &document.kind {
        Some(kind) => format!("{kind} {}", document.subject).trim_end().to_owned(),
        None => document.subject.clone(),
    }
}

/// The paper, from its head to its signature, and each of its appendices.
pub(crate) fn sections(document: &Document, form: &Profile) -> Vec<Section> {
    let measure = form.width - form.margins.left - form.margins.right;
    let mut blocks = head::head(document, form);
    blocks.extend(head::title(document, form));
    blocks.extend(head::addressees(document, form));
    blocks.extend(head::bases(document, form));
    blocks.extend(body::body(&document.body, measure, form));
    blocks.extend(foot::signature(document, form));
    let paper = Section {
        number: Some(form.page_number),
        head: illustration(document, form),
        foot: foot::foot(document, form),
        ..Section::of(form.width, form.height, form.margins, blocks)
    };
    let appendices = (0..).zip(&document.appendices).map(|(at, a)| appendix::section(document, at, a, form));
    std::iter::once(paper).chain(appendices).collect()
}

/// Said at the head of each page when the figures are invented.
fn illustration(document: &Document, form: &Profile) -> Band {
    let words = document.illustration.as_deref();
    words.map_or_else(Band::default, |words| Band::on_every_page(vec![head::illustration(words, form).into()]))
}
