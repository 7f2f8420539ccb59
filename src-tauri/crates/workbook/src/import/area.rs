//! A table of areas with their base figures.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::area::AreaKind;
use domain::spelling::{bare_spelling, near_key};

use super::cell::Faults;
use super::date::DateColumn;
use super::heading::{Wanted, says, says_any, words};
use super::problem::{Place, Problem, ProblemCode};
use super::reading::{Look, Reading as Said};
use super::source::Tables;
use super::table::{Line, Lines, Table, look};

/// Largest base figure: a whole city's people would be a slip.
const MOST_PEOPLE: u32 = 1_000_000;

/// One area of a table. What the table leaves blank is unknown, and keeps what the office knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AreaLine {
    pub place: Place,
    pub name: String,
    /// None if the table has no such column; the name may still say it.
    pub kind: Option<AreaKind>,
    pub cluster: Option<String>,
    pub leader: Option<String>,
    pub phone: Option<String>,
    pub self_report_due: Option<NaiveDate>,
    pub base: Option<BaseLine>,
}

/// Base figures of a line; at least one is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseLine {
    pub as_of: NaiveDate,
    /// The table says the date; without one, it is the day of the import.
    pub is_dated: bool,
    pub source: String,
    pub households: Option<u32>,
    pub people_15: Option<u32>,
    pub smartphone_15: Option<u32>,
    pub installed: Option<u32>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Column {
    Name,
    Kind,
    Cluster,
    Leader,
    Phone,
    Households,
    People15,
    Smartphone15,
    Installed,
    AsOf,
    Source,
    Due,
}

impl Column {
    fn word(self) -> &'static str {
        match self {
            Self::Name => "Địa bàn",
            Self::Kind => "Loại địa bàn",
            Self::Cluster => "Cụm",
            Self::Leader => "Người đứng đầu",
            Self::Phone => "Số điện thoại",
            Self::Households => "Số hộ",
            Self::People15 => "Người từ 15 tuổi",
            Self::Smartphone15 => "Người từ 15 tuổi dùng điện thoại thông minh",
            Self::Installed => "Đã cài từ trước",
            Self::AsOf => "Ngày số liệu",
            Self::Source => "Nguồn số liệu",
            Self::Due => "Hạn tự báo cáo",
        }
    }

    /// The more particular words first: "Số điện thoại tổ trưởng tổ dân phố" is a phone.
    fn recognise(heading: &str) -> Option<Self> {
        let words = words(heading);
        let says_any = |phrases: &[&str]| says_any(&words, phrases);
        let column = match words.as_str() {
            _ if says_any(&["thong minh", "smartphone", "smart phone", "dttm"]) => Self::Smartphone15,
            _ if says_any(&["sdt", "dien thoai", "di dong", "dt"]) => Self::Phone,
            _ if says_any(&["15 tuoi", "tu 15", "15 tro len", "tren 15"]) => Self::People15,
            "ho" => Self::Households,
            _ if says_any(&["so ho", "ho dan", "ho gia dinh"]) && !says(&words, "so ho ten") => Self::Households,
            _ if says_any(&["da cai", "cai dat", "da co ung dung"]) => Self::Installed,
            "han" => Self::Due,
            _ if says_any(&["han bao cao", "han tu bao cao", "han nop", "tu bao cao", "bao cao truoc"]) => Self::Due,
            "ngay" => Self::AsOf,
            _ if says_any(&["tinh den", "ngay so lieu", "so lieu ngay", "thoi diem", "ngay chot", "ngay cap nhat"]) => {
                Self::AsOf
            }
            _ if says(&words, "nguon") => Self::Source,
            _ if says_any(&[
                "to truong",
                "truong thon",
                "truong ban",
                "dung dau",
                "phu trach",
                "ho va ten",
                "ho ten",
            ]) =>
            {
                Self::Leader
            }
            "loai" | "kieu" => Self::Kind,
            _ if says_any(&["loai dia ban", "loai hinh", "phan loai"]) => Self::Kind,
            "cum" | "ten cum" | "thuoc cum" | "cum dan cu" => Self::Cluster,
            "ten" => Self::Name,
            _ if says_any(&["dia ban", "to dan pho", "tdp", "khu dan cu", "ten to", "ten khu", "thon"]) => Self::Name,
            _ => return None,
        };
        Some(column)
    }
}

fn wanted() -> Wanted<'static, Column> {
    Wanted {
        recognise: &Column::recognise,
        needed: &[Column::Name],
        some: &|_| true,
        word: &|c| c.word().to_owned(),
        fields: &[
            ("name", Column::Name),
            ("kind", Column::Kind),
            ("cluster", Column::Cluster),
            ("leader", Column::Leader),
            ("phone", Column::Phone),
            ("households", Column::Households),
            ("people_15", Column::People15),
            ("smartphone_15", Column::Smartphone15),
            ("installed", Column::Installed),
            ("as_of", Column::AsOf),
            ("source", Column::Source),
            ("due", Column::Due),
        ],
    }
}

