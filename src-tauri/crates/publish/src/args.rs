//! The command line. Everything it says is Vietnamese, also what clap would say in English.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{ArgAction, Parser};

const TEMPLATE: &str = "{about}\n\nCách dùng: {usage}\n\n{all-args}\n";

/// Gửi số liệu đã gộp của các phường, xã vào cơ sở dữ liệu PostgreSQL của cơ quan.
///
/// Mật khẩu lấy từ biến PGPASSWORD hoặc tệp ~/.pgpass. Chạy lại lúc nào cũng được: phường, xã đã gửi rồi thì bỏ qua.
#[derive(Debug, Parser)]
#[command(name = "tung-ngo-publish", help_template = TEMPLATE, next_help_heading = "Tùy chọn", disable_help_flag = true)]
pub(crate) struct Line {
    /// Xem hướng dẫn.
    #[arg(short, long, action = ArgAction::Help)]
    help: Option<bool>,
    /// Tệp dữ liệu đã gộp (tung-ngo consolidate).
    #[arg(value_name = "TỆP", help_heading = "Cần có")]
    pub(crate) file: PathBuf,
    /// Máy chủ, ví dụ "host=10.0.0.5 dbname=chiendich user=gui"; host=/run/postgresql là Unix socket.
    #[arg(long, value_name = "KẾT NỐI", help_heading = "Cần có")]
    pub(crate) to: String,
    /// Lược đồ; mỗi đợt một lược đồ. Không ghi thì là tung_ngo.
    #[arg(long, value_name = "TÊN")]
    pub(crate) schema: Option<String>,
    /// Tệp này là đủ cả đợt: bỏ khỏi lược đồ những phường, xã không có trong tệp.
    #[arg(long)]
    pub(crate) all: bool,
    /// Chỉ xem sẽ gửi gì, chưa ghi.
    #[arg(long)]
    pub(crate) dry_run: bool,
}

/// A line that is not done: help that was asked for, or what is wrong with it.
#[derive(Debug)]
pub(crate) enum NoLine {
    Help(String),
    Usage(String),
}

pub(crate) fn read(line: impl IntoIterator<Item = OsString>) -> Result<Line, NoLine> {
    Line::try_parse_from(line).map_err(|error| match error.kind() {
        // Clap has no setting for the one word it puts into every usage line.
        ErrorKind::DisplayHelp => {
            NoLine::Help(error.render().to_string().replace("[OPTIONS]", "[TÙY CHỌN]").trim_end().to_owned())
        }
        _ => NoLine::Usage(usage(&error)),
    })
}

fn usage(error: &clap::Error) -> String {
    let about = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let arg = about(ContextKind::InvalidArg);
    match error.kind() {
        // What follows an unknown option may be a password.
        ErrorKind::UnknownArgument if arg.starts_with('-') => {
            format!("Không có tùy chọn “{}”.", arg.split('=').next().unwrap_or_default())
        }
        ErrorKind::UnknownArgument => "Chỉ nhận một tệp; kết nối ghi sau --to, trong dấu nháy.".to_owned(),
        ErrorKind::MissingRequiredArgument => format!("Còn thiếu: {arg}."),
        ErrorKind::ArgumentConflict => format!("Tùy chọn “{arg}” chỉ ghi một lần."),
        ErrorKind::InvalidValue => format!("Tùy chọn “{arg}” cần một giá trị."),
        _ => "Dòng lệnh chưa đúng.".to_owned(),
    }
}
