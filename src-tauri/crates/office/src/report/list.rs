use chrono::NaiveDate;
use domain::account::Permission;
use domain::ids::{DocumentId, ReportId};
use domain::report::ReportKind;
use serde::{Deserialize, Serialize};
use store::ReportRow;
use ts_rs::TS;

use crate::{Read, Result, View};

/// An issued report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReportLine {
    pub id: ReportId,
    /// As it stands in the footers of its files: `BC-003`.
    pub name: String,
    pub kind: ReportKind,
    /// `báo cáo tuần`.
    pub kind_word: String,
    /// Its days; without a first one it goes from the beginning.
    pub from: Option<NaiveDate>,
    pub to: NaiveDate,
    pub as_of: NaiveDate,
    /// Whom it was sent to; none where every authority was meant.
    pub authority: Option<String>,
    /// RFC 3339.
    pub issued_at: String,
    pub issued_by: String,
    /// Head of the journal before it was issued, as its files print it.
    pub head: String,
    /// The document of the register that went with it: `Số: 75/BC-UBND`.
    pub document: Option<DocumentId>,
    pub number_line: Option<String>,
    /// Bytes of its files.
    pub xlsx_bytes: u32,
    pub pdf_bytes: u32,
    pub docx_bytes: u32,
    /// Of the workbook as it was issued.
    pub xlsx_sha256: String,
}

/// Every report of the campaign that was issued, the latest first.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct ListReports {}

impl Read for ListReports {
    type Answer = Vec<ReportLine>;
    const NAME: &'static str = "list_reports";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<Vec<ReportLine>> {
        let reports = view.list_reports(view.get_campaign()?.id)?;
        view.report_lines(&reports)
    }
}

impl View<'_> {
    pub(super) fn report_lines(&self, reports: &[ReportRow]) -> Result<Vec<ReportLine>> {
        let sizes = self.list_report_sizes(self.get_campaign()?.id)?;
        let (accounts, authorities) = (self.list_accounts()?, self.list_authorities()?);
        let line = |row: &ReportRow| {
            let issue = row.issue();
            let by = accounts.iter().find(|a| a.id == row.by);
            let authority = authorities.iter().find(|a| Some(a.id) == row.authority);
            let document = row.document.map(|id| self.get_document(id)).transpose()?;
            let size = sizes.get(&row.id);
            Ok(ReportLine {
                id: row.id,
                name: issue.id(),
                kind: row.kind,
                kind_word: row.kind.word().to_owned(),
                from: row.period.from,
                to: row.period.to,
                as_of: row.as_of,
                authority: authority.map(|a| a.name.clone()),
                issued_at: row.at.clone(),
                issued_by: by.map(|a| a.name.clone()).unwrap_or_default(),
                head: issue.head,
                document: row.document,
                number_line: document.map(|d| self.number_line(&d)).transpose()?,
                xlsx_bytes: size.map_or(0, |s| s.xlsx),
                pdf_bytes: size.map_or(0, |s| s.pdf),
                docx_bytes: size.map_or(0, |s| s.docx),
                xlsx_sha256: row.xlsx_sha256.clone(),
            })
        };
        reports.iter().rev().map(line).collect()
    }
}
