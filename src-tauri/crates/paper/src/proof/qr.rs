//! One QR on a raster of the finished page.

use super::raster::{Eye, Part};
use super::worn::Grey;
use super::{CONTRAST, Promise};
use crate::engine::page::Mm;
use crate::engine::qr::{QUIET, squares};
use crate::error::{Flaw, PaperError};

/// A scanner of the office; a phone sees more.
const PER_INCH: f64 = 150.0;
#[expect(clippy::cast_possible_truncation, reason = "a small number")]
const PER_MM: f32 = (PER_INCH / 25.4) as f32;

/// Room around the quiet zone, so that a QR turned by 2° stays within the picture.
const ROUND: Mm = 2.0;

pub(super) fn wide_enough(promise: &Promise) -> Result<(), Flaw> {
    let (module, least) = (promise.qr.module, promise.least);
    if module < least - 0.001 { Err(Flaw::Small { module, least }) } else { Ok(()) }
}

/// The QR and what surrounds it, in greys as a photocopier sees colours.
pub(super) struct Seen {
    picture: Grey,
    /// Dots from the picture's top left to the dark square's, and how many a module is wide.
    from: f32,
    module: f32,
    side: u32,
}

impl Seen {
    #[expect(clippy::cast_precision_loss, reason = "a QR has at most 177 modules on a side")]
    pub(super) fn of(eye: &Eye<'_>, promise: &Promise) -> Result<Self, PaperError> {
        let qr = promise.qr;
        let edge = qr.module * QUIET as f32 + ROUND;
        let side = qr.module * qr.side as f32 + 2.0 * edge;
        let part = Part { x: qr.x - edge, y: qr.y - edge, width: side, height: side };
        let picture = eye.look(promise.page, PER_INCH, part)?;
        let (width, height) = (picture.width() as usize, picture.height() as usize);
        let dots = picture.pixels().map(|p| luminance(p.0)).collect();
        let picture = Grey { width, height, dots };
        Ok(Self { picture, from: edge * PER_MM, module: qr.module * PER_MM, side: qr.side })
    }

    pub(super) fn dots(&self) -> &[u8] {
        &self.picture.dots
    }

    /// Everything that the raster must show.
    pub(super) fn verdict(&self, promise: &Promise) -> Result<(), Flaw> {
        is_clear_of_edges(promise)?;
        let (light, dark) = self.tones();
        if light - dark < CONTRAST * 255.0 {
            return Err(Flaw::Pale);
        }
        // Softened edges of the code are lighter than any letter.
        if self.ring().any(|dot| dot < light - (light - dark) * 0.25) {
            return Err(Flaw::Crowded);
        }
        let between = (light + dark) / 2.0;
        let shows = |wanted: Vec<bool>| self.modules().zip(wanted).all(|(m, dark)| m.is_all(between, dark));
        let is_whole = squares(&promise.text, promise.qr.side).any(shows);
        match read(&self.picture.worn()) {
            Some(text) if text != promise.text => Err(Flaw::OtherText),
            Some(_) if is_whole => Ok(()),
            None if is_whole => Err(Flaw::Unreadable),
            _ => Err(Flaw::Covered),
        }
    }

    /// How light the quiet zone and how dark the dark modules are, each in the middle of all its dots. About half of
    /// a QR is dark: a quarter from the darkest lies well among them.
    fn tones(&self) -> (f32, f32) {
        let greys = self.modules().map(|m| (m.least + m.most) / 2.0);
        (ranked(self.ring().collect(), 0.5), ranked(greys.collect(), 0.25))
    }

