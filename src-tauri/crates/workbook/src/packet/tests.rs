//! What a workbook hides is read back exactly, or refused.

use domain::packet::{PacketError, Sealed};
use rust_xlsxwriter::Workbook;

mod edited;
mod hostile;
pub(crate) mod kit;
mod signed;

use super::layout::{NAME, PIECE};
use super::{NoPacket, read};
use crate::report::report_xlsx;
use crate::report::tests::kit::{report, sealed, workbook};

const FILE: &str = "bao-cao.xlsx";

#[test]
fn the_sealed_packet_comes_back_as_it_was() {
    let report = report(150);
    let sealed = sealed(&report, 7);
    let read = read(FILE, &workbook(&report)).expect("a packet");
    assert_eq!(read, sealed);
    assert_eq!(read.open().expect("it opens").report, report.without_persons());
}

#[test]
fn a_large_packet_lies_in_several_cells() {
    let report = report(1);
    // Bytes that do not pack.
    let mut state = 1u32;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state.to_be_bytes()[0]
    };
    let bytes: Vec<u8> = (0..4 * PIECE).map(|_| next()).collect();
    let large = Sealed { bytes, ..sealed(&report, 7) };
    assert_eq!(read(FILE, &report_xlsx(&report, &large).expect("a workbook")).expect("a packet"), large);
}

#[test]
fn what_holds_no_packet_says_so() {
    let mut book = Workbook::new();
    book.add_worksheet().write_string(0, 0, "Hà Trì 1").expect("in range");
    let plain = book.save_to_buffer().expect("in memory");
    assert!(matches!(read(FILE, &plain), Err(NoPacket::Absent)));
    assert!(matches!(read("a.csv", b"STT;Ten"), Err(NoPacket::Absent)));
    assert!(matches!(read(FILE, b"STT;Ten"), Err(NoPacket::File(_))));
    let mut book = Workbook::new();
    book.add_worksheet().set_name(NAME).expect("a name").write_string(0, 0, "trống").expect("in range");
    let hollow = book.save_to_buffer().expect("in memory");
    assert!(matches!(read(FILE, &hollow), Err(NoPacket::Damaged)));
}

#[test]
fn another_offices_seal_over_the_same_report_is_another_packet() {
    let report = report(5);
    let (one, two) = (sealed(&report, 7), sealed(&report, 8));
    let swapped = Sealed { signature: two.signature, ..one };
    let read = read(FILE, &report_xlsx(&report, &swapped).expect("a workbook")).expect("it lies there");
    assert!(matches!(read.open(), Err(PacketError::Forged)));
}
