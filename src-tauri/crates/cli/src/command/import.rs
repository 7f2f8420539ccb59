use std::io::Read;
use std::path::Path;

use domain::date::dmy;
use office::Write;
use office::import::{
    ImportAction, ImportAreas, ImportLine, ImportSchedule, ImportTallies, Imported, Preview, TableSource,
};

use super::say;
use crate::args::{Import, Tables};
use crate::failure::Failure;
use crate::session;
use crate::words;

pub(super) fn run(args: &Import, who: Option<&str>) -> Result<(), Failure> {
    let dry_run = args.dry_run;
    // Read before the file is locked: pasting takes a person's time.
    let imported = match Verb::of(&args.tables)? {
        Verb::Areas(table) => done(args, who, ImportAreas { table, dry_run }),
        Verb::Schedule(table) => {
            done(args, who, ImportSchedule { table, dry_run, create_areas: false, spellings: vec![] })
        }
        Verb::Tallies(table) => done(args, who, ImportTallies { table, dry_run }),
    }?;
    say(&told(&imported));
    Ok(())
}

/// A dry run only reads, also while the window has the file open.
fn done<C>(args: &Import, who: Option<&str>, command: C) -> Result<Imported, Failure>
where
    C: Write<Answer = Imported> + Preview,
{
    let file = &args.office.file;
    if args.dry_run {
        return Ok(command.preview(&session::reading(file)?.view())?);
    }
    Ok(session::writing(file, who)?.write(command)?.answer)
}

enum Verb {
    Areas(TableSource),
    Schedule(TableSource),
    Tallies(TableSource),
}

impl Verb {
    fn of(tables: &Tables) -> Result<Self, Failure> {
        match tables {
            Tables { areas: Some(path), .. } => Ok(Self::Areas(source(path)?)),
            Tables { schedule: Some(path), .. } => Ok(Self::Schedule(source(path)?)),
            Tables { tallies: Some(path), .. } => Ok(Self::Tallies(source(path)?)),
            // The command line asks for one of the three.
            _ => Err(Failure::Usage("Còn thiếu: --areas, --schedule hoặc --tallies.".to_owned())),
        }
    }
}

/// A file, or with `-` what is pasted into standard input.
fn source(table: &Path) -> Result<TableSource, Failure> {
    if table != Path::new("-") {
        return Ok(TableSource::file(table.to_string_lossy()));
    }
    let mut text = String::new();
    std::io::stdin()
        .lock()
        .read_to_string(&mut text)
        .map_err(|_| Failure::Usage("Bảng dán vào không phải chữ UTF-8.".to_owned()))?;
    Ok(TableSource::text(text))
}

/// Line by line with its place, then the sums.
fn told(imported: &Imported) -> String {
    let mut lines: Vec<String> = imported.will.iter().map(|line| line_words(line, imported.dry_run)).collect();
    if let Some(dates) = imported.new_dates {
        lines.push(format!("Đợt lấy ngày theo lịch: {} – {}.", dmy(dates.from), dmy(dates.to)));
    }
    if !imported.gaps.is_empty() {
        lines.push(format!("Không thấy: {}. Có đúng là không có không?", imported.gaps.join(", ")));
    }
    let Imported { added, changed, same, skipped, table, .. } = imported;
    let head = if imported.dry_run { "Xem trước, chưa ghi gì" } else { "Đã nhập" };
    lines.push(format!("{head} – {table}: thêm {added}, sửa {changed}, đã có {same}, bỏ qua {skipped} dòng."));
    lines.join("\n")
}

fn line_words(line: &ImportLine, dry_run: bool) -> String {
    let action = match (line.action, dry_run) {
        (ImportAction::Add, true) => "sẽ thêm",
        (ImportAction::Add, false) => "đã thêm",
        (ImportAction::Change, true) => "sẽ sửa",
        (ImportAction::Change, false) => "đã sửa",
        (ImportAction::Same, _) => "đã có",
        (ImportAction::Skip, _) => "bỏ qua",
    };
    let why = line.why.as_deref().map(|why| format!(" ({why})")).unwrap_or_default();
    format!("{}: {action} {}{why}", words::place(&line.place), line.text)
}
