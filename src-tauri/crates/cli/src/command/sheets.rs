use office::sheet::{NumberSheets, SheetLayout, SheetsPdf};

use super::{put, say, wants};
use crate::args::papers::{SheetFormat, Sheets};
use crate::failure::Failure;
use crate::session;

/// Numbers what has no code yet, which is a deed, and prints, which is not: a second run only reads.
pub(super) fn run(args: &Sheets, who: Option<&str>) -> Result<(), Failure> {
    wants(&args.out.output, &["pdf"])?;
    let numbering = NumberSheets {
        evening: args.evening,
        count: args.count,
        spare: args.spare,
        summary: args.summary,
        loose: args.loose,
    };
    let mut reading = session::reading(&args.office.file)?;
    if numbering.is_needed(&reading.view())? {
        drop(reading);
        let numbered = session::writing(&args.office.file, who)?.write(numbering)?.answer;
        say(&format!("Đã đánh mã {} phiếu mới, giữ nguyên {} phiếu đã có.", numbered.made, numbered.kept));
        reading = session::reading(&args.office.file)?;
    }
    let layout = match args.format {
        SheetFormat::A4 => SheetLayout::A4,
        SheetFormat::TwoA5 => SheetLayout::TwoA5,
    };
    let sheets = SheetsPdf { evening: args.evening, loose: args.loose > 0, layout };
    put(&reading.make(sheets, &mut |_, _| true)?, &args.out.output)
}
