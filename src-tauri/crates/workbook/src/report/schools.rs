//! The page of schools: what each reported, outside every rate of the other pages. No formula elsewhere
//! points here. Without schools there is no page.

use domain::unit::{UnitFigure, latest, total};
use rust_xlsxwriter::{ColNum, RowNum, Workbook};

use super::figures::Figures;
use super::names::Places;
use super::page::{self, Column, Written, span};
use super::style::Style;

/// STT and name stand before the first indicator.
const FIRST: ColNum = 2;

const NAME: &str = "Trường học";

pub(super) fn page(book: &mut Workbook, figures: &Figures<'_>, places: &mut Places, style: &Style) -> Written {
    let schools = &figures.report.schools;
    if schools.units.is_empty() {
        return Ok(());
    }
    let mut columns = vec![Column::new("STT", 6.0), Column::new("Trường", 34.0)];
    for indicator in &schools.indicators {
        columns.push(Column::new(&format!("{}: tổng số", indicator.label), 13.0));
        columns.push(Column::new(&format!("{}: đã cài", indicator.label), 13.0));
    }
    columns.push(Column::new("Tính đến ngày", 13.0));
    let day = ColNum::try_from(columns.len()).unwrap_or(1).saturating_sub(1);
    let mut page = page::table(book, figures, style, NAME, "Trường học (ngoài mọi tỷ lệ)", &columns, FIRST)?;
    let until = figures.report.period.to;
    let known: Vec<UnitFigure> = schools.figures.iter().filter(|f| f.as_of <= until).copied().collect();
    let known = latest(&known);
    let mut row: RowNum = page.body;
    for (unit, n) in schools.units.iter().zip(1u64..) {
        page.count(row, 0, Some(n), &style.center)?;
        page.text(row, 1, &unit.name, &style.text)?;
        for (indicator, at) in schools.indicators.iter().zip((FIRST..).step_by(2)) {
            let figure = known.get(&(unit.id, indicator.id));
            page.count(row, at, figure.and_then(|f| f.people).map(u64::from), &style.count)?;
            page.count(row, at + 1, figure.and_then(|f| f.done).map(u64::from), &style.count)?;
        }
        let as_of = known.values().filter(|f| f.unit == unit.id).map(|f| f.as_of).max();
        page.date(row, day, as_of, &style.date)?;
        page.fit(row, &[(&unit.name, 34.0)])?;
        row += 1;
    }
    let rows = (page.body, row - 1);
    page.text(row, 0, "", &style.total_text)?;
    page.text(row, 1, "Cộng", &style.total_text)?;
    for (indicator, at) in schools.indicators.iter().zip((FIRST..).step_by(2)) {
        let sum = total(known.values().filter(|f| f.indicator == indicator.id));
        page.sum(row, at, rows, sum.people, &style.total_count)?;
        page.sum(row, at + 1, rows, sum.done, &style.total_count)?;
    }
    page.text(row, day, "", &style.total_text)?;
    let note = "Giáo viên, nhân viên, phụ huynh là người dân đã được tính tại nơi ở, nên số liệu này không cộng vào \
                chỉ tiêu nào của địa bàn. Ô trống là chưa báo cáo.";
    span(page.sheet, row + 1, (0, day), note, &style.plain)?;
    page.fit(row + 1, &[(note, columns.iter().map(|c| c.width).sum())])?;
    page.sheet.autofilter(rows.0 - 1, 0, rows.1, day)?;
    places.table(book, ("BANG_TRUONG", "Bảng trường học"), NAME, (rows.0, 0), (rows.1, day))
}
