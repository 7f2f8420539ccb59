//! Slips: small papers for one person's hand. A reminder asks for sheets that have not come back (A5, a page
//! or more for each person); a receipt says which came back (half an A4, twice on a page: one half stays in
//! the office, the other goes with whoever brought them).

mod receipt;
mod reminder;
#[cfg(test)]
mod tests;

use domain::text::capitalised;

use crate::engine::block::{Paragraph, Stand, Type};
use crate::face::Face;

pub use receipt::{ReceiptPacket, ReceiptPrint, receipt_pdf};
pub use reminder::chase_slips_pdf;

const BODY: Type = Type::new(Face::Sans, 11.5);
const STRONG: Type = Type::new(Face::SansSemiBold, 11.5);
const SMALL: Type = Type::new(Face::Sans, 10.0);
const TITLE: Type = Type::new(Face::SansSemiBold, 16.0);

/// Said at the head when the figures are invented.
fn illustration(words: Option<&str>) -> Option<Paragraph> {
    let set_in = Type::new(Face::SansSemiBold, 9.5);
    words.map(|words| Paragraph::new(capitalised(words), set_in, Stand { after: 2.0, ..Stand::CENTRED }))
}

/// `Hà Cầu, ngày 10 tháng 11 năm 2024`.
fn place_and_day(place: &str, on: domain::NaiveDate) -> String {
    let day = domain::date::DocumentDate::of(on).words();
    if place.is_empty() { capitalised(&day) } else { format!("{place}, {day}") }
}
