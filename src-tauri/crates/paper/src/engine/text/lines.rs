//! Lines as parley leaves them become words and glyphs with the text each stands for.

use parley::Layout;
use parley::layout::BreakReason;

use super::RunNo;
use crate::engine::block::{Run, Type};
use crate::engine::page::{MM_PER_PT, Mm};
use crate::error::Fault;

/// A glyph and the text it stands for when it is copied.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Glyph {
    pub(crate) id: u16,
    /// From the start of the word, in mm.
    pub(crate) x: Mm,
    pub(crate) text: Box<str>,
}

/// Glyphs of one type up to and with the space that ends them.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Word {
    pub(crate) set_in: Type,
    /// From the left edge of the paragraph.
    pub(crate) x: Mm,
    pub(crate) glyphs: Vec<Glyph>,
}

impl Word {
    pub(crate) fn text(&self) -> String {
        self.glyphs.iter().map(|g| &*g.text).collect()
    }
}

/// A line, measured.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Line {
    /// Where the first and the last visible glyph begin and end, from the left edge of the paragraph.
    pub(crate) left: Mm,
    pub(crate) right: Mm,
    pub(crate) height: Mm,
    /// From the top of the line to the baseline.
    pub(crate) ascent: Mm,
    pub(crate) words: Vec<Word>,
    /// It ends inside a word, for want of a better place.
    pub(crate) torn: bool,
}

impl Line {
    pub(crate) fn width(&self) -> Mm {
        self.right - self.left
    }

    pub(super) fn shift(&mut self, by: Mm) {
        self.left += by;
        self.right += by;
        for word in &mut self.words {
            word.x += by;
        }
    }

    pub(crate) fn text(&self) -> String {
        self.words.iter().map(Word::text).collect::<String>().trim_end().to_owned()
    }
}

pub(super) fn lines(layout: &Layout<RunNo>, runs: &[Run], text: &str, left: Mm) -> Result<Vec<Line>, Fault> {
    layout
        .lines()
        .map(|line| {
            let metrics = line.metrics();
            let mut set = Line {
                left: left + metrics.offset * MM_PER_PT,
                right: 0.0,
                height: metrics.line_height * MM_PER_PT,
                ascent: (metrics.baseline - metrics.block_min_coord) * MM_PER_PT,
                words: Vec::new(),
                torn: line.break_reason() == BreakReason::Emergency,
            };
            let mut x = set.left;
            set.right = x;
            let mut open = false;
            for run in line.runs() {
                for cluster in run.visual_clusters() {
                    let shown = &text[cluster.text_range()];
                    let advance = cluster.advance() * MM_PER_PT;
                    let set_in = runs[usize::from(cluster.style().brush)].set_in;
                    let glyphs: Vec<_> = cluster.glyphs().collect();
                    if shown != "\n" {
                        if !open || set.words.last().is_none_or(|w| w.set_in != set_in) {
                            set.words.push(Word { set_in, x, glyphs: Vec::new() });
                        }
                        for (glyph, shown) in glyphs.iter().zip(shares(shown, glyphs.len())) {
                            let id = found(glyph.id, shown, text, cluster.text_range().start)?;
                            if let Some(word) = set.words.last_mut() {
                                let x = x - word.x + glyph.x * MM_PER_PT;
                                word.glyphs.push(Glyph { id, x, text: as_copied(shown).into() });
                            }
                        }
                    }
                    x += advance;
                    let blank = shown.chars().all(char::is_whitespace);
                    open = !blank;
                    if !blank || shown.contains('\u{a0}') {
                        set.right = x;
                    }
                }
            }
            trim_end(&mut set.words);
            Ok(set)
        })
        .collect()
}

/// Spaces at the end of a line are not drawn.
fn trim_end(words: &mut Vec<Word>) {
    while let Some(word) = words.last_mut() {
        while word.glyphs.last().is_some_and(|g| &*g.text == " ") {
            word.glyphs.pop();
        }
        if word.glyphs.is_empty() {
            words.pop();
        } else {
            return;
        }
    }
}

/// All blanks are copied as plain spaces: one glyph draws them all, and it can stand for one text only.
fn as_copied(text: &str) -> &str {
    if text == "\u{a0}" { " " } else { text }
}

/// Which part of a cluster's text each of its glyphs stands for.
fn shares(text: &str, glyphs: usize) -> impl Iterator<Item = &str> {
    let single = text.chars().count() == glyphs;
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let end = if single { text.chars().next().map_or(0, char::len_utf8) } else { text.len() };
        let (share, after) = text.split_at(end);
        rest = Some(after);
        Some(share)
    })
}

/// Glyph 0 is the box that stands for "no such glyph".
fn found(id: u32, shown: &str, text: &str, at: usize) -> Result<u16, Fault> {
    match u16::try_from(id) {
        Ok(id) if id != 0 => Ok(id),
        _ => Err(Fault::MissingGlyph {
            character: shown.chars().next().unwrap_or('\u{fffd}'),
            near: text[..at].chars().rev().take(12).collect::<Vec<_>>().into_iter().rev().collect::<String>() + shown,
        }),
    }
}
