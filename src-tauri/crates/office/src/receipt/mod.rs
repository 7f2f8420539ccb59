//! Packets of sheets that come back, and their receipts.

mod list;
mod print;
mod put;

pub use list::{ListReceipts, ReceiptRow};
pub use print::ReceiptPdf;
pub use put::{ReturnSheets, Returned};
