//! A finished file's page becomes dots. The only file that knows hayro.

use std::sync::Arc;

use hayro::hayro_interpret::util::TransformExt;
use hayro::hayro_interpret::{InterpreterSettings, InterpreterWarning};
use hayro::hayro_syntax::Pdf;
use hayro::kurbo::Affine;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::vello_cpu::{Pixmap, RasterizerSettings, RenderContext, Resources, TargetInit};
use hayro::{RenderCache, RenderSettings, render_into};
use image::RgbaImage;

use crate::engine::page::Mm;
use crate::error::PaperError;

const POINTS_PER_INCH: f64 = 72.0;
const MM_PER_INCH: f64 = 25.4;

/// How fine a raster is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Fineness {
    /// Dots per inch of paper, as a scanner or a printer counts.
    PerInch(f32),
    /// So many dots from the left edge to the right one, as a screen counts.
    Across(u32),
}

/// A page of a finished PDF as a picture on white, opaque; pages count from 0.
///
/// # Errors
/// A file that cannot be read, a page that is not there, a picture of no or too many dots, a font that cannot
/// be drawn: a page that would show less than the file says is no picture of it.
pub fn raster(pdf: &[u8], page: usize, fineness: Fineness) -> Result<RgbaImage, PaperError> {
    let file = File::open(pdf.to_vec())?;
    let (width, height) = file.size(page)?;
    let per_inch = match fineness {
        Fineness::PerInch(dots) => f64::from(dots),
        Fineness::Across(dots) => f64::from(dots) / f64::from(width) * MM_PER_INCH,
    };
    Eye::new(&file).look(page, per_inch, Part { x: 0.0, y: 0.0, width, height })
}

/// A rectangle of a page, in mm from its top left.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Part {
    pub(super) x: Mm,
    pub(super) y: Mm,
    pub(super) width: Mm,
    pub(super) height: Mm,
}

/// A finished file, opened anew from its bytes.
pub(super) struct File(Pdf);

impl File {
    pub(super) fn open(bytes: Vec<u8>) -> Result<Self, PaperError> {
        Pdf::new(bytes).map(Self).map_err(|e| PaperError::Output(format!("the finished file cannot be read: {e:?}")))
    }

    /// Width and height in mm.
    pub(super) fn size(&self, page: usize) -> Result<(Mm, Mm), PaperError> {
        let page = self.0.pages().get(page).ok_or_else(|| no_page(page))?;
        let (width, height) = page.render_dimensions();
        let mm = |points: f32| points * crate::engine::page::MM_PER_PT;
        Ok((mm(width), mm(height)))
    }
}

fn no_page(page: usize) -> PaperError {
    PaperError::Output(format!("the finished file has no page {}", page + 1))
}

/// Looks at pages of one file; keeps what it has learnt of its fonts. One for each thread.
pub(super) struct Eye<'a> {
    file: &'a File,
    cache: RenderCache<'a>,
    settings: InterpreterSettings,
    unseen: Arc<std::sync::Mutex<Option<InterpreterWarning>>>,
}

impl<'a> Eye<'a> {
    pub(super) fn new(file: &'a File) -> Self {
        let unseen = Arc::new(std::sync::Mutex::new(None));
        let told = Arc::clone(&unseen);
        let sink = move |warning| {
            if let Ok(mut unseen) = told.lock() {
                *unseen = Some(warning);
            }
        };
        let settings = InterpreterSettings { warning_sink: Arc::new(sink), ..InterpreterSettings::default() };
        Self { file, cache: RenderCache::new(), settings, unseen }
    }

    /// Part of a page on white, each side rounded to whole dots.
    pub(super) fn look(&self, page: usize, per_inch: f64, part: Part) -> Result<RgbaImage, PaperError> {
        let sheet = self.file.0.pages().get(page).ok_or_else(|| no_page(page))?;
        let per_mm = per_inch / MM_PER_INCH;
        let (width, height) = (dots(part.width, per_mm)?, dots(part.height, per_mm)?);
        let mut context = RenderContext::new(width, height);
        let place = Affine::translate((-f64::from(part.x) * per_mm, -f64::from(part.y) * per_mm))
            * Affine::scale(per_inch / POINTS_PER_INCH)
            * sheet.initial_transform(true).to_kurbo();
        // Hinting would move edges to whole dots: we want what is on the paper.
        let settings = RenderSettings { hinting: false, ..RenderSettings::default() };
        render_into(sheet, &self.cache, &self.settings, &settings, &mut context, place);
        context.flush();
        let mut picture = Pixmap::new(width, height);
        let raster = RasterizerSettings { target_init: TargetInit::Clear(WHITE), ..RasterizerSettings::default() };
        context.render_with(&mut picture, &mut Resources::default(), raster);
        if let Some(warning) = self.unseen.lock().ok().and_then(|mut unseen| unseen.take()) {
            return Err(PaperError::Output(format!("page {} cannot be drawn whole: {warning:?}", page + 1)));
        }
        let bytes = picture.data_as_u8_slice().to_vec();
        RgbaImage::from_raw(u32::from(width), u32::from(height), bytes)
            .ok_or_else(|| PaperError::Output("a picture of another size than asked".to_owned()))
    }
}

/// A side in whole dots.
fn dots(side: Mm, per_mm: f64) -> Result<u16, PaperError> {
    let dots = (f64::from(side) * per_mm).round();
    if (1.0..=f64::from(u16::MAX)).contains(&dots) {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "just compared")]
        Ok(dots as u16)
    } else {
        Err(PaperError::Output(format!("a picture of {dots} dots")))
    }
}
