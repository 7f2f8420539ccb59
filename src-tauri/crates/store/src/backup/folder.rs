//! The folder of backups: what is in it, what goes.
//!
//! A backup is two files of one stem, `000123 2024-11-17 20.05.03.db` and `.json`. Nothing else in the folder is
//! touched.

use std::fs::{DirEntry, File, OpenOptions, TryLockError};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset, NaiveDateTime};
use domain::backup::{Fault, Kind, Stamp, kept};

use super::manifest::{FORMAT, Manifest};
use super::verify::{examine, glance};
use crate::error::{Result, StoreError};

pub(super) const COPY: &str = "db";
pub(super) const MANIFEST: &str = "json";
/// What is still being written.
pub(super) const UNFINISHED: &str = ".new";
pub(super) const TIME: &str = "%Y-%m-%d %H.%M.%S";
const LOCK: &str = ".lock";

/// Where an office file's backups lie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folder {
    path: PathBuf,
    /// Numbers go on after this one, even if the folder was emptied.
    after: i64,
}

/// A backup as it lies there, told by its manifest, the copy's size and its first bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Of one that cannot be described: what its name says.
    pub stamp: Stamp,
    /// Of the copy.
    pub path: PathBuf,
    pub manifest: Option<Manifest>,
    /// What is wrong at a glance; whether its bytes are still the same is only known by [`Folder::verify`].
    pub fault: Option<Fault>,
}

impl Folder {
    /// `<stem> - sao lưu`, beside the office file.
    #[must_use]
    pub fn beside(office_file: &Path) -> Self {
        let stem = office_file.file_stem().unwrap_or_default().to_string_lossy();
        Self::at(&office_file.with_file_name(format!("{stem} - sao lưu")))
    }

    /// Any other folder.
    #[must_use]
    pub fn at(path: &Path) -> Self {
        Self { path: path.to_owned(), after: 0 }
    }

    /// A number that was given out before and may have left no trace here: a copy elsewhere bears it.
    #[must_use]
    pub fn after(self, number: i64) -> Self {
        Self { after: number, ..self }
    }

    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Every backup, the latest first. A folder that is not there yet holds none.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn list(&self) -> Result<Vec<Listed>> {
        let mut listed = Vec::new();
        for name in self.names()? {
            if name.ending == MANIFEST {
                listed.push(self.look(&name)?);
            }
        }
        listed.sort_by_key(|l| std::cmp::Reverse(l.stamp.number));
        Ok(listed)
    }

    /// # Errors
    /// As [`Folder::list`].
    pub fn find(&self, number: i64) -> Result<Option<Listed>> {
        Ok(self.list()?.into_iter().find(|l| l.stamp.number == number))
    }

    /// The latest that is sound at a glance.
    ///
    /// # Errors
    /// As [`Folder::list`].
    pub fn latest(&self) -> Result<Option<Manifest>> {
        Ok(self.list()?.into_iter().filter(|l| l.fault.is_none()).find_map(|l| l.manifest))
    }

    /// Reads all of a backup: what it holds, or what is wrong with it.
    ///
    /// # Errors
    /// It cannot be read for a reason that is none of its own.
    pub fn verify(&self, number: i64) -> Result<std::result::Result<Manifest, Fault>> {
        let Some(listed) = self.find(number)? else { return Ok(Err(Fault::Missing)) };
        let Some(manifest) = listed.manifest else { return Ok(Err(listed.fault.unwrap_or(Fault::Undescribed))) };
        Ok(examine(&listed.path, &manifest)?.map(|()| manifest))
    }

    /// Takes away what is no longer kept; the numbers that went. To be called once a newer one counts.
    ///
    /// One with a fault takes no place from a sound one, and goes when its own time is over.
    ///
    /// # Errors
    /// A file cannot be taken away; the others may have gone.
    pub fn thin(&self, now: DateTime<FixedOffset>) -> Result<Vec<i64>> {
        let _held = self.hold()?;
        let all = self.list()?;
        let stamps = |listed: &mut dyn Iterator<Item = &Listed>| listed.map(|l| l.stamp).collect::<Vec<_>>();
        let sound = kept(&stamps(&mut all.iter().filter(|l| l.fault.is_none())), now);
        let any = kept(&stamps(&mut all.iter()), now);
        let mut gone = Vec::new();
        for listed in all.iter().rev() {
            let number = listed.stamp.number;
            let stays = if listed.fault.is_none() { &sound } else { &any };
            if !stays.contains(&number) {
                self.remove(listed)?;
                gone.push(number);
            }
        }
        Ok(gone)
    }

