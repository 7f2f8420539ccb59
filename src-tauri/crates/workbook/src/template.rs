//! A workbook to fill in with areas: headings the import knows, a choice of kinds, an example line that is
//! left out, and the areas the office has, so that it is also an export to edit. Phones are not in it: a
//! blank keeps the number that is known.

use chrono::NaiveDate;
use domain::area::{Area, AreaKind, BaseFigures};
use domain::date::dmy;
use domain::text::capitalised;
use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, Format, FormatAlign, FormatBorder, Note, Workbook, Worksheet, XlsxError,
};

use crate::import::area_headings;
use crate::saved::saved;

/// An area as the office has it.
#[derive(Debug, Clone)]
pub struct TemplateArea<'a> {
    pub area: &'a Area,
    pub leader: Option<String>,
    /// The newest figures; older ones stay in the office.
    pub base: Option<&'a BaseFigures>,
}

/// A heading's width and what is to be written under it.
const COLUMNS: [(f64, &str); 12] = [
    (30.0, "Tên như trong bảng lịch, ví dụ: Hà Trì 1. Cột này không được để trống."),
    (16.0, "Chọn trong danh sách: tổ dân phố, thôn, chung cư hoặc khu nhà ở."),
    (16.0, "Tên chung của các địa bàn gần nhau; không có thì để trống."),
    (26.0, "Tổ trưởng, hoặc người đứng đầu Tổ chuyển đổi số."),
    (16.0, "Để trống thì giữ số đang có trong chương trình."),
    (10.0, "Chưa biết thì để trống, đừng ghi 0."),
    (12.0, "Số người từ 15 tuổi trở lên. Chưa biết thì để trống, đừng ghi 0."),
    (20.0, "Trong số người từ 15 tuổi. Chưa biết thì để trống, đừng ghi 0."),
    (12.0, "Số người đã cài ứng dụng tính đến ngày số liệu."),
    (14.0, "Ngày của các số bên trái, ghi như 31/10/2024."),
    (26.0, "Ai cung cấp số liệu, ví dụ: Công an phường."),
    (16.0, "Chỉ ghi cho địa bàn không có buổi mà tự gửi số liệu, như 29/11/2024."),
];

const EXAMPLE: [&str; 12] = [
    "Ví dụ: Hà Trì 1",
    "Tổ dân phố",
    "Hà Trì",
    "Nguyễn Văn A",
    "",
    "120",
    "410",
    "300",
    "60",
    "31/10/2024",
    "Công an phường",
    "",
];

/// Rows that the choice of kinds and the formats reach: a district's areas fit.
const ROWS: u32 = 2_000;

