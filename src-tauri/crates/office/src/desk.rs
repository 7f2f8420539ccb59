//! The desk: which office file is open, who sits at it, and the jobs that run beside. Window and browser
//! twin are two doors to the same desk.

mod backups;
mod doors;
mod folder;
mod guide;
mod inspect;
mod jobs;
mod keeper;
mod opening;
mod picture;
mod places;
mod settings;
mod state;
mod trouble;

use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use domain::ids::{AccountId, CampaignId};
use domain::printing::{Batch, Repeat, is_free_of_names};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use crate::contract;
use crate::create::{Beginning, create};
use crate::error::{Error, ErrorCode, Result, WireError};
use crate::outside::{Outside, readable_id};
use crate::printing::RecordPrinting;
use crate::reading::Reading;
use crate::verb::{Made, Office, Progress};

pub(crate) use backups::look_at_copy;
pub use backups::{
    BackupBrief, BackupFailure, BackupRequest, BackupRow, BackupState, LastDeed, RestoreLook, RestoreSide, RestoredBox,
    RestoredSheet, SecondPlace,
};
pub use jobs::{JobId, JobState, SavedFile};
pub use keeper::Keeper;
pub use opening::Rebuilt;
pub use picture::Picture;
pub use places::Places;
pub(crate) use places::papers_beside;
pub use state::{DeskState, OpenFile};
pub use trouble::{Trouble, TroubleAction, TroubleCode};

/// What a call answers: the answer, and the tables it changed, so that a screen reads only those again.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Reply {
    #[ts(type = "unknown")]
    pub answer: Value,
    pub changed: Vec<String>,
    /// The deed's entry in the journal, by which `undo` takes it back.
    #[ts(type = "number | null")]
    pub undo: Option<i64>,
}

/// Requests to the desk itself; each answers with the desk's new state. Crosses the wire as the call
/// `desk`.
#[expect(clippy::large_enum_variant, reason = "one is read for each click; a box would only hide the form")]
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum DeskRequest {
    State,
    /// A new office file. Without a path it lies in the usual folder under the office's name.
    Create {
        path: Option<PathBuf>,
        beginning: Beginning,
    },
    Open {
        path: PathBuf,
    },
    /// To be looked at: one that is open elsewhere.
    OpenReading {
        path: PathBuf,
    },
    /// Goes on with a copy on this computer: of one that cannot be written where it lies.
    OpenCopy {
        path: PathBuf,
    },
    /// Rebuilds the file that the trouble is of, from the newest sound backup and what was keyed since.
    Recover {
        path: PathBuf,
    },
    /// What was said of the file is understood.
    AcceptTrouble,
    Close,
    SignIn {
        account: AccountId,
        pin: String,
    },
    SignOut,
    /// Locks the screen until the PIN is given.
    Lock,
    /// Somebody sits at the screen: a key, a movement of the mouse.
    Stir,
    /// The own PIN: the old one is asked for, unless it is lent. `null` removes it.
    ChangePin {
        old: String,
        new: Option<String>,
    },
    /// An administrator comes in with the code of the unlock sheet.
    UseUnlockCode {
        account: AccountId,
        code: String,
    },
}

/// An open office, and what opening it brought back.
#[derive(Debug)]
struct AtDesk {
    office: Office,
    recovered: usize,
    unapplied: usize,
    keeper: Kept,
    /// The check of the whole file that runs beside, if one is due.
    beside: Option<opening::Beside>,
}

impl AtDesk {
    /// Closes the file, after a last backup of what no backup holds yet. The desk itself is not held meanwhile.
    fn leave(self) {
        self.keeper.leave_and_wait();
    }
}

/// The keeper of a file on the desk; it goes when the file does.
#[derive(Debug)]
struct Kept(keeper::Keeper);

impl Deref for Kept {
    type Target = keeper::Keeper;

    fn deref(&self) -> &keeper::Keeper {
        &self.0
    }
}

