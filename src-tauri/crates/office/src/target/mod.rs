//! The plan's targets: any number, each a share of what is counted by a day.

mod begin;
mod get;
mod order;
mod put;
mod remove;

pub use begin::AddPlanTargets;
pub use get::{GetTargets, TargetRow};
pub use order::OrderTargets;
pub use put::PutTarget;
pub use remove::RemoveTarget;
