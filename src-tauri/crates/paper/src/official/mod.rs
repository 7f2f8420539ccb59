//! Documents of the decree: from one description the pages, the PDF and the Word file. The plan and the
//! letter are such documents; they differ in what stands where the title stands.

mod parts;

use domain::document::Document;

use crate::engine::block::{Band, Section};
use crate::engine::page::{Drawing, Page};
use crate::engine::text::Typesetter;
use crate::engine::{docx, flow, pdf};
use crate::error::{PaperError, PaperKind};
use crate::nd30::{ND30_2020, Profile};

/// A4, fonts embedded, text searchable.
pub(crate) fn document_pdf(document: &Document, paper: PaperKind) -> Result<Vec<u8>, PaperError> {
    pdf::write(&drawing(document, paper)?)
}

/// The same words in the same form, set in Times New Roman. What cannot be printed is not handed out to be
/// printed elsewhere.
pub(crate) fn document_docx(document: &Document, paper: PaperKind) -> Result<Vec<u8>, PaperError> {
    pages(document, paper)?;
    docx::write(&[section(document, &ND30_2020)], &title(document), &mut Typesetter::new()).map_err(|f| f.on(paper, ""))
}

pub(crate) fn pages(document: &Document, paper: PaperKind) -> Result<Vec<Page>, PaperError> {
    drawing(document, paper).map(|drawing| drawing.pages)
}

fn drawing(document: &Document, paper: PaperKind) -> Result<Drawing, PaperError> {
    flow::drawing(title(document), &[section(document, &ND30_2020)], &mut Typesetter::new())
        .map_err(|f| f.on(paper, ""))
}

fn title(document: &Document) -> String {
    match &document.kind {
        Some(kind) => format!("{kind} {}", document.subject),
        None => document.subject.clone(),
    }
}

/// The paper, from its head to its signature.
pub(crate) fn section(document: &Document, form: &Profile) -> Section {
    let mut blocks = parts::head(document, form);
    blocks.extend(parts::title(document, form));
    blocks.extend(parts::addressees(document, form));
    blocks.extend(parts::bases(document, form));
    blocks.extend(parts::body(document, form));
    blocks.extend(parts::signature(document, form));
    Section {
        width: form.width,
        height: form.height,
        margins: form.margins,
        number: Some(form.page_number),
        head: document
            .illustration
            .as_deref()
            .map_or_else(Band::default, |words| Band::on_every_page(vec![parts::illustration(words, form).into()])),
        foot: Band::default(),
        blocks,
    }
}
