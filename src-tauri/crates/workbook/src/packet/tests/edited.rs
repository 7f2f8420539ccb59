//! A cell that was edited is found with its address; a file that was only saved again is as it was.

use std::sync::LazyLock;

use domain::packet::Packet;
use proptest::prelude::*;

use super::FILE;
use super::kit::Parts;
use crate::packet::edits;
use crate::report::tests::kit::{report, sealed, workbook};

/// Page names in order, with the number of each one's part.
const PAGES: [&str; 8] =
    ["Bìa", "Theo địa bàn", "Biểu đồ", "Theo ngày", "Theo buổi và tổ", "Phiếu", "Phiếu còn thiếu", "Số liệu nền"];

static MADE: LazyLock<(Vec<u8>, Packet)> = LazyLock::new(|| {
    let report = report(40);
    (workbook(&report), sealed(&report, 7).open().expect("it opens"))
});

#[test]
fn nothing_is_edited_in_what_was_just_made() {
    let (bytes, packet) = &*MADE;
    assert_eq!(edits(FILE, bytes, packet).expect("they compare").first, []);
    assert_eq!(edits(FILE, &Parts::of(bytes).file(), packet).expect("they compare").count, 0);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn an_edited_cell_is_found_with_its_address(
        page in 0..PAGES.len(),
        cell in any::<prop::sample::Index>(),
        value in prop_oneof![Just("987654321".to_owned()), Just(String::new()), "sửa [a-zàđ]{1,9}"],
    ) {
        let (bytes, packet) = &*MADE;
        let mut parts = Parts::of(bytes);
        let cells = parts.cells(page + 1);
        let (address, xml) = &cells[cell.index(cells.len())];
        parts.edit(page + 1, xml, address, &value);
        let found = edits(FILE, &parts.file(), packet).expect("they compare");
        // Who signs is no part of the packet.
        let signer = xml.contains("<v>") && page == 0 && found.count == 0;
        if signer {
            prop_assert_eq!(address, &signer_cell());
        } else {
            prop_assert_eq!(found.count, 1, "{} {}", address, xml);
            prop_assert_eq!(found.first[0].place.sheet.as_deref(), Some(PAGES[page]));
            prop_assert_eq!(&found.first[0].place.cell, address);
            prop_assert!(found.first[0].then.is_some());
            prop_assert_eq!(found.first[0].now.clone().unwrap_or_default(), value);
        }
    }
}

/// The cover's last cell with a text.
fn signer_cell() -> String {
    Parts::of(&MADE.0).cells(1).last().expect("cells").0.clone()
}

#[test]
fn a_number_a_date_and_a_blank_are_told_as_a_person_reads_them() {
    let (bytes, packet) = &*MADE;
    let mut parts = Parts::of(bytes);
    let cells = parts.cells(6);
    let of = |address: &str| cells.iter().find(|(a, _)| a == address).expect("a cell").1.clone();
    parts.edit(6, &of("C5"), "C5", "45610");
    parts.edit(6, &of("H5"), "H5", "12.5");
    parts.edit(6, &of("A5"), "A5", "");
    let found = edits(FILE, &parts.file(), packet).expect("they compare");
    let told: Vec<String> = found
        .first
        .iter()
        .map(|e| {
            let words = |w: &Option<String>| w.clone().unwrap_or_else(|| "trống".into());
            format!("{} {} → {}", e.place.cell, words(&e.then), words(&e.now))
        })
        .collect();
    let keyed = &packet.report.book.sheets[0];
    assert_eq!(
        told,
        [
            format!("A5 {} → trống", keyed.sheet.code),
            format!("C5 {} → 14/11/2024", domain::date::dmy(keyed.sheet.on.expect("an evening"))),
            format!("H5 {} → 12,5", keyed.tally.get(&domain::tally::BoxNo::number(1)).expect("keyed")),
        ]
    );
}

#[test]
fn many_edits_are_told_as_the_first_and_how_many() {
    let (bytes, packet) = &*MADE;
    let mut parts = Parts::of(bytes);
    let cells = parts.cells(6);
    for (address, xml) in cells.iter().skip(5).take(33) {
        parts.edit(6, xml, address, "70001");
    }
    // A cell where there was none is an edit too.
    parts.change("xl/worksheets/sheet6.xml", |xml| {
        xml.replacen("</sheetData>", "<row r=\"900\"><c r=\"B900\"><v>7</v></c></row></sheetData>", 1)
    });
    let found = edits(FILE, &parts.file(), packet).expect("they compare");
    assert_eq!((found.count, found.first.len()), (34, 20));
}

#[test]
fn a_page_renamed_is_one_gone_and_one_added() {
    let (bytes, packet) = &*MADE;
    let mut parts = Parts::of(bytes);
    parts.change("xl/workbook.xml", |xml| xml.replacen("name=\"Theo ngày\"", "name=\"Theo ngay\"", 1));
    let found = edits(FILE, &parts.file(), packet).expect("they compare");
    let told: Vec<(Option<&str>, &str)> =
        found.first.iter().map(|e| (e.place.sheet.as_deref(), e.place.cell.as_str())).collect();
    assert_eq!(told, [(Some("Theo ngày"), ""), (Some("Theo ngay"), "")]);
}

#[test]
fn a_program_that_saves_formulas_without_results_has_edited_nothing() {
    let (bytes, packet) = &*MADE;
    let mut parts = Parts::of(bytes);
    for page in 1..=PAGES.len() {
        for (address, xml) in parts.cells(page) {
            let Some((formula, _)) = xml.split_once("</f>") else { continue };
            let cell = format!("{formula}</f></c>").replace(" t=\"str\"", "");
            parts.change(&format!("xl/worksheets/sheet{page}.xml"), |text| {
                assert!(text.contains(&xml), "{address}");
                text.replacen(&xml, &cell, 1)
            });
        }
    }
    assert_eq!(edits(FILE, &parts.file(), packet).expect("they compare").first, []);
}
