//! What a flyer is printed with: one accent colour, or black alone so that it survives the photocopier.

use super::icons::Icon;
use crate::engine::block::{Paragraph, Run, Stand, Type};
use crate::engine::board::Frame;
use crate::engine::page::{Ink, Item, Mm, Paint, Pt, Shape};
use crate::face::Face;

/// What the paper will go through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Inks {
    /// A colour printer or a print shop.
    Colour,
    /// Pure black on white, no greys and no large black areas: still read after a photocopier.
    Copier,
}

/// The jade of the program's own screens, and its pale tint.
const JADE: Ink = Ink::Colour(0x0e, 0x6a, 0x5b);
const PALE: Ink = Ink::Colour(0xe3, 0xf0, 0xec);
const MUTED: Ink = Ink::Colour(0x56, 0x60, 0x64);

/// Inks, and how far fields of colour run beyond the finished edge.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Look {
    pub(super) inks: Inks,
    pub(super) bleed: Mm,
}

impl Look {
    pub(super) fn colour(self) -> bool {
        self.inks == Inks::Colour
    }

    pub(super) fn accent(self) -> Ink {
        if self.colour() { JADE } else { Ink::Black }
    }

    pub(super) fn muted(self) -> Ink {
        if self.colour() { MUTED } else { Ink::Black }
    }

    /// What text and lines on a field are drawn with.
    pub(super) fn on_field(self) -> Ink {
        if self.colour() { Ink::White } else { Ink::Black }
    }

    /// A field of the accent colour; for a copier a thick frame around the same place.
    pub(super) fn field(self, frame: Frame, radius: Mm) -> Item {
        if self.colour() {
            Item::Shape(rect(frame, radius), Paint::Fill(JADE))
        } else {
            let thick = (frame.width / 110.0).clamp(0.9, 2.0);
            Item::Shape(
                rect(frame.inset(thick / 2.0), (radius - thick / 2.0).max(0.0)),
                Paint::Stroke(Ink::Black, thick),
            )
        }
    }

    /// A quiet ground: a pale tint; for a copier a thin frame.
    pub(super) fn ground(self, frame: Frame, radius: Mm) -> Item {
        if self.colour() {
            Item::Shape(rect(frame, radius), Paint::Fill(PALE))
        } else {
            Item::Shape(rect(frame.inset(0.25), radius), Paint::Stroke(Ink::Black, 0.5))
        }
    }
}

pub(super) fn rect(frame: Frame, radius: Mm) -> Shape {
    Shape::Rect { x: frame.x, y: frame.y, width: frame.width, height: frame.height, radius }
}

pub(super) const fn bold(size: Pt, ink: Ink) -> Type {
    Type { ink, ..Type::new(Face::SansSemiBold, size) }
}

pub(super) const fn plain(size: Pt, ink: Ink) -> Type {
    Type { ink, ..Type::new(Face::Sans, size) }
}

/// Two runs of one paragraph.
pub(super) fn two(first: (&str, Type), second: (&str, Type), stand: Stand) -> Paragraph {
    let run = |(text, set_in): (&str, Type)| Run { text: text.to_owned(), set_in };
    Paragraph::mixed(vec![run(first), run(second)], stand)
}

/// An icon in a square on the quiet ground.
pub(super) fn tile(icon: Icon, frame: Frame, look: Look) -> Vec<Item> {
    let mut items = vec![look.ground(frame, frame.width * 0.2)];
    items.extend(icon.within(frame.inset(frame.width * 0.19), look.accent()));
    items
}
