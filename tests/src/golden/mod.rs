//! Pictures of one page of each paper, kept in `tests/golden` and looked at by a person when they were taken:
//! `cargo xtask papers --check` and the tests compare, `--bless` takes them anew.
//!
//! Two pictures of a page are alike if every dark dot of either has a dot that is at least greyish within one of
//! its place in the other ([`DARK`], [`SOME`]; [`FEW`] dots in a [`TILE`] may have none), and if every tile is as
//! light as in the other, colour by colour ([`TINT`]). So letters may be smoothed and thin rules drawn in another
//! way, as another version of poppler or another program does it, and nothing may be elsewhere or of another
//! colour: at 60 dots an inch a millimetre is 2.4 dots (`tests/decree/pictures.rs` shows both).

pub mod papers;

use std::path::{Path, PathBuf};

use image::{DynamicImage, RgbImage};

use crate::cli::root;
use crate::{RunExt, scratch, tool};

/// Dots an inch.
pub const DPI: u32 = 60;
/// A picture that is no page becomes so many dots wide.
const WIDE: u32 = 432;
/// Ink of 255 is at most so light; paper near ink at most so.
const DARK: u8 = 128;
const SOME: u8 = 210;
/// The mean of a tile may differ by so much of 255: a rule more or less is 16.
const TINT: f32 = 28.0;
/// A square of the page, in dots: 6.8 mm.
const TILE: u32 = 16;
const FEW: usize = 3;
/// No picture in the sources is larger.
pub const LARGEST: u64 = 60_000;

/// Where the kept pictures are.
#[must_use]
pub fn folder() -> PathBuf {
    root().join("tests/golden")
}

/// A page as poppler draws it, from 1, with so few shades that its file stays small. What is a picture already is
/// made as small.
///
/// # Panics
/// If poppler refuses it, or there is no such page.
#[must_use]
pub fn page(pdf: &Path, number: u32) -> RgbImage {
    if pdf.extension().is_some_and(|e| e == "png") {
        let whole = image::open(pdf).expect("a picture");
        return fewer_shades(whole.resize(WIDE, WIDE * 2, image::imageops::FilterType::Triangle).into_rgb8());
    }
    let folder = scratch();
    let at = number.to_string();
    let target = folder.path().join("page");
    _ = tool("pdftoppm")
        .args(["-r", &DPI.to_string(), "-f", &at, "-l", &at, "-singlefile", "-png"])
        .arg(pdf)
        .arg(&target)
        .done();
    read(&target.with_extension("png")).unwrap_or_else(|| panic!("{} has no page {number}", pdf.display()))
}

/// A picture file; none if there is none.
#[must_use]
pub fn read(path: &Path) -> Option<RgbImage> {
    let picture = image::open(path).ok()?.into_rgb8();
    Some(fewer_shades(picture))
}

/// Sixteen shades of each colour.
fn fewer_shades(mut picture: RgbImage) -> RgbImage {
    for value in picture.iter_mut() {
        *value = ((u16::from(*value) + 8) / 17 * 17).min(255) as u8;
    }
    picture
}

/// Writes a picture as small as it gets: in greys if it has no colour.
///
/// # Panics
/// If the folder takes no files.
pub fn write(picture: &RgbImage, path: &Path) {
    use image::ImageEncoder;
    use image::codecs::png::{CompressionType, FilterType, PngEncoder};
    let is_grey = picture.pixels().all(|p| p.0[0] == p.0[1] && p.0[1] == p.0[2]);
    let whole = DynamicImage::ImageRgb8(picture.clone());
    let whole = if is_grey { DynamicImage::ImageLuma8(whole.into_luma8()) } else { whole };
    let file = std::fs::File::create(path).expect("the folder takes files");
    PngEncoder::new_with_quality(file, CompressionType::Best, FilterType::NoFilter)
        .write_image(whole.as_bytes(), whole.width(), whole.height(), whole.color().into())
        .expect("a picture is written");
}

/// Where two pictures of a page differ: each tile's place in mm from the upper left.
#[must_use]
pub fn differences(a: &RgbImage, b: &RgbImage) -> Vec<(f32, f32)> {
    if a.dimensions() != b.dimensions() {
        return vec![(0.0, 0.0)];
    }
    let mm = |dots: u32| dots as f32 * 25.4 / DPI as f32;
    let tiles =
        (0..a.height()).step_by(TILE as usize).flat_map(|y| (0..a.width()).step_by(TILE as usize).map(move |x| (x, y)));
    tiles.filter(|(x, y)| is_other(a, b, *x, *y)).map(|(x, y)| (mm(x), mm(y))).collect()
}

/// Whether a tile has ink that the other picture has not near it, or another tint.
fn is_other(a: &RgbImage, b: &RgbImage, left: u32, top: u32) -> bool {
    let (right, foot) = ((left + TILE).min(a.width()), (top + TILE).min(a.height()));
    let dots = || (top..foot).flat_map(|y| (left..right).map(move |x| (x, y)));
    let odd = dots().filter(|(x, y)| is_odd(a, b, *x, *y) || is_odd(b, a, *x, *y)).count();
    let mean = |picture: &RgbImage, colour: usize| {
        let sum: u32 = dots().map(|(x, y)| u32::from(picture.get_pixel(x, y).0[colour])).sum();
        sum as f32 / dots().count() as f32
    };
    odd > FEW || (0..3).any(|colour| (mean(a, colour) - mean(b, colour)).abs() > TINT)
}

/// Whether a dot has ink where the other picture has none within one of its place.
fn is_odd(one: &RgbImage, other: &RgbImage, x: u32, y: u32) -> bool {
    let (right, foot) = ((x + 1).min(one.width() - 1), (y + 1).min(one.height() - 1));
    let around = || (y.saturating_sub(1)..=foot).flat_map(|y| (x.saturating_sub(1)..=right).map(move |x| (x, y)));
    let ink = one.get_pixel(x, y).0;
    (0..3).any(|c| ink[c] < DARK && around().all(|(x, y)| other.get_pixel(x, y).0[c] > SOME))
}

/// Compares every paper with its kept picture, or takes the pictures anew; answers what is wrong.
///
/// # Panics
/// If a paper cannot be made.
#[must_use]
pub fn compare(bless: bool) -> Vec<String> {
    let mut faults = Vec::new();
    let samples = papers::Samples::default();
    for paper in papers::PAPERS {
        let path = folder().join(format!("{}.png", paper.name));
        let now = page(&paper.make(&samples), paper.page);
        if bless {
            // What is as it was keeps its file.
            if read(&path).is_none_or(|kept| !differences(&kept, &now).is_empty()) {
                write(&now, &path);
            }
        }
        let Some(kept) = read(&path) else {
            faults.push(format!("{}: there is no picture of it: cargo xtask papers --bless", paper.name));
            continue;
        };
        if let [(x, y), rest @ ..] = &differences(&kept, &now)[..] {
            let shown = std::env::temp_dir().join(format!("{}-now.png", paper.name));
            write(&now, &shown);
            let more = rest.len();
            faults.push(format!(
                "{}: looks otherwise at {x:.0}, {y:.0} mm and {more} places more; as it is now: {}",
                paper.name,
                shown.display()
            ));
        }
        let size = std::fs::metadata(&path).map_or(0, |m| m.len());
        if size > LARGEST {
            faults.push(format!("{}: its picture is {size} bytes large", paper.name));
        }
    }
    faults
}
