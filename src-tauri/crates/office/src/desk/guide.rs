//! The guide at the desk: there before a file is open, whoever sits at it, and behind a locked screen too; it holds
//! nothing of any office.

use std::path::PathBuf;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::places::Places;
use super::{Desk, JobId, SavedFile};
use crate::contract;
use crate::error::{Error, ErrorCode, Result, WireError, file_name};
use crate::guide::{self, GetGuide, GetWhatsNew, GuidePdf, GuidePicture, WhatsNew};
use crate::verb::Made;

/// Questions of the window.
const GUIDE: &str = "guide";
const WHATS_NEW: &str = "whats_new";
/// A preview, and a file that is made.
const GUIDE_PICTURE: &str = "guide_picture";
const GUIDE_PDF: &str = "guide_pdf";

/// Folder of the printed guide, beside the office files: it is a paper of none of them.
const FOLDER: &str = "Hướng dẫn";
/// What this computer was told, among its settings.
const TOLD: &str = "told.json";

#[derive(Debug, Default, Serialize, Deserialize)]
struct Told {
    /// The last version whose news was told.
    version: String,
}

impl Places {
    /// Where the guide goes when it is printed.
    #[must_use]
    pub fn guide_folder(&self) -> PathBuf {
        self.offices.join(FOLDER)
    }

    /// The version whose news was told last; a computer on which the program was never used needs no news.
    pub(super) fn told(&self) -> Option<String> {
        Some(self.setting::<Told>(TOLD).version).filter(|version| !version.is_empty())
    }

    /// Whether nothing of an earlier version is on this computer.
    pub(super) fn is_new(&self) -> bool {
        self.told().is_none() && self.recent().is_empty()
    }
}

impl Desk {
    /// Answers what is asked of the guide; `None`: it is no such question.
    pub(super) fn guide_call(&self, name: &str, request: &Value) -> Option<Result<Value>> {
        let asked = request.clone();
        match name {
            GUIDE => Some(contract::request_of::<GetGuide>(asked).and_then(|_| contract::json(&guide::guide()?))),
            WHATS_NEW => Some(contract::request_of(asked).and_then(|asked| contract::json(&self.whats_new(asked)?))),
            _ => None,
        }
    }

    pub(super) fn guide_bytes(&self, name: &str, request: &Value) -> Option<Result<Made>> {
        let asked = request.clone();
        match name {
            GUIDE_PICTURE => {
                Some(contract::request_of::<GuidePicture>(asked).and_then(|asked| guide::guide_picture(&asked)))
            }
            GUIDE_PDF => Some(contract::request_of::<GuidePdf>(asked).and_then(|_| guide::guide_pdf())),
            _ => None,
        }
    }

    pub(super) fn guide_job(
        self: &Arc<Self>,
        name: &str,
        request: &Value,
    ) -> Option<std::result::Result<JobId, WireError>> {
        if name != GUIDE_PDF {
            return None;
        }
        let asked = self.guarded("job guide_pdf", || contract::request_of::<GuidePdf>(request.clone()));
        Some(asked.map(|_| {
            let (id, handle) = self.jobs.begin();
            let desk = Arc::clone(self);
            std::thread::spawn(move || handle.finish(desk.guarded("job guide_pdf", || desk.save_guide())));
            id
        }))
    }

    fn save_guide(&self) -> Result<SavedFile> {
        let made = guide::guide_pdf()?;
        let folder = self.places.guide_folder();
        std::fs::create_dir_all(&folder)
            .map_err(|_| Error::of(ErrorCode::NotWritable).with("file", file_name(&folder)))?;
        let path = crate::export::write_file(&folder.join(&made.file_name), &made.bytes)?;
        Ok(SavedFile { file_name: file_name(&path), path, mime: made.mime.to_owned(), size: made.bytes.len() as u64 })
    }

