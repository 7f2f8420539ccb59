//! A worksheet's XML as cells with their places, and new contents put into it. Only the cells that are filled
//! change, and the remembered results of this sheet's formulas go, because they were reckoned without them.

use std::collections::BTreeMap;
use std::ops::Range;

use super::xml::{Damaged, Edits, Tag, Tags, attribute, attribute_place, escaped, flag, name};

/// Row and column, both from 0.
pub(crate) type At = (u32, u32);

/// What goes into a cell.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Content {
    /// As XML writes it, so that no digit is lost.
    Number(String),
    Text(String),
}

#[derive(Debug)]
struct CellAt {
    column: u32,
    whole: Range<usize>,
    style: Option<String>,
    has_formula: bool,
    /// `t="str"` and the remembered result of a formula.
    kind: Option<Range<usize>>,
    result: Option<Range<usize>>,
}

#[derive(Debug)]
struct RowAt {
    number: u32,
    tag: Range<usize>,
    /// `<row r="5"/>`.
    is_alone: bool,
    /// Where its closing tag begins.
    end: usize,
    style: Option<String>,
    cells: Vec<CellAt>,
}

/// A worksheet with the place of everything a change needs.
#[derive(Debug, Default)]
pub(crate) struct Sheet {
    /// `x:` in files of some programs.
    prefix: String,
    rows: Vec<RowAt>,
    data: Option<(Range<usize>, bool)>,
    data_end: usize,
    column_styles: Vec<(u32, u32, String)>,
    /// Ranges one formula fills: of an array, of a table of cases.
    arrays: Vec<(At, At)>,
    pub(crate) merges: Vec<(At, At)>,
    pub(crate) is_protected: bool,
}

impl Sheet {
    pub(crate) fn read(xml: &[u8]) -> Result<Self, Damaged> {
        let mut sheet = Self::default();
        let mut tags = Tags::of(xml)?;
        // Rows and cells may leave out their address: then each is the next one.
        let (mut next_row, mut next_column) = (0, 0);
        // Where the result that is being read begins; a phonetic text has no such tag.
        let mut result = None;
        while let Some((tag, range)) = tags.next()? {
            match &tag {
                Tag::Open(start) | Tag::Alone(start) => {
                    let is_alone = matches!(tag, Tag::Alone(_));
                    match name(start).as_str() {
                        "sheetData" => {
                            let full = start.name().as_ref().to_owned();
                            sheet.prefix = full.trim_end_matches("sheetData").to_owned();
                            sheet.data_end = range.end;
                            sheet.data = Some((range, is_alone));
                        }
                        "row" => {
                            let number = attribute(start, "r").and_then(|r| r.parse::<u32>().ok());
                            let number = number.map_or(next_row, |n| n.saturating_sub(1));
                            (next_row, next_column) = (number + 1, 0);
                            let style = attribute(start, "s").filter(|_| flag(start, "customFormat"));
                            sheet.rows.push(RowAt {
                                number,
                                end: range.end,
                                tag: range,
                                is_alone,
                                style,
                                cells: vec![],
                            });
                        }
                        "c" => {
                            let own = attribute(start, "r").and_then(|r| address(&r));
                            let column = own.map_or(next_column, |(_, column)| column);
                            next_column = column + 1;
                            let row = sheet.rows.last_mut().ok_or(Damaged)?;
                            row.cells.push(CellAt {
                                column,
                                style: attribute(start, "s"),
                                has_formula: false,
                                kind: attribute_place(xml, &range, "t"),
                                result: None,
                                whole: range,
                            });
                        }
                        "f" => {
                            if let Some(cell) = sheet.rows.last_mut().and_then(|r| r.cells.last_mut()) {
                                cell.has_formula = true;
                            }
                            if matches!(attribute(start, "t").as_deref(), Some("array" | "dataTable")) {
                                sheet.arrays.extend(attribute(start, "ref").and_then(|r| self::range(&r)));
                            }
                        }
                        "v" if !is_alone => result = Some(range.start),
                        "v" => sheet.note_result(range),
                        "mergeCell" => sheet.merges.extend(attribute(start, "ref").and_then(|r| self::range(&r))),
                        "col" => {
                            let bound = |which| attribute(start, which).and_then(|n| n.parse::<u32>().ok());
                            if let (Some(min), Some(max), Some(style)) =
                                (bound("min"), bound("max"), attribute(start, "style"))
                            {
                                sheet.column_styles.push((min.saturating_sub(1), max.saturating_sub(1), style));
                            }
                        }
                        "sheetProtection" => sheet.is_protected = flag(start, "sheet"),
                        _ => {}
                    }
                }
                Tag::Close(closed) => match closed.as_str() {
                    "v" => {
                        if let Some(start) = result.take() {
                            sheet.note_result(start..range.end);
                        }
                    }
                    "c" => {
                        if let Some(cell) = sheet.rows.last_mut().and_then(|r| r.cells.last_mut()) {
                            cell.whole.end = range.end;
                        }
                    }
                    "row" => {
                        if let Some(row) = sheet.rows.last_mut() {
                            row.end = range.start;
                        }
                    }
                    "sheetData" => sheet.data_end = range.start,
                    _ => {}
                },
            }
        }
        if sheet.data.is_none() { Err(Damaged) } else { Ok(sheet) }
    }

