use chrono::NaiveDate;
use domain::account::Permission;
use domain::document::ScheduleLine;
use domain::plan::{BLOCK_FIELDS, INLINE_FIELDS, Plan, Section};
use domain::schedule::{Row, rows};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Read, Result, View};

impl View<'_> {
    /// Everything the plan's document is made from.
    pub(crate) fn plan(&self) -> Result<Plan> {
        let campaign = self.get_campaign()?;
        let areas = self.list_areas(campaign.id)?;
        let names = self.area_names()?;
        // A dated plan names areas as they were called when it was made; a draft, as on their evening.
        let name = |row: &Row| {
            let day = campaign.plan_date.or(row.evenings.first().copied()).unwrap_or(campaign.starts_on);
            names.on(row.area, day).map(|a| a.name).unwrap_or_default()
        };
        let schedule = rows(&self.list_visits(campaign.id)?);
        let visited = |id| schedule.iter().any(|r| r.area == id);
        Ok(Plan {
            area_kinds: areas.iter().filter(|a| visited(a.id)).map(|a| a.kind).collect(),
            issuer: self.issuer_on(campaign.plan_date.or(campaign.plan_month).unwrap_or(campaign.starts_on))?,
            sections: self.list_sections(campaign.id)?,
            task_groups: self.list_task_groups(campaign.id)?,
            forces: self
                .list_forces(campaign.id)?
                .into_iter()
                .map(|f| Ok((f.clone(), self.find_named(f.detailed_by)?)))
                .collect::<Result<_>>()?,
            schedule: schedule
                .iter()
                .map(|row| ScheduleLine { evenings: row.evenings.clone(), area: name(row) })
                .collect(),
            contact: self.find_named(campaign.contact)?,
            signer: self.find_named(campaign.signer)?,
            campaign,
        })
    }
}

/// The plan as the office edits it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PlanView {
    pub subject: String,
    pub number: Option<u32>,
    pub date: Option<NaiveDate>,
    /// `75/KH-UBND`, or with room to write.
    pub number_line: String,
    pub sections: Vec<Section>,
    pub recipients: Vec<String>,
    pub signature_lines: Vec<String>,
    pub signer_name: Option<String>,
    /// Fields the text may hold, for help beside the editor.
    pub inline_fields: Vec<String>,
    pub block_fields: Vec<String>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct GetPlan {}

impl Read for GetPlan {
    type Answer = PlanView;
    const NAME: &'static str = "get_plan";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<PlanView> {
        let plan = view.plan()?;
        let words = |fields: &[&str]| fields.iter().map(|f| format!("{{{{{f}}}}}")).collect();
        Ok(PlanView {
            subject: plan.campaign.subject.clone(),
            number: plan.campaign.plan_number,
            date: plan.campaign.plan_date,
            number_line: super::print::document(&plan).map(|d| d.number_line()).unwrap_or_default(),
            recipients: plan.campaign.recipients.clone(),
            signature_lines: plan.campaign.signature_lines.clone(),
            signer_name: plan.signer.map(|p| p.name),
            sections: plan.sections,
            inline_fields: words(&INLINE_FIELDS),
            block_fields: words(&BLOCK_FIELDS),
        })
    }
}
