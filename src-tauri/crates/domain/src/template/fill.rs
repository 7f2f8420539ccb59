//! From text and values to the parts of a document.

use std::collections::BTreeMap;

use super::fault::{Fault, Points, Wrong, faults, inline, known};
use super::field::{Field, Stands};
use super::line::{Mark, Piece, alone, mark, pieces};
use super::{Passage, SectionKind};
use crate::document::{Appendix, Block, DocumentKind, Rich, Span};
use crate::number::roman;

/// Room to write what nobody knows yet.
pub const DOTS: &str = "……………";

/// What a field that stands alone brings.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Value {
    /// Lines of the language, with their marks and fields.
    Lines(String),
    /// Parts as they are. Numbers and letters that are blank are given in order.
    Blocks(Vec<Block>),
}

/// The values of a document's fields. A field without a value is left to be written by hand.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Values {
    words: BTreeMap<Field, String>,
    blocks: BTreeMap<Field, Value>,
}

impl Values {
    /// Within a line.
    pub fn say(&mut self, field: Field, words: impl Into<String>) {
        debug_assert!(field.stands() != Stands::Block, "{field:?} stands alone");
        self.words.insert(field, words.into());
    }

    /// The same, where it may be unknown.
    pub fn say_if(&mut self, field: Field, words: Option<String>) {
        if let Some(words) = words.filter(|w| !w.trim().is_empty()) {
            self.say(field, words);
        }
    }

    /// Alone on a line.
    pub fn set(&mut self, field: Field, blocks: Vec<Block>) {
        debug_assert!(field.stands() != Stands::Inline, "{field:?} stands within a line");
        self.blocks.insert(field, Value::Blocks(blocks));
    }

    /// Alone on a line, in the language itself.
    pub fn write(&mut self, field: Field, lines: String) {
        self.blocks.insert(field, Value::Lines(lines));
    }

    fn words(&self, field: Field) -> &str {
        self.words.get(&field).map_or(DOTS, String::as_str)
    }
}

/// What the text of a document becomes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filled {
    pub bases: Vec<Rich>,
    pub body: Vec<Block>,
    pub appendices: Vec<Appendix>,
}

/// Text and values together, every part numbered.
///
/// # Errors
/// The first thing wrong with the text that nothing can be printed with ([`Wrong::stops`]).
pub fn fill(passages: &[Passage], kind: DocumentKind, values: &Values) -> Result<Filled, Fault> {
    // Told as the checker tells it: a star may have cut the words before they are filled.
    if let Some(fault) = faults(passages, kind).into_iter().find(|fault| fault.wrong.stops()) {
        return Err(fault);
    }
    let mut filled = Filled::default();
    let mut parts = 0;
    for (passage, section) in passages.iter().zip(1..) {
        let mut setting =
            Setting { kind, values, section, line: 0, out: Vec::new(), items: 0, points: Points::default() };
        let title = setting.plain(passage.heading.as_deref().unwrap_or_default())?;
        match passage.kind {
            SectionKind::Bases => {
                for (line, text) in passage.lines() {
                    setting.line = line;
                    filled.bases.push(setting.rich(text.trim_end_matches([';', '.', ' ']))?);
                }
            }
            SectionKind::Appendix => {
                setting.passage(passage)?;
                let body = setting.out;
                filled.appendices.push(Appendix { title, landscape: is_wide(&body), body });
            }
            SectionKind::Part => {
                parts += 1;
                filled.body.push(Block::Part { number: roman(parts), title });
                setting.passage(passage)?;
                filled.body.append(&mut setting.out);
            }
            SectionKind::Text => {
                setting.passage(passage)?;
                filled.body.append(&mut setting.out);
            }
        }
    }
    end_mark(&mut filled.body);
    for appendix in &mut filled.appendices {
        end_mark(&mut appendix.body);
    }
    Ok(filled)
}

/// A table whose columns ask for more than an upright page has: their shares are then taken as millimetres.
fn is_wide(body: &[Block]) -> bool {
    const UPRIGHT: u32 = 180;
    let width = |block: &Block| match block {
        Block::Table { columns, .. } => columns.iter().map(|c| c.share).sum(),
        _ => 0,
    };
    body.iter().map(width).max().unwrap_or_default() > UPRIGHT
}

/// A section being set.
struct Setting<'v> {
    kind: DocumentKind,
    values: &'v Values,
    section: usize,
    line: usize,
    out: Vec<Block>,
    items: usize,
    points: Points,
}

