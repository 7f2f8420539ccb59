//! The second place: a folder on another drive that holds encrypted copies.

use std::fs::DirEntry;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};
use domain::backup::{Fault, Stamp, kept};

use super::keys::Keys;
use super::pack::{about, pack, read_back};
use super::{About, ENDING};
use crate::backup::folder::{TIME, UNFINISHED, enough_room};
use crate::backup::manifest::Manifest;
use crate::disk::rename;
use crate::error::{Result, StoreError};
use crate::file::with_suffix;

/// A folder for copies of one office file; it may hold other things.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    folder: PathBuf,
    /// Copies are called after the office file.
    stem: String,
    uid: String,
}

/// A copy at the second place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Away {
    pub path: PathBuf,
    pub about: About,
}

impl Place {
    #[must_use]
    pub fn new(folder: &Path, office_file: &Path, uid: &str) -> Self {
        let stem = office_file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        Self { folder: folder.to_owned(), stem, uid: uid.to_owned() }
    }

    /// Copies a backup there, encrypted, and reads it back. Nothing is left of one that came to nothing.
    ///
    /// # Errors
    /// The place is not there, cannot be written or has no room; what was read back is not what was written.
    pub fn copy(&self, copy: &Path, manifest: &Manifest, keys: &Keys) -> Result<PathBuf> {
        self.sweep()?;
        enough_room(&self.folder, manifest.size)?;
        let target = self.free_name(manifest)?;
        let unfinished = with_suffix(&target, UNFINISHED);
        let made = pack(copy, manifest, keys, &unfinished).and_then(|_| rename(&unfinished, &target));
        match made {
            Ok(()) => Ok(target),
            Err(error) => {
                // A drive that is out takes it along; the next sweeps it.
                let _ = std::fs::remove_file(&unfinished);
                Err(error)
            }
        }
    }

    /// Copies of this office file, the latest first. What cannot be read is none of ours to judge.
    ///
    /// # Errors
    /// The place is not there or cannot be read.
    pub fn list(&self) -> Result<Vec<Away>> {
        let mut found = Vec::new();
        for name in self.names()? {
            let path = self.folder.join(&name);
            if path.extension().is_some_and(|e| e == ENDING)
                && let Ok(about) = about(&path)?
                && about.uid == self.uid
            {
                found.push(Away { path, about });
            }
        }
        found.sort_by_key(|a| std::cmp::Reverse((a.about.number, a.about.at)));
        Ok(found)
    }

    /// Reads all of a copy there, as far as that goes without the passphrase.
    ///
    /// # Errors
    /// It cannot be read for a reason that is none of its own.
    pub fn verify(&self, away: &Away) -> Result<std::result::Result<About, Fault>> {
        read_back(&away.path)
    }

    /// Takes away what is no longer kept; how many went. To be called once a newer one is there.
    ///
    /// # Errors
    /// One cannot be taken away.
    pub fn thin(&self, now: DateTime<FixedOffset>) -> Result<usize> {
        let all = self.list()?;
        let stamps: Vec<Stamp> = all.iter().map(|a| a.about.stamp()).collect();
        let kept = kept(&stamps, now);
        let old: Vec<&Away> = all.iter().filter(|a| !kept.contains(&a.about.number)).collect();
        for away in &old {
            std::fs::remove_file(&away.path).map_err(StoreError::io(&away.path))?;
        }
        Ok(old.len())
    }

    /// `Phường Hà Cầu 2024-11-17 20.05.03.tungngo`; with a number behind it where a clock that was set back says the
    /// same second once more: no copy takes another's place.
    fn free_name(&self, manifest: &Manifest) -> Result<PathBuf> {
        let name = |n: u32| {
            let more = if n == 1 { String::new() } else { format!(" ({n})") };
            self.folder.join(format!("{} {}{more}.{ENDING}", self.stem, manifest.at.format(TIME)))
        };
        (1..100).map(name).find(|path| !path.exists()).ok_or_else(|| StoreError::FileExists(name(1)))
    }

    /// Takes away unfinished copies of this office file.
    fn sweep(&self) -> Result<()> {
        for name in self.names()? {
            if name.starts_with(&format!("{} ", self.stem)) && name.ends_with(&format!(".{ENDING}{UNFINISHED}")) {
                let path = self.folder.join(name);
                std::fs::remove_file(&path).map_err(StoreError::io(&path))?;
            }
        }
        Ok(())
    }

    fn names(&self) -> Result<Vec<String>> {
        let entries = std::fs::read_dir(&self.folder).map_err(|error| match error.kind() {
            // A file in its place; Wine calls the name of what would lie in it wrong.
            ErrorKind::NotADirectory | ErrorKind::InvalidFilename => StoreError::NoFile(self.folder.clone()),
            _ => StoreError::io(&self.folder)(error),
        })?;
        let entries: Vec<DirEntry> = entries.collect::<std::io::Result<_>>().map_err(StoreError::io(&self.folder))?;
        Ok(entries.iter().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect())
    }
}
