//! Names other files may point to (Excel's defined names), and the page that tells them.
//!
//! A name is capital letters without marks and stays the same from report to report, so that a link an
//! authority made last week works on this week's file: `CHI_TIEU_1_TU_SO`, `TONG_CAI_MOI`, `BANG_DIA_BAN`.
//! A template an authority sent may use the same names; see `crate::fill`.
//!
//! To add a figure: a line in [`figures`]. If it stands on another page, that page notes its place.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::form::Meaning;
use domain::rates::Rate;
use rust_xlsxwriter::{ColNum, RowNum, Workbook, XlsxError};

use super::by_area::percent;
use super::figures::Figures;
use super::missing::missing;
use super::page::{self, Column, UNKNOWN, Written, formula};
use super::style::Style;
use super::text::issue_words;

const NAME: &str = "Tên liên kết";

/// What a named figure is.
#[derive(Debug, Clone, PartialEq)]
pub enum NamedValue {
    /// Unknown is none, never zero.
    Count(Option<u64>),
    Rate(Rate),
    Date(Option<NaiveDate>),
    Text(String),
}

/// A figure of the report under the name it has in every file.
#[derive(Debug, Clone, PartialEq)]
pub struct Named {
    pub name: String,
    /// What it is, for a person who links to it.
    pub about: String,
    pub value: NamedValue,
}

/// Where named cells and tables stand, noted while their pages are written.
#[derive(Debug, Default)]
pub(super) struct Places {
    cells: BTreeMap<String, String>,
    /// Name, what it holds, and the range as a person reads it.
    tables: Vec<(&'static str, &'static str, String)>,
}

impl Places {
    pub(super) fn cell(&mut self, book: &mut Workbook, name: &str, sheet: &str, at: (RowNum, ColNum)) -> Written {
        let place = rust_xlsxwriter::utility::row_col_to_cell_absolute(at.0, at.1);
        self.cells.insert(name.to_owned(), format!("'{sheet}'!{place}"));
        book.define_name(name, &format!("='{sheet}'!{place}"))?;
        Ok(())
    }

    /// A table's lines without its heading and its total.
    pub(super) fn table(
        &mut self,
        book: &mut Workbook,
        (name, about): (&'static str, &'static str),
        sheet: &str,
        first: (RowNum, ColNum),
        last: (RowNum, ColNum),
    ) -> Written {
        let [from, to] =
            [first, last].map(|(row, column)| rust_xlsxwriter::utility::row_col_to_cell_absolute(row, column));
        book.define_name(name, &format!("='{sheet}'!{from}:{to}"))?;
        self.tables.push((name, about, format!("{sheet}, {}:{}", from.replace('$', ""), to.replace('$', ""))));
        Ok(())
    }
}

/// The stem of a target's names; targets are counted from 1, in the plan's order.
pub(super) fn target(n: usize) -> String {
    format!("CHI_TIEU_{}", n + 1)
}

/// The name of a box's sum; an office's own boxes are added up nowhere.
pub(super) fn sum(meaning: Meaning) -> Option<&'static str> {
    let name = match meaning {
        Meaning::HouseholdsReached => "TONG_HO_DEN",
        Meaning::HouseholdsMet => "TONG_HO_GAP",
        Meaning::HouseholdsAbsent => "TONG_HO_VANG",
        Meaning::PeopleMet => "TONG_NGUOI_GAP",
        Meaning::Smartphone => "TONG_CO_DIEN_THOAI",
        Meaning::InstalledBefore => "TONG_DA_CAI_TU_TRUOC",
        Meaning::InstalledTonight => "TONG_CAI_MOI",
        Meaning::Account => "TONG_CO_TAI_KHOAN",
        Meaning::Activated => "TONG_DA_KICH_HOAT",
        Meaning::NotInstalled => "TONG_CHUA_CAI",
        Meaning::NoSmartphone => "TONG_KHONG_CO_DIEN_THOAI",
        Meaning::OldPhone => "TONG_MAY_CU",
        Meaning::Unwilling => "TONG_KHONG_DONG_Y",
        Meaning::OtherReason => "TONG_LY_DO_KHAC",
        Meaning::LacksIdentity => "TONG_THIEU_GIAY_TO",
        Meaning::Own => return None,
    };
    Some(name)
}

