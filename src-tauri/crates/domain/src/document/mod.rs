//! An official document as a list of parts that reads like the paper. `paper` sets it by the decree,
//! as PDF or DOCX, from this one description.

mod kind;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::date::DocumentDate;
use crate::issuer::Issuer;

pub use kind::DocumentKind;

/// A stretch of text in one style.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Span {
    pub text: String,
    pub bold: bool,
    pub italic: bool,
}

/// Text of mixed styles.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Rich(pub Vec<Span>);

impl Rich {
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self(vec![Span { text: text.into(), ..Span::default() }])
    }

    #[must_use]
    pub fn bold(text: impl Into<String>) -> Self {
        Self(vec![Span { text: text.into(), bold: true, italic: false }])
    }

    /// Reads `**bold**` and `*italic*`; a lone star stays a star.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let mut spans: Vec<Span> = Vec::new();
        let (mut bold, mut italic) = (false, false);
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            if let Some(after) = rest.strip_prefix("**")
                && (bold || after.contains("**"))
            {
                bold = !bold;
                rest = after;
            } else if let Some(after) = rest.strip_prefix('*')
                && !after.starts_with('*')
                && (italic || closes_italic(after))
            {
                italic = !italic;
                rest = after;
            } else {
                let (shown, after) = rest.split_at(first.len_utf8());
                push(&mut spans, shown, bold, italic);
                rest = after;
            }
        }
        Self(spans)
    }

    /// The words alone.
    #[must_use]
    pub fn text(&self) -> String {
        self.0.iter().map(|s| s.text.as_str()).collect()
    }
}

/// A star opens italics if text follows it at once and another single star comes later.
fn closes_italic(after: &str) -> bool {
    !after.starts_with(char::is_whitespace) && after.replace("**", "").contains('*')
}

fn push(spans: &mut Vec<Span>, text: &str, bold: bool, italic: bool) {
    match spans.last_mut() {
        Some(last) if last.bold == bold && last.italic == italic => last.text.push_str(text),
        _ => spans.push(Span { text: text.to_owned(), bold, italic }),
    }
}

/// A row of the plan's schedule table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScheduleLine {
    pub evenings: Vec<NaiveDate>,
    pub area: String,
}

/// A part of the body (NĐ 30, Phụ lục I).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Block {
    /// `I. MỤC ĐÍCH, YÊU CẦU`.
    Part {
        number: String,
        title: String,
    },
    /// `1. Title`, on its own line, bold.
    Item {
        number: String,
        title: String,
    },
    /// `1. Text …` without a title, regular.
    NumberedText {
        number: String,
        text: Rich,
    },
    Paragraph(Rich),
    /// `a) Text`, letters in Vietnamese order.
    Point {
        letter: char,
        text: Rich,
    },
    /// `- Text`, an unnumbered paragraph.
    Dash(Rich),
    /// The evening schedule: STT, time, area.
    Schedule {
        time_heading: String,
        area_heading: String,
        lines: Vec<ScheduleLine>,
    },
    /// A table of plain words.
    Table {
        columns: Vec<TableColumn>,
        rows: Vec<TableRow>,
    },
}

/// A column; its width is its share of all of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableColumn {
    pub heading: String,
    /// Stands above its heading and those of neighbours that have the same.
    pub over: Option<String>,
    pub share: u32,
    pub stand: CellStand,
}

impl TableColumn {
    #[must_use]
    pub fn new(heading: &str, share: u32, stand: CellStand) -> Self {
        Self { heading: heading.to_owned(), over: None, share, stand }
    }

    /// Under a heading it shares with its neighbours.
    #[must_use]
    pub fn under(self, over: &str) -> Self {
        Self { over: Some(over.to_owned()), ..self }
    }
}

/// Where words stand in a cell: figures at the right, so that their digits stand under one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum CellStand {
    Left,
    Centre,
    Right,
}

/// A row; a sum is set bold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableRow {
    pub cells: Vec<String>,
    pub is_sum: bool,
}

impl From<Vec<String>> for TableRow {
    fn from(cells: Vec<String>) -> Self {
        Self { cells, is_sum: false }
    }
}

/// An appendix (NĐ 30, Phụ lục I, phần III): own page numbers, a number of its own if there are several, and
/// `./.` at its end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appendix {
    pub title: String,
    /// For a table that is too wide for an upright page.
    pub landscape: bool,
    pub body: Vec<Block>,
}

/// NĐ 30 box 9b, and the one line that files the document.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Recipients(pub Vec<String>);

/// NĐ 30 boxes 7a and 7b.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Signature {
    /// `KT. CHỦ TỊCH` / `PHÓ CHỦ TỊCH`.
    pub lines: Vec<String>,
    /// Blank while unknown.
    pub signer: Option<String>,
}

/// A whole document: one with a named type (KH, BC, TTr …), or a letter (công văn), which has none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    pub issuer: Issuer,
    /// Blank until issued; below 10 it is padded.
    pub number: Option<u32>,
    /// `KH-UBND`.
    pub symbol: String,
    pub date: DocumentDate,
    /// `KẾ HOẠCH`; none for a letter, whose subject stands under its number (box 5b).
    pub kind: Option<String>,
    pub subject: String,
    /// Kính gửi (box 9a).
    pub addressees: Vec<String>,
    /// Căn cứ …, one each, without the marks that end them.
    pub bases: Vec<Rich>,
    pub body: Vec<Block>,
    pub appendices: Vec<Appendix>,
    pub recipients: Recipients,
    pub signature: Signature,
    /// Mark of who drafted it and how many copies go out (box 12): `PL.(300)`.
    pub drafter: Option<String>,
    /// Said at the head of every page when the figures are invented.
    pub illustration: Option<String>,
    /// A small line at the foot of every page, of an issued report: its id and the head of the journal (R8). It stands
    /// inside the margins and takes no box's place.
    #[serde(default)]
    pub foot: Option<String>,
}

impl Document {
    /// `Số: 75/KH-UBND`; a blank number leaves room to write.
    #[must_use]
    pub fn number_line(&self) -> String {
        let number = self.number.map_or_else(|| "\u{a0}".repeat(10), |n| format!("{n:02}"));
        format!("Số: {number}/{}", self.symbol)
    }

    /// `Hà Cầu, ngày 05 tháng 11 năm 2024`.
    #[must_use]
    pub fn date_line(&self) -> String {
        format!("{}, {}", self.issuer.place, self.date.words())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spans(text: &str) -> Vec<(String, bool, bool)> {
        Rich::parse(text).0.into_iter().map(|s| (s.text, s.bold, s.italic)).collect()
    }

    #[test]
    fn marks_become_styles() {
        assert_eq!(
            spans("đạt **50% trở lên** số người (*tối thiểu 03 ngày 01 tin*)"),
            [
                ("đạt ".into(), false, false),
                ("50% trở lên".into(), true, false),
                (" số người (".into(), false, false),
                ("tối thiểu 03 ngày 01 tin".into(), false, true),
                (")".into(), false, false),
            ]
        );
        assert_eq!(spans("2 * 3 là 6"), [("2 * 3 là 6".into(), false, false)]);
    }

    proptest::proptest! {
        #[test]
        fn no_text_is_lost_or_panics(text in "[a-zđắ* ]{0,40}") {
            let shown = Rich::parse(&text).text();
            proptest::prop_assert_eq!(shown.replace('*', ""), text.replace('*', ""));
        }
    }
}
