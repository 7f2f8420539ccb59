//! `cargo xtask package --windows`: a folder, and the same as .zip, that an office unpacks on a PC or a USB stick, with
//! no installer and no administrator's rights. Made on Linux; the installers need Windows (`cargo xtask package` there).

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use super::cross::{Cross, built, folder};
use crate::licences;
use crate::node;
use crate::shell::{must, printed, program, root, say};

/// Built for Windows.
const PROGRAMS: [&str; 3] = ["tung-ngo-desktop.exe", "tung-ngo.exe", "WebView2Loader.dll"];
/// Its name beside the program tells the window to keep everything in this folder; its words are for whoever opens it.
const PORTABLE: &str = "portable.txt";
/// What others wrote, called as in the installers.
const LICENCES: &str = "giay-phep.txt";
/// Words for whoever unpacks it, by the names they get.
const WORDS: [(&str, &str); 2] =
    [("src-tauri/bundle/portable.vi.txt", PORTABLE), ("src-tauri/bundle/portable-read-me.vi.txt", "doc-truoc.txt")];
/// Libraries that every Windows since 10 has, by the beginnings of their names.
const OF_WINDOWS: [&str; 25] = [
    "advapi32",
    "api-ms-win-",
    "bcrypt",
    "combase",
    "comctl32",
    "comdlg32",
    "crypt32",
    "dwmapi",
    "gdi32",
    "imm32",
    "kernel32",
    "msvcrt",
    "ntdll",
    "ole32",
    "oleaut32",
    "propsys",
    "secur32",
    "shell32",
    "shlwapi",
    "user32",
    "userenv",
    "uxtheme",
    "version",
    "winspool",
    "ws2_32",
];

pub(crate) fn run() -> Result<()> {
    let cross = Cross::ready()?;
    node::ready()?;
    licences::check()?;
    must(cross.cargo("build").args(["--release", "--package", "tung-ngo-desktop", "--package", "cli"]))?;
    let name = format!("Tung-Ngo-{}-windows-x64", env!("CARGO_PKG_VERSION"));
    let place = folder().join("portable");
    if place.is_dir() {
        std::fs::remove_dir_all(&place)?;
    }
    let unpacked = place.join(&name);
    std::fs::create_dir_all(&unpacked)?;
    for program in PROGRAMS {
        let from = built("release").join(program);
        std::fs::copy(&from, unpacked.join(program)).with_context(|| format!("{} was not built", from.display()))?;
    }
    for program in &PROGRAMS[..2] {
        needs_only_what_is_there(&unpacked.join(program))?;
    }
    put_words(&root().join(licences::FILE), &unpacked.join(LICENCES))?;
    for (from, to) in WORDS {
        put_words(&root().join(from), &unpacked.join(to))?;
    }
    let zip = place.join(format!("{name}.zip"));
    must(program("zip").current_dir(&place).args(["-9", "-q", "-r", "-X"]).arg(&zip).arg(&name))?;
    for path in PROGRAMS.iter().map(|p| unpacked.join(p)).chain([zip]) {
        say(format!("{}: {:.1} MB", path.strip_prefix(root()).unwrap_or(&path).display(), size(&path)?));
    }
    Ok(())
}

/// As Notepad of every Windows shows it: marked as UTF-8, lines ended by both signs.
fn put_words(from: &Path, to: &Path) -> Result<()> {
    let words = std::fs::read_to_string(from).with_context(|| format!("{} is not there", from.display()))?;
    std::fs::write(to, format!("\u{feff}{}", words.replace("\r\n", "\n").replace('\n', "\r\n")))?;
    Ok(())
}

/// A library of mingw that was not linked in would be missing on every PC.
fn needs_only_what_is_there(path: &PathBuf) -> Result<()> {
    let told =
        printed(program("x86_64-w64-mingw32-objdump").arg("-p").arg(path)).context("objdump reads no program")?;
    let needed: Vec<String> = told.lines().filter_map(library).collect();
    ensure!(!needed.is_empty(), "objdump says otherwise now what {} needs", path.display());
    let missing: Vec<&String> = needed
        .iter()
        .filter(|name| !OF_WINDOWS.iter().any(|known| name.starts_with(known)))
        .filter(|name| !path.with_file_name(name.as_str()).exists() && *name != "webview2loader.dll")
        .collect();
    ensure!(missing.is_empty(), "{} needs {missing:?}, which no PC has", path.display());
    Ok(())
}

/// `DLL Name: KERNEL32.dll` names `kernel32.dll`.
fn library(line: &str) -> Option<String> {
    line.trim().strip_prefix("DLL Name: ").map(str::to_ascii_lowercase)
}

/// In megabytes, a million bytes each.
fn size(path: &Path) -> Result<f64> {
    Ok(path.metadata().with_context(|| format!("{} was not made", path.display()))?.len() as f64 / 1e6)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn needed_libraries_are_read_from_objdumps_list() {
        assert_eq!(library("\tDLL Name: KERNEL32.dll").as_deref(), Some("kernel32.dll"));
        assert_eq!(library("\t0000  KERNEL32.dll"), None);
    }

    #[test]
    fn words_are_written_as_windows_reads_them() {
        let folder = std::env::temp_dir().join(format!("tung-ngo-words-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        std::fs::write(folder.join("a"), "một\nhai\r\nba\n").expect("it writes");
        put_words(&folder.join("a"), &folder.join("b")).expect("it writes");
        assert_eq!(std::fs::read_to_string(folder.join("b")).expect("it reads"), "\u{feff}một\r\nhai\r\nba\r\n");
        std::fs::remove_dir_all(folder).expect("it goes");
    }
}
