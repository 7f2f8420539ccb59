//! What every design has: the imprint, the QR with its link, whom to ask, and the warning.

use super::fit::{Block, Brief};
use super::icons::{self, Icon};
use super::look::{bold, plain, rect, tile, two};
use super::size::LEAST;
use super::words::{self, BEWARE, QUESTIONS};
use crate::engine::block::{Align, Paragraph, Stand};
use crate::engine::board::{Board, Frame};
use crate::engine::page::{Ink, Item, Mm, Paint};
use crate::engine::qr::{Mending, QUIET, qr};
use crate::engine::text::Typesetter;
use crate::error::Fault;

pub(super) const TIGHT: Stand = Stand { spacing: 0.95, balanced: true, ..Stand::PLAIN };
pub(super) const HEADLINE: Stand = Stand { spacing: 0.93, balanced: true, ..Stand::PLAIN };

/// That figures are invented, and who speaks; then the headline.
pub(super) fn head(b: &Brief<'_>, headline: Paragraph, inks: (Ink, Ink), ts: &mut Typesetter) -> Result<Block, Fault> {
    let width = b.frame().width;
    let mut board = Board::new(ts);
    let mut y = 0.0;
    let (muted, ink) = inks;
    if let Some(words) = &b.words.illustration {
        let words = [Paragraph::new(words, bold(LEAST, ink), Stand { align: Align::Centre, ..TIGHT })];
        let height = board.height(width - 4.0, &words)? + 1.6;
        let frame = Frame { x: 0.0, y: 0.0, width, height };
        board.items.push(Item::Shape(rect(frame.inset(0.15), 0.0), Paint::Stroke(ink, 0.3)));
        board.text((2.0, 0.8), width - 4.0, &words)?;
        y = height + 1.8;
    }
    let says = headline.text();
    let headline = Paragraph { stand: Stand { before: b.format.gap / 3.0, ..headline.stand }, ..headline };
    let paragraphs = [Paragraph::new(&*b.words.issuer, plain(b.format.imprint, muted), Stand::PLAIN), headline];
    let height = y + board.text((0.0, y), width, &paragraphs)?;
    Ok(Block { items: board.items, height, says })
}

/// The QR on white with its quiet zone, its link in text under it, and words beside it. Without a confirmed
/// link only the words; `None` if there are none.
pub(super) fn scan(b: &Brief<'_>, beside: &[Paragraph], ts: &mut Typesetter) -> Result<Option<Block>, Fault> {
    let width = b.frame().width;
    let mut board = Board::new(ts);
    let says = beside.iter().map(Paragraph::text).collect::<Vec<_>>().join(" ");
    let Some(link) = &b.flyer.link else {
        if beside.is_empty() {
            return Ok(None);
        }
        let height = board.text((0.0, 0.0), width, beside)?;
        return Ok(Some(Block { items: board.items, height, says }));
    };
    /// Thickness of the frame, which stands outside the quiet zone.
    const FRAME: Mm = 0.4;
    let bare = qr(link, Mending::Medium, (0.0, 0.0), b.format.qr, b.format.module)?;
    #[expect(clippy::cast_precision_loss, reason = "four modules")]
    let edge = bare.module * QUIET as f32 + FRAME;
    let side = b.format.qr + 2.0 * edge;
    let left = side + b.format.margin * 0.45;
    let height = board.height(width - left, beside)?.max(side);
    let frame = Frame { x: 0.0, y: height - side, width: side, height: side };
    board.items.push(Item::Shape(rect(frame.inset(FRAME / 2.0), 0.0), Paint::Stroke(b.look.accent(), FRAME)));
    board.items.push(Item::Qr(bare).moved(edge, frame.y + edge));
    board.framed(Frame { x: left, y: 0.0, width: width - left, height }, beside)?;
    let under = [Paragraph::new(link, plain(b.format.link, Ink::Black), Stand::PLAIN)];
    let gap = b.format.gap * 0.25;
    let height = height + gap + board.text((0.0, height + gap), width, &under)?;
    Ok(Some(Block { items: board.items, height, says }))
}

