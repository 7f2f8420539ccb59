//! Restore and recovery without a desk, for the command line: the same steps, one after the other.

use std::path::Path;
use std::sync::Arc;

use chrono::TimeDelta;
use domain::account::Permission;
use domain::backup::{HELD_DAYS, Kind, Stamp};
use store::Op;
use store::backup::{Folder, Manifest};

use crate::desk::{Rebuilt, RestoreLook, look_at_copy};
use crate::error::{Error, ErrorCode, Result, file_name};
use crate::opened::OpenedOffice;
use crate::outside::Outside;
use crate::verb::Office;

/// A backup to bring back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    Number(i64),
    /// The state before the last restore.
    BeforeLast,
}

impl Office {
    /// What bringing it back would change.
    ///
    /// # Errors
    /// Nobody may, or it is none that can be relied on.
    pub fn look_at_backup(&self, which: Which) -> Result<RestoreLook> {
        self.permit(Permission::Read)?;
        let (copy, manifest) = self.sound_backup(which)?;
        look_at_copy(&copy, &manifest, Some(self), &self.outside)
    }

    /// Brings it back: the backup that is kept of what was there.
    ///
    /// # Errors
    /// Nobody may, it is none that can be relied on, there is no room. The file is then as it was.
    pub fn bring_back(mut self, which: Which) -> Result<Stamp> {
        let who = self.permit(Permission::Accounts)?;
        self.must_write()?;
        let (copy, manifest) = self.sound_backup(which)?;
        let (path, outside) = (self.path().to_owned(), Arc::clone(&self.outside));
        let folder = Folder::beside(&path);
        let before = folder.make(&path, Kind::BeforeRestore, outside.now())?;
        let ready = self.ready(&copy, &manifest, before.number, who.as_ref())?;
        if let Some(writer) = self.into_writer() {
            writer.put_back(ready).map_err(|kept| kept.error)?;
            folder.make(&path, Kind::AfterRestore, outside.now())?;
        }
        Ok(before.stamp())
    }

    /// Rebuilds a file that cannot be opened, or that lacks what it once held.
    ///
    /// # Errors
    /// There is nothing to rebuild, nothing to rebuild it from, or somebody writes to it.
    pub fn recover(path: &Path, outside: &Arc<dyn Outside>) -> Result<(OpenedOffice, Rebuilt)> {
        let path = store::resolved(path);
        match Self::open(&path, Arc::clone(outside)) {
            Ok(opened) if opened.gap.is_none() && opened.office.last_findings()? == 0 => {
                return Err(Error::of(ErrorCode::NothingToRecover).with("file", file_name(&path)));
            }
            Ok(_) => {}
            Err(error) => match error.code() {
                ErrorCode::FileDamaged | ErrorCode::NotAnOfficeFile | ErrorCode::NoFile => {}
                _ => return Err(error),
            },
        }
        let (opened, rebuilt) = Self::rebuild(&path, None, outside)?;
        // What was rebuilt is there; a backup of it comes by itself when it is next open.
        if let Err(error) = Folder::beside(&path).make(&path, Kind::AfterRestore, outside.now()) {
            tracing::warn!(%error, "no backup of the rebuilt file");
        }
        Ok((opened, rebuilt))
    }

    /// Rebuilds a file, whatever state it is in.
    pub(crate) fn rebuild(
        path: &Path,
        who: Option<domain::ids::AccountId>,
        outside: &Arc<dyn Outside>,
    ) -> Result<(OpenedOffice, Rebuilt)> {
        let op = Op { name: "recover", who, at: outside.now(), why: None };
        let recovered = store::recover(path, &op)?;
        let rebuilt = Rebuilt {
            backup: recovered.backup.stamp(),
            keyed: recovered.opened.recovered,
            missing: recovered.missing,
            aside: recovered.aside.as_deref().map(file_name),
        };
        Ok((Self::opened(recovered.opened, Arc::clone(outside))?, rebuilt))
    }

    /// How much the last full check of the file found.
    pub(crate) fn last_findings(&self) -> Result<i64> {
        Ok(self.view().find_last_check()?.map_or(0, |check| check.findings))
    }

    fn sound_backup(&self, which: Which) -> Result<(std::path::PathBuf, Manifest)> {
        let folder = Folder::beside(self.path());
        let number = match which {
            Which::Number(number) => number,
            Which::BeforeLast => {
                before_last(&folder, self.outside.now())?
                    .ok_or_else(|| Error::of(ErrorCode::NothingToUndo).with("days", HELD_DAYS))?
                    .number
            }
        };
        let manifest = folder.verify(number)?.map_err(store::StoreError::Backup)?;
        let listed = folder.find(number)?.ok_or_else(|| Error::of(ErrorCode::BackupMissing))?;
        Ok((listed.path, manifest))
    }
}

/// The way back from the last restore, as long as it is open.
pub(crate) fn before_last(folder: &Folder, now: chrono::DateTime<chrono::FixedOffset>) -> Result<Option<Stamp>> {
    let held = TimeDelta::days(i64::try_from(HELD_DAYS).unwrap_or(i64::MAX));
    let listed = folder.list()?;
    let last = listed.iter().find(|l| l.stamp.kind == Kind::BeforeRestore && l.fault.is_none());
    Ok(last.map(|l| l.stamp).filter(|stamp| now - stamp.at <= held))
}
