//! `tung-ngo report`, `tung-ngo reports`: reports of a period, and those that were issued.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Args;
use domain::report::ReportKind;

use super::{OPTIONS, OfficeFile, VALUES, date};

#[derive(Debug, Args)]
pub(crate) struct Report {
    #[command(flatten)]
    pub(crate) office: OfficeFile,
    /// Loại: daily (ngày), weekly (tuần, thứ Hai đến Chủ nhật), final (tổng kết cả đợt). Không ghi: kỳ theo --from, --to.
    #[arg(long, value_name = "LOẠI", value_parser = kind, conflicts_with_all = ["from", "to"], help_heading = OPTIONS)]
    pub(crate) kind: Option<ReportKind>,
    /// Ngày báo cáo, hoặc một ngày trong tuần báo cáo; không ghi là hôm nay.
    #[arg(long, value_name = "NGÀY", value_parser = date, requires = "kind", help_heading = OPTIONS)]
    pub(crate) day: Option<NaiveDate>,
    /// Từ ngày.
    #[arg(long, value_name = "NGÀY", value_parser = date, help_heading = OPTIONS)]
    pub(crate) from: Option<NaiveDate>,
    /// Đến hết ngày.
    #[arg(long, value_name = "NGÀY", value_parser = date, help_heading = OPTIONS)]
    pub(crate) to: Option<NaiveDate>,
    /// Gửi cơ quan nhận báo cáo này; không ghi là mọi nơi nhận đang dùng.
    #[arg(long, value_name = "TÊN", help_heading = OPTIONS)]
    pub(crate) authority: Option<String>,
    /// Điền vào tệp mẫu .xlsx này của cơ quan nhận, thay cho bảng của chương trình.
    #[arg(long, value_name = "TỆP", conflicts_with = "issue", help_heading = OPTIONS)]
    pub(crate) template: Option<PathBuf>,
    /// Chỉ cho biết sẽ điền gì vào ô nào của mẫu, không ghi tệp.
    #[arg(long, requires = "template", help_heading = OPTIONS)]
    pub(crate) dry_run: bool,
    /// Phát hành: giữ nguyên bảng và văn bản từ lúc này; các tệp ghi ra là bản đã phát hành.
    #[arg(long, help_heading = OPTIONS)]
    pub(crate) issue: bool,
    /// Số văn bản theo sổ, nếu đã lấy số.
    #[arg(long, value_name = "SỐ", requires = "issue", help_heading = OPTIONS)]
    pub(crate) number: Option<u32>,
    /// Ngày của văn bản; không ghi là hôm nay.
    #[arg(long, value_name = "NGÀY", value_parser = date, requires = "number", help_heading = OPTIONS)]
    pub(crate) dated: Option<NaiveDate>,
    /// Ghi bảng Excel ra tệp này.
    #[arg(short, long, value_name = "RA", required_unless_present_any = ["dry_run", "document", "issue"], help_heading = OPTIONS)]
    pub(crate) output: Option<PathBuf>,
    /// Ghi văn bản báo cáo (.pdf hoặc .docx) ra tệp này.
    #[arg(long, value_name = "RA", help_heading = OPTIONS)]
    pub(crate) document: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Reports {
    #[command(flatten)]
    pub(crate) office: OfficeFile,
    /// Một báo cáo trong danh sách, ví dụ BC-001; không ghi là xem danh sách.
    #[arg(value_name = "BÁO CÁO", display_order = 2, help_heading = VALUES)]
    pub(crate) name: Option<String>,
    /// Ghi tệp đã phát hành của báo cáo ấy (.xlsx, .pdf hoặc .docx), đúng từng byte.
    #[arg(short, long, value_name = "RA", requires = "name", help_heading = OPTIONS)]
    pub(crate) output: Option<PathBuf>,
}

fn kind(text: &str) -> Result<ReportKind, String> {
    match text {
        "daily" => Ok(ReportKind::Daily),
        "weekly" => Ok(ReportKind::Weekly),
        "final" => Ok(ReportKind::Final),
        _ => Err(format!("“{text}” không phải loại báo cáo; hãy ghi daily, weekly hoặc final")),
    }
}
