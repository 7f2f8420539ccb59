//! Nghị định 30/2020/NĐ-CP, Phụ lục I, as numbers: sizes in points, lengths in mm. Each value lies inside
//! the decree's range; a successor decree is a second profile.

use crate::engine::block::{Align, Margins, PageNumber, RuleLength, RuleUnder, Stand, Type};
use crate::engine::page::{Mm, Pt, mm};
use crate::face::Face;

/// The decree's form of an official paper.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Profile {
    pub(crate) width: Mm,
    pub(crate) height: Mm,
    pub(crate) margins: Margins,
    pub(crate) page_number: PageNumber,
    /// Box 1.
    pub(crate) country: Type,
    pub(crate) motto: Type,
    /// Box 2.
    pub(crate) superior: Type,
    pub(crate) issuer: Type,
    /// Box 3.
    pub(crate) number: Type,
    /// Box 4.
    pub(crate) place_date: Type,
    /// Box 5a.
    pub(crate) title: Type,
    /// Box 5b, and its distance from the number.
    pub(crate) subject: Type,
    pub(crate) under_number: Mm,
    /// Box 6: size of the body.
    pub(crate) body: Pt,
    pub(crate) first_line: Mm,
    pub(crate) between: Mm,
    /// Box 7.
    pub(crate) signer: Type,
    /// Box 9b.
    pub(crate) recipients_head: Type,
    pub(crate) recipients: Type,
    /// Box 13.
    pub(crate) address: Pt,
    /// Left and right column of the head and of the signature.
    pub(crate) head_columns: (Mm, Mm),
    pub(crate) foot_columns: (Mm, Mm),
    pub(crate) rule: Mm,
    /// Lines of the body that stay with the signature.
    pub(crate) with_signature: usize,
}

/// Nghị định 30/2020/NĐ-CP.
pub(crate) const ND30_2020: Profile = Profile {
    width: 210.0,
    height: 297.0,
    margins: Margins { top: 20.0, bottom: 20.0, left: 30.0, right: 15.0 },
    page_number: PageNumber { set_in: Type::new(Face::Serif, 13.0) },
    country: Type::new(Face::SerifBold, 13.0),
    motto: Type::new(Face::SerifBold, 14.0),
    superior: Type::new(Face::Serif, 13.0),
    issuer: Type::new(Face::SerifBold, 13.0),
    number: Type::new(Face::Serif, 13.0),
    place_date: Type::new(Face::SerifItalic, 14.0),
    title: Type::new(Face::SerifBold, 14.0),
    subject: Type::new(Face::Serif, 13.0),
    under_number: mm(6.0),
    body: 14.0,
    first_line: 10.0,
    between: mm(6.0),
    signer: Type::new(Face::SerifBold, 14.0),
    recipients_head: Type::new(Face::SerifBoldItalic, 12.0),
    recipients: Type::new(Face::Serif, 11.0),
    address: 11.0,
    head_columns: (66.0, 99.0),
    foot_columns: (54.0, 111.0),
    rule: mm(0.75),
    with_signature: 2,
};

impl Profile {
    /// A paragraph of the body.
    pub(crate) const fn body_stand(&self) -> Stand {
        Stand { align: Align::Justify, first_line: self.first_line, before: self.between, ..Stand::PLAIN }
    }

    /// A heading of the body: never the last line of a page.
    pub(crate) const fn heading_stand(&self) -> Stand {
        Stand { align: Align::Left, keep_with_next: true, ..self.body_stand() }
    }

    pub(crate) const fn rule_under(&self, length: RuleLength) -> RuleUnder {
        RuleUnder { length, gap: 0.8, thickness: self.rule }
    }
}
