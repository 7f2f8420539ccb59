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
        let size = LEAST.max(b.format.imprint);
        let words = [Paragraph::new(words, bold(size, ink), Stand { align: Align::Centre, ..TIGHT })];
        let height = board.height(width - 4.0, &words)? + 1.6;
        let frame = Frame { x: 0.0, y: 0.0, width, height };
        board.items.push(Item::Shape(rect(frame.inset(0.15), 0.0), Paint::Stroke(ink, 0.3)));
        board.text((2.0, 0.8), width - 4.0, &words)?;
        y = height + 1.0 + b.format.gap * 0.2;
    }
    let says = headline.text();
    let headline = Paragraph { stand: Stand { before: b.format.gap / 3.0, ..headline.stand }, ..headline };
    let paragraphs = [Paragraph::new(&*b.words.issuer, plain(b.format.imprint, muted), Stand::PLAIN), headline];
    let height = y + board.text((0.0, y), width, &paragraphs)?;
    Ok(Block { items: board.items, height, says })
}

/// The QR on white with its quiet zone, its top left at the corner, and the side of the white.
pub(super) fn code(b: &Brief<'_>, link: &str) -> Result<(Vec<Item>, Mm), Fault> {
    /// Thickness of the frame, which stands outside the quiet zone.
    const FRAME: Mm = 0.4;
    let bare = qr(link, Mending::Medium, (0.0, 0.0), b.format.qr, b.format.module)?;
    #[expect(clippy::cast_precision_loss, reason = "four modules")]
    let edge = bare.module * QUIET as f32 + FRAME;
    let side = b.format.qr + 2.0 * edge;
    let frame = Frame { x: 0.0, y: 0.0, width: side, height: side };
    let items = vec![
        Item::Shape(rect(frame, 0.0), Paint::Fill(Ink::White)),
        Item::Shape(rect(frame.inset(FRAME / 2.0), 0.0), Paint::Stroke(b.look.accent(), FRAME)),
        Item::Qr(bare).moved(edge, edge),
    ];
    Ok((items, side))
}

/// The QR with a block beside it and words under it. Without a confirmed link the block alone over the words;
/// `None` if there is nothing of it.
pub(super) fn scan(
    b: &Brief<'_>,
    beside: impl Fn(Mm, &mut Typesetter) -> Result<Option<Block>, Fault>,
    under: &[Paragraph],
    ts: &mut Typesetter,
) -> Result<Option<Block>, Fault> {
    let width = b.frame().width;
    let mut items = Vec::new();
    let mut height: Mm = 0.0;
    let mut says = String::new();
    let left = match &b.flyer.link {
        Some(link) => {
            let (code, side) = code(b, link)?;
            items.extend(code);
            height = side;
            side + b.format.margin * 0.45
        }
        None => 0.0,
    };
    if let Some(block) = beside(width - left, ts)? {
        // The QR stays above its link; what is beside it stands in the middle.
        let down = (block.height - height).max(0.0);
        height = height.max(block.height);
        items = items.iter().map(|i| i.moved(0.0, down)).collect();
        items.extend(block.items.iter().map(|i| i.moved(left, (height - block.height) / 2.0)));
        says = block.says;
    }
    if !under.is_empty() {
        let mut board = Board::new(ts);
        let gap = if height > 0.0 { b.format.gap * 0.25 } else { 0.0 };
        let more = board.text((0.0, height + gap), width, under)?;
        items.extend(board.items);
        height += gap + more;
    }
    Ok((height > 0.0).then_some(Block { items, height, says }))
}

/// Paragraphs as a block; `None` if there are none.
pub(super) fn words(paragraphs: &[Paragraph], width: Mm, ts: &mut Typesetter) -> Result<Option<Block>, Fault> {
    if paragraphs.is_empty() {
        return Ok(None);
    }
    let mut board = Board::new(ts);
    let height = board.text((0.0, 0.0), width, paragraphs)?;
    let says = paragraphs.iter().map(Paragraph::text).collect::<Vec<_>>().join(" ");
    Ok(Some(Block { items: board.items, height, says }))
}

/// The link in text, and under it whom to ask. `named`: what the link is for stands before it, or above it
/// where the link would be broken: whoever types it must not wonder whether it goes on.
pub(super) fn under(
    b: &Brief<'_>,
    named: bool,
    with_contact: bool,
    ts: &mut Typesetter,
) -> Result<Vec<Paragraph>, Fault> {
    let mut said = Vec::new();
    if let Some(link) = &b.flyer.link {
        let set_in = plain(b.format.link, Ink::Black);
        let named_in = bold(b.format.link, b.look.accent());
        let before = format!("{}: ", b.words.scan);
        let on_one = two((&before, named_in), (link, set_in), Stand::PLAIN);
        let fits = ts.set(&on_one, b.frame().width)?.len() == 1;
        match (named, fits) {
            (true, true) => said.push(on_one),
            (true, false) => {
                said.push(Paragraph::new(before.trim_end(), named_in, Stand::PLAIN));
                said.push(Paragraph::new(link, set_in, Stand::PLAIN));
            }
            (false, _) => said.push(Paragraph::new(link, set_in, Stand::PLAIN)),
        }
    }
    said.extend(contact(b).filter(|_| with_contact));
    Ok(said)
}

/// What the QR is for, as a headline of its own.
pub(super) fn scan_words(b: &Brief<'_>) -> Option<Paragraph> {
    b.flyer.link.as_ref().map(|_| Paragraph::new(&*b.words.scan, bold(b.format.body, b.look.accent()), TIGHT))
}

/// Whom to ask: the office, never a person.
pub(super) fn contact(b: &Brief<'_>) -> Option<Paragraph> {
    let size = b.format.warning;
    let line = b.flyer.contact_line.as_ref()?;
    let stand = Stand { before: b.format.gap * 0.3, ..TIGHT };
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
    // Seen from where the words are read.
    let line = (b.format.margin * 0.05).max(0.6);
    board
        .items
        .push(Item::Shape(rect(frame.inset(line / 2.0), b.format.margin * 0.25), Paint::Stroke(Ink::Black, line)));
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
    width: Mm,
    ts: &mut Typesetter,
) -> Result<Block, Fault> {
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
        let figure = [Paragraph::new(format!("{n}"), numeral, Stand::PLAIN)];
        let high = if numbered { board.height(numerals * 1.2, &figure)? } else { 0.0 };
        let height = board.height(width - left, &text)?.max(side).max(high);
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
            board.framed(room, &figure)?;
        } else {
            board.items.extend(icon(step).within(frame, b.look.accent()));
        }
        board.framed(Frame { x: left, y, width: width - left, height }, &text)?;
        y += height + b.format.step_gap;
    }
    Ok(Block { items: board.items, height: (y - b.format.step_gap).max(0.0), says: steps.join(" ") })
}
