//! Node, its packages and the built window files in `ui/`.

use std::path::Path;
use std::time::SystemTime;

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

use crate::shell::{NPM, must, npm, printed, program, root, say};

/// What Vite 8 accepts: 20.19 and on within 20, or 22.12 and on.
fn is_new_enough(version: &str) -> bool {
    let mut parts = version.trim().trim_start_matches('v').split(['.', '~', '+', '-']).map(|p| p.parse().unwrap_or(0));
    let (major, minor): (u32, u32) = (parts.next().unwrap_or(0), parts.next().unwrap_or(0));
    (major == 20 && minor >= 19) || (major == 22 && minor >= 12) || major > 22
}

const WHAT_TO_DO: &str = "the window's files are built with Vite 8, which needs Node 20.19 or newer: \
    install Node 20.19+, 22.12+ or 24 (from nodejs.org, a version manager, or a newer Debian), then start again";

pub(crate) fn is_installed() -> bool {
    version().is_some() && printed(program(NPM).arg("--version")).is_some()
}

fn version() -> Option<String> {
    printed(program("node").arg("--version"))
}

/// Whether the system's own Node would do; asked before it is installed.
pub(crate) fn archive_is_new_enough() -> Result<()> {
    let policy = printed(program("apt-cache").args(["policy", "nodejs"])).unwrap_or_default();
    let candidate = policy.lines().find_map(|l| l.trim().strip_prefix("Candidate: ")).unwrap_or("none").to_owned();
    ensure!(is_new_enough(&candidate), "there is no Node here, and the system's archive has {candidate}; {WHAT_TO_DO}");
    Ok(())
}

/// Node's packages as `package-lock.json` says, and `ui/dist` built from the sources as they are.
pub(crate) fn ready() -> Result<()> {
    packages(UI)?;
    build()
}

/// The window.
pub(crate) const UI: &str = "ui";
/// What drives a browser, for the tests of browser and window.
pub(crate) const DRIVERS: &str = "tests/browser";
/// What makes installers: Tauri's own command line, whose program lies in the package.
pub(crate) const BUNDLER: &str = "src-tauri/bundle";

/// `npm ci` in a folder, only when what is installed differs from the lock file.
pub(crate) fn packages(folder: &str) -> Result<()> {
    let here = root().join(folder);
    ensure!(here.join("package.json").exists(), "{folder}/package.json is not there");
    match version() {
        Some(v) if is_new_enough(&v) => {}
        Some(v) => bail!("Node here is {}; {WHAT_TO_DO}", v.trim()),
        None => bail!("there is no Node here; {WHAT_TO_DO}"),
    }
    let wanted =
        lock(&here.join("package-lock.json")).with_context(|| format!("{folder}/package-lock.json cannot be read"))?;
    if lock(&here.join("node_modules/.package-lock.json")).is_ok_and(|have| is_same(&wanted, &have)) {
        say(format!("Node packages of {folder}: all there"));
        return Ok(());
    }
    must(npm(folder).args(["ci", "--no-audit", "--no-fund"]))
}

fn lock(path: &Path) -> Result<Value> {
    Ok(serde_json::from_str(&std::fs::read_to_string(path)?)?)
}

/// Every package that has to be there is, and none is of another version. Packages for other systems
/// are optional and not installed.
fn is_same(wanted: &Value, have: &Value) -> bool {
    let (Some(wanted), Some(have)) = (wanted["packages"].as_object(), have["packages"].as_object()) else {
        return false;
    };
    let optional = |p: &Value| ["optional", "devOptional", "peer"].iter().any(|k| p[*k] == Value::Bool(true));
    let version = |p: &Value| (p["version"].clone(), p["integrity"].clone());
    have.iter().all(|(path, p)| wanted.get(path).is_some_and(|w| version(w) == version(p)))
        && wanted.iter().all(|(path, p)| path.is_empty() || have.contains_key(path) || optional(p))
}

/// Builds `ui/dist`, only when a source is newer.
pub(crate) fn build() -> Result<()> {
    let root = root();
    let built = modified(&root.join("ui/dist/index.html"));
    let mut newest = None;
    for entry in std::fs::read_dir(root.join("ui"))?.flatten() {
        let name = entry.file_name();
        if !["node_modules", "dist", ".svelte-kit"].iter().any(|n| name == *n) {
            newest = newest.max(newest_in(&entry.path()));
        }
    }
    // Shared with the Rust side and bundled into the window.
    for shared in ["assets/text", "assets/fonts"] {
        newest = newest.max(newest_in(&root.join(shared)));
    }
    if built.is_some() && built >= newest {
        say("ui/dist: built from the sources as they are");
        return Ok(());
    }
    must(npm(UI).args(["run", "build"]))
}

fn modified(path: &Path) -> Option<SystemTime> {
    path.metadata().and_then(|m| m.modified()).ok()
}

/// Newest change under a path; a folder's own time tells of files removed or renamed.
fn newest_in(path: &Path) -> Option<SystemTime> {
    let mut newest = modified(path);
    if path.is_dir() {
        for entry in std::fs::read_dir(path).into_iter().flatten().flatten() {
            newest = newest.max(newest_in(&entry.path()));
        }
    }
    newest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vites_range_of_node_versions_is_known() {
        for good in ["v20.19.0", "v20.20.2", "v22.12.1", "v24.0.0", "20.19.2+dfsg-1"] {
            assert!(is_new_enough(good), "{good}");
        }
        for bad in ["v18.20.4", "v20.18.9", "v21.7.0", "v22.11.0", "18.19.0+dfsg-6~deb12u2", "(none)", ""] {
            assert!(!is_new_enough(bad), "{bad}");
        }
    }

    #[test]
    fn packages_for_other_systems_may_be_absent_and_others_may_not() {
        let have = |paths: &[(&str, &str)]| {
            let packages = paths.iter().map(|(p, v)| ((*p).to_owned(), serde_json::json!({ "version": v })));
            serde_json::json!({ "packages": packages.collect::<serde_json::Map<_, _>>() })
        };
        let wanted = serde_json::json!({ "packages": {
            "": { "name": "ui" },
            "node_modules/vite": { "version": "8.3.4" },
            "node_modules/rolldown-win32": { "version": "1.0.0", "optional": true },
        }});
        assert!(is_same(&wanted, &have(&[("node_modules/vite", "8.3.4")])));
        assert!(!is_same(&wanted, &have(&[("node_modules/vite", "8.3.3")])));
        assert!(!is_same(&wanted, &have(&[])));
        assert!(!is_same(&wanted, &have(&[("node_modules/vite", "8.3.4"), ("node_modules/old", "1.0.0")])));
    }
}
