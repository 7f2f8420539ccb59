//! R10 and the twins: whole text, sound files, equal bytes, the Word file's words.

use super::expected;
use super::{Case, Measured, Rule, rule, squeezed};
use crate::reader::lines::Line;

pub(super) const RULES: &[Rule] = &[
    rule("R10.text", "all text extractable and equal after NFC", text),
    rule("R10.note", "invented figures are called so on every page", note),
    rule("R10.sound", "qpdf finds nothing wrong", sound),
    rule("R10.bytes", "equal input gives equal bytes, in two processes", bytes),
    rule("R10.word", "the Word file, opened by LibreOffice, holds the same text", word),
];

fn compare(wanted: &[String], found: &[String], page: usize, m: &mut Measured) {
    for n in 0..wanted.len().max(found.len()) {
        let (wanted, found) = (wanted.get(n), found.get(n));
        m.at(wanted == found, page, (0.0, 0.0), || format!("paragraph {n}: {found:?} stands for {wanted:?}"));
    }
}

/// Heads, rows and signatures have rules of their own that compare their words; here are the paragraphs.
fn text(case: &Case, m: &mut Measured) {
    let Some(document) = &case.document else { return };
    let words = |body: &super::parts::Body| body.paragraphs.iter().map(|p| squeezed(&p.words())).collect::<Vec<_>>();
    let wanted = expected::body(document).paragraphs();
    compare(&wanted, &words(&case.parts.body), 0, m);
    for (wanted, found) in document.appendices.iter().zip(&case.parts.appendices) {
        compare(&expected::blocks(&wanted.body).paragraphs(), &words(&found.body), found.pages.0, m);
    }
}

fn note(case: &Case, m: &mut Measured) {
    let Some(document) = &case.document else { return };
    let wanted = document.illustration.as_deref().map(|w| squeezed(w).to_lowercase()).unwrap_or_default();
    for page in 0..case.read.pages.len() {
        let found: String = case.parts.notes.iter().filter(|l| l.page == page).map(Line::words).collect();
        let holds = squeezed(&found).to_lowercase() == wanted;
        m.at(holds, page, (112.5, 20.0), || format!("“{found}” stands for “{wanted}”"));
    }
}

fn sound(case: &Case, m: &mut Measured) {
    m.whole(case.read.unsound.is_empty(), || case.read.unsound.clone());
}

fn bytes(case: &Case, m: &mut Measured) {
    if let Some(same) = case.same_bytes {
        m.whole(same, || "two processes made two files".to_owned());
    }
}

fn word(case: &Case, m: &mut Measured) {
    let (Some(document), Some(word)) = (&case.document, &case.word) else { return };
    let (wanted, found) = (expected::whole(document), squeezed(word));
    m.whole(wanted == found, || {
        let at = wanted.chars().zip(found.chars()).take_while(|(a, b)| a == b).count();
        let from = |s: &str| s.chars().skip(at.saturating_sub(10)).take(40).collect::<String>();
        format!("“{}” stands for “{}”", from(&found), from(&wanted))
    });
}
