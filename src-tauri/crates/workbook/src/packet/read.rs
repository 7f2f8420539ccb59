//! The hidden sheet, read back. Nothing a file states is believed: sizes are counted while unpacking, and a reader's
//! panic is a damaged file.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use calamine::{Data, DataRef, Reader, Xlsx};
use domain::packet::Sealed;
use flate2::read::DeflateDecoder;

use super::layout::{FIRST_PIECE, FORMAT, KEY, LAYOUT, MOST_PIECES, MOST_UNPACKED, NAME, PIECES, SIGNATURE};
use crate::import::{MOST_BYTES, Problem, ProblemCode};

/// Why a file gives no packet.
#[derive(Debug, thiserror::Error)]
pub enum NoPacket {
    /// No workbook, a protected or damaged one, one that is too large.
    #[error("not a workbook that can be read: {0:?}")]
    File(Problem),
    /// A workbook, but none that this program made as a report.
    #[error("no packet in the workbook")]
    Absent,
    /// The hidden sheet is laid out as a later program does it.
    #[error("laid out by a later program ({0})")]
    Newer(u32),
    /// The hidden sheet was changed, or is not whole.
    #[error("the hidden sheet is damaged")]
    Damaged,
    /// What is hidden unpacks to more than an office computer should hold.
    #[error("unpacks to more than {} MB", MOST_UNPACKED / 1024 / 1024)]
    TooLarge,
}

/// The sealed packet of a workbook, as it lies there: nothing of it is verified yet.
///
/// # Errors
/// [`NoPacket`].
pub fn read(name: &str, bytes: &[u8]) -> Result<Sealed, NoPacket> {
    let mut book = open(name, bytes)?;
    guarded(name, || sealed(&mut book))
}

/// A workbook over its bytes.
pub(super) type Book<'b> = Xlsx<Cursor<&'b [u8]>>;

/// Opens a file that is an .xlsx and unpacks within limits.
pub(super) fn open<'b>(name: &str, bytes: &'b [u8]) -> Result<Book<'b>, NoPacket> {
    const MEGABYTE: u64 = 1024 * 1024;
    let refuse = |code| NoPacket::File(Problem::of(code).with("file", name));
    let size = bytes.len() as u64;
    if size > MOST_BYTES {
        let problem = Problem::of(ProblemCode::FileTooLarge).with("file", name);
        return Err(NoPacket::File(problem.with("size", size.div_ceil(MEGABYTE)).with("most", MOST_BYTES / MEGABYTE)));
    }
    if !crate::import::is_xlsx(bytes, name).map_err(NoPacket::File)? {
        return Err(NoPacket::Absent);
    }
    guarded(name, || {
        Xlsx::new(Cursor::new(bytes)).map_err(|error| match error {
            calamine::XlsxError::Password => refuse(ProblemCode::Encrypted),
            _ => refuse(ProblemCode::DamagedWorkbook),
        })
    })
}

/// The reader is other people's code on other people's files: a panic in there is a damaged file.
pub(super) fn guarded<T>(name: &str, work: impl FnOnce() -> Result<T, NoPacket>) -> Result<T, NoPacket> {
    let damaged = || NoPacket::File(Problem::of(ProblemCode::DamagedWorkbook).with("file", name));
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| Err(damaged()))
}

fn sealed(book: &mut Book<'_>) -> Result<Sealed, NoPacket> {
    if !book.sheet_names().iter().any(|n| n == NAME) {
        return Err(NoPacket::Absent);
    }
    let mut cells = cells(book)?;
    let mut value = |(row, _): (u32, &str)| cells.remove(&(row, 1)).ok_or(NoPacket::Damaged);
    let layout: u32 = number(&value(FORMAT)?)?;
    if layout > LAYOUT {
        return Err(NoPacket::Newer(layout));
    }
    let (key, signature) = (unhex(&value(KEY)?)?, unhex(&value(SIGNATURE)?)?);
    let count = number(&value(PIECES)?)?;
    if count > MOST_PIECES {
        return Err(NoPacket::TooLarge);
    }
    let mut letters = String::new();
    for row in FIRST_PIECE..FIRST_PIECE + count {
        letters.push_str(cells.get(&(row, 0)).ok_or(NoPacket::Damaged)?.trim());
    }
    let packed = STANDARD.decode(letters).map_err(|_| NoPacket::Damaged)?;
    Ok(Sealed { bytes: unpacked(&packed)?, key, signature })
}

/// Texts of the sheet's first two columns, as far down as pieces can lie.
fn cells(book: &mut Book<'_>) -> Result<BTreeMap<(u32, u32), String>, NoPacket> {
    let mut found = BTreeMap::new();
    let mut reader = book.worksheet_cells_reader(NAME).map_err(|_| NoPacket::Damaged)?;
    while let Some(cell) = reader.next_cell().map_err(|_| NoPacket::Damaged)? {
        let at @ (row, column) = cell.get_position();
        if column > 1 || row >= FIRST_PIECE + MOST_PIECES {
            continue;
        }
        let text = match cell.get_value() {
            DataRef::SharedString(text) => (*text).to_owned(),
            other => Data::from(other.clone()).to_string(),
        };
        found.insert(at, text);
    }
    Ok(found)
}

fn number(text: &str) -> Result<u32, NoPacket> {
    text.trim().parse().map_err(|_| NoPacket::Damaged)
}

fn unhex<const N: usize>(text: &str) -> Result<[u8; N], NoPacket> {
    let digits = text.trim().as_bytes();
    let digit = |d: u8| char::from(d).to_digit(16).and_then(|d| u8::try_from(d).ok());
    let mut bytes = [0; N];
    if digits.len() != 2 * N {
        return Err(NoPacket::Damaged);
    }
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks(2)) {
        let [Some(high), Some(low)] = [digit(pair[0]), digit(pair[1])] else { return Err(NoPacket::Damaged) };
        *byte = high * 16 + low;
    }
    Ok(bytes)
}

fn unpacked(packed: &[u8]) -> Result<Vec<u8>, NoPacket> {
    let mut bytes = Vec::new();
    DeflateDecoder::new(packed).take(MOST_UNPACKED + 1).read_to_end(&mut bytes).map_err(|_| NoPacket::Damaged)?;
    if bytes.len() as u64 > MOST_UNPACKED {
        return Err(NoPacket::TooLarge);
    }
    Ok(bytes)
}
