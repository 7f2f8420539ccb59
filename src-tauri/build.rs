//! Declares the window's own commands, so that each needs a permission in `capabilities/`, and embeds
//! `ui/dist`.

use std::path::Path;

/// Every command of `src/rpc.rs` and `src/host.rs`.
const COMMANDS: &[&str] = &[
    "call",
    "bytes",
    "job_start",
    "job_state",
    "job_cancel",
    "take_asked_file",
    "open_path",
    "print_path",
    "reveal_path",
    "save_picture",
    "pick_file",
    "pick_files",
    "pick_folder",
    "pick_new_file",
];

fn main() {
    let dist = Path::new("../ui/dist");
    // Tauri's macro refuses a folder that is not there; lints and types can be checked without the UI.
    if !dist.join("index.html").is_file() {
        println!("cargo::warning=ui/dist is not built: the window will be blank; build it with npm, then build again");
        if let Err(error) = std::fs::create_dir_all(dist) {
            println!("cargo::warning=ui/dist cannot be made: {error}");
        }
    }
    // The embedded files are read by a macro, which cargo does not see.
    println!("cargo::rerun-if-changed=../ui/dist");
    fold_equal_functions();
    let manifest = tauri_build::AppManifest::new().commands(COMMANDS);
    if let Err(error) = tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest)) {
        println!("cargo::error={error:#}");
    }
}

/// Generic code comes out the same for many types: the linker that rustc brings along on this system keeps it once.
fn fold_equal_functions() {
    let is = |name: &str, value: &str| std::env::var(name).is_ok_and(|found| found == value);
    if is("TARGET", "x86_64-unknown-linux-gnu") && is("PROFILE", "release") {
        println!("cargo::rustc-link-arg-bins=-Wl,--icf=all");
    }
}