impl Drop for Kept {
    fn drop(&mut self) {
        self.0.stop();
    }
}

#[derive(Debug)]
pub struct Desk {
    places: Places,
    outside: Arc<dyn Outside>,
    at: Mutex<Option<AtDesk>>,
    jobs: jobs::Jobs,
    /// Screens are locked after so long, whatever the office says.
    idle: Option<Duration>,
    /// Where the log lies, if there is one.
    logs: Option<PathBuf>,
    trouble: Mutex<Option<Trouble>>,
    rebuilt: Mutex<Option<Rebuilt>>,
    /// Nothing of an earlier version was on this computer at the start.
    fresh: bool,
}

impl Desk {
    #[must_use]
    pub fn new(places: Places, outside: Arc<dyn Outside>) -> Self {
        Self {
            fresh: places.is_new(),
            places,
            outside,
            at: Mutex::default(),
            jobs: jobs::Jobs::default(),
            idle: None,
            logs: None,
            trouble: Mutex::default(),
            rebuilt: Mutex::default(),
        }
    }

    /// Says where the log lies, for whoever is asked to read from it.
    #[must_use]
    pub fn with_logs(self, folder: PathBuf) -> Self {
        Self { logs: Some(folder), ..self }
    }

    /// A question, a deed, or a request to the desk.
    ///
    /// # Errors
    /// A refusal with its code, or an internal failure with the id of its log line.
    pub fn call(&self, name: &str, request: Value) -> std::result::Result<Reply, WireError> {
        let what = format!("call {name}");
        self.guarded(&what, || {
            if name == "desk" {
                let state = self.desk(contract::request_of(request)?)?;
                return Ok(Reply { answer: contract::json(&state)?, changed: Vec::new(), undo: None });
            }
            if name == "backups" {
                let state = self.backups(&contract::request_of(request)?)?;
                return Ok(Reply { answer: contract::json(&state)?, changed: Vec::new(), undo: None });
            }
            if let Some(answer) = self.guide_call(name, &request) {
                return Ok(Reply { answer: answer?, changed: Vec::new(), undo: None });
            }
            if let Some(answer) = self.answer_aside(name, &request) {
                return Ok(Reply { answer: answer?, changed: Vec::new(), undo: None });
            }
            let mut at = self.at();
            let at = opened_mut(&mut at)?;
            let answered = contract::call(&mut at.office, name, request)?;
            if contract::WRITES.contains(&name) {
                at.keeper.heard();
            }
            Ok(Reply {
                answer: answered.answer,
                changed: answered.changed.0.into_iter().collect(),
                undo: answered.undo,
            })
        })
    }

    /// A file for looking at, made now.
    ///
    /// # Errors
    /// As [`Desk::call`].
    pub fn bytes(&self, name: &str, request: Value) -> std::result::Result<Made, WireError> {
        let what = format!("bytes {name}");
        self.guarded(&what, || {
            if let Some(made) = self.guide_bytes(name, &request) {
                return made;
            }
            let (prepared, aside) = self.prepare(name, request)?;
            aside.make(prepared, &mut |_, _| true)
        })
    }

    /// Begins to make a file, which is saved in the office's folder of papers, or to answer a question, in the
    /// background.
    ///
    /// # Errors
    /// A refusal before the work began.
    pub fn job_start(self: &Arc<Self>, name: &str, request: Value) -> std::result::Result<JobId, WireError> {
        if contract::INSPECTS.contains(&name) {
            return self.inspect_start(name, request);
        }
        if let Some(begun) = self.guide_job(name, &request) {
            return begun;
        }
        let what = format!("job {name}");
        let repeat =
            is_free_of_names(&request).then(|| Repeat { command: name.to_owned(), request: request.to_string() });
        let (prepared, aside) = self.guarded(&what, || self.prepare(name, request))?;
        let (id, handle) = self.jobs.begin();
        let desk = Arc::clone(self);
        std::thread::spawn(move || {
            let saved = desk.guarded(&what, || {
                let (made, printed) = aside.make_and_say(prepared, &mut |done, of| handle.progress(done, of))?;
                let saved = desk.save(&aside.path, &made)?;
                desk.record(&aside, &saved, &made, printed, repeat)?;
                Ok(saved)
            });
            handle.finish(saved);
        });
        Ok(id)
    }

