//! The hidden sheet, written.

use std::io::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::packet::Sealed;
use flate2::Compression;
use flate2::write::DeflateEncoder;
use rust_xlsxwriter::{Workbook, Worksheet};

use super::layout::{FIRST_PIECE, FORMAT, KEY, LAYOUT, MOST_PIECES, NAME, PIECE, PIECES, SIGNATURE, WORDS};
use crate::report::ReportError;

/// Adds the sheet behind all others. Excel does not offer to unhide it.
pub(crate) fn page(book: &mut Workbook, sealed: &Sealed) -> Result<(), ReportError> {
    let letters = STANDARD.encode(packed(&sealed.bytes)?);
    let pieces: Vec<String> = letters.as_bytes().chunks(PIECE).map(|p| String::from_utf8_lossy(p).into()).collect();
    let count = u32::try_from(pieces.len()).ok().filter(|n| *n <= MOST_PIECES).ok_or(ReportError::TooLarge)?;
    let sheet = book.add_worksheet();
    sheet.set_name(NAME)?.set_very_hidden(true);
    sheet.write_string(0, 0, WORDS)?;
    line(sheet, FORMAT, &LAYOUT.to_string())?;
    line(sheet, KEY, &hex(&sealed.key))?;
    line(sheet, SIGNATURE, &hex(&sealed.signature))?;
    line(sheet, PIECES, &count.to_string())?;
    for (row, piece) in (FIRST_PIECE..).zip(pieces) {
        sheet.write_string(row, 0, piece)?;
    }
    Ok(())
}

/// Text on both sides, so that no program takes digits for a number.
fn line(sheet: &mut Worksheet, (row, name): (u32, &str), value: &str) -> Result<(), ReportError> {
    sheet.write_string(row, 0, name)?;
    sheet.write_string(row, 1, value)?;
    Ok(())
}

fn packed(bytes: &[u8]) -> Result<Vec<u8>, ReportError> {
    let mut packer = DeflateEncoder::new(Vec::new(), Compression::default());
    packer.write_all(bytes)?;
    Ok(packer.finish()?)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}
