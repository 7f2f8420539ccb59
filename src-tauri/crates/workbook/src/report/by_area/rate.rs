//! A rate as formulas: the numerator from its cells, the denominator from the base, and words where there
//! is none. The rules are those of `domain::rates`.

use domain::campaign::{Denominator, Numerator, Target};
use domain::form::Meaning;
use domain::ids::AreaId;
use domain::rates::Rate;
use rust_xlsxwriter::{RowNum, Worksheet};

use super::{BOXES, Layout};
use crate::report::bases::Figure;
use crate::report::figures::Figures;
use crate::report::page::{UNKNOWN, Written, cell, formula};
use crate::report::style::Style;

/// Said in place of a rate.
const SILENT: &str = "chưa báo cáo";
const BASELESS: &str = "chưa có số nền";

/// What the rate's numerator adds to the dated base; unknown without one.
pub(super) fn installed_after(figures: &Figures<'_>, area: AreaId) -> Option<u64> {
    let base = figures.ledger.base(area).installed?;
    let probe = Target {
        id: domain::ids::TargetId(0),
        clause: String::new(),
        name: String::new(),
        numerator: Numerator::Installed,
        denominator: Denominator::Smartphone15,
        percent: 0,
        by: base.as_of,
    };
    figures.ledger.area_rate(&probe, area).numerator.map(|n| n.saturating_sub(u64::from(base.value)))
}

#[expect(clippy::too_many_arguments, reason = "one cell's place and everything it is made from")]
pub(super) fn rate_cells(
    sheet: &mut Worksheet,
    figures: &Figures<'_>,
    layout: &Layout<'_>,
    style: &Style,
    target: &Target,
    n: usize,
    row: RowNum,
    area: AreaId,
) -> Written {
    let at = layout.target(n);
    let rate = figures.ledger.area_rate(target, area);
    let (numerator, denominator) = (cell(row, at.numerator), cell(row, at.denominator));
    let of = denominator_formula(figures, layout, target, row, area);
    let shown = |n: Option<u64>| n.map(|n| n.to_string());
    formula(
        sheet,
        row,
        at.numerator,
        &numerator_formula(figures, layout, target, row, area),
        shown(rate.numerator),
        &style.count,
    )?;
    formula(sheet, row, at.denominator, &of, shown(rate.denominator), &style.count)?;
    formula(sheet, row, at.rate, &ratio(&numerator, &denominator), percent(&rate), &style.rate)?;
    let counted = format!("IF(AND(ISNUMBER({numerator}),ISNUMBER({denominator})),{numerator},\"{UNKNOWN}\")");
    formula(
        sheet,
        row,
        at.counted,
        &counted,
        shown(rate.numerator.filter(|_| rate.denominator.is_some())),
        &style.helper,
    )
}

/// The cell a base figure stands in, on its own page.
fn base_cell(figures: &Figures<'_>, layout: &Layout<'_>, area: AreaId, figure: Figure) -> String {
    let cell = layout.bases.cell(area, figure, &figures.ledger.base(area));
    cell.unwrap_or_else(|| format!("\"{UNKNOWN}\""))
}

/// Of whom: a base figure from its own page, or what was counted.
fn denominator_formula(
    figures: &Figures<'_>,
    layout: &Layout<'_>,
    target: &Target,
    row: RowNum,
    area: AreaId,
) -> String {
    match Figure::of(target.denominator) {
        Some(figure) => {
            let base = base_cell(figures, layout, area, figure);
            format!("IF(ISNUMBER({base}),{base},\"{UNKNOWN}\")")
        }
        None => counted_formula(figures, layout, target.denominator.boxes(), row),
    }
}

/// A cumulative count: its boxes of the period, and what they brought before it.
fn counted_formula(figures: &Figures<'_>, layout: &Layout<'_>, boxes: &[Meaning], row: RowNum) -> String {
    let printed = figures.boxes.iter().zip(BOXES..);
    let columns = printed.chain(layout.earlier.iter().map(|(b, at)| (b, *at)));
    let cells: Vec<String> = columns.filter(|(b, _)| boxes.contains(&b.meaning)).map(|(_, at)| cell(row, at)).collect();
    match cells.as_slice() {
        [] => format!("\"{UNKNOWN}\""),
        [one] => format!("IF(ISNUMBER({one}),{one},\"{UNKNOWN}\")"),
        more => format!("IF(COUNT({0})=0,\"{UNKNOWN}\",SUM({0}))", more.join(",")),
    }
}

fn numerator_formula(figures: &Figures<'_>, layout: &Layout<'_>, target: &Target, row: RowNum, area: AreaId) -> String {
    let counted = counted_formula(figures, layout, target.numerator.boxes(), row);
    // A share of the people met counts only among them: no base is added.
    if target.numerator != Numerator::Installed || target.denominator == Denominator::PeopleMet {
        return counted;
    }
    let base = base_cell(figures, layout, area, Figure::Installed);
    format!("IF(ISNUMBER({base}),{base}+N({}),{counted})", cell(row, layout.after))
}

/// The rate, or why there is none.
pub(in crate::report) fn ratio(numerator: &str, denominator: &str) -> String {
    format!(
        "IF(NOT(ISNUMBER({numerator})),\"{SILENT}\",IF(NOT(ISNUMBER({denominator})),\"{BASELESS}\",\
         IF({denominator}>0,{numerator}/{denominator},\"{UNKNOWN}\")))"
    )
}

/// The rate as the share a percent format shows.
#[expect(clippy::cast_precision_loss, reason = "people of a city fit an f64 exactly")]
pub(in crate::report) fn percent(rate: &Rate) -> Option<String> {
    match (rate.numerator, rate.denominator) {
        (None, _) => Some(SILENT.to_owned()),
        (Some(_), None) => Some(BASELESS.to_owned()),
        (Some(n), Some(d)) if d > 0 => Some((n as f64 / d as f64).to_string()),
        _ => None,
    }
}