    fn note_result(&mut self, range: Range<usize>) {
        if let Some(cell) = self.rows.last_mut().and_then(|r| r.cells.last_mut()) {
            cell.result = Some(range);
        }
    }

    fn row(&self, number: u32) -> Option<&RowAt> {
        self.rows.iter().find(|r| r.number == number)
    }

    fn cell(&self, at: At) -> Option<&CellAt> {
        self.row(at.0)?.cells.iter().find(|c| c.column == at.1)
    }

    /// Whether a formula stands in a cell or fills it from another.
    pub(crate) fn has_formula(&self, at: At) -> bool {
        self.cell(at).is_some_and(|c| c.has_formula) || self.arrays.iter().any(|range| holds(*range, at))
    }

    /// The style a cell has, or would have: its own, its row's, its column's.
    pub(crate) fn style(&self, at: At) -> Option<String> {
        if let Some(cell) = self.cell(at) {
            return cell.style.clone();
        }
        let of_row = self.row(at.0).and_then(|r| r.style.clone());
        of_row.or_else(|| {
            self.column_styles.iter().find(|(a, b, _)| (*a..=*b).contains(&at.1)).map(|(_, _, s)| s.clone())
        })
    }

    /// The first cell of the joined cells a cell is part of, or itself.
    pub(crate) fn anchor(&self, at: At) -> At {
        self.merge(at).map_or(at, |(first, _)| first)
    }

    pub(crate) fn merge(&self, at: At) -> Option<(At, At)> {
        self.merges.iter().copied().find(|range| holds(*range, at))
    }

    /// The sheet with new contents.
    pub(crate) fn with(&self, xml: &[u8], contents: &BTreeMap<At, Content>) -> Result<Vec<u8>, Damaged> {
        let mut edits = Edits::default();
        let mut rows: BTreeMap<u32, Vec<(At, &Content)>> = BTreeMap::new();
        for (at, content) in contents {
            rows.entry(at.0).or_default().push((*at, content));
        }
        let (data, data_alone) = self.data.clone().ok_or(Damaged)?;
        let mut in_empty_data = String::new();
        for (number, cells) in rows {
            match self.row(number) {
                Some(row) => self.fill_row(&mut edits, xml, row, &cells),
                None => {
                    let p = &self.prefix;
                    let written: String = cells.iter().map(|(at, content)| self.written(*at, content)).collect();
                    let row = format!("<{p}row r=\"{}\">{written}</{p}row>", number + 1);
                    if data_alone {
                        in_empty_data.push_str(&row);
                    } else {
                        let next = self.rows.iter().find(|r| r.number > number);
                        edits.insert(next.map_or(self.data_end, |r| r.tag.start), row);
                    }
                }
            }
        }
        if data_alone && !in_empty_data.is_empty() {
            let p = &self.prefix;
            edits.replace(data, format!("<{p}sheetData>{in_empty_data}</{p}sheetData>"));
        }
        for cell in self.rows.iter().flat_map(|r| &r.cells).filter(|c| c.has_formula) {
            let Some(result) = cell.result.clone() else { continue };
            edits.replace(result, "");
            if let Some(kind) = cell.kind.clone() {
                edits.replace(kind, "");
            }
        }
        edits.apply(xml)
    }

    fn fill_row(&self, edits: &mut Edits, xml: &[u8], row: &RowAt, cells: &[(At, &Content)]) {
        if row.is_alone {
            let p = &self.prefix;
            let written: String = cells.iter().map(|(at, content)| self.written(*at, content)).collect();
            // `<row … />` becomes `<row …>cells</row>`.
            let end = xml[..row.tag.end].iter().rposition(|b| *b == b'/').unwrap_or(row.tag.end - 2);
            edits.replace(end..row.tag.end, format!(">{written}</{p}row>"));
            self.without_spans(edits, xml, row);
            return;
        }
        let mut widens = false;
        for (at, content) in cells {
            match row.cells.iter().find(|c| c.column == at.1) {
                Some(cell) => edits.replace(cell.whole.clone(), self.written(*at, content)),
                None => {
                    let next = row.cells.iter().find(|c| c.column > at.1);
                    edits.insert(next.map_or(row.end, |c| c.whole.start), self.written(*at, content));
                    widens = true;
                }
            }
        }
        if widens {
            self.without_spans(edits, xml, row);
        }
    }

    /// Which columns a row has is only a hint, and would now be a wrong one.
    #[expect(clippy::unused_self, reason = "beside its callers")]
    fn without_spans(&self, edits: &mut Edits, xml: &[u8], row: &RowAt) {
        if let Some(place) = attribute_place(xml, &row.tag, "spans") {
            edits.replace(place, "");
        }
    }