    /// Takes these away at once, whatever keeps them: they hold what was deleted for good. The numbers that went.
    ///
    /// # Errors
    /// A file cannot be taken away; the others may have gone.
    pub fn take_away(&self, numbers: &[i64]) -> Result<Vec<i64>> {
        let _held = self.hold()?;
        let mut gone = Vec::new();
        for listed in self.list()?.iter().filter(|l| numbers.contains(&l.stamp.number)) {
            self.remove(listed)?;
            gone.push(listed.stamp.number);
        }
        Ok(gone)
    }

    /// The manifest first: a copy without one is swept, a manifest without its copy would alarm somebody.
    fn remove(&self, listed: &Listed) -> Result<()> {
        for path in [listed.path.with_extension(MANIFEST), listed.path.clone()] {
            match std::fs::remove_file(&path) {
                Err(error) if error.kind() != ErrorKind::NotFound => return Err(StoreError::io(&path)(error)),
                _ => {}
            }
        }
        Ok(())
    }

    /// Takes away what backups left that came to nothing: unfinished files, copies without a manifest.
    pub(super) fn sweep(&self) -> Result<()> {
        let names = self.names()?;
        for name in &names {
            let described = names.iter().any(|n| n.ending == MANIFEST && n.stem == name.stem);
            if name.is_unfinished() || (name.ending == COPY && !described) {
                let path = self.path.join(&name.whole);
                std::fs::remove_file(&path).map_err(StoreError::io(&path))?;
            }
        }
        Ok(())
    }

    /// The number after all that were ever here and left a trace.
    pub(super) fn next_number(&self) -> Result<i64> {
        Ok(self.names()?.iter().map(|n| n.number).fold(self.after, i64::max) + 1)
    }

    /// Keeps other backups out, of this process and others, until dropped.
    pub(crate) fn hold(&self) -> Result<File> {
        let path = self.path.join(LOCK);
        let file = OpenOptions::new().write(true).create(true).truncate(false).open(&path);
        let file = file.map_err(StoreError::io(&path))?;
        match file.try_lock() {
            Ok(()) => Ok(file),
            Err(TryLockError::WouldBlock) => Err(StoreError::BackupBusy(self.path.clone())),
            Err(TryLockError::Error(error)) => Err(StoreError::io(&path)(error)),
        }
    }

    pub(super) fn stem(stamp: &Stamp) -> String {
        format!("{:06} {}", stamp.number, stamp.at.format(TIME))
    }

    fn look(&self, name: &Name) -> Result<Listed> {
        let path = self.path.join(format!("{}.{COPY}", name.stem));
        let Some(manifest) = self.manifest(name)? else {
            return Ok(Listed { stamp: name.stamp(), path, manifest: None, fault: Some(Fault::Undescribed) });
        };
        if manifest.format > FORMAT {
            return Ok(Listed { stamp: name.stamp(), path, manifest: None, fault: Some(Fault::Newer) });
        }
        let fault = glance(&path, &manifest)?.err();
        Ok(Listed { stamp: manifest.stamp(), path, manifest: Some(manifest), fault })
    }

    /// `None` if it cannot be read as one, or is that of another backup.
    fn manifest(&self, name: &Name) -> Result<Option<Manifest>> {
        let path = self.path.join(&name.whole);
        let bytes = std::fs::read(&path).map_err(StoreError::io(&path))?;
        let manifest: Option<Manifest> = serde_json::from_slice(&bytes).ok();
        Ok(manifest.filter(|m| m.number == name.number))
    }

    fn names(&self) -> Result<Vec<Name>> {
        let entries = match std::fs::read_dir(&self.path) {
            Ok(entries) => entries,
            // Asked for itself: Windows says of a file in its place, too, that nothing was found.
            Err(_) if self.path.is_file() => return Err(StoreError::NotAFolder(self.path.clone())),
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(StoreError::io(&self.path)(error)),
        };
        let entries: Vec<DirEntry> = entries.collect::<std::io::Result<_>>().map_err(StoreError::io(&self.path))?;
        Ok(entries.iter().filter_map(|entry| Name::read(&entry.file_name().to_string_lossy())).collect())
    }
}

