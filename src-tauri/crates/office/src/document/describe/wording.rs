//! The wording a document begins with: the office's own, or the program's.

use domain::document::DocumentKind;
use domain::template::{Passage, passages};
use store::SectionRow;

use crate::{Result, View};

/// The program's wording of a kind.
fn built_in(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Plan => include_str!("../../../../../../assets/templates/plan.txt"),
        DocumentKind::Amendment => include_str!("../../../../../../assets/templates/amendment.txt"),
        DocumentKind::Report => include_str!("../../../../../../assets/templates/report.txt"),
        DocumentKind::Commendation => include_str!("../../../../../../assets/templates/commendation.txt"),
        DocumentKind::PrintCost => include_str!("../../../../../../assets/templates/print_cost.txt"),
        DocumentKind::Notice => include_str!("../../../../../../assets/templates/notice.txt"),
        DocumentKind::Invitation => include_str!("../../../../../../assets/templates/invitation.txt"),
        DocumentKind::Chase => include_str!("../../../../../../assets/templates/chase.txt"),
        DocumentKind::Introduction => include_str!("../../../../../../assets/templates/introduction.txt"),
    }
}

/// As [`built_in`], in sections.
pub(crate) fn built_in_sections(kind: DocumentKind) -> Vec<SectionRow> {
    let row = |p: Passage| SectionRow { kind: p.kind, heading: p.heading, text: p.text };
    passages(built_in(kind)).into_iter().map(row).collect()
}

impl View<'_> {
    /// The sections a new draft of a kind begins with.
    pub(crate) fn default_sections(&self, kind: DocumentKind) -> Result<Vec<SectionRow>> {
        let own = self.list_template_sections(kind.code())?;
        Ok(if own.is_empty() { built_in_sections(kind) } else { own })
    }
}
