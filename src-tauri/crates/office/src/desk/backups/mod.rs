//! Backups of the open office file: what there is, making one, the second place. Crosses the wire as the call
//! `backups`, beside `desk`: none of it runs in the office file's own transaction, and nobody keying waits for it.
//!
//! To add a request: its variant in [`BackupRequest`] with its right in [`BackupRequest::needs`], and an arm in
//! [`Desk::backups`].

mod make;
mod state;

use domain::account::Permission;
use serde::Deserialize;
use ts_rs::TS;

use super::Desk;
use crate::error::Result;

pub use state::{BackupBrief, BackupFailure, BackupRow, BackupState};

/// Requests about backups; each answers with how they stand then.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum BackupRequest {
    State,
    /// A backup at once.
    Make,
    /// Reads every byte of one, or of all.
    Verify {
        #[ts(type = "number | null")]
        number: Option<i64>,
    },
}

impl BackupRequest {
    /// The right it needs.
    #[must_use]
    pub fn needs(&self) -> Permission {
        match self {
            Self::State | Self::Make | Self::Verify { .. } => Permission::Read,
        }
    }
}

impl Desk {
    pub(super) fn backups(&self, request: &BackupRequest) -> Result<BackupState> {
        // The desk is let go before the work begins: somebody may be keying.
        let keeper = {
            let mut at = self.at();
            let at = super::opened_mut(&mut at)?;
            at.office.permit(request.needs())?;
            at.keeper.clone()
        };
        match request {
            BackupRequest::State => {}
            BackupRequest::Make => keeper.make_asked()?,
            BackupRequest::Verify { number } => keeper.verify(*number)?,
        }
        keeper.state()
    }
}
