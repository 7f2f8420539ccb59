//! What the pages share: their look, their heads, and cells that keep blank apart from zero.

use domain::consolidation::Facts;
use domain::date::dmy;
use domain::rates::Rate;
use rust_xlsxwriter::utility::row_col_to_cell;
use rust_xlsxwriter::{
    ColNum, Color, Format, FormatAlign, FormatBorder, Formula, RowNum, Workbook, Worksheet, XlsxError,
};

pub(super) type Written = Result<(), XlsxError>;

/// What a formula shows where nothing is known.
pub(super) const UNKNOWN: &str = "–";

pub(super) const WARDS: &str = "Theo phường, xã";
pub(super) const AREAS: &str = "Theo địa bàn";

const FONT: &str = "Times New Roman";
const COUNT: &str = "#,##0";
const RATE: &str = "0.0%";
/// ISO A4 in Excel's numbering.
const A4: u8 = 9;
/// Rows above a table: title, what it is of, a notice.
const ABOVE: RowNum = 3;

pub(super) fn base() -> Format {
    Format::new().set_font_name(FONT).set_font_size(12)
}

pub(super) struct Style {
    pub(super) title: Format,
    pub(super) plain: Format,
    pub(super) bold: Format,
    pub(super) notice: Format,
    pub(super) head: Format,
    pub(super) text: Format,
    pub(super) center: Format,
    pub(super) count: Format,
    pub(super) date: Format,
    pub(super) rate: Format,
    pub(super) total: Format,
    pub(super) total_count: Format,
    pub(super) total_rate: Format,
}

impl Style {
    pub(super) fn new() -> Self {
        let cell = || {
            let line = base().set_border(FormatBorder::Thin).set_border_color(Color::RGB(0x80_8080));
            line.set_align(FormatAlign::VerticalCenter)
        };
        let total = || cell().set_bold().set_background_color(Color::RGB(0xE8_EEF4));
        let right = |format: Format| format.set_align(FormatAlign::Right);
        let centre = |format: Format| format.set_align(FormatAlign::Center);
        Self {
            title: base().set_bold().set_font_size(14),
            plain: base().set_text_wrap().set_align(FormatAlign::Top),
            bold: base().set_bold(),
            notice: base().set_bold().set_font_color(Color::RGB(0x9C_1C1C)),
            head: centre(total()).set_text_wrap(),
            text: cell().set_text_wrap(),
            center: centre(cell()),
            count: right(cell()).set_num_format(COUNT),
            date: centre(cell()).set_num_format("dd/mm/yyyy"),
            rate: right(cell()).set_num_format(RATE),
            total: total().set_text_wrap(),
            total_count: right(total()).set_num_format(COUNT),
            total_rate: right(total()).set_num_format(RATE),
        }
    }
}

/// A column of a table: its heading, and its width in letters.
pub(super) type Column = (String, f64);

/// Columns of a target: numerator, denominator, rate.
pub(super) fn target_columns(facts: &Facts<'_>) -> Vec<Column> {
    let of = |t: &domain::campaign::Target| {
        let head = |what: &str| format!("Chỉ tiêu {}: {what}", t.clause);
        [(head(t.numerator.word()), 13.0), (head(t.denominator.word()), 13.0), (head("tỷ lệ"), 10.5)]
    };
    facts.targets.iter().flat_map(of).collect()
}

