//! The page of areas: every ward's, as its own packet has them.

use domain::consolidation::Facts;
use domain::form::Meaning;
use rust_xlsxwriter::{ColNum, RowNum, Workbook};

use super::page::{AREAS, BODY, Column, Style, Written, count, ratio, table, target_columns, text};

/// Boxes with a column of their own.
pub(super) const BOXES: [(Meaning, &str); 5] = [
    (Meaning::HouseholdsMet, "Hộ đã gặp"),
    (Meaning::PeopleMet, "Người đã gặp"),
    (Meaning::InstalledTonight, "Cài mới"),
    (Meaning::Account, "Có tài khoản"),
    (Meaning::Activated, "Kích hoạt"),
];

/// STT, ward, area, sheets back, sheets expected.
const BEFORE_BOXES: ColNum = 5;
const FIRST_TARGET: ColNum = BEFORE_BOXES + 5;

/// Which rows each ward's areas have; none for a ward without areas.
pub(super) struct Layout(Vec<Option<(RowNum, RowNum)>>);

impl Layout {
    pub(super) fn of(facts: &Facts<'_>) -> Self {
        let mut next = BODY;
        let rows = facts.wards.wards.iter().map(|ward| {
            let first = next;
            next += RowNum::try_from(ward.packet.report.book.areas.len()).unwrap_or(RowNum::MAX);
            (next > first).then(|| (first, next - 1))
        });
        Self(rows.collect())
    }

    pub(super) fn rows(&self, ward: usize) -> Option<(RowNum, RowNum)> {
        self.0.get(ward).copied().flatten()
    }

    /// Column of a target's numerator; its denominator is the next.
    pub(super) fn numerator(target: usize) -> ColNum {
        FIRST_TARGET + 3 * ColNum::try_from(target).unwrap_or_default()
    }
}

pub(super) fn page(book: &mut Workbook, facts: &Facts<'_>, style: &Style) -> Written {
    let mut columns: Vec<Column> = vec![
        ("STT".into(), 6.0),
        ("Phường, xã".into(), 26.0),
        ("Địa bàn".into(), 26.0),
        ("Phiếu đã nhận".into(), 9.0),
        ("Phiếu dự kiến".into(), 9.0),
    ];
    columns.extend(BOXES.iter().map(|(_, heading)| ((*heading).to_owned(), 11.0)));
    columns.extend(target_columns(facts));
    columns.push(("Ghi chú".into(), 18.0));
    let sheet = table(book, facts, style, (AREAS, "Kết quả theo địa bàn"), &columns, 3)?;
    let note = Layout::numerator(facts.targets.len());
    let mut row = BODY;
    for (line, n) in facts.wards.areas().zip(1u64..) {
        let ward = &facts.wards.wards[line.ward];
        let totals = ward.ledger.area(line.area.id);
        count(sheet, row, 0, Some(n), &style.center)?;
        text(sheet, row, 1, ward.name(), &style.text)?;
        text(sheet, row, 2, &line.area.name, &style.text)?;
        count(sheet, row, 3, Some(totals.returned as u64), &style.count)?;
        count(sheet, row, 4, Some(totals.expected as u64), &style.count)?;
        for ((meaning, _), at) in BOXES.iter().zip(BEFORE_BOXES..) {
            count(sheet, row, at, totals.get(*meaning), &style.count)?;
        }
        for (target, n) in facts.targets.iter().zip(0..) {
            let (rate, at) = (ward.ledger.area_rate(target, line.area.id), Layout::numerator(n));
            count(sheet, row, at, rate.numerator, &style.count)?;
            count(sheet, row, at + 1, rate.denominator, &style.count)?;
            ratio(sheet, row, at + 2, &rate, &style.rate)?;
        }
        let words = if totals.has_figures() { "" } else { "chưa báo cáo" };
        text(sheet, row, note, words, &style.text)?;
        row += 1;
    }
    if row > BODY {
        sheet.autofilter(BODY - 1, 0, row - 1, note)?;
    }
    Ok(())
}
