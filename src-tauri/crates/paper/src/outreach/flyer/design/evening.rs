//! The evening in the largest type, in a solid box; everything else stands back.

use super::super::fit::{Block, Brief, Fit, Rung, arranged, torn};
use super::super::look::{bold, plain, rect};
use super::super::parts::{self, HEADLINE, TIGHT};
use crate::engine::block::{Align, Paragraph, Stand};
use crate::engine::board::{Board, Frame};
use crate::engine::page::{Ink, Item, Mm, Paint};
use crate::engine::text::Typesetter;
use crate::error::Fault;

/// Size of the headline as a share of the evening's.
const HEADLINE_SHARE: f32 = 0.82;

pub(super) fn lay(b: &Brief<'_>, rung: Rung, ts: &mut Typesetter) -> Result<Fit, Fault> {
    let frame = b.frame();
    let large = |text: &str| Paragraph::new(text, bold(rung.display, Ink::White), TIGHT);
    let headline =
        Paragraph::new(&*b.words.headline, bold((rung.display * HEADLINE_SHARE).max(14.0), Ink::Black), HEADLINE);
    // Hours on one line, and no date, no weekday and no word of the headline torn.
    let (days, hours) = (large(&b.words.evenings), large(&b.words.hours));
    if ts.set(&hours, frame.width)?.len() > 1 {
        return Ok(Fit::TooMuch(b.words.hours.clone()));
    }
    if let Some(what) = torn(&[days.clone(), headline.clone()], frame.width, ts)? {
        return Ok(Fit::TooMuch(what));
    }
    let mut blocks = vec![parts::head(b, headline, (b.look.muted(), Ink::Black), ts)?];
    let area = Paragraph::new(&*b.words.area, bold(b.format.area, Ink::White), Stand::PLAIN);
    blocks.push(evening(b, &[area, days, hours], ts)?);
    let steps = b.words.steps(rung.steps);
    if !steps.is_empty() {
        blocks.push(numbered(b, steps, ts)?);
    }
    let beside: Vec<Paragraph> = parts::scan_words(b).into_iter().chain(parts::contact(b)).collect();
    let under = parts::under(b, false, false, ts)?;
    blocks.extend(parts::scan(b, |width, ts| parts::words(&beside, width, ts), &under, ts)?);
    blocks.push(parts::warning(b, ts)?);
    Ok(arranged(&blocks, frame, b.format.gap))
}

/// Solid also for a copier: white on black of this size comes through, and nothing is seen sooner.
fn evening(b: &Brief<'_>, text: &[Paragraph], ts: &mut Typesetter) -> Result<Block, Fault> {
    let width = b.frame().width;
    let mut board = Board::new(ts);
    let above = b.format.margin * 0.3;
    let height = board.height(width, text)? + 2.0 * above;
    let (x, wide) = b.field_sides();
    let frame = Frame { x, y: 0.0, width: wide, height };
    board.items.push(Item::Shape(rect(frame, b.corner()), Paint::Fill(b.look.accent())));
    board.text((0.0, above), width, text)?;
    let says = text.iter().map(Paragraph::text).collect::<Vec<_>>().join(" ");
    Ok(Block { items: board.items, height, says })
}

fn numbered(b: &Brief<'_>, steps: &[String], ts: &mut Typesetter) -> Result<Block, Fault> {
    let width = b.frame().width;
    let mut board = Board::new(ts);
    let (body, accent) = (b.format.body, b.look.accent());
    let ring = body * 0.62;
    let left = ring + body * 0.25;
    let mut y: Mm = 0.0;
    for (step, n) in steps.iter().zip(1..) {
        let text = [Paragraph::new(step, plain(body, Ink::Black), TIGHT)];
        let height = board.height(width - left, &text)?.max(ring);
        let frame = Frame { x: 0.0, y: y + (height - ring) / 2.0, width: ring, height: ring };
        board.items.push(Item::Shape(rect(frame.inset(0.25), ring / 2.0 - 0.25), Paint::Stroke(accent, 0.5)));
        board.label(frame, &format!("{n}"), bold(body.min(ring / 0.5), accent), Align::Centre)?;
        board.framed(Frame { x: left, y, width: width - left, height }, &text)?;
        y += height + b.format.step_gap;
    }
    Ok(Block { items: board.items, height: y - b.format.step_gap, says: steps.join(" ") })
}
