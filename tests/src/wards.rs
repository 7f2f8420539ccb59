//! Workbooks of many wards, made from one: other office files, keys, names and figures. Whatever a ward's program would
//! have written, these hold.

use std::path::{Path, PathBuf};

use domain::code::OfficeKey;
use domain::packet::{Packet, Sealed};
use domain::report::Issue;
use domain::tally::Tally;
use workbook::packet::read;
use workbook::report::report_xlsx;

/// The packet of a workbook.
///
/// # Panics
/// If it holds none.
#[must_use]
pub fn packet_of(path: &Path) -> Packet {
    let bytes = std::fs::read(path).expect("a workbook");
    read("bao-cao.xlsx", &bytes).expect("a packet").open().expect("its seal is whole")
}

/// The `n`th ward: its name, its key, and every box shifted a little, blank where it was blank.
#[must_use]
pub fn ward(model: &Packet, n: u8) -> (Packet, OfficeKey) {
    let mut packet = model.clone();
    packet.office = format!("{n:02x}").repeat(16);
    packet.report.issuer.short_name = format!("UBND phường Số {n}");
    packet.report.issue = Some(Issue { n: 1, head: format!("{n:02x}aa 01c2 77d0 9b1e") });
    for keyed in &mut packet.report.book.sheets {
        let moved: Tally = keyed.tally.iter().map(|(no, value)| (no.clone(), value + u32::from(n) % 5)).collect();
        keyed.tally = moved;
    }
    (packet, OfficeKey([n; 32]))
}

/// # Panics
/// If it cannot be sealed.
#[must_use]
pub fn sealed(packet: &Packet, key: &OfficeKey) -> Sealed {
    packet.seal(key).expect("a seal")
}

/// Writes a packet's workbook.
///
/// # Panics
/// If it cannot be made or written.
pub fn write(path: &Path, packet: &Packet, key: &OfficeKey) {
    let bytes = report_xlsx(&packet.report, &sealed(packet, key)).expect("a workbook");
    std::fs::write(path, bytes).expect("the folder takes files");
}

/// `phuong-001.xlsx` and so on, of so many wards.
#[must_use]
pub fn workbooks(folder: &Path, model: &Packet, wards: u8) -> Vec<PathBuf> {
    let file = |n: u8| {
        let path = folder.join(format!("phuong-{n:03}.xlsx"));
        let (packet, key) = ward(model, n);
        write(&path, &packet, &key);
        path
    };
    (1..=wards).map(file).collect()
}
