//! The steps with their icons, large and in order; the evening in a field below them.

use super::super::fit::{Block, Brief, Fit, Rung, arranged, torn};
use super::super::icons;
use super::super::look::bold;
use super::super::parts::{self, HEADLINE, TIGHT};
use crate::engine::block::{Paragraph, Stand};
use crate::engine::board::{Board, Frame};
use crate::engine::page::{Ink, Mm, Pt};
use crate::engine::text::Typesetter;
use crate::error::Fault;

/// Size of the evening as a share of the headline's.
const EVENING_SHARE: f32 = 0.68;

pub(super) fn lay(b: &Brief<'_>, rung: Rung, ts: &mut Typesetter) -> Result<Fit, Fault> {
    let frame = b.frame();
    let headline = Paragraph::new(&*b.words.headline, bold(rung.display, b.look.accent()), HEADLINE);
    let evening = (rung.display * EVENING_SHARE).max(b.format.area);
    let text = evening_words(b, evening);
    if ts.set(&text[2], frame.width)?.len() > 1 {
        return Ok(Fit::TooMuch(b.words.hours.clone()));
    }
    if let Some(what) = torn(&[text[1].clone(), headline.clone()], frame.width, ts)? {
        return Ok(Fit::TooMuch(what));
    }
    let mut blocks = vec![parts::head(b, headline, (b.look.muted(), Ink::Black), ts)?];
    let steps = b.words.steps(rung.steps);
    if !steps.is_empty() {
        blocks.push(parts::pictured(b, steps, icons::of, true, ts)?);
    }
    blocks.push(field(b, &text, ts)?);
    let beside: Vec<Paragraph> = parts::scan_words(b).into_iter().chain(parts::contact(b)).collect();
    blocks.extend(parts::scan(b, &beside, ts)?);
    blocks.push(parts::warning(b, ts)?);
    Ok(arranged(&blocks, frame, b.format.gap))
}

fn evening_words(b: &Brief<'_>, size: Pt) -> [Paragraph; 3] {
    let ink = b.look.on_field();
    [
        Paragraph::new(&*b.words.area, bold(b.format.body, ink), Stand::PLAIN),
        Paragraph::new(&*b.words.evenings, bold(size, ink), TIGHT),
        Paragraph::new(&*b.words.hours, bold(size, ink), TIGHT),
    ]
}

fn field(b: &Brief<'_>, text: &[Paragraph], ts: &mut Typesetter) -> Result<Block, Fault> {
    let width = b.frame().width;
    let mut board = Board::new(ts);
    let above: Mm = b.format.margin * 0.3;
    let height = board.height(width, text)? + 2.0 * above;
    let (x, wide) = b.field_sides();
    board.items.push(b.look.field(Frame { x, y: 0.0, width: wide, height }, b.corner()));
    board.text((0.0, above), width, text)?;
    let says = text.iter().map(Paragraph::text).collect::<Vec<_>>().join(" ");
    Ok(Block { items: board.items, height, says })
}
