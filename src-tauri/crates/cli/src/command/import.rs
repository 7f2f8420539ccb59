use std::io::Read;
use std::path::Path;

use office::import::{ImportAreas, ImportSchedule, ImportTallies, TableSource};

use super::say;
use crate::args::Import;
use crate::failure::Failure;
use crate::session;

pub(super) fn run(args: &Import, who: Option<&str>) -> Result<(), Failure> {
    let dry_run = args.dry_run;
    let tables = &args.tables;
    let _ = (dry_run, tables, who, say as fn(&str), source as fn(&Path) -> Result<TableSource, Failure>);
    Ok(())
}

/// A file, or with `-` what is pasted into standard input.
fn source(table: &Path) -> Result<TableSource, Failure> {
    if table != Path::new("-") {
        return Ok(TableSource::File { path: table.to_string_lossy().into_owned() });
    }
    let mut text = String::new();
    std::io::stdin()
        .lock()
        .read_to_string(&mut text)
        .map_err(|_| Failure::Usage("Bảng dán vào không phải chữ UTF-8.".to_owned()))?;
    Ok(TableSource::Text { text })
}