/// The headings of a table of areas as the office itself writes them.
#[must_use]
pub fn area_headings() -> Vec<&'static str> {
    wanted().fields.iter().map(|(_, column)| column.word()).collect()
}

/// A table of areas as it lies there.
///
/// # Errors
/// There is no such sheet.
pub fn look_at_areas(tables: &Tables) -> Result<Look, Vec<Problem>> {
    look(tables, &wanted())
}

/// Reads a table of areas. People and households that the table does not date stand for `today`, the day
/// the office enters them; the count of installs needs its own date, because later ones are added to it.
///
/// # Errors
/// Every fault of the table with its place; then nothing of it is taken over.
pub fn areas(tables: &Tables, today: NaiveDate) -> Result<Lines<AreaLine>, Vec<Problem>> {
    let table = Table::find(tables, &wanted())?;
    let (rows, left_out) = table.rows();
    let mut reading = Reading {
        faults: Faults::default(),
        as_of: DateColumn::default(),
        due: DateColumn::default(),
        stated: stated_date(&table.above),
        source: format!("Bảng nhập: {}", tables.name),
        today,
    };
    let lines: Vec<AreaLine> = rows.iter().filter_map(|row| reading.line(row)).collect();
    let Reading { mut faults, as_of, due, .. } = reading;
    as_of.finish(&mut faults);
    due.finish(&mut faults);
    let lines = without_doubles(lines, &tables.reading, &mut faults);
    if lines.is_empty() && faults.0.is_empty() {
        faults.note(Problem::of(ProblemCode::EmptyTable).with("file", &tables.name));
    }
    Lines { columns: table.uses, lines, left_out }.or(faults.0)
}

struct Reading {
    faults: Faults,
    as_of: DateColumn,
    due: DateColumn,
    /// "Tính đến ngày …" over the table.
    stated: Option<NaiveDate>,
    source: String,
    today: NaiveDate,
}

impl Reading {
    fn line(&mut self, row: &Line<'_, '_, Column>) -> Option<AreaLine> {
        let faults = &mut self.faults;
        let before = faults.0.len();
        let name = row.cell(&Column::Name).and_then(|c| c.own_text(Column::Name.word(), faults));
        if name.is_none() && faults.0.len() == before {
            faults.note(Problem::at(ProblemCode::Blank, &row.place(&Column::Name)).with("column", Column::Name.word()));
        }
        let mut text = |column| row.cell(&column).and_then(|c| c.text(faults));
        let (kind, cluster) = (text(Column::Kind), text(Column::Cluster));
        let (leader, phone) = (text(Column::Leader), text(Column::Phone));
        let kind = kind.and_then(|word| {
            let kind = AreaKind::parse(&word);
            if kind.is_none() {
                self.faults.at(ProblemCode::UnknownKind, &row.place(&Column::Kind), &word);
            }
            kind
        });
        let self_report_due = row.cell(&Column::Due).and_then(|c| self.due.read_one(&c, &mut self.faults));
        let base = self.base(row);
        Some(AreaLine {
            place: row.place(&Column::Name),
            name: name?,
            kind,
            cluster,
            leader,
            phone: phone.map(|p| with_zero(&p)),
            self_report_due,
            base,
        })
    }

    fn base(&mut self, row: &Line<'_, '_, Column>) -> Option<BaseLine> {
        let faults = &mut self.faults;
        let mut count =
            |column: Column| row.cell(&column).and_then(|c| c.own_count(column.word(), MOST_PEOPLE, faults));
        let figures = [Column::Households, Column::People15, Column::Smartphone15, Column::Installed].map(&mut count);
        let source = row.cell(&Column::Source).and_then(|c| c.text(faults));
        let before = faults.0.len();
        let dated = row.cell(&Column::AsOf).and_then(|c| self.as_of.read_one(&c, faults)).or(self.stated);
        let [households, people_15, smartphone_15, installed] = figures;
        if figures.iter().all(Option::is_none) {
            return None;
        }
        if faults.0.len() > before {
            return None;
        }
        if dated.is_none() && installed.is_some() {
            faults.note(Problem::at(ProblemCode::BaseWithoutDate, &row.place(&Column::Installed)));
            return None;
        }
        Some(BaseLine {
            as_of: dated.unwrap_or(self.today),
            is_dated: dated.is_some(),
            source: source.unwrap_or_else(|| self.source.clone()),
            households,
            people_15,
            smartphone_15,
            installed,
        })
    }
}

/// A phone that Excel took for a number has lost its leading zero.
fn with_zero(phone: &str) -> String {
    let is_bare = phone.len() == 9 && phone.bytes().all(|b| b.is_ascii_digit()) && !phone.starts_with('0');
    if is_bare { format!("0{phone}") } else { phone.to_owned() }
}

