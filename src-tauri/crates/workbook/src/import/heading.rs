//! Finding the heading row: marks, case and extra words do not matter, a title may stand above, and a
//! heading may take two rows when cells are joined.

use std::collections::BTreeMap;

use domain::text::fold;

use super::grid::{Grid, Row, Value};
use super::problem::{Problem, ProblemCode};
use super::source::Tables;

/// Rows in which a heading is looked for: a pasted plan has its text above its table.
const LOOKED_AT: usize = 500;
/// A heading with more words than this is more likely a title.
const MOST_WORDS: usize = 14;

/// What a reader knows of its columns.
pub(crate) struct Wanted<'a, C> {
    /// The column a heading's words name.
    pub(crate) recognise: &'a dyn Fn(&str) -> Option<C>,
    /// Columns a table cannot be without.
    pub(crate) needed: &'a [C],
    /// Besides them, at least one column of this kind.
    pub(crate) some: &'a dyn Fn(&C) -> bool,
    /// The column's name in the office's words.
    pub(crate) word: &'a dyn Fn(&C) -> String,
    /// Everything a column can be, in the order it is offered, with the name it has on the wire.
    pub(crate) fields: &'a [(&'a str, C)],
}

/// A heading row of a grid, recognised.
#[derive(Debug)]
pub(crate) struct Heading<'g, C> {
    pub(crate) grid: &'g Grid,
    /// Place among the grid's rows, and how many rows the heading takes.
    pub(crate) at: usize,
    pub(crate) depth: usize,
    /// Position and text of every heading with the column it names.
    pub(crate) cells: Vec<(usize, String, Option<C>)>,
    /// Position of the running number, which is not read.
    pub(crate) number: Option<usize>,
}

/// Words of a heading: folded, without punctuation.
pub(crate) fn words(text: &str) -> String {
    let folded = fold(text);
    folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Whether `phrase` stands in `words` as whole words.
pub(crate) fn says(words: &str, phrase: &str) -> bool {
    format!(" {words} ").contains(&format!(" {phrase} "))
}

/// Whether any of the phrases stands in `words`.
pub(crate) fn says_any(words: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|p| says(words, p))
}

fn is_running_number(words: &str) -> bool {
    matches!(words, "stt" | "tt" | "so tt" | "so thu tu" | "thu tu" | "no")
}

pub(crate) fn is_title(words: &str) -> bool {
    ["danh sach", "bang ", "bieu ", "phu luc", "ke hoach", "bao cao "].iter().any(|start| words.starts_with(start))
        || words.split(' ').count() > MOST_WORDS
}

impl<'g, C: Clone + Ord> Heading<'g, C> {
    /// Finds the one sheet with the wanted table, as its headings and a person say.
    pub(crate) fn find(tables: &'g Tables, wanted: &Wanted<'_, C>) -> Result<Self, Vec<Problem>> {
        let reading = &tables.reading;
        if reading.sheet.is_none() {
            let whole = tables.grids.iter().filter_map(|g| Self::best(g, wanted)).filter(|h| h.is_whole(wanted));
            let sheets: Vec<&str> = whole.filter_map(|h| h.grid.sheet.as_deref()).collect();
            if sheets.len() > 1 {
                return Err(vec![Problem::of(ProblemCode::SeveralTables).with("sheets", sheets.join(", "))]);
            }
        }
        let heading = Self::seen(tables, wanted).map_err(|problem| vec![problem])?;
        if heading.is_whole(wanted) {
            return heading.without_doubles(wanted);
        }
        let is_said = reading.heading.is_some() || !reading.columns.is_empty();
        let nearest = (is_said || heading.score().0 > 0).then_some(heading);
        Err(vec![missing(nearest, wanted)])
    }

