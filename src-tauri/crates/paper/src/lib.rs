//! PDF and DOCX: text and page layout, the form of Nghị định 30/2020/NĐ-CP, one folder per paper.
//!
//! This crate knows domain values and millimetres. It must not know the store, the office's use cases,
//! files or the clock: every paper is a pure function of its arguments, and equal arguments give equal
//! bytes on every machine.
//!
//! To add a paper: give it a folder with a description made of [`engine`] blocks (a text that flows) or a
//! board (things at fixed places), a public function that returns bytes, and a kind in [`PaperKind`].
//! To add a form of another decree: a second profile beside `nd30`.

mod card;
mod engine;
mod error;
mod face;
mod guide;
#[cfg(test)]
mod letter;
mod nd30;
mod official;
mod outreach;
mod pages;
#[cfg(test)]
mod plan;
mod posting;
mod progress;
mod proof;
mod scan;
#[cfg(test)]
mod seen;
mod sheet;
mod side_by_side;
mod slip;

pub use card::{CardForce, CardHead, CardMember, CardSize, TeamCardPrint, team_cards_pdf};
pub use error::{Flaw, PaperError, PaperKind};
pub use guide::{GuidePrint, guide_pdf};
pub use official::{document_docx, document_pdf, forget_documents};
pub use outreach::flyer::{
    FLYER_FIELDS, FlyerForm, FlyerPrint, FlyerSize, Inks, SheetSize, flyer_png, flyer_pngs_zip, flyers_on, flyers_pdf,
};
pub use outreach::loudspeaker::loudspeaker_docx;
pub use pages::pages;
pub use posting::{PostingGroup, PostingLine, PostingList, PostingListPrint, hanging_words, posting_list_pdf};
pub use progress::progress_pdf;
pub use proof::{Fineness, raster};
pub use scan::{LARGEST_JPEG, LARGEST_PDF, LARGEST_PICTURE, NotAScan, Scan, scan};
pub use sheet::{SheetLayout, SheetPrint, SheetTime, sheets_pdf};
pub use slip::{ReceiptPacket, ReceiptPrint, chase_slips_pdf, receipt_pdf};
