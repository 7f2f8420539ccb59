//! Work in the background: progress, a way to stop, a result.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use crate::error::{ErrorCode, WireError};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(transparent)]
#[ts(type = "number")]
pub struct JobId(pub u32);

/// A file the office now has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SavedFile {
    pub path: PathBuf,
    pub file_name: String,
    pub mime: String,
    /// Bytes.
    #[ts(type = "number")]
    pub size: u64,
}

/// Where a job stands.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum JobState {
    Running {
        #[ts(type = "number")]
        done: usize,
        #[ts(type = "number")]
        of: usize,
    },
    Done {
        file: SavedFile,
    },
    /// Of a question.
    Answered {
        #[ts(type = "unknown")]
        answer: Value,
    },
    Failed {
        error: WireError,
    },
    Cancelled,
}

#[derive(Debug, Default)]
pub(super) struct Jobs(Mutex<BTreeMap<JobId, Arc<Job>>>);

#[derive(Debug)]
struct Job {
    state: Mutex<JobState>,
    stop: AtomicBool,
}

/// The working side of a job.
#[derive(Debug)]
pub(super) struct Handle(Arc<Job>);

/// Finished jobs that are remembered for whoever asks late.
const KEPT: usize = 20;

impl Jobs {
    pub(super) fn begin(&self) -> (JobId, Handle) {
        let mut jobs = self.all();
        let id = JobId(jobs.keys().next_back().map_or(1, |last| last.0 + 1));
        let job =
            Arc::new(Job { state: Mutex::new(JobState::Running { done: 0, of: 0 }), stop: AtomicBool::new(false) });
        jobs.insert(id, Arc::clone(&job));
        let finished: Vec<JobId> =
            jobs.iter().filter(|(_, j)| !matches!(*j.state(), JobState::Running { .. })).map(|(id, _)| *id).collect();
        for old in finished.iter().rev().skip(KEPT) {
            jobs.remove(old);
        }
        (id, Handle(job))
    }

    pub(super) fn state(&self, id: JobId) -> Option<JobState> {
        self.all().get(&id).map(|job| job.state().clone())
    }

    pub(super) fn cancel(&self, id: JobId) {
        if let Some(job) = self.all().get(&id) {
            job.stop.store(true, Ordering::Relaxed);
        }
    }

    fn all(&self) -> MutexGuard<'_, BTreeMap<JobId, Arc<Job>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Job {
    fn state(&self) -> MutexGuard<'_, JobState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Handle {
    /// Notes progress; answers whether to go on.
    pub(super) fn progress(&self, done: usize, of: usize) -> bool {
        *self.0.state() = JobState::Running { done, of };
        !self.0.stop.load(Ordering::Relaxed)
    }

    pub(super) fn finish(&self, result: Result<SavedFile, WireError>) {
        self.end(result.map(|file| JobState::Done { file }));
    }

    pub(super) fn answer(&self, result: Result<Value, WireError>) {
        self.end(result.map(|answer| JobState::Answered { answer }));
    }

    fn end(&self, result: Result<JobState, WireError>) {
        *self.0.state() = match result {
            Ok(state) => state,
            Err(error) if error.code == ErrorCode::Cancelled => JobState::Cancelled,
            Err(error) => JobState::Failed { error },
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_tells_its_progress_and_hears_a_stop() {
        let jobs = Jobs::default();
        let (id, handle) = jobs.begin();
        assert!(handle.progress(1, 3));
        assert!(matches!(jobs.state(id), Some(JobState::Running { done: 1, of: 3 })));
        jobs.cancel(id);
        assert!(!handle.progress(2, 3));
        let error =
            WireError { code: ErrorCode::Cancelled, params: BTreeMap::new(), problems: Vec::new(), log_id: None };
        handle.finish(Err(error));
        assert!(matches!(jobs.state(id), Some(JobState::Cancelled)));
    }

    #[test]
    fn old_results_are_forgotten_and_numbers_never_reused() {
        let jobs = Jobs::default();
        let mut ids = Vec::new();
        for _ in 0..60 {
            let (id, handle) = jobs.begin();
            ids.push(id);
            let error =
                WireError { code: ErrorCode::Cancelled, params: BTreeMap::new(), problems: Vec::new(), log_id: None };
            handle.finish(Err(error));
        }
        ids.dedup();
        assert_eq!(ids.len(), 60);
        assert!(jobs.state(ids[0]).is_none() && jobs.state(ids[59]).is_some());
    }
}
