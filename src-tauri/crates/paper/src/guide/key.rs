//! Keys look like keys: a frame around their letters, put once lines are set and nothing moves any more. Pictures have
//! one too, because a screen is as light as paper.

use crate::engine::block::Type;
use crate::engine::page::{Ink, Item, Mm, Page, Paint, Shape, mm};
use crate::engine::text::Line;

const FRAME: Ink = Ink::Colour(0xb0, 0xa9, 0x99);
const STROKE: Mm = 0.2;
const RADIUS: Mm = 0.8;
/// From the letters to the frame at the sides.
const BESIDE: Mm = 0.5;

/// Frames every stretch of this type.
pub(super) fn put_caps(page: &mut Page, key: &Type) {
    let caps: Vec<Item> = page
        .items
        .iter()
        .filter_map(|item| match item {
            Item::Text { x, y, line } => Some((*x, *y, line)),
            _ => None,
        })
        .flat_map(|(x, y, line)| stretches(line, key).into_iter().map(move |(from, to)| cap(x + from, x + to, y, key)))
        .collect();
    page.items.extend(caps);
}

/// Frames every picture.
pub(super) fn frame_pictures(page: &mut Page) {
    let frame = |item: &Item| match item {
        Item::Image { x, y, width, height, .. } => {
            let shape = Shape::Rect { x: *x, y: *y, width: *width, height: *height, radius: RADIUS };
            Some(Item::Shape(shape, Paint::Stroke(FRAME, STROKE)))
        }
        _ => None,
    };
    let frames: Vec<Item> = page.items.iter().filter_map(frame).collect();
    page.items.extend(frames);
}

/// Where each stretch of letters of this type begins and ends, from the left edge of the paragraph.
fn stretches(line: &Line, key: &Type) -> Vec<(Mm, Mm)> {
    let mut found: Vec<(Mm, Mm)> = Vec::new();
    let mut is_open = false;
    for (i, word) in line.words.iter().enumerate() {
        let is_key = word.set_in == *key;
        if is_key {
            let to = line.words.get(i + 1).map_or(line.right, |next| next.x);
            match found.last_mut().filter(|_| is_open) {
                Some(last) => last.1 = to,
                None => found.push((word.x, to)),
            }
        }
        is_open = is_key;
    }
    found
}

/// Around letters from the height of their capitals and marks to their tails.
fn cap(from: Mm, to: Mm, base: Mm, key: &Type) -> Item {
    let (top, foot) = (base - mm(key.size) * 0.98, base + mm(key.size) * 0.3);
    let (x, width) = (from - BESIDE, to - from + 2.0 * BESIDE);
    let frame = Shape::Rect { x, y: top, width, height: foot - top, radius: RADIUS };
    Item::Shape(frame, Paint::Stroke(FRAME, STROKE))
}
