//! The page of areas: sums of boxes, and every target's rate as formulas. Base figures stand on their own
//! page; the denominators here point to it.
//!
//! The ward's rate is the ratio of two plain sums in this table: the denominators of areas that have one,
//! and the numerators of those same areas (a column beside the printed ones). Only while no area has a
//! denominator does the numerator speak of all of them; see `domain::rates`.
//!
//! A rate is cumulative, also where the boxes are summed over a period that begins later: then a column
//! beside the printed ones says what each box brought before, and the numerator is the sum of both.
//!
//! The page is made to be read on A4: a line for an area, 61 areas on two pages.

mod rate;

use domain::area::Area;
use domain::campaign::Target;
use domain::date::dmy;
use domain::form::Meaning;
use domain::rates::Totals;
use rust_xlsxwriter::{ColNum, RowNum, Workbook, Worksheet, XlsxError};

use super::bases::Lines;
use super::figures::{BoxColumn, Figures, state_words};
use super::marks::{LEGEND, rates, unreported};
use super::names::{self, Places};
use super::page::{
    self, Column, Page, UNKNOWN, Written, body_row, cell, count_cell, formula, range, set_height, span, text_cell,
};
use super::style::Style;
use super::warnings::named;
use rate::{installed_after, rate_cells};
pub(super) use rate::{percent, ratio};

pub(super) const NAME: &str = "Theo địa bàn";

const STATE: ColNum = 2;
const EXPECTED: ColNum = 3;
const RETURNED: ColNum = 4;
const BOXES: ColNum = 5;

const NAME_WIDTH: f64 = 22.0;
const BOX_WIDTH: f64 = 5.9;

/// Height of a line of this page's cells, in points.
const ONE_LINE: f64 = 14.0;

/// Where each figure of the page stands; the cover and the chart point to it.
#[derive(Debug)]
pub(super) struct Layout<'r> {
    /// First and last row of areas; none without areas.
    pub(super) rows: Option<(RowNum, RowNum)>,
    pub(super) total: RowNum,
    bases: &'r Lines<'r>,
    targets: ColNum,
    /// New installs after the base's date.
    after: ColNum,
    /// Boxes that targets are made of, each with the column of what it brought before the period; none
    /// if the period leaves out nothing.
    earlier: Vec<(BoxColumn, ColNum)>,
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

impl<'r> Layout<'r> {
    pub(super) fn of(figures: &Figures<'_>, bases: &'r Lines<'r>) -> Self {
        let columns = |n: usize| ColNum::try_from(n).unwrap_or(ColNum::MAX / 4);
        let first = body_row(2);
        let areas = RowNum::try_from(figures.report.book.areas.len()).unwrap_or(RowNum::MAX / 4);
        let targets = BOXES + columns(figures.boxes.len());
        let after = targets + 3 * columns(figures.report.targets.len());
        let earlier: Vec<(BoxColumn, ColNum)> = earlier_boxes(figures).into_iter().zip(after + 1..).collect();
        let counted = after + 1 + columns(earlier.len());
        Self {
            rows: (areas > 0).then(|| (first, first + areas - 1)),
            total: first + areas,
            bases,
            targets,
            after,
            earlier,
            counted,
        }
    }

    pub(super) fn target(&self, n: usize) -> TargetColumns {
        let n = ColNum::try_from(n).unwrap_or_default();
        let numerator = self.targets + 3 * n;
        TargetColumns { numerator, denominator: numerator + 1, rate: numerator + 2, counted: self.counted + n }
    }
}

/// Boxes whose earlier sums the targets need.
fn earlier_boxes(figures: &Figures<'_>) -> Vec<BoxColumn> {
    let targets = figures.report.targets.iter().filter(|_| figures.is_part());
    let needed: Vec<Meaning> = targets.flat_map(Target::needs).collect();
    figures.boxes.iter().filter(|b| needed.contains(&b.meaning)).cloned().collect()
}

