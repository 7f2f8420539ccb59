//! `cargo xtask check`: what a machine can say about the sources without running them.

use anyhow::{Result, bail};

use crate::bindings;
use crate::licences;
use crate::node;
use crate::shell::{cargo, find, must, npm, say};

pub(crate) fn run() -> Result<()> {
    let mut faults = Vec::new();
    let mut note = |done: Result<()>| {
        if let Err(error) = done {
            faults.push(format!("{error:#}"));
        }
    };
    note(must(cargo().args(["fmt", "--all", "--check"])));
    note(must(cargo().args(["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"])));
    note(bindings::check());
    note(licences::check());
    match node::packages(node::UI) {
        Ok(()) => {
            note(must(npm(node::UI).args(["run", "lint"])));
            note(must(npm(node::UI).args(["run", "check"])));
        }
        failed => note(failed),
    }
    if find("cargo-deny").is_some() {
        note(must(cargo().args(["deny", "--offline", "check", "licenses", "bans", "sources"])));
    } else {
        say("licences and sources of dependencies are not checked: cargo-deny is not installed here");
    }
    if faults.is_empty() {
        say("nothing found");
        return Ok(());
    }
    bail!("{} checks failed:\n  {}", faults.len(), faults.join("\n  "))
}
