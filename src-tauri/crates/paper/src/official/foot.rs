//! Boxes 7, 9b, 12 and 13: recipients and signature, and the office's line at the foot of the first page.

use domain::document::Document;

use super::body;
use crate::engine::block::{Band, Block, Column, Columns, Paragraph, Rule, Stand, Type};
use crate::engine::page::Pt;
use crate::face::Face;
use crate::nd30::Profile;

/// What stands at the foot of the paper's pages: box 13 of the first, under it a report's own line.
pub(super) fn foot(document: &Document, form: &Profile) -> Band {
    let mut band = address(document, form);
    band.first.extend(line(document));
    band.others.extend(line(document));
    band
}

/// By which an issued report is told from every other: smaller than any of the decree's boxes, so that nobody takes it
/// for one.
pub(super) fn line(document: &Document) -> Vec<Block> {
    const SIZE: Pt = 8.0;
    let stand = Stand { before: 2.0, ..Stand::PLAIN };
    let line = |words: &String| Paragraph::new(words, Type::new(Face::Serif, SIZE), stand).into();
    document.foot.iter().map(line).collect()
}

/// Box 13, of a công văn and a giấy mời: where somebody who has a question turns.
fn address(document: &Document, form: &Profile) -> Band {
    const INVITATION: &str = "GIẤY MỜI";
    let asks = document.kind.as_deref().is_none_or(|kind| kind == INVITATION);
    let Some(line) = document.issuer.contact_line.as_deref().filter(|_| asks) else { return Band::default() };
    let rule = Rule { share: 1.0, thickness: form.rule, before: 2.0, after: 1.0 };
    Band::on_first_page(vec![
        Block::Rule(rule),
        Paragraph::new(line, Type::new(Face::Serif, form.address), Stand::CENTRED).into(),
    ])
}

/// Boxes 7, 9b and 12: recipients at the left, signature at the right, level; some of the body stays with them.
pub(super) fn signature(document: &Document, form: &Profile) -> Vec<Block> {
    /// Room for the signature and the seal, where the name stands below or is still to be written.
    const ROOM: f32 = 26.0;
    let mut left = Vec::new();
    let recipients = &document.recipients.0;
    if !recipients.is_empty() {
        left.push(Paragraph::new("Nơi nhận:", form.recipients_head, Stand { keep_with_next: true, ..Stand::PLAIN }));
    }
    for (i, recipient) in recipients.iter().enumerate() {
        let mark = if i + 1 == recipients.len() { "." } else { ";" };
        let words = recipient.trim_end_matches(['.', ';']);
        left.push(Paragraph::new(format!("- {words}{mark}"), form.recipients, Stand::PLAIN));
    }
    if let Some(mark) = &document.drafter {
        // Box 12.
        let stand = Stand { before: form.between, ..Stand::PLAIN };
        left.push(Paragraph::new(mark, form.recipients, stand));
    }
    let mut right: Vec<Paragraph> = document
        .signature
        .lines
        .iter()
        .map(|line| Paragraph::new(line.to_uppercase(), form.signer, Stand::CENTRED))
        .collect();
    if let Some(last) = right.last_mut() {
        last.stand.after = ROOM;
    }
    // A blank line stands for a name not known yet, so that its place stays free.
    let name = document.signature.signer.as_deref().unwrap_or("\u{a0}");
    right.push(Paragraph::new(name, form.signer, Stand::CENTRED));
    let (left_width, right_width) = form.foot_columns;
    let columns = vec![
        Column { width: left_width, paragraphs: left, runs_on: true },
        Column { width: right_width, paragraphs: right, runs_on: false },
    ];
    // The mark that ends a text is no line of it.
    let holds_back = form.with_signature + usize::from(!body::ends(&document.body));
    vec![Block::Columns(Columns { columns, before: 2.0 * form.between, holds_back })]
}
