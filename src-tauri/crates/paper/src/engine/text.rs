//! Shaping, line breaking and justification. The only file that knows parley, whose interface moves.
//!
//! Only our own faces are registered, each under a name of its own, so that lines break the same on every
//! machine and no face is ever replaced by another.

mod breaks;

use std::sync::Arc;

use parley::fontique::{Blob, Collection, CollectionOptions, FontInfoOverride, FontWeight, SourceCache};
use parley::layout::{BreakReason, IndentOptions};
use parley::style::{FontFamily, FontFamilyName, FontFeatures, FontStyle, LineHeight, OverflowWrap, StyleProperty};
use parley::{Alignment, AlignmentOptions, BaseDirection, FontContext, Layout, LayoutContext};

use crate::engine::block::{Align, Paragraph, Run, Type};
use crate::engine::page::{MM_PER_PT, Mm};
use crate::error::Fault;
use crate::face::Face;

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

    pub(crate) fn text(&self) -> String {
        self.words.iter().map(Word::text).collect::<String>().trim_end().to_owned()
    }
}

/// The one who sets text: fonts and scratch room, made once per paper.
pub(crate) struct Typesetter {
    fonts: FontContext,
    layouts: LayoutContext<RunNo>,
}

/// Which run of the paragraph a glyph came from.
type RunNo = u16;

impl std::fmt::Debug for Typesetter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Typesetter")
    }
}

/// Hair that rounding may add to a line before it counts as too long.
const HAIR: Mm = 0.02;

impl Typesetter {
    pub(crate) fn new() -> Self {
        let mut collection = Collection::new(CollectionOptions { shared: false, system_fonts: false });
        for face in Face::ALL {
            let naming = FontInfoOverride {
                family_name: Some(face.tag()),
                style: Some(FontStyle::Normal),
                weight: Some(FontWeight::NORMAL),
                ..FontInfoOverride::default()
            };
            collection.register_fonts(Blob::new(Arc::new(face.bytes())), Some(naming));
        }
        Self { fonts: FontContext { collection, source_cache: SourceCache::default() }, layouts: LayoutContext::new() }
    }

    /// Sets a paragraph in a column of `width`.
    ///
    /// # Errors
    /// A character without a glyph; a line that is too long although it was broken everywhere.
    pub(crate) fn set(&mut self, paragraph: &Paragraph, width: Mm) -> Result<Vec<Line>, Fault> {
        let runs: Vec<Run> = paragraph
            .runs
            .iter()
            .filter(|r| !r.text.is_empty())
            .map(|r| Run { text: domain::text::nfc(&r.text), ..r.clone() })
            .collect();
        if runs.is_empty() {
            return Ok(Vec::new());
        }
        let stand = paragraph.stand;
        let measure = width - stand.left;
        let text: String = runs.iter().map(|r| r.text.as_str()).collect();
        let mut layout = self.shape(&runs, &text, stand.spacing);
        layout.set_text_indent(stand.first_line / MM_PER_PT, IndentOptions::default());
        layout.break_all_lines(Some(measure / MM_PER_PT));
        if stand.balanced {
            balance(&mut layout, measure / MM_PER_PT);
        }
        layout.align(alignment(stand.align), AlignmentOptions::default());
        // Balanced lines stand in a narrower column, which stands in the wide one as the lines do in it.
        let spare = measure - layout.layout_max_advance() * MM_PER_PT;
        let moved = match stand.align {
            Align::Left | Align::Justify => 0.0,
            Align::Centre => spare / 2.0,
            Align::Right => spare,
        };
        let lines = lines(&layout, &runs, &text, stand.left + moved)?;
        if let Some(long) = lines.iter().find(|l| l.right > width + HAIR) {
            return Err(Fault::Overflow { what: long.text() });
        }
        Ok(lines)
    }

    /// Whether a word of these paragraphs, or what was joined to one, is wider than the column.
    pub(crate) fn tears(&mut self, paragraphs: &[Paragraph], width: Mm) -> Result<bool, Fault> {
        for paragraph in paragraphs {
            if self.set(paragraph, width)?.iter().any(|line| line.torn) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn shape(&mut self, runs: &[Run], text: &str, spacing: f32) -> Layout<RunNo> {
        let mut builder = self.layouts.ranged_builder(&mut self.fonts, text, 1.0, false);
        builder.set_base_direction(BaseDirection::Ltr);
        builder.set_line_break_override(Some(breaks::BREAKS));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        builder.push_default(StyleProperty::LineHeight(LineHeight::MetricsRelative(spacing)));
        // A ligature would stand for two letters; copied text is simpler without, Vietnamese has none.
        builder.push_default(StyleProperty::FontFeatures(FontFeatures::Source("'liga' 0, 'clig' 0".into())));
        // The first run also sets the least height of a line: parley's own default is larger than ours.
        builder.push_default(family(runs[0].set_in.face));
        builder.push_default(StyleProperty::FontSize(runs[0].set_in.size));
        let mut from = 0;
        for (run, no) in runs.iter().zip(0..) {
            let range = from..from + run.text.len();
            from = range.end;
            builder.push(family(run.set_in.face), range.clone());
            builder.push(StyleProperty::FontSize(run.set_in.size), range.clone());
            builder.push(StyleProperty::Brush(no), range);
        }
        builder.build(text)
    }
}

fn family(face: Face) -> StyleProperty<'static, RunNo> {
    StyleProperty::FontFamily(FontFamily::Single(FontFamilyName::Named(face.tag().into())))
}

fn alignment(align: Align) -> Alignment {
    match align {
        Align::Left => Alignment::Left,
        Align::Centre => Alignment::Center,
        Align::Right => Alignment::Right,
        Align::Justify => Alignment::Justify,
    }
}

/// Narrows the column as far as the number of lines stays the same.
fn balance(layout: &mut Layout<RunNo>, measure: f32) {
    let wanted = layout.len();
    if wanted < 2 {
        return;
    }
    let (mut too_narrow, mut good) = (measure / 2.0, measure);
    for _ in 0..12 {
        let middle = (too_narrow + good) / 2.0;
        layout.break_all_lines(Some(middle));
        if layout.len() == wanted { good = middle } else { too_narrow = middle }
    }
    layout.break_all_lines(Some(good));
}

fn lines(layout: &Layout<RunNo>, runs: &[Run], text: &str, left: Mm) -> Result<Vec<Line>, Fault> {
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

#[cfg(test)]
mod tests;
