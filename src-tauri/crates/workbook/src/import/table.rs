//! The rows under a heading: which are lines of the table, and what each of their cells holds.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::grid::{Grid, Merge, Row, Value};
use super::heading::{Heading, Wanted, words};
use super::problem::{Place, Problem};
use super::reading::{ColumnLook, FieldLook, Look, possible_headings};
use super::source::Tables;

/// What became of a column, so that a person sees it before anything is taken over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ColumnUse {
    /// As the table has it.
    pub heading: String,
    /// What it was taken for, in the office's words; none if it is not used.
    pub taken_for: Option<String>,
}

/// Why a row is no line of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WhyLeftOut {
    Total,
    RepeatedHeading,
    /// "Ví dụ: …", as the office's own template has one.
    Example,
    /// A title between, a note below, a signature.
    Note,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LeftOut {
    pub place: Place,
    pub why: WhyLeftOut,
    /// The first words of the row.
    pub text: String,
}

/// A table read without a fault.
#[derive(Debug, Clone, PartialEq)]
pub struct Lines<T> {
    pub columns: Vec<ColumnUse>,
    pub lines: Vec<T>,
    pub left_out: Vec<LeftOut>,
}

impl<T> Lines<T> {
    /// The lines, unless there is a fault.
    pub(crate) fn or(self, problems: Vec<Problem>) -> Result<Self, Vec<Problem>> {
        if problems.is_empty() { Ok(self) } else { Err(super::listed(problems)) }
    }
}

/// A recognised table.
#[derive(Debug)]
pub(crate) struct Table<'g, C> {
    grid: &'g Grid,
    columns: BTreeMap<C, usize>,
    number: Option<usize>,
    headings: Vec<(usize, String)>,
    /// Texts that stand over the table or in its heading.
    pub(crate) above: Vec<String>,
    pub(crate) uses: Vec<ColumnUse>,
    body: &'g [Row],
}

impl<'g, C: Clone + Ord> Table<'g, C> {
    pub(crate) fn find(tables: &'g Tables, wanted: &Wanted<'_, C>) -> Result<Self, Vec<Problem>> {
        let heading = Heading::find(tables, wanted)?;
        let grid = heading.grid;
        let body = &grid.rows[(heading.at + heading.depth).min(grid.rows.len())..];
        let above = grid.rows[..heading.at].iter().flat_map(|r| r.cells.iter().map(Value::shown));
        Ok(Self {
            grid,
            number: heading.number,
            columns: heading.cells.iter().filter_map(|(at, _, c)| c.clone().map(|c| (c, *at))).collect(),
            above: heading
                .cells
                .iter()
                .map(|(_, text, _)| text.clone())
                .chain(above)
                .filter(|t| !t.is_empty())
                .collect(),
            uses: heading
                .cells
                .iter()
                .filter(|(_, text, c)| c.is_some() || !text.is_empty())
                .map(|(_, text, c)| ColumnUse { heading: text.clone(), taken_for: c.as_ref().map(wanted.word) })
                .collect(),
            headings: heading.cells.into_iter().map(|(at, text, _)| (at, words(&text))).collect(),
            body,
        })
    }

    /// Every column that was recognised, in order.
    pub(crate) fn columns(&self) -> impl Iterator<Item = &C> {
        self.columns.keys()
    }

    /// The table's lines, and the rows that are none.
    pub(crate) fn rows(&self) -> (Vec<Line<'_, 'g, C>>, Vec<LeftOut>) {
        let (mut lines, mut left_out) = (Vec::new(), Vec::new());
        for (row, i) in self.body.iter().zip(0..) {
            match self.why_left_out(row, i == 0) {
                None => lines.push(Line { table: self, row }),
                Some(why) => {
                    let text: Vec<String> =
                        row.cells.iter().map(Value::shown).filter(|t| !t.is_empty()).take(3).collect();
                    if !text.is_empty() {
                        left_out.push(LeftOut { place: self.grid.row_place(row.number), why, text: text.join(" ") });
                    }
                }
            }
        }
        (lines, left_out)
    }

    fn why_left_out(&self, row: &Row, is_first: bool) -> Option<WhyLeftOut> {
        let own = |column: usize| row.cells.get(column).unwrap_or(&Value::Blank);
        if row.cells.iter().any(is_total) {
            return Some(WhyLeftOut::Total);
        }
        if self.repeats_heading(row) || (is_first && is_column_count(row)) {
            return Some(WhyLeftOut::RepeatedHeading);
        }
        if row.cells.iter().find(|c| !c.is_blank()).is_some_and(|c| words(&c.shown()).starts_with("vi du ")) {
            return Some(WhyLeftOut::Example);
        }
        let filled: Vec<usize> = self.columns.values().copied().filter(|c| !own(*c).is_blank()).collect();
        let seen = self.columns.values().any(|c| !self.grid.seen(row, *c).is_blank());
        let is_title = match filled[..] {
            [only] => self.grid.merge_at(row.number, only).is_some_and(|m| m.columns() > 1),
            _ => false,
        };
        (!seen || is_title).then_some(WhyLeftOut::Note)
    }

    /// Two or more of the headings stand in their own columns again; of a table of one column, that one.
    fn repeats_heading(&self, row: &Row) -> bool {
        let again = |(column, heading): &&(usize, String)| {
            row.cells.get(*column).is_some_and(|cell| !heading.is_empty() && words(&cell.shown()) == *heading)
        };
        self.headings.iter().filter(again).count() >= self.headings.len().clamp(1, 2)
    }
}

