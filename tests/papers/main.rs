//! Papers read back by programs that are not ours: poppler, qpdf, LibreOffice, another QR decoder.
//!
//! Each test makes a real file with `tung-ngo` and judges only what those programs see in it. A program
//! that is missing fails the test in words (`product_tests::tool`). What a paper promises inside (every
//! position, generated plans) is tested in the crate `paper`.

#![expect(clippy::expect_used, reason = "a test ends where its ground is missing, with the reason")]

mod archive;
mod cards;
mod chase;
mod decree;
mod flyers;
mod letters;
mod made;
mod pdf;
mod picture;
mod plan;
mod sheets;
mod slips;
mod templates;
mod wards;
mod word;
mod workbook;
