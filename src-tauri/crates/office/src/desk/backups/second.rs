//! The second place: a folder on another drive, usually a USB stick, to which each good backup is copied encrypted
//! whenever it is there.
//!
//! Which folder it is belongs to the computer: it is kept among the program's settings, by the office file's random
//! name. The keys belong to the office file.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use domain::account::Permission;
use domain::backup::{Stamp, second_place_due};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use store::backup::Manifest;
use store::backup::away::{Keys, Place};
use ts_rs::TS;

use super::BackupFailure;
use crate::desk::keeper::Keeper;
use crate::desk::{Desk, Places, opened_mut};
use crate::error::{Error, ErrorCode, Result, file_name};
use crate::reading::Reading;
use crate::verb::{Act, Write};

/// The second place, as the screen shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SecondPlace {
    /// None: nobody has chosen one on this computer.
    pub folder: Option<PathBuf>,
    /// It can be reached at this moment.
    pub there: bool,
    /// On the drive of the office file: what costs the one costs the other.
    pub same_drive: bool,
    /// Without a passphrase nothing is copied.
    pub has_passphrase: bool,
    /// The latest backup that was copied there.
    pub last: Option<Stamp>,
    /// Copies there now; unknown while it cannot be reached.
    #[ts(type = "number | null")]
    pub copies: Option<usize>,
    /// Days have passed without a copy.
    pub due: bool,
    /// Why the latest copy came to nothing; none once one was made since.
    pub failure: Option<BackupFailure>,
}

impl SecondPlace {
    /// Before there is an office file.
    pub(super) fn of_no_file() -> Self {
        Self {
            folder: None,
            there: false,
            same_drive: false,
            has_passphrase: false,
            last: None,
            copies: None,
            due: false,
            failure: None,
        }
    }
}

/// What the computer remembers of an office file's second place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::desk) struct Chosen {
    pub(in crate::desk) folder: PathBuf,
    pub(in crate::desk) copied: Option<Stamp>,
    /// The highest number that was there when it was chosen: copies of another computer's making.
    #[serde(default)]
    pub(in crate::desk) after: i64,
}

impl Chosen {
    /// Numbers go on after this one: the second place is ordered by them as well.
    pub(in crate::desk) fn last_number(&self) -> i64 {
        self.copied.map_or(0, |c| c.number).max(self.after)
    }
}

/// Letters of a passphrase at the least.
const LEAST: usize = 10;

/// The places of every office file of this computer, by its random name.
#[derive(Debug, Clone)]
pub(in crate::desk) struct SecondPlaces {
    places: Places,
    uid: String,
}

const SECOND: &str = "second-places.json";

impl SecondPlaces {
    pub(in crate::desk) fn of(places: &Places, uid: &str) -> Self {
        Self { places: places.clone(), uid: uid.to_owned() }
    }

    /// What cannot be read is chosen again.
    pub(in crate::desk) fn find(&self) -> Option<Chosen> {
        let chosen = self.all().remove(&self.uid).and_then(|c| serde_json::from_value::<Chosen>(c).ok())?;
        Some(Chosen { folder: self.places.found(&chosen.folder), ..chosen })
    }

    /// Keeps what a newer program has noted of it besides, and of every other file.
    pub(in crate::desk) fn put(&self, chosen: Option<Chosen>) -> Result<()> {
        let mut all = self.all();
        match chosen {
            Some(chosen) => {
                let chosen = Chosen { folder: self.places.noted(&chosen.folder), ..chosen };
                let ours = serde_json::to_value(chosen).map_err(Error::internal)?;
                match (all.get_mut(&self.uid), ours) {
                    (Some(Value::Object(noted)), Value::Object(ours)) => noted.extend(ours),
                    (_, ours) => _ = all.insert(self.uid.clone(), ours),
                }
            }
            None => _ = all.remove(&self.uid),
        }
        self.places.put_setting(SECOND, &all)
    }

    fn all(&self) -> BTreeMap<String, Value> {
        self.places.setting(SECOND)
    }
}

impl Desk {
    /// Chooses the second place, or none.
    pub(super) fn set_second_place(&self, keeper: &Keeper, folder: Option<&Path>) -> Result<()> {
        let places = keeper.second_places().ok_or_else(|| Error::of(ErrorCode::NoOfficeOpen))?;
        let Some(folder) = folder else { return places.put(None) };
        let folder = usable(folder, keeper.office())?;
        let copied = places.find().filter(|c| c.folder == folder).and_then(|c| c.copied);
        let there = Place::new(&folder, keeper.office(), &places.uid).list()?;
        let after = there.first().map_or(0, |away| away.about.number);
        places.put(Some(Chosen { folder, copied, after }))?;
        keeper.forget_second_failure();
        Ok(())
    }

