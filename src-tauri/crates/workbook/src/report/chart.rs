//! The chart of areas, Excel's own, so that the authority can copy it into its papers. While no area has a
//! rate, it shows the counts the rates would be made of.

use rust_xlsxwriter::{
    Chart, ChartFont, ChartFormat, ChartLayout, ChartLegendPosition, ChartLine, ChartPatternFill, ChartPatternFillType,
    ChartSolidFill, ChartType, Color, RowNum, Workbook,
};

use super::by_area::{self, Layout};
use super::figures::Figures;
use super::page::{self, Column, Written};
use super::style::Style;

/// Most areas of a page: each has a line of its own beside its bars.
const MOST: u32 = 66;

/// The chart fills the page's columns, which fill A4 within its margins; in pixels of 1/96 inch as the
/// writer counts a column's.
const COLUMNS: u16 = 7;
const WIDTH: u32 = 89 * 7 - 4;
const HEIGHT: u32 = 880;
/// What title, axis and legend take of the height.
const AROUND: u32 = 134;
/// Of that, title and axis.
const ABOVE: u32 = 84;

/// Fills apart in colour and, after a photocopy, in grey: dark, light, hatched, middle. Each has a dark edge.
const FILLS: [u32; 4] = [0x1F_4E79, 0xF6_D58A, 0xFF_FFFF, 0x9A_A5B1];
const HATCHED: usize = 2;
const EDGE: u32 = 0x26_2626;

pub(super) fn page(book: &mut Workbook, figures: &Figures<'_>, layout: &Layout<'_>, style: &Style) -> Written {
    let Some((first, last)) = layout.rows else { return part(book, figures, layout, style, None) };
    let areas = last - first + 1;
    let pages = areas.div_ceil(MOST);
    for n in 0..pages {
        // As even as can be.
        let from = first + areas * n / pages;
        let to = first + areas * (n + 1) / pages - 1;
        part(book, figures, layout, style, Some((n, from, to)))?;
    }
    Ok(())
}

/// One page: which it is, and the rows it shows.
fn part(
    book: &mut Workbook,
    figures: &Figures<'_>,
    layout: &Layout<'_>,
    style: &Style,
    rows: Option<(u32, RowNum, RowNum)>,
) -> Written {
    let report = figures.report;
    let has_rates = report
        .targets
        .iter()
        .any(|t| report.book.areas.iter().any(|a| figures.ledger.area_rate(t, a.id).percent.is_some()));
    let title = if has_rates { "Tỷ lệ theo địa bàn" } else { "Số người theo địa bàn" };
    let title = match figures.is_part() {
        true => format!("{title}, {}", figures.cumulative_words()),
        false => title.to_owned(),
    };
    let name = match rows {
        Some((n, _, _)) if n > 0 => format!("Biểu đồ {}", n + 1),
        _ => "Biểu đồ".to_owned(),
    };
    let columns = vec![Column::new("", 12.0); usize::from(COLUMNS)];
    let sheet = page::titled(book, figures, style, &name, &title, &columns)?;
    let note = if has_rates {
        "Địa bàn không có thanh: chưa báo cáo hoặc chưa có số nền."
    } else {
        "Chưa địa bàn nào có số nền nên biểu đồ vẽ số người, chưa vẽ tỷ lệ. Địa bàn không có thanh: chưa báo cáo."
    };
    let format = style.plain.clone().unset_text_wrap().set_italic();
    sheet.write_string_with_format(3, 0, note, &format)?;
    sheet.set_print_fit_to_pages(1, 1);
    // Rows are 20 pixels high.
    sheet.set_print_area(0, 0, 4 + HEIGHT / 20, COLUMNS - 1)?;
    let Some((_, first, last)) = rows.filter(|_| !report.targets.is_empty()) else { return Ok(()) };

    let mut chart = Chart::new(ChartType::Bar);
    for (n, target) in report.targets.iter().enumerate() {
        let at = layout.target(n);
        let column = if has_rates { at.rate } else { at.numerator };
        let words = format!("{} {} (mục tiêu từ {} %)", target.clause, target.name, target.percent);
        chart
            .add_series()
            .set_categories((by_area::NAME, first, 1, last, 1))
            .set_values((by_area::NAME, first, column, last, column))
            .set_name(if has_rates { words } else { target.numerator.word().to_owned() }.as_str())
            .set_gap(40)
            .set_format(&mut fill(n));
    }
    let areas = last - first + 1;
    let height = HEIGHT.min(AROUND + 60 * areas);
    let mut font = ChartFont::new();
    font.set_name("Times New Roman").set_size(11);
    chart.title().set_name(title.as_str()).set_font(font.clone().set_size(13).set_bold());
    // The first area on top, as in the table. A rotation that is said, though none: without it some programs
    // leave out every other name.
    let mut names = font.clone();
    names.set_size(names_size(height, areas)).set_rotation(0);
    chart.y_axis().set_reverse().set_font(&names);
    let mut scale = font.clone();
    scale.set_size(9);
    chart.x_axis().set_min(0).set_font(&scale).set_num_format(if has_rates { "0%" } else { "#,##0" });
    chart.x_axis().set_major_gridlines_line(ChartLine::new().set_color(Color::RGB(0xD0_D0D0)).set_width(0.5));
    // Names in one line at the left; title and scale above, legend below.
    let share = |pixels: u32| f64::from(pixels) / f64::from(height);
    let plot = ChartLayout::new().set_offset(0.26, share(ABOVE)).set_dimensions(0.70, share(height - AROUND));
    chart.plot_area().set_layout(&plot);
    chart.legend().set_position(ChartLegendPosition::Bottom).set_font(&font);
    chart.set_width(WIDTH).set_height(height);
    sheet.insert_chart(4, 0, &chart)?;
    Ok(())
}

fn fill(n: usize) -> ChartFormat {
    let (at, edge) = (n % FILLS.len(), Color::RGB(EDGE));
    let mut format = ChartFormat::new();
    format.set_border(ChartLine::new().set_color(edge).set_width(0.5));
    if at == HATCHED {
        let pattern = ChartPatternFillType::DiagonalStripesWideUpwards;
        format.set_pattern_fill(
            ChartPatternFill::new()
                .set_pattern(pattern)
                .set_foreground_color(edge)
                .set_background_color(Color::RGB(FILLS[at])),
        );
    } else {
        format.set_solid_fill(ChartSolidFill::new().set_color(Color::RGB(FILLS[at])));
    }
    format
}

/// The largest letters that stand beside one another's lines, in points.
fn names_size(height: u32, areas: u32) -> f64 {
    let pixels = f64::from(height.saturating_sub(AROUND)) / f64::from(areas.max(1));
    // 0.75 points to a pixel, and a line is a fifth higher than its letters.
    (pixels * 0.75 / 1.2).floor().clamp(7.0, 11.0)
}
