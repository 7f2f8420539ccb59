//! The command line. Everything it says is Vietnamese, also what clap would say in English.

pub(crate) mod document;
pub(crate) mod file;
pub(crate) mod papers;
pub(crate) mod report;
mod told;

use std::ffi::OsString;
use std::path::PathBuf;

use chrono::NaiveDate;
use clap::error::ErrorKind;
use clap::{ArgAction, Args, Parser, Subcommand};

use crate::failure::Failure;
use told::{help, usage};

const TEMPLATE: &str = "{about}\n\nCách dùng: {usage}\n\n{all-args}\n";
const VALUES: &str = "Cần có";
const OPTIONS: &str = "Tùy chọn";

/// Từng Ngõ: kế hoạch, phiếu, tờ rơi và báo cáo của một đợt ra quân, không cần cửa sổ.
#[derive(Debug, Parser)]
#[command(
    name = "tung-ngo",
    help_template = TEMPLATE,
    subcommand_help_heading = "Lệnh",
    subcommand_value_name = "LỆNH",
    next_help_heading = OPTIONS,
    disable_help_flag = true,
    disable_help_subcommand = true,
)]
pub(crate) struct Line {
    /// Xem hướng dẫn.
    #[arg(short, long, action = ArgAction::Help, global = true)]
    help: Option<bool>,
    /// Làm với tên tài khoản này; mã PIN lấy từ biến TUNG_NGO_PIN hoặc một dòng nhập vào.
    #[arg(long = "as", value_name = "TÊN", global = true)]
    pub(crate) who: Option<String>,
    #[command(subcommand)]
    pub(crate) verb: Verb,
}

#[derive(Debug, Subcommand)]
#[command(help_template = TEMPLATE)]
pub(crate) enum Verb {
    /// Tạo tệp dữ liệu mới.
    #[command(help_template = TEMPLATE)]
    New(file::New),
    /// Nhập địa bàn, lịch hoặc số liệu từ Excel, CSV hay bảng chép từ Word.
    #[command(help_template = TEMPLATE)]
    Import(Import),
    /// Làm văn bản kế hoạch (PDF hoặc Word).
    #[command(help_template = TEMPLATE)]
    Plan(papers::Plan),
    /// Soạn, ban hành và in văn bản: kế hoạch điều chỉnh, báo cáo, tờ trình, thông báo …
    #[command(help_template = TEMPLATE)]
    Document(document::Document),
    /// Đánh mã và làm phiếu để in (PDF).
    #[command(help_template = TEMPLATE)]
    Sheets(papers::Sheets),
    /// Làm thẻ tổ để in (PDF).
    #[command(help_template = TEMPLATE)]
    Cards(papers::Cards),
    /// Làm tờ rơi để in (PDF).
    #[command(help_template = TEMPLATE)]
    Flyers(papers::Flyers),
    /// Làm bài đọc loa truyền thanh (Word).
    #[command(help_template = TEMPLATE)]
    Loudspeaker(papers::OfArea),
    /// Làm danh sách điểm niêm yết để mang đi dán (PDF).
    #[command(help_template = TEMPLATE)]
    Places(papers::OfArea),
    /// Nhập số của một phiếu.
    #[command(help_template = TEMPLATE)]
    Key(Key),
    /// Xem đợt đang ở đâu.
    #[command(help_template = TEMPLATE)]
    Status(Status),
    /// Làm báo cáo Excel và văn bản báo cáo của một kỳ; phát hành.
    #[command(help_template = TEMPLATE)]
    Report(report::Report),
    /// Xem các báo cáo đã phát hành, lấy lại tệp, hỏi vì sao khác hôm nay.
    #[command(help_template = TEMPLATE)]
    Reports(report::Reports),
    /// Gộp báo cáo Excel của nhiều phường, xã vào một tệp tổng hợp; tệp chưa có thì được tạo.
    #[command(help_template = TEMPLATE)]
    Consolidate(Consolidate),
    /// Làm bảng tính hoặc văn bản tổng hợp các phường, xã (xlsx, pdf hoặc docx).
    #[command(help_template = TEMPLATE)]
    Consolidated(Consolidated),
    /// Sao lưu ngay; bản sao nằm cạnh tệp dữ liệu.
    #[command(help_template = TEMPLATE)]
    Backup(file::Backup),
    /// Xem các bản sao lưu; đọc lại từng bản xem còn nguyên không.
    #[command(help_template = TEMPLATE)]
    Backups(file::Backups),
    /// Kiểm tra tệp dữ liệu và nhật ký.
    #[command(help_template = TEMPLATE)]
    Check(file::Check),
    /// Xem trước và khôi phục một bản sao lưu, hoặc hoàn lại lần khôi phục gần nhất.
    #[command(help_template = TEMPLATE)]
    Restore(file::Restore),
    /// Dựng lại tệp bị hỏng từ bản sao lưu tốt gần nhất cùng mọi ô đã nhập sau đó.
    #[command(help_template = TEMPLATE)]
    Recover(OfficeFile),
    /// Làm tập hướng dẫn sử dụng để in (PDF).
    #[command(help_template = TEMPLATE)]
    Guide(Output),
}

