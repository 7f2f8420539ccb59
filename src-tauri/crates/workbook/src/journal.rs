//! The journal as a workbook for people: who did what, when and why, each changed value on a row of its own.

use chrono::NaiveDate;
use rust_xlsxwriter::{Color, DocProperties, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

use crate::saved::saved;

/// Rows below the heading that one sheet of a workbook takes; more go on a further one.
const ROWS: usize = 1_000_000;

/// A heading and its width.
const COLUMNS: [(&str, f64); 9] = [
    ("Mục", 8.0),
    ("Lúc", 17.0),
    ("Người làm", 19.0),
    ("Việc", 24.0),
    ("Phiếu", 10.0),
    ("Ở đâu", 34.0),
    ("Trước", 18.0),
    ("Sau", 18.0),
    ("Lý do", 22.0),
];

/// What a workbook of the journal says above its rows.
#[derive(Debug, Clone)]
pub struct JournalHead<'a> {
    /// `UBND phường Hà Cầu`.
    pub office: &'a str,
    /// Which entries: `Từ 09/11/2024 đến 12/11/2024; nhập phiếu`.
    pub which: &'a str,
    /// The chain's head as papers print it, and the number of its entry.
    pub head: &'a str,
    pub entries: i64,
    pub day: NaiveDate,
}

/// One value that an entry changed, or an entry without any.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct JournalRow {
    pub entry: i64,
    /// `09/11/2024 19:30`.
    pub at: String,
    pub who: String,
    pub deed: String,
    /// `482-1937`.
    pub code: String,
    pub what: String,
    /// Blank: there was nothing.
    pub old: String,
    pub new: String,
    pub why: String,
}

/// The workbook's bytes. The same journal and day give the same bytes.
///
/// # Errors
/// A failure of the writer.
pub fn journal_workbook(head: &JournalHead<'_>, rows: &[JournalRow]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    book.set_default_format(&base(), 20, 64)?;
    book.set_properties(&DocProperties::new().set_title("Nhật ký").set_creation_datetime(&head.day));
    let parts: Vec<&[JournalRow]> = if rows.is_empty() { vec![rows] } else { rows.chunks(ROWS).collect() };
    let many = parts.len() > 1;
    for (n, part) in (1..).zip(parts) {
        let sheet = book.add_worksheet();
        sheet.set_name(if many { format!("Nhật ký {n}") } else { "Nhật ký".to_owned() })?;
        fill(sheet, head, part)?;
    }
    saved(&mut book)
}

fn base() -> Format {
    Format::new().set_font_name("Times New Roman").set_font_size(12)
}

/// Rows above the rows of the journal.
const ABOVE: u32 = 4;

fn fill(sheet: &mut Worksheet, head: &JournalHead<'_>, rows: &[JournalRow]) -> Result<(), XlsxError> {
    let bold = base().set_bold();
    sheet.write_string_with_format(0, 0, format!("NHẬT KÝ – {}", head.office), &bold)?;
    sheet.write_string(1, 0, head.which)?;
    sheet.write_string(2, 0, format!("Đầu nhật ký: {} (mục {})", head.head, head.entries))?;
    let heading = base()
        .set_bold()
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
        .set_border_bottom(FormatBorder::Medium)
        .set_background_color(Color::RGB(0x00E6_EFEA));
    for (column, (words, width)) in (0..).zip(COLUMNS) {
        sheet.set_column_width(column, width)?;
        sheet.write_string_with_format(ABOVE - 1, column, words, &heading)?;
    }
    sheet.set_row_height(ABOVE - 1, 24)?;
    let text = base().set_text_wrap().set_align(FormatAlign::Top);
    let number = base().set_align(FormatAlign::Top);
    for (n, row) in (ABOVE..).zip(rows) {
        // Texts stay texts: a value that begins with = is no formula.
        sheet.write_number_with_format(n, 0, row.entry as f64, &number)?;
        let cells = [&row.at, &row.who, &row.deed, &row.code, &row.what, &row.old, &row.new, &row.why];
        for (column, cell) in (1..).zip(cells) {
            if !cell.is_empty() {
                sheet.write_string_with_format(n, column, cell.as_str(), &text)?;
            }
        }
    }
    let last = ABOVE + u32::try_from(rows.len()).unwrap_or(u32::MAX - ABOVE);
    sheet.autofilter(ABOVE - 1, 0, last.saturating_sub(1).max(ABOVE), 8)?;
    sheet.set_freeze_panes(ABOVE, 1)?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_repeat_rows(ABOVE - 1, ABOVE - 1)?;
    sheet.set_footer("&C&P/&N");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_stay_texts_and_the_same_journal_gives_the_same_bytes() {
        let head = JournalHead {
            office: "UBND phường Hà Cầu",
            which: "Toàn bộ",
            head: "abcd abcd abcd abcd",
            entries: 12,
            day: NaiveDate::from_ymd_opt(2024, 11, 10).unwrap_or_default(),
        };
        let row = JournalRow {
            entry: 12,
            at: "09/11/2024 19:30".into(),
            who: "Lê Thị Bích".into(),
            deed: "Ghi chú của phiếu".into(),
            new: "=1+1".into(),
            ..JournalRow::default()
        };
        let bytes = journal_workbook(&head, std::slice::from_ref(&row)).expect("a workbook");
        assert_eq!(bytes, journal_workbook(&head, &[row]).expect("again"));
        let tables = crate::import::Tables::from_bytes("nhat-ky.xlsx", &bytes).expect("it reads");
        drop(tables);
        journal_workbook(&head, &[]).expect("of nothing as well");
    }
}
