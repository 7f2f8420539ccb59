//! A workbook to fill in with members: the five headings the import knows and nothing else, the office's
//! forces to choose from. It holds nobody: contacts do not leave the office in a list.

use chrono::NaiveDate;
use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, Format, FormatAlign, FormatBorder, Formula, Note, Workbook, Worksheet,
    XlsxError,
};

use crate::saved::saved;

/// Rows that the choice of forces and the formats reach.
const ROWS: u32 = 2_000;
const FORCES: &str = "Các lực lượng";

/// A heading, its width and what is to be written under it.
const COLUMNS: [(&str, f64, &str); 5] = [
    ("Họ và tên", 28.0, "Ghi cả họ và tên. Cột này không được để trống."),
    ("Chức vụ", 22.0, "Ví dụ: Bí thư chi đoàn. Không có thì để trống."),
    ("Đơn vị", 30.0, "Người của địa bàn thì ghi cả tên địa bàn, ví dụ: Chi hội Phụ nữ Hà Trì 1."),
    ("Số điện thoại", 18.0, "Ghi như 0912 345 678. Chưa có thì để trống."),
    ("Lực lượng", 30.0, "Chọn trong danh sách. Không cần số CCCD, ngày sinh, địa chỉ."),
];

/// The workbook's bytes. The same forces and day give the same bytes.
///
/// # Errors
/// A failure of the writer.
pub fn members_template(forces: &[&str], day: NaiveDate) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    book.set_default_format(&base(), 20, 64)?;
    book.set_properties(&DocProperties::new().set_title("Thành viên").set_creation_datetime(&day));
    let sheet = book.add_worksheet();
    sheet.set_name("Thành viên")?;
    head(sheet)?;
    if !forces.is_empty() {
        let range = format!("='{FORCES}'!$A$1:$A${}", forces.len());
        let choice = DataValidation::new()
            .allow_list_formula(Formula::new(range))
            .set_error_title("Lực lượng")?
            .set_error_message("Hãy chọn một lực lượng trong danh sách.")?;
        sheet.add_data_validation(1, 4, ROWS, 4, &choice)?;
        let list = book.add_worksheet();
        list.set_name(FORCES)?;
        list.set_column_width(0, 60)?;
        for (row, force) in (0..).zip(forces) {
            list.write_string(row, 0, *force)?;
        }
    }
    saved(&mut book)
}

fn base() -> Format {
    Format::new().set_font_name("Times New Roman").set_font_size(12)
}

fn head(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let format = base()
        .set_bold()
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
        .set_border_bottom(FormatBorder::Medium)
        .set_background_color(Color::RGB(0x00E6_EFEA));
    // As text, so that Excel does not take the zero off a phone.
    let as_text = base().set_num_format("@");
    for (column, (heading, width, note)) in (0..).zip(COLUMNS) {
        sheet.set_column_width(column, width)?;
        sheet.set_column_format(column, &as_text)?;
        sheet.write_string_with_format(0, column, heading, &format)?;
        sheet.insert_note(0, column, &Note::new(note).set_author("").add_author_prefix(false))?;
    }
    sheet.set_row_height(0, 30)?;
    sheet.set_freeze_panes(1, 1)?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{ProblemCode, Tables, look_at_members, members};

    #[test]
    fn its_headings_are_those_the_import_knows() {
        let made = || {
            members_template(
                &["Đoàn viên thanh niên", "Các chi hội, cán bộ tổ dân phố"],
                NaiveDate::from_ymd_opt(2024, 11, 1).unwrap_or_default(),
            )
        };
        let bytes = made().expect("a workbook");
        assert_eq!(bytes, made().expect("again"));
        let tables = Tables::from_bytes("mau.xlsx", &bytes).expect("it reads");
        let look = look_at_members(&tables).expect("it is a table of members");
        assert!(look.columns.iter().all(|c| c.field.is_some()), "{:?}", look.columns);
        assert_eq!(look.columns.len(), COLUMNS.len());
        let problems = members(&tables).expect_err("nobody is in it");
        assert_eq!(problems.iter().map(|p| p.code).collect::<Vec<_>>(), [ProblemCode::EmptyTable]);
    }
}
