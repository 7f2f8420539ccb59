//! How backups stand, for the screen and for the line on Hôm nay.

use std::path::PathBuf;

use chrono::{DateTime, FixedOffset};
use domain::backup::{Expiry, Fault, Stamp, expires};
use serde::Serialize;
use store::backup::Listed;
use ts_rs::TS;

use super::SecondPlace;
use super::look::RestoreLook;
use crate::desk::Places;
use crate::desk::keeper::Keeper;
use crate::error::{Result, WireError};
use crate::restoring::before_last;

/// The line on Hôm nay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BackupBrief {
    /// The latest that counts.
    pub last: Option<Stamp>,
    /// Why the latest attempt came to nothing; none once one has counted since.
    pub failure: Option<BackupFailure>,
    /// Something was written that no backup holds yet.
    pub waiting: bool,
    /// One is being made at this moment.
    pub running: bool,
    /// Days have passed without a copy at the second place, or without one having been chosen.
    pub second_due: bool,
    /// Why the latest copy to the second place came to nothing.
    pub second_failure: Option<BackupFailure>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BackupFailure {
    /// RFC 3339.
    pub at: String,
    pub error: WireError,
}

/// All that the screen shows.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct BackupState {
    pub brief: BackupBrief,
    /// Where they lie, beside the office file.
    pub folder: PathBuf,
    /// The latest first.
    pub backups: Vec<BackupRow>,
    pub second: SecondPlace,
    /// The way back from the last restore, while it is open: `undo_restore`.
    pub undo: Option<Stamp>,
    /// What was asked to be looked at.
    pub look: Option<RestoreLook>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BackupRow {
    pub stamp: Stamp,
    /// What is wrong with it, if it cannot be relied on.
    pub fault: Option<Fault>,
    /// When all of it was read since the file was opened, RFC 3339: at its making, or because somebody asked.
    pub checked: Option<String>,
    /// Bytes; unknown of one that is not described.
    #[ts(type = "number | null")]
    pub size: Option<u64>,
    /// `UBND phường Hà Cầu`.
    pub office: Option<String>,
    /// Version of the program that made it.
    pub program: Option<String>,
    /// Sheets that have their code.
    #[ts(type = "number | null")]
    pub sheets: Option<u64>,
    /// Keyed boxes, each keying of a box by itself.
    #[ts(type = "number | null")]
    pub boxes: Option<u64>,
    /// Entries of the journal that it holds.
    #[ts(type = "number | null")]
    pub entries: Option<i64>,
    pub path: PathBuf,
    /// When it goes at the latest.
    pub expires: Expiry,
}

impl BackupState {
    /// Where no file is open.
    pub(super) fn of_no_file(places: &Places) -> Self {
        let brief = BackupBrief {
            last: None,
            failure: None,
            waiting: false,
            running: false,
            second_due: false,
            second_failure: None,
        };
        let second = SecondPlace::of_no_file();
        Self { brief, folder: places.offices.clone(), backups: Vec::new(), second, undo: None, look: None }
    }
}

impl Keeper {
    /// # Errors
    /// The folder of backups cannot be read.
    pub fn state(&self, now: DateTime<FixedOffset>) -> Result<BackupState> {
        let listed = self.folder().list()?;
        let backups = listed.iter().enumerate().map(|(newer, listed)| self.row(listed, newer)).collect();
        let second = self.second_place();
        Ok(BackupState {
            brief: self.brief(),
            folder: self.folder().path().to_owned(),
            second,
            backups,
            undo: before_last(self.folder(), now)?,
            look: None,
        })
    }

    fn row(&self, listed: &Listed, newer: usize) -> BackupRow {
        let (checked, found) = self.checked(listed.stamp.number).unzip();
        let manifest = listed.manifest.as_ref();
        BackupRow {
            stamp: listed.stamp,
            fault: listed.fault.or(found.flatten()),
            checked: checked.map(|at| at.to_rfc3339()),
            size: manifest.map(|m| m.size),
            office: manifest.map(|m| m.office.clone()),
            program: manifest.map(|m| m.program.clone()),
            sheets: manifest.map(|m| m.totals.rows_of("sheet")),
            boxes: manifest.map(|m| m.totals.rows_of("tally")),
            entries: manifest.map(|m| m.head_seq),
            path: listed.path.clone(),
            expires: expires(&listed.stamp, newer),
        }
    }
}
