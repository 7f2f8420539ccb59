//! What the decree never allows.

use super::body::bodies;
use super::expected::{self, Table, Text};
use super::parts::{Body, Fragment};
use super::{Case, Measured, Rule, rule, squeezed};
use crate::reader::lines::{Line, lines};

pub(super) const RULES: &[Rule] = &[
    rule("never.heading-at-foot", "a heading alone at the foot of a page", heading_at_foot),
    rule("never.split-row", "a table row split across pages", split_row),
    rule("never.without-header", "a table continued without its header row", without_header),
    rule("never.signature-alone", "the signature alone: at least two lines of the body stay with it", signature_alone),
    rule("never.over-margin", "a line over the margin", over_margin),
    rule("never.missing-glyph", "a missing glyph", missing_glyph),
    rule(
        "never.unsearchable",
        "text that cannot be copied: each font says its letters, poppler copies what MuPDF sees",
        unsearchable,
    ),
];

/// Lines of a page's text from above: paragraphs' and tables' lines with whether each is of a heading.
fn on_page(body: &Body, page: usize) -> Vec<(&Line, bool)> {
    let heading = |p: &super::parts::Paragraph| p.is_bold();
    let text = body.paragraphs.iter().flat_map(|p| p.0.iter().map(move |l| (l, heading(p))));
    let tables = body.tables.iter().flat_map(|t| t.lines.iter().map(|l| (l, false)));
    let mut all: Vec<_> = text.chain(tables).filter(|(l, _)| l.page == page).collect();
    all.sort_by(|a, b| a.0.base.total_cmp(&b.0.base));
    all
}

fn heading_at_foot(case: &Case, m: &mut Measured) {
    for body in bodies(case) {
        for page in 0..case.read.pages.len() {
            if let Some((line, is_heading)) = on_page(body, page).last() {
                m.line(!is_heading, line, || "a heading is the last line".to_owned());
            }
        }
    }
}

/// The tables of the texts: as they were to be, and as they are.
fn tables(case: &Case) -> Vec<(&Body, Text)> {
    let Some(document) = &case.document else { return Vec::new() };
    let mut all = vec![(&case.parts.body, expected::body(document))];
    let appended = document.appendices.iter().zip(&case.parts.appendices);
    all.extend(appended.map(|(wanted, found)| (&found.body, expected::blocks(&wanted.body))));
    all
}

fn row_words(row: &[&Line]) -> String {
    row.iter().map(|l| squeezed(&l.words())).collect()
}

/// How many rows at a fragment's head are the table's header.
fn header(fragment: &Fragment, table: &Table) -> usize {
    let rows = fragment.rows();
    let mut words = String::new();
    for (row, n) in rows.iter().zip(1..) {
        words.push_str(&row_words(row));
        if words == table.header {
            return n;
        }
    }
    0
}

fn split_row(case: &Case, m: &mut Measured) {
    for (body, wanted) in tables(case) {
        let mut fragments = body.tables.iter();
        for table in wanted.tables() {
            let mut left = table.rows.iter();
            while left.len() > 0 {
                let Some(fragment) = fragments.next() else {
                    m.whole(false, || format!("a table ends before “{:?}”", left.next()));
                    return;
                };
                for row in fragment.rows().iter().skip(header(fragment, table)) {
                    let words = row_words(row);
                    let wanted = left.next();
                    let at = row.first().map_or((fragment.grid.left, fragment.grid.top()), |l| (l.left, l.base));
                    let holds = wanted.is_some_and(|w| *w == words);
                    m.at(holds, fragment.grid.page, at, || format!("“{words}” stands for “{wanted:?}”"));
                }
            }
        }
        let more = fragments.count();
        m.whole(more == 0, || format!("{more} tables more than there were to be"));
    }
}

fn without_header(case: &Case, m: &mut Measured) {
    for body in bodies(case) {
        for fragment in &body.tables {
            let at = (fragment.grid.left, fragment.grid.top());
            m.at(fragment.has_header(), fragment.grid.page, at, || "no header above its rows".to_owned());
            m.at(fragment.grid.rows() > usize::from(fragment.has_header()), fragment.grid.page, at, || {
                "a header alone".to_owned()
            });
        }
    }
}

fn signature_alone(case: &Case, m: &mut Measured) {
    let Some(first) = case.parts.signature.first() else { return };
    let text = case.parts.body.paragraphs.iter().filter(|p| !p.is_bold()).flat_map(|p| &p.0);
    let rows = case.parts.body.tables.iter().flat_map(|t| &t.lines).filter(|l| !l.is_bold());
    let mut bases: Vec<i32> =
        text.chain(rows).filter(|l| l.page == first.page).map(|l| (l.base * 10.0) as i32).collect();
    bases.sort_unstable();
    bases.dedup();
    m.line(bases.len() >= 2, first, || format!("{} lines of the body stand above", bases.len()));
    let together = case.parts.signature.iter().chain(&case.parts.signer).all(|l| l.page == first.page);
    m.line(together, first, || "parted from its name".to_owned());
}

fn over_margin(case: &Case, m: &mut Measured) {
    for (page, n) in case.read.pages.iter().zip(0..) {
        let (left, right, _) = case.sides(n);
        for line in lines(page, n) {
            let holds = line.left >= left - 0.1
                && line.right <= right + super::page::KERNED
                && line.foot() <= page.height - 19.9;
            m.line(holds, &line, || format!("from {:.2} to {:.2}, foot at {:.2}", line.left, line.right, line.foot()));
        }
    }
}

fn missing_glyph(case: &Case, m: &mut Measured) {
    for (page, n) in case.read.pages.iter().zip(0..) {
        for glyph in &page.glyphs {
            m.at(!glyph.missing, n, (glyph.left, glyph.base), || format!("{:?} has no glyph or no letter", glyph.text));
        }
    }
}

fn unsearchable(case: &Case, m: &mut Measured) {
    for font in &case.read.fonts {
        m.whole(font.searchable, || format!("{} does not say its letters", font.name));
    }
    m.whole(case.read.copied.len() == case.read.pages.len(), || "poppler sees other pages".to_owned());
    for ((text, page), n) in case.read.copied.iter().zip(&case.read.pages).zip(0..) {
        let drawn: String = page.glyphs.iter().map(|g| g.text).collect();
        m.at(squeezed(text) == squeezed(&drawn), n, (0.0, 0.0), || {
            let (a, b) = (squeezed(text), squeezed(&drawn));
            let at = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
            let from = |s: &str| s.chars().skip(at.saturating_sub(5)).take(20).collect::<String>();
            format!("copied “{}” for “{}”", from(&a), from(&b))
        });
    }
}
