//! The page of wards: each added up from its areas, and all wards from each.

use domain::consolidation::{Facts, Sum};
use domain::rates::Rate;
use rust_xlsxwriter::{ColNum, RowNum, Workbook, Worksheet};

use super::by_area;
use super::page::{
    AREAS, BODY, Column, Style, UNKNOWN, WARDS, Written, count, formula, issue_words, range, ratio, table,
    target_columns, text,
};

/// STT, ward, last day, as of, report, areas with figures, areas, sheets back, sheets expected.
const FIRST_TARGET: ColNum = 9;

pub(super) struct Layout {
    /// Rows of wards; none without any.
    rows: Option<(RowNum, RowNum)>,
    pub(super) total: RowNum,
}

impl Layout {
    pub(super) fn of(facts: &Facts<'_>) -> Self {
        let wards = RowNum::try_from(facts.wards.wards.len()).unwrap_or(RowNum::MAX);
        Self { rows: (wards > 0).then(|| (BODY, BODY + wards - 1)), total: BODY + wards }
    }

    pub(super) fn numerator(target: usize) -> ColNum {
        FIRST_TARGET + 3 * ColNum::try_from(target).unwrap_or_default()
    }
}

pub(super) fn page(
    book: &mut Workbook,
    facts: &Facts<'_>,
    sums: &[Sum],
    layout: &Layout,
    areas: &by_area::Layout,
    style: &Style,
) -> Written {
    let mut columns: Vec<Column> = vec![
        ("STT".into(), 6.0),
        ("Phường, xã".into(), 30.0),
        ("Kỳ đến ngày".into(), 12.5),
        ("Số liệu ngày".into(), 12.5),
        ("Báo cáo".into(), 24.0),
        ("Địa bàn có số liệu".into(), 10.0),
        ("Số địa bàn".into(), 9.0),
        ("Phiếu đã nhận".into(), 9.0),
        ("Phiếu dự kiến".into(), 9.0),
    ];
    columns.extend(target_columns(facts));
    columns.push(("Ghi chú".into(), 26.0));
    let sheet = table(book, facts, style, (WARDS, "Kết quả theo phường, xã"), &columns, 2)?;
    let note = Layout::numerator(sums.len());
    for (at, ward) in facts.wards.wards.iter().enumerate() {
        let row = BODY + RowNum::try_from(at).unwrap_or(RowNum::MAX);
        let (report, totals) = (&ward.packet.report, ward.ledger.ward());
        let with_figures = report.book.areas.iter().filter(|a| ward.ledger.area(a.id).has_figures()).count();
        count(sheet, row, 0, Some(at as u64 + 1), &style.center)?;
        text(sheet, row, 1, ward.name(), &style.text)?;
        sheet.write_datetime_with_format(row, 2, report.period.to, &style.date)?;
        sheet.write_datetime_with_format(row, 3, report.as_of, &style.date)?;
        text(sheet, row, 4, &issue_words(ward.packet), &style.text)?;
        count(sheet, row, 5, Some(with_figures as u64), &style.count)?;
        count(sheet, row, 6, Some(report.book.areas.len() as u64), &style.count)?;
        count(sheet, row, 7, Some(totals.returned as u64), &style.count)?;
        count(sheet, row, 8, Some(totals.expected as u64), &style.count)?;
        for (n, sum) in sums.iter().enumerate() {
            of_ward(sheet, row, n, areas.rows(at), &sum.wards[at], style)?;
        }
        let words = doubts(at, sums, ward.has_figures());
        let lines = words.chars().count().div_ceil(24).max(1);
        if lines > 1 {
            sheet.set_row_height(row, 16.0 * f64::from(u32::try_from(lines).unwrap_or(u32::MAX)))?;
        }
        text(sheet, row, note, &words, &style.text)?;
    }
    let Some(rows) = layout.rows else {
        sheet.write_string_with_format(BODY, 0, "Chưa nhận báo cáo của phường, xã nào.", &style.plain)?;
        return Ok(());
    };
    for (at, words) in [(0, ""), (1, "Tổng cộng"), (2, ""), (3, ""), (4, "")] {
        text(sheet, layout.total, at, words, &style.total)?;
    }
    let all = |of: fn(&domain::rates::Totals) -> usize| -> u64 {
        facts.wards.wards.iter().map(|w| of(&w.ledger.ward()) as u64).sum()
    };
    let with_figures = |w: &domain::consolidation::Ward<'_>| {
        w.packet.report.book.areas.iter().filter(|a| w.ledger.area(a.id).has_figures()).count() as u64
    };
    let figures = [
        facts.wards.wards.iter().map(with_figures).sum(),
        facts.wards.areas().count() as u64,
        all(|t| t.returned),
        all(|t| t.expected),
    ];
    for (sum, at) in figures.into_iter().zip(5..) {
        let words = format!("SUM({})", range(None, rows, at));
        formula(sheet, layout.total, at, &words, Some(sum.to_string()), &style.total_count)?;
    }
    for (n, sum) in sums.iter().enumerate() {
        of_all(sheet, layout.total, n, rows, &sum.rate, style)?;
    }
    text(sheet, layout.total, note, "Chỉ tính phường, xã có cả tử số và mẫu số", &style.total)?;
    sheet.set_row_height(layout.total, 34.0)?;
    sheet.autofilter(BODY - 1, 0, rows.1, note)?;
    Ok(())
}

