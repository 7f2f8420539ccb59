//! The top of the house, the lints of its rooms, and the licences of its fonts.

use std::collections::BTreeSet;

use product_tests::sources::{Source, absolute, paths, with_endings};

/// The six names the customer fixed, and small files beside them.
const TOP: [&str; 12] = [
    "Cargo.toml",
    "src-tauri",
    "ui",
    "assets",
    "tests",
    "README.md",
    "Cargo.lock",
    "CHANGELOG.md",
    "rust-toolchain.toml",
    "deny.toml",
    "clippy.toml",
    "rustfmt.toml",
];

fn strangers(paths: &[String]) -> Vec<String> {
    let tops: BTreeSet<&str> = paths.iter().filter_map(|p| p.split('/').next()).collect();
    tops.into_iter()
        .filter(|t| !t.starts_with('.') && !TOP.contains(t))
        .map(|t| format!("{t} is a stranger at the top"))
        .collect()
}

#[test]
fn the_top_of_the_house_is_as_agreed() {
    super::none(&strangers(&paths()));
}

#[test]
fn a_stranger_at_the_top_is_found() {
    let paths = ["README.md", ".ci/run", "docs/plan.md", "notes.txt", "ui/src/app.ts"].map(String::from);
    assert_eq!(strangers(&paths), ["docs is a stranger at the top", "notes.txt is a stranger at the top"]);
}

/// Packages with lints of their own: one stands in for calls of the system, which takes `unsafe`; one is no part of the
/// workspace, because it needs another Rust.
const OWN_LINTS: [&str; 2] = ["tests/layer/Cargo.toml", "tests/fuzz/Cargo.toml"];

fn without_lints(manifests: &[Source]) -> Vec<String> {
    let has = |text: &str| {
        let table = text.split("\n[").find_map(|t| t.strip_prefix("lints]").or_else(|| t.strip_prefix("[lints]")));
        table.is_some_and(|t| t.lines().any(|l| l.trim() == "workspace = true"))
    };
    manifests
        .iter()
        .filter(|m| !OWN_LINTS.contains(&m.path.as_str()) && !m.text.starts_with("[workspace]") && !has(&m.text))
        .map(|m| format!("{} does not take the workspace's lints", m.path))
        .collect()
}

#[test]
fn every_crate_takes_the_lints_of_the_workspace() {
    let manifests: Vec<Source> = with_endings(&["Cargo.toml"]);
    assert!(manifests.len() > 9);
    super::none(&without_lints(&manifests));
}

#[test]
fn a_crate_without_lints_is_found() {
    let manifests = [
        Source::new("a/Cargo.toml", "[package]\nname = \"a\"\n\n[lints]\nworkspace = true\n\n[dependencies]\n"),
        Source::new("b/Cargo.toml", "[package]\nname = \"b\"\n\n[lints.rust]\nunsafe_code = \"allow\"\n"),
        Source::new("c/Cargo.toml", "[package]\nedition.workspace = true\n"),
    ];
    assert_eq!(
        without_lints(&manifests),
        ["b/Cargo.toml does not take the workspace's lints", "c/Cargo.toml does not take the workspace's lints"]
    );
}

fn fonts_without_licence(paths: &[String]) -> Vec<String> {
    let folder = |p: &str| p.rsplit_once('/').map_or("", |(f, _)| f).to_owned();
    let licensed: BTreeSet<String> = paths
        .iter()
        .filter(|p| {
            let name = p.rsplit('/').next().unwrap_or(p).to_lowercase();
            ["ofl", "licen", "copying"].iter().any(|w| name.starts_with(w))
        })
        .map(|p| folder(p))
        .collect();
    paths
        .iter()
        .filter(|p| [".ttf", ".otf", ".woff", ".woff2"].iter().any(|e| p.to_lowercase().ends_with(e)))
        .filter(|p| !licensed.contains(&folder(p)))
        .map(|p| format!("{p} has no licence beside it"))
        .collect()
}

#[test]
fn every_font_has_its_licence_beside_it() {
    let paths = paths();
    assert!(paths.iter().any(|p| p.ends_with(".ttf")));
    super::none(&fonts_without_licence(&paths));
    for licence in paths.iter().filter(|p| p.starts_with("assets/fonts/") && p.ends_with("OFL.txt")) {
        let text = std::fs::read_to_string(absolute(licence)).expect("a licence can be read");
        assert!(text.contains("SIL OPEN FONT LICENSE"), "{licence}");
    }
}

#[test]
fn a_font_without_licence_is_found() {
    let paths = ["assets/fonts/a/A.ttf", "assets/fonts/a/OFL.txt", "ui/public/b.woff2"].map(String::from);
    assert_eq!(fonts_without_licence(&paths), ["ui/public/b.woff2 has no licence beside it"]);
}

fn switched_off(sources: &[Source]) -> Vec<String> {
    let rust = ["#[ignore", "todo!(", "unimplemented!("];
    let script = [".only(", ".skip(", ".todo(", "skip: true", "todo: true"];
    let mut faults = Vec::new();
    for source in sources.iter().filter(|s| !s.is_in("tests/rules")) {
        let words: &[&str] = if source.path.ends_with(".rs") { &rust } else { &script };
        let is_test = source.path.ends_with(".rs") || source.path.contains(".test.");
        for word in words.iter().filter(|w| is_test && source.text.contains(**w)) {
            faults.push(format!("{}: {word} leaves something out", source.path));
        }
    }
    faults
}

#[test]
fn no_test_is_switched_off_and_nothing_is_left_to_do() {
    super::none(&switched_off(&with_endings(&[".rs", ".ts", ".mjs"])));
}

#[test]
fn a_test_that_is_switched_off_is_found() {
    let sources = [
        Source::new("src-tauri/crates/domain/src/code.rs", "#[test]\n#[ignore = \"later\"]\nfn a() {}"),
        Source::new("tests/browser/keying.test.mjs", "test.skip('a', () => {});"),
        Source::new("tests/browser/support/twin.mjs", "list.skip(2)"),
    ];
    assert_eq!(
        switched_off(&sources),
        [
            "src-tauri/crates/domain/src/code.rs: #[ignore leaves something out",
            "tests/browser/keying.test.mjs: .skip( leaves something out",
        ]
    );
}
