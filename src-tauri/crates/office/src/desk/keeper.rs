//! The keeper of an open office file's backups: hears of every write, and makes a backup on a thread of its own
//! when one is due (`reliability.md` R2).
//!
//! It reads the office file by itself and holds nothing that keying needs. When it makes one is `domain::backup`'s;
//! time comes from [`Outside::ticks`], so that a clock that is set changes nothing.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use chrono::{DateTime, FixedOffset};
use domain::backup::{Fault, Kind, Next, Schedule, Stamp};
use store::backup::{Folder, Manifest};

use super::Places;
use super::backups::{BackupBrief, BackupFailure, SecondPlaces};
use crate::error::{Error, Result};
use crate::outside::{Outside, readable_id};
use crate::reading::Reading;

/// Whoever holds one can ask for a backup and how backups stand; the thread ends when the file is closed.
#[derive(Debug, Clone)]
pub struct Keeper(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    office: PathBuf,
    folder: Folder,
    outside: Arc<dyn Outside>,
    /// Held while a backup is made: one after the other.
    making: Mutex<()>,
    /// Held while one is copied to another place.
    copying: Mutex<()>,
    state: Mutex<State>,
    /// Told whenever the state changes.
    changed: Condvar,
}

#[derive(Debug, Default)]
struct State {
    schedule: Schedule,
    running: bool,
    /// The thread has nothing to do before it is told or the time has come.
    asleep: bool,
    /// The file is being closed: what waits is backed up at once, then the thread ends.
    closing: bool,
    ended: bool,
    last: Option<Stamp>,
    /// The oldest when the file was opened.
    first: Option<Stamp>,
    failure: Option<BackupFailure>,
    second_failure: Option<BackupFailure>,
    second_places: Option<SecondPlaces>,
    checked: BTreeMap<i64, (DateTime<FixedOffset>, Option<Fault>)>,
}

/// How long a close waits for the last backup. Whatever is not done then goes on by itself while the program runs;
/// if it ends, the next opening makes it.
const CLOSE_WAITS: Duration = Duration::from_secs(3);

impl Keeper {
    /// For an office file that was just opened. What was written since its last backup waits from now on.
    pub(super) fn begin(office: &Path, outside: Arc<dyn Outside>) -> Self {
        let keeper = Self::of(office, outside, State::default());
        keeper.heard();
        let at_work = keeper.clone();
        if let Err(error) = std::thread::Builder::new().name("backups".into()).spawn(move || at_work.work()) {
            keeper.at_state().ended = true;
            let _: Result<()> = keeper.note(Err(Error::internal(error)));
        }
        keeper
    }

    /// For a file that is only looked at: it has backups, and none is made by itself.
    #[must_use]
    pub fn at_rest(office: &Path, outside: Arc<dyn Outside>) -> Self {
        Self::of(office, outside, State { closing: true, ended: true, ..State::default() })
    }

    fn of(office: &Path, outside: Arc<dyn Outside>, state: State) -> Self {
        let folder = Folder::beside(office);
        // A folder that cannot be read now is told of when a backup is made.
        let sound: Vec<Stamp> =
            folder.list().unwrap_or_default().into_iter().filter(|l| l.fault.is_none()).map(|l| l.stamp).collect();
        let state = State { last: sound.first().copied(), first: sound.last().copied(), ..state };
        Self(Arc::new(Shared {
            office: office.to_owned(),
            folder,
            outside,
            making: Mutex::default(),
            copying: Mutex::default(),
            state: Mutex::new(state),
            changed: Condvar::new(),
        }))
    }

    /// Where this computer remembers the second place of the file of this random name.
    pub(super) fn knows(&self, places: &Places, uid: &str) {
        self.at_state().second_places = Some(SecondPlaces::of(places, uid));
    }

    pub(super) fn folder(&self) -> &Folder {
        &self.0.folder
    }

    pub(super) fn copying(&self) -> MutexGuard<'_, ()> {
        self.0.copying.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn office(&self) -> &Path {
        &self.0.office
    }

    pub(super) fn outside(&self) -> Arc<dyn Outside> {
        Arc::clone(&self.0.outside)
    }

    pub(super) fn now(&self) -> DateTime<FixedOffset> {
        self.0.outside.now()
    }

    pub(super) fn last(&self) -> Option<Stamp> {
        self.at_state().last
    }

    pub(super) fn first(&self) -> Option<Stamp> {
        self.at_state().first
    }

    pub(super) fn second_places(&self) -> Option<SecondPlaces> {
        self.at_state().second_places.clone()
    }

    pub(super) fn second_failure(&self) -> Option<BackupFailure> {
        self.at_state().second_failure.clone()
    }

    pub(super) fn forget_second_failure(&self) {
        self.at_state().second_failure = None;
    }

    /// Keeps why a copy to the second place came to nothing.
    pub(super) fn told_of_second(&self, done: Result<()>) -> Result<()> {
        let failure = done.as_ref().err().map(|error| self.failure("second place", error));
        self.at_state().second_failure = failure;
        done
    }

    fn failure(&self, what: &str, error: &Error) -> BackupFailure {
        let error = error.told(what, || readable_id(&*self.0.outside));
        BackupFailure { at: self.now().to_rfc3339(), error }
    }

    /// Something may have been written.
    pub(super) fn heard(&self) {
        let now = self.0.outside.ticks();
        self.at_state().schedule.changed(now);
        self.0.changed.notify_all();
    }

