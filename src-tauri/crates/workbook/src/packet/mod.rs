//! The packet a report's workbook carries in a hidden sheet, so that another copy of the program reads the same
//! file back.
//!
//! The sheet is plain text cells, which Excel and LibreOffice keep when they save the file again: A1 says in words
//! what it is, then a row each for format, public key, signature and number of pieces, then the sealed bytes, packed
//! and written as letters, a piece a row.

mod compare;
mod layout;
mod read;
#[cfg(test)]
pub(crate) mod tests;
mod write;

pub use compare::{Edit, Edits, edits};
pub use layout::PAGES as LAYOUT;
pub use read::{NoPacket, read};
pub(crate) use write::page;
