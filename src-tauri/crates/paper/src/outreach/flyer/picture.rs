//! A flyer as a picture for Zalo and Facebook: laid out for a phone's screen, drawn as a page, and the page
//! looked at.

use std::io::{Cursor, Write};

use domain::printing::FlyerDesign;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use super::look::{Inks, Look};
use super::size::Format;
use super::{FlyerPrint, laid, title};
use crate::engine::page::{Drawing, Item, Page};
use crate::engine::pdf;
use crate::engine::text::Typesetter;
use crate::error::PaperError;
use crate::proof::{Fineness, raster};

/// Dots from left to right; five fourths of it from head to foot, the tallest both services show whole.
const ACROSS: u32 = 1080;

/// The picture, 1080 × 1350 dots, in colour.
///
/// # Errors
/// As of [`super::flyers_pdf`].
pub fn flyer_png(flyer: &FlyerPrint, design: FlyerDesign) -> Result<Vec<u8>, PaperError> {
    let items = items(flyer, design, &mut Typesetter::new())?;
    let Format { width, height, .. } = Format::screen();
    let page = Page { width, height, items, ..Page::default() };
    let drawing = Drawing { title: title(std::slice::from_ref(flyer)), pages: vec![page], ..Drawing::default() };
    let picture = raster(&pdf::write(&drawing)?, 0, Fineness::Across(ACROSS))?;
    // It is opaque: no transparency is kept.
    let dots: Vec<u8> = picture.pixels().flat_map(|p| [p.0[0], p.0[1], p.0[2]]).collect();
    let mut bytes = Vec::new();
    PngEncoder::new_with_quality(&mut bytes, CompressionType::Best, FilterType::Adaptive)
        .write_image(&dots, picture.width(), picture.height(), ExtendedColorType::Rgb8)
        .map_err(|e| PaperError::Output(e.to_string()))?;
    Ok(bytes)
}

/// The pictures of a batch in one archive, each under the name `named` gives its area. Two of one name are
/// told apart by a number.
///
/// # Errors
/// As of [`super::flyers_pdf`].
pub fn flyer_pngs_zip(
    batch: &[FlyerPrint],
    design: FlyerDesign,
    named: &dyn Fn(&str) -> String,
    progress: &mut dyn FnMut(usize, usize) -> bool,
) -> Result<Vec<u8>, PaperError> {
    let failed = |e: &dyn std::fmt::Display| PaperError::Output(e.to_string());
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    // A picture does not get smaller, and a date or the system would make equal batches differ.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default())
        .system(System::Unix);
    let mut names: Vec<String> = Vec::new();
    for (n, flyer) in batch.iter().enumerate() {
        if !progress(n, batch.len()) {
            return Err(PaperError::Cancelled);
        }
        let plain = named(&flyer.area);
        let name = match names.iter().filter(|known| **known == plain).count() {
            0 => plain.clone(),
            again => plain.replace(".png", &format!("-{}.png", again + 1)),
        };
        names.push(plain);
        archive.start_file(name, options).map_err(|e| failed(&e))?;
        archive.write_all(&flyer_png(flyer, design)?).map_err(|e| failed(&e))?;
    }
    archive.finish().map(Cursor::into_inner).map_err(|e| failed(&e))
}

/// What the picture shows.
pub(crate) fn items(
    flyer: &FlyerPrint,
    design: FlyerDesign,
    typesetter: &mut Typesetter,
) -> Result<Vec<Item>, PaperError> {
    laid(flyer, design, Format::screen(), Look { inks: Inks::Colour, bleed: 0.0 }, typesetter)
}
