//! How cells look: Times New Roman as official papers have it, thin borders, Vietnamese number forms by
//! formats that follow the reader's own Excel.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, FormatUnderline};

const FONT: &str = "Times New Roman";
/// Grouped by the reader's Excel: `1.234` where Windows is Vietnamese. `_)` keeps figures, and the sign of
/// an unknown one, off the border.
const COUNT: &str = "#,##0_);-#,##0_);#,##0_);@_)";
/// Where figures stand in the middle.
const BIG_COUNT: &str = "#,##0";
const DATE: &str = "dd/mm/yyyy";
const RATE: &str = "0.0%";

/// The workbook's own default.
pub(super) fn base() -> Format {
    Format::new().set_font_name(FONT).set_font_size(12)
}

/// Every format, made once.
#[derive(Debug)]
pub(super) struct Style {
    pub(super) title: Format,
    pub(super) subtitle: Format,
    pub(super) notice: Format,
    pub(super) plain: Format,
    pub(super) plain_bold: Format,
    pub(super) plain_center: Format,
    pub(super) plain_italic: Format,
    pub(super) note: Format,
    pub(super) letterhead: Format,
    pub(super) motto: Format,
    pub(super) head: Format,
    pub(super) helper_head: Format,
    pub(super) text: Format,
    pub(super) center: Format,
    pub(super) count: Format,
    pub(super) date: Format,
    pub(super) rate: Format,
    pub(super) helper: Format,
    pub(super) cover_head: Format,
    pub(super) label: Format,
    pub(super) value: Format,
    pub(super) big_count: Format,
    pub(super) big_rate: Format,
    /// Why there is no rate.
    pub(super) big_words: Format,
    pub(super) total_text: Format,
    pub(super) total_count: Format,
    pub(super) total_rate: Format,
}

impl Style {
    /// For most pages.
    pub(super) fn new() -> Self {
        Self::with_cells(11.0)
    }

    /// For a table of many columns.
    pub(super) fn dense() -> Self {
        Self::with_cells(10.5)
    }

    /// Tables' cells in this many points.
    fn with_cells(size: f64) -> Self {
        let plain = || base().set_align(FormatAlign::VerticalCenter).set_text_wrap();
        let cell = || base().set_font_size(size).set_border(FormatBorder::Thin).set_align(FormatAlign::VerticalCenter);
        let head = || {
            cell().set_bold().set_align(FormatAlign::Center).set_text_wrap().set_background_color(Color::RGB(0xE8_EEF4))
        };
        let total = || cell().set_bold().set_background_color(Color::RGB(0xF3_F3F3));
        // On the cover.
        let line = || base().set_border(FormatBorder::Thin).set_align(FormatAlign::VerticalCenter).set_text_wrap();
        let big = || line().set_font_size(15).set_bold().set_align(FormatAlign::Center);
        Self {
            title: plain().set_bold().set_font_size(16).set_align(FormatAlign::Center),
            subtitle: plain().set_align(FormatAlign::Center),
            notice: plain().set_bold().set_align(FormatAlign::Center).set_font_color(Color::RGB(0xB0_0000)),
            plain: plain(),
            plain_bold: plain().set_bold(),
            plain_center: plain().set_align(FormatAlign::Center),
            note: plain().set_font_size(size).set_italic(),
            plain_italic: plain().set_italic().set_align(FormatAlign::Center),
            letterhead: plain().set_bold().set_align(FormatAlign::Center),
            motto: plain().set_bold().set_align(FormatAlign::Center).set_underline(FormatUnderline::Single),
            helper_head: head().set_italic().set_bold().set_background_color(Color::RGB(0xEE_EEEE)),
            head: head(),
            text: cell().set_indent(1).set_text_wrap(),
            center: cell().set_align(FormatAlign::Center).set_text_wrap(),
            count: cell().set_num_format(COUNT).set_align(FormatAlign::Right),
            date: cell().set_num_format(DATE).set_align(FormatAlign::Center),
            rate: cell().set_num_format(RATE).set_align(FormatAlign::Center).set_text_wrap(),
            helper: cell().set_num_format(COUNT).set_align(FormatAlign::Right).set_font_color(Color::RGB(0x60_6060)),
            cover_head: line().set_bold().set_align(FormatAlign::Center).set_background_color(Color::RGB(0xE8_EEF4)),
            label: line().set_bold().set_indent(1),
            value: line().set_indent(1),
            big_count: big().set_num_format(BIG_COUNT),
            big_rate: big().set_num_format(RATE).set_font_size(22),
            big_words: big().set_num_format(RATE).set_font_size(14),
            total_text: total().set_indent(1).set_text_wrap(),
            total_count: total().set_num_format(COUNT).set_align(FormatAlign::Right),
            total_rate: total().set_num_format(RATE).set_align(FormatAlign::Center).set_text_wrap(),
        }
    }
}
