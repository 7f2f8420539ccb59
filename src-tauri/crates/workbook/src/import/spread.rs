//! How many cells a file would spread to when it is read. Two kinds of workbook are read as whole rectangles, and a file
//! of two kilobytes can ask for gigabytes of them: an .ods by repeating a cell, an .xls by one cell far outside or by
//! naming one sheet thousands of times. Both are walked here first; nothing they state is believed.

use std::collections::BTreeMap;
use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::problem::{Problem, ProblemCode};
use super::{MOST_COLUMNS, MOST_ROWS};

/// Most cells of all sheets together: two as large as a sheet may be. A cell takes about 32 bytes.
const MOST_CELLS: u64 = 2 * MOST_ROWS as u64 * MOST_COLUMNS as u64;

fn too_many_rows() -> Problem {
    Problem::of(ProblemCode::TooManyRows).with("most", MOST_ROWS)
}

fn too_many_columns() -> Problem {
    Problem::of(ProblemCode::TooManyColumns).with("most", MOST_COLUMNS)
}

/// Walks the records of an .xls ([MS-XLS] 2.1.4: type, length, data).
pub(super) fn of_xls(records: &[u8]) -> Result<(), Problem> {
    const DIMENSIONS: u16 = 0x0200;
    const FILE_PASS: u16 = 0x002f;
    const BEGINNING: u16 = 0x0809;
    const SHEET: u16 = 0x0085;
    const CELLS: [u16; 9] = [0x0006, 0x00bd, 0x00d6, 0x00fd, 0x0203, 0x0204, 0x0205, 0x0207, 0x027e];
    let number =
        |data: &[u8], at: usize| data.get(at..at + 2).map_or(0, |b| u32::from(u16::from_le_bytes([b[0], b[1]])));
    // Where each sheet that is named begins, and how far the one that begins somewhere reaches.
    let mut named: Vec<usize> = Vec::new();
    let mut reach: BTreeMap<usize, (u32, u32)> = BTreeMap::new();
    let mut begun = 0;
    let mut rest = records;
    while let [a, b, c, d, after @ ..] = rest {
        let at = records.len() - rest.len();
        let (kind, length) = (u16::from_le_bytes([*a, *b]), usize::from(u16::from_le_bytes([*c, *d])));
        let Some(data) = after.get(..length) else { break };
        let (row, column) = match kind {
            FILE_PASS => return Err(Problem::of(ProblemCode::Encrypted)),
            BEGINNING => {
                begun = at;
                (0, 0)
            }
            SHEET => {
                named.push(usize::try_from(number(data, 0) + (number(data, 2) << 16)).unwrap_or(usize::MAX));
                (0, 0)
            }
            // Last row (32 bits) and column, each plus one.
            DIMENSIONS if length >= 14 => (number(data, 4) + (number(data, 6) << 16), number(data, 10)),
            DIMENSIONS => (number(data, 2), number(data, 6)),
            _ if CELLS.contains(&kind) => (number(data, 0), number(data, 2)),
            _ => (0, 0),
        };
        if row > MOST_ROWS {
            return Err(too_many_rows());
        }
        if column > MOST_COLUMNS {
            return Err(too_many_columns());
        }
        let reached = reach.entry(begun).or_default();
        *reached = (reached.0.max(row), reached.1.max(column));
        rest = &after[length..];
    }
    let cells = |(rows, columns): (u32, u32)| u64::from(rows + 1) * u64::from(columns + 1);
    let most = reach.values().copied().map(cells).max().unwrap_or_default();
    // A sheet that begins where no record does may reach as far as any.
    let all: u64 = named.iter().map(|at| reach.get(at).copied().map_or(most, cells)).sum();
    if all > MOST_CELLS { Err(too_many_rows()) } else { Ok(()) }
}

