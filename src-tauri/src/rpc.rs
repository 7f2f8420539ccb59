//! The contract's three shapes as the window's commands: *call*, *bytes*, *job*. The browser twin has
//! the same three over HTTP. None runs on the window's own thread, and what asks the desk waits until the first file is
//! open.

use std::sync::Arc;

use office::desk::{Desk, JobId, JobState, Reply};
use office::error::WireError;
use office::outside::readable_id;
use office::{Error, System};
use serde_json::Value;
use tauri::State;
use tauri::async_runtime::spawn_blocking;
use tauri::ipc::Response;

use crate::start::Opening;

type Answer<T> = Result<T, WireError>;

#[tauri::command]
pub(crate) async fn call(
    desk: State<'_, Arc<Desk>>,
    opening: State<'_, Arc<Opening>>,
    name: String,
    request: Value,
) -> Answer<Reply> {
    let (desk, opening) = (Arc::clone(&desk), Arc::clone(&opening));
    beside("call", move || {
        opening.wait();
        desk.call(&name, request)
    })
    .await
}

/// The bytes alone, not as JSON: a preview of forty pages is several hundred kilobytes.
#[tauri::command]
pub(crate) async fn bytes(
    desk: State<'_, Arc<Desk>>,
    opening: State<'_, Arc<Opening>>,
    name: String,
    request: Value,
) -> Answer<Response> {
    let (desk, opening) = (Arc::clone(&desk), Arc::clone(&opening));
    beside("bytes", move || {
        opening.wait();
        Ok(Response::new(desk.bytes(&name, request)?.bytes))
    })
    .await
}

#[tauri::command]
pub(crate) async fn job_start(
    desk: State<'_, Arc<Desk>>,
    opening: State<'_, Arc<Opening>>,
    name: String,
    request: Value,
) -> Answer<JobId> {
    let (desk, opening) = (Arc::clone(&desk), Arc::clone(&opening));
    beside("job_start", move || {
        opening.wait();
        desk.job_start(&name, request)
    })
    .await
}

#[tauri::command]
pub(crate) async fn job_state(desk: State<'_, Arc<Desk>>, id: JobId) -> Answer<JobState> {
    desk.job_state(id)
}

#[tauri::command]
pub(crate) async fn job_cancel(desk: State<'_, Arc<Desk>>, id: JobId) -> Answer<()> {
    desk.job_cancel(id);
    Ok(())
}

/// Runs blocking work on a thread made for it.
pub(crate) async fn beside<T: Send + 'static>(
    what: &str,
    work: impl FnOnce() -> Answer<T> + Send + 'static,
) -> Answer<T> {
    match spawn_blocking(work).await {
        Ok(answer) => answer,
        Err(error) => Err(internal(what, error)),
    }
}

/// A failure of ours: the cause goes to the log, its id to the window.
pub(crate) fn internal(what: &str, error: impl std::error::Error + Send + Sync + 'static) -> WireError {
    Error::internal(error).on_wire(what, || readable_id(&System))
}
