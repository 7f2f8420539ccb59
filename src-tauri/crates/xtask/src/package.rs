//! `cargo xtask package`: the installers of the system it runs on: window and command line, their icon, the kind of file
//! they open, and the licences of what they hold. On Debian and Ubuntu a .deb, on Windows one of NSIS and one MSI.
//!
//! Tauri's own bundler makes all of them from `tauri.conf.json`; for a .deb it downloads nothing, for the others NSIS,
//! WiX and the WebView2 runtime. Only what the configuration cannot know is put in here: where the command line was
//! built, which libraries the two programs were linked against, and who signs.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::bench::PACKAGES;
use crate::licences;
use crate::node;
use crate::setup::{self, Purpose};
use crate::shell::{built, cargo, find, must, printed, program, root, say};

const PROGRAMS: [&str; 2] = ["tung-ngo-desktop", "tung-ngo"];
/// The SHA-1 thumbprint of a certificate in the user's own store, by which Windows' `signtool` finds it.
const CERTIFICATE: &str = "TUNG_NGO_CERTIFICATE";
/// The server that says when something was signed.
const TIMESTAMP: &str = "TUNG_NGO_TIMESTAMP_URL";

/// Packs what is built already as if it were of another version: what upgrades and downgrades are tried with.
pub(crate) fn again_as(version: &str) -> Result<()> {
    ensure!(cfg!(windows), "on Debian the tests of the package give it another version themselves");
    pack_as(false, Some(version)).map(drop)
}

/// Builds both programs and packs them. Debug programs make a large package, for tests only.
pub(crate) fn run(is_debug: bool) -> Result<()> {
    ensure!(cfg!(windows) || makes_deb(), "installers are made on Debian or Ubuntu (with dpkg-dev) and on Windows");
    setup::run(Purpose::Run)?;
    licences::check()?;
    let mut build = cargo();
    build.arg("build").args(PACKAGES).args(PROGRAMS.iter().flat_map(|name| ["--bin", *name]));
    if !is_debug {
        build.arg("--release");
    }
    must(&mut build)?;
    pack(is_debug).map(drop)
}

/// Whether a .deb can be made here.
pub(crate) fn makes_deb() -> bool {
    cfg!(target_os = "linux") && find("dpkg-shlibdeps").is_some()
}

/// Packs the programs as they were built; the installers made.
pub(crate) fn pack(is_debug: bool) -> Result<Vec<PathBuf>> {
    pack_as(is_debug, None)
}

fn pack_as(is_debug: bool, version: Option<&str>) -> Result<Vec<PathBuf>> {
    node::packages(node::BUNDLER)?;
    let programs = PROGRAMS.map(|name| built(if is_debug { "debug" } else { "release" }, name));
    let (kinds, config, here): (&[&str], _, _) = if cfg!(windows) {
        (&["nsis", "msi"], "bundle/windows.conf.json", on_windows(&programs))
    } else {
        (&["deb"], "bundle/deb.conf.json", on_debian(&programs)?)
    };
    let folder = programs[0].parent().unwrap_or(&programs[0]).join("bundle");
    for kind in kinds {
        // An installer of an earlier version must not be taken for this one.
        let old = folder.join(kind);
        if old.is_dir() {
            std::fs::remove_dir_all(&old).with_context(|| format!("{} is in use", old.display()))?;
        }
    }
    let mut bundler = program("node");
    bundler.current_dir(root().join("src-tauri")).arg("bundle/node_modules/@tauri-apps/cli/tauri.js");
    bundler.args(["bundle", "--ci", "--bundles", &kinds.join(","), "--config", config, "--config", &here.to_string()]);
    if is_debug {
        bundler.arg("--debug");
    }
    if let Some(version) = version {
        bundler.args(["--config", &json!({ "version": version }).to_string()]);
    }
    must(&mut bundler)?;
    let installers = installers(&folder, kinds)?;
    for path in programs.iter().chain(&installers) {
        say(format!("{}: {:.1} MB", path.strip_prefix(root()).unwrap_or(path).display(), size(path)?));
    }
    Ok(installers)
}

fn on_debian(programs: &[PathBuf; 2]) -> Result<Value> {
    let deb = json!({ "depends": libraries(programs)?, "files": { "/usr/bin/tung-ngo": programs[1] } });
    Ok(json!({ "bundle": { "linux": { "deb": deb } } }))
}

fn on_windows(programs: &[PathBuf; 2]) -> Value {
    let mut here = json!({ "bundle": { "resources": { programs[1].to_string_lossy(): "tung-ngo.exe" } } });
    let set = |name: &str| std::env::var(name).ok().filter(|v| !v.is_empty());
    match set(CERTIFICATE) {
        Some(thumbprint) => {
            here["bundle"]["windows"] = json!({ "certificateThumbprint": thumbprint, "timestampUrl": set(TIMESTAMP) });
        }
        None => say(format!("{CERTIFICATE} is not set: the installers are not signed, and Windows will warn of them")),
    }
    here
}

/// What the programs were linked against, as Debian names it, with the versions whose functions they use.
fn libraries(programs: &[PathBuf]) -> Result<Vec<String>> {
    // It wants to stand beside a package's description, and reads only that there is one.
    let folder = built("debug", "shlibdeps");
    std::fs::create_dir_all(folder.join("debian"))?;
    std::fs::write(folder.join("debian/control"), "Source: tung-ngo\n\nPackage: tung-ngo\nArchitecture: any\n")?;
    let answer = printed(program("dpkg-shlibdeps").current_dir(&folder).arg("-O").args(programs))
        .context("dpkg-shlibdeps does not know a library that the programs need")?;
    let list = answer.trim().strip_prefix("shlibs:Depends=").context("dpkg-shlibdeps answers otherwise now")?;
    Ok(list.split(", ").map(str::to_owned).collect())
}

/// One of each kind.
fn installers(folder: &Path, kinds: &[&str]) -> Result<Vec<PathBuf>> {
    let one = |kind: &&str| {
        let place = folder.join(kind);
        let files = std::fs::read_dir(&place).with_context(|| format!("{} was not made", place.display()))?;
        let mut made = files.flatten().map(|e| e.path()).filter(|p| p.is_file());
        made.next().with_context(|| format!("there is no installer in {}", place.display()))
    };
    kinds.iter().map(one).collect()
}

/// In megabytes, a million bytes each.
fn size(path: &Path) -> Result<f64> {
    let bytes = path.metadata().with_context(|| format!("{} was not made", path.display()))?.len();
    Ok(bytes as f64 / 1e6)
}
