//! What `nd30.md` never allows, asserted on laid-out pages.

use domain::document::{Block, Document, Rich, ScheduleLine};

use super::plan_pages;
use super::reference::{self, november};
use crate::engine::page::{Item, Page};
use crate::error::{PaperError, PaperKind};
use crate::official::{document_docx, document_pdf};
use crate::seen::{Seen, find};

mod generated;

/// The lines of a page from head to foot.
pub(super) fn seen(page: &Page) -> Vec<Seen> {
    crate::seen::seen(&page.items)
}

fn lengths_of_rules(page: &Page) -> Vec<f32> {
    let rules = page.items.iter().filter_map(|item| match item {
        Item::Shape(crate::engine::page::Shape::Line { from, to }, _) if from.1 == to.1 => Some(to.0 - from.0),
        _ => None,
    });
    rules.collect()
}

#[test]
fn the_reference_plan_reads_as_it_should() {
    let pages = plan_pages(&reference::plan()).expect("it fits");
    let mut text = String::new();
    for (page, n) in pages.iter().zip(1..) {
        text.push_str(&format!("=== {n}\n"));
        for line in seen(page) {
            text.push_str(&format!("{:6.1} {:6.1}  {}\n", line.base, line.left, line.text));
        }
    }
    insta::assert_snapshot!(text);
}

#[test]
fn the_head_has_the_decrees_measures() {
    let pages = plan_pages(&reference::plan()).expect("it fits");
    let lines = seen(&pages[0]);
    let width = |text: &str| {
        let line = find(&lines, text);
        line.right - line.left
    };
    let rules = lengths_of_rules(&pages[0]);
    assert!((rules[1] - width("Độc lập")).abs() < 0.1, "as long as the motto: {rules:?}");
    for (rule, text) in [(rules[0], "PHƯỜNG HÀ CẦU"), (rules[2], "dân Thủ đô số")] {
        let share = rule / width(text);
        assert!((1.0 / 3.0..=0.5).contains(&share), "{text}: {share}");
    }
    assert!((find(&lines, "Số:").base - find(&lines, "Hà Cầu, ngày").base).abs() < 0.01, "on one line");
    assert!(lines.iter().all(|l| l.top >= 20.0 - 0.01), "no number on the first page");
}

#[test]
fn every_other_page_has_its_number_in_the_top_margin() {
    let pages = plan_pages(&reference::plan()).expect("it fits");
    for (page, n) in pages.iter().zip(1..).skip(1) {
        let above: Vec<Seen> = seen(page).into_iter().filter(|l| l.base < 20.0).collect();
        assert_eq!(above.len(), 1);
        assert_eq!(above[0].text, n.to_string());
        assert!(((above[0].left + above[0].right) / 2.0 - (30.0 + 165.0 / 2.0)).abs() < 0.1);
    }
}

#[test]
fn an_invented_plan_says_so_on_each_page() {
    let plan = Document { illustration: Some("số liệu minh họa".into()), ..reference::plan() };
    for page in plan_pages(&plan).expect("it fits") {
        let lines = seen(&page);
        let first = lines.iter().find(|l| l.top >= 19.9).expect("a page has text");
        assert_eq!(first.text, "Số liệu minh họa");
    }
}

#[test]
fn an_unknown_signer_leaves_the_same_room() {
    let mut plan = reference::plan();
    let known = plan_pages(&plan).expect("it fits");
    plan.signature.signer = None;
    let unknown = plan_pages(&plan).expect("it fits");
    assert_eq!(known.len(), unknown.len());
    let without = |pages: &[Page]| {
        let lines = pages.iter().flat_map(seen);
        lines.filter(|l| l.text != "Nguyễn Minh Hạnh" && !l.text.is_empty()).collect::<Vec<_>>()
    };
    assert_eq!(without(&known), without(&unknown));
}

#[test]
fn a_body_that_ends_with_the_table_still_ends_with_the_mark() {
    let plan = Document { body: vec![reference::schedule()], ..reference::plan() };
    let pages = plan_pages(&plan).expect("it fits");
    assert!(pages.iter().flat_map(seen).any(|l| l.text == "./."));
}

