//! What the window shows before and around its screens.

use std::path::PathBuf;

use serde::Serialize;
use ts_rs::TS;

use super::{BackupBrief, Desk, Rebuilt, Trouble};
use crate::account::{AccountRow, ListAccounts};
use crate::error::{Result, file_name};
use crate::sample;
use crate::verb::Read;

/// The desk as it stands.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct DeskState {
    pub file: Option<OpenFile>,
    /// What is wrong with the open file, or with one that could not be opened.
    pub trouble: Option<Trouble>,
    /// The open file was rebuilt a moment ago.
    pub rebuilt: Option<Rebuilt>,
    /// Backups of the open file.
    pub backup: Option<BackupBrief>,
    /// Who is signed in.
    pub who: Option<AccountRow>,
    /// The screen waits for the PIN of whoever is signed in.
    pub locked: bool,
    /// Seconds without a key after which it will; `null`: nobody is signed in, or without a PIN.
    pub idle_seconds: Option<f64>,
    /// Accounts that may sign in to the open file.
    pub accounts: Vec<AccountRow>,
    /// Files opened lately, the last one first.
    pub recent: Vec<PathBuf>,
    /// Where a new file goes unless another place is chosen.
    pub offices_folder: PathBuf,
    pub samples: Vec<SampleChoice>,
    pub program: Program,
}

/// The program itself, as whoever asks after it is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Program {
    /// `1.2.0`.
    pub version: String,
    /// Where this computer's own choices lie.
    pub settings_folder: PathBuf,
    /// Where the log lies; `null`: this start of the program keeps none.
    pub logs_folder: Option<PathBuf>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OpenFile {
    pub path: PathBuf,
    pub file_name: String,
    /// Begun from a sample: to look around and to practise in.
    pub sample: bool,
    /// Opened to be looked at: every deed is refused.
    pub read_only: bool,
    /// All of it is being checked beside, because it was not closed in peace.
    pub checking: bool,
    /// Boxes keyed before a crash or power cut that opening brought back.
    #[ts(type = "number")]
    pub recovered: usize,
    /// Records of sheets that are not in this file; they are kept beside it.
    #[ts(type = "number")]
    pub unapplied: usize,
}

/// A sample to begin with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SampleChoice {
    pub name: String,
    /// `UBND phường Hà Cầu`.
    pub office: String,
    pub campaign: String,
}

impl Desk {
    pub(super) fn state(&self) -> Result<DeskState> {
        self.hear_check();
        let at = self.at();
        let locked = at.as_ref().is_some_and(|at| at.office.is_locked());
        let idle_seconds = at.as_ref().and_then(|at| at.office.locks_after()).map(|idle| idle.as_secs_f64());
        let (file, who, accounts) = match at.as_ref() {
            Some(at) => {
                let file = OpenFile {
                    path: at.office.path().to_owned(),
                    file_name: file_name(at.office.path()),
                    sample: sample::is_one(&at.office.view())?,
                    read_only: !at.office.writes(),
                    checking: at.beside.is_some(),
                    recovered: at.recovered,
                    unapplied: at.unapplied,
                };
                let accounts = (ListAccounts {}).run(&at.office.view())?;
                (Some(file), at.office.who().map(AccountRow::from), accounts)
            }
            None => (None, None, Vec::new()),
        };
        Ok(DeskState {
            file,
            trouble: self.trouble().clone(),
            rebuilt: self.told_of_rebuilding(),
            backup: at.as_ref().map(|at| at.keeper.brief()),
            who,
            locked,
            idle_seconds,
            accounts,
            recent: self.places.recent(),
            offices_folder: self.places.offices.clone(),
            samples: sample::NAMES
                .iter()
                .filter_map(|name| {
                    let sample = sample::named(name)?;
                    let (office, campaign) = (sample.office_name().to_owned(), sample.campaign_title().to_owned());
                    Some(SampleChoice { name: (*name).to_owned(), office, campaign })
                })
                .collect(),
            program: Program {
                version: env!("CARGO_PKG_VERSION").to_owned(),
                settings_folder: self.places.settings.clone(),
                logs_folder: self.logs.clone(),
            },
        })
    }
}
