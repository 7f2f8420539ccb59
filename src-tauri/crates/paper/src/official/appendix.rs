//! Appendices (NĐ 30, Phụ lục I, phần III): pages and page numbers of their own, a Roman number where there are
//! several, and the paper they go with.

use domain::document::{Appendix, Document};
use domain::number::roman;
use domain::text::capitalised;

use crate::engine::block::{Band, Block, Paragraph, Section, Stand, Type};
use crate::face::Face;
use crate::nd30::Profile;

/// The pages of the appendix at this place, from 0.
pub(super) fn section(document: &Document, at: usize, appendix: &Appendix, form: &Profile) -> Section {
    let (width, height) = if appendix.landscape { (form.height, form.width) } else { (form.width, form.height) };
    let measure = width - form.margins.left - form.margins.right;
    let stand = Stand { keep_with_next: true, balanced: true, ..Stand::CENTRED };
    let name =
        if document.appendices.len() > 1 { format!("Phụ lục {}", roman(at + 1)) } else { "Phụ lục".to_owned() };
    let italic = Type::new(Face::SerifItalic, form.body);
    let mut blocks: Vec<Block> = vec![
        Paragraph::new(name, form.title, stand).heading(1).into(),
        Paragraph::new(appendix.title.to_uppercase(), form.title, stand).into(),
        Paragraph::new(goes_with(document), italic, Stand { after: form.between, ..stand }).into(),
    ];
    blocks.extend(super::body::body(&appendix.body, measure, form));
    Section {
        number: Some(form.page_number),
        head: super::illustration(document, form),
        foot: Band::on_every_page(super::foot::line(document)),
        ..Section::of(width, height, form.margins, blocks)
    }
}

/// `(Kèm theo Kế hoạch số 75/KH-UBND ngày 05 tháng 11 năm 2024 của UBND phường Hà Cầu)`, with room to write what
/// is given after signing.
fn goes_with(document: &Document) -> String {
    let kind = document.kind.as_deref().map_or_else(|| "Công văn".to_owned(), |k| capitalised(&k.to_lowercase()));
    let number = document.number_line();
    let number = number.trim_start_matches("Số: ");
    format!("(Kèm theo {kind} số {number} {} của {})", document.date.words(), document.issuer.short_name)
}
