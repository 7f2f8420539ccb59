//! The row of houses at the foot of the invitation's field: an alley in the evening, one door lit.

use super::icons::{Stroke, drawn};
use crate::engine::page::Step::{At, Close, Curve, Line};
use crate::engine::page::{Ink, Item, Mm};

/// Width and height of the drawing in its units.
const WIDTH: f32 = 200.0;
const HEIGHT: f32 = 54.0;

use Stroke::{Filled, Fine, FineRound, Main, Round, Solid};

const ALLEY: &[Stroke] = &[
    // A low house with a tiled roof.
    Main(&[At(0.8, 53.0), Line(0.8, 33.0), Line(12.0, 22.0), Line(34.0, 22.0), Line(34.0, 53.0)]),
    Fine(&[At(0.8, 33.0), Line(34.0, 33.0)]),
    FineRound(5.0, 37.0, 8.0, 8.0, 0.6),
    Fine(&[At(9.0, 37.0), Line(9.0, 45.0)]),
    Fine(&[At(20.0, 53.0), Line(20.0, 37.5), Line(29.0, 37.5), Line(29.0, 53.0)]),
    // A tube house of three floors.
    Main(&[At(34.0, 22.0), Line(34.0, 6.0), Line(58.0, 6.0), Line(58.0, 53.0)]),
    Fine(&[At(31.6, 6.0), Line(60.4, 6.0)]),
    FineRound(38.5, 10.5, 6.0, 8.0, 0.6),
    FineRound(47.5, 10.5, 6.0, 8.0, 0.6),
    Fine(&[At(36.0, 24.0), Line(56.0, 24.0)]),
    FineRound(38.5, 27.5, 6.0, 8.0, 0.6),
    Solid(47.5, 27.5, 6.0, 8.0, 0.6),
    Fine(&[At(36.0, 40.0), Line(56.0, 40.0)]),
    Fine(&[At(41.0, 53.0), Line(41.0, 43.5), Line(51.0, 43.5), Line(51.0, 53.0)]),
    // A gabled house; its door is open and lit.
    Main(&[At(58.0, 30.0), Line(78.0, 15.0), Line(98.0, 30.0)]),
    Main(&[At(95.0, 27.8), Line(95.0, 53.0)]),
    Filled(&[At(70.0, 53.0), Line(70.0, 35.0), Line(82.0, 35.0), Line(82.0, 53.0), Close]),
    Fine(&[At(82.0, 35.0), Line(88.0, 38.0), Line(88.0, 53.0)]),
    FineRound(74.5, 23.5, 7.0, 6.0, 0.6),
    // Two people at the door, one with a phone.
    Round(101.6, 34.4, 5.6, 5.6, 2.8),
    Main(&[
        At(99.4, 53.0),
        Line(99.4, 47.0),
        Curve([99.4, 43.6, 101.4, 42.0, 104.4, 42.0]),
        Curve([107.4, 42.0, 109.4, 43.6, 109.4, 47.0]),
        Line(109.4, 53.0),
    ]),
    Round(113.4, 32.4, 5.6, 5.6, 2.8),
    Main(&[
        At(111.4, 53.0),
        Line(111.4, 45.2),
        Curve([111.4, 41.8, 113.2, 40.2, 116.2, 40.2]),
        Curve([119.2, 40.2, 121.2, 41.8, 121.2, 45.2]),
        Line(121.2, 53.0),
    ]),
    Solid(108.6, 43.8, 3.0, 5.2, 0.6),
    // A lamp and a tree.
    Main(&[At(129.0, 53.0), Line(129.0, 17.0), Curve([129.0, 13.4, 131.2, 12.0, 134.4, 12.0])]),
    Filled(&[At(132.4, 12.0), Line(139.2, 12.0), Line(137.8, 15.0), Line(133.8, 15.0), Close]),
    Main(&[At(144.0, 53.0), Line(144.0, 40.0)]),
    Round(138.0, 27.0, 12.0, 14.0, 6.0),
    // A tube house of four floors with a water tank.
    Main(&[At(155.0, 53.0), Line(155.0, 4.0), Line(177.0, 4.0), Line(177.0, 53.0)]),
    FineRound(159.0, 0.7, 8.0, 3.3, 1.2),
    FineRound(159.0, 8.0, 5.5, 7.0, 0.6),
    FineRound(167.5, 8.0, 5.5, 7.0, 0.6),
    Fine(&[At(157.0, 19.0), Line(175.0, 19.0)]),
    Solid(159.0, 22.0, 5.5, 7.0, 0.6),
    FineRound(167.5, 22.0, 5.5, 7.0, 0.6),
    Fine(&[At(157.0, 33.0), Line(175.0, 33.0)]),
    FineRound(159.0, 36.0, 14.0, 3.0, 0.6),
    Fine(&[At(160.5, 53.0), Line(160.5, 42.0), Line(171.5, 42.0), Line(171.5, 53.0)]),
    // A low house, its roof to the right.
    Main(&[At(177.0, 25.0), Line(190.0, 25.0), Line(199.2, 34.0), Line(199.2, 53.0)]),
    Fine(&[At(177.0, 34.0), Line(199.2, 34.0)]),
    FineRound(181.5, 38.0, 7.0, 7.0, 0.6),
    Fine(&[At(185.0, 38.0), Line(185.0, 45.0)]),
    // The moon, and the ground.
    Filled(&[
        At(108.0, 4.0),
        Curve([103.6, 5.2, 101.0, 9.6, 102.2, 14.0]),
        Curve([103.4, 18.4, 107.8, 21.0, 112.2, 19.8]),
        Curve([114.0, 19.3, 115.5, 18.3, 116.6, 16.9]),
        Curve([112.6, 17.6, 108.6, 15.1, 107.5, 11.1]),
        Curve([106.8, 8.5, 107.0, 6.0, 108.0, 4.0]),
        Close,
    ]),
    Main(&[At(0.0, 53.3), Line(200.0, 53.3)]),
];

/// How high the drawing is when it is so wide.
pub(super) fn height(width: Mm) -> Mm {
    width * HEIGHT / WIDTH
}

/// The drawing with its top left at `(x, y)`.
pub(super) fn alley((x, y): (Mm, Mm), width: Mm, ink: Ink) -> Vec<Item> {
    let scale = width / WIDTH;
    // Lines no finer than a copier keeps.
    let unit = scale.max(0.01);
    drawn(ALLEY, (x, y), scale, ink, ((0.5_f32.max(0.85 * unit)) / unit, (0.3_f32.max(0.55 * unit)) / unit))
}