/// A new sheet with title, heading, frozen panes and print settings; its body begins at [`BODY`].
pub(super) fn table<'b>(
    book: &'b mut Workbook,
    facts: &Facts<'_>,
    style: &Style,
    (name, title): (&str, &str),
    columns: &[Column],
    frozen: ColNum,
) -> Result<&'b mut Worksheet, XlsxError> {
    let sheet = book.add_worksheet();
    sheet.set_name(name)?;
    let mut tallest = 1.0f64;
    for ((heading, width), at) in columns.iter().zip(0u16..) {
        sheet.set_column_width(at, *width)?;
        sheet.write_string_with_format(ABOVE, at, heading, &style.head)?;
        tallest = tallest.max((heading.chars().count() as f64 / (width - 1.5).max(4.0)).ceil());
    }
    sheet.set_row_height(ABOVE, 16.0 * tallest + 6.0)?;
    sheet.write_string_with_format(0, 0, title.to_uppercase(), &style.title)?;
    let about = format!("{}. {}; {}.", facts.issuer.short_name, facts.campaign.title, facts.as_of_words());
    sheet.write_string_with_format(1, 0, about, &base())?;
    if let Some(notice) = &facts.campaign.illustration {
        sheet.write_string_with_format(2, 0, notice, &style.notice)?;
    }
    if columns.iter().map(|(_, width)| width).sum::<f64>() > 95.0 {
        sheet.set_landscape();
    }
    print_setup(sheet, facts, title);
    sheet.set_freeze_panes(BODY, frozen)?;
    sheet.set_repeat_rows(ABOVE, ABOVE)?;
    Ok(sheet)
}

/// First row of a table's body.
pub(super) const BODY: RowNum = ABOVE + 1;

pub(super) fn print_setup(sheet: &mut Worksheet, facts: &Facts<'_>, title: &str) {
    sheet.set_paper_size(A4);
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.5, 0.4, 0.5, 0.7, 0.3, 0.3);
    // `&` begins a code in footers.
    let words = format!("{} - {title}", facts.issuer.short_name).replace('&', "&&");
    sheet.set_footer(format!("&L&\"{FONT},Italic\"&9{words}&R&\"{FONT},Regular\"&10Trang &P/&N"));
}

/// Unknown stays blank.
pub(super) fn count(sheet: &mut Worksheet, row: RowNum, at: ColNum, count: Option<u64>, format: &Format) -> Written {
    match count {
        #[expect(clippy::cast_precision_loss, reason = "people of a city fit an f64 exactly")]
        Some(count) => sheet.write_number_with_format(row, at, count as f64, format)?,
        None => sheet.write_blank(row, at, format)?,
    };
    Ok(())
}

pub(super) fn text(sheet: &mut Worksheet, row: RowNum, at: ColNum, text: &str, format: &Format) -> Written {
    if text.is_empty() {
        sheet.write_blank(row, at, format)?;
    } else {
        sheet.write_string_with_format(row, at, text, format)?;
    }
    Ok(())
}

/// A formula with the result it has.
pub(super) fn formula(
    sheet: &mut Worksheet,
    row: RowNum,
    at: ColNum,
    words: &str,
    result: Option<String>,
    format: &Format,
) -> Written {
    let result = result.unwrap_or_else(|| UNKNOWN.to_owned());
    sheet.write_formula_with_format(row, at, Formula::new(words).set_result(result), format)?;
    Ok(())
}

/// Numerator over denominator in the two columns to the left.
pub(super) fn ratio(sheet: &mut Worksheet, row: RowNum, at: ColNum, rate: &Rate, format: &Format) -> Written {
    let (n, d) = (row_col_to_cell(row, at - 2), row_col_to_cell(row, at - 1));
    let words = format!("IF(AND(ISNUMBER({n}),ISNUMBER({d})),IF({d}>0,{n}/{d},\"{UNKNOWN}\"),\"{UNKNOWN}\")");
    formula(sheet, row, at, &words, rate.percent.map(|p| (p / 100.0).to_string()), format)
}

/// `B5:B20`, of this sheet or of another.
pub(super) fn range(sheet: Option<&str>, (first, last): (RowNum, RowNum), at: ColNum) -> String {
    let cells = format!("{}:{}", row_col_to_cell(first, at), row_col_to_cell(last, at));
    sheet.map_or_else(|| cells.clone(), |sheet| format!("'{sheet}'!{cells}"))
}

pub(super) fn issue_words(packet: &domain::packet::Packet) -> String {
    match &packet.report.issue {
        Some(issue) => format!("{} (nhật ký {})", issue.id(), issue.head),
        None => "chưa phát hành".to_owned(),
    }
}

pub(super) fn period_words(packet: &domain::packet::Packet) -> String {
    dmy(packet.report.period.to)
}
