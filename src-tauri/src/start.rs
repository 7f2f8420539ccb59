//! What a start opens. A second start raises the first window and hands it its file.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use office::desk::Desk;
use office::error::WireError;
use serde_json::json;
use tauri::{AppHandle, Emitter, Manager};

use crate::places::Home;
use crate::rpc::beside;
use crate::window;

/// Told to the window when another start asks for a file.
const FILE_ASKED: &str = "file-asked";

/// A file that a start asked for and that is not open yet. The window takes it over: it brings to disk
/// what is being typed before it opens another file, and it has the words when that is refused.
#[derive(Debug, Default)]
pub(crate) struct Asked(Mutex<Option<PathBuf>>);

impl Asked {
    fn put(&self, path: PathBuf) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(path);
    }

    fn take(&self) -> Option<PathBuf> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

/// The opening of the first file, which goes on while the window is made. Whatever the page asks of the desk waits for
/// its end.
#[derive(Debug, Default)]
pub(crate) struct Opening(OnceLock<()>);

impl Opening {
    pub(crate) fn wait(&self) {
        self.0.wait();
    }
}

/// Ends the opening, also if it panicked.
struct Ends(Arc<Opening>);

impl Drop for Ends {
    fn drop(&mut self) {
        // Once is enough.
        let _ = self.0.0.set(());
    }
}

/// The file asked for, once.
#[tauri::command]
pub(crate) async fn take_asked_file(app: AppHandle) -> Result<Option<PathBuf>, WireError> {
    beside("take_asked_file", move || {
        app.state::<Arc<Opening>>().wait();
        Ok(app.state::<Asked>().take())
    })
    .await
}

/// Begins to open the file given as an argument, or else the one open last.
pub(crate) fn first(app: &AppHandle) {
    let ends = Ends(Arc::clone(&app.state::<Arc<Opening>>()));
    let here = std::env::current_dir().unwrap_or_default();
    let recent = || app.state::<Home>().places.recent().into_iter().next();
    let Some(path) = file_asked_for(std::env::args_os(), &here).or_else(recent) else { return };
    let (for_it, its_path) = (app.clone(), path.clone());
    let begun = std::thread::Builder::new().name("open".into()).spawn(move || {
        let _ends = ends;
        open(&for_it, its_path);
    });
    if let Err(error) = begun {
        tracing::warn!(%error, "the file is not opened beside the window");
        app.state::<Asked>().put(path);
    }
}

fn open(app: &AppHandle, path: PathBuf) {
    if app.state::<Arc<Desk>>().call("desk", json!({ "do": "open", "path": path })).is_err() {
        // The window asks again and says why not.
        return app.state::<Asked>().put(path);
    }
    tracing::info!("the office file is open");
}

/// Another start of the program while this one runs.
#[expect(clippy::needless_pass_by_value, reason = "so the plugin calls it")]
pub(crate) fn again(app: &AppHandle, arguments: Vec<String>, folder: String) {
    window::raise(app);
    let Some(path) = file_asked_for(arguments.into_iter().map(OsString::from), Path::new(&folder)) else { return };
    app.state::<Asked>().put(path);
    if let Err(error) = app.emit(FILE_ASKED, ()) {
        tracing::error!(%error, "the window was not told of the other file");
    }
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
    fn whoever_waits_for_the_opening_goes_on_even_after_a_panic() {
        let opening = Arc::new(Opening::default());
        let ends = Ends(Arc::clone(&opening));
        let ended = std::thread::spawn(move || {
            let _ends = ends;
            panic!("while opening");
        });
        opening.wait();
        assert!(ended.join().is_err());
    }

    #[test]
    fn options_and_nothing_are_no_file() {
        assert_eq!(asked(&["tung-ngo-desktop"]), None);
        assert_eq!(asked(&["tung-ngo-desktop", "--flag", "a.db"]), Some(PathBuf::from("/nhà/a.db")));
        assert_eq!(asked(&[]), None);
    }
}
