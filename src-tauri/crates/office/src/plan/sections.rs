use domain::account::Permission;
use domain::ids::SectionId;
use domain::plan::SectionKind;
use serde::Deserialize;
use store::NewSection;
use ts_rs::TS;

use super::print::document;
use crate::document::{body, heading};
use crate::{Act, Result, Write};

/// A section of the plan: a new one has no id.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct PlanSectionForm {
    pub id: Option<SectionId>,
    pub kind: SectionKind,
    pub heading: Option<String>,
    pub text: String,
}

/// All sections of the plan in their order: what is not named is removed. A text nothing could be printed with is
/// refused with its place, and nothing is changed.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PutPlanSections {
    pub sections: Vec<PlanSectionForm>,
}

impl Write for PutPlanSections {
    type Answer = Vec<SectionId>;
    const NAME: &'static str = "put_plan_sections";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<Vec<SectionId>> {
        let campaign = act.get_campaign()?.id;
        let row = |form: &PlanSectionForm| {
            let new = NewSection { kind: form.kind, heading: heading(form.heading.as_deref()), text: body(&form.text) };
            (form.id, new)
        };
        let rows: Vec<_> = self.sections.iter().map(row).collect();
        let there = act.list_sections(campaign)?;
        let there =
            there.into_iter().map(|s| (Some(s.id), NewSection { kind: s.kind, heading: s.heading, text: s.text }));
        if there.collect::<Vec<_>>() != rows {
            act.replace_sections(campaign, &rows)?;
        }
        document(&act.view().plan()?)?;
        Ok(act.list_sections(campaign)?.into_iter().map(|s| s.id).collect())
    }
}
