//! Opening an office file: to be written, to be looked at; and giving it up to be swapped.

use std::path::Path;
use std::sync::Arc;

use domain::account::Permission;
use domain::backup::Kind;
use store::backup::{Folder, Manifest};
use store::{Account, Gap, Op, Reader, Start, StoreError, Writer};

use crate::account::door::Door;
use crate::check::FileCheck;
use crate::error::Result;
use crate::hand::Hand;
use crate::memory::Memory;
use crate::outside::Outside;
use crate::verb::Office;

/// An opened office, and what opening brought back.
#[derive(Debug)]
pub struct OpenedOffice {
    pub office: Office,
    /// Keyed boxes that only the entries file had.
    pub recovered: usize,
    /// Records whose sheet is not in the file.
    pub unapplied: usize,
    /// How the file was found.
    pub start: Start,
    /// What was written once and is not there.
    pub gap: Option<Gap>,
}

impl Office {
    /// Opens a file for writing, one of an older program too: a copy of it is kept first. While no account has a PIN,
    /// its administrator is signed in.
    ///
    /// # Errors
    /// No file, another writer, a foreign, newer or damaged file.
    pub fn open(path: &Path, outside: Arc<dyn Outside>) -> Result<OpenedOffice> {
        let opened = match Writer::open(path) {
            Err(StoreError::Older { .. }) => store::upgrade(path, outside.now())?,
            opened => opened?,
        };
        if let Some(backups) = opened.restored {
            back_up_restored(opened.writer.path(), backups, &*outside);
        }
        Self::opened(opened, outside)
    }

    /// With a file that the store has just opened.
    pub(crate) fn opened(opened: store::Opened, outside: Arc<dyn Outside>) -> Result<OpenedOffice> {
        let office = Self::with(Hand::Writes(Box::new(opened.writer)), outside)?;
        let (recovered, unapplied) = (opened.recovered, opened.unapplied);
        Ok(OpenedOffice { office, recovered, unapplied, start: opened.start, gap: opened.gap })
    }

    /// Opens a file to be looked at: damaged as it may be, or where nothing can be written. Not a byte of it or
    /// beside it is touched; every deed is refused.
    ///
    /// # Errors
    /// No file, a foreign or newer one, or one of which nothing can be read.
    pub fn open_reading(path: &Path, outside: Arc<dyn Outside>) -> Result<Self> {
        let reader = Reader::open_copy(path)?;
        Self::with(Hand::Reads(Box::new(reader)), outside)
    }

    fn with(writer: Hand, outside: Arc<dyn Outside>) -> Result<Self> {
        let door = Door::of(writer.rows(), &*outside);
        let mut office = Self { writer, outside, who: None, door, memory: Memory::default() };
        let accounts = office.writer.rows().list_accounts()?;
        if accounts.iter().all(|a| !a.active || !a.has_pin) {
            office.who = accounts.into_iter().find(|a| a.active && a.role.may(Permission::Accounts));
        }
        Ok(office)
    }

    /// Notes what a full check found; a file that is only read keeps nothing.
    pub(crate) fn note_check(&mut self, check: &FileCheck) {
        let op = Op { name: "check_file", who: None, at: self.outside.now(), why: None };
        let findings = i64::try_from(check.findings.len()).unwrap_or(i64::MAX);
        self.vouch(findings == 0);
        if self.writes()
            && let Err(error) = self.writer.transact(&op, |tx| tx.put_last_check(check.entries, findings))
        {
            tracing::warn!(%error, "a check could not be noted");
        }
    }

    /// Gives the file itself up, to be swapped; none of one that is only read.
    pub(crate) fn into_writer(self) -> Option<Writer> {
        match self.writer {
            Hand::Writes(writer) => Some(*writer),
            Hand::Reads(_) => None,
        }
    }

    /// Goes on with a file that was not swapped, with whoever was signed in.
    pub(crate) fn go_on(writer: Writer, outside: Arc<dyn Outside>, who: Option<Account>) -> Result<Self> {
        let mut office = Self::with(Hand::Writes(Box::new(writer)), outside)?;
        office.set_who(who);
        Ok(office)
    }

    /// Makes a backup's state ready to be swapped in.
    pub(crate) fn ready(
        &mut self,
        copy: &Path,
        manifest: &Manifest,
        backups: i64,
        who: Option<&Account>,
    ) -> Result<store::Ready> {
        let op = Op { name: "restore", who: who.map(|w| w.id), at: self.outside.now(), why: None };
        Ok(self.writer.writer()?.ready(copy, manifest, backups, &op)?)
    }

    /// The whole file was found sound, or something in it was not.
    pub(crate) fn vouch(&mut self, sound: bool) {
        if let Ok(writer) = self.writer.writer() {
            writer.vouch(sound);
        }
    }

    /// # Errors
    /// The file is only read.
    pub(crate) fn must_write(&mut self) -> Result<()> {
        Ok(self.writer.writer().map(|_| ())?)
    }

    /// Whether deeds can be done.
    #[must_use]
    pub fn writes(&self) -> bool {
        self.writer.writes()
    }
}

/// The backup that follows a restore, if the program ended before it was made: without it the backups of the state that
/// was replaced would speak against the journal.
fn back_up_restored(path: &Path, backups: i64, outside: &dyn Outside) {
    let folder = Folder::beside(path);
    let made = folder.latest().and_then(|latest| match latest.filter(|m| m.number > backups) {
        Some(_) => Ok(()),
        None => folder.make(path, Kind::AfterRestore, outside.now()).map(|_| ()),
    });
    if let Err(error) = made {
        // The next opening tries again; until then the check names backups that are none of the journal's.
        tracing::warn!(%error, "no backup of the state that was brought back");
    }
}
