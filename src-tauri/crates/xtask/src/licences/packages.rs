//! The Node packages that are compiled into the window's files.

use std::collections::BTreeSet;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use super::Part;
use crate::node;
use crate::shell::root;

/// Svelte only builds, but what runs in the window comes from it and from these of its own dependencies; the rest is
/// its compiler.
const RUNS_IN_THE_WINDOW: [&str; 3] = ["svelte", "clsx", "esm-env"];

pub(super) fn list() -> Result<Vec<Part>> {
    let lock = std::fs::read_to_string(root().join(node::UI).join("package-lock.json"))?;
    bundled(&serde_json::from_str(&lock)?)
}

fn bundled(lock: &Value) -> Result<Vec<Part>> {
    let packages = lock["packages"].as_object().context("the lock file lists no packages")?;
    let own = names(&packages.get("").unwrap_or(&Value::Null)["dependencies"]);
    let mut open = Vec::new();
    for name in own.iter().map(String::as_str).chain(RUNS_IN_THE_WINDOW) {
        open.push(format!("node_modules/{name}"));
    }
    let (mut seen, mut parts) = (BTreeSet::new(), Vec::new());
    while let Some(path) = open.pop() {
        if !seen.insert(path.clone()) {
            continue;
        }
        let package = packages.get(&path).with_context(|| format!("{path} is not in the lock file"))?;
        let name = path.rsplit_once("node_modules/").map_or(path.as_str(), |(_, name)| name);
        let field = |key: &str| package[key].as_str().with_context(|| format!("{path} has no {key}"));
        parts.push(Part {
            name: name.to_owned(),
            version: field("version")?.to_owned(),
            licence: field("license")?.to_owned(),
            folder: Some(root().join(node::UI).join(&path)),
            authors: Vec::new(),
        });
        if !RUNS_IN_THE_WINDOW.contains(&name) {
            for need in names(&package["dependencies"]) {
                open.push(found(&path, &need, |p| packages.contains_key(p))?);
            }
        }
    }
    Ok(parts)
}

fn names(dependencies: &Value) -> Vec<String> {
    dependencies.as_object().into_iter().flat_map(|d| d.keys().cloned()).collect()
}

/// Node's own way: beside the one that asks, then further out.
fn found(from: &str, name: &str, is_there: impl Fn(&str) -> bool) -> Result<String> {
    let mut base = from;
    loop {
        let path = if base.is_empty() { format!("node_modules/{name}") } else { format!("{base}/node_modules/{name}") };
        if is_there(&path) {
            return Ok(path);
        }
        if base.is_empty() {
            bail!("{name}, which {from} needs, is not in the lock file");
        }
        base = base.rsplit_once("/node_modules/").map_or("", |(outer, _)| outer);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_builds_is_left_out_and_the_nearest_version_counts() {
        let package = |version: &str, needs: Value| serde_json::json!({ "version": version, "license": "MIT", "dependencies": needs });
        let lock = serde_json::json!({ "packages": {
            "": { "dependencies": { "charts": "1" }, "devDependencies": { "svelte": "5", "vite": "8" } },
            "node_modules/charts": package("1.0.0", serde_json::json!({ "lib": "2" })),
            "node_modules/charts/node_modules/lib": package("2.0.0", serde_json::json!({})),
            "node_modules/lib": package("3.0.0", serde_json::json!({})),
            "node_modules/vite": package("8.0.0", serde_json::json!({})),
            "node_modules/acorn": package("8.0.0", serde_json::json!({})),
            "node_modules/svelte": package("5.0.0", serde_json::json!({ "acorn": "8", "clsx": "2" })),
            "node_modules/clsx": package("2.0.0", serde_json::json!({})),
            "node_modules/esm-env": package("1.0.0", serde_json::json!({})),
        }});
        let mut titles: Vec<String> = bundled(&lock).expect("a lock file").iter().map(Part::title).collect();
        titles.sort();
        assert_eq!(titles, ["charts 1.0.0", "clsx 2.0.0", "esm-env 1.0.0", "lib 2.0.0", "svelte 5.0.0"]);
    }

    /// A package that a source names and nobody listed would be shipped without its licence.
    #[test]
    fn every_package_that_the_windows_sources_name_is_listed() {
        let listed = list().expect("the lock file");
        let mut sources = vec![root().join("ui/src")];
        let mut seen = 0;
        while let Some(path) = sources.pop() {
            if path.is_dir() {
                sources.extend(std::fs::read_dir(&path).expect("a folder").flatten().map(|e| e.path()));
                continue;
            }
            let name = path.to_string_lossy().into_owned();
            if ![".ts", ".svelte", ".css"].iter().any(|e| name.ends_with(e))
                || name.contains(".test.")
                || name.contains("/testing/")
            {
                continue;
            }
            for package in named(&std::fs::read_to_string(&path).expect("a source")) {
                assert!(listed.iter().any(|p| p.name == package), "{name}: {package}");
                seen += 1;
            }
        }
        assert!(seen > 20, "only {seen} imports were found: are they written otherwise now?");
    }

    /// Packages that `import … from`, `import(…)` and `@import` name; our own files begin with a dot.
    fn named(source: &str) -> Vec<String> {
        let quoted = |rest: &str| {
            let quote = rest.chars().next().filter(|c| "'\"".contains(*c))?;
            rest[1..].split_once(quote).map(|(path, _)| path.to_owned())
        };
        let after = ["from ", "import ", "import("].iter().flat_map(|word| source.split(word).skip(1));
        let package = |path: String| {
            let depth = if path.starts_with('@') { 2 } else { 1 };
            path.split('/').take(depth).collect::<Vec<_>>().join("/")
        };
        let lines = after.filter_map(quoted).filter(|p| !p.contains(['\n', ' ']));
        lines.filter(|p| !p.is_empty() && !p.starts_with(['.', '/'])).map(package).collect()
    }
}
