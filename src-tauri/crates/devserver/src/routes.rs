//! From a path to a command.

use std::path::PathBuf;
use std::sync::Arc;

use hyper::Method;
use office::desk::{Desk, JobId, JobState};
use office::error::{ErrorCode, WireError};
use office::{Error, System};
use serde_json::Value;

use crate::answer::{Answer, policy};
use crate::assets;

/// The desk and what is around it.
#[derive(Debug)]
pub(crate) struct Routes {
    desk: Arc<Desk>,
    ui: PathBuf,
    port: u16,
    policy: String,
}

impl Routes {
    pub(crate) fn new(
        desk: Arc<Desk>,
        ui: PathBuf,
        port: u16,
    ) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self { desk, ui, port, policy: policy()? })
    }

    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    pub(crate) fn answer(&self, method: &Method, path: &str, body: &[u8]) -> Answer {
        let Some(rpc) = path.strip_prefix("/rpc/") else {
            return match *method {
                Method::GET => assets::answer(&self.ui, path, &self.policy),
                _ => Answer::refused(405, "only GET"),
            };
        };
        let parts: Vec<&str> = rpc.split('/').collect();
        match (method, parts.as_slice()) {
            (&Method::POST, ["call", name]) => Answer::wire(request(body).and_then(|r| self.desk.call(name, r))),
            (&Method::POST, ["bytes", name]) => self.bytes(name, body),
            (&Method::POST, ["job", name]) => Answer::wire(request(body).and_then(|r| self.desk.job_start(name, r))),
            (&Method::GET, ["job", id]) => Answer::wire(job(id).and_then(|id| self.desk.job_state(id))),
            (&Method::POST, ["job", id, "cancel"]) => Answer::wire(job(id).map(|id| self.desk.job_cancel(id))),
            (&Method::GET, ["file", id]) => self.file(id),
            _ => Answer::refused(404, "no such route"),
        }
    }

    fn bytes(&self, name: &str, body: &[u8]) -> Answer {
        match request(body).and_then(|r| self.desk.bytes(name, r)) {
            Ok(made) => Answer::of(made.mime, made.bytes).named("inline", &made.file_name),
            Err(error) => Answer::wire::<()>(Err(error)),
        }
    }

    /// What a finished job made, as a download.
    fn file(&self, id: &str) -> Answer {
        match job(id).and_then(|id| self.desk.job_state(id)) {
            Ok(JobState::Done { file }) => match std::fs::read(&file.path) {
                Ok(bytes) => Answer::of(&file.mime, bytes).named("attachment", &file.file_name),
                Err(_) => Answer::refused(404, "the file is gone"),
            },
            Ok(_) => Answer::refused(409, "the job has not made a file"),
            Err(error) => Answer::wire::<()>(Err(error)),
        }
    }
}

fn request(body: &[u8]) -> Result<Value, WireError> {
    serde_json::from_slice(body).map_err(|e| refusal(Error::of(ErrorCode::BadRequest).with("detail", e)))
}

fn job(id: &str) -> Result<JobId, WireError> {
    id.parse().map(JobId).map_err(|_| refusal(Error::of(ErrorCode::Missing)))
}

fn refusal(error: Error) -> WireError {
    error.on_wire("route", || office::outside::readable_id(&System))
}