/// The one date that a title or heading says the figures stand for.
fn stated_date(texts: &[String]) -> Option<NaiveDate> {
    let mut found: Option<NaiveDate> = None;
    for text in texts {
        if !says_any(&words(text), &["tinh den", "thoi diem", "so lieu den", "so lieu ngay"]) {
            continue;
        }
        let pieces = text.split(|c: char| !(c.is_ascii_digit() || "/.-".contains(c)));
        for day in pieces.filter_map(|p| domain::date::parse(p.trim_matches(['.', '-', '/']), None)) {
            match found {
                Some(other) if other != day => return None,
                _ => found = Some(day),
            }
        }
    }
    found
}

/// Lines by area. Near names are told apart or put together as a person says; unsaid, they are a fault.
fn without_doubles(lines: Vec<AreaLine>, said: &Said, faults: &mut Faults) -> Vec<AreaLine> {
    let mut kept: Vec<AreaLine> = Vec::with_capacity(lines.len());
    let mut spelled: BTreeMap<String, usize> = BTreeMap::new();
    let mut near: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for line in lines {
        let name = bare_spelling(&line.name);
        let others = near.entry(near_key(&line.name)).or_default();
        let twin = spelled.get(&name).copied();
        let same = others.iter().copied().find(|i| said.said_same(&line.name, &kept[*i].name) == Some(true));
        let unsaid = others.iter().copied().find(|i| said.said_same(&line.name, &kept[*i].name).is_none());
        let (code, other) = match (twin, same, unsaid) {
            (Some(twin), _, _) => (ProblemCode::NameTwice, twin),
            (None, Some(same), _) => match kept[same].joined(&line) {
                Some(joined) => {
                    kept[same] = joined;
                    continue;
                }
                None => (ProblemCode::NameTwice, same),
            },
            (None, None, Some(unsaid)) => (ProblemCode::NearDuplicate, unsaid),
            (None, None, None) => {
                spelled.insert(name, kept.len());
                others.push(kept.len());
                kept.push(line);
                continue;
            }
        };
        let other = &kept[other];
        faults.note(
            Problem::at(code, &line.place)
                .with("name", &line.name)
                .with("other", &other.name)
                .with("other_cell", &other.place.cell),
        );
    }
    kept
}

impl AreaLine {
    /// Two lines of one area as one, if they do not contradict each other.
    fn joined(&self, other: &Self) -> Option<Self> {
        Some(Self {
            place: self.place.clone(),
            name: self.name.clone(),
            kind: either(self.kind, other.kind)?,
            cluster: either(self.cluster.clone(), other.cluster.clone())?,
            leader: either(self.leader.clone(), other.leader.clone())?,
            phone: either(self.phone.clone(), other.phone.clone())?,
            self_report_due: either(self.self_report_due, other.self_report_due)?,
            base: either(self.base.clone(), other.base.clone())?,
        })
    }
}

/// What one of the two says; none if they say different things.
#[expect(clippy::option_option, reason = "the outer one says whether they agree")]
fn either<T: PartialEq>(a: Option<T>, b: Option<T>) -> Option<Option<T>> {
    match (a, b) {
        (Some(a), Some(b)) if a != b => None,
        (a, b) => Some(a.or(b)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_told_apart() {
        for (heading, column) in [
            ("Địa bàn tổ dân phố", Some(Column::Name)),
            ("TÊN TỔ DÂN PHỐ", Some(Column::Name)),
            ("Họ và tên tổ trưởng tổ dân phố", Some(Column::Leader)),
            ("SĐT tổ trưởng", Some(Column::Phone)),
            ("Số người từ 15 tuổi trở lên dùng điện thoại thông minh", Some(Column::Smartphone15)),
            ("Số người ≥ 15 tuổi", Some(Column::People15)),
            ("Tổng số hộ (tính đến 31/10/2024)", Some(Column::Households)),
            ("so ho dan", Some(Column::Households)),
            ("Đã cài đặt từ trước", Some(Column::Installed)),
            ("Tính đến ngày", Some(Column::AsOf)),
            ("Nguồn", Some(Column::Source)),
            ("Hạn tự báo cáo", Some(Column::Due)),
            ("Loại địa bàn", Some(Column::Kind)),
            ("Ghi chú", None),
            ("Dân số", None),
        ] {
            assert_eq!(Column::recognise(heading), column, "{heading}");
        }
    }

    #[test]
    fn the_date_over_the_table() {
        let stated = |texts: &[&str]| stated_date(&texts.iter().map(|t| (*t).to_owned()).collect::<Vec<_>>());
        assert_eq!(stated(&["(Số liệu tính đến ngày 31/10/2024)"]), NaiveDate::from_ymd_opt(2024, 10, 31));
        assert_eq!(stated(&["Tính đến 31/10/2024", "thời điểm 01/11/2024"]), None);
        assert_eq!(stated(&["Kế hoạch ngày 31/10/2024"]), None);
    }
}