impl Setting<'_> {
    fn passage(&mut self, passage: &Passage) -> Result<(), Fault> {
        for (line, text) in passage.lines() {
            self.line = line;
            match alone(text) {
                Some(name) => self.field(name, text)?,
                None => self.text(text)?,
            }
        }
        Ok(())
    }

    /// A line that is one field.
    fn field(&mut self, name: &str, text: &str) -> Result<(), Fault> {
        let field = known(name, self.kind).map_err(|wrong| self.fault(wrong))?;
        match self.values.blocks.get(&field) {
            _ if field.stands() == Stands::Inline => self.text(text),
            Some(Value::Blocks(blocks)) => {
                for block in blocks.clone() {
                    self.block(block)?;
                }
                Ok(())
            }
            Some(Value::Lines(lines)) => lines.lines().filter(|l| !l.trim().is_empty()).try_for_each(|l| self.text(l)),
            None if field.stands() == Stands::Both => self.text(text),
            None => self.block(Block::Paragraph(Rich::plain(DOTS))),
        }
    }

    /// A line of text behind its mark.
    fn text(&mut self, line: &str) -> Result<(), Fault> {
        let mark = mark(line);
        let letter = match self.points.letter(mark) {
            Some(None) => return Err(self.fault(Wrong::TooManyPoints)),
            letter => letter.flatten(),
        };
        let block = match mark {
            Mark::Title(title) => Block::Item { number: self.number(), title: self.plain(title)? },
            Mark::Numbered(text) => Block::NumberedText { number: self.number(), text: self.rich(text)? },
            Mark::Point(typed, text) => Block::Point { letter: letter.unwrap_or(typed), text: self.rich(text)? },
            Mark::Dash(text) => Block::Dash(self.rich(text)?),
            Mark::Plain(text) => Block::Paragraph(self.rich(text)?),
        };
        self.out.push(block);
        Ok(())
    }

    /// A part that a field brings.
    fn block(&mut self, block: Block) -> Result<(), Fault> {
        let mark = match &block {
            Block::Part { .. } | Block::Item { .. } => Mark::Title(""),
            Block::NumberedText { .. } => Mark::Numbered(""),
            Block::Point { letter, .. } => Mark::Point(*letter, ""),
            _ => Mark::Plain(""),
        };
        let letter = match self.points.letter(mark) {
            Some(None) => return Err(self.fault(Wrong::TooManyPoints)),
            letter => letter.flatten(),
        };
        let block = match block {
            Block::Item { number, title } if number.is_empty() => Block::Item { number: self.number(), title },
            Block::NumberedText { number, text } if number.is_empty() => {
                Block::NumberedText { number: self.number(), text }
            }
            Block::Point { letter: typed, text } => Block::Point { letter: letter.unwrap_or(typed), text },
            block => block,
        };
        self.out.push(block);
        Ok(())
    }

    fn number(&mut self) -> String {
        self.items += 1;
        self.items.to_string()
    }

    /// Words in their styles, every field filled. What a field says is never read as a mark.
    fn rich(&self, text: &str) -> Result<Rich, Fault> {
        let spans = Rich::parse(text).0.into_iter();
        spans.map(|span| Ok(Span { text: self.plain(&span.text)?, ..span })).collect::<Result<_, _>>().map(Rich)
    }

    fn plain(&self, text: &str) -> Result<String, Fault> {
        let mut filled = String::with_capacity(text.len());
        for piece in pieces(text) {
            match piece {
                Piece::Text(text) => filled.push_str(text),
                Piece::Name(name) => {
                    let field = inline(name, self.kind).map_err(|wrong| self.fault(wrong))?;
                    filled.push_str(self.values.words(field));
                }
                Piece::Unclosed(text) => {
                    return Err(self.fault(Wrong::Unclosed { text: format!("{{{{{text}") }));
                }
            }
        }
        Ok(filled)
    }

    fn fault(&self, wrong: Wrong) -> Fault {
        Fault { section: self.section, line: self.line, wrong }
    }
}

/// A body ends with `./.` (NĐ 30, Phụ lục III); where a table is its end, the paper sets the mark below it.
fn end_mark(body: &mut [Block]) {
    if let Some(
        Block::Paragraph(text) | Block::Dash(text) | Block::NumberedText { text, .. } | Block::Point { text, .. },
    ) = body.last_mut()
        && let Some(span) = text.0.last_mut()
        && !span.text.trim_end().ends_with("./.")
    {
        let kept = span.text.trim_end().trim_end_matches(['.', ';']).len();
        span.text.truncate(kept);
        span.text.push_str("./.");
    }
}
