use domain::document::DocumentKind;
use domain::plan::SectionKind;
use domain::template::{Field, Stands};
use domain::text::{clean, clean_lines};
use serde::{Deserialize, Serialize};
use store::SectionRow;
use ts_rs::TS;

/// A section of a draft, or of a kind's wording.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SectionForm {
    pub kind: SectionKind,
    pub heading: Option<String>,
    pub text: String,
}

impl SectionForm {
    pub(crate) fn row(&self) -> SectionRow {
        SectionRow { kind: self.kind, heading: heading(self.heading.as_deref()), text: body(&self.text) }
    }
}

/// A typed heading; a blank one is none.
pub(crate) fn heading(typed: Option<&str>) -> Option<String> {
    typed.map(clean).filter(|h| !h.is_empty())
}

/// Typed text, line by line.
pub(crate) fn body(typed: &str) -> String {
    clean_lines(typed).trim_end().to_owned()
}

impl From<SectionRow> for SectionForm {
    fn from(row: SectionRow) -> Self {
        Self { kind: row.kind, heading: row.heading, text: row.text }
    }
}

/// A field the text may hold, for help beside the editor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FieldView {
    /// As it is typed, with its braces: `{{lịch}}`.
    pub typed: String,
    /// What it is filled from.
    pub filled_from: String,
    /// Whether it may stand within a line, and whether alone on one.
    pub inline: bool,
    pub alone: bool,
}

pub(crate) fn fields(kind: DocumentKind) -> Vec<FieldView> {
    Field::of(kind)
        .map(|field| FieldView {
            typed: format!("{{{{{}}}}}", field.name()),
            filled_from: field.filled_from().to_owned(),
            inline: field.stands() != Stands::Block,
            alone: field.stands() != Stands::Inline,
        })
        .collect()
}
