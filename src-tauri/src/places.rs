//! Where this program keeps its things: on this computer, or, as a portable copy, beside itself.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use office::desk::Places;

/// Set to a folder, everything is kept in it, as tests do.
const OVERRIDE: &str = "TUNG_NGO_HOME";
/// A file of this name beside the program, whatever it says: the program keeps everything beside itself, so that both
/// fit on one stick.
const MARKER: &str = "portable.txt";
/// What a portable copy keeps, beside it.
const DATA: &str = "Dữ liệu Từng Ngõ";
/// Folder of office files, in the user's documents.
const OFFICES: &str = "Từng Ngõ";

/// The program's places.
#[derive(Debug, Clone)]
pub(crate) struct Home {
    pub(crate) places: Places,
    pub(crate) logs: PathBuf,
    /// What the web view keeps: its cache and the window's own choices.
    pub(crate) web_view: PathBuf,
    /// The folder of the program itself, if the system tells.
    pub(crate) program: Option<PathBuf>,
    /// The folder of a portable copy's data; none: it is an installed one.
    pub(crate) portable: Option<PathBuf>,
}

impl Home {
    /// `identifier` names the program's folder among those of others.
    pub(crate) fn of(identifier: &str) -> Self {
        let own = std::env::current_exe().ok();
        Self::find(own.as_deref().and_then(Path::parent), std::env::var_os(OVERRIDE), identifier)
    }

    /// Of the folder the program lies in and what the environment asks for.
    pub(crate) fn find(program: Option<&Path>, asked: Option<OsString>, identifier: &str) -> Self {
        let mut home = if let Some(folder) = asked.filter(|f| !f.is_empty()) {
            let folder = std::path::absolute(&folder).unwrap_or_else(|_| folder.into());
            Self::under(&folder, OFFICES)
        } else if let Some(data) = program.filter(|p| p.join(MARKER).is_file()).map(|p| p.join(DATA)) {
            Self { portable: Some(data.clone()), ..Self::under(&data, "Văn phòng") }
        } else {
            Self::of_user(identifier)
        };
        home.program = program.map(Path::to_owned);
        home
    }

    /// By what a second start finds the first: a copy on a stick and an installed program are two.
    pub(crate) fn identity(&self, identifier: &str) -> String {
        if self.portable.is_some() { format!("{identifier}.portable") } else { identifier.to_owned() }
    }

    fn of_user(identifier: &str) -> Self {
        // A user without a home folder is unheard of; what is kept then lies where the program started.
        let home = dirs::home_dir().unwrap_or_default();
        let documents = dirs::document_dir().unwrap_or_else(|| home.join("Documents"));
        let settings = dirs::config_dir().unwrap_or_else(|| home.join(".config")).join(identifier);
        let local = dirs::data_local_dir().unwrap_or_else(|| home.join(".local/share")).join(identifier);
        Self {
            places: Places { offices: documents.join(OFFICES), settings },
            logs: local.join("logs"),
            web_view: local.join("web"),
            program: None,
            portable: None,
        }
    }

    fn under(folder: &Path, offices: &str) -> Self {
        Self {
            places: Places { offices: folder.join(offices), settings: folder.join("settings") },
            logs: folder.join("logs"),
            web_view: folder.join("web"),
            program: None,
            portable: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "vn.tungngo.desktop";

    fn all(home: &Home) -> [&Path; 4] {
        [&home.places.offices, &home.places.settings, &home.logs, &home.web_view]
    }

    #[test]
    fn a_portable_copy_keeps_everything_beside_itself() {
        let folder = tempfile::tempdir().expect("a folder");
        let program = folder.path().join("Từng Ngõ");
        std::fs::create_dir(&program).expect("a folder");
        let installed = Home::find(Some(&program), None, ID);
        assert!(installed.portable.is_none());
        assert!(all(&installed).iter().all(|p| !p.starts_with(folder.path())));
        std::fs::write(program.join("portable.txt"), b"").expect("it writes");
        let portable = Home::find(Some(&program), None, ID);
        let data = program.join("Dữ liệu Từng Ngõ");
        assert_eq!(portable.portable.as_deref(), Some(data.as_path()));
        for path in all(&portable) {
            assert!(path.starts_with(&data), "{}", path.display());
        }
        // Asking changes nothing on the stick.
        assert!(!data.exists());
        // Both may be open at once.
        assert_ne!(portable.identity(ID), installed.identity(ID));
    }

    #[test]
    fn a_folder_named_like_the_marker_is_none() {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::create_dir(folder.path().join("portable.txt")).expect("a folder");
        assert!(Home::find(Some(folder.path()), None, ID).portable.is_none());
    }

    #[test]
    fn what_the_environment_asks_for_comes_first() {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("portable.txt"), b"").expect("it writes");
        let asked = folder.path().join("khác");
        let home = Home::find(Some(folder.path()), Some(asked.clone().into()), ID);
        assert!(home.portable.is_none());
        assert!(all(&home).iter().all(|p| p.starts_with(&asked)));
        assert!(Home::find(Some(folder.path()), Some(OsString::new()), ID).portable.is_some());
    }
}
