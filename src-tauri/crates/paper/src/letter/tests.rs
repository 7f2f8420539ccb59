//! The letter's own boxes (NĐ 30, Phụ lục III, mẫu 1.5), asserted on laid-out pages.

use domain::NaiveTime;
use domain::campaign::Campaign;
use domain::chase::{Chase, ChaseLine, Debt};
use domain::document::Document;
use domain::ids::{CampaignId, TaskId};
use domain::task::Standing;

use super::{letter_docx, letter_pdf};
use crate::engine::page::Page;
use crate::error::PaperKind;
use crate::plan::reference::{self, november};
use crate::seen::{Seen, find, seen};

/// A letter to so many recipients.
fn letter(to: &[&str]) -> Document {
    let standing = [
        Standing::Silent { last: Some(november(13)), days: 4 },
        Standing::Overdue { since: november(15), days: 2 },
        Standing::Due { on: november(17), days: 0 },
    ];
    let lines = to
        .iter()
        .zip(standing.iter().cycle())
        .map(|(to, standing)| ChaseLine {
            debt: Debt::Task(TaskId(1)),
            to: (*to).into(),
            what: "Tuyên truyền, cảnh báo thường xuyên (tối thiểu 03 ngày 01 tin) và đột xuất đảm bảo kịp thời".into(),
            every_days: matches!(standing, Standing::Silent { .. }).then_some(3),
            standing: *standing,
        })
        .collect();
    Chase { issuer: reference::issuer(), campaign: campaign(), lines, contact: None, signer: None, today: november(17) }
        .document()
}

fn campaign() -> Campaign {
    let evening = |hour| NaiveTime::from_hms_opt(hour, 30, 0).expect("a time of the test");
    Campaign {
        id: CampaignId(1),
        title: "Cài đặt iHanoi".into(),
        app_name: "iHanoi".into(),
        subject: reference::plan().subject,
        starts_on: november(9),
        ends_on: november(30),
        evening_starts: evening(19),
        evening_ends: evening(21),
        contact: None,
        signature_lines: reference::plan().signature.lines,
        signer: None,
        recipients: vec![],
        plan_number: None,
        plan_date: None,
        plan_month: Some(november(5)),
        illustration: None,
        link: None,
        data_purpose: None,
        retain_until: None,
    }
}

fn pages(letter: &Document) -> Vec<Page> {
    crate::official::pages(letter, PaperKind::Letter).expect("it fits")
}

fn lines(page: &Page) -> Vec<Seen> {
    seen(&page.items)
}

const THREE: [&str; 3] = [
    "Bộ phận Văn hóa - Thông tin, Đài truyền thanh",
    "Cụm chung cư Hyundai Hillstate",
    "Tổ trưởng tổ dân phố, Tổ Chuyển đổi số cộng đồng, Ban Quản trị/Ban Quản lý khu chung cư",
];

#[test]
fn a_letter_reads_as_it_should() {
    let text: String = pages(&letter(&THREE)).iter().map(|page| crate::seen::reading(&page.items)).collect();
    insta::assert_snapshot!(text);
}

#[test]
fn the_subject_stands_under_the_number_and_there_is_no_title() {
    let page = &pages(&letter(&THREE))[0];
    let lines = lines(page);
    let (number, subject) = (find(&lines, "/UBND-VP"), find(&lines, "V/v đôn đốc"));
    assert!(subject.base > number.base && !subject.bold && (subject.size - 13.0).abs() < 0.01);
    let middle = |l: &Seen| (l.left + l.right) / 2.0;
    assert!((middle(number) - middle(subject)).abs() < 1.0, "centred under it");
    let greeting = find(&lines, "Kính gửi:");
    assert!(lines.iter().all(|l| !l.bold || l.base < greeting.base || l.base > find(&lines, "Thực hiện").base));
}

#[test]
fn dashes_of_several_addressees_stand_under_the_colon() {
    let page = &pages(&letter(&THREE))[0];
    let lines = lines(page);
    let greeting = find(&lines, "Kính gửi:");
    let dash = find(&lines, "- Bộ phận");
    let colon = (greeting.right - 1.4)..=greeting.right;
    assert!(colon.contains(&dash.left), "{} not in {colon:?}", dash.left);
    assert!(find(&lines, "lý khu chung cư.").text.ends_with('.'));
}

#[test]
fn one_addressee_stands_on_the_line_of_the_greeting() {
    let page = &pages(&letter(&THREE[..1]))[0];
    find(&lines(page), "Kính gửi: Bộ phận Văn hóa");
}

#[test]
fn sixty_recipients_are_named_in_the_table_alone_and_no_row_is_torn() {
    let names: Vec<String> = (1..=60).map(|n| format!("Tổ dân phố số {n}")).collect();
    let letter = letter(&names.iter().map(String::as_str).collect::<Vec<_>>());
    let pages = pages(&letter);
    assert!(pages.len() >= 3);
    assert!(pages.iter().all(
        |p| lines(p).iter().any(|l| l.text.contains("STT")) || lines(p).iter().any(|l| l.text.contains("Nơi nhận"))
    ));
    find(&lines(&pages[0]), "có tên trong bảng");
}

#[test]
fn equal_letters_give_equal_bytes() {
    let letter = letter(&THREE);
    assert!(letter_pdf(&letter).expect("a PDF") == letter_pdf(&letter).expect("a PDF"));
    assert!(letter_docx(&letter).expect("a Word file") == letter_docx(&letter).expect("a Word file"));
}
