//! What a start opens. A second start raises the first window and hands it its file.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use office::desk::Desk;
use office::error::WireError;
use serde_json::json;
use tauri::{AppHandle, Emitter, Manager, State};

use crate::{places::Home, window};

/// Told to the window when another start has changed what is open.
const DESK_CHANGED: &str = "desk-changed";

/// Why the file a start asked for was not opened, until the window has asked for it.
#[derive(Debug, Default)]
pub(crate) struct Refusal(Mutex<Option<WireError>>);

/// The last refusal, once.
#[tauri::command]
#[expect(clippy::needless_pass_by_value, reason = "so Tauri hands it over")]
pub(crate) fn start_refusal(refusal: State<'_, Refusal>) -> Option<WireError> {
    refusal.0.lock().unwrap_or_else(PoisonError::into_inner).take()
}

/// Opens the file given as an argument, or else the one open last.
pub(crate) fn first(app: &AppHandle) {
    let here = std::env::current_dir().unwrap_or_default();
    let recent = || app.state::<Home>().places.recent().into_iter().next();
    if let Some(path) = file_asked_for(std::env::args_os(), &here).or_else(recent) {
        open(app, &path);
    }
}

/// Another start of the program while this one runs.
#[expect(clippy::needless_pass_by_value, reason = "so the plugin calls it")]
pub(crate) fn again(app: &AppHandle, arguments: Vec<String>, folder: String) {
    window::raise(app);
    let Some(path) = file_asked_for(arguments.into_iter().map(OsString::from), Path::new(&folder)) else { return };
    let app = app.clone();
    // The other start waits for this answer, and so does the window: the file is opened beside.
    std::thread::spawn(move || {
        open(&app, &path);
        if let Err(error) = app.emit(DESK_CHANGED, ()) {
            tracing::error!(%error, "the window was not told of the other file");
        }
    });
}

fn open(app: &AppHandle, path: &Path) {
    let desk = app.state::<Arc<Desk>>();
    let refused = desk.call("desk", json!({ "do": "open", "path": path })).err();
    *app.state::<Refusal>().0.lock().unwrap_or_else(PoisonError::into_inner) = refused;
}

/// The first argument that is no option, as seen from where the program was started.
fn file_asked_for(arguments: impl IntoIterator<Item = OsString>, folder: &Path) -> Option<PathBuf> {
    let mut after_name = arguments.into_iter().skip(1);
    after_name.find(|a| !a.is_empty() && !a.to_string_lossy().starts_with('-')).map(|file| folder.join(file))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(arguments: &[&str]) -> Option<PathBuf> {
        file_asked_for(arguments.iter().map(OsString::from), Path::new("/nhà"))
    }

    #[test]
    fn a_file_is_seen_from_where_the_program_was_started() {
        assert_eq!(asked(&["tung-ngo-desktop", "Hà Cầu.db"]), Some(PathBuf::from("/nhà/Hà Cầu.db")));
        assert_eq!(asked(&["tung-ngo-desktop", "/khác/a.db"]), Some(PathBuf::from("/khác/a.db")));
    }

    #[test]
    fn options_and_nothing_are_no_file() {
        assert_eq!(asked(&["tung-ngo-desktop"]), None);
        assert_eq!(asked(&["tung-ngo-desktop", "--flag", "a.db"]), Some(PathBuf::from("/nhà/a.db")));
        assert_eq!(asked(&[]), None);
    }
}
