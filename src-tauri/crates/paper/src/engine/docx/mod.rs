//! Blocks become a Word file. The only file that knows docx-rs.
//!
//! The library only makes the words: everything around them, and the order the schema asks for, is
//! [`package`]'s, so that Word opens the file without repair and equal input gives equal bytes.

mod order;
mod package;

use std::io::Cursor;

use docx_rs::{
    AlignmentType, BorderType, Docx, FieldCharType, Header, HeightRule, InstrPAGE, InstrText, LineSpacing,
    LineSpacingType, PageMargin, Paragraph as WordParagraph, ParagraphBorder, ParagraphBorderPosition,
    ParagraphBorders, Run as WordRun, RunFonts, SpecialIndentType, Table as WordTable, TableBorder,
    TableBorderPosition, TableBorders, TableCell, TableCellMargins, TableLayoutType, TableRow, VAlignType, WidthType,
};

use crate::engine::block::{Align, Block, Columns, Paragraph, RuleUnder, Section, Table, Type};
use crate::engine::page::{MM_PER_PT, Mm};
use crate::engine::strip::rule_length;
use crate::engine::text::{Line, Typesetter};
use crate::error::Fault;

/// The name the decree asks for; ours in the PDF has the same metrics.
const FONT: &str = "Times New Roman";

/// A section as a Word file.
///
/// # Errors
/// A character without a glyph (rules are measured as in the PDF); the library refused.
pub(crate) fn write(section: &Section, title: &str, typesetter: &mut Typesetter) -> Result<Vec<u8>, Fault> {
    let output = |e: zip::result::ZipError| Fault::Output(e.to_string());
    let mut document = page(section, typesetter)?;
    // Columns that stand one below the other (boxes 1 to 4 of the decree) are rows of one table.
    let levels = section.blocks.chunk_by(|a, b| match (a, b) {
        (Block::Columns(a), Block::Columns(b)) => widths(a) == widths(b),
        _ => false,
    });
    let mut next = 0;
    for level in levels {
        next += level.len();
        let held = matches!(section.blocks.get(next), Some(Block::Columns(c)) if c.holds_back > 0);
        match &level[0] {
            Block::Paragraph(p) => {
                let mut p = p.clone();
                // Word has no room above a table: what stands above it leaves the room.
                if let Some(Block::Table(table)) = section.blocks.get(next) {
                    p.stand.after += table.before;
                }
                for p in paragraph(&p, section.measure(), held, typesetter)? {
                    document = document.add_paragraph(p);
                }
            }
            Block::Table(t) => document = document.add_table(table(t, typesetter)?),
            Block::Columns(_) => document = document.add_table(columns(level, typesetter)?),
        }
    }
    if !matches!(section.blocks.last(), Some(Block::Paragraph(_))) {
        // Word wants a paragraph after the last table; this one takes no room.
        document = document.add_paragraph(WordParagraph::new().line_spacing(exactly(1)).size(2));
    }
    let mut loose = Cursor::new(Vec::new());
    document.build().pack(&mut loose).map_err(|e| Fault::Output(e.to_string()))?;
    package::pack(loose.into_inner(), title).map_err(output)
}

fn twips(mm: Mm) -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "a page is a few thousand twentieths of a point")]
    let twips = (mm / MM_PER_PT * 20.0).round() as i32;
    twips
}

fn width(mm: Mm) -> usize {
    usize::try_from(twips(mm)).unwrap_or_default()
}

/// Half points.
fn half_points(set_in: Type) -> usize {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a size of type is small")]
    let size = (set_in.size * 2.0).round() as usize;
    size
}

fn exactly(twips: i32) -> LineSpacing {
    LineSpacing::new().line(twips).line_rule(LineSpacingType::Exact).before(0).after(0)
}

