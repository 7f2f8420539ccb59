//! What every page of the workbook shares: its title, its heading that repeats on each printed page, its
//! paper, and cells that keep blank apart from zero.

use chrono::NaiveDate;
use domain::date::dmy;
use domain::report::Report;
use rust_xlsxwriter::{ColNum, Format, Formula, RowNum, Workbook, Worksheet, XlsxError};

use super::figures::Figures;
use super::style::Style;
use super::text::{clean, footer, is_formula_like};

pub(super) type Written = Result<(), XlsxError>;

/// What a formula shows where nothing is known. Not an empty text: some readers show that as 0 until they
/// recalculate, and unknown is never 0.
pub(super) const UNKNOWN: &str = "–";

/// ISO A4 in Excel's numbering.
const A4: u8 = 9;

/// A column of a page.
#[derive(Debug, Clone)]
pub(super) struct Column {
    pub(super) heading: String,
    /// In letters of the body's font.
    pub(super) width: f64,
}

impl Column {
    pub(super) fn new(heading: &str, width: f64) -> Self {
        Self { heading: heading.to_owned(), width }
    }
}

/// A page being written, below its heading.
pub(super) struct Page<'b> {
    pub(super) sheet: &'b mut Worksheet,
    /// First row under the heading.
    pub(super) body: RowNum,
}

/// Rows before the heading: title, period, notice.
const ABOVE: RowNum = 3;

/// Where a page's body begins, with a heading of so many rows.
pub(super) fn body_row(heading_rows: RowNum) -> RowNum {
    ABOVE + heading_rows
}

/// A new sheet with title, period, heading, frozen panes and print settings.
pub(super) fn table<'b>(
    book: &'b mut Workbook,
    figures: &Figures<'_>,
    style: &Style,
    name: &str,
    title: &str,
    columns: &[Column],
    frozen: ColNum,
) -> Result<Page<'b>, XlsxError> {
    let sheet = titled(book, figures, style, name, title, columns)?;
    for (at, column) in (0u16..).zip(columns) {
        text_cell(sheet, ABOVE, at, &column.heading, &style.head)?;
    }
    set_height(sheet, ABOVE, heading_height(columns))?;
    let body = body_row(1);
    sheet.set_freeze_panes(body, frozen)?;
    sheet.set_repeat_rows(ABOVE, ABOVE)?;
    Ok(Page { sheet, body })
}

/// A new sheet with title, period, notice, widths and print settings; the heading is the caller's.
pub(super) fn titled<'b>(
    book: &'b mut Workbook,
    figures: &Figures<'_>,
    style: &Style,
    name: &str,
    title: &str,
    columns: &[Column],
) -> Result<&'b mut Worksheet, XlsxError> {
    let report = figures.report;
    let sheet = book.add_worksheet().set_name(name)?;
    for (at, column) in (0u16..).zip(columns) {
        sheet.set_column_width(at, column.width)?;
    }
    let width: f64 = columns.iter().map(|c| c.width).sum();
    let is_wide = width > 95.0;
    if is_wide {
        sheet.set_landscape();
    }
    print_setup(sheet, report, title)?;
    // The title stays at the left of wide tables, so that it is on screen with the frozen columns.
    let plain_title = style.plain_bold.clone().set_font_size(14).unset_text_wrap();
    text_cell(sheet, 0, 0, &title.to_uppercase(), &plain_title)?;
    let about = format!(
        "{}. {}. {}. Số liệu tính đến ngày {}.",
        report.issuer.short_name,
        report.campaign.title,
        figures.period_words(),
        dmy(report.as_of)
    );
    if is_wide {
        text_cell(sheet, 1, 0, &about, &style.plain.clone().unset_text_wrap())?;
    } else {
        // A text that runs on over the last column would make the printed page as wide as itself.
        span(sheet, 1, (0, right(columns)), &about, &style.plain)?;
        set_height(sheet, 1, height(&about, width * 1.1))?;
    }
    if let Some(notice) = &report.campaign.illustration {
        let format = style.notice.clone().unset_text_wrap().set_align(rust_xlsxwriter::FormatAlign::Left);
        text_cell(sheet, 2, 0, notice, &format)?;
    }
    Ok(sheet)
}

/// 10 mm at the left and right of tables, in inches.
const SIDE: f64 = 0.394;

pub(super) fn print_setup(sheet: &mut Worksheet, report: &Report, title: &str) -> Written {
    sheet.set_paper_size(A4);
    sheet.set_print_fit_to_pages(1, 0);
    // Left, right, top, bottom, header, footer; in inches.
    sheet.set_margins(SIDE, SIDE, 0.45, 0.65, 0.3, 0.28);
    sheet.set_footer(footer(report, title));
    Ok(())
}

/// The last column of a page.
pub(super) fn right(columns: &[Column]) -> ColNum {
    ColNum::try_from(columns.len()).unwrap_or(1).saturating_sub(1)
}

/// Room for the longest heading of a row at its column's width.
pub(super) fn heading_height(columns: &[Column]) -> f64 {
    columns.iter().map(|c| height(&c.heading, c.width - 1.0)).fold(30.0, f64::max) + 4.0
}

/// Excel's tallest row, in points.
const TALLEST: f64 = 409.0;

/// Sets a row's height in points, within what Excel has.
pub(super) fn set_height(sheet: &mut Worksheet, row: RowNum, points: f64) -> Written {
    sheet.set_row_height(row, points.clamp(1.0, TALLEST))?;
    Ok(())
}

