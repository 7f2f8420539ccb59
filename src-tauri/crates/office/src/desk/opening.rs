//! Opening an office file, whatever state it is in: to be written, only to be looked at, or not before it is rebuilt.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use domain::backup::{Kind, Stamp};
use serde::Serialize;
use store::Start;
use ts_rs::TS;

use super::keeper::Keeper;
use super::trouble::{Trouble, TroubleAction, TroubleCode};
use super::{AtDesk, Desk, Kept};
use crate::check::{CheckFile, FileCheck};
use crate::error::{Error, ErrorCode, Result, file_name};
use crate::opened::OpenedOffice;
use crate::outside::Outside;
use crate::reading::Reading;
use crate::verb::Office;

/// What a file was rebuilt from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Rebuilt {
    pub backup: Stamp,
    /// Times that boxes were keyed since, all of them brought back.
    #[ts(type = "number")]
    pub keyed: usize,
    /// Other deeds since (areas, evenings, documents …) that are to be done again; `null`: not known.
    #[ts(type = "number | null")]
    pub missing: Option<i64>,
    /// Under which name the damaged file is kept.
    pub aside: Option<String>,
}

/// A check that runs beside; none while it runs.
#[derive(Debug, Clone, Default)]
pub(super) struct Beside(Arc<Mutex<Option<Result<FileCheck>>>>);

impl Beside {
    /// Checks all of a file on a thread of its own.
    fn begin(path: &Path, outside: &Arc<dyn Outside>) -> Self {
        let (beside, path, outside) = (Self::default(), path.to_owned(), Arc::clone(outside));
        let found = beside.clone();
        let begun = std::thread::Builder::new().name("check".into()).spawn(move || {
            let checked = Reading::open(&path, outside).and_then(|reading| reading.read(CheckFile {}));
            *found.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(checked);
        });
        if let Err(error) = begun {
            // The next start checks.
            tracing::warn!(%error, "the file could not be checked");
        }
        beside
    }

    fn take(&self) -> Option<Result<FileCheck>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

impl AtDesk {
    pub(super) fn of(opened: OpenedOffice, outside: &Arc<dyn Outside>) -> Self {
        let path = opened.office.path().to_owned();
        // Byte by byte as it was left and checked.
        let beside = (opened.start != Start::Sealed).then(|| Beside::begin(&path, outside));
        let keeper = Kept(Keeper::begin(&path, Arc::clone(outside)));
        let (recovered, unapplied) = (opened.recovered, opened.unapplied);
        Self { office: opened.office, recovered, unapplied, keeper, beside }
    }

    /// Of a file that is only looked at: nothing of it is backed up, least of all what is damaged.
    fn looking(office: Office, outside: &Arc<dyn Outside>) -> Self {
        let keeper = Kept(Keeper::at_rest(office.path(), Arc::clone(outside)));
        Self { office, recovered: 0, unapplied: 0, keeper, beside: None }
    }
}

impl Desk {
    /// Opens an office file; the one open before is closed only once the new one is open. One that is damaged or cannot
    /// be written is opened to be looked at, and the desk's state says so.
    ///
    /// # Errors
    /// As [`Office::open`].
    pub fn open(&self, path: &Path) -> Result<()> {
        let path = store::resolved(path);
        if self.at().as_ref().is_some_and(|at| at.office.path() == path && at.office.writes()) {
            return Ok(());
        }
        let (opened, trouble) = match Office::open(&path, Arc::clone(&self.outside)) {
            Ok(opened) => {
                let findings = opened.office.last_findings()?;
                let unsound = (findings > 0).then(|| Trouble::of(TroubleCode::Unsound, &path).with("count", &findings));
                let (head, _) = opened.office.view().journal_head()?;
                let trouble = Trouble::of_start(&path, opened.start, opened.gap, head)
                    .or(unsound)
                    .or_else(|| Trouble::of_folder(&path, &self.places));
                (Some(AtDesk::of(opened, &self.outside)), trouble)
            }
            Err(error) => {
                let shown = Office::open_reading(&path, Arc::clone(&self.outside)).ok();
                let trouble = Trouble::of_refusal(&path, error.code(), shown.is_some()).ok_or(error)?;
                (shown.map(|office| AtDesk::looking(office, &self.outside)), Some(trouble))
            }
        };
        self.lay(&path, opened, trouble);
        Ok(())
    }

    /// Opens a file that is open elsewhere, or that nobody wants to write to, to be looked at.
    pub(super) fn open_reading(&self, path: &Path) -> Result<()> {
        let path = store::resolved(path);
        let office = Office::open_reading(&path, Arc::clone(&self.outside))?;
        self.lay(&path, Some(AtDesk::looking(office, &self.outside)), None);
        Ok(())
    }

