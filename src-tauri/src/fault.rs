//! A start that comes to nothing, said in words: without a window the program would only vanish. The words are in
//! `assets/text/start.vi.json`.

use std::path::{Path, PathBuf};

use office::System;
use office::outside::readable_id;
use serde::Deserialize;

use crate::message;
use crate::places::Home;

/// Microsoft's installer of the web view that needs no network, as Microsoft names it.
const INSTALLER: &str = "MicrosoftEdgeWebView2RuntimeInstallerX64.exe";

/// Why there is no window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fault {
    /// Windows without WebView2; where its installer lies beside the program, if somebody has put it there.
    NoWebView { installer: Option<PathBuf> },
    /// What is to lie beside the program cannot be written there.
    WriteProtected { folder: PathBuf },
    /// Linux without a display.
    NoScreen,
    /// The log says more.
    NoWindow,
}

#[derive(Debug, Deserialize)]
struct Words {
    title: String,
    close: String,
    no_web_view: String,
    no_web_view_beside: String,
    write_protected: String,
    no_screen: String,
    no_window: String,
    log: String,
}

impl Words {
    fn read() -> Option<Self> {
        serde_json::from_str(include_str!("../../assets/text/start.vi.json")).ok()
    }
}

impl Fault {
    /// What already stands in the way before anything is begun. `web_view`: its version, if there is one.
    pub(crate) fn find(home: &Home, web_view: Option<&str>, has_screen: bool) -> Option<Self> {
        if !has_screen {
            return Some(Self::NoScreen);
        }
        if web_view.is_none_or(|version| version.trim().is_empty()) {
            let installer = home.program.as_ref().map(|p| p.join(INSTALLER)).filter(|p| p.is_file());
            return Some(Self::NoWebView { installer });
        }
        let folder = home.portable.as_ref().filter(|folder| !takes_files(folder))?;
        Some(Self::WriteProtected { folder: folder.clone() })
    }

    /// Says it on the screen and notes it in the log, which `logs` holds.
    pub(crate) fn say(&self, logs: &Path) {
        let log_id = readable_id(&System);
        tracing::error!(log_id, what = self.name(), "the program did not start");
        let Some(words) = Words::read() else { return };
        message::show(&words.title, &self.words(&words, &log_id, logs), &words.close);
    }

    fn name(&self) -> &'static str {
        match self {
            Self::NoWebView { .. } => "no_web_view",
            Self::WriteProtected { .. } => "write_protected",
            Self::NoScreen => "no_screen",
            Self::NoWindow => "no_window",
        }
    }

    fn words(&self, words: &Words, log_id: &str, logs: &Path) -> String {
        let said = match self {
            Self::NoWebView { installer: Some(path) } => {
                words.no_web_view_beside.replace("{installer}", &path.display().to_string())
            }
            Self::NoWebView { installer: None } => words.no_web_view.replace("{installer}", INSTALLER),
            Self::WriteProtected { folder } => words.write_protected.replace("{folder}", &folder.display().to_string()),
            Self::NoScreen => words.no_screen.clone(),
            Self::NoWindow => words.no_window.clone(),
        };
        // Where nothing can be written there is no log.
        if !logs.is_dir() {
            return said;
        }
        let log = words.log.replace("{id}", log_id).replace("{folder}", &logs.display().to_string());
        format!("{said}\n\n{log}")
    }
}

/// Whether files can be written into a folder, which is made if it is not there.
fn takes_files(folder: &Path) -> bool {
    let trial = folder.join(format!(".tung-ngo-{}", std::process::id()));
    let written = std::fs::create_dir_all(folder).and_then(|()| std::fs::write(&trial, b"x"));
    // A folder that takes files and does not let them go takes files.
    let _ = std::fs::remove_file(&trial);
    written.is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FOUND: Option<&str> = Some("131.0.2903.86");

    fn on_a_stick(program: &Path) -> Home {
        std::fs::write(program.join("portable.txt"), b"").expect("it writes");
        Home::find(Some(program), None, "vn.tungngo.desktop")
    }

    fn told(fault: &Fault, logs: &Path) -> String {
        fault.words(&Words::read().expect("the words"), "ABC-123", logs)
    }

    #[test]
    fn a_program_that_can_start_has_no_fault() {
        let folder = tempfile::tempdir().expect("a folder");
        let home = on_a_stick(folder.path());
        assert_eq!(Fault::find(&home, FOUND, true), None);
        let left: Vec<_> = std::fs::read_dir(home.portable.expect("a folder")).expect("a list").collect();
        assert!(left.is_empty(), "a trial file was left: {left:?}");
    }

    #[test]
    fn a_missing_web_view_is_told_with_what_to_do() {
        let folder = tempfile::tempdir().expect("a folder");
        let home = on_a_stick(folder.path());
        for version in [None, Some(""), Some(" ")] {
            let fault = Fault::find(&home, version, true).expect("a fault");
            assert_eq!(fault, Fault::NoWebView { installer: None });
            let words = told(&fault, folder.path());
            assert!(words.contains(INSTALLER) && words.contains("không cần mạng"), "{words}");
            assert!(words.contains("Mã nhật ký: ABC-123"), "{words}");
        }
        // Somebody has thought of it and put it on the stick.
        let installer = folder.path().join(INSTALLER);
        std::fs::write(&installer, b"MZ").expect("it writes");
        let fault = Fault::find(&home, None, true).expect("a fault");
        assert!(told(&fault, folder.path()).contains(&installer.display().to_string()));
    }

    #[test]
    fn a_stick_that_takes_no_files_is_told_with_its_folder() {
        let folder = tempfile::tempdir().expect("a folder");
        let home = on_a_stick(folder.path());
        // Where the folder is to be stands a file: not even root can write into it.
        let data = home.portable.clone().expect("a folder");
        std::fs::write(&data, b"").expect("it writes");
        let fault = Fault::find(&home, FOUND, true).expect("a fault");
        assert_eq!(fault, Fault::WriteProtected { folder: data.clone() });
        let words = told(&fault, &home.logs);
        assert!(words.contains(&data.display().to_string()) && words.contains("khóa ghi"), "{words}");
        assert!(!words.contains("Mã nhật ký"), "there is no log to look into: {words}");
    }

    #[test]
    fn every_fault_has_words_and_every_place_in_them_a_value() {
        let folder = tempfile::tempdir().expect("a folder");
        let beside = Fault::NoWebView { installer: Some(folder.path().join(INSTALLER)) };
        let stick = Fault::WriteProtected { folder: folder.path().to_owned() };
        for fault in [Fault::NoWebView { installer: None }, beside, stick, Fault::NoScreen, Fault::NoWindow] {
            let words = told(&fault, folder.path());
            assert!(words.chars().count() > 80 && !words.contains(['{', '}']), "{words}");
        }
    }
}
