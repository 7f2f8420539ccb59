//! Papers that were saved, what they say of the schedule, and which are stale.

mod list;
mod now;
mod record;
mod touched;

pub use list::{ListStale, StalePaper};
pub(crate) use record::RecordPrinting;
pub use touched::{GetTouched, Touched, TouchedMember, TouchedPaper};