    /// Sets the passphrase of copies made from now on.
    pub(super) fn set_passphrase(&self, keeper: &Keeper, passphrase: &str) -> Result<()> {
        if passphrase.trim().chars().count() < LEAST {
            return Err(Error::of(ErrorCode::PassphraseShort).with("least", LEAST));
        }
        // A second's work: nobody keying waits for it.
        let keys = Keys::new(passphrase)?;
        let mut at = self.at();
        let office = &mut opened_mut(&mut at)?.office;
        if office.path() != keeper.office() {
            // Another file was opened meanwhile: it is not the one that was meant.
            return Err(Error::of(ErrorCode::NoOfficeOpen));
        }
        office.write(KeepBackupKeys::of(keys))?;
        keeper.heard();
        Ok(())
    }
}

/// A folder that is there, can be written, and is not the office file's own.
fn usable(folder: &Path, office: &Path) -> Result<PathBuf> {
    let refused = |code| Error::of(code).with("file", file_name(folder));
    let found = folder.canonicalize().map_err(|_| refused(ErrorCode::SecondPlaceGone))?;
    if !found.is_dir() {
        return Err(refused(ErrorCode::SecondPlaceGone));
    }
    let own = office.parent().and_then(|p| p.canonicalize().ok());
    if own.is_some_and(|own| found.starts_with(own)) {
        return Err(refused(ErrorCode::SecondPlaceInside));
    }
    let trial = found.join(format!(".tung-ngo-{}.new", std::process::id()));
    let written = std::fs::write(&trial, b"");
    // A place that can be written and not tidied is found out by the first copy.
    let _ = std::fs::remove_file(&trial);
    written.map_err(|_| refused(ErrorCode::NotWritable))?;
    // As it was chosen, not as the system spells it: that is what people know it by.
    Ok(folder.to_owned())
}

/// Whether two paths lie on one drive, as far as the system says.
fn same_drive(a: &Path, b: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let drive = |path: &Path| std::fs::metadata(path).ok().map(|m| m.dev());
        drive(a).is_some_and(|d| drive(b) == Some(d))
    }
    #[cfg(not(unix))]
    {
        let drive = |path: &Path| {
            path.canonicalize().ok().and_then(|p| p.components().next().map(|c| c.as_os_str().to_owned()))
        };
        drive(a).is_some_and(|d| drive(b) == Some(d))
    }
}

/// Keeps the keys in the office file. Not of the contract: the passphrase is asked for at the desk.
#[derive(Debug, Deserialize, TS)]
pub(in crate::desk) struct KeepBackupKeys {
    recipient: String,
    sealed: Vec<u8>,
}

impl KeepBackupKeys {
    pub(in crate::desk) fn of(keys: Keys) -> Self {
        Self { recipient: keys.recipient, sealed: keys.sealed }
    }
}

impl Write for KeepBackupKeys {
    type Answer = ();
    const NAME: &'static str = "set_passphrase";
    const NEEDS: Permission = Permission::Accounts;

    fn run(self, act: &Act<'_>) -> Result<()> {
        Ok(act.put_backup_keys(&Keys { recipient: self.recipient, sealed: self.sealed })?)
    }
}

impl Keeper {
    /// Copies the latest backup to the second place now; first makes one of what no backup holds yet.
    ///
    /// # Errors
    /// There is no place or passphrase; there is no new backup; the place cannot be reached or written.
    pub(super) fn copy_now(&self) -> Result<()> {
        let chosen = self.second_places().and_then(|p| p.find());
        let chosen = chosen.ok_or_else(|| Error::of(ErrorCode::SecondPlaceUnset))?;
        let keys = self.find_keys()?.ok_or_else(|| Error::of(ErrorCode::PassphraseUnset))?;
        self.make_what_is_new()?;
        let latest = self.folder().latest()?.ok_or_else(|| Error::of(ErrorCode::BackupMissing))?;
        self.told_of_second(self.copy(&chosen, &keys, &latest))
    }

    /// Copies the latest backup to the second place, if that is there and lacks it. Told on the screen if it comes to
    /// nothing; the backup itself counts all the same.
    pub(in crate::desk) fn copy_if_there(&self) {
        let Some(chosen) = self.second_places().and_then(|p| p.find()).filter(|c| c.folder.is_dir()) else { return };
        let copy = || -> Result<()> {
            let (Some(keys), Some(latest)) = (self.find_keys()?, self.folder().latest()?) else { return Ok(()) };
            match chosen.copied.is_some_and(|c| c.number == latest.number) {
                true => Ok(()),
                false => self.copy(&chosen, &keys, &latest),
            }
        };
        let _ = self.told_of_second(copy());
    }

