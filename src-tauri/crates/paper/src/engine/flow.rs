//! Strips become pages.

use crate::engine::block::{Paragraph, Section, Stand};
use crate::engine::page::{Item, Mm, Page};
use crate::engine::strip::{Strip, Strips};
use crate::engine::text::Typesetter;
use crate::error::Fault;

/// Rounding that may add up over a page.
const HAIR: Mm = 0.01;

/// Lays a section out.
///
/// # Errors
/// A character without a glyph; something that must stay whole and is larger than a page.
pub(crate) fn pages(section: &Section, typesetter: &mut Typesetter) -> Result<Vec<Page>, Fault> {
    let strips = Strips::of(&section.blocks, section.measure(), typesetter)?;
    let head = section.head.iter().map(|p| Strips::of(&[p.clone().into()], section.measure(), typesetter));
    let head: Vec<Strip> = head.collect::<Result<Vec<_>, _>>()?.into_iter().flat_map(|s| s.strips).collect();
    let mut column = Column::new(section, head);
    let mut from = 0;
    while from < strips.strips.len() {
        let length = strips.strips[from..].iter().take_while(|s| s.keep).count() + 1;
        let to = (from + length).min(strips.strips.len());
        column.place(&strips.strips[from..to], &strips.headers)?;
        from = to;
    }
    let mut pages = column.finish();
    number(section, &mut pages, typesetter)?;
    Ok(pages)
}

impl From<Paragraph> for crate::engine::block::Block {
    fn from(paragraph: Paragraph) -> Self {
        Self::Paragraph(paragraph)
    }
}

/// Pages while they are being filled.
struct Column<'a> {
    section: &'a Section,
    head: Vec<Strip>,
    done: Vec<Page>,
    page: Page,
    y: Mm,
    /// Nothing but the head stands on the page yet.
    fresh: bool,
}

impl<'a> Column<'a> {
    fn new(section: &'a Section, head: Vec<Strip>) -> Self {
        let mut column = Self { section, head, done: Vec::new(), page: Page::default(), y: 0.0, fresh: true };
        column.open();
        column
    }

    fn open(&mut self) {
        self.page = Page { width: self.section.width, height: self.section.height, ..Page::default() };
        self.y = self.section.margins.top;
        for strip in self.head.clone() {
            self.put(&strip, 0.0);
        }
        self.fresh = true;
    }

    fn turn(&mut self) {
        self.done.push(std::mem::take(&mut self.page));
        self.open();
    }

    fn foot(&self) -> Mm {
        self.section.height - self.section.margins.bottom
    }

    /// Puts strips that must stand on one page, on this one or the next.
    fn place(&mut self, chunk: &[Strip], headers: &[Strip]) -> Result<(), Fault> {
        if self.y + room(chunk, self.fresh) > self.foot() + HAIR && !self.fresh {
            self.turn();
        }
        if self.fresh
            && let Some(header) = chunk.first().and_then(|s| s.header)
        {
            self.put(&headers[header], 0.0);
        }
        if self.y + room(chunk, self.fresh) > self.foot() + HAIR {
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
        self.y = top + strip.height;
    }

    fn finish(mut self) -> Vec<Page> {
        if !self.fresh || self.done.is_empty() {
            self.done.push(self.page);
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
