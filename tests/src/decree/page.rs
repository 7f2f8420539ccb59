//! The page: size, margins, font, colour, number.

use super::parts::{INDENTS, LEFT, RIGHT, TOP};
use super::{Case, Measured, Rule, is_size, near, rule};
use crate::reader::lines::{Line, lines};

/// What stands a hair outside for the rounding of a PDF.
const HAIR: f32 = 0.1;
/// A line's last letter may be drawn nearer to the blank after it, which is not there (kerning): its own width
/// then reaches so far out, its ink does not.
pub(super) const KERNED: f32 = 0.25;

pub(super) const RULES: &[Rule] = &[
    rule("page.size", "A4 210 × 297 upright; across only for an appendix", size),
    rule("page.margin-top", "20–25 mm above the text", margin_top),
    rule("page.margin-bottom", "20–25 mm below the text", margin_bottom),
    rule("page.margin-left", "30–35 mm left of the text", margin_left),
    rule("page.margin-right", "15–20 mm right of the text", margin_right),
    rule("page.rules-inside", "rules and tables stay inside the margins", rules_inside),
    rule("page.font", "Times New Roman or the metric-compatible Liberation Serif", font),
    rule("page.font-embedded", "fonts are embedded", font_embedded),
    rule("page.black", "black", black),
    rule("page.nfc", "Unicode, composed", composed),
    rule("page.number", "Arabic page numbers from 1; each appendix from 1", number),
    rule("page.number-size", "page number 13–14, upright", number_size),
    rule("page.number-place", "page number centred in the top margin", number_place),
    rule("page.number-hidden", "no page number on the first page", number_hidden),
];

fn size(case: &Case, m: &mut Measured) {
    for (page, n) in case.read.pages.iter().zip(0..) {
        let is_a4 = |w: f32, h: f32| (w - 210.0).abs() < 0.3 && (h - 297.0).abs() < 0.3;
        let may_lie = case.parts.appendices.iter().any(|a| (a.pages.0..a.pages.1).contains(&n));
        let holds = is_a4(page.width, page.height) || (may_lie && is_a4(page.height, page.width));
        m.at(holds, n, (0.0, 0.0), || format!("{:.1} × {:.1} mm", page.width, page.height));
    }
}

/// The text of each page, without what stands in the top margin.
fn text(case: &Case) -> Vec<(usize, Vec<Line>)> {
    let inside = |page, n| lines(page, n).into_iter().filter(|l| l.foot() >= TOP).collect();
    case.read.pages.iter().zip(0..).map(|(page, n)| (n, inside(page, n))).collect()
}

fn margin_top(case: &Case, m: &mut Measured) {
    for (_, lines) in text(case) {
        let Some(first) = lines.iter().min_by(|a, b| a.top().total_cmp(&b.top())) else { continue };
        m.line(first.top() >= TOP - HAIR && first.top() <= 25.0, first, || {
            format!("begins {:.2} mm from above", first.top())
        });
    }
}

fn margin_bottom(case: &Case, m: &mut Measured) {
    for (n, lines) in text(case) {
        let height = case.read.pages[n].height;
        let Some(last) = lines.iter().max_by(|a, b| a.foot().total_cmp(&b.foot())) else { continue };
        m.line(last.foot() <= height - 20.0 + HAIR, last, || {
            format!("ends {:.2} mm above the edge", height - last.foot())
        });
    }
}

fn margin_left(case: &Case, m: &mut Measured) {
    for (n, lines) in text(case) {
        let Some(first) = lines.iter().min_by(|a, b| a.left.total_cmp(&b.left)) else { continue };
        m.line(first.left >= LEFT - HAIR, first, || format!("begins at {:.2} mm", first.left));
        // The edge of a body whose lines go on at the left.
        for line in case.parts.body.lines().filter(|l| l.page == n && l.left < INDENTS[0] - 0.5) {
            m.line(line.left <= 35.0, line, || format!("begins at {:.2} mm", line.left));
        }
    }
}

