//! The chart of areas, Excel's own, so that the authority can copy it into its papers. While no area has a
//! rate, it shows the counts the rates would be made of.

use rust_xlsxwriter::{Chart, ChartType, Color, Workbook};

use super::by_area::{self, Layout};
use super::figures::Figures;
use super::page::{self, Column, Written};
use super::style::Style;

/// Blue and ochre: apart in colour, and in grey after a photocopy.
const COLOURS: [u32; 4] = [0x1F_4E79, 0xC9_8A1B, 0x6B_8E4E, 0x80_8080];

pub(super) fn page(book: &mut Workbook, figures: &Figures<'_>, layout: &Layout, style: &Style) -> Written {
    let report = figures.report;
    let has_rates = report
        .targets
        .iter()
        .any(|t| report.book.areas.iter().any(|a| figures.ledger.area_rate(t, a.id).percent.is_some()));
    let title = if has_rates { "Tỷ lệ theo địa bàn" } else { "Số người theo địa bàn" };
    let columns = vec![Column::new("", 12.0); 7];
    let sheet = page::titled(book, figures, style, "Biểu đồ", title, &columns)?;
    let note = if has_rates {
        "Địa bàn không có thanh: chưa báo cáo hoặc chưa có số nền."
    } else {
        "Chưa địa bàn nào có số nền nên biểu đồ vẽ số người, chưa vẽ tỷ lệ. Địa bàn không có thanh: chưa báo cáo."
    };
    let format = style.plain.clone().unset_text_wrap().set_italic();
    sheet.write_string_with_format(3, 0, note, &format)?;
    let Some((first, last)) = layout.rows else { return Ok(()) };

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
            .set_gap(60)
            .set_format(rust_xlsxwriter::ChartFormat::new().set_solid_fill(
                rust_xlsxwriter::ChartSolidFill::new().set_color(Color::RGB(COLOURS[n % COLOURS.len()])),
            ));
    }
    if report.targets.is_empty() {
        return Ok(());
    }
    let mut font = rust_xlsxwriter::ChartFont::new();
    font.set_name("Times New Roman").set_size(11);
    chart.title().set_name(title).set_font(font.clone().set_size(13).set_bold());
    // The first area on top, as in the table.
    chart.y_axis().set_reverse().set_label_interval(1).set_font(&font);
    chart.x_axis().set_min(0).set_font(&font).set_num_format(if has_rates { "0%" } else { "#,##0" });
    chart.legend().set_position(rust_xlsxwriter::ChartLegendPosition::Bottom).set_font(&font);
    chart.set_width(640).set_height(160 + 34 * (last - first + 1));
    sheet.set_print_fit_to_pages(1, 1);
    sheet.insert_chart(4, 0, &chart)?;
    Ok(())
}