/// The table as it lies there, also when it cannot be taken over as it is.
pub(crate) fn look<C: Clone + Ord>(tables: &Tables, wanted: &Wanted<'_, C>) -> Result<Look, Vec<Problem>> {
    let heading = Heading::seen(tables, wanted).map_err(|problem| vec![problem])?;
    let grid = heading.grid;
    let row = grid.rows.get(heading.at).map_or(0, |r| r.number);
    let body = &grid.rows[(heading.at + heading.depth).min(grid.rows.len())..];
    let width = grid.rows.iter().map(|r| r.cells.len()).max().unwrap_or(0);
    let id = |c: &C| wanted.fields.iter().find(|(_, field)| field == c).map(|(id, _)| (*id).to_owned());
    let columns = (0..width).filter_map(|at| {
        let named = heading.cells.iter().find(|(column, _, _)| *column == at);
        let text = named.map(|(_, text, _)| text.clone());
        let text = text.or_else(|| (heading.number == Some(at)).then(|| "STT".to_owned())).unwrap_or_default();
        let field = named.and_then(|(_, _, c)| id(c.as_ref()?));
        // What the office has no purpose for is not shown either.
        let is_hidden = field.is_none() && super::is_personal(&text);
        let examples = if is_hidden { Vec::new() } else { examples(body, at) };
        (!text.is_empty() || !examples.is_empty()).then(|| ColumnLook {
            at: u32::try_from(at).unwrap_or(u32::MAX),
            place: grid.place(row, at),
            heading: text,
            field,
            examples,
        })
    });
    Ok(Look {
        table: tables.name.clone(),
        sheets: tables.grids.iter().filter_map(|g| g.sheet.clone()).collect(),
        sheet: grid.sheet.clone(),
        heading: if heading.depth == 0 { 0 } else { row },
        headings: possible_headings(grid),
        columns: columns.collect(),
        fields: wanted
            .fields
            .iter()
            .map(|(id, c)| FieldLook {
                id: (*id).to_owned(),
                word: (wanted.word)(c),
                needed: wanted.needed.contains(c),
            })
            .collect(),
    })
}

/// The first different values of a column.
fn examples(body: &[Row], at: usize) -> Vec<String> {
    const SHOWN: usize = 3;
    const LOOKED_AT: usize = 50;
    let mut examples: Vec<String> = Vec::new();
    for row in body.iter().take(LOOKED_AT) {
        let text = row.cells.get(at).map(Value::shown).unwrap_or_default();
        if !text.is_empty() && examples.len() < SHOWN && !examples.contains(&text) {
            examples.push(text);
        }
    }
    examples
}

/// "Tổng", "Cộng:", "TỔNG CỘNG": the whole cell says so. A name may begin with the same word.
fn is_total(cell: &Value) -> bool {
    const WORDS: [&str; 8] =
        ["tong", "cong", "tong cong", "tong so", "toan phuong", "toan xa", "tong toan phuong", "tong cong toan phuong"];
    match cell {
        Value::Text(text) => WORDS.contains(&words(text).as_str()),
        _ => false,
    }
}

/// A row `(1) (2) (3)` or `A B 1 2` that numbers the columns.
fn is_column_count(row: &Row) -> bool {
    let texts: Vec<String> = row.cells.iter().map(|c| words(&c.shown())).filter(|t| !t.is_empty()).collect();
    let numbers: Vec<u32> = texts.iter().filter_map(|t| t.parse().ok()).collect();
    let rises = numbers.windows(2).all(|n| n[1] == n[0] + 1);
    texts.len() > 1 && rises && texts.iter().all(|t| t.len() <= 2) && texts.len() <= numbers.len() + 2
}

/// One line of the table.
#[derive(Debug)]
pub(crate) struct Line<'t, 'g, C> {
    table: &'t Table<'g, C>,
    row: &'g Row,
}

/// A cell of a line.
#[derive(Debug, Clone)]
pub(crate) struct Cell<'g> {
    pub(crate) place: Place,
    /// Its own value, or that of the joined cells it is part of.
    pub(crate) value: &'g Value,
    pub(crate) grid: &'g Grid,
    pub(crate) merge: Option<Merge>,
    /// Not the first cell of the joined ones.
    pub(crate) is_covered: bool,
}

impl<'g, C: Clone + Ord> Line<'_, 'g, C> {
    /// The address of a column's cell; of the whole row for a column the table lacks.
    pub(crate) fn place(&self, column: &C) -> Place {
        match self.table.columns.get(column) {
            Some(at) => self.table.grid.place(self.row.number, *at),
            None => self.table.grid.row_place(self.row.number),
        }
    }

    pub(crate) fn cell(&self, column: &C) -> Option<Cell<'g>> {
        let at = *self.table.columns.get(column)?;
        let merge = self.table.grid.merge_at(self.row.number, at).copied();
        Some(Cell {
            place: self.place(column),
            value: self.table.grid.seen(self.row, at),
            grid: self.table.grid,
            merge,
            is_covered: merge.is_some_and(|m| m.first != (self.row.number, at)),
        })
    }

    /// Whether the table numbers its lines, and not this one: it continues the line above.
    pub(crate) fn continues(&self) -> bool {
        self.table.number.is_some_and(|at| self.row.cells.get(at).is_none_or(Value::is_blank))
    }
}
