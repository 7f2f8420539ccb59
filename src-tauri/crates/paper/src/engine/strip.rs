//! Blocks become strips: the smallest pieces a page may be broken between, measured and in order.

mod columns;
mod float;
mod table;

use std::sync::Arc;

use crate::engine::block::{Block, Paragraph, Rule, RuleLength, RuleUnder};
use crate::engine::page::{Item, Mm};
use crate::engine::text::{Beside, Line, Typesetter};
use crate::error::Fault;

/// A piece of a paper, as wide as the text.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Strip {
    /// Room above it, dropped at the head of a page.
    pub(crate) before: Mm,
    pub(crate) height: Mm,
    /// Coordinates from the strip's top left.
    pub(crate) items: Vec<Item>,
    /// Stands on the same page as the next strip.
    pub(crate) keep: bool,
    /// A line of the body or a row of a table, as against a heading.
    pub(crate) is_body: bool,
    /// A row of a table: which of [`Strips::headers`] stands above it on a new page.
    pub(crate) header: Option<usize>,
    /// It begins a heading: level and words.
    pub(crate) heading: Option<(u8, String)>,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Strips {
    pub(crate) strips: Vec<Strip>,
    pub(crate) headers: Vec<Strip>,
    floating: Option<float::Floating>,
}

impl Strips {
    pub(crate) fn of(blocks: &[Block], measure: Mm, typesetter: &mut Typesetter) -> Result<Self, Fault> {
        let mut strips = Self::default();
        for block in blocks {
            if !matches!(block, Block::Paragraph(_)) {
                strips.below_float();
            }
            match block {
                Block::Paragraph(p) => strips.paragraph(p, measure, typesetter)?,
                Block::Table(table) => strips.table(table, typesetter)?,
                Block::Columns(columns) => strips.columns(columns, typesetter)?,
                Block::Rule(rule) => strips.strips.push(rule_strip(*rule, measure)),
                Block::Float(float) => strips.float(float, measure)?,
            }
        }
        strips.below_float();
        Ok(strips)
    }
}

/// Two lines of a paragraph stay together at its head and at its end.
const TOGETHER: usize = 2;

fn paragraph_strips(
    p: &Paragraph,
    measure: Mm,
    beside: Option<Beside>,
    typesetter: &mut Typesetter,
) -> Result<Vec<Strip>, Fault> {
    let lines = typesetter.set_beside(p, measure, beside)?;
    let count = lines.len();
    let mut strips: Vec<Strip> = lines
        .iter()
        .enumerate()
        .map(|(i, line)| Strip {
            before: if i == 0 { p.stand.before } else { 0.0 },
            height: line.height,
            items: vec![Item::line(0.0, 0.0, line)],
            keep: i + 1 < count && (i + 1 < TOGETHER || i + TOGETHER >= count),
            is_body: !p.stand.keep_with_next,
            header: None,
            heading: p.heading.filter(|_| i == 0).map(|level| (level, heading_words(&lines))),
        })
        .collect();
    if let Some(under) = p.under
        && let Some(last) = strips.last_mut()
    {
        let (rule, height) = rule_under(under, &lines, last.height);
        last.items.push(rule);
        last.height += height;
    }
    if let Some(last) = strips.last_mut() {
        last.height += p.stand.after;
        last.keep = p.stand.keep_with_next;
    }
    Ok(strips)
}

/// A heading's words on one line, as a list of bookmarks shows them.
fn heading_words(lines: &[Arc<Line>]) -> String {
    lines.iter().map(|line| line.text()).collect::<Vec<_>>().join(" ")
}

fn rule_strip(rule: Rule, measure: Mm) -> Strip {
    let length = measure * rule.share;
    let (from, y) = ((measure - length) / 2.0, rule.thickness / 2.0);
    Strip {
        before: rule.before,
        height: rule.thickness + rule.after,
        items: vec![Item::rule((from, y), (from + length, y), rule.thickness)],
        ..Strip::default()
    }
}

/// The rule under lines whose last is `foot` high, and the room it takes.
fn rule_under(under: RuleUnder, lines: &[Arc<Line>], foot: Mm) -> (Item, Mm) {
    let length = rule_length(under.length, lines);
    let (left, right) = lines.last().map_or((0.0, 0.0), |l| (l.left, l.right));
    let from = (left + right - length) / 2.0;
    let y = foot + under.gap + under.thickness / 2.0;
    (Item::rule((from, y), (from + length, y), under.thickness), under.gap + under.thickness)
}

/// Length in mm of a rule under these lines.
pub(crate) fn rule_length(length: RuleLength, lines: &[Arc<Line>]) -> Mm {
    let last = lines.last().map_or(0.0, |line| line.width());
    let longest = lines.iter().map(|line| line.width()).fold(0.0, Mm::max);
    match length {
        RuleLength::AsText => last,
        RuleLength::ThirdToHalf => {
            let (least, most) = (longest / 3.0, last / 2.0);
            if least <= most { (least + most) / 2.0 } else { last * 0.45 }
        }
    }
}

/// Paragraphs one below the other in a column.
fn stack(paragraphs: &[Paragraph], width: Mm, typesetter: &mut Typesetter) -> Result<Vec<Strip>, Fault> {
    let mut strips = Vec::new();
    for p in paragraphs {
        strips.extend(paragraph_strips(p, width, None, typesetter)?);
    }
    Ok(strips)
}

/// Paragraphs one below the other as items, from the top of the first line (or the room above it), and
/// how high they are.
pub(crate) fn column(
    paragraphs: &[Paragraph],
    width: Mm,
    typesetter: &mut Typesetter,
) -> Result<(Vec<Item>, Mm), Fault> {
    let strips = stack(paragraphs, width, typesetter)?;
    let mut items = Vec::new();
    let height = put(&strips, (0.0, 0.0), &mut items);
    Ok((items, height))
}

/// Strips one below the other from `(x, y)`; where the last one ends.
fn put(strips: &[Strip], (x, mut y): (Mm, Mm), items: &mut Vec<Item>) -> Mm {
    for strip in strips {
        let top = y + strip.before;
        items.extend(strip.items.iter().map(|i| i.moved(x, top)));
        y = top + strip.height;
    }
    y
}

fn height(strips: &[Strip]) -> Mm {
    strips.iter().map(|s| s.before + s.height).sum()
}
