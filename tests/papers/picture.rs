//! A page as a scanner would see it, and the QRs a decoder that is not ours finds on it.

use std::path::Path;

use product_tests::{scratch, tool};

/// A page in greys.
#[derive(Debug, Clone)]
pub(crate) struct Picture {
    pub(crate) width: usize,
    pub(crate) height: usize,
    pub(crate) greys: Vec<u8>,
}

/// Part of a page in dots: left, top, width, height.
pub(crate) type Part = (usize, usize, usize, usize);

/// The first pages, at so many dots per inch.
pub(crate) fn pages_until(pdf: &Path, dpi: u32, last: u32) -> Vec<Picture> {
    made(pdf, dpi, &["-l", &last.to_string()])
}

/// The same part of each page.
pub(crate) fn parts(pdf: &Path, dpi: u32, (x, y, width, height): Part) -> Vec<Picture> {
    let numbers = [x, y, width, height].map(|n| n.to_string());
    made(pdf, dpi, &["-x", &numbers[0], "-y", &numbers[1], "-W", &numbers[2], "-H", &numbers[3]])
}

fn made(pdf: &Path, dpi: u32, options: &[&str]) -> Vec<Picture> {
    let folder = scratch();
    let mut command = tool("pdftoppm");
    command.args(["-gray", "-r", &dpi.to_string()]).args(options);
    let status = command.arg(pdf).arg(folder.path().join("p")).status().expect("pdftoppm starts");
    assert!(status.success());
    let mut files: Vec<_> = std::fs::read_dir(folder.path()).expect("a folder").flatten().map(|e| e.path()).collect();
    files.sort();
    files.iter().map(|file| read(&std::fs::read(file).expect("a picture"))).collect()
}

/// A binary PGM: `P5`, width, height, 255, greys.
fn read(pgm: &[u8]) -> Picture {
    let mut rest = pgm;
    let mut next = || {
        let end = rest.iter().position(u8::is_ascii_whitespace).expect("a head");
        let word = String::from_utf8_lossy(&rest[..end]).into_owned();
        rest = &rest[end + 1..];
        word
    };
    assert_eq!(next(), "P5");
    let (width, height) = (next().parse().expect("a width"), next().parse().expect("a height"));
    assert_eq!(next(), "255");
    assert_eq!(rest.len(), width * height);
    Picture { width, height, greys: rest.to_vec() }
}

impl Picture {
    /// The picture cut into equal pieces, as with a knife.
    pub(crate) fn cut(&self, across: usize, down: usize) -> Vec<Self> {
        let (width, height) = (self.width / across, self.height / down);
        let piece = |column: usize, row: usize| {
            let lines = (row * height..(row + 1) * height).map(|y| y * self.width + column * width);
            let greys = lines.flat_map(|from| self.greys[from..from + width].iter().copied()).collect();
            Self { width, height, greys }
        };
        (0..down).flat_map(|row| (0..across).map(move |column| (column, row))).map(|(c, r)| piece(c, r)).collect()
    }

    /// The texts of all QRs.
    pub(crate) fn qrs(&self) -> Vec<String> {
        let grey = |x, y| self.greys[y * self.width + x];
        let mut picture = rqrr::PreparedImage::prepare_from_greyscale(self.width, self.height, grey);
        picture.detect_grids().iter().filter_map(|grid| grid.decode().ok()).map(|(_, text)| text).collect()
    }

    /// As a tired photocopier gives it back: turned by a degree, blurred, grey on grey.
    pub(crate) fn photocopied(&self) -> Self {
        const DEGREE: f32 = std::f32::consts::PI / 180.0;
        let (sin, cos) = DEGREE.sin_cos();
        let (middle_x, middle_y) = (self.width as f32 / 2.0, self.height as f32 / 2.0);
        let from = |x: usize, y: usize| {
            let (dx, dy) = (x as f32 - middle_x, y as f32 - middle_y);
            let (x, y) = (middle_x + dx * cos - dy * sin, middle_y + dx * sin + dy * cos);
            let inside = x >= 0.0 && y >= 0.0 && x < self.width as f32 && y < self.height as f32;
            if inside { u32::from(self.greys[y as usize * self.width + x as usize]) } else { 255 }
        };
        let mut turned = vec![255u32; self.width * self.height];
        for y in 0..self.height {
            for x in 0..self.width {
                turned[y * self.width + x] = from(x, y);
            }
        }
        let mut greys = vec![200u8; self.width * self.height];
        for y in 1..self.height - 1 {
            for x in 1..self.width - 1 {
                let around = (y - 1..=y + 1).flat_map(|y| (x - 1..=x + 1).map(move |x| (x, y)));
                let sum: u32 = around.map(|(x, y)| turned[y * self.width + x]).sum();
                greys[y * self.width + x] = u8::try_from(60 + sum / 9 * 140 / 255).unwrap_or(200);
            }
        }
        Self { greys, ..*self }
    }
}
