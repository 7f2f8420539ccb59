use domain::account::Permission;
use domain::document::{self, DocumentKind};
use domain::ids::DocumentId;
use domain::printing::{Batch, PaperKind};
use domain::report::Report;
use paper::{document_docx, document_pdf};
use serde::Deserialize;
use store::{Document, DocumentHead, SectionRow};
use ts_rs::TS;

use super::ReportOf;
use super::xlsx::words;
use crate::error::{Error, ErrorCode};
use crate::export::{DOCX, PDF, file_name};
use crate::{Made, Make, Progress, Result, View};

/// The report document of the same period and figures as the workbook: in the words of a draft of the office, or in
/// those a báo cáo usually has.
#[derive(Debug, Clone, Copy, Default, Deserialize, TS)]
pub struct ReportDocumentPdf {
    #[serde(flatten)]
    pub of: ReportOf,
    #[ts(optional)]
    pub draft: Option<DocumentId>,
}

impl Make for ReportDocumentPdf {
    const NAME: &'static str = "report_document_pdf";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>, _: Progress<'_>) -> Result<Made> {
        let (name, paper) = view.report_document(self.of, self.draft)?;
        Ok(Made { file_name: file_name(&name, "pdf"), mime: PDF, bytes: document_pdf(&paper)? })
    }

    fn batch(&self, view: &View<'_>) -> Result<Option<Batch>> {
        drafted(view)
    }
}

/// The same as a Word document.
#[derive(Debug, Clone, Copy, Default, Deserialize, TS)]
pub struct ReportDocumentDocx {
    #[serde(flatten)]
    pub of: ReportOf,
    #[ts(optional)]
    pub draft: Option<DocumentId>,
}

impl Make for ReportDocumentDocx {
    const NAME: &'static str = "report_document_docx";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>, _: Progress<'_>) -> Result<Made> {
        let (name, paper) = view.report_document(self.of, self.draft)?;
        Ok(Made { file_name: file_name(&name, "docx"), mime: DOCX, bytes: document_docx(&paper)? })
    }

    fn batch(&self, view: &View<'_>) -> Result<Option<Batch>> {
        drafted(view)
    }
}

fn drafted(view: &View<'_>) -> Result<Option<Batch>> {
    view.batch(PaperKind::Document, format!("Dự thảo {}", DocumentKind::Report.word()), []).map(Some)
}

impl View<'_> {
    /// What its file is called, and the document with number and day left blank.
    fn report_document(&self, of: ReportOf, draft: Option<DocumentId>) -> Result<(String, document::Document)> {
        let report = self.report_asked(of)?;
        let words = words(&report);
        let (draft, sections) = self.report_wording(&report, draft)?;
        Ok((words, self.describe_report(&draft, &sections, report)?))
    }

    /// The draft whose words a report is written in, with its sections: the one that was chosen, or one that stands
    /// in no table.
    pub(super) fn report_wording(
        &self,
        report: &Report,
        draft: Option<DocumentId>,
    ) -> Result<(Document, Vec<SectionRow>)> {
        if let Some(id) = draft {
            let draft = self.of_campaign(id)?;
            if draft.kind != DocumentKind::Report {
                return Err(Error::of(ErrorCode::Missing));
            }
            if draft.issued.is_some() {
                let number = self.number_line(&draft)?;
                return Err(Error::of(ErrorCode::DocumentIssued)
                    .with("kind", draft.kind.word())
                    .with("number", number));
            }
            let head = DocumentHead { from: self.first_day(report), to: Some(report.period.to), ..draft.head.clone() };
            return Ok((Document { head, ..draft }, self.list_document_sections(id)?));
        }
        let (kind, id) = (DocumentKind::Report, DocumentId(0));
        let draft = Document { id, kind, head: self.report_head(report)?, amends: None, issued: None };
        Ok((draft, self.default_sections(kind)?))
    }

    /// What a report's document says beside its text: its period in the subject, addressed to whom it is sent to.
    pub(super) fn report_head(&self, report: &Report) -> Result<DocumentHead> {
        let usual = self.default_head(DocumentKind::Report)?;
        let whole = report.period.from.is_none_or(|from| from <= report.campaign.starts_on)
            && report.period.to >= report.campaign.ends_on;
        let subject =
            if whole { usual.subject } else { format!("{}, {}", usual.subject, report.kind.of(report.period)) };
        Ok(DocumentHead {
            subject,
            addressees: report.authorities.iter().map(|a| a.address.clone()).collect(),
            from: self.first_day(report),
            to: Some(report.period.to),
            ..usual
        })
    }

    /// A document names the first day of a period that begins with the campaign.
    fn first_day(&self, report: &Report) -> Option<chrono::NaiveDate> {
        Some(report.period.from.unwrap_or(report.campaign.starts_on).min(report.period.to))
    }
}
