//! A table of tallies: one sheet a line, its code and its boxes.

use std::collections::BTreeMap;

use domain::form::Indicator;
use domain::tally::{BoxNo, MOST};

use super::cell::{Faults, whole};
use super::grid::Value;
use super::heading::{Wanted, says_any, words};
use super::problem::{Place, Problem, ProblemCode};
use super::reading::Look;
use super::source::Tables;
use super::table::{Line, Lines, Table, look};

/// One sheet of a table. A blank cell is absent: it neither counts as zero nor clears what was keyed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TallyLine {
    pub place: Place,
    /// As the table has it, not yet checked.
    pub code: String,
    pub boxes: Vec<BoxCell>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoxCell {
    pub no: BoxNo,
    pub value: u32,
    pub place: Place,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Column {
    Code,
    Box(BoxNo),
}

impl Column {
    fn word(&self) -> String {
        match self {
            Self::Code => "Mã phiếu".into(),
            Self::Box(no) => format!("Ô {no}"),
        }
    }

    /// A code; a box by its number ("Ô 1", "[1]", "1. Số hộ đến") or by its label alone.
    fn recognise(heading: &str, labels: &[(BoxNo, String)]) -> Option<Self> {
        let words = words(heading);
        if matches!(words.as_str(), "ma" | "code")
            || says_any(&words, &["ma phieu", "ma so phieu", "so phieu", "ma so"])
        {
            return Some(Self::Code);
        }
        let (named, rest) = match words.strip_prefix("o so ").or_else(|| words.strip_prefix("o ")) {
            Some(rest) => (true, rest),
            None => (false, words.as_str()),
        };
        let (first, label) = rest.split_once(' ').unwrap_or((rest, ""));
        if let Ok(no) = first.parse::<BoxNo>() {
            let is_its_label = labels.iter().any(|(other, l)| *other == no && l == label);
            return (named || label.is_empty() || is_its_label).then_some(Self::Box(no));
        }
        let mut same = labels.iter().filter(|(_, l)| *l == words).map(|(no, _)| no);
        match (same.next(), same.next()) {
            (Some(no), None) => Some(Self::Box(no.clone())),
            _ => None,
        }
    }
}

/// The boxes a heading may name by their labels.
fn labels_of<'i>(indicators: impl IntoIterator<Item = &'i Indicator>) -> Vec<(BoxNo, String)> {
    let mut labels: Vec<(BoxNo, String)> = indicators.into_iter().map(|i| (i.no.clone(), words(&i.label))).collect();
    labels.sort();
    labels.dedup();
    labels
}

/// Every box has a field of its own: `code`, `box_1`, `box_10a`.
fn field_names(labels: &[(BoxNo, String)]) -> Vec<(String, Column)> {
    let mut boxes: Vec<&BoxNo> = labels.iter().map(|(no, _)| no).collect();
    boxes.dedup();
    let of_boxes = boxes.into_iter().map(|no| (format!("box_{no}"), Column::Box(no.clone())));
    [("code".to_owned(), Column::Code)].into_iter().chain(of_boxes).collect()
}

/// A table of tallies as it lies there.
///
/// # Errors
/// There is no such sheet.
pub fn look_at_tallies<'i>(
    tables: &Tables,
    indicators: impl IntoIterator<Item = &'i Indicator>,
) -> Result<Look, Vec<Problem>> {
    let labels = labels_of(indicators);
    let names = field_names(&labels);
    let fields: Vec<(&str, Column)> = names.iter().map(|(id, c)| (id.as_str(), c.clone())).collect();
    look(tables, &wanted(&|heading| Column::recognise(heading, &labels), &fields))
}

fn wanted<'a>(recognise: &'a dyn Fn(&str) -> Option<Column>, fields: &'a [(&'a str, Column)]) -> Wanted<'a, Column> {
    Wanted {
        recognise,
        needed: &[Column::Code],
        some: &|column| matches!(column, Column::Box(_)),
        word: &Column::word,
        fields,
    }
}