/// Left free beside a copy, so that the office file itself can still be written.
const SPARE: u64 = 16 << 20;

/// Asked before anything is written: a disk filled to the brim by a backup would stop the keying.
pub(super) fn enough_room(folder: &Path, size: u64) -> Result<()> {
    // A drive that does not say is found out by writing.
    let Ok(free) = fs4::available_space(folder) else { return Ok(()) };
    enough(size, free).map_err(|needs| StoreError::NoRoom { path: folder.to_owned(), needs, free })
}

/// Bytes that a copy needs, if so many are not free.
fn enough(size: u64, free: u64) -> std::result::Result<(), u64> {
    let needs = size.saturating_add(SPARE);
    if needs <= free { Ok(()) } else { Err(needs) }
}

/// The name of a file of a backup.
#[derive(Debug, PartialEq, Eq)]
struct Name {
    whole: String,
    stem: String,
    number: i64,
    at: NaiveDateTime,
    /// `db`, `json`, or what an unfinished one has after its stem: `db.new`, `db.new-journal`.
    ending: String,
}

impl Name {
    /// `None` for every other file: it is not ours to touch.
    fn read(whole: &str) -> Option<Self> {
        let (number, rest) = whole.split_once(' ')?;
        // One with more digits than any office will ever count to was made by somebody else.
        let is_number = (6..=12).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
        let number: i64 = is_number.then(|| number.parse().ok()).flatten()?;
        // `2024-11-17 20.05.03`, then the ending.
        let at = rest.get(..19)?;
        let ending = rest.get(19..)?.strip_prefix('.')?;
        let known = [COPY, MANIFEST]
            .iter()
            .any(|e| ending == *e || ending.strip_prefix(e).is_some_and(|rest| rest.starts_with(UNFINISHED)));
        let at = NaiveDateTime::parse_from_str(at, TIME).ok()?;
        let stem = whole.strip_suffix(ending)?.strip_suffix('.')?.to_owned();
        known.then(|| Self { whole: whole.to_owned(), stem, number, at, ending: ending.to_owned() })
    }

    fn is_unfinished(&self) -> bool {
        self.ending != COPY && self.ending != MANIFEST
    }

    /// Without its manifest nothing says in which zone its clock ran: ward offices are all in one.
    fn stamp(&self) -> Stamp {
        let zone = FixedOffset::east_opt(7 * 3600);
        let at = zone.and_then(|zone| self.at.and_local_timezone(zone).single());
        Stamp { number: self.number, at: at.unwrap_or_else(|| self.at.and_utc().fixed_offset()), kind: Kind::Automatic }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_leaves_room_for_keying() {
        assert_eq!(enough(1 << 20, 17 << 20), Ok(()));
        assert_eq!(enough(1 << 20, (17 << 20) - 1), Err(17 << 20));
        assert_eq!(enough(u64::MAX, u64::MAX - 1), Err(u64::MAX));
    }

    #[test]
    fn only_names_of_backups_are_read() {
        let name = Name::read("000123 2024-11-17 20.05.03.db.new-journal").expect("a name");
        assert_eq!((name.number, name.stem.as_str()), (123, "000123 2024-11-17 20.05.03"));
        assert!(name.is_unfinished());
        assert_eq!(name.stamp().at.to_rfc3339(), "2024-11-17T20:05:03+07:00");
        assert!(Name::read("1234567 2024-11-17 20.05.03.json").is_some_and(|n| !n.is_unfinished()));
        for other in [
            "000123 2024-11-17 20.05.03.dbx",
            "000123 2024-11-17 20.05.03.xlsx",
            "000123 2024-11-17.db",
            "000123 2024-11-31 20.05.03.db",
            "000123 2024-11-17 20.05.03",
            "12 2024-11-17 20.05.03.db",
            "+00123 2024-11-17 20.05.03.db",
            "000123 2024-11-1ờ 20.05.03.db",
            "Phường Hà Cầu.db",
            ".lock",
        ] {
            assert_eq!(Name::read(other), None, "{other}");
        }
    }
}