fn margin_right(case: &Case, m: &mut Measured) {
    for (n, lines) in text(case) {
        let width = case.read.pages[n].width;
        let Some(last) = lines.iter().max_by(|a, b| a.right.total_cmp(&b.right)) else { continue };
        m.line(last.right <= width - RIGHT + KERNED, last, || {
            format!("ends {:.2} mm from the right", width - last.right)
        });
    }
    // The edge of the body is where its full lines end.
    let widest = case.parts.body.lines().max_by(|a, b| a.right.total_cmp(&b.right));
    let has_full = case.parts.body.paragraphs.iter().any(|p| p.0.len() > 2);
    if let Some(line) = widest.filter(|_| has_full) {
        m.line(210.0 - line.right <= 20.0 + HAIR, line, || {
            format!("no line ends nearer than {:.2} mm", 210.0 - line.right)
        });
    }
}

fn rules_inside(case: &Case, m: &mut Measured) {
    for (page, n) in case.read.pages.iter().zip(0..) {
        // Half of a stroke's thickness stands on either side of its line.
        let (left, right) = (LEFT - 0.2, page.width - RIGHT + 0.2);
        let (top, foot) = (TOP - 0.2, page.height - 20.0 + 0.2);
        for s in &page.strokes {
            let holds = s.left() >= left && s.right() <= right && s.top() >= top && s.foot() <= foot;
            m.at(holds, n, s.from, || format!("a rule from {:?} to {:?}", s.from, s.to));
        }
    }
}

fn font(case: &Case, m: &mut Measured) {
    for (page, n) in case.read.pages.iter().zip(0..) {
        for glyph in &page.glyphs {
            let family = glyph.font.split('-').next().unwrap_or_default();
            let holds = ["LiberationSerif", "TimesNewRoman", "TimesNewRomanPS"].contains(&family);
            m.at(holds, n, (glyph.left, glyph.base), || format!("{} in {}", glyph.text, glyph.font));
        }
    }
}

fn font_embedded(case: &Case, m: &mut Measured) {
    for font in &case.read.fonts {
        m.whole(font.embedded && font.subset, || format!("{} is not embedded as a subset", font.name));
    }
}

fn black(case: &Case, m: &mut Measured) {
    for (page, n) in case.read.pages.iter().zip(0..) {
        for glyph in page.glyphs.iter().filter(|g| !g.text.is_whitespace()) {
            m.at(glyph.black, n, (glyph.left, glyph.base), || format!("{} is not black", glyph.text));
        }
        for s in &page.strokes {
            m.at(s.black, n, s.from, || "a rule that is not black".to_owned());
        }
    }
}

fn composed(case: &Case, m: &mut Measured) {
    for (text, n) in case.read.copied.iter().zip(0..) {
        let odd = text.chars().zip(domain::text::nfc(text).chars()).find(|(a, b)| a != b);
        m.at(domain::text::nfc(text) == *text, n, (0.0, 0.0), || format!("not composed: {odd:?}"));
    }
}

/// Each page that is to have a number, with it; counted from the first page of its own part.
fn numbered(case: &Case) -> Vec<(usize, usize)> {
    let parts = &case.parts;
    let mut all: Vec<(usize, usize)> = (0..parts.main_pages).map(|n| (n, n + 1)).collect();
    for appendix in &parts.appendices {
        all.extend((appendix.pages.0..appendix.pages.1).zip(1..));
    }
    all
}

fn number(case: &Case, m: &mut Measured) {
    for (page, n) in numbered(case).into_iter().filter(|(_, n)| *n > 1) {
        let found: Vec<String> = case.parts.margin.iter().filter(|l| l.page == page).map(Line::words).collect();
        m.at(found == [n.to_string()], page, (112.5, 10.0), || format!("{found:?} stands for {n}"));
    }
}

fn number_size(case: &Case, m: &mut Measured) {
    for line in &case.parts.margin {
        let upright = line.seen().all(|g| !g.is_bold() && !g.is_italic());
        m.line(is_size(line.size(), 13.0, 14.0) && upright, line, || format!("{} points", line.size()));
    }
}

fn number_place(case: &Case, m: &mut Measured) {
    for line in &case.parts.margin {
        let (.., middle) = case.sides(line.page);
        let holds = near(line.middle(), middle) && line.top() > 0.0 && line.foot() < TOP;
        m.line(holds, line, || format!("middle at {:.2} of {middle}", line.middle()));
    }
}

fn number_hidden(case: &Case, m: &mut Measured) {
    for (page, _) in numbered(case).into_iter().filter(|(_, n)| *n == 1) {
        let found = case.parts.margin.iter().find(|l| l.page == page);
        m.at(found.is_none(), page, (112.5, 10.0), || format!("{:?} on the first page", found.map(Line::words)));
    }
}
