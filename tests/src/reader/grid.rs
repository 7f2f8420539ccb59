//! Strokes put together to tables: level rules that share their sides are the rows' edges, upright ones the
//! columns'.

use super::lines::Line;
use super::{Mm, Page, Stroke};

const NEAR: Mm = 0.4;

/// What of a table stands on one page.
#[derive(Debug, Clone, PartialEq)]
pub struct Grid {
    /// From 0.
    pub page: usize,
    pub left: Mm,
    pub right: Mm,
    /// The edges of its rows, from above; one more than there are rows.
    pub edges: Vec<Mm>,
    /// The edges of its columns, one more than there are columns.
    pub sides: Vec<Mm>,
}

impl Grid {
    #[must_use]
    pub fn top(&self) -> Mm {
        self.edges[0]
    }

    #[must_use]
    pub fn foot(&self) -> Mm {
        self.edges[self.edges.len() - 1]
    }

    #[must_use]
    pub fn holds(&self, line: &Line) -> bool {
        line.page == self.page
            && line.base > self.top()
            && line.base < self.foot()
            && line.left > self.left - NEAR
            && line.right < self.right + NEAR
    }

    /// The row a line stands in, from 0.
    #[must_use]
    pub fn row(&self, line: &Line) -> Option<usize> {
        if !self.holds(line) {
            return None;
        }
        self.edges.windows(2).position(|e| line.base > e[0] && line.base <= e[1])
    }

    /// Which of a table's lines stand in a row, in the order they are drawn.
    #[must_use]
    pub fn in_row<'a>(&self, row: usize, lines: &'a [Line]) -> Vec<&'a Line> {
        lines.iter().filter(|l| self.row(l) == Some(row)).collect()
    }

    #[must_use]
    pub fn rows(&self) -> usize {
        self.edges.len() - 1
    }
}

/// The tables of a page from above: three level rules or more, as wide as each other, joined by upright ones.
#[must_use]
pub fn grids(page: &Page, number: usize) -> Vec<Grid> {
    let mut uprights: Vec<(Mm, Mm, Mm)> = page
        .strokes
        .iter()
        .filter(|s| s.is_upright() && s.length() > 1.0)
        .map(|s| (s.top(), s.foot(), s.middle()))
        .collect();
    uprights.sort_by(|a, b| a.0.total_cmp(&b.0));
    // Stretches of the page that upright strokes cover without a gap.
    let mut covered: Vec<(Mm, Mm)> = Vec::new();
    for (top, foot, _) in &uprights {
        match covered.last_mut() {
            Some((_, end)) if *top <= *end + NEAR => *end = end.max(*foot),
            _ => covered.push((*top, *foot)),
        }
    }
    covered.into_iter().filter_map(|(top, foot)| grid(page, number, top, foot, &uprights)).collect()
}

fn grid(page: &Page, number: usize, top: Mm, foot: Mm, uprights: &[(Mm, Mm, Mm)]) -> Option<Grid> {
    let inside = |y: Mm| y > top - NEAR && y < foot + NEAR;
    let sides = merged(uprights.iter().filter(|(t, f, _)| inside(*t) && inside(*f)).map(|(.., x)| *x).collect());
    let (left, right) = (*sides.first()?, *sides.last()?);
    let wide = page.strokes.iter().filter(|s| s.is_level() && inside(s.top()));
    let edges = merged(wide.filter(|s| s.left() < left + NEAR && s.right() > right - NEAR).map(Stroke::top).collect());
    (edges.len() > 1 && sides.len() > 1).then_some(Grid { page: number, left, right, edges, sides })
}

/// In order, those that lie on each other once.
fn merged(mut all: Vec<Mm>) -> Vec<Mm> {
    all.sort_by(f32::total_cmp);
    all.dedup_by(|b, a| (*b - *a).abs() < NEAR);
    all
}
