use domain::account::Permission;
use domain::ids::DocumentId;
use serde::Deserialize;
use store::SectionRow;
use ts_rs::TS;

use super::describe::{faults_of, refusal};
use super::{HeadForm, NomineeForm, SectionForm};
use crate::{Act, Result, Write};

/// A draft's head, sections or nominees; what is absent stays as it is. A text nothing could be printed with is
/// refused with its place, and nothing is changed.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct EditDocument {
    pub id: DocumentId,
    #[ts(optional)]
    pub head: Option<HeadForm>,
    #[ts(optional)]
    pub sections: Option<Vec<SectionForm>>,
    #[ts(optional)]
    pub nominees: Option<Vec<NomineeForm>>,
}

impl Write for EditDocument {
    type Answer = ();
    const NAME: &'static str = "edit_document";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<()> {
        let draft = act.draft(self.id)?;
        if let Some(form) = self.head {
            let head = act.head_row(&draft.head, &form)?;
            act.update_document_head(draft.id, &head)?;
        }
        if let Some(sections) = self.sections {
            let rows: Vec<SectionRow> = sections.iter().map(SectionForm::row).collect();
            if let Some(fault) = faults_of(&rows, draft.kind).into_iter().find(|f| f.wrong.stops()) {
                return Err(refusal(fault));
            }
            if rows != act.list_document_sections(draft.id)? {
                act.replace_document_sections(draft.id, &rows)?;
            }
        }
        if let Some(nominees) = self.nominees {
            act.put_nominees(draft.id, nominees)?;
        }
        Ok(())
    }
}
