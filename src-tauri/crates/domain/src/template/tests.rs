use proptest::prelude::*;

use super::*;
use crate::document::{Block, CellStand, DocumentKind, Rich, TableColumn};

const PLAN: DocumentKind = DocumentKind::Plan;

fn text(text: &str) -> Vec<Passage> {
    vec![Passage { kind: SectionKind::Text, heading: None, text: text.into() }]
}

fn values() -> Values {
    let mut values = Values::default();
    values.say(Field::Office, "UBND phường Hà Cầu");
    values.set(Field::Schedule, vec![Block::Table { columns: vec![], rows: vec![] }]);
    values.write(Field::Tasks, "## Văn phòng:\n- Báo **{{đơn vị}}**\n- Hai\n## Tài chính:\nBa".into());
    values
}

fn shown(block: &Block) -> String {
    match block {
        Block::Part { number, title } | Block::Item { number, title } => format!("{number}. {title}"),
        Block::NumberedText { number, text } => format!("{number}. {}", text.text()),
        Block::Paragraph(text) => text.text(),
        Block::Point { letter, text } => format!("{letter}) {}", text.text()),
        Block::Dash(text) => format!("- {}", text.text()),
        Block::Schedule { lines, .. } => format!("[lịch {}]", lines.len()),
        Block::Table { rows, .. } => format!("[bảng {}]", rows.len()),
    }
}

fn body(lines: &str) -> Vec<String> {
    fill(&text(lines), PLAN, &values()).expect("nothing is wrong").body.iter().map(shown).collect()
}

#[test]
fn every_mark_becomes_its_part() {
    let read = body("## Một\nab\n#. Hai\n- ba\na) bốn\n{{LỊCH}}\n{{Nhiệm vụ}}\ntheo {{Don vi}}");
    insta::assert_snapshot!(read.join("\n"), @r"
    1. Một
    ab
    2. Hai
    - ba
    a) bốn
    [bảng 0]
    3. Văn phòng:
    - Báo UBND phường Hà Cầu
    - Hai
    4. Tài chính:
    Ba
    theo UBND phường Hà Cầu./.
    ");
}

#[test]
fn points_have_the_decrees_letters_whatever_is_typed() {
    let typed = "abcdefghijklmnopqrstuvw".chars().map(|c| format!("{c}) x")).collect::<Vec<_>>().join("\n");
    let letters: String = body(&typed).iter().filter_map(|line| line.chars().next()).collect();
    assert_eq!(letters, "abcdđeghiklmnopqrstuvxy");
    assert_eq!(body("x) một\nz) hai\n## Mới\nb) ba"), ["a) một", "b) hai", "1. Mới", "a) ba./."]);
    // After other text they go on, unless somebody begins again.
    assert_eq!(body("a) một\nlời dẫn\nb) hai\nlời dẫn\na) ba"), ["a) một", "lời dẫn", "b) hai", "lời dẫn", "a) ba./."]);
    let many = typed + "\nx) thừa";
    assert_eq!(faults(&text(&many), PLAN), [Fault { section: 1, line: 24, wrong: Wrong::TooManyPoints }]);
    assert_eq!(fill(&text(&many), PLAN, &values()).map_err(|f| f.line), Err(24));
}

#[test]
fn a_field_without_a_value_is_left_to_be_written() {
    assert_eq!(body("gửi {{đầu mối}} trước {{ngày kết thúc}}"), [format!("gửi {DOTS} trước {DOTS}./.")]);
    assert_eq!(body("{{thành phần tổ}}"), [format!("{DOTS}./.")]);
}

#[test]
fn what_a_field_says_is_never_read_as_a_mark() {
    let mut values = Values::default();
    values.say(Field::Office, "- ## **UBND** {{x}} *");
    let filled = fill(&text("Ở {{đơn vị}} có"), PLAN, &values).expect("nothing is wrong");
    assert_eq!(filled.body, [Block::Paragraph(Rich::plain("Ở - ## **UBND** {{x}} * có./."))]);
}

