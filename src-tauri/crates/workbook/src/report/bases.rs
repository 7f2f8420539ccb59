//! The page of base figures: every dated set with its source. The page can be taken in again as a table
//! of areas.

use domain::area::BaseFigures;
use rust_xlsxwriter::{RowNum, Workbook};

use super::figures::Figures;
use super::page::{self, Column, Written};
use super::style::Style;

pub(super) fn page(book: &mut Workbook, figures: &Figures<'_>, style: &Style) -> Written {
    let columns = [
        Column::new("STT", 6.0),
        Column::new("Địa bàn", 30.0),
        Column::new("Tính đến ngày", 13.0),
        Column::new("Số hộ", 10.0),
        Column::new("Người từ 15 tuổi", 11.0),
        Column::new("Người từ 15 tuổi dùng điện thoại thông minh", 16.0),
        Column::new("Đã cài từ trước", 10.0),
        Column::new("Nguồn số liệu", 34.0),
    ];
    let mut page = page::table(book, figures, style, "Số liệu nền", "Số liệu nền của địa bàn", &columns, 2)?;
    let mut row: RowNum = page.body;
    for area in &figures.report.book.areas {
        let mut bases: Vec<&BaseFigures> = figures.report.book.bases.iter().filter(|b| b.area == area.id).collect();
        bases.sort_by_key(|b| (b.as_of, b.id));
        let rows: Vec<Option<&BaseFigures>> =
            if bases.is_empty() { vec![None] } else { bases.into_iter().map(Some).collect() };
        for base in rows {
            page.count(row, 0, Some(u64::from(row - page.body + 1)), &style.center)?;
            page.text(row, 1, &area.label(), &style.text)?;
            page.date(row, 2, base.map(|b| b.as_of), &style.date)?;
            let figure = |f: fn(&BaseFigures) -> Option<u32>| base.and_then(f).map(u64::from);
            page.count(row, 3, figure(|b| b.households), &style.count)?;
            page.count(row, 4, figure(|b| b.people_15), &style.count)?;
            page.count(row, 5, figure(|b| b.smartphone_15), &style.count)?;
            page.count(row, 6, figure(|b| b.installed), &style.count)?;
            page.text(row, 7, base.map_or("chưa có số nền", |b| &b.source), &style.text)?;
            row += 1;
        }
    }
    if row == page.body {
        return page.nothing("Chưa có địa bàn nào.", style);
    }
    Ok(())
}