/// Size, margins, page number and what stands at the head of each page.
fn page(section: &Section, typesetter: &mut Typesetter) -> Result<Docx, Fault> {
    let m = section.margins;
    let number_height = section.number.map_or(0.0, |n| n.set_in.size * MM_PER_PT * 1.15);
    let margins = PageMargin::new()
        .top(twips(m.top))
        .bottom(twips(m.bottom))
        .left(twips(m.left))
        .right(twips(m.right))
        .header(twips((m.top - number_height) / 2.0))
        .footer(twips(m.bottom / 2.0));
    let fonts = || RunFonts::new().ascii(FONT).hi_ansi(FONT).east_asia(FONT).cs(FONT);
    let mut document = Docx::new()
        .page_size(
            u32::try_from(width(section.width)).unwrap_or_default(),
            u32::try_from(width(section.height)).unwrap_or_default(),
        )
        .page_margin(margins)
        .default_fonts(fonts());
    let (mut first, mut others) = (Header::new(), Header::new());
    if let Some(number) = section.number {
        let run = || WordRun::new().size(half_points(number.set_in));
        let field = WordParagraph::new()
            .align(AlignmentType::Center)
            .add_run(run().add_field_char(FieldCharType::Begin, false))
            .add_run(run().add_instr_text(InstrText::PAGE(InstrPAGE::new())))
            .add_run(run().add_field_char(FieldCharType::Separate, false))
            .add_run(run().add_text("2"))
            .add_run(run().add_field_char(FieldCharType::End, false));
        others = others.add_paragraph(field);
        first = first.add_paragraph(WordParagraph::new());
    }
    if let Some(head) = &section.head {
        for p in paragraph(head, section.measure(), false, typesetter)? {
            first = first.add_paragraph(p.clone());
            others = others.add_paragraph(p);
        }
    }
    document = document.header(others).first_header(first);
    Ok(document)
}

/// A paragraph, and below it an empty one that carries its rule.
fn paragraph(p: &Paragraph, measure: Mm, held: bool, typesetter: &mut Typesetter) -> Result<Vec<WordParagraph>, Fault> {
    let stand = p.stand;
    #[expect(clippy::cast_possible_truncation, reason = "240 is a single line")]
    let line = (stand.spacing * 240.0).round() as i32;
    let after = if p.under.is_some() { 0.0 } else { stand.after };
    let spacing = LineSpacing::new()
        .before(u32::try_from(twips(stand.before)).unwrap_or_default())
        .after(u32::try_from(twips(after)).unwrap_or_default())
        .line(line)
        .line_rule(LineSpacingType::Auto);
    // Word cannot balance lines: it is given the width in which they come out balanced.
    let inset = if stand.balanced {
        let longest = typesetter.set(p, measure)?.iter().map(Line::width).fold(0.0, Mm::max);
        ((measure - longest) / 2.0 - 1.0).max(0.0)
    } else {
        0.0
    };
    let first = twips(stand.first_line);
    let special = if first < 0 { SpecialIndentType::Hanging(-first) } else { SpecialIndentType::FirstLine(first) };
    let mut word = WordParagraph::new()
        .align(match stand.align {
            Align::Left => AlignmentType::Left,
            Align::Centre => AlignmentType::Center,
            Align::Right => AlignmentType::Right,
            Align::Justify => AlignmentType::Both,
        })
        .indent(Some(twips(stand.left + inset)), Some(special), Some(twips(inset)), None)
        .line_spacing(spacing)
        .widow_control(true);
    if stand.keep_with_next || held || p.under.is_some() {
        word = word.keep_next(true);
    }
    for run in p.runs.iter().filter(|r| !r.text.is_empty()) {
        let mut set = WordRun::new().add_text(domain::text::nfc(&run.text)).size(half_points(run.set_in));
        if run.set_in.face.is_bold() {
            set = set.bold();
        }
        if run.set_in.face.is_italic() {
            set = set.italic();
        }
        word = word.add_run(set);
    }
    let mut all = vec![word];
    if let Some(under) = p.under {
        all.push(rule(p, under, measure, held, typesetter)?);
    }
    Ok(all)
}

