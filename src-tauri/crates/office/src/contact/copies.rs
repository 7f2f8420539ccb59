//! What a deletion could not reach: backups made before it, and files that lie beside the office file.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::NaiveDate;
use domain::account::Permission;
use domain::backup::{Expiry, Kind, expires};
use domain::journal::Link;
use serde::{Deserialize, Serialize};
use store::backup::{Folder, Listed};
use store::journal::JournalFilter;
use ts_rs::TS;

use super::{DeleteContacts, DeletePerson};
use crate::desk::papers_beside;
use crate::error::{Error, ErrorCode};
use crate::{Act, Read, Result, View, Write};

/// A backup that may still hold what was deleted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OldCopy {
    #[ts(type = "number")]
    pub number: i64,
    /// RFC 3339.
    pub at: String,
    pub kind: Kind,
    /// When it goes by itself at the latest.
    pub expiry: Expiry,
}

/// What still holds contacts that were deleted, as far as the program can see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OldCopies {
    /// Day of the last deletion; none if nobody was deleted yet.
    pub deleted_on: Option<NaiveDate>,
    /// The latest first.
    pub copies: Vec<OldCopy>,
    /// A sound backup was made since: without one the old ones are not taken away.
    pub has_newer: bool,
    /// Papers that were made before, by their names: whether they name somebody is not looked into.
    pub papers: Vec<String>,
    /// Other states of the office file beside it, as a recovery leaves them.
    pub others: Vec<String>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ListOldCopies {}

impl Read for ListOldCopies {
    type Answer = OldCopies;
    const NAME: &'static str = "list_old_copies";
    const NEEDS: Permission = Permission::SetUp;

    fn run(self, view: &View<'_>) -> Result<OldCopies> {
        let Some(deletion) = view.last_deletion()? else {
            return Ok(OldCopies {
                deleted_on: None,
                copies: vec![],
                has_newer: false,
                papers: vec![],
                others: vec![],
            });
        };
        let path = view.path();
        let Sorted { before, since, ranks } = view.sorted_backups(deletion.seq)?;
        let copies = before.iter().map(|l| OldCopy {
            number: l.stamp.number,
            at: l.stamp.at.to_rfc3339(),
            kind: l.stamp.kind,
            expiry: expires(&l.stamp, ranks.get(&l.stamp.number).copied().unwrap_or_default()),
        });
        Ok(OldCopies {
            deleted_on: deletion.at.get(..10).and_then(|day| day.parse().ok()),
            copies: copies.collect(),
            has_newer: since.iter().any(|l| l.fault.is_none()),
            papers: names_in(&papers_beside(&path)),
            others: others_beside(&path),
        })
    }
}

/// Takes away every backup that may hold what was deleted; nothing brings them back. A newer one that is read through
/// and found sound has to be there.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct DeleteOldCopies {}

impl Write for DeleteOldCopies {
    /// How many backups went.
    type Answer = u32;
    const NAME: &'static str = "delete_old_copies";
    const NEEDS: Permission = Permission::Accounts;

    fn run(self, act: &Act<'_>) -> Result<u32> {
        let view = act.view();
        let Some(deletion) = view.last_deletion()? else { return Ok(0) };
        let folder = Folder::beside(&view.path());
        let Sorted { before, since, .. } = view.sorted_backups(deletion.seq)?;
        if before.is_empty() {
            return Ok(0);
        }
        let mut is_safe = false;
        for listed in since.iter().filter(|l| l.fault.is_none()) {
            is_safe = folder.verify(listed.stamp.number)?.is_ok();
            if is_safe {
                break;
            }
        }
        if !is_safe {
            return Err(Error::of(ErrorCode::NoNewerBackup));
        }
        let numbers: Vec<i64> = before.iter().map(|l| l.stamp.number).collect();
        act.note_copies_taken_away();
        Ok(crate::book::count(folder.take_away(&numbers)?.len()))
    }
}

/// The last entry that deleted somebody.
struct Deletion {
    seq: i64,
    at: String,
}

/// Backups by whether they know of a deletion.
struct Sorted {
    before: Vec<Listed>,
    since: Vec<Listed>,
    /// By number: how many sound ones are newer.
    ranks: BTreeMap<i64, usize>,
}

impl View<'_> {
    fn last_deletion(&self) -> Result<Option<Deletion>> {
        let ops = Some(vec![<DeletePerson as Write>::NAME, <DeleteContacts as Write>::NAME]);
        let last = self.list_journal(&JournalFilter { ops, ..JournalFilter::default() }, None, 1)?.into_iter().next();
        Ok(last.map(|entry| Deletion { seq: entry.seq, at: entry.at }))
    }

    /// A backup knows of the deletion if its journal reached that entry and is still this file's journal: after a
    /// restore there are backups of a past that was given up.
    fn sorted_backups(&self, seq: i64) -> Result<Sorted> {
        let listed = Folder::beside(&self.path()).list()?;
        let mut links: BTreeMap<i64, Link> = BTreeMap::new();
        self.walk_links(&mut |at, link| {
            if at >= seq {
                links.insert(at, link);
            }
            true
        })?;
        let knows = |l: &Listed| {
            l.manifest.as_ref().is_some_and(|m| links.get(&m.head_seq).is_some_and(|link| m.is_head(link)))
        };
        let sound: Vec<i64> = listed.iter().filter(|l| l.fault.is_none()).map(|l| l.stamp.number).collect();
        let ranks =
            listed.iter().map(|l| (l.stamp.number, sound.iter().filter(|n| **n > l.stamp.number).count())).collect();
        let (since, before) = listed.into_iter().partition(knows);
        Ok(Sorted { before, since, ranks })
    }
}

/// Names of the files in a folder, in order; nothing if there is none.
fn names_in(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> =
        entries.filter(|e| e.path().is_file()).map(|e| e.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// Databases beside the office file that bear its name and are not it.
fn others_beside(path: &Path) -> Vec<String> {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let own = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut names = path.parent().map(names_in).unwrap_or_default();
    let is_own =
        |name: &str| name == own || ["-wal", "-shm", ".entries", ".lock"].iter().any(|e| *name == format!("{own}{e}"));
    names.retain(|name| name.starts_with(&stem) && !is_own(name));
    names
}
