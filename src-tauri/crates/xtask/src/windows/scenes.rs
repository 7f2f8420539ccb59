//! `cargo xtask test --windows`: the crates' own tests, every command on real files, and the scenes of `tests/windows`,
//! as Windows programs under Wine.
//!
//! The first run builds the standard library and everything on it, longer than all rings of `cargo xtask test`
//! together, so this is none of them.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::Stdio;
use std::time::Instant;

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

use super::cross::{Cross, folder};
use super::wine::Wine;
use crate::bench;
use crate::ring::{self, Count, Runner};
use crate::shell::{cargo, must, root, say, typed};

/// Whose tests run. All are built in one go: with a package less cargo would choose other features and build anew.
const PACKAGES: [&str; 7] = ["domain", "store", "paper", "workbook", "office", "cli", "product-tests"];
/// Tests that read files back with programs which Wine's Windows has not: they run on Linux alone.
const NEED_OTHER_PROGRAMS: [&str; 5] = [
    "tampered::",
    "journal_lines::",
    "older_program",
    "the_consolidated_document_names_every_ward",
    "every_table_of_the_corpus_is_tried",
];
/// Every command on real files (`tests/office`).
const COMMANDS: &str = "office";
/// What only Windows does (`tests/windows`).
const SCENES: &str = "windows";

/// A test program, by what it tests.
struct Tests {
    name: String,
    program: PathBuf,
    /// Where its package lies: cargo starts it there.
    folder: PathBuf,
}

/// A line of the table.
struct Row {
    name: String,
    count: Count,
    ended_well: bool,
    seconds: u64,
}

/// `options`: `--only name`, of a line of the table.
pub(crate) fn run(options: &[&str]) -> Result<()> {
    let only = match options {
        [] => None,
        ["--only", name] => Some(*name),
        other => bail!("'{}': --only, with a name of the table", other.join(" ")),
    };
    let cross = Cross::ready()?;
    let mut all = build(&cross)?;
    if let Some(only) = only {
        all.retain(|tests| tests.name == only);
    }
    ensure!(!all.is_empty(), "nothing is called so");
    let linux = match all.iter().any(|tests| tests.name == SCENES) {
        true => Some(papers_of_linux()?),
        false => None,
    };
    let wine = Wine::fresh()?;
    let rows = all.iter().map(|tests| one(&wine, tests, linux.as_ref())).collect::<Result<Vec<Row>>>()?;
    print(&rows);
    ensure!(rows.iter().all(Row::is_good), "there are failures, see above");
    Ok(())
}

/// The programs that tests start, then the tests.
fn build(cross: &Cross) -> Result<Vec<Tests>> {
    let packages = || PACKAGES.iter().flat_map(|name| ["--package", *name]);
    must(cross.cargo("build").args(packages()).args(["--bins", "--test", COMMANDS]))?;
    let mut build = cross.cargo("test");
    build.args(packages()).args(["--no-run", "--lib", "--bins", "--test", COMMANDS, "--bench", SCENES]);
    build.args(["--message-format", "json-render-diagnostics"]);
    let line = typed(&build);
    say(&line);
    let built = build.stderr(Stdio::inherit()).output().with_context(|| format!("'{line}' cannot be started"))?;
    ensure!(built.status.success(), "'{line}' ended with {}", built.status);
    let mut all = BTreeMap::new();
    for line in String::from_utf8_lossy(&built.stdout).lines() {
        let told: Value = serde_json::from_str(line)?;
        let (Some(program), Some(manifest)) = (told["executable"].as_str(), told["manifest_path"].as_str()) else {
            continue;
        };
        let target = &told["target"];
        // Asked for by `--lib` and `--bins`, those come along that say of themselves that they have no test.
        let has_tests = told["profile"]["test"] == true && target["test"] == true;
        if !has_tests && target["kind"][0] != "bench" {
            continue;
        }
        let manifest = PathBuf::from(manifest);
        let folder = manifest.parent().unwrap_or(&manifest).to_owned();
        let called = target["name"].as_str().unwrap_or_default();
        // A library and a test may be called the same: the scenes' and the commands' package has no other.
        let name = if target["kind"][0] == "test" { format!("{called}, every command") } else { called.to_owned() };
        all.insert(name.clone(), Tests { name, program: program.into(), folder });
    }
    Ok(all.into_values().collect())
}

/// What Linux makes of the same files at the same moment.
fn papers_of_linux() -> Result<PathBuf> {
    let papers = folder().join("papers");
    if papers.is_dir() {
        std::fs::remove_dir_all(&papers)?;
    }
    std::fs::create_dir_all(&papers)?;
    must(cargo().arg("test").args(bench::PACKAGES).args(["--bench", SCENES, "--", "--papers"]).arg(&papers))?;
    Ok(papers)
}

fn one(wine: &Wine, tests: &Tests, linux: Option<&PathBuf>) -> Result<Row> {
    println!("\n━━ {}", tests.name);
    let started = Instant::now();
    let mut command = wine.program(&tests.program);
    command.current_dir(&tests.folder).env("TUNG_NGO_PROGRAMS_BUILT", "1");
    // insta asks cargo where the snapshots lie, and there is no cargo in that Windows.
    command.env("INSTA_WORKSPACE_ROOT", root()).env("INSTA_UPDATE", "no");
    if tests.name == SCENES {
        command.arg("--bench").args(linux.map(|papers| ["--against".into(), papers.clone()]).into_iter().flatten());
    } else if tests.folder == root().join("tests") {
        command.args(NEED_OTHER_PROGRAMS.iter().flat_map(|name| ["--skip", *name]));
    }
    let (count, ended_well) = ring::run(&mut command, Runner::Cargo)?;
    Ok(Row { name: tests.name.clone(), count, ended_well, seconds: started.elapsed().as_secs() })
}

impl Row {
    fn is_good(&self) -> bool {
        self.ended_well && self.count.failed == 0 && self.count.passed > 0
    }
}

fn print(rows: &[Row]) {
    let width = rows.iter().map(|r| r.name.chars().count()).max().unwrap_or(0);
    println!("\n{:width$}  {:>6}  {:>6}  {:>7}  {:>7}", "under Wine", "passed", "failed", "skipped", "seconds");
    for row in rows {
        let Count { passed, failed, skipped } = row.count;
        let note = if row.is_good() { "" } else { "  FAILED" };
        println!("{:width$}  {passed:>6}  {failed:>6}  {skipped:>7}  {:>7}{note}", row.name, row.seconds);
    }
}