/// A ward from its areas: as a rate is made, of the areas that have a denominator, or of all while none has.
fn of_ward(
    sheet: &mut Worksheet,
    row: RowNum,
    target: usize,
    areas: Option<(RowNum, RowNum)>,
    rate: &Rate,
    style: &Style,
) -> Written {
    let (at, theirs) = (Layout::numerator(target), by_area::Layout::numerator(target));
    let shown = |n: Option<u64>| n.map(|n| n.to_string());
    match areas {
        None => {
            text(sheet, row, at, UNKNOWN, &style.count)?;
            text(sheet, row, at + 1, UNKNOWN, &style.count)?;
        }
        Some(rows) => {
            let (n, d) = (range(Some(AREAS), rows, theirs), range(Some(AREAS), rows, theirs + 1));
            let numerator = format!(
                "IF(COUNT({d})=0,IF(COUNT({n})=0,\"{UNKNOWN}\",SUM({n})),\
                 IF(COUNTIFS({d},\">=0\",{n},\">=0\")=0,\"{UNKNOWN}\",SUMIFS({n},{d},\">=0\")))"
            );
            formula(sheet, row, at, &numerator, shown(rate.numerator), &style.count)?;
            let denominator = format!("IF(COUNT({d})=0,\"{UNKNOWN}\",SUM({d}))");
            formula(sheet, row, at + 1, &denominator, shown(rate.denominator), &style.count)?;
        }
    }
    ratio(sheet, row, at + 2, rate, &style.rate)
}

/// All wards that have both.
fn of_all(
    sheet: &mut Worksheet,
    row: RowNum,
    target: usize,
    rows: (RowNum, RowNum),
    rate: &Rate,
    style: &Style,
) -> Written {
    let at = Layout::numerator(target);
    let (n, d) = (range(None, rows, at), range(None, rows, at + 1));
    let side =
        |of: &str, by: &str| format!("IF(COUNTIFS({n},\">=0\",{d},\">=0\")=0,\"{UNKNOWN}\",SUMIFS({of},{by},\">=0\"))");
    let shown = |n: Option<u64>| n.map(|n| n.to_string());
    formula(sheet, row, at, &side(&n, &d), shown(rate.numerator), &style.total_count)?;
    formula(sheet, row, at + 1, &side(&d, &n), shown(rate.denominator), &style.total_count)?;
    ratio(sheet, row, at + 2, rate, &style.total_rate)
}

/// What is to be known of a ward's figures.
fn doubts(at: usize, sums: &[Sum], has_figures: bool) -> String {
    let mut words = Vec::new();
    if !has_figures {
        words.push("chưa báo cáo".to_owned());
    }
    if sums.iter().any(|s| s.left_out.contains(&at)) && has_figures {
        words.push("thiếu số nền, chưa tính vào tỷ lệ chung".to_owned());
    }
    let without = sums.iter().map(|s| s.wards[at].without_base.len()).max().unwrap_or_default();
    if without > 0 && has_figures {
        words.push(format!("{without} địa bàn chưa có số nền"));
    }
    if sums.iter().any(|s| s.wards[at].is_over_100()) {
        words.push("tỷ lệ trên 100 %".to_owned());
    }
    domain::text::capitalised(&words.join("; "))
}