/// What the QR is for, as a headline of its own.
pub(super) fn scan_words(b: &Brief<'_>) -> Option<Paragraph> {
    b.flyer.link.as_ref().map(|_| Paragraph::new(&*b.words.scan, bold(b.format.body, b.look.accent()), TIGHT))
}

/// Whom to ask: the office, never a person.
pub(super) fn contact(b: &Brief<'_>) -> Option<Paragraph> {
    let size = b.format.warning;
    let line = b.flyer.contact_line.as_ref()?;
    let stand = Stand { before: b.format.gap * 0.5, spacing: 0.95, ..Stand::PLAIN };
    Some(two((QUESTIONS, bold(size, Ink::Black)), (line, plain(size, Ink::Black)), stand))
}

fn warning_words(b: &Brief<'_>) -> Paragraph {
    let size = b.format.warning;
    let stand = Stand { spacing: 0.95, ..Stand::PLAIN };
    two((BEWARE, bold(size, Ink::Black)), (&words::scam(), plain(size, Ink::Black)), stand)
}

/// The warning in a frame, with a shield.
pub(super) fn warning(b: &Brief<'_>, ts: &mut Typesetter) -> Result<Block, Fault> {
    let width = b.frame().width;
    let mut board = Board::new(ts);
    let words = [warning_words(b)];
    let out = b.outdent();
    let above = b.format.margin * 0.16;
    let shield = b.format.warning * 0.62;
    let left = shield + b.format.margin * 0.3;
    let inner = board.height(width - left, &words)?.max(shield);
    let height = inner + 2.0 * above;
    let frame = Frame { x: -out, y: 0.0, width: width + 2.0 * out, height };
    board.items.push(Item::Shape(rect(frame.inset(0.3), b.format.margin * 0.25), Paint::Stroke(Ink::Black, 0.6)));
    let icon = Frame { x: 0.0, y: (height - shield) / 2.0, width: shield, height: shield };
    board.items.extend(icons::SHIELD.within(icon, Ink::Black));
    board.framed(Frame { x: left, y: above, width: width - left, height: inner }, &words)?;
    Ok(Block { items: board.items, height, says: String::new() })
}

/// Steps with an icon each. `numbered`: the icons stand on squares joined by a line, with numerals.
pub(super) fn pictured(
    b: &Brief<'_>,
    steps: &[String],
    icon: impl Fn(&str) -> Icon,
    numbered: bool,
    ts: &mut Typesetter,
) -> Result<Block, Fault> {
    let width = b.frame().width;
    let mut board = Board::new(ts);
    let side = if numbered { b.format.tile } else { b.format.body * 0.62 };
    let numeral = bold(b.format.body * 1.5, b.look.accent());
    let numerals = if numbered { b.format.body * 0.72 } else { 0.0 };
    let at = side + b.format.margin * if numbered { 0.36 } else { 0.3 };
    let left = at + numerals;
    let mut y = 0.0;
    let mut before: Option<Mm> = None;
    for (step, n) in steps.iter().zip(1..) {
        let text = [Paragraph::new(step, plain(b.format.body, Ink::Black), TIGHT)];
        let height = board.height(width - left, &text)?.max(side);
        let frame = Frame { x: 0.0, y: y + (height - side) / 2.0, width: side, height: side };
        if numbered {
            if let Some(foot) = before {
                let x = side / 2.0;
                board.items.push(Item::Shape(
                    crate::engine::page::Shape::Line { from: (x, foot), to: (x, frame.y) },
                    Paint::Stroke(b.look.accent(), 0.5),
                ));
            }
            before = Some(frame.foot());
            board.items.extend(tile(icon(step), frame, b.look));
            let room = Frame { x: at, y, width: numerals * 1.2, height };
            board.framed(room, &[Paragraph::new(format!("{n}"), numeral, Stand::PLAIN)])?;
        } else {
            board.items.extend(icon(step).within(frame, b.look.accent()));
        }
        board.framed(Frame { x: left, y, width: width - left, height }, &text)?;
        y += height + b.format.step_gap;
    }
    Ok(Block { items: board.items, height: (y - b.format.step_gap).max(0.0), says: steps.join(" ") })
}
