//! Strips become pages.

mod fixed;

use crate::engine::block::{Block, Paragraph, Section, Stand};
use crate::engine::page::{Bookmark, Drawing, Item, Mm, Page};
use crate::engine::strip::{Strip, Strips};
use crate::engine::text::Typesetter;
use crate::error::Fault;

/// Rounding that may add up over a page.
const HAIR: Mm = 0.01;

/// Lays a paper out, ready to be drawn.
///
/// # Errors
/// A character without a glyph; something that must stay whole and is larger than a page.
pub(crate) fn drawing(title: String, sections: &[Section], typesetter: &mut Typesetter) -> Result<Drawing, Fault> {
    let mut drawing = Drawing { title, ..Drawing::default() };
    for section in sections {
        let laid = laid(section, typesetter)?;
        let before = drawing.pages.len();
        drawing.bookmarks.extend(laid.bookmarks.into_iter().map(|b| Bookmark { page: before + b.page, ..b }));
        drawing.pages.extend(laid.pages);
    }
    Ok(drawing)
}

/// The pages of a section alone.
///
/// # Errors
/// As [`drawing`].
pub(crate) fn pages(section: &Section, typesetter: &mut Typesetter) -> Result<Vec<Page>, Fault> {
    laid(section, typesetter).map(|laid| laid.pages)
}

struct Laid {
    pages: Vec<Page>,
    bookmarks: Vec<Bookmark>,
}

fn laid(section: &Section, typesetter: &mut Typesetter) -> Result<Laid, Fault> {
    let strips = Strips::of(&section.blocks, section.measure(), typesetter)?;
    let mut band = |blocks: &[Block]| Strips::of(blocks, section.measure(), typesetter).map(|s| s.strips);
    let bands = Bands {
        heads: [band(&section.head.first)?, band(&section.head.others)?],
        feet: [band(&section.foot.first)?, band(&section.foot.others)?],
    };
    let mut column = Column::new(section, &bands);
    let mut from = 0;
    while from < strips.strips.len() {
        let length = strips.strips[from..].iter().take_while(|s| s.keep).count() + 1;
        let to = (from + length).min(strips.strips.len());
        column.place(&strips.strips[from..to], &strips.headers)?;
        from = to;
    }
    let mut laid = column.finish();
    number(section, &mut laid.pages, typesetter)?;
    fixed::put(section, &mut laid.pages)?;
    Ok(laid)
}

/// What stands at head and foot: of the first page, of the others.
struct Bands {
    heads: [Vec<Strip>; 2],
    feet: [Vec<Strip>; 2],
}

/// Pages while they are being filled.
struct Column<'a> {
    section: &'a Section,
    bands: &'a Bands,
    done: Laid,
    page: Page,
    y: Mm,
    /// Where the text must end.
    foot: Mm,
    /// Nothing but the head stands on the page yet.
    fresh: bool,
}

impl<'a> Column<'a> {
    fn new(section: &'a Section, bands: &'a Bands) -> Self {
        let done = Laid { pages: Vec::new(), bookmarks: Vec::new() };
        let mut column = Self { section, bands, done, page: Page::default(), y: 0.0, foot: 0.0, fresh: true };
        column.open();
        column
    }

    fn open(&mut self) {
        self.page = Page { width: self.section.width, height: self.section.height, ..Page::default() };
        let which = usize::from(!self.done.pages.is_empty());
        let (head, foot) = (&self.bands.heads[which], &self.bands.feet[which]);
        // The foot keeps the room above it: it ends at the margin whatever stands on the page.
        self.foot = self.section.height - self.section.margins.bottom - room(foot, false);
        self.y = self.foot;
        for strip in foot {
            self.put(strip, strip.before);
        }
        self.y = self.section.margins.top;
        for (strip, n) in head.iter().zip(0..) {
            self.put(strip, if n == 0 { 0.0 } else { strip.before });
        }
        self.fresh = true;
    }

    fn turn(&mut self) {
        self.done.pages.push(std::mem::take(&mut self.page));
        self.open();
    }

    /// Puts strips that must stand on one page, on this one or the next.
    fn place(&mut self, chunk: &[Strip], headers: &[Strip]) -> Result<(), Fault> {
        if self.y + room(chunk, self.fresh) > self.foot + HAIR && !self.fresh {
            self.turn();
        }
        if self.fresh
            && let Some(header) = chunk.first().and_then(|s| s.header)
        {
            self.put(&headers[header], 0.0);
        }
        if self.y + room(chunk, self.fresh) > self.foot + HAIR {
            return Err(Fault::Overflow { what: words(chunk) });
        }
        for strip in chunk {
            let before = if self.fresh { 0.0 } else { strip.before };
            self.put(strip, before);
            self.fresh = false;
        }
        Ok(())
    }

    fn put(&mut self, strip: &Strip, before: Mm) {
        let (left, top) = (self.section.margins.left, self.y + before);
        self.page.items.extend(strip.items.iter().map(|i| i.moved(left, top)));
        if let Some((level, title)) = &strip.heading {
            let page = self.done.pages.len();
            self.done.bookmarks.push(Bookmark { title: title.clone(), level: *level, page, y: top });
        }
        self.y = top + strip.height;
    }

    fn finish(mut self) -> Laid {
        if !self.fresh || self.done.pages.is_empty() {
            self.done.pages.push(self.page);
        }
        self.done
    }
}

fn room(chunk: &[Strip], fresh: bool) -> Mm {
    let all: Mm = chunk.iter().map(|s| s.before + s.height).sum();
    match chunk.first() {
        Some(first) if fresh => all - first.before,
        _ => all,
    }
}

/// What the highest of the pieces begins with, to name it.
fn words(chunk: &[Strip]) -> String {
    let highest = chunk.iter().max_by(|a, b| a.height.total_cmp(&b.height));
    let all: Vec<String> = highest.iter().flat_map(|s| &s.items).map(Item::words).filter(|w| !w.is_empty()).collect();
    all.join(" ").chars().take(60).collect()
}

/// Page numbers stand in the middle of the top margin, hidden on the first page.
fn number(section: &Section, pages: &mut [Page], typesetter: &mut Typesetter) -> Result<(), Fault> {
    let Some(number) = section.number else { return Ok(()) };
    for (page, n) in pages.iter_mut().zip(1..).skip(1) {
        let text = Paragraph::new(format!("{n}"), number.set_in, Stand::CENTRED);
        for line in typesetter.set(&text, section.measure())? {
            let top = (section.margins.top - line.height) / 2.0;
            page.items.push(Item::line(section.margins.left, top, &line));
        }
    }
    Ok(())
}
