//! A table of team members. Only name, title, unit, phone and force are taken: whatever else a list of people
//! holds (identity numbers, birth dates, addresses) is never read into a line.

use std::collections::BTreeMap;

use domain::spelling::spelling;

use super::cell::Faults;
use super::heading::{Wanted, says_any, words};
use super::problem::{Place, Problem, ProblemCode};
use super::reading::Look;
use super::source::Tables;
use super::table::{Line, Lines, Table, look};

/// One member of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberLine {
    pub place: Place,
    pub name: String,
    pub title: Option<String>,
    pub unit: Option<String>,
    /// In one form, with the zero that Excel dropped.
    pub phone: Option<String>,
    pub force: Option<String>,
    /// Where the force stands, or the line if it does not.
    pub force_place: Place,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Column {
    Name,
    Title,
    Unit,
    Phone,
    Force,
}

impl Column {
    fn word(self) -> &'static str {
        match self {
            Self::Name => "Họ và tên",
            Self::Title => "Chức vụ",
            Self::Unit => "Đơn vị",
            Self::Phone => "Số điện thoại",
            Self::Force => "Lực lượng",
        }
    }

    fn recognise(heading: &str) -> Option<Self> {
        if is_personal(heading) {
            return None;
        }
        let words = words(heading);
        let says_any = |phrases: &[&str]| says_any(&words, phrases);
        let column = match words.as_str() {
            _ if says_any(&["sdt", "dien thoai", "di dong", "dt", "zalo", "lien he"]) => Self::Phone,
            _ if says_any(&["luc luong", "thanh phan"]) => Self::Force,
            _ if says_any(&["chuc vu", "chuc danh", "vai tro"]) => Self::Title,
            _ if says_any(&["don vi", "co quan", "noi cong tac", "chi doan", "bo phan", "to dan pho", "dia ban"]) => {
                Self::Unit
            }
            "ten" => Self::Name,
            _ if says_any(&["ho ten", "ho va ten", "thanh vien", "ten nguoi"]) => Self::Name,
            _ => return None,
        };
        Some(column)
    }
}

/// Whether a column holds personal data that the office has no purpose for, so that a dry run says it is
/// left.
#[must_use]
pub fn is_personal(heading: &str) -> bool {
    const PHRASES: [&str; 24] = [
        "cccd",
        "cmnd",
        "cmtnd",
        "can cuoc",
        "chung minh",
        "dinh danh",
        "ho chieu",
        "ngay sinh",
        "nam sinh",
        "thang nam sinh",
        "tuoi",
        "dia chi",
        "noi o",
        "cho o",
        "thuong tru",
        "tam tru",
        "que quan",
        "gioi tinh",
        "dan toc",
        "ton giao",
        "email",
        "thu dien tu",
        "so tai khoan",
        "bhxh",
    ];
    says_any(&words(heading), &PHRASES)
}

fn wanted() -> Wanted<'static, Column> {
    Wanted {
        recognise: &Column::recognise,
        needed: &[Column::Name],
        some: &|_| true,
        word: &|c| c.word().to_owned(),
        fields: &[
            ("name", Column::Name),
            ("title", Column::Title),
            ("unit", Column::Unit),
            ("phone", Column::Phone),
            ("force", Column::Force),
        ],
    }
}

/// A table of members as it lies there.
///
/// # Errors
/// There is no such sheet.
pub fn look_at_members(tables: &Tables) -> Result<Look, Vec<Problem>> {
    look(tables, &wanted())
}

/// Reads a table of members.
///
/// # Errors
/// Every fault of the table with its place; then nothing of it is taken over.
pub fn members(tables: &Tables) -> Result<Lines<MemberLine>, Vec<Problem>> {
    let table = Table::find(tables, &wanted())?;
    let (rows, left_out) = table.rows();
    let mut faults = Faults::default();
    let lines: Vec<MemberLine> = rows.iter().filter_map(|row| line(row, &mut faults)).collect();
    note_doubles(&lines, &mut faults);
    if lines.is_empty() && faults.0.is_empty() {
        faults.note(Problem::of(ProblemCode::EmptyTable).with("file", &tables.name));
    }
    Lines { columns: table.uses, lines, left_out }.or(faults.0)
}

