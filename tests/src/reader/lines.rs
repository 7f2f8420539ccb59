//! Glyphs put together to lines as a person sees them.

use super::{Glyph, Mm, Page, Pt};

/// The height of Liberation Serif and Times New Roman above the line, below it, and of a single-spaced line, as
/// shares of their size.
pub const ABOVE: f32 = 0.891;
pub const BELOW: f32 = 0.216;
pub const SINGLE: f32 = 1.149;

/// Signs that follow one another on one line of one column.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// From 0.
    pub page: usize,
    pub glyphs: Vec<Glyph>,
    /// Where its letters begin and end; blanks at its ends do not count.
    pub left: Mm,
    pub right: Mm,
    pub base: Mm,
}

impl Line {
    fn of(page: usize, glyphs: Vec<Glyph>) -> Self {
        let seen = || glyphs.iter().filter(|g| !g.text.is_whitespace());
        let left = seen().map(|g| g.left).reduce(f32::min).unwrap_or(glyphs[0].left);
        let right = seen().map(|g| g.right).reduce(f32::max).unwrap_or(glyphs[0].right);
        Self { page, left, right, base: glyphs[0].base, glyphs }
    }

    #[must_use]
    pub fn text(&self) -> String {
        self.glyphs.iter().map(|g| g.text).collect()
    }

    /// The words, a single blank between two.
    #[must_use]
    pub fn words(&self) -> String {
        self.text().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The signs that are seen.
    pub fn seen(&self) -> impl Iterator<Item = &Glyph> {
        self.glyphs.iter().filter(|g| !g.text.is_whitespace())
    }

    /// The largest type in it.
    #[must_use]
    pub fn size(&self) -> Pt {
        self.glyphs.iter().map(|g| g.size).fold(0.0, f32::max)
    }

    #[must_use]
    pub fn is_bold(&self) -> bool {
        self.seen().all(Glyph::is_bold)
    }

    #[must_use]
    pub fn is_italic(&self) -> bool {
        self.seen().all(Glyph::is_italic)
    }

    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.seen().next().is_none()
    }

    #[must_use]
    pub fn middle(&self) -> Mm {
        f32::midpoint(self.left, self.right)
    }

    #[must_use]
    pub fn width(&self) -> Mm {
        self.right - self.left
    }

    /// Where its letters reach up to.
    #[must_use]
    pub fn top(&self) -> Mm {
        self.base - ABOVE * self.size() * super::MM_PER_POINT
    }

    /// Where its letters reach down to.
    #[must_use]
    pub fn foot(&self) -> Mm {
        self.base + BELOW * self.size() * super::MM_PER_POINT
    }
}

/// The lines of a page in the order they are drawn. A line ends where the next sign stands on another, to the
/// left of it, or after a gap that no blank fills: there another column begins.
#[must_use]
pub fn lines(page: &Page, number: usize) -> Vec<Line> {
    /// Signs of one line stand on one base; a column's last sign ends where the next column's is not near.
    const BASE: Mm = 0.15;
    const GAP: Mm = 1.0;
    let mut lines: Vec<Vec<Glyph>> = Vec::new();
    for glyph in &page.glyphs {
        let goes_on = lines.last().and_then(|l| l.last()).is_some_and(|last| {
            let gap = glyph.left - last.right;
            (glyph.base - last.base).abs() < BASE && gap > -GAP && (gap < GAP || last.text.is_whitespace())
        });
        match lines.last_mut() {
            Some(line) if goes_on => line.push(glyph.clone()),
            _ => lines.push(vec![glyph.clone()]),
        }
    }
    lines.into_iter().map(|glyphs| Line::of(number, glyphs)).filter(|l| !l.is_blank()).collect()
}
