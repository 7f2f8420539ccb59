//! Backups of the open office file: what there is, making one, the second place. Crosses the wire as the call
//! `backups`, beside `desk`: none of it runs in the office file's own transaction, and nobody keying waits for it.
//!
//! To add a request: its variant in [`BackupRequest`] with its right in [`BackupRequest::needs`], and an arm in
//! [`Desk::backups`].

mod look;
mod make;
mod restore;
mod second;
mod state;

use std::path::PathBuf;

use domain::account::Permission;
use serde::Deserialize;
use ts_rs::TS;

use super::Desk;
use super::keeper::Keeper;
use crate::error::{Error, ErrorCode, Result};

pub(crate) use look::look as look_at_copy;
pub use look::{LastDeed, RestoreLook, RestoreSide, RestoredBox, RestoredSheet};
pub use second::SecondPlace;
pub(super) use second::SecondPlaces;
#[cfg(test)]
pub(super) use second::{Chosen, KeepBackupKeys};
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
    /// Chooses the folder on another drive to which copies go, or none.
    SetSecondPlace {
        path: Option<PathBuf>,
    },
    /// The passphrase that opens the copies made from now on.
    SetPassphrase {
        passphrase: String,
    },
    /// Copies the latest backup to the second place at once.
    CopyNow,
    /// What bringing this one back would change: in [`BackupState::look`].
    Look {
        #[ts(type = "number")]
        number: i64,
    },
    /// Brings it back. What is there is kept as a backup first.
    Restore {
        #[ts(type = "number")]
        number: i64,
    },
    /// Takes the last bringing back back.
    UndoRestore,
    /// As `look`, of an encrypted copy from elsewhere.
    LookAtFile {
        path: PathBuf,
        passphrase: String,
    },
    /// As `restore`; without an open file it becomes a new one in the usual folder.
    RestoreFile {
        path: PathBuf,
        passphrase: String,
    },
}

impl BackupRequest {
    /// The right it needs.
    #[must_use]
    pub fn needs(&self) -> Permission {
        match self {
            Self::State | Self::Make | Self::CopyNow | Self::Verify { .. } | Self::Look { .. } => Permission::Read,
            // Where copies of everything go, and what opens them.
            Self::SetSecondPlace { .. } | Self::SetPassphrase { .. } => Permission::Accounts,
            // What is encrypted may hold what whoever keys may not see.
            Self::LookAtFile { .. } | Self::Restore { .. } | Self::UndoRestore | Self::RestoreFile { .. } => {
                Permission::Accounts
            }
        }
    }
}

impl Desk {
    pub(super) fn backups(&self, request: &BackupRequest) -> Result<BackupState> {
        let look = match request {
            BackupRequest::Look { number } => {
                self.permitted(request)?;
                Some(self.look_at(*number)?)
            }
            BackupRequest::LookAtFile { path, passphrase } => {
                self.permitted_from_elsewhere(request)?;
                Some(self.look_at_file(path, passphrase)?)
            }
            BackupRequest::Restore { number } => {
                self.permitted(request)?;
                self.restore(*number)?;
                None
            }
            BackupRequest::UndoRestore => {
                self.permitted(request)?;
                self.undo_restore()?;
                None
            }
            BackupRequest::RestoreFile { path, passphrase } => {
                self.permitted_from_elsewhere(request)?;
                self.restore_file(path, passphrase)?;
                None
            }
            BackupRequest::State => {
                self.permitted(request)?;
                None
            }
            BackupRequest::Make => {
                // The desk is let go before the work begins: somebody may be keying.
                self.permitted(request)?.make_asked()?;
                None
            }
            BackupRequest::Verify { number } => {
                self.permitted(request)?.verify(*number)?;
                None
            }
            BackupRequest::SetSecondPlace { path } => {
                self.set_second_place(&self.permitted(request)?, path.as_deref())?;
                None
            }
            BackupRequest::SetPassphrase { passphrase } => {
                self.set_passphrase(&self.permitted(request)?, passphrase)?;
                None
            }
            BackupRequest::CopyNow => {
                self.permitted(request)?.copy_now()?;
                None
            }
        };
        // Another file may lie on the desk now.
        let keeper = self.at().as_ref().map(|at| at.keeper.clone());
        let state = match keeper {
            Some(keeper) => keeper.state(self.outside.now())?,
            None if look.is_some() => BackupState::of_no_file(&self.places),
            None => return Err(Error::of(ErrorCode::NoOfficeOpen)),
        };
        Ok(BackupState { look, ..state })
    }

    /// The open file's keeper, if whoever is signed in may.
    fn permitted(&self, request: &BackupRequest) -> Result<Keeper> {
        let mut at = self.at();
        let at = super::opened_mut(&mut at)?;
        at.office.permit(request.needs())?;
        Ok(at.keeper.clone())
    }

    /// Without an open file the passphrase is right enough: nothing is replaced.
    fn permitted_from_elsewhere(&self, request: &BackupRequest) -> Result<()> {
        match self.at().as_ref() {
            Some(at) => at.office.permit(request.needs()).map(|_| ()),
            None => Ok(()),
        }
    }
}