pub(super) fn page(book: &mut Workbook, figures: &Figures<'_>, layout: &Layout<'_>, places: &mut Places) -> Written {
    let style = &Style::dense();
    let columns = columns(figures, layout);
    let sheet = page::titled(book, figures, style, NAME, "Kết quả theo địa bàn", &columns)?;
    heading(sheet, figures, layout, &columns, style)?;
    let body = body_row(2);
    sheet.set_freeze_panes(body, STATE)?;
    sheet.set_repeat_rows(body - 2, body - 1)?;
    let mut page = Page { sheet, body };
    let Some((first, last_area)) = layout.rows else { return page.nothing("Chưa có địa bàn nào.", style) };
    for ((area, row), n) in figures.report.book.areas.iter().zip(first..).zip(1..) {
        line(page.sheet, figures, layout, style, area, row, n)?;
    }
    total(&mut page, figures, layout, style)?;
    let last = notes(page.sheet, figures, layout, style)?;
    // The helper columns at the right are for checking, not for paper.
    page.sheet.set_print_area(0, 0, last, layout.after - 1)?;
    page.sheet.autofilter(first - 1, 0, last_area, layout.after - 1)?;
    unreported(page.sheet, (first, last_area), STATE)?;
    for (n, target) in figures.report.targets.iter().enumerate() {
        rates(page.sheet, (first, layout.total), layout.target(n), target.percent)?;
    }
    places.table(book, ("BANG_DIA_BAN", "Bảng theo địa bàn"), NAME, (first, 0), (last_area, layout.after - 1))?;
    places.cell(book, names::EXPECTED, NAME, (layout.total, EXPECTED))?;
    places.cell(book, names::RETURNED, NAME, (layout.total, RETURNED))?;
    for (column, at) in figures.boxes.iter().zip(BOXES..) {
        if let Some(name) = names::sum(column.meaning) {
            places.cell(book, name, NAME, (layout.total, at))?;
        }
    }
    Ok(())
}

fn columns(figures: &Figures<'_>, layout: &Layout<'_>) -> Vec<Column> {
    let mut columns = vec![
        Column::new("STT", 3.8),
        Column::new("Địa bàn", NAME_WIDTH),
        Column::new("Tình trạng", 12.0),
        Column::new("Dự kiến", 5.0),
        Column::new("Đã nhận", 5.0),
    ];
    columns.extend(figures.boxes.iter().map(|b| Column::new(&b.heading, BOX_WIDTH)));
    for _ in &figures.report.targets {
        columns.extend([Column::new("Tử số", 6.2), Column::new("Mẫu số", 6.6), Column::new("Tỷ lệ", 12.0)]);
    }
    columns.push(Column::new("Cài mới sau ngày của số nền", 13.0));
    columns.extend(layout.earlier.iter().map(|(b, _)| Column::new(&format!("Trước kỳ: {}", b.heading), 13.0)));
    columns.extend(
        figures.report.targets.iter().map(|t| Column::new(&format!("Tử số {} của địa bàn có mẫu số", t.clause), 13.0)),
    );
    columns
}

fn heading(
    sheet: &mut Worksheet,
    figures: &Figures<'_>,
    layout: &Layout<'_>,
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
    let (papers, boxes, cumulative) = match figures.is_part() {
        true => ("Phiếu trong kỳ", "Cộng các ô của phiếu trong kỳ", ", lũy kế"),
        false => ("Phiếu", "Cộng các ô của phiếu", ""),
    };
    span(sheet, row, (EXPECTED, RETURNED), papers, &style.head)?;
    if layout.targets > BOXES {
        span(sheet, row, (BOXES, layout.targets - 1), boxes, &style.head)?;
    }
    let mut group_lines = page::lines(papers, 11.0);
    for (n, target) in figures.report.targets.iter().enumerate() {
        let at = layout.target(n);
        let words = format!("{} {} (từ\u{a0}{}\u{a0}%){cumulative}", target.clause, target.name, target.percent);
        span(sheet, row, (at.numerator, at.rate), &words, &style.head)?;
        group_lines = group_lines.max(page::lines(&words, 30.0));
    }
    let last = ColNum::try_from(columns.len()).unwrap_or(ColNum::MAX / 4) - 1;
    span(sheet, row, (layout.after, last), "Cột tính (không in)", &style.helper_head)?;
    set_height(sheet, row, group_lines * ONE_LINE + 3.0)?;
    let tallest = columns[3..].iter().map(|c| page::lines(&c.heading, c.width * 1.1)).fold(2.0, f64::max);
    set_height(sheet, row + 1, tallest * ONE_LINE + 3.0)?;
    Ok(())
}

fn line(
    sheet: &mut Worksheet,
    figures: &Figures<'_>,
    layout: &Layout<'_>,
    style: &Style,
    area: &Area,
    row: RowNum,
    n: u32,
) -> Written {
    let totals = figures.counted.area(area.id);
    count_cell(sheet, row, 0, Some(u64::from(n)), &style.center)?;
    text_cell(sheet, row, 1, &area.name, &style.text)?;
    text_cell(sheet, row, STATE, &state(figures, area, &totals), &style.text)?;
    set_height(sheet, row, page::lines(&area.name, NAME_WIDTH * 1.05) * ONE_LINE)?;
    count_cell(sheet, row, EXPECTED, Some(totals.expected as u64), &style.count)?;
    count_cell(sheet, row, RETURNED, Some(totals.returned as u64), &style.count)?;
    for (column, at) in figures.boxes.iter().zip(BOXES..) {
        count_cell(sheet, row, at, totals.get(column.meaning), &style.count)?;
    }
    count_cell(sheet, row, layout.after, installed_after(figures, area.id), &style.helper)?;
    for (column, at) in &layout.earlier {
        count_cell(sheet, row, *at, figures.earlier(area.id, column.meaning), &style.helper)?;
    }
    for (n, target) in figures.report.targets.iter().enumerate() {
        rate_cells(sheet, figures, layout, style, target, n, row, area.id)?;
    }
    Ok(())
}

