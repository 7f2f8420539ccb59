//! What counts as the same picture: another program's letters do, a line that moved by a millimetre does not.

use image::{Rgb, RgbImage};
use product_tests::golden::{DPI, differences, page, read};
use product_tests::{RunExt, scratch, tool};

use super::doctor;

/// A page full of text, drawn by poppler and by MuPDF.
fn drawn() -> [RgbImage; 2] {
    let folder = scratch();
    let (document, _) = &doctor::sound()[3];
    let pdf = folder.path().join("a.pdf");
    std::fs::write(&pdf, paper::document_pdf(document).expect("it can be made")).expect("the folder takes files");
    let other = folder.path().join("a.png");
    _ = tool("mutool").args(["draw", "-q", "-r", &DPI.to_string(), "-o"]).arg(&other).arg(&pdf).arg("1").done();
    [page(&pdf, 1), read(&other).expect("MuPDF draws it")]
}

/// The dots between two heights, moved to the right and down; what they leave is white.
fn moved(picture: &RgbImage, from: u32, to: u32, right: i64, down: i64) -> RgbImage {
    let mut moved = picture.clone();
    let inside = |x: u32, y: u32| (from..to).contains(&y).then_some((x, y));
    for (x, y) in picture.enumerate_pixels().filter_map(|(x, y, _)| inside(x, y)) {
        moved.put_pixel(x, y, Rgb([255; 3]));
    }
    for (x, y) in picture.enumerate_pixels().filter_map(|(x, y, _)| inside(x, y)) {
        let (x_now, y_now) = (i64::from(x) + right, i64::from(y) + down);
        if let (Ok(x_now), Ok(y_now)) = (u32::try_from(x_now), u32::try_from(y_now))
            && x_now < picture.width()
            && y_now < picture.height()
            && picture.get_pixel(x, y).0 != [255; 3]
        {
            moved.put_pixel(x_now, y_now, *picture.get_pixel(x, y));
        }
    }
    moved
}

/// The heights at which a picture has a line of text, from the first to the last.
fn lines(picture: &RgbImage) -> Vec<(u32, u32)> {
    let is_inked = |y: u32| (0..picture.width()).any(|x| picture.get_pixel(x, y).0[0] < 128);
    let mut lines: Vec<(u32, u32)> = Vec::new();
    for y in (0..picture.height()).filter(|y| is_inked(*y)) {
        match lines.last_mut() {
            Some((_, to)) if *to == y => *to = y + 1,
            _ => lines.push((y, y + 1)),
        }
    }
    lines
}

#[test]
fn letters_smoothed_by_another_program_are_the_same() {
    let [poppler, mupdf] = drawn();
    assert_eq!(poppler.dimensions(), mupdf.dimensions());
    assert_eq!(differences(&poppler, &mupdf), []);
}

#[test]
fn a_line_of_text_moved_by_a_millimetre_is_found_whichever_it_is() {
    /// A millimetre is 2.4 dots.
    const MILLIMETRE: i64 = 2;
    /// Lower than any line of text. A thin rule alone may be grey over two rows of dots and pass; rules are measured
    /// on the PDF itself.
    const RULE: u32 = 8;
    let [poppler, _] = drawn();
    let lines: Vec<(u32, u32)> = lines(&poppler).into_iter().filter(|(from, to)| to - from > RULE).collect();
    assert!(lines.len() > 20, "{}", lines.len());
    for (from, to) in lines {
        for (right, down) in [(0, MILLIMETRE), (0, -MILLIMETRE), (MILLIMETRE, 0), (-MILLIMETRE, 0)] {
            let found = differences(&moved(&poppler, from, to, right, down), &poppler);
            assert!(!found.is_empty(), "the line at {from} moved by {right}, {down}");
        }
    }
}

#[test]
fn a_page_of_another_size_is_another() {
    assert!(!differences(&RgbImage::new(10, 10), &RgbImage::new(10, 11)).is_empty());
}

#[test]
fn another_colour_is_found() {
    let of = |colour| RgbImage::from_pixel(64, 64, Rgb(colour));
    assert_eq!(differences(&of([200, 60, 50]), &of([204, 64, 52])), []);
    assert!(!differences(&of([200, 60, 50]), &of([160, 60, 50])).is_empty());
    assert!(!differences(&of([255, 255, 255]), &of([225, 255, 255])).is_empty());
}