pub(super) const EXPECTED: &str = "TONG_PHIEU_DU_KIEN";
pub(super) const RETURNED: &str = "TONG_PHIEU_DA_NHAN";

/// Every figure with a name, in the order it is told.
pub(super) fn figures(figures: &Figures<'_>) -> Vec<Named> {
    let mut named = about_the_report(figures);
    named.extend(papers(figures));
    named.extend(bases(figures));
    let ward = figures.counted.ward();
    for column in &figures.boxes {
        if let Some(name) = sum(column.meaning) {
            named.push(Named {
                name: name.into(),
                about: format!("Cộng ô {} của kỳ", column.heading),
                value: NamedValue::Count(ward.get(column.meaning)),
            });
        }
    }
    for (n, of) in figures.report.targets.iter().enumerate() {
        let rate = figures.ledger.ward_rate(of);
        let parts = [
            ("TU_SO", of.numerator.word(), NamedValue::Count(rate.numerator)),
            ("MAU_SO", of.denominator.word(), NamedValue::Count(rate.denominator)),
            ("TY_LE", "tỷ lệ đạt, lũy kế", NamedValue::Rate(rate)),
        ];
        for (part, word, value) in parts {
            named.push(Named {
                name: format!("{}_{part}", target(n)),
                about: format!("Chỉ tiêu {} {}: {word}", of.clause, of.name),
                value,
            });
        }
    }
    named
}

fn about_the_report(figures: &Figures<'_>) -> Vec<Named> {
    let report = figures.report;
    let text = |name: &str, about: &str, value: String| Named {
        name: name.into(),
        about: about.into(),
        value: NamedValue::Text(value),
    };
    let date = |name: &str, about: &str, value| Named {
        name: name.into(),
        about: about.into(),
        value: NamedValue::Date(value),
    };
    vec![
        text("CO_QUAN_BAO_CAO", "Cơ quan báo cáo", report.issuer.short_name.clone()),
        text("TEN_DOT", "Tên đợt", report.campaign.title.clone()),
        text("MA_BAO_CAO", "Mã báo cáo và đầu nhật ký", issue_words(report)),
        date("KY_TU_NGAY", "Ngày đầu của kỳ; trống là từ đầu đợt", report.period.from),
        date("KY_DEN_NGAY", "Ngày cuối của kỳ", Some(report.period.to)),
        date("NGAY_SO_LIEU", "Số liệu tính đến ngày", Some(report.as_of)),
    ]
}

fn papers(figures: &Figures<'_>) -> Vec<Named> {
    let ward = figures.counted.ward();
    let areas = &figures.report.book.areas;
    let reported = areas.iter().filter(|a| figures.ledger.area(a.id).has_figures()).count();
    let count = |name: &str, about: &str, count: usize| Named {
        name: name.into(),
        about: about.into(),
        value: NamedValue::Count(Some(count as u64)),
    };
    vec![
        count("SO_DIA_BAN", "Số địa bàn", areas.len()),
        count("SO_DIA_BAN_DA_BAO_CAO", "Số địa bàn đã có số liệu, lũy kế", reported),
        count(EXPECTED, "Phiếu dự kiến của kỳ", ward.expected),
        count(RETURNED, "Phiếu đã nhận của kỳ", ward.returned),
        count("TONG_PHIEU_CON_THIEU", "Phiếu của kỳ đã đến hạn mà chưa nhận", missing(figures).len()),
    ]
}

