use std::sync::Arc;

use office::outside::Outside;
use office::{Office, System};

use super::say;
use crate::args::OfficeFile;
use crate::failure::Failure;

pub(super) fn run(args: &OfficeFile) -> Result<(), Failure> {
    let outside: Arc<dyn Outside> = Arc::new(System);
    let (opened, rebuilt) = Office::recover(&args.file, &outside)?;
    say(&format!(
        "Đã dựng lại tệp từ bản sao lưu số {} lúc {}; đưa lại {} lần nhập phiếu sau đó.",
        rebuilt.backup.number,
        rebuilt.backup.at.format("%H:%M ngày %d/%m/%Y"),
        rebuilt.keyed
    ));
    if opened.unapplied > 0 {
        say(&format!(
            "{} lần nhập phiếu là của phiếu không có trong bản sao lưu; hãy nhập lại từ giấy.",
            opened.unapplied
        ));
    }
    match rebuilt.missing {
        Some(0) => {}
        Some(missing) => say(&format!(
            "Sau bản sao lưu còn {missing} việc khác (địa bàn, lịch, văn bản …) không có trong tệp; hãy xem lại và làm lại."
        )),
        None => say("Không rõ sau bản sao lưu còn việc gì khác (địa bàn, lịch, văn bản …); hãy xem lại."),
    }
    if let Some(aside) = rebuilt.aside {
        say(&format!("Tệp hỏng được giữ lại với tên “{aside}”."));
    }
    Ok(())
}