#[test]
fn faults_are_named_with_their_place_and_the_likely_field() {
    let wrong = vec![
        Passage { kind: SectionKind::Bases, heading: None, text: "Căn cứ {{lịch}}".into() },
        Passage {
            kind: SectionKind::Part, heading: Some(" ".into()), text: "a\n\nĐến {{ngày kêt thuc đợt}}".into()
        },
        Passage {
            kind: SectionKind::Text, heading: None, text: "{{dự toán}}\nqua {{đầu mối\n{{đơn vị}}".into()
        },
    ];
    let read: Vec<String> =
        faults(&wrong, PLAN).iter().map(|f| format!("{}.{} {:?}", f.section, f.line, f.wrong)).collect();
    insta::assert_snapshot!(read.join("\n"), @r#"
    1.1 NotAlone { field: "lịch" }
    2.0 NoHeading
    2.3 UnknownField { field: "ngày kêt thuc đợt", likely: Some("ngày kết thúc") }
    3.1 UnknownField { field: "dự toán", likely: None }
    3.2 Unclosed { text: "{{đầu mối" }
    "#);
}

#[test]
fn an_appendix_must_be_spoken_of() {
    let appendix = || Passage { kind: SectionKind::Appendix, heading: Some("Dự toán".into()), text: "a".into() };
    let with = |words: &str, appendices: usize| {
        let mut passages = text(words);
        passages.extend((0..appendices).map(|_| appendix()));
        let named = |f: Fault| match f.wrong {
            Wrong::AppendixNotNamed { appendix } => appendix,
            other => panic!("{other:?}"),
        };
        faults(&passages, PLAN).into_iter().map(named).collect::<Vec<_>>()
    };
    assert_eq!(with("Không nói", 1), ["Phụ lục"]);
    assert!(with("chi tiết tại phụ lục kèm theo", 1).is_empty());
    assert_eq!(with("chi tiết tại Phụ lục I", 2), ["Phụ lục II"]);
    assert!(with("chi tiết tại các Phụ lục I, II", 2).is_empty());
}

#[test]
fn appendices_have_numbers_of_their_own_and_wide_tables_lie() {
    let mut values = Values::default();
    let columns = |share| vec![TableColumn::new("A", share, CellStand::Left)];
    values.set(Field::Schedule, vec![Block::Table { columns: columns(250), rows: vec![] }]);
    let passages = passages("=== text\n#. Một\n=== appendix: Lịch\n#. Một\n{{lịch}}\n=== appendix: Khác\n#. Hai");
    let filled = fill(&passages, PLAN, &values).expect("nothing is wrong");
    let read: Vec<_> = filled.appendices.iter().map(|a| (a.title.as_str(), a.landscape, shown(&a.body[0]))).collect();
    assert_eq!(read, [("Lịch", true, "1. Một".to_owned()), ("Khác", false, "1. Hai./.".to_owned())]);
}

#[test]
fn every_field_is_said_once_and_known_to_some_kind() {
    for field in Field::ALL {
        assert_eq!(Field::named(field.name()), Some(*field), "{}", field.name());
        assert!(!field.kinds().is_empty() && !field.filled_from().is_empty());
    }
}

proptest! {
    /// Whatever is typed, no letter of it is lost, and the checker and the maker find the same.
    #[test]
    fn no_text_is_lost(lines in prop::collection::vec("(## |#\\. |- |a\\) )?[a-zđắ {}*.#-]{0,24}", 1..8)) {
        let typed = lines.join("\n");
        let passages = text(&typed);
        let stops = faults(&passages, PLAN).into_iter().find(|f| f.wrong.stops());
        match fill(&passages, PLAN, &values()) {
            Err(fault) => prop_assert_eq!(Some(fault), stops),
            Ok(filled) => {
                prop_assert_eq!(stops, None);
                let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic() || *c == '{').collect::<String>();
                let read: String = filled.body.iter().map(|block| match block {
                    Block::Point { text, .. } => format!("a{}", text.text()),
                    block => shown(block),
                }).collect();
                prop_assert_eq!(letters(&read), letters(&typed));
            }
        }
    }

    #[test]
    fn an_unknown_field_is_found_wherever_it_stands(before in "[a-z ]{0,9}", name in "[bcdfgh]{3,9}", after in "[a-z ]{0,9}") {
        let line = format!("{before}{{{{{name}}}}}{after}");
        let found = faults(&text(&format!("một\n{line}")), PLAN);
        prop_assert_eq!(found.len(), 1);
        prop_assert_eq!((found[0].section, found[0].line), (1, 2));
        let is_unknown = matches!(&found[0].wrong, Wrong::UnknownField { field, .. } if *field == name);
        prop_assert!(is_unknown);
    }
}
