//! The letter's own boxes (NĐ 30, Phụ lục III, mẫu 1.5), asserted on laid-out pages.

use domain::document::{Block, CellStand, Document, Recipients, Rich, TableColumn};

use crate::engine::page::Page;
use crate::official::{document_docx, document_pdf};
use crate::plan::reference;
use crate::seen::{Seen, find, seen};

/// A letter to so many recipients.
fn letter(to: &[&str]) -> Document {
    let standing = [
        ["03 ngày 01 lần", "Đã 04 ngày chưa thực hiện (lần cuối 13/11/2024)"],
        ["15/11/2024", "Chậm 02 ngày"],
        ["17/11/2024", "Đến hạn hôm nay"],
    ];
    let what = "Tuyên truyền, cảnh báo thường xuyên (tối thiểu 03 ngày 01 tin) và đột xuất đảm bảo kịp thời";
    let row = |((to, [due, late]), n): ((&&str, &[&str; 2]), usize)| {
        [&n.to_string(), *to, what, *due, *late].map(str::to_owned).to_vec().into()
    };
    let table = Block::Table {
        columns: vec![
            TableColumn::new("STT", 14, CellStand::Centre),
            TableColumn::new("Đơn vị, địa bàn", 39, CellStand::Left),
            TableColumn::new("Nội dung", 54, CellStand::Left),
            TableColumn::new("Hạn", 25, CellStand::Centre),
            TableColumn::new("Tình hình", 33, CellStand::Left),
        ],
        rows: to.iter().zip(standing.iter().cycle()).zip(1..).map(row).collect(),
    };
    let text = |words: &str| Block::Paragraph(Rich::plain(words));
    let in_table = vec!["Các đơn vị, địa bàn có tên trong bảng dưới đây".to_owned()];
    Document {
        kind: None,
        symbol: "UBND-VP".into(),
        subject: "V/v đôn đốc thực hiện nhiệm vụ đợt “Cài đặt iHanoi”".into(),
        addressees: if to.len() > 8 { in_table } else { to.iter().map(|t| (*t).to_owned()).collect() },
        bases: vec![],
        body: vec![
            text(
                "Thực hiện Kế hoạch số ……/KH-UBND ngày ……/11/2024 của UBND phường Hà Cầu về tăng cường tuyên truyền \
                 cài đặt, qua theo dõi đến ngày 17/11/2024, còn các nội dung sau đến hạn hoặc chậm thực hiện:",
            ),
            table,
            text("UBND phường Hà Cầu đề nghị các đơn vị có tên ở trên khẩn trương thực hiện./."),
        ],
        recipients: Recipients(vec!["Như trên".into(), "Lưu: VT, VP".into()]),
        ..reference::plan()
    }
}

fn pages(letter: &Document) -> Vec<Page> {
    crate::official::pages(letter).expect("it fits")
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
    assert!(document_pdf(&letter).expect("a PDF") == document_pdf(&letter).expect("a PDF"));
    assert!(document_docx(&letter).expect("a Word file") == document_docx(&letter).expect("a Word file"));
}
