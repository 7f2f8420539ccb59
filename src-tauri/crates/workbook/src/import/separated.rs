//! Text with separators: CSV files and tables pasted from Excel or Word.

use csv::{ReaderBuilder, Trim};

use super::grid::{Grid, Row, Value};
use super::problem::{Place, Problem, ProblemCode};
use super::{MOST_COLUMNS, MOST_ROWS};

/// Lines looked at to find the separator.
const SAMPLE: usize = 60;
/// A quoted cell over more lines than this is a quotation mark that nobody closed.
const MOST_LINES_IN_A_CELL: usize = 20;

/// The grid of a text.
pub(crate) fn grid(text: &str) -> Result<Grid, Problem> {
    if let Some(rows) = piped(text) {
        return checked(rows, 0);
    }
    let (stated, body, skipped) = stated_separator(text);
    let rows = match stated.or_else(|| sniff(body)) {
        Some(separator) => {
            let quoted = records(body, separator, true);
            let is_swallowed = quoted.iter().any(|r| r.cells.iter().any(|c| c.lines().count() > MOST_LINES_IN_A_CELL));
            let records = if is_swallowed { records(body, separator, false) } else { quoted };
            if separator == b'\t' { rejoined(records) } else { records }
        }
        None => {
            body.lines().zip(1..).map(|(line, number)| Raw { line: number, cells: vec![line.to_owned()] }).collect()
        }
    };
    checked(rows, skipped)
}

/// One line of cells as they stand.
#[derive(Debug, Clone)]
struct Raw {
    line: u32,
    cells: Vec<String>,
}

/// Excel writes `sep=;` as a first line of its own.
fn stated_separator(text: &str) -> (Option<u8>, &str, u32) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    match first.trim().as_bytes() {
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', separator @ (b';' | b',' | b'\t')] => (Some(*separator), rest, 1),
        _ if first.trim_end_matches('\r') == "sep=\t" => (Some(b'\t'), rest, 1),
        _ => (None, text, 0),
    }
}

/// A table drawn with bars, as Markdown has it: `| STT | Thời gian | Địa bàn |`. Lines around it stay whole.
fn piped(text: &str) -> Option<Vec<Raw>> {
    let is_row = |line: &str| line.trim().strip_prefix('|').is_some_and(|rest| rest.contains('|'));
    let is_rule = |line: &str| line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ' | '\t' | '\r'));
    let rows = text.lines().filter(|l| is_row(l)).count();
    if rows < 2 || text.lines().any(|l| is_row(l) && l.contains('\t')) {
        return None;
    }
    let kept = text.lines().zip(1..).filter(|(line, _)| !is_rule(line));
    let cells = |line: &str| -> Vec<String> {
        if !is_row(line) {
            return vec![line.to_owned()];
        }
        let inside = line.trim();
        let inside = inside.strip_prefix('|').unwrap_or(inside);
        let inside = inside.strip_suffix('|').unwrap_or(inside);
        inside.split('|').map(|c| c.replace("**", "")).collect()
    };
    Some(kept.map(|(text, line)| Raw { line, cells: cells(text) }).collect())
}

/// The separator under which the most lines have the same number of cells, more than one. A tab is never
/// part of a sentence, so one line with it is enough; commas and semicolons are, so half the lines must
/// agree.
fn sniff(text: &str) -> Option<u8> {
    let lines: Vec<&str> = text.lines().filter(|l| !l.trim().is_empty()).take(SAMPLE).collect();
    let sample = lines.join("\n");
    let agreeing = |separator: u8| {
        let counts: Vec<usize> =
            records(&sample, separator, true).iter().map(|r| r.cells.len()).filter(|n| *n > 1).collect();
        counts.iter().map(|n| (counts.iter().filter(|m| *m == n).count(), *n)).max().unwrap_or_default()
    };
    if agreeing(b'\t').0 > 0 {
        return Some(b'\t');
    }
    let candidates = [b';', b','].map(|separator| (agreeing(separator), separator));
    candidates
        .into_iter()
        .filter(|((same, _), _)| same * 2 >= lines.len() && *same > 0)
        .max()
        .map(|(_, separator)| separator)
}

fn records(text: &str, separator: u8, quoting: bool) -> Vec<Raw> {
    let mut reader = ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .quoting(quoting)
        .trim(Trim::None)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut lines = LineCounter { text, at: 0, line: 1 };
    for record in reader.records() {
        // Only what is not UTF-8 fails, and this is.
        let Ok(record) = record else { break };
        let start = record.position().map_or(0, csv::Position::byte);
        let line = lines.line_of(usize::try_from(start).unwrap_or(usize::MAX));
        rows.push(Raw { line, cells: record.iter().map(str::to_owned).collect() });
    }
    rows
}

/// Line of a byte, asked in rising order. The reader's own count is off after blank lines.
struct LineCounter<'t> {
    text: &'t str,
    at: usize,
    line: u32,
}

impl LineCounter<'_> {
    fn line_of(&mut self, byte: usize) -> u32 {
        let bytes = self.text.as_bytes();
        let mut to = byte.clamp(self.at, bytes.len());
        // A record may begin with the line ends of blank lines before it.
        while bytes.get(to).is_some_and(|b| *b == b'\n' || *b == b'\r') {
            to += 1;
        }
        self.line += u32::try_from(bytes[self.at..to].iter().filter(|b| **b == b'\n').count()).unwrap_or(0);
        self.at = to;
        self.line
    }
}

