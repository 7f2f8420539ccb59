//! The estimate as a table of a document.

use super::{Basis, Estimate, Item};
use crate::document::{Block, CellStand, TableColumn, TableRow};
use crate::number::grouped;

/// A line for each print, and the sum; what is not known stays blank to be written in.
pub(crate) fn table(estimate: &Estimate) -> Block {
    let columns = vec![
        TableColumn::new("STT", 13, CellStand::Centre),
        TableColumn::new("Nội dung", 40, CellStand::Left),
        TableColumn::new("Đơn vị tính", 17, CellStand::Centre),
        TableColumn::new("Cách tính", 38, CellStand::Left),
        TableColumn::new("Số lượng", 19, CellStand::Right),
        TableColumn::new("Đơn giá (đồng)", 22, CellStand::Right),
        TableColumn::new("Thành tiền (đồng)", 27, CellStand::Right),
    ];
    let figure = |n: Option<u64>| n.map(grouped).unwrap_or_default();
    let row = |(item, n): (&Item, usize)| -> TableRow {
        let quantity = item.quantity.map_or_else(|| "chưa đủ số liệu".to_owned(), grouped);
        vec![
            n.to_string(),
            item.line.name.clone(),
            item.line.unit.clone(),
            way(item),
            quantity,
            figure(item.line.unit_price),
            figure(item.amount),
        ]
        .into()
    };
    let mut rows: Vec<TableRow> = estimate.items.iter().zip(1..).map(row).collect();
    let blank = || String::new();
    rows.push(TableRow {
        cells: vec![blank(), "Tổng cộng".into(), blank(), blank(), blank(), blank(), figure(estimate.total)],
        is_sum: true,
    });
    Block::Table { columns, rows }
}

/// `1.234 hộ × 01 tờ, dự phòng 5%`.
fn way(item: &Item) -> String {
    let line = &item.line;
    let spare = if line.spare_percent == 0 { String::new() } else { format!(", dự phòng {}%", line.spare_percent) };
    let each = match line.per_hundred {
        whole if whole.is_multiple_of(100) => format!("{:02} {}", whole / 100, line.unit),
        part => format!("{}/100 {}", grouped(part.into()), line.unit),
    };
    let counted = match (line.basis, item.counted) {
        (Basis::Once, _) => return format!("{each} cho cả đợt{spare}"),
        (basis, Some(n)) => format!("{} {}", grouped(n), basis.word()),
        (basis, None) => format!("…… {}", basis.word()),
    };
    format!("{counted} × {each}{spare}")
}
