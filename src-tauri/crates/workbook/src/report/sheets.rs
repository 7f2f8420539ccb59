//! The page of sheets: each with its boxes as keyed. A blank box is an empty cell. The page can be taken
//! in again as a table of tallies: its headings are the boxes' own numbers and labels.

use domain::sheet::{SheetKind, SheetState};
use rust_xlsxwriter::{RowNum, Workbook};

use super::figures::Figures;
use super::marks::unreported;
use super::names::Places;
use super::page::{self, Column, Written};
use super::style::Style;

const BOXES: u16 = 7;

const NAME: &str = "Phiếu";

pub(super) fn page(book: &mut Workbook, figures: &Figures<'_>, places: &mut Places, style: &Style) -> Written {
    let mut columns = vec![
        Column::new("Mã phiếu", 11.0),
        Column::new("Địa bàn", 30.0),
        Column::new("Ngày", 12.0),
        Column::new("Tổ hỗ trợ", 14.0),
        Column::new("Phiếu số", 8.0),
        Column::new("Loại", 11.0),
        Column::new("Trạng thái", 12.0),
    ];
    columns.extend(figures.boxes.iter().map(|b| Column::new(&b.heading, 10.5)));
    columns.extend(figures.own_boxes.iter().map(|b| Column::new(&b.heading, 10.5)));
    columns.push(Column::new("Lý do chấp nhận", 24.0));
    let mut page = page::table(book, figures, style, NAME, "Số liệu từng phiếu", &columns, 2)?;
    let own = BOXES + u16::try_from(figures.boxes.len()).unwrap_or_default();
    let reason = own + u16::try_from(figures.own_boxes.len()).unwrap_or_default();
    let mut row: RowNum = page.body;
    for keyed in figures.sheets() {
        let sheet = &keyed.sheet;
        page.text(row, 0, &sheet.code.to_string(), &style.center)?;
        page.text(row, 1, &figures.area_label(sheet.area), &style.text)?;
        page.date(row, 2, sheet.on, &style.date)?;
        page.text(row, 3, figures.team_name(sheet.team), &style.text)?;
        page.text(row, 4, &format!("{}/{}", sheet.n, sheet.of), &style.center)?;
        page.text(row, 5, kind_word(sheet.kind), &style.center)?;
        page.text(row, 6, state_word(sheet.state), &style.center)?;
        for (column, at) in figures.boxes.iter().zip(BOXES..) {
            let value = figures.box_of(sheet, column.meaning).and_then(|no| keyed.tally.get(no));
            page.count(row, at, value.map(u64::from), &style.count)?;
        }
        for (column, at) in figures.own_boxes.iter().zip(own..) {
            let value = figures.own_box_of(sheet, column).and_then(|no| keyed.tally.get(no));
            page.count(row, at, value.map(u64::from), &style.count)?;
        }
        let because = sheet.accepted_because.as_deref().unwrap_or_default();
        page.text(row, reason, because, &style.text)?;
        page.fit(row, &[(because, 24.0)])?;
        row += 1;
    }
    if row == page.body {
        return page.nothing("Chưa có phiếu nào trong kỳ báo cáo.", style);
    }
    let body = page.body;
    page.sheet.autofilter(body - 1, 0, row - 1, reason)?;
    unreported(page.sheet, (body, row - 1), BOXES - 1)?;
    places.table(book, ("BANG_PHIEU", "Bảng từng phiếu"), NAME, (body, 0), (row - 1, reason))
}

pub(super) fn kind_word(kind: SheetKind) -> &'static str {
    match kind {
        SheetKind::Regular => "theo buổi",
        SheetKind::Spare => "dự phòng",
        SheetKind::SelfReport => "tự báo cáo",
        SheetKind::Summary => "tổng hợp buổi",
    }
}

/// The state as the authority reads it: a paper that only exists is no report.
fn state_word(state: SheetState) -> &'static str {
    match state {
        SheetState::Printed | SheetState::Spare | SheetState::HandedOut => "chưa báo cáo",
        other => other.word(),
    }
}
