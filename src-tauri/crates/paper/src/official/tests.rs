//! What documents other than the plan have: appendices, spanned headings, the office's line at the foot.

use domain::document::{Appendix, Block, CellStand, Document, Recipients, Rich, TableColumn, TableRow};

use super::pages;
use crate::engine::page::{Item, Page, Shape};
use crate::plan::reference;
use crate::seen::{Seen, find, seen};

fn lines(page: &Page) -> Vec<Seen> {
    seen(&page.items)
}

fn table(columns: usize) -> Block {
    let under = |n: usize| TableColumn::new(&format!("Cột {n}"), 20, CellStand::Right).under("Chỉ tiêu I.2");
    let mut heads = vec![TableColumn::new("STT", 12, CellStand::Centre)];
    heads.extend((0..columns).map(under));
    let row = |n: usize| -> TableRow { (0..=columns).map(|c| format!("{n}.{c}")).collect::<Vec<_>>().into() };
    Block::Table { columns: heads, rows: (1..=3).map(row).collect() }
}

fn appendix(title: &str, landscape: bool) -> Appendix {
    Appendix { title: title.into(), landscape, body: vec![Block::Paragraph(Rich::plain("Số liệu")), table(4)] }
}

/// A report with so many appendices.
fn report(appendices: Vec<Appendix>) -> Document {
    Document {
        kind: Some("BÁO CÁO".into()),
        symbol: "BC-UBND".into(),
        body: vec![Block::Paragraph(Rich::plain("Kết quả tại Phụ lục kèm theo./."))],
        appendices,
        ..reference::plan()
    }
}

#[test]
fn an_appendix_has_pages_of_its_own_and_says_what_it_goes_with() {
    let pages = pages(&report(vec![appendix("Kết quả", true)])).expect("it fits");
    assert_eq!(pages.len(), 2);
    assert!((pages[1].width - 297.0).abs() < 0.1, "a wide table lies");
    let lines = lines(&pages[1]);
    assert_eq!(lines[0].text, "Phụ lục", "one has no number; its first page none either");
    assert_eq!(lines[1].text, "KẾT QUẢ");
    assert!(lines[2].text.starts_with("(Kèm theo Báo cáo số ") && lines[2].text.contains("/BC-UBND ngày"), "{lines:?}");
    assert!(lines[2].text.ends_with("của UBND phường Hà Cầu)"));
    assert_eq!(lines.last().map(|l| l.text.as_str()), Some("./."));
}

#[test]
fn several_appendices_have_roman_numbers() {
    let pages = pages(&report(vec![appendix("Một", false), appendix("Hai", false)])).expect("it fits");
    let heads: Vec<String> = pages[1..].iter().map(|p| lines(p)[0].text.clone()).collect();
    assert_eq!(heads, ["Phụ lục I", "Phụ lục II"]);
}

#[test]
fn neighbours_share_the_heading_above_them() {
    let pages = pages(&report(vec![appendix("Kết quả", false)])).expect("it fits");
    let lines = lines(&pages[1]);
    assert_eq!(lines.iter().filter(|l| l.text == "Chỉ tiêu I.2").count(), 1);
    let (over, first, last) = (find(&lines, "Chỉ tiêu"), find(&lines, "Cột 0"), find(&lines, "Cột 3"));
    assert!(over.base < first.base && over.left > first.left && over.right < last.right, "above both and between");
    let number = find(&lines, "STT");
    assert!(over.base < number.base && number.base < first.base, "over both rows");
}

#[test]
fn the_offices_line_stands_at_the_foot_of_a_letters_first_page_and_of_no_plan() {
    let mut letter = report(vec![]);
    letter.kind = None;
    letter.body = (0..40).map(|_| Block::Paragraph(Rich::plain("Nội dung ".repeat(20)))).collect();
    letter.issuer.contact_line = Some("Văn phòng UBND phường Hà Cầu".into());
    let of = |document: &Document| pages(document).expect("it fits");
    let said = |page: &Page| lines(page).iter().any(|l| l.text == "Văn phòng UBND phường Hà Cầu");
    let made = of(&letter);
    assert!(said(&made[0]) && !made[1..].iter().any(said));
    let foot = lines(&made[0]).pop().expect("a line");
    assert!(foot.base <= 277.0 && foot.base > 270.0 && (foot.size - 11.0).abs() < 0.01, "{foot:?}");
    let rule = |item: &Item| match item {
        Item::Shape(Shape::Line { from, to }, _) if from.1 == to.1 => Some((from.1, to.0 - from.0)),
        _ => None,
    };
    let above = made[0].items.iter().filter_map(rule).max_by(|a, b| a.0.total_cmp(&b.0)).expect("a rule");
    assert!((above.1 - 165.0).abs() < 0.1 && above.0 < foot.top, "over the width, above the line: {above:?}");
    letter.kind = Some("KẾ HOẠCH".into());
    assert!(!of(&letter).iter().any(said));
}

#[test]
fn an_issued_report_says_at_the_foot_of_every_page_which_one_it_is() {
    let body = (0..40).map(|_| Block::Paragraph(Rich::plain("Nội dung ".repeat(20)))).collect();
    let plain = Document { body, ..report(vec![appendix("Kết quả", true)]) };
    let issued = Document { foot: Some("BC-003 · nhật ký 9f3a 01c2 77d0 5be4".into()), ..plain.clone() };
    let (without, with) = (pages(&plain).expect("it fits"), pages(&issued).expect("it fits"));
    assert!(with.len() > 2);
    for page in &with {
        let lines = lines(page);
        let foot = find(&lines, "BC-003 · nhật ký 9f3a 01c2 77d0 5be4");
        assert!((foot.size - 8.0).abs() < 0.01 && foot.base <= page.height - 20.0 && foot.left < 30.1, "{foot:?}");
        assert!(lines.iter().all(|l| l.text == foot.text || l.base < foot.top), "nothing stands beside or below it");
    }
    let head = |pages: &[Page]| lines(&pages[0])[..8].to_vec();
    assert_eq!(head(&without), head(&with), "the decree's own boxes stay where they are");
    let word = String::from_utf8_lossy(&super::document_docx(&issued).expect("a Word file")).into_owned();
    assert!(word.contains("word/footer"), "the Word file has feet");
}

#[test]
fn a_document_without_a_subject_has_no_rule_under_its_type() {
    let rules = |document: &Document| {
        let page = &pages(document).expect("it fits")[0];
        page.items.iter().filter(|i| matches!(i, Item::Shape(Shape::Line { .. }, _))).count()
    };
    let introduction =
        Document { kind: Some("GIẤY GIỚI THIỆU".into()), subject: String::new(), ..report(vec![]) };
    assert_eq!(rules(&introduction) + 1, rules(&report(vec![])));
}

#[test]
fn a_report_to_a_superior_begins_its_recipients_with_those_above() {
    let recipients = Recipients(vec!["Như trên".into(), "Lưu: VT, VP".into()]);
    let to = vec!["Ủy ban nhân dân thành phố".to_owned()];
    let report = Document { addressees: to, recipients, ..report(vec![]) };
    let lines = lines(&pages(&report).expect("it fits")[0]);
    find(&lines, "Kính gửi: Ủy ban nhân dân thành phố");
    let (first, last) = (find(&lines, "- Như trên;"), find(&lines, "- Lưu: VT, VP."));
    assert!(first.base < last.base);
}
