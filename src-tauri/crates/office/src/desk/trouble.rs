//! What stands in the way of an office file: one sentence, one thing to do. The words are in
//! `assets/text/troubles.vi.json`, one for each code.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde::Serialize;
use store::backup::Folder;
use store::{Gap, Start};
use ts_rs::TS;

use super::folder::{Shared, look};
use super::places::Places;
use crate::error::{ErrorCode, Params, file_name};

domain::codes! {
    /// What is wrong with the file, or with where it lies.
    pub enum TroubleCode {
        /// It was opened to be looked at.
        Damaged,
        /// It cannot even be looked at.
        DamagedShut,
        /// Not where it was: only its backups are there.
        Gone,
        /// Where nothing can be written.
        ReadOnly,
        /// Another program wrote to it, or another copy was put in its place; what the journal vouches for is whole.
        ChangedOutside,
        /// Deeds that were done once are not in it.
        Behind,
        /// Keys, PINs or cursors are not as the program left them.
        SecretsChanged,
        /// The check that ran beside found faults.
        Unsound,
        Cloud,
        Network,
    }
}

/// The one button.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TroubleAction {
    /// `recover`: rebuild it from the newest sound backup and what was keyed since.
    Recover,
    /// `open_copy`: go on with a copy on this computer.
    OpenCopy,
    /// `accept_trouble`: it is understood.
    Accept,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Trouble {
    pub code: TroubleCode,
    pub path: PathBuf,
    /// Values for the words: `file`, `service`, `count`; `backup`: when the newest one was made that is sound at a
    /// glance, RFC 3339, where the file is to be rebuilt.
    pub params: Params,
    pub action: TroubleAction,
}

impl Trouble {
    pub(super) fn of(code: TroubleCode, path: &Path) -> Self {
        use TroubleCode as C;
        let action = match code {
            C::Damaged | C::DamagedShut | C::Gone | C::Behind | C::Unsound => TroubleAction::Recover,
            C::ReadOnly => TroubleAction::OpenCopy,
            C::ChangedOutside | C::SecretsChanged | C::Cloud | C::Network => TroubleAction::Accept,
        };
        let mut params = Params::from([("file".to_owned(), file_name(path))]);
        if action == TroubleAction::Recover
            && let Ok(Some(latest)) = Folder::beside(path).latest()
        {
            params.insert("backup".to_owned(), latest.at.to_rfc3339());
        }
        Self { code, path: path.to_owned(), params, action }
    }

    pub(super) fn with(mut self, name: &str, value: &impl ToString) -> Self {
        self.params.insert(name.to_owned(), value.to_string());
        self
    }

    /// Of a file that was opened for writing; `head`: its last entry.
    pub(super) fn of_start(path: &Path, start: Start, gap: Option<Gap>, head: i64) -> Option<Self> {
        match (gap, start) {
            (Some(Gap::Behind(count)), _) => {
                // Nothing is won by a backup that holds less than the file.
                let latest = store::backup::Folder::beside(path).latest().ok().flatten();
                let action = match latest {
                    Some(backup) if backup.head_seq > head => TroubleAction::Recover,
                    _ => TroubleAction::Accept,
                };
                Some(Self { action, ..Self::of(TroubleCode::Behind, path).with("count", &count) })
            }
            (Some(Gap::Local), _) => Some(Self::of(TroubleCode::SecretsChanged, path)),
            (None, Start::Changed) => Some(Self::of(TroubleCode::ChangedOutside, path)),
            (None, Start::Sealed | Start::Unsealed) => None,
        }
    }

    /// Of a file that could not be opened for writing; `is_shown`: it could be opened to be looked at.
    pub(super) fn of_refusal(path: &Path, refusal: ErrorCode, is_shown: bool) -> Option<Self> {
        let code = match (refusal, is_shown) {
            (ErrorCode::FileDamaged, true) => TroubleCode::Damaged,
            (ErrorCode::FileDamaged, false) => TroubleCode::DamagedShut,
            (ErrorCode::NotAnOfficeFile | ErrorCode::NoFile, false) if has_backups(path) => match refusal {
                ErrorCode::NoFile => TroubleCode::Gone,
                _ => TroubleCode::DamagedShut,
            },
            (ErrorCode::NotWritable, true) => TroubleCode::ReadOnly,
            _ => return None,
        };
        Some(Self::of(code, path))
    }

    /// Of the folder it lies in, unless that was said before on this computer.
    pub(super) fn of_folder(path: &Path, places: &Places) -> Option<Self> {
        let trouble = match look(path)? {
            Shared::Cloud(service) => Self::of(TroubleCode::Cloud, path).with("service", &service),
            Shared::Network => Self::of(TroubleCode::Network, path),
        };
        (!places.accepted().contains(path)).then_some(trouble)
    }
}

/// Backups of an office file lie beside it: what lies in its place, or does not, is the file gone wrong.
fn has_backups(path: &Path) -> bool {
    Folder::beside(path).latest().is_ok_and(|latest| latest.is_some())
}

const ACCEPTED: &str = "folders.json";

impl Places {
    /// Office files that may lie where they lie.
    fn accepted(&self) -> BTreeSet<PathBuf> {
        let noted: BTreeSet<PathBuf> = self.setting(ACCEPTED);
        noted.iter().map(|p| self.found(p)).collect()
    }

    /// Notes that where a file lies was understood. If that cannot be written it is said again.
    pub(super) fn accept(&self, path: &Path) {
        let mut accepted = self.accepted();
        accepted.insert(path.to_owned());
        let noted: BTreeSet<PathBuf> = accepted.iter().map(|p| self.noted(p)).collect();
        if let Err(error) = self.put_setting(ACCEPTED, &noted) {
            tracing::warn!(%error, "where an office file may lie was not noted");
        }
    }
}