/// Whether an area's papers of the period are back. "Chưa báo cáo" is said only of an area without any
/// keyed figure up to the period's last day.
fn state(figures: &Figures<'_>, area: &Area, counted: &Totals) -> String {
    let has_reported = figures.ledger.area(area.id).has_figures();
    match (has_reported && !counted.has_figures(), counted.expected, counted.returned) {
        (false, _, _) => state_words(counted),
        (true, 0, _) => "ngoài kỳ".into(),
        (true, expected, returned) if returned < expected => format!("thiếu {} phiếu", expected - returned),
        (true, _, _) => "chưa nhập".into(),
    }
}

fn total(page: &mut Page<'_>, figures: &Figures<'_>, layout: &Layout<'_>, style: &Style) -> Result<(), XlsxError> {
    let Some(rows) = layout.rows else { return Ok(()) };
    let row = layout.total;
    let ward = figures.counted.ward();
    page.text(row, 0, "", &style.total_text)?;
    page.text(row, 1, "Tổng cộng", &style.total_text)?;
    page.text(row, STATE, "", &style.total_text)?;
    page.sum(row, EXPECTED, rows, Some(ward.expected as u64), &style.total_count)?;
    page.sum(row, RETURNED, rows, Some(ward.returned as u64), &style.total_count)?;
    for (column, at) in figures.boxes.iter().zip(BOXES..) {
        page.sum(row, at, rows, ward.get(column.meaning), &style.total_count)?;
    }
    set_height(page.sheet, row, ONE_LINE + 1.5)?;
    let after: Vec<u64> = figures.report.book.areas.iter().filter_map(|a| installed_after(figures, a.id)).collect();
    page.sum(row, layout.after, rows, (!after.is_empty()).then(|| after.iter().sum()), &style.total_count)?;
    for (column, at) in &layout.earlier {
        let areas = figures.report.book.areas.iter();
        let known: Vec<u64> = areas.filter_map(|a| figures.earlier(a.id, column.meaning)).collect();
        page.sum(row, *at, rows, (!known.is_empty()).then(|| known.iter().sum()), &style.total_count)?;
    }
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

/// What the table's short words mean, below it. The answer is the last row.
fn notes(
    sheet: &mut Worksheet,
    figures: &Figures<'_>,
    layout: &Layout<'_>,
    style: &Style,
) -> Result<RowNum, XlsxError> {
    let areas = &figures.report.book.areas;
    let mut notes: Vec<String> = Vec::new();
    if figures.is_part() {
        notes.push(format!(
            "{} “Ngoài kỳ”: địa bàn đã báo cáo trước kỳ và không có phiếu nào trong kỳ.",
            figures.both_days()
        ));
    }
    for target in &figures.report.targets {
        let mut words = format!(
            "{}: tử số là {}; mẫu số là {} ({}).",
            target.clause,
            target.numerator.word(),
            target.denominator.word(),
            if target.denominator.is_counted() { "cộng từ phiếu" } else { "trang “Số liệu nền”" }
        );
        let without = figures.ledger.ward_rate(target).without_base;
        if !without.is_empty() {
            let names: Vec<String> = areas.iter().filter(|a| without.contains(&a.id)).map(|a| a.name.clone()).collect();
            let lacks = if target.denominator.is_counted() { "Chưa báo cáo" } else { "Chưa có số nền" };
            words.push_str(&format!(" {lacks}: {}.", named(&names)));
        }
        notes.push(words);
    }
    if !notes.is_empty() {
        notes.push(
            "Tỷ lệ ở dòng tổng cộng là tổng tử số chia cho tổng mẫu số của các địa bàn có số nền, không phải trung \
             bình các tỷ lệ."
                .into(),
        );
        notes.push(LEGEND.into());
    }
    let own: Vec<String> =
        areas.iter().filter_map(|a| Some(format!("{} (hạn {})", a.name, dmy(a.self_report_due?)))).collect();
    if !own.is_empty() {
        let cumulative =
            if figures.is_part() { " Số tự báo cáo là lũy kế, không tách riêng trong kỳ." } else { "" };
        notes.push(format!("Địa bàn tự báo cáo: {}.{cumulative}", named(&own)));
    }
    // Letters of this page's size over the printed width.
    let width: f64 = columns(figures, layout).iter().take(usize::from(layout.after)).map(|c| c.width).sum();
    let mut row = layout.total;
    for note in notes {
        row += 1;
        span(sheet, row, (0, layout.after - 1), &note, &style.note)?;
        set_height(sheet, row, page::lines(&note, width * 1.28) * ONE_LINE + 1.0)?;
    }
    Ok(row)
}
