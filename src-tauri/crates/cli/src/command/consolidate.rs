use domain::date::dmy;
use office::System;
use office::consolidation::{
    BeginConsolidation, CellEdit, ConsolidatedDocx, ConsolidatedPdf, ConsolidatedXlsx, LookAtPackets, PacketAction,
    PacketCode, PacketLine, TakePackets, begin, look,
};

use super::{ending, put, say, wants};
use crate::args::{Consolidate, Consolidated};
use crate::failure::Failure;
use crate::session;
use crate::words;

/// Takes in what counts. A file that was passed over because something is wrong with it makes the command end badly;
/// one that is held already, or older, does not.
pub(super) fn take(args: &Consolidate, who: Option<&str>) -> Result<(), Failure> {
    let file = &args.office.file;
    let paths: Vec<String> = args.wards.iter().map(|path| path.to_string_lossy().into_owned()).collect();
    let from = BeginConsolidation { paths: paths.clone(), title: args.title.clone(), app: args.app.clone() };
    let is_new = !file.exists();
    let taken = match (args.dry_run, is_new) {
        (true, true) => look(&from)?,
        (true, false) => session::reading(file)?.read(LookAtPackets { paths })?,
        (false, is_new) => {
            if is_new {
                begin(file, &from, &System)?;
                say(&format!("Đã tạo {}", file.display()));
            }
            session::writing(file, who)?.write(TakePackets { paths })?.answer
        }
    };
    for line in &taken.files {
        let words = line_words(line, taken.dry_run).join("\n");
        // What somebody has to do something about belongs on standard error.
        if is_refused(line) { eprintln!("{words}") } else { say(&words) }
    }
    let head = if taken.dry_run { "Xem trước, chưa ghi gì" } else { "Đã xong" };
    say(&format!("{head}: nhận {}, bỏ qua {} tệp.", taken.taken, taken.skipped));
    if taken.files.iter().any(is_refused) { Err(Failure::Told) } else { Ok(()) }
}

pub(super) fn make(args: &Consolidated) -> Result<(), Failure> {
    let output = &args.out.output;
    wants(output, &["xlsx", "pdf", "docx"])?;
    let office = session::reading(&args.office.file)?;
    let going_on = &mut |_, _| true;
    let made = match ending(output).as_str() {
        "pdf" => office.make(ConsolidatedPdf {}, going_on),
        "docx" => office.make(ConsolidatedDocx {}, going_on),
        _ => office.make(ConsolidatedXlsx {}, going_on),
    }?;
    put(&made, output)
}

/// Passed over for a reason somebody has to do something about.
fn is_refused(line: &PacketLine) -> bool {
    const HARMLESS: [PacketCode; 4] = [PacketCode::Same, PacketCode::Older, PacketCode::Twice, PacketCode::Superseded];
    line.action == PacketAction::Skip && line.reasons.iter().any(|r| !HARMLESS.contains(&r.code))
}

/// A file and what is done with it, then why, a line each.
fn line_words(line: &PacketLine, dry_run: bool) -> Vec<String> {
    let action = match (line.action, dry_run) {
        (PacketAction::Take, true) => "sẽ nhận",
        (PacketAction::Take, false) => "đã nhận",
        (PacketAction::Skip, _) => "bỏ qua",
    };
    let ward = line.ward.as_ref().map(|ward| format!(" {ward}")).unwrap_or_default();
    let day = line.as_of.map(|day| format!(", số liệu ngày {}", dmy(day))).unwrap_or_default();
    let report = line.report.as_ref().map(|id| format!(", {id}")).unwrap_or_default();
    let mut lines = vec![format!("{}: {action}{ward}{day}{report}", line.file)];
    lines.extend(line.reasons.iter().map(|reason| format!("  {}", words::packet(reason))));
    lines.extend(line.edits.iter().map(edit_words));
    if line.more_edits > 0 {
        lines.push(format!("    và {} ô khác", line.more_edits));
    }
    lines
}

fn edit_words(edit: &CellEdit) -> String {
    let cell = |value: &Option<String>| value.as_ref().map_or_else(|| "trống".to_owned(), |v| format!("“{v}”"));
    match (&edit.then, &edit.now, edit.place.cell.is_empty()) {
        (Some(_), _, true) => format!("    trang “{}” không còn", edit.place.sheet.as_deref().unwrap_or_default()),
        (None, _, true) => format!("    trang “{}” thêm vào", edit.place.sheet.as_deref().unwrap_or_default()),
        (then, now, false) => format!("    {}: {} → {}", words::place(&edit.place), cell(then), cell(now)),
    }
}
