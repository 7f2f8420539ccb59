//! How large things are on each size of flyer.

use super::FlyerSize;
use crate::engine::page::{Mm, Pt};

/// Sizes of one size of flyer: type in points, lengths in mm. All type but the imprint is 14 points or more.
#[derive(Debug, Clone, Copy)]
pub(super) struct Measures {
    pub(super) margin: Mm,
    pub(super) imprint: Pt,
    /// The evening, in the largest type of the flyer: from the largest to the smallest that still stands
    /// out, then smaller ones for many evenings. The headline is smaller by [`HEADLINE`].
    pub(super) evening: &'static [Pt],
    pub(super) crowded: &'static [Pt],
    pub(super) area: Pt,
    pub(super) body: Pt,
    pub(super) warning: Pt,
    /// The QR's dark square.
    pub(super) qr: Mm,
    /// Least room between two blocks, and between two steps.
    pub(super) gap: Mm,
    pub(super) step_gap: Mm,
    /// From all that might be said to the least.
    pub(super) steps: &'static [Steps],
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Steps {
    All,
    Short,
    None,
}

/// Size of the headline as a share of the evening's.
const HEADLINE: f32 = 0.82;
/// No text but the imprint is smaller.
pub(super) const LEAST: Pt = 14.0;

const A4: Measures = Measures {
    margin: 17.0,
    imprint: 13.0,
    evening: &[50.0, 47.0, 44.0, 41.0, 38.0, 35.0, 32.0],
    crowded: &[29.0, 26.0, 24.0],
    area: 25.0,
    body: 21.0,
    warning: 20.0,
    qr: 50.0,
    gap: 5.5,
    step_gap: 2.2,
    steps: &[Steps::All, Steps::Short],
};
const A5: Measures = Measures {
    margin: 10.5,
    imprint: 9.5,
    evening: &[34.0, 32.0, 30.0, 28.0, 26.0, 24.0, 22.0],
    crowded: &[20.0, 18.0, 16.5],
    area: 17.0,
    body: 15.0,
    warning: 14.5,
    qr: 33.0,
    gap: 3.5,
    step_gap: 1.4,
    steps: &[Steps::All, Steps::Short],
};
const A6: Measures = Measures {
    margin: 7.5,
    imprint: 8.0,
    evening: &[23.5, 22.0, 20.5, 19.0, 18.0],
    crowded: &[17.0, 16.0],
    area: 14.5,
    body: 14.0,
    warning: 14.0,
    qr: 26.0,
    gap: 1.8,
    step_gap: 1.2,
    steps: &[Steps::Short, Steps::None],
};

impl Measures {
    pub(super) fn of(size: FlyerSize) -> Self {
        match size {
            FlyerSize::A4 => A4,
            FlyerSize::A5 => A5,
            FlyerSize::A6 => A6,
        }
    }

    /// Size of the headline above an evening of this size.
    pub(super) fn headline(evening: Pt) -> Pt {
        (evening * HEADLINE).max(LEAST)
    }

    /// The same with larger text below the evening, for a flyer with room to spare.
    pub(super) fn larger(self, by: f32) -> Self {
        Self { area: self.area * by, body: self.body * by, warning: self.warning * by, ..self }
    }
}
