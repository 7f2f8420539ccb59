use domain::account::Permission;
use domain::document::{Document, DocumentKind};
use domain::ids::DocumentId;
use domain::printing::{Batch, PaperKind, Said, Subject};
use paper::{document_docx, document_pdf};
use serde::Deserialize;
use ts_rs::TS;

use crate::export::{DOCX, PDF, file_name};
use crate::{Made, Make, Progress, Result, View};

/// A document as a PDF: an issued one in the bytes that left the office, a draft as it stands.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct DocumentPdf {
    pub id: DocumentId,
}

impl Make for DocumentPdf {
    const NAME: &'static str = "document_pdf";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>, _: Progress<'_>) -> Result<Made> {
        let document = view.of_campaign(self.id)?;
        let bytes = match &document.issued {
            Some(_) => view.kept(&document)?.pdf,
            None => document_pdf(&view.described(&document)?)?,
        };
        Ok(Made { file_name: view.document_file(&document, "pdf")?, mime: PDF, bytes })
    }

    fn batch(&self, view: &View<'_>) -> Result<Option<Batch>> {
        view.document_batch(self.id)
    }
}

/// The same as a Word document.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct DocumentDocx {
    pub id: DocumentId,
}

impl Make for DocumentDocx {
    const NAME: &'static str = "document_docx";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>, _: Progress<'_>) -> Result<Made> {
        let document = view.of_campaign(self.id)?;
        let bytes = match &document.issued {
            Some(_) => view.kept(&document)?.docx,
            None => document_docx(&view.described(&document)?)?,
        };
        Ok(Made { file_name: view.document_file(&document, "docx")?, mime: DOCX, bytes })
    }

    fn batch(&self, view: &View<'_>) -> Result<Option<Batch>> {
        view.document_batch(self.id)
    }
}

impl View<'_> {
    /// A draft as it would be printed now.
    fn described(&self, draft: &store::Document) -> Result<Document> {
        self.paper_of(draft, &self.list_document_sections(draft.id)?)
    }

    /// `75-kh-ubnd-ke-hoach`, and a draft's `du-thao-…`.
    fn document_file(&self, document: &store::Document, ending: &str) -> Result<String> {
        let words = match &document.issued {
            Some(_) => format!("{} {}", self.number_line(document)?.trim_start_matches("Số: "), document.kind.word()),
            None => format!("Du thao {} {}", document.kind.word(), document.id),
        };
        Ok(file_name(&words, ending))
    }

    fn document_batch(&self, id: DocumentId) -> Result<Option<Batch>> {
        let document = self.of_campaign(id)?;
        let made_from = match &document.issued {
            Some(_) => self.number_line(&document)?,
            None => format!("Dự thảo {}", document.kind.word()),
        };
        let mut batch = self.batch(PaperKind::Document, made_from, [Subject::Document(id)])?;
        if document.kind == DocumentKind::Plan {
            let says = self.terms_of(&document)?.evenings_said();
            batch = Batch { kind: PaperKind::Plan, said: vec![Said { subject: Subject::Campaign, says }], ..batch };
        }
        Ok(Some(batch))
    }
}
