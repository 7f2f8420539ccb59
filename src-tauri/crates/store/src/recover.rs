//! Rebuilding a damaged file (`reliability.md` R4): the newest sound backup, and every box keyed since from the entries
//! file. The damaged file is kept beside it.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::backup::{Folder, Listed, Manifest, examine};
use crate::disk::{rename, sync_folder};
use crate::entries::{Line, read};
use crate::error::{Result, StoreError};
use crate::file::{remove_whole, resolved, with_suffix};
use crate::lock::Lock;
use crate::reader::Reader;
use crate::restore::{Handed, make_ready, unfinished};
use crate::transact::Op;
use crate::writer::{Opened, Writer};

/// A rebuilt file, open, and what it was rebuilt from.
#[derive(Debug)]
pub struct Recovered {
    pub opened: Opened,
    /// The backup it was rebuilt from.
    pub backup: Manifest,
    /// Deeds after the backup that were no keying and are not in the rebuilt file; none if that is not known.
    pub missing: Option<i64>,
    /// Where the damaged file is kept; none if there was none.
    pub aside: Option<PathBuf>,
}

/// A backup to begin with, and what the entries file knows of the time after it.
#[derive(Debug)]
struct Base {
    copy: PathBuf,
    manifest: Manifest,
    /// The last record that is in it, or is no longer of it.
    applied: i64,
    /// Deeds counted when it became the file's state, if that is known.
    writes: Option<i64>,
}

/// Rebuilds a file that cannot be read, or of which deeds are missing. The lock is held throughout.
///
/// # Errors
/// Another writer, no sound backup, no room; the file is then as it was.
pub fn recover(path: &Path, op: &Op<'_>) -> Result<Recovered> {
    let path = resolved(path);
    let mut lock = Lock::take(&path)?;
    let ready = unfinished(&path);
    let made = prepare(&path, &ready, op);
    if made.is_err() {
        remove_whole(&ready);
    }
    let (base, told) = made?;
    let aside = keep_damaged(&path, op)?;
    rename(&ready, &path)?;
    // It was checked in full a moment ago.
    lock.seal()?;
    let opened = Writer::open_locked(&path, lock)?;
    let keyed = i64::try_from(opened.recovered + opened.unapplied).unwrap_or_default();
    let missing = told.zip(base.writes).map(|(told, then)| (told - then - keyed).max(0));
    Ok(Recovered { opened, backup: base.manifest, missing, aside })
}

/// The newest backup that is sound, made ready to be the file; and how many deeds the file was last said to count.
fn prepare(path: &Path, ready: &Path, op: &Op<'_>) -> Result<(Base, Option<i64>)> {
    let (uid, lines) = read(path)?;
    for mut base in candidates(Folder::beside(path).list()?, uid.as_deref(), &lines) {
        // The highest: a file that had lost deeds may have counted on from where it was.
        let told = lines.iter().filter_map(|l| l.mark.as_ref()).map(|m| m.writes).max();
        let handed =
            Handed { applied: base.applied, writes: told.unwrap_or_default(), secrets: None, erased: Vec::new() };
        let sound = match examine(&base.copy, &base.manifest)? {
            Ok(()) => make_ready(&base.copy, &base.manifest.sha256, ready, &handed, op, "recovery"),
            Err(fault) => Err(StoreError::Backup(fault)),
        };
        match sound {
            Ok(_) => {
                base.writes = base.writes.or_else(|| counted(&base.copy));
                return Ok((base, told));
            }
            // The next older one may be better.
            Err(StoreError::Backup(_) | StoreError::Damaged { .. } | StoreError::Foreign(_)) => {}
            Err(error) => return Err(error),
        }
    }
    Err(StoreError::NoBackup(path.to_owned()))
}

/// Backups the file may be rebuilt from, the best first. After an older state was brought back only what was made
/// since is of the file, or the very backup that was brought back.
fn candidates(backups: Vec<Listed>, uid: Option<&str>, lines: &[Line]) -> Vec<Base> {
    let mut sound: Vec<(PathBuf, Manifest)> =
        backups.into_iter().filter(|b| b.fault.is_none()).filter_map(|b| Some((b.path, b.manifest?))).collect();
    // A name taken over from another office's file leaves that one's backups in the folder.
    if let Some(uid) = uid.map(str::to_owned).or_else(|| sound.first().map(|(_, m)| m.uid.clone())) {
        sound.retain(|(_, manifest)| manifest.uid == uid);
    }
    let restore = lines.iter().rposition(|l| l.restored.is_some());
    let mut bases = Vec::new();
    for (copy, manifest) in sound {
        let restored = restore.and_then(|at| Some((at, lines[at].restored.as_ref()?)));
        match restored {
            Some((at, restored)) if manifest.number <= restored.backups => {
                if manifest.sha256 == restored.sha256 {
                    let applied = lines[..at].iter().rev().find_map(|l| l.record.as_ref()).map_or(0, |r| r.number);
                    let writes = lines[at].mark.as_ref().map(|m| m.writes);
                    bases.push(Base { copy, manifest, applied, writes });
                }
            }
            _ => bases.push(Base { copy, applied: manifest.entries_applied, manifest, writes: None }),
        }
    }
    bases
}

/// Deeds a backup counts; none if it is of a program that did not count, or cannot be read.
fn counted(backup: &Path) -> Option<i64> {
    let reader = Reader::open_copy(backup).ok()?;
    let counted = reader.rows().find("SELECT writes FROM file", [], |r| r.get::<_, i64>(0)).ok()??;
    (counted > 0).then_some(counted)
}

/// Keeps the damaged file under a dated name, and leaves nothing at its place that the rebuilt one would take for its
/// own log.
fn keep_damaged(path: &Path, op: &Op<'_>) -> Result<Option<PathBuf>> {
    if !path.exists() {
        for suffix in ["-wal", "-shm", "-journal"] {
            let _ = std::fs::remove_file(with_suffix(path, suffix));
        }
        return Ok(None);
    }
    let aside = free_name(path, op);
    // By a second name for the same bytes: a disk that cannot be read need not be, and one that is full may be.
    for suffix in ["", "-wal", "-journal"] {
        let (from, to) = (with_suffix(path, suffix), with_suffix(&aside, suffix));
        if from.exists() {
            std::fs::hard_link(&from, &to)
                .or_else(|_| std::fs::copy(&from, &to).map(|_| ()))
                .map_err(StoreError::io(&to))?;
        }
    }
    sync_folder(path)?;
    for suffix in ["-wal", "-shm", "-journal"] {
        let log = with_suffix(path, suffix);
        if log.exists() {
            std::fs::remove_file(&log).map_err(StoreError::io(&log))?;
        }
    }
    Ok(Some(aside))
}

/// `Phường Hà Cầu - bị hỏng 2026-11-27 19.30.05.db`.
fn free_name(path: &Path, op: &Op<'_>) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let ending = path.extension().map(|e| format!(".{}", e.to_string_lossy())).unwrap_or_default();
    let at = op.at.format("%Y-%m-%d %H.%M.%S");
    let name = |n: u32| -> OsString {
        let again = if n > 1 { format!(" ({n})") } else { String::new() };
        format!("{stem} - bị hỏng {at}{again}{ending}").into()
    };
    // A thousand within a second are not made.
    let free = (1..1000).map(|n| path.with_file_name(name(n))).find(|p| !p.exists());
    free.unwrap_or_else(|| path.with_file_name(name(1000)))
}