/// Reads a table of tallies; `indicators` are the boxes of the campaign's forms, for headings that are
/// labels.
///
/// # Errors
/// Every fault of the table with its place; then nothing of it is taken over.
pub fn tallies<'i>(
    tables: &Tables,
    indicators: impl IntoIterator<Item = &'i Indicator>,
) -> Result<Lines<TallyLine>, Vec<Problem>> {
    let labels = labels_of(indicators);
    let names = field_names(&labels);
    let fields: Vec<(&str, Column)> = names.iter().map(|(id, c)| (id.as_str(), c.clone())).collect();
    let recognise = |heading: &str| Column::recognise(heading, &labels);
    let wanted = wanted(&recognise, &fields);
    let table = Table::find(tables, &wanted).map_err(naming_boxes)?;
    let boxes: Vec<BoxNo> = table
        .columns()
        .filter_map(|c| match c {
            Column::Box(no) => Some(no.clone()),
            Column::Code => None,
        })
        .collect();
    let (rows, left_out) = table.rows();
    let mut faults = Faults::default();
    let lines: Vec<TallyLine> = rows.iter().filter_map(|row| tally(row, &boxes, &mut faults)).collect();
    note_doubles(&lines, &mut faults);
    if lines.is_empty() && faults.0.is_empty() {
        faults.note(Problem::of(ProblemCode::EmptyTable).with("file", &tables.name));
    }
    Lines { columns: table.uses, lines, left_out }.or(faults.0)
}

/// A table without boxes lacks them as much as one without codes lacks codes.
fn naming_boxes(problems: Vec<Problem>) -> Vec<Problem> {
    let named = |p: Problem| match p.code {
        ProblemCode::HeadingMissing => p.with("need", "Mã phiếu”, “Ô 1”, “Ô 2"),
        _ => p,
    };
    problems.into_iter().map(named).collect()
}

fn tally(row: &Line<'_, '_, Column>, boxes: &[BoxNo], faults: &mut Faults) -> Option<TallyLine> {
    let code = code(row, faults);
    let mut filled = Vec::new();
    for no in boxes {
        let column = Column::Box(no.clone());
        let value = row.cell(&column).and_then(|c| c.own_count(&column.word(), MOST, faults));
        filled.extend(value.map(|value| BoxCell { no: no.clone(), value, place: row.place(&column) }));
    }
    Some(TallyLine { place: row.place(&Column::Code), code: code?, boxes: filled })
}

/// A code that a table keeps as a number has lost the zeros before it; a code always has seven digits.
fn code(row: &Line<'_, '_, Column>, faults: &mut Faults) -> Option<String> {
    let cell = row.cell(&Column::Code)?;
    let word = Column::Code.word();
    match cell.own(&word, faults) {
        Value::Blank if cell.merge.is_some() => None,
        Value::Blank => {
            faults.note(Problem::at(ProblemCode::Blank, &cell.place).with("column", word));
            None
        }
        Value::Number(n) => match whole(*n) {
            Some(digits) => Some(format!("{digits:07}")),
            None => {
                faults.note(Problem::at(ProblemCode::CodeLength, &cell.place).with("typed", n));
                None
            }
        },
        Value::Failed(text) => {
            faults.at(ProblemCode::CellError, &cell.place, text);
            None
        }
        other => Some(other.shown()),
    }
}

fn note_doubles(lines: &[TallyLine], faults: &mut Faults) {
    let mut seen: BTreeMap<String, &Place> = BTreeMap::new();
    for line in lines {
        let digits: String = line.code.chars().filter(char::is_ascii_digit).take(7).collect();
        if let Some(other) = seen.insert(digits, &line.place) {
            faults.note(
                Problem::at(ProblemCode::CodeTwice, &line.place)
                    .with("code", &line.code)
                    .with("other_cell", &other.cell),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boxes_by_number_or_label() {
        let labels =
            [(BoxNo::number(1), words("Số hộ đến")), (BoxNo::number(5), words("Trong đó có điện thoại thông minh"))];
        let box_of = |text: &str| Column::recognise(text, &labels);
        for text in ["Ô 1", "1", "[1]", "(1)", "ô số 1", "1. Số hộ đến", "Ô 1 - hộ", "Số hộ đến", "SO HO DEN"]
        {
            assert_eq!(box_of(text), Some(Column::Box(BoxNo::number(1))), "{text}");
        }
        assert_eq!(box_of("Mã phiếu"), Some(Column::Code));
        assert_eq!(box_of("Phiếu số"), None);
        assert_eq!(box_of("1 Ngô Thì Nhậm"), None);
        assert_eq!(box_of("10a"), "10a".parse().ok().map(Column::Box));
    }
}
