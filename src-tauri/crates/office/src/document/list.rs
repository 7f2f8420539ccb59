use chrono::NaiveDate;
use domain::account::Permission;
use domain::date::dmy;
use domain::document::DocumentKind;
use domain::ids::DocumentId;
use serde::{Deserialize, Serialize};
use store::Document;
use ts_rs::TS;

use crate::{Read, Result, View};

/// A document of the campaign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DocumentRow {
    pub id: DocumentId,
    pub kind: DocumentKind,
    /// `báo cáo`, `tờ trình khen thưởng`.
    pub kind_word: String,
    pub subject: String,
    /// `Số: 75/KH-UBND`, or with room to write.
    pub number_line: String,
    pub number: Option<u32>,
    pub dated: Option<NaiveDate>,
    /// RFC 3339; none while it is a draft.
    pub issued_at: Option<String>,
    pub issued_by_name: Option<String>,
    /// Of the PDF as it was issued.
    pub pdf_sha256: Option<String>,
    /// Of the issued files.
    pub pdf_bytes: Option<u32>,
    pub docx_bytes: Option<u32>,
    /// The document it amends, and the issued one that amends it.
    pub amends: Option<DocumentId>,
    pub amended_by: Option<DocumentId>,
    /// What it is about, where that is days or an evening: `01/11/2024 – 15/11/2024`, `20/11/2024, Tổ 1`.
    pub about: Option<String>,
    /// Whether whoever asks may edit it, and issue it.
    pub can_edit: bool,
    pub can_issue: bool,
}

/// Every document of the campaign, the latest begun first; the plan once it is issued.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ListDocuments {}

impl Read for ListDocuments {
    type Answer = Vec<DocumentRow>;
    const NAME: &'static str = "list_documents";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<Vec<DocumentRow>> {
        view.document_rows()
    }
}

impl View<'_> {
    pub(super) fn document_rows(&self) -> Result<Vec<DocumentRow>> {
        let campaign = self.get_campaign()?.id;
        let documents = self.list_documents(campaign)?;
        let (sizes, accounts) = (self.list_document_sizes(campaign)?, self.list_accounts()?);
        let may = |permission| self.who.as_ref().is_some_and(|who| who.role.may(permission));
        let row = |document: &Document| {
            let issued = document.issued.as_ref();
            let by = issued.and_then(|i| i.by);
            let amended = |d: &&Document| d.amends == Some(document.id) && d.issued.is_some();
            Ok(DocumentRow {
                id: document.id,
                kind: document.kind,
                kind_word: document.kind.word().to_owned(),
                subject: document.head.subject.clone(),
                number_line: self.number_line(document)?,
                number: issued.map(|i| i.number),
                dated: issued.map(|i| i.dated),
                issued_at: issued.map(|i| i.at.clone()),
                issued_by_name: by.and_then(|id| accounts.iter().find(|a| a.id == id)).map(|a| a.name.clone()),
                pdf_sha256: issued.map(|i| i.sha256.clone()),
                pdf_bytes: sizes.get(&document.id).map(|(pdf, _)| *pdf),
                docx_bytes: sizes.get(&document.id).map(|(_, docx)| *docx),
                amends: document.amends,
                amended_by: documents.iter().find(amended).map(|d| d.id),
                about: self.about(document)?,
                can_edit: issued.is_none() && may(Permission::SetUp),
                can_issue: issued.is_none() && may(Permission::Approve),
            })
        };
        documents.iter().rev().map(row).collect()
    }

    fn about(&self, document: &Document) -> Result<Option<String>> {
        let head = &document.head;
        let campaign = self.get_campaign()?.id;
        if let Some(id) = head.visit {
            let visit = self.get_visit(id)?;
            let area = self.area_names()?.on(visit.area, visit.on).map(|a| a.label()).unwrap_or_default();
            let team = self.list_teams(campaign)?.into_iter().find(|t| Some(t.id) == head.team);
            let team = team.map(|t| format!(", {}", t.name)).unwrap_or_default();
            return Ok(Some(format!("{}, {area}{team}", dmy(visit.on))));
        }
        Ok(match (head.from, head.to) {
            (Some(from), Some(to)) => Some(format!("{} – {}", dmy(from), dmy(to))),
            (None, Some(day)) | (Some(day), None) => Some(dmy(day)),
            (None, None) => head.held_on.map(dmy),
        })
    }
}
