//! Papers to print.

use chrono::NaiveDate;
use clap::{Args, ValueEnum};

use super::{OPTIONS, OfficeFile, Output, date};

#[derive(Debug, Args)]
pub(crate) struct Plan {
    #[command(flatten)]
    pub(crate) office: OfficeFile,
    #[command(flatten)]
    pub(crate) out: Output,
}

#[derive(Debug, Args)]
pub(crate) struct Sheets {
    #[command(flatten)]
    pub(crate) office: OfficeFile,
    /// Chỉ buổi này, ví dụ 16/11/2024.
    #[arg(long, value_name = "NGÀY", value_parser = date, help_heading = OPTIONS)]
    pub(crate) evening: Option<NaiveDate>,
    /// Số phiếu mỗi tổ mỗi buổi.
    #[arg(long, value_name = "SỐ", default_value_t = 5, hide_default_value = true, help_heading = OPTIONS)]
    pub(crate) count: u32,
    /// Số phiếu dự phòng.
    #[arg(long, value_name = "SỐ", default_value_t = 2, hide_default_value = true, help_heading = OPTIONS)]
    pub(crate) spare: u32,
    /// Mỗi buổi thêm một phiếu tổng hợp buổi.
    #[arg(long, help_heading = OPTIONS)]
    pub(crate) summary: bool,
    /// Số phiếu dự phòng in chung, chưa ghi buổi.
    #[arg(long, value_name = "SỐ", default_value_t = 0, hide_default_value = true, help_heading = OPTIONS)]
    pub(crate) loose: u32,
    /// Khổ phiếu: a4 (mỗi trang một phiếu) hoặc 2xa5 (hai phiếu một trang, cắt đôi).
    #[arg(long, value_name = "KHỔ", default_value = "a4", hide_default_value = true, hide_possible_values = true, help_heading = OPTIONS)]
    pub(crate) format: SheetFormat,
    #[command(flatten)]
    pub(crate) out: Output,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum SheetFormat {
    A4,
    #[value(name = "2xa5")]
    TwoA5,
}

#[derive(Debug, Args)]
pub(crate) struct Cards {
    #[command(flatten)]
    pub(crate) office: OfficeFile,
    /// Chỉ buổi này, ví dụ 16/11/2024.
    #[arg(long, value_name = "NGÀY", value_parser = date, help_heading = OPTIONS)]
    pub(crate) evening: Option<NaiveDate>,
    /// Khổ thẻ: a5 hoặc a6.
    #[arg(long, value_name = "KHỔ", default_value = "a5", hide_default_value = true, hide_possible_values = true, help_heading = OPTIONS)]
    pub(crate) format: CardFormat,
    /// Ghi tên thành viên và người phụ trách; việc in tên được ghi vào nhật ký truy cập.
    #[arg(long, help_heading = OPTIONS)]
    pub(crate) names: bool,
    #[command(flatten)]
    pub(crate) out: Output,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum CardFormat {
    A5,
    A6,
}

#[derive(Debug, Args)]
pub(crate) struct Flyers {
    #[command(flatten)]
    pub(crate) office: OfficeFile,
    /// Khổ thành phẩm: a4, a5, a6, áp phích poster-a4 và poster-a3, thẻ treo cửa strip.
    #[arg(long, value_name = "KHỔ", default_value = "a5", hide_default_value = true, hide_possible_values = true, help_heading = OPTIONS)]
    pub(crate) format: Format,
    /// Mẫu: evening (buổi hẹn), steps (từng bước), invitation (thư mời).
    #[arg(long, value_name = "MẪU", hide_possible_values = true, help_heading = OPTIONS)]
    pub(crate) design: Option<Design>,
    /// In màu; nếu không thì đen trắng để photocopy.
    #[arg(long, help_heading = OPTIONS)]
    pub(crate) colour: bool,
    /// Giấy in: a4, a3 (xếp nhiều tờ trên một trang) hoặc own (mỗi trang một tờ).
    #[arg(long, value_name = "GIẤY", hide_possible_values = true, help_heading = OPTIONS)]
    pub(crate) sheet: Option<Sheet>,
    /// Tràn lề 3 mm cho nhà in.
    #[arg(long, help_heading = OPTIONS)]
    pub(crate) bleed: bool,
    /// Không in dấu cắt.
    #[arg(long, help_heading = OPTIONS)]
    pub(crate) no_marks: bool,
    /// Số trang giống nhau cho mỗi địa bàn.
    #[arg(long, value_name = "SỐ", default_value_t = 1, hide_default_value = true, help_heading = OPTIONS)]
    pub(crate) sheets: u16,
    /// Tiêu đề riêng; dùng được {{ứng dụng}}, {{địa bàn}}.
    #[arg(long, value_name = "CHỮ", help_heading = OPTIONS)]
    pub(crate) headline: Option<String>,
    /// Một bước riêng; ghi nhiều lần, từ 2 đến 5 bước.
    #[arg(long, value_name = "CHỮ", help_heading = OPTIONS)]
    pub(crate) step: Vec<String>,
    /// Chỉ địa bàn này.
    #[arg(long, value_name = "TÊN", help_heading = OPTIONS)]
    pub(crate) area: Option<String>,
    #[command(flatten)]
    pub(crate) out: Output,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Format {
    A4,
    A5,
    A6,
    PosterA4,
    PosterA3,
    Strip,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Design {
    Evening,
    Steps,
    Invitation,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Sheet {
    Own,
    A4,
    A3,
}

// A paper of one area, or of them all.
#[derive(Debug, Args)]
pub(crate) struct OfArea {
    #[command(flatten)]
    pub(crate) office: OfficeFile,
    /// Chỉ địa bàn này; nếu không thì cả phường, xã.
    #[arg(long, value_name = "TÊN", help_heading = OPTIONS)]
    pub(crate) area: Option<String>,
    #[command(flatten)]
    pub(crate) out: Output,
}
