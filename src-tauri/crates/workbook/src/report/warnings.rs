//! What a reader of the cover must know before trusting a figure.

use domain::date::dmy;
use domain::number::grouped;
use domain::rates::WarningKind;
use domain::sheet::SheetState;

use super::figures::Figures;
use super::missing::{earlier_missing, missing};

/// Most areas named in a line; the rest are counted.
const MOST_NAMED: usize = 6;

/// Every warning, the gravest first.
pub(super) fn warnings(figures: &Figures<'_>) -> Vec<String> {
    let report = figures.report;
    let mut out = Vec::new();
    for target in &report.targets {
        let rate = figures.ledger.ward_rate(target);
        if rate.is_over_100() {
            out.push(format!("Chỉ tiêu {} vượt 100 %: cần kiểm tra số nền và phiếu trước khi ký.", target.clause));
        }
    }
    let silent: Vec<String> =
        report.book.areas.iter().filter(|a| !figures.ledger.area(a.id).has_figures()).map(|a| a.name.clone()).collect();
    if !silent.is_empty() {
        out.push(format!("{} địa bàn chưa báo cáo: {}.", silent.len(), named(&silent)));
    }
    let of_period = if figures.is_part() { " trong kỳ" } else { "" };
    let late = missing(figures).len();
    if late > 0 {
        out.push(format!("{late} phiếu{of_period} đã đến hạn nhưng chưa nhận về (trang “Phiếu còn thiếu”)."));
    }
    let late = earlier_missing(figures).len();
    if late > 0 {
        out.push(format!("{late} phiếu trước kỳ đã đến hạn nhưng chưa nhận về, nên chưa có trong tỷ lệ lũy kế."));
    }
    let unfinished = figures.sheets().filter(|k| k.sheet.state == SheetState::Returned).count();
    if unfinished > 0 {
        out.push(format!("{unfinished} phiếu{of_period} đã nhận nhưng chưa nhập đủ ô hoặc còn ô sai chưa có lý do."));
    }
    for area in &report.book.areas {
        for w in figures.ledger.warnings(area.id) {
            out.push(format!(
                "{}: {} ({}) nhiều hơn {} ({}, tính đến {}).",
                area.name,
                counted_word(w.kind),
                grouped(w.counted),
                known_word(w.kind),
                grouped(u64::from(w.known.value)),
                dmy(w.known.as_of)
            ));
        }
    }
    out
}

/// Names, or the first of them and how many more.
pub(super) fn named(names: &[String]) -> String {
    match names.len() {
        n if n > MOST_NAMED => format!("{} và {} địa bàn khác", names[..MOST_NAMED].join(", "), n - MOST_NAMED),
        _ => names.join(", "),
    }
}

fn counted_word(kind: WarningKind) -> &'static str {
    match kind {
        WarningKind::MoreHouseholdsMet => "số hộ đã gặp",
        WarningKind::MorePeopleMet => "số người đã gặp",
        WarningKind::MoreSmartphones => "số người đã gặp dùng điện thoại thông minh",
        WarningKind::MoreInstalled => "số người đã cài đặt",
    }
}

fn known_word(kind: WarningKind) -> &'static str {
    match kind {
        WarningKind::MoreHouseholdsMet => "tổng số hộ",
        WarningKind::MorePeopleMet => "tổng số người từ 15 tuổi",
        WarningKind::MoreSmartphones | WarningKind::MoreInstalled => "tổng số người dùng điện thoại thông minh",
    }
}
