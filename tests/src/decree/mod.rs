//! The decree as rules (NĐ 30/2020, Phụ lục I and III), each measured on finished files by programs that are not
//! ours.
//!
//! A [`Rule`] knows the line of the decree it stands for and measures a [`Case`]; a rule that finds nothing to
//! measure in all documents of a run is a fault of the run. To add a rule: a line in its file's `RULES`, and a
//! breach of it in `tests/decree/breaches.rs`, which fails for a rule it does not know.

pub mod appendix;
pub mod body;
pub mod copies;
pub mod expected;
pub mod foot;
pub mod generated;
pub mod head;
pub mod never;
pub mod page;
pub mod parts;
pub mod run;

use domain::document::Document;

use crate::reader::lines::Line;
use crate::reader::{Mm, Read};
use parts::Parts;

/// One finished document.
#[derive(Debug)]
pub struct Case {
    /// Which it is, so that it can be made again.
    pub name: String,
    /// What was to be printed; absent where only the finished file is at hand.
    pub document: Option<Document>,
    pub read: Read,
    pub parts: Parts,
    /// Whether another process made the same bytes, where one was asked.
    pub same_bytes: Option<bool>,
    /// What LibreOffice reads in the Word file, where it was asked.
    pub word: Option<String>,
}

impl Case {
    #[must_use]
    pub fn new(name: String, document: Option<Document>, read: Read) -> Self {
        let parts = Parts::of(&read);
        Self { name, document, read, parts, same_bytes: None, word: None }
    }

    /// The type over the subject; none for a letter.
    #[must_use]
    pub fn kind(&self) -> Option<String> {
        self.parts.kind.as_ref().map(Line::words)
    }

    /// Where the text's left and right edges and its middle are on a page.
    #[must_use]
    pub fn sides(&self, page: usize) -> (Mm, Mm, Mm) {
        let width = self.read.pages.get(page).map_or(210.0, |p| p.width);
        (parts::LEFT, width - parts::RIGHT, f32::midpoint(parts::LEFT, width - parts::RIGHT))
    }
}

/// A place in a document where a rule does not hold.
#[derive(Debug, Clone, PartialEq)]
pub struct Breach {
    pub rule: &'static str,
    pub document: String,
    /// From 1.
    pub page: usize,
    /// From the page's left and upper edge.
    pub at: (Mm, Mm),
    pub what: String,
}

impl std::fmt::Display for Breach {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { rule, document, page, at: (x, y), what } = self;
        write!(f, "{rule}: {document}, page {page} at {x:.1}, {y:.1} mm: {what}")
    }
}

/// What a rule measures in one document.
#[derive(Debug, Default)]
pub struct Measured {
    pub count: usize,
    /// Page from 1, place, words.
    pub faults: Vec<(usize, (Mm, Mm), String)>,
}

impl Measured {
    /// One measurement on a line.
    pub fn line(&mut self, holds: bool, line: &Line, what: impl FnOnce() -> String) {
        self.at(holds, line.page, (line.left, line.base), || format!("{} “{}”", what(), short(&line.words())));
    }

    /// One measurement at a place; `page` from 0.
    pub fn at(&mut self, holds: bool, page: usize, at: (Mm, Mm), what: impl FnOnce() -> String) {
        self.count += 1;
        if !holds {
            self.faults.push((page + 1, at, what()));
        }
    }

    /// One measurement of the whole document.
    pub fn whole(&mut self, holds: bool, what: impl FnOnce() -> String) {
        self.at(holds, 0, (0.0, 0.0), what);
    }
}

fn short(words: &str) -> String {
    let short: String = words.chars().take(40).collect();
    if short.len() < words.len() { format!("{short}…") } else { short }
}

/// A line of the decree.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    pub name: &'static str,
    /// What it says, in the words of the decree's table.
    pub says: &'static str,
    pub measure: fn(&Case, &mut Measured),
}

const fn rule(name: &'static str, says: &'static str, measure: fn(&Case, &mut Measured)) -> Rule {
    Rule { name, says, measure }
}

/// Every rule, in the order of the decree.
#[must_use]
pub fn rules() -> Vec<Rule> {
    [page::RULES, head::RULES, body::RULES, foot::RULES, appendix::RULES, never::RULES, copies::RULES].concat()
}

/// Whether two lengths are the same for a ruler held beside the paper.
fn near(a: Mm, b: Mm) -> bool {
    (a - b).abs() <= 0.5
}

fn is_size(size: f32, from: f32, to: f32) -> bool {
    size >= from - 0.05 && size <= to + 0.05
}

/// Words without what is between them.
#[must_use]
pub fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
