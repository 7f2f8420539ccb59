//! The page of missing sheets: expected, due, and not there. What is due later is not missing.

use chrono::NaiveDate;
use domain::rates::KeyedSheet;
use domain::sheet::{Sheet, SheetKind};
use rust_xlsxwriter::{RowNum, Workbook};

use super::figures::Figures;
use super::names::Places;
use super::page::{self, Column, Written, right};
use super::sheets::kind_word;
use super::style::Style;

const NAME: &str = "Phiếu còn thiếu";

pub(super) fn page(book: &mut Workbook, figures: &Figures<'_>, places: &mut Places, style: &Style) -> Written {
    let columns = [
        Column::new("STT", 6.0),
        Column::new("Mã phiếu", 12.0),
        Column::new("Địa bàn", 34.0),
        Column::new("Ngày (hạn)", 13.0),
        Column::new("Tổ hỗ trợ", 16.0),
        Column::new("Phiếu số", 10.0),
        Column::new("Loại", 13.0),
        Column::new("Tình trạng", 14.0),
        Column::new("Trễ (ngày)", 9.0),
    ];
    let mut page = page::table(book, figures, style, NAME, "Phiếu còn thiếu", &columns, 3)?;
    let missing = missing(figures);
    if missing.is_empty() {
        return page.nothing("Không có phiếu nào còn thiếu.", style);
    }
    let last = page.body + RowNum::try_from(missing.len()).unwrap_or(RowNum::MAX / 4) - 1;
    for ((sheet, due), n) in missing.into_iter().zip(1u32..) {
        let row: RowNum = page.body + n - 1;
        page.count(row, 0, Some(u64::from(n)), &style.center)?;
        page.text(row, 1, &sheet.code.to_string(), &style.center)?;
        page.text(row, 2, &figures.area_label(sheet.area), &style.text)?;
        page.date(row, 3, Some(due), &style.date)?;
        page.text(row, 4, figures.team_name(sheet.team), &style.text)?;
        page.text(row, 5, &format!("{}/{}", sheet.n, sheet.of), &style.center)?;
        page.text(row, 6, kind_word(sheet.kind), &style.center)?;
        page.text(row, 7, sheet.state.word(), &style.center)?;
        let late = (figures.report.as_of - due).num_days();
        page.count(row, 8, u64::try_from(late).ok(), &style.count)?;
    }
    let (body, right) = (page.body, right(&columns));
    page.sheet.autofilter(body - 1, 0, last, right)?;
    places.table(book, ("BANG_PHIEU_THIEU", "Bảng phiếu còn thiếu"), NAME, (body, 0), (last, right))
}

/// Missing sheets of the period with the day they were due.
pub(super) fn missing<'r>(figures: &Figures<'r>) -> Vec<(&'r Sheet, NaiveDate)> {
    missing_of(figures, figures.sheets())
}

/// Those of days before it.
pub(super) fn earlier_missing<'r>(figures: &Figures<'r>) -> Vec<(&'r Sheet, NaiveDate)> {
    missing_of(figures, figures.earlier_sheets())
}

fn missing_of<'r>(figures: &Figures<'r>, sheets: impl Iterator<Item = &'r KeyedSheet>) -> Vec<(&'r Sheet, NaiveDate)> {
    let mut missing: Vec<(&Sheet, NaiveDate)> = sheets
        .map(|k| &k.sheet)
        .filter(|s| s.is_expected() && !s.state.is_back())
        .filter_map(|s| Some((s, due(figures, s)?)))
        .filter(|(_, due)| *due <= figures.report.as_of)
        .collect();
    missing.sort_by_key(|(s, due)| (*due, s.id));
    missing
}

fn due(figures: &Figures<'_>, sheet: &Sheet) -> Option<NaiveDate> {
    match sheet.kind {
        SheetKind::SelfReport => sheet.area.and_then(|id| figures.areas.get(&id)).and_then(|a| a.self_report_due),
        SheetKind::Regular | SheetKind::Spare | SheetKind::Summary => sheet.on,
    }
}
