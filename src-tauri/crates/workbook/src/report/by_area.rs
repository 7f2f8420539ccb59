//! The page of areas: base figures, sums of boxes, and both rates as formulas.
//!
//! The ward's rate is the ratio of two plain sums in this table: the denominators of areas that have one,
//! and the numerators of those same areas (a column beside the printed ones). Only while no area has a
//! denominator does the numerator speak of all of them; see `domain::rates`.

mod rate;

use chrono::NaiveDate;
use domain::area::Area;
use domain::rates::{AreaBase, Known};
use rust_xlsxwriter::{ColNum, RowNum, Workbook, Worksheet, XlsxError};

use super::figures::{Figures, state_words};
use super::page::{
    self, Column, Page, UNKNOWN, Written, body_row, cell, count_cell, fit_row, formula, range, span, text_cell,
};
use super::style::Style;
use rate::{installed_after, rate_cells};
pub(super) use rate::{percent, ratio};

pub(super) const NAME: &str = "Theo địa bàn";

const STATE: ColNum = 2;
const EXPECTED: ColNum = 3;
const RETURNED: ColNum = 4;
const BASES: ColNum = 5;
const BASE_INSTALLED: ColNum = 8;
const AS_OF: ColNum = 9;
const BOXES: ColNum = 10;

const NAME_WIDTH: f64 = 21.0;
const STATE_WIDTH: f64 = 15.0;
const RATE_WIDTH: f64 = 13.0;

/// Where each figure of the page stands; the cover and the chart point to it.
#[derive(Debug)]
pub(super) struct Layout {
    /// First and last row of areas; none without areas.
    pub(super) rows: Option<(RowNum, RowNum)>,
    pub(super) total: RowNum,
    targets: ColNum,
    /// New installs after the base's date.
    after: ColNum,
    counted: ColNum,
}

/// The printed columns of a target.
#[derive(Debug, Clone, Copy)]
pub(super) struct TargetColumns {
    pub(super) numerator: ColNum,
    pub(super) denominator: ColNum,
    pub(super) rate: ColNum,
    /// The numerator where the area has a denominator, else blank.
    pub(super) counted: ColNum,
}

impl Layout {
    pub(super) fn of(figures: &Figures<'_>) -> Self {
        let columns = |n: usize| ColNum::try_from(n).unwrap_or(ColNum::MAX / 4);
        let first = body_row(2);
        let areas = RowNum::try_from(figures.report.book.areas.len()).unwrap_or(RowNum::MAX / 4);
        let targets = BOXES + columns(figures.boxes.len());
        let after = targets + 3 * columns(figures.report.targets.len());
        Self {
            rows: (areas > 0).then(|| (first, first + areas - 1)),
            total: first + areas,
            targets,
            after,
            counted: after + 1,
        }
    }

    pub(super) fn target(&self, n: usize) -> TargetColumns {
        let n = ColNum::try_from(n).unwrap_or_default();
        let numerator = self.targets + 3 * n;
        TargetColumns { numerator, denominator: numerator + 1, rate: numerator + 2, counted: self.counted + n }
    }
}

pub(super) fn page(book: &mut Workbook, figures: &Figures<'_>, layout: &Layout, style: &Style) -> Written {
    let columns = columns(figures);
    let sheet = page::titled(book, figures, style, NAME, "Kết quả theo địa bàn", &columns)?;
    heading(sheet, figures, layout, &columns, style)?;
    let body = body_row(2);
    sheet.set_freeze_panes(body, STATE)?;
    sheet.set_repeat_rows(body - 2, body - 1)?;
    let mut page = Page { sheet, body };
    let Some((first, _)) = layout.rows else { return page.nothing("Chưa có địa bàn nào.", style) };
    for ((area, row), n) in figures.report.book.areas.iter().zip(first..).zip(1..) {
        line(page.sheet, figures, layout, style, area, row, n)?;
    }
    total(&mut page, figures, layout, style)?;
    // The helper columns at the right are for checking, not for paper.
    page.sheet.set_print_area(0, 0, layout.total, layout.after - 1)?;
    Ok(())
}

