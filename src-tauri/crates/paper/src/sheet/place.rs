//! Where things stand on a sheet, in mm, and how many sheets stand on a page.

use crate::engine::block::Type;
use crate::engine::page::Mm;
use crate::face::Face;

/// How sheets stand on A4 paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SheetLayout {
    /// One on a page.
    #[default]
    A4,
    /// Two A5 sheets side by side on a page lying, to be cut between. The left halves hold the first half of the
    /// batch and the right ones the second: cut the stack, lay the right half under the left, and all are in order.
    TwoA5,
}

impl SheetLayout {
    /// Width and height of the page.
    pub(super) fn page(self) -> (Mm, Mm) {
        match self {
            Self::A4 => (210.0, 297.0),
            Self::TwoA5 => (297.0, 210.0),
        }
    }
}

/// The measures of one size of sheet.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Measures {
    pub(super) width: Mm,
    pub(super) height: Mm,
    pub(super) margin: Mm,
    /// The QR's dark square, and the printed code under it with its width and height.
    pub(super) qr: Mm,
    pub(super) code: Type,
    pub(super) code_room: (Mm, Mm),
    /// Sizes of the campaign's name, the largest that fits is taken.
    pub(super) campaign: [f32; 3],
    pub(super) title: Type,
    pub(super) small: Type,
    /// How to fill it in.
    pub(super) rules: Type,
    pub(super) caption: Type,
    /// Height of a preprinted cell, and widths of the evening's and the team's.
    pub(super) cell: Mm,
    pub(super) cells: (Mm, Mm),
    /// What is preprinted for this sheet: area, evening, team, number.
    pub(super) value: Type,
    pub(super) group: Type,
    /// Where a box's label begins, and its sizes, the largest that fits is taken.
    pub(super) label: Mm,
    pub(super) labels: [f32; 3],
    pub(super) box_number: f32,
    pub(super) box_width: Mm,
    /// Height of a row with its box.
    pub(super) row: (Mm, Mm),
    pub(super) group_height: Mm,
    pub(super) signature: Mm,
}

impl Measures {
    /// For so many boxes: a long form takes room from everything else before its rows become too low to
    /// write in.
    ///
    /// `banner`: a line at the head says that the figures are invented.
    pub(super) fn of(layout: SheetLayout, boxes: usize, banner: bool) -> Self {
        match layout {
            SheetLayout::A4 if boxes > 11 => Self { qr: 27.0, cell: 12.5, group_height: 6.6, signature: 20.0, ..A4 },
            SheetLayout::A4 => A4,
            SheetLayout::TwoA5 if boxes > 9 || banner => {
                let group = Type { size: 9.0, ..A5.group };
                Self { cell: 9.8, group, group_height: 5.2, signature: 15.0, row: (6.4, 11.0), ..A5 }
            }
            SheetLayout::TwoA5 => A5,
        }
    }
}

const A4: Measures = Measures {
    width: 210.0,
    height: 297.0,
    margin: 14.0,
    qr: 32.0,
    code: Type::new(Face::SansSemiBold, 25.0),
    code_room: (54.0, 12.0),
    campaign: [14.0, 12.0, 11.0],
    title: Type::new(Face::SansSemiBold, 24.0),
    small: Type::new(Face::Sans, 11.0),
    rules: Type::new(Face::Sans, 12.0),
    caption: Type::new(Face::Sans, 9.5),
    value: Type::new(Face::SansSemiBold, 15.0),
    group: Type::new(Face::SansSemiBold, 12.0),
    label: 15.0,
    labels: [14.5, 12.5, 11.0],
    box_number: 15.0,
    box_width: 48.0,
    row: (7.6, 14.5),
    group_height: 8.5,
    cell: 14.0,
    cells: (96.0, 52.0),
    signature: 26.0,
};

/// Half of an A4 page lying. Rows are as high as a pen needs, words no smaller than a photocopy keeps.
const A5: Measures = Measures {
    width: 148.5,
    height: 210.0,
    margin: 10.0,
    qr: 25.0,
    code: Type::new(Face::SansSemiBold, 20.0),
    code_room: (42.0, 9.0),
    campaign: [11.0, 10.0, 9.0],
    title: Type::new(Face::SansSemiBold, 16.5),
    small: Type::new(Face::Sans, 8.5),
    rules: Type::new(Face::Sans, 9.0),
    caption: Type::new(Face::Sans, 8.0),
    value: Type::new(Face::SansSemiBold, 12.0),
    group: Type::new(Face::SansSemiBold, 10.0),
    label: 11.0,
    labels: [11.0, 10.0, 9.0],
    box_number: 12.0,
    box_width: 34.0,
    row: (7.0, 11.0),
    group_height: 5.8,
    cell: 11.0,
    cells: (73.0, 36.0),
    signature: 18.0,
};
