//! What a paper is made of. A paper is written as a list of these and reads like the paper; both the PDF
//! and the Word file are made from the same list.

mod picture;
mod table;

pub(crate) use picture::{Fixed, Float, Picture, Side};
pub(crate) use table::{Cell, Row, Rules, Table, Track};

use crate::engine::page::{Ink, Mm, Pt};
use crate::face::Face;

/// How letters look.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Type {
    pub(crate) face: Face,
    pub(crate) size: Pt,
    pub(crate) ink: Ink,
}

impl Type {
    pub(crate) const fn new(face: Face, size: Pt) -> Self {
        Self { face, size, ink: Ink::Black }
    }

    pub(crate) const fn white(self) -> Self {
        Self { ink: Ink::White, ..self }
    }
}

/// A stretch of text in one type.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Run {
    pub(crate) text: String,
    pub(crate) set_in: Type,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Align {
    #[default]
    Left,
    Centre,
    Right,
    /// Both edges; the last line to the left.
    Justify,
}

/// How a paragraph stands. Lengths in mm.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Stand {
    pub(crate) align: Align,
    pub(crate) left: Mm,
    /// Added to `left` on the first line; negative hangs.
    pub(crate) first_line: Mm,
    pub(crate) before: Mm,
    pub(crate) after: Mm,
    /// Line spacing as a multiple of single spacing.
    pub(crate) spacing: f32,
    /// Never the last thing on a page (a heading).
    pub(crate) keep_with_next: bool,
    /// Lines of about equal length, for centred titles.
    pub(crate) balanced: bool,
}

impl Stand {
    pub(crate) const PLAIN: Self = Self {
        align: Align::Left,
        left: 0.0,
        first_line: 0.0,
        before: 0.0,
        after: 0.0,
        spacing: 1.0,
        keep_with_next: false,
        balanced: false,
    };
    pub(crate) const CENTRED: Self = Self { align: Align::Centre, ..Self::PLAIN };
}

/// How long a rule under a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RuleLength {
    /// As long as the last line of the text.
    AsText,
    /// Between a third and a half, both of the longest line and of the last one if they allow it.
    ThirdToHalf,
}

/// A solid rule centred under a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct RuleUnder {
    pub(crate) length: RuleLength,
    /// From the foot of the last line to the rule.
    pub(crate) gap: Mm,
    pub(crate) thickness: Mm,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Paragraph {
    pub(crate) runs: Vec<Run>,
    pub(crate) stand: Stand,
    pub(crate) under: Option<RuleUnder>,
    /// A heading of this level, 1 the highest: a bookmark in the PDF, an outline level in Word.
    pub(crate) heading: Option<u8>,
}

impl Paragraph {
    pub(crate) fn new(text: impl Into<String>, set_in: Type, stand: Stand) -> Self {
        Self::mixed(vec![Run { text: text.into(), set_in }], stand)
    }

    pub(crate) fn mixed(runs: Vec<Run>, stand: Stand) -> Self {
        Self { runs, stand, under: None, heading: None }
    }

    /// A heading of this level (1 to 9). It stays with what follows.
    pub(crate) fn heading(self, level: u8) -> Self {
        Self { heading: Some(level.clamp(1, 9)), stand: Stand { keep_with_next: true, ..self.stand }, ..self }
    }

    pub(crate) fn ruled(self, under: RuleUnder) -> Self {
        Self { under: Some(under), ..self }
    }

    pub(crate) fn text(&self) -> String {
        self.runs.iter().map(|r| r.text.as_str()).collect()
    }
}

/// Columns side by side, level at the top, without rules.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Columns {
    pub(crate) columns: Vec<Column>,
    pub(crate) before: Mm,
    /// So many lines of the body before it stay on its page.
    pub(crate) holds_back: usize,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Column {
    pub(crate) width: Mm,
    pub(crate) paragraphs: Vec<Paragraph>,
    /// Lines below the other columns may go on to the next page.
    pub(crate) runs_on: bool,
}

/// A solid rule across the text or a share of it, centred.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Rule {
    /// Of the width of the text, 1 all of it.
    pub(crate) share: f32,
    pub(crate) thickness: Mm,
    pub(crate) before: Mm,
    pub(crate) after: Mm,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Block {
    Paragraph(Paragraph),
    Table(Table),
    Columns(Columns),
    Rule(Rule),
    Float(Float),
}

impl From<Paragraph> for Block {
    fn from(paragraph: Paragraph) -> Self {
        Self::Paragraph(paragraph)
    }
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Margins {
    pub(crate) top: Mm,
    pub(crate) bottom: Mm,
    pub(crate) left: Mm,
    pub(crate) right: Mm,
}

/// Arabic page numbers, centred in the top margin from the second page on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct PageNumber {
    pub(crate) set_in: Type,
}

/// What stands at the head or at the foot of the pages of a section, inside the margins: the text has so
/// much less room. Nothing in it is ever split.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Band {
    /// On the first page of the section.
    pub(crate) first: Vec<Block>,
    /// On every other page.
    pub(crate) others: Vec<Block>,
}

impl Band {
    pub(crate) fn on_every_page(blocks: Vec<Block>) -> Self {
        Self { first: blocks.clone(), others: blocks }
    }

    pub(crate) fn on_first_page(blocks: Vec<Block>) -> Self {
        Self { first: blocks, others: Vec::new() }
    }
}

/// A part of a paper with its own pages, their size and their numbers: the paper itself, or an appendix.
/// A paper is a list of these.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Section {
    pub(crate) width: Mm,
    pub(crate) height: Mm,
    pub(crate) margins: Margins,
    pub(crate) number: Option<PageNumber>,
    pub(crate) head: Band,
    pub(crate) foot: Band,
    pub(crate) fixed: Vec<Fixed>,
    pub(crate) blocks: Vec<Block>,
}

impl Section {
    /// Without numbers, head or foot; `Section { number, ..Section::of(…) }` has them. A page that lies is
    /// wider than high.
    pub(crate) fn of(width: Mm, height: Mm, margins: Margins, blocks: Vec<Block>) -> Self {
        let (head, foot) = (Band::default(), Band::default());
        Self { width, height, margins, number: None, head, foot, fixed: Vec::new(), blocks }
    }

    /// Width of the text.
    pub(crate) fn measure(&self) -> Mm {
        self.width - self.margins.left - self.margins.right
    }
}
