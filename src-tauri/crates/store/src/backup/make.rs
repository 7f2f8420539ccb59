//! Making a backup: copied, flushed, read back, and only then given its name and its manifest.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::Path;

use chrono::{DateTime, FixedOffset};
use domain::backup::{Fault, Kind, Stamp};
use rusqlite::OpenFlags;
use rusqlite::backup::{Backup, StepResult};

use super::folder::{COPY, Folder, MANIFEST, UNFINISHED, enough_room};
use super::manifest::{FORMAT, Manifest};
use super::snapshot::Snapshot;
use super::verify::contents;
use crate::disk::{rename, sha256_of, sync_folder};
use crate::error::{Result, StoreError};
use crate::file::{self, with_suffix};

/// Pages copied at a time: a few megabytes.
const STEP: std::ffi::c_int = 1024;

impl Folder {
    /// Makes a backup of an office file, of whatever schema. The file may be open for writing: nobody waits.
    ///
    /// It counts when this returns `Ok`: the copy was flushed, read back, found sound by SQLite, and holds row for
    /// row what the office file held. Otherwise nothing is left of it, and every backup there was is as it was.
    ///
    /// # Errors
    /// The office file cannot be read; the folder cannot be made or written or has no room; another backup is
    /// being made; what was read back is not what was written ([`StoreError::Backup`]).
    pub fn make(&self, office_file: &Path, kind: Kind, at: DateTime<FixedOffset>) -> Result<Manifest> {
        self.prepare()?;
        let _held = self.hold()?;
        self.sweep()?;
        let snapshot = Snapshot::open(office_file)?;
        enough_room(self.path(), snapshot.size().map_err(|e| e.at(office_file))?)?;
        let stamp = Stamp { number: self.next_number()?, at, kind };
        let stem = Folder::stem(&stamp);
        let copy = self.path().join(format!("{stem}.{COPY}"));
        let manifest = self.path().join(format!("{stem}.{MANIFEST}"));
        let made = write_copy(&snapshot, office_file, &with_suffix(&copy, UNFINISHED), stamp).and_then(|made| {
            rename(&with_suffix(&copy, UNFINISHED), &copy)?;
            describe(&made, &with_suffix(&manifest, UNFINISHED))?;
            rename(&with_suffix(&manifest, UNFINISHED), &manifest)?;
            Ok(made)
        });
        if made.is_err() {
            // What cannot be taken away now is swept by the next.
            let _ = self.sweep();
        }
        made
    }

    fn prepare(&self) -> Result<()> {
        // Never the folder around it: that may be a drive that is out.
        match std::fs::create_dir(self.path()) {
            Ok(()) => sync_folder(self.path()),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => match self.path().is_dir() {
                true => Ok(()),
                false => Err(StoreError::NotAFolder(self.path().to_owned())),
            },
            Err(error) => Err(StoreError::io(self.path())(error)),
        }
    }
}

/// Copies, flushes and reads back; what the copy is to be described by.
fn write_copy(snapshot: &Snapshot, office_file: &Path, copy: &Path, stamp: Stamp) -> Result<Manifest> {
    let held = snapshot.contents().map_err(|e| e.at(office_file))?;
    // Made by hand first, for an error that names it.
    OpenOptions::new().write(true).create_new(true).open(copy).map_err(StoreError::io(copy))?;
    copy_pages(snapshot, copy).map_err(|e| e.at(copy))?;
    let file = OpenOptions::new().write(true).open(copy).map_err(StoreError::io(copy))?;
    file.sync_all().map_err(StoreError::io(copy))?;
    drop(file);
    let (size, sha256) = sha256_of(copy)?;
    if contents(copy)?.as_ref() != Some(&held) {
        return Err(StoreError::Backup(Fault::Unsound));
    }
    // What was examined is what was hashed.
    if sha256_of(copy)? != (size, sha256.clone()) {
        return Err(StoreError::Backup(Fault::Changed));
    }
    Ok(Manifest {
        format: FORMAT,
        number: stamp.number,
        kind: stamp.kind,
        at: stamp.at,
        uid: held.uid,
        office: held.office,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        schema: held.schema,
        size,
        sha256,
        head_seq: held.head_seq,
        head: held.head,
        entries_applied: held.entries_applied,
        totals: held.totals,
    })
}

/// The database page by page, as one file that needs no log beside it.
fn copy_pages(snapshot: &Snapshot, copy: &Path) -> Result<()> {
    let mut target = file::open(copy, OpenFlags::default())?;
    // Until the copy is whole it is worth nothing: it is flushed once, at the end.
    target.pragma_update(None, "synchronous", "OFF")?;
    {
        let backup = Backup::new(&snapshot.connection, &mut target)?;
        loop {
            match backup.step(STEP)? {
                StepResult::Done => break,
                StepResult::More => {}
                // The copy is ours alone and the snapshot is taken: nobody can hold either.
                _ => return Err(StoreError::BackupBusy(copy.to_owned())),
            }
        }
    }
    target.pragma_update(None, "journal_mode", "DELETE")?;
    target.close().map_err(|(_, error)| error)?;
    Ok(())
}

fn describe(manifest: &Manifest, path: &Path) -> Result<()> {
    let json = serde_json::to_vec_pretty(manifest).map_err(|e| StoreError::Value(e.to_string()))?;
    let mut file = OpenOptions::new().write(true).create_new(true).open(path).map_err(StoreError::io(path))?;
    file.write_all(&json).and_then(|()| file.sync_all()).map_err(StoreError::io(path))?;
    drop(file);
    let read = std::fs::read(path).map_err(StoreError::io(path))?;
    if read == json { Ok(()) } else { Err(StoreError::Backup(Fault::Undescribed)) }
}
