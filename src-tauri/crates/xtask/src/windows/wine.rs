//! Wine, with a Windows of its own that is new in every run.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::cross::{built, c_library, folder};
use crate::shell::{must, program, root, say};

/// Debian keeps it off the search path.
const PROGRAM: &str = "/usr/lib/wine/wine64";
const SERVER: &str = "/usr/lib/wine/wineserver64";
/// Windows' random source: Wine 8 has the old function and lacks the one that the standard library calls.
const RANDOM: (&str, &str) = ("tests/windows/bcryptprimitives.c", "bcryptprimitives.dll");

/// A fresh Windows. Ends its programs when dropped.
#[derive(Debug)]
pub(super) struct Wine {
    prefix: PathBuf,
}

impl Wine {
    pub(super) fn fresh() -> Result<Self> {
        let prefix = folder().join("wine");
        if prefix.is_dir() {
            std::fs::remove_dir_all(&prefix).with_context(|| format!("{} is in use", prefix.display()))?;
        }
        std::fs::create_dir_all(&prefix)?;
        // A library beside a program goes before the system's.
        for place in [built("debug"), built("debug").join("deps")] {
            std::fs::create_dir_all(&place)?;
            c_library(&root().join(RANDOM.0), &place.join(RANDOM.1))?;
        }
        let wine = Self { prefix };
        say("Wine: a new Windows");
        must(wine.within(&mut program(PROGRAM)).args(["wineboot", "--init"]))?;
        wine.end(&["--wait"]);
        Ok(wine)
    }

    /// A program for Windows, to be started there.
    pub(super) fn program(&self, path: &Path) -> Command {
        let mut command = program(PROGRAM);
        self.within(command.arg(path));
        command
    }

    fn within<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        command
            .env("WINEPREFIX", &self.prefix)
            .env("WINEARCH", "win64")
            .env("WINESERVER", SERVER)
            .env("WINEDEBUG", "-all")
            // Neither .NET nor a browser is asked for, nor offered for download.
            .env("WINEDLLOVERRIDES", "mscoree=;mshtml=;winemenubuilder.exe=")
            // Names of files are UTF-8 outside as they are UTF-16 inside.
            .env("LC_ALL", "C.UTF-8")
            .env_remove("DISPLAY")
            .env_remove("WAYLAND_DISPLAY")
    }

    /// Waits until nothing of it runs, or ends what does.
    fn end(&self, how: &[&str]) {
        // Nothing runs: nothing to end.
        let _ = self.within(&mut program(SERVER)).args(how).status();
    }
}

impl Drop for Wine {
    fn drop(&mut self) {
        self.end(&["--kill"]);
    }
}
