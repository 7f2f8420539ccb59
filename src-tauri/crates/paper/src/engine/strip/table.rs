//! A table becomes a strip per row, or per group of rows that a cell ties together.

use super::{Strip, Strips, height, put, stack};
use crate::engine::block::{Rules, Stand, Table};
use crate::engine::grid::{Grid, Placed, tied};
use crate::engine::page::{Item, Mm};
use crate::engine::text::Typesetter;
use crate::error::Fault;

impl Strips {
    pub(super) fn table(&mut self, table: &Table, typesetter: &mut Typesetter) -> Result<(), Fault> {
        let mut head = if table.header.is_empty() {
            Strip::default()
        } else {
            group_strip(table, &Grid::of(&table.header, table.tracks.len())?, typesetter)?
        };
        head.items.extend(top_rule(table));
        head.keep = true;
        self.headers.push(head.clone());
        let header = self.headers.len() - 1;
        self.strips.push(Strip { before: table.before, ..head });
        let mut from = 0;
        while from < table.rows.len() {
            let to = from + tied(&table.rows[from..]);
            let strip = group_strip(table, &Grid::of(&table.rows[from..to], table.tracks.len())?, typesetter)?;
            self.strips.push(Strip { header: Some(header), is_body: true, ..strip });
            from = to;
        }
        Ok(())
    }
}

fn group_strip(table: &Table, grid: &Grid<'_>, typesetter: &mut Typesetter) -> Result<Strip, Fault> {
    let (side, above) = table.padding;
    let edges = edges(table.tracks.iter().map(|t| t.width));
    let mut stacks = Vec::new();
    for placed in &grid.cells {
        let width = edges[placed.track + placed.across] - edges[placed.track];
        stacks.push(cell_stack(table, placed, width - 2.0 * side, typesetter)?);
    }
    let rows = edges_of_rows(grid, &stacks, above);
    let mut items = Vec::new();
    for (placed, stack) in grid.cells.iter().zip(&stacks) {
        let (top, foot) = (rows[placed.row], rows[placed.row + placed.down]);
        put(stack, (edges[placed.track] + side, top + (foot - top - height(stack)) / 2.0), &mut items);
    }
    let keep = grid.cells.iter().any(|placed| placed.cell.paragraphs.last().is_some_and(|p| p.stand.keep_with_next));
    items.extend(rules(table, grid, &edges, &rows));
    Ok(Strip { height: rows.last().copied().unwrap_or_default(), items, keep, ..Strip::default() })
}

fn cell_stack(table: &Table, placed: &Placed<'_>, width: Mm, typesetter: &mut Typesetter) -> Result<Vec<Strip>, Fault> {
    if !placed.cell.by_track {
        return stack(&placed.cell.paragraphs, width, typesetter);
    }
    let mut paragraphs = placed.cell.paragraphs.clone();
    for p in &mut paragraphs {
        p.stand = Stand { align: table.tracks[placed.track].align, ..p.stand };
    }
    stack(&paragraphs, width, typesetter)
}

/// Where each of a row of lengths begins, and the last one ends.
fn edges(lengths: impl Iterator<Item = Mm>) -> Vec<Mm> {
    let mut at = 0.0;
    let mut edges = vec![at];
    for length in lengths {
        at += length;
        edges.push(at);
    }
    edges
}

/// As high as the highest cell of one row; what a cell over several rows needs more, the last of them gives.
fn edges_of_rows(grid: &Grid<'_>, stacks: &[Vec<Strip>], above: Mm) -> Vec<Mm> {
    let mut heights = vec![2.0 * above; grid.squares.len()];
    let mut cells: Vec<_> = grid.cells.iter().zip(stacks).collect();
    cells.sort_by_key(|(placed, _)| placed.down);
    for (placed, stack) in cells {
        let rows = &mut heights[placed.row..placed.row + placed.down];
        let missing = height(stack) + 2.0 * above - rows.iter().sum::<Mm>();
        if let Some(last) = rows.last_mut() {
            *last += missing.max(0.0);
        }
    }
    edges(heights.into_iter())
}

fn top_rule(table: &Table) -> Option<Item> {
    let (Rules::Rows(thick) | Rules::All(thick)) = table.rules else { return None };
    let width = table.tracks.iter().map(|t| t.width).sum();
    Some(Item::rule((0.0, thick / 2.0), (width, thick / 2.0), thick))
}

/// Rules between the cells and below them, kept inside the width of the table.
fn rules(table: &Table, grid: &Grid<'_>, edges: &[Mm], rows: &[Mm]) -> Vec<Item> {
    let mut rules = Vec::new();
    let (tracks, count) = (edges.len() - 1, rows.len() - 1);
    let (upright, thick) = match table.rules {
        Rules::None => return rules,
        Rules::Rows(thick) => (false, thick),
        Rules::All(thick) => (true, thick),
    };
    let half = thick / 2.0;
    let (width, foot) = (edges[tracks], rows[count]);
    // Two squares of one cell have no rule between them, nor have two empty ones.
    if upright {
        for (t, x) in edges.iter().enumerate() {
            let x = x.clamp(half, width - half);
            let wanted = |r: &usize| t == 0 || t == tracks || grid.squares[*r][t - 1] != grid.squares[*r][t];
            for (from, to) in stretches(count, wanted) {
                rules.push(Item::rule((x, rows[from]), (x, rows[to]), thick));
            }
        }
    }
    for (r, below) in rows.iter().enumerate().skip(1) {
        let y = if r == count { foot - half } else { below - half };
        let wanted = |t: &usize| r == count || grid.squares[r - 1][*t] != grid.squares[r][*t];
        for (from, to) in stretches(tracks, wanted) {
            rules.push(Item::rule((edges[from], y), (edges[to], y), thick));
        }
    }
    rules
}

/// Runs of wanted numbers below `count`, from and up to.
fn stretches(count: usize, wanted: impl Fn(&usize) -> bool) -> Vec<(usize, usize)> {
    let mut stretches: Vec<(usize, usize)> = Vec::new();
    for n in (0..count).filter(wanted) {
        match stretches.last_mut() {
            Some((_, to)) if *to == n => *to = n + 1,
            _ => stretches.push((n, n + 1)),
        }
    }
    stretches
}
