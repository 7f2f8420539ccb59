//! The workbook of wards read back by another library.

use std::io::Cursor;

use calamine::{Data, Range, Reader, Xlsx};
use domain::consolidation::{Facts, Wards};
use domain::packet::Packet;

use super::consolidated_xlsx;
use crate::report::tests::kit::{report, sealed};

/// Wards of invented figures: the second without bases, the third without a figure.
fn packets() -> Vec<Packet> {
    let packet = |office: u8, sheets: i64| {
        let mut report = report(sheets);
        report.issuer.short_name = format!("UBND phường Minh Họa {office}");
        if office == 2 {
            report.book.bases.clear();
        }
        sealed(&report, office).open().expect("it opens")
    };
    vec![packet(1, 60), packet(2, 40), packet(3, 0), packet(4, 150)]
}

fn facts(packets: &[Packet]) -> Facts<'_> {
    let report = report(0);
    Facts {
        issuer: report.issuer,
        authorities: report.authorities,
        campaign: report.campaign,
        targets: report.targets,
        wards: Wards::of(packets),
        missing: Some(vec!["Vắng Mặt".into()]),
        signer: None,
        today: report.as_of,
    }
}

fn sheet(bytes: &[u8], name: &str) -> Range<Data> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.to_vec())).expect("it opens");
    book.worksheet_range(name).expect("the sheet is there")
}

#[test]
fn every_page_is_there_and_totals_are_the_ratio_of_sums() {
    let packets = packets();
    let facts = facts(&packets);
    let bytes = consolidated_xlsx(&facts).expect("a workbook");
    assert_eq!(bytes, consolidated_xlsx(&facts).expect("a workbook"), "the same packets give the same bytes");
    let book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.clone())).expect("it opens");
    assert_eq!(book.sheet_names(), ["Bìa", "Theo phường, xã", "Theo địa bàn", "Theo ngày", "Còn thiếu", "Đối soát"]);
    let wards = sheet(&bytes, "Theo phường, xã");
    let total = wards.rows().find(|r| r[1] == Data::String("Tổng cộng".into())).expect("a total");
    for (n, sum) in facts.sums().iter().enumerate() {
        let rate = &sum.rate;
        let cell = |at: usize| total[9 + 3 * n + at].to_string();
        assert_eq!(cell(0), rate.numerator.expect("people").to_string());
        assert_eq!(cell(1), rate.denominator.expect("people").to_string());
        let percent: f64 = cell(2).parse().expect("a number");
        assert!((percent * 100.0 - rate.percent.expect("a rate")).abs() < 1e-9);
        assert!(sum.left_out.contains(&1), "no base, no rate");
    }
    // Unknown is a dash in the ward without bases, never 0.
    let row = wards.rows().find(|r| r[1] == Data::String("UBND phường Minh Họa 2".into())).expect("the ward");
    assert_eq!(row[10].to_string(), "–");
    let wanting: Vec<String> = sheet(&bytes, "Còn thiếu").rows().map(|r| r[1].to_string()).collect();
    for name in ["Vắng Mặt", "UBND phường Minh Họa 3", "UBND phường Minh Họa 2"] {
        assert!(wanting.iter().any(|w| w == name), "{name}: {wanting:?}");
    }
}

#[test]
fn without_a_ward_there_is_a_workbook_that_says_so() {
    let bytes = consolidated_xlsx(&facts(&[])).expect("a workbook");
    let text: Vec<String> = sheet(&bytes, "Theo phường, xã").rows().flatten().map(ToString::to_string).collect();
    assert!(text.iter().any(|t| t.starts_with("Chưa nhận báo cáo")));
}
