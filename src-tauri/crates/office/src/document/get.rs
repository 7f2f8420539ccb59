use domain::account::Permission;
use domain::ids::DocumentId;
use domain::template::Fault;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::describe::faults_of;
use super::text::fields;
use super::{DocumentRow, FieldView, HeadView, NomineeView, SectionForm};
use crate::error::{Error, ErrorCode};
use crate::{Read, Result, View};

/// A document with everything that can be edited of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DocumentView {
    pub row: DocumentRow,
    pub head: HeadView,
    /// Empty for an issued plan: its words are in its files.
    pub sections: Vec<SectionForm>,
    pub nominees: Vec<NomineeView>,
    /// Whom the results speak for, beside those already named; of a tờ trình khen thưởng.
    pub proposals: Vec<NomineeView>,
    /// What is wrong with the text now, in reading order.
    pub faults: Vec<Fault>,
    pub fields: Vec<FieldView>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct GetDocument {
    pub id: DocumentId,
}

impl Read for GetDocument {
    type Answer = DocumentView;
    const NAME: &'static str = "get_document";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<DocumentView> {
        let row = view.document_rows()?.into_iter().find(|row| row.id == self.id);
        let row = row.ok_or_else(|| Error::of(ErrorCode::Missing))?;
        let document = view.get_document(self.id)?;
        let sections = view.list_document_sections(self.id)?;
        let is_draft = document.issued.is_none();
        Ok(DocumentView {
            faults: if is_draft { faults_of(&sections, document.kind) } else { Vec::new() },
            fields: fields(document.kind),
            sections: sections.into_iter().map(SectionForm::from).collect(),
            proposals: if is_draft { view.proposals(&document)? } else { Vec::new() },
            nominees: view.nominees(self.id)?,
            head: view.head_view(document.head)?,
            row,
        })
    }
}
