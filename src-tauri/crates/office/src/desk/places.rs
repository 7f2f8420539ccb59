//! Where things lie on this computer: office files, their papers, and what was open last.

use std::path::{Path, PathBuf};

use domain::text::clean;

use crate::create::Beginning;
use crate::error::{Error, ErrorCode, Result, file_name};

/// Folders of the signed-in user of the computer.
#[derive(Debug, Clone)]
pub struct Places {
    /// Where new office files go.
    pub offices: PathBuf,
    /// The program's own settings.
    pub settings: PathBuf,
}

const RECENT: &str = "recent.json";
const MOST_RECENT: usize = 5;

impl Places {
    /// Files opened lately that are still there, the last one first.
    #[must_use]
    pub fn recent(&self) -> Vec<PathBuf> {
        let noted: Vec<PathBuf> = self.setting(RECENT);
        noted.iter().map(|p| self.found(p)).filter(|p| p.is_file()).collect()
    }

    /// Notes a file as opened last. A list that cannot be written costs a convenience, not a number.
    pub(super) fn remember(&self, path: &Path) {
        let mut paths = self.recent();
        paths.retain(|p| p != path);
        paths.insert(0, path.to_owned());
        paths.truncate(MOST_RECENT);
        let noted: Vec<PathBuf> = paths.iter().map(|p| self.noted(p)).collect();
        if let Err(error) = self.put_setting(RECENT, &noted) {
            tracing::warn!(%error, "the list of recent files was not written");
        }
    }

    /// A free name in the usual folder: `UBND phường Hà Cầu.db`, then `… (2).db`.
    pub(super) fn new_file(&self, beginning: &Beginning) -> Result<PathBuf> {
        std::fs::create_dir_all(&self.offices)
            .map_err(|_| Error::of(ErrorCode::NotWritable).with("file", file_name(&self.offices)))?;
        let words = match beginning {
            Beginning::Sample { name } => crate::sample::named(name).map(|s| s.office_name().to_owned()),
            Beginning::Blank(blank) => Some(clean(&blank.ward)).filter(|w| !w.is_empty()),
        };
        let stem = words.map(|w| file_stem(&w)).filter(|s| !s.is_empty()).unwrap_or_else(|| "Từng Ngõ".to_owned());
        let numbered = |n: u32| match n {
            1 => self.offices.join(format!("{stem}.db")),
            n => self.offices.join(format!("{stem} ({n}).db")),
        };
        (1..1000).map(numbered).find(|p| !p.exists()).ok_or_else(|| Error::of(ErrorCode::FileExists).with("file", stem))
    }

    /// A free name in the usual folder for a copy of an office file: its own, then `… (2)`.
    pub(super) fn free_name(&self, office: &Path) -> Result<PathBuf> {
        std::fs::create_dir_all(&self.offices)
            .map_err(|_| Error::of(ErrorCode::NotWritable).with("file", file_name(&self.offices)))?;
        let stem = file_stem(&office.file_stem().unwrap_or_default().to_string_lossy());
        let numbered = |n: u32| match n {
            1 => self.offices.join(format!("{stem}.db")),
            n => self.offices.join(format!("{stem} ({n}).db")),
        };
        (1..1000).map(numbered).find(|p| !p.exists()).ok_or_else(|| Error::of(ErrorCode::FileExists).with("file", stem))
    }

    /// The folder of an office's papers, beside its file; made when first needed.
    pub fn papers_of(&self, office: &Path) -> Result<PathBuf> {
        let folder = papers_beside(office);
        std::fs::create_dir_all(&folder)
            .map_err(|_| Error::of(ErrorCode::NotWritable).with("file", file_name(&folder)))?;
        Ok(folder)
    }
}

/// Where the papers of an office file lie, whether or not there are any yet.
pub(crate) fn papers_beside(office: &Path) -> PathBuf {
    let stem = office.file_stem().unwrap_or_default().to_string_lossy();
    office.with_file_name(format!("{stem} - giấy tờ"))
}

/// Letters of a file name: three bytes each, they and what is added fit the 255 that Linux takes.
const LONGEST_STEM: usize = 60;