/// The workbook's bytes, made on `day`. The same areas give the same bytes.
///
/// # Errors
/// A failure of the writer.
pub fn areas_template(areas: &[TemplateArea<'_>], day: NaiveDate) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    book.set_default_format(&base(), 20, 64)?;
    book.set_properties(&DocProperties::new().set_title("Địa bàn").set_creation_datetime(&day));
    let sheet = book.add_worksheet();
    sheet.set_name("Địa bàn")?;
    head(sheet)?;
    for (column, text) in (0..).zip(EXAMPLE) {
        sheet.write_string_with_format(1, column, text, &base().set_italic().set_font_color(Color::Gray))?;
    }
    for (row, area) in (2..).zip(areas) {
        line(sheet, row, area)?;
    }
    saved(&mut book)
}

fn base() -> Format {
    Format::new().set_font_name("Times New Roman").set_font_size(12)
}

fn head(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let format = base()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
        .set_border_bottom(FormatBorder::Medium)
        .set_background_color(Color::RGB(0x00E6_EFEA));
    // Dates and phones are text, so that Excel does not turn one into something else.
    let as_text = base().set_num_format("@");
    let count = base().set_num_format("#,##0");
    let headings = area_headings();
    for ((column, heading), (width, note)) in (0..).zip(headings).zip(COLUMNS) {
        sheet.set_column_width(column, width)?;
        let is_count = (5..=8).contains(&column);
        sheet.set_column_format(column, if is_count { &count } else { &as_text })?;
        sheet.write_string_with_format(0, column, heading, &format)?;
        sheet.insert_note(0, column, &Note::new(note).set_author("").add_author_prefix(false))?;
    }
    let kinds = AreaKind::ALL.map(|k| capitalised(k.word()));
    let kinds: Vec<&str> = kinds.iter().map(String::as_str).collect();
    let choice = DataValidation::new()
        .allow_list_strings(&kinds)?
        .set_error_title("Loại địa bàn")?
        .set_error_message("Hãy chọn một loại trong danh sách.")?;
    sheet.add_data_validation(1, 1, ROWS, 1, &choice)?;
    sheet.set_row_height(0, 48)?;
    sheet.set_freeze_panes(1, 1)?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    Ok(())
}

fn line(sheet: &mut Worksheet, row: u32, known: &TemplateArea<'_>) -> Result<(), XlsxError> {
    let (area, base) = (known.area, known.base);
    let texts = [
        (0, Some(area.name.clone())),
        (1, Some(capitalised(area.kind.word()))),
        (2, area.cluster.clone()),
        (3, known.leader.clone()),
        (9, base.map(|b| dmy(b.as_of))),
        (10, base.map(|b| b.source.clone())),
        (11, area.self_report_due.map(dmy)),
    ];
    for (column, text) in texts {
        if let Some(text) = text {
            sheet.write_string(row, column, text)?;
        }
    }
    let figures = base.map(|b| [b.households, b.people_15, b.smartphone_15, b.installed]).unwrap_or_default();
    for (column, figure) in (5..).zip(figures) {
        if let Some(figure) = figure {
            sheet.write_number(row, column, figure)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use domain::ids::{AreaId, BaseId};

    use super::*;
    use crate::import::{Tables, WhyLeftOut, areas};

    #[test]
    fn what_is_written_is_read_back_and_the_example_is_left_out() {
        let area = |id: i64, name: &str, kind| Area {
            id: AreaId(id),
            name: name.into(),
            kind,
            cluster: (id == 1).then(|| "Hà Trì".into()),
            leader: None,
            self_report_due: NaiveDate::from_ymd_opt(2024, 11, 29).filter(|_| id == 2),
            began_on: None,
            ended_on: None,
        };
        let known = [
            area(1, "Hà Trì 1", AreaKind::ResidentialGroup),
            area(2, "Cụm chung cư Hyundai Hillstate", AreaKind::ApartmentBlock),
        ];
        let base = BaseFigures {
            id: BaseId(1),
            area: AreaId(1),
            as_of: NaiveDate::from_ymd_opt(2024, 10, 31).expect("a date"),
            source: "Công an phường".into(),
            households: Some(1200),
            people_15: None,
            smartphone_15: Some(0),
            installed: Some(7),
        };
        let rows = [
            TemplateArea { area: &known[0], leader: Some("Người Thử".into()), base: Some(&base) },
            TemplateArea { area: &known[1], leader: None, base: None },
        ];
        let bytes = areas_template(&rows, base.as_of).expect("a workbook");
        assert_eq!(bytes, areas_template(&rows, base.as_of).expect("a workbook"), "the same areas, the same bytes");
        let tables = Tables::from_bytes("mau.xlsx", &bytes).expect("it opens");
        let read = areas(&tables, base.as_of).expect("it is understood");
        assert_eq!(read.left_out.iter().map(|l| l.why).collect::<Vec<_>>(), [WhyLeftOut::Example]);
        assert!(read.columns.iter().all(|c| c.taken_for.as_deref() == Some(c.heading.as_str())), "{:?}", read.columns);
        let [first, second] = &read.lines[..] else { panic!("{:?}", read.lines) };
        assert_eq!(
            (first.name.as_str(), first.cluster.as_deref(), first.leader.as_deref()),
            ("Hà Trì 1", Some("Hà Trì"), Some("Người Thử"))
        );
        let figures = first.base.as_ref().expect("figures");
        assert_eq!((figures.as_of, figures.source.as_str(), figures.is_dated), (base.as_of, "Công an phường", true));
        assert_eq!((figures.households, figures.people_15, figures.smartphone_15), (Some(1200), None, Some(0)));
        assert_eq!((second.kind, second.self_report_due), (Some(AreaKind::ApartmentBlock), known[1].self_report_due));
        assert_eq!(second.base, None);
    }

    #[test]
    fn an_empty_office_gets_a_table_to_fill() {
        let bytes = areas_template(&[], NaiveDate::default()).expect("a workbook");
        let tables = Tables::from_bytes("mau.xlsx", &bytes).expect("it opens");
        let problems = areas(&tables, NaiveDate::default()).expect_err("there is nothing in it yet");
        assert_eq!(problems[0].code, crate::import::ProblemCode::EmptyTable);
    }
}
