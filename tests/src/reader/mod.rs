//! A finished PDF as a program that is not ours draws it: every glyph with its face, size and place, every
//! stroke with its ends. MuPDF tells ([`trace`]), [`lines`] and [`grid`] put it together; nothing here knows
//! what a paper means.

pub mod grid;
pub mod lines;
pub mod trace;

use std::path::Path;
use std::sync::Arc;

use crate::{RunExt, tool};

/// Millimetres from the left or upper edge of the page.
pub type Mm = f32;
/// Points of type.
pub type Pt = f32;

pub const MM_PER_POINT: f32 = 25.4 / 72.0;

/// One drawn sign. Two signs of one glyph (a ligature) are two of these at one place.
#[derive(Debug, Clone, PartialEq)]
pub struct Glyph {
    /// What is copied.
    pub text: char,
    /// The font's name without the tag of its subset.
    pub font: Arc<str>,
    pub size: Pt,
    pub left: Mm,
    pub right: Mm,
    /// Where it stands, from above.
    pub base: Mm,
    /// It is drawn as the box of an unknown sign, or cannot be copied.
    pub missing: bool,
    pub black: bool,
}

impl Glyph {
    #[must_use]
    pub fn is_bold(&self) -> bool {
        self.font.contains("Bold")
    }

    #[must_use]
    pub fn is_italic(&self) -> bool {
        self.font.contains("Ital")
    }
}

/// One drawn stroke, or a box filled as thin as one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stroke {
    pub from: (Mm, Mm),
    pub to: (Mm, Mm),
    pub thickness: Pt,
    pub black: bool,
}

impl Stroke {
    #[must_use]
    pub fn is_level(&self) -> bool {
        (self.from.1 - self.to.1).abs() < 0.05
    }

    #[must_use]
    pub fn is_upright(&self) -> bool {
        (self.from.0 - self.to.0).abs() < 0.05
    }

    #[must_use]
    pub fn left(&self) -> Mm {
        self.from.0.min(self.to.0)
    }

    #[must_use]
    pub fn right(&self) -> Mm {
        self.from.0.max(self.to.0)
    }

    #[must_use]
    pub fn top(&self) -> Mm {
        self.from.1.min(self.to.1)
    }

    #[must_use]
    pub fn foot(&self) -> Mm {
        self.from.1.max(self.to.1)
    }

    #[must_use]
    pub fn length(&self) -> Mm {
        (self.right() - self.left()).hypot(self.foot() - self.top())
    }

    #[must_use]
    pub fn middle(&self) -> Mm {
        f32::midpoint(self.left(), self.right())
    }
}

/// A page in the order it is drawn.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Page {
    pub width: Mm,
    pub height: Mm,
    pub glyphs: Vec<Glyph>,
    pub strokes: Vec<Stroke>,
}

/// A font of the file, as poppler lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Font {
    pub name: String,
    pub embedded: bool,
    pub subset: bool,
    /// It says which letters its glyphs are.
    pub searchable: bool,
}

/// What other programs say of a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Read {
    pub pages: Vec<Page>,
    pub fonts: Vec<Font>,
    /// The text poppler copies from each page, in the order it is drawn.
    pub copied: Vec<String>,
    /// What qpdf finds wrong with the file; empty if nothing.
    pub unsound: String,
}

/// Reads a file with MuPDF, poppler and qpdf.
///
/// # Panics
/// If one of them is missing or refuses the file.
#[must_use]
pub fn read(pdf: &Path) -> Read {
    let checked = tool("qpdf").arg("--check").arg(pdf).ran();
    let sound = checked.code == Some(0) && checked.out.contains("No syntax or stream encoding errors found");
    let copied = tool("pdftotext").args(["-raw", "-enc", "UTF-8"]).arg(pdf).arg("-").done();
    let mut copied: Vec<String> = copied.split('\u{c}').map(str::to_owned).collect();
    // Each page ends with a form feed.
    copied.pop();
    Read {
        pages: trace::pages(&tool("mutool").arg("trace").arg(pdf).done()),
        fonts: fonts(&tool("pdffonts").arg(pdf).done()),
        copied,
        unsound: if sound { String::new() } else { format!("{}{}", checked.out, checked.err) },
    }
}

/// The list of `pdffonts`: name, type (two words), encoding, emb, sub, uni, object.
#[must_use]
pub fn fonts(list: &str) -> Vec<Font> {
    let font = |line: &str| {
        let words: Vec<&str> = line.split_whitespace().collect();
        let [name, .., embedded, subset, searchable, _, _] = words[..] else { return None };
        let [embedded, subset, searchable] = [embedded, subset, searchable].map(|w| w == "yes");
        Some(Font { name: untagged(name).to_owned(), embedded, subset, searchable })
    };
    list.lines().skip(2).filter_map(font).collect()
}

/// `ABCDEF+Name` without the tag of the subset.
fn untagged(name: &str) -> &str {
    name.split_once('+').map_or(name, |(_, name)| name)
}