/// Words as a file name: without what Windows forbids.
fn file_stem(words: &str) -> String {
    let kept: String = clean(words).chars().filter(|c| !r#"<>:"/\|?*"#.contains(*c)).take(LONGEST_STEM).collect();
    match kept.trim_matches(['.', ' ']) {
        device if crate::export::is_device(device) => format!("_{device}"),
        stem => stem.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn new_files_never_take_a_taken_name() {
        let folder = tempfile::tempdir().expect("a folder");
        let places = Places { offices: folder.path().join("Từng Ngõ"), settings: folder.path().join("settings") };
        let blank = crate::create::BlankOffice { ward: "xã A/B: C?".into(), ..Default::default() };
        let beginning = Beginning::Blank(blank);
        let first = places.new_file(&beginning).expect("a name");
        assert_eq!(first.file_name().and_then(|n| n.to_str()), Some("xã AB C.db"));
        std::fs::write(&first, b"x").expect("it writes");
        assert_eq!(
            places.new_file(&beginning).expect("a name").file_name().and_then(|n| n.to_str()),
            Some("xã AB C (2).db")
        );
    }

    #[test]
    fn a_name_no_system_takes_or_that_is_too_long_still_gives_a_file() {
        let folder = tempfile::tempdir().expect("a folder");
        let places = Places { offices: folder.path().to_owned(), settings: folder.path().to_owned() };
        for (ward, name) in [("???".to_owned(), "Từng Ngõ.db".to_owned()), ("ờ".repeat(300), "ờ".repeat(60) + ".db")]
        {
            let blank = crate::create::BlankOffice { ward, ..Default::default() };
            let path = places.new_file(&Beginning::Blank(blank)).expect("a name");
            assert_eq!(path.file_name().and_then(|n| n.to_str()), Some(name.as_str()));
            std::fs::write(&path, b"x").expect("it writes");
        }
    }

    #[test]
    fn a_device_of_windows_a_folder_and_what_nobody_sees_are_no_part_of_a_name() {
        for (words, stem) in [
            ("CON", "_CON"),
            ("nul.txt", "_nul.txt"),
            ("Com1", "_Com1"),
            ("LPT9 .", "_LPT9"),
            ("Công an", "Công an"),
            ("com10", "com10"),
            ("../../etc/passwd", "etcpasswd"),
            ("..", ""),
            ("C:\\Windows", "CWindows"),
            ("Hà\u{202e}bd.exe\0 Cầu. ", "Hàbd.exe Cầu"),
        ] {
            assert_eq!(file_stem(words), stem, "{words:?}");
        }
    }

    #[test]
    fn a_list_of_recent_files_that_says_anything_is_read_as_what_it_is() {
        let folder = tempfile::tempdir().expect("a folder");
        let places = Places { offices: folder.path().to_owned(), settings: folder.path().to_owned() };
        for text in ["", "[", "{}", "null", "[1, 2]", "[\"\"]", "[\"/dev/zero\", \"a\\u0000b\"]", &"[".repeat(100_000)]
        {
            std::fs::write(folder.path().join(RECENT), text).expect("it writes");
            assert_eq!(places.recent(), Vec::<PathBuf>::new(), "{}", &text[..text.len().min(40)]);
        }
    }

    #[test]
    fn recent_files_that_are_gone_are_left_out() {
        let folder = tempfile::tempdir().expect("a folder");
        let places = Places { offices: folder.path().to_owned(), settings: folder.path().join("settings") };
        let (a, b) = (folder.path().join("a.db"), folder.path().join("b.db"));
        for path in [&a, &b, &a] {
            std::fs::write(path, b"x").expect("it writes");
            places.remember(path);
        }
        assert_eq!(places.recent(), [a.clone(), b.clone()]);
        std::fs::remove_file(&a).expect("it goes");
        assert_eq!(places.recent(), [b]);
    }

    #[test]
    fn a_stick_that_is_somewhere_else_today_still_knows_what_was_open() {
        let folder = tempfile::tempdir().expect("a folder");
        let on = |stick: &str| {
            let data = folder.path().join(stick).join("Dữ liệu Từng Ngõ");
            Places { offices: data.join("Văn phòng"), settings: data.join("settings") }
        };
        let (e, f) = (on("E"), on("F"));
        std::fs::create_dir_all(&e.offices).expect("a folder");
        let (file, outside) = (e.offices.join("Hà Cầu.db"), folder.path().join("ngoài.db"));
        for path in [&outside, &file] {
            std::fs::write(path, b"x").expect("it writes");
            e.remember(path);
        }
        std::fs::rename(folder.path().join("E"), folder.path().join("F")).expect("it is put in again");
        assert_eq!(f.recent(), [f.offices.join("Hà Cầu.db"), outside]);
    }
}
