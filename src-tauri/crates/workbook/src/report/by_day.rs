//! The page of days: what each evening brought. Areas that report by themselves stand in a line of their
//! own, because their figures are of no evening.

use chrono::NaiveDate;
use domain::date::weekday;
use domain::rates::Totals;
use domain::text::capitalised;
use rust_xlsxwriter::{RowNum, Workbook};

use super::figures::{Figures, state_words};
use super::marks::unreported;
use super::names::Places;
use super::page::{self, Column, Page, Written, right};
use super::style::Style;

const VISITS: u16 = 2;
const BOXES: u16 = 6;

const NAME: &str = "Theo ngày";

pub(super) fn page(book: &mut Workbook, figures: &Figures<'_>, places: &mut Places, style: &Style) -> Written {
    let mut columns = vec![
        Column::new("Ngày", 12.0),
        Column::new("Thứ", 11.0),
        Column::new("Số buổi", 7.0),
        Column::new("Phiếu dự kiến", 8.0),
        Column::new("Phiếu đã nhận", 8.0),
        Column::new("Tình trạng", 16.0),
    ];
    columns.extend(figures.boxes.iter().map(|b| Column::new(&b.heading, 11.0)));
    let mut page = page::table(book, figures, style, NAME, "Kết quả theo ngày", &columns, 2)?;
    let lines = lines(figures);
    if lines.is_empty() {
        return page.nothing("Chưa có buổi nào trong kỳ báo cáo.", style);
    }
    for (row, line) in (page.body..).zip(&lines) {
        write(&mut page, figures, style, row, line)?;
    }
    let last = page.body + RowNum::try_from(lines.len()).unwrap_or(RowNum::MAX / 4) - 1;
    let right = right(&columns);
    page.sheet.autofilter(page.body - 1, 0, last, right)?;
    unreported(page.sheet, (page.body, last), VISITS + 3)?;
    total(&mut page, figures, style, last, &lines)?;
    let body = page.body;
    places.table(book, ("BANG_NGAY", "Bảng theo ngày"), NAME, (body, 0), (last, right))
}

struct Line {
    on: Option<NaiveDate>,
    visits: u64,
    totals: Totals,
}

/// Every day with an evening or a sheet, in order; what is of no day last.
fn lines(figures: &Figures<'_>) -> Vec<Line> {
    let mut totals = figures.days();
    let own = totals.remove(&None);
    let period = figures.report.period;
    let visits = figures.report.visits.iter().filter(|v| v.is_on() && period.covers(v.on));
    let mut days: Vec<NaiveDate> = visits.clone().map(|v| v.on).chain(totals.keys().copied().flatten()).collect();
    days.sort_unstable();
    days.dedup();
    let mut lines: Vec<Line> = days
        .into_iter()
        .map(|on| Line {
            on: Some(on),
            visits: visits.clone().filter(|v| v.on == on).count() as u64,
            totals: totals.remove(&Some(on)).unwrap_or_default(),
        })
        .collect();
    lines.extend(own.map(|totals| Line { on: None, visits: 0, totals }));
    lines
}

fn write(page: &mut Page<'_>, figures: &Figures<'_>, style: &Style, row: RowNum, line: &Line) -> Written {
    let totals = &line.totals;
    match line.on {
        Some(on) => {
            page.date(row, 0, Some(on), &style.date)?;
            page.text(row, 1, &capitalised(weekday(on)), &style.center)?;
            page.count(row, VISITS, Some(line.visits), &style.count)?;
        }
        None => {
            page.text(row, 0, "Tự báo cáo", &style.center)?;
            page.text(row, 1, "", &style.center)?;
            page.count(row, VISITS, None, &style.count)?;
        }
    }
    page.count(row, VISITS + 1, Some(totals.expected as u64), &style.count)?;
    page.count(row, VISITS + 2, Some(totals.returned as u64), &style.count)?;
    let is_ahead = line.on.is_some_and(|on| on > figures.report.as_of) && !totals.has_figures();
    let state = if is_ahead { "chưa đến ngày".to_owned() } else { state_words(totals) };
    page.text(row, VISITS + 3, &state, &style.text)?;
    page.fit(row, &[(&state, 16.0)])?;
    for (column, at) in figures.boxes.iter().zip(BOXES..) {
        page.count(row, at, totals.get(column.meaning), &style.count)?;
    }
    Ok(())
}

fn total(page: &mut Page<'_>, figures: &Figures<'_>, style: &Style, last: RowNum, lines: &[Line]) -> Written {
    let (row, rows) = (last + 1, (page.body, last));
    let sum: Totals = lines.iter().map(|l| &l.totals).sum();
    page.text(row, 0, "Tổng cộng", &style.total_text)?;
    page.text(row, 1, "", &style.total_text)?;
    let visits: u64 = lines.iter().map(|l| l.visits).sum();
    let known = lines.iter().any(|l| l.on.is_some());
    page.sum(row, VISITS, rows, known.then_some(visits), &style.total_count)?;
    page.sum(row, VISITS + 1, rows, Some(sum.expected as u64), &style.total_count)?;
    page.sum(row, VISITS + 2, rows, Some(sum.returned as u64), &style.total_count)?;
    page.text(row, VISITS + 3, "", &style.total_text)?;
    for (column, at) in figures.boxes.iter().zip(BOXES..) {
        page.sum(row, at, rows, sum.get(column.meaning), &style.total_count)?;
    }
    Ok(())
}
