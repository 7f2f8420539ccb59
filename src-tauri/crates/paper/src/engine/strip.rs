//! Blocks become strips: the smallest pieces a page may be broken between, measured and in order.

use crate::engine::block::{Block, Cell, Columns, Paragraph, RuleLength, RuleUnder, Table};
use crate::engine::page::{Item, Mm};
use crate::engine::text::{Line, Typesetter};
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
}

#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Strips {
    pub(crate) strips: Vec<Strip>,
    pub(crate) headers: Vec<Strip>,
}

impl Strips {
    pub(crate) fn of(blocks: &[Block], measure: Mm, typesetter: &mut Typesetter) -> Result<Self, Fault> {
        let mut strips = Self::default();
        for block in blocks {
            match block {
                Block::Paragraph(p) => strips.strips.extend(paragraph_strips(p, measure, typesetter)?),
                Block::Table(table) => strips.table(table, typesetter)?,
                Block::Columns(columns) => strips.columns(columns, typesetter)?,
            }
        }
        Ok(strips)
    }

    fn table(&mut self, table: &Table, typesetter: &mut Typesetter) -> Result<(), Fault> {
        let mut head = row_strip(table, &table.header, typesetter)?;
        let width = table.widths.iter().sum();
        head.items.push(Item::rule((0.0, table.rule / 2.0), (width, table.rule / 2.0), table.rule));
        head.keep = true;
        self.headers.push(head.clone());
        let header = self.headers.len() - 1;
        self.strips.push(Strip { before: table.before, ..head });
        for row in &table.rows {
            let row = row_strip(table, row, typesetter)?;
            self.strips.push(Strip { header: Some(header), is_body: true, ..row });
        }
        Ok(())
    }

    fn columns(&mut self, columns: &Columns, typesetter: &mut Typesetter) -> Result<(), Fault> {
        let stacks =
            columns.columns.iter().map(|c| stack(&c.paragraphs, c.width, typesetter)).collect::<Result<Vec<_>, _>>()?;
        self.hold_back(columns.holds_back);
        let whole: Vec<Mm> =
            columns.columns.iter().zip(&stacks).filter(|(c, _)| !c.runs_on).map(|(_, s)| height(s)).collect();
        // With nothing that must stay whole, everything does.
        let level = whole
            .iter()
            .copied()
            .reduce(Mm::max)
            .unwrap_or_else(|| stacks.iter().map(|s| height(s)).fold(0.0, Mm::max));
        let (head, tails) = level_strip(columns, &stacks, level);
        self.strips.push(Strip { before: columns.before, ..head });
        self.strips.extend(tails);
        Ok(())
    }

    /// Ties the last strips to what follows until enough lines of the body are among them.
    fn hold_back(&mut self, lines: usize) {
        let mut missing = lines;
        for strip in self.strips.iter_mut().rev() {
            if missing == 0 {
                return;
            }
            strip.keep = true;
            missing -= usize::from(strip.is_body);
        }
    }
}

/// Two lines of a paragraph stay together at its head and at its end.
const TOGETHER: usize = 2;

