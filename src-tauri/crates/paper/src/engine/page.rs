//! What layout gives and drawing takes: pages of items at fixed places.

use std::sync::Arc;

use crate::engine::picture::Image;
use crate::engine::text::Line;

/// A length in millimetres.
pub(crate) type Mm = f32;
/// A size of type in points.
pub(crate) type Pt = f32;

pub(crate) const MM_PER_PT: f32 = 25.4 / 72.0;

/// Points to millimetres.
pub(crate) const fn mm(points: Pt) -> Mm {
    points * MM_PER_PT
}

/// What is drawn with. Official papers and photocopy-safe ones know black and white only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Ink {
    #[default]
    Black,
    White,
    /// Red, green and blue, for papers that leave a colour printer.
    Colour(u8, u8, u8),
}

/// One step of a pen along a path, in the path's own units from its top left.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Step {
    /// Lifts the pen and sets it down here.
    At(f32, f32),
    Line(f32, f32),
    /// Two handles, then the end.
    Curve([f32; 6]),
    Close,
}

/// A shape, its coordinates in mm from the page's top left.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Shape {
    Line {
        from: (Mm, Mm),
        to: (Mm, Mm),
    },
    /// With round corners; a radius of half the height makes a ring.
    Rect {
        x: Mm,
        y: Mm,
        width: Mm,
        height: Mm,
        radius: Mm,
    },
    /// A drawing of ours: its top left, how many mm one of its units is, and the way of the pen. Strokes
    /// have round ends and corners.
    Path {
        x: Mm,
        y: Mm,
        scale: Mm,
        steps: &'static [Step],
    },
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Paint {
    Fill(Ink),
    Stroke(Ink, Mm),
    /// A stroke of dashes and gaps of one length.
    Dash(Ink, Mm, Mm),
}

/// Dark squares of a QR as rectangles of whole modules, and where its first module lies.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Modules {
    pub(crate) x: Mm,
    pub(crate) y: Mm,
    pub(crate) module: Mm,
    /// Modules on a side, without the quiet zone.
    pub(crate) side: u32,
    pub(crate) dark: Vec<DarkRect>,
}

/// Column, row, width and height in modules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct DarkRect {
    pub(crate) x: u32,
    pub(crate) y: u32,
    pub(crate) width: u32,
    pub(crate) height: u32,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Item {
    /// A line, shared by its copies; `x` is the left edge of its paragraph, `y` its baseline.
    Text {
        x: Mm,
        y: Mm,
        line: Arc<Line>,
    },
    Shape(Shape, Paint),
    Qr(Modules),
    Image {
        x: Mm,
        y: Mm,
        width: Mm,
        height: Mm,
        image: Image,
    },
}

impl Item {
    /// A line of text whose box has its top left corner at `x`, `top`.
    pub(crate) fn line(x: Mm, top: Mm, line: &Arc<Line>) -> Self {
        Self::Text { x, y: top + line.ascent, line: Arc::clone(line) }
    }

    pub(crate) fn rule(from: (Mm, Mm), to: (Mm, Mm), width: Mm) -> Self {
        Self::Shape(Shape::Line { from, to }, Paint::Stroke(Ink::Black, width))
    }

    /// The same item, moved.
    pub(crate) fn moved(&self, dx: Mm, dy: Mm) -> Self {
        match self {
            Self::Text { x, y, line } => Self::Text { x: x + dx, y: y + dy, line: Arc::clone(line) },
            Self::Shape(shape, paint) => Self::Shape(shape.moved(dx, dy), *paint),
            Self::Qr(m) => Self::Qr(Modules { x: m.x + dx, y: m.y + dy, ..m.clone() }),
            Self::Image { x, y, width, height, image } => {
                Self::Image { x: x + dx, y: y + dy, width: *width, height: *height, image: image.clone() }
            }
        }
    }

    /// The words of a line; empty for the rest.
    pub(crate) fn words(&self) -> String {
        match self {
            Self::Text { line, .. } => line.text(),
            _ => String::new(),
        }
    }
}

impl Shape {
    fn moved(self, dx: Mm, dy: Mm) -> Self {
        match self {
            Self::Line { from, to } => Self::Line { from: (from.0 + dx, from.1 + dy), to: (to.0 + dx, to.1 + dy) },
            Self::Rect { x, y, width, height, radius } => Self::Rect { x: x + dx, y: y + dy, width, height, radius },
            Self::Path { x, y, scale, steps } => Self::Path { x: x + dx, y: y + dy, scale, steps },
        }
    }
}

/// One page: what lies under it, shared with other pages of the file, and what is its own.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Page {
    pub(crate) width: Mm,
    pub(crate) height: Mm,
    /// Place in the file's list of underlays; drawn first, stored once.
    pub(crate) underlay: Option<usize>,
    pub(crate) items: Vec<Item>,
}

/// Where a print shop cuts: from the page's edges to the finished paper, and how far colour runs on beyond
/// it, so that no white shows when the knife is a little off.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Trim {
    pub(crate) inset: Mm,
    pub(crate) bleed: Mm,
}

/// A place in the file that a viewer lists.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Bookmark {
    pub(crate) title: String,
    /// 1 is the highest.
    pub(crate) level: u8,
    /// Place in [`Drawing::pages`].
    pub(crate) page: usize,
    /// From the head of the page.
    pub(crate) y: Mm,
}

/// A whole file, ready to be drawn.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Drawing {
    /// The file's title, which a viewer shows in its window.
    pub(crate) title: String,
    /// In the order of the pages.
    pub(crate) bookmarks: Vec<Bookmark>,
    pub(crate) underlays: Vec<Vec<Item>>,
    pub(crate) pages: Vec<Page>,
    /// The same on all pages; none if the page is the finished paper.
    pub(crate) trim: Option<Trim>,
}
