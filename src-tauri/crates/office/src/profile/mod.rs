//! What the office is called on its papers, who signs them, whom teams report to, and the link its flyers
//! lead to.

mod confirm_link;
mod edit;
mod get;

pub use confirm_link::ConfirmLink;
pub use edit::{EditProfile, TypedPerson};
pub use get::{GetProfile, LinkView, Profile};
