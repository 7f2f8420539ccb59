//! `domain ← {store, paper, workbook} ← office ← {desktop, cli, devserver, publish, tests}`.

use std::process::Command;

use product_tests::cli::root;
use serde_json::{Value, json};

/// Each crate with what it may know of ours. Values of `domain` are known everywhere; rows, pages and
/// cells only to `office`. The tests read the codes of tables' faults from `workbook`, and ask `paper` for
/// documents no office holds.
const ARROWS: [(&str, &[&str]); 12] = [
    ("domain", &[]),
    ("store", &["domain"]),
    ("paper", &["domain"]),
    ("workbook", &["domain"]),
    ("office", &["domain", "store", "paper", "workbook"]),
    ("tung-ngo-desktop", &["domain", "office"]),
    ("cli", &["domain", "office"]),
    ("devserver", &["domain", "office"]),
    // Nobody knows it: what a city sends to its own server is in no program of a ward.
    ("publish", &["domain", "office"]),
    ("product-tests", &["domain", "office", "paper", "workbook"]),
    // Stands between a test's program and the system.
    ("layer", &[]),
    ("xtask", &[]),
];

/// Crates of others that only one of ours may know.
const OWNED: [(&str, &str); 11] = [
    ("rusqlite", "store"),
    ("printpdf", "paper"),
    ("parley", "paper"),
    ("docx-rs", "paper"),
    ("rust_xlsxwriter", "workbook"),
    ("tauri", "tung-ngo-desktop"),
    ("tiny_http", "devserver"),
    ("postgres", "publish"),
    ("anyhow", "xtask"),
    ("proc-macro2", "product-tests"),
    ("libc", "layer"),
];

/// Plugins the window may have: no file system, shell, HTTP or SQL from the page.
const PLUGINS: [&str; 4] =
    ["tauri-plugin-dialog", "tauri-plugin-opener", "tauri-plugin-single-instance", "tauri-plugin-window-state"];

/// Faults in what `cargo metadata --no-deps` says.
fn faults(metadata: &Value) -> Vec<String> {
    let packages = metadata["packages"].as_array().cloned().unwrap_or_default();
    let text = |v: &Value| v.as_str().unwrap_or_default().to_owned();
    let ours: Vec<String> = packages.iter().map(|p| text(&p["name"])).collect();
    let mut faults = Vec::new();
    for package in &packages {
        let name = text(&package["name"]);
        let Some((_, may)) = ARROWS.iter().find(|(n, _)| *n == name) else {
            faults.push(format!("{name} has no place among the layers: give it one here and in src-tauri/README.md"));
            continue;
        };
        for dependency in package["dependencies"].as_array().into_iter().flatten() {
            let other = text(&dependency["name"]);
            let owner = OWNED.iter().find(|(n, _)| *n == other).map(|(_, owner)| *owner);
            if ours.contains(&other) && !may.contains(&other.as_str()) {
                faults.push(format!("{name} → {other} is no allowed arrow"));
            } else if owner.is_some_and(|o| o != name) {
                faults.push(format!("{name} → {other}: only {} knows it", owner.unwrap_or_default()));
            } else if other.starts_with("tauri-plugin-") && !PLUGINS.contains(&other.as_str()) {
                faults.push(format!("{name} → {other}: the page is not to have what this plugin gives"));
            }
        }
    }
    faults
}

/// Whether a plain `cargo test` or `cargo build` would make it.
fn is_default(metadata: &Value, name: &str) -> bool {
    let packages = metadata["packages"].as_array().into_iter().flatten();
    let ids: Vec<&Value> = packages.filter(|p| p["name"] == name).map(|p| &p["id"]).collect();
    let members = metadata["workspace_default_members"].as_array();
    members.into_iter().flatten().any(|m| ids.contains(&m))
}

#[test]
fn no_crate_knows_more_than_its_layer_may() {
    let output = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .current_dir(root())
        .args(["metadata", "--format-version", "1", "--no-deps", "--offline"])
        .output()
        .expect("cargo tells about the workspace");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("metadata is JSON");
    assert_eq!(metadata["packages"].as_array().map(Vec::len), Some(ARROWS.len()), "a layer without its crate");
    super::none(&faults(&metadata));
    assert!(is_default(&metadata, "cli") && !is_default(&metadata, "publish"));
}

#[test]
fn a_forbidden_arrow_is_found() {
    let package = |name: &str, dependencies: &[&str]| {
        let dependencies: Vec<Value> = dependencies.iter().map(|d| json!({ "name": d })).collect();
        json!({ "name": name, "dependencies": dependencies })
    };
    let metadata = json!({ "packages": [
        package("domain", &["serde"]),
        package("paper", &["domain", "printpdf"]),
        package("store", &["domain", "paper", "rusqlite"]),
        package("cli", &["office", "store"]),
        package("office", &["domain", "store", "rusqlite"]),
        package("tung-ngo-desktop", &["office", "publish", "tauri", "tauri-plugin-dialog", "tauri-plugin-fs"]),
        package("publish", &["office", "postgres"]),
        package("devserver", &["office", "postgres"]),
        package("helpers", &[]),
    ]});
    assert_eq!(
        faults(&metadata),
        [
            "store → paper is no allowed arrow",
            "cli → store is no allowed arrow",
            "office → rusqlite: only store knows it",
            "tung-ngo-desktop → publish is no allowed arrow",
            "tung-ngo-desktop → tauri-plugin-fs: the page is not to have what this plugin gives",
            "devserver → postgres: only publish knows it",
            "helpers has no place among the layers: give it one here and in src-tauri/README.md",
        ]
    );
}