    /// The nearest there is to a heading, whole or not.
    pub(crate) fn seen(tables: &'g Tables, wanted: &Wanted<'_, C>) -> Result<Self, Problem> {
        let reading = &tables.reading;
        let grids: Vec<&Grid> =
            tables.grids.iter().filter(|g| reading.sheet.is_none() || g.sheet == reading.sheet).collect();
        let Some(first) = grids.first() else {
            let sheet = reading.sheet.clone().unwrap_or_default();
            return Err(Problem::of(ProblemCode::SheetMissing).with("sheet", sheet).with("file", &tables.name));
        };
        let best = || {
            let found: Vec<Self> = grids.iter().filter_map(|g| Self::best(g, wanted)).collect();
            let (whole, part): (Vec<Self>, Vec<Self>) = found.into_iter().partition(|h| h.is_whole(wanted));
            whole.into_iter().next().or_else(|| part.into_iter().max_by_key(|h| h.score().0))
        };
        let mut heading = match reading.heading {
            Some(0) => Self::none(first),
            Some(number) => {
                match grids.iter().find_map(|g| Some((*g, g.rows.iter().position(|r| r.number == number)?))) {
                    Some((grid, at)) => Self::at(grid, at, depth_at(grid, at), wanted),
                    None => Self::bare(first, wanted),
                }
            }
            None => best().unwrap_or_else(|| Self::bare(first, wanted)),
        };
        heading.choose(tables, wanted);
        Ok(heading)
    }

    /// No heading is recognised: the first row with several cells.
    fn bare(grid: &'g Grid, wanted: &Wanted<'_, C>) -> Self {
        let filled = |row: &Row| row.cells.iter().filter(|c| !c.is_blank()).count();
        Self::at(grid, grid.rows.iter().position(|r| filled(r) > 1).unwrap_or(0), 1, wanted)
    }

    /// The table has no heading: its first row is a line.
    fn none(grid: &'g Grid) -> Self {
        let cells = (0..width(&grid.rows)).map(|column| (column, String::new(), None)).collect();
        Self { grid, at: 0, depth: 0, cells, number: None }
    }

    /// A column a person named is what they say; whatever heading named the same column gives way.
    fn choose(&mut self, tables: &Tables, wanted: &Wanted<'_, C>) {
        for choice in &tables.reading.columns {
            let column = choice.at as usize;
            let field = choice.field.as_ref().and_then(|id| wanted.fields.iter().find(|(name, _)| name == id));
            let field = field.map(|(_, field)| field.clone());
            if self.number == Some(column) && field.is_some() {
                self.number = None;
            }
            let is_said = |at: usize| tables.reading.columns.iter().any(|c| c.at as usize == at);
            for (at, _, named) in &mut self.cells {
                if field.is_some() && *named == field && !is_said(*at) {
                    *named = None;
                }
            }
            match self.cells.iter_mut().find(|(at, _, _)| *at == column) {
                Some((_, _, named)) => *named = field,
                None if field.is_some() && column < width(&self.grid.rows) => {
                    self.cells.push((column, String::new(), field));
                    self.cells.sort_by_key(|(at, _, _)| *at);
                }
                None => {}
            }
        }
    }

    /// The row of a grid that names most of the wanted columns.
    pub(crate) fn best(grid: &'g Grid, wanted: &Wanted<'_, C>) -> Option<Self> {
        let mut best: Option<Self> = None;
        for at in 0..grid.rows.len().min(LOOKED_AT) {
            for depth in 1..=depth_at(grid, at) {
                let heading = Self::at(grid, at, depth, wanted);
                let is_better = match &best {
                    Some(best) => heading.score() > best.score(),
                    None => heading.score().0 > 0,
                };
                if is_better {
                    best = Some(heading);
                }
            }
        }
        best
    }

    fn at(grid: &'g Grid, at: usize, depth: usize, wanted: &Wanted<'_, C>) -> Self {
        let rows = &grid.rows[at..(at + depth).min(grid.rows.len())];
        let width = width(rows);
        let mut heading = Self { grid, at, depth, cells: Vec::new(), number: None };
        for column in 0..width {
            let text = shown(grid, rows, column);
            let words = words(&text);
            if is_running_number(&words) {
                heading.number = heading.number.or(Some(column));
            } else if !text.is_empty() {
                let named = if is_title(&words) { None } else { (wanted.recognise)(&text) };
                heading.cells.push((column, text, named));
            }
        }
        heading
    }

