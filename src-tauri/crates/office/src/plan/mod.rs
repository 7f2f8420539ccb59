//! The plan: its text, and the document made of it.

mod edit;
mod get;
mod print;

pub use edit::{EditPlan, SectionEdit};
pub use get::{GetPlan, PlanView};
pub use print::{PlanDocx, PlanPdf};
