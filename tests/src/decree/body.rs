//! Box 6: the body and its levels.

use domain::document::Block;

use super::parts::{Body, INDENTS, LEFT, Paragraph};
use super::{Case, Measured, Rule, is_size, rule, squeezed};
use crate::reader::MM_PER_POINT;
use crate::reader::lines::{Line, SINGLE};

pub(super) const RULES: &[Rule] = &[
    rule("6.size", "body 13–14", size),
    rule("6.upright", "body regular and upright but where it is marked", upright),
    rule("6.justified", "justified: every line that is not a paragraph's last ends at the right edge", justified),
    rule("6.first-line", "first lines indented by 10 or 12.7 mm, all alike", first_line),
    rule("6.between", "at least 6 pt between paragraphs", between),
    rule("6.spacing", "lines single to 1.5", spacing),
    rule("6.bases", "Căn cứ italic, one a paragraph", bases),
    rule("6.bases-end", "bases end with “;”, the last with “.”", bases_end),
    rule("6.part", "I. UPPER BOLD", part),
    rule("6.item", "1. Title on its own line, bold", item),
    rule("6.numbered", "1. text without a title, regular", numbered),
    rule("6.point", "a) point, regular", point),
    rule("6.point-order", "letters in Vietnamese order: a b c d đ e g h …", point_order),
    rule("6.ends", "the body ends ./.", ends),
];

/// The texts whose lines are those of a body: the document's own and its appendices'.
pub(super) fn bodies(case: &Case) -> impl Iterator<Item = &Body> {
    std::iter::once(&case.parts.body).chain(case.parts.appendices.iter().map(|a| &a.body))
}

fn paragraphs(case: &Case) -> impl Iterator<Item = &Paragraph> {
    bodies(case).flat_map(|b| &b.paragraphs)
}

/// The mark that ends a text whose last piece cannot carry it.
fn is_mark(paragraph: &Paragraph) -> bool {
    paragraph.words() == "./."
}

fn size(case: &Case, m: &mut Measured) {
    for line in bodies(case).flat_map(Body::lines) {
        let smallest = line.seen().map(|g| g.size).fold(f32::MAX, f32::min);
        m.line(is_size(line.size(), 13.0, 14.0) && is_size(smallest, 13.0, 14.0), line, || {
            format!("{} points", line.size())
        });
    }
    for line in bodies(case).flat_map(|b| &b.tables).flat_map(|t| &t.lines) {
        m.line(is_size(line.size(), 11.0, 14.0), line, || format!("{} points in a table", line.size()));
    }
}

/// The blocks' own words in the order of the found paragraphs, where the words are known.
fn described(case: &Case) -> Vec<(&Block, &Paragraph)> {
    let Some(document) = &case.document else { return Vec::new() };
    let blocks = document.body.iter().filter(|b| !matches!(b, Block::Schedule { .. } | Block::Table { .. }));
    let own = case.parts.body.paragraphs.iter().skip(document.bases.len());
    let appended = document.appendices.iter().zip(&case.parts.appendices).flat_map(|(wanted, found)| {
        let blocks = wanted.body.iter().filter(|b| !matches!(b, Block::Schedule { .. } | Block::Table { .. }));
        blocks.zip(&found.body.paragraphs)
    });
    blocks.zip(own).chain(appended).collect()
}

fn upright(case: &Case, m: &mut Measured) {
    for (block, paragraph) in described(case) {
        let rich = match block {
            Block::Paragraph(text) | Block::Dash(text) => text,
            _ => continue,
        };
        let marked =
            rich.0.iter().flat_map(|s| s.text.chars().filter(|c| !c.is_whitespace()).map(|_| (s.bold, s.italic)));
        let lead = if matches!(block, Block::Dash(_)) { vec![(false, false)] } else { vec![] };
        let wanted: Vec<(bool, bool)> = lead.into_iter().chain(marked).collect();
        let found: Vec<(bool, bool)> =
            paragraph.0.iter().flat_map(Line::seen).map(|g| (g.is_bold(), g.is_italic())).collect();
        m.line(wanted == found, &paragraph.0[0], || "other letters are bold or italic than were marked".to_owned());
    }
}

