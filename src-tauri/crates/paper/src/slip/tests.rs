//! What slips promise: who is asked for which sheets and since when; a receipt says the same twice.

use domain::reminder::{Reminder, ReminderLine, ReminderSheet};
use domain::{NaiveDate, NaiveTime};

use super::{ReceiptPacket, ReceiptPrint};
use super::{receipt, reminder};
use crate::engine::page::{Item, Page};
use crate::error::PaperError;
use crate::seen::{every_letter, inside, nothing_overlaps, reading, seen};

fn day(n: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 11, n).expect("a day")
}

fn eight() -> NaiveTime {
    NaiveTime::from_hms_opt(8, 15, 0).expect("a time")
}

fn line(n: u32, sheets: u32) -> ReminderLine {
    let sheet = |n: u32| ReminderSheet {
        code: format!("{:03}-{:04}", 100 + n, 1937 + 7 * n),
        team: Some("Tổ hỗ trợ số 1".into()),
        spare: false,
        n,
        of: 5,
    };
    ReminderLine {
        on: day(n),
        area: "Tổ dân phố Hà Trì 1".into(),
        is_self_report: false,
        sheets: (1..=sheets).map(sheet).collect(),
        summary: Some("660-7315".into()),
        age: "10 giờ".into(),
        late: true,
    }
}

fn slip(lines: Vec<ReminderLine>) -> Reminder {
    Reminder {
        issuer: "UBND phường Hà Cầu".into(),
        campaign: "Cài đặt iHanoi".into(),
        to: "ông (bà) Nguyễn Văn An - Tổ trưởng tổ dân phố Hà Trì 1".into(),
        lines,
        return_to: "UBND phường Hà Cầu (qua đ/c Đào Thu Hằng - Công chức Văn phòng Thống kê)".into(),
        contact_line: Some("Văn phòng UBND phường, máy số 100".into()),
        now: day(12).and_time(eight()),
        illustration: None,
    }
}

fn slips(reminders: &[Reminder]) -> Vec<Page> {
    reminder::drawing(reminders, &mut |_, _| true).expect("they fit").pages
}

fn packet(back: usize, out: usize) -> ReceiptPacket {
    let code = |n: usize| format!("{:03}-{:04}\u{a0}({}/5)", 100 + n, 1937 + 7 * n, n % 5 + 1);
    ReceiptPacket {
        what: "Thứ Bảy 09/11/2024, Tổ dân phố Hà Trì 1, Tổ hỗ trợ số 1".into(),
        back: (0..back).map(code).collect(),
        out: (back..back + out).map(code).collect(),
    }
}

fn received(packets: Vec<ReceiptPacket>) -> ReceiptPrint {
    ReceiptPrint {
        issuer: "UBND phường Hà Cầu".into(),
        place: "Hà Cầu".into(),
        campaign: "Cài đặt iHanoi".into(),
        number: 7,
        on: day(10),
        at: eight(),
        brought_by: Some("Nguyễn Văn An".into()),
        taken_by: Some("Đào Thu Hằng".into()),
        packets,
        illustration: Some("SỐ LIỆU MINH HỌA - KHÔNG PHẢI SỐ LIỆU THẬT".into()),
    }
}

fn page(receipt: &ReceiptPrint) -> Result<Vec<Item>, PaperError> {
    Ok(receipt::drawing(receipt)?.pages.remove(0).items)
}

#[test]
fn a_reminder_reads_as_it_should() {
    insta::assert_snapshot!(reading(&slips(&[slip(vec![line(9, 2), line(11, 1)])])[0].items));
}

#[test]
fn a_receipt_reads_as_it_should() {
    insta::assert_snapshot!(reading(&page(&received(vec![packet(4, 1), packet(5, 0)])).expect("it fits")));
}

#[test]
fn each_person_has_a_slip_and_a_long_one_goes_on_with_its_heading() {
    let invented = Reminder { illustration: Some("SỐ LIỆU MINH HỌA".into()), ..slip(vec![line(9, 3)]) };
    let long = slip((9..=23).map(|n| line(n, 5)).collect());
    let pages = slips(&[invented, long]);
    assert!(pages.len() > 2, "{} pages", pages.len());
    for page in &pages {
        nothing_overlaps(&page.items);
        inside(&page.items, (12.5, 11.5, 135.5, 200.0));
    }
    let headed = pages.iter().filter(|p| seen(&p.items).iter().any(|l| l.text == "Phiếu chưa về")).count();
    assert!(headed + 1 >= pages.len(), "the table's heading stands again");
    let last = reading(&pages.last().expect("a page").items);
    assert!(last.contains("Trân trọng cảm ơn.") && last.contains("Người nhận giấy"), "{last}");
}

#[test]
fn an_evening_with_hundreds_of_sheets_missing_goes_on_over_the_pages_and_names_each_once() {
    let long = line(9, 300);
    let codes: Vec<String> = long.sheets.iter().map(|sheet| sheet.code.clone()).collect();
    let pages = slips(&[slip(vec![long])]);
    let all: String = pages.iter().map(|page| reading(&page.items)).collect();
    for code in codes {
        assert_eq!(all.matches(&code).count(), 1, "{code}");
    }
    assert_eq!(all.matches("660-7315").count(), 1, "the summary");
    assert!(all.matches("20 phiếu").count() == 15, "each row says how many");
    for page in &pages {
        nothing_overlaps(&page.items);
        inside(&page.items, (12.5, 11.5, 135.5, 200.0));
    }
}

#[test]
fn a_slip_of_a_few_evenings_is_one_page() {
    assert_eq!(slips(&[slip((9..=11).map(|n| line(n, 2)).collect())]).len(), 1);
}

#[test]
fn a_receipt_stands_twice_on_its_page_and_a_large_packet_still_fits() {
    let (small, large) = (received(vec![packet(9, 1); 3]), received(vec![packet(9, 1); 8]));
    for (receipt, pages) in [(small, 1), (received(vec![packet(60, 20)]), 1), (large, 2)] {
        let drawing = receipt::drawing(&receipt).expect("it fits");
        assert_eq!(drawing.pages.len(), pages);
        for page in &drawing.pages {
            nothing_overlaps(&page.items);
            inside(&page.items, (6.5, 8.5, 203.5, 291.0));
        }
        let all: String = drawing.pages.iter().map(|p| reading(&p.items)).collect();
        for words in ["GIẤY BIÊN NHẬN PHIẾU số 007", "Người nộp", "Người nhận", "Đào Thu Hằng"] {
            assert_eq!(all.matches(words).count(), 2, "{words}: {all}");
        }
    }
    let endless = received(vec![packet(900, 0)]);
    assert!(matches!(receipt::drawing(&endless), Err(PaperError::Overflow { .. })), "told, never cut off");
}

#[test]
fn every_letter_of_the_language_is_printed() {
    let letters = every_letter();
    let reminder = Reminder { to: letters.clone(), ..slip(vec![line(9, 1)]) };
    assert!(!slips(&[reminder]).is_empty());
    let receipt = ReceiptPrint { campaign: letters, ..received(vec![packet(1, 1)]) };
    page(&receipt).expect("it is printed");
}

#[test]
fn a_batch_can_be_stopped() {
    let batch = vec![slip(vec![line(9, 1)]); 3];
    let stopped = reminder::drawing(&batch, &mut |done, _| done < 1);
    assert!(matches!(stopped, Err(PaperError::Cancelled)));
}
