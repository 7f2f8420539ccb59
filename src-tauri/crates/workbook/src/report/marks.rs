//! What Excel marks by itself, also after somebody changes a figure: a rate below its goal, a rate above
//! 100 %, what nobody reported. Each mark is a sign, a word or a pattern, so that it is there in a photocopy.

use rust_xlsxwriter::{ColNum, ConditionalFormatFormula, Format, FormatPattern, RowNum, Worksheet};

use super::by_area::TargetColumns;
use super::page::{Written, cell};

/// What the signs beside rates mean.
pub(super) const LEGEND: &str =
    "Dấu ▼ sau tỷ lệ: chưa đạt mục tiêu. Dấu ▲: vượt 100 %, cần kiểm tra số nền và phiếu. Ô có chấm: chưa có tỷ lệ.";

/// Words in place of a figure stand on a dotted ground.
fn dotted() -> Format {
    Format::new().set_pattern(FormatPattern::Gray125)
}

/// A target's rates, `goal` in whole per cent. The cells keep their values: the sign is part of the format.
pub(super) fn rates(sheet: &mut Worksheet, rows: (RowNum, RowNum), at: TargetColumns, goal: u32) -> Written {
    let [numerator, denominator, rate] = [at.numerator, at.denominator, at.rate].map(|column| cell(rows.0, column));
    let rules = [
        (
            format!("=AND(ISNUMBER({rate}),{numerator}>{denominator})"),
            Format::new().set_num_format("0.0%\" ▲\"").set_bold(),
        ),
        (
            // In whole numbers, as the rule itself.
            format!("=AND(ISNUMBER({rate}),{numerator}*100<{goal}*{denominator})"),
            Format::new().set_num_format("0.0%\" ▼\""),
        ),
        (format!("=ISTEXT({rate})"), dotted()),
    ];
    for (rule, format) in rules {
        let mark = ConditionalFormatFormula::new().set_rule(rule.as_str()).set_format(format);
        sheet.add_conditional_format(rows.0, at.rate, rows.1, at.rate, &mark)?;
    }
    Ok(())
}

/// A column of states.
pub(super) fn unreported(sheet: &mut Worksheet, rows: (RowNum, RowNum), column: ColNum) -> Written {
    let rule = format!("={}=\"chưa báo cáo\"", cell(rows.0, column));
    let mark = ConditionalFormatFormula::new().set_rule(rule.as_str()).set_format(dotted());
    sheet.add_conditional_format(rows.0, column, rows.1, column, &mark)?;
    Ok(())
}
