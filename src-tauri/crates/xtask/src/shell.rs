//! Starting other programs, and saying so.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

/// The folder of `Cargo.toml`.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(3).unwrap_or(here).to_owned()
}

/// Tells the person what comes next.
pub(crate) fn say(text: impl std::fmt::Display) {
    println!("→ {text}");
}

/// A program to start in the root folder.
pub(crate) fn program(name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(root());
    command
}

/// Cargo itself, without what the outer cargo set for this program.
pub(crate) fn cargo() -> Command {
    let mut command = program(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    for (name, _) in std::env::vars_os() {
        let known = name.to_string_lossy();
        if ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_"].iter().any(|p| known.starts_with(p)) {
            command.env_remove(&name);
        }
    }
    command
}

/// npm's name: on Windows it is a script.
pub(crate) const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

/// npm, in a folder of ours.
pub(crate) fn npm(folder: &str) -> Command {
    let mut command = program(NPM);
    command.current_dir(root().join(folder));
    command
}

/// Where cargo puts what it builds, for `profile` `debug` or `release`.
pub(crate) fn built(profile: &str, name: &str) -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |t| root().join(t));
    target.join(profile).join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// The command as it would be typed.
pub(crate) fn typed(command: &Command) -> String {
    let name = Path::new(command.get_program()).file_stem().unwrap_or(command.get_program());
    let words = std::iter::once(name).chain(command.get_args());
    words.map(|w| w.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// Says, starts and waits; an exit code other than 0 is an error.
pub(crate) fn must(command: &mut Command) -> Result<()> {
    let line = typed(command);
    say(&line);
    let status = command.status().with_context(|| format!("'{line}' cannot be started"))?;
    ensure!(status.success(), "'{line}' ended with {status}");
    Ok(())
}

/// What a command prints, if it ends well. Says nothing.
pub(crate) fn printed(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The full path of a program on the search path.
pub(crate) fn find(name: &str) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    let names = [format!("{name}{}", std::env::consts::EXE_SUFFIX), name.to_owned()];
    std::env::split_paths(&folders).flat_map(|f| names.clone().map(|n| f.join(n))).find(|p| p.is_file())
}