/// The file a command works on.
#[derive(Debug, Args)]
#[command(next_help_heading = VALUES)]
pub(crate) struct OfficeFile {
    /// Tệp dữ liệu của cơ quan.
    #[arg(value_name = "TỆP", display_order = 1)]
    pub(crate) file: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Import {
    #[command(flatten)]
    pub(crate) office: OfficeFile,
    #[command(flatten)]
    pub(crate) tables: Tables,
    /// Chỉ xem sẽ nhập gì, chưa ghi.
    #[arg(long, help_heading = OPTIONS)]
    pub(crate) dry_run: bool,
}

#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub(crate) struct Tables {
    /// Bảng địa bàn và số liệu nền (xlsx, xls, ods, csv, txt; “-” là dán vào).
    #[arg(long, value_name = "BẢNG", help_heading = OPTIONS)]
    pub(crate) areas: Option<PathBuf>,
    /// Bảng lịch: STT, Thời gian, Địa bàn.
    #[arg(long, value_name = "BẢNG", help_heading = OPTIONS)]
    pub(crate) schedule: Option<PathBuf>,
    /// Bảng số liệu: mã phiếu và các ô.
    #[arg(long, value_name = "BẢNG", help_heading = OPTIONS)]
    pub(crate) tallies: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Output {
    /// Ghi ra tệp này.
    #[arg(short, long, value_name = "RA", help_heading = OPTIONS)]
    pub(crate) output: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Consolidate {
    #[command(flatten)]
    pub(crate) office: OfficeFile,
    /// Báo cáo Excel của các phường, xã.
    #[arg(value_name = "BÁO CÁO", required = true, display_order = 2, help_heading = VALUES)]
    pub(crate) wards: Vec<PathBuf>,
    /// Chỉ xem sẽ nhận gì, chưa ghi.
    #[arg(long, help_heading = OPTIONS)]
    pub(crate) dry_run: bool,
    /// Tên đợt của tệp mới, khi các báo cáo ghi khác nhau.
    #[arg(long, value_name = "TÊN", help_heading = OPTIONS)]
    pub(crate) title: Option<String>,
    /// Tên ứng dụng của tệp mới, khi các báo cáo ghi khác nhau.
    #[arg(long, value_name = "TÊN", help_heading = OPTIONS)]
    pub(crate) app: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Consolidated {
    #[command(flatten)]
    pub(crate) office: OfficeFile,
    #[command(flatten)]
    pub(crate) out: Output,
}

#[derive(Debug, Args)]
pub(crate) struct Key {
    #[command(flatten)]
    pub(crate) office: OfficeFile,
    /// Mã in trên phiếu, hoặc các chữ số của mã QR.
    #[arg(value_name = "MÃ", display_order = 2, help_heading = VALUES)]
    pub(crate) code: String,
    /// Ô=SỐ theo số ô in trên phiếu: 5=12, 5=0 là không, 5= là để trống. “-”: mỗi dòng nhập vào một ô,
    /// lưu xong ô nào báo ô ấy.
    #[arg(value_name = "Ô=SỐ", display_order = 3, required = true, help_heading = VALUES)]
    pub(crate) boxes: Vec<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Status {
    #[command(flatten)]
    pub(crate) office: OfficeFile,
    /// Dạng JSON ổn định cho chương trình khác đọc.
    #[arg(long, help_heading = OPTIONS)]
    pub(crate) json: bool,
}

fn date(text: &str) -> Result<NaiveDate, String> {
    domain::date::parse(text, None).ok_or_else(|| format!("“{text}” không phải ngày; hãy ghi như 16/11/2024"))
}

/// Reads the command line.
pub(crate) fn parse() -> Result<Line, Failure> {
    read(std::env::args_os())
}

fn read(line: impl IntoIterator<Item = OsString>) -> Result<Line, Failure> {
    Line::try_parse_from(line).map_err(|error| match error.kind() {
        ErrorKind::DisplayHelp => Failure::Help(help(&error)),
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => Failure::Usage(help(&error)),
        _ => Failure::Usage(usage(&error)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(words: &str) -> Result<Line, Failure> {
        read(std::iter::once("tung-ngo").chain(words.split_whitespace()).map(OsString::from))
    }

    fn said(words: &str) -> String {
        match line(words) {
            Err(Failure::Usage(text) | Failure::Help(text)) => text,
            other => panic!("{words}: {other:?}"),
        }
    }

    #[test]
    fn the_definition_holds_together() {
        <Line as clap::CommandFactory>::command().debug_assert();
    }

    #[test]
    fn a_wrong_line_is_told_in_vietnamese() {
        assert_eq!(said("fly h.db"), "Không có lệnh “fly”.");
        assert_eq!(said("status h.db --yaml"), "Không có tùy chọn “--yaml”.");
        assert!(said("plan h.db").starts_with("Còn thiếu: --output <RA>"));
        assert!(said("sheets h.db -o x.pdf --evening 31/02/2024").contains("không phải ngày"));
        assert!(said("document begin h.db bao-cao").contains("notice"));
        assert!(said("report h.db --kind monthly -o x.xlsx").contains("weekly"));
        assert!(said("report h.db").starts_with("Còn thiếu: --output <RA>"));
        assert!(said("document issue h.db x --number 1 --dated 05/11/2024").contains("mã văn bản"));
        assert!(said("flyers h.db -o x.pdf --format a7").contains("a7"));
        assert!(said("import h.db --areas a.csv --schedule b.csv").starts_with("Không dùng chung được"));
    }

    #[test]
    fn help_has_no_english() {
        for words in [
            "--help",
            "key --help",
            "sheets --help",
            "import --help",
            "status --help",
            "document --help",
            "document issue --help",
            "report --help",
            "reports --help",
            "backup --help",
            "backups --help",
        ] {
            let text = said(words);
            for english in ["Usage", "OPTIONS", "Options", "Commands", "Arguments", "Print help", "default", "possible"]
            {
                assert!(!text.contains(english), "{words}: {text}");
            }
        }
    }

    #[test]
    fn dates_are_read_as_clerks_write_them() {
        let Ok(Line { verb: Verb::Report(report), .. }) =
            line("report h.db --from 9/11/2024 --to 2024-11-16 -o x.xlsx")
        else {
            panic!("a report");
        };
        assert_eq!(report.from, NaiveDate::from_ymd_opt(2024, 11, 9));
        assert_eq!(report.to, NaiveDate::from_ymd_opt(2024, 11, 16));
    }
}