    /// Makes a backup and thins the older ones; the caller waits.
    ///
    /// # Errors
    /// Why there is no new one.
    pub(super) fn make(&self, kind: Kind) -> Result<Manifest> {
        // Whoever panicked here has left at most unfinished files, which are swept.
        let _one = self.0.making.lock().unwrap_or_else(PoisonError::into_inner);
        self.at_state().schedule.begun();
        self.run(|| self.make_held(kind))
    }

    /// As the thread does when one is due; the caller waits.
    ///
    /// # Errors
    /// As [`Keeper::make`].
    pub(super) fn make_what_is_new(&self) -> Result<()> {
        let _one = self.0.making.lock().unwrap_or_else(PoisonError::into_inner);
        self.at_state().schedule.begun();
        self.run(|| self.make_if_new())
    }

    /// The file is closed: a last backup of what waits, then the thread ends. Waits a little for it.
    pub(super) fn leave_and_wait(&self) {
        self.at_state().closing = true;
        self.0.changed.notify_all();
        let ended = self.0.changed.wait_timeout_while(self.at_state(), CLOSE_WAITS, |s| !s.ended);
        drop(ended);
    }

    /// The thread ends without a last backup.
    pub(super) fn stop(&self) {
        let mut state = self.at_state();
        if !state.closing {
            state.schedule.begun();
            state.closing = true;
        }
        drop(state);
        self.0.changed.notify_all();
    }

    pub(super) fn brief(&self) -> BackupBrief {
        let second_due = self.second_place_due();
        let state = self.at_state();
        BackupBrief {
            last: state.last,
            failure: state.failure.clone(),
            waiting: state.schedule.is_waiting(),
            running: state.running,
            second_due,
            second_failure: state.second_failure.clone(),
        }
    }

    /// When a backup was last read through since the file was opened, and what was found.
    pub(super) fn checked(&self, number: i64) -> Option<(DateTime<FixedOffset>, Option<Fault>)> {
        self.at_state().checked.get(&number).copied()
    }

    pub(super) fn note_checked(&self, number: i64, found: Option<Fault>) {
        let now = self.0.outside.now();
        self.at_state().checked.insert(number, (now, found));
    }

    /// The thread.
    fn work(&self) {
        while self.is_due() {
            let _one = self.0.making.lock().unwrap_or_else(PoisonError::into_inner);
            self.at_state().schedule.begun();
            // Told in the state; the next attempt comes by itself.
            if self.run(|| self.make_if_new()).is_ok() {
                self.copy_if_there();
            }
        }
        self.at_state().ended = true;
        self.0.changed.notify_all();
    }

    /// Waits until a backup is due; `false` once there is nothing more to do.
    fn is_due(&self) -> bool {
        let mut state = self.at_state();
        loop {
            if state.closing {
                // One attempt: a drive that is out keeps nobody at the office.
                return state.schedule.is_waiting() && state.failure.is_none();
            }
            let next = state.schedule.next(self.0.outside.ticks());
            if next == Next::Now {
                state.asleep = false;
                return true;
            }
            if !state.asleep {
                state.asleep = true;
                self.0.changed.notify_all();
            }
            state = match next {
                Next::In(left) => self.0.changed.wait_timeout(state, left).unwrap_or_else(PoisonError::into_inner).0,
                _ => self.0.changed.wait(state).unwrap_or_else(PoisonError::into_inner),
            };
        }
    }

    fn make_if_new(&self) -> Result<()> {
        let reading = Reading::open(&self.0.office, Arc::clone(&self.0.outside))?;
        let (seq, head) = reading.view().journal_head()?;
        drop(reading);
        let latest = self.0.folder.latest()?;
        match latest.filter(|m| m.head_seq == seq && m.is_head(&head)) {
            Some(_) => Ok(()),
            None => self.make_held(Kind::Automatic).map(|_| ()),
        }
    }

    fn make_held(&self, kind: Kind) -> Result<Manifest> {
        let now = self.0.outside.now();
        // Numbers go on, even if somebody emptied the folder: the second place is ordered by them as well.
        let second = self.second_places().and_then(|p| p.find());
        let folder = self.0.folder.clone().after(second.map_or(0, |c| c.last_number()));
        let manifest = folder.make(&self.0.office, kind, now)?;
        let mut state = self.at_state();
        state.last = Some(manifest.stamp());
        state.first = state.first.or(state.last);
        state.checked.insert(manifest.number, (now, None));
        drop(state);
        // Before a restore none goes: it may be the one that is to be brought back.
        if kind != Kind::BeforeRestore
            && let Err(error) = self.0.folder.thin(now)
        {
            // There is one too many until the next.
            tracing::warn!(%error, "an old backup could not be taken away");
        }
        Ok(manifest)
    }

    /// Work whose outcome is shown, whatever happens in it.
    fn run<T>(&self, work: impl FnOnce() -> Result<T>) -> Result<T> {
        self.at_state().running = true;
        let done = catch_unwind(AssertUnwindSafe(work))
            .unwrap_or_else(|_| Err(Error::internal(std::io::Error::other("panic"))));
        self.note(done)
    }

    fn note<T>(&self, done: Result<T>) -> Result<T> {
        let ticks = self.0.outside.ticks();
        let failure = done.as_ref().err().map(|error| self.failure("backup", error));
        let mut state = self.at_state();
        state.running = false;
        match failure {
            None => state.schedule.succeeded(),
            Some(_) => state.schedule.failed(ticks),
        }
        state.failure = failure;
        drop(state);
        self.0.changed.notify_all();
        done
    }

    fn at_state(&self) -> MutexGuard<'_, State> {
        // Nothing that can panic runs under it.
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests;
