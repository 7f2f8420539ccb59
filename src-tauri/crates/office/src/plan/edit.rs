use domain::account::Permission;
use domain::campaign::Campaign;
use domain::ids::SectionId;
use domain::text::clean;
use serde::Deserialize;
use ts_rs::TS;

use super::print::document;
use crate::document::{body, heading, lines};
use crate::issuer::optional_name;
use crate::{Act, Result, Write};

/// A section's new words.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SectionEdit {
    pub id: SectionId,
    pub heading: Option<String>,
    pub text: String,
}

/// The plan's text, recipients and signature. What is absent stays as it is. A field the plan does not know is
/// refused by name, and nothing is changed. Number and date are given when it is issued; what was issued stays as
/// it is.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct EditPlan {
    pub subject: Option<String>,
    pub recipients: Option<Vec<String>>,
    pub signature_lines: Option<Vec<String>>,
    /// `PL.(300)`; a blank one is none.
    pub drafter: Option<String>,
    pub sections: Vec<SectionEdit>,
}

impl Write for EditPlan {
    type Answer = ();
    const NAME: &'static str = "edit_plan";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<()> {
        let before = act.get_campaign()?;
        act.update_campaign(&Campaign {
            subject: self.subject.map_or(before.subject, |s| clean(&s)),
            recipients: self.recipients.map_or(before.recipients, |typed| lines(&typed)),
            signature_lines: self.signature_lines.map_or(before.signature_lines, |typed| lines(&typed)),
            drafter: match self.drafter {
                Some(typed) => optional_name(Some(&typed), "ký hiệu người soạn thảo")?,
                None => before.drafter,
            },
            ..before
        })?;
        for edit in self.sections {
            act.update_section(edit.id, heading(edit.heading.as_deref()).as_deref(), &body(&edit.text))?;
        }
        // Refuses an unknown field before anything is kept.
        document(&act.view().plan()?).map(|_| ())
    }
}