fn justified(case: &Case, m: &mut Measured) {
    for paragraph in paragraphs(case).filter(|p| !p.is_bold()) {
        let count = paragraph.0.len();
        for line in &paragraph.0[..count - 1] {
            let (_, right, _) = case.sides(line.page);
            // A line of one word cannot be stretched.
            if line.words().contains(' ') {
                m.line((line.right - right).abs() < 0.3, line, || format!("ends at {:.2} of {right}", line.right));
            }
        }
    }
}

fn first_line(case: &Case, m: &mut Measured) {
    let mut used = None;
    for paragraph in paragraphs(case).filter(|p| !is_mark(p)) {
        let line = &paragraph.0[0];
        let indent = INDENTS.into_iter().find(|i| (line.left - i).abs() < 0.3);
        let same = indent.is_none() || used.is_none() || used == indent;
        used = used.or(indent);
        m.line(indent.is_some() && same, line, || {
            format!("begins {:.2} mm from the edge of the text", line.left - LEFT)
        });
        for line in &paragraph.0[1..] {
            m.line((line.left - LEFT).abs() < 0.3, line, || format!("goes on at {:.2} mm", line.left));
        }
    }
}

/// From one base to the next, in points; none over a page or a table.
fn step(case: &Case, above: &Line, below: &Line) -> Option<f32> {
    let parted = bodies(case)
        .flat_map(|b| &b.tables)
        .any(|t| t.grid.page == above.page && t.grid.top() > above.base - 1.0 && t.grid.foot() < below.base);
    (above.page == below.page && !parted && below.base > above.base).then(|| (below.base - above.base) / MM_PER_POINT)
}

fn between(case: &Case, m: &mut Measured) {
    for body in bodies(case) {
        for pair in body.paragraphs.windows(2) {
            let (Some(above), below) = (pair[0].0.last(), &pair[1].0[0]) else { continue };
            if let Some(step) = step(case, above, below) {
                let gap = step - SINGLE * below.size();
                m.line(gap > 5.9, below, || format!("{gap:.1} points above it"));
            }
        }
    }
}

fn spacing(case: &Case, m: &mut Measured) {
    for paragraph in paragraphs(case) {
        for pair in paragraph.0.windows(2) {
            if let Some(step) = step(case, &pair[0], &pair[1]) {
                let share = step / (SINGLE * pair[1].size());
                m.line((0.985..=1.51).contains(&share), &pair[1], || format!("{share:.2} of single spacing"));
            }
        }
    }
}

/// The paragraphs before the text: those that were to be printed or, where that is not known, what is italic.
fn found_bases(case: &Case) -> &[Paragraph] {
    let all = &case.parts.body.paragraphs;
    let count = match &case.document {
        Some(document) => document.bases.len().min(all.len()),
        None => all.iter().take_while(|p| p.is_italic()).count(),
    };
    &all[..count]
}

fn bases(case: &Case, m: &mut Measured) {
    for base in found_bases(case) {
        m.line(base.is_italic(), &base.0[0], || "not italic".to_owned());
    }
    if let Some(after) = case.document.as_ref().and_then(|d| case.parts.body.paragraphs.get(d.bases.len())) {
        m.line(!after.is_italic(), &after.0[0], || "italic after the bases".to_owned());
    }
}

fn bases_end(case: &Case, m: &mut Measured) {
    let bases = found_bases(case);
    for (base, n) in bases.iter().zip(1..) {
        let mark = if n == bases.len() { '.' } else { ';' };
        m.line(base.words().ends_with(mark), &base.0[0], || format!("does not end with {mark}"));
    }
}

/// The number before a point and a blank, and what follows.
fn led(words: &str, is_number: fn(&str) -> bool) -> Option<&str> {
    let (number, rest) = words.split_once(". ")?;
    is_number(number).then_some(rest)
}

