//! What the totals leave out, and what second keying says of each ward's figures.

use domain::consolidation::{Facts, Sum};
use domain::text::capitalised;
use rust_xlsxwriter::{RowNum, Workbook};

use super::page::{BODY, Style, Written, period_words, table, text};

pub(super) fn page(book: &mut Workbook, facts: &Facts<'_>, sums: &[Sum], style: &Style) -> Written {
    let columns = [("STT".to_owned(), 6.0), ("Phường, xã".to_owned(), 34.0), ("Lý do".to_owned(), 52.0)];
    let title = "Phường, xã còn thiếu hoặc chưa tính";
    let sheet = table(book, facts, style, ("Còn thiếu", title), &columns, 2)?;
    let mut lines: Vec<(String, String)> = Vec::new();
    for name in facts.missing.iter().flatten() {
        lines.push((name.clone(), "chưa gửi báo cáo".to_owned()));
    }
    lines.extend(facts.silent().into_iter().map(|name| (name.to_owned(), "đã gửi, chưa có số liệu".to_owned())));
    for (target, sum) in facts.targets.iter().zip(sums) {
        for at in &sum.left_out {
            let Some(ward) = facts.wards.wards.get(*at).filter(|w| w.has_figures()) else { continue };
            let what = if sum.wards[*at].denominator.is_none() { "mẫu số" } else { "tử số" };
            let why = format!("chưa tính vào chỉ tiêu {}: không có {what}", target.clause);
            lines.push((ward.name().to_owned(), why));
        }
    }
    let unissued = facts.unissued().into_iter();
    lines.extend(unissued.map(|name| (name.to_owned(), "báo cáo chưa phát hành, số liệu có thể còn đổi".to_owned())));
    let mut row: RowNum = BODY;
    for ((name, why), n) in lines.iter().zip(1u32..) {
        sheet.write_number_with_format(row, 0, n, &style.center)?;
        text(sheet, row, 1, name, &style.text)?;
        text(sheet, row, 2, &capitalised(why), &style.text)?;
        row += 1;
    }
    if facts.missing.is_none() {
        let words = "Chưa khai danh sách phường, xã phải gửi, nên không biết phường, xã nào còn thiếu.";
        sheet.write_string_with_format(row + 1, 0, words, &style.bold)?;
    } else if lines.is_empty() {
        sheet.write_string_with_format(BODY, 0, "Không thiếu phường, xã nào.", &style.bold)?;
    }
    Ok(())
}

pub(super) fn verification(book: &mut Workbook, facts: &Facts<'_>, style: &Style) -> Written {
    let columns = [
        ("STT".to_owned(), 6.0),
        ("Phường, xã".to_owned(), 30.0),
        ("Kỳ đến ngày".to_owned(), 12.5),
        ("Nhập lại để đối soát".to_owned(), 70.0),
    ];
    let sheet = table(book, facts, style, ("Đối soát", "Đối soát số liệu của từng phường, xã"), &columns, 2)?;
    for (ward, n) in facts.wards.wards.iter().zip(1u32..) {
        let row = BODY + n - 1;
        let lines = crate::report::verification_lines(ward.packet.report.verification.as_ref());
        let words: Vec<String> = lines.into_iter().map(|(label, text)| format!("{label}: {text}")).collect();
        let words = if words.is_empty() { "Chưa nhập lại phiếu nào.".to_owned() } else { words.join("\n") };
        sheet.write_number_with_format(row, 0, n, &style.center)?;
        text(sheet, row, 1, ward.name(), &style.text)?;
        text(sheet, row, 2, &period_words(ward.packet), &style.center)?;
        text(sheet, row, 3, &words, &style.text)?;
        let lines: f64 = words.lines().map(|l| (l.chars().count() as f64 / 72.0).ceil().max(1.0)).sum();
        sheet.set_row_height(row, (16.0 * lines + 3.0).min(400.0))?;
    }
    Ok(())
}