fn paragraph_strips(p: &Paragraph, measure: Mm, typesetter: &mut Typesetter) -> Result<Vec<Strip>, Fault> {
    let lines = typesetter.set(p, measure)?;
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

/// The rule under lines whose last is `foot` high, and the room it takes.
fn rule_under(under: RuleUnder, lines: &[Line], foot: Mm) -> (Item, Mm) {
    let length = rule_length(under.length, lines);
    let (left, right) = lines.last().map_or((0.0, 0.0), |l| (l.left, l.right));
    let from = (left + right - length) / 2.0;
    let y = foot + under.gap + under.thickness / 2.0;
    (Item::rule((from, y), (from + length, y), under.thickness), under.gap + under.thickness)
}

/// Length in mm of a rule under these lines.
pub(crate) fn rule_length(length: RuleLength, lines: &[Line]) -> Mm {
    let last = lines.last().map_or(0.0, Line::width);
    let longest = lines.iter().map(Line::width).fold(0.0, Mm::max);
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
        strips.extend(paragraph_strips(p, width, typesetter)?);
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
    let mut items = Vec::new();
    let mut y = 0.0;
    for strip in stack(paragraphs, width, typesetter)? {
        let top = y + strip.before;
        items.extend(strip.items.iter().map(|i| i.moved(0.0, top)));
        y = top + strip.height;
    }
    Ok((items, y))
}

fn height(strips: &[Strip]) -> Mm {
    strips.iter().map(|s| s.before + s.height).sum()
}

/// Where the first line of a stack stands, from its top.
fn baseline(stack: &[Strip]) -> Option<Mm> {
    let first = stack.first()?;
    let y = first.items.iter().find_map(|i| if let Item::Text { y, .. } = i { Some(*y) } else { None })?;
    Some(first.before + y)
}

/// One strip with all columns down to `level`, and a strip for each line of a column that runs on below.
fn level_strip(columns: &Columns, stacks: &[Vec<Strip>], level: Mm) -> (Strip, Vec<Strip>) {
    let mut head = Strip { height: level, ..Strip::default() };
    let mut tails: Vec<Strip> = Vec::new();
    let lowest = stacks.iter().filter_map(|s| baseline(s)).fold(0.0, Mm::max);
    let mut x = 0.0;
    for (column, stack) in columns.columns.iter().zip(stacks) {
        // First lines of different sizes stand on one line.
        let mut y = baseline(stack).map_or(0.0, |own| lowest - own);
        for (i, strip) in stack.iter().enumerate() {
            let top = y + strip.before;
            y = top + strip.height;
            if column.runs_on && y > level && i > 0 {
                // The first line goes on where the column stopped, which may be above the foot of the head.
                let before = if tails.is_empty() { top - level } else { strip.before };
                head.keep |= tails.is_empty() && stack[i - 1].keep;
                let items = strip.items.iter().map(|item| item.moved(x, 0.0)).collect();
                tails.push(Strip { before, items, is_body: false, ..strip.clone() });
            } else {
                head.items.extend(strip.items.iter().map(|item| item.moved(x, top)));
                head.height = head.height.max(y);
            }
        }
        x += column.width;
    }
    (head, tails)
}

fn row_strip(table: &Table, cells: &[Cell], typesetter: &mut Typesetter) -> Result<Strip, Fault> {
    let (side, above) = table.padding;
    let stacks = cells
        .iter()
        .zip(&table.widths)
        .map(|(cell, width)| stack(cell, width - 2.0 * side, typesetter))
        .collect::<Result<Vec<_>, _>>()?;
    let inner = stacks.iter().map(|s| height(s)).fold(0.0, Mm::max);
    let full = inner + 2.0 * above;
    let mut items = Vec::new();
    let mut x = 0.0;
    for (stack, width) in stacks.iter().zip(&table.widths) {
        let mut y = above + (inner - height(stack)) / 2.0;
        for strip in stack {
            let top = y + strip.before;
            items.extend(strip.items.iter().map(|i| i.moved(x + side, top)));
            y = top + strip.height;
        }
        x += width;
    }
    items.extend(row_rules(table, full));
    Ok(Strip { height: full, items, ..Strip::default() })
}

/// Rules between the columns and below the row, kept inside the width of the text.
fn row_rules(table: &Table, height: Mm) -> Vec<Item> {
    let half = table.rule / 2.0;
    let width: Mm = table.widths.iter().sum();
    let mut edges = vec![half];
    let mut x = 0.0;
    for w in &table.widths {
        x += w;
        edges.push(if x >= width { width - half } else { x });
    }
    let mut rules: Vec<Item> = edges.iter().map(|x| Item::rule((*x, 0.0), (*x, height), table.rule)).collect();
    rules.push(Item::rule((0.0, height - half), (width, height - half), table.rule));
    rules
}
