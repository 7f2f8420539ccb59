//! A table as it came: rows of cells, each with the address a person finds it under.

use chrono::NaiveDate;
use domain::text::clean;

use super::problem::Place;

/// What a cell holds. Text is cleaned: one line, NFC, single spaces.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Blank,
    Text(String),
    Number(f64),
    Date(NaiveDate),
    /// `#REF!` and the like, of a formula that failed.
    Failed(String),
}

impl Value {
    /// A text cell; blank if nothing of it can be seen.
    #[must_use]
    pub fn text(raw: &str) -> Self {
        let text = clean(&without_tags(raw));
        if text.is_empty() { Self::Blank } else { Self::Text(text) }
    }

    #[must_use]
    pub fn is_blank(&self) -> bool {
        *self == Self::Blank
    }

    /// As a person sees it.
    #[must_use]
    pub fn shown(&self) -> String {
        match self {
            Self::Blank => String::new(),
            Self::Text(text) | Self::Failed(text) => text.clone(),
            Self::Number(n) => n.to_string(),
            Self::Date(day) => domain::date::dmy(*day),
        }
    }
}

/// Text recognised from a scan carries such tags around headings.
fn without_tags(raw: &str) -> String {
    if !raw.contains('<') {
        return raw.to_owned();
    }
    ["b", "i", "u", "strong", "em"].iter().fold(raw.replace("<br>", " ").replace("<br/>", " "), |text, tag| {
        text.replace(&format!("<{tag}>"), "").replace(&format!("</{tag}>"), "")
    })
}

/// One row that has a cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Row number in the workbook, or line of the text; from 1.
    pub number: u32,
    pub cells: Vec<Value>,
}

/// Cells joined into one; both corners included, rows by number from 1, columns from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Merge {
    pub first: (u32, usize),
    pub last: (u32, usize),
}

impl Merge {
    #[must_use]
    pub fn holds(&self, row: u32, column: usize) -> bool {
        (self.first.0..=self.last.0).contains(&row) && (self.first.1..=self.last.1).contains(&column)
    }

    #[must_use]
    pub fn rows(&self) -> u32 {
        self.last.0 - self.first.0 + 1
    }

    #[must_use]
    pub fn columns(&self) -> usize {
        self.last.1 - self.first.1 + 1
    }
}

/// How Excel counts days in this workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Epoch {
    /// Windows: day 1 is 01/01/1900, and a 29/02/1900 that never was is counted.
    Of1900,
    /// Old Macintosh files: day 0 is 01/01/1904.
    Of1904,
}

impl Epoch {
    /// The day of a serial number; none for what cannot be a campaign's day.
    #[must_use]
    pub fn day(self, serial: f64) -> Option<NaiveDate> {
        let (year, month, day) = match self {
            Self::Of1900 => (1899, 12, 30),
            Self::Of1904 => (1904, 1, 1),
        };
        if !(0.0..100_000.0).contains(&serial) {
            return None;
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to be below 100,000")]
        let days = chrono::Days::new(serial.floor() as u64);
        let day = NaiveDate::from_ymd_opt(year, month, day)?.checked_add_days(days)?;
        is_plausible(day).then_some(day)
    }
}

/// A campaign's dates lie in this century; anything else is a slip, or Excel's epoch taken for another.
pub(crate) fn is_plausible(day: NaiveDate) -> bool {
    use chrono::Datelike;
    (2000..2100).contains(&day.year())
}

/// A sheet of a workbook, or a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Grid {
    /// The workbook's sheet; none for a text.
    pub sheet: Option<String>,
    /// None where numbers cannot be days: in a text.
    pub epoch: Option<Epoch>,
    pub rows: Vec<Row>,
    pub merges: Vec<Merge>,
    /// The text has no columns: an address names the line alone.
    pub whole_lines: bool,
}

impl Grid {
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.rows.iter().all(|r| r.cells.iter().all(Value::is_blank))
    }

    /// The address of a cell.
    #[must_use]
    pub fn place(&self, row: u32, column: usize) -> Place {
        let cell = match &self.sheet {
            Some(_) => format!("{}{row}", letters(column)),
            None if self.whole_lines => format!("dòng {row}"),
            None => format!("dòng {row}, cột {}", column + 1),
        };
        Place { sheet: self.sheet.clone(), cell }
    }

    /// The address of a row.
    #[must_use]
    pub fn row_place(&self, row: u32) -> Place {
        Place { sheet: self.sheet.clone(), cell: format!("dòng {row}") }
    }

    /// The address of joined cells.
    #[must_use]
    pub fn merge_place(&self, merge: &Merge) -> Place {
        let first = self.place(merge.first.0, merge.first.1);
        let last = self.place(merge.last.0, merge.last.1);
        Place { cell: format!("{}:{}", first.cell, last.cell), ..first }
    }

    #[must_use]
    pub fn merge_at(&self, row: u32, column: usize) -> Option<&Merge> {
        self.merges.iter().find(|m| m.holds(row, column))
    }

    /// The value a person sees at a cell: its own, or that of the joined cells it is part of.
    #[must_use]
    pub fn seen<'g>(&'g self, row: &'g Row, column: usize) -> &'g Value {
        const BLANK: &Value = &Value::Blank;
        let own = row.cells.get(column).unwrap_or(BLANK);
        match self.merge_at(row.number, column) {
            Some(merge) if own.is_blank() => {
                self.row(merge.first.0).and_then(|r| r.cells.get(merge.first.1)).unwrap_or(BLANK)
            }
            _ => own,
        }
    }

    fn row(&self, number: u32) -> Option<&Row> {
        self.rows.binary_search_by_key(&number, |r| r.number).ok().and_then(|i| self.rows.get(i))
    }
}

/// `0` → `A`, `26` → `AA`.
fn letters(column: usize) -> String {
    let mut rest = column + 1;
    let mut name = Vec::new();
    while rest > 0 {
        rest -= 1;
        // Below 26, so it fits.
        name.push(b'A' + u8::try_from(rest % 26).unwrap_or_default());
        rest /= 26;
    }
    name.reverse();
    String::from_utf8_lossy(&name).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_excel_does() {
        assert_eq!([0, 25, 26, 701, 702].map(letters), ["A", "Z", "AA", "ZZ", "AAA"]);
    }

    #[test]
    fn serials_of_both_epochs() {
        let day = NaiveDate::from_ymd_opt(2024, 11, 9);
        assert_eq!(Epoch::Of1900.day(45605.0), day);
        assert_eq!(Epoch::Of1904.day(44143.0), day);
        assert_eq!(Epoch::Of1900.day(45605.9), day, "an hour belongs to its day");
        for serial in [-1.0, 0.0, 500.0, 1e9, f64::NAN] {
            assert_eq!(Epoch::Of1900.day(serial), None, "{serial}");
        }
    }

    #[test]
    fn tags_of_a_scan_are_not_text() {
        assert_eq!(Value::text("<b>STT</b>"), Value::Text("STT".into()));
        assert_eq!(Value::text(" <b></b> "), Value::Blank);
    }
}
