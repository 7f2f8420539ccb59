//! A photo as small and upright JPEG.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::imageops::{FilterType, overlay};
use image::metadata::Orientation;
use image::{DynamicImage, ExtendedColorType, ImageDecoder, ImageFormat, ImageReader, Limits, Rgb, RgbImage};

use super::{LARGEST_JPEG, NotAScan};

/// Pixels of a picture that is decoded, in millions: twice what a phone's camera usually gives. More is refused
/// by the picture's header, before room is made for it.
const MOST_MEGAPIXELS: u64 = 40;
const LONGEST_SIDE: u32 = 20_000;
/// Bytes a decoder may ask for.
const MOST_ROOM: u64 = 512 * 1024 * 1024;

/// Long side in pixels and quality, tried in this order: an A4 sheet of 2,000 pixels has 170 a printing inch,
/// which reads well, and legible digits need sharpness more than faithful colours.
const STEPS: [(u32, u8); 9] =
    [(2_000, 80), (2_000, 65), (1_800, 60), (1_600, 55), (1_600, 40), (1_280, 40), (1_024, 35), (800, 30), (600, 25)];

pub(super) fn encode_anew(bytes: &[u8], format: ImageFormat) -> Result<Vec<u8>, NotAScan> {
    let mut picture = decode(bytes, format)?;
    for (side, quality) in STEPS {
        if picture.width().max(picture.height()) > side {
            picture = DynamicImage::ImageRgb8(picture).resize(side, side, FilterType::CatmullRom).into_rgb8();
        }
        let encoded = encode(&picture, quality)?;
        if encoded.len() <= LARGEST_JPEG {
            return Ok(encoded);
        }
    }
    Err(NotAScan::Picture)
}

/// The pixels, upright, on white.
fn decode(bytes: &[u8], format: ImageFormat) -> Result<RgbImage, NotAScan> {
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    limits.max_alloc = Some(MOST_ROOM);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|e| unreadable(&e))?;
    let (width, height) = decoder.dimensions();
    let megapixels = u64::from(width) * u64::from(height) / 1_000_000;
    if megapixels >= MOST_MEGAPIXELS {
        return Err(NotAScan::TooManyPixels { megapixels, most: MOST_MEGAPIXELS });
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|e| unreadable(&e))?;
    picture.apply_orientation(orientation);
    Ok(on_white(picture))
}

/// What is see-through was white paper.
fn on_white(picture: DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8();
    }
    let (width, height) = (picture.width(), picture.height());
    let mut paper = DynamicImage::ImageRgb8(RgbImage::from_pixel(width, height, Rgb([255; 3]))).into_rgba8();
    overlay(&mut paper, &picture.into_rgba8(), 0, 0);
    DynamicImage::ImageRgba8(paper).into_rgb8()
}

fn encode(picture: &RgbImage, quality: u8) -> Result<Vec<u8>, NotAScan> {
    let mut out = Vec::new();
    JpegEncoder::new_with_quality(&mut out, quality)
        .encode(picture.as_raw(), picture.width(), picture.height(), ExtendedColorType::Rgb8)
        .map_err(|e| unreadable(&e))?;
    Ok(out)
}

fn unreadable(error: &image::ImageError) -> NotAScan {
    match error {
        image::ImageError::Limits(_) => NotAScan::TooManyPixels { megapixels: MOST_MEGAPIXELS, most: MOST_MEGAPIXELS },
        _ => NotAScan::Picture,
    }
}
