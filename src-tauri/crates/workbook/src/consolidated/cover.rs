//! The cover: who consolidates which campaign, both targets over all wards, and what the figures stand on.

use domain::consolidation::{Facts, Sum};
use domain::date::{DocumentDate, dmy};
use domain::text::capitalised;
use rust_xlsxwriter::utility::row_col_to_cell;
use rust_xlsxwriter::{ColNum, FormatAlign, RowNum, Workbook};

use super::by_ward::Layout;
use super::page::{Style, UNKNOWN, WARDS, Written, base, formula, print_setup, ratio, text};

const LAST: ColNum = 6;

pub(super) fn page(book: &mut Workbook, facts: &Facts<'_>, sums: &[Sum], layout: &Layout, style: &Style) -> Written {
    let sheet = book.add_worksheet();
    sheet.set_name("Bìa")?;
    for (at, width) in [8.0, 34.0, 16.0, 15.0, 15.0, 12.0, 13.0].into_iter().enumerate() {
        sheet.set_column_width(ColNum::try_from(at).unwrap_or_default(), width)?;
    }
    print_setup(sheet, facts, &facts.campaign.title);
    sheet.set_landscape();
    sheet.set_screen_gridlines(false);
    let centre = || base().set_align(FormatAlign::Center).set_text_wrap();
    let bold = centre().set_bold();
    for (row, line) in (0..).zip(&facts.issuer.name_lines) {
        sheet.merge_range(row, 0, row, 1, line, &bold)?;
    }
    sheet.merge_range(0, 2, 0, LAST, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", &bold)?;
    sheet.merge_range(1, 2, 1, LAST, "Độc lập - Tự do - Hạnh phúc", &bold)?;
    let day = DocumentDate::day_left_blank(facts.today).words();
    sheet.merge_range(2, 2, 2, LAST, &format!("{}, {day}", facts.issuer.place), &centre().set_italic())?;
    sheet.merge_range(4, 0, 4, LAST, "BẢNG TỔNG HỢP KẾT QUẢ CÁC PHƯỜNG, XÃ", &centre().set_bold().set_font_size(16))?;
    sheet.merge_range(5, 0, 5, LAST, &facts.campaign.subject, &bold)?;
    sheet.set_row_height(5, 34.0)?;
    let wards = facts.wards.wards.len();
    let about = format!("{wards} phường, xã; {}", facts.as_of_words());
    sheet.merge_range(6, 0, 6, LAST, &about, &centre().set_italic())?;
    let mut row: RowNum = 7;
    if !facts.authorities.is_empty() {
        let to: Vec<&str> = facts.authorities.iter().map(|a| a.address.as_str()).collect();
        sheet.merge_range(row, 0, row, LAST, &format!("Kính gửi: {}", to.join("; ")), &centre())?;
        row += 1;
    }
    if let Some(notice) = &facts.campaign.illustration {
        sheet.merge_range(row, 0, row, LAST, notice, &style.notice.clone().set_align(FormatAlign::Center))?;
        row += 1;
    }
    row += 1;
    let heads = ["Chỉ tiêu", "Nội dung", "Mục tiêu", "Tử số", "Mẫu số", "Tỷ lệ", "Phường, xã được tính"];
    for (head, at) in heads.into_iter().zip(0..) {
        sheet.write_string_with_format(row, at, head, &style.head)?;
    }
    sheet.set_row_height(row, 36.0)?;
    for (n, (target, sum)) in facts.targets.iter().zip(sums).enumerate() {
        row += 1;
        text(sheet, row, 0, &target.clause, &style.center)?;
        let words =
            format!("{}\n{} trên {}", target.name, capitalised(target.numerator.word()), target.denominator.word());
        text(sheet, row, 1, &words, &style.text)?;
        text(sheet, row, 2, &format!("từ {} % trở lên\nđến {}", target.percent, dmy(target.by)), &style.text)?;
        let total = |at: ColNum| {
            let cell = format!("'{WARDS}'!{}", row_col_to_cell(layout.total, at));
            format!("IF(ISNUMBER({cell}),{cell},\"{UNKNOWN}\")")
        };
        let at = Layout::numerator(n);
        let shown = |n: Option<u64>| n.map(|n| n.to_string());
        formula(sheet, row, 3, &total(at), shown(sum.rate.numerator), &style.count)?;
        formula(sheet, row, 4, &total(at + 1), shown(sum.rate.denominator), &style.count)?;
        ratio(sheet, row, 5, &sum.rate, &style.total_rate)?;
        text(sheet, row, 6, &format!("{}/{wards}", wards - sum.left_out.len()), &style.center)?;
        sheet.set_row_height(row, 50.0)?;
    }
    row += 2;
    for line in facts.notes(sums) {
        sheet.merge_range(row, 0, row, LAST, &line, &style.plain)?;
        sheet.set_row_height(row, 16.0 * (line.chars().count() as f64 / 105.0).ceil().max(1.0) + 2.0)?;
        row += 1;
    }
    row += 1;
    sheet.write_string_with_format(row, 1, "NGƯỜI LẬP BIỂU", &bold)?;
    for line in &facts.campaign.signature_lines {
        sheet.merge_range(row, 3, row, LAST, line, &bold)?;
        row += 1;
    }
    if let Some(signer) = &facts.signer {
        sheet.merge_range(row + 4, 3, row + 4, LAST, signer, &bold)?;
    }
    Ok(())
}