    /// Copies the latest backup into any folder.
    ///
    /// # Errors
    /// As [`Keeper::copy_now`].
    pub fn copy_to(&self, folder: &Path) -> Result<PathBuf> {
        let keys = self.find_keys()?.ok_or_else(|| Error::of(ErrorCode::PassphraseUnset))?;
        let folder = usable(folder, self.office())?;
        let latest = self.folder().latest()?.ok_or_else(|| Error::of(ErrorCode::BackupMissing))?;
        self.copy_into(&Place::new(&folder, self.office(), &latest.uid), &keys, &latest)
    }

    fn copy(&self, chosen: &Chosen, keys: &Keys, latest: &Manifest) -> Result<()> {
        let gone = || Error::of(ErrorCode::SecondPlaceGone).with("file", chosen.folder.display());
        if !chosen.folder.is_dir() {
            return Err(gone());
        }
        let place = Place::new(&chosen.folder, self.office(), &latest.uid);
        self.copy_into(&place, keys, latest).map_err(|error| match error.code() {
            // It was taken out meanwhile.
            ErrorCode::NoFile => gone(),
            _ => error,
        })?;
        let copied = Chosen { copied: Some(latest.stamp()), ..chosen.clone() };
        self.second_places().map_or(Ok(()), |places| places.put(Some(copied)))?;
        if let Err(error) = place.thin(self.now()) {
            tracing::warn!(%error, "an old copy could not be taken away");
        }
        Ok(())
    }

    fn copy_into(&self, place: &Place, keys: &Keys, latest: &Manifest) -> Result<PathBuf> {
        let _one = self.copying();
        let listed = self.folder().find(latest.number)?.ok_or_else(|| Error::of(ErrorCode::BackupMissing))?;
        Ok(place.copy(&listed.path, latest, keys)?)
    }

    fn find_keys(&self) -> Result<Option<Keys>> {
        Ok(Reading::open(self.office(), self.outside())?.view().find_backup_keys()?)
    }

    /// As the screen shows it.
    pub(in crate::desk) fn second_place(&self) -> SecondPlace {
        let chosen = self.second_places().and_then(|p| p.find());
        let folder = chosen.as_ref().map(|c| c.folder.clone());
        let there = folder.as_ref().is_some_and(|f| f.is_dir());
        let uid = self.second_places().map(|p| p.uid).unwrap_or_default();
        let copies = folder.as_ref().filter(|_| there);
        let copies = copies.and_then(|f| Place::new(f, self.office(), &uid).list().ok()).map(|list| list.len());
        SecondPlace {
            there,
            same_drive: folder.as_ref().is_some_and(|f| same_drive(f, self.office())),
            // A file that cannot be read has other troubles.
            has_passphrase: self.find_keys().ok().flatten().is_some(),
            last: chosen.and_then(|c| c.copied),
            copies,
            due: self.second_place_due(),
            failure: self.second_failure(),
            folder,
        }
    }

    /// Three days without a copy, although there was something to copy.
    pub(in crate::desk) fn second_place_due(&self) -> bool {
        let Some(last) = self.last() else { return false };
        let copied = self.second_places().and_then(|p| p.find()).and_then(|c| c.copied);
        let since = match copied {
            Some(copied) if copied.number == last.number => return false,
            Some(copied) => copied.at,
            None => self.first().unwrap_or(last).at,
        };
        second_place_due(since, self.now())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_newer_program_noted_besides_stays() {
        let folder = tempfile::tempdir().expect("a folder");
        let places = Places { offices: folder.path().to_owned(), settings: folder.path().join("settings") };
        std::fs::create_dir(&places.settings).expect("a folder");
        let file = places.settings.join(SECOND);
        let newer = r#"{"a":{"folder":"USB","copied":null,"every":"day"},"b":{"folders":["USB"]}}"#;
        std::fs::write(&file, newer).expect("it writes");
        let of = |uid| SecondPlaces::of(&places, uid);
        assert_eq!(of("a").find().expect("a place").folder, folder.path().join("USB"));
        assert_eq!(of("b").find(), None, "it is chosen again");
        let other = Chosen { folder: folder.path().join("khác"), copied: None, after: 3 };
        of("a").put(Some(other.clone())).expect("it is kept");
        assert_eq!(of("a").find(), Some(other));
        let now: Value = serde_json::from_slice(&std::fs::read(&file).expect("it is there")).expect("JSON");
        assert_eq!(now["a"]["every"], "day");
        assert_eq!(now["a"]["folder"], "khác");
        assert_eq!(now["b"]["folders"][0], "USB");
    }
}