    /// More columns first; among equals the one whose headings are short, then the earlier.
    fn score(&self) -> (usize, bool) {
        let named: Vec<&(usize, String, Option<C>)> = self.cells.iter().filter(|(_, _, c)| c.is_some()).collect();
        let distinct: std::collections::BTreeSet<&C> = named.iter().filter_map(|(_, _, c)| c.as_ref()).collect();
        (
            distinct.len() + usize::from(self.number.is_some() && !distinct.is_empty()),
            named.iter().all(|(_, t, _)| t.split(' ').count() <= 8),
        )
    }

    /// Whether every needed column is there, and some other.
    pub(crate) fn is_whole(&self, wanted: &Wanted<'_, C>) -> bool {
        self.lacks(wanted).is_none() && self.cells.iter().any(|(_, _, c)| c.as_ref().is_some_and(wanted.some))
    }

    fn lacks<'w>(&self, wanted: &'w Wanted<'_, C>) -> Option<&'w C> {
        wanted.needed.iter().find(|need| !self.cells.iter().any(|(_, _, c)| c.as_ref() == Some(*need)))
    }

    fn without_doubles(self, wanted: &Wanted<'_, C>) -> Result<Self, Vec<Problem>> {
        let mut seen: BTreeMap<&C, usize> = BTreeMap::new();
        let mut problems = Vec::new();
        let row = self.grid.rows[self.at].number;
        for (column, _, named) in &self.cells {
            let Some(named) = named else { continue };
            if let Some(other) = seen.insert(named, *column) {
                problems.push(
                    Problem::at(ProblemCode::ColumnTwice, &self.grid.place(row, *column))
                        .with("column", (wanted.word)(named))
                        .with("other", self.grid.place(row, other).cell),
                );
            }
        }
        if problems.is_empty() { Ok(self) } else { Err(problems) }
    }
}

fn width(rows: &[Row]) -> usize {
    rows.iter().map(|r| r.cells.len()).max().unwrap_or(0)
}

/// Two rows are tried where cells of the first are joined.
fn depth_at(grid: &Grid, at: usize) -> usize {
    let number = grid.rows[at].number;
    let joined = grid.merges.iter().any(|m| m.first.0 == number && m.columns() * m.rows() as usize > 1);
    let next = grid.rows.get(at + 1).is_some_and(|r| r.number == number + 1);
    if joined && next { 2 } else { 1 }
}

/// The heading over a column: of one row its own cell, of two rows both texts, joined cells included.
fn shown(grid: &Grid, rows: &[Row], column: usize) -> String {
    match rows {
        [only] => only.cells.get(column).map(Value::shown).unwrap_or_default(),
        _ => {
            let mut texts: Vec<String> =
                rows.iter().map(|r| grid.seen(r, column).shown()).filter(|t| !t.is_empty()).collect();
            texts.dedup();
            texts.join(" ")
        }
    }
}

fn missing<C: Clone + Ord>(nearest: Option<Heading<'_, C>>, wanted: &Wanted<'_, C>) -> Problem {
    let Some((heading, lacks)) = nearest.and_then(|h| h.lacks(wanted).cloned().map(|c| (h, c))) else {
        let needed: Vec<String> = wanted.needed.iter().map(|c| (wanted.word)(c)).collect();
        return Problem::of(ProblemCode::HeadingMissing).with("need", needed.join("”, “"));
    };
    let seen: Vec<&str> =
        heading.cells.iter().map(|(_, text, _)| text.as_str()).filter(|text| !text.is_empty()).collect();
    let row = heading.grid.rows[heading.at].number;
    Problem::at(ProblemCode::ColumnMissing, &heading.grid.row_place(row))
        .with("need", (wanted.word)(&lacks))
        .with("seen", seen.join("; "))
}
