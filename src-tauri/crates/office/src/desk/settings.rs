//! What belongs to the computer and not to an office file: small JSON files among the program's settings.
//!
//! A path is noted so that it leads there again when the stick that holds program and data has another letter, and what
//! a newer program noted outlives an older one that cannot read it.

use std::ffi::OsString;
use std::path::{Component, Path, PathBuf, Prefix};

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::places::Places;
use crate::error::{Error, ErrorCode, Result, file_name};
use crate::export::write_file;

/// Added to the name of a settings file that only a newer program can read.
const SET_ASIDE: &str = ".khác";

/// Notepad marks what it saves as UTF-8.
fn read<T: DeserializeOwned>(file: &[u8]) -> Option<T> {
    serde_json::from_slice(file.strip_prefix("\u{feff}".as_bytes()).unwrap_or(file)).ok()
}

impl Places {
    /// What a settings file says; nothing, if there is none or it says something else.
    pub(super) fn setting<T: DeserializeOwned + Default>(&self, name: &str) -> T {
        read(&std::fs::read(self.settings.join(name)).unwrap_or_default()).unwrap_or_default()
    }

    /// Writes a settings file. One that says something else than this program expects is kept under another name.
    ///
    /// # Errors
    /// The folder of settings cannot be written.
    pub(super) fn put_setting<T: Serialize + DeserializeOwned>(&self, name: &str, value: &T) -> Result<()> {
        std::fs::create_dir_all(&self.settings)
            .map_err(|_| Error::of(ErrorCode::NotWritable).with("file", file_name(&self.settings)))?;
        let file = self.settings.join(name);
        let before = std::fs::read(&file).unwrap_or_default();
        if !before.is_empty() && read::<T>(&before).is_none() {
            let mut aside = OsString::from(&file);
            aside.push(SET_ASIDE);
            if let Err(error) = std::fs::rename(&file, aside) {
                tracing::warn!(%error, "a settings file of another version was not kept");
            }
        }
        write_file(&file, &serde_json::to_vec(value).map_err(Error::internal)?).map(|_| ())
    }

    /// A path as it is noted: what lies in the folder that holds the settings is seen from there, what lies on the same
    /// drive from its root, and only the rest in full.
    pub(super) fn noted(&self, path: &Path) -> PathBuf {
        let Some(folder) = self.settings.parent() else { return path.to_owned() };
        if let Ok(rest) = path.strip_prefix(folder) {
            return rest.to_owned();
        }
        match (letter(path), letter(folder)) {
            (Some(of_path), Some(of_folder)) if of_path == of_folder => path.components().skip(1).collect(),
            _ => path.to_owned(),
        }
    }

    /// The path that was noted. To a path without a letter, that of the settings' drive is added.
    pub(super) fn found(&self, noted: &Path) -> PathBuf {
        self.settings.parent().map_or_else(|| noted.to_owned(), |folder| folder.join(noted))
    }
}

/// The letter of a path's drive, as only Windows has.
fn letter(path: &Path) -> Option<u8> {
    match path.components().next() {
        Some(Component::Prefix(prefix)) => match prefix.kind() {
            Prefix::Disk(letter) => Some(letter.to_ascii_uppercase()),
            _ => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn places(folder: &Path) -> Places {
        Places { offices: folder.join("Văn phòng"), settings: folder.join("settings") }
    }

    #[test]
    fn what_lies_beside_the_settings_is_found_again_where_they_are_now() {
        let (today, tomorrow) = (places(Path::new("/usb-1/dữ liệu")), places(Path::new("/usb-2/chép sang")));
        let noted = today.noted(Path::new("/usb-1/dữ liệu/Văn phòng/Hà Cầu.db"));
        assert!(noted.is_relative());
        assert_eq!(tomorrow.found(&noted), Path::new("/usb-2/chép sang/Văn phòng/Hà Cầu.db"));
        // What lies elsewhere on the computer stays where it is.
        let elsewhere = Path::new("/nhà/Hà Cầu.db");
        assert_eq!(tomorrow.found(&today.noted(elsewhere)), elsewhere);
    }

    #[cfg(windows)]
    #[test]
    fn what_lies_on_the_same_drive_is_found_under_its_letter_of_today() {
        let (today, tomorrow) = (places(Path::new(r"E:\Từng Ngõ\dữ liệu")), places(Path::new(r"F:\Từng Ngõ\dữ liệu")));
        let noted = today.noted(Path::new(r"e:\Hồ sơ\Hà Cầu.db"));
        assert_eq!(tomorrow.found(&noted), Path::new(r"F:\Hồ sơ\Hà Cầu.db"));
        let other_drive = Path::new(r"C:\Hồ sơ\Hà Cầu.db");
        assert_eq!(tomorrow.found(&today.noted(other_drive)), other_drive);
        let server = Path::new(r"\\may-chu\chung\Hà Cầu.db");
        assert_eq!(tomorrow.found(&today.noted(server)), server);
    }

    #[test]
    fn what_only_a_newer_program_reads_is_kept() {
        let folder = tempfile::tempdir().expect("a folder");
        let places = places(folder.path());
        let newer = br#"[{"path":"a.db","pinned":true}]"#;
        std::fs::create_dir_all(&places.settings).expect("a folder");
        std::fs::write(places.settings.join("recent.json"), newer).expect("it writes");
        assert_eq!(places.setting::<Vec<PathBuf>>("recent.json"), Vec::<PathBuf>::new());
        places.put_setting("recent.json", &vec![PathBuf::from("b.db")]).expect("it writes");
        assert_eq!(places.setting::<Vec<PathBuf>>("recent.json"), [PathBuf::from("b.db")]);
        assert_eq!(std::fs::read(places.settings.join("recent.json.khác")).expect("it was kept"), newer);
        // Once: what this program wrote itself is its own to write over.
        places.put_setting("recent.json", &Vec::<PathBuf>::new()).expect("it writes");
        assert_eq!(std::fs::read(places.settings.join("recent.json.khác")).expect("it was kept"), newer);
    }

    #[test]
    fn settings_that_cannot_be_written_are_refused() {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("settings"), b"a file").expect("it writes");
        let refused = places(folder.path()).put_setting("a.json", &BTreeMap::<String, u32>::new());
        assert_eq!(refused.map_err(|e| e.code()), Err(ErrorCode::NotWritable));
    }
}
