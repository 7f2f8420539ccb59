use std::io::Read;

use super::float::picture;
use super::*;
use crate::engine::block::{Band, Cell, Fixed, Float, Picture, Rules, Side, Table};
use crate::engine::docx;
use crate::engine::qr::Mending;

fn parts(sections: &[Section]) -> Vec<(String, Vec<u8>)> {
    let file = docx::write(sections, "Tên", &mut Typesetter::new()).expect("made");
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(file)).expect("a zip");
    (0..archive.len())
        .map(|i| {
            let mut part = archive.by_index(i).expect("a part");
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).expect("bytes");
            (part.name().expect("a name").into_owned(), bytes)
        })
        .collect()
}

fn part(parts: &[(String, Vec<u8>)], name: &str) -> String {
    let (_, bytes) = parts.iter().find(|(n, _)| n == name).unwrap_or_else(|| panic!("{name}"));
    String::from_utf8(bytes.clone()).expect("text")
}

fn between<'a>(xml: &'a str, open: &str, close: &str) -> Vec<&'a str> {
    xml.split(open).skip(1).map(|rest| rest.split_once(close).map_or(rest, |(inside, _)| inside)).collect()
}

#[test]
fn each_section_has_its_page_and_counts_from_one() {
    let foot = Band::on_first_page(vec![words("Địa chỉ")]);
    let lying = Section { width: 297.0, height: 210.0, ..upright(vec![words("Phụ lục")]) };
    let all = parts(&[Section { foot, ..upright(vec![words("Bài")]) }, lying]);
    let document = part(&all, "word/document.xml");
    let sections = between(&document, "<w:sectPr>", "</w:sectPr>");
    assert_eq!(sections.len(), 2);
    assert!(document.find("Bài") < document.find("<w:sectPr>"));
    assert!(sections[0].contains(r#"w:w="11906""#) && !sections[0].contains("pgNumType"), "{}", sections[0]);
    assert!(sections[1].contains(r#"w:orient="landscape""#), "{}", sections[1]);
    assert!(sections[1].contains(r#"<w:pgNumType w:start="1""#) && sections[1].contains(r#"w:w="16838""#));
    for section in &sections {
        assert!(section.ends_with("<w:titlePg />") && section.matches("<w:headerReference").count() == 2);
        assert_eq!(section.matches("<w:footerReference").count(), 2, "the second does not go on with the first's");
    }
    let relations = part(&all, "word/_rels/document.xml.rels");
    let types = part(&all, "[Content_Types].xml");
    for (name, _) in all.iter().filter(|(n, _)| n.starts_with("word/header") || n.starts_with("word/footer")) {
        let file = name.trim_start_matches("word/");
        assert!(relations.contains(&format!("Target=\"{file}\"")) && types.contains(&format!("/{name}")), "{name}");
    }
    let feet: Vec<String> = (1..=4).map(|n| part(&all, &format!("word/footer{n}.xml"))).collect();
    assert_eq!(feet.iter().filter(|f| f.contains("Địa chỉ")).count(), 1);
}

#[test]
fn cells_span_and_several_header_rows_repeat() {
    let cell = |text: &str| Cell::words(text, BODY);
    let header = vec![vec![cell("A").down(2), cell("B").across(2)], vec![cell("C"), cell("D")]];
    let rows = vec![vec![cell("1"), cell("2"), cell("3")], vec![cell("Cộng").across(3)]];
    let tracks = Table::tracks(&[50.0, 60.0, 55.0]);
    let table = Table { tracks, header, rows, before: 2.0, rules: Rules::Rows(0.2), padding: (1.0, 1.0) };
    let document = part(&parts(&[upright(vec![Block::Table(table)])]), "word/document.xml");
    let rows = between(&document, "<w:tr>", "</w:tr>");
    let cells: Vec<usize> = rows.iter().map(|r| r.matches("<w:tc>").count()).collect();
    assert_eq!(cells, [2, 3, 3, 1]);
    let repeated: Vec<bool> = rows.iter().map(|r| r.contains("<w:tblHeader")).collect();
    assert_eq!(repeated, [true, true, false, false]);
    assert!(rows[0].contains(r#"<w:gridSpan w:val="2" />"#) && rows[3].contains(r#"<w:gridSpan w:val="3" />"#));
    assert!(
        rows[0].contains(r#"<w:vMerge w:val="restart" />"#) && rows[1].contains(r#"<w:vMerge w:val="continue" />"#)
    );
    let borders = between(&document, "<w:tblBorders>", "</w:tblBorders>")[0];
    assert!(borders.contains("<w:insideH") && !borders.contains("<w:insideV"), "{borders}");
}

#[test]
fn headings_have_their_level() {
    let blocks = vec![
        Paragraph::new("I. MỘT", BOLD, Stand::PLAIN).heading(1).into(),
        Paragraph::new("1. Hai", BOLD, Stand::PLAIN).heading(2).into(),
        words("chữ"),
    ];
    let document = part(&parts(&[upright(blocks)]), "word/document.xml");
    let levels = between(&document, "<w:outlineLvl w:val=\"", "\"");
    assert_eq!(levels, ["0", "1"]);
}

#[test]
fn pictures_are_called_by_the_words_that_show_them() {
    let code = Picture::Qr { text: "0123".into(), mending: Mending::Medium, least: 0.3 };
    let float = Block::Float(Float { picture: code.clone(), side: Side::Right, width: 25.0, gap: 3.0 });
    let fixed = vec![
        Fixed { picture: Picture::Image(picture()), at: (100.0, 279.0), width: 12.0, every_page: true },
        Fixed { picture: code, at: (60.0, 279.0), width: 10.0, every_page: false },
    ];
    let all = parts(&[Section { fixed, ..upright(vec![float, words("bên cạnh")]) }]);
    let document = part(&all, "word/document.xml");
    let relations = part(&all, "word/_rels/document.xml.rels");
    for id in between(&document, "r:embed=\"", "\"") {
        assert!(relations.contains(&format!("Id=\"{id}\"")), "{id}");
    }
    assert_eq!(document.matches("<wp:anchor").count(), 2);
    assert_eq!(between(&document, "<wp:docPr id=\"", "\""), ["1", "2"]);
    let header = part(&all, "word/header1.xml");
    let calls = between(&header, "r:embed=\"", "\"");
    assert!(part(&all, "word/_rels/header1.xml.rels").contains(calls[0]), "{calls:?}");
    let media: Vec<&String> = all.iter().map(|(n, _)| n).filter(|n| n.starts_with("word/media/")).collect();
    assert_eq!(media.len(), 2, "one for both codes: {media:?}");
}
