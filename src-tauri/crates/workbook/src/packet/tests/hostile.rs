//! Whatever a file holds, it gives its packet or a refusal, never a panic and never much memory.

use std::io::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::DeflateEncoder;
use proptest::prelude::*;
use rust_xlsxwriter::Workbook;

use super::FILE;
use super::kit::Parts;
use crate::import::ProblemCode;
use crate::packet::layout::{FIRST_PIECE, NAME};
use crate::packet::{NoPacket, edits, read};
use crate::report::report_xlsx;
use crate::report::tests::kit::{report, sealed, workbook};

/// A workbook whose hidden sheet says this.
fn hidden(values: [&str; 4], pieces: &[String]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name(NAME).expect("a name");
    for (row, value) in (1..).zip(values) {
        sheet.write_string(row, 1, value).expect("in range");
    }
    for (row, piece) in (FIRST_PIECE..).zip(pieces) {
        sheet.write_string(row, 0, piece).expect("in range");
    }
    book.save_to_buffer().expect("in memory")
}

fn packed(bytes: &[u8]) -> Vec<String> {
    let mut packer = DeflateEncoder::new(Vec::new(), Compression::best());
    packer.write_all(bytes).expect("in memory");
    let letters = STANDARD.encode(packer.finish().expect("in memory"));
    letters.as_bytes().chunks(30_000).map(|p| String::from_utf8_lossy(p).into()).collect()
}

proptest! {
    #[test]
    fn any_bytes_as_a_workbook(bytes in prop::collection::vec(any::<u8>(), 0..2000), zip in any::<bool>()) {
        let bytes = if zip { [b"PK\x03\x04".as_slice(), &bytes].concat() } else { bytes };
        prop_assert!(read(FILE, &bytes).is_err());
    }

    #[test]
    fn any_text_in_the_hidden_cells(
        values in prop::array::uniform4("[0-9a-f]{0,130}|\\PC{0,40}"),
        pieces in prop::collection::vec("[A-Za-z0-9+/=]{0,80}|\\PC{0,40}", 0..4),
    ) {
        let values = values.each_ref().map(String::as_str);
        if let Ok(sealed) = read(FILE, &hidden(values, &pieces)) {
            prop_assert!(sealed.open().is_err());
        }
    }

    #[test]
    fn any_bytes_under_a_seal_of_nobody(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let (key, signature) = ("ab".repeat(32), "cd".repeat(64));
        let pieces = packed(&bytes);
        let sealed = read(FILE, &hidden(["1", &key, &signature, &pieces.len().to_string()], &pieces)).expect("it lies there");
        prop_assert_eq!(&sealed.bytes, &bytes);
        prop_assert!(sealed.open().is_err());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_changed_byte_of_the_packet_is_refused(at in any::<prop::sample::Index>(), bit in 0u8..8) {
        let report = report(3);
        let mut changed = sealed(&report, 7);
        let at = at.index(changed.bytes.len());
        changed.bytes[at] ^= 1 << bit;
        let found = read(FILE, &report_xlsx(&report, &changed).expect("a workbook")).expect("it lies there");
        prop_assert!(found.open().is_err());
    }

    #[test]
    fn a_changed_byte_of_the_file_gives_the_packet_or_a_refusal(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let report = report(3);
        let mut bytes = workbook(&report);
        let at = at.index(bytes.len());
        bytes[at] = byte;
        if let Ok(found) = read(FILE, &bytes)
            && let Ok(packet) = found.open()
        {
            prop_assert_eq!(&packet.report, &report.without_persons());
            // Readable or not, it does not panic.
            let _ = edits(FILE, &bytes, &packet);
        }
    }
}

#[test]
fn what_unpacks_to_too_much_is_refused_before_it_is_held() {
    let pieces = packed(&vec![0; 101 * 1024 * 1024]);
    let (key, signature) = ("ab".repeat(32), "cd".repeat(64));
    let bytes = hidden(["1", &key, &signature, &pieces.len().to_string()], &pieces);
    assert!(bytes.len() < 1_000_000);
    assert!(matches!(read(FILE, &bytes), Err(NoPacket::TooLarge)));
    // What it claims is not believed, whichever way.
    for (claim, refused) in [("4000000000", "TooLarge"), ("999", "Damaged"), ("-1", "Damaged"), ("1e9", "Damaged")] {
        let told = read(FILE, &hidden(["1", &key, &signature, claim], &["AA==".into()])).expect_err("a claim");
        assert!(format!("{told:?}").starts_with(refused), "{claim}: {told:?}");
    }
    assert!(matches!(read(FILE, &hidden(["2", "", "", ""], &[])), Err(NoPacket::Newer(2))));
}

#[test]
fn a_workbook_that_unpacks_to_too_much_or_is_too_large_is_refused() {
    let mut parts = Parts::of(&workbook(&report(3)));
    parts.change("xl/worksheets/sheet1.xml", |_| " ".repeat(201 * 1024 * 1024));
    let code = |bytes: &[u8]| match read(FILE, bytes) {
        Err(NoPacket::File(problem)) => problem.code,
        other => panic!("{other:?}"),
    };
    assert_eq!(code(&parts.file()), ProblemCode::UnpacksTooLarge);
    assert_eq!(code(&vec![0; 21 * 1024 * 1024]), ProblemCode::FileTooLarge);
}
