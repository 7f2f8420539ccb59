//! Blocks become a Word file. The only folder that knows docx-rs.
//!
//! The library only makes the words: everything around them, and the order the schema asks for, is
//! [`package`]'s, so that Word opens the file without repair and equal input gives equal bytes.

mod order;
mod package;
mod paragraph;
mod picture;
mod section;
mod table;

use docx_rs::{BuildXML, Document, LineSpacing, LineSpacingType, Paragraph as WordParagraph, Table as WordTable};

use self::picture::Media;
use crate::engine::block::{Block, Section};
use crate::engine::page::{MM_PER_PT, Mm};
use crate::engine::text::Typesetter;
use crate::error::Fault;

/// Sections as a Word file.
///
/// # Errors
/// A character without a glyph (rules are measured as in the PDF); the library refused.
pub(crate) fn write(sections: &[Section], title: &str, typesetter: &mut Typesetter) -> Result<Vec<u8>, Fault> {
    let mut document = Document::new();
    let mut edges = section::Edges::default();
    let mut media = picture::Media::default();
    for (section, n) in sections.iter().zip(1..) {
        for fixed in section.fixed.iter().filter(|f| !f.every_page) {
            document = document.add_paragraph(media.fixed(fixed)?);
        }
        let words = words(&section.blocks, section.measure(), &mut media, typesetter)?;
        let ends_with_words = matches!(words.last(), Some(Word::Paragraph(_)));
        for word in words {
            document = match word {
                Word::Paragraph(p) => document.add_paragraph(*p),
                Word::Table(t) => document.add_table(*t),
            };
        }
        let property = section::property(section, n == 1, &mut edges, &mut media, typesetter)?;
        if n < sections.len() {
            document = document.add_paragraph(speck().section_property(property));
        } else {
            // Word wants a paragraph after the last table.
            if !ends_with_words {
                document = document.add_paragraph(speck());
            }
            document = document.default_section_property(property);
        }
    }
    package::pack(&document.build(), edges, &media, title).map_err(|e| Fault::Output(e.to_string()))
}

/// What Word has for a block.
enum Word {
    Paragraph(Box<WordParagraph>),
    Table(Box<WordTable>),
}

impl From<WordParagraph> for Word {
    fn from(paragraph: WordParagraph) -> Self {
        Self::Paragraph(Box::new(paragraph))
    }
}

/// Blocks of a column `measure` wide.
fn words(blocks: &[Block], measure: Mm, media: &mut Media, typesetter: &mut Typesetter) -> Result<Vec<Word>, Fault> {
    // Columns that stand one below the other (boxes 1 to 4 of the decree) are rows of one table.
    let levels = blocks.chunk_by(|a, b| match (a, b) {
        (Block::Columns(a), Block::Columns(b)) => table::widths(a) == table::widths(b),
        _ => false,
    });
    let mut words: Vec<Word> = Vec::new();
    let mut next = 0;
    for level in levels {
        next += level.len();
        let held = matches!(blocks.get(next), Some(Block::Columns(c)) if c.holds_back > 0);
        match &level[0] {
            Block::Paragraph(p) => {
                let mut p = p.clone();
                // Word has no room above a table: what stands above it leaves the room.
                if let Some(Block::Table(table)) = blocks.get(next) {
                    p.stand.after += table.before;
                }
                words.extend(paragraph::paragraph(&p, measure, held, typesetter)?.into_iter().map(Word::from));
            }
            Block::Rule(rule) => words.push(paragraph::rule(*rule, measure, held).into()),
            Block::Float(float) => words.push(media.float(float)?.into()),
            Block::Table(t) => {
                apart(&mut words, t.before);
                words.push(Word::Table(Box::new(table::table(t, held, typesetter)?)));
            }
            Block::Columns(_) => {
                apart(&mut words, 0.0);
                words.push(Word::Table(Box::new(table::columns(level, typesetter)?)));
            }
        }
    }
    Ok(words)
}

/// Word takes two tables without a paragraph between them for one.
fn apart(words: &mut Vec<Word>, room: Mm) {
    if matches!(words.last(), Some(Word::Table(_))) {
        words.push(speck().line_spacing(exactly(1).before(room_of(room))).into());
    }
}

/// A paragraph that takes no room.
fn speck() -> WordParagraph {
    WordParagraph::new().line_spacing(exactly(1)).size(2)
}

fn twips(mm: Mm) -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "a page is a few thousand twentieths of a point")]
    let twips = (mm / MM_PER_PT * 20.0).round() as i32;
    twips
}

fn width(mm: Mm) -> usize {
    usize::try_from(twips(mm)).unwrap_or_default()
}

fn room_of(mm: Mm) -> u32 {
    u32::try_from(twips(mm)).unwrap_or_default()
}

/// Eighths of a point, as Word measures rules.
fn eighths(mm: Mm) -> usize {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a rule is thin")]
    let size = (mm / MM_PER_PT * 8.0).round() as usize;
    size
}

fn exactly(twips: i32) -> LineSpacing {
    LineSpacing::new().line(twips).line_rule(LineSpacingType::Exact).before(0).after(0)
}