    /// # Errors
    /// No such job.
    pub fn job_state(&self, id: JobId) -> std::result::Result<JobState, WireError> {
        self.guarded("job_state", || self.jobs.state(id).ok_or_else(|| Error::of(ErrorCode::Missing)))
    }

    /// Asks a job to stop; it does at its next step.
    pub fn job_cancel(&self, id: JobId) {
        self.jobs.cancel(id);
    }

    /// Keeps what a saved paper is and says, by whoever asked for it. Whoever closed the file meanwhile has the
    /// paper all the same.
    fn record(
        &self,
        aside: &Aside,
        saved: &SavedFile,
        made: &Made,
        printed: Printed,
        repeat: Option<Repeat>,
    ) -> Result<()> {
        let (Some((campaign, batch)), Some(who)) = (printed, aside.who.clone()) else { return Ok(()) };
        let pages = crate::printing::pages(made)?;
        let mut at = self.at();
        match at.as_mut().filter(|a| a.office.path() == aside.path) {
            Some(at) => {
                let file_name = saved.file_name.clone();
                at.office.write_for(&who, RecordPrinting { campaign, file_name, pages, batch, repeat })?;
                at.keeper.heard();
                Ok(())
            }
            None => Ok(()),
        }
    }

    fn save(&self, office: &Path, made: &Made) -> Result<SavedFile> {
        let folder = self.places.papers_of(office)?;
        let path = crate::export::write_file(&folder.join(&made.file_name), &made.bytes)?;
        Ok(SavedFile {
            file_name: crate::error::file_name(&path),
            path,
            mime: made.mime.to_owned(),
            size: made.bytes.len() as u64,
        })
    }

    fn desk(&self, request: DeskRequest) -> Result<DeskState> {
        self.permit(&request)?;
        match request {
            DeskRequest::State => {}
            DeskRequest::Create { path, beginning } => {
                let path = path.map_or_else(|| self.places.new_file(&beginning), Ok)?;
                create(&path, &beginning, &*self.outside)?;
                self.open(&path)?;
            }
            DeskRequest::Open { path } => self.open(&path)?,
            DeskRequest::OpenReading { path } => self.open_reading(&path)?,
            DeskRequest::OpenCopy { path } => self.open_copy(&path)?,
            DeskRequest::Recover { path } => self.recover(&path)?,
            DeskRequest::AcceptTrouble => self.accept_trouble(),
            DeskRequest::Close => self.close(),
            DeskRequest::SignIn { account, pin } => self.sign_in(account, &pin)?,
            DeskRequest::SignOut => self.with_office(Office::sign_out),
            DeskRequest::Lock => self.with_office(Office::lock),
            DeskRequest::Stir => self.with_office(Office::stir),
            DeskRequest::ChangePin { old, new } => self.change_pin(&old, new.as_deref())?,
            DeskRequest::UseUnlockCode { account, code } => self.use_unlock_code(account, &code)?,
        }
        self.state()
    }

    /// Closes the open file. What no backup holds yet is backed up, without holding up whoever closes for long.
    pub fn close(&self) {
        *self.trouble() = None;
        let before = self.at().take();
        if let Some(before) = before {
            before.leave();
        }
    }

    fn prepare(&self, name: &str, request: Value) -> Result<(Box<dyn contract::Prepared>, Aside)> {
        let at = self.at();
        let office = &at.as_ref().ok_or_else(|| Error::of(ErrorCode::NoOfficeOpen))?.office;
        let prepared = contract::prepare(office, name, request)?;
        Ok((prepared, Aside::of(office, &self.outside)))
    }

