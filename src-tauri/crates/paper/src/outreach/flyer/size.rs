//! The sizes of flyers, and how large things are on each.

use crate::engine::page::{Mm, Pt};

/// The finished size, after cutting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FlyerSize {
    A4,
    A5,
    A6,
    /// Larger type and fewer words than a flyer: read from two steps away.
    PosterA4,
    /// 297 × 420 mm, read from across the road.
    PosterA3,
    /// 99 × 210 mm, a third of an A4 page lying, with a hole for the door's handle.
    Strip,
}

impl FlyerSize {
    pub const ALL: [Self; 6] = [Self::A4, Self::A5, Self::A6, Self::PosterA4, Self::PosterA3, Self::Strip];

    /// Width and height in mm.
    #[must_use]
    pub fn extent(self) -> (f32, f32) {
        match self {
            Self::A4 | Self::PosterA4 => (210.0, 297.0),
            Self::A5 => (148.5, 210.0),
            Self::A6 => (105.0, 148.5),
            Self::PosterA3 => (297.0, 420.0),
            Self::Strip => (99.0, 210.0),
        }
    }
}

/// Sizes on one format: type in points, lengths in mm. All type but the imprint is 14 points or more.
#[derive(Debug, Clone, Copy)]
pub(super) struct Format {
    pub(super) width: Mm,
    pub(super) height: Mm,
    pub(super) margin: Mm,
    pub(super) imprint: Pt,
    /// The largest type, from the largest that is tried to the smallest that still stands out, then smaller
    /// ones for many evenings or long names.
    pub(super) display: &'static [Pt],
    pub(super) crowded: &'static [Pt],
    pub(super) area: Pt,
    pub(super) body: Pt,
    pub(super) warning: Pt,
    /// The link under the QR.
    pub(super) link: Pt,
    /// The QR's dark square.
    pub(super) qr: Mm,
    /// The least a module of it may be.
    pub(super) module: Mm,
    /// Side of the square around an icon.
    pub(super) tile: Mm,
    /// Least room between two blocks, and between two steps.
    pub(super) gap: Mm,
    pub(super) step_gap: Mm,
    /// From all that might be said to the least.
    pub(super) steps: &'static [Steps],
    /// Kept free at the head for the handle of a door.
    pub(super) hole: Mm,
}

/// How many of our own steps are said. Those an office wrote are all said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Steps {
    All,
    Short,
    None,
}

/// No text but the imprint is smaller.
pub(super) const LEAST: Pt = 14.0;

const A4: Format = Format {
    width: 210.0,
    height: 297.0,
    margin: 16.5,
    imprint: 13.0,
    display: &[50.0, 47.0, 44.0, 41.0, 38.0, 35.0, 32.0],
    crowded: &[29.0, 26.0, 24.0],
    area: 25.0,
    body: 20.0,
    warning: 18.0,
    link: 17.0,
    qr: 46.0,
    module: 0.6,
    tile: 23.0,
    gap: 5.5,
    step_gap: 3.0,
    steps: &[Steps::All, Steps::Short],
    hole: 0.0,
};
const A5: Format = Format {
    width: 148.5,
    height: 210.0,
    margin: 11.0,
    imprint: 9.5,
    display: &[34.0, 32.0, 30.0, 28.0, 26.0, 24.0, 22.0],
    crowded: &[20.0, 18.0, 16.5],
    area: 17.0,
    body: 15.0,
    warning: 14.0,
    link: 14.0,
    qr: 33.0,
    tile: 15.0,
    gap: 3.5,
    step_gap: 1.6,
    ..A4
};
const A6: Format = Format {
    width: 105.0,
    height: 148.5,
    margin: 7.5,
    imprint: 8.0,
    display: &[23.5, 22.0, 20.5, 19.0, 18.0],
    crowded: &[17.0, 16.0],
    area: 14.5,
    body: 14.0,
    warning: 14.0,
    link: 14.0,
    qr: 26.0,
    tile: 11.0,
    gap: 1.8,
    step_gap: 1.2,
    steps: &[Steps::Short, Steps::None],
    ..A4
};
const POSTER_A4: Format = Format {
    margin: 16.0,
    display: &[64.0, 60.0, 56.0, 52.0, 48.0, 44.0, 40.0, 36.0],
    crowded: &[33.0, 30.0, 27.0],
    area: 32.0,
    body: 26.0,
    warning: 22.0,
    link: 20.0,
    qr: 58.0,
    tile: 27.0,
    gap: 6.0,
    step_gap: 3.5,
    steps: &[Steps::Short, Steps::None],
    ..A4
};
const POSTER_A3: Format = Format {
    width: 297.0,
    height: 420.0,
    margin: 22.0,
    imprint: 18.0,
    display: &[90.0, 85.0, 80.0, 74.0, 68.0, 62.0, 57.0, 51.0],
    crowded: &[46.0, 42.0, 38.0],
    area: 45.0,
    body: 37.0,
    warning: 31.0,
    link: 27.0,
    qr: 72.0,
    tile: 38.0,
    gap: 8.5,
    step_gap: 5.0,
    ..POSTER_A4
};
const STRIP: Format = Format {
    width: 99.0,
    height: 210.0,
    margin: 8.0,
    imprint: 8.5,
    display: &[25.0, 23.5, 22.0, 20.5, 19.0],
    crowded: &[18.0, 17.0, 16.0],
    area: 15.0,
    body: 14.0,
    warning: 14.0,
    link: 14.0,
    qr: 30.0,
    tile: 12.0,
    gap: 2.4,
    step_gap: 1.4,
    steps: &[Steps::All, Steps::Short, Steps::None],
    hole: 46.0,
    ..A4
};
/// 1080 × 1350 dots, five to a mm: as wide as a phone, so large type, few words.
const SCREEN: Format = Format {
    width: 216.0,
    height: 270.0,
    margin: 15.0,
    imprint: 19.0,
    display: &[60.0, 56.0, 52.0, 48.0, 44.0, 40.0, 36.0],
    crowded: &[33.0, 30.0, 27.0],
    area: 30.0,
    body: 25.0,
    warning: 21.0,
    link: 22.0,
    qr: 44.0,
    module: 0.4,
    tile: 25.0,
    gap: 5.0,
    step_gap: 3.0,
    steps: &[Steps::Short, Steps::None],
    ..A4
};

impl Format {
    pub(super) fn of(size: FlyerSize) -> Self {
        match size {
            FlyerSize::A4 => A4,
            FlyerSize::A5 => A5,
            FlyerSize::A6 => A6,
            FlyerSize::PosterA4 => POSTER_A4,
            FlyerSize::PosterA3 => POSTER_A3,
            FlyerSize::Strip => STRIP,
        }
    }

    /// The picture for a phone.
    pub(super) fn screen() -> Self {
        SCREEN
    }

    /// The same with text below the largest, and icons, larger or smaller.
    pub(super) fn scaled(self, by: f32) -> Self {
        let type_of = |size: Pt| (size * by).max(LEAST);
        Self {
            area: type_of(self.area),
            body: type_of(self.body),
            warning: type_of(self.warning),
            link: if by < 1.0 { type_of(self.link) } else { self.link },
            tile: self.tile * by,
            ..self
        }
    }
}
