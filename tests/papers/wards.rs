//! Wards' workbooks as other programs hand them on, and the workbook of all wards reckoned anew.

use std::path::PathBuf;

use domain::packet::Packet;
use product_tests::wards::{packet_of, ward, write};
use product_tests::{Office, RunExt, cli, scratch};
use workbook::packet::{edits, read};

use crate::made::MINH_HOA;
use crate::workbook::{converted, disagreements};

fn report(office: &Office) -> PathBuf {
    let report = office.file("bao-cao.xlsx");
    office.run("report").arg("-o").arg(&report).done();
    report
}

#[test]
fn a_workbook_that_libreoffice_saved_again_still_holds_its_packet_and_nothing_is_edited() {
    let office = Office::of_sample(MINH_HOA);
    let made = report(&office);
    let folder = scratch();
    let again = converted(folder.path(), std::slice::from_ref(&made), "xlsx").remove(0);
    let bytes = std::fs::read(&again).expect("a workbook");
    assert_ne!(bytes, std::fs::read(&made).expect("a workbook"), "LibreOffice wrote it anew");
    let packet = read("bao-cao.xlsx", &bytes).expect("a packet").open().expect("its seal is whole");
    assert_eq!(packet, packet_of(&made));
    assert_eq!(edits("bao-cao.xlsx", &bytes, &packet).expect("they compare").first, []);
}

/// Four wards: as they are, without any base figure, without a figure, without a base for all but three areas.
fn wards(model: &Packet) -> Vec<(Packet, domain::code::OfficeKey)> {
    let of = |n: u8, change: fn(&mut Packet)| {
        let (mut packet, key) = ward(model, n);
        change(&mut packet);
        (packet, key)
    };
    vec![
        of(1, |_| ()),
        of(2, |p| p.report.book.bases.clear()),
        of(3, |p| p.report.book.sheets.clear()),
        of(4, |p| p.report.book.bases.truncate(3)),
    ]
}

#[test]
fn every_formula_of_the_workbook_of_wards_gives_the_result_stored_beside_it() {
    let office = Office::of_sample(MINH_HOA);
    let model = packet_of(&report(&office));
    let folder = scratch();
    let files: Vec<PathBuf> = wards(&model)
        .iter()
        .enumerate()
        .map(|(n, (packet, key))| {
            let path = folder.path().join(format!("{n}.xlsx"));
            write(&path, packet, key);
            path
        })
        .collect();
    let (city, all) = (folder.path().join("tp.db"), folder.path().join("tong-hop.xlsx"));
    cli().arg("consolidate").arg(&city).args(&files).done();
    cli().arg("consolidated").arg(&city).arg("-o").arg(&all).done();
    assert_eq!(disagreements(&all, |xml| xml), Vec::<String>::new());
    // The second sheet is the page of wards: the first ward's numerator leaves out its first area.
    let plant = |xml: String| {
        let own = "COUNTIFS('Theo địa bàn'!L5:L65,\"&gt;=0\",'Theo địa bàn'!K5:K65";
        assert!(xml.contains(own), "{}", &xml[..xml.len().min(9000)]);
        xml.replacen(
            "SUMIFS('Theo địa bàn'!K5:K65,'Theo địa bàn'!L5:L65",
            "SUMIFS('Theo địa bàn'!K6:K65,'Theo địa bàn'!L6:L65",
            1,
        )
    };
    let found = disagreements(&all, plant);
    assert!(found.iter().any(|f| f.starts_with("Theo phường, xã!J5")), "{found:?}");
}