/// Word copies a cell of two paragraphs as two lines without quotation marks: `3⇥Ngày 11/11` and
/// `Ngày 12/11⇥Cầu Đơ 4`. Two neighbours that make one row of the usual width together are joined.
fn rejoined(rows: Vec<Raw>) -> Vec<Raw> {
    let usual = usual_width(&rows);
    let mut out: Vec<Raw> = Vec::with_capacity(rows.len());
    for row in rows {
        let is_rest = row.cells.first().is_some_and(|c| !c.trim().is_empty() && c.trim().parse::<u32>().is_err());
        match out.last_mut() {
            Some(before)
                if is_rest
                    && before.cells.len() < usual
                    && before.cells.len() > 1
                    && before.cells.len() + row.cells.len() - 1 <= usual =>
            {
                let mut cells = row.cells.into_iter();
                if let (Some(end), Some(start)) = (before.cells.last_mut(), cells.next()) {
                    end.push(' ');
                    end.push_str(&start);
                }
                before.cells.extend(cells);
            }
            _ => out.push(row),
        }
    }
    out
}

fn usual_width(rows: &[Raw]) -> usize {
    let widths: Vec<usize> = rows.iter().map(|r| r.cells.len()).filter(|n| *n > 1).collect();
    widths.iter().copied().max_by_key(|n| (widths.iter().filter(|m| *m == n).count(), *n)).unwrap_or(0)
}

fn checked(rows: Vec<Raw>, skipped: u32) -> Result<Grid, Problem> {
    /// Longest text a cell may hold; a schedule's cell with its dates is far below.
    const LONGEST_CELL: usize = 4_000;
    if rows.len() > MOST_ROWS as usize {
        return Err(Problem::of(ProblemCode::TooManyRows).with("most", MOST_ROWS));
    }
    let mut grid =
        Grid { sheet: None, epoch: None, rows: Vec::with_capacity(rows.len()), merges: Vec::new(), whole_lines: false };
    for Raw { line, cells } in rows {
        let number = line + skipped;
        if cells.len() > MOST_COLUMNS as usize {
            return Err(Problem::of(ProblemCode::TooManyColumns).with("most", MOST_COLUMNS));
        }
        if let Some(column) = cells.iter().position(|c| c.len() > LONGEST_CELL) {
            let place: Place = grid.place(number, column);
            return Err(Problem::at(ProblemCode::TooLong, &place).with("most", LONGEST_CELL));
        }
        let cells: Vec<Value> = cells.iter().map(|c| Value::text(c)).collect();
        if cells.iter().any(|c| !c.is_blank()) {
            grid.rows.push(Row { number, cells });
        }
    }
    Ok(grid)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<(u32, String)> {
        let grid = grid(text).expect("a grid");
        grid.rows.iter().map(|r| (r.number, r.cells.iter().map(Value::shown).collect::<Vec<_>>().join("|"))).collect()
    }

    #[test]
    fn the_separator_is_found() {
        for (text, row) in [
            ("STT;Địa bàn\n1;Hà Trì 1, 2", "1|Hà Trì 1, 2"),
            ("STT,Địa bàn\n1,\"Hà Trì 1, 2\"", "1|Hà Trì 1, 2"),
            ("STT\tĐịa bàn\n1\tHà Trì 1; 2, 3", "1|Hà Trì 1; 2, 3"),
            ("sep=,\nSTT,Địa bàn\n1,a;b", "1|a;b"),
        ] {
            assert_eq!(shown(text).last().map(|(_, r)| r.as_str()), Some(row), "{text}");
        }
    }

    #[test]
    fn a_table_drawn_with_bars_is_one() {
        let text = "Lịch:\n\n| STT | **Thời gian** | Địa bàn |\n|---|:--:|---|\n| 1 | Ngày 9/11/2024 | Cầu Đơ 1 |\n";
        assert_eq!(
            shown(text),
            [
                (1, "Lịch:".to_owned()),
                (3, "STT|Thời gian|Địa bàn".to_owned()),
                (5, "1|Ngày 9/11/2024|Cầu Đơ 1".to_owned())
            ]
        );
        assert_eq!(shown("a;b|c\nd;e"), [(1, "a|b|c".to_owned()), (2, "d|e".to_owned())]);
    }

    #[test]
    fn lines_keep_their_numbers() {
        let numbers = |text| shown(text).iter().map(|(n, _)| *n).collect::<Vec<_>>();
        assert_eq!(numbers("a;b\r\n\r\n\r\nc;d\r\ne;f"), [1, 4, 5]);
        assert_eq!(numbers("a;\"b\nc\"\nd;e"), [1, 3]);
        assert_eq!(numbers("sep=;\na;b\nc;d"), [2, 3]);
    }

    #[test]
    fn words_two_paragraphs_are_one_cell() {
        let text =
            "STT\tThời gian\tĐịa bàn\n3\tNgày 11/11/2024\nNgày 12/11/2024\tCầu Đơ 4\n4\tNgày 13/11/2024\tCầu Đơ 5";
        assert_eq!(shown(text)[1].1, "3|Ngày 11/11/2024 Ngày 12/11/2024|Cầu Đơ 4");
        assert_eq!(shown(text).len(), 3);
    }

    #[test]
    fn a_quotation_mark_nobody_closed_does_not_swallow_the_table() {
        let lines: String = (1..60).map(|n| format!("{n}\tHà Trì {n}\n")).collect();
        assert_eq!(shown(&format!("STT\tĐịa bàn\n0\t\"Khu A\n{lines}")).len(), 61);
    }
}
