//! A schedule whose columns were lost on the way, as when a page of a PDF is copied: `10 Ngày 20/11/2024
//! 1 Ngô Thì Nhậm`. The last date of a line ends its dates; what follows is the area.

use domain::date::parse;
use domain::text::fold;

use super::grid::{Grid, Row, Value};
use super::source::Tables;

/// The lines of a text without columns as a table with them; none if the text has columns.
pub(crate) fn lines(tables: &Tables) -> Option<Tables> {
    let [grid] = &tables.grids[..] else { return None };
    let has_columns = grid.rows.iter().any(|r| r.cells.iter().filter(|c| !c.is_blank()).count() > 1);
    if grid.sheet.is_some() || has_columns {
        return None;
    }
    let heading = ["STT", "Thời gian", "Địa bàn"].map(Value::text).to_vec();
    let mut rows = vec![Row { number: 0, cells: heading }];
    let mut open: Option<(String, String)> = None;
    for row in &grid.rows {
        let text = row.cells.iter().map(Value::shown).collect::<String>();
        let Some(line) = split(&text) else {
            // A line without a date is the area of the line before it, or not of the table.
            if let Some((number, days)) = open.take() {
                rows.push(cells(row.number, &number, &days, &text));
            }
            continue;
        };
        let (number, days) = match open.take() {
            Some((number, before)) => (number, format!("{before} {}", line.days)),
            None => (line.number, line.days),
        };
        if line.area.is_empty() {
            open = Some((number, days));
        } else {
            rows.push(cells(row.number, &number, &days, &line.area));
        }
    }
    if let Some((number, days)) = open {
        let last = grid.rows.last().map_or(0, |r| r.number);
        rows.push(cells(last, &number, &days, ""));
    }
    let grid = Grid { sheet: None, epoch: None, rows, merges: Vec::new(), whole_lines: true };
    (grid.rows.len() > 1).then(|| Tables {
        name: tables.name.clone(),
        grids: vec![grid],
        reading: tables.reading.clone(),
    })
}

fn cells(line: u32, number: &str, days: &str, area: &str) -> Row {
    // A line that lost its number has one all the same: nothing here continues the line above.
    let number = if number.is_empty() { "-" } else { number };
    Row { number: line, cells: [number, days, area].map(Value::text).to_vec() }
}

struct Line {
    number: String,
    days: String,
    area: String,
}

fn split(text: &str) -> Option<Line> {
    let words: Vec<&str> = text.split(' ').collect();
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_ascii_digit()).to_owned();
    let Some(last) = words.iter().rposition(|w| parse(&bare(w), None).is_some()) else {
        // Something like a date that is none must be told, not passed over.
        let is_like_a_date = words.iter().any(|w| bare(w).contains('/'));
        return is_like_a_date.then(|| Line { number: String::new(), days: text.to_owned(), area: text.to_owned() });
    };
    let is_number = words[0].trim_end_matches('.').parse::<u16>().is_ok()
        && words.get(1).is_some_and(|w| {
            parse(&bare(w), None).is_some() || ["ngay", "thu", "tu", "toi"].contains(&fold(w).as_str())
        });
    let (number, days) = words[..=last].split_at(usize::from(is_number && last > 0));
    let area = words[last + 1..].join(" ");
    Some(Line {
        number: number.concat(),
        days: days.join(" "),
        area: area.trim_start_matches([':', ';', ',', '-', '–', '|', ' ']).to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_split_after_its_last_date() {
        let line = split("10 Ngày 20/11/2024 1 Ngô Thì Nhậm").expect("a line with a date");
        assert_eq!(
            (line.number.as_str(), line.days.as_str(), line.area.as_str()),
            ("10", "Ngày 20/11/2024", "1 Ngô Thì Nhậm")
        );
        let line = split("3. Ngày 11/11/2024 Ngày 12/11/2024: Cầu Đơ 4").expect("a line with a date");
        assert_eq!((line.days.as_str(), line.area.as_str()), ("Ngày 11/11/2024 Ngày 12/11/2024:", "Cầu Đơ 4"));
        assert!(split("Địa bàn tổ dân phố").is_none());
    }
}
