//! What is wrong with a text, and where.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::field::{Field, Stands};
use super::line::{LETTERS, Mark, Piece, alone, mark, pieces};
use super::{Passage, SectionKind};
use crate::document::DocumentKind;
use crate::number::roman;
use crate::text::fold;

/// Something wrong, at its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, thiserror::Error)]
#[error("section {section}, line {line}: {wrong:?}")]
pub struct Fault {
    /// Place of the section, from 1.
    pub section: usize,
    /// Line within the section, from 1; 0 is its heading.
    pub line: usize,
    pub wrong: Wrong,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Wrong {
    /// No field of this kind of document is called so; `likely` is what was probably meant.
    UnknownField { field: String, likely: Option<String> },
    /// A table or a list within a line: it stands on a line of its own.
    NotAlone { field: String },
    /// Two braces that nothing closes; the text from there on.
    Unclosed { text: String },
    /// More points in a row than the decree has letters.
    TooManyPoints,
    /// A part or an appendix without a title.
    NoHeading,
    /// The text before the signature does not speak of this appendix (NĐ 30, Phụ lục I, phần III).
    AppendixNotNamed { appendix: String },
}

impl Wrong {
    /// Nothing can be printed with it. The others are told, and stop only what is issued.
    #[must_use]
    pub fn stops(&self) -> bool {
        !matches!(self, Self::NoHeading | Self::AppendixNotNamed { .. })
    }
}

/// Everything wrong with a text, in reading order.
#[must_use]
pub fn faults(passages: &[Passage], kind: DocumentKind) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (passage, section) in passages.iter().zip(1..) {
        let at = |line| move |wrong| Fault { section, line, wrong };
        let heading = passage.heading.as_deref().map(str::trim).unwrap_or_default();
        if passage.kind.has_heading() && heading.is_empty() {
            faults.push(at(0)(Wrong::NoHeading));
        }
        faults.extend(faults_of_words(heading, kind).map(at(0)));
        let mut points = Points::default();
        for (line, text) in passage.lines() {
            if passage.kind == SectionKind::Bases {
                faults.extend(faults_of_words(text, kind).map(at(line)));
                continue;
            }
            faults.extend(faults_of_line(text, kind).into_iter().map(at(line)));
            let mark = if alone(text).is_some() { Mark::Plain(text) } else { mark(text) };
            if points.letter(mark) == Some(None) {
                faults.push(at(line)(Wrong::TooManyPoints));
            }
        }
    }
    faults.extend(unnamed_appendices(passages));
    faults
}

/// What is wrong with one line of a section that is no section of bases.
#[must_use]
pub fn faults_of_line(line: &str, kind: DocumentKind) -> Vec<Wrong> {
    match alone(line).map(|name| known(name, kind)) {
        Some(Ok(_)) => Vec::new(),
        Some(Err(wrong)) => vec![wrong],
        None => faults_of_words(line, kind).collect(),
    }
}

/// What is wrong with words that are part of a line.
fn faults_of_words(words: &str, kind: DocumentKind) -> impl Iterator<Item = Wrong> {
    pieces(words).into_iter().filter_map(move |piece| match piece {
        Piece::Text(_) => None,
        Piece::Name(name) => inline(name, kind).err(),
        Piece::Unclosed(text) => Some(Wrong::Unclosed { text: format!("{{{{{text}") }),
    })
}

/// The field of a kind by this name.
pub(super) fn known(name: &str, kind: DocumentKind) -> Result<Field, Wrong> {
    Field::named(name).filter(|field| field.kinds().contains(&kind)).ok_or_else(|| Wrong::UnknownField {
        field: name.to_owned(),
        likely: Field::likely(name, kind).map(|field| field.name().to_owned()),
    })
}

/// The same, where it is to stand within a line.
pub(super) fn inline(name: &str, kind: DocumentKind) -> Result<Field, Wrong> {
    let field = known(name, kind)?;
    if field.stands() == Stands::Block {
        return Err(Wrong::NotAlone { field: field.name().to_owned() });
    }
    Ok(field)
}

/// Letters given to points that follow one another.
#[derive(Debug, Default)]
pub(super) struct Points {
    given: usize,
    /// Something else stood since the last point.
    broken: bool,
}

impl Points {
    /// The letter of a point, `Some(None)` when there is none left. Points begin anew under each number, and
    /// after other text where somebody typed `a)` again.
    pub(super) fn letter(&mut self, mark: Mark<'_>) -> Option<Option<char>> {
        match mark {
            Mark::Title(_) | Mark::Numbered(_) => {
                *self = Self::default();
                None
            }
            Mark::Dash(_) | Mark::Plain(_) => {
                self.broken = true;
                None
            }
            Mark::Point(typed, _) => {
                if self.broken && typed == LETTERS[0] {
                    self.given = 0;
                }
                self.broken = false;
                self.given += 1;
                Some(LETTERS.get(self.given - 1).copied())
            }
        }
    }
}

/// An appendix is spoken of by its number where there are several.
fn unnamed_appendices(passages: &[Passage]) -> Vec<Fault> {
    let is_appendix = |p: &Passage| p.kind == SectionKind::Appendix;
    let text: Vec<String> = passages.iter().filter(|p| !is_appendix(p)).map(|p| fold(&p.text)).collect();
    let text = text.join("\n");
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
    let speaks = text.contains("phu luc");
    let of: Vec<usize> = (1..).zip(passages).filter(|(_, p)| is_appendix(p)).map(|(n, _)| n).collect();
    let named = |n: usize| words.contains(&fold(&roman(n)).as_str());
    let name = |n: usize| if of.len() > 1 { format!("Phụ lục {}", roman(n)) } else { "Phụ lục".to_owned() };
    (1..)
        .zip(&of)
        .filter(|(n, _)| !speaks || (of.len() > 1 && !named(*n)))
        .map(|(n, section)| Fault { section: *section, line: 0, wrong: Wrong::AppendixNotNamed { appendix: name(n) } })
        .collect()
}
