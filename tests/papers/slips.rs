//! Chase slips and receipts, read back: who is asked for which sheets, and what came back.

use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use chrono::{DateTime, FixedOffset, NaiveDate};
use office::radar::{ChaseSlipPdf, GetRadar};
use office::receipt::{ReceiptPdf, ReturnSheets};
use office::sheet::{HandOut, NumberSheets};
use office::{Outside, System};
use product_tests::Office;

use crate::pdf::{info, pages, squeezed};

/// Three mornings after the first three evenings: sheets of the first are in part back.
#[derive(Debug)]
struct Morning;

impl Outside for Morning {
    fn now(&self) -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339("2024-11-12T08:00:00+07:00").expect("a time of the test")
    }

    fn fill(&self, bytes: &mut [u8]) {
        System.fill(bytes);
    }
}

/// The slips, the receipt, codes that came back and codes that are still out.
struct Made {
    slips: PathBuf,
    receipt: PathBuf,
    back: Vec<String>,
    out: Vec<String>,
    _office: Office,
}

fn made() -> &'static Made {
    static MADE: OnceLock<Made> = OnceLock::new();
    MADE.get_or_init(|| {
        let office = Office::of_sample("ha-cau-2024");
        let mut open = office::Office::open(&office.path, Arc::new(Morning)).expect("it opens").office;
        let number = NumberSheets { evening: None, count: 3, spare: 1, summary: true, loose: 0 };
        open.write(number).expect("sheets are numbered");
        let evening = NaiveDate::from_ymd_opt(2024, 11, 9);
        let holder = open.who().map(|who| who.person);
        open.write(HandOut { evening, codes: vec![], holder, on: evening }).expect("handed out");
        let packets = open.read(GetRadar {}).expect("a radar").packets;
        let first: Vec<String> = packets[0].sheets.iter().map(|s| s.code.clone()).collect();
        let back = first[..2].to_vec();
        let packet = ReturnSheets { codes: back.clone(), visit: None, team: None, brought_by: holder };
        assert_eq!(open.write(packet).expect("returned").answer.number, 1);
        let missing = open.read(GetRadar {}).expect("a radar").packets;
        let sheets = missing.iter().flat_map(|p| p.sheets.iter().chain(&p.summary));
        let out = sheets.map(|s| s.code.clone()).collect();
        let kept = |made: office::Result<office::Made>, name: &str| {
            let path = office.file(name);
            std::fs::write(&path, made.expect("a paper").bytes).expect("it is written");
            path
        };
        let slips = kept(open.make(ChaseSlipPdf::default(), &mut |_, _| true), "nhac.pdf");
        let receipt = kept(open.make(ReceiptPdf { number: 1 }, &mut |_, _| true), "bien-nhan.pdf");
        Made { slips, receipt, back, out, _office: office }
    })
}

pub(crate) fn slips() -> &'static PathBuf {
    &made().slips
}

pub(crate) fn receipt() -> &'static PathBuf {
    &made().receipt
}

#[test]
fn every_missing_sheet_stands_on_one_slip_and_none_that_is_back() {
    let pages = pages(slips());
    assert_eq!(pages.len(), 3, "one for whoever was handed the first evening, one for each of two areas' heads");
    let all = pages.concat();
    for code in &made().out {
        assert_eq!(all.matches(code.as_str()).count(), 1, "{code}: {all}");
    }
    for code in &made().back {
        assert!(!all.contains(code), "{code} is back");
    }
}

#[test]
fn a_slip_is_polite_says_since_when_and_where_to_and_no_phone() {
    for page in pages(slips()) {
        let words = squeezed(&page);
        for part in [
            "GIẤY NHẮC NỘP PHIẾU",
            "Kính gửi:",
            "UBND phường Hà Cầu cảm ơn ông (bà)",
            "Tính đến 8h00 ngày 12/11/2024",
            "thu phiếu và nộp về UBND phường Hà Cầu",
            "Trân trọng cảm ơn.",
            "Người nhận giấy",
        ] {
            assert!(words.contains(&squeezed(part)), "{part}: {words}");
        }
        let digits = page.split(|c: char| !c.is_ascii_digit()).map(str::len).max();
        assert!(digits < Some(9), "no phone number: {words}");
    }
    let size = info(slips(), "Page size").expect("a size");
    assert!(size.starts_with("419.") && size.contains(" x 595."), "A5: {size}");
}

#[test]
fn a_receipt_says_twice_what_came_back_and_what_is_still_out() {
    let pages = pages(receipt());
    assert_eq!(pages.len(), 1);
    let page = squeezed(&pages[0]);
    for part in ["GIẤY BIÊN NHẬN PHIẾU số 001", "Người nộp", "Người nhận", "Còn thiếu 02 phiếu", "Thứ Bảy 09/11/2024"]
    {
        assert_eq!(page.matches(&squeezed(part)).count(), 2, "{part}: {page}");
    }
    for code in &made().back {
        assert_eq!(page.matches(code.as_str()).count(), 2, "{code}: {page}");
    }
}
