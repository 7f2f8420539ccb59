use domain::account::Permission;
use domain::ids::ReportId;
use domain::printing::{Batch, PaperKind, Subject};
use serde::Deserialize;
use store::ReportRow;
use ts_rs::TS;

use crate::export::{DOCX, PDF, XLSX, file_name};
use crate::{Made, Make, Progress, Result, View};

/// Which of its files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum IssuedFile {
    Xlsx,
    Pdf,
    Docx,
}

/// A file of an issued report, in the bytes that left the office.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct ReportFile {
    pub id: ReportId,
    pub file: IssuedFile,
}

impl Make for ReportFile {
    const NAME: &'static str = "report_file";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>, _: Progress<'_>) -> Result<Made> {
        let row = view.issued_report(self.id)?;
        let (ending, mime) = match self.file {
            IssuedFile::Xlsx => ("xlsx", XLSX),
            IssuedFile::Pdf => ("pdf", PDF),
            IssuedFile::Docx => ("docx", DOCX),
        };
        Ok(Made { file_name: file_name(&words(&row), ending), mime, bytes: self.bytes(view, &row)? })
    }

    fn batch(&self, view: &View<'_>) -> Result<Option<Batch>> {
        let row = view.issued_report(self.id)?;
        if self.file == IssuedFile::Xlsx {
            return Ok(None);
        }
        let subject = row.document.map(Subject::Document);
        view.batch(PaperKind::Document, format!("{} {}", row.issue().id(), row.kind.of(row.period)), subject).map(Some)
    }
}

impl ReportFile {
    fn bytes(self, view: &View<'_>, row: &ReportRow) -> Result<Vec<u8>> {
        let files = view.report_files(row)?;
        if self.file == IssuedFile::Xlsx {
            return Ok(files.xlsx);
        }
        let (pdf, docx) = match (row.document, files.document) {
            (Some(id), _) => {
                let kept = view.kept(&view.get_document(id)?)?;
                (kept.pdf, kept.docx)
            }
            (None, Some(own)) => (own.pdf, own.docx),
            // The file's own rules say one of the two is there.
            (None, None) => return Err(super::get::spoilt(row)),
        };
        Ok(if self.file == IssuedFile::Pdf { pdf } else { docx })
    }
}

/// `BC-003 tuan tu ngay …`.
fn words(row: &ReportRow) -> String {
    format!("{} bao cao {}", row.issue().id(), row.kind.of(row.period).replace('/', "."))
}
