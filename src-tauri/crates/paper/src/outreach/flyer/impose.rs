//! Several flyers on a sheet, and where to cut them.

use super::size::FlyerSize;
use crate::engine::page::{Ink, Item, Mm, Page, Paint, Shape};

/// What the flyers are printed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SheetSize {
    /// As large as the flyer itself, one to a page.
    Own,
    /// As many as an A4 sheet holds: 1 A4, 2 A5, 3 strips, 4 A6.
    A4,
    /// As many as an A3 sheet holds: 1 A3, 2 A4, 4 A5, 6 strips, 8 A6.
    A3,
}

/// How flyers lie on a sheet. Lengths in mm.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Imposition {
    across: u8,
    down: u8,
    /// One flyer after cutting.
    flyer: (Mm, Mm),
    /// How far colour runs beyond a flyer.
    bleed: Mm,
    marks: bool,
}

/// Length of a cutting mark: longer than what printers leave white at the edge.
const MARK: Mm = 7.0;
/// Thickness of a cutting mark.
const THIN: Mm = 0.15;
/// Room a print shop's marks have around the sheet, and how far they keep off the colour.
const ROOM: Mm = 9.0;
const OFF: Mm = 1.5;

impl Imposition {
    /// `None` if not one flyer lies on the sheet.
    pub(super) fn of(size: FlyerSize, sheet: SheetSize, bleed: Mm, marks: bool) -> Option<Self> {
        let flyer = size.extent();
        let (across, down) = match sheet {
            SheetSize::Own => (1, 1),
            SheetSize::A4 => most((210.0, 297.0), flyer)?,
            SheetSize::A3 => most((297.0, 420.0), flyer)?,
        };
        Some(Self { across, down, flyer, bleed, marks })
    }

    /// Flyers on a sheet.
    pub(super) fn count(self) -> usize {
        usize::from(self.across) * usize::from(self.down)
    }

    /// From the page's edge to the first flyer's: none, unless a print shop cuts the sheet.
    pub(super) fn inset(self) -> Mm {
        if self.bleed > 0.0 { self.bleed + if self.marks { ROOM } else { 0.0 } } else { 0.0 }
    }

    /// From one flyer's left or top edge to the next one's: with bleed each has its own.
    fn pitch(self) -> (Mm, Mm) {
        (self.flyer.0 + 2.0 * self.bleed, self.flyer.1 + 2.0 * self.bleed)
    }

    /// The sheet with the same flyer at every place.
    pub(super) fn page(self, items: &[Item]) -> Page {
        let (wide, high) = self.pitch();
        let inset = self.inset();
        let places = |count: u8, pitch: Mm| (0..count).map(move |n| inset + f32::from(n) * pitch);
        let mut all = Vec::with_capacity(items.len() * self.count() + 16);
        for y in places(self.down, high) {
            for x in places(self.across, wide) {
                all.extend(items.iter().map(|i| i.moved(x, y)));
            }
        }
        let end = |count: u8, pitch: Mm, side: Mm| f32::from(count - 1) * pitch + side + 2.0 * inset;
        let (width, height) = (end(self.across, wide, self.flyer.0), end(self.down, high, self.flyer.1));
        if self.marks {
            if self.bleed > 0.0 {
                self.shop_marks(&mut all, (width, height));
            } else {
                self.knife_marks(&mut all, (width, height));
            }
        }
        Page { width, height, underlay: None, items: all }
    }

    /// Marks in the margin at both edges of every flyer, clear of the colour.
    fn shop_marks(self, all: &mut Vec<Item>, (width, height): (Mm, Mm)) {
        let (wide, high) = self.pitch();
        let inset = self.inset();
        let length = ROOM - OFF;
        let edges = |count: u8, pitch: Mm, side: Mm| {
            (0..count).flat_map(move |n| [0.0, side].map(|edge| inset + f32::from(n) * pitch + edge))
        };
        for x in edges(self.across, wide, self.flyer.0) {
            all.extend([cut((x, 0.0), (x, length)), cut((x, height - length), (x, height))]);
        }
        for y in edges(self.down, high, self.flyer.1) {
            all.extend([cut((0.0, y), (length, y)), cut((width - length, y), (width, y))]);
        }
    }

    /// Marks at the paper's edges, and crosses where cuts meet.
    fn knife_marks(self, all: &mut Vec<Item>, (width, height): (Mm, Mm)) {
        let (w, h) = self.flyer;
        let columns: Vec<Mm> = (1..self.across).map(|n| f32::from(n) * w).collect();
        let rows: Vec<Mm> = (1..self.down).map(|n| f32::from(n) * h).collect();
        for &x in &columns {
            all.extend([cut((x, 0.0), (x, MARK)), cut((x, height - MARK), (x, height))]);
        }
        for &y in &rows {
            all.extend([cut((0.0, y), (MARK, y)), cut((width - MARK, y), (width, y))]);
            for &x in &columns {
                let half = MARK / 2.0;
                all.extend([cut((x - half, y), (x + half, y)), cut((x, y - half), (x, y + half))]);
            }
        }
    }
}

/// How many flyers of a size lie on a sheet; `None` if not one does.
#[must_use]
pub fn flyers_on(size: FlyerSize, sheet: SheetSize) -> Option<usize> {
    Imposition::of(size, sheet, 0.0, false).map(Imposition::count)
}

/// How many lie across and down, the sheet standing or lying, whichever holds more; standing if equal.
fn most((width, height): (Mm, Mm), flyer: (Mm, Mm)) -> Option<(u8, u8)> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a handful")]
    let fits = |room: Mm, side: Mm| ((room + 0.1) / side) as u8;
    let ways = [(width, height), (height, width)].map(|(w, h)| (fits(w, flyer.0), fits(h, flyer.1)));
    let count = |(a, d): (u8, u8)| u16::from(a) * u16::from(d);
    let best = if count(ways[1]) > count(ways[0]) { ways[1] } else { ways[0] };
    (count(best) > 0).then_some(best)
}

fn cut(from: (Mm, Mm), to: (Mm, Mm)) -> Item {
    Item::Shape(Shape::Line { from, to }, Paint::Stroke(Ink::Black, THIN))
}
