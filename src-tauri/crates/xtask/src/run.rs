//! `cargo xtask run`: the window; or, on a machine without a display, the main job on the sample.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::setup::{self, Purpose};
use crate::shell::{built, cargo, must, printed, program, root, say};

const SAMPLE: &str = "ha-cau-2024";

pub(crate) fn run(file: Option<&str>) -> Result<()> {
    if !has_display() {
        say("there is no display here, so no window can open: the main job runs without one, on the sample");
        return headless();
    }
    setup::run(Purpose::Run)?;
    must(cargo().args(["build", "--package", "tung-ngo-desktop"]))?;
    let mut command = program(built("debug", "tung-ngo-desktop"));
    if let Some(file) = file {
        // Given from where the person stands, which need not be the root folder.
        command.arg(std::path::absolute(file)?);
    }
    must(&mut command)
}

fn has_display() -> bool {
    !cfg!(target_os = "linux")
        || ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|v| std::env::var_os(v).is_some_and(|v| !v.is_empty()))
}

/// New file, plan, sheets, flyers, one sheet keyed, workbook, status: into `out/`.
fn headless() -> Result<()> {
    must(cargo().args(["build", "--package", "cli"]))?;
    let out = root().join("out");
    std::fs::create_dir_all(&out)?;
    let office = out.join("ha-cau-2024.db");
    remove_old(&office)?;

    let tung_ngo = |verb: &str, file: &Path| {
        let mut command = program(built("debug", "tung-ngo"));
        command.arg(verb).arg(file);
        command
    };
    must(tung_ngo("new", &office).args(["--sample", SAMPLE]))?;
    let mut made = vec![(office.clone(), "the office file, with everything in it")];
    let mut paper = |verb: &str, name: &str, what: &'static str| {
        let target = out.join(name);
        must(tung_ngo(verb, &office).arg("-o").arg(&target))?;
        made.push((target, what));
        anyhow::Ok(())
    };
    paper("plan", "ke-hoach.pdf", "the plan, ready to sign")?;
    paper("plan", "ke-hoach.docx", "the same plan for Word")?;
    paper("sheets", "phieu.pdf", "the numbered tally sheets of every evening")?;
    paper("flyers", "to-roi.pdf", "a flyer for each area with its own evenings")?;
    let code = first_code(&office)?;
    must(
        tung_ngo("key", &office)
            .arg(&code)
            .args(["1=32", "2=27", "3=5", "4=61", "5=54", "6=9", "7=41", "8=44", "9=40"]),
    )?;
    paper("report", "bao-cao.xlsx", "the workbook for the authority above, with the sheet just keyed")?;
    must(&mut tung_ngo("status", &office))?;

    println!("\nDone. Sheet {code} of the first evening was keyed. The files:");
    for (path, what) in &made {
        ensure!(path.is_file(), "{} was not made", path.display());
        println!("  {:<40} {what}", path.strip_prefix(root()).unwrap_or(path).display());
    }
    Ok(())
}

/// Removes the last run's office file with what lies beside it.
fn remove_old(office: &Path) -> Result<()> {
    let name = office.file_name().unwrap_or_default().to_string_lossy().into_owned();
    for entry in std::fs::read_dir(office.parent().unwrap_or(office))?.flatten() {
        if entry.file_name().to_string_lossy().starts_with(&name) {
            std::fs::remove_file(entry.path()).with_context(|| format!("{} is in use", entry.path().display()))?;
        }
    }
    Ok(())
}

fn first_code(office: &Path) -> Result<String> {
    let status =
        printed(program(built("debug", "tung-ngo")).arg("status").arg(office).arg("--json")).context("no status")?;
    let status: Value = serde_json::from_str(&status)?;
    let code = status["sheets"][0]["code"].as_str().context("the sample has no sheet")?;
    Ok(code.to_owned())
}
