//! Where things stand on a sheet, in mm. Two sheets on one A4 (2 × A5) would be a second of these.

use crate::engine::block::Type;
use crate::engine::page::Mm;
use crate::face::Face;

/// The measures of one size of sheet.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Measures {
    pub(super) width: Mm,
    pub(super) height: Mm,
    pub(super) margin: Mm,
    /// The QR's dark square, and the printed code under it.
    pub(super) qr: Mm,
    pub(super) code: Type,
    pub(super) title: Type,
    pub(super) small: Type,
    /// How to fill it in.
    pub(super) rules: Type,
    pub(super) caption: Type,
    /// Height of a preprinted cell.
    pub(super) cell: Mm,
    /// What is preprinted for this sheet: area, evening, team, number.
    pub(super) value: Type,
    pub(super) group: Type,
    /// Sizes of a box's label, the largest that fits is taken.
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
    pub(super) fn for_boxes(boxes: usize) -> Self {
        if boxes > 11 { Self { qr: 27.0, cell: 12.5, group_height: 6.6, signature: 20.0, ..A4 } } else { A4 }
    }
}

const A4: Measures = Measures {
    width: 210.0,
    height: 297.0,
    margin: 14.0,
    qr: 32.0,
    code: Type::new(Face::SansSemiBold, 25.0),
    title: Type::new(Face::SansSemiBold, 24.0),
    small: Type::new(Face::Sans, 11.0),
    rules: Type::new(Face::Sans, 12.0),
    caption: Type::new(Face::Sans, 9.5),
    value: Type::new(Face::SansSemiBold, 15.0),
    group: Type::new(Face::SansSemiBold, 12.0),
    labels: [14.5, 12.5, 11.0],
    box_number: 15.0,
    box_width: 48.0,
    row: (7.6, 14.5),
    group_height: 8.5,
    cell: 14.0,
    signature: 26.0,
};
