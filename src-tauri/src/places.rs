//! Where this program keeps its things on this computer.

use std::path::PathBuf;

use office::desk::Places;

/// Set to a folder, everything is kept in it: a copy on a stick, or a test.
const OVERRIDE: &str = "TUNG_NGO_HOME";
/// Folder of office files, in the user's documents.
const OFFICES: &str = "Từng Ngõ";

/// The program's places.
#[derive(Debug, Clone)]
pub(crate) struct Home {
    pub(crate) places: Places,
    pub(crate) logs: PathBuf,
    /// What the web view keeps: its cache and the window's own choices.
    pub(crate) web_view: PathBuf,
}

impl Home {
    /// `identifier` names the program's folder among those of others.
    pub(crate) fn of(identifier: &str) -> Self {
        if let Some(folder) = std::env::var_os(OVERRIDE).filter(|f| !f.is_empty()) {
            return Self::under(&std::path::absolute(&folder).unwrap_or_else(|_| folder.into()));
        }
        // A user without a home folder is unheard of; what is kept then lies where the program started.
        let home = dirs::home_dir().unwrap_or_default();
        let documents = dirs::document_dir().unwrap_or_else(|| home.join("Documents"));
        let settings = dirs::config_dir().unwrap_or_else(|| home.join(".config")).join(identifier);
        let local = dirs::data_local_dir().unwrap_or_else(|| home.join(".local/share")).join(identifier);
        Self {
            places: Places { offices: documents.join(OFFICES), settings },
            logs: local.join("logs"),
            web_view: local.join("web"),
        }
    }

    fn under(folder: &std::path::Path) -> Self {
        Self {
            places: Places { offices: folder.join(OFFICES), settings: folder.join("settings") },
            logs: folder.join("logs"),
            web_view: folder.join("web"),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn a_portable_copy_keeps_everything_in_its_folder() {
        let home = Home::under(Path::new("/stick"));
        for path in [&home.places.offices, &home.places.settings, &home.logs, &home.web_view] {
            assert!(path.starts_with("/stick"), "{}", path.display());
        }
    }
}