fn line(row: &Line<'_, '_, Column>, faults: &mut Faults) -> Option<MemberLine> {
    let before = faults.0.len();
    let name = row.cell(&Column::Name).and_then(|c| c.own_text(Column::Name.word(), faults));
    if name.is_none() && faults.0.len() == before {
        faults.note(Problem::at(ProblemCode::Blank, &row.place(&Column::Name)).with("column", Column::Name.word()));
    }
    // A force or unit joined over several lines stands for each of them; a phone does not.
    let mut text = |column| row.cell(&column).and_then(|c| c.text(faults));
    let (title, unit, force) = (text(Column::Title), text(Column::Unit), text(Column::Force));
    let phone = row.cell(&Column::Phone).and_then(|c| c.own_text(Column::Phone.word(), faults)).and_then(|typed| {
        let phone = domain::phone::parse(&typed);
        if phone.is_none() {
            faults.at(ProblemCode::NotAPhone, &row.place(&Column::Phone), &typed);
        }
        phone
    });
    Some(MemberLine {
        place: row.place(&Column::Name),
        name: name?,
        title,
        unit,
        phone,
        force,
        force_place: row.place(&Column::Force),
    })
}

/// The same name of the same unit in the same force is the same person twice.
fn note_doubles(lines: &[MemberLine], faults: &mut Faults) {
    let mut seen: BTreeMap<[String; 3], &MemberLine> = BTreeMap::new();
    for line in lines {
        let or_blank = |text: &Option<String>| spelling(text.as_deref().unwrap_or_default());
        let key = [spelling(&line.name), or_blank(&line.unit), or_blank(&line.force)];
        if let Some(other) = seen.get(&key) {
            faults.note(
                Problem::at(ProblemCode::MemberTwice, &line.place)
                    .with("name", &line.name)
                    .with("other_cell", &other.place.cell),
            );
        } else {
            seen.insert(key, line);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Lines<MemberLine>, Vec<Problem>> {
        members(&Tables::from_text(text).expect("a table"))
    }

    #[test]
    fn headings_are_told_apart_with_marks_or_without() {
        for (heading, column) in [
            ("Họ và tên", Some(Column::Name)),
            ("HO TEN", Some(Column::Name)),
            ("Số điện thoại (Zalo)", Some(Column::Phone)),
            ("Chức vụ", Some(Column::Title)),
            ("Đơn vị công tác", Some(Column::Unit)),
            ("Lực lượng", Some(Column::Force)),
            ("Số CCCD", None),
            ("Ngày, tháng, năm sinh", None),
            ("Địa chỉ thường trú", None),
            ("Ghi chú", None),
        ] {
            assert_eq!(Column::recognise(heading), column, "{heading}");
        }
        assert!(is_personal("Số CCCD/định danh") && is_personal("Năm sinh") && !is_personal("Đơn vị"));
    }

    #[test]
    fn only_what_is_needed_is_read() {
        let read = read("STT\tHọ và tên\tNgày sinh\tSố CCCD\tĐơn vị\tSĐT\n1\tLê An\t01/02/1999\t001085012345\tChi đoàn 1\t912345678\n").expect("lines");
        assert_eq!(read.lines.len(), 1);
        let line = &read.lines[0];
        assert_eq!((line.unit.as_deref(), line.phone.as_deref()), (Some("Chi đoàn 1"), Some("0912345678")));
        let all = format!("{line:?}");
        assert!(!all.contains("1999") && !all.contains("001085"), "{all}");
    }

    #[test]
    fn faults_name_their_cells() {
        let codes = |text: &str| read(text).expect_err("faults").into_iter().map(|p| p.code).collect::<Vec<_>>();
        assert_eq!(
            codes("Họ tên\tSĐT\nLê An\t001085012345\n\t0912345678\n"),
            [ProblemCode::NotAPhone, ProblemCode::Blank]
        );
        assert_eq!(codes("Họ tên\tĐơn vị\nLê An\tA\nlê an\ta\nLê An\tB\n"), [ProblemCode::MemberTwice]);
        assert_eq!(codes("Địa bàn\tSố hộ\nA\t1\n"), [ProblemCode::ColumnMissing]);
    }
}
