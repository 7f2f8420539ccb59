use chrono::NaiveDate;
use domain::account::Permission;
use domain::campaign::Campaign;
use domain::ids::SectionId;
use domain::text::{clean, clean_lines};
use serde::Deserialize;
use ts_rs::TS;

use super::print::document;
use crate::{Act, Result, Write};

/// A section's new words.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SectionEdit {
    pub id: SectionId,
    pub heading: Option<String>,
    pub text: String,
}

/// The plan's text, number, date, recipients and signature. What is absent stays as it is. A field the
/// plan does not know is refused by name, and nothing is changed.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct EditPlan {
    pub subject: Option<String>,
    /// Given after signing; `number_and_date` sets both, also to blank.
    pub number_and_date: Option<(Option<u32>, Option<NaiveDate>)>,
    pub recipients: Option<Vec<String>>,
    pub signature_lines: Option<Vec<String>>,
    pub sections: Vec<SectionEdit>,
}

impl Write for EditPlan {
    type Answer = ();
    const NAME: &'static str = "edit_plan";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<()> {
        let before = act.get_campaign()?;
        let lines = |lines: Vec<String>| lines.iter().map(|l| clean(l)).filter(|l| !l.is_empty()).collect();
        let (plan_number, plan_date) = self.number_and_date.unwrap_or((before.plan_number, before.plan_date));
        act.update_campaign(&Campaign {
            subject: self.subject.map_or(before.subject, |s| clean(&s)),
            plan_number,
            plan_date,
            recipients: self.recipients.map_or(before.recipients, lines),
            signature_lines: self.signature_lines.map_or(before.signature_lines, lines),
            ..before
        })?;
        for edit in self.sections {
            let heading = edit.heading.as_deref().map(clean).filter(|h| !h.is_empty());
            act.update_section(edit.id, heading.as_deref(), clean_lines(&edit.text).trim_end())?;
        }
        // Refuses an unknown field before anything is kept.
        document(&act.view().plan()?).map(|_| ())
    }
}