/// Walks the tables of an .ods: rows and cells that say how often they are repeated (ODF 1.2, 19.675 and 19.677).
pub(super) fn of_ods(content: impl BufRead) -> Result<(), Problem> {
    let damaged = || Problem::of(ProblemCode::DamagedWorkbook);
    let mut xml = Reader::from_reader(content);
    let mut buffer = Vec::new();
    let mut table = Table::default();
    let mut all = 0u64;
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer).map_err(|_| damaged())? {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "table" => table = Table::default(),
                "table-row" => table.begin_row(repeats(&tag, "number-rows-repeated")),
                "table-cell" | "covered-table-cell" => {
                    table.cell(repeats(&tag, "number-columns-repeated"), true)?;
                }
                _ => {}
            },
            Event::Empty(tag) => match tag.local_name().as_ref() {
                // A row without a cell is a row all the same.
                "table-row" => table.begin_row(repeats(&tag, "number-rows-repeated")),
                "table-cell" | "covered-table-cell" => {
                    let says = |a: quick_xml::events::attributes::Attribute<'_>| {
                        ["value-type", "formula", "value"].contains(&a.key.local_name().as_ref())
                    };
                    let is_filled = tag.attributes().flatten().any(says);
                    table.cell(repeats(&tag, "number-columns-repeated"), is_filled)?;
                }
                _ => {}
            },
            Event::End(tag) if tag.local_name().as_ref() == "table" => {
                all = all.saturating_add(table.rows.saturating_mul(table.columns));
                if all > MOST_CELLS {
                    return Err(too_many_rows());
                }
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// A table of an .ods up to its last filled cell.
#[derive(Debug, Default)]
struct Table {
    /// Rows up to the last one with a filled cell; columns likewise.
    rows: u64,
    columns: u64,
    /// Rows so far; how often the present one is repeated; cells in it so far.
    seen: u64,
    times: u64,
    cells: u64,
}

impl Table {
    fn begin_row(&mut self, times: u64) {
        self.seen = self.seen.saturating_add(times);
        (self.times, self.cells) = (times, 0);
    }

    fn cell(&mut self, times: u64, is_filled: bool) -> Result<(), Problem> {
        self.cells = self.cells.saturating_add(times);
        if is_filled {
            (self.rows, self.columns) = (self.seen, self.columns.max(self.cells));
            if self.rows > u64::from(MOST_ROWS) {
                return Err(too_many_rows());
            }
            if self.columns > u64::from(MOST_COLUMNS) {
                return Err(too_many_columns());
            }
        }
        Ok(())
    }
}

/// What cannot be read as a number is once: the reader refuses it.
fn repeats(tag: &BytesStart<'_>, name: &str) -> u64 {
    let found = tag.attributes().flatten().find(|a| a.key.local_name().as_ref() == name);
    found.and_then(|a| a.value.as_ref().trim().parse().ok()).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ods(rows: &str) -> Result<(), ProblemCode> {
        let xml = format!("<o:document><table:table>{rows}</table:table></o:document>");
        of_ods(xml.as_bytes()).map_err(|p| p.code)
    }

    #[test]
    fn blank_cells_to_the_end_of_a_sheet_are_nothing() {
        let blank = "<table:table-row table:number-rows-repeated=\"1048575\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";
        let filled =
            "<table:table-row><table:table-cell office:value-type=\"float\" office:value=\"1\"/></table:table-row>";
        assert_eq!(ods(&format!("{filled}{blank}")), Ok(()));
        assert_eq!(ods(&format!("{blank}{filled}")), Err(ProblemCode::TooManyRows), "the last row costs them all");
    }

    #[test]
    fn a_cell_repeated_beyond_all_sheets_is_refused() {
        let cell = |rows: &str, columns: &str| {
            format!(
                "<table:table-row table:number-rows-repeated=\"{rows}\"><table:table-cell table:number-columns-repeated=\"{columns}\"><text:p>x</text:p></table:table-cell></table:table-row>"
            )
        };
        assert_eq!(ods(&cell("100", "20")), Ok(()));
        assert_eq!(ods(&cell("1", "16384")), Err(ProblemCode::TooManyColumns));
        assert_eq!(ods(&cell("1048576", "1")), Err(ProblemCode::TooManyRows));
        assert_eq!(ods(&cell("99999999999999999999", "1")), Ok(()), "no number: the reader says so");
        let tables = cell("20000", "256") + "</table:table><table:table>" + &cell("20000", "256");
        assert_eq!(ods(&tables), Ok(()));
        let three = tables + "</table:table><table:table>" + &cell("1", "1");
        assert_eq!(ods(&three), Err(ProblemCode::TooManyRows));
    }

    #[test]
    fn one_sheet_named_a_thousand_times_is_refused() {
        let record = |kind: u16, data: &[u8]| {
            let length = u16::try_from(data.len()).expect("short").to_le_bytes();
            [&kind.to_le_bytes(), &length, data].concat()
        };
        let file = |sheets: usize| {
            let head = sheets * record(0x85, &[0; 6]).len();
            let at = u32::try_from(head).expect("short").to_le_bytes();
            let sheet = record(0x85, &[at.as_slice(), &[0, 0]].concat());
            let far = record(0x203, &[[0x1f, 0x4e], [0xff, 0]].concat());
            [sheet.repeat(sheets), record(0x809, &[]), far, record(0x0a, &[])].concat()
        };
        assert_eq!(of_xls(&file(1)), Ok(()));
        assert_eq!(of_xls(&file(1000)).map_err(|p| p.code), Err(ProblemCode::TooManyRows));
    }
}
