//! Shaping, line breaking and justification. The only file that knows parley, whose interface moves.
//!
//! Only our own faces are registered, each under a name of its own, so that lines break the same on every
//! machine and no face is ever replaced by another.

mod breaks;
mod known;
mod lines;

use known::Known;
pub(crate) use lines::{Line, Word};

use std::sync::Arc;

use parley::fontique::{Blob, Collection, CollectionOptions, FontInfoOverride, FontWeight, SourceCache};
use parley::layout::IndentOptions;
use parley::style::{FontFamily, FontFamilyName, FontFeatures, FontStyle, LineHeight, OverflowWrap, StyleProperty};
use parley::{Alignment, AlignmentOptions, BaseDirection, FontContext, Layout, LayoutContext};

use crate::engine::block::{Align, Paragraph, Run, Side};
use crate::engine::page::{MM_PER_PT, Mm};
use crate::error::Fault;
use crate::face::Face;

/// What takes a part of the column at the head of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Beside {
    pub(crate) side: Side,
    pub(crate) width: Mm,
    /// From the top of the first line down.
    pub(crate) height: Mm,
}

/// The one who sets text: fonts, scratch room, and what it has set.
pub(crate) struct Typesetter {
    fonts: FontContext,
    layouts: LayoutContext<RunNo>,
    known: Option<Known>,
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
        let fonts = FontContext { collection, source_cache: SourceCache::default() };
        Self { fonts, layouts: LayoutContext::new(), known: None }
    }

    /// One that sets the same paragraph once: for a batch whose papers say the same words over and over, and for a
    /// text that is laid out again after each edit.
    pub(crate) fn remembering() -> Self {
        Self { known: Some(Known::default()), ..Self::new() }
    }

    /// Forgets what was not wanted since it last forgot.
    pub(crate) fn forget_unused(&mut self) {
        if let Some(known) = &mut self.known {
            known.forget_unused();
        }
    }

    /// Sets a paragraph in a column of `width`.
    ///
    /// # Errors
    /// A character without a glyph; a line that is too long although it was broken everywhere.
    pub(crate) fn set(&mut self, paragraph: &Paragraph, width: Mm) -> Result<Vec<Arc<Line>>, Fault> {
        if self.known.is_none() {
            return self.set_anew(paragraph, width, None);
        }
        let key = known::key(paragraph, width);
        if let Some(lines) = self.known.as_mut().and_then(|known| known.find(&key)) {
            return Ok(lines);
        }
        let lines = self.set_anew(paragraph, width, None)?;
        if let Some(known) = &mut self.known {
            known.keep(key, lines.clone());
        }
        Ok(lines)
    }

    /// The same beside something.
    ///
    /// # Errors
    /// As [`Typesetter::set`].
    pub(crate) fn set_beside(
        &mut self,
        paragraph: &Paragraph,
        width: Mm,
        beside: Option<Beside>,
    ) -> Result<Vec<Arc<Line>>, Fault> {
        match beside {
            None => self.set(paragraph, width),
            beside => self.set_anew(paragraph, width, beside),
        }
    }

    fn set_anew(&mut self, paragraph: &Paragraph, width: Mm, beside: Option<Beside>) -> Result<Vec<Arc<Line>>, Fault> {
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
        let shifts = match beside {
            Some(beside) => break_beside(&mut layout, measure, beside),
            None => {
                layout.break_all_lines(Some(measure / MM_PER_PT));
                if stand.balanced {
                    balance(&mut layout, measure / MM_PER_PT);
                }
                Vec::new()
            }
        };
        layout.align(alignment(stand.align), AlignmentOptions::default());
        // Balanced lines stand in a narrower column, which stands in the wide one as the lines do in it.
        let spare = measure - layout.layout_max_advance() * MM_PER_PT;
        let moved = match stand.align {
            Align::Left | Align::Justify => 0.0,
            Align::Centre => spare / 2.0,
            Align::Right => spare,
        };
        let mut lines = lines::lines(&layout, &runs, &text, stand.left + moved)?;
        for (line, shift) in lines.iter_mut().zip(shifts) {
            line.shift(shift);
        }
        if let Some(long) = lines.iter().find(|l| l.right > width + HAIR) {
            return Err(Fault::Overflow { what: long.text() });
        }
        Ok(lines.into_iter().map(Arc::new).collect())
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

/// Breaks lines beside something and below it; how far each is moved to the right.
fn break_beside(layout: &mut Layout<RunNo>, measure: Mm, beside: Beside) -> Vec<Mm> {
    let mut shifts = Vec::new();
    let mut breaker = layout.break_lines();
    loop {
        #[expect(clippy::cast_possible_truncation, reason = "a paragraph is a few thousand points high")]
        let top = breaker.state().line_y() as f32 * MM_PER_PT;
        let narrow = top < beside.height - HAIR;
        let state = breaker.state_mut();
        state.set_layout_max_advance(measure / MM_PER_PT);
        state.set_line_max_advance(if narrow { measure - beside.width } else { measure } / MM_PER_PT);
        if breaker.break_next().is_none() {
            break;
        }
        shifts.push(if narrow && beside.side == Side::Left { beside.width } else { 0.0 });
    }
    breaker.finish();
    shifts
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

#[cfg(test)]
mod tests;
