use domain::account::Permission;
use domain::date::dmy;
use domain::document::Document;
use domain::plan::Plan;
use domain::printing::{Batch, PaperKind, Subject};
use paper::{plan_docx, plan_pdf};
use serde::Deserialize;
use ts_rs::TS;

use crate::error::{Error, ErrorCode};
use crate::export::{DOCX, PDF, file_name};
use crate::{Made, Make, Progress, Result, View};

pub(super) fn document(plan: &Plan) -> Result<Document> {
    plan.document().map_err(|e| {
        Error::of(ErrorCode::UnknownField).with("field", e.field).with("section", e.section).with("line", e.line)
    })
}

fn name(plan: &Plan, ending: &str) -> String {
    file_name(&format!("Ke-hoach-{}", plan.campaign.title), ending)
}

fn batch(view: &View<'_>, format: &str) -> Result<Batch> {
    let campaign = view.get_campaign()?;
    let number = match (campaign.plan_number, campaign.plan_date) {
        (Some(number), Some(dated)) => format!("số {number} ngày {}", dmy(dated)),
        _ => "dự thảo".to_owned(),
    };
    let evenings = view.list_visits(campaign.id)?.iter().filter(|v| v.is_on()).count();
    view.batch(PaperKind::Plan, format!("{format}; {number}; lịch {evenings} buổi"), [Subject::Campaign])
}

/// The plan as a PDF.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct PlanPdf {}

impl Make for PlanPdf {
    const NAME: &'static str = "plan_pdf";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>, _: Progress<'_>) -> Result<Made> {
        let plan = view.plan()?;
        Ok(Made { file_name: name(&plan, "pdf"), mime: PDF, bytes: plan_pdf(&document(&plan)?)? })
    }

    fn batch(&self, view: &View<'_>) -> Result<Option<Batch>> {
        batch(view, "PDF").map(Some)
    }
}

/// The plan as a Word document, from the same description.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct PlanDocx {}

impl Make for PlanDocx {
    const NAME: &'static str = "plan_docx";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>, _: Progress<'_>) -> Result<Made> {
        let plan = view.plan()?;
        Ok(Made { file_name: name(&plan, "docx"), mime: DOCX, bytes: plan_docx(&document(&plan)?)? })
    }

    fn batch(&self, view: &View<'_>) -> Result<Option<Batch>> {
        batch(view, "Word").map(Some)
    }
}
