use domain::account::Permission;
use domain::document::{Document, DocumentKind};
use domain::ids::DocumentId;
use domain::printing::{Batch, PaperKind};
use paper::{document_docx, document_pdf};
use serde::Deserialize;
use ts_rs::TS;

use crate::error::{Error, ErrorCode};
use crate::export::{DOCX, PDF, file_name};
use crate::{Made, Make, Progress, Result, View};

fn letter(view: &View<'_>) -> Result<Document> {
    if view.chase()?.lines.is_empty() {
        return Err(Error::of(ErrorCode::NothingToChase));
    }
    let kind = DocumentKind::Chase;
    let draft = store::Document { id: DocumentId(0), kind, head: view.default_head(kind)?, amends: None, issued: None };
    view.describe(&draft, &view.default_sections(kind)?)
}

fn name(view: &View<'_>, ending: &str) -> String {
    file_name(&format!("Cong van don doc {}", view.today()), ending)
}

fn batch(view: &View<'_>, format: &str) -> Result<Batch> {
    let made_from = format!("Công văn đôn đốc; {format}; {} việc", view.chase()?.lines.len());
    Ok(Batch { kind: PaperKind::Document, made_from, said: Vec::new() })
}

/// The letter that asks for what is owed, as a PDF.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct ChasePdf {}

impl Make for ChasePdf {
    const NAME: &'static str = "chase_pdf";
    const NEEDS: Permission = Permission::Print;

    fn run(self, view: &View<'_>, _: Progress<'_>) -> Result<Made> {
        Ok(Made { file_name: name(view, "pdf"), mime: PDF, bytes: document_pdf(&letter(view)?)? })
    }

    fn batch(&self, view: &View<'_>) -> Result<Option<Batch>> {
        batch(view, "PDF").map(Some)
    }
}

/// The letter as a Word document, from the same description.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct ChaseDocx {}

impl Make for ChaseDocx {
    const NAME: &'static str = "chase_docx";
    const NEEDS: Permission = Permission::Print;

    fn run(self, view: &View<'_>, _: Progress<'_>) -> Result<Made> {
        Ok(Made { file_name: name(view, "docx"), mime: DOCX, bytes: document_docx(&letter(view)?)? })
    }

    fn batch(&self, view: &View<'_>) -> Result<Option<Batch>> {
        batch(view, "Word").map(Some)
    }
}