/// The rule as the border of an empty paragraph, indented until it is as long as in the PDF.
fn rule(
    p: &Paragraph,
    under: RuleUnder,
    measure: Mm,
    held: bool,
    typesetter: &mut Typesetter,
) -> Result<WordParagraph, Fault> {
    let length = rule_length(under.length, &typesetter.set(p, measure)?);
    let side = twips((measure - length) / 2.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "eighths of a point")]
    let size = (under.thickness / MM_PER_PT * 8.0).round() as usize;
    let border = ParagraphBorder::new(ParagraphBorderPosition::Top).val(BorderType::Single).size(size).color("000000");
    let spacing = exactly(40)
        .before(u32::try_from(twips(under.gap)).unwrap_or_default())
        .after(u32::try_from(twips(p.stand.after)).unwrap_or_default());
    let mut word = WordParagraph::new().indent(Some(side), None, Some(side), None).line_spacing(spacing).size(2);
    word.property = word.property.set_borders(ParagraphBorders::with_empty().set(border));
    Ok(word.keep_next(p.stand.keep_with_next || held))
}

fn cell(
    paragraphs: &[Paragraph],
    cell_width: Mm,
    measure: Mm,
    keep: bool,
    typesetter: &mut Typesetter,
) -> Result<TableCell, Fault> {
    let mut cell = TableCell::new().width(width(cell_width), WidthType::Dxa);
    let mut empty = true;
    for p in paragraphs {
        for word in paragraph(p, measure, keep, typesetter)? {
            cell = cell.add_paragraph(word);
            empty = false;
        }
    }
    Ok(if empty { cell.add_paragraph(WordParagraph::new()) } else { cell })
}

fn table(t: &Table, typesetter: &mut Typesetter) -> Result<WordTable, Fault> {
    let (side, above) = t.padding;
    let mut rows = Vec::new();
    for (i, row) in std::iter::once(&t.header).chain(&t.rows).enumerate() {
        let mut cells = Vec::new();
        for (paragraphs, w) in row.iter().zip(&t.widths) {
            let cell = cell(paragraphs, *w, w - 2.0 * side, i == 0, typesetter)?;
            cells.push(cell.vertical_align(VAlignType::Center));
        }
        let row = TableRow::new(cells).cant_split();
        rows.push(if i == 0 { row.row_height(0.0).height_rule(HeightRule::AtLeast) } else { row });
    }
    let edge = |position| TableBorder::new(position).border_type(BorderType::Single).size(4).color("000000");
    let borders = [
        TableBorderPosition::Top,
        TableBorderPosition::Bottom,
        TableBorderPosition::Left,
        TableBorderPosition::Right,
        TableBorderPosition::InsideH,
        TableBorderPosition::InsideV,
    ];
    let borders = borders.into_iter().fold(TableBorders::with_empty(), |all, position| all.set(edge(position)));
    let margins = TableCellMargins::new().margin(width(above), width(side), width(above), width(side));
    Ok(fixed(WordTable::new(rows), &t.widths).set_borders(borders).margins(margins))
}

/// Columns side by side are a row of a table without rules.
fn columns(level: &[Block], typesetter: &mut Typesetter) -> Result<WordTable, Fault> {
    let mut rows = Vec::new();
    let mut grid = Vec::new();
    for block in level {
        if let Block::Columns(c) = block {
            rows.push(columns_row(c, typesetter)?);
            grid = widths(c);
        }
    }
    let margins = TableCellMargins::new().margin(0, 0, 0, 0);
    Ok(fixed(WordTable::without_borders(rows), &grid).margins(margins))
}

fn columns_row(c: &Columns, typesetter: &mut Typesetter) -> Result<TableRow, Fault> {
    /// A list of recipients longer than this may go on to the next page.
    const LONG: usize = 20;
    let mut cells = Vec::new();
    for column in &c.columns {
        let mut paragraphs = column.paragraphs.clone();
        if let Some(first) = paragraphs.first_mut() {
            first.stand.before += c.before;
        }
        cells.push(cell(&paragraphs, column.width, column.width, false, typesetter)?);
    }
    let row = TableRow::new(cells);
    let may_split = c.columns.iter().any(|column| column.runs_on && column.paragraphs.len() > LONG);
    Ok(if may_split { row } else { row.cant_split() })
}

fn widths(c: &Columns) -> Vec<Mm> {
    c.columns.iter().map(|column| column.width).collect()
}

fn fixed(table: WordTable, widths: &[Mm]) -> WordTable {
    let grid: Vec<usize> = widths.iter().map(|w| width(*w)).collect();
    table.width(grid.iter().sum(), WidthType::Dxa).set_grid(grid).layout(TableLayoutType::Fixed)
}
