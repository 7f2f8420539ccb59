//! Pages become bytes. Only this folder knows printpdf and lopdf. Every file is PDF/A-2u (`archive`).
//!
//! Same drawing, same bytes: printpdf names resources and the file at random and dates it, so every such
//! name is set here, the dates are left out, and the file's id is the digest of its content.

mod archive;
mod before;
mod draw;
mod file;
mod icc;
mod image;
mod outline;
mod pack;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use printpdf::{FontId, Op, ParsedFont, PdfDocument, PdfFont, PdfPage, PdfSaveOptions, XObjectId};
use sha2::{Digest, Sha256};

use crate::engine::page::{Drawing, Item};
use crate::engine::picture::Image;
use crate::error::PaperError;
use crate::face::Face;

pub(crate) use before::Before;

/// A face as printpdf holds it, and the name of its subset in this file.
#[derive(Debug)]
struct Embedded {
    font: &'static ParsedFont,
    id: FontId,
}

impl Embedded {
    /// The advance a viewer gives a glyph, in thousandths of an em: printpdf writes it cut to whole ones.
    fn advance(&self, glyph: u16) -> i32 {
        let units = f32::from(self.font.pdf_font_metrics.units_per_em);
        let advance = self.font.get_or_decode_glyph(glyph).map_or(0, |g| g.horz_advance);
        #[expect(clippy::cast_possible_truncation, reason = "an advance is a few thousand units, and it is to be cut")]
        let cut = (f32::from(advance) * 1000.0 / units) as i32;
        cut
    }
}

/// What pages call by name.
#[derive(Debug)]
struct Resources {
    fonts: BTreeMap<Face, Embedded>,
    /// Each once, however often it is drawn.
    images: Vec<Image>,
}

impl Resources {
    fn image_name(&self, image: &Image) -> Option<String> {
        self.images.iter().position(|known| known.is(image)).map(image_name)
    }
}

fn image_name(place: usize) -> String {
    format!("P{place}")
}

/// Parsed once for all papers a window makes.
fn parsed(face: Face) -> Result<&'static ParsedFont, PaperError> {
    static PARSED: [OnceLock<Option<ParsedFont>>; Face::ALL.len()] = [const { OnceLock::new() }; Face::ALL.len()];
    let place = Face::ALL.iter().position(|f| *f == face).unwrap_or_default();
    PARSED[place]
        .get_or_init(|| ParsedFont::from_bytes(face.bytes(), 0, &mut Vec::new()))
        .as_ref()
        .ok_or_else(|| PaperError::Output(format!("{face:?} cannot be read")))
}

/// The file.
///
/// # Errors
/// printpdf refused or warned: a page it would only half write is not written.
pub(crate) fn write(drawing: &Drawing) -> Result<Vec<u8>, PaperError> {
    write_again(drawing, &mut Before::default())
}