#[test]
fn a_row_higher_than_a_page_is_refused_by_name() {
    let evenings = (0..60).map(|i| november(1) + chrono::Days::new(i)).collect();
    let row = ScheduleLine { evenings, area: "Hà Trì 1".into() };
    let table =
        Block::Schedule { time_heading: "Thời gian".into(), area_heading: "Địa bàn".into(), lines: vec![row] };
    let plan = Document { body: vec![table], ..reference::plan() };
    match document_pdf(&plan).map(|pdf| pdf.len()) {
        Err(PaperError::Overflow { paper: PaperKind::Plan, place }) => {
            assert!(place.starts_with("1 Ngày 01/11/2024"), "{place}");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_missing_glyph_is_found_before_either_file_is_made() {
    let plan = Document { body: vec![Block::Paragraph(Rich::plain("Tổ 1 ✓"))], ..reference::plan() };
    for made in [document_pdf(&plan), document_docx(&plan)] {
        match made.map(|file| file.len()) {
            Err(PaperError::MissingGlyph { paper: PaperKind::Plan, character: '✓', .. }) => {}
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn equal_plans_give_equal_bytes_and_other_plans_other_ids() {
    let plan = reference::plan();
    let (pdf, docx) = (document_pdf(&plan).expect("made"), document_docx(&plan).expect("made"));
    assert_eq!(pdf, document_pdf(&plan).expect("made"));
    assert_eq!(docx, document_docx(&plan).expect("made"));
    let other = document_pdf(&Document { number: Some(75), ..plan }).expect("made");
    let id = |pdf: &[u8]| lopdf::Document::load_mem(pdf).expect("a PDF").trailer.get(b"ID").cloned().expect("an id");
    assert_ne!(id(&pdf), id(&other));
}

#[test]
fn the_file_knows_its_title_language_and_fonts_and_no_date() {
    let pdf = document_pdf(&reference::plan()).expect("made");
    let file = lopdf::Document::load_mem(&pdf).expect("a PDF");
    assert_eq!(file.get_pages().len(), 5);
    let catalog = file.catalog().expect("a catalog");
    assert_eq!(catalog.get(b"Lang").and_then(lopdf::Object::as_str).expect("a language"), b"vi");
    let info = file.trailer.get(b"Info").and_then(lopdf::Object::as_reference).expect("info");
    let info = file.get_dictionary(info).expect("info");
    let title = info.get(b"Title").and_then(lopdf::Object::as_str).expect("a title");
    let title =
        String::from_utf16_lossy(&title[2..].chunks(2).map(|b| u16::from_be_bytes([b[0], b[1]])).collect::<Vec<_>>());
    assert!(title.starts_with("KẾ HOẠCH Tăng cường"), "{title}");
    assert!(!info.has(b"CreationDate") && !info.has(b"ModDate"));
    let fonts: Vec<&lopdf::Dictionary> = file
        .objects
        .values()
        .filter_map(|o| o.as_dict().ok())
        .filter(|d| d.get(b"Type").and_then(lopdf::Object::as_name).is_ok_and(|t| t == b"FontDescriptor"))
        .collect();
    assert_eq!(fonts.len(), 4);
    assert!(fonts.iter().all(|f| f.has(b"FontFile2")), "embedded");
    assert!(pdf.len() < 100_000, "subset: {}", pdf.len());
}

/// The parts of a Word file by name.
fn parts(docx: Vec<u8>) -> Vec<(String, String)> {
    use std::io::Read;
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(docx)).expect("a zip");
    (0..archive.len())
        .map(|i| {
            let mut part = archive.by_index(i).expect("a part");
            assert_eq!(part.last_modified(), Some(zip::DateTime::default()), "no clock");
            let mut text = String::new();
            part.read_to_string(&mut text).expect("text");
            (part.name().expect("a name").into_owned(), text)
        })
        .collect()
}

#[test]
fn the_word_file_repeats_the_header_splits_no_row_and_names_the_face() {
    let parts = parts(document_docx(&reference::plan()).expect("made"));
    let part = |name: &str| &parts.iter().find(|(n, _)| n == name).unwrap_or_else(|| panic!("{name}")).1;
    let document = part("word/document.xml");
    assert_eq!(document.matches("<w:tblHeader />").count(), 1);
    assert_eq!(document.matches("<w:cantSplit />").count(), 1 + 17 + 3, "table, head and foot");
    assert!(document.contains(r#"<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701""#));
    let styles = part("word/styles.xml");
    assert!(styles.contains("Times New Roman") && styles.contains("vi-VN"));
    let core = part("docProps/core.xml");
    assert!(core.contains("<dc:title>KẾ HOẠCH Tăng cường") && !core.contains("1970"), "{core}");
    let headers: Vec<&str> =
        parts.iter().filter(|(n, _)| n.starts_with("word/header")).map(|(_, t)| t.as_str()).collect();
    assert_eq!(headers.iter().filter(|t| t.contains("PAGE")).count(), 1, "none on the first page");
    assert!(document.contains("<w:titlePg"));
}

/// What lies between the first opening and its closing, in order.
fn between<'a>(xml: &'a str, open: &str, close: &str) -> &'a str {
    xml.split_once(open).and_then(|(_, rest)| rest.split_once(close)).map_or("", |(inside, _)| inside)
}

#[test]
fn the_word_file_keeps_the_order_of_the_schema() {
    let parts = parts(document_docx(&reference::plan()).expect("made"));
    let document = &parts.iter().find(|(n, _)| n == "word/document.xml").expect("the document").1;
    for properties in document.split("<w:pPr>").skip(1) {
        let properties = properties.split_once("</w:pPr>").expect("closed").0;
        let places = ["<w:keepNext", "<w:pBdr", "<w:spacing", "<w:ind", "<w:jc", "<w:rPr"];
        let found: Vec<usize> = places.iter().filter_map(|name| properties.find(name)).collect();
        assert!(found.is_sorted(), "{properties}");
    }
    let section = between(document, "<w:sectPr>", "</w:sectPr>");
    assert!(section.starts_with("<w:headerReference") && section.ends_with("<w:titlePg />"), "{section}");
    assert!(!between(document, "<w:tblGrid>", "</w:tblGrid>").contains("w:type"));
    assert_eq!(document.matches("<w:tbl>").count(), 3, "head, schedule, signature");
    let types = &parts.iter().find(|(n, _)| n == "[Content_Types].xml").expect("types").1;
    for (name, _) in parts.iter().filter(|(n, _)| !n.ends_with(".rels") && !n.starts_with('[')) {
        assert!(types.contains(&format!("PartName=\"/{name}\"")), "{name}");
    }
}

#[test]
fn the_word_file_holds_the_words_of_the_pdf() {
    let plan = reference::plan();
    let parts = parts(document_docx(&plan).expect("made"));
    let document = &parts.iter().find(|(n, _)| n == "word/document.xml").expect("the document").1;
    let mut word = String::new();
    for piece in document.split("<w:t ").skip(1) {
        let text = piece.split_once('>').and_then(|(_, t)| t.split_once("</w:t>")).map_or("", |(t, _)| t);
        word.push_str(text);
    }
    let squeezed = |text: &str| text.chars().filter(|c| !c.is_whitespace() && *c != '\u{a0}').collect::<String>();
    let word = squeezed(&word.replace("&quot;", "\""));
    for block in &plan.body {
        let text = match block {
            Block::Paragraph(t) | Block::Dash(t) | Block::NumberedText { text: t, .. } => t.text(),
            Block::Part { title, .. } | Block::Item { title, .. } => title.clone(),
            Block::Schedule { lines, .. } => lines.iter().map(|l| l.area.as_str()).collect::<Vec<_>>()[0].to_owned(),
            Block::Point { text, .. } => text.text(),
            Block::Table { rows, .. } => rows[0].cells.concat(),
        };
        assert!(word.contains(&squeezed(&text)), "{text}");
    }
}