fn columns(figures: &Figures<'_>) -> Vec<Column> {
    let mut columns = vec![
        Column::new("STT", 4.5),
        Column::new("Địa bàn", NAME_WIDTH),
        Column::new("Tình trạng", STATE_WIDTH),
        Column::new("Dự kiến", 6.0),
        Column::new("Đã nhận", 6.0),
        Column::new("Số hộ", 7.5),
        Column::new("Người từ 15 tuổi", 7.5),
        Column::new("Dùng điện thoại thông minh", 8.0),
        Column::new("Đã cài từ trước", 7.5),
        Column::new("Tính đến ngày", 11.0),
    ];
    columns.extend(figures.boxes.iter().map(|b| Column::new(&b.heading, 7.6)));
    for target in &figures.report.targets {
        columns.push(Column::new(&format!("Tử số: {}", target.numerator.word()), 8.5));
        columns.push(Column::new(&format!("Mẫu số: {}", target.denominator.word()), 9.5));
        columns.push(Column::new("Tỷ lệ", RATE_WIDTH));
    }
    columns.push(Column::new("Cài mới sau ngày của số nền", 13.0));
    columns.extend(
        figures.report.targets.iter().map(|t| Column::new(&format!("Tử số {} của địa bàn có mẫu số", t.clause), 13.0)),
    );
    columns
}

fn heading(
    sheet: &mut Worksheet,
    figures: &Figures<'_>,
    layout: &Layout,
    columns: &[Column],
    style: &Style,
) -> Written {
    let row = body_row(2) - 2;
    for (at, column) in (0u16..).zip(columns) {
        let format = if at < layout.after { &style.head } else { &style.helper_head };
        if at < EXPECTED {
            sheet.merge_range(row, at, row + 1, at, &column.heading, format)?;
        } else {
            text_cell(sheet, row + 1, at, &column.heading, format)?;
        }
    }
    span(sheet, row, (EXPECTED, RETURNED), "Phiếu", &style.head)?;
    span(sheet, row, (BASES, AS_OF), "Số liệu nền", &style.head)?;
    if layout.targets > BOXES {
        span(sheet, row, (BOXES, layout.targets - 1), "Cộng các ô của phiếu", &style.head)?;
    }
    for (n, target) in figures.report.targets.iter().enumerate() {
        let at = layout.target(n);
        let words = format!("{} {} (từ {} %)", target.clause, target.name, target.percent);
        span(sheet, row, (at.numerator, at.rate), &words, &style.head)?;
    }
    let last = layout.after + ColNum::try_from(figures.report.targets.len()).unwrap_or_default();
    span(sheet, row, (layout.after, last), "Cột tính (không in)", &style.helper_head)?;
    sheet.set_row_height(row, 32)?;
    sheet.set_row_height(row + 1, page::heading_height(&columns[3..]))?;
    Ok(())
}

fn line(
    sheet: &mut Worksheet,
    figures: &Figures<'_>,
    layout: &Layout,
    style: &Style,
    area: &Area,
    row: RowNum,
    n: u32,
) -> Written {
    let totals = figures.ledger.area(area.id);
    let base = figures.ledger.base(area.id);
    count_cell(sheet, row, 0, Some(u64::from(n)), &style.center)?;
    let state = state(figures, area);
    text_cell(sheet, row, 1, &area.name, &style.text)?;
    text_cell(sheet, row, STATE, &state, &style.text)?;
    let rates: Vec<String> = figures
        .report
        .targets
        .iter()
        .filter_map(|t| percent(&figures.ledger.area_rate(t, area.id)))
        .filter(|words| words.parse::<f64>().is_err())
        .collect();
    let mut texts: Vec<(&str, f64)> = vec![(&area.name, NAME_WIDTH), (&state, STATE_WIDTH)];
    texts.extend(rates.iter().map(|words| (words.as_str(), RATE_WIDTH)));
    fit_row(sheet, row, &texts)?;
    count_cell(sheet, row, EXPECTED, Some(totals.expected as u64), &style.count)?;
    count_cell(sheet, row, RETURNED, Some(totals.returned as u64), &style.count)?;
    for (known, at) in known(&base).into_iter().zip(BASES..) {
        count_cell(sheet, row, at, known.map(|k| u64::from(k.value)), &style.count)?;
    }
    match dates(&base)[..] {
        [] => sheet.write_blank(row, AS_OF, &style.date)?,
        [day] => sheet.write_datetime_with_format(row, AS_OF, day, &style.date)?,
        _ => sheet.write_string_with_format(row, AS_OF, "nhiều ngày", &style.center)?,
    };
    for (column, at) in figures.boxes.iter().zip(BOXES..) {
        count_cell(sheet, row, at, totals.get(column.meaning), &style.count)?;
    }
    count_cell(sheet, row, layout.after, installed_after(figures, area.id), &style.helper)?;
    for (n, target) in figures.report.targets.iter().enumerate() {
        rate_cells(sheet, figures, layout, style, target, n, row, area.id)?;
    }
    Ok(())
}

