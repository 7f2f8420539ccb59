//! Cargo, building for Windows on Linux.
//!
//! rustup's target would be a download that `rust-toolchain.toml` forbids on purpose, so the compiler is Debian's
//! `rustc-web`, which comes with the standard library's sources and builds it for any target; mingw links.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::setup::{self, Purpose};
use crate::shell::{cargo, printed, program, root};

const TARGET: &str = "x86_64-pc-windows-gnu";
/// The threads of the C++ library that a dependency links are POSIX' own: Debian's other flavour has none.
const LINKER: &str = "x86_64-w64-mingw32-gcc-posix";

/// What builds for Windows.
#[derive(Debug)]
pub(super) struct Cross {
    compiler: PathBuf,
    /// The folder `library` of the compiler's sources.
    library: PathBuf,
}

impl Cross {
    /// Installs what is missing, and looks where it lies.
    pub(super) fn ready() -> Result<Self> {
        ensure!(cfg!(target_os = "linux"), "on Windows itself: cargo xtask test, cargo xtask package");
        setup::system(Purpose::Windows)?;
        let compiler = file_of("rustc-web", "/bin/rustc")?;
        let lock = file_of("rust-web-src", "/library/Cargo.lock")?;
        let library = lock.parent().unwrap_or(&lock).to_owned();
        Ok(Self { compiler, library })
    }

    /// `cargo VERB` with everything that makes it one for Windows; packages are still to be named.
    pub(super) fn cargo(&self, verb: &str) -> Command {
        let mut command = cargo();
        command
            .args([verb, "-Zbuild-std=std,panic_unwind", "--target", TARGET])
            .env("RUSTC", &self.compiler)
            // `-Zbuild-std` is of no released cargo; both say so unless told that it is meant.
            .env("RUSTC_BOOTSTRAP", "1")
            .env("__CARGO_TESTS_ONLY_SRC_ROOT", &self.library)
            .env("CARGO_TARGET_DIR", folder())
            .env("CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER", LINKER)
            .env("CC_x86_64_pc_windows_gnu", LINKER)
            // Two dozen test programs of 200 MB each otherwise.
            .env("CARGO_PROFILE_DEV_DEBUG", "none");
        command
    }
}

/// Everything of Windows' own.
pub(super) fn folder() -> PathBuf {
    root().join("target/windows")
}

/// Where cargo puts what it builds for Windows, for `profile` `debug` or `release`.
pub(super) fn built(profile: &str) -> PathBuf {
    folder().join(TARGET).join(profile)
}

/// A library for the programs, of one file in C.
pub(super) fn c_library(source: &Path, library: &Path) -> Result<()> {
    crate::shell::must(
        program(LINKER).args(["-shared", "-O2", "-s", "-Wall", "-o"]).arg(library).arg(source).arg("-ladvapi32"),
    )
}

/// A file of an installed package, by how its path ends.
fn file_of(package: &str, ending: &str) -> Result<PathBuf> {
    let files = printed(program("dpkg-query").args(["--listfiles", package])).unwrap_or_default();
    let found = files.lines().find(|f| f.ends_with(ending)).map(PathBuf::from);
    found.with_context(|| format!("{package} holds no …{ending}: building for Windows needs Debian's packages"))
}
