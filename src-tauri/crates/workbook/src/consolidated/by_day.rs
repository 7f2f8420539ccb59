//! The page of evenings: what all wards' sheets of a day counted.

use domain::consolidation::Facts;
use domain::rates::Totals;
use rust_xlsxwriter::{ColNum, RowNum, Workbook};

use super::by_area::BOXES;
use super::page::{BODY, Column, Style, UNKNOWN, Written, count, formula, range, table, text};

/// Day, sheets back, sheets expected.
const BEFORE_BOXES: ColNum = 3;

pub(super) fn page(book: &mut Workbook, facts: &Facts<'_>, style: &Style) -> Written {
    let mut columns: Vec<Column> =
        vec![("Ngày".into(), 22.0), ("Phiếu đã nhận".into(), 11.0), ("Phiếu dự kiến".into(), 11.0)];
    columns.extend(BOXES.iter().map(|(_, heading)| ((*heading).to_owned(), 13.0)));
    let sheet = table(book, facts, style, ("Theo ngày", "Kết quả theo ngày"), &columns, 1)?;
    let days = facts.wards.days();
    let mut row: RowNum = BODY;
    for (day, totals) in days.iter().filter_map(|(day, totals)| Some((Some((*day)?), totals))).chain(
        // What areas reported by themselves is of no evening, and comes last.
        days.get(&None).map(|totals| (None, totals)),
    ) {
        match day {
            Some(day) => _ = sheet.write_datetime_with_format(row, 0, day, &style.date)?,
            None => text(sheet, row, 0, "Tự báo cáo, không theo buổi", &style.text)?,
        }
        count(sheet, row, 1, Some(totals.returned as u64), &style.count)?;
        count(sheet, row, 2, Some(totals.expected as u64), &style.count)?;
        for ((meaning, _), at) in BOXES.iter().zip(BEFORE_BOXES..) {
            count(sheet, row, at, totals.get(*meaning), &style.count)?;
        }
        row += 1;
    }
    if row == BODY {
        sheet.write_string_with_format(BODY, 0, "Chưa có số liệu.", &style.plain)?;
        return Ok(());
    }
    let all: Totals = days.values().sum();
    let rows = (BODY, row - 1);
    text(sheet, row, 0, "Tổng cộng", &style.total)?;
    for (sum, at) in [all.returned, all.expected].into_iter().zip(1..) {
        let words = format!("SUM({})", range(None, rows, at));
        formula(sheet, row, at, &words, Some(sum.to_string()), &style.total_count)?;
    }
    for ((meaning, _), at) in BOXES.iter().zip(BEFORE_BOXES..) {
        let cells = range(None, rows, at);
        let words = format!("IF(COUNT({cells})=0,\"{UNKNOWN}\",SUM({cells}))");
        formula(sheet, row, at, &words, all.get(*meaning).map(|n| n.to_string()), &style.total_count)?;
    }
    Ok(())
}
