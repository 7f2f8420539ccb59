//! Native things: showing or printing a file of the office, saving a chart among them, and the system's own file dialogs.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use office::desk::{Desk, Picture, SavedFile};
use office::error::{ErrorCode, WireError};
use office::outside::readable_id;
use office::{Error, System};
use serde::Deserialize;
use serde_json::json;
use tauri::{AppHandle, Manager, State, WebviewWindow};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder};
use tauri_plugin_opener::OpenerExt;

use crate::places::Home;
use crate::printer;
use crate::rpc::{beside, internal};

/// What a paper of ours may be called; nothing else is handed to another program.
const PAPERS: &[&str] = &["pdf", "docx", "xlsx", "png", "svg", "csv", "txt"];

/// What a file is picked for.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    /// An office file.
    Office,
    /// A table to take in.
    Table,
    /// A scan or photo of a sheet.
    Scan,
    /// An encrypted copy of an office file.
    Copy,
}

impl Kind {
    fn extensions(self) -> &'static [&'static str] {
        match self {
            Self::Office => &["db"],
            Self::Table => &["xlsx", "xls", "ods", "csv", "tsv", "txt"],
            Self::Scan => &["jpg", "jpeg", "png", "webp", "pdf"],
            Self::Copy => &["tungngo"],
        }
    }
}

/// Shows a paper, or the folder of papers, in the program the system has for it.
#[tauri::command]
pub(crate) async fn open_path(
    app: AppHandle,
    desk: State<'_, Arc<Desk>>,
    home: State<'_, Home>,
    path: PathBuf,
) -> Result<(), WireError> {
    let own = Own::of(&desk, &home)?;
    if !own.is_paper(&path) {
        return Err(not_ours(&path));
    }
    beside("open_path", move || {
        app.opener().open_path(path.to_string_lossy(), None::<&str>).map_err(|e| internal("open_path", e))
    })
    .await
}

/// Sends a paper to the printer.
#[tauri::command]
pub(crate) async fn print_path(
    desk: State<'_, Arc<Desk>>,
    home: State<'_, Home>,
    path: PathBuf,
) -> Result<(), WireError> {
    let own = Own::of(&desk, &home)?;
    if !own.is_paper(&path) || path.is_dir() {
        return Err(not_ours(&path));
    }
    beside("print_path", move || {
        printer::print(&path).map_err(|error| {
            tracing::warn!(%error, "a paper was not printed");
            refusal(Error::of(ErrorCode::NotPrinted).with("file", name_of(&path)))
        })
    })
    .await
}

/// Shows where a paper or the office file lies.
#[tauri::command]
pub(crate) async fn reveal_path(
    app: AppHandle,
    desk: State<'_, Arc<Desk>>,
    home: State<'_, Home>,
    path: PathBuf,
) -> Result<(), WireError> {
    let own = Own::of(&desk, &home)?;
    if !own.holds(&path) {
        return Err(not_ours(&path));
    }
    beside("reveal_path", move || app.opener().reveal_item_in_dir(path).map_err(|e| internal("reveal_path", e))).await
}

/// Saves a chart that the window drew among the office's papers.
#[tauri::command]
pub(crate) async fn save_picture(desk: State<'_, Arc<Desk>>, picture: Picture) -> Result<SavedFile, WireError> {
    let desk = Arc::clone(&desk);
    beside("save_picture", move || desk.save_picture(picture)).await
}

/// Lets the user choose a file; `None` if they changed their mind.
#[tauri::command]
pub(crate) async fn pick_file(window: WebviewWindow, kind: Kind) -> Result<Option<PathBuf>, WireError> {
    beside("pick_file", move || {
        let mut dialog = dialog(&window);
        dialog = dialog.add_filter(filter_name(kind.extensions()), kind.extensions());
        if matches!(kind, Kind::Office) {
            dialog = dialog.set_directory(&window.state::<Home>().places.offices);
        }
        Ok(dialog.blocking_pick_file().and_then(|f| f.into_path().ok()))
    })
    .await
}

/// Lets the user choose several files at once; none if they changed their mind.
#[tauri::command]
pub(crate) async fn pick_files(window: WebviewWindow, kind: Kind) -> Result<Vec<PathBuf>, WireError> {
    beside("pick_files", move || {
        let picked =
            dialog(&window).add_filter(filter_name(kind.extensions()), kind.extensions()).blocking_pick_files();
        Ok(picked.unwrap_or_default().into_iter().filter_map(|f| f.into_path().ok()).collect())
    })
    .await
}

/// Lets the user choose a folder, as for copies on a USB drive; `None` if they changed their mind.
#[tauri::command]
pub(crate) async fn pick_folder(window: WebviewWindow) -> Result<Option<PathBuf>, WireError> {
    beside("pick_folder", move || Ok(dialog(&window).blocking_pick_folder().and_then(|f| f.into_path().ok()))).await
}

/// Lets the user say where a new office file goes.
#[tauri::command]
pub(crate) async fn pick_new_file(window: WebviewWindow, suggested: String) -> Result<Option<PathBuf>, WireError> {
    beside("pick_new_file", move || {
        let extensions = Kind::Office.extensions();
        let picked = dialog(&window)
            .add_filter(filter_name(extensions), extensions)
            .set_directory(&window.state::<Home>().places.offices)
            .set_file_name(suggested)
            .blocking_save_file();
        Ok(picked.and_then(|f| f.into_path().ok()).map(with_extension))
    })
    .await
}