fn is_roman(number: &str) -> bool {
    !number.is_empty() && number.chars().all(|c| "IVX".contains(c))
}

fn is_arabic(number: &str) -> bool {
    !number.is_empty() && number.chars().all(|c| c.is_ascii_digit())
}

fn is_upright(paragraph: &Paragraph) -> bool {
    paragraph.0.iter().flat_map(Line::seen).all(|g| !g.is_italic())
}

fn part(case: &Case, m: &mut Measured) {
    let wanted = |m: &mut Measured, p: &Paragraph| {
        let words = p.words();
        let holds = led(&words, is_roman).is_some_and(|t| t == t.to_uppercase()) && p.is_bold() && is_upright(p);
        m.line(holds, &p.0[0], || "not I. UPPER BOLD".to_owned());
    };
    for (block, paragraph) in described(case) {
        if matches!(block, Block::Part { .. }) {
            wanted(m, paragraph);
        }
    }
    if case.document.is_none() {
        for paragraph in paragraphs(case).filter(|p| led(&p.words(), is_roman).is_some()) {
            wanted(m, paragraph);
        }
    }
}

fn item(case: &Case, m: &mut Measured) {
    for (block, paragraph) in described(case) {
        if let Block::Item { title, .. } = block {
            let words = paragraph.words();
            let holds = led(&words, is_arabic).is_some_and(|t| squeezed(t) == squeezed(title));
            m.line(holds && paragraph.is_bold() && is_upright(paragraph), &paragraph.0[0], || {
                "not 1. Title in bold".to_owned()
            });
        }
    }
    if case.document.is_none() {
        for paragraph in paragraphs(case).filter(|p| p.is_bold() && led(&p.words(), is_arabic).is_some()) {
            m.line(is_upright(paragraph), &paragraph.0[0], || "italic".to_owned());
        }
    }
}

/// Signs before the first that somebody marked, all regular.
fn begins_regular(paragraph: &Paragraph) -> bool {
    paragraph.0.iter().flat_map(Line::seen).take(3).all(|g| !g.is_bold() && !g.is_italic())
}

fn numbered(case: &Case, m: &mut Measured) {
    for (block, paragraph) in described(case) {
        if matches!(block, Block::NumberedText { .. }) {
            let holds = led(&paragraph.words(), is_arabic).is_some() && begins_regular(paragraph);
            m.line(holds, &paragraph.0[0], || "not 1. text in regular".to_owned());
        }
    }
}

fn point(case: &Case, m: &mut Measured) {
    for (block, paragraph) in described(case) {
        if let Block::Point { letter, .. } = block {
            let holds = paragraph.words().starts_with(&format!("{letter}) ")) && begins_regular(paragraph);
            m.line(holds, &paragraph.0[0], || format!("not {letter}) in regular"));
        }
    }
}

fn point_order(case: &Case, m: &mut Measured) {
    const ORDER: &str = "abcdđeghiklmnopqrstuvxy";
    for body in bodies(case) {
        let letter = |p: &Paragraph| {
            p.words().strip_suffix(|_: char| true).and_then(|w| {
                let (letter, _) = w.split_once(") ")?;
                letter.chars().next().filter(|_| letter.chars().count() == 1)
            })
        };
        let mut before = None;
        for paragraph in &body.paragraphs {
            let found = letter(paragraph).and_then(|l| ORDER.chars().position(|o| o == l).or(Some(usize::MAX)));
            if let Some(at) = found {
                let holds = at == 0 || before.is_some_and(|b: usize| at == b.wrapping_add(1));
                m.line(holds, &paragraph.0[0], || "out of order".to_owned());
            }
            before = found;
        }
    }
}

fn ends(case: &Case, m: &mut Measured) {
    let Some(last) = case.parts.body.paragraphs.last() else { return m.whole(false, || "no body".to_owned()) };
    m.line(last.words().ends_with("./."), &last.0[last.0.len() - 1], || "does not end ./.".to_owned());
}
