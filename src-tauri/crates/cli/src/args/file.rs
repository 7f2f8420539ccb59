//! Making, checking, saving and bringing back the office file.

use std::path::PathBuf;

use clap::Args;

use super::{OPTIONS, OfficeFile};

#[derive(Debug, Args)]
pub(crate) struct New {
    #[command(flatten)]
    pub(crate) office: OfficeFile,
    /// Bắt đầu từ bộ mẫu: ha-cau-2024 hoặc minh-hoa.
    #[arg(long, value_name = "TÊN", help_heading = OPTIONS)]
    pub(crate) sample: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Check {
    #[command(flatten)]
    pub(crate) office: OfficeFile,
    /// Chỉ kiểm tra nhanh như mỗi lần mở tệp.
    #[arg(long, help_heading = OPTIONS)]
    pub(crate) quick: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Backup {
    #[command(flatten)]
    pub(crate) office: OfficeFile,
    /// Chép thêm một bản đã khóa bằng cụm mật khẩu vào thư mục này, ví dụ trên USB.
    #[arg(long, value_name = "THƯ MỤC", help_heading = OPTIONS)]
    pub(crate) to: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Backups {
    #[command(flatten)]
    pub(crate) office: OfficeFile,
    /// Đọc lại từng byte của mọi bản.
    #[arg(long, help_heading = OPTIONS)]
    pub(crate) verify: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Restore {
    #[command(flatten)]
    pub(crate) office: OfficeFile,
    /// Số của bản sao lưu.
    #[arg(long, value_name = "SỐ", required_unless_present = "undo", conflicts_with = "undo", help_heading = OPTIONS)]
    pub(crate) number: Option<i64>,
    /// Hoàn lại lần khôi phục gần nhất.
    #[arg(long, help_heading = OPTIONS)]
    pub(crate) undo: bool,
    /// Chỉ xem sẽ thay đổi gì, chưa ghi.
    #[arg(long, help_heading = OPTIONS)]
    pub(crate) dry_run: bool,
}