fn dialog(window: &WebviewWindow) -> FileDialogBuilder<tauri::Wry> {
    window.dialog().file().set_parent(window)
}

/// `*.xlsx, *.csv`: no words, so none to translate.
fn filter_name(extensions: &[&str]) -> String {
    extensions.iter().map(|e| format!("*.{e}")).collect::<Vec<_>>().join(", ")
}

/// Not every system's dialog adds it.
fn with_extension(path: PathBuf) -> PathBuf {
    let mut name = path.clone().into_os_string();
    if path.extension().is_some_and(|e| e.eq_ignore_ascii_case("db")) {
        return path;
    }
    name.push(".db");
    name.into()
}

/// What belongs to the open office, and the guide, which is there without one.
struct Own {
    office: Option<PathBuf>,
    /// Folders that hold papers and nothing else.
    papers: Vec<PathBuf>,
}

impl Own {
    fn of(desk: &Desk, home: &Home) -> Result<Self, WireError> {
        let state = desk.call("desk", json!({ "do": "state" }))?.answer;
        let office = state["file"]["path"].as_str().map(PathBuf::from);
        let mut papers = vec![home.places.guide_folder()];
        if let Some(office) = &office {
            papers.push(home.places.papers_of(office).map_err(refusal)?);
        }
        Ok(Self { office, papers })
    }

    /// The office file, or something in a folder of papers. Compared where links and `..` end.
    fn holds(&self, asked: &Path) -> bool {
        let Ok(asked) = asked.canonicalize() else { return false };
        let real = |p: &Path| p.canonicalize().ok();
        self.office.as_deref().and_then(real).is_some_and(|office| office == asked)
            || self.papers.iter().filter_map(|p| real(p)).any(|papers| asked.starts_with(papers))
    }

    /// A paper or its folder: not the office file, nor a program somebody put among the papers.
    fn is_paper(&self, asked: &Path) -> bool {
        // The real file's name counts: a link may be called anything.
        let Ok(real) = asked.canonicalize() else { return false };
        let known = real.extension().is_some_and(|e| PAPERS.iter().any(|p| e.eq_ignore_ascii_case(p)));
        self.holds(asked) && (real.is_dir() || known)
    }
}

/// For this program there are no other files.
fn not_ours(path: &Path) -> WireError {
    refusal(Error::of(ErrorCode::NoFile).with("file", name_of(path)))
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn refusal(error: Error) -> WireError {
    error.on_wire("host", || readable_id(&System))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn own(folder: &Path) -> Own {
        let (office, papers) = (folder.join("Hà Cầu.db"), folder.join("Hà Cầu - giấy tờ"));
        fs::create_dir(&papers).expect("a folder");
        fs::write(&office, b"x").expect("it writes");
        Own { office: Some(office), papers: vec![folder.join("Hướng dẫn"), papers] }
    }

    #[test]
    fn papers_are_shown_and_the_office_file_only_where_it_lies() {
        let folder = tempfile::tempdir().expect("a folder");
        let own = own(folder.path());
        let paper = own.papers[1].join("Kế hoạch.PDF");
        fs::write(&paper, b"x").expect("it writes");
        assert!(own.is_paper(&paper) && own.holds(&paper));
        assert!(own.is_paper(&own.papers[1]));
        let office = own.office.as_deref().expect("an office");
        assert!(own.holds(office) && !own.is_paper(office));
    }

    #[test]
    fn without_an_office_there_is_the_guide_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let Own { office, papers } = own(folder.path());
        let (guide, paper) = (papers[0].join("huong-dan-tung-ngo.pdf"), papers[1].join("phieu.pdf"));
        fs::create_dir(&papers[0]).expect("a folder");
        for path in [&guide, &paper] {
            fs::write(path, b"x").expect("it writes");
        }
        let none = Own { office: None, papers: papers[..1].to_vec() };
        assert!(none.is_paper(&guide) && none.is_paper(&papers[0]));
        assert!(!none.is_paper(&paper) && !none.holds(&office.expect("an office")));
    }

    #[test]
    fn nothing_else_is_opened() {
        let folder = tempfile::tempdir().expect("a folder");
        let own = own(folder.path());
        let outside = folder.path().join("khác.pdf");
        let program = own.papers[1].join("chạy.exe");
        for path in [&outside, &program] {
            fs::write(path, b"x").expect("it writes");
        }
        assert!(!own.holds(&outside));
        assert!(!own.holds(&own.papers[1].join("../khác.pdf")));
        assert!(!own.is_paper(&program));
        assert!(!own.holds(&own.papers[1].join("không có.pdf")));
        assert!(!own.holds(folder.path()));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_leads_nowhere_else() {
        let folder = tempfile::tempdir().expect("a folder");
        let own = own(folder.path());
        let outside = folder.path().join("khác.pdf");
        fs::write(&outside, b"x").expect("it writes");
        let link = own.papers[1].join("giấy.pdf");
        std::os::unix::fs::symlink(&outside, &link).expect("a link");
        assert!(!own.holds(&link) && !own.is_paper(&link));
    }

    #[test]
    fn a_new_file_gets_its_extension_once() {
        assert_eq!(with_extension("/a/Hà Cầu".into()), Path::new("/a/Hà Cầu.db"));
        assert_eq!(with_extension("/a/P. Hà Cầu".into()), Path::new("/a/P. Hà Cầu.db"));
        assert_eq!(with_extension("/a/Hà Cầu.DB".into()), Path::new("/a/Hà Cầu.DB"));
    }
}
