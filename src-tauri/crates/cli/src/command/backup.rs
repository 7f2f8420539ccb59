use std::sync::Arc;

use domain::backup::Fault;
use domain::date::dmy;
use domain::number::grouped;
use office::desk::{BackupRow, Keeper};
use office::{Outside, System};

use super::say;
use crate::args::file::{Backup, Backups};
use crate::failure::Failure;
use crate::session;

/// A backup beside the file, and an encrypted copy elsewhere. The file may be open in a window meanwhile.
pub(super) fn make(args: &Backup) -> Result<(), Failure> {
    // What is no office file is told as everywhere else.
    session::reading(&args.office.file)?;
    let keeper = Keeper::at_rest(&args.office.file, Arc::new(System));
    let made = keeper.make_asked()?;
    let said = format!("Đã sao lưu, đọc lại và khớp: bản số {} ({}).", made.number, moment(&made.at));
    // If the copy is refused, what was made all the same stands beside the refusal.
    let copied = args.to.as_ref().map(|folder| keeper.copy_to(folder)).transpose();
    let copied = copied.inspect_err(|_| eprintln!("{said}"))?;
    say(&said);
    if let Some(copied) = copied {
        say(&format!("Đã chép bản đã khóa ra {}", copied.display()));
    }
    Ok(())
}

/// The latest last, where the eye is.
pub(super) fn list(args: &Backups) -> Result<(), Failure> {
    let keeper = Keeper::at_rest(&args.office.file, Arc::new(System));
    if args.verify {
        keeper.verify(None)?;
    }
    let state = keeper.state(System.now())?;
    if state.backups.is_empty() {
        say(&format!("Chưa có bản sao lưu nào trong {}.", state.folder.display()));
        return Ok(());
    }
    for row in state.backups.iter().rev() {
        say(&words(row));
    }
    match state.backups.iter().any(|row| row.fault.is_some()) {
        true => Err(Failure::Told),
        false => Ok(()),
    }
}

fn words(row: &BackupRow) -> String {
    let size = row.size.map_or_else(String::new, |size| format!(", {} kB", grouped(size.div_ceil(1000))));
    let state = match (row.fault, &row.checked) {
        (Some(fault), _) => format!(" – HỎNG: {}", fault_words(fault)),
        (None, Some(_)) => " – đã đọc lại, nguyên vẹn".to_owned(),
        (None, None) => String::new(),
    };
    format!("{:>6}  {}  {}{size}{state}", row.stamp.number, moment(&row.stamp.at), row.stamp.kind.words())
}

fn fault_words(fault: Fault) -> &'static str {
    match fault {
        Fault::Missing => "tệp không còn",
        Fault::Empty => "rỗng",
        Fault::Truncated => "thiếu phần cuối",
        Fault::Foreign => "không phải bản sao của chương trình",
        Fault::Newer => "do phiên bản mới hơn làm ra",
        Fault::Changed => "đã bị thay đổi",
        Fault::Unsound => "không khớp với bản mô tả",
        Fault::Undescribed => "không đọc được bản mô tả",
    }
}

/// `19:30 27/11/2026`.
fn moment(at: &chrono::DateTime<chrono::FixedOffset>) -> String {
    format!("{} {}", at.format("%H:%M"), dmy(at.date_naive()))
}