    /// Copies a file that cannot be written to where this computer's offices lie, and opens the copy.
    pub(super) fn open_copy(&self, path: &Path) -> Result<()> {
        let path = store::resolved(path);
        let target = self.places.free_name(&path)?;
        store::copy_whole(&path, &target)?;
        self.open(&target)
    }

    /// Rebuilds the file that the trouble is of.
    pub(super) fn recover(&self, path: &Path) -> Result<()> {
        let path = store::resolved(path);
        let who = {
            let trouble = self.trouble().clone();
            let is_asked = trouble.as_ref().is_some_and(|t| t.path == path && t.action == TroubleAction::Recover);
            if !is_asked {
                return Err(Error::of(ErrorCode::NothingToRecover).with("file", file_name(&path)));
            }
            self.at().as_ref().filter(|at| at.office.path() == path).and_then(|at| at.office.who().map(|w| w.id))
        };
        // Its lock and its log are let go of; without a last backup of what is damaged.
        let before = { self.at().take_if(|at| at.office.path() == path) };
        drop(before);
        let (opened, rebuilt) = match Office::rebuild(&path, who, &self.outside) {
            Ok(rebuilt) => rebuilt,
            Err(error) => {
                // As it was, to be looked at.
                if let Err(error) = self.open(&path) {
                    tracing::warn!(%error, "the file could not be opened again");
                }
                return Err(error);
            }
        };
        let at = AtDesk::of(opened, &self.outside);
        let keeper = at.keeper.clone();
        self.lay(&path, Some(at), None);
        *self.rebuilt.lock().unwrap_or_else(PoisonError::into_inner) = Some(rebuilt);
        // Told on Hôm nay if it comes to nothing.
        let _ = keeper.make(Kind::AfterRestore);
        Ok(())
    }

    /// What was said is understood: not said again of this file.
    pub(super) fn accept_trouble(&self) {
        *self.rebuilt.lock().unwrap_or_else(PoisonError::into_inner) = None;
        let mut trouble = self.trouble();
        let Some(told) = trouble.take_if(|t| t.action == TroubleAction::Accept) else { return };
        if matches!(told.code, TroubleCode::Cloud | TroubleCode::Network) {
            self.places.accept(&told.path);
        } else {
            // One thing at a time: where it lies comes after what it is.
            *trouble = Trouble::of_folder(&told.path, &self.places);
        }
    }

    /// Lays a file on the desk, or only what is to be said of it, and leaves the one before.
    fn lay(&self, path: &Path, opened: Option<AtDesk>, trouble: Option<Trouble>) {
        *self.rebuilt.lock().unwrap_or_else(PoisonError::into_inner) = None;
        *self.trouble() = trouble;
        let Some(mut opened) = opened else { return };
        if let Some(idle) = self.idle {
            opened.office.lock_after(idle);
        }
        if let Ok(uid) = opened.office.view().office_uid() {
            opened.keeper.knows(&self.places, &uid);
        }
        let before = self.at().replace(opened);
        if let Some(before) = before {
            before.leave();
        }
        self.places.remember(path);
    }

    /// What the check beside has found, if it has come to an end: kept, and said if there is something to say.
    pub(super) fn hear_check(&self) {
        let mut at = self.at();
        let Some(at) = at.as_mut() else { return };
        let Some(checked) = at.beside.as_ref().and_then(Beside::take) else { return };
        at.beside = None;
        let path = at.office.path().to_owned();
        let count = match &checked {
            Ok(check) => check.findings.len(),
            Err(error) if error.code() == ErrorCode::FileDamaged => {
                at.office.vouch(false);
                1
            }
            Err(error) => return tracing::warn!(%error, "the file could not be checked"),
        };
        // A file that lacks something says so until somebody writes: the program itself is nobody.
        let lacks = self
            .trouble()
            .as_ref()
            .is_some_and(|t| t.path == path && matches!(t.code, TroubleCode::Behind | TroubleCode::SecretsChanged));
        match &checked {
            Ok(check) if !lacks => at.office.note_check(check),
            _ => {}
        }
        if count > 0 {
            *self.trouble() = Some(Trouble::of(TroubleCode::Unsound, &path).with("count", &count));
        }
    }

    /// A page that is none was met while reading on.
    pub(super) fn met_damage(&self) {
        let Some(path) = self.at().as_mut().map(|at| {
            at.office.vouch(false);
            at.office.path().to_owned()
        }) else {
            return;
        };
        let mut trouble = self.trouble();
        if trouble.as_ref().is_none_or(|t| t.action != TroubleAction::Recover) {
            *trouble = Some(Trouble::of(TroubleCode::Unsound, &path).with("count", &1));
        }
    }

    pub(super) fn told_of_rebuilding(&self) -> Option<Rebuilt> {
        self.rebuilt.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// A file of another name in the usual folder.
    pub(super) fn new_path(&self, name: &str) -> Result<PathBuf> {
        self.places.free_name(Path::new(name))
    }
}
