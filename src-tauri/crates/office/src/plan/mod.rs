//! The plan: its text, the document made of it, its issue, and the amendments written from what changed since.

mod amend;
mod edit;
mod get;
mod issue;
mod print;
mod sections;
mod terms;

pub use amend::{AmendmentView, ChangeLine, GetAmendment};
pub use edit::{EditPlan, SectionEdit};
pub use get::{GetPlan, IssuedPlan, PlanView};
pub use issue::IssuePlan;
pub use print::{PlanDocx, PlanPdf, PlanText};
pub use sections::{PlanSectionForm, PutPlanSections};
