//! The crates that window and command line link: cargo's own answer for each system, without what only builds or tests.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;

use super::Part;
use crate::shell::{cargo, printed};

/// What is shipped.
const PROGRAMS: [&str; 2] = ["tung-ngo-desktop", "cli"];
/// Where it is shipped to.
const SYSTEMS: [&str; 2] = ["x86_64-unknown-linux-gnu", "x86_64-pc-windows-msvc"];

pub(super) fn list() -> Result<Vec<Part>> {
    let mut all = Vec::new();
    for system in SYSTEMS {
        let answer =
            printed(cargo().args(["metadata", "--format-version", "1", "--locked", "--filter-platform", system]))
                .with_context(|| format!("cargo does not tell what is linked on {system}"))?;
        all.extend(linked(&serde_json::from_str(&answer)?)?);
    }
    Ok(all)
}

/// Everything reached from the programs by what is linked; macros run in the compiler and are not.
fn linked(metadata: &Value) -> Result<Vec<Part>> {
    let by_id = |list: &Value| -> HashMap<String, Value> {
        let all = list.as_array().into_iter().flatten();
        all.map(|v| (text(&v["id"]), v.clone())).collect()
    };
    let (packages, nodes) = (by_id(&metadata["packages"]), by_id(&metadata["resolve"]["nodes"]));
    let mut open: Vec<&str> = packages
        .iter()
        .filter(|(_, p)| PROGRAMS.iter().any(|name| p["name"] == *name) && p["source"].is_null())
        .map(|(id, _)| id.as_str())
        .collect();
    let (mut seen, mut parts) = (HashSet::new(), Vec::new());
    while let Some(id) = open.pop() {
        if !seen.insert(id) {
            continue;
        }
        let package = packages.get(id).with_context(|| format!("cargo does not describe {id}"))?;
        if !package["source"].is_null() {
            parts.push(part(package)?);
        }
        let needs = nodes.get(id).and_then(|n| n["deps"].as_array()).into_iter().flatten();
        for need in needs.filter(|d| is_linked(d)) {
            let (id, package) = need["pkg"]
                .as_str()
                .and_then(|id| packages.get_key_value(id))
                .with_context(|| format!("cargo does not describe {}", need["pkg"]))?;
            if !is_macro(package) {
                open.push(id);
            }
        }
    }
    Ok(parts)
}

/// A dependency without a kind is an ordinary one.
fn is_linked(need: &Value) -> bool {
    need["dep_kinds"].as_array().into_iter().flatten().any(|k| k["kind"].is_null())
}

fn is_macro(package: &Value) -> bool {
    let kinds = |t: &Value| t["kind"].as_array().into_iter().flatten().any(|k| k == "proc-macro");
    package["targets"].as_array().into_iter().flatten().any(kinds)
}

fn part(package: &Value) -> Result<Part> {
    let manifest = PathBuf::from(text(&package["manifest_path"]));
    Ok(Part {
        name: text(&package["name"]),
        version: text(&package["version"]),
        licence: package["license"]
            .as_str()
            .with_context(|| format!("{} names no licence", package["name"]))?
            .replace('/', " OR "),
        folder: manifest.parent().map(Path::to_owned),
        authors: package["authors"].as_array().into_iter().flatten().map(text).collect(),
    })
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
