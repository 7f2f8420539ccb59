use domain::account::Permission;
use domain::document::DocumentKind;
use domain::template::Fault;
use serde::{Deserialize, Serialize};
use store::SectionRow;
use ts_rs::TS;

use super::describe::{faults_of, refusal};
use super::text::fields;
use super::{FieldView, SectionForm};
use crate::{Act, Read, Result, View, Write};

/// The wording a kind of document is begun with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Template {
    pub sections: Vec<SectionForm>,
    /// Whether the office has changed it; without, it is the program's.
    pub is_own: bool,
    pub fields: Vec<FieldView>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct GetTemplate {
    pub paper: DocumentKind,
}

impl Read for GetTemplate {
    type Answer = Template;
    const NAME: &'static str = "get_template";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<Template> {
        Ok(Template {
            is_own: !view.list_template_sections(self.paper.code())?.is_empty(),
            sections: view.default_sections(self.paper)?.into_iter().map(SectionForm::from).collect(),
            fields: fields(self.paper),
        })
    }
}

/// The office's own wording of a kind, for documents begun from now on; without sections the program's is used
/// again.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PutTemplate {
    pub paper: DocumentKind,
    pub sections: Vec<SectionForm>,
}

impl Write for PutTemplate {
    type Answer = ();
    const NAME: &'static str = "put_template";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<()> {
        let rows: Vec<SectionRow> = self.sections.iter().map(SectionForm::row).collect();
        if let Some(fault) = faults_of(&rows, self.paper).into_iter().find(|f| f.wrong.stops()) {
            return Err(refusal(fault));
        }
        if rows != act.list_template_sections(self.paper.code())? {
            act.replace_template_sections(self.paper.code(), &rows)?;
        }
        Ok(())
    }
}

/// What is wrong with a text, while it is typed: nothing is written.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct CheckText {
    pub paper: DocumentKind,
    pub sections: Vec<SectionForm>,
}

impl Read for CheckText {
    type Answer = Vec<Fault>;
    const NAME: &'static str = "check_text";
    const NEEDS: Permission = Permission::Read;

    fn run(self, _: &View<'_>) -> Result<Vec<Fault>> {
        // Blank lines count: a fault's line is the one on screen.
        let row = |s: SectionForm| SectionRow { kind: s.kind, heading: s.heading, text: s.text };
        Ok(faults_of(&self.sections.into_iter().map(row).collect::<Vec<_>>(), self.paper))
    }
}
