//! A question and its answer on a field of colour, over an alley in the evening; the evenings as leaves of a
//! calendar.

use super::super::art;
use super::super::fit::{Block, Brief, Fit, Rung, arranged, torn};
use super::super::icons;
use super::super::look::bold;
use super::super::parts::{self, HEADLINE, TIGHT};
use super::super::size::LEAST;
use super::leaves;
use crate::engine::block::{Paragraph, Stand};
use crate::engine::board::{Board, Frame};
use crate::engine::page::{Ink, Mm, Pt};
use crate::engine::text::Typesetter;
use crate::error::Fault;

pub(super) fn lay(b: &Brief<'_>, rung: Rung, ts: &mut Typesetter) -> Result<Fit, Fault> {
    let frame = b.frame();
    let headline = Paragraph::new(&*b.words.headline, bold(rung.display, b.look.on_field()), HEADLINE);
    if let Some(what) = torn(std::slice::from_ref(&headline), frame.width, ts)? {
        return Ok(Fit::TooMuch(what));
    }
    let mut blocks = vec![field(b, headline, rung.art, ts)?];
    match evening(b, rung, ts)? {
        Ok(block) => blocks.push(block),
        Err(what) => return Ok(Fit::TooMuch(what)),
    }
    let steps = b.words.steps(rung.steps);
    let words: Vec<Paragraph> = parts::scan_words(b).into_iter().chain(parts::contact(b)).collect();
    let beside = |width: Mm, ts: &mut Typesetter| {
        if steps.is_empty() {
            return parts::words(&words, width, ts);
        }
        parts::pictured(b, steps, |_| icons::TICK, false, width, ts).map(Some)
    };
    let named = !steps.is_empty();
    let under = parts::under(b, named, named, ts)?;
    blocks.extend(parts::scan(b, beside, &under, ts)?);
    blocks.push(parts::warning(b, ts)?);
    // The field begins above the text's frame.
    let above = above(b);
    Ok(arranged(&blocks, Frame { y: frame.y - above, height: frame.height + above, ..frame }, b.format.gap))
}

/// How far the field reaches above the text's frame: to the paper's edge if colour runs off it.
fn above(b: &Brief<'_>) -> Mm {
    if b.look.bleed > 0.0 && b.format.hole <= 0.0 { b.frame().y } else { b.outdent() }
}

/// Imprint and headline on the field, the alley at its foot.
fn field(b: &Brief<'_>, headline: Paragraph, with_art: bool, ts: &mut Typesetter) -> Result<Block, Fault> {
    let width = b.frame().width;
    let ink = b.look.on_field();
    let head = parts::head(b, headline, (ink, ink), ts)?;
    let above = above(b);
    let pad = b.format.gap * 0.9;
    let art = if with_art { pad + art::height(width) } else { pad };
    let height = above + head.height + art;
    let (x, wide) = b.field_sides();
    let run_off = if b.format.hole <= 0.0 { b.look.bleed } else { 0.0 };
    let ground = Frame { x, y: -run_off, width: wide, height: height + run_off };
    let mut items = vec![b.look.field(ground, b.corner())];
    items.extend(head.items.iter().map(|i| i.moved(0.0, above)));
    if with_art {
        items.extend(art::alley((0.0, height - art::height(width)), width, ink));
    }
    Ok(Block { items, height, says: head.says })
}

/// Leaves with area and hours beside them, or under them; dates in words if leaves have no room. `Err`: the
/// words that do not fit.
fn evening(b: &Brief<'_>, rung: Rung, ts: &mut Typesetter) -> Result<Result<Block, String>, Fault> {
    let width = b.frame().width;
    let accent = b.look.accent();
    let area = Paragraph::new(&*b.words.area, bold(b.format.area, Ink::Black), TIGHT);
    let wanted = (b.format.tile * 1.35).max(25.0);
    let beside = width - leaves::room(b, wanted) - b.format.margin * 0.5;
    let hours_at =
        |size: Pt| Paragraph::new(&*b.words.hours, bold(size, accent), Stand { before: b.format.gap * 0.3, ..TIGHT });
    let largest = (rung.display * 0.72).max(b.format.area);
    let one_line = |ts: &mut Typesetter, size: Pt, room: Mm| -> Result<bool, Fault> {
        Ok(room > b.format.margin * 2.0
            && ts.set(&hours_at(size), room)?.len() == 1
            && !ts.tears(std::slice::from_ref(&area), room)?)
    };
    // Leaves are higher than words: where there is no room for beauty there is none for them.
    let leaves = if rung.art { leaves::leaves(b, width, wanted, ts)? } else { None };
    if let Some(leaves) = leaves {
        for size in [largest, (largest + b.format.area) / 2.0, b.format.area, (b.format.area * 0.75).max(LEAST)] {
            if !one_line(ts, size, beside)? {
                continue;
            }
            let words = [area.clone(), hours_at(size)];
            let mut board = Board::new(ts);
            let height = board.height(beside, &words)?.max(leaves.height);
            board.framed(Frame { x: width - beside, y: 0.0, width: beside, height }, &words)?;
            let down = (height - leaves.height) / 2.0;
            board.items.extend(leaves.items.iter().map(|i| i.moved(0.0, down)));
            return Ok(Ok(Block { items: board.items, height, says: words_of(b) }));
        }
        let size = b.format.area.max(largest * 0.8);
        if !one_line(ts, size, width)? {
            return Ok(Err(b.words.hours.clone()));
        }
        let hours = hours_at(size);
        let mut board = Board::new(ts);
        let area_height = board.text((0.0, 0.0), width, &[area])? + b.format.gap * 0.5;
        board.items.extend(leaves.items.iter().map(|i| i.moved(0.0, area_height)));
        let under = area_height + leaves.height + b.format.gap * 0.3;
        let height = under + board.text((0.0, under), width, &[hours])?;
        return Ok(Ok(Block { items: board.items, height, says: words_of(b) }));
    }
    let size = largest;
    let (days, hours) = (Paragraph::new(&*b.words.evenings, bold(size, accent), TIGHT), hours_at(size));
    if !one_line(ts, size, width)? {
        return Ok(Err(b.words.hours.clone()));
    }
    if let Some(what) = torn(std::slice::from_ref(&days), width, ts)? {
        return Ok(Err(what));
    }
    let mut board = Board::new(ts);
    let height = board.text((0.0, 0.0), width, &[area, days, hours])?;
    Ok(Ok(Block { items: board.items, height, says: words_of(b) }))
}

fn words_of(b: &Brief<'_>) -> String {
    format!("{} {}", b.words.area, b.words.evenings)
}
