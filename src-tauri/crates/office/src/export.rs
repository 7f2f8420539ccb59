//! Files that leave the office: safe names, and writing that never leaves half a file.

use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use domain::text::fold;

use crate::error::{Error, ErrorCode, Result};

pub(crate) const PDF: &str = "application/pdf";
pub(crate) const PNG: &str = "image/png";
pub(crate) const SVG: &str = "image/svg+xml";
pub(crate) const ZIP: &str = "application/zip";
pub(crate) const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
pub(crate) const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// How often a file that another program holds is asked for again, and after how long: a scanner for viruses, an indexer
/// and a second job let go of it in a moment, a program that shows it does not.
const ASKED_AGAIN: u32 = 10;
const MOMENT: Duration = Duration::from_millis(20);

/// Letters of a name; a folder's path and what is added to make it another one fit beside it.
const LONGEST_NAME: usize = 120;

/// Whether Windows takes a name, whatever its ending, for a device and opens that instead of a file.
pub(crate) fn is_device(stem: &str) -> bool {
    let stem = stem.split('.').next().unwrap_or_default().trim().to_ascii_lowercase();
    let numbered = |name: &str| {
        let rest = stem.strip_prefix(name).map(|rest| rest.chars().collect::<Vec<_>>());
        rest.is_some_and(|rest| matches!(rest[..], ['0'..='9' | '¹' | '²' | '³']))
    };
    ["con", "prn", "aux", "nul", "conin$", "conout$"].contains(&stem.as_str()) || numbered("com") || numbered("lpt")
}

/// Whether Windows makes a file of just this name: not a device, not a stream of another file, nothing it would leave off.
fn is_taken_by_windows(name: &str) -> bool {
    let forbidden = |c: char| r#"<>:"/\|?*"#.contains(c) || c.is_control();
    !name.is_empty() && !name.contains(forbidden) && !name.ends_with(['.', ' ']) && !is_device(name)
}

/// Refuses a name that Windows does not take, before anything is written: it would say that it went well. Elsewhere
/// every name is a file's.
///
/// # Errors
/// Such a name, on Windows.
pub(crate) fn check_name(path: &Path) -> Result<()> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    // `a.pdf:b` is a stream of a.pdf, and the folder's own colon stands behind its letter.
    if cfg!(windows) && !is_taken_by_windows(&name) {
        return Err(Error::of(ErrorCode::ForbiddenName).with("file", name));
    }
    Ok(())
}

/// A name every system takes: letters without marks, digits and hyphens. Words that leave nothing are a paper.
pub(crate) fn file_name(words: &str, ending: &str) -> String {
    let mut name = String::new();
    for c in fold(words).chars() {
        if c.is_ascii_alphanumeric() {
            name.push(c);
        } else if !name.ends_with('-') {
            name.push('-');
        }
    }
    // Only ASCII is in it.
    name.truncate(LONGEST_NAME);
    match name.trim_matches('-') {
        "" => format!("giay-to.{ending}"),
        device if is_device(device) => format!("{device}-1.{ending}"),
        name => format!("{name}.{ending}"),
    }
}

/// Writes a file: beside its place under another name, flushed, then renamed (`reliability.md` R6).
///
/// If the target cannot be replaced because another program holds it open, or is not to be because somebody marked it
/// as only for reading, a new name beside it is used; the path that was written is the answer.
///
/// # Errors
/// The folder is missing or cannot be written, the disk is full, or Windows takes no such name; an existing file is then
/// intact.
pub fn write_file(target: &Path, bytes: &[u8]) -> Result<PathBuf> {
    check_name(target)?;
    // Two jobs may be making the same paper.
    static WRITTEN: AtomicU32 = AtomicU32::new(0);
    let nth = WRITTEN.fetch_add(1, Ordering::Relaxed);
    let unfinished = with_suffix(target, &format!(".new-{}-{nth}", std::process::id()));
    let written =
        write_flushed(&unfinished, bytes).map_err(|e| refusal(&e, target)).and_then(|()| replace(&unfinished, target));
    if written.is_err() {
        // Nothing to do if it was never made.
        let _ = std::fs::remove_file(&unfinished);
    }
    written
}