    /// A note that cannot be written tells the same news twice; nothing more.
    fn whats_new(&self, asked: GetWhatsNew) -> Result<WhatsNew> {
        let told = self.places.told();
        let is_new = !self.fresh && guide::untold(&guide::news()?, told.as_deref(), guide::VERSION);
        if (asked.told || !is_new) && told.as_deref() != Some(guide::VERSION) {
            let note = Told { version: guide::VERSION.to_owned() };
            if let Err(error) = self.places.put_setting(TOLD, &note) {
                tracing::warn!(%error, "what was told is not noted");
            }
        }
        Ok(WhatsNew { version: is_new.then(|| guide::VERSION.to_owned()) })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::create::Beginning;
    use crate::desk::{DeskRequest, JobState};
    use crate::outside::System;

    fn places(folder: &std::path::Path) -> Places {
        Places { offices: folder.join("Từng Ngõ"), settings: folder.join("settings") }
    }

    fn desk(folder: &std::path::Path) -> Arc<Desk> {
        Arc::new(Desk::new(places(folder), Arc::new(System)))
    }

    fn whats_new(desk: &Desk, told: bool) -> Value {
        desk.call(WHATS_NEW, json!({ "told": told })).expect("an answer").answer["version"].clone()
    }

    #[test]
    fn the_guide_is_there_before_a_file_and_behind_a_lock() {
        let folder = tempfile::tempdir().expect("a folder");
        let desk = desk(folder.path());
        let chapters = |desk: &Desk| {
            let guide = desk.call(GUIDE, json!({})).expect("the guide").answer;
            guide["chapters"].as_array().map_or(0, Vec::len)
        };
        assert_eq!(chapters(&desk), domain::guide::GuideChapter::ALL.len());
        let png = desk.bytes(GUIDE_PICTURE, json!({ "name": "keying" })).expect("a picture");
        assert!(png.bytes.starts_with(b"\x89PNG"));
        let refused = desk.bytes(GUIDE_PICTURE, json!({ "name": "../keying" })).map_err(|e| e.code);
        assert_eq!(refused.map(|made| made.bytes), Err(ErrorCode::Missing));

        let beginning = Beginning::Sample { name: "ha-cau-2024".into() };
        desk.desk(DeskRequest::Create { path: None, beginning }).expect("a new office");
        desk.desk(DeskRequest::SignOut).expect("it signs out");
        assert_eq!(chapters(&desk), domain::guide::GuideChapter::ALL.len());
    }

    #[test]
    fn the_printed_guide_lies_in_a_folder_of_its_own_without_any_office() {
        let folder = tempfile::tempdir().expect("a folder");
        let desk = desk(folder.path());
        let id = desk.job_start(GUIDE_PDF, json!({})).expect("it begins");
        let file = loop {
            match desk.job_state(id).expect("the job") {
                JobState::Running { .. } => std::thread::yield_now(),
                JobState::Done { file } => break file,
                other => panic!("{other:?}"),
            }
        };
        assert_eq!(file.path, places(folder.path()).guide_folder().join("huong-dan-tung-ngo.pdf"));
        assert!(std::fs::read(&file.path).expect("it reads").starts_with(b"%PDF"));
        assert!(desk.job_start(GUIDE_PDF, json!([1])).is_err());
    }

    #[test]
    fn news_is_told_once_and_not_on_a_new_computer() {
        let folder = tempfile::tempdir().expect("a folder");
        // New: nothing is told, though an office is begun before the window asks.
        let first = desk(folder.path());
        let beginning = Beginning::Sample { name: "ha-cau-2024".into() };
        first.desk(DeskRequest::Create { path: None, beginning }).expect("a new office");
        assert_eq!(whats_new(&first, false), Value::Null);
        drop(first);
        assert_eq!(whats_new(&desk(folder.path()), false), Value::Null, "nor at the next start");

        // An earlier version was here.
        places(folder.path()).put_setting(TOLD, &Told { version: "0.0.1".into() }).expect("it writes");
        let updated = desk(folder.path());
        assert_eq!(whats_new(&updated, false), guide::VERSION);
        assert_eq!(whats_new(&updated, true), guide::VERSION, "until it was shown");
        assert_eq!(whats_new(&updated, false), Value::Null);
        assert_eq!(whats_new(&desk(folder.path()), false), Value::Null);

        // One that noted nothing yet, but had files open.
        std::fs::remove_file(folder.path().join("settings").join(TOLD)).expect("it goes");
        assert_eq!(whats_new(&desk(folder.path()), false), guide::VERSION);
    }
}