    fn written(&self, at: At, content: &Content) -> String {
        let p = &self.prefix;
        let style = self.style(at).map(|s| format!(" s=\"{s}\"")).unwrap_or_default();
        let cell = letters_of(at);
        match content {
            Content::Number(number) => format!("<{p}c r=\"{cell}\"{style}><{p}v>{number}</{p}v></{p}c>"),
            Content::Text(text) => format!(
                "<{p}c r=\"{cell}\"{style} t=\"inlineStr\"><{p}is><{p}t xml:space=\"preserve\">{}</{p}t></{p}is></{p}c>",
                escaped(text)
            ),
        }
    }
}

fn holds((first, last): (At, At), at: At) -> bool {
    (first.0..=last.0).contains(&at.0) && (first.1..=last.1).contains(&at.1)
}

/// `B5`.
pub(crate) fn letters_of(at: At) -> String {
    rust_xlsxwriter::utility::row_col_to_cell(at.0, u16::try_from(at.1).unwrap_or(u16::MAX))
}

/// `B5` or `$B$5`; none beyond Excel's last cell.
pub(crate) fn address(text: &str) -> Option<At> {
    let plain = text.replace('$', "");
    let digits = plain.find(|c: char| c.is_ascii_digit())?;
    let (letters, number) = plain.split_at(digits);
    if letters.is_empty() || letters.len() > 3 || !letters.bytes().all(|b| b.is_ascii_alphabetic()) {
        return None;
    }
    let column = letters.bytes().fold(0, |n, b| n * 26 + u32::from(b.to_ascii_uppercase() - b'A') + 1);
    let row: u32 = number.parse().ok()?;
    ((1..=1_048_576).contains(&row) && column <= 16_384).then(|| (row - 1, column - 1))
}

/// `B5:C7`, or one cell.
pub(crate) fn range(text: &str) -> Option<(At, At)> {
    match text.split_once(':') {
        Some((first, last)) => Some((address(first)?, address(last)?)),
        None => address(text).map(|at| (at, at)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const XML: &str = "<worksheet><cols><col min=\"2\" max=\"2\" width=\"9\" style=\"7\"/></cols><sheetData>\
        <row r=\"2\" spans=\"1:2\" ht=\"20\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" s=\"3\"/>\
        <c r=\"D2\" t=\"str\"><f>A2</f><v>chữ</v></c></row><row r=\"4\" s=\"5\" customFormat=\"1\"/></sheetData>\
        <mergeCells count=\"1\"><mergeCell ref=\"B6:C7\"/></mergeCells></worksheet>";

    fn with(cells: &[(At, Content)]) -> String {
        let sheet = Sheet::read(XML.as_bytes()).expect("a sheet");
        let out = sheet.with(XML.as_bytes(), &cells.iter().cloned().collect()).expect("it is written");
        String::from_utf8(out).expect("text")
    }

    #[test]
    fn only_the_filled_cells_change() {
        let number = |n: &str| Content::Number(n.into());
        let out = with(&[
            ((1, 1), number("12")),
            ((1, 2), number("3")),
            ((3, 0), Content::Text("a<b".into())),
            ((2, 1), number("1")),
        ]);
        let expected = XML
            .replace(" spans=\"1:2\"", "")
            .replace("<c r=\"B2\" s=\"3\"/>", "<c r=\"B2\" s=\"3\"><v>12</v></c><c r=\"C2\"><v>3</v></c>")
            .replace(" t=\"str\"><f>A2</f><v>chữ</v>", "><f>A2</f>")
            .replace(
                "<row r=\"4\" s=\"5\" customFormat=\"1\"/>",
                "<row r=\"3\"><c r=\"B3\" s=\"7\"><v>1</v></c></row><row r=\"4\" s=\"5\" customFormat=\"1\">\
                 <c r=\"A4\" s=\"5\" t=\"inlineStr\"><is><t xml:space=\"preserve\">a&lt;b</t></is></c></row>",
            );
        assert_eq!(out, expected);
    }

    #[test]
    fn an_empty_sheet_and_a_prefix_are_written_too() {
        let xml = "<x:worksheet xmlns:x=\"m\"><x:sheetData/></x:worksheet>";
        let sheet = Sheet::read(xml.as_bytes()).expect("a sheet");
        let cells = BTreeMap::from([((0, 0), Content::Number("5".into()))]);
        let out = sheet.with(xml.as_bytes(), &cells).expect("it is written");
        let row = "<x:sheetData><x:row r=\"1\"><x:c r=\"A1\"><x:v>5</x:v></x:c></x:row></x:sheetData>";
        assert_eq!(String::from_utf8(out).expect("text"), xml.replace("<x:sheetData/>", row));
    }

    #[test]
    fn joined_cells_and_formulas_are_known() {
        let sheet = Sheet::read(XML.as_bytes()).expect("a sheet");
        assert_eq!(sheet.anchor((6, 2)), (5, 1));
        assert!(sheet.has_formula((1, 3)) && !sheet.has_formula((1, 0)));
        assert_eq!(address("$AB$10"), Some((9, 27)));
        assert_eq!(address("A0"), None);
    }
}
