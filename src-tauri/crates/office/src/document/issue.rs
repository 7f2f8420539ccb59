use chrono::{Datelike, NaiveDate};
use domain::account::Permission;
use domain::amendment::Terms;
use domain::date::{DocumentDate, dmy};
use domain::document::DocumentKind;
use domain::ids::DocumentId;
use paper::{document_docx, document_pdf};
use serde::{Deserialize, Serialize};
use store::{Document, Frozen, Issued};
use ts_rs::TS;

use super::describe::{faults_of, refusal};
use crate::contract::json;
use crate::error::{Error, ErrorCode};
use crate::{Act, Result, View, Write};

/// Largest number a register of a year reaches.
const MOST: u32 = 99_999;

/// A draft was signed and is given its number and date: from now on its files are the bytes made here, and nothing
/// of it changes. Not taken back: a later change is a document of its own.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct IssueDocument {
    pub id: DocumentId,
    pub number: u32,
    pub dated: NaiveDate,
}

impl Write for IssueDocument {
    type Answer = ();
    const NAME: &'static str = "issue_document";
    const NEEDS: Permission = Permission::Approve;

    fn run(self, act: &Act<'_>) -> Result<()> {
        let draft = act.draft(self.id)?;
        let sections = act.list_document_sections(draft.id)?;
        if let Some(fault) = faults_of(&sections, draft.kind).into_iter().next() {
            return Err(refusal(fault));
        }
        let issue = Issue { number: self.number, dated: self.dated };
        issue.check(&act.view(), draft.kind, draft.amends)?;
        let terms = if draft.kind == DocumentKind::Amendment {
            Some(act.terms_amended(&draft, &sections, self.dated)?)
        } else {
            None
        };
        let dated = issue.given(act, &draft);
        let paper = act.view().paper_of(&dated, &sections)?;
        issue.freeze(act, &draft, paper, terms)
    }
}

/// A number and a date to be given.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Issue {
    pub number: u32,
    pub dated: NaiveDate,
}

/// What an issued document's files were made from, as it is kept beside them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Description {
    /// Of this shape.
    pub format: u32,
    pub document: domain::document::Document,
    /// What a plan or an amendment lays down: the next amendment is written from what differs.
    pub terms: Option<Terms>,
}

impl Issue {
    /// A number the register does not have yet, a day that has come and does not lie before what is amended.
    pub(crate) fn check(self, view: &View<'_>, kind: DocumentKind, amends: Option<DocumentId>) -> Result<()> {
        if self.number == 0 || self.number > MOST {
            return Err(Error::of(ErrorCode::CountOutOfRange).with("what", "Số văn bản").with("most", MOST));
        }
        if self.dated > view.today() {
            return Err(Error::of(ErrorCode::IssueDateAhead).with("date", dmy(self.dated)));
        }
        let amended = amends.map(|id| view.get_document(id)).transpose()?;
        if let Some(amended) = amended
            && let Some(first) = &amended.issued
            && self.dated < first.dated
        {
            return Err(Error::of(ErrorCode::IssueDateBeforeAmended)
                .with("date", dmy(self.dated))
                .with("number", view.number_line(&amended)?)
                .with("dated", dmy(first.dated)));
        }
        // A register is of one office, one kind's mark and one year (NĐ 30, Phụ lục I, phần II).
        let office = view.issuer_on(self.dated)?;
        for other in view.list_issued_documents()? {
            let Some(issued) = &other.issued else { continue };
            let register = view.issuer_on(issued.dated)?;
            if issued.number == self.number
                && issued.dated.year() == self.dated.year()
                && register.id == office.id
                && other.kind.symbol(&register) == kind.symbol(&office)
            {
                return Err(Error::of(ErrorCode::NumberTaken)
                    .with("number", view.number_line(&other)?)
                    .with("dated", dmy(issued.dated))
                    .with("subject", &other.head.subject));
            }
        }
        Ok(())
    }

    /// The draft as it is to be described: with its number and date.
    pub(crate) fn given(self, act: &Act<'_>, draft: &Document) -> Document {
        let issued = Issued {
            number: self.number,
            dated: self.dated,
            at: String::new(),
            by: Some(act.who.id),
            sha256: String::new(),
        };
        Document { issued: Some(issued), ..draft.clone() }
    }

    /// Makes both files and keeps them.
    pub(crate) fn freeze(
        self,
        act: &Act<'_>,
        draft: &Document,
        paper: domain::document::Document,
        terms: Option<Terms>,
    ) -> Result<()> {
        // A giấy giới thiệu has none (NĐ 30, mẫu 1.7).
        if paper.subject.trim().is_empty() && draft.kind != DocumentKind::Introduction {
            return Err(Error::of(ErrorCode::Blank).with("field", "trích yếu"));
        }
        let document =
            domain::document::Document { number: Some(self.number), date: DocumentDate::of(self.dated), ..paper };
        let (pdf, docx) = (document_pdf(&document)?, document_docx(&document)?);
        let description = json(&Description { format: 1, document, terms })?.to_string();
        Ok(act.freeze_document(draft.id, self.number, self.dated, &Frozen { pdf, docx, description })?)
    }
}