    fn trouble(&self) -> MutexGuard<'_, Option<Trouble>> {
        // Nothing that can panic runs under it.
        self.trouble.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn at(&self) -> MutexGuard<'_, Option<AtDesk>> {
        // A panic inside a command has closed the office (see `guarded`), so what is behind a poisoned
        // lock is whole.
        self.at.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Runs a command so that neither failure nor panic crosses the contract without its log line.
    fn guarded<T>(&self, what: &str, work: impl FnOnce() -> Result<T>) -> std::result::Result<T, WireError> {
        let error = match std::panic::catch_unwind(std::panic::AssertUnwindSafe(work)) {
            Ok(Ok(answer)) => return Ok(answer),
            Ok(Err(error)) => {
                if error.code() == ErrorCode::FileDamaged {
                    self.met_damage();
                }
                error
            }
            Err(_) => {
                // The hook has logged where. If the office was in hand, its transaction was rolled back;
                // opening the file again sorts out what the entries file has.
                if self.at.is_poisoned() {
                    *self.at() = None;
                    self.at.clear_poison();
                }
                Error::internal(std::io::Error::other("panic"))
            }
        };
        Err(error.on_wire(what, || readable_id(&*self.outside)))
    }
}

fn opened_mut<'a>(at: &'a mut MutexGuard<'_, Option<AtDesk>>) -> Result<&'a mut AtDesk> {
    at.as_mut().ok_or_else(|| Error::of(ErrorCode::NoOfficeOpen))
}

/// What is kept of a paper, and of which campaign it is; none of what is no paper of the print room.
type Printed = Option<(CampaignId, Batch)>;

/// What a file is made from without holding the desk.
struct Aside {
    path: PathBuf,
    who: Option<store::Account>,
    outside: Arc<dyn Outside>,
}

impl Aside {
    fn of(office: &Office, outside: &Arc<dyn Outside>) -> Self {
        Self { path: office.path().to_owned(), who: office.who().cloned(), outside: Arc::clone(outside) }
    }

    fn reading(&self) -> Result<Reading> {
        Ok(Reading::open(&self.path, Arc::clone(&self.outside))?.by(self.who.clone()))
    }

    fn make(&self, prepared: Box<dyn contract::Prepared>, progress: Progress<'_>) -> Result<Made> {
        let reading = self.reading()?;
        prepared.make(&reading.view(), progress)
    }

    /// The file, and what is kept of it in its campaign, from one look at the office.
    fn make_and_say(&self, prepared: Box<dyn contract::Prepared>, progress: Progress<'_>) -> Result<(Made, Printed)> {
        let reading = self.reading()?;
        let view = reading.view();
        let batch = prepared.batch(&view)?;
        let printed = match batch {
            Some(batch) => Some((view.get_campaign()?.id, batch)),
            None => None,
        };
        Ok((prepared.make(&view, progress)?, printed))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outside::System;

    #[test]
    fn a_panic_closes_the_office_only_if_it_was_in_hand() {
        let folder = tempfile::tempdir().expect("a folder");
        let places = Places { offices: folder.path().to_owned(), settings: folder.path().to_owned() };
        let desk = Desk::new(places, Arc::new(System));
        let beginning = Beginning::Sample { name: "ha-cau-2024".into() };
        desk.desk(DeskRequest::Create { path: None, beginning }).expect("a new office");
        let is_open = || desk.state().expect("a state").file.is_some();

        let failed = desk.guarded::<()>("bytes", || panic!("of the test"));
        assert_eq!(failed.map_err(|e| e.code), Err(ErrorCode::Internal));
        assert!(is_open(), "a preview costs nobody their place");

        let failed = desk.guarded::<()>("call", || {
            let _at = desk.at();
            panic!("of the test")
        });
        assert_eq!(failed.map_err(|e| e.code), Err(ErrorCode::Internal));
        assert!(!is_open(), "opening it again sorts out what was under way");
    }
}
