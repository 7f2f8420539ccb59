//! Labels with an empty cell beside or below them: "Tổng số hộ đã gặp: ____".

use super::area_table::Region;
use super::{Found, Page, Plan};
use crate::fill::cells::At;
use crate::fill::figure::{Amount, Figure, named_by};
use crate::fill::{FoundBy, WhyLeft};
use crate::import::is_title;

/// A label with more words than this is a sentence.
const MOST_WORDS: usize = 14;
/// A text over more columns than this is a title.
const WIDEST: u32 = 4;

impl Plan<'_> {
    pub(super) fn by_label(&mut self, n: usize, table: Option<Region>) {
        for (at, text) in self.pages[n].labels(table) {
            let asked: Option<(Amount, String)> = match named_by(&text) {
                Some(name) => {
                    let about = self.answers.named.get(name).map(|named| named.about.clone()).unwrap_or_default();
                    Some((self.answers.of_name(name), about))
                }
                None => match self.answers.recognise(&text) {
                    None | Some(Figure::Area | Figure::State) => None,
                    Some(figure) => Some((self.answers.of_ward(figure), self.answers.about(figure))),
                },
            };
            let page = &self.pages[n];
            let Some((amount, about)) = asked else {
                // Only what ends like a label was surely meant to be filled in.
                if text.ends_with(':') && page.cell_of(at).is_some() {
                    self.leave(Some(page.place(at)), &text, WhyLeft::NotRecognised);
                }
                continue;
            };
            if let Some(cell) = page.cell_of(at) {
                let found = Found { by: FoundBy::Label, words: &text, about, area: None };
                self.put(n, cell, &amount, &found);
            } else if let Some(formula) = page.formula_of(at) {
                self.leave(Some(page.place(formula)), &text, WhyLeft::Formula);
            }
        }
    }
}

impl Page {
    /// Texts that may be labels, with their places.
    fn labels(&self, table: Option<Region>) -> Vec<(At, String)> {
        let Some(grid) = &self.grid else { return Vec::new() };
        let mut labels = Vec::new();
        for row in &grid.rows {
            for (column, value) in (0u32..).zip(&row.cells) {
                let at = (row.number - 1, column);
                let crate::import::Value::Text(text) = value else { continue };
                let within = |t: Region| (t.first.0..=t.last.0).contains(&at.0) && at.1 <= t.last.1;
                if !self.sheet.has_formula(at) && !table.is_some_and(within) && self.is_label(at, text) {
                    labels.push((at, text.clone()));
                }
            }
        }
        labels
    }

    fn is_label(&self, at: At, text: &str) -> bool {
        let is_wide = self.sheet.merge(at).is_some_and(|(first, last)| last.1 - first.1 >= WIDEST);
        let is_shouted = text.chars().any(char::is_alphabetic) && !text.chars().any(char::is_lowercase);
        !is_wide && !is_shouted && text.split(' ').count() <= MOST_WORDS && !is_title(&crate::import::words(text))
    }

    /// The empty cell a label speaks of: at its right, or below it where labels stand side by side.
    fn cell_of(&self, at: At) -> Option<At> {
        let (right, below) = self.neighbours(at);
        let beside_another = at.1 > 0 && self.is_text((at.0, at.1 - 1));
        if !beside_another && self.is_free(right) {
            return Some(right);
        }
        // Below a label that has its figure at the right there is nothing of it.
        let is_heading = beside_another || self.is_text(right);
        (is_heading && self.is_free(below)).then_some(below)
    }

    fn formula_of(&self, at: At) -> Option<At> {
        let (right, below) = self.neighbours(at);
        [right, below].into_iter().find(|cell| self.sheet.has_formula(*cell))
    }

    fn neighbours(&self, at: At) -> (At, At) {
        let (first, last) = self.sheet.merge(at).unwrap_or((at, at));
        ((first.0, last.1 + 1), (last.0 + 1, first.1))
    }

    /// Whether a cell holds words: no number, and no "II" or "a)" before a line.
    fn is_text(&self, at: At) -> bool {
        self.text(self.sheet.anchor(at)).chars().filter(|c| c.is_alphabetic()).count() > 3
    }
}