/// "chưa báo cáo; chưa có số nền", and the deadline of an area that reports by itself.
fn state(figures: &Figures<'_>, area: &Area) -> String {
    let base = figures.ledger.base(area.id);
    let mut words = state_words(&figures.ledger.area(area.id));
    if figures.report.targets.iter().any(|t| base.denominator(t.denominator).is_none()) {
        words.push_str("; chưa có số nền");
    }
    if let Some(due) = area.self_report_due {
        words.push_str(&format!("; tự báo cáo, hạn {}", domain::date::dmy(due)));
    }
    words
}

fn known(base: &AreaBase) -> [Option<Known>; 4] {
    [base.households, base.people_15, base.smartphone_15, base.installed]
}

fn dates(base: &AreaBase) -> Vec<NaiveDate> {
    let mut dates: Vec<NaiveDate> = known(base).into_iter().flatten().map(|k| k.as_of).collect();
    dates.sort_unstable();
    dates.dedup();
    dates
}

fn total(page: &mut Page<'_>, figures: &Figures<'_>, layout: &Layout, style: &Style) -> Result<(), XlsxError> {
    let Some(rows) = layout.rows else { return Ok(()) };
    let row = layout.total;
    let ward = figures.ledger.ward();
    page.text(row, 0, "", &style.total_text)?;
    page.text(row, 1, "Tổng cộng", &style.total_text)?;
    page.text(row, STATE, "", &style.total_text)?;
    page.sum(row, EXPECTED, rows, Some(ward.expected as u64), &style.total_count)?;
    page.sum(row, RETURNED, rows, Some(ward.returned as u64), &style.total_count)?;
    for (n, at) in (0..4).zip(BASES..) {
        let known: Vec<u64> = figures
            .report
            .book
            .areas
            .iter()
            .filter_map(|a| known(&figures.ledger.base(a.id))[n].map(|k| u64::from(k.value)))
            .collect();
        page.sum(row, at, rows, (!known.is_empty()).then(|| known.iter().sum()), &style.total_count)?;
    }
    page.text(row, AS_OF, "", &style.total_text)?;
    for (column, at) in figures.boxes.iter().zip(BOXES..) {
        page.sum(row, at, rows, ward.get(column.meaning), &style.total_count)?;
    }
    // A rate may be told in words of two lines.
    page.sheet.set_row_height(row, 32)?;
    let after: Vec<u64> = figures.report.book.areas.iter().filter_map(|a| installed_after(figures, a.id)).collect();
    page.sum(row, layout.after, rows, (!after.is_empty()).then(|| after.iter().sum()), &style.total_count)?;
    for (n, target) in figures.report.targets.iter().enumerate() {
        let at = layout.target(n);
        let rate = figures.ledger.ward_rate(target);
        let [all, counted, bases] = [at.numerator, at.counted, at.denominator].map(|c| range(rows, c));
        let sum = |cells: &str| format!("IF(COUNT({cells})=0,\"{UNKNOWN}\",SUM({cells}))");
        let numerator = format!("IF(COUNT({bases})=0,{},{})", sum(&all), sum(&counted));
        let shown = |n: Option<u64>| n.map(|n| n.to_string());
        formula(page.sheet, row, at.numerator, &numerator, shown(rate.numerator), &style.total_count)?;
        page.sum(row, at.denominator, rows, rate.denominator, &style.total_count)?;
        let words = ratio(&cell(row, at.numerator), &cell(row, at.denominator));
        formula(page.sheet, row, at.rate, &words, percent(&rate), &style.total_rate)?;
        let has_base = rate.denominator.is_some();
        page.sum(row, at.counted, rows, rate.numerator.filter(|_| has_base), &style.total_count)?;
    }
    Ok(())
}
