//! Bringing a backup back, and taking that back.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use domain::backup::{HELD_DAYS, Kind};
use store::Op;
use store::backup::{Manifest, away};

use super::look::{RestoreLook, look};
use crate::desk::{AtDesk, Desk};
use crate::error::{Error, ErrorCode, Result};
use crate::restoring::before_last;
use crate::verb::Office;

impl Desk {
    /// What bringing this backup back would change.
    pub(super) fn look_at(&self, number: i64) -> Result<RestoreLook> {
        let at = self.at();
        let at = at.as_ref().ok_or_else(|| Error::of(ErrorCode::NoOfficeOpen))?;
        let (copy, manifest) = at.sound(number)?;
        look(&copy, &manifest, Some(&at.office), &self.outside)
    }

    /// Brings a backup beside the file back.
    pub(super) fn restore(&self, number: i64) -> Result<()> {
        self.swap(|at| at.sound(number))
    }

    /// Takes the last bringing back back.
    pub(super) fn undo_restore(&self) -> Result<()> {
        let now = self.outside.now();
        self.swap(|at| {
            let last = before_last(at.keeper.folder(), now)?;
            at.sound(last.ok_or_else(|| Error::of(ErrorCode::NothingToUndo).with("days", HELD_DAYS))?.number)
        })
    }

    /// As [`Self::look_at`], of an encrypted copy from elsewhere.
    pub(super) fn look_at_file(&self, path: &Path, passphrase: &str) -> Result<RestoreLook> {
        // The passphrase takes a second: nobody waits for it.
        let office = self.at().as_ref().map(|at| at.office.path().to_owned());
        let place = self.place_for(office)?;
        let opened = Decrypted::open(path, passphrase, &place)?;
        let at = self.at();
        look(&opened.copy, &opened.manifest, at.as_ref().map(|at| &at.office), &self.outside)
    }

    /// Brings an encrypted copy back; without an open file it becomes a new one in the usual folder.
    pub(super) fn restore_file(&self, path: &Path, passphrase: &str) -> Result<()> {
        let office = self.at().as_ref().map(|at| at.office.path().to_owned());
        let is_open = office.is_some();
        let place = self.place_for(office)?;
        let opened = Decrypted::open(path, passphrase, &place)?;
        if is_open {
            return self.swap(|_| Ok((opened.copy.clone(), opened.manifest.clone())));
        }
        let op = Op { name: "restore", who: None, at: self.outside.now(), why: None };
        store::adopt(&opened.copy, &opened.manifest, &place, &op)?;
        self.open(&place)
    }

    fn place_for(&self, open: Option<PathBuf>) -> Result<PathBuf> {
        match open {
            Some(path) => Ok(path),
            None => self.new_path("Khôi phục.db"),
        }
    }

    /// Swaps the open file for the state of a backup: what is there is kept first. Whoever keys waits: what is keyed
    /// now belongs to one of the two states.
    fn swap(&self, backup: impl FnOnce(&AtDesk) -> Result<(PathBuf, Manifest)>) -> Result<()> {
        let mut guard = self.at();
        let at = crate::desk::opened_mut(&mut guard)?;
        let (copy, manifest) = backup(at)?;
        let who = at.office.who().cloned();
        at.office.must_write()?;
        let before = at.keeper.make(Kind::BeforeRestore)?;
        let ready = at.office.ready(&copy, &manifest, before.number, who.as_ref())?;
        let Some(AtDesk { office, recovered, unapplied, keeper, beside }) = guard.take() else { return Ok(()) };
        let path = office.path().to_owned();
        let Some(writer) = office.into_writer() else { return Ok(()) };
        let (error, writer) = match writer.put_back(ready) {
            Ok(opened) => {
                let at = guard.insert(AtDesk::of(Office::opened(opened, Arc::clone(&self.outside))?, &self.outside));
                let keeper = at.keeper.clone();
                drop(guard);
                *self.trouble() = None;
                // Told on Hôm nay if it comes to nothing; the state itself is there.
                let _ = keeper.make(Kind::AfterRestore);
                return Ok(());
            }
            Err(kept) => (kept.error, kept.writer),
        };
        match writer {
            Some(writer) => {
                let office = Office::go_on(*writer, Arc::clone(&self.outside), who)?;
                *guard = Some(AtDesk { office, recovered, unapplied, keeper, beside });
            }
            None => {
                drop((keeper, beside));
                drop(guard);
                self.open(&path)?;
            }
        }
        Err(error.into())
    }
}

impl AtDesk {
    /// A backup that was read through and found sound.
    fn sound(&self, number: i64) -> Result<(PathBuf, Manifest)> {
        let folder = self.keeper.folder();
        let found = folder.verify(number)?;
        self.keeper.note_checked(number, found.as_ref().err().copied());
        let manifest = found.map_err(store::StoreError::Backup)?;
        let listed = folder.find(number)?.ok_or_else(|| Error::of(ErrorCode::BackupMissing))?;
        Ok((listed.path, manifest))
    }
}

/// What was encrypted, open beside the office file; taken away when it was looked at or brought back.
struct Decrypted {
    copy: PathBuf,
    manifest: Manifest,
}

impl Decrypted {
    fn open(path: &Path, passphrase: &str, office: &Path) -> Result<Self> {
        let copy = store::decrypted(office);
        // Of an earlier one that was ended from outside.
        let _ = std::fs::remove_file(&copy);
        let manifest = away::open(path, passphrase, &copy)?;
        Ok(Self { copy, manifest })
    }
}

impl Drop for Decrypted {
    fn drop(&mut self) {
        // Already gone if it became the office file.
        let _ = std::fs::remove_file(&self.copy);
    }
}
