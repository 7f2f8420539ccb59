//! A picture from bytes. The only file of the engine that knows the crate image.

use std::io::Cursor;
use std::sync::Arc;

use image::{DynamicImage, ExtendedColorType, ImageDecoder, ImageEncoder, ImageFormat, ImageReader, Rgb, RgbImage};

use crate::engine::page::Modules;
use crate::engine::qr::QUIET;
use crate::error::Fault;

/// A picture, upright; copies share its bytes.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Image(Arc<Pixels>);

/// As a page holds it.
#[derive(Debug, PartialEq)]
pub(crate) struct Pixels {
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) grey: bool,
    pub(crate) coded: Coded,
}

#[derive(Debug, PartialEq)]
pub(crate) enum Coded {
    /// The file as it came.
    Jpeg(Vec<u8>),
    /// Rows of grey or of red, green and blue, a byte each, and the file they came from.
    Plain { samples: Vec<u8>, png: Vec<u8> },
}

impl Image {
    /// From a JPEG or PNG file. What is see-through was white paper.
    ///
    /// # Errors
    /// Neither, broken, or four colours of a printing press.
    pub(crate) fn read(file: &[u8]) -> Result<Self, Fault> {
        let refused = |e: image::ImageError| Fault::Output(e.to_string());
        let format = image::guess_format(file).map_err(refused)?;
        let reader = ImageReader::with_format(Cursor::new(file), format);
        let pixels = match format {
            ImageFormat::Jpeg => {
                let decoder = reader.into_decoder().map_err(refused)?;
                let (width, height) = decoder.dimensions();
                let grey = match decoder.original_color_type() {
                    ExtendedColorType::L8 => true,
                    ExtendedColorType::Rgb8 => false,
                    other => return Err(Fault::Output(format!("a JPEG of {other:?}"))),
                };
                Pixels { width, height, grey, coded: Coded::Jpeg(file.to_vec()) }
            }
            ImageFormat::Png => {
                let picture = on_white(reader.decode().map_err(refused)?);
                let grey = !picture.color().has_color();
                let (width, height) = (picture.width(), picture.height());
                let samples = if grey { picture.into_luma8().into_raw() } else { picture.into_rgb8().into_raw() };
                Pixels { width, height, grey, coded: Coded::Plain { samples, png: file.to_vec() } }
            }
            other => return Err(Fault::Output(format!("a picture as {other:?}"))),
        };
        Ok(Self(Arc::new(pixels)))
    }

    pub(crate) fn pixels(&self) -> &Pixels {
        &self.0
    }

    /// The file it came from, for a program that reads pictures itself.
    pub(crate) fn file(&self) -> &[u8] {
        match &self.0.coded {
            Coded::Jpeg(file) => file,
            Coded::Plain { png, .. } => png,
        }
    }

    /// Height by width.
    pub(crate) fn proportion(&self) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "a picture is a few thousand pixels wide")]
        let proportion = self.0.height as f32 / self.0.width.max(1) as f32;
        proportion
    }

    /// Whether the two show the same; quick for copies.
    pub(crate) fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self == other
    }
}

fn on_white(picture: DynamicImage) -> DynamicImage {
    if !picture.color().has_alpha() {
        return picture;
    }
    let grey = !picture.color().has_color();
    let white = RgbImage::from_pixel(picture.width(), picture.height(), Rgb([255; 3]));
    let mut paper = DynamicImage::ImageRgb8(white).into_rgba8();
    image::imageops::overlay(&mut paper, &picture.into_rgba8(), 0, 0);
    let paper = DynamicImage::ImageRgba8(paper);
    if grey { DynamicImage::ImageLuma8(paper.into_luma8()) } else { DynamicImage::ImageRgb8(paper.into_rgb8()) }
}

/// A QR with its quiet zone as a PNG, for a program that cannot draw it.
///
/// # Errors
/// The encoder refused.
pub(crate) fn qr_png(qr: &Modules) -> Result<Vec<u8>, Fault> {
    /// Pixels of a module.
    const DOTS: u32 = 8;
    let side = (qr.side + 2 * QUIET) * DOTS;
    let mut pixels = image::GrayImage::from_pixel(side, side, image::Luma([255]));
    for dark in &qr.dark {
        for y in (QUIET + dark.y) * DOTS..(QUIET + dark.y + dark.height) * DOTS {
            for x in (QUIET + dark.x) * DOTS..(QUIET + dark.x + dark.width) * DOTS {
                pixels.put_pixel(x, y, image::Luma([0]));
            }
        }
    }
    let mut png = Vec::new();
    image::codecs::png::PngEncoder::new(&mut png)
        .write_image(pixels.as_raw(), side, side, ExtendedColorType::L8)
        .map_err(|e| Fault::Output(e.to_string()))?;
    Ok(png)
}