/// Sums of the base figures that count, of the areas that have them.
fn bases(figures: &Figures<'_>) -> Vec<Named> {
    let all: Vec<_> = figures.report.book.areas.iter().map(|a| figures.ledger.base(a.id)).collect();
    let sum = |name: &str, word: &str, values: Vec<u32>| Named {
        name: name.into(),
        about: format!("{word}: số nền của {}/{} địa bàn", values.len(), all.len()),
        value: NamedValue::Count((!values.is_empty()).then(|| values.iter().map(|n| u64::from(*n)).sum())),
    };
    let known = |pick: fn(&domain::rates::AreaBase) -> Option<domain::rates::Known>| {
        all.iter().filter_map(|base| Some(pick(base)?.value)).collect::<Vec<u32>>()
    };
    vec![
        sum("NEN_SO_HO", "Số hộ", known(|b| b.households)),
        sum("NEN_NGUOI_15", "Người từ 15 tuổi", known(|b| b.people_15)),
        sum("NEN_NGUOI_15_DIEN_THOAI", "Người từ 15 tuổi dùng điện thoại thông minh", known(|b| b.smartphone_15)),
        sum("NEN_DA_CAI", "Đã cài từ trước", known(|b| b.installed)),
    ]
}

/// The last page: every name, what it is and what it now holds. A figure of another page is read through
/// its own name, so that a name that leads astray is seen.
pub(super) fn page(book: &mut Workbook, figures: &Figures<'_>, places: &mut Places, style: &Style) -> Written {
    const VALUE: ColNum = 3;
    let columns = [
        Column::new("STT", 6.0),
        Column::new("Tên", 30.0),
        Column::new("Nội dung", 62.0),
        Column::new("Giá trị", 28.0),
    ];
    let named = self::figures(figures);
    let mut page = page::table(book, figures, style, NAME, "Tên để liên kết từ tệp khác", &columns, 2)?;
    let first = page.body;
    let mut own = Vec::new();
    let mut row = first;
    for (named, n) in named.iter().zip(1u64..) {
        page.count(row, 0, Some(n), &style.center)?;
        page.text(row, 1, &named.name, &style.text)?;
        page.text(row, 2, &named.about, &style.text)?;
        if places.cells.contains_key(&named.name) {
            through_its_name(&mut page, row, VALUE, named, style)?;
        } else {
            direct(&mut page, row, VALUE, &named.value, style)?;
            own.push((named.name.clone(), row));
        }
        page.fit(row, &[(&named.about, 62.0)])?;
        row += 1;
    }
    for ((name, about, place), n) in places.tables.iter().zip(named.len() as u64 + 1..) {
        page.count(row, 0, Some(n), &style.center)?;
        page.text(row, 1, name, &style.text)?;
        page.text(row, 2, about, &style.text)?;
        page.text(row, VALUE, place, &style.text)?;
        row += 1;
    }
    page.sheet.autofilter(first - 1, 0, row - 1, VALUE)?;
    for (name, row) in own {
        places.cell(book, &name, NAME, (row, VALUE))?;
    }
    Ok(())
}

fn through_its_name(page: &mut page::Page<'_>, row: RowNum, column: ColNum, named: &Named, style: &Style) -> Written {
    let text = format!("IF({0}=\"\",\"{UNKNOWN}\",{0})", named.name);
    let (result, format) = match &named.value {
        NamedValue::Count(count) => (count.map(|n| n.to_string()), &style.count),
        NamedValue::Rate(rate) => (percent(rate), &style.rate),
        NamedValue::Date(_) | NamedValue::Text(_) => return direct(page, row, column, &named.value, style),
    };
    formula(page.sheet, row, column, &text, result, format)
}

fn direct(
    page: &mut page::Page<'_>,
    row: RowNum,
    column: ColNum,
    value: &NamedValue,
    style: &Style,
) -> Result<(), XlsxError> {
    match value {
        NamedValue::Count(count) => page.count(row, column, *count, &style.count),
        NamedValue::Date(day) => page.date(row, column, *day, &style.date),
        NamedValue::Text(text) => page.text(row, column, text, &style.text),
        NamedValue::Rate(rate) => match rate.percent {
            Some(percent) => {
                page.sheet.write_number_with_format(row, column, percent / 100.0, &style.rate)?;
                Ok(())
            }
            None => page.text(row, column, &percent(rate).unwrap_or_default(), &style.rate),
        },
    }
}
