//! Our own icons: lines of one style on a square of 24 units, in two widths. Nothing here is from a
//! collection.

use domain::text::fold;

use crate::engine::board::Frame;
use crate::engine::page::{Ink, Item, Paint, Shape, Step};

/// A drawing of [`SIDE`] units.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Icon(&'static [Stroke]);

/// One line of a drawing; lengths in its units.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Stroke {
    /// The outline of a thing.
    Main(&'static [Step]),
    /// What is written or shown on it.
    Fine(&'static [Step]),
    /// A rectangle with round corners: left, top, width, height, radius.
    Round(f32, f32, f32, f32, f32),
    /// The same in the fine width.
    FineRound(f32, f32, f32, f32, f32),
    /// The same, filled.
    Solid(f32, f32, f32, f32, f32),
    /// A filled shape.
    Filled(&'static [Step]),
}

use Step::{At, Close, Curve, Line};
use Stroke::{Filled, Fine, FineRound, Main, Round, Solid};

const SIDE: f32 = 24.0;
/// Widths in units.
const MAIN: f32 = 1.5;
const FINE: f32 = 1.0;

pub(super) const PHONE: Icon = Icon(&[
    Round(7.0, 1.75, 10.0, 20.5, 2.2),
    Fine(&[At(10.4, 19.4), Line(13.6, 19.4)]),
    Fine(&[At(11.2, 4.2), Line(12.8, 4.2)]),
]);

/// A phone, and a card with a face and two lines.
pub(super) const CARD: Icon = Icon(&[
    Round(1.75, 4.75, 20.5, 14.5, 2.2),
    FineRound(5.2, 8.0, 4.4, 4.4, 2.2),
    Fine(&[At(4.6, 16.2), Curve([4.6, 13.2, 10.2, 13.2, 10.2, 16.2])]),
    Fine(&[At(13.4, 9.4), Line(19.0, 9.4)]),
    Fine(&[At(13.4, 12.4), Line(19.0, 12.4)]),
    Fine(&[At(13.4, 15.4), Line(16.6, 15.4)]),
]);

/// Corners of a view finder around a code.
pub(super) const SCAN: Icon = Icon(&[
    Main(&[At(1.75, 7.0), Line(1.75, 3.6), Curve([1.75, 2.5, 2.5, 1.75, 3.6, 1.75]), Line(7.0, 1.75)]),
    Main(&[At(17.0, 1.75), Line(20.4, 1.75), Curve([21.5, 1.75, 22.25, 2.5, 22.25, 3.6]), Line(22.25, 7.0)]),
    Main(&[At(22.25, 17.0), Line(22.25, 20.4), Curve([22.25, 21.5, 21.5, 22.25, 20.4, 22.25]), Line(17.0, 22.25)]),
    Main(&[At(7.0, 22.25), Line(3.6, 22.25), Curve([2.5, 22.25, 1.75, 21.5, 1.75, 20.4]), Line(1.75, 17.0)]),
    FineRound(6.0, 6.0, 4.4, 4.4, 0.4),
    FineRound(13.6, 6.0, 4.4, 4.4, 0.4),
    FineRound(6.0, 13.6, 4.4, 4.4, 0.4),
    Solid(13.2, 13.2, 1.9, 1.9, 0.3),
    Solid(16.6, 13.2, 1.9, 1.9, 0.3),
    Solid(14.9, 14.9, 1.9, 1.9, 0.3),
    Solid(13.2, 16.6, 1.9, 1.9, 0.3),
    Solid(16.6, 16.6, 1.9, 1.9, 0.3),
]);

/// An arrow into a tray.
pub(super) const DOWNLOAD: Icon = Icon(&[
    Main(&[At(12.0, 2.0), Line(12.0, 14.5)]),
    Main(&[At(6.8, 9.6), Line(12.0, 14.8), Line(17.2, 9.6)]),
    Main(&[
        At(2.5, 15.5),
        Line(2.5, 19.6),
        Curve([2.5, 20.9, 3.4, 21.8, 4.7, 21.8]),
        Line(19.3, 21.8),
        Curve([20.6, 21.8, 21.5, 20.9, 21.5, 19.6]),
        Line(21.5, 15.5),
    ]),
]);

/// A person with a tick.
pub(super) const ACCOUNT: Icon = Icon(&[
    Round(5.6, 2.2, 8.4, 8.4, 4.2),
    Main(&[At(1.9, 21.6), Curve([1.9, 16.6, 5.2, 14.2, 9.8, 14.2]), Curve([11.3, 14.2, 12.6, 14.5, 13.7, 15.0])]),
    Main(&[At(14.8, 18.6), Line(17.4, 21.2), Line(22.2, 15.6)]),
]);

/// A bubble with lines of writing.
pub(super) const MESSAGE: Icon = Icon(&[
    Main(&[
        At(4.2, 3.0),
        Line(19.8, 3.0),
        Curve([21.2, 3.0, 22.2, 4.0, 22.2, 5.4]),
        Line(22.2, 14.6),
        Curve([22.2, 16.0, 21.2, 17.0, 19.8, 17.0]),
        Line(11.6, 17.0),
        Line(6.4, 21.6),
        Line(6.4, 17.0),
        Line(4.2, 17.0),
        Curve([2.8, 17.0, 1.8, 16.0, 1.8, 14.6]),
        Line(1.8, 5.4),
        Curve([1.8, 4.0, 2.8, 3.0, 4.2, 3.0]),
        Close,
    ]),
    Fine(&[At(6.2, 8.0), Line(17.8, 8.0)]),
    Fine(&[At(6.2, 12.0), Line(13.6, 12.0)]),
]);

/// A house with its door.
pub(super) const HOUSE: Icon = Icon(&[
    Main(&[At(1.8, 11.6), Line(12.0, 2.4), Line(22.2, 11.6)]),
    Main(&[At(4.6, 9.4), Line(4.6, 21.6), Line(19.4, 21.6), Line(19.4, 9.4)]),
    Fine(&[At(9.2, 21.4), Line(9.2, 14.0), Line(14.8, 14.0), Line(14.8, 21.4)]),
    Solid(12.8, 17.3, 1.1, 1.1, 0.55),
]);

/// A shield with a tick.
pub(super) const SHIELD: Icon = Icon(&[
    Main(&[
        At(12.0, 1.9),
        Line(20.4, 4.8),
        Line(20.4, 11.2),
        Curve([20.4, 16.4, 17.0, 20.2, 12.0, 22.1]),
        Curve([7.0, 20.2, 3.6, 16.4, 3.6, 11.2]),
        Line(3.6, 4.8),
        Close,
    ]),
    Main(&[At(8.2, 11.8), Line(11.0, 14.6), Line(16.0, 9.0)]),
]);

pub(super) const CLOCK: Icon =
    Icon(&[Round(1.9, 1.9, 20.2, 20.2, 10.1), Main(&[At(12.0, 6.2), Line(12.0, 12.4), Line(16.2, 14.8)])]);

pub(super) const TICK: Icon =
    Icon(&[Round(1.9, 1.9, 20.2, 20.2, 10.1), Main(&[At(7.2, 12.4), Line(10.8, 16.0), Line(17.0, 8.6)])]);

/// Which icon stands for a step, by its words; most telling words first.
pub(super) fn of(step: &str) -> Icon {
    const BY: [(&str, Icon); 17] = [
        ("otp", SHIELD),
        ("mat khau", SHIELD),
        ("quet", SCAN),
        ("ma qr", SCAN),
        ("can cuoc", CARD),
        ("cccd", CARD),
        ("giay to", CARD),
        ("phan anh", MESSAGE),
        ("gop y", MESSAGE),
        ("hoi", MESSAGE),
        ("tai khoan", ACCOUNT),
        ("dang nhap", ACCOUNT),
        ("giup tai", DOWNLOAD),
        ("tai ung dung", DOWNLOAD),
        ("dien thoai", PHONE),
        ("tai nha", HOUSE),
        ("gio", CLOCK),
    ];
    let words = format!(" {} ", fold(step));
    BY.iter().find(|(word, _)| words.contains(&format!(" {word}"))).map_or(TICK, |(_, icon)| *icon)
}

impl Icon {
    /// The icon as large as fits in a frame, in its middle.
    pub(super) fn within(self, frame: Frame, ink: Ink) -> Vec<Item> {
        let side = frame.width.min(frame.height);
        let (x, y) = (frame.x + (frame.width - side) / 2.0, frame.y + (frame.height - side) / 2.0);
        drawn(self.0, (x, y), side / SIDE, ink, (MAIN, FINE))
    }
}

/// Strokes at a place, a unit being `scale` mm; their two widths in units.
pub(super) fn drawn(strokes: &[Stroke], (x, y): (f32, f32), scale: f32, ink: Ink, widths: (f32, f32)) -> Vec<Item> {
    let path = |steps, paint| Item::Shape(Shape::Path { x, y, scale, steps }, paint);
    let round = |(left, top, width, height, radius): (f32, f32, f32, f32, f32), paint| {
        let [left, top, width, height, radius] = [left, top, width, height, radius].map(|n| n * scale);
        Item::Shape(Shape::Rect { x: x + left, y: y + top, width, height, radius }, paint)
    };
    let (main, fine) = (Paint::Stroke(ink, widths.0 * scale), Paint::Stroke(ink, widths.1 * scale));
    let one = |stroke: &Stroke| match *stroke {
        Main(steps) => path(steps, main),
        Fine(steps) => path(steps, fine),
        Filled(steps) => path(steps, Paint::Fill(ink)),
        Round(l, t, w, h, r) => round((l, t, w, h, r), main),
        FineRound(l, t, w, h, r) => round((l, t, w, h, r), fine),
        Solid(l, t, w, h, r) => round((l, t, w, h, r), Paint::Fill(ink)),
    };
    strokes.iter().map(one).collect()
}