/// The same bytes, sooner, after a file that was much the same.
///
/// # Errors
/// As [`write`].
pub(crate) fn write_again(drawing: &Drawing, before: &mut Before) -> Result<Vec<u8>, PaperError> {
    let used = Used::in_drawing(drawing);
    let resources = Resources { fonts: used.embedded()?, images: images(drawing) };
    let known = before.known(drawing, &used, &resources);
    let mut pdf = PdfDocument::new(&drawing.title);
    for font in resources.fonts.values() {
        pdf.resources.fonts.map.insert(font.id.clone(), PdfFont::new(font.font.clone()));
    }
    for (place, image) in resources.images.iter().enumerate() {
        pdf.resources.xobjects.map.insert(XObjectId(image_name(place)), image::xobject(image));
    }
    // An underlay is drawn as a page of its own; `file` turns it into content the real pages share.
    let (width, height) = drawing.pages.first().map_or((0.0, 0.0), |p| (p.width, p.height));
    let page = |width, height, ops| PdfPage::new(printpdf::Mm(width), printpdf::Mm(height), ops);
    let underlays = drawing.underlays.iter().map(|items| {
        // What it sets must not reach the page above it.
        let mut ops = vec![Op::SaveGraphicsState];
        ops.extend(draw::ops(items, height, &resources));
        ops.push(Op::RestoreGraphicsState);
        page(width, height, ops)
    });
    let pages = drawing.pages.iter().zip(&known).map(|(p, known)| {
        let ops = if known.is_some() { Vec::new() } else { draw::ops(&p.items, p.height, &resources) };
        page(p.width, p.height, ops)
    });
    // printpdf takes glyphs from what it is given to draw: those of known pages stand on one that `file` takes out.
    let spare = known.iter().any(Option::is_some).then(|| page(width, height, draw::glyphs(&used, &resources)));
    pdf.pages = underlays.chain(pages).chain(spare).collect();
    let options = PdfSaveOptions { secure: false, ..PdfSaveOptions::default() };
    let mut warnings = Vec::new();
    let mut document = printpdf::serialize::to_lopdf_doc(&pdf, &options, &mut warnings);
    if let Some(warning) = warnings.first() {
        return Err(PaperError::Output(warning.msg.clone()));
    }
    let refused = |e: lopdf::Error| PaperError::Output(e.to_string());
    let contents = before::contents(&mut document, drawing, known).map_err(refused)?;
    file::finish(&mut document, drawing).map_err(refused)?;
    before.packed.pack(&mut document)?;
    before.keep(drawing, used, resources, contents);
    file::bytes(document).map_err(refused)
}

fn items(drawing: &Drawing) -> impl Iterator<Item = &Item> {
    drawing.underlays.iter().flatten().chain(drawing.pages.iter().flat_map(|p| &p.items))
}

/// The pictures a drawing uses.
fn images(drawing: &Drawing) -> Vec<Image> {
    let mut images: Vec<Image> = Vec::new();
    for item in items(drawing) {
        if let Item::Image { image, .. } = item
            && !images.iter().any(|known| known.is(image))
        {
            images.push(image.clone());
        }
    }
    images
}

/// The glyphs a drawing uses of each face, and the text each stands for when it is copied.
#[derive(Debug, Default)]
struct Used(BTreeMap<Face, BTreeMap<u16, Box<str>>>);

impl Used {
    fn in_drawing(drawing: &Drawing) -> Self {
        let mut used = Self::default();
        for item in items(drawing) {
            if let Item::Text { line, .. } = item {
                for word in &line.words {
                    let of_face = used.0.entry(word.set_in.face).or_default();
                    for glyph in &word.glyphs {
                        // As printpdf has it, the last text counts.
                        if of_face.get(&glyph.id) != Some(&glyph.text) {
                            of_face.insert(glyph.id, glyph.text.clone());
                        }
                    }
                }
            }
        }
        used
    }

    fn same_glyphs(&self, other: &Self) -> bool {
        let glyphs = |used: &Self| -> Vec<(Face, Vec<u16>)> {
            used.0.iter().map(|(face, glyphs)| (*face, glyphs.keys().copied().collect())).collect()
        };
        glyphs(self) == glyphs(other)
    }

    /// The faces, each named after the glyphs taken from it.
    fn embedded(&self) -> Result<BTreeMap<Face, Embedded>, PaperError> {
        let embedded = |(face, glyphs): (&Face, &BTreeMap<u16, Box<str>>)| {
            Ok((*face, Embedded { font: parsed(*face)?, id: FontId(subset_tag(*face, glyphs.keys())) }))
        };
        self.0.iter().map(embedded).collect()
    }
}

/// Six capitals from the face and its glyphs: the tag the PDF standard wants on a subset.
fn subset_tag<'a>(face: Face, glyphs: impl Iterator<Item = &'a u16>) -> String {
    let mut digest = Sha256::new();
    digest.update(face.tag());
    for glyph in glyphs {
        digest.update(glyph.to_be_bytes());
    }
    digest.finalize().iter().take(6).map(|b| char::from(b'A' + b % 26)).collect()
}
