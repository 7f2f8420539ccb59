use office::desk::{RestoreLook, RestoreSide};
use office::restoring::Which;

use super::say;
use crate::args::file::Restore;
use crate::failure::Failure;
use crate::session;

/// Sheets that are named one by one.
const NAMED: usize = 10;

pub(super) fn run(args: &Restore, who: Option<&str>) -> Result<(), Failure> {
    let office = session::writing(&args.office.file, who)?;
    let which = args.number.map_or(Which::BeforeLast, Which::Number);
    let look = office.look_at_backup(which)?;
    tell(&look);
    if args.dry_run {
        return Ok(());
    }
    let before = office.bring_back(which)?;
    say(&format!(
        "Đã khôi phục. Trạng thái trước đó được giữ ở bản sao lưu số {}; muốn quay lại, hãy chạy restore --undo trong {} ngày.",
        before.number,
        domain::backup::HELD_DAYS
    ));
    Ok(())
}

fn tell(look: &RestoreLook) {
    say(&format!("Bản sao lưu số {} lúc {}.", look.stamp.number, look.stamp.at.format("%H:%M ngày %d/%m/%Y")));
    if let Some(now) = &look.now {
        say(&format!("Bây giờ: {}", side(now)));
    }
    say(&format!("Sau khi khôi phục: {}", side(&look.then)));
    if let Some(deeds) = look.deeds {
        say(&format!("{deeds} mục nhật ký từ sau bản sao lưu sẽ không còn."));
    }
    for sheet in look.sheets.iter().take(NAMED) {
        let what = match (sheet.is_gone, sheet.boxes.len()) {
            (true, _) => "không còn trong tệp".to_owned(),
            (false, 0) => "đổi trạng thái".to_owned(),
            (false, boxes) => format!("đổi {boxes} ô"),
        };
        say(&format!("  Phiếu {}: {what}", sheet.code));
    }
    let more = usize::try_from(look.sheets_in_all).unwrap_or_default().saturating_sub(NAMED);
    if more > 0 {
        say(&format!("  … và {more} phiếu khác"));
    }
}

fn side(side: &RestoreSide) -> String {
    let number = |n: Option<u64>| n.map_or("–".to_owned(), domain::number::grouped);
    let targets: Vec<String> = side.targets.iter().map(|t| format!("{}: {}", t.name, number(t.numerator))).collect();
    format!("{} phiếu, {} phiếu có số; {}", side.sheets, side.keyed, targets.join("; "))
}