    /// The dots of the quiet zone that lie wholly in it.
    #[expect(clippy::cast_precision_loss, reason = "a few hundred dots")]
    fn ring(&self) -> impl Iterator<Item = f32> + '_ {
        /// What a raster may round.
        const HAIR: f32 = 0.05;
        let quiet = self.module * QUIET as f32;
        let (from, to) = (self.from, self.from + self.module * self.side as f32);
        let is_within = move |n: f32| n > from - quiet - HAIR && n + 1.0 < to + quiet + HAIR;
        let is_beside = move |n: f32| n + 1.0 < from + HAIR || n > to - HAIR;
        let width = self.picture.width;
        self.picture.dots.iter().enumerate().filter_map(move |(n, dot)| {
            let (x, y) = ((n % width) as f32, (n / width) as f32);
            let is_quiet = is_within(x) && is_within(y) && (is_beside(x) || is_beside(y));
            is_quiet.then(|| f32::from(*dot))
        })
    }

    /// The middle of each module, row by row.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a few hundred dots, none before the picture's edge"
    )]
    fn modules(&self) -> impl Iterator<Item = Middle> + '_ {
        let span = move |n: u32| {
            let (from, to) = (self.from + n as f32 * self.module, self.from + (n + 1) as f32 * self.module);
            let (rim, middle) = (self.module * RIM, (from + to) / 2.0);
            let (from, to) = ((from + rim).ceil(), (to - rim).floor());
            if from < to { from as usize..to as usize } else { middle as usize..middle as usize + 1 }
        };
        (0..self.side).flat_map(move |row| {
            (0..self.side).map(move |column| {
                let mut middle = Middle { least: f32::MAX, most: f32::MIN };
                for y in span(row) {
                    for x in span(column) {
                        let grey = f32::from(self.picture.dots[y * self.picture.width + x]);
                        middle = Middle { least: middle.least.min(grey), most: middle.most.max(grey) };
                    }
                }
                middle
            })
        })
    }
}

/// Share of a module at each side that belongs to its edge.
const RIM: f32 = 0.2;

/// The darkest and the lightest dot in the middle of a module.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Middle {
    least: f32,
    most: f32,
}

impl Middle {
    fn is_all(self, between: f32, dark: bool) -> bool {
        if dark { self.most < between } else { self.least > between }
    }
}

/// The quiet zone ends on the paper, not beyond it.
#[expect(clippy::cast_precision_loss, reason = "a QR has at most 177 modules on a side")]
fn is_clear_of_edges(promise: &Promise) -> Result<(), Flaw> {
    let (qr, of) = (promise.qr, promise.of);
    let (quiet, side) = (qr.module * QUIET as f32, qr.module * qr.side as f32);
    let is_on = |at: Mm, of: Mm| at - quiet > -0.01 && at + side + quiet < of + 0.01;
    if is_on(qr.x, of.0) && is_on(qr.y, of.1) { Ok(()) } else { Err(Flaw::Crowded) }
}

/// How bright a colour is to the eye and to a photocopier.
fn luminance([red, green, blue, _]: [u8; 4]) -> u8 {
    let of = |part: u8, share: u32| u32::from(part) * share;
    u8::try_from((of(red, 299) + of(green, 587) + of(blue, 114)) / 1000).unwrap_or(u8::MAX)
}

/// The value below which lies this share of all.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a share of a few thousand"
)]
fn ranked(mut greys: Vec<f32>, share: f32) -> f32 {
    if greys.is_empty() {
        return 0.0;
    }
    let rank = (greys.len() as f32 * share) as usize;
    *greys.select_nth_unstable_by(rank, f32::total_cmp).1
}

/// What a reader makes of a picture: a phone looks more than once. The finer picture reads better and takes four times as
/// long; what can be read at the first look needs no second.
fn read(picture: &Grey) -> Option<String> {
    read_once(picture).or_else(|| read_once(&picture.doubled()))
}

fn read_once(picture: &Grey) -> Option<String> {
    let grey = |x: usize, y: usize| picture.dots[y * picture.width + x];
    let mut prepared = rqrr::PreparedImage::prepare_from_greyscale(picture.width, picture.height, grey);
    let found = prepared.detect_grids();
    found.first()?.decode().ok().map(|(_, text)| text)
}
