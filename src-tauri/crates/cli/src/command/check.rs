use office::check::{CheckFile, Finding};

use super::say;
use crate::args::file::Check;
use crate::failure::Failure;
use crate::session;

pub(super) fn run(args: &Check) -> Result<(), Failure> {
    let file = &args.office.file;
    if args.quick {
        session::reading(file)?.view().check_quickly().map_err(office::Error::from)?;
        say("Tệp tốt: kiểm tra nhanh không thấy gì. Để đối chiếu cả nhật ký, hãy chạy lại không có --quick.");
        return Ok(());
    }
    let check = session::reading(file)?.read(CheckFile {})?;
    if check.findings.is_empty() {
        say(&format!("Tệp tốt: {} mục nhật ký, mã đầu chuỗi {}.", check.entries, check.head));
        return Ok(());
    }
    for finding in &check.findings {
        eprintln!("{}: {}", file.display(), words(finding));
        if let Finding::Tables { rows, .. } = finding {
            rows.iter().for_each(|row| eprintln!("  {row}"));
        }
    }
    eprintln!("Đừng ghi thêm vào tệp; hãy sao chép cả thư mục ra nơi khác rồi báo người phụ trách.");
    Err(Failure::Told)
}

fn words(finding: &Finding) -> String {
    match finding {
        Finding::Database { message } => format!("cơ sở dữ liệu không toàn vẹn ({message})."),
        Finding::Journal { entry, words } => format!("nhật ký bị sửa ở mục {entry}. {words}"),
        Finding::Attachment { name } => format!("tệp đính kèm {name} không còn nguyên như lúc lưu."),
        Finding::Document { number, dated } => {
            format!("văn bản {number} ngày {} không còn nguyên như lúc ban hành.", domain::date::dmy(*dated))
        }
        Finding::Report { name, to } => {
            format!("báo cáo {name} (đến ngày {}) không còn nguyên như lúc phát hành.", domain::date::dmy(*to))
        }
        Finding::Head { name } => {
            format!("mã nhật ký in trên báo cáo {name} không có trong nhật ký của tệp: nhật ký đã bị viết lại.")
        }
        Finding::Backup { stamp } => format!(
            "mã nhật ký ghi ở bản sao lưu số {} ngày {} không có trong nhật ký của tệp: nhật ký đã bị viết lại.",
            stamp.number,
            domain::date::dmy(stamp.at.date_naive())
        ),
        Finding::Tables { total, .. } => {
            format!("số liệu trong bảng khác với nhật ký ở {total} dòng: có thay đổi không qua chương trình.")
        }
        Finding::Replay { message } => format!("không dựng lại được trọn vẹn số liệu từ nhật ký. {message}"),
    }
}
