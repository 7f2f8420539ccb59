//! Approving an evening, or an area's own report: its sheets are locked, and nobody edits it until somebody
//! who may approve opens it again with a reason.

mod approve;
mod list;
mod lock;
mod reopen;
mod standing;

pub use approve::{ApproveEvening, ApproveSelfReport};
pub use list::{ApprovalEvening, Approved, Counts, Evenings, ListEvenings, ObstacleRow, SelfReportRow};
pub use reopen::{ReopenEvening, ReopenSelfReport};

use chrono::DateTime;
use domain::approval::{Approval, Scope};

use crate::{Result, View};

impl View<'_> {
    pub(crate) fn find_approval(&self, scope: Scope) -> Result<Option<Approval>> {
        Ok(self.list_approvals(self.get_campaign()?.id)?.into_iter().find(|a| a.scope == scope))
    }
}

/// `20:15 ngày 17/11/2024`, from RFC 3339.
fn at_words(at: &str) -> String {
    DateTime::parse_from_rfc3339(at).map_or_else(|_| at.to_owned(), |at| at.format("%H:%M ngày %d/%m/%Y").to_string())
}
