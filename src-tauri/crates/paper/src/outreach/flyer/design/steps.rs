//! The steps with their icons, large and in order; below them a field with the QR and the evening.

use super::super::fit::{Block, Brief, Fit, Rung, arranged, torn};
use super::super::icons;
use super::super::look::bold;
use super::super::parts::{self, HEADLINE, TIGHT};
use super::super::size::LEAST;
use crate::engine::block::Paragraph;
use crate::engine::board::{Board, Frame};
use crate::engine::page::{Ink, Mm, Pt};
use crate::engine::text::Typesetter;
use crate::error::Fault;

/// Size of the evening as a share of the headline's.
const EVENING_SHARE: f32 = 0.68;

pub(super) fn lay(b: &Brief<'_>, rung: Rung, ts: &mut Typesetter) -> Result<Fit, Fault> {
    let frame = b.frame();
    let headline = Paragraph::new(&*b.words.headline, bold(rung.display, b.look.accent()), HEADLINE);
    if let Some(what) = torn(std::slice::from_ref(&headline), frame.width, ts)? {
        return Ok(Fit::TooMuch(what));
    }
    let mut blocks = vec![parts::head(b, headline, (b.look.muted(), Ink::Black), ts)?];
    let steps = b.words.steps(rung.steps);
    if !steps.is_empty() {
        blocks.push(parts::pictured(b, steps, icons::of, true, frame.width, ts)?);
    }
    let largest = (rung.display * EVENING_SHARE).max(b.format.area);
    if let Some(field) = field(b, largest, true, ts)? {
        blocks.push(field);
    } else if let Some(field) = field(b, largest, false, ts)? {
        blocks.push(field);
        let beside: Vec<Paragraph> = parts::scan_words(b).into_iter().chain(parts::contact(b)).collect();
        let beside = |width: Mm, ts: &mut Typesetter| parts::words(&beside, width, ts);
        let under = parts::under(b, false, false, ts)?;
        blocks.extend(parts::scan(b, beside, &under, ts)?);
    } else {
        return Ok(Fit::TooMuch(format!("{} {}", b.words.area, b.words.evenings)));
    }
    blocks.push(parts::warning(b, ts)?);
    Ok(arranged(&blocks, frame, b.format.gap))
}

fn evening_words(b: &Brief<'_>, size: Pt, hours: &str) -> [Paragraph; 3] {
    let ink = b.look.on_field();
    [
        Paragraph::new(&*b.words.area, bold(b.format.body, ink), TIGHT),
        Paragraph::new(&*b.words.evenings, bold(size, ink), TIGHT),
        Paragraph::new(hours, bold(size, ink), TIGHT),
    ]
}

/// The evening on the field, as large as it can stand there; `with_code`: beside the QR, its link and whom to
/// ask under the field. `None`: its words have no room.
fn field(b: &Brief<'_>, largest: Pt, with_code: bool, ts: &mut Typesetter) -> Result<Option<Block>, Fault> {
    let width = b.frame().width;
    let above: Mm = b.format.margin * 0.3;
    let (code, side) = match &b.flyer.link {
        Some(link) if with_code => parts::code(b, link)?,
        _ => (Vec::new(), 0.0),
    };
    let left = if side > 0.0 { side + b.format.margin * 0.45 } else { 0.0 };
    let Some(text) = largest_beside(b, largest, width - left, ts)? else { return Ok(None) };
    let under = if with_code { parts::under(b, true, true, ts)? } else { Vec::new() };
    let mut board = Board::new(ts);
    let inner = board.height(width - left, &text)?.max(side);
    let height = inner + 2.0 * above;
    let (x, wide) = b.field_sides();
    board.items.push(b.look.field(Frame { x, y: 0.0, width: wide, height }, b.corner()));
    board.items.extend(code.iter().map(|i| i.moved(0.0, above + inner - side)));
    board.framed(Frame { x: left, y: above, width: width - left, height: inner }, &text)?;
    let gap = b.format.gap * 0.6;
    let more = if under.is_empty() { 0.0 } else { gap + board.text((0.0, height + gap), width, &under)? };
    let says = text.iter().map(Paragraph::text).collect::<Vec<_>>().join(" ");
    Ok(Some(Block { items: board.items, height: height + more, says }))
}

/// Hours on one line, or each of them on its own; no date torn.
fn largest_beside(b: &Brief<'_>, largest: Pt, room: Mm, ts: &mut Typesetter) -> Result<Option<[Paragraph; 3]>, Fault> {
    let least = (b.format.body * 0.85).max(LEAST);
    let sizes = [largest, (largest + least) / 2.0, least];
    let apart = b.words.hours.replace("\u{a0}–\u{a0}", "\u{a0}–\n");
    for hours in [&b.words.hours, &apart] {
        for size in sizes {
            let text = evening_words(b, size, hours);
            let lines = ts.set(&text[2], room)?.len();
            if lines == hours.lines().count() && torn(&text[..2], room, ts)?.is_none() {
                return Ok(Some(text));
            }
        }
    }
    Ok(None)
}
