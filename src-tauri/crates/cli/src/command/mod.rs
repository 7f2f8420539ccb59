//! One file for each command.

mod backup;
mod cards;
mod check;
mod consolidate;
mod document;
mod flyers;
mod import;
mod key;
mod make;
mod new;
mod recover;
mod report;
mod restore;
mod sheets;
mod status;

use std::io::Write;
use std::path::Path;

use office::Made;

use crate::args::{Line, Verb};
use crate::failure::Failure;

pub(crate) fn run(line: Line) -> Result<(), Failure> {
    let who = line.who.as_deref();
    match line.verb {
        Verb::New(args) => new::run(&args),
        Verb::Import(args) => import::run(&args, who),
        Verb::Plan(args) => make::plan(&args),
        Verb::Document(args) => document::run(&args, who),
        Verb::Sheets(args) => sheets::run(&args, who),
        Verb::Cards(args) => cards::run(&args, who),
        Verb::Flyers(args) => flyers::run(&args),
        Verb::Loudspeaker(args) => make::loudspeaker(&args),
        Verb::Places(args) => make::places(&args),
        Verb::Key(args) => key::run(&args, who),
        Verb::Status(args) => status::run(&args),
        Verb::Report(args) => report::make(&args, who),
        Verb::Reports(args) => report::issued(&args),
        Verb::Consolidate(args) => consolidate::take(&args, who),
        Verb::Consolidated(args) => consolidate::make(&args),
        Verb::Backup(args) => backup::make(&args),
        Verb::Backups(args) => backup::list(&args),
        Verb::Check(args) => check::run(&args),
        Verb::Restore(args) => restore::run(&args, who),
        Verb::Recover(args) => recover::run(&args),
        Verb::Guide(out) => make::guide(&out),
    }
}

/// Says a line on standard output. A reader that has gone away is no failure of ours.
pub(crate) fn say(text: &str) {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{text}").and_then(|()| out.flush());
}

/// Puts a made file where it was asked for and says so.
fn put(made: &Made, output: &Path) -> Result<(), Failure> {
    let written = office::export::write_file(output, &made.bytes)?;
    if written != output {
        say(&format!("“{}” đang được mở ở chương trình khác nên bản mới mang tên khác.", output.display()));
    }
    say(&format!("Đã ghi {}", written.display()));
    Ok(())
}

/// A file's ending, small.
fn ending(path: &Path) -> String {
    path.extension().map(|e| e.to_string_lossy().to_lowercase()).unwrap_or_default()
}

fn wants(output: &Path, endings: &[&str]) -> Result<(), Failure> {
    if endings.contains(&ending(output).as_str()) {
        return Ok(());
    }
    let named: Vec<String> = endings.iter().map(|e| format!(".{e}")).collect();
    Err(Failure::Usage(format!("-o {}: tên tệp phải kết thúc bằng {}.", output.display(), named.join(" hoặc "))))
}
