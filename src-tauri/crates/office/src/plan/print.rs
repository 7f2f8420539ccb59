use domain::account::Permission;
use domain::date::dmy;
use domain::document::Document;
use domain::plan::Plan;
use domain::printing::{Batch, PaperKind, Said, Subject};
use paper::{document_docx, document_pdf};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::document::refusal;
use crate::error::{Error, ErrorCode};
use crate::export::{DOCX, PDF, file_name};
use crate::{Made, Make, Progress, Result, View};

/// Which of the plan's texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PlanText {
    /// As it stands now, with every change since it was issued.
    #[default]
    Living,
    /// The bytes that left the office.
    Issued,
}

/// The plan as a document.
///
/// # Errors
/// The first thing wrong with its text that nothing can be printed with.
pub(super) fn document(plan: &Plan) -> Result<Document> {
    plan.document().map_err(refusal)
}

/// The plan as a PDF.
#[derive(Debug, Clone, Copy, Default, Deserialize, TS)]
#[serde(default)]
pub struct PlanPdf {
    /// The living text unless said otherwise.
    #[ts(optional)]
    pub which: Option<PlanText>,
}

impl Make for PlanPdf {
    const NAME: &'static str = "plan_pdf";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>, _: Progress<'_>) -> Result<Made> {
        let bytes = match self.which.unwrap_or_default() {
            PlanText::Issued => view.issued_files()?.pdf,
            PlanText::Living => document_pdf(&view.living_plan()?)?,
        };
        Ok(Made { file_name: view.plan_file(self.which, "pdf")?, mime: PDF, bytes })
    }

    fn batch(&self, view: &View<'_>) -> Result<Option<Batch>> {
        view.plan_batch(self.which).map(Some)
    }
}

/// The plan as a Word document, from the same description.
#[derive(Debug, Clone, Copy, Default, Deserialize, TS)]
#[serde(default)]
pub struct PlanDocx {
    #[ts(optional)]
    pub which: Option<PlanText>,
}

impl Make for PlanDocx {
    const NAME: &'static str = "plan_docx";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>, _: Progress<'_>) -> Result<Made> {
        let bytes = match self.which.unwrap_or_default() {
            PlanText::Issued => view.issued_files()?.docx,
            PlanText::Living => document_docx(&view.living_plan()?)?,
        };
        Ok(Made { file_name: view.plan_file(self.which, "docx")?, mime: DOCX, bytes })
    }

    fn batch(&self, view: &View<'_>) -> Result<Option<Batch>> {
        view.plan_batch(self.which).map(Some)
    }
}

impl View<'_> {
    fn issued_files(&self) -> Result<store::Frozen> {
        let plans = self.issued_plans()?;
        let plan = plans.first().ok_or_else(|| Error::of(ErrorCode::PlanNotIssued))?;
        self.kept(plan)
    }

    /// The plan's text as it stands. Once there is an issued one, it says on every page that it is another, and bears
    /// no number: nobody has signed it.
    fn living_plan(&self) -> Result<Document> {
        let living = document(&self.plan()?)?;
        let plans = self.issued_plans()?;
        let Some((plan, issued)) = plans.first().and_then(|p| Some((p, p.issued.as_ref()?))) else { return Ok(living) };
        let note = format!(
            "Bản làm việc, gồm nội dung sửa sau khi ban hành Kế hoạch số {} ngày {}; không thay văn bản đã ban hành",
            self.number_line(plan)?.trim_start_matches("Số: "),
            dmy(issued.dated)
        );
        let illustration = living.illustration.map_or_else(|| note.clone(), |said| format!("{said}. {note}"));
        Ok(Document { illustration: Some(illustration), ..living })
    }

    fn plan_file(&self, which: Option<PlanText>, ending: &str) -> Result<String> {
        let campaign = self.get_campaign()?;
        let issued = which == Some(PlanText::Issued);
        let number = campaign.plan_number.filter(|_| issued).map(|n| format!("{n:02}-")).unwrap_or_default();
        Ok(file_name(&format!("{number}Ke-hoach-{}", campaign.title), ending))
    }

    /// The issued one says what was issued, whatever was moved since.
    fn plan_batch(&self, which: Option<PlanText>) -> Result<Batch> {
        match which.unwrap_or_default() {
            PlanText::Living => self.batch(PaperKind::Plan, "Bản đang soạn".to_owned(), [Subject::Campaign]),
            PlanText::Issued => {
                let plans = self.issued_plans()?;
                let made_from = plans.first().map(|plan| self.number_line(plan)).transpose()?.unwrap_or_default();
                let says = self.issued_terms()?.map(|terms| terms.evenings_said()).unwrap_or_default();
                let said = vec![Said { subject: Subject::Campaign, says }];
                Ok(Batch { kind: PaperKind::Plan, made_from, said })
            }
        }
    }
}
