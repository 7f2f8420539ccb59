//! `tung-ngo document …`: official documents from draft to issued.

use chrono::NaiveDate;
use clap::{Args, Subcommand};
use domain::document::DocumentKind;

use super::{OPTIONS, OfficeFile, Output, TEMPLATE, VALUES, date};

#[derive(Debug, Args)]
#[command(help_template = TEMPLATE, subcommand_help_heading = "Lệnh", subcommand_value_name = "LỆNH")]
pub(crate) struct Document {
    #[command(subcommand)]
    pub(crate) verb: DocumentVerb,
}

#[derive(Debug, Subcommand)]
#[command(disable_help_subcommand = true)]
pub(crate) enum DocumentVerb {
    /// Xem các văn bản của đợt.
    #[command(help_template = TEMPLATE)]
    List(OfficeFile),
    /// Xem những gì khác với kế hoạch đã ban hành.
    #[command(help_template = TEMPLATE)]
    Changes(OfficeFile),
    /// Soạn dự thảo theo mẫu.
    #[command(help_template = TEMPLATE)]
    Begin(Begin),
    /// Ban hành: ghi số, ngày và giữ nguyên văn bản từ lúc này.
    #[command(help_template = TEMPLATE)]
    Issue(Issue),
    /// Làm văn bản (PDF hoặc Word); văn bản đã ban hành lấy đúng bản lưu.
    #[command(help_template = TEMPLATE)]
    Print(Print),
}

#[derive(Debug, Args)]
pub(crate) struct Begin {
    #[command(flatten)]
    pub(crate) office: OfficeFile,
    /// Loại: amendment (kế hoạch điều chỉnh), report (báo cáo), commendation (tờ trình khen thưởng), print_cost
    /// (tờ trình kinh phí in), notice (thông báo lịch), invitation (giấy mời), chase (công văn đôn đốc).
    #[arg(value_name = "LOẠI", display_order = 2, value_parser = kind, help_heading = VALUES)]
    pub(crate) kind: DocumentKind,
    /// Từ ngày.
    #[arg(long, value_name = "NGÀY", value_parser = date, help_heading = OPTIONS)]
    pub(crate) from: Option<NaiveDate>,
    /// Đến hết ngày.
    #[arg(long, value_name = "NGÀY", value_parser = date, help_heading = OPTIONS)]
    pub(crate) to: Option<NaiveDate>,
}

#[derive(Debug, Args)]
pub(crate) struct Issue {
    #[command(flatten)]
    pub(crate) office: OfficeFile,
    /// Mã dự thảo trong danh sách, hoặc plan là kế hoạch của đợt.
    #[arg(value_name = "VĂN BẢN", display_order = 2, value_parser = which, help_heading = VALUES)]
    pub(crate) document: Which,
    /// Số văn bản theo sổ.
    #[arg(long, value_name = "SỐ", help_heading = OPTIONS)]
    pub(crate) number: u32,
    /// Ngày của văn bản, ví dụ 05/11/2024.
    #[arg(long, value_name = "NGÀY", value_parser = date, help_heading = OPTIONS)]
    pub(crate) dated: NaiveDate,
}

#[derive(Debug, Args)]
pub(crate) struct Print {
    #[command(flatten)]
    pub(crate) office: OfficeFile,
    /// Mã văn bản trong danh sách, hoặc plan là bản kế hoạch đã ban hành.
    #[arg(value_name = "VĂN BẢN", display_order = 2, value_parser = which, help_heading = VALUES)]
    pub(crate) document: Which,
    #[command(flatten)]
    pub(crate) out: Output,
}

/// The campaign's plan, or a document by its number in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Which {
    Plan,
    Document(i64),
}

fn which(text: &str) -> Result<Which, String> {
    match text {
        "plan" => Ok(Which::Plan),
        _ => text
            .parse()
            .map(Which::Document)
            .map_err(|_| format!("“{text}” không phải mã văn bản; hãy ghi số hoặc plan")),
    }
}

fn kind(text: &str) -> Result<DocumentKind, String> {
    let known = DocumentKind::ALL.into_iter().filter(|kind| *kind != DocumentKind::Plan);
    known.into_iter().find(|kind| kind.code() == text).ok_or_else(|| {
        let codes: Vec<&str> = DocumentKind::ALL.iter().skip(1).map(|kind| kind.code()).collect();
        format!("“{text}” không phải loại văn bản; hãy ghi một trong: {}", codes.join(", "))
    })
}
