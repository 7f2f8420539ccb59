//! Tables, and columns side by side, which Word has as tables without rules.

use docx_rs::{
    BorderType, HeightRule, Paragraph as WordParagraph, Table as WordTable, TableBorder, TableBorderPosition,
    TableBorders, TableCell, TableCellMargins, TableLayoutType, TableRow, VAlignType, VMergeType, WidthType,
};

use super::paragraph::paragraph;
use super::{eighths, width};
use crate::engine::block::{Block, Column, Columns, Paragraph, Row, Rules, Stand, Table};
use crate::engine::grid::{Grid, Placed, tied};
use crate::engine::page::Mm;
use crate::engine::text::Typesetter;
use crate::error::Fault;

/// `held`: the last row stays with what follows.
pub(super) fn table(t: &Table, held: bool, typesetter: &mut Typesetter) -> Result<WordTable, Fault> {
    let mut rows = Vec::new();
    for row in group(t, &t.header, true, typesetter)? {
        // The height says nothing: `package` makes the mark of a header row of it.
        rows.push(row.row_height(0.0).height_rule(HeightRule::AtLeast));
    }
    let mut from = 0;
    while from < t.rows.len() {
        let to = from + tied(&t.rows[from..]);
        rows.extend(group(t, &t.rows[from..to], held && to == t.rows.len(), typesetter)?);
        from = to;
    }
    let (side, above) = t.padding;
    let margins = TableCellMargins::new().margin(width(above), width(side), width(above), width(side));
    let widths: Vec<Mm> = t.tracks.iter().map(|t| t.width).collect();
    Ok(fixed(WordTable::new(rows), &widths).set_borders(borders(t.rules)).margins(margins))
}

fn borders(rules: Rules) -> TableBorders {
    use TableBorderPosition::{Bottom, InsideH, InsideV, Left, Right, Top};
    let (positions, thick) = match rules {
        Rules::None => (Vec::new(), 0.0),
        Rules::Rows(thick) => (vec![Top, Bottom, InsideH], thick),
        Rules::All(thick) => (vec![Top, Bottom, Left, Right, InsideH, InsideV], thick),
    };
    let edge =
        |position| TableBorder::new(position).border_type(BorderType::Single).size(eighths(thick)).color("000000");
    positions.into_iter().fold(TableBorders::with_empty(), |all, position| all.set(edge(position)))
}

/// Rows that stand together; the last of them stays with what follows if `held`.
fn group(t: &Table, rows: &[Row], held: bool, typesetter: &mut Typesetter) -> Result<Vec<TableRow>, Fault> {
    let tracks = t.tracks.len();
    let grid = Grid::of(rows, tracks)?;
    let mut made = Vec::new();
    for (r, squares) in grid.squares.iter().enumerate() {
        let keep = held || r + 1 < rows.len();
        let mut cells = Vec::new();
        let mut track = 0;
        while track < tracks {
            let placed = squares[track].map(|i| &grid.cells[i]);
            let across = placed.map_or(1, |p| p.across);
            let whole: Mm = t.tracks[track..track + across].iter().map(|t| t.width).sum();
            let words = match placed {
                Some(p) if p.row == r => stood(t, p),
                _ => Vec::new(),
            };
            let mut made = cell(&words, whole, whole - 2.0 * t.padding.0, keep, typesetter)?;
            if across > 1 {
                made = made.grid_span(across);
            }
            if let Some(p) = placed.filter(|p| p.down > 1) {
                made = made.vertical_merge(if p.row == r { VMergeType::Restart } else { VMergeType::Continue });
            }
            cells.push(made.vertical_align(VAlignType::Center));
            track += across;
        }
        made.push(TableRow::new(cells).cant_split());
    }
    Ok(made)
}

/// A cell's paragraphs as they stand in its track.
fn stood(t: &Table, placed: &Placed<'_>) -> Vec<Paragraph> {
    let mut paragraphs = placed.cell.paragraphs.clone();
    if placed.cell.by_track {
        for p in &mut paragraphs {
            p.stand = Stand { align: t.tracks[placed.track].align, ..p.stand };
        }
    }
    paragraphs
}

fn cell(
    paragraphs: &[Paragraph],
    cell_width: Mm,
    measure: Mm,
    keep: bool,
    typesetter: &mut Typesetter,
) -> Result<TableCell, Fault> {
    let mut cell = TableCell::new().width(width(cell_width), WidthType::Dxa);
    let mut empty = true;
    for p in paragraphs {
        for word in paragraph(p, measure, keep, typesetter)? {
            cell = cell.add_paragraph(word);
            empty = false;
        }
    }
    Ok(if empty { cell.add_paragraph(WordParagraph::new().keep_next(keep)) } else { cell })
}

/// Columns one below the other are the rows of a table without rules.
pub(super) fn columns(level: &[Block], typesetter: &mut Typesetter) -> Result<WordTable, Fault> {
    let mut rows = Vec::new();
    let mut grid = Vec::new();
    for block in level {
        if let Block::Columns(c) = block {
            rows.push(columns_row(c, typesetter)?);
            grid = widths(c);
        }
    }
    let margins = TableCellMargins::new().margin(0, 0, 0, 0);
    Ok(fixed(WordTable::without_borders(rows), &grid).margins(margins))
}

fn columns_row(c: &Columns, typesetter: &mut Typesetter) -> Result<TableRow, Fault> {
    /// A list of recipients longer than this may go on to the next page.
    const LONG: usize = 20;
    let mut cells = Vec::new();
    for column in &c.columns {
        let mut paragraphs = column.paragraphs.clone();
        if let Some(first) = paragraphs.first_mut() {
            first.stand.before += c.before;
        }
        cells.push(cell(&paragraphs, column.width, column.width, false, typesetter)?);
    }
    let row = TableRow::new(cells);
    let long = |column: &Column| column.runs_on && column.paragraphs.len() > LONG;
    Ok(if c.columns.iter().any(long) { row } else { row.cant_split() })
}

pub(super) fn widths(c: &Columns) -> Vec<Mm> {
    c.columns.iter().map(|column| column.width).collect()
}

fn fixed(table: WordTable, widths: &[Mm]) -> WordTable {
    let grid: Vec<usize> = widths.iter().map(|w| width(*w)).collect();
    table.width(grid.iter().sum(), WidthType::Dxa).set_grid(grid).layout(TableLayoutType::Fixed)
}
