//! Pictures at a place of the page.

use crate::engine::block::{Fixed, Section};
use crate::engine::page::{Item, Mm, Page};
use crate::error::Fault;

/// Puts a section's pictures on its pages.
///
/// # Errors
/// Words stand there, or the page ends before it does.
pub(super) fn put(section: &Section, pages: &mut [Page]) -> Result<(), Fault> {
    for fixed in &section.fixed {
        let wanted = if fixed.every_page { pages.len() } else { 1 };
        for page in pages.iter_mut().take(wanted) {
            put_on(page, fixed)?;
        }
    }
    Ok(())
}

fn put_on(page: &mut Page, fixed: &Fixed) -> Result<(), Fault> {
    let drawn = fixed.picture.drawn(fixed.width)?;
    let (left, top) = fixed.at;
    let (right, foot) = (left + drawn.width, top + drawn.height);
    if left < 0.0 || top < 0.0 || right > page.width || foot > page.height {
        return Err(Fault::Overflow { what: String::new() });
    }
    for item in &page.items {
        let Some((x, y, to_x, to_y)) = extent(item) else { continue };
        if x < right && left < to_x && y < foot && top < to_y {
            return Err(Fault::Overflow { what: item.words() });
        }
    }
    page.items.push(drawn.item.moved(left, top));
    Ok(())
}

/// Left, top, right and foot of a line of words.
fn extent(item: &Item) -> Option<(Mm, Mm, Mm, Mm)> {
    match item {
        Item::Text { x, y, line } => {
            let top = y - line.ascent;
            Some((x + line.left, top, x + line.right, top + line.height))
        }
        Item::Shape(..) | Item::Qr(_) | Item::Image { .. } => None,
    }
}
