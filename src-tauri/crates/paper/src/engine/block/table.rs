//! Tables: a grid of tracks, rows of cells that may cover several of them.

use super::{Align, Paragraph, Stand, Type};
use crate::engine::page::Mm;

/// A column of a table's grid.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Track {
    pub(crate) width: Mm,
    /// How the words of [`Cell::words`] stand in it.
    pub(crate) align: Align,
}

impl Track {
    pub(crate) const fn new(width: Mm, align: Align) -> Self {
        Self { width, align }
    }
}

/// Paragraphs, centred from top to bottom.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Cell {
    pub(crate) paragraphs: Vec<Paragraph>,
    /// Tracks it covers, at least one.
    pub(crate) across: usize,
    /// Rows it covers, at least one. Rows tied so stand on one page.
    pub(crate) down: usize,
    /// Its paragraphs stand as its first track says.
    pub(crate) by_track: bool,
}

/// Cells from the left; tracks that a cell of a row above covers are passed over, tracks left over stay empty.
/// A row whose words keep with the next (`Stand::keep_with_next`) is never the last on a page.
pub(crate) type Row = Vec<Cell>;

impl Cell {
    /// Words that stand as their track says.
    pub(crate) fn words(text: impl Into<String>, set_in: Type) -> Self {
        Self { by_track: true, ..Self::from(Paragraph::new(text, set_in, Stand::PLAIN)) }
    }

    /// The same, over so many tracks.
    pub(crate) fn across(self, tracks: usize) -> Self {
        Self { across: tracks.max(1), ..self }
    }

    /// The same, over so many rows.
    pub(crate) fn down(self, rows: usize) -> Self {
        Self { down: rows.max(1), ..self }
    }
}

impl From<Vec<Paragraph>> for Cell {
    fn from(paragraphs: Vec<Paragraph>) -> Self {
        Self { paragraphs, across: 1, down: 1, by_track: false }
    }
}

impl From<Paragraph> for Cell {
    fn from(paragraph: Paragraph) -> Self {
        vec![paragraph].into()
    }
}

/// Which rules a table has, and how thick they are.
#[cfg_attr(not(test), allow(dead_code, reason = "the engine has it before the first paper that wants it"))]
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Rules {
    None,
    /// Above the first row and below each.
    Rows(Mm),
    /// Around every cell.
    All(Mm),
}

/// A table. Its header stands again on each page it goes on to; no row is ever split.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Table {
    pub(crate) tracks: Vec<Track>,
    /// Rows that stand again on each page.
    pub(crate) header: Vec<Row>,
    pub(crate) rows: Vec<Row>,
    pub(crate) before: Mm,
    pub(crate) rules: Rules,
    /// Room between rule and text, at the sides and above and below.
    pub(crate) padding: (Mm, Mm),
}

impl Table {
    /// Tracks of these widths, words to the left.
    pub(crate) fn tracks(widths: &[Mm]) -> Vec<Track> {
        widths.iter().map(|width| Track::new(*width, Align::Left)).collect()
    }
}
