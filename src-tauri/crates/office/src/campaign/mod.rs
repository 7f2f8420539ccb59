//! The campaigns of an office file: one is worked on at a time, the others keep what they were.

mod carry;
mod choose;
mod edit;
mod ground;
mod list;
mod start;

pub use choose::ChooseCampaign;
pub use edit::EditCampaign;
pub(crate) use edit::in_order;
pub(crate) use ground::{lay_empty, lay_structure};
pub use list::{CampaignRow, ListCampaigns};
pub use start::{Groundwork, StartCampaign};
pub(crate) use start::{dated, subject_of};
