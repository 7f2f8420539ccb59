//! From a path to a command.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use hyper::Method;
use office::desk::{Desk, JobId, JobState, Picture, Places};
use office::error::{ErrorCode, WireError};
use office::{Error, System};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::answer::{Answer, policy};
use crate::assets;

/// The desk and what is around it.
#[derive(Debug)]
pub(crate) struct Routes {
    desk: Arc<Desk>,
    places: Places,
    ui: PathBuf,
    port: u16,
    policy: String,
}

impl Routes {
    pub(crate) fn new(
        desk: Arc<Desk>,
        places: Places,
        ui: PathBuf,
        port: u16,
    ) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self { desk, places, ui, port, policy: policy()? })
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
            (&Method::POST, ["paper"]) => self.paper(body),
            (&Method::POST, ["picture"]) => Answer::wire(picture(body).and_then(|p| self.desk.save_picture(p))),
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

    /// A paper that was saved earlier, by its name in the open office's folder.
    fn paper(&self, body: &[u8]) -> Answer {
        match self.find_paper(body) {
            Ok(Some((name, bytes))) => {
                let mime = if name.ends_with(".pdf") { "application/pdf" } else { "application/octet-stream" };
                Answer::of(mime, bytes).named("inline", &name)
            }
            Ok(None) => Answer::refused(404, "no such paper"),
            Err(error) => Answer::wire::<()>(Err(error)),
        }
    }

    fn find_paper(&self, body: &[u8]) -> Result<Option<(String, Vec<u8>)>, WireError> {
        let asked = request(body)?;
        let state = self.desk.call("desk", json!({ "do": "state" }))?.answer;
        let (Some(office), Some(name)) = (state["file"]["path"].as_str(), asked["file_name"].as_str()) else {
            return Ok(None);
        };
        // A name alone: whatever leads elsewhere is another name.
        if Path::new(name).file_name() != Some(name.as_ref()) {
            return Ok(None);
        }
        let papers = self.places.papers_of(Path::new(office)).map_err(refusal)?;
        Ok(std::fs::read(papers.join(name)).ok().map(|bytes| (name.to_owned(), bytes)))
    }
}

fn request(body: &[u8]) -> Result<Value, WireError> {
    read(body)
}

fn picture(body: &[u8]) -> Result<Picture, WireError> {
    read(body)
}

fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, WireError> {
    serde_json::from_slice(body).map_err(|e| refusal(Error::of(ErrorCode::BadRequest).with("detail", e)))
}

fn job(id: &str) -> Result<JobId, WireError> {
    id.parse().map(JobId).map_err(|_| refusal(Error::of(ErrorCode::Missing)))
}

fn refusal(error: Error) -> WireError {
    error.on_wire("route", || office::outside::readable_id(&System))
}
