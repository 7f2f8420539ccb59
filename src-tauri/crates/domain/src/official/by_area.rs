//! The table of results by area: papers, stages, and every target with numerator, denominator and rate.

use crate::area::Area;
use crate::campaign::Target;
use crate::document::{Block, CellStand, Rich, TableColumn, TableRow};
use crate::form::Meaning;
use crate::number::{grouped, percent};
use crate::rates::{Ledger, Rate, Totals};

/// Boxes with a column of their own, where any sheet filled them.
const BOXES: [(Meaning, &str); 5] = [
    (Meaning::HouseholdsMet, "Hộ đã gặp"),
    (Meaning::PeopleMet, "Người đã gặp"),
    (Meaning::InstalledTonight, "Cài mới"),
    (Meaning::Account, "Có tài khoản"),
    (Meaning::Activated, "Kích hoạt"),
];

/// A row for each area and the ward's own; figures nobody has reported stay blank. Shares are millimetres of a
/// page that lies.
pub(crate) fn by_area(areas: &[Area], ledger: &Ledger, targets: &[Target]) -> Block {
    let ward = ledger.ward();
    let boxes: Vec<(Meaning, &str)> = BOXES.into_iter().filter(|(m, _)| ward.get(*m).is_some()).collect();
    let mut columns = vec![
        TableColumn::new("STT", 12, CellStand::Centre),
        TableColumn::new("Địa bàn", 38, CellStand::Left),
        TableColumn::new("Phiếu nhận", 16, CellStand::Centre),
    ];
    columns.extend(boxes.iter().map(|(_, heading)| TableColumn::new(heading, 18, CellStand::Right)));
    for target in targets {
        let over = format!("Chỉ tiêu {}: {}", target.clause, target.name);
        for (heading, share) in [("Tử số", 21), ("Mẫu số", 21), ("Tỷ lệ", 19)] {
            columns.push(TableColumn::new(heading, share, CellStand::Right).under(&over));
        }
    }
    columns.push(TableColumn::new("Ghi chú", 24, CellStand::Left));
    let row = |start: [String; 2], totals: &Totals, rates: &[Rate], note: String, is_sum| {
        let mut cells: Vec<String> = start.into();
        cells.push(format!("{}/{}", totals.returned, totals.expected));
        cells.extend(boxes.iter().map(|(meaning, _)| figure(totals.get(*meaning))));
        for rate in rates {
            cells.extend([figure(rate.numerator), figure(rate.denominator)]);
            cells.push(rate.percent.map(percent).unwrap_or_default());
        }
        cells.push(note);
        TableRow { cells, is_sum }
    };
    let mut rows: Vec<TableRow> = areas
        .iter()
        .zip(1..)
        .map(|(area, n)| {
            let totals = ledger.area(area.id);
            let rates: Vec<Rate> = targets.iter().map(|t| ledger.area_rate(t, area.id)).collect();
            row([n.to_string(), area.name.clone()], &totals, &rates, note(area, &totals), false)
        })
        .collect();
    let rates: Vec<Rate> = targets.iter().map(|t| ledger.ward_rate(t)).collect();
    rows.push(row([String::new(), "Tổng cộng".into()], &ward, &rates, String::new(), true));
    Block::Table { columns, rows }
}

fn figure(n: Option<u64>) -> String {
    n.map(grouped).unwrap_or_default()
}

fn note(area: &Area, totals: &Totals) -> String {
    let missing = totals.expected.saturating_sub(totals.returned);
    let mut notes = Vec::new();
    if area.self_report_due.is_some() {
        notes.push("tự báo cáo".to_owned());
    }
    if !totals.has_figures() {
        notes.push("chưa báo cáo".to_owned());
    } else if missing > 0 {
        notes.push(format!("thiếu {missing} phiếu"));
    }
    crate::text::capitalised(&notes.join("; "))
}

/// What the table's total covers.
pub(crate) fn note_on_areas(areas: &[Area], ledger: &Ledger, targets: &[Target]) -> Vec<Block> {
    let left_out = targets.iter().any(|t| {
        let without = ledger.ward_rate(t).without_base.len();
        without > 0 && without < areas.len()
    });
    let mut words = "Ghi chú: ô để trống là chưa có số liệu.".to_owned();
    if left_out {
        words.push_str(" Tử số, mẫu số và tỷ lệ ở dòng tổng cộng chỉ tính các địa bàn có cả tử số và mẫu số.");
    }
    vec![Block::Paragraph(Rich::plain(words))]
}
