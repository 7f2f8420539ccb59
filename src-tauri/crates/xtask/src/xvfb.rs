//! A screen nobody sees, for the window on a machine without one.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, ensure};

use crate::shell::program;

/// An Xvfb of our own; it ends with this value.
#[derive(Debug)]
pub(crate) struct Screen {
    server: Child,
    name: String,
}

impl Screen {
    /// As large as the office's usual screen.
    pub(crate) fn open() -> Result<Self> {
        let mut server = program("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("Xvfb cannot be started")?;
        // It writes its number once it is ready.
        let mut number = String::new();
        if let Some(output) = server.stdout.take() {
            BufReader::new(output).read_line(&mut number)?;
        }
        let screen = Self { server, name: format!(":{}", number.trim()) };
        ensure!(screen.name.len() > 1, "Xvfb ended without a screen");
        Ok(screen)
    }

    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// Lets a program draw here and nowhere else.
    pub(crate) fn used_by<'c>(&self, command: &'c mut Command) -> &'c mut Command {
        command
            .env("DISPLAY", &self.name)
            .env_remove("WAYLAND_DISPLAY")
            .env("GDK_BACKEND", "x11")
            // There is no accessibility bus on such a machine; GTK would wait for it.
            .env("NO_AT_BRIDGE", "1")
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        // Already gone is as good.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
