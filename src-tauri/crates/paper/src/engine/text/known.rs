//! What was set before, so that it is not set again.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::sync::Arc;

use super::Line;
use crate::engine::block::{Paragraph, Stand};
use crate::engine::page::Mm;

/// Lines by all that they depend on.
#[derive(Default)]
pub(super) struct Known(HashMap<String, Kept>);

struct Kept {
    lines: Vec<Arc<Line>>,
    /// Asked for since [`Known::forget_unused`].
    used: bool,
}

impl Known {
    pub(super) fn find(&mut self, key: &str) -> Option<Vec<Arc<Line>>> {
        let kept = self.0.get_mut(key)?;
        kept.used = true;
        Some(kept.lines.clone())
    }

    pub(super) fn keep(&mut self, key: String, lines: Vec<Arc<Line>>) {
        self.0.insert(key, Kept { lines, used: true });
    }

    pub(super) fn forget_unused(&mut self) {
        self.0.retain(|_, kept| std::mem::replace(&mut kept.used, false));
    }
}

/// Numbers to their last digit, and each text after its length: two paragraphs that are set differently never share one.
pub(super) fn key(paragraph: &Paragraph, width: Mm) -> String {
    // What stands around a paragraph does not change its lines.
    let Stand { align, left, first_line, spacing, balanced, before: _, after: _, keep_with_next: _ } = paragraph.stand;
    let mut key = format!("{width} {align:?} {left} {first_line} {spacing} {balanced}");
    for run in &paragraph.runs {
        let (of, text) = (run.set_in, &run.text);
        // A text takes what is written to it.
        let _ = write!(key, " {:?} {} {:?} {} {text}", of.face, of.size, of.ink, text.len());
    }
    key
}
