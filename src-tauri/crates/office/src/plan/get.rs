use chrono::NaiveDate;
use domain::account::Permission;
use domain::document::{DocumentKind, ScheduleLine};
use domain::ids::DocumentId;
use domain::plan::{Plan, Section, passages};
use domain::schedule::{Row, rows};
use domain::template::{Fault, faults};
use serde::{Deserialize, Serialize};
use store::Document;
use ts_rs::TS;

use crate::document::{FieldView, fields};
use crate::{Read, Result, View};

impl View<'_> {
    /// Everything the plan's living text is made from. It bears no number: that is given when it is issued.
    pub(crate) fn plan(&self) -> Result<Plan> {
        self.plan_dated(None)
    }

    /// The same with the number and the date it is given.
    pub(crate) fn plan_dated(&self, given: Option<(u32, NaiveDate)>) -> Result<Plan> {
        let mut campaign = self.get_campaign()?;
        let issued_on = campaign.plan_date;
        (campaign.plan_number, campaign.plan_date) = given.unzip();
        let areas = self.list_areas(campaign.id)?;
        let names = self.area_names()?;
        // A dated plan names areas as they were called when it was made; a living text, as on their evening.
        let name = |row: &Row| {
            let day = campaign.plan_date.or(row.evenings.first().copied()).unwrap_or(campaign.starts_on);
            names.on(row.area, day).map(|a| a.name).unwrap_or_default()
        };
        let schedule = rows(&self.list_visits(campaign.id)?);
        let visited = |id| schedule.iter().any(|r| r.area == id);
        let day = campaign.plan_date.or(issued_on).or(campaign.plan_month).unwrap_or(campaign.starts_on);
        Ok(Plan {
            area_kinds: areas.iter().filter(|a| visited(a.id)).map(|a| a.kind).collect(),
            issuer: self.issuer_on(day)?,
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
            targets: self.list_targets(campaign.id)?,
            contact: self.find_named(campaign.contact)?,
            signer: self.find_named(campaign.signer)?,
            areas,
            campaign,
        })
    }

    /// The issued plan and its issued amendments, in the order of their issue.
    pub(crate) fn issued_plans(&self) -> Result<Vec<Document>> {
        let mut issued = self.list_documents(self.get_campaign()?.id)?;
        issued.retain(|d| d.issued.is_some() && matches!(d.kind, DocumentKind::Plan | DocumentKind::Amendment));
        // An amendment amends what was issued before it: one after another, from the plan on.
        let mut chain: Vec<Document> = Vec::new();
        while let Some(next) = issued.iter().position(|d| d.amends == chain.last().map(|last| last.id)) {
            chain.push(issued.swap_remove(next));
        }
        Ok(chain)
    }
}

/// The plan as it left the office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct IssuedPlan {
    pub document: DocumentId,
    pub number: u32,
    pub dated: NaiveDate,
    /// `Số: 75/KH-UBND`.
    pub number_line: String,
    /// RFC 3339.
    pub issued_at: String,
    pub issued_by_name: Option<String>,
    pub pdf_sha256: String,
    /// Amendments issued since, in order.
    pub amendments: Vec<DocumentId>,
}

/// The plan as the office edits it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PlanView {
    pub subject: String,
    /// None while it is a draft.
    pub issued: Option<IssuedPlan>,
    pub sections: Vec<Section>,
    pub recipients: Vec<String>,
    pub signature_lines: Vec<String>,
    pub signer_name: Option<String>,
    /// Mark of who drafts it, and how many copies.
    pub drafter: Option<String>,
    /// What is wrong with the text now, in reading order.
    pub faults: Vec<Fault>,
    /// Fields the text may hold, for help beside the editor.
    pub fields: Vec<FieldView>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct GetPlan {}

impl Read for GetPlan {
    type Answer = PlanView;
    const NAME: &'static str = "get_plan";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<PlanView> {
        let campaign = view.get_campaign()?;
        let sections = view.list_sections(campaign.id)?;
        Ok(PlanView {
            issued: view.issued_plan()?,
            signer_name: view.find_named(campaign.signer)?.map(|p| p.name),
            drafter: campaign.drafter,
            subject: campaign.subject,
            recipients: campaign.recipients,
            signature_lines: campaign.signature_lines,
            faults: faults(&passages(&sections), DocumentKind::Plan),
            fields: fields(DocumentKind::Plan),
            sections,
        })
    }
}

impl View<'_> {
    fn issued_plan(&self) -> Result<Option<IssuedPlan>> {
        let chain = self.issued_plans()?;
        let Some((plan, issued)) = chain.first().and_then(|p| Some((p, p.issued.as_ref()?))) else { return Ok(None) };
        let accounts = self.list_accounts()?;
        Ok(Some(IssuedPlan {
            document: plan.id,
            number: issued.number,
            dated: issued.dated,
            number_line: self.number_line(plan)?,
            issued_at: issued.at.clone(),
            issued_by_name: accounts.iter().find(|a| Some(a.id) == issued.by).map(|a| a.name.clone()),
            pdf_sha256: issued.sha256.clone(),
            amendments: chain.iter().skip(1).map(|d| d.id).collect(),
        }))
    }
}
