//! Which cell of a table covers which squares; what is laid out and what goes to Word agree through this.

use crate::engine::block::{Cell, Paragraph, Row};
use crate::error::Fault;

/// How many of these rows stand and fall with the first.
pub(crate) fn tied(rows: &[Row]) -> usize {
    let mut to = 1;
    let mut row = 0;
    while row < to && row < rows.len() {
        to = rows[row].iter().map(|cell| row + cell.down).fold(to, usize::max);
        row += 1;
    }
    to.min(rows.len())
}

/// A cell and the tracks and rows it covers.
#[derive(Debug)]
pub(crate) struct Placed<'a> {
    pub(crate) cell: &'a Cell,
    pub(crate) row: usize,
    pub(crate) track: usize,
    pub(crate) across: usize,
    pub(crate) down: usize,
}

/// Which cell covers which square of some rows.
#[derive(Debug)]
pub(crate) struct Grid<'a> {
    pub(crate) cells: Vec<Placed<'a>>,
    /// By row and track; `None` where nothing stands.
    pub(crate) squares: Vec<Vec<Option<usize>>>,
}

impl<'a> Grid<'a> {
    /// Cells in order, each in the first free track.
    ///
    /// # Errors
    /// A row has more cells than the table has tracks: none is left out silently.
    pub(crate) fn of(rows: &'a [Row], tracks: usize) -> Result<Self, Fault> {
        let mut grid = Self { cells: Vec::new(), squares: vec![vec![None; tracks]; rows.len()] };
        for (row, cells) in rows.iter().enumerate() {
            let mut track = 0;
            for cell in cells {
                let free = |t: &usize| grid.squares[row][*t].is_none();
                let (Some(first), across) = ((track..tracks).find(free), cell.across) else {
                    return Err(Fault::Overflow { what: words(cell) });
                };
                let down = cell.down.min(rows.len() - row);
                let squares = || (row..row + down).flat_map(move |r| (first..first + across).map(move |t| (r, t)));
                if first + across > tracks || squares().any(|(r, t)| grid.squares[r][t].is_some()) {
                    return Err(Fault::Overflow { what: words(cell) });
                }
                for (r, t) in squares() {
                    grid.squares[r][t] = Some(grid.cells.len());
                }
                grid.cells.push(Placed { cell, row, track: first, across, down });
                track = first + across;
            }
        }
        Ok(grid)
    }
}

fn words(cell: &Cell) -> String {
    cell.paragraphs.iter().map(Paragraph::text).collect::<Vec<_>>().join(" ")
}
