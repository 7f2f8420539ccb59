//! Sound documents, read once, and hands that spoil what was read: letters moved, set in another size or face,
//! left out, written otherwise. A document is never typeset wrongly; only what the readers saw is changed.

use std::sync::OnceLock;

use product_tests::decree::Case;
use product_tests::decree::generated::{Kind, document};
use product_tests::reader::lines::{Line, lines};
use product_tests::reader::{Glyph, Mm, Read, read};
use product_tests::{decree, scratch};

use domain::document::Document;

/// Never that of the reported run.
const SEED: u64 = 7;

/// The sound documents that are spoiled, each with what a breach may need.
pub(crate) fn sound() -> &'static [(Document, Read)] {
    static READ: OnceLock<Vec<(Document, Read)>> = OnceLock::new();
    READ.get_or_init(|| {
        let folder = scratch();
        let numbers = (0..24).map(|n| (Kind::Plan, n)).chain((0..20).map(|n| (Kind::OTHERS[n as usize % 5], n)));
        let make = |(n, (kind, number)): (usize, (Kind, u32))| {
            let document = document(SEED, number, kind);
            let pdf = paper::document_pdf(&document);
            let path = folder.path().join(format!("{n}.pdf"));
            std::fs::write(&path, pdf.expect("it can be made")).expect("the folder takes files");
            (document, read(&path))
        };
        numbers.enumerate().map(make).collect()
    })
}

/// The faults a rule finds in a document as it was read.
pub(crate) fn found(rule: &str, document: &Document, read: Read) -> (usize, Vec<decree::Breach>) {
    let mut case = Case::new("spoiled".to_owned(), Some(document.clone()), read);
    case.same_bytes = Some(true);
    case.word = Some(decree::expected::whole(document));
    judged(rule, &case)
}

/// What a rule says of a case.
pub(crate) fn judged(rule: &str, case: &Case) -> (usize, Vec<decree::Breach>) {
    let at = decree::rules().iter().position(|r| r.name == rule).unwrap_or_else(|| panic!("no rule {rule}"));
    decree::run::measure(case).swap_remove(at)
}

/// Does something to the signs of the lines that are meant; false if there is none.
pub(crate) fn change(read: &mut Read, meant: impl Fn(&Line) -> bool, mut to: impl FnMut(&mut Glyph)) -> bool {
    let mut any = false;
    for (page, n) in read.pages.iter_mut().zip(0..) {
        let places: Vec<(Mm, Mm, Mm)> =
            lines(page, n).iter().filter(|l| meant(l)).map(|l| (l.base, l.left, l.right)).collect();
        for glyph in &mut page.glyphs {
            let inside = |(base, left, right): &(Mm, Mm, Mm)| {
                (glyph.base - base).abs() < 0.01 && glyph.left >= left - 0.01 && glyph.right <= right + 0.01
            };
            if places.iter().any(inside) {
                to(glyph);
                any = true;
            }
        }
    }
    any
}

/// Writes other letters on the lines that are meant, as far as there are places.
pub(crate) fn rewrite(read: &mut Read, meant: impl Fn(&Line) -> bool, from: &str, to: &str) -> bool {
    let mut any = false;
    for (page, n) in read.pages.iter_mut().zip(0..) {
        for line in lines(page, n).into_iter().filter(|l| meant(l)) {
            let Some(at) = line.text().find(from).map(|at| line.text()[..at].chars().count()) else { continue };
            let first = page.glyphs.iter().position(|g| *g == line.glyphs[at]).expect("a sign of the line");
            let count = from.chars().count();
            let model = page.glyphs[first].clone();
            let (left, right) = (model.left, page.glyphs[first + count - 1].right);
            let wide = (right - left) / to.chars().count().max(1) as f32;
            let signs = to.chars().zip(0u8..).map(|(text, n)| Glyph {
                text,
                left: left + wide * f32::from(n),
                right: left + wide * f32::from(n + 1),
                ..model.clone()
            });
            page.glyphs.splice(first..first + count, signs.collect::<Vec<_>>());
            any = true;
        }
    }
    any
}

/// Takes the room to write out of a line: of its longest run of blanks one is left.
pub(crate) fn narrow(read: &mut Read, line: Option<&Line>) -> bool {
    let Some(line) = line else { return false };
    let runs = line.glyphs.chunk_by(|a, b| a.text.is_whitespace() == b.text.is_whitespace());
    let blanks = runs.filter(|run| run[0].text.is_whitespace()).max_by_key(|run| run.len());
    let Some([first, .., last]) = blanks else { return false };
    let (from, to, base) = (first.right, last.right, line.base);
    let glyphs = &mut read.pages[line.page].glyphs;
    let on_line = |g: &Glyph| (g.base - base).abs() < 0.01 && g.right <= line.right + 0.01;
    glyphs.retain(|g| !(on_line(g) && g.left >= from - 0.01 && g.right <= to + 0.01));
    glyphs.iter_mut().filter(|g| on_line(g) && g.left >= to - 0.01).for_each(|g| shift(g, from - to, 0.0));
    true
}

/// Leaves out the lines that are meant.
pub(crate) fn remove(read: &mut Read, meant: impl Fn(&Line) -> bool) -> bool {
    let any = change(read, meant, |g| g.size = -1.0);
    for page in &mut read.pages {
        page.glyphs.retain(|g| g.size >= 0.0);
    }
    any
}

pub(crate) fn face(glyph: &mut Glyph, name: &str) {
    glyph.font = format!("LiberationSerif{name}").into();
}

pub(crate) fn shift(glyph: &mut Glyph, x: Mm, y: Mm) {
    glyph.left += x;
    glyph.right += x;
    glyph.base += y;
}
