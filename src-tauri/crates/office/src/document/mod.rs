//! Official documents: begun with their kind's wording, edited as drafts, issued with number and date, and from
//! then on kept as the bytes that left the office.
//!
//! | file | what |
//! | --- | --- |
//! | `begin.rs`, `edit.rs`, `remove.rs` | a draft's life |
//! | `issue.rs` | number and date, frozen bytes; the plan likewise (`crate::plan`) |
//! | `template.rs` | the office's own wording of a kind, checked when it is typed |
//! | `head.rs`, `nominee.rs`, `text.rs` | what a draft is made of, as it crosses the wire |
//! | `describe/` | what each kind says |
//! | `amendment.rs` | what an amendment says: the differences since the last issue |
//! | `proposals.rs` | whom the results speak for |

mod amendment;
mod begin;
pub(crate) mod describe;
mod edit;
mod get;
mod head;
mod issue;
mod list;
mod nominee;
mod print;
mod proposals;
mod remove;
mod template;
mod text;

pub use begin::BeginDocument;
pub(crate) use describe::{faults_of, refusal};
pub use edit::EditDocument;
pub use get::{DocumentView, GetDocument};
pub(crate) use head::lines;
pub use head::{HeadForm, HeadView};
pub use issue::IssueDocument;
pub(crate) use issue::{Description, Issue};
pub use list::{DocumentRow, ListDocuments};
pub use nominee::{Nominated, NomineeForm, NomineeView};
pub use print::{DocumentDocx, DocumentPdf};
pub use remove::RemoveDraft;
pub use template::{CheckText, GetTemplate, PutTemplate, Template};
pub use text::{FieldView, SectionForm};
pub(crate) use text::{body, fields, heading};

use domain::ids::DocumentId;
use store::{Document, Frozen, StoreError};

use crate::error::{Error, ErrorCode};
use crate::{Act, Result, View};

impl View<'_> {
    /// `Số: 75/KH-UBND`; of a draft with room to write.
    pub(crate) fn number_line(&self, document: &Document) -> Result<String> {
        let dated = document.issued.as_ref().map_or_else(|| self.today(), |i| i.dated);
        let symbol = document.kind.symbol(&self.issuer_on(dated)?);
        let number =
            document.issued.as_ref().map_or_else(|| "\u{a0}".repeat(10), |issued| format!("{:02}", issued.number));
        Ok(format!("Số: {number}/{symbol}"))
    }

    /// A document of the campaign that is worked on.
    pub(crate) fn of_campaign(&self, id: DocumentId) -> Result<Document> {
        let found = self.list_documents(self.get_campaign()?.id)?.into_iter().find(|d| d.id == id);
        found.ok_or_else(|| Error::of(ErrorCode::Missing))
    }

    /// An issued document's files. What stands in the tables is no substitute for what left the office.
    pub(crate) fn kept(&self, issued: &Document) -> Result<Frozen> {
        match self.find_frozen(issued.id) {
            Ok(Some(frozen)) => Ok(frozen),
            Ok(None) | Err(StoreError::Value(_)) => {
                Err(Error::of(ErrorCode::DocumentSpoilt).with("number", self.number_line(issued)?))
            }
            Err(error) => Err(error.into()),
        }
    }
}

impl Act<'_> {
    /// A document of the campaign that is still a draft.
    pub(crate) fn draft(&self, id: DocumentId) -> Result<Document> {
        let document = self.view().of_campaign(id)?;
        if document.issued.is_some() {
            let number = self.view().number_line(&document)?;
            return Err(Error::of(ErrorCode::DocumentIssued).with("kind", document.kind.word()).with("number", number));
        }
        Ok(document)
    }
}
