//! Evenings as leaves of a calendar: the weekday on the coloured head, the day in large figures, month and
//! year at the foot.

use domain::NaiveDate;
use domain::date::weekday;
use domain::text::capitalised;

use super::super::fit::{Block, Brief};
use super::super::look::{bold, plain, rect};
use super::super::size::LEAST;
use crate::engine::block::{Align, Paragraph, Stand};
use crate::engine::board::{Board, Frame};
use crate::engine::page::{Ink, Item, Mm, Paint, Pt};
use crate::engine::text::Typesetter;
use crate::error::Fault;

/// Leaves side by side, as wide as is asked and the width allows; `None` if they would be too narrow for
/// their words.
pub(super) fn leaves(b: &Brief<'_>, width: Mm, wanted: Mm, ts: &mut Typesetter) -> Result<Option<Block>, Fault> {
    let days = &b.flyer.evenings;
    if days.is_empty() {
        return Ok(None);
    }
    #[expect(clippy::cast_precision_loss, reason = "a handful of evenings")]
    let count = days.len() as f32;
    let gap = b.format.margin * 0.2;
    let side = ((width - gap * (count - 1.0)) / count).min(wanted);
    let words = (side * 0.44).max(LEAST);
    let mut board = Board::new(ts);
    let fits = |board: &mut Board<'_>, text: &str, size: Pt| -> Result<bool, Fault> {
        let text = Paragraph::new(text.replace(' ', "\u{a0}"), bold(size, Ink::Black), Stand::PLAIN);
        Ok(side > 8.0 && !board.typesetter.tears(&[text], side - 1.0)?)
    };
    for day in days {
        if !fits(&mut board, &capitalised(weekday(*day)), words)? || !fits(&mut board, &month(*day), words)? {
            return Ok(None);
        }
    }
    let mut height = 0.0;
    let mut x = 0.0;
    for day in days {
        height = leaf(b, &mut board, *day, (x, side), words)?;
        x += side + gap;
    }
    Ok(Some(Block { items: board.items, height, says: b.words.evenings.clone() }))
}

fn month(day: NaiveDate) -> String {
    day.format("%m/%Y").to_string()
}

/// How wide leaves are that are as wide as asked.
pub(super) fn room(b: &Brief<'_>, wanted: Mm) -> Mm {
    #[expect(clippy::cast_precision_loss, reason = "a handful of evenings")]
    let count = b.flyer.evenings.len() as f32;
    count * wanted + (count - 1.0) * b.format.margin * 0.2
}

/// One leaf; answers its height.
fn leaf(b: &Brief<'_>, board: &mut Board<'_>, day: NaiveDate, (x, side): (Mm, Mm), words: Pt) -> Result<Mm, Fault> {
    let accent = b.look.accent();
    let corner = side * 0.08;
    let (head, foot) = (words * 0.5, words * 0.52);
    let figures = side * 1.45;
    let number = figures * 0.36;
    let height = head + number + foot + side * 0.1;
    let frame = Frame { x, y: 0.0, width: side, height };
    // The head: its lower corners are square.
    board.items.push(Item::Shape(rect(Frame { height: head, ..frame }, corner), Paint::Fill(accent)));
    let lower = Frame { y: head / 2.0, height: head / 2.0, ..frame };
    board.items.push(Item::Shape(rect(lower, 0.0), Paint::Fill(accent)));
    board.items.push(Item::Shape(rect(frame.inset(0.3), corner), Paint::Stroke(accent, 0.6)));
    let at = |y, height| Frame { x, y, width: side, height };
    let name = capitalised(weekday(day)).replace(' ', "\u{a0}");
    tight(board, at(0.0, head), &name, bold(words, Ink::White))?;
    tight(board, at(head + side * 0.02, number), &day.format("%d").to_string(), bold(figures, Ink::Black))?;
    tight(board, at(height - foot - side * 0.05, foot), &month(day), plain(words, Ink::Black))?;
    Ok(height)
}

/// A line in the middle of a frame by its capitals and figures, though its box be higher.
fn tight(board: &mut Board<'_>, frame: Frame, text: &str, set_in: crate::engine::block::Type) -> Result<(), Fault> {
    let paragraph = Paragraph::new(text, set_in, Stand { align: Align::Centre, ..Stand::PLAIN });
    for line in board.typesetter.set(&paragraph, frame.width)? {
        let cap = crate::engine::page::mm(set_in.size) * 0.7;
        let base = frame.y + (frame.height + cap) / 2.0;
        board.items.push(Item::line(frame.x, base - line.ascent, &line));
    }
    Ok(())
}
