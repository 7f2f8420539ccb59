use chrono::NaiveDate;
use domain::account::Permission;
use domain::date::dmy;
use domain::document::DocumentKind;
use domain::ids::{DocumentId, ReportId};
use domain::report::{self, Report};
use paper::{document_docx, document_pdf};
use serde::Deserialize;
use store::{Document, DocumentFiles, NewReport, ReportFiles, SectionRow};
use ts_rs::TS;

use super::ReportOf;
use crate::document::{Issue, faults_of, refusal};
use crate::error::{Error, ErrorCode};
use crate::{Act, Result, Write};

/// A report leaves the office: workbook and document are made and kept, and nothing of them changes from now on. With
/// a number of the register the document is issued under it as every official document is. Not taken back: what was
/// sent was sent; a later report says what has changed.
#[derive(Debug, Clone, Copy, Default, Deserialize, TS)]
pub struct IssueReport {
    #[serde(flatten)]
    pub of: ReportOf,
    /// Number and day of the document, if it has them already; the day is today if it is absent.
    #[ts(optional)]
    pub number: Option<u32>,
    #[ts(optional)]
    pub dated: Option<NaiveDate>,
    /// A draft of the office whose words the document has.
    #[ts(optional)]
    pub draft: Option<DocumentId>,
}

impl Write for IssueReport {
    type Answer = ReportId;
    const NAME: &'static str = "issue_report";
    const NEEDS: Permission = Permission::Approve;

    fn run(self, act: &Act<'_>) -> Result<ReportId> {
        let (journal_seq, journal_head) = act.journal_head()?;
        let mut report = act.view().report_asked(self.of)?;
        if let Some(from) = report.period.from.filter(|from| *from > act.today()) {
            return Err(Error::of(ErrorCode::ReportAhead).with("from", dmy(from)).with("today", dmy(act.today())));
        }
        let campaign = report.campaign.id;
        report.issue = Some(report::Issue { n: act.next_report_n(campaign)?, head: journal_head.short() });
        let (wording, sections) = act.view().report_wording(&report, self.draft)?;
        if let Some(fault) = faults_of(&sections, DocumentKind::Report).into_iter().next() {
            return Err(refusal(fault));
        }
        let (document, files) = match self.register(act)? {
            Some(issue) => (Some(numbered(act, issue, &wording, &sections, &report)?), None),
            None => {
                let paper = act.view().describe_report(&wording, &sections, report.clone())?;
                let (pdf, docx) = (document_pdf(&paper)?, document_docx(&paper)?);
                (None, Some(DocumentFiles { pdf, docx }))
            }
        };
        let new = NewReport {
            n: report.issue.as_ref().map_or(1, |issue| issue.n),
            kind: report.kind,
            period: report.period,
            as_of: report.as_of,
            authority: self.of.authority,
            document,
            journal_seq,
            journal_head,
        };
        let xlsx = act.view().sealed_workbook(report)?;
        Ok(act.insert_report(campaign, &new, &ReportFiles { xlsx, document: files })?)
    }
}

impl IssueReport {
    /// Number and day of the register, if they were given.
    fn register(&self, act: &Act<'_>) -> Result<Option<Issue>> {
        let issue = match (self.number, self.dated) {
            (Some(number), dated) => Issue { number, dated: dated.unwrap_or_else(|| act.today()) },
            (None, Some(_)) => return Err(Error::of(ErrorCode::Blank).with("field", "số văn bản")),
            (None, None) => return Ok(None),
        };
        issue.check(&act.view(), DocumentKind::Report, None)?;
        Ok(Some(issue))
    }
}

/// The document in the register, frozen as every official document is.
fn numbered(
    act: &Act<'_>,
    issue: Issue,
    wording: &Document,
    sections: &[SectionRow],
    report: &Report,
) -> Result<DocumentId> {
    let id = match wording.id {
        DocumentId(0) => {
            let id = act.insert_document(report.campaign.id, DocumentKind::Report, None)?;
            act.replace_document_sections(id, sections)?;
            id
        }
        id => id,
    };
    act.update_document_head(id, &wording.head)?;
    let draft = Document { id, ..wording.clone() };
    let paper = act.view().describe_report(&issue.given(act, &draft), sections, report.clone())?;
    issue.freeze(act, &draft, paper, None)?;
    Ok(id)
}
