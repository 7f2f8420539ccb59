//! Size, margins, numbers, heads and feet of a section.

use docx_rs::{
    AlignmentType, BuildXML, FieldCharType, Footer, Header, InstrPAGE, InstrText, PageMargin, PageNumType,
    PageOrientationType, PageSize, Paragraph as WordParagraph, Run as WordRun, SectionProperty,
};

use super::paragraph::half_points;
use super::picture::Media;
use super::{Word, room_of, speck, twips, words};
use crate::engine::block::{Block, PageNumber, Section};
use crate::engine::page::MM_PER_PT;
use crate::engine::text::Typesetter;
use crate::error::Fault;

/// Heads and feet of all sections, each a part of the package.
#[derive(Debug, Default)]
pub(super) struct Edges {
    pub(super) headers: Vec<Vec<u8>>,
    pub(super) footers: Vec<Vec<u8>>,
}

/// How the section calls its parts.
pub(super) fn header_id(n: usize) -> String {
    format!("rIdHeader{n}")
}

pub(super) fn footer_id(n: usize) -> String {
    format!("rIdFooter{n}")
}

/// What Word keeps of a section beside its words.
pub(super) fn property(
    section: &Section,
    first: bool,
    edges: &mut Edges,
    media: &mut Media,
    typesetter: &mut Typesetter,
) -> Result<SectionProperty, Fault> {
    let m = section.margins;
    let number_height = section.number.map_or(0.0, |n| n.set_in.size * MM_PER_PT * 1.15);
    let has_foot = !section.foot.first.is_empty() || !section.foot.others.is_empty();
    let margins = PageMargin::new()
        .top(twips(m.top))
        .bottom(twips(m.bottom))
        .left(twips(m.left))
        .right(twips(m.right))
        .header(twips(if section.number.is_some() { (m.top - number_height) / 2.0 } else { m.top }))
        // A foot stands inside the margin and pushes the text up.
        .footer(twips(if has_foot { m.bottom } else { m.bottom / 2.0 }));
    let mut size = PageSize::new().size(room_of(section.width), room_of(section.height));
    if section.width > section.height {
        size = size.orient(PageOrientationType::Landscape);
    }
    let mut property = SectionProperty::new().page_size(size).page_margin(margins);
    if !first {
        property = property.page_num_type(PageNumType::new().start(1));
    }
    let others = header(section, false, media, typesetter)?;
    let on_first = header(section, true, media, typesetter)?;
    edges.headers.extend([others.build(), on_first.build()]);
    let n = edges.headers.len();
    property = property.header(others, &header_id(n - 1)).first_header(on_first, &header_id(n));
    // Without feet of its own a section would go on with those of the section before it.
    if has_foot || !edges.footers.is_empty() {
        let others = footer(&section.foot.others, section, media, typesetter)?;
        let on_first = footer(&section.foot.first, section, media, typesetter)?;
        edges.footers.extend([others.build(), on_first.build()]);
        let n = edges.footers.len();
        property = property.footer(others, &footer_id(n - 1)).first_footer(on_first, &footer_id(n));
    }
    Ok(property)
}

fn header(section: &Section, on_first: bool, media: &mut Media, typesetter: &mut Typesetter) -> Result<Header, Fault> {
    let band = if on_first { &section.head.first } else { &section.head.others };
    let mut header = Header::new();
    if let Some(number) = section.number {
        header = header.add_paragraph(if on_first { WordParagraph::new() } else { page_number(number) });
    }
    for fixed in section.fixed.iter().filter(|f| f.every_page) {
        header = header.add_paragraph(media.fixed(fixed)?);
    }
    for word in words(band, section.measure(), media, typesetter)? {
        header = match word {
            Word::Paragraph(p) => header.add_paragraph(*p),
            Word::Table(t) => header.add_table(*t),
        };
    }
    let numbered = section.number.is_some() && band.is_empty();
    Ok(if numbered || ends_with_paragraph(band) { header } else { header.add_paragraph(speck()) })
}

fn footer(band: &[Block], section: &Section, media: &mut Media, typesetter: &mut Typesetter) -> Result<Footer, Fault> {
    let mut footer = Footer::new();
    for word in words(band, section.measure(), media, typesetter)? {
        footer = match word {
            Word::Paragraph(p) => footer.add_paragraph(*p),
            Word::Table(t) => footer.add_table(*t),
        };
    }
    Ok(if ends_with_paragraph(band) { footer } else { footer.add_paragraph(speck()) })
}

/// A head or foot without a paragraph, or with a table at its end, is a file to be repaired.
fn ends_with_paragraph(band: &[Block]) -> bool {
    matches!(band.last(), Some(Block::Paragraph(_) | Block::Rule(_) | Block::Float(_)))
}

fn page_number(number: PageNumber) -> WordParagraph {
    let run = || WordRun::new().size(half_points(number.set_in));
    WordParagraph::new()
        .align(AlignmentType::Center)
        .add_run(run().add_field_char(FieldCharType::Begin, false))
        .add_run(run().add_instr_text(InstrText::PAGE(InstrPAGE::new())))
        .add_run(run().add_field_char(FieldCharType::Separate, false))
        .add_run(run().add_text("2"))
        .add_run(run().add_field_char(FieldCharType::End, false))
}
