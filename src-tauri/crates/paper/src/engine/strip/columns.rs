//! Columns side by side.

use super::{Strip, Strips, height, stack};
use crate::engine::block::Columns;
use crate::engine::page::{Item, Mm};
use crate::engine::text::Typesetter;
use crate::error::Fault;

impl Strips {
    pub(super) fn columns(&mut self, columns: &Columns, typesetter: &mut Typesetter) -> Result<(), Fault> {
        let stacks =
            columns.columns.iter().map(|c| stack(&c.paragraphs, c.width, typesetter)).collect::<Result<Vec<_>, _>>()?;
        self.hold_back(columns.holds_back);
        let whole: Vec<Mm> =
            columns.columns.iter().zip(&stacks).filter(|(c, _)| !c.runs_on).map(|(_, s)| height(s)).collect();
        // With nothing that must stay whole, everything does.
        let level = whole
            .iter()
            .copied()
            .reduce(Mm::max)
            .unwrap_or_else(|| stacks.iter().map(|s| height(s)).fold(0.0, Mm::max));
        let (head, tails) = level_strip(columns, &stacks, level);
        self.strips.push(Strip { before: columns.before, ..head });
        self.strips.extend(tails);
        Ok(())
    }

    /// Ties the last strips to what follows until enough lines of the body are among them.
    fn hold_back(&mut self, lines: usize) {
        let mut missing = lines;
        for strip in self.strips.iter_mut().rev() {
            if missing == 0 {
                return;
            }
            strip.keep = true;
            missing -= usize::from(strip.is_body);
        }
    }
}

/// Where the first line of a stack stands, from its top.
fn baseline(stack: &[Strip]) -> Option<Mm> {
    let first = stack.first()?;
    let y = first.items.iter().find_map(|i| if let Item::Text { y, .. } = i { Some(*y) } else { None })?;
    Some(first.before + y)
}

/// One strip with all columns down to `level`, and a strip for each line of a column that runs on below.
fn level_strip(columns: &Columns, stacks: &[Vec<Strip>], level: Mm) -> (Strip, Vec<Strip>) {
    let mut head = Strip { height: level, ..Strip::default() };
    let mut tails: Vec<Strip> = Vec::new();
    let lowest = stacks.iter().filter_map(|s| baseline(s)).fold(0.0, Mm::max);
    let mut x = 0.0;
    for (column, stack) in columns.columns.iter().zip(stacks) {
        // First lines of different sizes stand on one line.
        let mut y = baseline(stack).map_or(0.0, |own| lowest - own);
        for (i, strip) in stack.iter().enumerate() {
            let top = y + strip.before;
            y = top + strip.height;
            if column.runs_on && y > level && i > 0 {
                // The first line goes on where the column stopped, which may be above the foot of the head.
                let before = if tails.is_empty() { top - level } else { strip.before };
                head.keep |= tails.is_empty() && stack[i - 1].keep;
                let items = strip.items.iter().map(|item| item.moved(x, 0.0)).collect();
                tails.push(Strip { before, items, is_body: false, ..strip.clone() });
            } else {
                head.items.extend(strip.items.iter().map(|item| item.moved(x, top)));
                head.height = head.height.max(y);
            }
        }
        x += column.width;
    }
    (head, tails)
}
