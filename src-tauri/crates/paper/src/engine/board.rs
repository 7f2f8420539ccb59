//! Things at fixed places: sheets and flyers. A board measures before it places, and refuses what does
//! not fit.

use crate::engine::block::{Align, Paragraph, Stand, Type};
use crate::engine::page::{Ink, Item, Mm, Paint, Shape};
use crate::engine::strip;
use crate::engine::text::Typesetter;
use crate::error::Fault;

/// Items on a page or a part of one, with their typesetter.
#[derive(Debug)]
pub(crate) struct Board<'a> {
    pub(crate) typesetter: &'a mut Typesetter,
    pub(crate) items: Vec<Item>,
}

/// Rounding that may add up over a text.
const HAIR: Mm = 0.02;

impl<'a> Board<'a> {
    pub(crate) fn new(typesetter: &'a mut Typesetter) -> Self {
        Self { typesetter, items: Vec::new() }
    }

    /// Puts paragraphs below `(x, y)`, `width` wide, and says how high they are.
    pub(crate) fn text(&mut self, (x, y): (Mm, Mm), width: Mm, paragraphs: &[Paragraph]) -> Result<Mm, Fault> {
        let (items, height) = strip::column(paragraphs, width, self.typesetter)?;
        self.items.extend(items.iter().map(|i| i.moved(x, y)));
        Ok(height)
    }

    /// How high paragraphs are, without putting them.
    pub(crate) fn height(&mut self, width: Mm, paragraphs: &[Paragraph]) -> Result<Mm, Fault> {
        strip::column(paragraphs, width, self.typesetter).map(|(_, height)| height)
    }

    /// Puts paragraphs in a frame, in the middle from top to bottom.
    ///
    /// # Errors
    /// They are higher than the frame.
    pub(crate) fn framed(&mut self, frame: Frame, paragraphs: &[Paragraph]) -> Result<(), Fault> {
        let (items, height) = strip::column(paragraphs, frame.width, self.typesetter)?;
        if height > frame.height + HAIR {
            return Err(Fault::Overflow { what: paragraphs.iter().map(Paragraph::text).collect::<Vec<_>>().join(" ") });
        }
        let top = frame.y + (frame.height - height) / 2.0;
        self.items.extend(items.iter().map(|i| i.moved(frame.x, top)));
        Ok(())
    }

    /// A single line in the middle of a frame.
    ///
    /// # Errors
    /// It is wider or higher than the frame.
    pub(crate) fn label(&mut self, frame: Frame, text: &str, set_in: Type, align: Align) -> Result<(), Fault> {
        let paragraph = Paragraph::new(text, set_in, Stand { align, ..Stand::PLAIN });
        if self.typesetter.set(&paragraph, frame.width)?.len() > 1 {
            return Err(Fault::Overflow { what: text.to_owned() });
        }
        self.framed(frame, &[paragraph])
    }

    pub(crate) fn rule(&mut self, from: (Mm, Mm), to: (Mm, Mm), thickness: Mm) {
        self.items.push(Item::rule(from, to, thickness));
    }

    /// A line to write on.
    pub(crate) fn dotted(&mut self, from: (Mm, Mm), to: (Mm, Mm)) {
        self.items.push(Item::Shape(Shape::Line { from, to }, Paint::Dash(Ink::Black, 0.25, 0.5)));
    }

    pub(crate) fn outlined(&mut self, frame: Frame, radius: Mm, thickness: Mm) {
        self.items.push(Item::Shape(frame.rect(radius), Paint::Stroke(Ink::Black, thickness)));
    }

    pub(crate) fn filled(&mut self, frame: Frame, radius: Mm) {
        self.items.push(Item::Shape(frame.rect(radius), Paint::Fill(Ink::Black)));
    }
}

/// A rectangle on a page, in mm from its top left.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Frame {
    pub(crate) x: Mm,
    pub(crate) y: Mm,
    pub(crate) width: Mm,
    pub(crate) height: Mm,
}

impl Frame {
    pub(crate) fn right(self) -> Mm {
        self.x + self.width
    }

    pub(crate) fn foot(self) -> Mm {
        self.y + self.height
    }

    /// Smaller by so much on each side.
    pub(crate) fn inset(self, by: Mm) -> Self {
        Self { x: self.x + by, y: self.y + by, width: self.width - 2.0 * by, height: self.height - 2.0 * by }
    }

    fn rect(self, radius: Mm) -> Shape {
        Shape::Rect { x: self.x, y: self.y, width: self.width, height: self.height, radius }
    }
}