/// Height of a line of the body's font, in points.
const ONE_LINE: f64 = 15.5;

/// Height of a text in a column, in points; Excel does not find it for joined cells. Words are broken as
/// Excel breaks them.
pub(super) fn height(text: &str, width: f64) -> f64 {
    lines(text, width) * ONE_LINE
}

/// Lines a text takes in a column.
pub(super) fn lines(text: &str, width: f64) -> f64 {
    text.split('\n').map(|part| lines_of(part, width)).sum()
}

fn lines_of(text: &str, width: f64) -> f64 {
    let fits = |letters: usize| f64::from(u32::try_from(letters).unwrap_or(u32::MAX)) <= width.max(4.0);
    let (mut lines, mut filled) = (1.0, 0);
    for word in text.split(' ') {
        let length = word.chars().count();
        if filled > 0 && !fits(filled + 1 + length) {
            lines += 1.0;
            filled = length;
        } else {
            filled += length + usize::from(filled > 0);
        }
    }
    lines
}

impl Page<'_> {
    pub(super) fn text(&mut self, row: RowNum, column: ColNum, text: &str, format: &Format) -> Written {
        text_cell(self.sheet, row, column, text, format)
    }

    pub(super) fn count(&mut self, row: RowNum, column: ColNum, count: Option<u64>, format: &Format) -> Written {
        count_cell(self.sheet, row, column, count, format)
    }

    pub(super) fn date(&mut self, row: RowNum, column: ColNum, day: Option<NaiveDate>, format: &Format) -> Written {
        match day {
            Some(day) => self.sheet.write_datetime_with_format(row, column, day, format)?,
            None => self.sheet.write_blank(row, column, format)?,
        };
        Ok(())
    }

    /// `=SUM(…)` over a column of counts, blank while nothing in it is known.
    pub(super) fn sum(
        &mut self,
        row: RowNum,
        column: ColNum,
        rows: (RowNum, RowNum),
        sum: Option<u64>,
        format: &Format,
    ) -> Written {
        let range = range(rows, column);
        formula(
            self.sheet,
            row,
            column,
            &format!("IF(COUNT({range})=0,\"{UNKNOWN}\",SUM({range}))"),
            sum.map(|n| n.to_string()),
            format,
        )
    }

    /// Makes a row high enough for texts at their columns' widths; Excel itself does so only while editing.
    pub(super) fn fit(&mut self, row: RowNum, texts: &[(&str, f64)]) -> Written {
        fit_row(self.sheet, row, texts)
    }

    /// A note where a table has no rows.
    pub(super) fn nothing(&mut self, text: &str, style: &Style) -> Written {
        text_cell(self.sheet, self.body, 0, text, &style.plain.clone().unset_text_wrap().set_italic())
    }
}

pub(super) fn fit_row(sheet: &mut Worksheet, row: RowNum, texts: &[(&str, f64)]) -> Written {
    let tallest = texts.iter().map(|(text, width)| height(text, width - 1.0)).fold(0.0, f64::max);
    if tallest > ONE_LINE {
        set_height(sheet, row, tallest + 1.0)?;
    }
    Ok(())
}

/// A text stays text, whatever it begins with: also once somebody edits the cell.
pub(super) fn text_cell(sheet: &mut Worksheet, row: RowNum, column: ColNum, text: &str, format: &Format) -> Written {
    let text = clean(text);
    if text.is_empty() {
        sheet.write_blank(row, column, format)?;
    } else if is_formula_like(&text) {
        sheet.write_string_with_format(row, column, text, &format.clone().set_quote_prefix())?;
    } else {
        sheet.write_string_with_format(row, column, text, format)?;
    }
    Ok(())
}

/// Unknown stays blank; it is never zero.
pub(super) fn count_cell(
    sheet: &mut Worksheet,
    row: RowNum,
    column: ColNum,
    count: Option<u64>,
    format: &Format,
) -> Written {
    match count {
        #[expect(clippy::cast_precision_loss, reason = "people of a city fit an f64 exactly")]
        Some(count) => sheet.write_number_with_format(row, column, count as f64, format)?,
        None => sheet.write_blank(row, column, format)?,
    };
    Ok(())
}

/// A formula with the result it has; none is [`UNKNOWN`], as the formula itself says.
pub(super) fn formula(
    sheet: &mut Worksheet,
    row: RowNum,
    column: ColNum,
    text: &str,
    result: Option<String>,
    format: &Format,
) -> Written {
    sheet.write_formula_with_format(
        row,
        column,
        Formula::new(text).set_result(result.unwrap_or_else(|| UNKNOWN.to_owned())),
        format,
    )?;
    Ok(())
}

/// `B5`.
pub(super) fn cell(row: RowNum, column: ColNum) -> String {
    rust_xlsxwriter::utility::row_col_to_cell(row, column)
}

/// `B5:B20`.
pub(super) fn range(rows: (RowNum, RowNum), column: ColNum) -> String {
    format!("{}:{}", cell(rows.0, column), cell(rows.1, column))
}

/// Cells joined, or the one cell if there is only one.
pub(super) fn span(
    sheet: &mut Worksheet,
    row: RowNum,
    columns: (ColNum, ColNum),
    text: &str,
    format: &Format,
) -> Written {
    if columns.0 == columns.1 {
        return text_cell(sheet, row, columns.0, text, format);
    }
    let text = clean(text);
    let format = if is_formula_like(&text) { &format.clone().set_quote_prefix() } else { format };
    sheet.merge_range(row, columns.0, row, columns.1, &text, format)?;
    Ok(())
}