fn write_flushed(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file: File = OpenOptions::new().write(true).create(true).truncate(true).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

fn replace(unfinished: &Path, target: &Path) -> Result<PathBuf> {
    if target.is_dir() {
        return Err(Error::of(ErrorCode::NotWritable).with("file", crate::error::file_name(target)));
    }
    // Wine and Linux would replace it; Windows refuses.
    let renamed = if is_kept(target) { Err(ErrorKind::PermissionDenied.into()) } else { put(unfinished, target) };
    let Err(error) = renamed else { return Ok(target.to_owned()) };
    // Windows refuses to replace a file that Excel or a PDF reader holds open.
    if !target.exists() {
        return Err(refusal(&error, target));
    }
    for n in 2..100 {
        let other = numbered(target, n);
        if !other.exists() {
            return std::fs::rename(unfinished, &other).map(|()| other).map_err(|e| refusal(&e, target));
        }
    }
    Err(refusal(&error, target))
}

/// Renames onto a file that another program may hold for a moment.
fn put(unfinished: &Path, target: &Path) -> std::io::Result<()> {
    let mut renamed = std::fs::rename(unfinished, target);
    for _ in 0..ASKED_AGAIN {
        match &renamed {
            Err(error) if error.kind() == ErrorKind::PermissionDenied && target.exists() => std::thread::sleep(MOMENT),
            _ => break,
        }
        renamed = std::fs::rename(unfinished, target);
    }
    renamed
}

/// Whether somebody marked a file as only for reading.
fn is_kept(target: &Path) -> bool {
    target.metadata().is_ok_and(|about| about.permissions().readonly())
}

/// `Báo cáo.xlsx` → `Báo cáo (2).xlsx`.
fn numbered(target: &Path, n: u32) -> PathBuf {
    let stem = target.file_stem().unwrap_or_default().to_string_lossy();
    let ending = target.extension().map(|e| format!(".{}", e.to_string_lossy())).unwrap_or_default();
    target.with_file_name(format!("{stem} ({n}){ending}"))
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

fn refusal(error: &std::io::Error, target: &Path) -> Error {
    let code = match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => ErrorCode::DiskFull,
        ErrorKind::NotFound => ErrorCode::NoFile,
        _ => ErrorCode::NotWritable,
    };
    let named = if code == ErrorCode::NoFile { target.parent().unwrap_or(target) } else { target };
    Error::of(code).with("file", crate::error::file_name(named))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_safe_everywhere() {
        assert_eq!(file_name("Tờ rơi: Tổ dân phố Hà Trì 1", "pdf"), "to-roi-to-dan-pho-ha-tri-1.pdf");
        assert_eq!(file_name("../Đ/*", "pdf"), "d.pdf");
        assert_eq!(file_name("???", "pdf"), "giay-to.pdf");
        assert_eq!(file_name("CON", "svg"), "con-1.svg");
        assert_eq!(file_name("Hà\u{202e}fdp.exe\0", "pdf"), "hafdp-exe.pdf");
        assert_eq!(file_name(&"ờ".repeat(300), "pdf").len(), LONGEST_NAME + 4);
    }

    #[test]
    fn names_that_windows_keeps_are_known() {
        for kept in [
            "CON.pdf",
            "nul",
            "com1.kế hoạch.pdf",
            "LPT9",
            "NUL .pdf",
            "a:b.pdf",
            "a?.pdf",
            "a|b",
            "chấm.",
            "trắng ",
            "a\nb",
            "",
        ] {
            assert!(!is_taken_by_windows(kept), "{kept:?}");
        }
        for free in
            ["Kế hoạch 75.pdf", "console.pdf", "com10.pdf", "a.b.c", ".ẩn", "Phường (2).xlsx", "100% #1 'a' ^b^.db"]
        {
            assert!(is_taken_by_windows(free), "{free:?}");
        }
    }

    #[test]
    fn a_file_is_replaced_whole_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let target = folder.path().join("Báo cáo.xlsx");
        assert_eq!(write_file(&target, b"one").expect("it writes"), target);
        assert_eq!(write_file(&target, b"two").expect("it writes"), target);
        assert_eq!(std::fs::read(&target).expect("it reads"), b"two");
        assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 1);
    }

    #[test]
    fn a_file_that_is_only_for_reading_is_kept() {
        let folder = tempfile::tempdir().expect("a folder");
        let target = folder.path().join("Báo cáo.xlsx");
        std::fs::write(&target, b"kept").expect("it writes");
        let mut rights = target.metadata().expect("it is there").permissions();
        rights.set_readonly(true);
        std::fs::set_permissions(&target, rights).expect("rights");
        assert_eq!(write_file(&target, b"new").expect("it writes"), folder.path().join("Báo cáo (2).xlsx"));
        assert_eq!(std::fs::read(&target).expect("it reads"), b"kept");
    }

    #[test]
    fn two_at_once_leave_one_whole_file() {
        let folder = tempfile::tempdir().expect("a folder");
        let target = folder.path().join("Báo cáo.xlsx");
        let of = |byte: u8| vec![byte; 3_000_000];
        for _ in 0..10 {
            std::thread::scope(|scope| {
                for byte in [b'a', b'b'] {
                    let target = &target;
                    scope.spawn(move || write_file(target, &of(byte)).expect("it writes"));
                }
            });
            let written = std::fs::read(&target).expect("it reads");
            assert!(written == of(b'a') || written == of(b'b'), "{} bytes", written.len());
        }
        assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 1);
    }

    #[test]
    fn a_folder_that_is_not_there_or_a_folder_as_target_is_told() {
        let folder = tempfile::tempdir().expect("a folder");
        let code = |path: &Path| write_file(path, b"x").map_err(|e| e.code());
        assert_eq!(code(&folder.path().join("none/a.pdf")), Err(ErrorCode::NoFile));
        assert_eq!(code(folder.path()), Err(ErrorCode::NotWritable));
        assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 0);
    }

    #[test]
    fn a_held_target_gets_a_new_name() {
        assert_eq!(numbered(Path::new("/a/Báo cáo.xlsx"), 2), Path::new("/a/Báo cáo (2).xlsx"));
    }
}
