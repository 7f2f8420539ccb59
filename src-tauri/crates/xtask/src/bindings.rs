//! `cargo xtask bindings`: the contract's types for the window. The contract writes them itself
//! (`tests/bindings`); here it is only started.

use anyhow::Result;

use crate::shell::{cargo, must};

pub(crate) fn run() -> Result<()> {
    start(&[])
}

/// Refuses stale ones and writes nothing.
pub(crate) fn check() -> Result<()> {
    start(&["--check"])
}

fn start(words: &[&str]) -> Result<()> {
    must(cargo().args(["run", "--quiet", "--package", "product-tests", "--bin", "bindings", "--"]).args(words))
}
